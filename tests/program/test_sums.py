"""Times and dates, by numbers: the worked examples of the design, and that what is shown adds up at a glance."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from planned import day, plan, read, with_exercise

from cardgen.program.model import Block, Day, Prescribed, Reps, Rest, Sets, Side, Stage, Weekday
from cardgen.program.quantity import Amount, clock_text
from cardgen.program.sums import (
    block_seconds,
    clock_of,
    date_of,
    day_minutes,
    day_seconds,
    end_of,
    is_timed,
    minutes_of,
    parts_of,
    set_seconds,
    straight_seconds,
)

HINGE_AND_ROW = """\
title: Back-Friendly Strength
start: 2027-01-04
weeks: 8
days:
  - name: Hinge and row
    weekday: Monday
    blocks:
      - kind: warm-up
        exercises:
          - {exercise: Glute Bridge, sets: 2, reps: 12, rest: 30, tempo: 2-1-1-0}
          - {exercise: Side Lying Clam, sets: 2, reps: 10, rest: 30, tempo: 2-0-1-1, side: each}
      - exercises:
          - {exercise: Back Extension, sets: 3, reps: 10, rest: 90, tempo: 3-1-1-0}
      - kind: superset
        exercises:
          - {exercise: Goblet Squat, sets: 3, reps: 8-12, rest: none, tempo: 3-1-1-0}
          - {exercise: Knee Push Up, sets: 3, reps: 8-12, rest: 90, tempo: 2-1-1-0}
      - exercises:
          - {exercise: Seated Row, sets: 3, reps: 10-12, rest: 75, tempo: 2-0-1-1}
      - kind: cool-down
        exercises:
          - {exercise: Dead Hang, sets: 2, reps: 20s, rest: 45}
