"""What does not fit in, the answer that says so out: by how much, and which step, box or head takes the most."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import assert_never

from cardgen.compose import Card
from cardgen.layout.cards.body import Type
from cardgen.layout.cards.column import Block, Boxes, Column, Heading, Lead, Numbered, Point, measure_column
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.overflow import Overflow
from cardgen.typeset.linebreak import IMPOSSIBLE
from cardgen.values.errors import Location
from cardgen.values.geometry import to_mm

LARGE_HEAD = 0.3
"""A head of more than this part of the sheet is named when a card does not fit."""


def describe_overflow(card: Card, column: Column, type_: Type, kit: Kit, sheet: str) -> Overflow:
    """Say what does not fit on a sheet: how much the column is too high at the least type, and what takes most of it."""
    stack = measure_column(column, type_)
    over = stack.height - (column.bottom - column.top)
    parts = [_part(block, height, card) for block, height in zip(column.blocks, stack.heights, strict=True)]
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
    if column.top > kit.measures.height * LARGE_HEAD:
        told += f", the head {to_mm(column.top):.0f} mm"
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
