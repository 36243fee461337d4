"""A pose in, joints and marks in the room out. Draws nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cardgen.figure.pose import (
    Arm,
    ArmAngles,
    ArmReach,
    Balance,
    Foot,
    Hand,
    Leg,
    LegAngles,
    LegDown,
    Pole,
    Pose,
    PoseError,
    Spot,
    Toes,
)
from cardgen.figure.proportions import (
    ANKLE,
    BALL,
    FINGERS,
    FOREARM,
    GRIP,
    HEEL,
    HIP,
    MASS,
    NECK,
    NECK_ROOT,
    NOSE,
    NOSE_UNDER,
    PALM,
    SHANK,
    SHOULDER,
    SIDES,
    THIGH,
    TOE,
    TRUNK,
    UPPER_ARM,
)
from cardgen.figure.space import RIGHT, Vec, add, between, cross, dot, less, limb, rolled, scale, unit

VERTEBRAE = 12
"""Straight pieces that stand for the spine."""
LEANS = (-15.0, 95.0)
"""Between which a balanced one is sought, in degrees, by so many halvings:"""
HALVINGS = 24
BALL_DROP, BALL_HEIGHT = 2.4, 1.5
"""Of the ball of the foot under the ankle's level along the sole's normal; of its middle over the floor."""
STRETCH = 0.9995
"""The part of its length to which a limb that reaches is stretched at most."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Directions of a part of the trunk."""

    forward: Vec
    up: Vec
    right: Vec


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """A solved pose."""

    places: Mapping[str, Vec]
    """Joints and marks by name; a letter R or L behind those of a side."""
    spine: tuple[Vec, ...]
    """From the hips to the shoulders."""
    frames: tuple[Frame, ...]
    """Along the spine."""
    toes: Mapping[str, Vec]
    """By side: the direction of a foot."""
    soles: Mapping[str, Vec]
    """By side: away from the sole."""
    bent_toes: frozenset[str]
    """Sides."""
    flat: Mapping[str, Vec]
    """By side: where the fingers of a flat hand point."""
    miss: Mapping[str, float]
    """By limb: how much its end falls short of what it reaches for."""

    def __getitem__(self, name: str) -> Vec:
        """Return a joint or mark."""
        return self.places[name]

    @property
    def pelvis(self) -> Frame:
        """Of the hips."""
        return self.frames[0]

    @property
    def trunk(self) -> Frame:
        """Of the shoulders."""
        return self.frames[-1]

    def spot(self, spot: Spot) -> Vec:
        """Return a spot in the room."""
        return add(self.places[spot.mark], spot.offset) if spot.mark else spot.offset


def solve(pose: Pose) -> Skeleton:
    """Return the joints and marks of a pose."""
    if pose.balance is not None:
        return _balanced(pose, pose.balance)
    body = _Body(roll=pose.roll)
    body.trunk(pose)
    for side, sign in SIDES:
        body.places["hip" + side] = add(body.places["hip"], body.frames[0].right, sign * HIP)
        body.places["sh" + side] = add(body.places["sh"], body.frames[-1].right, sign * SHOULDER)
        leg, arm = pose.legs[side], pose.arms[side]
        if isinstance(leg, LegAngles):
            body.swing_leg(leg, side, sign)
        if isinstance(arm, ArmAngles):
            body.swing_arm(arm, side, sign)
    body.nail(pose.nailed, pose.nailed_at)
    for side, sign in SIDES:
        body.put_down(pose.legs[side], side, sign)
    body.mark()
    for side, sign in SIDES:
        body.reach(pose.arms[side], side, sign)
    body.places["hands"] = between(body.places["handR"], body.places["handL"], 0.5)
    return body.solved()


def center_of_mass(body: Skeleton) -> Vec:
    """Return the centre of mass, of the masses and their places in Winter (2009)."""
    at = body.places
    parts = [(MASS["head"], at["head"]), (MASS["trunk"], between(at["hip"], at["sh"], 0.5))]
    for k, _ in SIDES:
        parts += [
            (MASS["upper"], between(at["sh" + k], at["el" + k], 0.436)),
            (MASS["fore"], between(at["el" + k], at["hand" + k], 0.55)),
            (MASS["thigh"], between(at["hip" + k], at["knee" + k], 0.433)),
            (MASS["shank"], between(at["knee" + k], at["ankle" + k], 0.433)),
            (MASS["foot"], add(at["ankle" + k], body.toes[k], 4)),
        ]
    whole = sum(mass for mass, _ in parts)
    found: Vec = (0.0, 0.0, 0.0)
    for mass, point in parts:
        found = add(found, point, mass / whole)
    return found


