"""A plan with every gap and size decided in, the items between head and foot out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.compose import BoxKind, Marker
from cardgen.display import Color, Item, Mark, Path, Role
from cardgen.geometry import Rect
from cardgen.layout.body import (
    BOX_HEAD,
    BOX_HEADING_SIZE,
    BOX_ITEM_GAP,
    BOX_LEFT,
    BOX_LIST_GAP,
    DISC,
    DISC_OVERSHOOT,
    ENTRY_GAP,
    ICON,
    NAME_GAP,
    NAME_LEADING,
    NAME_SIZE,
    NUMERAL_SIZE,
    POINT_INDENT,
    STEP_INDENT,
    Body,
    SetBox,
    SetEntry,
    SetStep,
    Type,
    box_height,
    box_indent,
    box_measure,
    entry_indent,
    step_height,
)
from cardgen.layout.measures import Kit
from cardgen.layout.shapes import cross, dash, disc, panel, rectangle, tick, warning
from cardgen.layout.text import Setting, Slot, block_height, place_line, place_paragraph, set_verbatim, whole_width
from cardgen.theme import BoxColors, Theme
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import count_lines

BAR = 1.2
"""Width of a box's bar, in sheet units."""
RADIUS = 2.0
ITEM_GAP_LIMIT = 1.9
"""Points of a box may part to this many times their gap when the box is stretched."""

GAPS_SHARE = 0.6
"""The part of a stretch that goes between points; the rest goes above and below them."""
NUMERAL_WIDTH = 0.62
"""Greatest width of a numeral, as a part of its disc."""
DASH = 2.4
"""Length of a dash, in type units."""
DISC_HEIGHT = DISC - DISC_OVERSHOOT
SMALL = 1e-6

