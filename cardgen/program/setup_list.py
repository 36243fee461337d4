"""What each station needs in, the list of what to set up out, a line each. Knows how equipment is counted, and no guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LYING = frozenset({"lying", "kneeling", "prone", "supine", "side lying", "on the floor"})
"""Positions in which a mat is wanted ..."""
ON_THE_FLOOR = frozenset(
    {"", "bodyweight", "band", "bands", "mini band", "mini bands", "resistance band", "ab wheel", "ab roller"}
)
"""... where nothing is used that stands on legs, such as a bench."""
NOTHING = frozenset({"", "bodyweight", "assisted", "weighted", "none", "mat", "yoga mat"})
"""Equipment that is none, or a mat, which is counted with the others."""
ALWAYS = ("clock", "water")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one station needs."""

    number: int
    equipment: str
    position: str
    places: int


def list_setup(needs: Iterable[Need]) -> tuple[str, ...]:
    """Return a line for each kind of equipment: how many there must be, one a place, and the stations; mats, clock, water last."""
    needs = tuple(needs)
    kinds: dict[str, list[Need]] = {}
    for need in needs:
        if need.equipment.casefold() not in NOTHING:
            kinds.setdefault(need.equipment, []).append(need)
    mats = [need for need in needs if _wants_mat(need)]
    lines = [
        f"{_counted(equipment, found)} {_stations(found, lines=at)}"
        for at, (equipment, found) in enumerate(kinds.items())
    ]
    floor = [f"{_counted('Mat', mats)} {_stations(mats, lines=len(lines))}"] if mats else []
    last = ", ".join((*floor, *ALWAYS))
    return (*lines, last[:1].upper() + last[1:])


def _wants_mat(need: Need) -> bool:
    equipment = need.equipment.casefold()
    lies = need.position.casefold() in LYING and equipment in ON_THE_FLOOR
    return lies or equipment in ("mat", "yoga mat")


def _stations(needs: list[Need], *, lines: int) -> str:
    """Return the stations in brackets; the first line says what the numbers are."""
    numbers = ", ".join(str(need.number) for need in needs)
    word = ("stations " if len(needs) > 1 else "station ") if lines == 0 else ""
    return f"({word}{numbers})"


def _counted(equipment: str, needs: list[Need]) -> str:
    """Return `Dumbbell`, `2 dumbbells`; what is named as several is a set: `2 × dumbbells`."""
    count = sum(need.places for need in needs)
    name = " ".join(_lowered(equipment))
    if count == 1:
        return name[:1].upper() + name[1:]
    return f"{count} × {name}" if _is_plural(name) else f"{count} {_plural(name)}"


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
