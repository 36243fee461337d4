"""The head of a section in, its rule and its heading out, with a remark at the right where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.display import Item, Mark, Role
from cardgen.layout.forms.blocks import HEADING, RULE_WEIGHT, SECTION_HEAD, Placed, Scale
from cardgen.layout.ground.phrase import Type, set_phrase
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot
from cardgen.theme.type import Style

NOTE = 9.5
"""In points on A5."""
NOTE_GAP = 4.0
"""Least white before the remark, in sheet units, as is the next: from the heading to a remark below it."""
NOTE_BELOW = 2.0


def place_section(heading: str, note: str, slot: Slot, scale: Scale, order: Iterator[int]) -> Placed:
    """Place the head of a section; it ends at the last baseline."""
    kit, theme = scale.leaf.kit, scale.leaf.kit.theme
    title = set_phrase(heading, Type(style=Style.HEADING, color=theme.heading), scale.points(HEADING), kit)
    y = slot.y + max(scale.length(SECTION_HEAD), title.cap + scale.length(1.5))
    items: list[Item] = [
        rule(slot, scale.length(RULE_WEIGHT), theme.band),
        *title.left(slot.x, y - title.cap, Mark(role=Role.SECTION_HEADING, order=next(order))),
    ]
    if not note:
        return Placed(tuple(items), y)
    remark = set_phrase(note, Type(style=Style.TEXT, color=theme.lead), scale.points(NOTE), kit)
    mark = Mark(role=Role.PARAGRAPH, order=next(order))
    if title.width + scale.length(NOTE_GAP) + remark.width <= slot.width:
        return Placed((*items, *remark.right(slot.x + slot.width, y - remark.cap, mark)), y)
    below = replace(slot, y=y + scale.length(NOTE_BELOW))
    placed = remark.within(below, mark)
    return Placed((*items, *placed), placed[-1].y)
