"""A polygon in, the strokes that hatch it out."""

from __future__ import annotations

import math

from cardgen.figure.outline import Point

Stroke = tuple[Point, Point]

SHORTEST = 0.25
"""A stroke of less than this part of the pitch is a dot that no printer draws."""


def hatch(corners: tuple[Point, ...], pitch: float) -> tuple[Stroke, ...]:
    """Return parallel strokes at 45 degrees, rising to the right, `pitch` apart, cut at the polygon's edge (even-odd rule).

    The strokes lie on one grid through the origin, so that neighbouring plates hatched alike join up.
    """
    # Along a stroke x + y is constant: turned by 45 degrees the strokes are level lines.
    turn = math.sqrt(0.5)
    turned = [((x - y) * turn, (x + y) * turn) for x, y in corners]
    levels = [v for _, v in turned]
    strokes: list[Stroke] = []
    for row in range(math.ceil(min(levels) / pitch), math.floor(max(levels) / pitch) + 1):
        level = row * pitch
        cuts = sorted(_cuts(turned, level))
        for left, right in zip(cuts[0::2], cuts[1::2], strict=False):
            if right - left > pitch * SHORTEST:
                strokes.append(((_back(left, level, turn)), _back(right, level, turn)))
    return tuple(strokes)


def _cuts(turned: list[Point], level: float) -> list[float]:
    """Return where the level line crosses the polygon's edges; a corner on it counts for one of its two edges."""
    cuts = []
    for (u0, v0), (u1, v1) in zip(turned, (*turned[1:], turned[0]), strict=True):
        if (v0 > level) != (v1 > level):
            cuts.append(u0 + (u1 - u0) * (level - v0) / (v1 - v0))
    return cuts


def _back(u: float, v: float, turn: float) -> Point:
    return ((u + v) * turn, (v - u) * turn)
