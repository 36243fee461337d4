"""A phone that looks at a code: the picture beside the step that says how to scan. Decoration."""

from __future__ import annotations

from cardgen.display import Item, Op, Path, Segment
from cardgen.layout.forms.blocks import Scale
from cardgen.layout.forms.leaf import bar_color
from cardgen.layout.ground.shapes import rounded
from cardgen.values.geometry import Rect

PHONE = (14.6, 25.6)
"""Width and height, in sheet units, as are all lengths here."""
EDGE, RADIUS = 0.9, 1.8
NOTCH, HOME = (3.0, 1.9, 0.8), (7.6, 3.4, 1.6)
"""Width, distance to the edge and weight of the bars at head and foot."""
FRAME, CORNER, CORNER_LINE = 8.2, 2.4, 0.8
"""The frame that a camera lays round a code: its side, its corners and their weight."""
FINDER = 2.4
"""The marks in three corners of a code."""
DOTS = ((3.2, 0.4), (3.9, 2.2), (2.4, 3.4), (3.6, 4.6), (4.9, 3.5), (5.0, 5.0))
"""A few modules, each 0.9 wide."""


def place_phone(x: float, y: float, scale: Scale) -> tuple[Item, ...]:
    """Place the phone with its top left corner here."""
    theme = scale.leaf.kit.theme
    width, height = (scale.length(side) for side in PHONE)
    weight = scale.length(EDGE)
    middle = x + width / 2
    inner = Rect(x=x, y=y, width=width, height=height).inset(weight / 2, weight / 2)
    radius = scale.length(RADIUS)
    body = Path(segments=rounded(inner, left=radius, right=radius), stroke=theme.heading, stroke_width=weight)
    bars = [
        _bar((middle - scale.length(wide) / 2, at), scale.length(wide), scale.length(thick), scale)
        for (wide, _, thick), at in (
            (NOTCH, y + scale.length(NOTCH[1])),
            (HOME, y + height - scale.length(HOME[1])),
        )
    ]
    side = scale.length(FRAME)
    square = Rect(x=middle - side / 2, y=y + (height - side) / 2 - scale.length(0.6), width=side, height=side)
    return (body, *bars, _corners(square, scale), *_code(square, scale))


def _bar(start: tuple[float, float], width: float, weight: float, scale: Scale) -> Path:
    x, y = start
    rect = Rect(x=x, y=y - weight / 2, width=width, height=weight)
    segments = rounded(rect, left=weight / 2, right=weight / 2)
    return Path(segments=segments, fill=scale.leaf.kit.theme.heading)


def _corners(square: Rect, scale: Scale) -> Path:
    """Return the frame round the code."""
    arm = scale.length(CORNER)
    segments: list[Segment] = []
    for x, dx in ((square.x, arm), (square.right, -arm)):
        for y, dy in ((square.y, arm), (square.bottom, -arm)):
            segments += ((Op.MOVE, (x + dx, y)), (Op.LINE, (x, y)), (Op.LINE, (x, y + dy)))
    return Path(segments=tuple(segments), stroke=bar_color(scale.leaf), stroke_width=scale.length(CORNER_LINE))


def _code(square: Rect, scale: Scale) -> tuple[Path, ...]:
    """Return what looks like a code: no reader takes it for one."""
    theme = scale.leaf.kit.theme
    inner = square.inset(scale.length(1.3), scale.length(1.3))
    side, module = scale.length(FINDER) * 0.85, scale.length(0.75)
    frames: list[Segment] = []
    for x, y in ((inner.x, inner.y), (inner.right - side, inner.y), (inner.x, inner.bottom - side)):
        frames.append((Op.RECT, (x + module / 3, y + module / 3, side - 2 * module / 3, side - 2 * module / 3)))
    dots = tuple(
        (Op.RECT, (inner.x + scale.length(x) * 0.9, inner.y + scale.length(y) * 0.9, module, module)) for x, y in DOTS
    )
    return (
        Path(segments=tuple(frames), stroke=theme.heading, stroke_width=module * 2 / 3),
        Path(segments=dots, fill=theme.heading),
    )
