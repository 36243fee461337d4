"""Two key poses in, the arrows between them out: the path of the end that moves most, beside the figure where there is room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from types import MappingProxyType

from cardgen.figure.clearance import free_place, occupied
from cardgen.figure.curves import circle_through, direction, middle, plus, turn
from cardgen.figure.outline import Point
from cardgen.figure.shape import Camera, Shape, arrow
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.space import Vec, add, between, cross, dot, less, unit

CHAINS = MappingProxyType(
    {
        "hand": ("sh", "el", "hand"),
        "ankle": ("hip", "knee", "ankle"),
        "ball": ("hip", "knee", "ankle", "ball"),
        "knee": ("hip", "knee"),
        "el": ("sh", "el"),
    }
)
"""The joints from the trunk to what moves."""
ON_TRUNK = frozenset({"sh", "head", "back", "rack"})
PAIRED = frozenset({"hand", "ankle", "el", "ball", "knee"})
"""Marks that either side has."""
WEIGHTS = MappingProxyType({"hands": 1.35, "hip": 1.0, "ankleR": 1.0, "ankleL": 1.0, "sh": 0.8})
"""What may move most: the hands carry the load."""
LEAST_WAY, LEAST_ARROW = 5.0, 4.0
"""Less is no movement to be shown, or too short for an arrow."""
SHORTEST, LONGEST, LONGEST_ARC = 13.0, 26.0, 34.0
"""Of arrows, in units of the figure."""
TIGHTEST = 11.0
"""Radius of an arc."""
FLATTEST = 90.0
"""An arc with a larger radius is drawn straight."""
LEAST_BOW = 3.0
UPRIGHT, LEVEL = 0.53, 0.22
"""Sideways part, and upward part, of a direction that is drawn upright, or level."""


def path_arrows(
    mark: str | None, poses: tuple[Skeleton, Skeleton], camera: Camera, shapes: Sequence[Shape]
) -> list[Shape]:
    """Return the arrows of the way from one pose to the next.

    `mark` names what moves; None finds it, empty draws none; "hands line" draws a bent way straight.
    """
    start, end = poses
    name, _, form = ((_moves_most(start, end) if mark is None else mark) or "").partition(" ")
    if not name:
        return []
    grid = occupied(shapes)
    out: list[Shape] = []
    first: tuple[Point, ...] | None = None
    for one in _seen(name, poses, camera):
        points = [camera.flat(p) for p in _way(one, start, end)]
        if form == "line":
            points[1] = middle(points[0], points[2])
        path = _trimmed((points[0], points[1], points[2]))
        if math.dist(path[0], path[-1]) < LEAST_ARROW:
            continue
        if first is None:
            path = first = free_place(path, grid, shapes)
        else:  # mirrored, so that the pair is even
            axis = between(end["handR"], end["handL"], 0.5) if one.startswith("hand") else end["hip"]
            x = camera.flat(axis)[0]
            path = tuple((2 * x - p[0], p[1]) for p in first)
        out += arrow(path)
    return out


def _seen(name: str, poses: tuple[Skeleton, Skeleton], camera: Camera) -> list[str]:
    """Return the marks whose ways are shown: of a pair, from the side the near one alone."""
    start, end = poses
    from_front = abs(camera.sin) > 0.8  # noqa: PLR2004 - some fifty degrees
    if name == "hands" and from_front:
        apart = end["handR"][2] - end["handL"][2] - start["handR"][2] + start["handL"][2]
        return ["handR", "handL"] if abs(apart) > 14 else ["hands"]  # noqa: PLR2004 - both leave the midline
    if name not in PAIRED:
        return [name]
    marks = [name + "R", name + "L"]
    return marks if from_front else marks[:1] if camera.cos >= 0 else marks[1:]


def _moves_most(start: Skeleton, end: Skeleton) -> str | None:
    far = {mark: math.dist(start[mark], end[mark]) * weight for mark, weight in WEIGHTS.items()}
    best = max(far, key=lambda mark: far[mark])
    return best if far[best] > LEAST_WAY else None


def _way(mark: str, start: Skeleton, end: Skeleton) -> tuple[Vec, Vec, Vec]:
    """Return start, middle and end of a mark's way; the middle turns the bones of its chain half way."""
    if mark == "hands":
        right, left = _way("handR", start, end), _way("handL", start, end)
        first, half, last = (between(p, q, 0.5) for p, q in zip(right, left, strict=True))
        return first, half, last
    name, side = (mark[:-1], mark[-1]) if mark[-1] in "RL" else (mark, "")
    straight = (start[mark], between(start[mark], end[mark], 0.5), end[mark])
    chain: tuple[str, ...]
    if name in ON_TRUNK:
        chain, side = ("hip", mark), ""
    elif name not in CHAINS or (name == "hand" and _pressed(side, start, end)):
        return straight
    else:
        chain = CHAINS[name]
    p = between(start[chain[0] + side], end[chain[0] + side], 0.5)
    for a, b in pairwise(chain):
        u, v = less(start[b + side], start[a + side]), less(end[b + side], end[a + side])
        length = (math.hypot(*u) + math.hypot(*v)) / 2
        p = add(p, unit(add(unit(u), unit(v))), length)
    return start[mark], p, end[mark]