def two_bones(root: Vec, target: Vec, lengths: tuple[float, float], pole: Vec) -> tuple[Vec, Vec, float]:
    """Return the middle joint of a limb, the end that it reaches and by how much that falls short; it bends towards `pole`."""
    first, second = lengths
    far = math.dist(root, target)
    way = unit(less(target, root))
    length = min(max(far, abs(first - second) + 0.1), (first + second) * STRETCH)
    along = (first * first - second * second + length * length) / (2 * length)
    aside = add(pole, way, -dot(pole, way))
    if dot(aside, aside) < 1e-9:  # noqa: PLR2004 - the pole lies along the way: any side will do
        aside = cross(way, RIGHT) if abs(way[2]) < 0.9 else (0.0, 1.0, 0.0)  # noqa: PLR2004
    aside = unit(aside)
    joint = add(add(root, way, along), aside, math.sqrt(max(first * first - along * along, 0.0)))
    return joint, add(root, way, length), abs(far - length)


def _balanced(pose: Pose, balance: Balance) -> Skeleton:
    """Return the pose with the lean of the trunk that puts the mark over mid-foot, or at its x; sought by halving."""
    low, high = LEANS
    for _ in range(HALVINGS):
        lean = (low + high) / 2
        body = solve(replace(pose, balance=None, torso=lean))
        x = (center_of_mass(body) if balance.mark == "mass" else body[balance.mark])[0]
        aim = body["ankleR"][0] + (TOE + HEEL) / 2 if balance.x is None else balance.x
        low, high = (lean, high) if x < aim else (low, lean)
    return body


def _frame(lean: float, roll: float = 0.0, twist: float = 0.0) -> Frame:
    """Return the directions of a trunk that leans forward from upright."""
    a, t = math.radians(lean), math.radians(twist)
    forward, up, right = (math.cos(a), -math.sin(a), 0.0), (math.sin(a), math.cos(a), 0.0), (0.0, 0.0, 1.0)
    turned = add(scale(forward, math.cos(t)), right, math.sin(t))
    aside = add(scale(right, math.cos(t)), forward, -math.sin(t))
    return Frame(rolled(turned, roll), rolled(up, roll), rolled(aside, roll))


def _pointed(pole: Pole, sign: float) -> Vec:
    return limb(pole.angle, pole.out, sign)


