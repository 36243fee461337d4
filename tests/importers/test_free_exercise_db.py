import json

import pytest

from cardgen.files.importers.free_exercise_db import Edition, Photos, find_entries
from cardgen.values.errors import Severity, UsageError
from tests.importers.making import RECORD, lay_out, picture, record

WITH_PHOTOS = Edition(photos=Photos.TAKEN)


def read(path):
    return [entry.read() for entry in find_entries(path, WITH_PHOTOS).entries]


def read_one(tmp_path, **changes):
    """Read a record of this name beside a good one, as a copy of the collection has them."""
    path = tmp_path / "exercises.json"
    path.write_text(json.dumps([RECORD, record(**changes)]), encoding="utf-8")
    lay_out(tmp_path, RECORD)
    return read(path)[1]


def codes(found):
    return [(problem.severity.value, problem.code) for problem in found.problems]


def test_an_exercise_is_read_with_all_that_the_collection_tells(collection):
    (found,) = read(collection)
    exercise = found.exercise
    assert found.problems == ()
    assert (exercise.title, exercise.equipment, exercise.level) == ("Wall Lean", "Bodyweight", "beginner")
    assert (exercise.primary, exercise.secondary) == (("calves",), ("glutes",))
    assert exercise.tags == ("strength", "push", "compound")
    assert exercise.lead == "Compound bodyweight exercise for strength."
    assert exercise.stems == ("wall_lean",)
    assert [path.name for path in exercise.photos] == ["0.jpg", "1.jpg"]
    assert exercise.license == "Public domain (Unlicense)"
    assert len(exercise.passages) == 3


@pytest.mark.parametrize("of", ["root", "exercises", "dist", "beside", "single"])
def test_a_collection_is_found_by_its_shape(tmp_path, of):
    root = lay_out(tmp_path / "db", RECORD)
    (root / "dist").mkdir()
    (root / "dist" / "exercises.json").write_text(json.dumps([RECORD]), encoding="utf-8")
    (root / "exercises.json").write_text(json.dumps([RECORD]), encoding="utf-8")
    path = {
        "root": root,
        "exercises": root / "exercises",
        "dist": root / "dist" / "exercises.json",
        "beside": root / "exercises.json",
        "single": root / "exercises" / "Wall_Lean.json",
    }[of]
    (found,) = read(path)
    assert len(found.exercise.photos) == 2


def test_a_folder_with_dist_alone_is_read_from_there(tmp_path):
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "exercises.json").write_text(json.dumps([RECORD]), encoding="utf-8")
    assert [found.name for found in read(tmp_path)] == ["Wall Lean"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"{", "this is not JSON"),
        (b"\xff\xfe[", "not UTF-8"),
        (b"[" * 100_000, "cannot be read"),
        (b"[" + b"9" * 10_000 + b"]", "cannot be read"),
        (b"[]", "but a list"),
        (b"7", "but a number"),
        (b"null", "but null"),
        (b'{"exercises": []}', "but an object"),
        (b'["Plank"]', "but a list"),
    ],
)
def test_json_of_another_shape_is_refused_with_what_was_expected(tmp_path, data, message):
    path = tmp_path / "exercises.json"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=message) as caught:
        find_entries(path)
    assert path.as_posix() in caught.value.message


def test_a_folder_without_exercises_says_what_was_looked_for(tmp_path):
    with pytest.raises(UsageError, match="no exercises/") as caught:
        find_entries(tmp_path)
    assert "dist/exercises.json" in caught.value.hint
    (tmp_path / "settings.json").write_text('{"a": 1}', encoding="utf-8")
    with pytest.raises(UsageError, match="of 1 JSON files none is an exercise"):
        find_entries(tmp_path)
    with pytest.raises(UsageError, match="nothing of that name"):
        find_entries(tmp_path / "nowhere")


def test_more_entries_than_any_collection_has_are_refused(tmp_path):
    path = tmp_path / "exercises.json"
    path.write_text(json.dumps([{"instructions": []}] * 20_001), encoding="utf-8")
    with pytest.raises(UsageError, match="20,001 entries"):
        find_entries(path)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": "../../etc/passwd"}, "unsafe-id"),
        ({"id": "a/b"}, "unsafe-id"),
        ({"id": "con"}, "unsafe-id"),
        ({"id": "x" * 250}, "no-id"),
        ({"id": "x" * 200 + "é"}, "no-id"),
        ({"id": ""}, "no-id"),
        ({"id": []}, "no-id"),
        ({"id": -7}, "no-id"),
        ({"id": None, "name": "???"}, "no-id"),
        ({"id": None, "name": "con"}, "unsafe-id"),
        ({"id": "a\nb"}, "unsafe-id"),
        ({"name": "x" * 300}, "no-name"),
        ({"name": " \u200b "}, "no-name"),
        ({"name": ["Plank"]}, "no-name"),
        ({"instructions": ["word " * 5000]}, "too-large"),
    ],
)
def test_a_record_that_cannot_be_a_guide_is_an_error(tmp_path, changes, code):
    found = read_one(tmp_path, **changes)
    assert found.exercise is None
    assert ("error", code) in codes(found)


