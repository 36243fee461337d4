"""Sections while their blocks are still coming in, and subheadings put back into the box they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cardgen.guide.headings import UNKNOWN, Reading
from cardgen.guide.inline import make_inline
from cardgen.guide.markdown import as_items
from cardgen.guide.model import Block, Emphasis, Inline, Item, ItemList, Paragraph, Role, Section, Span
from cardgen.values.errors import Location

BOXED = frozenset({Role.TIPS, Role.MISTAKES, Role.SAFETY, Role.NOT_FOR, Role.BREATHING})
"""Printed under one heading for all of their sections, so that a subheading must be said by its points."""

_MARKS = (":", ".", "!", "?", "…")


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """A section while its blocks are still coming in."""

    heading: str
    level: int
    location: Location
    role: Role = Role.UNKNOWN
    reading: Reading = UNKNOWN
    """What its heading says by itself."""
    above: Draft | None = None
    """The section in which it stands, by the levels of headings."""
    numbered: bool = False
    """Whether the heading counts itself ("3. Drive Up"): such sections are steps when nothing else is."""
    counts: Role = Role.UNKNOWN
    """What it counts, if a word says so: "Step 3: Drive Up", "Mistake 2: Heels"."""
    names_exercise: bool = False
    """Whether the heading is the exercise's own name: it says nothing of its steps."""
    parent: Draft | None = None
    """The section it is a part of: "Rounded Back" among the mistakes."""
    is_labelled: bool = False
    """Whether the heading is a label in the line of its text: "Setup: Lie down"."""
    is_led: bool = False
    """Whether the heading is a sentence that leads up to its list: "These are the usual mistakes:"."""
    holds_steps: bool = False
    """Whether the steps of the card come from here."""
    blocks: list[Block] = field(default_factory=list)
    parts: list[Item] = field(default_factory=list)
    """What its subheadings became."""

    @property
    def lists(self) -> tuple[ItemList, ...]:
        """Its lists, nested ones aside."""
        return tuple(block for block in self.blocks if isinstance(block, ItemList) and block.items)

    @property
    def is_unheaded(self) -> bool:
        """Whether no heading says what it is for: none is there, or the exercise's own name."""
        return not self.heading or self.names_exercise

    def finish(self) -> Section:
        """Return the section."""
        return Section(
            role=self.role,
            heading=self.heading,
            level=self.level,
            blocks=tuple(self.blocks),
            location=self.location,
        )


def nest(drafts: Sequence[Draft]) -> list[Draft]:
    """Make each part of a box an entry of it that opens with its heading: without it, a remedy reads as the mistake."""
    kept: list[Draft] = []
    for draft in reversed(drafts):
        if draft.parent is not None and draft.role in BOXED:
            draft.parent.parts.insert(0, _as_entry(draft))
            continue
        if draft.parts:
            draft.blocks.append(ItemList(items=tuple(draft.parts), ordered=False, location=draft.parts[0].location))
        kept.append(draft)
    return kept[::-1]


def _as_entry(draft: Draft) -> Item:
    """Return "**Heading:** text" with what else there is nested below, or the heading over its points."""
    text: Inline = ()
    children: tuple[Item, ...] = ()
    match draft.blocks:
        case [Paragraph(text=text), *others]:
            children = tuple(as_items(others))
        case [ItemList(items=[Item(lead_in="", text=text, children=children)])]:
            pass
        case blocks:
            children = tuple(as_items(blocks))
    children = (*children, *draft.parts)
    ends = draft.heading.endswith(_MARKS) or not (text or children)
    lead = Span(text=draft.heading if ends else f"{draft.heading}:", emphasis=Emphasis.STRONG)
    return Item(
        text=make_inline((lead, Span(text=" "), *text)),
        location=draft.location,
        lead_in=draft.heading,
        rest=text,
        children=children,
    )


def finish(drafts: Iterable[Draft]) -> tuple[Section, ...]:
    """Return the sections."""
    return tuple(draft.finish() for draft in drafts)
