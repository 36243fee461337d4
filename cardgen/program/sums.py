"""A program in, its times and dates out. Knows no clock but the program's own.

What a program leaves out is taken as usual: 10 repetitions, 3 sets (one of a warm-up or cool-down), 60 seconds of rest, 10
seconds from station to station, 3 rounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from cardgen.program.model import Block, BlockKind, Day, Prescribed, Program, Reps, Stage
from cardgen.program.quantity import Amount

SECONDS_PER_REP = 4
"""Where no tempo is given: two down, two up, or the like."""
SECONDS_PER_CHANGE = 10
"""From one half of a superset to the next, and from station to station where no rest is given."""
SHORTEST_WALK = 60
"""Seconds to the next exercise: to put away, walk, and set up."""
EXACT_UP_TO = 15
"""Minutes of a day that are shown to the minute; longer days are shown in steps of five."""

_USUAL_REPS = Reps(amounts=(Amount(low=10, high=10),))
_USUAL_SETS = {Stage.WARM_UP: 1, Stage.MAIN: 3, Stage.COOL_DOWN: 1}
_USUAL_REST = 60
_USUAL_ROUNDS = 3
_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The times of a circuit, in seconds."""

    round: int
    """One round."""
    total: int
    """From the first start to the last end."""
    starts: tuple[tuple[int, ...], ...]
    """When each station starts, round by round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Blocks under one heading of a day."""

    stage: Stage
    name: str
    """Its own name; empty for that of the stage."""
    blocks: tuple[Block, ...]

    @property
    def seconds(self) -> int:
        """How long it takes."""
        return sum(map(block_seconds, self.blocks))

    @property
    def minutes(self) -> int:
        """As it is shown: rounded up."""
        return minutes_of(self.seconds)


def set_seconds(exercise: Prescribed) -> int:
    """Return the length of one set: repetitions x seconds of one x sides, or the hold x sides.

    `8-12` counts as 10, AMRAP as 12; one repetition takes the sum of the tempo's figures, or 4 seconds, and as long as it is
    held; two sides for `each`. Of a list of sets it is the mean.
    """
    reps = exercise.reps or _USUAL_REPS
    each = (exercise.tempo.seconds if exercise.tempo else 0) or SECONDS_PER_REP
    held = exercise.hold.middle if exercise.hold else 0
    return reps.seconds(each + held) * exercise.side.turns


def straight_seconds(exercise: Prescribed, stage: Stage = Stage.MAIN) -> int:
    """Return the length of straight sets: sets x set + (sets - 1) x rest + max(rest, 60): the last rest is the walk on.

    Sets that begin every so many seconds take as long each, or as they last.
    """
    sets = exercise.sets.middle if exercise.sets else _USUAL_SETS[stage]
    rest = _rest_of(exercise)
    if exercise.rest and exercise.rest.is_interval:
        return sets * max(rest, set_seconds(exercise)) + SHORTEST_WALK
    return sets * set_seconds(exercise) + (sets - 1) * rest + max(rest, SHORTEST_WALK)


def superset_seconds(block: Block) -> int:
    """Return the length of a superset: sets x (its sets one by one + 10 a change) + (sets - 1) x rest + max(rest, 60).

    The rest is that of the last exercise; where another asks for more than 10 seconds, the change after it takes as long.
    """
    given = (exercise.sets.middle for exercise in block.exercises if exercise.sets)
    sets = next(given, _USUAL_SETS[Stage.MAIN])
    last = block.exercises[-1].rest
    rest = _rest_of(block.exercises[-1])
    changes = (max(it.rest.seconds if it.rest else 0, SECONDS_PER_CHANGE) for it in block.exercises[:-1])
    turn = sum(map(set_seconds, block.exercises)) + sum(changes)
    if last and last.is_interval:
        return sets * max(rest, turn) + SHORTEST_WALK
    return sets * turn + (sets - 1) * rest + max(rest, SHORTEST_WALK)


