"""A title, its equipment and the front matter in, the movement of a guide out, and a note that says why."""

from __future__ import annotations

from cardgen.errors import Problem, Severity
from cardgen.guide.findings import Findings
from cardgen.guide.front import Front
from cardgen.guide.model import Guide
from cardgen.movements import Family, Match, Told, family_of, find_id, find_movement, match_of, movements, why_not
from cardgen.nearest import nearest

MOVEMENT = "movement"
NONE = "none"


def read_movement(front: Front, title: str, equipment: str, told: Told, found: Findings) -> Match | None:
    """Return the movement that the front matter gives, else the one that the title names; None where it is unknown."""
    text = front.text(MOVEMENT)
    if not text:
        return find_movement(title, equipment, told)
    known = find_id(text)
    if known is None and text.casefold() != NONE:
        close = nearest(text.casefold(), tuple(movements()))
        hint = f'did you mean "{close}"?' if close else '"movement: none" says that none is meant'
        found.warn("unknown-movement", f'unknown movement "{text}"', line=front.lines.get(MOVEMENT), hint=hint)
    return match_of(known, equipment) if known else None


def family_for(match: Match | None, title: str, equipment: str, told: Told) -> Family | None:
    """Return what a guide's movement works: that which the front matter gives before what the title says."""
    if match is None:
        return family_of(title, equipment, told)
    movement = movements()[match.movement]
    if match.name:
        return family_of(title, equipment, told) or movement.family
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
