"""A resolved program in, a booklet for a client out: the stages in their order. Reads no file and writes none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median

from cardgen.bundle.booklet import Draft, draft, leaf_of
from cardgen.bundle.plan import Bound
from cardgen.bundle.program import days, front, lists, logs, week
from cardgen.bundle.program.cards import prescription_of
from cardgen.bundle.program.numbering import DRAFT_PAGE, credit_pages, index_pages, number_pages
from cardgen.bundle.program.parts import COVER, HOW_TO, Asked, CardOrder, Plan, Records, ask, bind, guides_of
from cardgen.bundle.sizes import choose_sizes
from cardgen.display import Page
from cardgen.guide.model import Guide
from cardgen.layout.forms.before import code_width, scan_distance
from cardgen.layout.forms.contents import place_contents
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.cells import anchor
from cardgen.layout.program.cover import place_back_cover, place_program_cover
from cardgen.layout.program.day import place_day
from cardgen.layout.program.howto import place_howto
from cardgen.layout.program.log import place_logs
from cardgen.layout.program.notes import place_notes
from cardgen.layout.program.progress import place_progress
from cardgen.layout.program.week import place_week
from cardgen.pictures import Darkroom, develop_pages
from cardgen.pipeline.rendition import Document
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import lay_out, subject_of
from cardgen.program.model import Program
from cardgen.program.resolve import Resolved
from cardgen.values.errors import Problem
from cardgen.values.language import LANGUAGE
from cardgen.values.prescription import Prescription
from cardgen.values.stock import Orientation, ways
from cardgen.values.use import Edition, Sides

KEPT = 128
"""Cards that are kept for the next client, some 30 MB of them: those of a program, however few loads differ."""
Part = tuple[int, tuple[Page, ...]]
"""The page on which it starts, and its pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramSettings:
    """All that the booklet depends on besides the program and the guides."""

    card: CardSettings
    order: CardOrder = CardOrder.DAY
    records: Records = Records.WITH


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramBooklet:
    """A finished booklet, or why there is none."""

    drafts: tuple[Draft, ...]
    """Every card, laid out alone."""
    document: Document | None = None
    """None where a card cannot be made: no exercise is left out of a plan."""
    plan: Plan | None = None


def make_program(program: Program, resolved: Resolved, settings: ProgramSettings, *, hands: int = 1) -> ProgramBooklet:
    """Return the booklet of a program; so many `hands` develop photographs at once."""
    asked = ask(program, resolved)
    order = guides_of(asked, settings.order) if settings.records is not Records.ALONE else ()
    outline = _outline(program, asked, order, settings)
    drafts, card = _held(order, outline, settings.card)
    if any(not it.pages for it in drafts):
        return ProgramBooklet(drafts=drafts)
    leaf = leaf_of(program.title, card)
    widths = [width for it in drafts for page in it.pages if (width := code_width(page))]
    outline = replace(outline, distance=scan_distance(median(widths)) if widths else 0)
    spread = card.use.sides is Sides.TWO
    plan = number_pages(outline, leaf, [2 if spread else len(it.pages) for it in drafts])
    sizes = choose_sizes([it.pages[0].type_size for it in drafts]) if drafts else ()
    bound = [(page, it.guide) for at, it in enumerate(plan.cards) for page in _bind(it, drafts[at], plan, sizes, card)]
    developed = develop_pages(bound, Darkroom(hands=hands))
    damaged = {guide.path: told for (_, guide), (_, told) in zip(bound, developed, strict=True) if told}
    if damaged:
        return ProgramBooklet(drafts=tuple(_without(it, damaged) for it in drafts))
    cards = tuple(page for page, _ in developed)
    pages = _pages(plan, _opposite(cards, plan, leaf) if spread else cards, leaf)
    title = ", ".join(part for part in (program.title, program.client) if part)
    document = Document(
        pages=pages, title=title, language=LANGUAGE, bookmarks=lists.bookmarks_of(plan), date=settings.card.date
    )
    return ProgramBooklet(drafts=drafts, document=document, plan=plan)


def _outline(program: Program, asked: tuple[Asked, ...], order: Sequence[Guide], settings: ProgramSettings) -> Plan:
    """Return a plan whose page numbers only have as many digits as those of the finished one."""
    numbers = {day.number: DRAFT_PAGE for day in program.days}
    alone, without = (settings.records is it for it in (Records.ALONE, Records.WITHOUT))
    return Plan(
        program=program,
        asked=asked,
        cards=bind(order, DRAFT_PAGE),
        subjects={it.guide.path: subject for it in asked if (subject := subject_of(it.guide, settings.card))},
        week=0 if alone else DRAFT_PAGE,
        days={} if alone else numbers,
        logs={} if without else numbers,
        progress=0 if without else DRAFT_PAGE,
    )


