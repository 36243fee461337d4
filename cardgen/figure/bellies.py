"""Muscles and a body before a camera in, the spindles that are seen of them out; nothing of what faces away."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from cardgen.figure.curves import direction, hull, middle, plus, smooth
from cardgen.figure.flesh import Flesh
from cardgen.figure.outline import Outline, Point
from cardgen.figure.proportions import ARM_RADII, LEG_RADII
from cardgen.figure.shape import Shape, Tone
from cardgen.figure.space import Vec, add, cross, dot, less, scale, unit


class Part(Enum):
    """A part of the body that has muscles."""

    THIGH = "thigh"
    SHANK = "shank"
    UPPER_ARM = "upper arm"
    FOREARM = "forearm"
    TRUNK = "trunk"
    SEAT = "seat"
    HIP = "hip"
    """The upper end of the thigh, as far as the trunk's flank."""


@dataclass(frozen=True, slots=True)
class Belly:
    """Where a muscle lies."""

    part: Part
    start: float
    """Along the part, as is the end."""
    end: float
    middle: float
    """Round the part, in degrees: 0 in front, 90 outside, 180 behind."""
    half: float
    """The angle from the middle to each edge."""


BELLIES = MappingProxyType(
    {
        "quads": Belly(Part.THIGH, 0.14, 0.92, 8, 84),
        "hamstrings": Belly(Part.THIGH, 0.22, 0.95, 174, 80),
        "adductors": Belly(Part.THIGH, 0.10, 0.70, -80, 60),
        "hip_flexors": Belly(Part.THIGH, -0.10, 0.30, 0, 60),
        "abductors": Belly(Part.HIP, -0.12, 0.34, 78, 84),
        "glutes": Belly(Part.SEAT, 0, 0, 180, 90),
        "calves": Belly(Part.SHANK, 0.05, 0.60, 174, 92),
        "tibialis": Belly(Part.SHANK, 0.10, 0.70, 10, 60),
        "forearms": Belly(Part.FOREARM, 0.04, 0.72, 0, 85),
        "biceps": Belly(Part.UPPER_ARM, 0.26, 0.94, 4, 98),
        "triceps": Belly(Part.UPPER_ARM, 0.22, 0.96, 176, 98),
        "front_delts": Belly(Part.UPPER_ARM, -0.12, 0.40, 35, 60),
        "side_delts": Belly(Part.UPPER_ARM, -0.12, 0.40, 85, 70),
        "rear_delts": Belly(Part.UPPER_ARM, -0.12, 0.40, 150, 60),
        "chest": Belly(Part.TRUNK, 0.63, 0.95, 44, 40),
        "abs": Belly(Part.TRUNK, 0.06, 0.59, 35, 33),
        "obliques": Belly(Part.TRUNK, 0.14, 0.56, 80, 34),
        "serratus": Belly(Part.TRUNK, 0.46, 0.72, 70, 24),
        "lower_back": Belly(Part.TRUNK, 0.16, 0.50, 148, 32),
        "lats": Belly(Part.TRUNK, 0.34, 0.70, 126, 42),
        "mid_back": Belly(Part.TRUNK, 0.70, 0.96, 150, 28),
        "traps": Belly(Part.TRUNK, 0.86, 1.07, 145, 40),
        "rotator_cuff": Belly(Part.TRUNK, 0.78, 0.95, 135, 25),
    }
)
"""By the ids of the muscle map."""

CUTS, RAYS = 8, 10
"""Across a belly, and round it to each side of its middle."""
THINNEST = 0.7
"""Half the width under which a spindle is not drawn, in units of the figure."""
LEAST_RAYS = 4
"""Fewer in sight, and the muscle faces away."""
FULLNESS = 2.6
"""The exponent of a spindle's outline: 2 is an ellipse."""
SEAT_RIM = 0.675
"""The rim for which the seat's circles are drawn."""

