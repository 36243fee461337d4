"""A guide in, the parts of a card out: which sections are printed, in which order, under which heading. Knows no fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from cardgen.errors import Location
from cardgen.guide.model import (
    Block,
    Guide,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Role,
    Section,
    Span,
    Step,
    Video,
    plain_text,
)


class Detail(Enum):
    """How much of a guide a card shows."""

    BRIEF = "brief"


BRIEF_ROLES = frozenset({Role.TIPS, Role.MISTAKES, Role.SAFETY})
"""The sections of the body that a brief card prints; the steps come from the how-to part or the execution list."""


class BoxKind(Enum):
    """The boxes at the foot, in reading order."""

    TIPS = "tips"
    MISTAKES = "mistakes"
    SAFETY = "safety"


HEADINGS = {BoxKind.TIPS: "Tips", BoxKind.MISTAKES: "Common mistakes", BoxKind.SAFETY: "Safety"}


class Marker(Enum):
    """What stands before an entry."""

    ICON = "icon"
    DASH = "dash"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paragraph of a step, or a point of a box."""

    text: Inline
    marker: Marker
    location: Location
    depth: int = 0
    """How deep it is nested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStep:
    """A numbered step."""

    name: Inline
    """Empty when the guide gives none."""
    entries: tuple[Entry, ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box at the foot."""

    kind: BoxKind
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that one card says, in the guide's words."""

    title: str
    eyebrow: tuple[str, ...]
    """Equipment and level, where known."""
    lead: Inline
    works: tuple[str, ...]
    """Names of the muscles; empty when the guide does not say."""
    steps: tuple[CardStep, ...]
    boxes: tuple[Box, ...]
    """At least one point each."""
    video: Video | None
    brand: str
    footnotes: tuple[str, ...]
    """Note, source and licence of the guide."""
    language: str
    location: Location


def compose_card(guide: Guide, *, detail: Detail = Detail.BRIEF, brand: str = "") -> Card:
    """Choose what the card prints."""
    match detail:
        case Detail.BRIEF:
            roles = {BoxKind.TIPS: Role.TIPS, BoxKind.MISTAKES: Role.MISTAKES, BoxKind.SAFETY: Role.SAFETY}
    boxes = (_box(kind, guide.with_role(role)) for kind, role in roles.items())
    return Card(
        title=guide.title,
        eyebrow=tuple(part for part in (guide.equipment, guide.level) if part),
        lead=guide.description,
        works=guide.muscles,
        steps=tuple(_step(step) for step in guide.steps),
        boxes=tuple(box for box in boxes if box.entries),
        video=guide.video,
        brand=brand,
        footnotes=_footnotes(guide),
        language=guide.language,
        location=Location(path=guide.path),
    )


def left_out(guide: Guide, *, detail: Detail = Detail.BRIEF) -> tuple[Section, ...]:
    """Return the sections that this detail does not print, in source order."""
    match detail:
        case Detail.BRIEF:
            used = BRIEF_ROLES if guide.steps_from_howto else BRIEF_ROLES | {Role.EXECUTION}
    return tuple(section for section in guide.sections if section.role not in used)


def texts(card: Card) -> Iterator[tuple[str, Location]]:
    """Yield every text of a card with the place it came from."""
    yield card.title, card.location
    for text in (*card.eyebrow, plain_text(card.lead), *card.works, card.brand, *card.footnotes):
        yield text, card.location
    for step in card.steps:
        yield plain_text(step.name), step.location
        yield from ((plain_text(entry.text), entry.location) for entry in step.entries)
    for box in card.boxes:
        yield from ((plain_text(entry.text), entry.location) for entry in box.entries)


def _footnotes(guide: Guide) -> tuple[str, ...]:
    named = (("Source", guide.source), ("License", guide.license))
    origin = " · ".join(f"{name}: {value}" for name, value in named if value)
    return tuple(part for part in (guide.note, origin) if part)


def _step(step: Step) -> CardStep:
    name = (Span(text=step.name),) if step.name else ()
    return CardStep(name=name, entries=tuple(_entries(step.blocks, Marker.NONE, Marker.DASH)), location=step.location)


def _box(kind: BoxKind, sections: Iterable[Section]) -> Box:
    entries = tuple(entry for section in sections for entry in _entries(section.blocks, Marker.ICON, Marker.ICON))
    return Box(kind=kind, heading=HEADINGS[kind], entries=entries)


def _entries(blocks: Iterable[Block], paragraph: Marker, point: Marker) -> Iterator[Entry]:
    for block in blocks:
        match block:
            case Paragraph(text=text, location=location):
                introduces = plain_text(text).endswith(":")
                yield Entry(text=text, marker=Marker.NONE if introduces else paragraph, location=location)
            case ItemList(items=items):
                yield from _points(items, point, 0)


def _points(items: Iterable[Item], marker: Marker, depth: int) -> Iterator[Entry]:
    for item in items:
        if plain_text(item.text):
            yield Entry(text=item.text, marker=marker, location=item.location, depth=depth)
        yield from _points(item.children, Marker.DASH, depth + 1)