def _pressed(side: str, start: Skeleton, end: Skeleton) -> bool:
    """Say whether it is a press or a row: upper arm and forearm turn against each other, so the hand goes straight."""

    def bone(body: Skeleton, a: str, b: str) -> Vec:
        return unit(less(body[b + side], body[a + side]))

    upper = bone(start, "sh", "el"), bone(end, "sh", "el")
    fore = bone(start, "el", "wr"), bone(end, "el", "wr")
    by_upper, by_fore = (math.degrees(math.acos(max(-1.0, min(1.0, dot(*pair))))) for pair in (upper, fore))
    against = dot(unit(cross(*upper)), unit(cross(*fore))) < 0.2  # noqa: PLR2004 - not the same way round
    return by_upper > 18 and (by_fore < 12 or against)  # noqa: PLR2004 - degrees


def _trimmed(points: tuple[Point, Point, Point]) -> tuple[Point, ...]:
    """Return a straight arrow of a good length about the middle of the way, or three points of an arc where the way is bent."""
    a, b, c = points
    chord = math.dist(a, c)
    across = direction((0.0, 0.0), (c[1] - a[1], a[0] - c[0]))
    bow = abs((b[0] - a[0]) * across[0] + (b[1] - a[1]) * across[1])
    found = circle_through(a, b, c)
    if chord < LEAST_BOW and bow < LEAST_BOW:
        return (a, c)
    if bow < 0.13 * chord or found is None or found[1] > FLATTEST:
        return _straight(a, c)
    center, radius = found
    start, _, end = (math.atan2(p[1] - center[1], p[0] - center[0]) for p in points)
    sense = turn(*points)
    sweep = ((end - start) * sense) % math.tau
    radius = max(radius, TIGHTEST)
    part = min(sweep, LONGEST_ARC / radius, 2.6)
    half = start + sense * sweep / 2

    def at(angle: float) -> Point:
        return (center[0] + radius * math.cos(half + angle), center[1] + radius * math.sin(half + angle))

    return (at(-sense * part / 2), at(0.0), at(sense * part / 2))


def _straight(start: Point, end: Point) -> tuple[Point, Point]:
    """Return an arrow of a good length, upright or level where the way nearly is."""
    size = min(max(math.dist(start, end), SHORTEST), LONGEST)
    x, y = direction(start, end)
    if abs(x) < UPRIGHT:
        x, y = 0.0, math.copysign(1, y)
    elif abs(y) < LEVEL:
        x, y = math.copysign(1, x), 0.0
    center = middle(start, end)
    return plus(center, (x, y), -size / 2), plus(center, (x, y), size / 2)
