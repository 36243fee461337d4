"""The text of a card, shaped once, and its heights at any body size. Every gap runs from a baseline to the next cap line."""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.compose import BoxKind, Card, Entry, Marker
from cardgen.errors import Location
from cardgen.geometry import mm
from cardgen.layout.measures import Kit
from cardgen.layout.text import block_height, set_inline, set_text
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import IMPOSSIBLE, count_lines
from cardgen.typeset.prepare import Prepared
from cardgen.typeset.shape import TypeCase

NAME_SIZE, NAME_LEADING = 1.16, 1.2
"""Size as a multiple of the body; leading as a multiple of the size."""
STEP_LEADING, BOX_LEADING, LEAD_LEADING = 1.36, 1.33, 1.38
BOX_SIZE, BOX_HEADING_SIZE, NUMERAL_SIZE = 0.93, 1.46, 1.62

DISC, DISC_OVERSHOOT, STEP_INDENT = 8.6, 0.25, 11.8
"""In type units, as are the gaps below."""
DISC_GAP = 2.2
"""Least gap between two discs; it rules where a step is no higher than its disc."""
NAME_GAP, ENTRY_GAP, STEP_GAP = 2.35, 3.0, 4.8
HEAD_GAP, LEAD_GAP, BOX_GAP = 5.6, 5.6, 6.0
POINT_INDENT = 4.2
BOX_HEAD, BOX_FOOT, BOX_LEFT, BOX_RIGHT = 4.0, 4.0, 4.8, 3.6
BOX_LIST_GAP, BOX_ITEM_GAP = 3.3, 2.95
ICON, ICON_INDENT = 0.96, 1.62
"""In em of the box text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How close lines and blocks stand."""

    leading: float = 1.0
    """Times the leadings above."""
    gaps: float = 1.0
    """Times the vertical gaps above."""


NORMAL = Density()
TIGHT = Density(leading=0.95, gaps=0.75)
"""Only for a card that would not fit at the floor: lines at 1.29 of the size are still comfortable, smaller type is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """The sizes that follow from one body size; all in points."""

    body: float
    box: float
    unit: float
    """The type unit: 0.1 mm a point of the body."""
    gap: float
    """The type unit of vertical gaps; less where the card is tight."""
    step_leading: float
    box_leading: float
    lead_leading: float
    cap: float
    """Cap height of the text face, in em."""
    heading_cap: float
    """Cap height of the heading face, in em."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEntry:
    """A paragraph or a point, shaped."""

    text: Prepared
    marker: Marker
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStep:
    """A step, shaped."""

    name: Prepared | None
    entries: tuple[SetEntry, ...]
    location: Location
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBox:
    """A box, shaped."""

    kind: BoxKind
    heading: Prepared
    entries: tuple[SetEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """All text under the header, shaped."""

    lead: Prepared | None
    steps: tuple[SetStep, ...]
    boxes: tuple[SetBox, ...]


def shape_body(card: Card, case: TypeCase) -> Body:
    """Shape all text under the header, the lead included."""
    steps = []
    for number, step in enumerate(card.steps, 1):
        name = (
            set_inline(step.name, case, language=card.language, plain=Style.NAME, strong=Style.NAME)
            if step.name
            else None
        )
        label = f'step {number} "{"".join(span.text for span in step.name)}"' if step.name else f"step {number}"
        entries = _shape(step.entries, case, card.language)
        steps.append(SetStep(name=name, entries=entries, location=step.location, label=label))
    boxes = [
        SetBox(
            kind=box.kind,
            heading=set_text(box.heading, case, Style.HEADING, language=card.language),
            entries=_shape(box.entries, case, card.language),
        )
        for box in card.boxes
    ]
    lead = set_inline(card.lead, case, language=card.language) if card.lead else None
    return Body(lead=lead, steps=tuple(steps), boxes=tuple(boxes))


def type_at(body: float, kit: Kit, density: Density = NORMAL) -> Type:
    """Return the sizes that follow from a body size; box text is a little smaller but never under the floor."""
    box = max(BOX_SIZE * body, kit.measures.floor)
    return Type(
        body=body,
        box=box,
        unit=mm(0.1) * body,
        gap=mm(0.1) * body * density.gaps,
        step_leading=STEP_LEADING * body * density.leading,
        box_leading=BOX_LEADING * box * density.leading,
        lead_leading=LEAD_LEADING * body * density.leading,
        cap=kit.cap(Style.TEXT),
        heading_cap=kit.cap(Style.HEADING),
    )


def step_height(step: SetStep, type_: Type, measure: float) -> float:
    """Return the height of a step from its first cap line to its last baseline, or to the foot of its disc."""
    return max(text_height(step, type_, measure), (DISC - DISC_OVERSHOOT) * type_.unit)


def step_gap(step: SetStep, type_: Type, measure: float) -> float:
    """Return the least gap below a step: what its disc hangs below its text counts as gap, up to the next disc."""
    overhang = max(0.0, (DISC - DISC_OVERSHOOT) * type_.unit - text_height(step, type_, measure))
    return max(STEP_GAP * type_.gap - overhang, DISC_GAP * type_.gap)


def text_height(step: SetStep, type_: Type, measure: float) -> float:
    """Return the height of a step's name and text alone."""
    height = 0.0
    if step.name:
        size = NAME_SIZE * type_.body
        height = block_height(_lines(step.name, measure / size), type_.cap * size, NAME_LEADING * size)
    for at, entry in enumerate(step.entries):
        if at or step.name:
            height += (ENTRY_GAP if at else NAME_GAP) * type_.gap
        lines = _lines(entry.text, (measure - entry_indent(entry, type_)) / type_.body)
        height += block_height(lines, type_.cap * type_.body, type_.step_leading)
    return height


def box_height(box: SetBox, type_: Type, width: float) -> float:
    """Return the height of a box of `width`."""
    height = (BOX_HEAD + BOX_FOOT + BOX_LIST_GAP) * type_.gap + type_.heading_cap * BOX_HEADING_SIZE * type_.box
    measure = box_measure(type_, width)
    for at, entry in enumerate(box.entries):
        if at:
            height += BOX_ITEM_GAP * type_.gap
        lines = _lines(entry.text, (measure - box_indent(entry, type_)) / type_.box)
        height += block_height(lines, type_.cap * type_.box, type_.box_leading)
    return height


def box_measure(type_: Type, width: float) -> float:
    """Return the width of a box's list, icons included."""
    return width - (BOX_LEFT + BOX_RIGHT) * type_.unit


def entry_indent(entry: SetEntry, type_: Type) -> float:
    """Return how far a point of a step stands in."""
    return 0.0 if entry.marker is Marker.NONE else POINT_INDENT * type_.unit * (entry.depth + 1)


def box_indent(entry: SetEntry, type_: Type) -> float:
    """Return how far a point of a box stands in."""
    match entry.marker:
        case Marker.NONE:
            return 0.0
        case Marker.ICON:
            return ICON_INDENT * type_.box
        case Marker.DASH:
            return ICON_INDENT * type_.box + POINT_INDENT * type_.unit * entry.depth


def _lines(text: Prepared, measure: float) -> int:
    return count_lines(text, measure) if measure > 0 else IMPOSSIBLE


def _shape(entries: tuple[Entry, ...], case: TypeCase, language: str) -> tuple[SetEntry, ...]:
    return tuple(
        SetEntry(text=set_inline(entry.text, case, language=language), marker=entry.marker, depth=entry.depth)
        for entry in entries
    )
