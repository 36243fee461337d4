"""A day of a program in, the grid to write its results in out."""

from __future__ import annotations

from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import (
    NO_REST,
    SIDES,
    besides,
    heads_of,
    is_said_once,
    load_text,
    name_of,
    planned,
    rest_text,
    weekday_title,
    work_text,
)
from cardgen.layout.program.model import Log, LogExercise, LogGroup
from cardgen.program.model import Block, BlockKind, Day, Load, LoadUnit, Prescribed, Stage
from cardgen.program.quantity import BY_FEEL, WEIGHTS, Along, Counting

USUAL_SETS = 3
"""Rows of an exercise whose sets are left to the pen."""
EFFORT = "Effort, 1 to 10"
_KINDS = {
    Counting.COUNT: "reps",
    Counting.AMRAP: "reps",
    Counting.HOLD: "seconds",
    Counting.CALORIES: "calories",
    **{counting: "distance" for counting in Counting if counting.is_distance},
}
"""What is written down, by how a set ends."""
TICKS = {Stage.WARM_UP: "Warm-up done", Stage.COOL_DOWN: "Cool-down done"}


def log_of(day: Day, plan: Plan) -> Log:
    """Return the log of a day."""
    asked = plan.of_day(day)
    written = tuple(it for it in asked if it.block.kind.stage is Stage.MAIN)
    stages = [block.kind.stage for block in day.blocks]
    return Log(
        weekday=day.weekday.short if day.weekday else "",
        number=str(day.number),
        title=weekday_title(day),
        introduction=_introduction(written),
        hint=_hint(written),
        weeks=heads_of(plan.program, day),
        before=tuple(TICKS[stage] for stage in (Stage.WARM_UP,) if stage in stages),
        groups=tuple(_groups(day, written, plan)),
        after=tuple(TICKS[stage] for stage in (Stage.COOL_DOWN,) if stage in stages),
        effort=EFFORT,
        page=plan.days.get(day.number, 0),
    )


def _introduction(asked: tuple[Asked, ...]) -> str:
    what = _counted(asked)
    if small := _small_print(asked):
        return f"Write your {what} in each box. Small print: {small}."
    with_load = any(_is_open(it) for it in asked)
    return f"Write your {what} in each box{', and the load below it' if with_load else ''}."


def _is_open(it: Asked) -> bool:
    """Tell whether a load is found out on the day: one left to the pen, or by feel; no band and no body."""
    load = it.exercise.load
    return load.unit in BY_FEEL if load else load_text(it.exercise, it.guide, it.block) is None


def _hint(asked: tuple[Asked, ...]) -> str:
    """Return the same in few words, for a log on the page of its day."""
    small = _small_print(asked)
    return f"your {_counted(asked)}" + (f"; small print: {small}" if small else "")


def _counted(asked: tuple[Asked, ...]) -> str:
    """Return what is counted: repetitions, seconds of what is held, or both."""
    found = {_kind_of(it) for it in asked}
    return " or ".join(kind for kind in dict.fromkeys(_KINDS.values()) if kind in found)


def _kind_of(it: Asked) -> str:
    amounts = it.exercise.reps.amounts if it.exercise.reps else ()
    return _KINDS[amounts[0].counting] if amounts else _KINDS[Counting.COUNT]


def _small_print(asked: tuple[Asked, ...]) -> str:
    """Return what stands small in the boxes; empty for nothing."""
    with_reps = any(it.exercise.reps and it.exercise.reps.changes for it in asked)
    reps = "planned reps" if with_reps else ""
    if not any(it.exercise.load and not is_said_once(it.exercise.load) for it in asked):
        return reps
    weights = _weights(asked)
    load = f"load in {' or '.join(str(unit.value) for unit in weights)}" if weights else "load"
    return f"{reps} × {load}" if reps else f"planned {load}"


def _weights(asked: tuple[Asked, ...]) -> tuple[LoadUnit, ...]:
    """Return what the planned loads of a page are weighed in: where that is both, each exercise says which is its own."""
    used = {it.exercise.load.unit for it in asked if it.exercise.load}
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


def _rest(exercise: Prescribed, block: Block) -> str:
    rest = rest_text(exercise, block)
    if exercise.rest and (exercise.rest.is_interval or exercise.rest.words):
        return f"a set {rest}" if exercise.rest.is_interval else f"rest {rest}"
    return f"{'no' if rest == NO_REST else rest} rest" if rest else ""


def _work(exercise: Prescribed, block: Block) -> str:
    """Return how long a set is, and on which side: repetitions, a hold, or the time at a station."""
    side = SIDES[exercise.side]
    if exercise.reps is None:
        return work_text(exercise, block) if block.work else side
    amount = exercise.reps.amounts[-1]
    is_plain = amount.counting is Counting.COUNT and not amount.words
    counted = f"{exercise.reps.text}{' reps' if is_plain else ''}"
    return f"{counted} {side}".strip()


def _load(load: Load | None, *, with_unit: bool) -> str:
    """Return what is said once of a load beside its boxes."""
    if load is None:
        return ""
    if is_said_once(load):
        return load.text(1)
    if load.changes and any(load.shared):
        return " … ".join(part for part in load.shared if part)
    return f"load in {load.unit.value}" if with_unit and load.unit in WEIGHTS else ""


def _exercise(it: Asked, plan: Plan, *, with_unit: bool) -> LogExercise:
    exercise, block = it.exercise, it.block
    own = exercise.sets.high if exercise.sets else None
    sets = (block.rounds if block.kind is BlockKind.CIRCUIT else own) or _listed(exercise) or USUAL_SETS
    weeks = [week for week in range(1, plan.program.weeks + 1) for _ in range(it.day.a_week)]
    lines = [
        _work(exercise, block),
        _load(exercise.load, with_unit=with_unit),
        *besides(exercise),
        _rest(exercise, block),
    ]
    return LogExercise(
        order=it.label,
        name=name_of(it.guide),
        lines=tuple(line for line in lines if line),
        planned=tuple(tuple(planned(exercise, week, number) for week in weeks) for number in range(1, sets + 1)),
        page=plan.card_of(it.guide),
    )


def _listed(exercise: Prescribed) -> int:
    """Return how many sets a list has figures for; 0 for none."""
    reps, load = exercise.reps, exercise.load
    own = len(reps.amounts) if reps and reps.along is Along.SETS and len(reps.amounts) > 1 else 0
    return max(own, len(load.values) if load and load.along is Along.SETS else 0)
