"""Sets, loads, rests and days as they are printed."""

from __future__ import annotations

from datetime import date

import pytest

from cardgen.bundle.program.words import (
    chip_of,
    heads_of,
    load_text,
    long_date,
    minutes_of,
    planned,
    rest_text,
    title_of,
    unit_of,
    weekday_title,
    weights_of,
    work_text,
)
from cardgen.program.model import Weekday
from cardgen.words import english
from tests.bundle.program.made import asked, block, day, guide, program


def work(kind="straight", *, seconds=None, **values):
    exercise = asked("Anchor", **values)
    return work_text(exercise, block(exercise, "Bow", kind=kind, work=seconds))


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ({"sets": 3, "reps": "8-12"}, "3 × 8–12"),
        ({"sets": 1, "reps": "10"}, "1 × 10"),
        ({"sets": 3, "reps": "30s"}, "3 × 30 s"),
        ({"sets": 2, "reps": "20-30s"}, "2 × 20–30 s"),
        ({"sets": 4, "reps": "AMRAP"}, "4 × AMRAP"),
        ({"sets": 3}, "3 × __"),
        ({"reps": "8-12"}, "__ × 8–12"),
        ({}, "__ × __"),
    ],
)
def test_sets_and_reps_are_printed_and_what_is_left_out_is_for_the_pen(values, printed):
    assert work(**values) == printed
    assert work("superset", **values) == printed


def test_a_warm_up_without_sets_is_done_once_and_does_not_say_so():
    assert work("warm-up", reps="30s") == "30 s"
    assert work("cool-down", reps="10") == "10"
    assert work("warm-up", sets=2, reps="10") == "2 × 10"
    assert work("warm-up") == "__ × __"


def test_a_station_says_what_is_done_there_or_for_how_long():
    assert work("circuit", reps="12", seconds=40) == "12"
    assert work("circuit", seconds=40) == "40 s"
    assert work("circuit", seconds=150) == "2:30 min"
    assert work("circuit") == "__"


def load(text=None, equipment="Barbell", kind="straight"):
    exercise = asked("Anchor", **({"load": text} if text else {}))
    return load_text(exercise, guide("Anchor", equipment), block(exercise, kind=kind))


def test_a_load_spans_all_weeks():
    assert load("40 kg") == "40 kg"
    assert load("[40, 42.5, 45] kg") == "40 → 45 kg"
    assert load("[40, 45, 40] kg") == "40–45 kg"
    assert load("RPE 7-8") == "RPE 7–8"
    assert load("70 %") == "70 %"
    assert load("light band", equipment="Bodyweight") == "light band"


def test_a_load_that_is_left_out_is_a_box_but_for_what_bears_no_weights():
    assert load() is None
    assert load(equipment="Bodyweight") == ""
    assert load(equipment="BODY WEIGHT") == ""
    assert load(equipment="") == ""
    assert load(kind="warm-up") == ""
    assert load(kind="circuit") is None


def test_rest_is_that_of_the_exercise_or_of_its_circuit():
    made = asked("Anchor", rest="90")
    assert rest_text(made, block(made), english()) == "1:30 min"
    assert rest_text(asked("Anchor", rest="0"), block("Bow"), english()) == "none"
    assert rest_text(asked("Anchor", rest="150"), block("Bow"), english()) == "2:30 min"
    assert rest_text(asked("Anchor"), block("Bow"), english()) == ""
    assert rest_text(asked("Anchor"), block("Bow", "Cleat", kind="circuit", rest=20), english()) == "20 s"


def test_boxes_are_for_kilograms_unless_the_program_has_pounds():
    assert unit_of(None, program("Anchor")) == "kg"
    assert unit_of(None, program(day(1, block("Anchor", asked("Bow", load="90 lb"))))) == "lb"
    assert unit_of(None, program(day(1, block(asked("Bow", load="70 %"))))) == "kg"


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("40 kg", ["", "", ""]),
        ("[40, 42.5] kg", ["", "", ""]),
        ("[60, 70, 70] %", ["60 %", "70 %", "70 %"]),
        ("[7, 8, 9] RPE", ["RPE 7", "RPE 8", "RPE 9"]),
        ("RPE 8", ["", "", ""]),
        ("body weight", ["", "", ""]),
        ("light band", ["", "", ""]),
    ],
)
def test_a_load_that_changes_and_is_no_weight_is_small_print_in_the_boxes(text, weeks):
    assert [planned(asked("Anchor", load=text), week, 1) for week in (1, 2, 3)] == weeks


