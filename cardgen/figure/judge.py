"""A movement in, what a coach would find wrong with its poses out: reach, joints, spine, balance, hands, floor, benches and boxes.

Lengths are in hundredths of the body's height, angles in degrees.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardgen.figure.pose import Pose, Record, read_spot
from cardgen.figure.proportions import ARM_RADII, HEAD_RADIUS, HEEL, LEG_RADII, SIDES, TOE
from cardgen.figure.scene import Movement
from cardgen.figure.skeleton import Skeleton, center_of_mass, solve
from cardgen.figure.space import RIGHT, Vec, bent, between, cross, dot, less, unit

SHORT = 0.4
"""By which a hand or foot may miss what it reaches for."""
SUNK = 0.6
"""By which a part may lie under the floor: flesh gives."""
KNEE_CLOSED, ELBOW_CLOSED, WRIST_BENT = 150.0, 158.0, 92.0
"""The farthest that these joints bend."""
HIP_BACK, HIP_CLOSED = -35.0, 148.0
"""Between which a thigh stands to the pelvis; a rounded back lets it come closer."""
NEUTRAL = 8.0
"""The most that a spine that is to stay straight may be rounded or arched."""
STANDING = 50.0
"""A trunk that leans more does not stand, so it is not balanced."""
FOOTHOLD = 0.5
"""How far the centre of mass may lie outside the feet."""
IN_PAD, LIMB_IN_PAD = 0.5, 1.2
"""How deep head, hip and shoulder, and limbs, may lie in a bench or a box."""
PAD_THICK = 4.4
OFF_BAR = 0.5
"""From the line of a bar to the nearest hand."""
OFF_RACK = 3.2
"""Likewise for a bar on the front of the shoulders, which lies on the fingers."""
SMITH_DRIFT = 2.2
"""By which the bar of a Smith machine, which goes straight, may leave the upright."""

HELD = frozenset({"barbell", "dumbbell", "kettlebell", "trapbar", "medball", "handle", "weight", "bar"})
IN_HAND = ("hands", "handR", "handL")
ON_BODY = ("back", "rack", "hips")
LIMBS = (
    ("sh", "el", "elbow"),
    ("el", "wr", "wrist"),
    ("hip", "knee", "knee"),
    ("knee", "ankle", "ankle"),
)
"""Start and end of what may lie in a bench, and what the end is called."""
SIDE_NAMES = {"R": "right", "L": "left"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a body cannot do, or a coach would not have it do."""

    pose: int
    """From 1."""
    text: str

    def __str__(self) -> str:
        return f"pose {self.pose}: {self.text}"


def judge(movement: Movement) -> tuple[Fault, ...]:
    """Return what is wrong with the poses of a movement."""
    bodies = [solve(pose) for pose in movement.poses]
    faults: list[Fault] = []
    for at, (pose, body) in enumerate(zip(movement.poses, bodies, strict=True)):
        judged = _Judged(movement, pose, body)
        faults += (Fault(at + 1, text) for text in judged.faults())
    if movement.implement == "smith":
        faults += _drift(movement, bodies)
    return tuple(faults)


def _drift(movement: Movement, bodies: Sequence[Skeleton]) -> Iterator[Fault]:
    for prop in movement.props:
        if prop["type"] == "barbell":
            xs = [body.spot(read_spot(prop.get("at", "hands"), "at"))[0] for body in bodies]
            if (drift := max(xs) - min(xs)) > SMITH_DRIFT:
                yield Fault(len(bodies), f"the bar of the Smith machine leaves the upright by {drift:.1f}")


