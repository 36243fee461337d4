"""Blocks under one another between two lines: their least height, the slack spread between them, each one placed.

A composition is one column or two; what differs between compositions is which blocks stand in which column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from math import inf
from typing import assert_never

from cardgen.display import Item, Mark, Role
from cardgen.layout.cards.body import (
    SetBox,
    SetEntry,
    SetStep,
    Type,
    box_height,
    entry_height,
    lead_height,
    step_gap,
    step_height,
)
from cardgen.layout.cards.place import (
    BoxLayout,
    place_box,
    place_entry,
    place_number,
    place_section,
    place_step,
    section_height,
)
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.text import Setting, Slot, place_paragraph
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

NOTHING = 1e-6
"""A length in points that no printer shows."""
GUTTER = 4.0
"""Between boxes side by side or under one another, in sheet units."""
SPLITS = (1 / 2, 3 / 5, 2 / 5)
"""Shares of the left box; the first is taken unless another saves SPLIT_GAIN."""
SPLIT_GAIN = 0.9
"""Of a line."""
GAP_LIMIT = 2.6
"""No gap grows beyond this many times its base ..."""
DROP = 0.08
"""... then the boxes sink until so much of the sheet's height is white above them ..."""
STRETCH, STRETCH_ALONE = 4.0, 0.25
"""... then they grow by so many sheet units, boxes that have the page to themselves by such a part of the highest ..."""
BOX_GAP_WEIGHT = 1.2
"""The gap above the boxes takes a little more than the others."""
SECTION_GAP_WEIGHT = 1.6
GAPS_SHARE = 0.5
"""The part of a stretch that goes between points; the rest goes above and below them."""
ITEM_GAP_LIMIT = 1.6
"""Points of a box may part to this many times their gap when the box is stretched."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The description."""

    text: Prepared


@dataclass(frozen=True, slots=True)
class Numbered:
    """A step or a numbered point, with its disc."""

    number: int
    step: SetStep


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph or a point without a number."""

    entry: SetEntry


@dataclass(frozen=True, slots=True)
class Heading:
    """The rule and the heading of a section."""

    text: Prepared


@dataclass(frozen=True, slots=True)
class Boxes:
    """One box, or two side by side."""

    boxes: tuple[SetBox, ...]


Block = Lead | Numbered | Point | Heading | Boxes


class Foot(Enum):
    """What becomes of slack that gaps and boxes do not take."""

    BOXES = "boxes stand on the foot"
    OPEN = "the column starts at its head and ends where it ends"
    RISEN = "so does this one, but its boxes grow toward the foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where blocks go; lengths in points."""

    x: float
    width: float
    top: float
    bottom: float
    blocks: tuple[Block, ...]
    first_gap: float
    """Above the first block, in type units."""
    narrow_until: float = 0.0
    """Blocks that start above this y have the width below: something hangs into the column at its right."""
    narrow_width: float = 0.0
    foot: Foot = Foot.BOXES
    gap_unit: float = 0.0
    """The sheet unit, for gaps between boxes."""
    drop: float = 0.0
    """How much white may be above the boxes when there is room, or below a text without any."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A column measured at one size: for each block the gap above it, its height and its width."""

    gaps: tuple[float, ...]
    heights: tuple[float, ...]
    widths: tuple[float, ...]

    @property
    def height(self) -> float:
        """From the column's top to the last block's foot."""
        return sum(self.gaps) + sum(self.heights)


def measure_column(column: Column, type_: Type) -> Stack:
    """Return gaps and heights at their least."""
    gaps: list[float] = []
    heights: list[float] = []
    widths: list[float] = []
    y = column.top
    for at, block in enumerate(column.blocks):
        before = column.blocks[at - 1] if at else None
        gap = _gap(column, before, block, widths[-1] if widths else column.width, type_)
        if isinstance(block, Boxes) and y + gap < column.narrow_until:
            gap = column.narrow_until - y + GUTTER * column.gap_unit  # boxes take the whole width
        y += gap
        width = column.narrow_width if y < column.narrow_until else column.width
        height = _height(block, type_, width, column.gap_unit)
        gaps.append(gap)
        heights.append(height)
        widths.append(width)
        y += height
    return Stack(tuple(gaps), tuple(heights), tuple(widths))


