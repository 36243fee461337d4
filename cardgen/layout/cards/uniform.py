"""What each card of a set would take by itself in, the sizes that serve nine of ten out: one wall, one look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.layout.ground.measures import SetSize
from cardgen.values.geometry import mm

SERVED = 0.9
"""The part of a set's cards that its sizes serve; the others give way by themselves."""
STEP, STAGE_STEP_MM = 0.5, 2.0
"""Sizes of text are agreed on in steps of so many points, heights of stages in steps of so many millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a card would take: the largest type at which its stage is of use, and its stage at each size that was tried."""

    body: float
    """In points."""
    stages: tuple[tuple[float, float], ...]
    """Sizes of the text, the largest first, and what each leaves to the stage, both in points."""

    def stage_at(self, body: float) -> float:
        """Return what a size of text leaves to the stage."""
        return next((stage for size, stage in self.stages if size <= body + 1e-6), self.stages[-1][1])


def agree(wishes: Sequence[Wish], *, ceiling: float, stages: tuple[float, float]) -> SetSize | None:
    """Return the largest type and, at it, the highest stage that serve nine of ten cards; None without any.

    `ceiling` is the greatest type of a set, and between the `stages` lies its own, all in points: a card that does not fit
    with the least of them gives way by itself.
    """
    if not wishes:
        return None
    bodies = sorted(wish.body for wish in wishes)
    body = min(_served(bodies), ceiling)
    least = min(size for wish in wishes for size, _ in wish.stages)
    steps = int((body - least) / STEP + 1e-6)
    body = least + steps * STEP
    found = _served(sorted(wish.stage_at(body) for wish in wishes))
    step, (least, most) = mm(STAGE_STEP_MM), stages
    return SetSize(body=round(body, 3), stage=round(max(min(found, most) // step * step, least), 3))


def _served(ordered: Sequence[float]) -> float:
    """Return the greatest of ascending values that so many are no less than."""
    return ordered[int(len(ordered) * (1 - SERVED) + 1e-9)]
