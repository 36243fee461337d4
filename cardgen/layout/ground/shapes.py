"""Discs, boxes, icons and codes as paths. Every icon has a form of its own, so that none is told by its colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cardgen.display import Color, Mark, Op, Path, Segment
from cardgen.layout.ground.text import Slot
from cardgen.pictures.qr import QUIET_ZONE, Code
from cardgen.values.geometry import Rect

Point = tuple[float, float]
KAPPA = 0.5522847498
"""Control point of a quarter circle: 4/3 (sqrt 2 - 1)."""


def rectangle(rect: Rect, fill: Color) -> Path:
    """Return a filled rectangle."""
    return Path(segments=((Op.RECT, (rect.x, rect.y, rect.width, rect.height)),), fill=fill)


def rule(slot: Slot, weight: float, color: Color) -> Path:
    """Return a horizontal hairline."""
    return line(((slot.x, slot.y), (slot.x + slot.width, slot.y)), weight, color)


def polygon(rect: Rect, points: Sequence[Point], fill: Color) -> Path:
    """Return a filled shape whose corners are given as parts of a rectangle's sides."""
    first, *others = within(rect, points)
    return Path(segments=((Op.MOVE, first), *((Op.LINE, point) for point in others), (Op.CLOSE, ())), fill=fill)


def within(rect: Rect, points: Sequence[Point]) -> list[Point]:
    """Return points that are given as parts of a rectangle's sides."""
    return [(rect.x + x * rect.width, rect.y + y * rect.height) for x, y in points]


def line(points: Sequence[Point], weight: float, color: Color) -> Path:
    """Return a line from point to point."""
    segments = ((Op.MOVE, points[0]), *((Op.LINE, point) for point in points[1:]))
    return Path(segments=segments, stroke=color, stroke_width=weight)


def disc(x: float, y: float, diameter: float, fill: Color | None) -> Path:
    """Return a circle in the square whose top left corner is (x, y)."""
    square = Rect(x=x, y=y, width=diameter, height=diameter)
    return Path(segments=rounded(square, left=diameter / 2, right=diameter / 2), fill=fill)


def tile(rect: Rect, radius: float, fill: Color) -> Path:
    """Return a rectangle with four round corners."""
    return Path(segments=rounded(rect, left=radius, right=radius), fill=fill)


def panel(rect: Rect, radius: float, fill: Color) -> Path:
    """Return a rectangle with square corners at the left, for its bar, and round ones at the right."""
    return Path(segments=rounded(rect, left=0, right=radius), fill=fill)


def rounded(rect: Rect, *, left: float, right: float) -> tuple[Segment, ...]:
    """Return the outline of a rectangle with rounded corners, clockwise from the top left."""
    k = 1 - KAPPA
    x0, y0, x1, y1 = rect.x, rect.y, rect.right, rect.bottom
    path: list[Segment] = [(Op.MOVE, (x0 + left, y0)), (Op.LINE, (x1 - right, y0))]
    if right:
        path.append((Op.CURVE, (x1 - right * k, y0, x1, y0 + right * k, x1, y0 + right)))
    path.append((Op.LINE, (x1, y1 - right)))
    if right:
        path.append((Op.CURVE, (x1, y1 - right * k, x1 - right * k, y1, x1 - right, y1)))
    path.append((Op.LINE, (x0 + left, y1)))
    if left:
        path.append((Op.CURVE, (x0 + left * k, y1, x0, y1 - left * k, x0, y1 - left)))
        path.append((Op.LINE, (x0, y0 + left)))
        path.append((Op.CURVE, (x0, y0 + left * k, x0 + left * k, y0, x0 + left, y0)))
    path.append((Op.CLOSE, ()))
    return tuple(path)


