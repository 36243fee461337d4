"""The week at a glance and the page for measurements."""

from __future__ import annotations

from datetime import date

from cardgen.bundle.program.week import progress_of, week_of
from cardgen.layout.program.model import RestDay, TrainingDay
from cardgen.program.model import Weekday
from tests.bundle.program.made import asked, block, day, plan, program


def week(made):
    return week_of(plan(made))


def test_days_of_the_week_follow_one_another_with_rest_between_them():
    made = program(
        day(1, block("Anchor"), name="Late", weekday=Weekday.FRIDAY), day(2, block("Bow"), weekday=Weekday.MONDAY)
    )
    found = week(made).days
    assert [it.weekday for it in found] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [at for at, it in enumerate(found) if isinstance(it, TrainingDay)] == [0, 4]
    assert {it.text for it in found if isinstance(it, RestDay)} == {"Rest, or an easy walk"}
    # the page is that of the day, wherever it stands in the file
    assert [(it.title, it.number, it.page) for it in found if isinstance(it, TrainingDay)] == [
        ("Day 2", "2", 5),
        ("Late", "1", 4),
    ]


def test_days_that_are_not_all_tied_to_weekdays_stand_as_in_the_file():
    made = program(day(1, block("Anchor"), weekday=Weekday.FRIDAY), "Bow")
    assert [(it.weekday, it.number, it.page) for it in week(made).days] == [("Fri", "1", 4), ("", "2", 5)]


def test_a_day_says_what_is_done_and_how_long_it_takes():
    exercises = [asked(name, sets=3, reps="10", rest="90", tempo="3-1-1-0") for name in ("Anchor", "Bow")]
    (found,) = week(program(day(1, block(*exercises)))).days
    assert [it.text for it in found.exercises] == ["Anchor", "Bow"]
    assert (found.count, found.minutes) == ("2 exercises", "14 min")  # 2 x 420 s
    assert week(program("Anchor")).days[0].count == "1 exercise"


def test_the_weeks_bear_the_date_of_their_first_day():
    found = week(program("Anchor", weeks=3, start=date(2027, 1, 20)))
    assert found.eyebrow == "3 weeks from 20 January 2027"
    assert [(it.number, it.day, it.month) for it in found.weeks] == [
        ("1", "20", "Jan"),
        ("2", "27", "Jan"),
        ("3", "3", "Feb"),
    ]
    assert week(program("Anchor", weeks=1)).eyebrow == "1 week"


def test_notes_are_paragraphs_and_only_the_first_names_the_trainer():
    found = week(program("Anchor", notes="Stop early.\n\n  Sleep.  \n"))
    assert [(it.lead, it.text) for it in found.remarks] == [("Note:", "Stop early."), ("", "Sleep.")]
    assert week(program("Anchor")).remarks == ()


def test_measurements_are_in_the_units_of_the_program_and_one_row_is_free():
    found = progress_of(plan(program(day(1, block(asked("Anchor", load="90 lb"))), weeks=12)))
    assert found.weeks == 12
    assert [(it.name, it.unit) for it in found.measurements] == [
        ("Body weight", "lb"),
        ("Waist", "cm"),
        ("Resting pulse", "per min"),
        ("Sleep", "hours"),
        ("", ""),
    ]
