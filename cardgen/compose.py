"""A guide in, the parts of a card out: which sections are printed, in which order, under which heading. Knows no fonts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from cardgen.display import Drawing, Negative, Pixels
from cardgen.errors import Location
from cardgen.figure.repertoire import Posed, posed
from cardgen.guide.languages import Language, language
from cardgen.guide.model import (
    Block,
    Guide,
    Inline,
    Item,
    ItemList,
    Muscle,
    Origin,
    Paragraph,
    Role,
    Section,
    Span,
    Step,
    Video,
    plain_text,
)
from cardgen.movements import Action
from cardgen.prescription import Prescription, words_of
from cardgen.use import Picture


class Detail(Enum):
    """How much of a guide a card shows."""

    BRIEF = "brief"
    """The short steps, tips, mistakes, safety."""
    FULL = "full"
    """Every section of the body, with tips and mistakes."""
    HEADLINE = "headline"
    """The names of the steps alone."""


class Face(Enum):
    """Which side of its sheet a card is."""

    WHOLE = "all of it"
    FRONT = "front"
    BACK = "back"


class BoxKind(Enum):
    """What a box is about: each kind has its colours and its icon."""

    BREATHING = "breathing"
    TIPS = "tips"
    MISTAKES = "mistakes"
    SAFETY = "safety"
    EQUIPMENT = "equipment"
    OTHER = "other"
    """Variations, benefits, notes and whatever else a full card keeps beside the steps."""


BRIEF_BOXES = {
    BoxKind.TIPS: (Role.TIPS,),
    BoxKind.MISTAKES: (Role.MISTAKES,),
    BoxKind.SAFETY: (Role.NOT_FOR, Role.SAFETY),
}
"""The boxes of a brief card; the steps come from the how-to part or the execution list."""
FULL_BOXES = {BoxKind.BREATHING: (Role.BREATHING,), **BRIEF_BOXES}
ROLES: Mapping[Detail, Mapping[BoxKind, tuple[Role, ...]]] = {
    Detail.BRIEF: BRIEF_BOXES,
    Detail.FULL: FULL_BOXES,
    Detail.HEADLINE: {},
}
HEADINGS = {
    BoxKind.BREATHING: "Breathing",
    BoxKind.TIPS: "Tips",
    BoxKind.MISTAKES: "Common mistakes",
    BoxKind.SAFETY: "Safety",
}

MAIN_ROLES = frozenset({Role.OVERVIEW, Role.SETUP, Role.EXECUTION, Role.UNKNOWN})
"""What a full card prints at the left: what to do. What to know stands in the boxes."""
_CLAUSE = re.compile(r".{8,}?(?=[.;:,!?](?:\s|$)|\s[–—(]|$)")
"""Up to the first sign that parts a sentence, but for the first few letters."""
_ASIDE = re.compile(
    r"(?!bring|cling|fling|ring|sling|spring|string|swing)"
    r"(?:after|as|at|before|by|during|for|from|if|in|next|now|on|once|then|to|when|while|with|\w{2,}ing)\b[^.!?]{0,70}?,\s+",
    re.IGNORECASE,
)
"""When and how, told before what to do: a poster has room for what to do."""
_JOINT = re.compile(r"(?<=.{16}),?\s(?:and|as|before|so|then|until|while)\s.*")
"""Where a long clause goes on with more."""
LONG_NAME = 48
"""In letters; a clause that stands for a name loses what is joined to it, where it is longer."""
UNTITLED = {Role.OVERVIEW: "Overview", Role.EXECUTION: "Steps", Role.CONCLUSION: "In short"}
"""Headings of sections that have none in the guide."""


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
class CardPhoto:
    """A photograph of the exercise, its size known."""

    negative: Negative
    caption: str = ""
    """Printed on it; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSection:
    """A section of a full card."""

    heading: str
    parts: tuple[CardStep | Entry, ...]
    """Numbered points and others, in source order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What a gym puts on every card."""

    name: str = ""
    address: str = ""
    """Of its site on the web, as it is printed."""
    link: str = ""
    """Where a click on the address leads."""
    logo: Pixels | Drawing | None = None
    note: str = ""
    """A line of its own at the foot."""


