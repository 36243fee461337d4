"""The next station and a direction in, an arrow that names it out, in the largest type for its width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from cardgen.display import Color, Item, Mark, Op, Path, Role, Segment
from cardgen.layout.circuit.frame import Frame
from cardgen.layout.circuit.model import Arrow, Station
from cardgen.layout.ground.shapes import KAPPA, rounded
from cardgen.layout.ground.text import (
    Slot,
    balance,
    block_height,
    line_width,
    place_line,
    place_lines,
    whole_width,
)
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines
from cardgen.typeset.prepare import Piece, Prepared, prepare
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

SIZE = 50.0
"""Greatest, in points on A4."""
LEADING = 0.98
PAD, PAD_SIDE = 6.0, 7.0
"""Round the text, in poster units, as are the lengths below."""
RADIUS, EDGE = 2.0, 0.9
POINT = 0.5
"""How long the point is, as a part of the arrow's height."""
LINES = (1, 2, 3)
SYMBOL = 0.62
"""Width of an arrow that points up or down, as a part of its box's height."""
SYMBOL_MOST = 1.6
"""How many times as high as wide it is."""
_UPWARD: tuple[tuple[float, float], ...] = (
    (0.5, 0.0),
    (1.0, 0.46),
    (0.66, 0.46),
    (0.66, 1.0),
    (0.34, 1.0),
    (0.34, 0.46),
    (0.0, 0.46),
)
"""An arrow in a square of side 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An arrow, broken and sized."""

    arrow: Arrow
    station: Station
    label: Prepared | None
    """Alone on the first line; None where it is the first unit of the text."""
    text: Prepared
    lines: Lines
    size: float
    wide: float
    """Of its text, in points, as are the two below, which are its own."""
    width: float
    height: float


def plan_signs(station: Station, arrow: Arrow, width: float, frame: Frame) -> Iterator[Sign]:
    """Yield the arrows of a width that can be read: the number over the name or run into it, on up to three lines."""
    case = frame.kit.case
    head = f"{frame.kit.words('poster.next')}{NO_BREAK}{station.number}"
    label = prepare([Piece(head, Style.EYEBROW)], case, widest=inf)
    name = tidy(station.title, language=station.language)
    alone = prepare([Piece(name, Style.DISPLAY)], case, widest=inf)
    run_in = prepare([Piece(head, Style.EYEBROW), Piece(f" {name}", Style.DISPLAY)], case, widest=inf)
    for text, over in ((alone, label), (run_in, None)):
        for rows in LINES[: len(text.units)]:
            lines = balance(text, rows)
            widest = max(line_width(text, a, b) for a, b in lines)
            widest = max(widest, whole_width(over)) if over else widest
            sized = _sized(widest, len(lines) + bool(over), arrow, width, frame)
            if sized:
                yield Sign(
                    arrow=arrow,
                    station=station,
                    label=over,
                    text=text,
                    lines=lines,
                    size=sized[0],
                    wide=widest * sized[0],
                    width=width,
                    height=sized[1],
                )


def _sized(widest: float, lines: int, arrow: Arrow, width: float, frame: Frame) -> tuple[float, float] | None:
    """Return size and height of an arrow whose widest line has so many em; None where that cannot be read."""
    pad, side = frame.length(PAD) * frame.tight, frame.length(PAD_SIDE) * frame.tight
    high = block_height(lines, frame.kit.cap(Style.DISPLAY), LEADING)
    # The point, or the symbol, grows with the arrow's height, and that with the type.
    share = _share(arrow)
    fixed = side + share * 2 * pad + (0.0 if _is_pointed(arrow) else side)
    size = min((width - fixed) / (widest + share * high), frame.points(SIZE))
    return (size, 2 * pad + high * size) if size >= frame.least - 1e-9 else None


def _depth(sign: Sign, box: Rect, frame: Frame) -> float:
    """Return how long the point is, or how wide the symbol: as its box asks for, where the text leaves so much."""
    share, side = _share(sign.arrow), frame.length(PAD_SIDE) * frame.tight
    left = sign.width - sign.wide - side * (1 if _is_pointed(sign.arrow) else 2)
    return min(share * box.height, max(left, share * sign.height))


def _is_pointed(arrow: Arrow) -> bool:
    return arrow in (Arrow.LEFT, Arrow.RIGHT)


def _share(arrow: Arrow) -> float:
    return POINT if _is_pointed(arrow) else SYMBOL