_TICK = ((0.02, 0.52), (0.19, 0.35), (0.37, 0.53), (0.80, 0.02), (0.99, 0.18), (0.38, 0.89))
_CROSS = (
    (0.10, 0.26), (0.26, 0.10), (0.50, 0.34), (0.74, 0.10), (0.90, 0.26), (0.66, 0.50),
    (0.90, 0.74), (0.74, 0.90), (0.50, 0.66), (0.26, 0.90), (0.10, 0.74), (0.34, 0.50),
)  # fmt: skip
_TRIANGLE = ((0.50, 0.06), (1.0, 0.94), (0.0, 0.94))
_STROKE = ((0.42, 0.34), (0.58, 0.34), (0.55, 0.64), (0.45, 0.64))
_DOT = ((0.445, 0.70), (0.555, 0.70), (0.555, 0.81), (0.445, 0.81))


def tick(rect: Rect, color: Color) -> tuple[Path, ...]:
    """Return a tick: do this."""
    return (polygon(rect, _TICK, color),)


def cross(rect: Rect, color: Color) -> tuple[Path, ...]:
    """Return a cross: not this."""
    return (polygon(rect, _CROSS, color),)


def warning(rect: Rect, color: Color, ground: Color) -> tuple[Path, ...]:
    """Return a triangle with an exclamation mark: take care."""
    return (polygon(rect, _TRIANGLE, color), polygon(rect, _STROKE, ground), polygon(rect, _DOT, ground))


_OCTAGON = ((0.293, 0), (0.707, 0), (1, 0.293), (1, 0.707), (0.707, 1), (0.293, 1), (0, 0.707), (0, 0.293))
SIGN_INSET = 0.24
"""From the edge of a sign to the cross in it, as a part of its side."""


def stop_sign(square: Rect, color: Color, ground: Color) -> tuple[Path, ...]:
    """Return an octagon with a cross: stop."""
    inset = SIGN_INSET * square.width
    return (polygon(square, _OCTAGON, color), *cross(square.inset(inset, inset), ground))


def waves(rect: Rect, color: Color) -> tuple[Path, ...]:
    """Return two waves: breathe."""
    weight = 0.13 * rect.height
    return tuple(
        Path(
            segments=(
                (Op.MOVE, (rect.x, y + 0.12 * rect.height)),
                (Op.CURVE, _points(rect, y, ((0.17, -0.16), (0.33, -0.16), (0.5, 0.0)))),
                (Op.CURVE, _points(rect, y, ((0.67, 0.16), (0.83, 0.16), (1.0, -0.12)))),
            ),
            stroke=color,
            stroke_width=weight,
        )
        for y in (rect.y + 0.32 * rect.height, rect.y + 0.68 * rect.height)
    )


def bullet(rect: Rect, color: Color) -> tuple[Path, ...]:
    """Return a disc a third of the icon's size: a point of no special kind."""
    side = rect.width * 0.36
    return (disc(rect.x + (rect.width - side) / 2, rect.y + (rect.height - side) / 2, side, color),)


def _points(rect: Rect, y: float, points: tuple[tuple[float, float], ...]) -> tuple[float, ...]:
    return tuple(value for dx, dy in points for value in (rect.x + dx * rect.width, y + dy * rect.height))


def dash(rect: Rect, color: Color) -> Path:
    """Return the bar before a nested point."""
    return rectangle(rect, color)


def code_path(code: Code, square: Rect, fill: Color, mark: Mark) -> Path:
    """Return a QR code that fills `square` with its quiet zone inside.

    Runs of dark modules are merged row by row into one path with one fill: one rectangle a module shows seams in some viewers.
    """
    side = square.width / (code.modules + 2 * QUIET_ZONE)
    segments: list[Segment] = []
    for row, modules in enumerate(code.rows):
        y = square.y + (row + QUIET_ZONE) * side
        column = 0
        for is_dark, run in groupby(modules):
            count = len(tuple(run))
            if is_dark:
                segments.append((Op.RECT, (square.x + (column + QUIET_ZONE) * side, y, count * side, side)))
            column += count
    return Path(segments=tuple(segments), fill=fill, mark=mark)