NO_BRAND = Brand()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that one card says, in the guide's words."""

    title: str
    eyebrow: tuple[str, ...]
    """Equipment and level, where known."""
    lead: Inline
    works: tuple[Muscle, ...] = ()
    """What the exercise is for; empty when the guide does not say."""
    also: tuple[Muscle, ...] = ()
    """What helps."""
    action: Action = Action.WORK
    photos: tuple[CardPhoto, ...] = ()
    """At most two, from left to right."""
    figure: Posed | None = None
    """What is drawn of the exercise; None where no movement is known by its name, or something else is shown."""
    picture: Picture = Picture.BEST
    """What is asked to be shown of the exercise."""
    image_alt: str = ""
    """What stands for them in speech; empty where it is to be composed."""
    steps: tuple[CardStep, ...]
    boxes: tuple[Box, ...]
    """At least one point each."""
    sections: tuple[CardSection, ...] = ()
    """Of a full card alone: what to do, in source order."""
    extras: tuple[Box, ...] = ()
    """Of a full card alone: sections that may stand in either column."""
    video: Video | None
    brand: Brand
    footnotes: tuple[str, ...]
    """Note, source and licence of the guide, then the gym's note."""
    language: str
    location: Location
    detail: Detail = Detail.BRIEF
    face: Face = Face.WHOLE
    number: str = ""
    """Of its station; empty for none."""
    folio: str = ""
    """The number of its page in a booklet; empty on a card of its own."""
    second_folio: str = ""
    """Of its second side, where that is a page with a number of its own."""
    prescription: Prescription | None = None
    """What a program asks of the exercise; None outside of programs."""


def compose_card(guide: Guide, *, detail: Detail = Detail.BRIEF, brand: Brand = NO_BRAND, number: str = "") -> Card:
    """Choose what the card prints; `number` is that of its station."""
    spoken = language(guide.language)
    boxes = (_box(kind, HEADINGS[kind], guide.with_role(*roles), spoken) for kind, roles in ROLES[detail].items())
    full = detail is Detail.FULL
    named = detail is Detail.HEADLINE
    station = (f"Station {number}",) if number and not named else ()
    return Card(
        title=guide.title,
        eyebrow=(*station, *(part for part in (guide.equipment, guide.level) if part)),
        number=number,
        lead=() if named or (full and guide.description_origin is Origin.TEXT) else guide.description,
        works=guide.muscles.primary,
        also=guide.muscles.secondary,
        figure=posed(guide.movement.movement, guide.movement.implement) if guide.movement else None,
        action=guide.muscles.action,
        steps=tuple(_headline(step) if named else _step(step) for step in guide.steps),
        boxes=tuple(box for box in boxes if box.entries),
        sections=_sections(guide) if full else (),
        extras=_extras(guide) if full else (),
        image_alt=guide.image_alt,
        video=guide.video,
        brand=brand,
        footnotes=_footnotes(guide, brand),
        language=guide.language,
        location=Location(path=guide.path),
        detail=detail,
    )


def pictured(card: Card, photos: tuple[CardPhoto, ...], asked: Picture) -> Card:
    """Return a card with what is to show the exercise: photographs before the figure, unless something else is asked."""
    shows_figure = card.figure is not None and (asked is Picture.FIGURE or (asked is Picture.BEST and not photos))
    shows_photos = not shows_figure and asked not in (Picture.MUSCLES, Picture.NONE)
    return replace(
        card,
        photos=photos if shows_photos else (),
        figure=card.figure if shows_figure else None,
        picture=asked,
    )


def front_of(card: Card) -> Card:
    """Return the front of a card of two sides: picture and steps."""
    return replace(card, face=Face.FRONT, boxes=(), extras=(), video=None)


def back_of(card: Card) -> Card | None:
    """Return its back: tips, mistakes, safety and the code; None where there is nothing for it."""
    boxes = (*card.boxes, *card.extras) if card.detail is Detail.FULL else card.boxes
    if not (boxes or card.video):
        return None
    bare = replace(
        card, face=Face.BACK, lead=(), works=(), also=(), photos=(), figure=None, steps=(), sections=(), extras=()
    )
    return replace(bare, boxes=boxes, folio=card.second_folio or card.folio, prescription=None)


def _sections(guide: Guide) -> tuple[CardSection, ...]:
    """Return what stands at the left of a full card; the short steps where the body tells no execution."""
    found = [
        CardSection(heading=section.heading or UNTITLED.get(section.role, ""), parts=tuple(_parts(section.blocks)))
        for section in guide.sections
        if section.role in MAIN_ROLES and section.blocks
    ]
    if not any(section.blocks for section in guide.with_role(Role.EXECUTION)):
        steps = tuple(_step(step) for step in guide.steps)
        found.append(CardSection(heading=UNTITLED[Role.EXECUTION], parts=steps))
    return tuple(found)


