"""Days and weeks in, a grid of boxes out, one to tick for every session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.box import At, Frame, art, cell, pad, read, row, stack, table_row
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import write_box
from cardgen.layout.program.model import Week
from cardgen.layout.program.weeks import FEW, MOST, date_of, months
from cardgen.theme.type import DATE, TABLE_HEAD
from cardgen.values.geometry import Rect

SIDE, GAP, GAP_MANY = 8.0, 0.7, 1.0
"""A box and what parts two rows of them, in sheet units, as are the lengths below; the second gap for many weeks."""
LEFT, LEFT_MANY, LEFT_GAP = 16.0, 14.0, 2.0
"""What the names of the days take at the left, for few weeks and for many; the least white behind them."""
WIDEST = 16.0
"""Columns are no wider, so that few weeks stand together."""
CLEAR, DATE_CLEAR = 0.5, 1.0
"""Least white between two boxes of a row, and between two dates."""
DATE_GAP, DATE_LINE = 1.8, 4.0
"""From the dates to the boxes, and from the month to the day below it."""
WIDEST_MONTH = 3


def tick_grid(days: Sequence[str], weeks: Sequence[Week], gauge: Gauge) -> Frame:
    """Return a row of boxes for every day, called by its name, and a column for every week, under its date."""
    left = _left(days, len(weeks), gauge)
    pitch = min((gauge.width - left) / len(weeks), gauge.across(WIDEST) * gauge.growth)
    parted = _is_parted(weeks, pitch, gauge)
    heads = _heads(weeks, gauge, parted=parted)
    side = max(gauge.box, gauge.across(SIDE))
    inset = (pitch - side) / 2

    def draw(rect: Rect, _: Mark) -> list[Item]:
        xs = (rect.x + at * pitch + inset for at in range(len(weeks)))
        return [write_box(replace(rect, x=x, width=side), gauge.kit) for x in xs]

    boxes = art(pitch * len(weeks), side, draw)
    names = (read(gauge.words(day, TABLE_HEAD), cell(1, Role.ROW_HEAD)) for day in days)
    rows = [table_row(row((name, boxes), (0.0, left), gauge.width)) for name in names]
    xs = [left + (at + 0.5) * pitch - head.width / 2 for at, head in enumerate(heads)]
    head = row(heads, xs, gauge.width, At.START)
    if not weeks[0].day:
        name = gauge.words(gauge.kit.words("week.week"), TABLE_HEAD)
        named = pad(read(name, cell(1, Role.COLUMN_HEAD)), 0.0, head.height - name.height)
        head = row((named, head), (0.0, 0.0), gauge.width, At.START)
    under = stack(rows, gauge.down(GAP_MANY if parted else GAP))
    return stack((pad(table_row(head), 0.0, gauge.down(DATE_GAP)), under))


def _heads(weeks: Sequence[Week], gauge: Gauge, *, parted: bool) -> list[Frame]:
    """Return the head of every column: its date, or its number where the program has no dates."""
    dated = bool(weeks[0].day)

    def head(week: Week, month: str) -> Frame:
        date = gauge.words(
            week.day if parted else date_of(week, month, gauge.kit.words) if dated else week.number, DATE
        )
        if not parted:
            return date
        above = [gauge.words(month, DATE)] if month else []
        white = gauge.down(DATE_LINE) - (above[0].height if above else 0.0)
        return stack((*above, pad(date, white, 0.0)), side=At.MIDDLE)

    frames = (head(*it) for it in zip(weeks, months(weeks), strict=True))
    return [read(it, cell(at, Role.COLUMN_HEAD)) for at, it in enumerate(frames, 2)]


def _is_parted(weeks: Sequence[Week], pitch: float, gauge: Gauge) -> bool:
    """Tell whether dates take two lines: there are many of them, or letters are large."""
    if not weeks[0].day:
        return False
    widest = max(gauge.phrase(date_of(week, week.month, gauge.kit.words), DATE).width for week in weeks)
    return len(weeks) > FEW or widest + gauge.across(DATE_CLEAR) > pitch


def most_weeks(days: Sequence[str], gauge: Gauge) -> int:
    """Return how many weeks a grid has room for."""
    month = gauge.phrase(gauge.kit.words(f"month-short.{WIDEST_MONTH}"), DATE).width + gauge.across(DATE_CLEAR)
    least = max(gauge.box + gauge.across(CLEAR), gauge.across(SIDE + CLEAR), month)
    return max(1, min(MOST, int((gauge.width - _left(days, MOST, gauge)) / least)))


def _left(days: Sequence[str], weeks: int, gauge: Gauge) -> float:
    """Return the width of the names of the days."""
    least = max(gauge.phrase(day, TABLE_HEAD).width for day in days) + gauge.across(LEFT_GAP)
    return max(gauge.across(LEFT_MANY if weeks > FEW else LEFT), least)
