"""What does not fit in, the answer that says so out: by how much, and which step, box or head takes the most."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import assert_never

from cardgen.compose import Card
from cardgen.errors import Location
from cardgen.geometry import to_mm
from cardgen.layout.arrange import Arrange, excess
from cardgen.layout.body import type_at
from cardgen.layout.column import Block, Boxes, Heading, Lead, Numbered, Point, measure_column
from cardgen.layout.measures import Kit
from cardgen.typeset.linebreak import IMPOSSIBLE

LARGE_CODE = 0.4
"""A code of more than this part of the sheet's shorter side is named when head or foot have no room."""
LARGE_HEAD = 0.3
"""A head of more than this part of the sheet is named when a card does not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflow:
    """The answer that a card does not fit above the floor."""

    message: str
    hint: str
    location: Location
    """Of the longest step."""
    excess: float
    """How much too long it is at the floor, in points; infinite where a word is wider than its column."""


def describe_overflow(card: Card, arrange: Arrange, kit: Kit, sheet: str) -> Overflow:
    """Say what does not fit on a sheet of columns."""
    arrangements = arrange(card, kit)
    over, arrangement = min(((excess(it, kit), it) for it in arrangements), key=itemgetter(0))
    type_ = type_at(kit.measures.floor, kit, rhythm=arrangement.rhythm)
    parts = [
        _part(block, height, card)
        for column in (*arrangement.columns, *arrangement.side)
        for block, height in zip(column.blocks, measure_column(column, type_).heights, strict=True)
    ]
    steps = [part for part in parts if part.is_step] or parts
    longest = max(steps, key=attrgetter("height"))
    largest = max(parts, key=attrgetter("height"))
    if largest.height > IMPOSSIBLE:
        return Overflow(
            message=f"a word of {largest.label} is wider than its column on {sheet}",
            hint="part the word, nest less deeply, or take a larger sheet",
            location=largest.location,
            excess=float("inf"),
        )
    kind = "step" if longest.is_step else "part"
    told = f"the longest {kind} is {longest.label} ({to_mm(longest.height):.0f} mm)"
    if largest is not longest:
        told += f", {largest.label} takes {to_mm(largest.height):.0f} mm"
    if arrangement.head > kit.measures.height * LARGE_HEAD:
        told += f", the head {to_mm(arrangement.head):.0f} mm"
    return Overflow(
        message=(
            f"too long for {sheet} by {to_mm(over):.0f} mm at {kit.measures.floor:.3g} pt, the smallest size allowed; {told}"
        ),
        hint="shorten it, or take a larger sheet",
        location=largest.location,
        excess=over,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A block of a card that does not fit."""

    label: str
    height: float
    location: Location
    is_step: bool


def _part(block: Block, height: float, card: Card) -> _Part:
    match block:
        case Numbered(step=step):
            return _Part(step.label, height, step.location, is_step=True)
        case Boxes(boxes=boxes):
            first = max(boxes, key=lambda box: len(box.entries))
            name = "".join(unit.text for unit in first.heading.units).strip()
            return _Part(f'the box "{name}"', height, first.entries[0].location, is_step=False)
        case Point(entry=entry):
            return _Part("a point", height, entry.location, is_step=False)
        case Heading() | Lead():
            return _Part("the description", height, card.location, is_step=False)
        case _:
            assert_never(block)


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