@dataclass(frozen=True, slots=True)
class _Judged:
    """One pose before the judge."""

    movement: Movement
    pose: Pose
    body: Skeleton

    def faults(self) -> Iterator[str]:
        yield from self.reach()
        yield from self.floor()
        for side, _ in SIDES:
            yield from self.leg(side)
            yield from self.arm(side)
        yield from self.trunk()
        for prop in self.props():
            yield from self.solid(prop)
            yield from self.hold(prop)

    def props(self) -> tuple[Record, ...]:
        return (*self.movement.props, *self.pose.props)

    def reach(self) -> Iterator[str]:
        for limb, miss in self.body.miss.items():
            if miss > SHORT:
                name = f"{SIDE_NAMES[limb[-1]]} {'hand' if limb.startswith('arm') else 'foot'}"
                yield f"the {name} misses its place by {miss:.1f}"

    def floor(self) -> Iterator[str]:
        body = self.body
        low = {"head": body["head"][1] - HEAD_RADIUS, "hip": body["hip"][1] - 5}
        for side, _ in SIDES:
            parts = (
                ("ankle", LEG_RADII[2]),
                ("knee", LEG_RADII[1]),
                ("hand", 1.3),
                ("el", ARM_RADII[1]),
                ("ball", 0.0),
            )
            low |= {part + side: body[part + side][1] - radius for part, radius in parts}
        part = min(low, key=lambda name: low[name])
        if low[part] < -SUNK:
            yield f"{_spoken(part)} lies {-low[part]:.1f} under the floor"

    def leg(self, side: str) -> Iterator[str]:
        body, name = self.body, SIDE_NAMES[side]
        hip, knee, ankle = (body[joint + side] for joint in ("hip", "knee", "ankle"))
        thigh = less(knee, hip)
        if dot(cross(unit(thigh), unit(less(ankle, knee))), body.pelvis.right) > 0.05:  # noqa: PLR2004 - rounding
            yield f"the {name} knee bends backwards"
        if (angle := bent(hip, knee, ankle)) > KNEE_CLOSED:
            yield f"the {name} knee is bent by {angle:.0f}°: no knee closes beyond {KNEE_CLOSED:.0f}°"
        angle = math.degrees(math.atan2(dot(thigh, body.pelvis.forward), -dot(thigh, body.pelvis.up)))
        most = HIP_CLOSED + max(self.pose.curl.at(1), 0.0)
        if not HIP_BACK < angle < most:
            yield f"the {name} hip is bent by {angle:.0f}°: it goes from {HIP_BACK:.0f}° to {most:.0f}°"

    def arm(self, side: str) -> Iterator[str]:
        body, name = self.body, SIDE_NAMES[side]
        shoulder, elbow, wrist, hand = (body[joint + side] for joint in ("sh", "el", "wr", "hand"))
        hinge = cross(unit(less(elbow, shoulder)), unit(less(wrist, elbow)))
        bends = math.hypot(*hinge) > 0.12  # noqa: PLR2004 - seven degrees
        if bends and dot(unit(hinge), body.trunk.right) < -0.75:  # noqa: PLR2004 - forty degrees of turn at the shoulder
            yield f"the {name} elbow bends backwards"
        if (angle := bent(shoulder, elbow, wrist)) > ELBOW_CLOSED:
            yield f"the {name} elbow is bent by {angle:.0f}°: no elbow closes beyond {ELBOW_CLOSED:.0f}°"
        if side not in body.flat and (angle := bent(elbow, wrist, hand)) > WRIST_BENT:
            yield f"the {name} wrist is bent by {angle:.0f}°: no wrist bends beyond {WRIST_BENT:.0f}°"

    def trunk(self) -> Iterator[str]:
        curl = self.pose.curl.at(1)
        if self.movement.neutral and abs(curl) > NEUTRAL:
            yield f"the spine is to stay straight, and is rounded by {curl:.0f}°"
        stands = self.pose.nailed.startswith("foot") and abs(self.pose.torso) < STANDING and not self.pose.supported
        feet = [self.body["ankle" + side][0] for side, _ in SIDES]
        x, heel, toe = center_of_mass(self.body)[0], min(feet) + HEEL, max(feet) + TOE
        if stands and not heel - FOOTHOLD <= x <= toe:
            yield f"the body falls over: its weight is at {x:.1f}, the feet reach from {heel:.1f} to {toe:.1f}"

    def solid(self, prop: Record) -> Iterator[str]:
        """Find what lies in a box or in the pad of a bench."""
        body = self.body
        for solid in _solids(prop):
            for side, _ in SIDES:
                for start, end, name in LIMBS:
                    ways = (between(body[start + side], body[end + side], at / 8) for at in range(1, 9))
                    if (worst := max(solid.depth(p) for p in ways)) > LIMB_IN_PAD:
                        yield f"the {SIDE_NAMES[side]} {name} lies {worst:.1f} inside the {prop['type']}"
            for mark, name in (("head", "head"), ("hip", "hip"), ("sh", "shoulder")):
                if solid.depth(body[mark]) > IN_PAD:
                    yield f"the {name} lies inside the {prop['type']}"

    def hold(self, prop: Record) -> Iterator[str]:
        """Find a bar without a hand on it."""
        kind, at = prop["type"], prop.get("at", "hands")
        if kind not in HELD or prop.get("free") or (at if isinstance(at, str) else at[0]) in IN_HAND:
            return
        if not (kind == "bar" or at in ON_BODY):
            return
        axis = self.body.trunk.right if at in ("back", "rack") else RIGHT
        point = self.body.spot(read_spot(at, "at"))
        off = min(math.hypot(*cross(less(self.body["hand" + side], point), axis)) for side, _ in SIDES)
        on_rack = kind in ("barbell", "bar") and at == "rack" and off < OFF_RACK
        safety = at == "back" and self.movement.implement == "safetybar"
        if off > OFF_BAR and not on_rack and not safety:
            yield f"no hand is on the {kind}: the nearest is {off:.1f} off"


@dataclass(frozen=True, slots=True)
class _Pad:
    """A pad of a bench: its upper face from one end to the other."""

    start: tuple[float, float]
    end: tuple[float, float]
    half: float

    def depth(self, p: Vec) -> float:
        """Return how deep a point lies inside; negative outside."""
        x, y, _ = unit((self.end[0] - self.start[0], self.end[1] - self.start[1], 0.0))
        down = (y, -x) if x > 0 else (-y, x)
        dx, dy = p[0] - self.start[0], p[1] - self.start[1]
        along, into = dx * x + dy * y, dx * down[0] + dy * down[1]
        return min(along, math.dist(self.start, self.end) - along, into, PAD_THICK - into, self.half - abs(p[2]))


@dataclass(frozen=True, slots=True)
class _Box:
    low: Vec
    high: Vec

    def depth(self, p: Vec) -> float:
        """Return how deep a point lies inside; negative outside."""
        return min(min(v - low, high - v) for v, low, high in zip(p, self.low, self.high, strict=True))


def _solids(prop: Record) -> Iterator[_Pad | _Box]:
    if prop["type"] == "box":
        half, deep = prop["w"] / 2, prop.get("z", 14)
        y = prop.get("y", 0)
        yield _Box((prop["x"] - half, y, -deep), (prop["x"] + half, y + prop["h"], deep))
    if prop["type"] == "bench":
        for x1, y1, x2, y2 in prop["pads"]:
            yield _Pad((x1, y1), (x2, y2), prop.get("z", 7))


def _spoken(mark: str) -> str:
    names = {"el": "elbow", "ball": "foot"}
    if mark[-1] in SIDE_NAMES:
        return f"the {SIDE_NAMES[mark[-1]]} {names.get(mark[:-1], mark[:-1])}"
    return f"the {mark}"
