"""A number of weeks in, the chart to draw on out: axes, lines, places to write values, the weeks under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.display import Item, Mark, Op, Path, Role, Segment
from cardgen.layout.ground.phrase import Phrase, Type, set_figures, set_phrase
from cardgen.layout.ground.shapes import disc, rule
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.signs import line
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

MOST, LEAST, STEP = 72.0, 40.0, 8.0
"""Greatest and least height of the chart and of its squares, in sheet units, as are all lengths here."""
MARK_EVERY = 2
"""There is a place for a value at every so many lines."""
LEFT, RIGHT = 13.9, 2.1
"""What its axis stands in at the left, and its last line at the right."""
RULE, HEADING_TOP, BLANKS_TOP, CHART_TOP, WEEKS_TOP = 0.5, 3.0, 5.6, 5.4, 2.0
"""The rule above the heading; above the heading, the blanks to fill in, the chart, the weeks under it."""
MARK_LEFT, MARK_RIGHT = 2.0, 3.0
"""From the margin to a place for a value, and from there to the axis."""
BLANK_GAP, IN_SHARE, BLANK_DROP = 3.0, 0.64, 0.9
"""Around blanks, where the second starts as a part of the width, how far below their words they are."""
AXIS, LINE, HALF = 0.6, 0.25, 0.12
DASH, DASH_GAP = 0.3, 1.0
LEAST_HALF = 3.0
"""Half lines are no nearer to each other."""
HEADING, NOTE, TEXT, WEEK = 14.0, 9.5, 10.0, 9.5
"""Sizes in points on A5."""
SIGN_WIDTH, SIGN_HEIGHT, SIGN_DOT, SIGN_GAP = 13.0, 5.6, 2.2, 2.4
SIGN = ((0.0, 0.85), (0.33, 0.55), (0.66, 0.65), (1.0, 0.0))


def chart_height(units: float, gauge: Gauge) -> float:
    """Return the height of a chart of so many units with all that belongs to it, from the rule down."""
    head = (
        gauge.down(HEADING_TOP + BLANKS_TOP + CHART_TOP)
        + _heading(gauge).cap
        + _text(gauge.kit.words("progress.measure"), gauge).cap
    )
    return head + gauge.down(units) + gauge.down(WEEKS_TOP) + _week("1", gauge).cap


def place_chart(weeks: int, y: float, bottom: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place heading, blanks and chart below `y`, as high as there is room for down to `bottom`."""
    units = MOST
    while units > LEAST and y + chart_height(units, gauge) > bottom + 1e-6:
        units -= STEP
    items: list[Item] = [rule(Slot(gauge.left, y, gauge.width), gauge.across(RULE), gauge.theme.band)]
    heading = _heading(gauge)
    y += gauge.down(HEADING_TOP)
    items += heading.left(gauge.left, y, Mark(role=Role.SECTION_HEADING, order=next(order)))
    items += _note(heading, y, gauge, order)
    y += heading.cap + gauge.down(BLANKS_TOP)
    items += _blanks(y, gauge, order)
    y += _text(gauge.kit.words("progress.measure"), gauge).cap + gauge.down(CHART_TOP)
    left = gauge.left + gauge.across(LEFT)
    end = max(gauge.across(RIGHT), _week(str(weeks), gauge).width / 2)
    rect = Rect(x=left, y=y, width=gauge.right - end - left, height=gauge.down(units))
    return [*items, *_lines(rect, max(weeks, 1), round(units / STEP), gauge), *_weeks(rect, weeks, gauge, order)]


