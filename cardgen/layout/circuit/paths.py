"""Two tiles in, the arrow from one to the other out. Pure geometry; lengths in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.display import Color, Op, Path
from cardgen.values.geometry import Rect

SHAFT, HEAD, HEAD_LENGTH = 2.6, 8.0, 6.2
"""Thickness of the shaft, width and length of the head, in millimetres on A4."""
HEAD_SHARE = 0.62
"""The head of a short arrow is at most this part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """How arrows are drawn: all of a plan are alike."""

    color: Color
    clear: float
    """Between an arrow and the tiles that it joins."""
    head: float
    """Length of the head."""

    @property
    def half(self) -> float:
        """Half the width of the head."""
        return self.head * HEAD / HEAD_LENGTH / 2

    @property
    def shaft(self) -> float:
        """Thickness of the shaft."""
        return self.head * SHAFT / HEAD_LENGTH


def pen_for(shortest: float, color: Color, unit: float, clear: float) -> Pen:
    """Return how arrows are drawn where the shortest has so much room."""
    return Pen(color=color, clear=clear, head=min(HEAD_LENGTH * unit, HEAD_SHARE * (shortest - 2 * clear)))


def arrow_between(one: Rect, other: Rect, pen: Pen, *, aside: float = 0.0) -> Path:
    """Return a straight arrow between tiles that stand beside or under one another.

    With `aside` it keeps so far to the left of its way, so that another may run back.
    """
    clear = pen.clear
    if abs(other.y - one.y) < one.height / 2:
        right = other.x > one.x
        begin = one.right + clear if right else one.x - clear
        end = other.x - clear if right else other.right + clear
        y = one.y + one.height / 2 + (-aside if right else aside)
        return _arrow((begin, y), (end, y), pen)
    down = other.y > one.y
    begin = one.bottom + clear if down else one.y - clear
    end = other.y - clear if down else other.bottom + clear
    x = one.x + one.width / 2
    return _arrow((x, begin), (x, end), pen)


def arrow_round(one: Rect, other: Rect, pen: Pen) -> tuple[Path, Path]:
    """Return an arrow from the end of a row back to the beginning of the next: its way and its head."""
    start, x = one.x + one.width / 2, other.x + other.width / 2
    middle, end = (one.bottom + other.y) / 2, other.y - pen.clear
    long = min(pen.head, HEAD_SHARE * (end - middle))
    way = (
        (Op.MOVE, (start, one.bottom + pen.clear)),
        (Op.LINE, (start, middle)),
        (Op.LINE, (x, middle)),
        (Op.LINE, (x, end - long * 0.9)),
    )
    half = long * HEAD / HEAD_LENGTH / 2
    head = ((x, end), (x - half, end - long), (x + half, end - long))
    return Path(segments=way, stroke=pen.color, stroke_width=pen.shaft * 0.6), _closed(head, pen.color)


def _arrow(start: tuple[float, float], end: tuple[float, float], pen: Pen) -> Path:
    length = abs(end[0] - start[0]) + abs(end[1] - start[1])
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    neck = end[0] - dx * pen.head, end[1] - dy * pen.head

    def beside(at: tuple[float, float], distance: float) -> tuple[float, float]:
        return at[0] - dy * distance, at[1] + dx * distance

    shaft, half = pen.shaft / 2, pen.half
    left = beside(start, -shaft), beside(neck, -shaft), beside(neck, -half)
    right = beside(neck, half), beside(neck, shaft), beside(start, shaft)
    return _closed((*left, end, *right), pen.color)


def _closed(points: Sequence[tuple[float, float]], color: Color) -> Path:
    lines = tuple((Op.LINE, point) for point in points[1:])
    return Path(segments=((Op.MOVE, points[0]), *lines, (Op.CLOSE, ())), fill=color)
