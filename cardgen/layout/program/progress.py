"""Measurements and a number of weeks in, a page for the pen out: a table of results, a chart to draw."""

from __future__ import annotations

from math import ceil

from cardgen.display import Mark, Page, Path, Role
from cardgen.layout.forms.leaf import Head, Leaf, frame
from cardgen.layout.ground.box import At, Frame, Pen, art, cell, pad, read, row, stack, table_row, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.chart import chart_frame
from cardgen.layout.program.model import Measurement, ProgressPage
from cardgen.layout.program.signs import grid
from cardgen.layout.program.words import when_to_measure
from cardgen.theme.type import DESCENT, LABEL, NAME, PEN_LINE, TABLE_HEAD
from cardgen.values.geometry import Rect

FIELD_GAP, LEFT, ROW, HEAD_GAP = 5.5, 43.0, 8.4, 2.1
"""From the head to the table, its labels, its rows, from its head to the first of them: in sheet units, as are all lengths."""
LABEL_GAP, UNIT_GAP, BLANK, BLANK_FOOT = 2.0, 2.0, 38.0, 1.6
ROW_PAD = 0.6
"""Least white above and below a name."""
SECTION_GAP = 6.2
EVEN, THIRD, THIRD_FROM, MOST_POINTS = 2, 3, 9, 5
"""How many weeks lie between two measurements, from how many weeks on three, and how often at most there are any."""
MEASURED = NAME.led(1.1)


def place_progress(progress: ProgressPage, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the page, or two where table and chart do not fit on one."""
    gauge, told = leaf.gauge, leaf.kit.words
    records, title = told("progress.records"), told("progress.title")
    introduction = when_to_measure(step_of(progress.weeks), told)
    framed = frame(Head(eyebrow=records, title=title, introduction=introduction, gap=FIELD_GAP), number, leaf)
    table, gap = _table(progress, gauge), gauge.down(SECTION_GAP)
    room = framed.field.height - table.height - gap
    chart = chart_frame(progress.weeks, room, gauge)
    if chart.height <= room:
        return (framed.page(title, stack((table, chart), gap)),)
    more = frame(Head(eyebrow=records), number + 1, leaf)
    chart = chart_frame(progress.weeks, more.field.height, gauge)
    return framed.page(title, table), more.page(title, chart)


def step_of(weeks: int) -> int:
    """Return how many weeks lie between two measurements."""
    usual = THIRD if weeks >= THIRD_FROM else EVEN
    return min(max(usual, ceil(weeks / MOST_POINTS)), max(weeks, 1))


def points_of(weeks: int, start: str) -> tuple[str, ...]:
    """Return when to measure: at the start, which is called so, then so that the last week is among them."""
    step = step_of(weeks)
    found = [str(week) for week in range(weeks, 0, -step) if week > 1 or weeks == 1]
    return (start, *reversed(found))


def _table(progress: ProgressPage, gauge: Gauge) -> Frame:
    """Return the table: a row a measurement, a column a date."""
    points, left = points_of(progress.weeks, gauge.kit.words("progress.start")), gauge.across(LEFT)
    width = (gauge.width - left) / len(points)
    heads = [words(gauge.figures(said, TABLE_HEAD)) for said in (gauge.kit.words("week.week"), *points)]
    xs = (0.0, *(left + (at + 0.5) * width - it.width / 2 for at, it in enumerate(heads[1:])))
    titles = [read(it, cell(at, Role.COLUMN_HEAD)) for at, it in enumerate(heads, 1)]
    head = pad(table_row(row(titles, xs, gauge.width, At.START)), 0.0, gauge.down(HEAD_GAP))
    return stack((head, *(_row(it, len(points), gauge) for it in progress.measurements)))


def _row(measurement: Measurement, columns: int, gauge: Gauge) -> Frame:
    """Return what is measured beside its boxes: a name on several lines may ask for more height than the pen does."""
    left, high = gauge.across(LEFT), max(gauge.box, gauge.down(ROW))
    label = _blank(high, gauge)
    if measurement.name:
        name, unit, width = _named(measurement, gauge)
        label = _label(name, unit, width, gauge)
        high = max(high, label.height + 2 * gauge.down(ROW_PAD) + name.setting.size * DESCENT)
    box = ((gauge.width - left) / columns, high)
    boxes = art(gauge.width - left, high, lambda rect, _: (grid((rect.x, rect.y), box, (columns, 1), gauge),))
    return table_row(row((boxes, label), (left, 0.0), gauge.width))


def _blank(high: float, gauge: Gauge) -> Frame:
    """Return a line to name a measurement on."""
    foot, weight = gauge.down(BLANK_FOOT), gauge.across(PEN_LINE)

    def draw(rect: Rect, _: Mark) -> tuple[Path]:
        return (rule(Slot(rect.x, rect.y, rect.width), weight, gauge.theme.outline),)

    return pad(art(gauge.across(BLANK), 0.0, draw), high - foot, foot)


def _label(name: Phrase, unit: Phrase | None, width: float, gauge: Gauge) -> Frame:
    """Return what is measured, its unit behind the last line."""

    def put(pen: Pen, rect: Rect) -> None:
        placed = name.within(Slot(rect.x, rect.y, width), pen.mark)
        pen.items += placed
        if unit:
            end = placed[-1].x + placed[-1].width + gauge.across(UNIT_GAP)
            pen.items += unit.left(end, placed[-1].y - unit.cap, pen.mark)

    return read(Frame(gauge.across(LEFT), name.height(width), put), cell(1, Role.ROW_HEAD))


def _named(measurement: Measurement, gauge: Gauge) -> tuple[Phrase, Phrase | None, float]:
    """Return a name, its unit and the width that the name has beside it."""
    unit = gauge.phrase(measurement.unit, LABEL) if measurement.unit else None
    width = gauge.across(LEFT - LABEL_GAP) - (unit.width + gauge.across(UNIT_GAP) if unit else 0.0)
    return gauge.fit(measurement.name, MEASURED, width), unit, width