@dataclass(slots=True, kw_only=True)
class _Body:
    """What of a pose is solved so far."""

    roll: float
    places: dict[str, Vec] = field(default_factory=dict)
    spine: list[Vec] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    toes: dict[str, Vec] = field(default_factory=dict)
    soles: dict[str, Vec] = field(default_factory=dict)
    bent_toes: set[str] = field(default_factory=set)
    flat: dict[str, Vec] = field(default_factory=dict)
    miss: dict[str, float] = field(default_factory=dict)

    def solved(self) -> Skeleton:
        return Skeleton(
            places=self.places,
            spine=tuple(self.spine),
            frames=tuple(self.frames),
            toes=self.toes,
            soles=self.soles,
            bent_toes=frozenset(self.bent_toes),
            flat=self.flat,
            miss=self.miss,
        )

    def trunk(self, pose: Pose) -> None:
        """Bend the spine upwards from the hips, and set the head on it."""

        def frame(share: float) -> Frame:
            lean = pose.torso + pose.curl.at(share)
            return _frame(lean, pose.roll + pose.side * share, pose.twist * share)

        self.frames = [frame(at / VERTEBRAE) for at in range(VERTEBRAE + 1)]
        self.spine = [(0.0, 0.0, 0.0)]
        for at in range(VERTEBRAE):
            self.spine.append(add(self.spine[-1], frame((at + 0.5) / VERTEBRAE).up, TRUNK / VERTEBRAE))
        up = self.frames[-1].up
        shoulders = add(self.spine[-1], up, pose.shrug)
        nod = pose.torso + pose.curl.at(1) + pose.nod + pose.curl.neck
        face = _frame(nod, pose.roll + pose.side + pose.tilt, pose.twist)
        head = add(add(shoulders, up, NECK_ROOT), face.up, NECK - NECK_ROOT)
        self.places = {
            "hip": self.spine[0],
            "sh": shoulders,
            "head": head,
            "nose": add(add(head, face.forward, NOSE), face.up, -NOSE_UNDER),
        }

    def nail(self, joint: str, at: tuple[float, float]) -> None:
        """Shift everything so that a joint, or the sole under it (`footR`), lies at (x, y)."""
        x, y = at
        if joint.startswith("foot"):
            joint, y = "ankle" + joint[4:], y + ANKLE
        if joint not in self.places:
            raise PoseError(
                '"at" holds what is not put down or reached for: the hip, a shoulder, or a joint of a swinging limb'
            )
        way = (x - self.places[joint][0], y - self.places[joint][1], 0.0)
        self.spine = [add(p, way) for p in self.spine]
        self.places = {name: add(p, way) for name, p in self.places.items()}

    def swing_leg(self, leg: LegAngles, side: str, sign: float) -> None:
        thigh = rolled(limb(leg.thigh, leg.out, sign), self.roll)
        shin = rolled(limb(leg.shin, leg.shin_out, sign), self.roll)
        self.places["knee" + side] = add(self.places["hip" + side], thigh, THIGH)
        self.places["ankle" + side] = add(self.places["knee" + side], shin, SHANK)
        self.set_foot(leg.foot, side, sign)

    def set_foot(self, foot: Foot, side: str, sign: float) -> None:
        """Turn the foot under the ankle."""
        pitch, out = math.radians(foot.pitch), math.radians(foot.toe_out)
        ahead = (math.cos(pitch) * math.cos(out), math.sin(pitch), sign * math.sin(out) * math.cos(pitch))
        self.toes[side] = toes = rolled(ahead, self.roll)
        self.soles[side] = sole = rolled((-math.sin(pitch), math.cos(pitch), 0.0), self.roll)
        ball = add(add(self.places["ankle" + side], toes, BALL), sole, -BALL_DROP)
        self.places["ball" + side] = add(ball, (0.0, -BALL_HEIGHT, 0.0))
        if foot.toes is Toes.BENT:
            self.bent_toes.add(side)

    def put_down(self, leg: Leg, side: str, sign: float) -> None:
        """Put the sole, or the ball of the foot, down where it stands."""
        if not isinstance(leg, LegDown):
            return
        self.places["ankle" + side] = (0.0, 0.0, 0.0)
        self.set_foot(leg.foot, side, sign)
        place = (leg.x, leg.y, sign * leg.wide if leg.z is None else leg.z)
        if leg.foot.toes is Toes.BENT:
            ball = add(place, (0.0, BALL_HEIGHT, 0.0))
            goal = add(add(ball, self.toes[side], -BALL), self.soles[side], BALL_DROP)
        else:
            goal = add(place, self.soles[side], ANKLE)
        pole = _pointed(leg.knee, sign)
        knee, ankle, miss = two_bones(self.places["hip" + side], goal, (THIGH, SHANK), pole)
        self.places["knee" + side], self.places["ankle" + side], self.miss["leg" + side] = knee, ankle, miss
        self.set_foot(leg.foot, side, sign)

    def swing_arm(self, arm: ArmAngles, side: str, sign: float) -> None:
        fore = rolled(limb(arm.fore, arm.fore_out, sign), self.roll)
        elbow = add(self.places["sh" + side], rolled(limb(arm.upper, arm.out, sign), self.roll), UPPER_ARM)
        wrist = add(elbow, fore, FOREARM)
        self.places["el" + side], self.places["wr" + side] = elbow, wrist
        self.places["hand" + side] = add(wrist, _pointed(arm.palm, sign) if arm.palm else fore, GRIP)

    def reach(self, arm: Arm, side: str, sign: float) -> None:
        """Bring the fist, or the heel of a flat hand, to its spot."""
        if not isinstance(arm, ArmReach):
            return
        palm = _pointed(arm.palm, sign) if arm.palm else None
        goal = self.grasped(arm, sign)
        goal = add(goal, palm, -GRIP) if palm else goal
        fist = arm.hand is Hand.FIST
        fore = FOREARM if palm or not fist else FOREARM + GRIP
        shoulder = self.places["sh" + side]
        elbow, end, miss = two_bones(shoulder, goal, (UPPER_ARM, fore), _pointed(arm.elbow, sign))
        way = unit(less(end, elbow))
        wrist = add(elbow, way, FOREARM)
        self.places["el" + side], self.places["wr" + side], self.miss["arm" + side] = elbow, wrist, miss
        if fist:
            self.places["hand" + side] = add(wrist, palm or way, GRIP)
            return
        self.flat[side] = limb(arm.fingers)
        self.places["hand" + side] = add(wrist, self.flat[side], PALM)
        self.places["tip" + side] = add(wrist, self.flat[side], PALM if arm.hand is Hand.FLAT else FINGERS)

    def grasped(self, arm: ArmReach, sign: float) -> Vec:
        """Return the point that a hand reaches for; along a bar on the shoulders, which turns with the trunk."""
        spot = arm.to
        point = add(self.places[spot.mark], spot.offset) if spot.mark else spot.offset
        if spot in (Spot(mark="back"), Spot(mark="rack")):
            return add(point, self.frames[-1].right, sign * arm.grip)
        if spot.deep:
            return point
        return (point[0], point[1], self.places["sh"][2] + sign * arm.grip)

    def mark(self) -> None:
        """Mark the places on the body where things rest or push."""
        pelvis, trunk, at = self.frames[0], self.frames[-1], self.places
        shoulders = at["sh"]

        def off(forward: float, up: float) -> Vec:
            return add(add(shoulders, trunk.forward, forward), trunk.up, up)

        at["back"], at["rack"] = off(-5.4, 1.8), off(6.8, 1.2)
        at["chest"], at["upper_back"] = off(8.0, -7.0), off(-7.6, -4.5)
        at["hips"] = add(add(at["hip"], pelvis.forward, 8.0), pelvis.up, 1.5)
