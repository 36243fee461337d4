import json

import pytest

from cardgen.cli import program
from tests.importers.making import RECORD, WGER, lay_out, record


@pytest.fixture
def database(terminal):
    root = terminal.folder / "db"
    return lay_out(
        root, RECORD, record(id="Wall_Sit", name="Wall Sit", primaryMuscles=[], secondaryMuscles=[], images=[])
    )


@pytest.fixture
def export(terminal):
    path = terminal.folder / "wger.json"
    path.write_text(json.dumps({"results": [WGER]}), encoding="utf-8")
    return path


def test_guides_and_photographs_are_counted(terminal, database):
    result = terminal.run("import", "free-exercise-db", "db", "-o", "mine", "--photos")
    assert result.stdout == "2 guides in mine/ (2 new), 2 pictures\n"
    assert sorted(path.name for path in (terminal.folder / "mine").iterdir()) == [
        "images",
        "wall_lean.md",
        "wall_sit.md",
    ]
    assert terminal.run("import", "free-exercise-db", "db", "-o", "mine", "--photos").stdout == (
        "2 guides in mine/ (2 unchanged), 2 pictures\n"
    )


def test_what_holds_no_instructions_is_told_and_no_failure(terminal, database):
    lay_out(database, record(id="Empty", name="Empty One", instructions=[]))
    result = terminal.run("import", "free-exercise-db", "db")
    assert result.stdout == "2 guides in free-exercise-db/ (2 new); 1 left out: Empty One\n"
    assert "db/exercises/Empty.json: warning: Empty One has no instructions: no guide is made" in result.stderr


def test_a_bad_record_fails_alone(terminal, database):
    (database / "exercises" / "Bad.json").write_text("{", encoding="utf-8")
    result = terminal.run("import", "free-exercise-db", "db", "-q", exit_code=1)
    assert result.stdout == ""
    assert result.stderr.startswith("db/exercises/Bad.json: 1: this is not JSON")
    assert (terminal.folder / "free-exercise-db" / "wall_sit.md").is_file()


def test_an_edited_guide_is_said_to_be_left_alone(terminal, database):
    terminal.run("import", "free-exercise-db", "db")
    path = terminal.folder / "free-exercise-db" / "wall_sit.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    result = terminal.run("import", "free-exercise-db", "db")
    assert result.stdout == "2 guides in free-exercise-db/ (1 unchanged, 1 left alone)\n"
    assert "free-exercise-db/wall_sit.md: note: left alone: it was edited" in result.stderr
    assert path.read_text(encoding="utf-8").endswith("Mine.\n")


def test_json_tells_what_became_of_each(terminal, database):
    found = terminal.json("import", "free-exercise-db", "db", "--photos")
    assert found["guides"][0] == {
        "name": "Wall Lean",
        "fate": "new",
        "path": "free-exercise-db/wall_lean.md",
        "photographs": 2,
    }
    assert [problem["code"] for problem in found["problems"]] == ["photo"]


def test_a_guide_is_printed_and_checked_without_warnings(terminal, database):
    terminal.run("import", "free-exercise-db", "db")
    found = terminal.json("check", "free-exercise-db")
    assert (found["errors"], found["warnings"]) == (0, 0)
    assert terminal.run("render", "free-exercise-db", "--size", "a5").stdout.startswith("2 cards")
    (guide,) = terminal.json("list", "free-exercise-db/wall_lean.md")
    assert guide["muscles"] == {"primary": ["calves"], "secondary": ["glutes"]}


def test_wger_keeps_licence_and_authors(terminal, export):
    assert terminal.run("import", "wger", "wger.json").stdout == "1 guide in wger/ (1 new)\n"
    text = (terminal.folder / "wger" / "bench_hop.md").read_text(encoding="utf-8")
    assert 'license: "CC BY-SA 4.0, creativecommons.org/licenses/by-sa/4.0"\n' in text
    assert 'source: "John Roe, Jane Doe, wger.de/en/exercise/77/view (arranged in steps)"\n' in text


def test_licence_and_authors_are_in_the_metadata_and_in_the_credits(terminal):
    from cardgen.bundle.order import Shelf
    from cardgen.bundle.plan import bind, list_credits
    from cardgen.guide import read_guide
    from cardgen.pipeline.settings import CardSettings
    from cardgen.pipeline.stages import lay_out
    from cardgen.values.stock import parse_sheet

    value = [WGER]
    (terminal.folder / "wger.json").write_text(json.dumps(value), encoding="utf-8")
    terminal.run("import", "wger", "wger.json")
    guide = read_guide(terminal.folder / "wger" / "bench_hop.md")
    (page,), _ = lay_out(guide, CardSettings(sheet=parse_sheet("a5")))
    (credit,) = list_credits(bind([Shelf(heading="", guides=(guide,))], 4, {}))
    for words in (
        "John Roe, Jane Doe, wger.de/en/exercise/77/view",
        "CC BY-SA 4.0, creativecommons.org/licenses/by-sa/4.0",
    ):
        assert words in page.rights
        assert words in f"{credit.source} {credit.license}"


