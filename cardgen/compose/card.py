"""The parts of a card: plain values, no fonts, no paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cardgen.display import Drawing, Negative, Pixels
from cardgen.figure.movements import Action
from cardgen.figure.repertoire import Posed
from cardgen.guide.model import (
    Inline,
    Muscle,
    Video,
    plain_text,
)
from cardgen.values.errors import Location
from cardgen.values.prescription import Prescription, words_of
from cardgen.values.use import Detail, Picture
from cardgen.words import Words


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
    closing: Inline = ()
    """Of a full card alone: the conclusion, one muted line at its end."""
    extras: tuple[Box, ...] = ()
    """Of a full card alone: sections that may stand in either column."""
    video: Video | None
    brand: Brand
    footnotes: tuple[str, ...]
    """Note, source and licence of the guide, then the gym's note."""
    language: str
    words: Words
    """Of the program itself, beside the guide's."""
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


def texts(card: Card) -> Iterator[tuple[str, Location]]:
    """Yield every text of a card with the place it came from."""
    yield card.title, card.location
    for text in (
        *card.eyebrow,
        plain_text(card.lead),
        plain_text(card.closing),
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
