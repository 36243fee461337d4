"""A guide's parts in, its passages out: each a short text, with where it stands. Judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from cardgen.guide.model import Block, Item, ItemList, Paragraph, Role, Section, Step, Verdict, plain_text
from cardgen.guide.roles import english_role
from cardgen.values.errors import Location


class Place(Enum):
    """Where in a guide a text stands, which tells how much its words weigh."""

    TITLE = "title"
    DESCRIPTION = "description"
    PURPOSE = "purpose"
    """What the exercise is good for: overview, benefits, conclusion."""
    ACTION = "action"
    """What is done: execution and the steps of the card."""
    ADVICE = "advice"
    """Tips, notes, and what has no role."""
    SETUP = "setup"
    MISTAKES = "mistakes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, a heading or a point of a list."""

    text: str
    place: Place
    location: Location
    listed: Verdict | None = None
    """How muscles are meant that are only listed: in "Muscles Worked" it needs no verb."""


_PLACES = {
    Role.OVERVIEW: Place.PURPOSE,
    Role.BENEFITS: Place.PURPOSE,
    Role.CONCLUSION: Place.PURPOSE,
    Role.EXECUTION: Place.ACTION,
    Role.BREATHING: Place.ADVICE,
    Role.TIPS: Place.ADVICE,
    Role.NOTES: Place.ADVICE,
    Role.UNKNOWN: Place.ADVICE,
    Role.SETUP: Place.SETUP,
    Role.MISTAKES: Place.MISTAKES,
}
"""Safety, equipment and variations are not read: they speak of what may happen, of things, and of other exercises."""

_HELPERS = re.compile(r"\b(secondary|synergists?|assist\w*|support\w*|helpers?|helping)\b", re.IGNORECASE)
_HOLDERS = re.compile(r"\bstabili[sz]\w+", re.IGNORECASE)
_WORKED = re.compile(r"\b(muscles?|primary|targets?|targeted|worked|movers?|works)\b", re.IGNORECASE)


def passages_of(sections: Iterable[Section], steps: Iterable[Step]) -> tuple[Passage, ...]:
    """Return what the body says, each passage once: steps of the execution list stand in a section too."""
    found = [passage for section in sections for passage in _of_section(section)]
    found += [passage for step in steps for passage in _of_step(step)]
    return tuple(dict.fromkeys(found))


def _of_section(section: Section) -> Iterator[Passage]:
    place = _PLACES.get(section.role)
    if place is None:
        return
    listed = listing(section.heading)
    for text, location in _texts(section.blocks):
        yield Passage(text=text, place=place, location=location, listed=listed)


def _of_step(step: Step) -> Iterator[Passage]:
    place = Place.SETUP if step.name and english_role(step.name) is Role.SETUP else Place.ACTION
    if step.name:
        yield Passage(text=step.name, place=place, location=step.location)
    for text, location in _texts(step.blocks):
        yield Passage(text=text, place=place, location=location)


def listing(heading: str) -> Verdict | None:
    """Return how the muscles under a heading are meant, or None where it announces none."""
    if _HOLDERS.search(heading):
        return None
    if not _WORKED.search(heading) and not _HELPERS.search(heading):
        return None
    return Verdict.HELP if _HELPERS.search(heading) else Verdict.LISTED


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[str, Location]]:
    for block in blocks:
        match block:
            case Paragraph(text=text, location=location):
                yield plain_text(text), location
            case ItemList(items=items):
                yield from _texts_of_items(items)


def _texts_of_items(items: Iterable[Item]) -> Iterator[tuple[str, Location]]:
    for item in items:
        if text := plain_text(item.text):
            yield text, item.location
        yield from _texts_of_items(item.children)
