"""Exercises, sets and weeks in, a grid of boxes to write in out: a column a week, a row a set, planned loads small in the boxes.

Where letters are large for their sheet, names stand above their boxes instead of beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor

from cardgen.display import Color, Item, Path
from cardgen.layout.cells import CellRow
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import Log, Week
from cardgen.layout.pages.program.signs import grid
from cardgen.layout.pages.program.weeks import MOST, date_of, months, split_weeks
from cardgen.layout.pages.program.words import DATE, SET, WEEK
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase, set_figures, set_phrase
from cardgen.typeset.fonts import Style

LABEL, LABEL_ABOVE = 31.0, 9.0
"""What stands at the left of the boxes: names and set numbers, or set numbers alone; in sheet units, as are all lengths here."""
ROW = 8.1
WIDEST = 24.0
"""Columns are no wider, so that few weeks stand together."""
GAP, JOINED_GAP = 2.4, 1.3
"""Between two blocks of boxes, and between those of a bracket."""
SET_GAP = 1.4
"""From a set's number to its boxes."""
LINE = 0.25
DATE_AT, BOXES_AT = 1.45, 2.3
"""From the week's number to the date below it, and from there to the boxes."""
PLANNED_X, PLANNED_Y = 0.9, 1.2
"""From a box's edges to the planned load in it."""
ABOVE_GAP = 1.6
"""From a name that stands above its boxes to them."""
NUMBER, WEEK_SIZE, DATE_SIZE, DATE_LEAST, SIDE_NOTE, PLANNED, PLANNED_LEAST = 12.5, 12.0, 8.0, 6.5, 8.5, 7.5, 6.5
"""Sizes in points on A5."""
ABOVE_FROM = 1.12
"""Where letters are this many times as large for their sheet as usual, names stand above their boxes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a range of weeks."""

    gauge: Gauge
    weeks: tuple[Week, ...]
    start: int = 0
    """The place of the first in the program, from 0."""
    high: float = ROW
    """Of a box, in sheet units."""
    least: float = 0.0
    """The width of a box that holds what is planned, in points."""

    @property
    def above(self) -> bool:
        """Whether names stand above their boxes."""
        return names_above(self.gauge)

    @property
    def left(self) -> float:
        """The x of the first box."""
        return self.gauge.left + label_width(self.gauge)

    @property
    def pitch(self) -> float:
        """The width of a box."""
        room = self.gauge.right - self.left
        return min(room / len(self.weeks), max(self.gauge.across(WIDEST), self.least))

    @property
    def row(self) -> float:
        """The height of a box."""
        return max(self.gauge.box, self.gauge.across(self.high))

    @property
    def set_x(self) -> float:
        """Where the numbers of sets end."""
        return self.left - self.gauge.across(SET_GAP)

    @property
    def head(self) -> float:
        """The height of the columns' heads, from the numbers' cap line to the first boxes."""
        gauge = self.gauge
        date = gauge.down(DATE_AT) + self._side_note(DATE).cap if self.weeks[0].day else 0.0
        return self._number("0").cap + date + gauge.down(BOXES_AT)

    def middle(self, at: int) -> float:
        """Return the middle of a week's column."""
        return self.left + (at + 0.5) * self.pitch

    def place_head(self, y: float, order: Iterator[int]) -> list[Item]:
        """Place the numbers of the weeks over their dates, cap line at `y`."""
        gauge, kit = self.gauge, self.gauge.kit
        cells = CellRow(order)
        week = set_phrase(WEEK, Type(style=Style.HEADING, color=gauge.theme.heading), gauge.points(WEEK_SIZE), kit)
        number = self._number("0")
        mark = cells.title(1)
        items: list[Item] = []
        dated = bool(self.weeks[0].day)
        below = y + number.cap + gauge.down(DATE_AT)
        set_ = self._side_note(SET)
        date = self._side_note(DATE)
        items += week.left(gauge.left, y + number.cap - week.cap, mark)
        if not self.above:  # else the numbers of sets have so narrow a column that its name would stand on the weeks
            items += date.left(gauge.left, below, mark) if dated else ()
            items += set_.right(self.set_x, below if dated else y + number.cap - set_.cap, cells.title(2))
        dates = self._dates()
        for at, week_ in enumerate(self.weeks):
            mark = cells.title(3 + at)
            items += self._number(week_.number).centred(self.middle(at), y, mark)
            if dated:
                items += dates[at].centred(self.middle(at), below + date.cap - dates[at].cap, mark)
        return items

    def boxes(self, y: float, rows: int, tint: Color | None = None) -> Path:
        """Return rows of boxes from `y` down."""
        return grid((self.left, y), (self.pitch, self.row), (len(self.weeks), rows), self.gauge.kit, tint)

    def place_planned(self, loads: Sequence[str], y: float, cells: CellRow) -> list[Item]:
        """Place the planned loads of a set in the corners of its boxes."""
        items: list[Item] = []
        gauge = self.gauge
        for at, load in enumerate(loads):
            if load:
                x = self.left + at * self.pitch + gauge.across(PLANNED_X)
                phrase = planned(load, self.pitch - 2 * gauge.across(PLANNED_X), gauge)
                items += phrase.left(x, y + gauge.across(PLANNED_Y), cells.cell(3 + at))
        return items

    def place_set(self, number: int, y: float, cells: CellRow) -> list[Item]:
        """Place the number of a set at the left of its boxes."""
        type_ = Type(style=Style.TEXT, color=self.gauge.theme.muted)
        figure = set_figures(str(number), type_, self.gauge.points(9.0), self.gauge.kit)
        return [*figure.right(self.set_x, y + (self.row - figure.cap) / 2, cells.cell(2))]

    def _number(self, words: str) -> Phrase:
        gauge = self.gauge
        type_ = Type(style=Style.HEADING, color=gauge.theme.heading)
        return set_figures(words, type_, gauge.points(NUMBER), gauge.kit)

    def _side_note(self, words: str) -> Phrase:
        gauge = self.gauge
        return set_phrase(words, Type(style=Style.TEXT, color=gauge.theme.muted), gauge.fine(SIDE_NOTE), gauge.kit)

    def _dates(self) -> list[Phrase]:
        """Return the dates, all in the size of the widest."""
        gauge = self.gauge
        words = [date_of(week, month) for week, month in zip(self.weeks, months(self.weeks), strict=True)]
        type_ = Type(style=Style.TEXT, color=gauge.theme.ink)
        room = Room(width=self.pitch - gauge.across(LINE), least=gauge.fine(DATE_LEAST))
        sized = [fit_phrase(date, type_, gauge.fine(DATE_SIZE), room, gauge.kit) for date in words if date]
        size = min((phrase.setting.size for phrase in sized), default=gauge.fine(DATE_SIZE))
        return [set_phrase(date, type_, size, gauge.kit) for date in words]


