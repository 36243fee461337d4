"""Which guide an exercise means, and what is said where it means none or several; and advice on full days."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planned import day, guides, plan, read

from cardgen.program.advice import advise
from cardgen.program.resolve import names_of, resolve

NAMES = names_of(guides(), {"deadlift_barbell": "content/deadlift_barbell.md"})


def resolved(*exercises):
    listed = ", ".join(f'"{it}"' for it in exercises)
    return resolve(read(plan(day(f"exercises: [{listed}]"))), NAMES)


def warned(*days, more=""):
    program = read(plan(*days, more=more))
    return [(problem.code, problem.location.line) for problem in advise(program, resolve(program, NAMES))]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("plank_bodyweight", "plank_bodyweight"),
        ("Plank_Bodyweight", "plank_bodyweight"),
        ("plank", "plank_bodyweight"),
        ("PLANK!", "plank_bodyweight"),
        ("Push-Up", "pushup_bodyweight"),
        ("pushup", "pushup_bodyweight"),
        ("Squat (Barbell)", "squat_barbell"),
        ("Barbell Squat", "squat_barbell"),
        ("Squat, Bodyweight", "squat_bodyweight"),
        ("Pallof Press", "pallofpress_band"),
    ],
)
def test_a_guide_is_found_by_stem_title_and_equipment(name, stem):
    found = resolved(name)
    assert found.problems == ()
    assert found.guides[name].stem == stem


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "Squat",
            '"Squat" means 2 guides: squat_barbell and squat_bodyweight',
            "write one of them: exercise: squat_barbell",
        ),
        ("plank_bodywheight", 'no guide is called "plank_bodywheight"', 'did you mean "plank_bodyweight"?'),
        ("Pallof Pres", 'no guide is called "Pallof Pres"', 'did you mean "pallofpress_band"?'),
        ("squat_barbel", 'no guide is called "squat_barbel"', 'did you mean "squat_barbell"?'),
        (
            "Xyz",
            'no guide is called "Xyz"',
            "`cardgen list` shows the guides; write a file's name without .md, or a title",
        ),
        (
            "deadlift_barbell",
            'the guide "deadlift_barbell" cannot be read',
            "`cardgen check content/deadlift_barbell.md` says why",
        ),
    ],
)
def test_what_means_no_guide_or_several_is_told_where_it_stands(name, message, hint):
    (problem,) = resolved(name).problems
    assert problem.message == f"days[0].blocks[0].exercises[0]: {message}"
    assert (problem.location.line, problem.hint) == (5, hint)


def test_every_wrong_name_is_told_and_the_others_are_found():
    found = resolved("Plank", "Nope", "Squat", "pushup")
    assert [problem.code for problem in found.problems] == ["unknown-guide", "ambiguous-guide"]
    assert [guide.stem for guide in found.unique] == ["plank_bodyweight", "pushup_bodyweight"]


def test_a_guide_under_two_names_is_one():
    assert len(resolved("Plank", "plank_bodyweight", "plank").unique) == 1


def test_the_guide_of_an_exercise_is_at_hand():
    program = read(plan(day("exercises: [Plank]")))
    assert resolve(program, NAMES).guide(program.exercises[0]).title == "Plank"


def test_more_than_eight_exercises_a_day_are_many():
    names = ["Plank", "pushup", "pallofpress_band", "squat_barbell", "squat_bodyweight", *"ABC"]
    assert warned(day(f"exercises: [{', '.join(names)}]")) == []
    assert warned(day(f"exercises: [{', '.join([*names, 'D'])}]")) == [("full-day", 3)]


def test_a_beginner_at_home_has_five():
    days = day("exercises: [A, B, C, D, E]"), day("exercises: [A, B, C, D, E, F]", name="Day B")
    more = "level: beginner\nplace: home\n"
    assert warned(*days, more=more) == [("full-day", 8)]
    assert warned(*days, more="level: beginner\nplace: gym\n") == warned(*days) == []


def test_an_exercise_twice_in_the_main_work_of_a_day_is_told():
    assert warned(day("exercises: [Plank, pushup, plank_bodyweight]")) == [("repeated-exercise", 5)]
    assert warned(day("{kind: warm-up, exercises: [Plank]}", "exercises: [Plank]")) == []
    assert warned(day("exercises: [Plank]"), day("exercises: [Plank]", name="Day B")) == []


def test_seven_days_leave_no_rest():
    assert warned(*(day("exercises: [Plank]", name=f"Day {n}") for n in range(7))) == [("no-rest-day", 21)]
    assert warned(*(day("exercises: [Plank]", name=f"Day {n}") for n in range(6))) == []


def weekdays(*names):
    return [day("exercises: [Plank]", name=f"Day {at}", more=f"    weekday: {name}\n") for at, name in enumerate(names)]


@pytest.mark.parametrize(
    ("start", "days", "told"),
    [
        ("2027-01-04", ("Monday", "Wednesday", "Friday"), []),  # a Monday
        ("2027-01-06", ("Monday", "Wednesday", "Friday"), [("start-within", 8)]),
        ("2027-01-06", ("Wednesday", "Friday", "Monday"), []),
        ("2027-01-10", ("Monday", "Wednesday", "Friday"), []),  # a Sunday
        ("2027-01-09", ("Tuesday", "Saturday"), [("start-within", 8)]),
    ],
)
def test_a_start_in_the_middle_of_the_days_is_told(start, days, told):
    assert warned(*weekdays(*days), more=f"start: {start}\n") == told
    assert warned(*weekdays(*days)) == []


def test_the_hint_of_a_start_in_the_middle_is_a_date_that_does():
    text = plan(*weekdays("Monday", "Wednesday"), more="start: 2027-01-06\n")
    (problem,) = advise(read(text))
    assert problem.message == 'the first week has "Day 1" on 2027-01-06, before "Day 0" on 2027-01-11'
    assert problem.hint.startswith("let it start on 2027-01-11")
    assert advise(read(text.replace("2027-01-06", "2027-01-11"))) == ()
