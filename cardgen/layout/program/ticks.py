"""Days and weeks in, a grid of boxes out, one to tick for every session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.box import At, Frame, art, cell, pad, read, row, stack, table_row, words
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.model import Week
from cardgen.layout.program.signs import write_in
from cardgen.layout.program.weeks import FEW, MOST, date_of, months
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

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


def tick_grid(days: Sequence[str], weeks: Sequence[Week], gauge: Gauge) -> Frame:
    """Return a row of boxes for every day, called by its name, and a column for every week, under its date."""
    label = label_width(days, len(weeks), gauge)
    pitch = min((gauge.width - label) / len(weeks), gauge.across(WIDEST) * gauge.growth)
    parted = _is_parted(weeks, pitch, gauge)
    heads = _heads(weeks, gauge, parted=parted)
    side = max(gauge.box, gauge.across(SIDE))
    inset = (pitch - side) / 2

    def draw(rect: Rect, _: Mark) -> list[Item]:
        xs = (rect.x + at * pitch + inset for at in range(len(weeks)))
        return [write_in(replace(rect, x=x, width=side), gauge.kit) for x in xs]

    boxes = art(pitch * len(weeks), side, draw)
    names = (read(words(_name(day, gauge)), cell(1, Role.ROW_HEAD)) for day in days)
    rows = [table_row(row((name, boxes), (0.0, label), gauge.width)) for name in names]
    gap = gauge.down(GAP_MANY if parted else GAP)
    xs = [label + (at + 0.5) * pitch - head.width / 2 for at, head in enumerate(heads)]
    head = row(heads, xs, gauge.width, At.START)
    if not weeks[0].day:
        name = words(_name(gauge.kit.words("week.week"), gauge))
        named = pad(read(name, cell(1, Role.COLUMN_HEAD)), 0.0, head.height - name.height)
        head = row((named, head), (0.0, 0.0), gauge.width, At.START)
    return stack((pad(table_row(head), 0.0, gauge.down(DATE_GAP)), stack(rows, gap)))


def _heads(weeks: Sequence[Week], gauge: Gauge, *, parted: bool) -> list[Frame]:
    """Return the head of every column: its date, or its number where the program has no dates."""
    dated = bool(weeks[0].day)

    def head(week: Week, month: str) -> Frame:
        said = week.day if parted else date_of(week, month, gauge.kit.words) if dated else week.number
        date = words(_date(said, gauge))
        if not parted:
            return date
        line = gauge.down(LINE)
        if not month:
            return pad(date, line, 0.0)
        above = words(_date(month, gauge))
        return stack((pad(above, 0.0, line - above.height), date), side=At.MIDDLE)

    frames = (head(*it) for it in zip(weeks, months(weeks), strict=True))
    return [read(frame, cell(at, Role.COLUMN_HEAD)) for at, frame in enumerate(frames, 2)]


def _is_parted(weeks: Sequence[Week], pitch: float, gauge: Gauge) -> bool:
    """Tell whether dates take two lines: there are many of them, or letters are large."""
    if not weeks[0].day:
        return False
    widest = max(_date(date_of(week, week.month, gauge.kit.words), gauge).width for week in weeks)
    return len(weeks) > FEW or widest + gauge.across(DATE_CLEAR) > pitch


def most_weeks(days: Sequence[str], gauge: Gauge) -> int:
    """Return how many weeks a grid has room for."""
    room = gauge.width - label_width(days, MOST, gauge)
    month = _date(gauge.kit.words("month-short.3"), gauge).width + gauge.across(DATE_CLEAR)
    least = max(gauge.box + gauge.across(CLEAR), gauge.across(SIDE + CLEAR), month)
    return max(1, min(MOST, int(room / least)))


def label_width(days: Sequence[str], weeks: int, gauge: Gauge) -> float:
    """Return the width of the names of the days."""
    least = max(_name(day, gauge).width for day in days) + gauge.across(LABEL_GAP)
    return max(gauge.across(LABEL_MANY if weeks > FEW else LABEL), least)


def _name(day: str, gauge: Gauge) -> Phrase:
    return set_phrase(day, Type(style=Style.HEADING, color=gauge.theme.heading), gauge.points(NAME), gauge.kit)


def _date(said: str, gauge: Gauge) -> Phrase:
    return set_phrase(said, Type(style=Style.LEAD_IN, color=gauge.theme.ink), gauge.points(DATE), gauge.kit)
