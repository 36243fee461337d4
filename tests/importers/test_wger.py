import json

import pytest

from cardgen.files.importers.exercise import Use
from cardgen.files.importers.wger import find_entries
from cardgen.values.errors import UsageError
from tests.importers.making import WGER, wger_record


def collection_of(tmp_path, value, language="en"):
    path = tmp_path / "wger.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return find_entries(path, language)


def read(tmp_path, *records, language="en"):
    return [entry.read() for entry in collection_of(tmp_path, {"results": records}, language).entries]


def read_one(tmp_path, language="en", text=None, **changes):
    return read(tmp_path, wger_record(text, **changes), language=language)[0]


def passages(tmp_path, description):
    return read_one(tmp_path, text={"description": description, "notes": []}).exercise.passages


def codes(found):
    return [(problem.severity.value, problem.code) for problem in found.problems]


def test_an_exercise_is_read_with_its_licence_and_all_its_authors(tmp_path):
    found = read_one(tmp_path)
    exercise = found.exercise
    assert found.problems == ()
    assert (exercise.title, exercise.equipment, exercise.tags) == ("Bench Hop", "EZ Bar, Bench", ("legs",))
    assert (exercise.primary, exercise.secondary) == (("quads",), ("serratus anterior",))
    assert exercise.license == "CC BY-SA 4.0, creativecommons.org/licenses/by-sa/4.0"
    assert exercise.source == "John Roe, Jane Doe, wger.de/en/exercise/77/view (arranged in steps)"
    assert exercise.lead == "Exercise for the legs."
    assert [passage.text for passage in exercise.passages] == [
        "Stand beside the bench.",
        "Bend your knees.",
        "Hop over & land softly.",
        "Land on both feet.",
    ]
    assert exercise.passages[-1].use is Use.TIP
    assert exercise.photos == ()


@pytest.mark.parametrize("shape", ["page", "list", "one", "older", "oldest"])
def test_every_shape_of_an_export_is_read(tmp_path, shape):
    older = {key: value for key, value in WGER.items() if key != "translations"}
    value = {
        "page": {"count": 1, "next": None, "previous": None, "results": [WGER]},
        "list": [WGER],
        "one": WGER,
        "older": [{**older, "exercises": WGER["translations"]}],
        "oldest": [{**older, **WGER["translations"][0], "language": {"id": 2, "short_name": "en"}}],
    }[shape]
    (found,) = (entry.read() for entry in collection_of(tmp_path, value).entries)
    assert found.exercise.title == "Bench Hop"
    assert found.exercise.license.startswith("CC BY-SA 4.0")


def test_another_language_is_taken_by_its_code(tmp_path):
    exercise = read_one(tmp_path, language="de").exercise
    assert (exercise.title, exercise.language, exercise.lead) == ("Bankhüpfer", "de", "")
    assert exercise.stems[0] == "bankhupfer_de"


def test_an_exercise_without_that_language_is_left_out_with_a_note(tmp_path):
    found = read_one(tmp_path, language="fr")
    assert found.exercise is None
    assert found.name == "Bench Hop"
    assert codes(found) == [("note", "no-translation")]


def test_a_language_that_wger_does_not_have_is_refused(tmp_path):
    with pytest.raises(UsageError, match='no language "xx"') as caught:
        collection_of(tmp_path, [WGER], "xx")
    assert "de, en" in caught.value.hint


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "but a list"),
        ({}, "but an object"),
        ({"results": []}, "but an object with 'results'"),
        ({"detail": "throttled", "code": 429}, "but an object with 'detail', 'code'"),
        ([1, 2], "but a list"),
        ("x", "but a text"),
        ({"results": 5}, "but an object"),
    ],
)
def test_json_of_another_shape_is_refused_with_what_was_expected(tmp_path, value, message):
    with pytest.raises(UsageError, match=message) as caught:
        collection_of(tmp_path, value)
    assert "results" in caught.value.hint


def test_one_page_of_several_is_said_to_be_one(tmp_path):
    value = {"count": 800, "next": "https://wger.de/...", "results": [WGER]}
    assert "1 of 800" in collection_of(tmp_path, value).problems[0].message


