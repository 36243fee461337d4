"""A day of a program in, the grid to write its results in out."""

from __future__ import annotations

from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import (
    besides,
    heads_of,
    is_in_sets,
    is_said_once,
    name_of,
    planned,
    rest_text,
    short_weekday,
    side_text,
    unit_of,
    weekday_title,
    weights_of,
    work_text,
)
from cardgen.layout.program.model import Log, LogExercise, LogGroup
from cardgen.program.model import Block, BlockKind, Day, Load, LoadUnit, Prescribed, Record, Stage
from cardgen.program.quantity import WEIGHTS, Along, Counting
from cardgen.words import Words

USUAL_SETS = 3
"""Rows of an exercise whose sets are left to the pen."""
_KINDS = {
    Counting.COUNT: "reps",
    Counting.AMRAP: "reps",
    Counting.HOLD: "seconds",
    Counting.CALORIES: "calories",
    **{counting: "distance" for counting in Counting if counting.is_distance},
}
"""What is written down, by how a set ends."""


def log_of(day: Day, plan: Plan) -> Log:
    """Return the log of a day."""
    asked, words = plan.of_day(day), plan.words
    is_written = Record.EXERCISES in plan.program.records
    written = tuple(it for it in asked if is_written and it.block.kind.stage is Stage.MAIN)
    stages = [block.kind.stage for block in day.blocks]
    return Log(
        weekday=short_weekday(day.weekday, words),
        number=str(day.number),
        title=weekday_title(day, words),
        introduction=_introduction(written, plan),
        hint=_hint(written, words),
        weeks=heads_of(plan.program, words, day),
        before=(words("log.done-warm-up"),) if written and Stage.WARM_UP in stages else (),
        groups=tuple(_groups(day, written, plan)),
        after=(words("log.done-cool-down"),) if written and Stage.COOL_DOWN in stages else (),
        marks=tuple(_mark(it, plan) for it in plan.program.records if it is not Record.EXERCISES),
        scale=(words("log.no-pain"), words("log.worst-pain")) if Record.PAIN in plan.program.records else None,
        page=plan.days.get(day.number, 0),
    )


def _mark(record: Record, plan: Plan) -> str:
    """Return what a row for a figure of the day is called."""
    return plan.words(f"record.{record.value}", unit=unit_of(None, plan.program))


def _introduction(asked: tuple[Asked, ...], plan: Plan) -> str:
    """Say what is written where: weights in a row of their own, the rest in the rows of the sets."""
    words, what = plan.words, _counted(asked, plan.words)
    if not asked:
        return words("log.write-marks")
    weights = [weight for it in asked for weight in _weights_of(it, plan)]
    first = words("log.write-weights-planned" if any(weights) else "log.write-weights", what=what)
    said = first if weights else words("log.write", what=what)
    small = _small_print(asked, words)
    return f"{said} {words('log.small', small=small)}" if small else said


def _weights_of(it: Asked, plan: Plan) -> tuple[str, ...]:
    return weights_of(it.exercise, it.guide, it.block, plan.program.weeks)


def _hint(asked: tuple[Asked, ...], words: Words) -> str:
    """Return the same in few words, for a log on the page of its day."""
    small = _small_print(asked, words)
    return words("log.your-small" if small else "log.your", what=_counted(asked, words), small=small)


def _counted(asked: tuple[Asked, ...], words: Words) -> str:
    """Return what is counted: repetitions, seconds of what is held, or both."""
    found = {_kind_of(it) for it in asked}
    return words("list.or").join(words(f"counted.{kind}") for kind in dict.fromkeys(_KINDS.values()) if kind in found)


def _kind_of(it: Asked) -> str:
    amounts = it.exercise.reps.amounts if it.exercise.reps else ()
    return _KINDS[amounts[0].counting] if amounts else _KINDS[Counting.COUNT]


