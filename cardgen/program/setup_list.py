"""What each station needs in, the list of what to set up out, a line each. Knows how equipment is counted, and no guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cardgen.words import Words

LYING = frozenset({"lying", "kneeling", "prone", "supine", "side lying", "on the floor"})
"""Positions in which a mat is wanted ..."""
ON_THE_FLOOR = frozenset(
    {"", "bodyweight", "band", "bands", "mini band", "mini bands", "resistance band", "ab wheel", "ab roller"}
)
"""... where nothing is used that stands on legs, such as a bench."""
NOTHING = frozenset({"", "bodyweight", "assisted", "weighted", "none", "mat", "yoga mat"})
"""Equipment that is none, or a mat, which is counted with the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one station needs."""

    number: int
    equipment: str
    position: str
    places: int


def list_setup(needs: Iterable[Need], words: Words) -> tuple[str, ...]:
    """Return a line for each kind of equipment: how many there must be, one a place, and the stations; mats, clock, water last."""
    needs = tuple(needs)
    kinds: dict[str, list[Need]] = {}
    for need in needs:
        if need.equipment.casefold() not in NOTHING:
            kinds.setdefault(need.equipment, []).append(need)
    mats = [need for need in needs if _wants_mat(need)]
    lines = [
        _at(_capital(_counted(equipment, _places(found), words)), found, words, lines=at)
        for at, (equipment, found) in enumerate(kinds.items())
    ]
    floor = [_at(words.count("setup.mat", _places(mats)), mats, words, lines=len(lines))] if mats else []
    return (*lines, _capital(words("list.comma").join((*floor, words("setup.clock"), words("setup.water")))))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _places(needs: list[Need]) -> int:
    return sum(need.places for need in needs)


def _wants_mat(need: Need) -> bool:
    equipment = need.equipment.casefold()
    lies = need.position.casefold() in LYING and equipment in ON_THE_FLOOR
    return lies or equipment in ("mat", "yoga mat")


def _at(equipment: str, needs: list[Need], words: Words, *, lines: int) -> str:
    """Return equipment with its stations in brackets; the first line says what the numbers are."""
    numbers = words("list.comma").join(str(need.number) for need in needs)
    if lines:
        return words("setup.at", equipment=equipment, numbers=numbers)
    return words("setup.at-stations" if len(needs) > 1 else "setup.at-station", equipment=equipment, numbers=numbers)


def _counted(equipment: str, count: int, words: Words) -> str:
    """Return `dumbbell`, `2 dumbbells`; what is named as several is a set: `2 × dumbbells`."""
    name = " ".join(_lowered(equipment))
    if count == 1:
        return name
    if _is_plural(name):
        return words("setup.sets", number=count, name=name)
    return words("setup.several", number=count, plural=_plural(name), name=name)


def _lowered(name: str) -> Iterator[str]:
    """Yield the words of a name in small letters, but for such as TRX and SkiErg."""
    for word in name.split():
        yield word if any(letter.isupper() for letter in word[1:]) else word.lower()


def _is_plural(name: str) -> bool:
    return name.endswith("s") and not name.endswith("ss")


def _plural(name: str) -> str:
    if name.endswith(("ch", "sh", "x", "ss", "z")):
        return f"{name}es"
    if name.endswith("y") and name[-2:-1] not in tuple("aeiou"):
        return f"{name[:-1]}ies"
    return f"{name}s"
