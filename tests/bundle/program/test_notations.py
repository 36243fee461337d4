"""The notations of trainers on paper: what a day, a card, a log and the page before them say of each."""

from __future__ import annotations

from datetime import date

import pytest

from cardgen.bundle.booklet import leaf_of
from cardgen.bundle.program.cards import prescription_of
from cardgen.bundle.program.days import page_of
from cardgen.bundle.program.front import cover_of, how_to_use
from cardgen.bundle.program.logs import log_of
from cardgen.bundle.program.week import week_of
from cardgen.bundle.program.words import is_free_of_load, work_text
from cardgen.layout.program.model import TrainingDay
from cardgen.program.model import Often, Weekday
from tests.bundle.program.made import asked, block, booklet, card_settings, day, plan, program, read

TRIPLE = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)


def row_of(exercise):
    made = program(day(1, block(exercise)))
    ((only,),) = [
        group.rows
        for part in page_of(made.days[0], plan(made), leaf_of("x", card_settings())).blocks
        for group in part.groups
    ]
    return only


@pytest.mark.parametrize(
    ("values", "work"),
    [
        ({"sets": "3-4", "reps": "5+"}, "3–4 × 5+"),
        ({"sets": 3, "reps": "12/10/8"}, "12/10/8"),
        ({"sets": 3, "reps": "40 m"}, "3 × 40 m"),
        ({"sets": 1, "reps": "20 min"}, "1 × 20 min"),
        ({"sets": 4, "reps": "12/8 by week"}, "4 × 12 → 8"),
    ],
)
def test_a_day_says_how_long_sets_are(values, work):
    exercise = asked("Anchor", **values)
    assert work_text(exercise, block(exercise)) == work == row_of(exercise).work


def test_what_has_no_column_stands_under_the_work_and_before_the_remark():
    exercise = asked(
        "Anchor",
        sets="2 warm-up + 3",
        reps="10 drop set",
        hold="5s",
        rest="as needed",
        often=Often(text="2 × a day", a_week=7),
        note="Breathe on",
    )
    assert row_of(exercise).side == "hold 5 s, drop set, 2 warm-up sets before, 2 × a day, rest as needed"
    made = program(day(1, block(exercise)))
    plan_ = plan(made)
    found = prescription_of(plan_.asked[0].guide, plan_)
    assert found.note.text == "Hold 5 s, drop set, 2 warm-up sets before, 2 × a day. Breathe on"
    assert found.rows[0].rest == "as needed"


def test_sets_that_begin_every_minute_say_so():
    assert row_of(asked("Anchor", sets=10, reps="3", rest="EMOM")).rest == "every 60 s"
    made = program(day(1, block("Anchor", asked("Bow", rest="E2MOM"), kind="superset")))
    (part,) = page_of(made.days[0], plan(made), leaf_of("x", card_settings())).blocks
    assert part.groups[0].hint == "Superset: 1a, then 1b without a break, a turn every 2 min."


def test_a_log_has_a_column_for_every_day_of_the_week_on_which_it_is_done():
    made = program(
        day(1, block(asked("Anchor", sets=2, load="[40, 45] kg")), weekdays=TRIPLE, name="Heavy"),
        weeks=2,
        start=date(2027, 1, 4),
    )
    log = log_of(made.days[0], plan(made))
    assert [(it.number, it.day) for it in log.weeks] == [
        ("1", "4"),
        ("1", "6"),
        ("1", "8"),
        ("2", "11"),
        ("2", "13"),
        ("2", "15"),
    ]
    assert log.groups[0].exercises[0].weights == ("40", "40", "40", "45", "45", "45")
    assert (log.title, log.weekday) == ("Mon, Wed and Fri: Heavy", "")


def test_the_first_week_counts_from_the_day_on_which_the_program_starts():
    made = program(day(1, block("Anchor"), weekdays=TRIPLE), weeks=1, start=date(2027, 1, 6))
    assert [it.day for it in log_of(made.days[0], plan(made)).weeks] == ["6", "8", "11"]


def test_a_log_of_sets_has_what_is_planned_for_each_of_them():
    made = program(day(1, block(asked("Anchor", reps="12/10/8", load="40/50/60 kg"))), weeks=1)
    log = log_of(made.days[0], plan(made))
    assert log.groups[0].exercises[0].planned == (("12 × 40",), ("10 × 50",), ("8 × 60",))
    assert log.introduction == "Write your reps in each box. Small print: planned reps × load in kg."