def _small_print(asked: tuple[Asked, ...], words: Words) -> str:
    """Return what stands small in the boxes; empty for nothing."""
    with_reps = any(it.exercise.reps and it.exercise.reps.changes for it in asked)
    reps = words("log.planned-reps") if with_reps else ""
    if not any(it.exercise.load and is_in_sets(it.exercise.load) for it in asked):
        return reps
    weights = _weights(asked)
    units = words("list.or").join(str(unit.value) for unit in weights)
    load = words("log.load-in", units=units) if weights else words("log.load")
    return words("log.reps-load", reps=reps, load=load) if reps else words("log.planned", load=load)


def _weights(asked: tuple[Asked, ...]) -> tuple[LoadUnit, ...]:
    """Return what the planned loads of a page are weighed in: where that is both, each exercise says which is its own."""
    used = {it.exercise.load.unit for it in asked if it.exercise.load and is_in_sets(it.exercise.load)}
    return tuple(unit for unit in WEIGHTS if unit in used)


def _groups(day: Day, asked: tuple[Asked, ...], plan: Plan) -> list[LogGroup]:
    groups: list[LogGroup] = []
    for block in day.blocks:
        if block.kind.stage is not Stage.MAIN:
            continue
        own = [_exercise(it, plan, with_unit=len(_weights(asked)) > 1) for it in asked if it.block is block]
        if is_in_turn(block) and block.kind is BlockKind.SUPERSET:
            groups.append(LogGroup(exercises=tuple(own)))
        else:
            groups += [LogGroup(exercises=(one,)) for one in own]
    return groups


def _rest(exercise: Prescribed, block: Block, words: Words) -> str:
    rest = rest_text(exercise, block, words)
    if exercise.rest and (exercise.rest.is_interval or exercise.rest.words):
        return words("log.rest-interval" if exercise.rest.is_interval else "program.rest", time=rest)
    if rest == words("rest.none"):
        return words("program.no-rest")
    return words("log.rest", time=rest) if rest else ""


def _work(exercise: Prescribed, block: Block, words: Words) -> str:
    """Return how long a set is, and on which side: repetitions, a hold, or the time at a station."""
    side = side_text(exercise, words)
    if exercise.reps is None:
        return work_text(exercise, block) if block.work else side
    amount = exercise.reps.amounts[-1]
    is_plain = amount.counting is Counting.COUNT and not amount.words
    counted = words("log.reps-told", reps=exercise.reps.text) if is_plain else exercise.reps.text
    return f"{counted} {side}".strip()


def _load(load: Load | None, words: Words, *, with_unit: bool) -> str:
    """Return what is said once of a load beside its boxes."""
    if load is None:
        return ""
    if is_said_once(load):
        return load.text(1)
    if load.changes and any(load.shared):
        return " … ".join(part for part in load.shared if part)
    return words("log.load-in", units=load.unit.value) if with_unit and load.unit in WEIGHTS else ""


def _exercise(it: Asked, plan: Plan, *, with_unit: bool) -> LogExercise:
    exercise, block, words = it.exercise, it.block, plan.words
    own = exercise.sets.high if exercise.sets else None
    sets = (block.rounds if block.kind is BlockKind.CIRCUIT else own) or _listed(exercise) or USUAL_SETS
    weeks = [week for week in range(1, plan.program.weeks + 1) for _ in range(it.day.a_week)]
    weights = _weights_of(it, plan)
    lines = [
        _work(exercise, block, words),
        _load(exercise.load, words, with_unit=with_unit),
        *besides(exercise, words),
        _rest(exercise, block, words),
    ]
    return LogExercise(
        order=it.label,
        name=name_of(it.guide),
        lines=tuple(line for line in lines if line),
        weights=tuple(weights[week - 1] for week in weeks) if weights else (),
        unit=unit_of(exercise, plan.program),
        subject=plan.subjects.get(it.guide.path),
        planned=tuple(tuple(planned(exercise, week, number) for week in weeks) for number in range(1, sets + 1)),
        page=plan.card_of(it.guide),
    )


def _listed(exercise: Prescribed) -> int:
    """Return how many sets a list has figures for; 0 for none."""
    reps, load = exercise.reps, exercise.load
    own = len(reps.amounts) if reps and reps.along is Along.SETS and len(reps.amounts) > 1 else 0
    return max(own, len(load.values) if load and load.along is Along.SETS else 0)
