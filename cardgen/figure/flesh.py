"""A solved pose and a camera in, the outlines of its parts out: every part is round, or a hull of circles. Knows no tones."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cardgen.figure.curves import Disc, circle, direction, hull, plus, smooth
from cardgen.figure.outline import Outline, Point
from cardgen.figure.proportions import ARM_RADII, BALL, FIST, GIRTHS, HEAD_RADIUS, LEG_RADII, TOE, Girth
from cardgen.figure.shape import Camera
from cardgen.figure.skeleton import VERTEBRAE, Skeleton
from cardgen.figure.space import Vec, add, between, dot, less, unit


@dataclass(frozen=True, slots=True)
class Section:
    """The trunk at one height, as it is seen."""

    center: Point
    normal: Point
    """Across the spine."""
    way: Point
    """Along it."""
    forward: Vec
    right: Vec
    depth: float
    width: float


@dataclass(frozen=True, slots=True)
class Flesh:
    """A body before a camera."""

    body: Skeleton
    camera: Camera

    def disc(self, p: Vec, radius: float) -> Disc:
        """Return the circle that a ball is seen as."""
        return self.camera.disc(p, radius)

    def head(self) -> list[Outline]:
        """Return the head, and the nose that tells where it looks: seen from the front, it lies within the head."""
        head, nose = self.body["head"], self.body["nose"]
        bridge = hull([self.disc(between(head, nose, 0.5), 2.6), self.disc(nose, 1.1)])
        return [circle(self.camera.flat(head), HEAD_RADIUS), bridge]

    def leg(self, side: str, start: float = 0.0) -> list[Outline]:
        """Return thigh, from `start` along it, shank and foot."""
        body, disc = self.body, self.disc
        hip, knee, ankle = (body[joint + side] for joint in ("hip", "knee", "ankle"))
        toes, sole = body.toes[side], body.soles[side]
        heel, ball = add(add(ankle, toes, -1.7), sole, -1.7), add(add(ankle, toes, BALL), sole, -2.4)
        at_hip, at_knee, at_ankle = LEG_RADII
        parts = [
            [disc(between(hip, knee, start), at_hip + (at_knee - at_hip) * start), disc(knee, at_knee)],
            [disc(knee, at_knee), disc(ankle, at_ankle)],
        ]
        if side in body.bent_toes:
            tip = add(add(ball, unit((toes[0], 0.0, toes[2])), 2.6), (0.0, -0.3, 0.0))
            parts += [[disc(ankle, at_ankle), disc(heel, 2.2), disc(ball, 1.6)], [disc(ball, 1.6), disc(tip, 1.2)]]
        else:
            tip = add(add(ankle, toes, TOE - 1.3), sole, -2.6)
            parts.append([disc(ankle, at_ankle), disc(heel, 2.2), disc(ball, 1.5), disc(tip, 1.3)])
        return [hull(part) for part in parts]

    def arm(self, side: str, start: float = 0.0) -> list[Outline]:
        """Return upper arm, from `start` along it, forearm and hand."""
        body, disc = self.body, self.disc
        shoulder, elbow, wrist, hand = (body[joint + side] for joint in ("sh", "el", "wr", "hand"))
        at_shoulder, at_elbow, at_wrist = ARM_RADII
        palm = [disc(hand, FIST)]
        if side in body.flat:
            palm = [disc(add(wrist, body.flat[side], 2.5), 1.8), disc(body["tip" + side], 1.3)]
        upper = disc(between(shoulder, elbow, start), at_shoulder + (at_elbow - at_shoulder) * start)
        parts = ([upper, disc(elbow, at_elbow)], [disc(elbow, at_elbow), disc(wrist, at_wrist)])
        return [hull(part) for part in (*parts, [disc(wrist, at_wrist), *palm])]

    def section(self, at: float) -> Section:
        """Return the trunk at a share of its length; a little under the hips and over the shoulders too."""
        body, girth = self.body, _girth(at)
        piece = min(max(int(at * VERTEBRAE), 0), VERTEBRAE - 1)
        step = less(body.spine[piece + 1], body.spine[piece])
        frame = body.frames[min(max(round(at * VERTEBRAE), 0), VERTEBRAE)]
        way = direction((0.0, 0.0), self.camera.flat(step))
        spine = add(body.spine[piece], step, at * VERTEBRAE - piece)
        return Section(
            center=self.camera.flat(add(spine, frame.forward, girth.forward)),
            normal=(-way[1], way[0]),
            way=way,
            forward=frame.forward,
            right=frame.right,
            depth=girth.depth,
            width=girth.width,
        )

    def spread(self, section: Section, depth: float, width: float) -> float:
        """Return how far a part of the trunk reaches to each side of the spine, as it is seen."""
        return math.hypot(
            depth * _across(self.camera.flat(section.forward), section.normal),
            width * _across(self.camera.flat(section.right), section.normal),
        )

    def torso(self) -> list[Outline]:
        """Return the trunk from the hips to the neck."""
        left: list[Point] = []
        right: list[Point] = []
        ends: list[Point] = []
        for place, girth in enumerate(GIRTHS):
            section = self.section(girth.at)
            reach = self.spread(section, section.depth, section.width)
            center = section.center
            if place in (0, len(GIRTHS) - 1):
                ends.append(plus(center, section.way, 0.5 if place else -1.8))
            left.append(plus(center, section.normal, reach))
            right.append(plus(center, section.normal, -reach))
        return [smooth([*left, ends[1], *right[::-1], ends[0]])]


def _girth(at: float) -> Girth:
    """Return the trunk's measures at a share of its length, between those that are known."""
    last = len(GIRTHS) - 2
    place = next((place for place in range(last) if at <= GIRTHS[place + 1].at), last)
    low, high = GIRTHS[place], GIRTHS[place + 1]
    share = (at - low.at) / (high.at - low.at)

    def mixed(one: float, other: float) -> float:
        return one + (other - one) * share

    return Girth(at, mixed(low.forward, high.forward), mixed(low.depth, high.depth), mixed(low.width, high.width))


def _across(p: Point, normal: Point) -> float:
    return p[0] * normal[0] + p[1] * normal[1]


def facing(forward: Vec, camera: Camera) -> float:
    """Return how far a direction points towards the viewer: 1 straight at them."""
    return dot(forward, camera.view)
