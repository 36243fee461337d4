"""Guides in, the order in which a booklet has them out, in groups where asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from cardgen.bundle.alphabet import capitalized, sort_key
from cardgen.guide.model import Guide
from cardgen.words import Words

LEVELS = ("beginner", "novice", "easy", "intermediate", "medium", "advanced", "hard", "expert", "elite")
"""Levels in the order in which people climb them; others follow by the alphabet."""


class Order(Enum):
    """What cards are sorted by."""

    TITLE = "title"
    FILE = "file"
    GIVEN = "given"
    """As they were named on the command line, a folder's by file name."""


class GroupBy(Enum):
    """What cards are grouped by."""

    EQUIPMENT = "equipment"
    MUSCLE = "muscle"
    LEVEL = "level"
    TAG = "tag"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Guides under a heading."""

    heading: str
    """Empty where there are no groups."""
    guides: tuple[Guide, ...]


def shelve(guides: Sequence[Guide], words: Words, *, order: Order, group_by: GroupBy) -> tuple[Shelf, ...]:
    """Return the guides in their order; each stands once, in the first group it belongs to, those of none last."""
    found: dict[str, tuple[str, list[Guide]]] = {}
    for guide in _sorted(guides, order):
        value = _group_of(guide, group_by)
        found.setdefault(value.casefold(), (value, []))[1].append(guide)
    if set(found) == {""}:
        return (Shelf(heading="", guides=tuple(found[""][1])),)
    keys = sorted(found, key=lambda key: _rank(key, list(found), order, group_by))
    return tuple(
        Shelf(heading=capitalized(found[key][0]) or words("booklet.other"), guides=tuple(found[key][1])) for key in keys
    )


def is_grouped(guides: Sequence[Guide], group_by: GroupBy) -> bool:
    """Tell whether any guide says what it is to be grouped by."""
    return any(_group_of(guide, group_by) for guide in guides)


def notes(guides: Sequence[Guide]) -> tuple[str, ...]:
    """Return what tells each guide from others of the same title: its equipment, empty where its title is its own."""
    titles = Counter(guide.title.casefold() for guide in guides)
    return tuple(guide.equipment if titles[guide.title.casefold()] > 1 else "" for guide in guides)


def _sorted(guides: Sequence[Guide], order: Order) -> list[Guide]:
    match order:
        case Order.TITLE:
            return sorted(guides, key=lambda guide: (sort_key(guide.title), sort_key(guide.equipment)))
        case Order.FILE:
            return sorted(guides, key=lambda guide: (guide.stem.casefold(), guide.path))
        case Order.GIVEN:
            return list(guides)
        case _:
            assert_never(order)


def _group_of(guide: Guide, group_by: GroupBy) -> str:
    match group_by:
        case GroupBy.EQUIPMENT:
            return guide.equipment
        case GroupBy.MUSCLE:
            return next(iter(guide.muscles.names), "")
        case GroupBy.LEVEL:
            return guide.level
        case GroupBy.TAG:
            return next(iter(guide.tags), "")
        case GroupBy.NONE:
            return ""
        case _:
            assert_never(group_by)


def _rank(key: str, met: Sequence[str], order: Order, group_by: GroupBy) -> tuple[bool, int, tuple[str, str]]:
    """Sort groups by the alphabet, levels by difficulty; in the order given as they are met; the rest last."""
    place = 0
    if order is Order.GIVEN:
        place = met.index(key)
    elif group_by is GroupBy.LEVEL:
        place = LEVELS.index(key) if key in LEVELS else len(LEVELS)
    return not key, place, sort_key(key)
