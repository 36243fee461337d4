"""A resolved program in, a booklet for a client out: the stages in their order. Reads no file and writes none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from statistics import median

from cardgen.booklet import Draft, draft, leaf_of
from cardgen.bundle.index import introduction
from cardgen.bundle.plan import Bound, list_credits
from cardgen.bundle.program import days, front, lists, logs, week
from cardgen.bundle.program.cards import prescription_of
from cardgen.bundle.program.parts import HOW_TO, SHORT, Asked, CardOrder, Plan, Records, ask, bind, guides_of
from cardgen.bundle.sizes import choose_sizes
from cardgen.display import Page
from cardgen.errors import Problem
from cardgen.guide.model import Guide
from cardgen.layout.pages.before import code_width, scan_distance
from cardgen.layout.pages.contents import place_contents
from cardgen.layout.pages.credits import place_credits
from cardgen.layout.pages.index import place_index
from cardgen.layout.pages.leaf import LANGUAGE, Leaf
from cardgen.layout.pages.model import anchor
from cardgen.layout.pages.program.cover import place_back_cover, place_program_cover
from cardgen.layout.pages.program.day import place_day
from cardgen.layout.pages.program.howto import place_howto
from cardgen.layout.pages.program.log import place_logs
from cardgen.layout.pages.program.notes import place_notes
from cardgen.layout.pages.program.progress import place_progress
from cardgen.layout.pages.program.week import place_week
from cardgen.pictures import Darkroom, develop_pages
from cardgen.pipeline import lay_out
from cardgen.program.model import Program
from cardgen.program.resolve import Resolved
from cardgen.rendition import Document
from cardgen.settings import CardSettings
from cardgen.use import Edition, Sides

SHEET = 4
"""Pages of a folded sheet: a booklet has a multiple of it."""
DRAFT_PAGE = 100
"""Page numbers of the draft have as many digits as any."""


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
    drafts, card = _drafts(order, outline, settings.card)
    if any(not it.pages for it in drafts):
        return ProgramBooklet(drafts=drafts)
    leaf = leaf_of(program.title, card)
    widths = [width for it in drafts for page in it.pages if (width := code_width(page))]
    outline = replace(outline, distance=scan_distance(median(widths)) if widths else 0)
    plan = number_pages(outline, leaf, [len(it.pages) for it in drafts])
    sizes = choose_sizes([it.pages[0].type_size for it in drafts]) if drafts else ()
    bound = [(page, it.guide) for at, it in enumerate(plan.cards) for page in _bind(it, drafts[at], plan, sizes, card)]
    developed = develop_pages(bound, Darkroom(hands=hands))
    damaged = {guide.path: told for (_, guide), (_, told) in zip(bound, developed, strict=True) if told}
    if damaged:
        return ProgramBooklet(drafts=tuple(_without(it, damaged) for it in drafts))
    pages = _pages(plan, tuple(page for page, _ in developed), leaf)
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
        week=0 if alone else DRAFT_PAGE,
        days={} if alone else numbers,
        logs={} if without else numbers,
        progress=0 if without else DRAFT_PAGE,
    )


def _drafts(guides: Sequence[Guide], outline: Plan, settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every card out with its prescription.

    One that does not fit on a page takes two. In large print, where many do, all take two: each card is a spread.
    """

    def drafted(guide: Guide, sides: Sides) -> Draft:
        return draft(guide, _on(sides, settings), prescription_of(guide, outline))

    drafts = tuple(drafted(guide, settings.use.sides) for guide in guides)
    if settings.use.edition is Edition.LARGE_PRINT and any(len(it.pages) > 1 for it in drafts):
        return tuple(drafted(guide, Sides.TWO) for guide in guides), _on(Sides.TWO, settings)
    second = (it if it.pages else drafted(it.guide, Sides.TWO) for it in drafts)
    return tuple(two if two.pages else one for one, two in zip(drafts, second, strict=True)), settings


def _on(sides: Sides, settings: CardSettings) -> CardSettings:
    return replace(settings, use=replace(settings.use, sides=sides))


def _bind(
    card: Bound, drafted: Draft, plan: Plan, sizes: tuple[float, ...], settings: CardSettings
) -> tuple[Page, ...]:
    """Return the pages of a card under its number, with what is prescribed of it."""
    held = _on(Sides.TWO, settings) if len(drafted.pages) > 1 else settings
    asked = prescription_of(card.guide, plan)
    second = str(card.page + 1) if len(drafted.pages) > 1 else ""
    pages, _ = lay_out(card.guide, held, folio=str(card.page), second_folio=second, sizes=sizes, prescription=asked)
    if len(pages) != len(drafted.pages):
        raise AssertionError(f"{card.guide.path} fitted in the draft")
    first = replace(pages[0], anchor=anchor(card.page), label=str(card.page))
    return (first, *(replace(page, anchor=anchor(card.page + 1), label=second) for page in pages[1:]))


