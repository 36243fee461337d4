"""A title in, the muscles of its kind of movement out: a row of any kind, a press of any kind, the most specific one that fits.

Muscles bear variants that a picture does not: "Alternating Seated Curl" is a curl. So a name in `families.csv` is a set of words,
all of which a title must have and to which it may add; `@cable` asks for an implement, `!leg` for a word that is not there. Main
and helping muscles are written from anatomy: who moves the joint against the load, not who holds still.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from cardgen.figure.movements.words import DATA, Words, implement_of, vocabulary, words_of

MUSCLE, PLAIN, SLIGHT = 3, 2, 1
"""What a word of a name weighs where several names fit: "triceps" more than "row", and that more than "seated" or "cable"."""


_JOINING = re.compile(r"\s+(?:to|into|and|with|plus)\s+|\s*[+&]\s*", re.IGNORECASE)
_TWO = 2


class Action(Enum):
    """What is done to the muscles."""

    WORK = ""
    STRETCH = "stretch"
    ROLL = "roll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Movements that work the same muscles."""

    id: str
    action: Action
    main: tuple[str, ...]
    """Ids of the muscle map, the most important first."""
    helping: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    family: str
    words: frozenset[str]
    without: frozenset[str]

    @property
    def weight(self) -> int:
        """How much it says of the movement."""
        return sum(map(_weight, self.words))


@cache
def families() -> Mapping[str, Family]:
    """Read the table once a process."""
    return {
        row["family"]: Family(
            id=row["family"],
            action=Action(row["kind"]),
            main=tuple(row["main"].split()),
            helping=tuple(row["helping"].split()),
        )
        for row in _rows()
    }


Told = Callable[[str], int]
"""How often a text names a muscle, by its id."""


def nothing_told(_: str) -> int:
    """Stand for a text that names no muscle."""
    return 0


def family_of(title: str, equipment: str = "", told: Told = nothing_told) -> Family | None:
    """Return the family of a title, or None where none fits, or several do equally well and the text does not tell which."""
    parts = [part for part in _JOINING.split(title) if part.strip()]
    whole = _best(title, equipment)
    if len(parts) == _TWO and not any(_spans(name, parts, equipment) for name in whole):
        both = [family_of(part, equipment, told) for part in parts]
        if both[0] and both[1] and all(family.action is Action.WORK for family in both if family):
            return _together(both[0], both[1])
    best = most_told([families()[name.family] for name in whole], told)
    return best[0] if best and all(family.main == best[0].main for family in best) else None


def _spans(name: _Name, parts: list[str], equipment: str) -> bool:
    """Tell whether a name takes words of both parts of a title: "clean and press" is one movement."""
    return not any(name.words <= _tokens(words_of(part), implement_of(equipment)) for part in parts)


def _together(one: Family, two: Family) -> Family:
    """Return what two movements work that are done as one: "squat to press"."""
    if one == two:
        return one
    main = tuple(dict.fromkeys([*one.main, *two.main]))
    helping = tuple(muscle for muscle in dict.fromkeys([*one.helping, *two.helping]) if muscle not in main)
    return Family(id=f"{one.id} {two.id}", action=Action.WORK, main=main, helping=helping)


def most_told(found: Iterable[Family], told: Told) -> tuple[Family, ...]:
    """Return the families whose main muscles a text names most, each once."""
    kinds = tuple(dict.fromkeys(found))
    if len(kinds) < _TWO:
        return kinds  # most titles leave no choice: the text need not be counted
    counts = {family: max(map(told, family.main)) for family in kinds}
    most = max(counts.values(), default=0)
    return tuple(family for family, count in counts.items() if count == most)


def _weight(word: str) -> int:
    known = vocabulary()
    if word.startswith("@") or word in known.modifiers:
        return SLIGHT
    return MUSCLE if word in known.muscles else PLAIN


def _tokens(words: Words, implement: str | None) -> frozenset[str]:
    held = words.implements | ({implement} if implement else set())
    return words.rest | {f"@{one}" for one in held}


def _best(title: str, equipment: str) -> list[_Name]:
    """Return the names that say most of what a title does, one a family."""
    tokens = _tokens(words_of(title), implement_of(equipment))
    found = [
        name
        for word in sorted(tokens)
        for name in _names().get(word, ())
        if name.words <= tokens and not name.without & tokens
    ]
    most = max((name.weight for name in found), default=0)
    return list({name.family: name for name in found if name.weight == most}.values())


@cache
def _names() -> Mapping[str, tuple[_Name, ...]]:
    """Return every name by one of its words, so that only a few are tried."""
    found: dict[str, list[_Name]] = defaultdict(list)
    for row in _rows():
        for text in row["names"].split("; "):
            name = _name(row["family"], text)
            found[min(name.words)].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _name(family: str, text: str) -> _Name:
    if "@" not in text and "!" not in text:
        return _Name(family=family, words=_tokens(words_of(text), None), without=frozenset())
    parts = text.split()
    held = {part for part in parts if part.startswith("@")}
    plain = words_of(" ".join(part for part in parts if part[0] not in "@!"))
    without = words_of(" ".join(part[1:] for part in parts if part.startswith("!")))
    return _Name(family=family, words=_tokens(plain, None) | held, without=_tokens(without, None))


def _rows() -> Iterator[dict[str, str]]:
    with (DATA / "families.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