def clock_of(block: Block) -> Clock:
    """Return the times of a circuit of N stations and R rounds.

    A round = N x work + (N - 1) x rest; all = R x round + (R - 1) x round rest; station k of round r starts at
    (r - 1) x (round + round rest) + (k - 1) x (work + rest). Where no time of work is given, a station takes one set of its
    exercise.
    """
    work = [block.work or set_seconds(exercise) for exercise in block.exercises]
    rest = SECONDS_PER_CHANGE if block.rest is None else block.rest
    round_rest = _USUAL_REST if block.round_rest is None else block.round_rest
    rounds = block.rounds or _USUAL_ROUNDS
    one = sum(work) + (len(work) - 1) * rest
    offsets = list(accumulate((seconds + rest for seconds in work[:-1]), initial=0))
    starts = tuple(tuple(number * (one + round_rest) + offset for offset in offsets) for number in range(rounds))
    return Clock(round=one, total=rounds * one + (rounds - 1) * round_rest, starts=starts)


def block_seconds(block: Block) -> int:
    """Return the length of a block: of its exercises one after another, of a superset, of a circuit."""
    match block.kind:
        case BlockKind.SUPERSET:
            return superset_seconds(block)
        case BlockKind.CIRCUIT:
            return clock_of(block).total
        case BlockKind.STRAIGHT | BlockKind.WARM_UP | BlockKind.COOL_DOWN:
            return sum(straight_seconds(exercise, block.kind.stage) for exercise in block.exercises)


def minutes_of(seconds: int) -> int:
    """Return minutes as a block shows them: rounded up."""
    return -(-seconds // 60)


def parts_of(day: Day) -> tuple[Part, ...]:
    """Return a day's blocks by heading: blocks of one stage that follow each other share one, but where they have names."""
    parts: list[Part] = []
    for block in day.blocks:
        stage = block.kind.stage
        if parts and parts[-1].stage is stage and not block.name:
            before = parts.pop()
            parts.append(Part(stage=stage, name=before.name, blocks=(*before.blocks, block)))
        else:
            parts.append(Part(stage=stage, name=block.name, blocks=(block,)))
    return tuple(parts)


def day_seconds(day: Day) -> int:
    """Return the length of a day: the sum of its blocks."""
    return sum(map(block_seconds, day.blocks))


def day_minutes(day: Day) -> int:
    """Return minutes as a day shows them: rounded up to five, up to 15 to one.

    So 7.3 + 22.4 + 2.4 minutes are shown as 8 + 23 + 3 and "about 35": what is rounded to the nearest looks like a mistake.
    """
    minutes = minutes_of(day_seconds(day))
    return minutes if minutes <= EXACT_UP_TO else -(-minutes // 5) * 5


def is_timed(day: Day) -> bool:
    """Tell whether a day is one circuit by the clock, whose length is known rather than estimated."""
    return len(day.blocks) == 1 and day.blocks[0].kind is BlockKind.CIRCUIT and day.blocks[0].work is not None


def dates_of(program: Program, day: Day, week: int) -> tuple[date, ...]:
    """Return the dates of a day in a week from 1 on: start + 7 x (week - 1) + days from the start to each weekday.

    None where the program has no start or the day no weekday.
    """
    if program.start is None:
        return ()
    first = program.start + timedelta(days=_DAYS_OF_WEEK * (week - 1))
    offsets = sorted((weekday.value - program.start.weekday()) % _DAYS_OF_WEEK for weekday in day.weekdays)
    return tuple(first + timedelta(days=offset) for offset in offsets)


def date_of(program: Program, day: Day, week: int) -> date | None:
    """Return the first date of a day in a week, if it has any."""
    return next(iter(dates_of(program, day, week)), None)


def end_of(program: Program) -> date | None:
    """Return the last day of training of the last week; where no day has a weekday, the last day of that week."""
    if program.start is None:
        return None
    dates = [found for day in program.days for found in dates_of(program, day, program.weeks)]
    return max(dates, default=program.start + timedelta(days=_DAYS_OF_WEEK * program.weeks - 1))


def _rest_of(exercise: Prescribed) -> int:
    return _USUAL_REST if exercise.rest is None else exercise.rest.seconds
