"""A title, its equipment and the front matter in, the movement of a guide out, and a note that says why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cardgen.figure.movements import (
    Family,
    Match,
    Told,
    family_of,
    find_id,
    find_movement,
    match_of,
    movements,
    why_not,
)
from cardgen.guide.anatomy import is_english
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front
from cardgen.guide.model import Guide
from cardgen.guide.position import position_of
from cardgen.values.errors import Problem, Severity
from cardgen.values.nearest import nearest

MOVEMENT = "movement"
NONE = "none"


_STARTS = {
    "sitting": r"\b(?:sit|sits|sitting|seated)\b",
    "standing": r"\b(?:stand|stands|standing)\b",
    "lying": r"\b(?:lie|lies|lying|lay)\b",
    "kneeling": r"\b(?:kneel|kneels|kneeling)\b",
    "hanging": r"\b(?:hang|hangs|hanging)\b",
}
"""Words of a text that tell how an exercise begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a guide says of itself besides its name."""

    title: str
    equipment: str
    language: str
    told: Told
    """How often it names each muscle."""
    texts: tuple[str, ...]
    """Its body, in order."""


def read_movement(front: Front, named: Named, found: Findings) -> Match | None:
    """Return the movement that the front matter gives, else the one that the title names; None where it is unknown."""
    text, equipment = front.text(MOVEMENT), named.equipment
    if not text:
        position = position_of(front.text("position")) or _position_told(named.texts)
        # "Dead Bug: Strength without Strain" has its name before the colon.
        found_as = (find_movement(name, equipment, named.told, position) for name in _names(named.title))
        return next((match for match in found_as if match), None)
    known = find_id(text)
    if known is None and text.casefold() != NONE:
        close = nearest(text.casefold(), tuple(movements()))
        hint = f'did you mean "{close}"?' if close else '"movement: none" says that none is meant'
        found.warn("unknown-movement", f'unknown movement "{text}"', line=front.lines.get(MOVEMENT), hint=hint)
    return match_of(known, equipment) if known else None


def _names(title: str) -> tuple[str, ...]:
    """Return a title, and what of it stands before a colon."""
    return tuple(dict.fromkeys((title, title.partition(":")[0])))


def _position_told(texts: Iterable[str]) -> str:
    """Return the first position that a text names, or "" for none."""
    for text in texts:
        found = {position: re.search(words, text, re.IGNORECASE) for position, words in _STARTS.items()}
        places = {match.start(): position for position, match in found.items() if match}
        if places:
            return places[min(places)]
    return ""


def family_for(match: Match | None, named: Named) -> Family | None:
    """Return what a guide's movement works: that which the front matter gives before what the title says.

    The kinds of movements are known by English words alone, which in a title of another language may mean less than half of it.
    """
    said = None
    if is_english(named.language):
        kinds = (family_of(name, named.equipment, named.told) for name in reversed(_names(named.title)))
        said = next((family for family in kinds if family), None)
    if match is None:
        return said
    movement = movements()[match.movement]
    if match.name:
        return said or movement.family
    return family_of(movement.title, match.implement) or movement.family


def movement_note(guide: Guide) -> Problem:
    """Return which movement was taken, and why, or why none was."""
    hint = ""
    if guide.movement is not None:
        match = guide.movement
        held = f" with {match.implement}" if match.implement else ""
        why = f'by its name "{match.name}"' if match.name else "as the front matter says"
        message = f'movement "{match.movement}"{held}, {why}'
    elif MOVEMENT in guide.lines:
        message = "no movement, as the front matter says"
    else:
        message = f"no movement: {why_not(guide.title, guide.equipment)}"
        hint = "to have one, name it in the front matter: movement: squat"
    return Problem(severity=Severity.NOTE, code=MOVEMENT, message=message, location=guide.at(MOVEMENT), hint=hint)