def test_another_language_is_asked_for(terminal, export):
    terminal.run("import", "wger", "wger.json", "--lang", "DE")
    assert 'lang: "de"' in (terminal.folder / "wger" / "bankhupfer_de.md").read_text(encoding="utf-8")
    assert (
        'wger has no language "xx"' in terminal.run("import", "wger", "wger.json", "--lang", "xx", exit_code=2).stderr
    )


@pytest.mark.parametrize("command", ["exercemus", "free-exercise-db", "wger"])
@pytest.mark.parametrize("data", [b"", b"[", b"{}", b"[7]", b"\x00\xff", b'"x"', b'{"results": "x"}'])
def test_a_file_of_another_shape_is_wrong_usage_and_makes_nothing(terminal, command, data):
    (terminal.folder / "odd.json").write_bytes(data)
    assert "odd.json" in terminal.run("import", command, "odd.json", "-o", "new", exit_code=2).stderr
    assert not (terminal.folder / "new").exists()


@pytest.mark.parametrize("command", ["everkinetic", "exercemus", "free-exercise-db", "wger"])
def test_nothing_of_that_name_is_wrong_usage(terminal, command):
    assert "there is nothing of that name" in terminal.run("import", command, "nowhere", exit_code=2).stderr


def test_a_file_where_the_folder_should_be_is_an_output_error(terminal, database):
    (terminal.folder / "taken").write_text("x", encoding="utf-8")
    assert (
        "it is a file, not a folder"
        in terminal.run("import", "free-exercise-db", "db", "-o", "taken", exit_code=3).stderr
    )


def test_names_of_a_collection_move_no_cursor(terminal, database):
    lay_out(database, record(id="Red", name="\x1b[31mRed\u202e", instructions=[]))
    result = terminal.run("import", "free-exercise-db", "db")
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_the_group_of_collections_is_shown_by_its_help():
    assert program.get_command(None, "import").list_commands(None) == [
        "everkinetic",
        "exercemus",
        "free-exercise-db",
        "wger",
    ]


# --- pictures whose owner nobody knows ------------------------------------------------------------------------------------


def test_photographs_are_taken_only_where_they_are_asked_for_and_what_is_known_of_them_is_said(terminal, database):
    result = terminal.run("import", "free-exercise-db", "db")
    assert result.stdout == "2 guides in free-exercise-db/ (2 new)\n"
    assert "note: the photographs are left out: nobody knows whose the photographs are" in result.stderr
    assert not (terminal.folder / "free-exercise-db" / "images").exists()
    result = terminal.run("import", "free-exercise-db", "db", "--photos")
    assert result.stdout == "2 guides in free-exercise-db/ (1 updated, 1 unchanged), 2 pictures\n"
    assert "warning: nobody knows whose the photographs are" in result.stderr


def test_photographs_that_are_no_longer_asked_for_are_said_to_be_there_still(terminal, database):
    terminal.run("import", "free-exercise-db", "db", "--photos")
    told = terminal.json("import", "free-exercise-db", "db")["problems"]
    assert [problem["code"] for problem in told] == ["photos-left-out", "photos-kept"]
    assert told[1]["message"].startswith("images/wall_lean-1.jpg of an earlier import is still there")


# --- copies by others -----------------------------------------------------------------------------------------------------


def test_a_translated_copy_says_its_language_and_where_it_is_from(terminal, database):
    terminal.run("import", "free-exercise-db", "db", "--lang", "pt-BR", "--source", "ab.example/db", "--license", "MIT")
    text = (terminal.folder / "free-exercise-db" / "wall_lean.md").read_text("utf-8")
    for line in ('lang: "pt-BR"', 'license: "MIT"', 'source: "ab.example/db"'):
        assert f"{line}\n" in text
    assert "Compound bodyweight" not in text  # the program's own words are English


def test_a_translated_copy_stands_beside_the_english_one(terminal, database):
    terminal.run("import", "free-exercise-db", "db")
    terminal.run("import", "free-exercise-db", "db", "--lang", "de")
    names = sorted(path.name for path in (terminal.folder / "free-exercise-db").iterdir())
    assert names == ["wall_lean.md", "wall_lean_de.md", "wall_sit.md", "wall_sit_de.md"]


def test_of_a_copy_by_others_no_licence_is_invented(terminal, database):
    terminal.run("import", "free-exercise-db", "db", "--source", "ab.example/db")
    assert "license:" not in (terminal.folder / "free-exercise-db" / "wall_lean.md").read_text("utf-8")


def test_what_is_no_language_is_wrong_usage(terminal, database):
    error = terminal.run("import", "free-exercise-db", "db", "--lang", "deutsch", exit_code=2).stderr
    assert '"deutsch" is no language tag' in error


def test_names_with_a_slash_are_shown_whole(terminal):
    values = [{"name": "3/4 Lean", "instructions": []}, {"name": "1/2 Lean", "instructions": ["Lean.", "Stand."]}]
    (terminal.folder / "copy.json").write_text(json.dumps(values), encoding="utf-8")
    result = terminal.run("import", "free-exercise-db", "copy.json", "-o", "mine")
    assert result.stdout == "1 guide in mine/ (1 new); 1 left out: 3/4 Lean\n"
    assert [path.name for path in (terminal.folder / "mine").iterdir()] == ["1_2_lean.md"]
    assert terminal.json("list", "mine")[0]["title"] == "1/2 Lean"
