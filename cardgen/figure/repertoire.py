"""The movements that can be drawn, by id, and their shapes: those of the package, read once a process, and a folder's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from cardgen.figure.bellies import BELLIES
from cardgen.figure.pose import Record
from cardgen.figure.records import implements_of, whole_records, with_implement
from cardgen.figure.scene import Movement, Style, draw_pose, read_movement
from cardgen.figure.shape import Shape

DATA = Path(__file__).with_name("data")
FILES = ("gym.json", "body.json")
"""Movements of the gym with their implements; of the body, physiotherapy and stretching."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A movement with one of its implements, to be drawn."""

    name: str
    """Its id."""
    implement: str = ""
    """Empty for the usual one."""
    own: str = ""
    """Its whole record as JSON, where it is not the package's."""

    @property
    def record(self) -> Record:
        """What its file says of it."""
        found: Record = json.loads(self.own) if self.own else records()[self.name]
        return found


@cache
def records() -> Mapping[str, Record]:
    """Return the whole records of all movements of the package."""
    found: dict[str, Record] = {}
    for name in FILES:
        found |= whole_records(json.loads((DATA / name).read_text(encoding="utf-8")), found)
    return found


@cache
def named_parts() -> Record:
    """Return the presets of poses, the arms and the sets of equipment that a movement of one's own may name."""
    file: Record = json.loads((DATA / FILES[0]).read_text(encoding="utf-8"))
    return {key: value for key, value in file.items() if key.startswith("_")}


def posed(name: str, implement: str = "") -> Posed | None:
    """Return a movement of the package; None where there is none, or it is not drawn with this implement."""
    record = records().get(name)
    if record is None:
        return None
    known = implements_of(record)
    if "with" not in record or not implement:
        return Posed(name=name, implement=known[0])
    return Posed(name=name, implement=implement) if implement in known else None


def find_id(text: str, known: Mapping[str, Record] | None = None) -> str | None:
    """Return the id that a person means by an id, with hyphens or without, or by a title; None for none."""
    found = records() if known is None else known
    wanted = letters(text)
    by_id = {letters(name): name for name in found}
    by_title = {letters(str(record.get("title", ""))): name for name, record in reversed(tuple(found.items()))}
    return by_id.get(wanted) or by_title.get(wanted)


def letters(text: str) -> str:
    """Return letters and digits of a text, small: what stays the same however a name is written."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@lru_cache(maxsize=512)
def movement(what: Posed) -> Movement:
    """Return a movement, read."""
    record = what.record
    implement = what.implement or implements_of(record)[0]
    return read_movement(with_implement(record, implement), implement)


def works(what: Posed) -> tuple[str, ...]:
    """Return the ids in the muscle map of what a movement is for."""
    return movement(what).works


@lru_cache(maxsize=512)
def shapes(what: Posed, muscles: tuple[str, ...], style: Style) -> tuple[tuple[Shape, ...], ...]:
    """Return the shapes of each key pose, with some muscles shown."""
    shown = replace(movement(what), works=tuple(muscle for muscle in muscles if muscle in BELLIES))
    return tuple(tuple(draw_pose(shown, at, style)) for at in range(len(shown.poses)))
