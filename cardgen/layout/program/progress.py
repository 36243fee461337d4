"""Measurements and a number of weeks in, a page for the pen out: a table of results, a chart to draw."""

from __future__ import annotations

from itertools import count
from math import ceil

from cardgen.display import Mark, Page, Path, Role
from cardgen.layout.forms.leaf import Head, Leaf, finish, frame
from cardgen.layout.ground.box import At, Frame, Pen, art, cell, pad, place, read, row, stack, table_row, words
from cardgen.layout.ground.phrase import Phrase, Room, Type, fit_phrase, set_figures, set_phrase
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.chart import LEAST, chart_height, place_chart
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.model import Measurement, ProgressPage
from cardgen.layout.program.signs import grid, line
from cardgen.layout.program.words import when_to_measure
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from cardgen.words import Words

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
    records, title = leaf.kit.words("progress.records"), leaf.kit.words("progress.title")
    head = Head(eyebrow=records, title=title, introduction=when_to_measure(step, leaf.kit.words), gap=FIELD_GAP)
    framed = frame(head, number, leaf, order)
    whole = _table(progress, gauge)
    table = place(whole, gauge.left, framed.field.y, order)
    y = framed.field.y + whole.height + gauge.down(SECTION_GAP)
    if y + chart_height(LEAST, gauge) <= framed.field.bottom:
        chart = place_chart(progress.weeks, y, framed.field.bottom, gauge, order)
        return (finish((*framed.items, *table, *chart), number, title, leaf),)
    first = finish((*framed.items, *table), number, title, leaf)
    order = count(1)
    framed = frame(Head(eyebrow=records), number + 1, leaf, order)
    chart = place_chart(progress.weeks, framed.field.y, framed.field.bottom, gauge, order)
    return first, finish((*framed.items, *chart), number + 1, title, leaf)


def step_of(weeks: int) -> int:
    """Return how many weeks lie between two measurements."""
    usual = THIRD if weeks >= THIRD_FROM else EVEN
    return min(max(usual, ceil(weeks / MOST_POINTS)), max(weeks, 1))


def points_of(weeks: int, words: Words) -> tuple[str, ...]:
    """Return when to measure: at the start, then so that the last week is among them."""
    step = step_of(weeks)
    found = [str(week) for week in range(weeks, 0, -step) if week > 1 or weeks == 1]
    return (words("progress.start"), *reversed(found))


def _table(progress: ProgressPage, gauge: Gauge) -> Frame:
    """Return the table: a row a measurement, a column a date."""
    points = points_of(progress.weeks, gauge.kit.words)
    left = gauge.across(LABEL)
    width = (gauge.width - left) / len(points)
    heads = [words(_week(said, gauge)) for said in (gauge.kit.words("week.week"), *points)]
    xs = (0.0, *(left + (at + 0.5) * width - it.width / 2 for at, it in enumerate(heads[1:])))
    titles = [read(frame, cell(at, Role.COLUMN_HEAD)) for at, frame in enumerate(heads, 1)]
    head = pad(table_row(row(titles, xs, gauge.width, At.START)), 0.0, gauge.down(HEAD_GAP))
    return stack((head, *(_row(it, len(points), gauge) for it in progress.measurements)))


def _row(measurement: Measurement, columns: int, gauge: Gauge) -> Frame:
    """Return what is measured beside its boxes: a name on several lines may ask for more height than the pen does."""
    left, high = gauge.across(LABEL), max(gauge.box, gauge.down(ROW))
    label = _blank(high, gauge)
    if measurement.name:
        name, unit, width = _named(measurement, gauge)
        label = _label(name, unit, width, gauge)
        high = max(high, label.height + 2 * gauge.down(ROW_PAD) + name.setting.size * DESCENT)
    box = ((gauge.width - left) / columns, high)
    boxes = art(gauge.width - left, high, lambda rect, _: (grid((rect.x, rect.y), box, (columns, 1), gauge.kit),))
    return table_row(row((boxes, label), (left, 0.0), gauge.width))


def _blank(high: float, gauge: Gauge) -> Frame:
    """Return a line to name a measurement on."""
    foot, weight = gauge.down(BLANK_FOOT), gauge.across(0.3)

    def draw(rect: Rect, _: Mark) -> tuple[Path]:
        return (line((rect.x, rect.y), (rect.right, rect.y), gauge.theme.outline, weight),)

    return pad(art(gauge.across(BLANK), 0.0, draw), high - foot, foot)


def _label(name: Phrase, unit: Phrase | None, width: float, gauge: Gauge) -> Frame:
    """Return what is measured, its unit behind the last line."""

    def put(pen: Pen, rect: Rect) -> None:
        placed = name.within(Slot(rect.x, rect.y, width), pen.mark)
        pen.items += placed
        if unit:
            end = placed[-1].x + placed[-1].width + gauge.across(UNIT_GAP)
            pen.items += unit.left(end, placed[-1].y - unit.cap, pen.mark)

    return read(Frame(gauge.across(LABEL), name.height(width), put), cell(1, Role.ROW_HEAD))


def _named(measurement: Measurement, gauge: Gauge) -> tuple[Phrase, Phrase | None, float]:
    """Return a name, its unit and the width that the name has beside it."""
    muted = Type(style=Style.TEXT, color=gauge.theme.muted)
    unit = set_phrase(measurement.unit, muted, gauge.points(UNIT), gauge.kit) if measurement.unit else None
    width = gauge.across(LABEL - LABEL_GAP) - (unit.width + gauge.across(UNIT_GAP) if unit else 0.0)
    room = Room(width=width, least=gauge.points(UNIT))
    type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink, leading=1.1)
    return fit_phrase(measurement.name, type_, gauge.points(NAME), room, gauge.kit), unit, width


def _week(said: str, gauge: Gauge) -> Phrase:
    return set_figures(said, Type(style=Style.HEADING, color=gauge.theme.heading), gauge.points(WEEK_SIZE), gauge.kit)
