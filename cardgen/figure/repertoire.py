"""The movements that can be drawn, by id: those of the package, read once a process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cardgen.figure.pose import Record
from cardgen.figure.records import implements_of, whole_records, with_implement
from cardgen.figure.scene import Movement, read_movement

DATA = Path(__file__).with_name("data")
FILES = ("gym.json", "body.json")
"""Movements of the gym with their implements; of the body, physiotherapy and stretching."""


@cache
def records() -> Mapping[str, Record]:
    """Return the whole records of all movements."""
    found: dict[str, Record] = {}
    for name in FILES:
        found |= whole_records(json.loads((DATA / name).read_text(encoding="utf-8")), found)
    return found


def movement(name: str, implement: str = "") -> Movement:
    """Return a movement with one of its implements; without a name, its usual one."""
    record = records()[name]
    implement = implement or implements_of(record)[0]
    return read_movement(with_implement(record, implement), implement)
