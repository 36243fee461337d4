"""A body before a camera in, its shapes in painting order out: far limbs, trunk, near limbs, with light lines where they overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cardgen.figure.bellies import Bellies, Part
from cardgen.figure.flesh import Flesh
from cardgen.figure.outline import Outline
from cardgen.figure.pose import Layering
from cardgen.figure.shape import Shape, Tone

OVER_TRUNK = 0.45
"""Where the light line round a near leg begins, along the thigh: the hip stays joined to the trunk. Round an arm:"""
OVER_SHOULDER = 0.5


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
        legs = [shape for side in "LR" for shape in self.leg(side, (Part.THIGH, Part.SHANK), start=0.0)]
        marks = [mark for side in "LR" for mark in self.bellies.shown((Part.TRUNK, Part.SEAT), side)]
        body = [*legs, *_of(Tone.NEAR, self.flesh.torso()), *self.head(), *marks]
        return BodyLayers(behind=[], body=body, over=self.arm("L") + self.arm("R"))

    def from_the_side(self, layering: Layering) -> BodyLayers:
        flesh = self.flesh
        near = flesh.camera.near
        far = "L" if near == "R" else "R"
        leg = self.leg(near, (Part.THIGH, Part.SHANK, Part.SEAT), start=OVER_TRUNK)
        trunk = [*_of(Tone.NEAR, flesh.torso()), *self.head(), *self.bellies.shown((Part.TRUNK,), near)]
        arm = self.arm(near)
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