def place_sign(sign: Sign, box: Rect, frame: Frame, order: Iterator[int], language: str) -> list[Item]:
    """Place an arrow that fills its box, on a page in this language."""
    theme = frame.kit.theme
    title = frame.setting(sign.size, Style.DISPLAY, theme.title, leading=LEADING)
    label = replace(title, color=theme.eyebrow)
    high = block_height(len(sign.lines) + bool(sign.label), title.cap * title.size, title.leading)
    depth = _depth(sign, box, frame)
    x = box.x + (depth if sign.arrow is Arrow.LEFT else frame.length(PAD_SIDE) * frame.tight)
    y = box.y + (box.height - high) / 2
    own = Mark(role=Role.PARAGRAPH, order=next(order), language=other_language(frame.kit.words.language, language))
    spoken = other_language(sign.station.language, language)
    named = own if spoken == own.language else Mark(role=Role.PARAGRAPH, order=next(order), language=spoken)
    items: list[Item] = [*_ground(sign.arrow, box, depth, frame)]
    if sign.label:
        items += place_line(sign.label, label, Slot(x, y), own)
        y += title.leading
    led_in = 0 if sign.label else 1
    for row, (start, end) in enumerate(sign.lines):
        slot = Slot(x, y + row * title.leading)
        head = min(max(led_in - start, 0), end - start)
        if head:
            items += place_lines(sign.text, ((start, start + head),), label, slot, own)
            slot = replace(slot, x=x + (sign.text.starts[start + head] - sign.text.starts[start]) * title.size)
        if end > start + head:
            items += place_lines(sign.text, ((start + head, end),), title, slot, named)
    return items


def _ground(arrow: Arrow, box: Rect, depth: float, frame: Frame) -> list[Path]:
    """Return the ground of an arrow: pointed itself, its point so deep, or a box with an arrow in it, so wide."""
    theme, weight = frame.kit.theme, frame.length(EDGE)
    shape = box if theme.head else box.inset(weight / 2, weight / 2)
    match arrow:
        case Arrow.RIGHT | Arrow.LEFT:
            segments = _pointed(shape, frame.length(RADIUS), depth, arrow)
        case Arrow.UP | Arrow.DOWN:
            segments = rounded(shape, left=frame.length(RADIUS), right=frame.length(RADIUS))
    ground = Path(segments=segments, fill=theme.head)
    if theme.head is None:
        ground = replace(ground, stroke=theme.line, stroke_width=weight)
    if _is_pointed(arrow):
        return [ground]
    side, pad = frame.length(PAD_SIDE) * frame.tight, frame.length(PAD) * frame.tight
    high = min(box.height - 2 * pad, 2 * (depth - pad))
    square = Rect(x=box.right - side - depth + pad, y=box.y + (box.height - high) / 2, width=depth - pad, height=high)
    color = theme.eyebrow if theme.head else theme.line
    return [ground, arrow_path(square, color, arrow)]


def _pointed(box: Rect, radius: float, depth: float, arrow: Arrow) -> tuple[Segment, ...]:
    """Return a box whose one end is a point, and whose other end has round corners."""
    k = radius * (1 - KAPPA)

    def at(x: float, y: float) -> tuple[float, float]:
        """Return a point given from the blunt end and the upper edge."""
        return (box.x + x if arrow is Arrow.RIGHT else box.right - x), box.y + y

    wide, high = box.width, box.height
    return (
        (Op.MOVE, at(radius, 0)),
        (Op.LINE, at(wide - depth, 0)),
        (Op.LINE, at(wide, high / 2)),
        (Op.LINE, at(wide - depth, high)),
        (Op.LINE, at(radius, high)),
        (Op.CURVE, (*at(k, high), *at(0, high - k), *at(0, high - radius))),
        (Op.LINE, at(0, radius)),
        (Op.CURVE, (*at(0, k), *at(k, 0), *at(radius, 0))),
        (Op.CLOSE, ()),
    )


def arrow_path(square: Rect, color: Color, arrow: Arrow) -> Path:
    """Return an arrow that fills a rectangle."""
    match arrow:
        case Arrow.UP:
            points = _UPWARD
        case Arrow.DOWN:
            points = tuple((x, 1 - y) for x, y in _UPWARD)
        case Arrow.RIGHT:
            points = tuple((1 - y, x) for x, y in _UPWARD)
        case Arrow.LEFT:
            points = tuple((y, x) for x, y in _UPWARD)
    placed = [(square.x + x * square.width, square.y + y * square.height) for x, y in points]
    lines = tuple((Op.LINE, point) for point in placed[1:])
    return Path(segments=((Op.MOVE, placed[0]), *lines, (Op.CLOSE, ())), fill=color)