@pytest.mark.parametrize(
    ("load", "weeks"),
    [
        ("40 kg", ("40", "40", "40")),
        ("[40, 42.5] kg", ("40", "42.5", "42.5")),
        ("RPE 8", ("", "", "")),
        ("[60, 70, 70] %", ("", "", "")),
        ("40/50/60 kg", ()),
        ("light band", ()),
        ("body weight", ()),
    ],
)
def test_a_weight_is_planned_for_each_week_or_open_or_there_is_none(load, weeks):
    exercise = asked("Anchor", load=load) if load else asked("Anchor")
    assert weights_of(exercise, guide("Anchor"), block(exercise), 3) == weeks


def test_what_differs_from_set_to_set_is_planned_for_each():
    pyramid = asked("Anchor", reps="12/10/8", load="40/50/60 kg")
    assert [planned(pyramid, 2, number) for number in (1, 2, 3)] == ["12 × 40", "10 × 50", "8 × 60"]
    waves = asked("Anchor", sets=3, reps="12/10/8 by week", load="[40, 50, 60] kg")
    assert [planned(waves, week, 1) for week in (1, 2, 3, 4)] == ["12", "10", "8", "8"]
    assert planned(waves, 2, 2) == ""


def test_without_a_load_nothing_is_planned():
    assert planned(asked("Anchor", reps="10"), 1, 1) == ""


def test_a_day_is_called_by_its_name_that_of_its_only_block_or_its_number():
    assert title_of(day(2, block("Anchor"), name="Hinge"), english()) == "Hinge"
    assert title_of(day(2, block("Anchor", name="The floor")), english()) == "The floor"
    assert title_of(day(2, block("Anchor", name="The floor"), block("Bow")), english()) == "Day 2"
    assert title_of(day(2, block("Anchor")), english()) == "Day 2"


def test_the_weekday_stands_before_the_name_unless_it_is_in_it():
    monday = Weekday.MONDAY
    assert weekday_title(day(1, block("Anchor"), name="Hinge", weekday=monday), english()) == "Monday: Hinge"
    assert weekday_title(day(1, block("Anchor"), name="Easy monday", weekday=monday), english()) == "Easy monday"
    assert weekday_title(day(1, block("Anchor"), weekday=monday), english()) == "Monday"
    assert weekday_title(day(1, block("Anchor"), name="Hinge"), english()) == "Hinge"
    assert chip_of(day(1, block("Anchor"), weekday=monday), english()) == "Mon"
    assert chip_of(day(4, block("Anchor"), name="Hinge"), english()) == "Day 4"


def test_dates_are_written_out_in_english():
    assert long_date(date(2027, 1, 4), english()) == "4 January 2027"
    assert long_date(date(2028, 12, 31), english()) == "31 December 2028"


def test_weeks_bear_the_date_of_their_day():
    friday = day(1, block("Anchor"), weekday=Weekday.FRIDAY)
    made = program(friday, weeks=3, start=date(2027, 1, 20))  # a Wednesday
    assert [(it.number, it.day, it.month) for it in heads_of(made, english(), friday)] == [
        ("1", "22", "Jan"),
        ("2", "29", "Jan"),
        ("3", "5", "Feb"),
    ]
    assert [(it.day, it.month) for it in heads_of(made, english())] == [("20", "Jan"), ("27", "Jan"), ("3", "Feb")]


def test_without_a_start_or_a_weekday_weeks_have_numbers_alone():
    plain, friday = day(1, block("Anchor")), day(1, block("Anchor"), weekday=Weekday.FRIDAY)
    for made, it in ((program(friday, weeks=2), friday), (program(plain, weeks=2, start=date(2027, 1, 4)), plain)):
        assert [(head.number, head.day) for head in heads_of(made, english(), it)] == [("1", ""), ("2", "")]


def test_an_estimate_is_rounded_and_a_clock_is_not():
    # 3 rounds of two stations: 40 + 20 + 40 = 100 s; 3 x 100 + 2 x 90 = 480 s; 7 rounds: 7 x 100 + 6 x 90 = 1240 s
    clocked = {"kind": "circuit", "work": 40, "rest": 20, "round_rest": 90}
    assert minutes_of(day(1, block("Anchor", "Bow", rounds=3, **clocked))) == 8
    assert minutes_of(day(1, block("Anchor", "Bow", rounds=7, **clocked))) == 21
    # the same with a minute of straight sets beside it is an estimate: 1240 + 100 s = 22.3 min
    straight = block(asked("Cleat", sets=1, reps="10", rest="60"))
    assert minutes_of(day(1, block("Anchor", "Bow", rounds=7, **clocked), straight)) == 25
    assert minutes_of(day(1, block(asked("Anchor", sets=1, reps="1s", rest="0")))) == 2
