"""A plan without page numbers in, the parts of its booklet in their order out: a new page type has its line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from cardgen.bundle.binding import USUAL, Lengths, Numbers, Part, entries, first_of, one_page, only
from cardgen.bundle.index import list_parts
from cardgen.bundle.plan import Chapter, Chapters, list_groups, usual_contents
from cardgen.bundle.program import days, front, logs, week
from cardgen.bundle.program.parts import SHORT, Plan, groups
from cardgen.bundle.program.words import title_of, weekday_title
from cardgen.display import Page
from cardgen.layout.forms.contents import place_contents
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.model import Contents
from cardgen.layout.program.cover import place_back_cover, place_program_cover
from cardgen.layout.program.day import place_day
from cardgen.layout.program.howto import place_howto
from cardgen.layout.program.log import place_logs
from cardgen.layout.program.notes import place_notes
from cardgen.layout.program.progress import place_progress
from cardgen.layout.program.week import place_week
from cardgen.program.model import Day

SHEET = 4
"""Pages of a folded sheet: a booklet has a multiple of it."""
HOW_TO, WEEK, CARDS = "how to use", "week", "cards"
"""Parts that others name or count, as are each day and each log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """All that the pages of a booklet are made of, but for their numbers."""

    outline: Plan
    """With page numbers that only have as many digits as those of the finished one."""
    leaf: Leaf
    sides: Sequence[int]
    """How many pages each card has."""
    cards: Callable[[Plan, Leaf], tuple[Page, ...]]
    """Makes them under their numbers."""

    def plan(self, numbers: Numbers) -> Plan:
        """Return what stands on which page. Logs that stand on the page of their day have its number."""
        first = accumulate(self.sides, initial=first_of(CARDS, numbers))
        bound = tuple(replace(it, page=page) for it, page in zip(self.outline.cards, first, strict=False))
        of_days = {it: first_of(_day(it), numbers) for it in self.outline.days}
        of_logs = {it: first_of(_log(it), numbers) or of_days[it] for it in self.outline.logs}
        return replace(self.outline, cards=bound, week=first_of(WEEK, numbers), days=of_days, logs=of_logs)


def parts_of(it: Making) -> tuple[Part, ...]:
    """Return the parts of a booklet, or, where its outline has no week, the pages to write on alone."""
    words = it.leaf.kit.words
    leaf, plan, all_days = it.leaf, it.plan, it.outline.program.days
    own = [day for day in all_days if it.outline.logs and not _is_written_on(day, it)]
    records = tuple(_records(own, it))
    if not it.outline.week:
        return records
    if_long = _unless_short(
        [HOW_TO, WEEK, *(_day(day.number) for day in all_days), *(_log(day.number) for day in own)], it
    )
    before = (
        Part(
            name="cover",
            takes=one_page,
            place=lambda _: partial(only, place_program_cover, front.cover_of(it.outline), leaf),
            outlined=words("part.cover"),
        ),
        Part(
            name=HOW_TO,
            place=lambda at: partial(place_howto, front.how_to_use(plan(at)), at[HOW_TO].start, leaf),
            outlined=words("part.how-to"),
            listed=words("use.title"),
        ),
        Part(
            name="contents",
            takes=if_long,
            usual=usual_contents(len(it.outline.cards) + 2 * len(all_days), leaf),
            turn=2,
            place=lambda at: partial(
                place_contents,
                Contents(
                    before=entries(before, at), cards=list_groups(by_position(plan(at))), after=entries(after, at)
                ),
                at["contents"].start,
                leaf,
            ),
            outlined=words("part.contents"),
        ),
        Part(
            name=WEEK,
            place=lambda at: partial(place_week, week.week_of(plan(at)), at[WEEK].start, leaf),
            outlined=words("part.week"),
            listed=words("week.title"),
        ),
        *(_day_part(day, it) for day in all_days),
    )
    after = (*records, *_ends(if_long, it))
    return (*before, _spare(it), _cards(it), *after)