def _without(it: Draft, damaged: Mapping[str, tuple[Problem, ...]]) -> Draft:
    problems = damaged.get(it.guide.path)
    return replace(it, pages=(), problems=(*it.problems, *problems)) if problems else it


def number_pages(outline: Plan, leaf: Leaf, sides: Sequence[int]) -> Plan:
    """Give every part its page, each card as many as it has sides.

    A short booklet has neither contents nor index. Logs that stand on the page of their day have its number.
    """
    is_alone = not outline.week
    all_days = outline.program.days
    own = {it.number for it in all_days if not is_alone and days.page_of(it, outline, leaf).log}
    length = {it.number: len(place_day(days.page_of(it, outline, leaf), DRAFT_PAGE, leaf)) for it in all_days}
    of_log = {it.number: len(place_logs(logs.log_of(it, outline), DRAFT_PAGE, leaf)) for it in all_days if outline.logs}
    if is_alone:
        return _numbered_logs(replace(outline, days={}), of_log, 1)
    of_log = {day: pages for day, pages in of_log.items() if day not in own}
    before = len(place_howto(front.how_to_use(outline), HOW_TO, leaf))
    week_pages = len(place_week(week.week_of(outline), DRAFT_PAGE, leaf))
    around = before + week_pages + sum(length.values()) + sum(of_log.values()) + sum(sides)
    at = HOW_TO + before
    contents = len(place_contents(lists.contents_of(outline), at, leaf)) if around > SHORT else 0
    plan = replace(outline, contents=at if contents else 0, week=at + contents)
    at += contents + week_pages
    plan, at = replace(plan, days=_starts(length, at)), at + sum(length.values())
    first = accumulate(sides, initial=at)
    cards = tuple(replace(card, page=page) for card, page in zip(plan.cards, first, strict=False))
    at += sum(sides)
    plan = _numbered_logs(replace(plan, cards=cards), of_log, at)
    at += sum(of_log.values()) + _progress_length(plan, leaf)
    return _ended(plan, at, leaf)


def _numbered_logs(plan: Plan, of_log: Mapping[int, int], at: int) -> Plan:
    """Give the logs and the page for measurements their numbers."""
    on_days = {day: page for day, page in plan.days.items() if plan.logs and day not in of_log}
    progress = at + sum(of_log.values()) if plan.progress else 0
    return replace(plan, logs=on_days | _starts(of_log, at), progress=progress)


def _progress_length(plan: Plan, leaf: Leaf) -> int:
    return len(place_progress(week.progress_of(plan), plan.progress, leaf)) if plan.progress else 0


def _ended(plan: Plan, at: int, leaf: Leaf) -> Plan:
    """Give index, credits, notes and the last page their numbers; the last is a multiple of four."""
    if plan.contents:
        plan = replace(plan, index=at)
        at += len(_index(plan, leaf))
    if any(card.guide.source or card.guide.license for card in plan.cards):
        plan = replace(plan, credits=at)
        at += len(_credits(plan, leaf))
    return replace(plan, notes=at, back=-(-(at + 1) // SHEET) * SHEET)


def _starts(lengths: Mapping[int, int], at: int) -> dict[int, int]:
    """Return the first page of each part; they follow one another."""
    return dict(zip(lengths, accumulate(lengths.values(), initial=at), strict=False))


def _pages(plan: Plan, cards: tuple[Page, ...], leaf: Leaf) -> tuple[Page, ...]:
    """Return every page in its order."""
    if not plan.week:
        return _records(plan, leaf)
    cover = front.cover_of(plan)
    written = (
        place_program_cover(cover, leaf),
        *place_howto(front.how_to_use(plan), HOW_TO, leaf),
        *(place_contents(lists.contents_of(plan), plan.contents, leaf) if plan.contents else ()),
        *place_week(week.week_of(plan), plan.week, leaf),
        *(
            page
            for it in plan.program.days
            for page in place_day(days.page_of(it, plan, leaf), plan.days[it.number], leaf)
        ),
        *cards,
        *_records(plan, leaf),
        *(_index(plan, leaf) if plan.index else ()),
        *(_credits(plan, leaf) if plan.credits else ()),
        *(place_notes(number, leaf) for number in range(plan.notes, plan.back)),
    )
    return (*written, place_back_cover(cover, plan.back, leaf))


def _records(plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages to write results on that stand by themselves."""
    found = {it.number: it for it in plan.program.days}
    own = {day: page for day, page in plan.logs.items() if page != plan.days.get(day)}
    of_logs = [page for day, first in own.items() for page in place_logs(logs.log_of(found[day], plan), first, leaf)]
    progress = place_progress(week.progress_of(plan), plan.progress, leaf) if plan.progress else ()
    return (*of_logs, *progress)


def _index(plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    letters = lists.index_of(plan)
    return place_index(letters, introduction(letters), plan.index, leaf)


def _credits(plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    return place_credits(list_credits(lists.as_booklet(plan)), plan.credits, leaf)
