"""The days of a week in, the week at a glance out: a row a day, then boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count

from cardgen.display import Color, Item, Mark, Page, Path, Role
from cardgen.geometry import Rect
from cardgen.layout.box import Frame, art, ground, place, stack
from cardgen.layout.pages.leaf import Framed, Head, Leaf, finish, frame
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.letter import place_letter
from cardgen.layout.pages.program.model import TrainingDay, Week, WeekPage
from cardgen.layout.pages.program.spoken import place_remarks, remarks_height
from cardgen.layout.pages.program.ticks import TickGrid, most_weeks
from cardgen.layout.pages.program.weekrows import Rows, set_rows
from cardgen.layout.pages.program.weeks import split_weeks
from cardgen.layout.pages.program.words import LETTER, TICK, WEEK_TITLE, day_name, goes_on, weeks_named
from cardgen.layout.phrase import Phrase, Type, set_phrase
from cardgen.layout.shapes import rule
from cardgen.layout.text import Slot, capitals
from cardgen.typeset.fonts import Style

RULE, LINE = 0.5, 0.25
"""Weights, in sheet units, as are the lengths below."""
SECTION_GAP, SECTION_LIST = 3.4, 3.4
"""From the rule to the heading under it, and from the heading to the dates."""
GRID_GAP, GRID_HEAD = 8.0, 3.4
"""Between two grids, and under the heading of each."""
REMARK_GAP = 5.0
"""From the boxes to what the trainer says."""
LAST = 10_000
"""What the trainer says is read last."""
HEADING, RANGE = 14.0, 11.0
"""Sizes in points on A5."""


@dataclass(frozen=True, slots=True)
class _Grids:
    """The grids of a program: one under the week, or several on pages of their own."""

    grids: tuple[TickGrid, ...]

    @property
    def below(self) -> float:
        """The height of a grid under the week, from the rule above its heading; 0 where they stand alone."""
        if len(self.grids) != 1:
            return 0.0
        grid = self.grids[0]
        return _heading(TICK, grid.gauge).cap + grid.gauge.down(SECTION_GAP + SECTION_LIST) + grid.height


def place_week(week: WeekPage, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the week's page, and more for the boxes where these do not fit on it."""
    gauge = Gauge(leaf=leaf)
    order = count(1)
    framed = frame(Head(eyebrow=week.eyebrow, title=WEEK_TITLE), number, leaf, order)
    grids = _grids(week, gauge)
    room = framed.field.height - grids.below
    rows = set_rows(week.days, room, gauge) if grids.below else None
    remarks: list[Item] = []
    if rows and (lower := _above_remarks(week, rows, room, gauge)):
        rows, remarks = lower, place_remarks(week.remarks, framed.field.bottom, gauge, count(LAST))
    if rows:
        items, y = _placed_rows(rows.frames, framed, gauge, order)
        items += _section(grids.grids[0], y, order)
        pages = [finish((*framed.items, *items, *remarks), number, WEEK_TITLE, leaf)]
    else:
        pages = _row_pages(week, number, gauge)
        pages += _tick_pages(week, grids, number + len(pages), leaf)
    if week.remarks and not remarks:
        pages += place_letter(Head(eyebrow=week.eyebrow, title=LETTER), week.remarks, number + len(pages), leaf)
    return tuple(pages)


def _row_pages(week: WeekPage, number: int, gauge: Gauge) -> list[Page]:
    """Return the rows without boxes: on a page, or on several where even low ones do not fit on one."""
    pages: list[Page] = []
    left: Sequence[Frame] = ()
    head = Head(eyebrow=week.eyebrow, title=WEEK_TITLE)
    while left or not pages:
        order = count(1)
        framed = frame(head, number + len(pages), gauge.leaf, order)
        if not left and (rows := set_rows(week.days, framed.field.height, gauge, squeeze=True)):
            left = rows.frames
        feet = accumulate(row.height for row in left)
        fitting = max(1, sum(foot <= framed.field.height + 1e-6 for foot in feet))
        items, _ = _placed_rows(left[:fitting], framed, gauge, order)
        pages.append(finish((*framed.items, *items), number + len(pages), WEEK_TITLE, gauge.leaf))
        left = left[fitting:]
        head = Head(eyebrow=goes_on(WEEK_TITLE))
    return pages