@pytest.mark.parametrize("instructions", [[], None, ["", " \n "], "", 7, [7]])
def test_a_record_without_instructions_is_told_and_no_failure(tmp_path, instructions):
    found = read_one(tmp_path, instructions=instructions)
    assert found.exercise is None
    assert ("warning", "no-instructions") in codes(found)
    assert all(problem.severity is not Severity.ERROR for problem in found.problems)


@pytest.mark.parametrize("entry", [None, 7, "Plank", [], True])
def test_an_entry_that_is_no_object_fails_alone(tmp_path, entry):
    path = tmp_path / "exercises.json"
    path.write_text(json.dumps([RECORD, entry]), encoding="utf-8")
    good, bad = read(path)
    assert good.exercise
    assert bad.exercise is None
    assert codes(bad) == [("error", "record")]


def test_a_broken_file_fails_alone(collection):
    (collection / "exercises" / "Broken.json").write_text("{", encoding="utf-8")
    broken, good = read(collection)
    assert good.exercise
    assert broken.name == "Broken"
    assert broken.problems[0].location.path.endswith("Broken.json")


def test_what_has_the_wrong_type_is_left_out_and_said(tmp_path):
    found = read_one(tmp_path, level=3, equipment=["a"], primaryMuscles="calves", category={}, mechanic="x" * 90)
    assert (found.exercise.level, found.exercise.equipment, found.exercise.primary) == ("", "", ())
    assert {code for _, code in codes(found)} == {"wrong-type", "too-large"}
    assert all(severity == "warning" for severity, _ in codes(found))


@pytest.mark.parametrize("name", ["../secret.jpg", "/etc/passwd", "Wall_Lean/../../secret.jpg", "link.jpg"])
def test_a_photograph_outside_of_the_collection_is_not_opened(tmp_path, name):
    (tmp_path / "db").mkdir()
    (tmp_path / "secret.jpg").write_bytes(picture())
    root = lay_out(tmp_path / "db", record(images=[name]))
    (root / "exercises" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (found,) = read(root)
    assert found.exercise.photos == ()
    assert codes(found) == [("warning", "photo")]


def test_a_missing_photograph_is_told(tmp_path):
    found = read_one(tmp_path, images=["Wall_Lean/0.jpg", "Wall_Lean/7.jpg", "x" * 300, "nul\0"])
    assert [path.name for path in found.exercise.photos] == ["0.jpg"]
    assert ("warning", "photo") in codes(found)


def test_without_any_photographs_that_is_told_once(tmp_path):
    root = lay_out(tmp_path / "db", RECORD, record(id="Other"), photos=False)
    collection = find_entries(root, WITH_PHOTOS)
    assert [problem.code for problem in collection.problems] == ["photo"]
    assert find_entries(root).problems == ()
    assert [entry.read().problems for entry in collection.entries] == [(), ()]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Rise on the step. li>", "Rise on the step."),
        ("Rise on your toes.v", "Rise on your toes."),
        ("Rise. 3", "Rise."),
        ("Rise..", "Rise."),
        ("Rise overhead . Then rest.", "Rise overhead. Then rest."),
        ("Rise for 3", "Rise for 3"),
        ("Rise ... then rest", "Rise ... then rest"),
    ],
)
def test_remnants_of_conversion_are_mended(tmp_path, written, read_as):
    assert read_one(tmp_path, instructions=[written]).exercise.passages[0].text == read_as


@pytest.mark.parametrize(
    ("changes", "lead"),
    [
        ({"equipment": "e-z curl bar", "mechanic": "isolation"}, "Isolation EZ bar exercise for strength."),
        ({"equipment": None, "category": "stretching"}, "Stretch."),
        ({"equipment": "foam roll", "category": "stretching"}, "Foam roller stretch."),
        ({"equipment": "machine", "category": "cardio"}, "Machine exercise for endurance."),
        (
            {"equipment": "barbell", "category": "olympic weightlifting"},
            "Compound barbell exercise from Olympic weightlifting.",
        ),
        ({"equipment": "other", "mechanic": None}, "Exercise for strength."),
        ({"category": "juggling"}, ""),
    ],
)
def test_the_lead_says_what_kind_of_exercise_it_is(tmp_path, changes, lead):
    assert read_one(tmp_path, **changes).exercise.lead == lead


@pytest.mark.parametrize(
    ("changes", "stem"),
    [
        ({"id": None, "name": "3/4 Wall Lean"}, "3_4_wall_lean"),
        ({"id": None, "name": "Elevação lateral"}, "elevacao_lateral"),
        ({"id": 12}, "12"),
        ({"id": 0}, "0"),
    ],
)
def test_a_record_without_an_id_is_called_by_its_name_and_a_number_is_one(tmp_path, changes, stem):
    found = read_one(tmp_path, **changes)
    assert found.exercise.stems == (stem,)
    assert found.problems == ()


def test_a_file_of_a_record_without_an_id_names_it(tmp_path):
    root = lay_out(tmp_path, RECORD)
    path = root / "exercises" / "Wall_Lean.json"
    path.write_text(json.dumps(record(id=None)), encoding="utf-8")
    (found,) = read(root)
    assert found.exercise.stems == ("wall_lean",)
