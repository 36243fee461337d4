"""A block, its sizes and its slot in, the items of the block out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import BoxKind, Marker
from cardgen.display import Color, Item, Mark, Op, Path, Role, Segment, Text
from cardgen.layout.cards.body import (
    BoxForm,
    SetBox,
    SetEntry,
    SetStep,
    Type,
    box_indent,
    box_measure,
    entry_indent,
    lines_of,
    row_indent,
    step_height,
)
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.panel import RADIUS, bar_width, box_ground, numeral, on_disc
from cardgen.layout.ground.shapes import KAPPA, bullet, cross, dash, rule, tick, warning, waves
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    block_height,
    place_line,
    place_paragraph,
)
from cardgen.theme import BoxColors, Theme
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

NUMERAL_WIDTH = 0.62
"""Greatest width of a numeral, as a part of its disc."""
STRIP_FOOT = 1.4
"""From a heading's baseline to the foot of its strip, in type units."""
DASH = 2.4
"""Length of a dash, in type units."""
SECTION_LEADING = 1.05
SECTION_RULE = 0.25
"""Weight of the rule above a section, in sheet units."""
SMALL = 1e-6

_ROLES = {
    BoxKind.TIPS: (Role.TIPS_HEADING, Role.TIP),
    BoxKind.MISTAKES: (Role.MISTAKES_HEADING, Role.MISTAKE),
    BoxKind.SAFETY: (Role.SAFETY_HEADING, Role.SAFETY),
    BoxKind.BREATHING: (Role.BOX_HEADING, Role.POINT),
    BoxKind.EQUIPMENT: (Role.BOX_HEADING, Role.POINT),
    BoxKind.OTHER: (Role.BOX_HEADING, Role.POINT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxLayout:
    """What a row decides for its boxes."""

    gap: float
    """Between points."""
    lower: float
    """How much lower the text may go in the box."""
    order: Iterator[int]


def place_number(number: int, slot: Slot, type_: Type, kit: Kit, order: int) -> list[Item]:
    """Place disc and numeral at the left of a step's slot."""
    side = type_.rhythm.disc * type_.unit
    square = Rect(x=slot.x - type_.indent, y=slot.y - type_.rhythm.overshoot * type_.unit, width=side, height=side)
    figure = numeral(number, type_.rhythm.numeral * type_.body, NUMERAL_WIDTH * side, kit)
    return on_disc(figure, square, kit, Mark(role=Role.STEP_NUMBER, order=order))


def place_step(step: SetStep, slot: Slot, type_: Type, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place name and text of a step; its number is the first in the reading order."""
    number = next(order)
    rhythm = type_.rhythm
    items: list[Item] = []
    y = slot.y
    if step.name:
        size = rhythm.name_size * type_.body
        setting = Setting(size=size, leading=rhythm.name_leading * size, cap=type_.cap, color=kit.theme.heading)
        mark = Mark(role=Role.STEP_NAME, order=next(order), part_of=number)
        placed = place_paragraph(step.name, setting, slot, mark)
        items += placed
        y = placed[-1].y + rhythm.name_gap * type_.gap
    elif step_height(step, type_, slot.width) <= type_.disc_below + SMALL and len(step.entries) == 1:
        # A text without a name that is no higher than the disc stands on its middle.
        lines = lines_of(step.entries[0].text, slot.width / type_.body)
        height = block_height(lines, type_.cap * type_.body, type_.step_leading)
        y += (rhythm.disc / 2 - rhythm.overshoot) * type_.unit - height / 2
    for entry in step.entries:
        mark = Mark(role=Role.STEP, order=next(order), part_of=number)
        placed_entry = place_entry(entry, replace(slot, y=y), type_, kit, mark)
        items += placed_entry
        y = max(item.y for item in placed_entry if isinstance(item, Text)) + rhythm.entry_gap * type_.gap
    return items


def place_entry(entry: SetEntry, slot: Slot, type_: Type, kit: Kit, mark: Mark) -> list[Item]:
    """Place a paragraph or a point, its dash hanging at the left."""
    setting = Setting(
        size=type_.body, leading=type_.step_leading, cap=type_.cap, color=kit.theme.ink, strong=kit.theme.heading
    )
    indent = entry_indent(entry, type_)
    items: list[Item] = []
    if entry.marker is not Marker.NONE:
        x = slot.x + indent - type_.rhythm.point_indent * type_.unit
        items.append(_dash(Slot(x, slot.y, DASH * type_.unit), setting, kit.theme.line))
    place = Slot(slot.x + indent, slot.y, slot.width - indent)
    return [*items, *place_paragraph(entry.text, setting, place, replace(mark, level=_level(entry)))]


def section_height(text: Prepared, type_: Type, width: float) -> float:
    """Return the height of a section's head: its rule and its heading."""
    size = type_.rhythm.section_head * type_.body
    heading = block_height(lines_of(text, width / size), type_.heading_cap * size, SECTION_LEADING * size)
    return type_.rhythm.rule_gap * type_.gap + heading


def place_section(text: Prepared, slot: Slot, type_: Type, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the head of a section: a rule over its heading."""
    size = type_.rhythm.section_head * type_.body
    setting = Setting(size=size, leading=SECTION_LEADING * size, cap=type_.heading_cap, color=kit.theme.heading)
    below = replace(slot, y=slot.y + type_.rhythm.rule_gap * type_.gap)
    return [
        rule(slot, SECTION_RULE * kit.measures.unit, kit.theme.line),
        *place_paragraph(text, setting, below, Mark(role=Role.SECTION_HEADING, order=next(order))),
    ]


def place_box(box: SetBox, rect: Rect, layout: BoxLayout, type_: Type, kit: Kit) -> list[Item]:
    """Place ground, bar, heading and points of a box."""
    unit = type_.unit
    colors = _colors(box.kind, kit.theme)
    heading_role, role = _ROLES[box.kind]
    size = type_.rhythm.box_heading * type_.box
    slot = Slot(rect.x + type_.rhythm.box_left * unit, rect.y + type_.rhythm.box_head * type_.gap + layout.lower)
    first = slot.y + type_.heading_cap * size
    strip, rise = _strip(box.kind, rect, first, type_, kit)
    color = kit.theme.paper if strip and strip.fill else colors.heading
    setting = Setting(size=size, cap=type_.heading_cap, color=color)
    if box.form is BoxForm.ROW:
        return [*box_ground(rect, colors, kit), *_row(box, rect, layout, type_, kit)]
    items: list[Item] = [*box_ground(rect, colors, kit), *([strip] if strip else [])]
    items += place_line(
        box.heading, setting, replace(slot, y=slot.y - rise), Mark(role=heading_role, order=next(layout.order))
    )
    setting = Setting(size=type_.box, leading=type_.box_leading, cap=type_.cap, color=kit.theme.ink)
    slot = Slot(slot.x, first + type_.rhythm.box_list_gap * type_.gap, box_measure(type_, rect.width))
    for entry in box.entries:
        items += _marker(box.kind, entry, slot, type_, colors)
        indent = box_indent(entry, type_)
        place = Slot(slot.x + indent, slot.y, slot.width - indent)
        mark = Mark(role=role, order=next(layout.order), level=_level(entry))
        placed = place_paragraph(entry.text, setting, place, mark)
        items += placed
        slot = replace(slot, y=placed[-1].y + layout.gap)
    return items


def _row(box: SetBox, rect: Rect, layout: BoxLayout, type_: Type, kit: Kit) -> list[Item]:
    """Place a heading and the only point beside it, both on one baseline."""
    colors = _colors(box.kind, kit.theme)
    heading_role, role = _ROLES[box.kind]
    size, (entry,) = type_.rhythm.box_heading * type_.box, box.entries
    x = rect.x + type_.rhythm.box_left * type_.unit
    at, wide = row_indent(box, type_), box_measure(type_, rect.width)
    lines = lines_of(entry.text, (wide - at) / type_.box)
    text = block_height(lines, type_.cap * type_.box, type_.box_leading)
    high = max(text, type_.heading_cap * size)
    first = rect.y + (rect.height - high) / 2 + (high - text) / 2
    baseline = first + type_.cap * type_.box if lines > 1 else rect.y + (rect.height + type_.heading_cap * size) / 2
    setting = Setting(size=size, cap=type_.heading_cap, color=colors.heading)
    slot = Slot(x, baseline - type_.heading_cap * size)
    items: list[Item] = [*place_line(box.heading, setting, slot, Mark(role=heading_role, order=next(layout.order)))]
    setting = Setting(size=type_.box, leading=type_.box_leading, cap=type_.cap, color=kit.theme.ink)
    slot = Slot(x + at, baseline - type_.cap * type_.box, wide - at)
    return [*items, *place_paragraph(entry.text, setting, slot, Mark(role=role, order=next(layout.order)))]


def _strip(kind: BoxKind, rect: Rect, baseline: float, type_: Type, kit: Kit) -> tuple[Path | None, float]:
    """Return what parts a heading from its list in one ink, and how far the heading rises for it.

    Mistakes stand under a black strip, all else under a rule: so the two are told apart without colour.
    """
    if not kit.theme.one_ink:
        return None, 0.0
    left, foot = rect.x + bar_width(kit), baseline + STRIP_FOOT * type_.gap
    rise = baseline - type_.heading_cap * type_.rhythm.box_heading * type_.box / 2 - (rect.y + foot) / 2
    if kind is not BoxKind.MISTAKES:
        slot = Slot(left, foot, rect.right - left)
        return rule(slot, kit.theme.weights.box * kit.measures.unit, kit.theme.ink), rise
    return Path(segments=_head_of(rect, left, foot, RADIUS * kit.measures.unit), fill=kit.theme.ink), rise


def _head_of(rect: Rect, left: float, foot: float, radius: float) -> tuple[Segment, ...]:
    """Return the upper part of a box, down to `foot`: its upper right corner is round."""
    k = radius * (1 - KAPPA)
    return (
        (Op.MOVE, (left, rect.y)),
        (Op.LINE, (rect.right - radius, rect.y)),
        (Op.CURVE, (rect.right - k, rect.y, rect.right, rect.y + k, rect.right, rect.y + radius)),
        (Op.LINE, (rect.right, foot)),
        (Op.LINE, (left, foot)),
        (Op.CLOSE, ()),
    )


def _level(entry: SetEntry) -> int:
    return 0 if entry.marker is Marker.NONE else entry.depth + 1


def _marker(kind: BoxKind, entry: SetEntry, slot: Slot, type_: Type, colors: BoxColors) -> tuple[Path, ...]:
    match entry.marker:
        case Marker.NONE:
            return ()
        case Marker.DASH:
            setting = Setting(size=type_.box, cap=type_.cap, color=colors.heading)
            x = slot.x + box_indent(entry, type_) - type_.rhythm.point_indent * type_.unit
            return (_dash(Slot(x, slot.y, DASH * type_.unit), setting, colors.heading),)
        case Marker.ICON:
            side = type_.rhythm.icon * type_.box
            rect = Rect(x=slot.x, y=slot.y + (type_.cap * type_.box - side) / 2, width=side, height=side)
    match kind:
        case BoxKind.TIPS:
            return tick(rect, colors.sign)
        case BoxKind.MISTAKES:
            return cross(rect, colors.sign)
        case BoxKind.SAFETY:
            return warning(rect, colors.sign, colors.ground)
        case BoxKind.BREATHING:
            return waves(rect, colors.sign)
        case BoxKind.EQUIPMENT | BoxKind.OTHER:
            return bullet(rect, colors.sign)


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
        case BoxKind.BREATHING | BoxKind.EQUIPMENT | BoxKind.OTHER:
            return theme.breathing
