"""The blocks of the pages before the exercises: steps, the key to the signs, the stop box, the advice, heads of sections."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.display import Color, Item, Mark, Path, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.forms.words import Advice, Sign, StopBox
from cardgen.layout.ground.box import At, Frame, art, belongs, ground, pad, pinned, read, row, says, stack, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.legend import draw_swatch, legend_colors
from cardgen.layout.ground.panel import box_ground, numeral_disc, on_disc
from cardgen.layout.ground.shapes import cross, polygon, rectangle, tick, tile, warning
from cardgen.theme.type import ADVICE, BODY, NOTE, NUMERAL, RULE, SECTION, SECTION_HEAD, STEP_NAME
from cardgen.values.geometry import Rect

DISC, INDENT, STEP_GAP, NAME_GAP, OVERSHOOT = 8.0, 12.0, 5.2, 2.3, 0.3
"""In sheet units, as are all lengths here."""
NUMERAL_SHARE = 0.66
"""The part of its disc that a number may be high, its line included."""
SECTION_LIST = 4.4
NOTE_GAP, NOTE_BELOW, NOTE_CLEAR = 4.0, 2.0, 1.5
"""Least white before a remark beside a heading, from the heading to one below it, and from the rule to the heading."""
SIGN, SIGN_INDENT, SIGN_ROW = 5.0, 8.0, 7.2
BOX_PAD, BOX_LEFT, BOX_RIGHT, BOX_LIST = 4.6, 17.0, 4.0, 3.6
OCTAGON, OCTAGON_LEFT, OCTAGON_RISE, OCTAGON_INSET = 8.6, 4.8, 0.4, 0.24
POINT_ICON, POINT_INDENT, POINT_GAP = 2.4, 4.6, 2.4
TILE_EDGE, TILE_RADIUS = 0.2, 0.16
"""Of the ground round a swatch, as parts of its side."""
ICON_INSET, CODE_INSET = 0.14, 0.06
"""Of a sign in its square, as parts of its side."""
_FIGURE_ONE = ((0.40, 0.34), (0.53, 0.24), (0.60, 0.24), (0.60, 0.76), (0.48, 0.76), (0.48, 0.40), (0.40, 0.45))
_OCTAGON = ((0.293, 0), (0.707, 0), (1, 0.293), (1, 0.707), (0.707, 1), (0.293, 1), (0, 0.707), (0, 0.293))


def ruled(frame: Frame, depth: float, width: float, gauge: Gauge) -> Frame:
    """Return a frame under a rule, its last baseline so far below it."""
    return gauge.ruled(pad(frame, depth - frame.height, 0.0), RULE, gauge.theme.line, width=width)


def section(heading: str, note: str, width: float, gauge: Gauge) -> Frame:
    """Return the head of a section under its rule, with a remark at the right, or below it where there is no room."""
    title = gauge.section(heading)
    depth = max(gauge.across(SECTION_HEAD), title.height + gauge.across(NOTE_CLEAR))
    if not note:
        return ruled(title, depth, width, gauge)
    phrase = gauge.phrase(note, NOTE)
    if title.width + gauge.across(NOTE_GAP) + phrase.width <= width:
        beside = read(words(phrase), says(Role.PARAGRAPH))
        lines = pad(beside, title.height - beside.height, 0.0)
        return ruled(row((title, lines), (0.0, width - phrase.width), width, At.START), depth, width, gauge)
    below = pad(read(words(phrase, width), says(Role.PARAGRAPH)), gauge.across(NOTE_BELOW), 0.0)
    return stack((ruled(title, depth, width, gauge), below))


def steps(advice: Sequence[Advice], width: float, gauge: Gauge) -> Frame:
    """Return the numbered steps, as on a card."""
    return stack([_step(*it, width, gauge) for it in enumerate(advice, 1)], gauge.across(STEP_GAP))


def _step(number: int, step: Advice, width: float, gauge: Gauge) -> Frame:
    side, indent, rise = gauge.across(DISC), gauge.across(INDENT), gauge.across(OVERSHOOT)
    size = max(min(gauge.size(NUMERAL), side * NUMERAL_SHARE), gauge.kit.measures.least)
    figure = gauge.figures(str(number), NUMERAL, size=size)
    disc = read(art(side, side, lambda rect, mark: on_disc(figure, rect, gauge.kit, mark)), says(Role.STEP_NUMBER))
    name = read(gauge.words(step.name, STEP_NAME, width - indent), belongs(Role.STEP_NAME))
    text = read(gauge.words(step.text, BODY, width - indent), belongs(Role.STEP))
    both = stack((name, pad(text, gauge.across(NAME_GAP), 0.0)))
    return row((pad(disc, -rise, rise), both), (0.0, indent), width, At.START)


def signs(heading: str, key: Sequence[tuple[Sign, str]], width: float, gauge: Gauge) -> Frame:
    """Return the key to the signs, two beside each other where there is room."""
    if not key:
        return stack(())
    indent, side = gauge.across(SIGN_INDENT), gauge.across(SIGN)
    texts = [gauge.words(said, BODY) for _, said in key]
    high = texts[0].height
    columns = 2 if indent + max(it.width for it in texts) <= width / 2 else 1
    frames, places = [], []
    for at, ((sign, _), text) in enumerate(zip(key, texts, strict=True)):
        x, y = at % columns * width / columns, at // columns * gauge.across(SIGN_ROW)
        frames += [_sign(sign, side, gauge), read(text, says(Role.POINT, level=1))]
        places += [(x, y + (high - side) / 2), (x + indent, y)]
    rows = -(-len(key) // columns)
    every = pinned(frames, places, width, (rows - 1) * gauge.across(SIGN_ROW) + high)
    head = ruled(gauge.section(heading), gauge.across(SECTION_HEAD), width, gauge)
    return stack((head, pad(every, gauge.across(SECTION_LIST), 0.0)))


def stop_box(stop: StopBox, width: float, gauge: Gauge) -> Frame:
    """Return the red box: told by its octagon and its words, not by its colour alone."""
    colors, left, edge = gauge.theme.mistakes, gauge.across(BOX_LEFT), gauge.across(BOX_PAD)
    inner, gap = width - left - gauge.across(BOX_RIGHT), gauge.across(POINT_GAP)
    heading = words(gauge.phrase(stop.heading, SECTION).inked(colors.heading))
    points = [pad(_point(it, inner, colors.sign, gauge), 0.0, gap) for it in stop.points]
    text = read(gauge.words(stop.text, BODY, inner), says(Role.SAFETY))
    parts = (
        pad(read(heading, says(Role.SAFETY_HEADING)), 0.0, gauge.across(BOX_LIST)),
        *points,
        pad(text, gap / 2, 0.0),
    )

    def draw(rect: Rect) -> list[Item]:
        side, y = gauge.across(OCTAGON), rect.y + edge - gauge.across(OCTAGON_RISE)
        square = Rect(x=rect.x + gauge.across(OCTAGON_LEFT), y=y, width=side, height=side)
        sign = cross(square.inset(side * OCTAGON_INSET, side * OCTAGON_INSET), colors.ground)
        whole = Rect(x=rect.x, y=rect.y, width=width, height=rect.height)
        return [*box_ground(whole, colors, gauge.kit), polygon(square, _OCTAGON, colors.sign), *sign]

    return ground(pad(stack(parts), edge, left=left), draw)


def _point(said: str, width: float, color: Color, gauge: Gauge) -> Frame:
    """Return a point of the stop box behind its cross."""
    icon, indent = gauge.across(POINT_ICON), gauge.across(POINT_INDENT)
    phrase = gauge.phrase(said, BODY)
    text = read(words(phrase, width - indent), says(Role.SAFETY, level=1))
    sign = pad(art(icon, icon, lambda rect, _: cross(rect, color)), (phrase.cap - icon) / 2)
    return row((sign, text), (0.0, indent), width, At.START)


def advice_text(advice: tuple[str, str], width: float, gauge: Gauge) -> Frame:
    """Return what this booklet is not, in bold, and whom to ask."""
    spans = (Span(text=advice[0], emphasis=Emphasis.STRONG), Span(text=advice[1]))
    return read(words(gauge.spans(spans, ADVICE), width), says(Role.PARAGRAPH))


def _sign(sign: Sign, side: float, gauge: Gauge) -> Frame:
    """Return a sign as it stands on the cards."""
    kit, theme = gauge.kit, gauge.theme

    def draw(square: Rect, _: Mark) -> tuple[Path, ...]:
        small = square.inset(side * ICON_INSET, side * ICON_INSET)
        match sign:
            case Sign.NUMBER:
                return numeral_disc(square.x, square.y, side, kit), polygon(square, _FIGURE_ONE, theme.numeral)
            case Sign.CODE:
                return _finder(square.inset(side * CODE_INSET, side * CODE_INSET), theme.line, theme.paper)
            case Sign.TIP:
                return tick(small, theme.tips.sign)
            case Sign.MISTAKE:
                return cross(small, theme.mistakes.sign)
            case Sign.SAFETY:
                return warning(square, theme.safety.sign, theme.paper)
            case Sign.WORKS | Sign.ALSO:
                return _muscles(small, gauge, helping=sign is Sign.ALSO)

    return art(side, side, draw)


def _muscles(square: Rect, gauge: Gauge, *, helping: bool) -> tuple[Path, ...]:
    """Return a swatch of the key to the map, on the ground that it has on the cards."""
    head, edge = gauge.theme.head, square.width * TILE_EDGE
    inner = square.inset(edge, edge) if head else square
    under = tile(square, square.width * TILE_RADIUS, head or gauge.theme.paper)
    return (under, *draw_swatch(inner, legend_colors(gauge.kit), helping=helping))


def _finder(square: Rect, ink: Color, paper: Color) -> tuple[Path, ...]:
    """Return the mark in the corners of every QR code: a square of three modules in a ring of one, white between."""
    insets = ((at * square.width / 7, color) for at, color in ((0, ink), (1, paper), (2, ink)))
    return tuple(rectangle(square.inset(inset, inset), color) for inset, color in insets)
