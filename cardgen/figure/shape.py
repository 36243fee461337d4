"""What a figure is made of: flat shapes that know what they show, and the camera that flattens them. Knows no colours."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from cardgen.display import Op
from cardgen.figure.curves import arc, circle_through, direction, hull, plus, polyline, turn
from cardgen.figure.outline import Outline, Point
from cardgen.figure.space import Vec
from cardgen.values.geometry import Rect

GAP = 0.9
"""Width of the light line where parts overlap, in units of the figure, where it is drawn large."""
ARROW_WIDTH, ARROW_HEAD = 2.5, 4.4
"""Of the shaft, and half the breadth of the head."""


class Tone(Enum):
    """What a shape shows, which decides its colour."""

    NEAR = "near"
    """The body, and the limbs on this side of it."""
    FAR = "far"
    """Limbs on the other side."""
    ACCENT = "accent"
    """A muscle at work."""
    EQUIPMENT = "equipment"
    GROUND = "ground"
    ARROW = "arrow"
    GAP = "gap"
    """The colour of the ground, where parts overlap and through holes."""


class Heads(Enum):
    """How many heads an arrow has."""

    ONE = "one"
    BOTH = "both"
    """To and fro."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A closed outline to fill, or one to stroke with round ends where it has a width; y down."""

    tone: Tone
    outline: Outline
    width: float = 0.0
    """Of a stroke, in units of the figure; 0 for a shape that is filled."""
    halo: float = 0.0
    """How much farther a filled shape reaches all round, with round corners: so a light line and what it is round have one outline."""
    muscle: str = ""
    """The id in the muscle map of what an accent shows."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Yaw 0 looks at the right side of a figure, which faces right; 90 from the front, -90 from behind. No perspective."""

    yaw: float = 0.0
    """In degrees, as is the pitch."""
    pitch: float = 0.0
    """How far it looks down."""
    cos: float = field(init=False)
    sin: float = field(init=False)
    level: float = field(init=False)
    """Cosine of the pitch, by which heights are seen shorter."""
    drop: float = field(init=False)
    """Its sine, by which what is nearer lies lower."""

    def __post_init__(self) -> None:
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        for name, value in zip(
            ("cos", "sin", "level", "drop"),
            (math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch)),
            strict=True,
        ):
            object.__setattr__(self, name, value)

    @property
    def view(self) -> Vec:
        """The direction towards the viewer."""
        return (self.sin * self.level, self.drop, self.cos * self.level)

    @property
    def near(self) -> str:
        """The side of the body on this side: R or L."""
        return "R" if self.cos >= 0 else "L"

    @property
    def along(self) -> bool:
        """Whether it looks along the bars that are held: from the side."""
        return abs(self.sin) < 0.2  # noqa: PLR2004 - twelve degrees

    @property
    def facing(self) -> bool:
        """Whether it looks from the front or from behind, so that both sides are near."""
        return abs(self.cos) <= 0.5  # noqa: PLR2004 - sixty degrees and more

    def flat(self, p: Vec) -> Point:
        """Return where a point of the room is seen."""
        return (p[0] * self.cos - p[2] * self.sin, (p[0] * self.sin + p[2] * self.cos) * self.drop - p[1] * self.level)

    def disc(self, p: Vec, radius: float) -> tuple[float, float, float]:
        """Return the circle that a ball is seen as."""
        return (*self.flat(p), radius)


def arrow(points: tuple[Point, ...], heads: Heads = Heads.ONE) -> list[Shape]:
    """Return a straight arrow between two points, or an arc through three; its head ends on the last, a second on the first."""
    found = circle_through(*points) if len(points) == 3 else None  # noqa: PLR2004 - an arc
    if found is None:
        return _straight_arrow(points[0], points[-1], heads)
    center, radius = found
    first, tip = points[0], points[-1]
    start, end = (math.atan2(p[1] - center[1], p[0] - center[0]) for p in (first, tip))
    sense = turn(*points)
    while (end - start) * sense < 0:
        end += math.tau * sense

    def at(angle: float) -> Point:
        return (center[0] + radius * math.cos(angle), center[1] + radius * math.sin(angle))

    back, overlap = sense * ARROW_HEAD * 1.5 / radius, sense * 0.4 / radius
    tips = [_arrow_head(at(end - back), tip)]
    pen = first
    if heads is Heads.BOTH:
        tips.append(_arrow_head(at(start + back), first))
        start += back - overlap
        pen = at(start)
    shaft = ((Op.MOVE, pen), *arc(center, radius, start, end - back + overlap))
    return [Shape(tone=Tone.ARROW, outline=shaft, width=ARROW_WIDTH), *tips]


def _straight_arrow(first: Point, tip: Point, heads: Heads) -> list[Shape]:
    way = direction(first, tip)
    base = plus(tip, way, -ARROW_HEAD * 1.5)
    tips = [_arrow_head(base, tip)]
    pen = first
    if heads is Heads.BOTH:
        behind = plus(first, way, ARROW_HEAD * 1.5)
        tips.append(_arrow_head(behind, first))
        pen = plus(behind, way, -0.4)
    return [Shape(tone=Tone.ARROW, outline=polyline((pen, plus(base, way, 0.4))), width=ARROW_WIDTH), *tips]


def _arrow_head(base: Point, tip: Point) -> Shape:
    way = direction(base, tip)
    across = (-way[1], way[0])
    corners = (plus(tip, way, -0.5), plus(base, across, ARROW_HEAD), plus(base, across, -ARROW_HEAD))
    return Shape(tone=Tone.ARROW, outline=hull((*corner, 0.5) for corner in corners))


def bounds(shapes: Iterable[Shape]) -> Rect:
    """Return what outlines cover, by their control points; widths of strokes do not count."""
    left = top = math.inf
    right = bottom = -math.inf
    for shape in shapes:
        halo = shape.halo
        for _, values in shape.outline:
            if values:
                xs, ys = values[0::2], values[1::2]
                left, right = min(left, min(xs) - halo), max(right, max(xs) + halo)
                top, bottom = min(top, min(ys) - halo), max(bottom, max(ys) + halo)
    return Rect(x=left, y=top, width=right - left, height=bottom - top)
