"""A number of weeks in, the chart to draw on out: axes, lines, places to write values, the weeks under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cardgen.display import Item, Op, Path, Role, Segment
from cardgen.layout.ground.box import At, Frame, Pen, art, fit, ground, pad, pinned, read, row, says, stack, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.shapes import disc, line
from cardgen.theme.type import BODY, CHART_WEEK, LINE, NOTE, PEN_LINE, RULE
from cardgen.values.geometry import Rect

MOST, LEAST, STEP = 72.0, 40.0, 8.0
"""Greatest and least height of the chart and of its squares, in sheet units, as are all lengths here."""
MARK_EVERY = 2
"""There is a place for a value at every so many lines."""
LEFT, RIGHT = 13.9, 2.1
"""What its axis stands in at the left, and its last line at the right."""
HEADING_TOP, BLANKS_TOP, CHART_TOP, WEEKS_TOP, WEEKS_CLEAR = 3.0, 5.6, 5.4, 2.0, 1.5
"""Above the heading, the blanks to fill in, the chart, the weeks under it, and between two of these."""
MARK_LEFT, MARK_RIGHT = 2.0, 3.0
"""From the margin to a place for a value, and from there to the axis."""
BLANK_GAP, IN_SHARE, BLANK_DROP = 3.0, 0.64, 0.9
"""Around blanks, where the second starts as a part of the width, how far below their words they are."""
AXIS, HALF, DASH, DASH_GAP = 0.6, 0.12, 0.3, 1.0
LEAST_HALF = 3.0
"""Half lines are no nearer to each other."""
SIGN_WIDTH, SIGN_HEIGHT, SIGN_RISE, SIGN_DOT, SIGN_LINE, SIGN_GAP = 13.0, 5.6, 0.6, 2.2, 0.4, 2.4
SIGN = ((0.0, 0.85), (0.33, 0.55), (0.66, 0.65), (1.0, 0.0))


def chart_frame(weeks: int, height: float, gauge: Gauge) -> Frame:
    """Return heading, blanks and chart, as high as there is room for; its least height where there is too little."""
    steps = range(round((MOST - LEAST) / STEP) + 1)
    return fit((_chart(weeks, MOST - at * STEP, gauge) for at in steps), gauge.width, height)


def _chart(weeks: int, units: float, gauge: Gauge) -> Frame:
    head, blanks = _head(gauge), _blanks(gauge)
    parts = (
        pad(head, gauge.down(HEADING_TOP), 0.0),
        pad(blanks, gauge.down(BLANKS_TOP), 0.0),
        pad(_squares(weeks, units, gauge), gauge.down(CHART_TOP), 0.0),
    )
    return gauge.ruled(stack(parts), RULE, gauge.theme.line)


def _head(gauge: Gauge) -> Frame:
    """Return the heading, with a remark and a sign at the right where there is room."""
    told = gauge.kit.words
    heading, note = gauge.section(told("progress.chart")), gauge.words(told("progress.join"), NOTE)
    sign = gauge.across(SIGN_WIDTH + SIGN_GAP)
    room = gauge.width - heading.width - gauge.across(SIGN_GAP)
    if note.width > room:
        return heading
    has_sign = note.width + sign <= room
    remark = pad(read(note, says(Role.PARAGRAPH)), heading.height - note.height, 0.0)
    frames, xs = [heading, remark], [0.0, gauge.width - note.width - (sign if has_sign else 0.0)]
    if has_sign:
        width, height = gauge.across(SIGN_WIDTH), gauge.across(SIGN_HEIGHT)
        top = heading.height / 2 - height * SIGN_RISE
        drawn = art(width, height, lambda rect, _: _sign(rect, gauge))
        frames.append(pad(drawn, top, heading.height - height - top))
        xs.append(gauge.width - width)
    return row(frames, xs, gauge.width, At.START)


def _sign(rect: Rect, gauge: Gauge) -> list[Path]:
    """Return a small chart: points, joined."""
    dot, weight, ink = gauge.across(SIGN_DOT), gauge.across(SIGN_LINE), gauge.theme.heading
    middles = [(rect.x + dot / 2 + x * (rect.width - dot), rect.y + dot / 2 + y * (rect.height - dot)) for x, y in SIGN]
    discs = [disc(x - dot / 2, y - dot / 2, dot, gauge.theme.point) for x, y in middles]
    dots = [replace(it, stroke=ink, stroke_width=weight) for it in discs]
    return [line(middles, weight, ink), *dots]


def _blanks(gauge: Gauge) -> Frame:
    """Return "I measure ... in ...": two blanks to fill in."""
    gap, middle = gauge.across(BLANK_GAP), gauge.width * IN_SHARE
    pen = (gauge.across(PEN_LINE), gauge.theme.outline)

    def blank(said: str, width: float) -> Frame:
        text = gauge.words(said, BODY)

        def draw(rect: Rect) -> tuple[Path]:
            start, foot = rect.x + text.width + gap, rect.y + text.height + gauge.down(BLANK_DROP)
            return (line(((start, foot), (rect.x + width, foot)), *pen),)

        return ground(read(text, says(Role.PARAGRAPH)), draw, over=True)

    told = gauge.kit.words
    frames = blank(told("progress.measure"), middle - gap), blank(told("progress.in"), gauge.width - middle)
    return pinned(frames, ((0.0, 0.0), (middle, 0.0)), gauge.width, frames[0].height)


def _squares(weeks: int, units: float, gauge: Gauge) -> Frame:
    """Return the chart over its weeks."""
    last = words(gauge.figures(str(weeks), CHART_WEEK))
    end, left = max(gauge.across(RIGHT), last.width / 2), gauge.across(LEFT)
    area = Rect(x=left, y=0.0, width=gauge.width - end - left, height=gauge.down(units))
    drawn = art(area.width, area.height, lambda rect, _: _lines(rect, max(weeks, 1), round(units / STEP), gauge))
    under = read(_weeks(area.width, weeks, gauge), says(Role.PARAGRAPH))
    foot = area.height + gauge.down(WEEKS_TOP)
    return pinned((drawn, under), ((left, 0.0), (left, foot)), gauge.width, foot + under.height)


def _lines(rect: Rect, weeks: int, rows: int, gauge: Gauge) -> list[Item]:
    """Return the lines of the chart, half lines first, then its axes and the places for values."""
    strong, weak = gauge.theme.faint
    across, down = rect.width / weeks, rect.height / rows
    halves: list[Segment] = []
    if across / 2 >= gauge.across(LEAST_HALF):
        halves += _uprights((rect.x + (at + 0.5) * across for at in range(weeks)), rect)
    halves += _levels((rect.y + (at + 0.5) * down for at in range(rows)), rect.x, rect.right)
    whole = _uprights((rect.x + (at + 1) * across for at in range(weeks)), rect)
    whole += _levels((rect.y + at * down for at in range(rows)), rect.x, rect.right)
    margin = rect.x - gauge.across(LEFT)
    heights = (rect.y + at * down for at in range(rows, 0, -MARK_EVERY))
    values = _levels(heights, margin + gauge.across(MARK_LEFT), rect.x - gauge.across(MARK_RIGHT))
    # In one ink half lines would be as dark as the others.
    dashes = (gauge.across(DASH), gauge.across(DASH_GAP)) if weak == strong else None
    axes = ((rect.x, rect.y), (rect.x, rect.bottom), (rect.right, rect.bottom))
    return [
        Path(segments=tuple(halves), stroke=weak, stroke_width=gauge.across(HALF), dashes=dashes),
        Path(segments=tuple(whole), stroke=strong, stroke_width=gauge.across(LINE)),
        line(axes, gauge.across(AXIS), gauge.theme.heading),
        Path(segments=tuple(values), stroke=gauge.theme.outline, stroke_width=gauge.across(PEN_LINE)),
    ]


def _weeks(width: float, weeks: int, gauge: Gauge) -> Frame:
    """Return the weeks under the chart, every one or as many as there is room for, the last among them."""
    start = gauge.figures(gauge.kit.words("progress.chart-start"), CHART_WEEK)
    pitch = width / max(weeks, 1)
    widest = max(gauge.figures(str(weeks), CHART_WEEK).width, start.width / 2) + gauge.across(WEEKS_CLEAR)
    step = max(1, -int(-widest // pitch))
    shown = [week for week in reversed(range(weeks, 0, -step)) if week * pitch >= widest]

    def put(pen: Pen, rect: Rect) -> None:
        pen.items += start.centred(rect.x, rect.y, pen.mark)
        for week in shown:
            pen.items += gauge.figures(str(week), CHART_WEEK).centred(rect.x + week * pitch, rect.y, pen.mark)

    return Frame(width, gauge.figures("1", CHART_WEEK).cap, put)


def _uprights(xs: Iterable[float], rect: Rect) -> list[Segment]:
    return [it for x in xs for it in ((Op.MOVE, (x, rect.y)), (Op.LINE, (x, rect.bottom)))]


def _levels(ys: Iterable[float], left: float, right: float) -> list[Segment]:
    return [it for y in ys for it in ((Op.MOVE, (left, y)), (Op.LINE, (right, y)))]
