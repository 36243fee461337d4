"""A plan without page numbers in, the page on which each of its parts starts out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from cardgen.bundle.index import introduction
from cardgen.bundle.plan import list_credits
from cardgen.bundle.program import days, front, lists, logs, week
from cardgen.bundle.program.parts import HOW_TO, SHORT, Plan
from cardgen.display import Page
from cardgen.layout.forms.contents import place_contents
from cardgen.layout.forms.credits import place_credits
from cardgen.layout.forms.index import place_index
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.program.day import place_day
from cardgen.layout.program.howto import place_howto
from cardgen.layout.program.log import place_logs
from cardgen.layout.program.progress import place_progress
from cardgen.layout.program.week import place_week

SHEET = 4
"""Pages of a folded sheet: a booklet has a multiple of it."""
DRAFT_PAGE = 100
"""Page numbers of the draft have as many digits as any."""
TRIES = 6
"""Contents list the parts behind them, and their length moves those; it is settled after two, in all that was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lengths:
    """How many pages each part has."""

    before: int
    """From how to use the booklet to the contents."""
    week: int
    days: Mapping[int, int]
    sides: Sequence[int]
    logs: Mapping[int, int]
    """Of the days whose logs do not stand on the page of the day."""

    @property
    def around(self) -> int:
        """Pages that a reader looks something up on."""
        return self.before + self.week + sum(self.days.values()) + sum(self.sides) + sum(self.logs.values())


def number_pages(outline: Plan, leaf: Leaf, sides: Sequence[int]) -> Plan:
    """Give every part its page, each card as many as it has `sides`.

    A short booklet has neither contents nor index. Logs that stand on the page of their day have its number. Where every
    card has two sides, both are seen at once: the first is an even page.
    """
    lengths = _measure(outline, leaf, sides)
    if not outline.week:
        return _numbered_logs(replace(outline, days={}), lengths.logs, 1)
    if lengths.around <= SHORT:
        return _numbered(outline, leaf, lengths, 0)
    contents = 1
    for _ in range(TRIES):
        plan = _numbered(outline, leaf, lengths, contents)
        needed = len(place_contents(lists.contents_of(plan), plan.contents, leaf))
        if needed == contents:
            return plan
        contents = needed
    raise AssertionError("the contents have no settled length")


def _measure(outline: Plan, leaf: Leaf, sides: Sequence[int]) -> _Lengths:
    all_days = outline.program.days
    own = {it.number for it in all_days if outline.week and days.page_of(it, outline, leaf).log}
    logged = [it for it in all_days if outline.logs and it.number not in own]
    return _Lengths(
        before=len(place_howto(front.how_to_use(outline), HOW_TO, leaf)) if outline.week else 0,
        week=len(place_week(week.week_of(outline), DRAFT_PAGE, leaf)) if outline.week else 0,
        days={it.number: len(place_day(days.page_of(it, outline, leaf), DRAFT_PAGE, leaf)) for it in all_days},
        sides=sides,
        logs={it.number: len(place_logs(logs.log_of(it, outline), DRAFT_PAGE, leaf)) for it in logged},
    )


def _numbered(outline: Plan, leaf: Leaf, lengths: _Lengths, contents: int) -> Plan:
    """Return the plan with contents on so many pages."""
    at = HOW_TO + lengths.before
    plan = replace(outline, contents=at if contents else 0, week=at + contents)
    at += contents + lengths.week
    plan, at = replace(plan, days=_starts(lengths.days, at)), at + sum(lengths.days.values())
    if lengths.sides and min(lengths.sides) > 1 and at % 2:
        plan, at = replace(plan, spare=at), at + 1
    first = accumulate(lengths.sides, initial=at)
    cards = tuple(replace(card, page=page) for card, page in zip(plan.cards, first, strict=False))
    at += sum(lengths.sides)
    plan = _numbered_logs(replace(plan, cards=cards), lengths.logs, at)
    at += sum(lengths.logs.values()) + _progress_length(plan, leaf)
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
        at += len(index_pages(plan, leaf))
    if any(card.guide.source or card.guide.license for card in plan.cards):
        plan = replace(plan, credits=at)
        at += len(credit_pages(plan, leaf))
    back = -(-at // SHEET) * SHEET
    return replace(plan, notes=at if at < back else 0, back=back)


def _starts(lengths: Mapping[int, int], at: int) -> dict[int, int]:
    """Return the first page of each part; they follow one another."""
    return dict(zip(lengths, accumulate(lengths.values(), initial=at), strict=False))


def index_pages(plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of the index."""
    letters = lists.index_of(plan)
    return place_index(letters, introduction(letters, plan.words), plan.index, leaf)


def credit_pages(plan: Plan, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages that say where the guides come from."""
    return place_credits(list_credits(lists.as_booklet(plan)), plan.credits, leaf)
