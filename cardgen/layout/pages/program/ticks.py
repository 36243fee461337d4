"""Days and weeks in, a grid of boxes out, one to tick for every session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardgen.display import Item
from cardgen.geometry import Rect
from cardgen.layout.cells import CellRow
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import Week
from cardgen.layout.pages.program.signs import write_in
from cardgen.layout.pages.program.weeks import FEW, MOST, date_of, months
from cardgen.layout.pages.program.words import WEEK
from cardgen.layout.phrase import Phrase, Type, set_phrase
from cardgen.typeset.fonts import Style

SIDE, GAP, GAP_MANY = 8.0, 0.7, 1.0
"""A box and what parts two rows of them, in sheet units, as are the lengths below; the second gap for many weeks."""
LABEL, LABEL_MANY, LABEL_GAP = 16.0, 14.0, 2.0
"""What the names of the days take at the left, for few weeks and for many; the least white behind them."""
WIDEST = 16.0
"""Columns are no wider, so that few weeks stand together."""
CLEAR, DATE_CLEAR = 0.5, 1.0
"""Least white between two boxes of a row, and between two dates."""
DATE, NAME = 9.0, 12.0
"""Sizes in points on A5."""
DATE_GAP, LINE = 1.8, 4.0
"""From the dates to the boxes, and from the month to the day below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickGrid:
    """A row of boxes for every day, a column for every week."""

    gauge: Gauge
    days: tuple[str, ...]
    """What each row is called."""
    weeks: tuple[Week, ...]

    @property
    def side(self) -> float:
        """Of a box, in points."""
        return max(self.gauge.box, self.gauge.across(SIDE))

    @property
    def pitch(self) -> float:
        """From row to row."""
        return self.side + self.gauge.down(GAP_MANY if self.many else GAP)

    @property
    def many(self) -> bool:
        """Whether dates take two lines: there are many of them, or letters are large."""
        if not self.weeks[0].day:
            return False
        widest = max(self._date(f"{week.day} {week.month}").width for week in self.weeks)
        return len(self.weeks) > FEW or widest + self.gauge.across(DATE_CLEAR) > self._pitch

    @property
    def _pitch(self) -> float:
        """From column to column."""
        label = label_width(self.days, len(self.weeks), self.gauge)
        return min((self.gauge.width - label) / len(self.weeks), self.gauge.across(WIDEST) * self.gauge.growth)

    @property
    def head(self) -> float:
        """The height of the dates and the white under them."""
        return self._date("0").cap + self.gauge.down((LINE if self.many else 0.0) + DATE_GAP)

    @property
    def height(self) -> float:
        """From the dates' cap line to the foot of the last box."""
        return self.head + (len(self.days) - 1) * self.pitch + self.side

    def place(self, y: float, order: Iterator[int]) -> list[Item]:
        """Place the grid, the dates' cap line at `y`."""
        gauge, kit = self.gauge, self.gauge.kit
        label = label_width(self.days, len(self.weeks), gauge)
        pitch = self._pitch
        middles = [gauge.left + label + (at + 0.5) * pitch for at in range(len(self.weeks))]
        items = self._dates(middles, y, order)
        top = y + self.head
        for day in self.days:
            name = _name(day, gauge)
            items += name.left(gauge.left, top + (self.side - name.cap) / 2, CellRow(order).head(1))
            for middle in middles:
                items.append(write_in(Rect(x=middle - self.side / 2, y=top, width=self.side, height=self.side), kit))
            top += self.pitch
        return items

    def _dates(self, middles: Sequence[float], y: float, order: Iterator[int]) -> list[Item]:
        """Place the head of every column: its date, or its number where the program has no dates."""
        row = CellRow(order)
        items: list[Item] = []
        dated = bool(self.weeks[0].day)
        if not dated:
            items += _name(WEEK, self.gauge).left(self.gauge.left, y, row.title(1))
        for at, (week, month, middle) in enumerate(zip(self.weeks, months(self.weeks), middles, strict=True), 2):
            mark = row.title(at)
            if not dated:
                items += self._date(week.number).centred(middle, y, mark)
            elif not self.many:
                items += self._date(date_of(week, month)).centred(middle, y, mark)
            else:
                if month:
                    items += self._date(month).centred(middle, y, mark)
                items += self._date(week.day).centred(middle, y + self.gauge.down(LINE), mark)
        return items

    def _date(self, words: str) -> Phrase:
        gauge = self.gauge
        return set_phrase(words, Type(style=Style.LEAD_IN, color=gauge.theme.ink), gauge.points(DATE), gauge.kit)


def most_weeks(days: Sequence[str], gauge: Gauge) -> int:
    """Return how many weeks a grid has room for."""
    room = gauge.width - label_width(days, MOST, gauge)
    type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink)
    month = set_phrase("Mar", type_, gauge.points(DATE), gauge.kit).width + gauge.across(DATE_CLEAR)
    least = max(gauge.box + gauge.across(CLEAR), gauge.across(SIDE + CLEAR), month)
    return max(1, min(MOST, int(room / least)))


def label_width(days: Sequence[str], weeks: int, gauge: Gauge) -> float:
    """Return the width of the names of the days."""
    least = max(_name(day, gauge).width for day in days) + gauge.across(LABEL_GAP)
    return max(gauge.across(LABEL_MANY if weeks > FEW else LABEL), least)


def _name(day: str, gauge: Gauge) -> Phrase:
    return set_phrase(day, Type(style=Style.HEADING, color=gauge.theme.heading), gauge.points(NAME), gauge.kit)
