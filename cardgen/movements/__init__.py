"""A title in, the movement that it names out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The movement of a guide."""

    movement: str
    """Its id."""
    implement: str = ""
    """What is held; empty for nothing."""


def find_movement(title: str, equipment: str = "") -> Match | None:
    """Return the movement whose title this is."""
    from cardgen.figure.repertoire import records  # noqa: PLC0415

    plain = _plain(title)
    held = equipment.casefold().rstrip("s")
    named = [name for name, record in records().items() if _plain(str(record["title"])) in (plain, plain + "s")]
    named += [name for name in records() if name.partition("_")[0] == plain]
    return Match(movement=named[0], implement=held) if named else None


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())
