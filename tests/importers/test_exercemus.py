"""A file of exercemus, made up here: what of its records becomes a guide, and what is said of the rest."""

from __future__ import annotations

import json

import pytest

from cardgen.files.importers.exercemus import find_entries
from cardgen.files.importers.exercise import Use

RECORD = {
    "category": "stretching",
    "description": "Calves against a wall",
    "equipment": ["none"],
    "instructions": ["Face a wall.", "Put both palms on it.", "Lean in."],
    "tips": ["Keep the heels down."],
    "name": "3/4 Wall Lean",
    "primary_muscles": ["calves"],
    "secondary_muscles": ["glutes", "calves"],
    "video": "https://www.youtube.com/watch?v=VH4Bqn1FUhM",
}


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a record with changes."""

    def one(**changes):
        path = tmp_path / "exercises.json"
        values = {"exercises": [RECORD, {**RECORD, **changes}]}
        path.write_text(json.dumps(values), encoding="utf-8")
        return find_entries(path).entries[1].read()

    return one


def test_an_exercise_is_read_with_all_that_the_collection_tells(read):
    found = read()
    exercise = found.exercise
    assert found.problems == ()
    assert (exercise.title, exercise.stems) == ("3/4 Wall Lean", ("3_4_wall_lean",))
    assert (exercise.lead, exercise.equipment) == ("Calves against a wall.", "Bodyweight")
    assert (exercise.primary, exercise.secondary, exercise.tags) == (("calves",), ("glutes",), ("stretching",))
    assert [passage.use for passage in exercise.passages] == [Use.STEP] * 3 + [Use.TIP]
    assert (exercise.video, exercise.license) == ("https://youtu.be/VH4Bqn1FUhM", "MIT, © 2022 exercemus")


def test_a_record_from_elsewhere_keeps_its_licence_and_its_author(read):
    own = {"short_name": "CC-BY-SA 3", "url": "https://creativecommons.org/licenses/by-sa/3.0/deed.en"}
    exercise = read(license=own, license_author="Jo Doe").exercise
    assert exercise.license == "CC BY-SA 3.0, creativecommons.org/licenses/by-sa/3.0"
    assert exercise.source == "Jo Doe, github.com/exercemus/exercises"


def test_a_long_description_is_a_note_and_no_word_of_it_is_lost(read):
    exercise = read(description="Long. " * 80).exercise
    assert exercise.lead == ""
    assert (exercise.passages[-1].use, exercise.passages[-1].text) == (Use.NOTE, ("Long. " * 80).strip())


def test_an_address_of_no_video_is_left_out_and_said(read):
    found = read(video="https://www.youtube.com/@somebody")
    assert found.exercise.video == ""
    assert found.problems[0].message.startswith("the video is left out: ")


@pytest.mark.parametrize(
    ("changes", "severity", "code"),
    [
        ({"instructions": []}, "warning", "no-instructions"),
        ({"name": ""}, "error", "no-name"),
        ({"name": "???"}, "error", "unsafe-id"),
        ({"name": "con"}, "error", "unsafe-id"),
    ],
)
def test_a_record_of_which_no_guide_can_be_made_says_why(read, changes, severity, code):
    found = read(**changes)
    assert found.exercise is None
    assert (severity, code) in [(problem.severity.value, problem.code) for problem in found.problems]


def test_records_that_are_not_finished_are_counted(tmp_path):
    path = tmp_path / "exercises.json"
    path.write_text(json.dumps({"exercises": [RECORD], "exercises_to_merge": [{}, {}]}), encoding="utf-8")
    (problem,) = find_entries(path).problems
    assert problem.message.startswith('2 records under "exercises_to_merge"')


def test_the_video_stands_in_the_guide(terminal):
    (terminal.folder / "exercises.json").write_text(json.dumps([RECORD]), encoding="utf-8")
    assert terminal.run("import", "exercemus", "exercises.json").stdout == "1 guide in exercemus/ (1 new)\n"
    guide = (terminal.folder / "exercemus" / "3_4_wall_lean.md").read_text("utf-8")
    assert 'video: "https://youtu.be/VH4Bqn1FUhM"\n' in guide
    assert terminal.json("list", "exercemus")[0]["title"] == "3/4 Wall Lean"
