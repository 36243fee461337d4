"""A key that a program file has not in, how what it means is written out. Knows no file."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.program.words import shown

_IN_PLACE = {
    "superset": "put the exercises into one block with kind: superset",
    "group": "put the exercises into one block with kind: superset",
    "pair": "put the exercises into one block with kind: superset",
    "circuit": "put the exercises into one block with kind: circuit",
    "rpe": "write load: RPE {}",
    "rir": "write load: RIR {}",
    "percent": "write load: {} %",
    "percentage": "write load: {} %",
    "1rm": "write load: {} 1RM",
    "intensity": "write load: {}",
    "weight": "write load: {}",
    "resistance": "write load: {}",
    "gewicht": "write load: {}",
    "last": "write load: {}",
    "band": "write load: {} band",
    "time": "write reps: {}",
    "duration": "write reps: {}",
    "seconds": "write reps: {}s",
    "minutes": "write reps: {} min",
    "dauer": "write reps: {}",
    "distance": "write reps: {}",
    "meters": "write reps: {} m",
    "metres": "write reps: {} m",
    "calories": "write reps: {} cal",
    "repetitions": "write reps: {}",
    "repeats": "write reps: {}",
    "wiederholungen": "write reps: {}",
    "wdh": "write reps: {}",
    "sätze": "write sets: {}",
    "satze": "write sets: {}",
    "series": "write sets: {}",
    "pause": "write rest: {}",
    "break": "write rest: {}",
    "warm_up_sets": "write sets: {} warm-up + 3",
    "warmup_sets": "write sets: {} warm-up + 3",
    "warm_up": "write sets: {} warm-up + 3, or a block with kind: warm-up",
    "warmup": "write sets: {} warm-up + 3, or a block with kind: warm-up",
    "drop_set": "write reps: 10 drop set",
    "dropset": "write reps: 10 drop set",
    "drop_sets": "write reps: 10 drop set",
    "emom": "write rest: EMOM",
    "per_side": "write side: each",
    "each_side": "write side: each",
    "unilateral": "write side: each",
    "frequency": "write times: {}",
    "daily": "write times: daily",
    "how_often": "write times: {}",
    "häufigkeit": "write times: {}",
    "comment": "write note: ...",
    "cue": "write note: ...",
    "cues": "write note: ...",
    "description": "write note: ..., or goal: of the program",
    "weekdays": "write weekday: {}",
    "day": "write weekday: {}, or name: {}",
    "movement": "write exercise: {}",
    "workouts": "write days:",
    "sessions": "write days:",
    "tage": "write days:",
    "übungen": "write exercises:",
    "author": "write trainer: and the name",
    "coach": "write trainer: and the name",
    "start_date": "write start: {}",
    "date": "write start: {}",
    "length": "write weeks: {}",
    "number_of_weeks": "write weeks: {}",
}
"""Keys that people write, by how they are written here."""


def elsewhere(key: str, value: object, known: Sequence[str]) -> str:
    """Return how a key that is not known is written, its value in place; empty where that is not known either."""
    hint = _IN_PLACE.get(key, "")
    wanted = hint.removeprefix("write ").partition(":")[0]
    if not hint or (hint.startswith("write ") and wanted not in known):
        return ""
    text = shown(", ".join(map(str, value))) if isinstance(value, list) else shown(str(value or ""))
    return hint.replace("{}", text if not isinstance(value, dict) else "...")