_ROLES = {
    BoxKind.TIPS: (Role.TIPS_HEADING, Role.TIP),
    BoxKind.MISTAKES: (Role.MISTAKES_HEADING, Role.MISTAKE),
    BoxKind.SAFETY: (Role.SAFETY_HEADING, Role.SAFETY),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Boxes side by side."""

    boxes: tuple[SetBox, ...]
    widths: tuple[float, ...]
    height: float
    stretch: float
    """How much of the height is not needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxLayout:
    """What a row decides for its boxes."""

    gap: float
    """Between points."""
    lower: float
    """How much lower the text may go in the box."""
    order: Iterator[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where everything goes between head and foot; lengths in points."""

    body: Body
    type: Type
    top: float
    """The lower edge of the header."""
    head_gap: float
    lead_gap: float
    step_gaps: tuple[float, ...]
    box_gap: float
    row_gap: float
    gutter: float
    rows: tuple[Row, ...]


def place_body(plan: Plan, kit: Kit) -> tuple[Item, ...]:
    """Place lead, steps and boxes."""
    measures, type_ = kit.measures, plan.type
    order = count(100)
    items: list[Item] = []
    y = plan.top + plan.head_gap
    if plan.body.lead:
        setting = Setting(size=type_.body, leading=type_.lead_leading, cap=type_.cap, color=kit.theme.lead)
        slot = Slot(measures.margin, y, measures.text_width)
        lead = place_paragraph(plan.body.lead, setting, slot, Mark(role=Role.LEAD, order=next(order)))
        items += lead
        y = lead[-1].y + plan.lead_gap
    indent = STEP_INDENT * type_.unit
    slot = Slot(measures.margin + indent, y, measures.text_width - indent)
    for number, step in enumerate(plan.body.steps, 1):
        items += _place_number(number, slot, type_, kit, order)
        items += _place_step(step, slot, type_, kit, order)
        gap = plan.step_gaps[number - 1] if number <= len(plan.step_gaps) else plan.box_gap
        slot = replace(slot, y=slot.y + step_height(step, type_, slot.width) + gap)
    y = slot.y
    for row in plan.rows:
        items += _place_row(row, y, plan, kit, order)
        y += row.height + plan.row_gap
    return tuple(items)


def _place_number(number: int, slot: Slot, type_: Type, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place disc and numeral at the left of a step's slot."""
    size, top = DISC * type_.unit, slot.y - DISC_OVERSHOOT * type_.unit
    x = slot.x - STEP_INDENT * type_.unit
    numeral = set_verbatim(str(number), kit.case, Style.DISPLAY)
    cap = kit.cap(Style.DISPLAY)
    width = whole_width(numeral)
    numeral_size = min(NUMERAL_SIZE * type_.body, NUMERAL_WIDTH * size / width)
    setting = Setting(size=numeral_size, cap=cap, color=kit.theme.band)
    place = Slot(x + (size - width * numeral_size) / 2, top + (size - cap * numeral_size) / 2)
    mark = Mark(role=Role.STEP_NUMBER, order=next(order))
    return [disc(x, top, size, kit.theme.accent), *place_line(numeral, setting, place, mark)]


def _place_step(step: SetStep, slot: Slot, type_: Type, kit: Kit, order: Iterator[int]) -> list[Item]:
    unit = type_.unit
    items: list[Item] = []
    y = slot.y
    if step.name:
        size = NAME_SIZE * type_.body
        setting = Setting(size=size, leading=NAME_LEADING * size, cap=type_.cap, color=kit.theme.band)
        placed = place_paragraph(step.name, setting, slot, Mark(role=Role.STEP_NAME, order=next(order)))
        items += placed
        y = placed[-1].y + NAME_GAP * type_.gap
    elif step_height(step, type_, slot.width) <= DISC_HEIGHT * unit + SMALL and len(step.entries) == 1:
        # A text without a name that is no higher than the disc stands on its middle.
        lines = count_lines(step.entries[0].text, slot.width / type_.body)
        height = block_height(lines, type_.cap * type_.body, type_.step_leading)
        y += (DISC / 2 - DISC_OVERSHOOT) * unit - height / 2
    setting = Setting(size=type_.body, leading=type_.step_leading, cap=type_.cap, color=kit.theme.ink)
    for entry in step.entries:
        indent = entry_indent(entry, type_)
        if entry.marker is not Marker.NONE:
            items.append(_dash(Slot(slot.x + indent - POINT_INDENT * unit, y, DASH * unit), setting, kit.theme.band))
        place = Slot(slot.x + indent, y, slot.width - indent)
        placed = place_paragraph(entry.text, setting, place, Mark(role=Role.STEP, order=next(order)))
        items += placed
        y = placed[-1].y + ENTRY_GAP * type_.gap
    return items


def _place_row(row: Row, y: float, plan: Plan, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place boxes side by side; where the row is stretched, their points part, all by the same."""
    type_ = plan.type
    base = BOX_ITEM_GAP * type_.gap
    most = max(len(box.entries) for box in row.boxes) - 1
    gap = min(base + row.stretch * GAPS_SHARE / most, base * ITEM_GAP_LIMIT) if most else base
    items: list[Item] = []
    x = kit.measures.margin
    for box, width in zip(row.boxes, row.widths, strict=True):
        free = row.height - box_height(box, type_, width) - (len(box.entries) - 1) * (gap - base)
        layout = BoxLayout(gap=gap, lower=min(free, row.stretch) / 3, order=order)
        rect = Rect(x=x, y=y, width=width, height=row.height)
        items += _place_box(box, rect, layout, plan.type, kit)
        x += width + plan.gutter
    return items


def _place_box(box: SetBox, rect: Rect, layout: BoxLayout, type_: Type, kit: Kit) -> list[Item]:
    unit = type_.unit
    colors = _colors(box.kind, kit.theme)
    heading_role, role = _ROLES[box.kind]
    bar = Rect(x=rect.x, y=rect.y, width=BAR * kit.measures.unit, height=rect.height)
    items: list[Item] = [panel(rect, RADIUS * kit.measures.unit, colors.ground), rectangle(bar, colors.sign)]
    size = BOX_HEADING_SIZE * type_.box
    setting = Setting(size=size, cap=type_.heading_cap, color=colors.heading)
    slot = Slot(rect.x + BOX_LEFT * unit, rect.y + BOX_HEAD * type_.gap + layout.lower / 2)
    heading = place_line(box.heading, setting, slot, Mark(role=heading_role, order=next(layout.order)))
    items += heading
    setting = Setting(size=type_.box, leading=type_.box_leading, cap=type_.cap, color=kit.theme.ink)
    slot = Slot(slot.x, heading[-1].y + BOX_LIST_GAP * type_.gap + layout.lower / 4, box_measure(type_, rect.width))
    for entry in box.entries:
        items += _marker(box.kind, entry, slot, type_, colors)
        indent = box_indent(entry, type_)
        place = Slot(slot.x + indent, slot.y, slot.width - indent)
        placed = place_paragraph(entry.text, setting, place, Mark(role=role, order=next(layout.order)))
        items += placed
        slot = replace(slot, y=placed[-1].y + layout.gap)
    return items


def _marker(kind: BoxKind, entry: SetEntry, slot: Slot, type_: Type, colors: BoxColors) -> tuple[Path, ...]:
    match entry.marker:
        case Marker.NONE:
            return ()
        case Marker.DASH:
            setting = Setting(size=type_.box, cap=type_.cap, color=colors.heading)
            x = slot.x + box_indent(entry, type_) - POINT_INDENT * type_.unit
            return (_dash(Slot(x, slot.y, DASH * type_.unit), setting, colors.heading),)
        case Marker.ICON:
            side = ICON * type_.box
            rect = Rect(x=slot.x, y=slot.y + (type_.cap * type_.box - side) / 2, width=side, height=side)
    match kind:
        case BoxKind.TIPS:
            return tick(rect, colors.sign)
        case BoxKind.MISTAKES:
            return cross(rect, colors.sign)
        case BoxKind.SAFETY:
            return warning(rect, colors.sign, colors.ground)


def _dash(slot: Slot, setting: Setting, color: Color) -> Path:
    """Return the bar before a nested point, a little above the middle of the capitals, where a dash stands."""
    thickness = 0.09 * setting.size
    middle = slot.y + setting.cap * setting.size * 0.56
    return dash(Rect(x=slot.x, y=middle - thickness / 2, width=slot.width, height=thickness), color)


def _colors(kind: BoxKind, theme: Theme) -> BoxColors:
    match kind:
        case BoxKind.TIPS:
            return theme.tips
        case BoxKind.MISTAKES:
            return theme.mistakes
        case BoxKind.SAFETY:
            return theme.safety