def _above_remarks(week: WeekPage, rows: Rows, room: float, gauge: Gauge) -> Rows | None:
    """Return rows that leave room for what the trainer says; None where they would tell less for it."""
    if not week.remarks:
        return None
    said = remarks_height(week.remarks, gauge) + gauge.down(REMARK_GAP)
    lower = set_rows(week.days, room - said, gauge)
    return lower if lower and lower.are_tall == rows.are_tall else None


def _grids(week: WeekPage, gauge: Gauge) -> _Grids:
    training = (day for day in week.days if isinstance(day, TrainingDay))
    days = tuple(day_name(day.weekday, day.number) for day in training for _ in range(day.times))
    if not days or not week.weeks:
        return _Grids(())
    ranges = split_weeks(week.weeks, most_weeks(days, gauge))
    return _Grids(tuple(TickGrid(gauge=gauge, days=days, weeks=weeks) for weeks in ranges))


def _placed_rows(rows: Sequence[Frame], framed: Framed, gauge: Gauge, order: Iterator[int]) -> tuple[list[Item], float]:
    """Place the rows between lines; return them and the y of the last, which is heavier."""
    theme, field = gauge.theme, framed.field

    def line(rect: Rect, weight: float, color: Color) -> tuple[Path]:
        return (rule(Slot(rect.x, rect.y, rect.width), gauge.across(weight), color),)

    parted = (ground(it, lambda rect: line(rect, LINE, theme.outline)) for it in rows)
    foot = art(gauge.width, 0.0, lambda rect, _: line(rect, RULE, theme.band))
    whole = stack((*parted, foot))
    return place(whole, gauge.left, field.y, order), field.y + whole.height


def _section(grid: TickGrid, y: float, order: Iterator[int]) -> list[Item]:
    """Place heading and grid under the rule at `y`."""
    gauge = grid.gauge
    heading = _heading(TICK, gauge)
    top = y + gauge.down(SECTION_GAP)
    placed = heading.left(gauge.left, top, Mark(role=Role.SECTION_HEADING, order=next(order)))
    return [*placed, *grid.place(top + heading.cap + gauge.down(SECTION_LIST), order)]


def _tick_pages(week: WeekPage, grids: _Grids, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return pages of grids under one another, each under its range of weeks where there are several."""
    pages: list[Page] = []
    left = list(grids.grids)
    named = len(left) > 1
    while left:
        order = count(1)
        framed = frame(Head(eyebrow=week.eyebrow, title=TICK), number + len(pages), leaf, order)
        items: list[Item] = [*framed.items]
        y = framed.field.y
        placed = 0
        for grid in left:
            gauge = grid.gauge
            heading = _range(grid.weeks, gauge) if named else None
            above = heading.cap + gauge.down(GRID_HEAD) if heading else 0.0
            if placed and y + above + grid.height > framed.field.bottom:
                break
            if heading:
                items += heading.left(gauge.left, y, Mark(role=Role.SECTION_HEADING, order=next(order)))
            items += grid.place(y + above, order)
            y += above + grid.height + gauge.down(GRID_GAP)
            placed += 1
        left = left[placed:]
        pages.append(finish(tuple(items), number + len(pages), TICK, leaf))
    return tuple(pages)


def _heading(words: str, gauge: Gauge) -> Phrase:
    return set_phrase(words, Type(style=Style.HEADING, color=gauge.theme.heading), gauge.points(HEADING), gauge.kit)


def _range(weeks: Sequence[Week], gauge: Gauge) -> Phrase:
    words = weeks_named(weeks[0].number, weeks[-1].number)
    return _heading(capitals(words[0], "en") + words[1:], gauge)
