"""The cover and what the page before the program refers to."""

from __future__ import annotations

from datetime import date

import pytest

from cardgen.bundle.program.front import cover_of, how_to_use
from cardgen.program.model import Level, Place, Side, Trainer, Weekday
from tests.bundle.program.made import asked, block, day, guide, plan, program


def cover(*days, known=None, **changes):
    return cover_of(plan(program(*(days or ("Anchor",)), **changes), known=known or {}))


def test_the_cover_bears_client_goal_and_trainer():
    found = cover(client="Client", goal="Carry crates", trainer=Trainer(name="Your trainer"), title="Steady Back")
    assert (found.client, found.goal, found.trainer, found.title) == (
        "Client",
        "Carry crates",
        "Your trainer",
        "Steady Back",
    )
    empty = cover()
    assert (empty.client, empty.goal, empty.trainer, empty.contacts) == ("", "", "", ())


def test_facts_count_days_minutes_and_exercises_each_once():
    # two days of two exercises, one of them on both: 2 x 420 s = 14 minutes a day, about 15
    exercises = {
        name: asked(name, sets=3, reps="10", rest="90", tempo="3-1-1-0") for name in ("Anchor", "Bow", "Cleat")
    }
    found = cover(
        day(1, block(exercises["Anchor"], exercises["Bow"])),
        day(2, block(exercises["Anchor"], exercises["Cleat"])),
        place=Place.HOME,
        level=Level.BEGINNER,
    )
    assert found.facts == ("about 15 minutes a day", "3 exercises, beginner")
    assert found.eyebrow.endswith("weeks, 2 days a week at home")
    assert cover().facts[1:] == ("1 exercise",)


def test_the_only_day_takes_as_long_as_on_its_page():
    assert cover(day(1, block(asked("Anchor", sets=1, reps="1s", rest="0")))).facts[0] == "about 2 minutes a day"


@pytest.mark.parametrize(
    ("weekdays", "dates"),
    [
        ((), "4 January 2027 to 31 January 2027"),
        ((Weekday.MONDAY, Weekday.FRIDAY), "4 January 2027 to 29 January 2027"),
        ((Weekday.MONDAY,), "4 January 2027 to 25 January 2027"),
    ],
)
def test_the_program_ends_with_its_last_day_of_training(weekdays, dates):
    days = [day(at, block("Anchor"), weekday=it) for at, it in enumerate(weekdays or (None,), start=1)]
    assert cover(*days, start=date(2027, 1, 4), weeks=4).dates == dates


def test_without_a_start_the_cover_has_no_dates_and_counts_the_weeks():
    assert (cover(weeks=6).dates, cover(weeks=6).eyebrow) == ("", "6 weeks, 1 day a week")
    assert (cover(weeks=1).dates, cover(weeks=1).eyebrow) == ("", "1 week, 1 day a week")


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("555 0100", ""),
        ("sam@made-up.example", "mailto:sam@made-up.example"),
        ("made-up.example/sam", "https://made-up.example/sam"),
        ("https://made-up.example", "https://made-up.example"),
        ("HTTP://made-up.example", "HTTP://made-up.example"),
        ("3 Quay Street, Upper Floor", ""),
        ("write to sam@made-up.example", ""),
    ],
)
def test_addresses_can_be_followed(line, link):
    (found,) = cover(trainer=Trainer(contact=f"\n {line} \n")).contacts
    assert (found.text, found.link) == (line, link)


def test_the_figure_shows_what_most_exercises_of_the_main_work_are_for():
    front = {"Anchor": "[glutes, quads]", "Bow": "[glutes]", "Cleat": "[biceps]", "Ebb": "[chest]"}
    known = {name: guide(name, more=f"muscles: {names}\n") for name, names in front.items()}
    found = cover(day(1, block("Anchor", "Bow", "Cleat"), block("Ebb", kind="warm-up")), known=known)
    assert found.primary[0] == "glutes"
    assert set(found.primary) == {"glutes", "quads", "biceps"}
    assert found.figure.startswith("Muscle map: works glutes, ")
    assert "chest" not in found.figure


@pytest.mark.parametrize(
    ("muscles", "shown", "helping"),
    [
        ("glutes, quads, biceps, chest", 4, 0),
        ("glutes, quads, biceps, chest, lats", 4, 1),
        ("glutes, quads, biceps, chest, lats, abs, calves, triceps, forearms", 4, 4),
    ],
)
def test_the_figure_shows_four_muscles_and_four_more_as_helping(muscles, shown, helping):
    found = cover(known={"Anchor": guide("Anchor", more=f"muscles: [{muscles}]\n")})
    assert (len(found.primary), len(found.helping)) == (shown, helping)


def test_without_a_muscle_there_is_no_figure():
    assert (cover().primary, cover().figure) == ((), "")


def test_how_to_use_leads_to_the_week_and_the_first_log_and_explains_what_comes_up():
    exercises = asked("Anchor", side=Side.EACH), asked("Bow", tempo="3-1-x-0")
    found = how_to_use(plan(program("Cleat", day(2, block(*exercises))), distance=20))
    assert (found.week, found.log, found.distance, found.tempo) == (3, 50, 20, "3-1-X-0")
    assert ("each side", "one side, then the other") in found.notations
    plain = how_to_use(plan(program("Cleat"), logs={}))
    assert (plain.log, plain.tempo) == (0, "")


@pytest.mark.parametrize(
    ("values", "written", "meaning"),
    [
        ({"sets": 3, "reps": "10-12"}, "3 × 10–12", "3 sets of 10 to 12 reps"),
        ({"sets": 1, "reps": "8"}, "1 × 8", "1 set of 8 reps"),
        ({"reps": "12/10/8"}, "12/10/8", "set after set"),
        ({"reps": "8+"}, "8+", "as many or more"),
        ({"reps": "AMRAP"}, "AMRAP", "all good reps you can"),
        ({"side": Side.EACH}, "each side", "one side, then the other"),
        ({"rest": "EMOM"}, "every 60 s", "from start to start"),
        ({"load": "RPE 8"}, "RPE 8", "effort, see below"),
        ({"load": "2 RIR"}, "RIR 2", "good reps left"),
        ({"load": "70 %"}, "70 %", "of your best lift"),
        ({"load": "[15, 20, 22.5] kg"}, "15 → 22.5 kg", "changes by week"),
        ({"load": "RPE 8"}, "kg", "you choose, and write it"),
    ],
)
def test_each_notation_is_explained_by_an_example_of_the_program_and_no_other(values, written, meaning):
    def told(**given):
        return dict(how_to_use(plan(program(day(1, block(asked("Anchor", **given)))))).notations)

    assert told(**values)[written] == meaning
    assert written not in told(sets=2, reps="30s", load="band")
