"""Vectors of the room a figure stands in: x forward, y up, z to the figure's right; 100 units are its height."""

from __future__ import annotations

import math

Vec = tuple[float, float, float]

RIGHT: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec, times: float = 1.0) -> Vec:
    """Return `a` plus so many times `b`."""
    return (a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2])


def less(a: Vec, b: Vec) -> Vec:
    """Return the way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, by: float) -> Vec:
    """Return a vector made longer."""
    return (by * a[0], by * a[1], by * a[2])


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def unit(a: Vec) -> Vec:
    """Return the direction of a vector; of none, none."""
    return scale(a, 1 / (math.sqrt(dot(a, a)) or 1.0))


def between(a: Vec, b: Vec, share: float) -> Vec:
    """Return the point at a share of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def limb(angle: float, out: float = 0.0, side: float = 1.0) -> Vec:
    """Return the direction of a limb, angles in degrees: 0 hangs down, 90 forward, 180 up, -90 back; then `out` of the midline."""
    a, o = math.radians(angle), math.radians(out)
    return (math.sin(a) * math.cos(o), -math.cos(a) * math.cos(o), side * math.sin(o))


def rolled(v: Vec, degrees: float) -> Vec:
    """Return a vector turned about the way forward: the whole body tipped to its right."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (v[0], v[1] * c - v[2] * s, v[1] * s + v[2] * c)


def bent(a: Vec, b: Vec, c: Vec) -> float:
    """Return by how many degrees the way from `a` over `b` to `c` is bent; 0 where it is straight."""
    u, v = unit(less(a, b)), unit(less(c, b))
    return 180 - math.degrees(math.acos(max(-1.0, min(1.0, dot(u, v)))))
