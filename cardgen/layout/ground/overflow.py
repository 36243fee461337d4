"""The answer that a card does not fit, and what of its head or foot is to blame."""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.compose import Card
from cardgen.layout.ground.measures import Kit
from cardgen.values.errors import Location
from cardgen.values.geometry import to_mm

LARGE_CODE = 0.4
"""A code of more than this part of the sheet's shorter side is named when head or foot have no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflow:
    """The answer that a card does not fit above the floor."""

    message: str
    hint: str
    location: Location
    """Of the longest step."""
    excess: float
    """How much too long it is at the floor, in points; infinite where a word is wider than its column."""


def long_title(card: Card, sheet: str) -> Overflow:
    """Say that no title of this length can be set larger than the steps."""
    return Overflow(
        message=f"the title is too long for {sheet}: it would have to be set smaller than the steps",
        hint="shorten the title",
        location=card.location,
        excess=float("inf"),
    )


def too_small(card: Card, sheet: str, kit: Kit) -> Overflow:
    """Say that head or foot have no room for letters as large as they must be."""
    least, code = kit.measures.small(0.0), to_mm(kit.measures.code_side)
    if card.video and kit.measures.code_side > min(kit.measures.width, kit.measures.height) * LARGE_CODE:
        message, hint = (
            f"a code of {code:.0f} mm leaves no room on {sheet}",
            "scan it from nearer, or take a larger sheet",
        )
    else:
        message, hint = (
            f"{sheet} is too small for letters of {least:.3g} pt, the smallest size allowed",
            "take a larger sheet",
        )
    return Overflow(
        message=message,
        hint=hint,
        location=card.location,
        excess=float("inf"),
    )
