"""The text of a card, shaped once, and its heights at any body size. Every gap runs from a baseline to the next cap line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import inf

from cardgen.compose import Box, BoxKind, Card, CardStep, Entry, Marker
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.text import block_height, set_inline, set_text
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import IMPOSSIBLE, count_lines
from cardgen.typeset.prepare import Prepared
from cardgen.typeset.shape import TypeCase
from cardgen.values.errors import Location
from cardgen.values.geometry import mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """The proportions of a composition: sizes as multiples of the body, gaps in type units, leadings times their size."""

    step_leading: float = 1.36
    lead_leading: float = 1.38
    name_size: float = 1.16
    name_leading: float = 1.2
    box_size: float = 0.93
    box_leading: float = 1.33
    box_heading: float = 1.46
    """Times the box text."""
    numeral: float = 1.62
    disc: float = 8.6
    overshoot: float = 0.25
    """How far a disc stands above the cap line beside it."""
    disc_gap: float = 2.2
    """Least gap between two discs; it rules where a step is no higher than its disc."""
    indent: float = 11.8
    """From the disc's left edge to the text."""
    name_gap: float = 2.35
    entry_gap: float = 3.0
    step_gap: float = 4.8
    head_gap: float = 5.6
    lead_gap: float = 5.6
    box_gap: float = 6.4
    point_indent: float = 4.2
    box_head: float = 4.0
    box_left: float = 4.8
    box_right: float = 3.6
    box_list_gap: float = 3.3
    box_item_gap: float = 2.95
    icon: float = 0.96
    """In em of the box text, as is the next."""
    icon_indent: float = 1.62
    section_gap: float = 6.6
    """Above the rule of a section, as in the three below: only full cards have sections."""
    rule_gap: float = 3.4
    section_head: float = 1.72
    section_list_gap: float = 4.6


STANDARD = Rhythm()
FULL = Rhythm(
    step_leading=1.36,
    box_size=0.92,
    numeral=1.14,
    disc=5.9,
    overshoot=1.67,
    disc_gap=2.7,
    indent=8.4,
    step_gap=4.2,
    entry_gap=2.8,
)
"""All sections in two columns: small discs, each on the middle of its first line; section headings under rules."""


ROW_GAP = 1.1
"""From a heading to the point beside it, in em of the box text."""


class ColumnKind(Enum):
    """Which floor holds for box text."""

    MAIN = "boxes with the steps"
    SIDE = "boxes in a column of their own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How close lines and blocks stand."""

    leading: float = 1.0
    """Times the leadings."""
    gaps: float = 1.0
    """Times the vertical gaps."""
    blank: float = inf
    """Two boxes side by side differ by no more than so many lines."""


