"""A day of a program in, the grid to write its results in out."""

from __future__ import annotations

from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import (
    NO_REST,
    SIDES,
    heads_of,
    is_said_once,
    load_text,
    name_of,
    planned,
    rest_text,
    weekday_title,
    work_text,
)
from cardgen.layout.pages.program.model import Log, LogExercise, LogGroup
from cardgen.program.model import Block, BlockKind, Counting, Day, Load, LoadUnit, Prescribed, Stage

USUAL_SETS = 3
"""Rows of an exercise whose sets are left to the pen."""
WEIGHTS = (LoadUnit.KG, LoadUnit.LB)
EFFORT = "Effort, 1 to 10"
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
    return load.unit is LoadUnit.RPE if load else load_text(it.exercise, it.guide, it.block) is None


def _hint(asked: tuple[Asked, ...]) -> str:
    """Return the same in few words, for a log on the page of its day."""
    small = _small_print(asked)
    return f"your {_counted(asked)}" + (f"; small print: {small}" if small else "")


def _counted(asked: tuple[Asked, ...]) -> str:
    """Return what is counted: repetitions, seconds of what is held, or both."""
    holds = [it.exercise.reps is not None and it.exercise.reps.counting is Counting.HOLD for it in asked]
    return "reps" if not any(holds) else "seconds" if all(holds) else "reps or seconds"


def _small_print(asked: tuple[Asked, ...]) -> str:
    """Return what stands small in the boxes; empty for nothing."""
    if not any(it.exercise.load and not is_said_once(it.exercise.load) for it in asked):
        return ""
    weights = _weights(asked)
    return f"planned load in {' or '.join(str(unit.value) for unit in weights)}" if weights else "planned load"


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
    return f"{'no' if rest == NO_REST else rest} rest" if rest else ""


def _work(exercise: Prescribed, block: Block) -> str:
    """Return how long a set is, and on which side: repetitions, a hold, or the time at a station."""
    side = SIDES[exercise.side]
    if exercise.reps is None:
        return work_text(exercise, block) if block.work else side
    counted = f"{exercise.reps.text}{' reps' if exercise.reps.counting is Counting.COUNT else ''}"
    return f"{counted} {side}".strip()


def _load(load: Load | None, *, with_unit: bool) -> str:
    """Return what is said once of a load beside its boxes."""
    if load is None:
        return ""
    if is_said_once(load):
        return load.text(1)
    return f"load in {load.unit.value}" if with_unit and load.unit in WEIGHTS else ""


def _exercise(it: Asked, plan: Plan, *, with_unit: bool) -> LogExercise:
    exercise, block = it.exercise, it.block
    sets = (block.rounds if block.kind is BlockKind.CIRCUIT else exercise.sets) or USUAL_SETS
    weeks = range(1, plan.program.weeks + 1)
    first = tuple(planned(exercise.load, week) for week in weeks)
    lines = [_work(exercise, block), _load(exercise.load, with_unit=with_unit), _rest(exercise, block)]
    return LogExercise(
        order=it.label,
        name=name_of(it.guide),
        lines=tuple(line for line in lines if line),
        planned=(first, *(("",) * len(first) for _ in range(sets - 1))),
        page=plan.card_of(it.guide),
    )