def columns_of(log: Log, gauge: Gauge) -> tuple[Columns, ...]:
    """Return the columns of a log: of all weeks, or in ranges whose boxes are wide enough."""
    ranges = split_weeks(log.weeks, most_weeks(log, gauge))
    starts = accumulate((len(weeks) for weeks in ranges), initial=0)
    least = least_width(log, gauge)
    return tuple(
        Columns(gauge=gauge, weeks=weeks, start=start, least=least)
        for weeks, start in zip(ranges, starts, strict=False)
    )


def most_weeks(log: Log, gauge: Gauge) -> int:
    """Return how many weeks have room side by side: boxes are never too narrow for the pen, nor for what is planned."""
    room = gauge.width - label_width(gauge)
    return max(1, min(MOST, floor(room / least_width(log, gauge) + 1e-6)))


def least_width(log: Log, gauge: Gauge) -> float:
    """Return the least width of a box."""
    widest = gauge.box
    for group in log.groups:
        for exercise in group.exercises:
            for load in {load for loads in exercise.planned for load in loads if load}:
                least = planned(load, 0.0, gauge)
                widest = max(widest, least.width + 2 * gauge.across(PLANNED_X))
    if log.weeks and log.weeks[0].day and names_above(gauge):
        date = set_phrase("28", Type(style=Style.TEXT, color=gauge.theme.ink), gauge.fine(DATE_SIZE), gauge.kit)
        widest = max(widest, date.width * 2.6)
    return widest


def planned(load: str, width: float, gauge: Gauge) -> Phrase:
    """Return a planned load, smaller where its box is narrow; it is meant to be written over."""
    type_ = Type(style=Style.TEXT, color=gauge.theme.muted)
    phrase = set_phrase(load, type_, gauge.fine(PLANNED), gauge.kit)
    if phrase.width <= width:
        return phrase
    least = gauge.fine(PLANNED_LEAST)
    return set_phrase(load, type_, max(least, phrase.setting.size * width / phrase.width), gauge.kit)


def names_above(gauge: Gauge) -> bool:
    """Tell whether names stand above their boxes."""
    return gauge.growth > ABOVE_FROM


def label_width(gauge: Gauge) -> float:
    """Return the width of what stands at the left of the boxes."""
    return gauge.across(LABEL_ABOVE) * gauge.growth if names_above(gauge) else gauge.across(LABEL)
