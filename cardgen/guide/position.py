"""How the body is held, from the floor up: the values of `position`. Knows no order but this one."""

from __future__ import annotations

from cardgen.values.nearest import nearest

POSITIONS = ("lying", "kneeling", "sitting", "standing", "hanging")
"""In the order in which a booklet by position has them: whoever lies down gets up once."""

_ALSO = {
    "supine": "lying",
    "prone": "lying",
    "seated": "sitting",
    "half-kneeling": "kneeling",
    "on all fours": "kneeling",
    "quadruped": "kneeling",
    "upright": "standing",
}


def position_of(text: str) -> str | None:
    """Return which position a guide's words mean, or None for none that is known."""
    plain = " ".join(text.casefold().split())
    return plain if plain in POSITIONS else _ALSO.get(plain)


def position_hint(text: str) -> str:
    """Return what to write in place of an unknown position."""
    close = nearest(text, POSITIONS)
    return f'did you mean "{close}"?' if close else f"write {', '.join(POSITIONS[:-1])} or {POSITIONS[-1]}"