def spreads(column: Column, type_: Type) -> float:
    """Return how much more height a column takes without a hole: its gaps grown, its boxes sunk and stretched."""
    stack = measure_column(column, type_)
    spread, _ = _grow(list(stack.gaps), inf, _limits(column, stack), _weights(column))
    rows = [at for at, block in enumerate(column.blocks) if isinstance(block, Boxes)]
    under = 0.0 if rows else GUTTER * column.gap_unit  # a text without boxes has white down to the rule of the foot
    sinks = max(0.0, column.drop - under - (spread[rows[0]] if rows and rows[0] else 0.0))
    return sum(spread) - sum(stack.gaps) + sinks + len(rows) * STRETCH * column.gap_unit


def place_column(column: Column, type_: Type, kit: Kit, order: Iterator[int]) -> tuple[Item, ...]:
    """Spread the slack and place every block."""
    stack = measure_column(column, type_)
    gaps, stretch = _spread(column, stack)
    items: list[Item] = []
    y = column.top
    for at, block in enumerate(column.blocks):
        y += gaps[at]
        height = stack.heights[at]
        if isinstance(block, Boxes):
            items += _place_boxes(
                block, Rect(x=column.x, y=y, width=stack.widths[at], height=height), stretch, type_, kit, order
            )
            height += stretch
        else:
            items += _place(block, Slot(column.x, y, stack.widths[at]), type_, kit, order)
        y += height
    return tuple(items)


def _gap(column: Column, before: Block | None, block: Block, width: float, type_: Type) -> float:
    """Return the least gap above a block."""
    rhythm = type_.rhythm
    match before, block:
        case None, _:
            return column.first_gap * type_.gap
        case Boxes(), Boxes():
            return GUTTER * column.gap_unit
        case _, Heading():
            return rhythm.section_gap * type_.gap
        case Heading(), _:
            return rhythm.section_list_gap * type_.gap
        case Lead(), _:
            return rhythm.lead_gap * type_.gap
        case _, Lead():
            return rhythm.entry_gap * type_.gap
        case Numbered(step=step), Numbered():
            return step_gap(step, type_, width - type_.indent)
        case _, Boxes():
            return rhythm.box_gap * type_.gap
        case Point(), Point():
            return rhythm.entry_gap * type_.gap
        case _:
            return rhythm.step_gap * type_.gap


def _height(block: Block, type_: Type, width: float, gap_unit: float) -> float:
    match block:
        case Lead(text=text):
            return lead_height(text, type_, width)
        case Numbered(step=step):
            return step_height(step, type_, width - type_.indent)
        case Point(entry=entry):
            return entry_height(entry, type_, width)
        case Heading(text=text):
            return section_height(text, type_, width)
        case Boxes(boxes=boxes):
            return plan_row(boxes, type_, width, GUTTER * gap_unit).height
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class RowPlan:
    """How boxes of a row stand: the top left corners, widths and heights, from the row's own corner."""

    rects: tuple[Rect, ...]
    height: float


def plan_row(boxes: tuple[SetBox, ...], type_: Type, width: float, gutter: float) -> RowPlan:
    """Stand boxes side by side, in equal widths unless others save nearly a line or leave less blank, or under one another."""
    if len(boxes) == 1:
        height = box_height(boxes[0], type_, width)
        return RowPlan((Rect(x=0.0, y=0.0, width=width, height=height),), height)
    room = width - gutter
    left, right = boxes
    pairs = [(box_height(left, type_, room * part), box_height(right, type_, room * (1 - part))) for part in SPLITS]
    even = [at for at, (one, other) in enumerate(pairs) if abs(one - other) <= type_.density.blank * type_.box_leading]
    tried = even or range(len(SPLITS))
    best = min(tried, key=lambda at: (round(max(pairs[at]), 3), abs(pairs[at][0] - pairs[at][1])))
    if tried[0] == 0 and max(pairs[best]) > max(pairs[0]) - SPLIT_GAIN * type_.box_leading:
        best = 0
    high, wide = max(pairs[best]), room * SPLITS[best]
    if not even:
        upper, under = (box_height(box, type_, width) for box in boxes)
        lower = Rect(x=0.0, y=upper + gutter, width=width, height=under)
        return RowPlan((Rect(x=0.0, y=0.0, width=width, height=upper), lower), lower.bottom)
    beside = Rect(x=wide + gutter, y=0.0, width=room - wide, height=high)
    return RowPlan((Rect(x=0.0, y=0.0, width=wide, height=high), beside), high)