def test_words_that_all_loads_share_are_said_once():
    made = program(day(1, block(asked("Anchor", sets=1, reps="400 m", load="[yellow, red] Theraband"))), weeks=2)
    log = log_of(made.days[0], plan(made))
    assert log.groups[0].exercises[0].planned == (("yellow", "red"),)
    assert "Theraband" in log.groups[0].exercises[0].lines
    assert log.introduction == "Write your distance in each box. Small print: planned load."


def test_a_day_on_several_days_of_the_week_stands_on_each_and_has_one_page():
    made = program(day(1, block("Anchor"), weekdays=TRIPLE), day(2, block("Bow"), weekday=Weekday.SUNDAY))
    week = [it for it in week_of(plan(made)).days if isinstance(it, TrainingDay)]
    assert [(it.weekday, it.page, it.times) for it in week] == [
        ("Mon", 4, 1),
        ("Wed", 4, 1),
        ("Fri", 4, 1),
        ("Sun", 5, 1),
    ]
    assert cover_of(plan(made)).eyebrow.endswith("4 days a week")


def test_a_day_that_is_done_several_times_is_ticked_as_often():
    made = program(day(1, block("Anchor"), often=Often(text="3 × a week", a_week=3)), day(2, block("Bow")))
    week = week_of(plan(made)).days
    assert [(it.title, it.times) for it in week] == [("Day 1, 3 × a week", 3), ("Day 2", 1)]


def test_every_day_is_called_so():
    made = program(day(1, block("Anchor"), weekdays=tuple(Weekday)), weeks=1)
    plan_ = plan(made)
    assert prescription_of(plan_.asked[0].guide, plan_).rows[0].day == "Daily"
    assert len(log_of(made.days[0], plan_).weeks) == 7


def test_few_notations_are_explained_the_least_known_first():
    made = program(
        day(
            1,
            block(
                asked("Anchor", reps="AMRAP", load="RIR 2"),
                asked("Bow", sets=3, reps="12/10/8", rest="EMOM"),
                asked("Cleat", reps="5+"),
            ),
        )
    )
    told = how_to_use(plan(made)).notations
    assert ("AMRAP", "all good reps you can") in told
    assert [written for written, _ in told if written in ("12/10/8", "5+")] == ["12/10/8", "5+"]
    assert how_to_use(plan(program("Anchor Bow"))).notations == ()


@pytest.mark.parametrize(
    "equipment",
    [
        "Mat",
        "Yoga mat",
        "Chair",
        "mat, chair",
        "Chair and wall",
        "Foam roller",
        "Bodyweight",
        "Matte",
        "Stuhl",
        "Pull-up bar",
        "",
    ],
)
def test_nobody_puts_weights_on_a_mat_a_chair_or_a_wall(equipment):
    assert is_free_of_load(equipment)


@pytest.mark.parametrize(
    "equipment", ["Barbell", "Band", "Dumbbell, bench", "Trap bar", "EZ curl bar", "Medicine ball", "Kettlebell"]
)
def test_a_load_is_asked_for_where_there_may_be_one(equipment):
    assert not is_free_of_load(equipment)


def test_a_booklet_of_all_of_them_stands_on_its_pages():
    made = program(
        day(
            1,
            block(
                asked("Anchor", sets="2 warm-up + 3", reps="12/10/8", load="60/70/80 kg", rest="2-3 min", tempo="3-1-3")
            ),
            block(
                asked("Bow", sets=3, reps="40 m", load="[yellow, red, green] Theraband", rest="as needed"),
                asked("Cleat", reps="5+", load="75% 1RM"),
                kind="superset",
            ),
            weekdays=TRIPLE,
        ),
        weeks=3,
        start=date(2027, 1, 4),
    )
    pages = booklet(made).document.pages
    words = " ".join(read(page) for page in pages)
    for told in (
        "12/10/8",
        "60/70/80 kg",
        "2–3 min",
        "3 × 40 m",
        "yellow → green Theraband",
        "75 % 1RM",
        "Mon, Wed and Fri",
    ):
        assert told in words
