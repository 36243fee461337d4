"""Blocks and days in, what contradicts itself in them out. Knows no YAML."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.program.file import CircuitEntry, ExerciseEntry
from cardgen.program.model import Block, BlockKind, Day, Weekday
from cardgen.program.shape import Places
from cardgen.program.words import shown

_OF_CIRCUITS = ("rounds", "work", "rest", "round_rest")
_FEWEST = 2
"""Exercises that can follow one another in turn."""


def check_block(path: str, block: Block, raw: CircuitEntry, places: Places) -> None:
    """Refuse what the kind of a block has no use for; `raw` is what the file has of it."""
    if block.kind is BlockKind.CIRCUIT:
        _check_stations(path, raw, places)
    else:
        _refuse_circuit_keys(path, raw, places)
    if block.kind in (BlockKind.SUPERSET, BlockKind.CIRCUIT) and 0 < len(raw.exercises) < _FEWEST:
        hint = "add another, or take the kind away for straight sets"
        places.error(path, "too-few", f"a {block.kind.value} needs two exercises or more", hint)
    sets = sorted({it.sets for it in block.exercises if it.sets is not None})
    if block.kind is BlockKind.SUPERSET and len(sets) > 1:
        message = f"the exercises of a superset have {' and '.join(map(str, sets))} sets"
        places.error(path, "unequal-sets", message, "give all the same number: a set of each in turn")


def refuse_twice(days: Sequence[Day], paths: Sequence[str], places: Places) -> None:
    """Refuse days of the same name or on the same day of the week."""
    names: dict[str, Day] = {}
    weekdays: dict[Weekday, Day] = {}
    for path, day in zip(paths, days, strict=True):
        if day.name and (earlier := names.setdefault(day.name.casefold(), day)) is not day:
            message = f'"{shown(day.name)}" is already the name of day {earlier.number}'
            places.error(f"{path}.name", "duplicate-day", message, "give each day a name of its own")
        if day.weekday and (earlier := weekdays.setdefault(day.weekday, day)) is not day:
            message = f"{day.weekday.text} is already the day of day {earlier.number}"
            places.error(f"{path}.weekday", "duplicate-day", message, "choose another day, or leave weekday out")


def _check_stations(path: str, raw: CircuitEntry, places: Places) -> None:
    for number, entry in enumerate(raw.exercises):
        if not isinstance(entry, ExerciseEntry):
            continue
        inner = f"{path}.exercises[{number}]"
        if entry.sets is not None:
            hint = f"write rounds: {entry.sets} at the circuit"
            places.error(f"{inner}.sets", "not-of-circuit", "a circuit has rounds, not sets", hint)
        if entry.rest is not None:
            hint = "write rest: at the circuit"
            places.error(f"{inner}.rest", "not-of-circuit", "rest is the same after every station", hint)


def _refuse_circuit_keys(path: str, raw: CircuitEntry, places: Places) -> None:
    for key in _OF_CIRCUITS:
        if getattr(raw, key) is not None:
            hint = "write rest: at each exercise" if key == "rest" else "write kind: circuit, or take it away"
            places.error(f"{path}.{key}", "only-of-circuit", f'"{key}" belongs to a circuit', hint)
    for number, entry in enumerate(raw.exercises):
        if isinstance(entry, ExerciseEntry) and entry.places is not None:
            inner = f"{path}.exercises[{number}].places"
            places.error(inner, "only-of-circuit", '"places" belongs to a station of a circuit', "take it away")
