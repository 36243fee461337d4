"""The page of a day: its times against numbers worked out by hand, its brackets, what the trainer says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardgen.bundle.booklet import leaf_of
from cardgen.bundle.program import days
from cardgen.layout.program.model import Part
from cardgen.program.model import Sets, Side, Weekday
from tests.bundle.program.made import asked, block, card_settings, day, guide, plan, program

LEAF = leaf_of("Harbour Plan", card_settings())


def page(*blocks, known=None, plan_of=None, leaf=LEAF, **changes):
    """The page of a day of these blocks."""
    made = program(day(1, *blocks, **changes))
    return days.page_of(made.days[0], plan(made, known=known or {}, **(plan_of or {})), leaf)


def rows(made):
    return [row for part in made.blocks for group in part.groups for row in group.rows]


@pytest.mark.parametrize(
    ("values", "seconds"),
    [
        # 3 x 10 reps x 5 s = 150; rests 2 x 90; the last rest is the walk on: 90
        ({"sets": 3, "reps": "8-12", "tempo": "3-1-1-0", "rest": "90"}, 3 * 50 + 2 * 90 + 90),
        # 4 s a repetition where no tempo is given; a rest under a minute does not shorten the walk
        ({"sets": 2, "reps": "10", "rest": "30"}, 2 * 40 + 30 + 60),
        ({"sets": 2, "reps": "10", "rest": "30", "side": Side.EACH}, 2 * 80 + 30 + 60),
        ({"sets": 2, "reps": "10", "rest": "30", "side": Side.LEFT}, 2 * 40 + 30 + 60),
        ({"sets": 2, "reps": "20-30s", "tempo": "3-1-1-0", "rest": "45"}, 2 * 25 + 45 + 60),
        ({"sets": 1, "reps": "AMRAP", "tempo": "2-0-X-0", "rest": "120"}, 12 * 3 + 120),
        # what is left out is taken as usual: 3 sets of 10, a minute of rest
        ({}, 3 * 40 + 2 * 60 + 60),
    ],
)
def test_working_time_is_that_of_the_formula(values, seconds):
    (part,) = page(block(asked("Anchor", **values))).blocks
    assert part.minutes == f"{-(-seconds // 60)} min"


def test_a_superset_takes_its_sets_in_turn_and_rests_once():
    pair = block(
        asked("Anchor", sets=3, reps="10", rest="0", tempo="3-1-1-0"), asked("Bow", sets=3, reps="30s", rest="75"), kind="superset"
    )  # fmt: skip
    (part,) = page(pair).blocks
    assert part.minutes == "9 min"  # 3 x (50 + 10 + 30) + 2 x 75 + 75 seconds


def test_a_circuit_takes_what_the_clock_says():
    floor = block("Anchor", "Bow", "Cleat", kind="circuit", work=40, rest=20, rounds=3, round_rest=90)
    made = page(floor)
    assert made.summary == ("3 exercises, ", "11 minutes")


def test_the_times_of_a_day_add_up_at_a_glance():
    made = page(
        block(asked("Anchor", sets=2, reps="12", rest="30", tempo="2-1-1-0"), kind="warm-up"),
        block(asked("Bow", sets=3, reps="10", rest="90", tempo="3-1-1-0")),
        block(asked("Cleat", sets=2, reps="20s", rest="45"), kind="cool-down"),
    )
    # 2 x 48 + 30 + 60 = 186; 150 + 180 + 90 = 420; 40 + 45 + 60 = 145: 751 s are 12.5 min
    assert [(part.heading, part.part, part.minutes) for part in made.blocks] == [
        ("Warm-up", Part.WARM_UP, "4 min"),
        ("Main work", Part.MAIN, "7 min"),
        ("Cool-down", Part.COOL_DOWN, "3 min"),
    ]
    assert made.summary == ("3 exercises, about ", "13 minutes")


def test_over_a_quarter_of_an_hour_a_day_is_rounded_up_to_five():
    made = page(
        block(*(asked(name, sets=3, reps="10", rest="90", tempo="3-1-1-0") for name in ("Anchor", "Bow", "Ebb")))
    )
    assert made.summary == ("3 exercises, about ", "25 minutes")  # 3 x 420 s are 21 minutes


def test_a_row_says_all_that_is_prescribed_and_where_its_card_and_log_are():
    exercise = asked("Anchor", sets=3, reps="8-12", load="[20, 22.5] kg", rest="90", tempo="3-1-1-0", side=Side.EACH)
    names = [block(it) for it in ("Bow", "Cleat", "Ebb")]
    first = rows(page(block(exercise), *names, known={"Anchor": guide("Anchor", "Lever Machine")}))[0]
    assert (first.order, first.name.text, first.equipment) == ("1", "Anchor", "Lever Machine")
    assert (first.work, first.side, first.load, first.unit) == ("3 × 8–12", "each side", "20 → 22.5 kg", "kg")
    assert (first.rest, first.tempo, first.page, first.log) == ("1:30 min", "3-1-1-0", 10, 50)


def test_cards_and_logs_that_are_not_there_are_not_led_to():
    (row,) = rows(page(block("Anchor"), plan_of={"cards": 10, "logs": {}}))
    assert row.log == 0


def test_exercises_in_turn_share_a_number_and_a_bracket():
    made = page(
        block("Anchor", "Bow"),
        block("Cleat", "Ebb", kind="superset"),
        block("Jib", "Keel", "Quay", kind="circuit", rounds=2),
        block("Inlet", kind="cool-down"),
    )
    groups = [group for part in made.blocks for group in part.groups]
    assert [[row.order for row in group.rows] for group in groups] == [
        ["1"],
        ["2"],
        ["3a", "3b"],
        ["4a", "4b", "4c"],
        ["5"],
    ]
    assert [bool(group.hint) for group in groups] == [False, False, True, True, False]
    assert [row.page for group in groups for row in group.rows] == list(range(10, 18))


def hint(*exercises, **changes):
    (group,) = page(block(*exercises, **changes)).blocks[0].groups
    return group.hint


def test_a_superset_says_how_it_is_done():
    rested = asked("Bow", rest="75")
    assert hint("Anchor", rested, kind="superset") == "Superset: 1a, then 1b without a break, then rest 75 s."
    assert hint("Anchor", "Ebb", rested, kind="superset").startswith("Superset: 1a, then 1b, then 1c without a break")
    assert hint("Anchor", "Bow", kind="superset") == "Superset: 1a, then 1b without a break."
    broken = hint(asked("Anchor", rest="90"), asked("Bow", rest="0"), kind="superset")
    assert broken == "Superset: 1a, rest 1:30 min, then 1b."


def test_a_circuit_says_its_rounds_and_times():
    full = {"rounds": 3, "work": 40, "rest": 20, "round_rest": 90}
    assert (
        hint("Anchor", "Bow", kind="circuit", **full)
        == "Circuit: 3 rounds, 40 s work, 20 s between stations, 1:30 min between rounds."
    )
    assert hint("Anchor", "Bow", kind="circuit", rounds=1) == "Circuit: 1 round."


def test_a_circuit_of_which_no_more_is_said_leaves_its_rounds_to_the_pen():
    assert hint("Anchor", "Bow", kind="circuit") == "Circuit: one station after another, __ rounds."


def test_a_day_without_a_name_is_called_by_its_number_under_the_program():
    plain, named = page(block("Anchor")), page(block("Anchor"), name="Hinge", weekday=Weekday.MONDAY)
    assert (plain.eyebrow, plain.title, plain.weekday, plain.number) == ("Harbour Plan", "Day 1", "", "1")
    assert (named.eyebrow, named.title, named.weekday) == ("Day 1", "Hinge", "Mon")


def test_the_trainer_is_heard_of_the_day_and_of_each_block():
    made = page(
        block("Anchor", kind="warm-up", note="Walk first."),
        block("Bow", "Cleat", note="Breathe."),
        block("Ebb", note="Alone."),
        block("Jib", name="The last part", note="Enjoy."),
        note="Eat before.",
    )
    assert [(it.lead, it.text) for it in made.remarks] == [
        ("Note:", "Eat before."),
        ("Warm-up:", "Walk first."),
        ("2 to 3:", "Breathe."),
        ("4:", "Alone."),
        ("The last part:", "Enjoy."),
    ]


def test_a_day_of_three_exercises_is_written_down_on_its_own_page():
    few = [asked(name, sets=1, reps="5") for name in ("Anchor", "Bow", "Ebb")]
    short, long = page(block(*few)), page(block(*few, asked("Jib", sets=1, reps="5")))
    assert [group.exercises[0].name.text for group in short.log.groups] == ["Anchor", "Bow", "Ebb"]
    assert long.log is None
    assert page(block("Anchor"), plan_of={"logs": {}}).log is None


def test_a_short_day_whose_page_has_no_room_for_it_has_its_log_elsewhere():
    heavy = [asked(name, sets=10, reps="5") for name in ("Anchor", "Bow", "Ebb")]
    assert page(block(*heavy)).log is None
    assert page(block(replace(heavy[0], sets=Sets(low=2, high=2)))).log is not None
