"""Exercises, sets and weeks in, a grid of boxes to write in out: a column a week, a row a set, planned loads small in the boxes.

Where letters are large for their sheet, names stand above their boxes instead of beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor

from cardgen.display import Color, Role
from cardgen.layout.ground.box import At, Frame, Pen, cell, least, pad, read, row, stack, table_row, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.program.model import Log, Week
from cardgen.layout.program.signs import grid
from cardgen.layout.program.weeks import FEW, MOST, date_of, months, split_weeks
from cardgen.theme.type import FINE_DATE, FINE_NOTE, LABEL, LINE, LOG_WEEK, PLANNED, TABLE_HEAD
from cardgen.values.geometry import Rect, mm

LEFT, LEFT_NARROW, LEFT_ABOVE = 37.0, 31.0, 9.0
"""What stands at the left of the boxes: names and set numbers, the same for many weeks, or set numbers alone; in sheet units, as
are all lengths here."""
ROWS = (8.1, 7.4, 6.8)
"""Heights of a row, best first: lower ones where they make fewer pages."""
ROW_LEAST_MM = 6.4
"""Enough for a figure by hand; no row is lower on paper."""
WIDEST = 24.0
"""Columns are no wider, so that few weeks stand together."""
GAP, JOINED_GAP = 2.4, 1.3
"""Between two blocks of boxes, and between those of a bracket."""
SET_GAP = 1.4
"""From a set's number to its boxes."""
DATE_AT, BOXES_AT = 1.45, 2.3
"""From the week's number to the date below it, and from there to the boxes."""
PLANNED_X, PLANNED_Y = 0.9, 1.2
"""From a box's edges to the planned load in it."""
ABOVE_GAP = 1.6
"""From a name that stands above its boxes to them."""
WIDEST_DAY, DATE_EM = "28", 2.6
"""The least width of a box in large print, by the width of a date's figures."""
ABOVE_FROM = 1.12
"""Where letters are this many times as large for their sheet as usual, names stand above their boxes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a range of weeks."""

    gauge: Gauge
    weeks: tuple[Week, ...]
    start: int = 0
    """The place of the first in the program, from 0."""
    high: float = ROWS[0]
    """Of a box, in sheet units."""
    least: float = 0.0
    """The width of a box that holds what is planned, in points."""

    @property
    def above(self) -> bool:
        """Whether names stand above their boxes."""
        return names_above(self.gauge)

    @property
    def label(self) -> float:
        """The width of what stands at the left of the boxes."""
        gauge = self.gauge
        wide = gauge.across(LEFT)
        has_room = len(self.weeks) <= FEW and (gauge.width - wide) / len(self.weeks) >= self.least
        return wide if has_room and not self.above else label_width(gauge)

    @property
    def pitch(self) -> float:
        """The width of a box."""
        room = self.gauge.width - self.label
        return min(room / len(self.weeks), max(self.gauge.across(WIDEST), self.least))

    @property
    def row(self) -> float:
        """The height of a box."""
        return max(self.gauge.box if self.above else mm(ROW_LEAST_MM), self.gauge.across(self.high))

    def head(self) -> Frame:
        """Return the numbers of the weeks over their dates, with the white under them."""
        gauge, dates = self.gauge, self._dates()
        numbers = [words(gauge.figures(week.number, LOG_WEEK)) for week in self.weeks]
        cap = numbers[0].height
        line = cap + gauge.down(DATE_AT) if dates else 0.0
        named = gauge.words(gauge.kit.words("week.week"), TABLE_HEAD)
        week, date, sets = (
            pad(named, cap - named.height, 0.0),
            gauge.words(gauge.kit.words("log.date"), FINE_NOTE),
            gauge.words(gauge.kit.words("log.set"), FINE_NOTE),
        )
        frames, xs = [week], [0.0]
        if not self.above:  # else the numbers of sets have so narrow a column that its name would stand on the weeks
            frames = [stack((week, pad(date, line - cap, 0.0))) if dates else week]
            frames.append(pad(sets, line or cap - sets.height, 0.0))
            xs.append(self._before(sets))
        columns = [read(frame, cell(at, Role.COLUMN_HEAD)) for at, frame in enumerate(frames, 1)]
        for at, number in enumerate(numbers):
            under = [pad(dates[at], line - cap + date.height - dates[at].height, 0.0)] if dates else []
            frame = read(stack((number, *under), side=At.MIDDLE), cell(3 + at, Role.COLUMN_HEAD))
            columns.append(frame)
            xs.append(self.label + (at + 0.5) * self.pitch - frame.width / 2)
        return pad(table_row(row(columns, xs, gauge.width, At.START)), 0.0, gauge.down(BOXES_AT))

    def boxes(self, sets: Sequence[Frame], tint: Color | None = None) -> Frame:
        """Return a row of boxes for each set, and over them what is printed there."""
        inner = stack([least(it, self.row) for it in sets])

        def put(pen: Pen, rect: Rect) -> None:
            size, count = (self.pitch, self.row), (len(self.weeks), len(sets))
            pen.items.append(grid((rect.x + self.label, rect.y), size, count, self.gauge, tint))
            inner.put(pen, rect)

        return Frame(self.gauge.width, inner.height, put)

    def labelled(self, label: Frame, boxes: Frame, at: At) -> Frame:
        """Return boxes with their label, which stands above them, or at their left: in their middle or beside the first."""
        if self.above:
            return stack((pad(label, 0.0, self.gauge.down(ABOVE_GAP)), boxes))
        alone = stack((label,))  # no higher than it is: its link is no larger
        return row((alone, boxes), (0.0, 0.0), self.gauge.width, at)

    def set_row(self, said: str, loads: Sequence[str]) -> Frame:
        """Return the number of a set, or a unit, at the left of its boxes, and what is planned in their corners."""
        gauge, inset = self.gauge, self.gauge.across(PLANNED_X)
        figure = words(gauge.figures(said, LABEL))
        frames, xs = [read(figure, cell(2))], [self._before(figure)]
        top = gauge.across(PLANNED_Y)
        for at, load in enumerate(loads):
            if load:
                small = words(planned(load, self.pitch - 2 * inset, gauge))
                frames.append(read(pad(small, top, self.row - top - small.height), cell(3 + at)))
                xs.append(self.label + at * self.pitch + inset)
        return row(frames, xs, gauge.width)

    def _before(self, frame: Frame) -> float:
        """Return where a frame starts that ends before the boxes."""
        return self.label - self.gauge.across(SET_GAP) - frame.width

    def _dates(self) -> list[Frame]:
        """Return the dates, all in the size of the widest; none in a program without dates."""
        if not self.weeks[0].day:
            return []
        gauge = self.gauge
        said = [
            date_of(week, month, gauge.kit.words) for week, month in zip(self.weeks, months(self.weeks), strict=True)
        ]
        sized = [gauge.fit(date, FINE_DATE, self.pitch - gauge.across(LINE)) for date in said if date]
        size = min((phrase.setting.size for phrase in sized), default=0.0)
        return [words(gauge.phrase(date, FINE_DATE, size=size)) for date in said]


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
            for load in {load for loads in (exercise.weights, *exercise.planned) for load in loads if load}:
                least = planned(load, 0.0, gauge)
                widest = max(widest, least.width + 2 * gauge.across(PLANNED_X))
    if log.weeks and log.weeks[0].day and names_above(gauge):
        widest = max(widest, gauge.phrase(WIDEST_DAY, FINE_DATE).width * DATE_EM)
    return widest


def planned(load: str, width: float, gauge: Gauge) -> Phrase:
    """Return a planned load, smaller where its box is narrow; it is meant to be written over."""
    phrase = gauge.phrase(load, PLANNED)
    if phrase.width <= width:
        return phrase
    size = max(gauge.least_of(PLANNED), phrase.setting.size * width / phrase.width)
    return gauge.phrase(load, PLANNED, size=size)


def names_above(gauge: Gauge) -> bool:
    """Tell whether names stand above their boxes."""
    return gauge.growth > ABOVE_FROM


def label_width(gauge: Gauge) -> float:
    """Return the width of what stands at the left of the boxes."""
    return gauge.across(LEFT_ABOVE) * gauge.growth if names_above(gauge) else gauge.across(LEFT_NARROW)
