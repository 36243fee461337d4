"""Measurements and a number of weeks in, a page for the pen out: a table of results, a chart to draw."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from math import ceil

from cardgen.display import Item, Page
from cardgen.layout.cells import CellRow
from cardgen.layout.pages.leaf import Head, Leaf, finish, frame
from cardgen.layout.pages.program.chart import LEAST, chart_height, place_chart
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import Measurement, ProgressPage
from cardgen.layout.pages.program.signs import grid, line
from cardgen.layout.pages.program.words import PROGRESS_TITLE, RECORDS, START, WEEK, when_to_measure
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase, set_figures, set_phrase
from cardgen.layout.text import Slot
from cardgen.typeset.fonts import Style

FIELD_GAP, LABEL, ROW, HEAD_GAP = 5.5, 43.0, 8.4, 2.1
"""From the head to the table, its labels, its rows, from its head to the first of them: in sheet units, as are all lengths."""
LABEL_GAP, UNIT_GAP, BLANK, BLANK_FOOT = 2.0, 2.0, 38.0, 1.6
ROW_PAD, DESCENT = 0.6, 0.25
"""Least white above and below a name, and how far its letters reach below its last line, in em."""
SECTION_GAP = 6.2
EVEN, THIRD, THIRD_FROM, MOST_POINTS = 2, 3, 9, 5
"""How many weeks lie between two measurements, from how many weeks on three, and how often at most there are any."""
WEEK_SIZE, NAME, UNIT = 12.0, 10.0, 9.0
"""Sizes in points on A5."""


def place_progress(progress: ProgressPage, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the page, or two where table and chart do not fit on one."""
    gauge = Gauge(leaf=leaf)
    step = step_of(progress.weeks)
    order = count(1)
    head = Head(eyebrow=RECORDS, title=PROGRESS_TITLE, introduction=when_to_measure(step), gap=FIELD_GAP)
    framed = frame(head, number, leaf, order)
    table, y = _table(progress, framed.field.y, gauge, order)
    y += gauge.down(SECTION_GAP)
    if y + chart_height(LEAST, gauge) <= framed.field.bottom:
        chart = place_chart(progress.weeks, y, framed.field.bottom, gauge, order)
        return (finish((*framed.items, *table, *chart), number, PROGRESS_TITLE, leaf),)
    first = finish((*framed.items, *table), number, PROGRESS_TITLE, leaf)
    order = count(1)
    framed = frame(Head(eyebrow=RECORDS), number + 1, leaf, order)
    chart = place_chart(progress.weeks, framed.field.y, framed.field.bottom, gauge, order)
    return first, finish((*framed.items, *chart), number + 1, PROGRESS_TITLE, leaf)


def step_of(weeks: int) -> int:
    """Return how many weeks lie between two measurements."""
    usual = THIRD if weeks >= THIRD_FROM else EVEN
    return min(max(usual, ceil(weeks / MOST_POINTS)), max(weeks, 1))


def points_of(weeks: int) -> tuple[str, ...]:
    """Return when to measure: at the start, then so that the last week is among them."""
    step = step_of(weeks)
    found = [str(week) for week in range(weeks, 0, -step) if week > 1 or weeks == 1]
    return (START, *reversed(found))


def _table(progress: ProgressPage, y: float, gauge: Gauge, order: Iterator[int]) -> tuple[list[Item], float]:
    """Place the table; return it and the y of its foot."""
    points = points_of(progress.weeks)
    left = gauge.left + gauge.across(LABEL)
    width = (gauge.right - left) / len(points)
    head = _week(WEEK, gauge)
    cells = CellRow(order)
    items: list[Item] = [*head.left(gauge.left, y, cells.title(1))]
    for at, point in enumerate(points):
        items += _week(point, gauge).centred(left + (at + 0.5) * width, y, cells.title(2 + at))
    y += head.cap + gauge.down(HEAD_GAP)
    for measurement in progress.measurements:
        row = _row(measurement, gauge)
        items.append(grid((left, y), (width, row), (len(points), 1), gauge.kit))
        items += _label(measurement, y, row, gauge, CellRow(order))
        y += row
    return items, y


def _row(measurement: Measurement, gauge: Gauge) -> float:
    """Return the height of a row: a name on several lines may ask for more than the pen does."""
    least = max(gauge.box, gauge.down(ROW))
    if not measurement.name:
        return least
    name, _, width = _named(measurement, gauge)
    return max(least, name.height(width) + 2 * gauge.down(ROW_PAD) + name.setting.size * DESCENT)


def _label(measurement: Measurement, y: float, row: float, gauge: Gauge, cells: CellRow) -> list[Item]:
    """Place what is measured and its unit, or a line to name it on."""
    if not measurement.name:
        foot = y + row - gauge.down(BLANK_FOOT)
        end = gauge.left + gauge.across(BLANK)
        return [line((gauge.left, foot), (end, foot), gauge.theme.outline, gauge.across(0.3))]
    name, unit, width = _named(measurement, gauge)
    mark = cells.head(1)
    top = y + (row - name.height(width)) / 2
    placed = name.within(Slot(gauge.left, top, width), mark)
    if not measurement.unit:
        return [*placed]
    last = placed[-1]
    return [*placed, *unit.left(last.x + last.width + gauge.across(UNIT_GAP), last.y - unit.cap, mark)]


def _named(measurement: Measurement, gauge: Gauge) -> tuple[Phrase, Phrase, float]:
    """Return a name, its unit and the width that the name has beside it."""
    unit = set_phrase(
        measurement.unit or " ", Type(style=Style.TEXT, color=gauge.theme.muted), gauge.points(UNIT), gauge.kit
    )
    taken = unit.width + gauge.across(UNIT_GAP) if measurement.unit else 0.0
    width = gauge.across(LABEL - LABEL_GAP) - taken
    room = Room(width=width, least=gauge.points(UNIT))
    type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink, leading=1.1)
    return fit_phrase(measurement.name, type_, gauge.points(NAME), room, gauge.kit), unit, width


def _week(words: str, gauge: Gauge) -> Phrase:
    return set_figures(words, Type(style=Style.HEADING, color=gauge.theme.heading), gauge.points(WEEK_SIZE), gauge.kit)
