"""The grids to write in: a box for each set of each week, the planned load small in it."""

from __future__ import annotations

from datetime import date

import pytest

from cardgen.bundle.program.logs import USUAL_SETS, log_of
from cardgen.program.model import Record, Side, Weekday
from tests.bundle.program.made import asked, block, day, plan, program


def log(*blocks, weeks=4, start=None, pages=None, **changes):
    made = program(day(1, *blocks, **changes), weeks=weeks, start=start)
    return log_of(made.days[0], plan(made, **(pages or {})))


def exercise(*blocks, **changes):
    """The only exercise of a log."""
    ((found,),) = [group.exercises for group in log(*blocks, **changes).groups]
    return found


def test_the_weight_of_each_week_is_planned_in_a_row_of_its_own():
    found = exercise(block(asked("Anchor", sets=3, load="[40, 42.5, 45] kg")), weeks=5)
    assert found.weights == ("40", "42.5", "45", "45", "45")
    assert found.planned == (("",) * 5,) * 3


@pytest.mark.parametrize("load", ["RPE 8", "RIR 2", "70 %"])
def test_a_weight_that_is_open_has_a_row_to_write_in(load):
    found = exercise(block(asked("Anchor", sets=3, load=load)))
    assert found.weights == ("",) * 4


def test_the_program_chooses_what_is_written_down():
    usual = log(block("Anchor"))
    assert (len(usual.groups), usual.marks, usual.scale) == (1, ("Effort, 1 to 10",), None)
    made = program(day(1, block("Anchor")), records=(Record.PAIN, Record.WEIGHT))
    found = log_of(made.days[0], plan(made))
    assert (found.groups, found.marks) == ((), ("Pain, 0 to 10", "Body weight, kg"))
    assert found.scale == ("no pain", "as bad as can be")


@pytest.mark.parametrize("weeks", [1, 8, 52])
@pytest.mark.parametrize("sets", [1, 4, 10])
def test_there_is_a_box_for_each_week_and_set(sets, weeks):
    found = exercise(block(asked("Anchor", sets=sets)), weeks=weeks)
    assert [len(row) for row in found.planned] == [weeks] * sets
    assert len(log(block("Anchor"), weeks=weeks).weeks) == weeks


def test_sets_left_to_the_pen_have_three_rows_and_those_of_a_circuit_are_its_rounds():
    assert len(exercise(block("Anchor")).planned) == USUAL_SETS == 3
    rounds = log(block("Anchor", "Bow", kind="circuit", rounds=5))
    assert [len(group.exercises[0].planned) for group in rounds.groups] == [5, 5]


def test_what_is_the_same_every_week_and_no_weight_is_said_beside_the_boxes():
    assert exercise(block(asked("Anchor", sets=1, reps="8-12", load="RPE 8", rest="90"))).lines == (
        "8–12 reps",
        "RPE 8",
        "1:30 min rest",
    )
    weighed = exercise(block(asked("Anchor", sets=1, reps="30s", load="20 kg", rest="0")))
    assert weighed.lines == ("30 s", "no rest")
    assert (weighed.weights, weighed.planned) == (("20",) * 4, (("",) * 4,))
    assert exercise(block("Anchor")).lines == ()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"load": "band"}, "Write your reps in each box."),
        ({"load": "RPE 8"}, "Weights in the tinted row, reps below."),
        ({"reps": "30s", "load": "body weight"}, "Write your seconds in each box."),
        ({"reps": "10", "load": "20 kg"}, "Weights in the tinted row (the plan is in its corner), reps below."),
        ({"reps": "10", "load": "20/30 kg"}, "Write your reps in each box. Small print: planned load in kg."),
        ({"reps": "10", "load": "[6, 7] RPE"}, "Weights in the tinted row, reps below. Small print: planned load."),
    ],
)
def test_the_introduction_says_what_is_counted_and_what_the_small_print_is(values, words):
    assert log(block(asked("Anchor", **values))).introduction == words


def test_where_some_are_held_and_some_are_counted_both_are_said():
    found = log(block(asked("Anchor", reps="30s"), asked("Bow", reps="10", load="20 kg")))
    assert found.introduction.endswith("reps or seconds below.")
    assert found.hint == "your reps or seconds"


def test_main_work_is_written_down_and_the_rest_is_ticked():
    found = log(block("Anchor", kind="warm-up"), block("Bow"), block("Cleat", kind="cool-down"))
    assert [it.name.text for group in found.groups for it in group.exercises] == ["Bow"]
    assert [it.order for group in found.groups for it in group.exercises] == ["2"]
    assert (found.before, found.after) == (("Warm-up done",), ("Cool-down done",))
    plain = log(block("Bow"))
    assert (plain.before, plain.after) == ((), ())


def test_a_warm_up_does_not_change_what_is_said_of_the_main_work():
    assert (
        log(block(asked("Anchor", reps="30s", load="20 kg"), kind="warm-up"), block(asked("Bow", reps="10"))).hint
        == "your reps"
    )


def test_a_superset_stays_together_and_stations_may_part():
    found = log(block("Anchor", "Bow", kind="superset"), block("Cleat", "Ebb", kind="circuit"), block("Jib"))
    assert [[it.order for it in group.exercises] for group in found.groups] == [["1a", "1b"], ["2a"], ["2b"], ["3"]]


def test_each_exercise_leads_to_its_card_and_the_log_to_its_day():
    found = log(block("Anchor", "Bow"))
    assert [group.exercises[0].page for group in found.groups] == [10, 11]
    assert found.page == 4
    alone = log(block("Anchor", "Bow"), pages={"days": {}, "week": 0, "cards": 0})
    assert alone.page == 0


def test_columns_bear_the_dates_of_this_very_day():
    found = log(block("Anchor"), weekday=Weekday.WEDNESDAY, start=date(2027, 1, 4), weeks=2)
    assert [(it.day, it.month) for it in found.weeks] == [("6", "Jan"), ("13", "Jan")]
    assert (found.title, found.weekday) == ("Wednesday", "Wed")


def test_a_log_says_which_side_is_meant():
    sides = (
        asked("Anchor", sets=1, reps="8", side=Side.EACH),
        asked("Anchor", sets=1, reps="30s", side=Side.LEFT),
        asked("Anchor", side=Side.EACH),
    )
    assert [exercise(block(one)).lines[0] for one in sides] == ["8 reps each side", "30 s left side", "each side"]