def _parts(blocks: Iterable[Block]) -> Iterator[CardStep | Entry]:
    for block in blocks:
        match block:
            case Paragraph(text=text, location=location):
                yield Entry(text=text, marker=Marker.NONE, location=location)
            case ItemList(items=items, ordered=True):
                for item in items:
                    own = Entry(text=item.text, marker=Marker.NONE, location=item.location)
                    nested = tuple(_points(item.children, Marker.DASH, 0))
                    yield CardStep(name=(), entries=(own, *nested), location=item.location)
            case ItemList(items=items):
                yield from _points(items, Marker.DASH, 0)


def _extras(guide: Guide) -> tuple[Box, ...]:
    used = MAIN_ROLES | {role for roles in FULL_BOXES.values() for role in roles}
    sections = (section for section in guide.sections if section.role not in used)
    boxes = (
        Box(
            kind=BoxKind.EQUIPMENT if section.role is Role.EQUIPMENT else BoxKind.OTHER,
            heading=section.heading or UNTITLED.get(section.role, "Notes"),
            entries=tuple(_entries(section.blocks, Marker.NONE, Marker.ICON)),
        )
        for section in sections
    )
    return tuple(box for box in boxes if box.entries)


def texts(card: Card) -> Iterator[tuple[str, Location]]:
    """Yield every text of a card with the place it came from."""
    yield card.title, card.location
    for text in (
        *card.eyebrow,
        plain_text(card.lead),
        *(muscle.name for muscle in (*card.works, *card.also)),
        card.brand.name,
        card.brand.address,
        *card.footnotes,
    ):
        yield text, card.location
    yield from ((photo.caption, card.location) for photo in card.photos)
    if card.prescription:
        yield from ((text, card.location) for text in words_of(card.prescription))
    for step in card.steps:
        yield plain_text(step.name), step.location
        yield from ((plain_text(entry.text), entry.location) for entry in step.entries)
    for box in (*card.boxes, *card.extras):
        yield box.heading, card.location
        yield from ((plain_text(entry.text), entry.location) for entry in box.entries)
    for section in card.sections:
        yield section.heading, card.location
        for part in section.parts:
            entries = part.entries if isinstance(part, CardStep) else (part,)
            yield from ((plain_text(entry.text), entry.location) for entry in entries)


def _footnotes(guide: Guide, brand: Brand) -> tuple[str, ...]:
    named = (("Source", guide.source), ("License", guide.license))
    origin = " · ".join(f"{name}: {value}" for name, value in named if value)
    return tuple(part for part in (guide.note, origin, brand.note) if part)


def _headline(step: Step) -> CardStep:
    """Return the name of a step alone, or the beginning of its text where it has none."""
    name = step.name or _opening(
        " ".join(plain_text(entry.text) for entry in _entries(step.blocks, Marker.NONE, Marker.NONE))
    )
    return CardStep(name=(Span(text=name),), entries=(), location=step.location)


def _opening(text: str) -> str:
    """Return what a text asks for first, in few words: what a person would read out."""
    told = text
    while aside := _ASIDE.match(told):
        told = told[aside.end() :]
    clause = _CLAUSE.match(told)
    found = clause[0].strip() if clause else told
    if len(found) > LONG_NAME:
        found = _JOINT.sub("", found)
    return found[:1].upper() + found[1:]


def _step(step: Step) -> CardStep:
    name = (Span(text=step.name),) if step.name else ()
    return CardStep(name=name, entries=tuple(_entries(step.blocks, Marker.NONE, Marker.DASH)), location=step.location)


def _box(kind: BoxKind, heading: str, sections: Iterable[Section], spoken: Language | None) -> Box:
    entries = tuple(entry for section in sections for entry in _entries(section.blocks, Marker.ICON, Marker.ICON))
    if kind is BoxKind.TIPS and spoken is not None:
        entries = tuple(_neutral(entry, spoken) for entry in entries)
    return Box(kind=kind, heading=heading, entries=entries)


def _neutral(entry: Entry, spoken: Language) -> Entry:
    """Take the tick off a tip that says what not to do: a tick before "avoid leaning back" reads as its praise."""
    forbids = entry.marker is Marker.ICON and spoken.forbids(plain_text(entry.text))
    return replace(entry, marker=Marker.DASH) if forbids else entry


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
        if text := plain_text(item.text):
            own = Marker.NONE if marker is Marker.ICON and text.endswith(":") else marker  # a label is no tip
            yield Entry(text=item.text, marker=own, location=item.location, depth=depth)
        yield from _points(item.children, Marker.DASH, depth + 1)
