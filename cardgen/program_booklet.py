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
from cardgen.layout.pages.program.cover import place_cover
from cardgen.layout.pages.program.day import place_day
from cardgen.layout.pages.program.howto import place_how_to_use
from cardgen.layout.pages.program.log import place_log
from cardgen.layout.pages.program.notes import place_blank, place_notes
from cardgen.layout.pages.program.progress import place_progress
from cardgen.layout.pages.program.week import place_week
from cardgen.pictures import Darkroom, develop_pages
from cardgen.pipeline import lay_out
from cardgen.program.model import Program
from cardgen.program.resolve import Resolved
from cardgen.rendition import Document
from cardgen.settings import CardSettings
from cardgen.use import Sides

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
    leaf, sides = leaf_of(program.title, card), card.use.sides.value
    plan = number_pages(outline, leaf, sides=sides)
    sizes = choose_sizes([it.pages[0].type_size for it in drafts]) if drafts else ()
    bound = [(page, it.guide) for it in plan.cards for page in _bind(it, plan, sizes, card)]
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
    """Lay every card out with its prescription; where one takes two sides, all take two."""

    def drafted(held: CardSettings) -> tuple[Draft, ...]:
        return tuple(draft(guide, held, prescription_of(guide, outline)) for guide in guides)

    drafts = drafted(settings)
    if settings.use.sides is Sides.ONE and any(len(it.pages) > 1 for it in drafts):
        settings = replace(settings, use=replace(settings.use, sides=Sides.TWO))
        drafts = drafted(settings)
    return drafts, settings


def _bind(card: Bound, plan: Plan, sizes: tuple[float, ...], settings: CardSettings) -> tuple[Page, ...]:
    """Return the pages of a card under its number, with what is prescribed of it."""
    pages, _ = lay_out(
        card.guide, settings, folio=str(card.page), sizes=sizes, prescription=prescription_of(card.guide, plan)
    )
    if not pages:
        raise AssertionError(f"{card.guide.path} fitted in the draft")
    first = replace(pages[0], anchor=anchor(card.page), label=str(card.page))
    return (first, *(replace(page, label=f"{card.page}b") for page in pages[1:]))


def _without(it: Draft, damaged: Mapping[str, tuple[Problem, ...]]) -> Draft:
    problems = damaged.get(it.guide.path)
    return replace(it, pages=(), problems=(*it.problems, *problems)) if problems else it


def number_pages(outline: Plan, leaf: Leaf, *, sides: int) -> Plan:
    """Give every part its page, each card as many as it has sides.

    A short booklet has neither contents nor index. Logs that stand on the page of their day have its number.
    """
    is_alone = not outline.week
    length = {
        day.number: len(place_day(days.page_of(day, outline, logged=bool(outline.logs)), DRAFT_PAGE, leaf))
        for day in outline.program.days
        if not is_alone
    }
    logged = [it for it in outline.program.days if outline.logs and (is_alone or not days.is_short(it))]
    of_log = {it.number: len(place_log(logs.log_of(it, outline), DRAFT_PAGE, leaf)) for it in logged}
    around = sum(length.values()) + sum(of_log.values()) + len(outline.cards) * sides + bool(outline.progress)
    is_whole = not is_alone and 2 + 1 + around + 2 > SHORT
    at = 1 if is_alone else HOW_TO + 1
    contents = len(place_contents(lists.contents_of(outline), at, leaf)) if is_whole else 0
    first, at = at, at + contents
    plan = replace(outline, contents=first if contents else 0, week=0 if is_alone else at)
    at += not is_alone
    plan, at = replace(plan, days=_starts(length, at)), at + sum(length.values())
    cards = tuple(replace(card, page=at + sides * place) for place, card in enumerate(plan.cards))
    plan, at = replace(plan, cards=cards), at + sides * len(cards)
    starts = {it: page for it, page in plan.days.items() if outline.logs and it not in of_log} | _starts(of_log, at)
    plan, at = replace(plan, logs=starts), at + sum(of_log.values())
    plan, at = replace(plan, progress=at if outline.progress else 0), at + bool(outline.progress)
    return _ended(plan, at, leaf, is_whole=is_whole) if not is_alone else plan


def _ended(plan: Plan, at: int, leaf: Leaf, *, is_whole: bool) -> Plan:
    """Give index, credits, notes and the last page their numbers; the last is a multiple of four."""
    if is_whole:
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
    program = plan.program
    logged = [it for it in program.days if plan.logs.get(it.number, 0) not in (0, plan.days.get(it.number))]
    of_logs = [page for it in logged for page in place_log(logs.log_of(it, plan), plan.logs[it.number], leaf)]
    progress = [place_progress(week.progress_of(plan), plan.progress, leaf)] if plan.progress else []
    if not plan.week:
        return (*of_logs, *progress)
    widths = [width for page in cards if (width := code_width(page))]
    how = front.how_to_use(plan, distance=scan_distance(median(widths)) if widths else 0)
    pages = [
        place_cover(front.cover_of(plan), leaf),
        place_how_to_use(how, HOW_TO, leaf),
        *(place_contents(lists.contents_of(plan), plan.contents, leaf) if plan.contents else ()),
        *place_week(week.week_of(plan), plan.week, leaf),
        *(
            page
            for it in program.days
            for page in place_day(days.page_of(it, plan, logged=bool(plan.logs)), plan.days[it.number], leaf)
        ),
        *cards,
        *of_logs,
        *progress,
        *(_index(plan, leaf) if plan.index else ()),
        *(_credits(plan, leaf) if plan.credits else ()),
        place_notes(plan.notes, leaf),
    ]
    return (*pages, *(place_blank(number, leaf) for number in range(plan.notes + 1, plan.back + 1)))


def _index(plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    letters = lists.index_of(plan)
    return place_index(letters, introduction(letters), plan.index, leaf)


def _credits(plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    return place_credits(list_credits(lists.as_booklet(plan)), plan.credits, leaf)