NORMAL = Density(blank=1.5)
UNEVEN = Density()
"""Boxes stay side by side, however much one is blank, before type falls under that of a set."""
TIGHTER = (
    Density(leading=0.99, gaps=0.93),
    Density(leading=0.98, gaps=0.87),
    Density(leading=0.965, gaps=0.81),
    Density(leading=0.95, gaps=0.75),
    Density(leading=0.935, gaps=0.66),
)
"""Only for a card that would not fit at the floor: lines at 1.27 of the size can still be read well, smaller type cannot."""
TIGHTEST = TIGHTER[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """The sizes that follow from one body size; all in points."""

    rhythm: Rhythm
    density: Density
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

    @property
    def indent(self) -> float:
        """From the disc's left edge to the text."""
        return self.rhythm.indent * self.unit

    @property
    def disc_below(self) -> float:
        """How far a disc reaches below the cap line beside it."""
        return (self.rhythm.disc - self.rhythm.overshoot) * self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEntry:
    """A paragraph or a point, shaped."""

    text: Prepared
    marker: Marker
    depth: int
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStep:
    """A step, shaped."""

    name: Prepared | None
    entries: tuple[SetEntry, ...]
    location: Location
    label: str
    """For messages: `step 2 "Press"`."""


class BoxForm(Enum):
    """How a box is built."""

    LIST = "its heading over its points"
    ROW = "its heading before its only point"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBox:
    """A box, shaped."""

    kind: BoxKind
    heading: Prepared
    entries: tuple[SetEntry, ...]
    form: BoxForm = BoxForm.LIST


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """All text under the header, shaped."""

    lead: Prepared | None
    steps: tuple[SetStep, ...]
    boxes: tuple[SetBox, ...]


def shape_body(card: Card, case: TypeCase) -> Body:
    """Shape all text under the header, the lead included."""
    return Body(
        lead=set_inline(card.lead, case, language=card.language) if card.lead else None,
        steps=tuple(shape_step(number, step, case, card.language) for number, step in enumerate(card.steps, 1)),
        boxes=tuple(shape_box(box, case, card.language) for box in card.boxes),
    )


def shape_box(box: Box, case: TypeCase, language: str) -> SetBox:
    """Shape a box."""
    return SetBox(
        kind=box.kind,
        heading=set_text(box.heading, case, Style.HEADING, language=language),
        entries=shape_entries(box.entries, case, language),
    )


def shape_step(number: int, step: CardStep, case: TypeCase, language: str) -> SetStep:
    """Shape a step with its name on a line of its own."""
    name = set_inline(step.name, case, language=language, plain=Style.NAME, strong=Style.NAME) if step.name else None
    return SetStep(
        name=name,
        entries=shape_entries(step.entries, case, language),
        location=step.location,
        label=label_of(number, step),
    )


def run_in(step: CardStep) -> CardStep:
    """Return a step whose name opens its first paragraph, in bold with a full stop."""
    if not step.name:
        return step
    text = "".join(span.text for span in step.name)
    name = Span(text=text if text.endswith((".", "!", "?", ":")) else f"{text}.", emphasis=Emphasis.STRONG)
    if step.entries and step.entries[0].marker is Marker.NONE:
        first, *others = step.entries
        joined = Entry(text=(name, Span(text=" "), *first.text), marker=Marker.NONE, location=first.location)
        return CardStep(name=(), entries=(joined, *others), location=step.location)
    alone = Entry(text=(name,), marker=Marker.NONE, location=step.location)
    return CardStep(name=(), entries=(alone, *step.entries), location=step.location)


def shape_entries(entries: tuple[Entry, ...], case: TypeCase, language: str) -> tuple[SetEntry, ...]:
    """Shape paragraphs and points."""
    return tuple(
        SetEntry(
            text=set_inline(entry.text, case, language=language),
            marker=entry.marker,
            depth=entry.depth,
            location=entry.location,
        )
        for entry in entries
    )


def type_at(
    body: float, kit: Kit, *, rhythm: Rhythm = STANDARD, density: Density = NORMAL, column: ColumnKind = ColumnKind.MAIN
) -> Type:
    """Return the sizes that follow from a body size; box text is a little smaller but never under the floor."""
    box = max(rhythm.box_size * body, kit.measures.box_floor if column is ColumnKind.SIDE else kit.measures.floor)
    return Type(
        rhythm=rhythm,
        density=density,
        body=body,
        box=box,
        unit=mm(0.1) * body,
        gap=mm(0.1) * body * density.gaps,
        step_leading=rhythm.step_leading * body * density.leading,
        box_leading=rhythm.box_leading * box * density.leading,
        lead_leading=rhythm.lead_leading * body * density.leading,
        cap=kit.cap(Style.TEXT),
        heading_cap=kit.cap(Style.HEADING),
    )


def step_height(step: SetStep, type_: Type, measure: float) -> float:
    """Return the height of a step from its first cap line to its last baseline, or to the foot of its disc."""
    return max(text_height(step, type_, measure), type_.disc_below)


def step_gap(step: SetStep, type_: Type, measure: float) -> float:
    """Return the least gap below a step: what its disc hangs below its text counts as gap, up to the next disc."""
    overhang = max(0.0, type_.disc_below - text_height(step, type_, measure))
    return max(type_.rhythm.step_gap * type_.gap - overhang, type_.rhythm.disc_gap * type_.gap)


def text_height(step: SetStep, type_: Type, measure: float) -> float:
    """Return the height of a step's name and text alone."""
    rhythm = type_.rhythm
    height = 0.0
    if step.name:
        size = rhythm.name_size * type_.body
        height = block_height(lines_of(step.name, measure / size), type_.cap * size, rhythm.name_leading * size)
    for at, entry in enumerate(step.entries):
        if at or step.name:
            height += (rhythm.entry_gap if at else rhythm.name_gap) * type_.gap
        height += entry_height(entry, type_, measure)
    return height


def entry_height(entry: SetEntry, type_: Type, measure: float) -> float:
    """Return the height of a paragraph or point of a step."""
    lines = lines_of(entry.text, (measure - entry_indent(entry, type_)) / type_.body)
    return block_height(lines, type_.cap * type_.body, type_.step_leading)


def lead_height(lead: Prepared, type_: Type, measure: float) -> float:
    """Return the height of the lead."""
    return block_height(lines_of(lead, measure / type_.body), type_.cap * type_.body, type_.lead_leading)


def box_height(box: SetBox, type_: Type, width: float) -> float:
    """Return the height of a box of `width`; one that no sheet holds where its heading is wider."""
    rhythm = type_.rhythm
    heading = box.heading.ends[-1] * rhythm.box_heading * type_.box
    if heading > box_measure(type_, width):
        return IMPOSSIBLE * type_.box
    if box.form is BoxForm.ROW:
        (entry,) = box.entries
        lines = lines_of(entry.text, (box_measure(type_, width) - row_indent(box, type_)) / type_.box)
        text = block_height(lines, type_.cap * type_.box, type_.box_leading)
        return 2 * rhythm.box_head * type_.gap + max(text, type_.heading_cap * rhythm.box_heading * type_.box)
    height = (2 * rhythm.box_head + rhythm.box_list_gap) * type_.gap
    height += type_.heading_cap * rhythm.box_heading * type_.box
    measure = box_measure(type_, width)
    for at, entry in enumerate(box.entries):
        if at:
            height += rhythm.box_item_gap * type_.gap
        lines = lines_of(entry.text, (measure - box_indent(entry, type_)) / type_.box)
        height += block_height(lines, type_.cap * type_.box, type_.box_leading)
    return height


def row_indent(box: SetBox, type_: Type) -> float:
    """Return where the only point of a box stands, from the left of its heading."""
    return (box.heading.ends[-1] * type_.rhythm.box_heading + ROW_GAP) * type_.box


def box_measure(type_: Type, width: float) -> float:
    """Return the width of a box's list, icons included."""
    return width - (type_.rhythm.box_left + type_.rhythm.box_right) * type_.unit


def entry_indent(entry: SetEntry, type_: Type) -> float:
    """Return how far a point of a step stands in."""
    return 0.0 if entry.marker is Marker.NONE else type_.rhythm.point_indent * type_.unit * (entry.depth + 1)


def box_indent(entry: SetEntry, type_: Type) -> float:
    """Return how far a point of a box stands in."""
    match entry.marker:
        case Marker.NONE:
            return 0.0
        case Marker.ICON:
            return type_.rhythm.icon_indent * type_.box
        case Marker.DASH:
            return type_.rhythm.icon_indent * type_.box + type_.rhythm.point_indent * type_.unit * entry.depth


def lines_of(text: Prepared, measure: float) -> int:
    """Return how many lines a paragraph takes at `measure` em; IMPOSSIBLE where it cannot stand there."""
    return count_lines(text, measure) if measure > 0 else IMPOSSIBLE


def label_of(number: int, step: CardStep) -> str:
    """Return what messages call a step."""
    name = "".join(span.text for span in step.name)
    return f'step {number} "{name}"' if name else f"step {number}"
