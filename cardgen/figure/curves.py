"""Points and circles in, outlines out: arcs, convex outlines round circles, smooth curves. Knows no body; y down."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from cardgen.display import Op, Segment
from cardgen.figure.outline import Outline, Point

Disc = tuple[float, float, float]
"""A circle: x, y and radius."""

SAMPLES = 48
"""Points of a circle by which it is found which circles an outline touches."""
LONGEST_ARC = 1.58
"""Radians that one Bezier curve may stand for: a quarter of a circle, with room for rounding."""
WHOLE_TURN = 1.99 * math.pi
"""An arc this long is none, but a rounded nothing."""
FLAT = 0.02
"""An arc that bulges no further is a corner: the rim of a plate is made of many."""
DIGITS = 3
"""Circles that agree in so many decimals are one."""

_ROUND = tuple((math.cos(math.tau * at / SAMPLES), math.sin(math.tau * at / SAMPLES)) for at in range(SAMPLES))


def plus(a: Point, b: Point, times: float = 1.0) -> Point:
    """Return `a` plus so many times `b`."""
    return (a[0] + times * b[0], a[1] + times * b[1])


def middle(a: Point, b: Point, share: float = 0.5) -> Point:
    """Return the point at a share of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def direction(a: Point, b: Point) -> Point:
    """Return the direction of the way from `a` to `b`; (0, 0) where they are one."""
    length = math.dist(a, b) or 1.0
    return ((b[0] - a[0]) / length, (b[1] - a[1]) / length)


def arc(center: Point, radius: float, start: float, end: float) -> list[Segment]:
    """Return curves along a circle from one angle to another, in radians; the pen is at the first."""
    pieces = max(1, math.ceil(abs(end - start) / LONGEST_ARC))
    step = (end - start) / pieces
    reach = 4 / 3 * math.tan(step / 4) * radius
    found: list[Segment] = []
    for piece in range(pieces):
        p, q = start + piece * step, start + (piece + 1) * step
        x0, y0 = center[0] + radius * math.cos(p), center[1] + radius * math.sin(p)
        x1, y1 = center[0] + radius * math.cos(q), center[1] + radius * math.sin(q)
        first = (x0 - reach * math.sin(p), y0 + reach * math.cos(p))
        second = (x1 + reach * math.sin(q), y1 - reach * math.cos(q))
        found.append((Op.CURVE, (*first, *second, x1, y1)))
    return found


def circle(center: Point, radius: float) -> Outline:
    """Return a whole circle."""
    return ((Op.MOVE, (center[0] + radius, center[1])), *arc(center, radius, 0, math.tau), (Op.CLOSE, ()))


def hull(discs: Iterable[Disc]) -> Outline:
    """Return the convex outline round circles: straight tangents and true arcs."""
    single = dict.fromkeys((round(x, DIGITS), round(y, DIGITS), round(r, DIGITS)) for x, y, r in discs)
    circles = [((x, y), r) for x, y, r in single]
    order = _pair(circles) if len(circles) == 2 else _around(circles)  # noqa: PLR2004 - most are limbs
    if len(order) == 1:
        return circle(*circles[order[0]])
    normals = [
        _normal(circles[at], circles[order[(place + 1) % len(order)]]) for place, at in enumerate(order)
    ]  # of the tangent from each circle to the next
    segments: list[Segment] = []
    for place, at in enumerate(order):
        center, radius = circles[at]
        start, end = normals[place - 1], normals[place]
        while end < start:
            end += math.tau
        if end - start > WHOLE_TURN or radius * (1 - math.cos((end - start) / 2)) < FLAT:
            start = end = (start + end) / 2 if end - start <= WHOLE_TURN else start
        corner = (center[0] + radius * math.cos(start), center[1] + radius * math.sin(start))
        curve = arc(center, radius, start, end) if end > start else ()
        segments += [(Op.LINE if segments else Op.MOVE, corner), *curve]
    return (*segments, (Op.CLOSE, ()))


def _pair(circles: Sequence[tuple[Point, float]]) -> list[int]:
    """Return which of two circles the outline touches: the right one and the left one, or the one that holds the other."""
    ((x0, y0), r0), ((x1, y1), r1) = circles
    if math.hypot(x1 - x0, y1 - y0) <= abs(r1 - r0):
        return [0 if r0 >= r1 else 1]
    return [1, 0] if (x0 - r0, y0) <= (x1 - r1, y1) else [0, 1]


def _around(circles: Sequence[tuple[Point, float]]) -> list[int]:
    """Return which circles the convex outline touches, in its order; found by points on them."""
    points = sorted((x + r * c, y + r * s, at) for at, ((x, y), r) in enumerate(circles) for c, s in _ROUND)
    ring = [at for _, _, at in _half(points) + _half(points[::-1])]
    return [at for place, at in enumerate(ring) if at != ring[place - 1]] or ring[:1]


def _half(points: Sequence[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Return one half of a convex outline (Andrew's monotone chain), without its last point."""
    found: list[tuple[float, float, int]] = []
    for x, y, at in points:
        while len(found) > 1:
            (x0, y0, _), (x1, y1, _) = found[-2], found[-1]
            if (x1 - x0) * (y - y0) > (y1 - y0) * (x - x0):
                break
            found.pop()
        found.append((x, y, at))
    return found[:-1]


def _normal(one: tuple[Point, float], other: tuple[Point, float]) -> float:
    """Return the angle of the outward normal of the tangent from one circle to another."""
    (x0, y0), r0 = one
    (x1, y1), r1 = other
    dx, dy = x1 - x0, y1 - y0
    return math.atan2(-dx, dy) + math.asin(max(-1.0, min(1.0, (r0 - r1) / math.hypot(dx, dy))))


def smooth(points: Sequence[Point]) -> Outline:
    """Return a closed curve through points (Catmull and Rom), as Bezier curves."""
    count = len(points)
    segments: list[Segment] = [(Op.MOVE, points[0])]
    for at in range(count):
        before, here, there, after = (points[(at + step) % count] for step in (-1, 0, 1, 2))
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        segments.append((Op.CURVE, (*first, *second, *there)))
    return (*segments, (Op.CLOSE, ()))


def polyline(points: Iterable[Point]) -> Outline:
    """Return straight lines through points, open."""
    return tuple((Op.LINE if at else Op.MOVE, point) for at, point in enumerate(points))


def circle_through(a: Point, b: Point, c: Point) -> tuple[Point, float] | None:
    """Return the circle through three points; None where they lie on a line."""
    (ax, ay), (bx, by), (cx, cy) = a, b, c
    k = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    if abs(k) < 1e-6:  # noqa: PLR2004 - a line, but for rounding
        return None
    sa, sb, sc = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    x = (sa * (by - cy) + sb * (cy - ay) + sc * (ay - by)) / k
    y = (sa * (cx - bx) + sb * (ax - cx) + sc * (bx - ax)) / k
    return (x, y), math.dist((x, y), a)


def turn(a: Point, b: Point, c: Point) -> float:
    """Return 1 where the way over three points turns clockwise (y down), else -1."""
    return 1.0 if (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0 else -1.0