def _note(heading: Phrase, y: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place what to do beside the heading, and a sign of it, where there is room."""
    note = set_phrase(
        gauge.kit.words("progress.join"), Type(style=Style.TEXT, color=gauge.theme.lead), gauge.points(NOTE), gauge.kit
    )
    sign = gauge.across(SIGN_WIDTH + SIGN_GAP)
    room = gauge.width - heading.width - gauge.across(SIGN_GAP)
    if note.width > room:
        return []
    mark = Mark(role=Role.PARAGRAPH, order=next(order))
    top = y + heading.cap - note.cap
    if note.width + sign > room:
        return [*note.right(gauge.right, top, mark)]
    rect = Rect(
        x=gauge.right - gauge.across(SIGN_WIDTH),
        y=y + heading.cap / 2 - gauge.across(SIGN_HEIGHT) * 0.6,
        width=gauge.across(SIGN_WIDTH),
        height=gauge.across(SIGN_HEIGHT),
    )
    return [*note.right(gauge.right - sign, top, mark), *_sign(rect, gauge)]


def _sign(rect: Rect, gauge: Gauge) -> list[Path]:
    """Return a small chart: points, joined."""
    dot = gauge.across(SIGN_DOT)
    theme = gauge.theme
    middles = [(rect.x + dot / 2 + x * (rect.width - dot), rect.y + dot / 2 + y * (rect.height - dot)) for x, y in SIGN]
    weight = gauge.across(0.4)
    path = Path(
        segments=((Op.MOVE, middles[0]), *((Op.LINE, point) for point in middles[1:])),
        stroke=theme.heading,
        stroke_width=weight,
    )
    fill = theme.accent if theme.mode is Ink.FULL else theme.paper
    discs = [disc(x - dot / 2, y - dot / 2, dot, fill) for x, y in middles]
    return [path, *(replace(it, stroke=theme.heading, stroke_width=weight) for it in discs)]


def _blanks(y: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place "I measure ... in ...": two blanks to fill in."""
    items: list[Item] = []
    foot = y + _text(gauge.kit.words("progress.measure"), gauge).cap + gauge.down(BLANK_DROP)
    gap = gauge.across(BLANK_GAP)
    middle = gauge.left + gauge.width * IN_SHARE
    words = gauge.kit.words
    for said, start, end in (
        (words("progress.measure"), gauge.left, middle - gap),
        (words("progress.in"), middle, gauge.right),
    ):
        text = _text(said, gauge)
        items += text.left(start, y, Mark(role=Role.PARAGRAPH, order=next(order)))
        items.append(line((start + text.width + gap, foot), (end, foot), gauge.theme.outline, gauge.across(0.3)))
    return items


def _lines(rect: Rect, weeks: int, rows: int, gauge: Gauge) -> list[Item]:
    """Return the lines of the chart, half lines first, then its axes and the places for values."""
    strong, weak = gauge.theme.faint
    across, down = rect.width / weeks, rect.height / rows
    halves: list[Segment] = []
    if across / 2 >= gauge.across(LEAST_HALF):
        for at in range(weeks):
            halves += _upright(rect.x + (at + 0.5) * across, rect)
    for at in range(rows):
        halves += _level(rect.y + (at + 0.5) * down, rect)
    whole: list[Segment] = []
    for at in range(weeks):
        whole += _upright(rect.x + (at + 1) * across, rect)
    for at in range(rows):
        whole += _level(rect.y + at * down, rect)
    axes = ((Op.MOVE, (rect.x, rect.y)), (Op.LINE, (rect.x, rect.bottom)), (Op.LINE, (rect.right, rect.bottom)))
    values: list[Segment] = []
    for at in range(rows, 0, -MARK_EVERY):
        y = rect.y + at * down
        values += (
            (Op.MOVE, (gauge.left + gauge.across(MARK_LEFT), y)),
            (Op.LINE, (rect.x - gauge.across(MARK_RIGHT), y)),
        )
    return [
        Path(segments=tuple(halves), stroke=weak, stroke_width=gauge.across(HALF), dashes=_dashes(gauge)),
        Path(segments=tuple(whole), stroke=strong, stroke_width=gauge.across(LINE)),
        Path(segments=axes, stroke=gauge.theme.heading, stroke_width=gauge.across(AXIS)),
        Path(segments=tuple(values), stroke=gauge.theme.outline, stroke_width=gauge.across(0.3)),
    ]


def _weeks(rect: Rect, weeks: int, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place the weeks under the chart, every one or as many as there is room for, the last among them."""
    pitch = rect.width / max(weeks, 1)
    widest = max(
        _week(str(weeks), gauge).width, _week(gauge.kit.words("progress.chart-start"), gauge).width / 2
    ) + gauge.across(1.5)
    step = max(1, -int(-widest // pitch))
    shown = tuple(reversed(range(weeks, 0, -step)))
    y = rect.bottom + gauge.down(WEEKS_TOP)
    mark = Mark(role=Role.PARAGRAPH, order=next(order))
    items: list[Item] = [*_week(gauge.kit.words("progress.chart-start"), gauge).centred(rect.x, y, mark)]
    for week in shown:
        if week * pitch >= widest:
            items += _week(str(week), gauge).centred(rect.x + week * pitch, y, mark)
    return items


def _dashes(gauge: Gauge) -> tuple[float, float] | None:
    """Return the dashes of half lines: in one ink they would be as dark as the others."""
    return (gauge.across(DASH), gauge.across(DASH_GAP)) if gauge.theme.mode is Ink.MONO else None


def _upright(x: float, rect: Rect) -> tuple[Segment, ...]:
    return ((Op.MOVE, (x, rect.y)), (Op.LINE, (x, rect.bottom)))


def _level(y: float, rect: Rect) -> tuple[Segment, ...]:
    return ((Op.MOVE, (rect.x, y)), (Op.LINE, (rect.right, y)))


def _heading(gauge: Gauge) -> Phrase:
    return set_phrase(
        gauge.kit.words("progress.chart"),
        Type(style=Style.HEADING, color=gauge.theme.heading),
        gauge.points(HEADING),
        gauge.kit,
    )


def _text(words: str, gauge: Gauge) -> Phrase:
    return set_phrase(words, Type(style=Style.TEXT, color=gauge.theme.ink), gauge.points(TEXT), gauge.kit)


def _week(words: str, gauge: Gauge) -> Phrase:
    return set_figures(words, Type(style=Style.TEXT, color=gauge.theme.ink), gauge.points(WEEK), gauge.kit)
