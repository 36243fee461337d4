"""Blocks and days in, what contradicts itself in them out. Knows no YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.program.file import CircuitEntry, ExerciseEntry
from cardgen.program.loads import check_weeks, settled
from cardgen.program.model import Block, BlockKind, Day, Prescribed, Sets, Weekday
from cardgen.program.quantity import Along, Reps
from cardgen.program.shape import Places
from cardgen.program.words import Unread, shown

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
    sets = sorted({it.sets.text for it in block.exercises if it.sets is not None})
    if block.kind is BlockKind.SUPERSET and len(sets) > 1:
        message = f"the exercises of a superset have {' and '.join(sets)} sets"
        places.error(path, "unequal-sets", message, "give all the same number: a set of each in turn")


def refuse_twice(days: Sequence[Day], paths: Sequence[str], places: Places) -> None:
    """Refuse days of the same name or on the same day of the week."""
    names: dict[str, Day] = {}
    weekdays: dict[Weekday, Day] = {}
    for path, day in zip(paths, days, strict=True):
        if day.name and (earlier := names.setdefault(day.name.casefold(), day)) is not day:
            message = f'"{shown(day.name)}" is already the name of day {earlier.number}'
            places.error(f"{path}.name", "duplicate-day", message, "give each day a name of its own")
        for weekday in day.weekdays:
            if (earlier := weekdays.setdefault(weekday, day)) is not day:
                message = f"{weekday.text} is already the day of day {earlier.number}"
                places.error(f"{path}.weekday", "duplicate-day", message, "choose another day, or leave weekday out")
                break


def settle(block: Block, paths: Sequence[str], weeks: int, places: Places) -> Block:
    """Return a block whose lists follow sets or weeks, whichever they fit; where that is not sure it is asked."""
    exercises = []
    for path, exercise in zip(paths, block.exercises, strict=True):
        try:
            exercises.append(settle_exercise(exercise, block, weeks))
        except _Where as told:
            places.error(f"{path}.{told.key}", told.code, told.message, told.hint)
            exercises.append(exercise)
    return replace(block, exercises=tuple(exercises))


def settle_exercise(exercise: Prescribed, block: Block, weeks: int) -> Prescribed:
    """Return an exercise whose lists are settled; raise Unread where they do not fit its sets, or fit both."""
    sets = _sets_of(exercise, block)
    reps = exercise.reps
    if reps and len(reps.amounts) > 1:
        reps = _settled_reps(reps, sets, weeks, block.kind)
        if sets is None and reps.along is Along.SETS and block.kind is not BlockKind.CIRCUIT:
            sets = (len(reps.amounts), len(reps.amounts))
            exercise = replace(exercise, sets=Sets(low=sets[0], high=sets[1]))
    load = exercise.load
    if load and len(load.values) > 1:
        try:
            load = settled(load, sets)
        except Unread as told:
            raise _Where("load", "wrong-value", told) from None
        try:
            check_weeks(load, weeks)
        except Unread as told:
            raise _Where("load", "too-many-weeks", told) from None
        if sets is None and load.along is Along.SETS and block.kind is not BlockKind.CIRCUIT:
            exercise = replace(exercise, sets=Sets(low=len(load.values), high=len(load.values)))
    return replace(exercise, reps=reps, load=load)


class _Where(Unread):
    """What is wrong with a list, and under which key it stands."""

    def __init__(self, key: str, code: str, told: Unread) -> None:
        super().__init__(told.message, told.hint)
        self.key = key
        self.code = code


def _sets_of(exercise: Prescribed, block: Block) -> tuple[int, int] | None:
    if block.kind is BlockKind.CIRCUIT:
        return (block.rounds, block.rounds) if block.rounds else None
    return (exercise.sets.low, exercise.sets.high) if exercise.sets else None


def _settled_reps(reps: Reps, sets: tuple[int, int] | None, weeks: int, kind: BlockKind) -> Reps:
    """Return repetitions of a list: set by set where there are so many sets, else by week where there are so many weeks."""
    many = len(reps.amounts)
    if reps.along is Along.WEEKS:
        if many > weeks:
            message = f"repetitions are given for {many} weeks, but the program has {weeks}"
            told = Unread(message, "give one figure a week at most; the last one holds to the end")
            raise _Where("reps", "too-many-weeks", told)
        return reps
    if sets is None or many in range(sets[0], sets[1] + 1):
        return replace(reps, along=Along.SETS)
    if reps.along is Along.EITHER and many == weeks:
        return replace(reps, along=Along.WEEKS)
    noun = "rounds" if kind is BlockKind.CIRCUIT else "sets"
    few = f"{sets[0]}" if sets[0] == sets[1] else f"{sets[0]} to {sets[1]}"
    texts = [it.text.replace(" ", "") for it in reps.amounts]
    listed = "/".join(f"{text}" for text in texts[: sets[1]]) if many > sets[1] else ""
    hints = [
        f"write {noun}: {many}{' at the circuit' if kind is BlockKind.CIRCUIT else ''}",
        f"as many figures as {noun}: {listed}" if listed else "",
        f"week by week {'/'.join(texts)} by week" if many <= weeks else "",
    ]
    message = f"repetitions are given for {many} {noun}, but there are {few}"
    raise _Where("reps", "wrong-value", Unread(message, ", or ".join(hint for hint in hints if hint)))


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
