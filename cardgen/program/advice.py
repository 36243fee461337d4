"""A program in, warnings about what asks too much of a client out. Knows no paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cardgen.guide.words import key_of
from cardgen.program.model import Day, Level, Place, Program, Stage
from cardgen.program.resolve import Resolved
from cardgen.program.sums import date_of
from cardgen.program.words import shown
from cardgen.values.errors import Problem, Severity

MOST_EXERCISES = 8
"""Of a day: more take over an hour, and the last ones are left out."""
MOST_FOR_BEGINNERS_AT_HOME = 5
"""Whoever starts alone keeps up a short plan."""
_DAYS_OF_WEEK = 7


def advise(program: Program, resolved: Resolved | None = None) -> tuple[Problem, ...]:
    """Return warnings by line: full days, an exercise twice on one day, no day of rest, a start in the middle of the days.

    With `resolved`, an exercise under two names is one.
    """
    problems = [
        *_rest(program),
        *_order(program),
        *(problem for day in program.days for problem in _of_day(program, day, resolved)),
    ]
    return tuple(sorted(problems, key=lambda problem: problem.location.line or 0))


def _of_day(program: Program, day: Day, resolved: Resolved | None) -> Iterator[Problem]:
    count = len(day.exercises)
    name = day.name or f"day {day.number}"
    if count > MOST_EXERCISES:
        message = f'"{shown(name)}" holds {count} exercises, more than {MOST_EXERCISES}'
        yield _warning("full-day", message, day, "keep those that matter most, or add a day")
    elif count > MOST_FOR_BEGINNERS_AT_HOME and (program.level, program.place) == (Level.BEGINNER, Place.HOME):
        message = f'"{shown(name)}" holds {count} exercises, more than {MOST_FOR_BEGINNERS_AT_HOME}'
        yield _warning("full-day", message, day, "a beginner at home keeps up a short plan")
    seen: set[str] = set()
    for block in day.blocks:
        for exercise in block.exercises if block.kind.stage is Stage.MAIN else ():
            guide = resolved.guides.get(exercise.exercise) if resolved else None
            key = guide.path if guide else key_of(exercise.exercise)
            if key in seen:
                message = f'"{shown(exercise.exercise)}" stands twice in "{shown(name)}"'
                hint = "put its sets together, or choose another exercise"
                place = exercise.location
                yield Problem(
                    severity=Severity.WARNING, code="repeated-exercise", message=message, location=place, hint=hint
                )
            seen.add(key)


def _rest(program: Program) -> Iterator[Problem]:
    if len(program.days) == _DAYS_OF_WEEK:
        message = "there is training on all seven days, and no day of rest"
        yield _warning("no-rest-day", message, program.days[-1], "leave a day out: muscles grow at rest")


def _order(program: Program) -> Iterator[Problem]:
    """Warn where the first week begins with another day than the first: its dates would run backwards on paper."""
    dated = [(found, day) for day in program.days if (found := date_of(program, day, 1))]
    for (before, first), (after, day) in pairwise(dated):
        if after < before:
            name, other = (shown(it.name or f"day {it.number}") for it in (day, first))
            message = f'the first week has "{name}" on {after}, before "{other}" on {before}'
            hint = f"let it start on {dated[0][0]}, or put the days in the order of their dates"
            yield _warning("start-within", message, day, hint)
            return


def _warning(code: str, message: str, day: Day, hint: str) -> Problem:
    return Problem(severity=Severity.WARNING, code=code, message=message, location=day.location, hint=hint)