def by_position(plan: Plan) -> Chapters:
    """Return the cards of a program as those of a booklet, for what both list alike."""
    return tuple(Chapter(heading=heading, cards=cards) for heading, cards in groups(plan.cards, plan.words))


def _day(number: int) -> str:
    return f"day {number}"


def _log(number: int) -> str:
    return f"log {number}"


def _blank(pages: range, leaf: Leaf) -> tuple[Page, ...]:
    """Place pages for notes."""
    return tuple(place_notes(number, leaf) for number in pages)


def _is_written_on(day: Day, it: Making) -> bool:
    """Tell whether a day has its log on its own page."""
    return bool(it.outline.week and days.page_of(day, it.outline, it.leaf).log)


def _unless_short(names: Sequence[str], it: Making) -> Callable[[int, Lengths], int | None]:
    """Let a part take what it needs where so much is looked up that it is missed: a short booklet is leafed through at a glance."""

    def takes(at: int, lengths: Lengths) -> int | None:  # noqa: ARG001 - as any other
        looked_up = sum(lengths.get(name, USUAL) for name in names) + sum(it.sides)
        return None if looked_up > SHORT else 0

    return takes


def _day_part(day: Day, it: Making) -> Part:
    name, title, leaf = _day(day.number), weekday_title(day, it.leaf.kit.words), it.leaf
    return Part(
        name=name,
        turn=1,
        place=lambda at: partial(place_day, days.page_of(day, it.plan(at), leaf), at[name].start, leaf),
        outlined=title,
        listed=title,
    )


def _spare(it: Making) -> Part:
    """Return the page before the cards: where all have two sides, both are seen at once, the first on an even page."""
    spread = bool(it.sides) and min(it.sides) > 1
    return Part(
        name="spare",
        takes=lambda at, _: at % 2 if spread else 0,
        place=lambda at: partial(_blank, at["spare"], it.leaf),
    )


def _cards(it: Making) -> Part:
    return Part(
        name=CARDS,
        takes=lambda *_: sum(it.sides),
        place=lambda at: partial(it.cards, it.plan(at), it.leaf),
        outlined=it.leaf.kit.words("part.exercises"),
        inside=lambda at: tuple(card.bookmark for card in it.plan(at).cards),
    )


def _records(own: Sequence[Day], it: Making) -> Iterator[Part]:
    """Yield the pages to write results on that stand by themselves."""
    for day in own:
        yield _log_part(day, it)
    if it.outline.logs:
        yield Part(
            name="progress",
            place=lambda at: partial(place_progress, week.progress_of(it.outline), at["progress"].start, it.leaf),
            outlined=it.leaf.kit.words("part.progress"),
            listed=it.leaf.kit.words("part.progress"),
        )


def _log_part(day: Day, it: Making) -> Part:
    name, leaf, words = _log(day.number), it.leaf, it.leaf.kit.words
    title = words("part.log", day=title_of(day, words))
    return Part(
        name=name,
        place=lambda at: partial(place_logs, logs.log_of(day, it.plan(at)), at[name].start, leaf),
        outlined=title,
        listed=title,
    )


def _ends(if_long: Callable[[int, Lengths], int | None], it: Making) -> Iterator[Part]:
    """Yield index, credits, notes and the last page; the number of that is a multiple of four."""
    leaf, guides = it.leaf, [card.guide for card in it.outline.cards]
    yield from list_parts(guides, lambda at: by_position(it.plan(at)), leaf, takes=if_long)
    yield Part(
        name="notes",
        takes=lambda at, _: -at % SHEET,
        place=lambda at: partial(_blank, at["notes"], leaf),
        outlined=leaf.kit.words("part.notes"),
    )
    yield Part(
        name="back",
        takes=one_page,
        place=lambda at: partial(only, place_back_cover, front.cover_of(it.outline), at["back"].start, leaf),
    )
