"""Path data in, segments and polygons out: absolute M, C and Z, y down."""

from __future__ import annotations

import re

from cardgen.display import Op, Segment

Outline = tuple[Segment, ...]
"""Closed curves, or open ones for strokes."""
Point = tuple[float, float]

CHORDS = 6
"""Straight pieces that stand for one curve where lines are cut at it: finer than a hatch's line is wide."""

_COMMAND = re.compile(r"([MCZ])([^MCZ]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_OPS = {"M": Op.MOVE, "C": Op.CURVE, "Z": Op.CLOSE}
_POINTS = {"M": 2, "C": 6, "Z": 0}


def read_outline(data: str) -> Outline:
    """Return the segments of SVG path data; several curves may follow one C."""
    segments: list[Segment] = []
    for command, rest in _COMMAND.findall(data):
        values = [float(number) for number in _NUMBER.findall(rest)]
        step = _POINTS[command]
        if not step:
            segments.append((_OPS[command], ()))
        segments += [(_OPS[command], tuple(values[at : at + step])) for at in range(0, len(values), step or 1)]
    return tuple(segments)


def shifted(outline: Outline, x: float, y: float, scale: float) -> Outline:
    """Return the outline scaled about the origin, then moved by (x, y)."""
    return tuple(
        (op, tuple(value * scale + (y if at % 2 else x) for at, value in enumerate(values))) for op, values in outline
    )


def polygon(outline: Outline) -> tuple[Point, ...]:
    """Return the corners of one closed curve, each of its curves in CHORDS straight pieces."""
    corners: list[Point] = []
    for op, values in outline:
        match op:
            case Op.MOVE | Op.LINE:
                corners.append((values[0], values[1]))
            case Op.CURVE:
                corners += _chords(corners[-1], values)
            case _:
                pass
    return tuple(corners)


def area(corners: tuple[Point, ...]) -> float:
    """Return the area of a polygon (shoelace formula)."""
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _chords(start: Point, values: tuple[float, ...]) -> list[Point]:
    x1, y1, x2, y2, x3, y3 = values
    found = []
    for at in range(1, CHORDS + 1):
        t = at / CHORDS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append((a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3))
    return found