_RADII = MappingProxyType(
    {
        Part.THIGH: LEG_RADII[:2],
        Part.HIP: LEG_RADII[:2],
        Part.SHANK: LEG_RADII[1:],
        Part.UPPER_ARM: ARM_RADII[:2],
        Part.FOREARM: ARM_RADII[1:],
    }
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a limb with what is its front and its outside."""

    start: Vec
    end: Vec
    axis: Vec
    front: Vec
    outside: Vec


@dataclass(frozen=True, slots=True)
class Bellies:
    """The muscles of a body that are shown."""

    flesh: Flesh
    works: tuple[str, ...]
    """Ids of the muscle map; those without a place on the figure are not drawn."""
    rim: float
    """Of the body's tone that is left between a muscle and the outline."""

    def shown(self, parts: Iterable[Part], side: str) -> list[Shape]:
        """Return the spindles on some parts of one side of the body."""
        wanted = set(parts)
        return [
            Shape(tone=Tone.ACCENT, outline=outline, muscle=name)
            for name in self.works
            if name in BELLIES and BELLIES[name].part in wanted
            for outline in self._belly(BELLIES[name], side)
        ]

    def _belly(self, belly: Belly, side: str) -> list[Outline]:
        if belly.part is Part.SEAT:
            return self._seat(side)
        one: list[Point] = []
        other: list[Point] = []
        thickest = 0.0
        for cut in range(CUTS + 1):
            share = (1 - math.cos(math.pi * cut / CUTS)) / 2
            found = self._cut(belly, side, belly.start + (belly.end - belly.start) * share)
            if found is None:
                return []
            center, normal, low, high = found
            half = (high - low) / 2 * (1 - abs(2 * share - 1) ** FULLNESS) ** 0.5
            thickest = max(thickest, half)
            one.append(plus(center, normal, (low + high) / 2 + half))
            other.append(plus(center, normal, (low + high) / 2 - half))
        return [smooth(one + other[-2:0:-1])] if thickest > THINNEST else []

    def _cut(self, belly: Belly, side: str, at: float) -> tuple[Point, Point, float, float] | None:
        """Return centre, normal and the two edges along it of a belly at one place; None where it faces away."""
        camera = self.flesh.camera
        if belly.part is Part.TRUNK:
            section = self.flesh.section(at)
            center, normal, front = section.center, section.normal, section.forward
            outside = scale(section.right, 1.0 if side == "R" else -1.0)
            deep, wide = section.depth, section.width
        else:
            limb = self._segment(belly.part, side)
            start, end = camera.flat(limb.start), camera.flat(limb.end)
            way = direction(start, end)
            first, last = _RADII[belly.part]
            deep = wide = first + (last - first) * min(max(at, 0.0), 1.0)
            center, normal, front, outside = middle(start, end, at), (-way[1], way[0]), limb.front, limb.outside

        def seen(v: Vec) -> float:
            x, y = camera.flat(v)
            return x * normal[0] + y * normal[1]

        edge = []
        for ray in range(-RAYS, RAYS + 1):
            angle = math.radians(belly.middle + belly.half * ray / RAYS)
            c, s = math.cos(angle), math.sin(angle)
            if dot(add(scale(front, c / deep), outside, s / wide), camera.view) > 0:
                edge.append(seen(add(scale(front, c * deep), outside, s * wide)))
        if len(edge) < LEAST_RAYS:
            return None
        full = math.hypot(deep * seen(front), wide * seen(outside)) - self.rim
        return center, normal, max(min(edge), -full), min(max(edge), full)

    def _segment(self, part: Part, side: str) -> Segment:
        """Return a segment of a limb; its front follows the bend of the joint."""
        body = self.flesh.body
        leg = part in (Part.THIGH, Part.SHANK, Part.HIP)
        sign = -1.0 if leg else 1.0
        p, q, r = (body[joint + side] for joint in (("hip", "knee", "ankle") if leg else ("sh", "el", "wr")))
        first, second = unit(less(q, p)), unit(less(r, q))
        upper = part in (Part.THIGH, Part.HIP, Part.UPPER_ARM)
        axis = first if upper else second
        frame = body.pelvis if leg else body.trunk
        hinge = add(cross(first, second), frame.right, 0.15 * sign)
        front = add(scale(cross(hinge, axis), sign), frame.forward, 0.02)
        front = unit(add(front, axis, -dot(front, axis)))
        outside = scale(cross(axis, front), 1.0 if side == "R" else -1.0)
        return Segment(*((p, q) if upper else (q, r)), axis, front, outside)

    def _seat(self, side: str) -> list[Outline]:
        body, camera = self.flesh.body, self.flesh.camera
        frame = body.pelvis
        if dot(frame.forward, camera.view) > 0.5:  # noqa: PLR2004 - it faces the viewer
            return []
        limb = self._segment(Part.THIGH, side)
        hip = add(body["hip" + side], frame.right, 1.2 if side == "R" else -1.2)
        less_ = (self.rim - SEAT_RIM) * 0.8
        high, low = add(add(hip, frame.up, 2.8), frame.forward, -2.3), add(add(hip, limb.axis, 2.0), limb.front, -2.2)
        return [hull([camera.disc(high, 2.5 - less_), camera.disc(low, 2.8 - less_)])]
