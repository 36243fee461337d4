"""What a log asks to be written down: in which unit a load is planned, how long a station lasts, how long a day."""

from __future__ import annotations

import pytest

from cardgen.bundle.booklet import leaf_of
from cardgen.bundle.program.days import page_of
from cardgen.bundle.program.front import cover_of
from cardgen.bundle.program.logs import log_of
from cardgen.bundle.program.parts import Plan, ask
from cardgen.bundle.program.words import work_text
from cardgen.pipeline.settings import CardSettings
from cardgen.program.resolve import names_of, resolve
from cardgen.values.stock import parse_sheet
from cardgen.words import english
from tests.program import planned


def plan_of(*blocks, days=1):
    listed = (planned.day(*blocks, name=f"Day {'ABC'[at]}") for at in range(days))
    program = planned.read(planned.plan(*listed))
    found = ask(program, resolve(program, names_of(planned.guides())))
    return Plan(program=program, words=english(), asked=found, cards=(), days={day.number: 3 for day in program.days})


def straight(*exercises):
    return f"{{exercises: [{', '.join(exercises)}]}}"


def circuit(*exercises, work="work: 30s, "):
    return f"{{kind: circuit, {work}rest: 15s, rounds: 2, exercises: [{', '.join(exercises)}]}}"


KILOGRAMS = "{exercise: Plank, sets: 2, load: 10 kg}"
POUNDS = "{exercise: Push Up, sets: 2, load: '[45, 50] lb by week'}"


def logged(plan, day=1):
    log = log_of(plan.program.days[day - 1], plan)
    return log, [it for group in log.groups for it in group.exercises]


def test_one_unit_is_said_in_the_head_alone():
    _, (first,) = logged(plan_of(straight(KILOGRAMS)))
    assert not any("kg" in line for line in first.lines)


@pytest.mark.parametrize(
    ("load", "asks"),
    [("body weight", False), ("light band", False), ("RPE 8", True)],
)
def test_a_load_is_written_down_where_it_is_found_out_on_the_day(load, asks):
    log, _ = logged(plan_of(straight(f"{{exercise: Plank, load: {load}}}")))
    assert log.introduction.endswith("Weights in the tinted row, reps below.") is asks


def test_a_load_left_open_is_written_down_and_none_of_a_body():
    assert logged(plan_of(straight("Plank")))[0].introduction == "Write your reps in each box."
    assert logged(plan_of(straight("Pallof Press")))[0].introduction.endswith("Weights in the tinted row, reps below.")


def test_the_time_at_a_station_stands_beside_its_boxes():
    _, (first, second) = logged(plan_of(circuit("Plank", "{exercise: Push Up, reps: 12}")))
    assert first.lines == ("30 s", "15 s rest")
    assert second.lines == ("12 reps", "15 s rest")
    _, (first, _) = logged(plan_of(circuit("Plank", "Push Up", work="")))
    assert first.lines == ("15 s rest",)


def test_sides_in_turn_share_the_time_at_a_station():
    plan = plan_of(circuit("{exercise: Plank, side: each}", "{exercise: Push Up, side: left}"))
    assert [work_text(it.exercise, it.block) for it in plan.asked] == ["15 s", "30 s"]


@pytest.mark.parametrize(
    ("days", "block", "said"),
    [
        (1, straight("{exercise: Plank, sets: 1, reps: 30s}"), "about 2 minutes a day"),
        (1, circuit("Plank", "Push Up"), "4 minutes a day"),
        (2, straight("{exercise: Plank, sets: 1, reps: 30s}"), "about 5 minutes a day"),
    ],
)
def test_the_cover_has_the_minutes_that_the_only_day_has(days, block, said):
    assert cover_of(plan_of(block, days=days)).facts[0] == said


@pytest.mark.parametrize(
    ("rests", "said"),
    [
        ((0, 0, 90), "1a, then 1b, then 1c without a break, then rest 1:30 min."),
        ((15, 15, 90), "1a, rest 15 s, then 1b, rest 15 s, then 1c, then rest 1:30 min."),
        ((0, 15, 0), "1a, then 1b, rest 15 s, then 1c."),
    ],
)
def test_a_superset_has_no_break_but_where_an_exercise_asks_for_rest(rests, said):
    names = zip(("Plank", "Push Up", "Pallof Press"), rests, strict=True)
    listed = ", ".join(f"{{exercise: {name}, sets: 2, rest: {rest}}}" for name, rest in names)
    plan = plan_of(f"{{kind: superset, exercises: [{listed}]}}")
    (block,) = page_of(plan.program.days[0], plan, leaf_of("Back", CardSettings(sheet=parse_sheet("a5")))).blocks
    assert block.groups[0].hint == f"Superset: {said}"