def test_headings_share_the_text_out(tmp_path):
    found = passages(
        tmp_path,
        "<p>Starting position:</p><p>Stand.</p><p>Steps:</p><ol><li>Sit.</li><li>Rise.</li></ol><h3>Common Mistakes</h3>"
        "<ul><li>Haste</li></ul><p><b>Variations</b></p><p>Sit lower.</p><h4>Muscles Worked</h4><p>Legs.</p>",
    )
    assert [(it.use, it.lead_in, it.text) for it in found] == [
        (Use.STEP, "Starting position", "Stand."),
        (Use.STEP, "", "Sit."),
        (Use.STEP, "", "Rise."),
        (Use.MISTAKE, "", "Haste"),
        (Use.VARIATION, "", "Sit lower."),
        (Use.NOTE, "Muscles Worked", "Legs."),
    ]


def test_scripts_are_not_read(tmp_path):
    found = passages(tmp_path, "<p>Sit.</p><script>fetch('https://example.com')</script><p onclick=x()>Rise.</p>")
    assert [it.text for it in found] == ["Sit.", "Rise."]


@pytest.mark.parametrize(
    "text", [{"name": ""}, {"name": None}, {"description": ""}, {"description": "<p>.</p>"}, {"description": None}]
)
def test_an_exercise_without_name_or_instructions_is_told_and_no_failure(tmp_path, text):
    found = read_one(tmp_path, text=text)
    assert found.exercise is None
    assert [severity for severity, _ in codes(found)] == ["warning"]


@pytest.mark.parametrize(
    ("text", "changes", "code"),
    [
        ({"description": "<b>" * 700 + "x"}, {}, "too-large"),
        ({"description": "x" * 20_001}, {}, "too-large"),
        ({}, {"uuid": "../../x", "id": None}, "no-id"),
        ({}, {"uuid": None, "id": None}, "no-id"),
        ({}, {"uuid": 5, "id": -5}, "no-id"),
    ],
)
def test_what_cannot_be_a_guide_is_an_error(tmp_path, text, changes, code):
    found = read_one(tmp_path, text=text, **changes)
    assert found.exercise is None
    assert ("error", code) in codes(found)


@pytest.mark.parametrize("entry", [None, 5, "x", [], True])
def test_an_entry_that_is_no_object_fails_alone(tmp_path, entry):
    good, bad = read(tmp_path, WGER, entry)
    assert good.exercise
    assert codes(bad) == [("error", "record")]


@pytest.mark.parametrize("value", [7, "x", [7, None], {"a": 1}, None])
def test_parts_of_another_type_are_left_out_and_said(tmp_path, value):
    changes = dict.fromkeys(
        ("muscles", "muscles_secondary", "equipment", "category", "license", "license_author"), value
    )
    found = read_one(tmp_path, text={"license": 2, "notes": value}, **changes)
    assert found.exercise.license.startswith("CC BY-SA 4.0")
    assert found.exercise.equipment == ""
    assert value is None or ("warning", "wrong-type") in codes(found)


@pytest.mark.parametrize(
    ("text", "license_", "printed"),
    [
        (1, None, "CC BY-SA 3.0, creativecommons.org/licenses/by-sa/3.0"),
        (3, None, "CC0, creativecommons.org/publicdomain/zero/1.0"),
        (
            None,
            {"short_name": "CC-BY 4", "url": "http://creativecommons.org/licenses/by/4.0/"},
            "CC BY 4.0, creativecommons.org/licenses/by/4.0",
        ),
        (None, {"full_name": "Free Art License"}, "Free Art License"),
    ],
)
def test_the_licence_of_the_text_comes_before_that_of_the_exercise(tmp_path, text, license_, printed):
    assert read_one(tmp_path, text={"license": text}, license=license_).exercise.license == printed


def test_an_exercise_without_a_licence_is_made_and_told(tmp_path):
    found = read_one(tmp_path, text={"license": None}, license=None)
    assert found.exercise.license == ""
    assert codes(found) == [("warning", "no-license")]


def test_many_authors_are_joined_and_the_last_counted(tmp_path):
    found = read_one(tmp_path, text={"license_author": "A" * 150, "author_history": ["B" * 150, "C" * 150]})
    assert found.exercise.source.startswith(f"{'A' * 150}, Jane Doe and 2 others, wger.de")
    assert len(found.exercise.source) <= 500


def test_the_name_of_another_exercise_is_told_apart_by_the_id(tmp_path):
    assert read_one(tmp_path).exercise.stems == ("bench_hop", "bench_hop_0a1b2c3d")
    assert read_one(tmp_path, text={"name": "!!!"}).exercise.stems == ("0a1b2c3d",)
    assert read_one(tmp_path, text={"name": "Con"}).exercise.stems == ("con_0a1b2c3d",)
    assert (
        read_one(tmp_path, text={"name": "Dips Épaulés / low " + "x" * 100})
        .exercise.stems[0]
        .startswith("dips_epaules_low_xxx")
    )