"""
EIGHT = f"exercises: [{', '.join(f'Station {number}' for number in range(1, 9))}]"
CIRCUIT = f"title: Floor\ncircuit: {{work: 40s, rest: 20s, rounds: 3, round_rest: 1:30, {EIGHT}}}\n"


def circuit(**times):
    keys = ", ".join(f"{key}: {value}" for key, value in times.items())
    return read(f"title: Floor\ncircuit: {{exercises: [Plank, Squat], {keys}}}\n").days[0].blocks[0]


@pytest.mark.parametrize(
    ("values", "seconds"),
    [
        ({"reps": "10", "tempo": "3-1-1-0"}, 50),
        ({"reps": "8-12", "tempo": "2-1-1-0"}, 40),
        ({"reps": "10", "side": "each"}, 80),
        ({"reps": "10", "side": "left"}, 40),
        ({"reps": "AMRAP"}, 48),
        ({"reps": "30s", "tempo": "3-1-1-0"}, 30),
        ({"reps": "20-30s", "side": "each"}, 50),
        ({}, 40),
    ],
)
def test_a_set_is_repetitions_by_tempo_by_sides(values, seconds):
    assert set_seconds(with_exercise(**values)) == seconds


def test_straight_sets_end_with_the_walk_to_the_next_exercise():
    assert straight_seconds(with_exercise(sets=3, reps=10, tempo="3-1-1-0", rest=90)) == 3 * 50 + 2 * 90 + 90
    assert straight_seconds(with_exercise(sets=3, reps=10, rest=0)) == 3 * 40 + 60


def test_what_is_left_out_is_taken_as_usual():
    assert straight_seconds(with_exercise()) == 3 * 40 + 2 * 60 + 60
    assert straight_seconds(with_exercise(), Stage.WARM_UP) == 40 + 60


def test_the_day_of_the_sketch_takes_as_long_as_it_says():
    (monday,) = read(HINGE_AND_ROW).days
    parts = parts_of(monday)
    assert [(part.stage, len(part.blocks), part.seconds, part.minutes) for part in parts] == [
        (Stage.WARM_UP, 1, 436, 8),
        (Stage.MAIN, 3, 1347, 23),
        (Stage.COOL_DOWN, 1, 145, 3),
    ]
    assert [block_seconds(block) for block in parts[1].blocks] == [420, 570, 357]
    assert (day_seconds(monday), day_minutes(monday)) == (1928, 35)


def test_a_superset_of_three_has_two_changes():
    block = (
        read(plan(day("{kind: superset, exercises: [Plank, Squat, {exercise: Row, sets: 2, rest: 90}]}")))
        .days[0]
        .blocks[0]
    )
    assert block_seconds(block) == 2 * (3 * 40 + 2 * 10) + 90 + 90


def test_a_rest_within_a_superset_takes_the_place_of_the_change():
    exercises = "Plank, {exercise: Squat, rest: 25}, {exercise: Row, sets: 2, rest: 90}"
    block = read(plan(day(f"{{kind: superset, exercises: [{exercises}]}}"))).days[0].blocks[0]
    assert block_seconds(block) == 2 * (3 * 40 + 10 + 25) + 90 + 90


def test_the_circuit_of_the_sketch_takes_26_minutes():
    (only,) = read(CIRCUIT).days
    clock = clock_of(only.blocks[0])
    assert (clock_text(clock.round), clock_text(clock.total)) == ("7:40", "26:00")
    assert [clock_text(starts[0]) for starts in clock.starts] == ["0:00", "9:10", "18:20"]
    assert [clock_text(start) for start in clock.starts[2]] == [f"{minute}:20" for minute in range(18, 26)]
    assert block_seconds(only.blocks[0]) == day_seconds(only) == 26 * 60
    assert is_timed(only)


def test_a_circuit_of_repetitions_is_estimated():
    block = circuit(rounds=2, rest=15, round_rest=60)
    assert (clock_of(block).round, clock_of(block).total) == (40 + 15 + 40, 2 * 95 + 60)
    assert clock_of(circuit()).round == 40 + 10 + 40
    assert len(clock_of(circuit()).starts) == 3


def test_named_blocks_have_a_heading_of_their_own():
    (only,) = read(
        plan(day("{name: Strength, exercises: [A]}", "{exercises: [B]}", "{name: Power, exercises: [C]}"))
    ).days
    assert [(part.name, len(part.blocks)) for part in parts_of(only)] == [("Strength", 2), ("Power", 1)]


@pytest.mark.parametrize(("seconds", "minutes"), [(60, 1), (61, 2), (900, 15), (901, 20), (1201, 25), (1500, 25)])
def test_days_over_15_minutes_are_shown_in_steps_of_five(seconds, minutes):
    block = replace(circuit(work=seconds, rest=0, rounds=1), exercises=circuit().exercises[:1])
    assert day_minutes(replace(read(CIRCUIT).days[0], blocks=(block,))) == minutes


PLACE = read(CIRCUIT).location
EXERCISES = st.builds(
    Prescribed,
    exercise=st.just("Plank"),
    sets=st.integers(1, 6).map(lambda count: Sets(low=count, high=count)),
    reps=st.integers(1, 20).map(lambda count: Reps(amounts=(Amount(low=count, high=count),))),
    rest=st.integers(0, 180).map(lambda seconds: Rest(low=seconds, high=seconds)),
    side=st.sampled_from(Side),
    location=st.just(PLACE),
)
BLOCKS = st.builds(
    Block,
    exercises=st.lists(EXERCISES, min_size=1, max_size=5).map(tuple),
    name=st.just("Main"),
    location=st.just(PLACE),
)


@given(st.lists(BLOCKS, min_size=1, max_size=5))
def test_blocks_and_day_as_printed_differ_by_less_than_five_minutes(blocks):
    made = Day(number=1, blocks=tuple(blocks), location=PLACE)
    assert abs(sum(part.minutes for part in parts_of(made)) - day_minutes(made)) < 5


@given(st.lists(BLOCKS, min_size=1, max_size=5))
def test_a_day_is_never_shown_shorter_than_it_is(blocks):
    made = Day(number=1, blocks=tuple(blocks), location=PLACE)
    assert day_minutes(made) >= minutes_of(day_seconds(made))


def test_dates_count_from_the_start():
    program = read(HINGE_AND_ROW)
    (monday,) = program.days
    assert [date_of(program, monday, week) for week in (1, 2, 8)] == [
        date(2027, 1, 4),
        date(2027, 1, 11),
        date(2027, 2, 22),
    ]
    assert end_of(program) == date(2027, 2, 22)


def test_a_week_that_begins_on_a_wednesday_ends_with_its_tuesday():
    program = replace(read(HINGE_AND_ROW), start=date(2027, 1, 6))
    wednesday, monday = (replace(program.days[0], weekdays=(it,)) for it in (Weekday.WEDNESDAY, Weekday.MONDAY))
    program = replace(program, days=(wednesday, monday))
    assert (date_of(program, wednesday, 1), date_of(program, monday, 1)) == (date(2027, 1, 6), date(2027, 1, 11))
    assert end_of(program) == date(2027, 3, 1)


def test_without_weekday_or_start_there_is_no_date():
    program = read(HINGE_AND_ROW)
    anyday = replace(program.days[0], weekdays=())
    assert date_of(program, anyday, 1) is None
    assert end_of(replace(program, days=(anyday,))) == date(2027, 2, 28)
    assert end_of(replace(program, start=None)) is None