def _spread(column: Column, stack: Stack) -> tuple[list[float], float]:
    """Share the slack out: over the gaps, above the boxes, into them, over the gaps again; return gaps and the stretch of a row."""
    slack = column.bottom - column.top - stack.height
    rows = [at for at, block in enumerate(column.blocks) if isinstance(block, Boxes)]
    weights = _weights(column)
    gaps, slack = _grow(list(stack.gaps), slack, _limits(column, stack), weights)
    stretch = 0.0
    if rows and column.foot is Foot.BOXES and slack > NOTHING:
        if rows[0]:
            sunk = min(slack, max(0.0, column.drop - gaps[rows[0]]))
            gaps[rows[0]] += sunk
            slack -= sunk
        alone = len(rows) == len(column.blocks)
        stretch = min(slack / len(rows), STRETCH_ALONE * max(stack.heights) if alone else STRETCH * column.gap_unit)
        slack -= stretch * len(rows)
        if alone:
            gaps[1:] = [gap + slack / len(gaps) for gap in gaps[1:]]
        elif sum(weights):
            gaps = [gap + slack * weight / sum(weights) for gap, weight in zip(gaps, weights, strict=True)]
    return gaps, stretch


def _weights(column: Column) -> list[float]:
    """Return by how much the gap above each block takes of what is free."""
    weights = [_weight(block) for block in column.blocks]
    weights[0] = 0.0  # what stands first keeps its place on every card of a set
    for at, before in enumerate(column.blocks[:-1], 1):
        if isinstance(before, Heading | Boxes):
            weights[at] = 0.0  # a heading stays with its list, and what stands under boxes with them
    return weights


def _weight(block: Block) -> float:
    match block:
        case Boxes():
            return BOX_GAP_WEIGHT
        case Heading():
            return SECTION_GAP_WEIGHT
        case _:
            return 1.0


def _limits(column: Column, stack: Stack) -> list[float]:
    """Return how far the gap above each block may grow; above the boxes no further than white may be there."""
    limits = [gap * GAP_LIMIT for gap in stack.gaps]
    for at, block in enumerate(column.blocks):
        if isinstance(block, Boxes) and column.drop:
            limits[at] = max(stack.gaps[at], min(limits[at], column.drop))
    return limits


def _grow(bases: list[float], slack: float, limits: list[float], weights: list[float]) -> tuple[list[float], float]:
    """Share `slack` out by weight; what a gap may not take goes to the others, what none takes is returned."""
    gaps = list(bases)
    for _ in bases:
        growing = [at for at, gap in enumerate(gaps) if weights[at] and gap < limits[at] - NOTHING]
        if slack <= NOTHING or not growing:
            break
        each = slack / sum(weights[at] for at in growing)
        for at in growing:
            more = min(each * weights[at], limits[at] - gaps[at])
            gaps[at] += more
            slack -= more
    return gaps, slack


def _place(
    block: Lead | Numbered | Point | Heading, slot: Slot, type_: Type, kit: Kit, order: Iterator[int]
) -> list[Item]:
    match block:
        case Lead(text=text):
            setting = Setting(size=type_.body, leading=type_.lead_leading, cap=type_.cap, color=kit.theme.lead)
            return [*place_paragraph(text, setting, slot, Mark(role=Role.LEAD, order=next(order)))]
        case Numbered(number=number, step=step):
            inner = Slot(slot.x + type_.indent, slot.y, slot.width - type_.indent)
            first = next(order)
            numeral = place_number(number, inner, type_, kit, first)
            return [*numeral, *place_step(step, inner, type_, kit, chain((first,), order))]
        case Point(entry=entry):
            return place_entry(entry, slot, type_, kit, Mark(role=Role.STEP, order=next(order)))
        case Heading(text=text):
            return place_section(text, slot, type_, kit, order)
        case _:
            assert_never(block)


def _place_boxes(block: Boxes, rect: Rect, stretch: float, type_: Type, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place boxes in their row; where it is stretched, the points of all its boxes part by the same."""
    plan = plan_row(block.boxes, type_, rect.width, GUTTER * kit.measures.unit)
    base = type_.rhythm.box_item_gap * type_.gap
    stacked = len({part.y for part in plan.rects}) > 1
    stretch = stretch / len(plan.rects) if stacked else stretch
    most = max(len(box.entries) for box in block.boxes) - 1
    gap = min(base + stretch * GAPS_SHARE / most, base * ITEM_GAP_LIMIT) if most else base
    items: list[Item] = []
    for at, (box, part) in enumerate(zip(block.boxes, plan.rects, strict=True)):
        lower = max(0.0, stretch - most * (gap - base)) / 2
        y = rect.y + part.y + (at * stretch if stacked else 0.0)
        place = Rect(x=rect.x + part.x, y=y, width=part.width, height=part.height + stretch)
        items += place_box(box, place, BoxLayout(gap=gap, lower=lower, order=order), type_, kit)
    return items