def _held(guides: Sequence[Guide], outline: Plan, settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every card out; where the sheet may be held either way, the booklet is held as suits the cards best."""
    tried = [
        _drafts(guides, outline, replace(settings, sheet=sheet, orientation=Orientation.GIVEN))
        for sheet in ways(settings.sheet, settings.orientation)
    ]
    return max(tried, key=lambda pair: sum(it.pages[0].type_size for it in pair[0] if it.pages))


def _drafts(guides: Sequence[Guide], outline: Plan, settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every card out with its prescription.

    One that does not fit on a page takes two. In large print, where many do, all take two: each card is a spread.
    """

    def drafted(guide: Guide, sides: Sides) -> Draft:
        return _drafted(guide, _on(sides, settings), prescription_of(guide, outline))

    drafts = tuple(drafted(guide, settings.use.sides) for guide in guides)
    if settings.use.edition is Edition.LARGE_PRINT and any(len(it.pages) > 1 for it in drafts):
        return tuple(drafted(guide, Sides.TWO) for guide in guides), _on(Sides.TWO, settings)
    second = (it if it.pages else drafted(it.guide, Sides.TWO) for it in drafts)
    return tuple(two if two.pages else one for one, two in zip(drafts, second, strict=True)), settings


@lru_cache(maxsize=KEPT)
def _drafted(guide: Guide, settings: CardSettings, asked: Prescription) -> Draft:
    """Lay a card out alone, once for all clients who are prescribed the same."""
    return draft(guide, settings, asked)


@lru_cache(maxsize=KEPT)
def _laid_out(
    guide: Guide, settings: CardSettings, asked: Prescription, folios: tuple[str, str], sizes: tuple[float, ...]
) -> tuple[Page, ...]:
    """Lay a card out under its numbers, once for all clients for whom it is the same."""
    folio, second = folios
    pages, _ = lay_out(guide, settings, folio=folio, second_folio=second, sizes=sizes, prescription=asked)
    return pages


def _on(sides: Sides, settings: CardSettings) -> CardSettings:
    return replace(settings, use=replace(settings.use, sides=sides))


def _bind(
    card: Bound, drafted: Draft, plan: Plan, sizes: tuple[float, ...], settings: CardSettings
) -> tuple[Page, ...]:
    """Return the pages of a card under its number, with what is prescribed of it."""
    held = _on(Sides.TWO, settings) if len(drafted.pages) > 1 else settings
    asked = prescription_of(card.guide, plan)
    second = str(card.page + 1) if len(drafted.pages) > 1 else ""
    pages = _laid_out(card.guide, held, asked, (str(card.page), second), sizes)
    if len(pages) != len(drafted.pages):
        raise AssertionError(f"{card.guide.path} fitted in the draft")
    first = replace(pages[0], anchor=anchor(card.page), label=str(card.page))
    return (first, *(replace(page, anchor=anchor(card.page + 1), label=second) for page in pages[1:]))


def _opposite(pages: tuple[Page, ...], plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of the cards, with room for notes opposite those that have nothing on a second side."""
    found = {page.label: page for page in pages}
    numbers = [number for card in plan.cards for number in (card.page, card.page + 1)]
    return tuple(found.get(str(number)) or place_notes(number, leaf) for number in numbers)


def _without(it: Draft, damaged: Mapping[str, tuple[Problem, ...]]) -> Draft:
    problems = damaged.get(it.guide.path)
    return replace(it, pages=(), problems=(*it.problems, *problems)) if problems else it


def _pages(plan: Plan, cards: tuple[Page, ...], leaf: Leaf) -> tuple[Page, ...]:
    """Return every page in its order; each part must start where the plan says, for links and numbers lead there."""
    if not plan.week:
        return _joined(_records(plan, leaf))
    cover = front.cover_of(plan)
    of_days = ((plan.days[it.number], days.page_of(it, plan, leaf)) for it in plan.program.days)
    parts: list[Part] = [
        (COVER, (place_program_cover(cover, leaf),)),
        (HOW_TO, place_howto(front.how_to_use(plan), HOW_TO, leaf)),
        (plan.contents, place_contents(lists.contents_of(plan), plan.contents, leaf) if plan.contents else ()),
        (plan.week, place_week(week.week_of(plan), plan.week, leaf)),
        *((first, place_day(day, first, leaf)) for first, day in of_days),
        (plan.spare, (place_notes(plan.spare, leaf),) if plan.spare else ()),
        (plan.cards[0].page if plan.cards else 0, cards),
        *_records(plan, leaf),
        (plan.index, index_pages(plan, leaf) if plan.index else ()),
        (plan.credits, credit_pages(plan, leaf) if plan.credits else ()),
        (plan.notes, tuple(place_notes(number, leaf) for number in range(plan.notes or plan.back, plan.back))),
        (plan.back, (place_back_cover(cover, plan.back, leaf),)),
    ]
    return _joined(parts)


def _joined(parts: Sequence[Part]) -> tuple[Page, ...]:
    found: list[Page] = []
    for first, pages in parts:
        if pages and first != len(found) + 1:
            raise AssertionError(f"{pages[0].title!r} was to be page {first}, but is page {len(found) + 1}")
        found += pages
    return tuple(found)


def _records(plan: Plan, leaf: Leaf) -> list[Part]:
    """Return the pages to write results on that stand by themselves."""
    found = {it.number: it for it in plan.program.days}
    own = {day: page for day, page in plan.logs.items() if page != plan.days.get(day)}
    of_logs = [(first, place_logs(logs.log_of(found[day], plan), first, leaf)) for day, first in own.items()]
    progress = place_progress(week.progress_of(plan), plan.progress, leaf) if plan.progress else ()
    return [*of_logs, (plan.progress, progress)]
