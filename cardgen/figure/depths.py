"""A body before a camera in, the segments that lie before what is painted over them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from cardgen.figure.bellies import Part
from cardgen.figure.flesh import Flesh
from cardgen.figure.outline import Point
from cardgen.figure.space import Vec, between, dot

CLEARLY = 4.0
"""By how much a segment is nearer where it crosses another, in units of the figure: less is a touch."""
INNER = (0.1, 0.95)
"""Where along a segment a crossing counts: at its ends it is joined to others."""
ENDS = {
    Part.THIGH: ("hip", "knee"),
    Part.SHANK: ("knee", "ankle"),
    Part.UPPER_ARM: ("sh", "el"),
    Part.FOREARM: ("el", "hand"),
}
ARM, LEG = (Part.UPPER_ARM, Part.FOREARM), (Part.THIGH, Part.SHANK)


class Limb(NamedTuple):
    """An arm or a leg of a side, or the trunk."""

    side: str
    """Empty for the trunk."""
    parts: tuple[Part, ...]


TRUNK = Limb("", (Part.TRUNK,))


def covered(flesh: Flesh, order: Sequence[Limb]) -> Iterator[tuple[Limb, Part, Limb]]:
    """Yield each segment that lies before a limb which is painted after it, with its own limb; the last such limb counts."""
    found = {
        (limb, part): over
        for limb, over in combinations(order, 2)
        for part in limb.parts
        for other in over.parts
        if limb is not TRUNK and _is_nearer(flesh, _bone(flesh, limb.side, part), _bone(flesh, over.side, other))
    }
    for (limb, part), over in found.items():
        yield limb, part, over


def _bone(flesh: Flesh, side: str, part: Part) -> tuple[Vec, Vec]:
    start, end = ENDS.get(part, ("hip", "sh"))
    return flesh.body[start + side], flesh.body[end + side]


def _is_nearer(flesh: Flesh, one: tuple[Vec, Vec], other: tuple[Vec, Vec]) -> bool:
    """Say whether a segment passes before another where they are seen to cross."""
    camera = flesh.camera
    shares = _crossing(*(camera.flat(p) for p in (*one, *other)))
    if shares is None:
        return False
    ours, theirs = (dot(between(*bone, share), camera.view) for bone, share in zip((one, other), shares, strict=True))
    return ours > theirs + CLEARLY


def _crossing(a: Point, b: Point, c: Point, d: Point) -> tuple[float, float] | None:
    """Return where two lines cross, as shares of each; None where they do not, or at an end."""
    dx, dy, ex, ey = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    across = dx * ey - dy * ex
    if abs(across) < 1e-6:  # noqa: PLR2004 - they are parallel
        return None
    first = ((c[0] - a[0]) * ey - (c[1] - a[1]) * ex) / across
    second = ((c[0] - a[0]) * dy - (c[1] - a[1]) * dx) / across
    low, high = INNER
    return (first, second) if low < first < high and low < second < high else None
