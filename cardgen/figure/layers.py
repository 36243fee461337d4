"""A body before a camera in, its shapes in painting order out: far limbs, trunk, near limbs, with light lines where they overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cardgen.figure.bellies import Bellies, Part
from cardgen.figure.depths import ARM, LEG, TRUNK, Limb, covered
from cardgen.figure.flesh import Flesh
from cardgen.figure.outline import Outline
from cardgen.figure.pose import Layering
from cardgen.figure.shape import Shape, Tone
from cardgen.figure.space import dot, less

OVER_TRUNK = 0.45
"""Where the light line round a near leg begins, along the thigh: the hip stays joined to the trunk. Round an arm:"""
OVER_SHOULDER = 0.5
COMES_FORWARD = 12.0
"""By how much a knee lies nearer than its hip where, seen from the front, the thigh passes before the trunk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLayers:
    """Shapes of the body: props go between them."""

    behind: list[Shape]
    body: list[Shape]
    over: list[Shape]


def body_layers(flesh: Flesh, bellies: Bellies, gap: float, layering: Layering) -> BodyLayers:
    """Return the shapes behind, of the body, and over it: near arm over near leg over trunk over far limbs."""
    parts = _Parts(flesh, bellies, gap)
    if flesh.camera.facing:
        return parts.from_the_front()
    return parts.from_the_side(layering)


@dataclass(frozen=True, slots=True)
class _Parts:
    flesh: Flesh
    bellies: Bellies
    gap: float

    def round(self, outlines: Iterable[Outline]) -> list[Shape]:
        """Return the light lines round parts."""
        return [Shape(tone=Tone.GAP, outline=outline, halo=self.gap) for outline in outlines]

    def from_the_front(self) -> BodyLayers:
        """From the front or behind, both sides are near."""
        ahead = [side for side in "LR" if self.comes_forward(side)]
        behind = [shape for side in "LR" if side not in ahead for shape in self.leg(side, LEG, start=0.0)]
        before = [shape for side in ahead for shape in self.leg(side, LEG, start=OVER_TRUNK)]
        marks = [mark for side in "LR" for mark in self.bellies.shown((Part.TRUNK, Part.SEAT, Part.HIP), side)]
        body = [*behind, *_of(Tone.NEAR, self.flesh.torso()), *self.head(), *before, *marks]
        return BodyLayers(behind=[], body=body, over=self.arm("L") + self.arm("R"))

    def comes_forward(self, side: str) -> bool:
        """Say whether a thigh points at the viewer."""
        body, view = self.flesh.body, self.flesh.camera.view
        return dot(less(body["knee" + side], body["hip" + side]), view) > COMES_FORWARD

    def from_the_side(self, layering: Layering) -> BodyLayers:
        """Far limbs, trunk, near leg, near arm; what passes before another limb is painted once more after it."""
        flesh = self.flesh
        near = flesh.camera.near
        far = "L" if near == "R" else "R"
        near_arm, near_leg = Limb(near, ARM), Limb(near, LEG)
        limbs = [near_arm, near_leg] if layering is Layering.INSIDE else [near_leg, near_arm]
        before = list(covered(flesh, [Limb(far, ARM), Limb(far, LEG), TRUNK, *limbs]))

        def after(limb: Limb) -> list[Shape]:
            return [shape for own, part, over in before if over == limb for shape in self.segment(own.side, part, near)]

        leg = [*self.leg(near, (*LEG, Part.SEAT, Part.HIP), start=OVER_TRUNK), *after(near_leg)]
        trunk = [*_of(Tone.NEAR, flesh.torso()), *self.head(), *self.bellies.shown((Part.TRUNK,), near), *after(TRUNK)]
        arm = [*self.arm(near), *after(near_arm)]
        behind = [
            *self.round(flesh.arm(far)),
            *_of(Tone.FAR, flesh.arm(far)),
            *self.round(flesh.leg(far)),
            *_of(Tone.FAR, flesh.leg(far)),
        ]
        if layering is Layering.BEHIND:  # raised past the head, which stays whole
            behind += [*self.round(flesh.arm(near)), *arm, *self.round(flesh.leg(near))]
            return BodyLayers(behind=behind, body=trunk + leg, over=[])
        behind += self.round(flesh.torso() + flesh.leg(near))
        if layering is Layering.INSIDE:
            return BodyLayers(behind=behind, body=trunk + arm, over=leg)
        return BodyLayers(behind=behind, body=trunk + leg, over=arm)

    def segment(self, side: str, part: Part, near: str) -> list[Shape]:
        """Return one segment of a limb with what hangs on it, hand or foot; the light line begins where it is joined."""
        limb, start = (self.flesh.leg, OVER_TRUNK) if part in LEG else (self.flesh.arm, OVER_SHOULDER)
        upper = part in (Part.THIGH, Part.UPPER_ARM)
        place = slice(0, 1) if upper else slice(1, None)
        gaps = limb(side, start)[place] if upper else limb(side)[place]
        if side != near:
            return [*self.round(gaps), *_of(Tone.FAR, limb(side)[place])]
        return [*self.round(gaps), *_of(Tone.NEAR, limb(side)[place]), *self.bellies.shown((part,), side)]

    def head(self) -> list[Shape]:
        return [*self.round(self.flesh.head()), *_of(Tone.NEAR, self.flesh.head())]

    def leg(self, side: str, muscles: Iterable[Part], start: float) -> list[Shape]:
        gaps = self.flesh.leg(side, start)
        return [*self.round(gaps), *_of(Tone.NEAR, self.flesh.leg(side)), *self.bellies.shown(muscles, side)]

    def arm(self, side: str) -> list[Shape]:
        gaps = self.flesh.arm(side, OVER_SHOULDER)
        muscles = self.bellies.shown((Part.UPPER_ARM, Part.FOREARM), side)
        return [*self.round(gaps), *_of(Tone.NEAR, self.flesh.arm(side)), *muscles]


def _of(tone: Tone, outlines: Iterable[Outline]) -> list[Shape]:
    return [Shape(tone=tone, outline=outline) for outline in outlines]
