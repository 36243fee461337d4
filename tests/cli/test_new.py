import re

import pytest

from cardgen.files.skeleton import equipment_for, skeleton, stem_for
from cardgen.guide import parse_guide
from cardgen.guide.model import Origin


@pytest.mark.parametrize(
    ("name", "equipment", "stem"),
    [
        ("Goblet Squat", "Kettlebell", "gobletsquat_kettlebell"),
        ("Goblet Squat", "", "gobletsquat"),
        ("Bent-Over Row", "EZ Bar", "bentoverrow_ezbar"),
        ("90/90 Stretch", "", "9090stretch"),
        ("Überzug à la Café", "Straße", "uberzugalacafe_strasse"),
        ("スクワット", "", "スクワット"),
    ],
)
def test_the_stem_is_the_letters_of_name_and_equipment(name, equipment, stem):
    assert stem_for(name, equipment) == stem


def test_equipment_is_written_as_it_is_usually_printed():
    assert [equipment_for(text) for text in ("kettlebell", "ezbar", "Wobble Board", "")] == [
        "Kettlebell",
        "EZ Bar",
        "Wobble Board",
        "",
    ]


def test_the_guide_goes_to_content_and_its_path_is_printed(terminal, content):
    result = terminal.run("new", "Goblet Squat", "--equipment", "kettlebell")
    assert result.stdout == "content/gobletsquat_kettlebell.md\n"
    assert (content / "gobletsquat_kettlebell.md").is_file()


def test_without_content_it_goes_here(terminal):
    assert terminal.run("new", "Goblet Squat").stdout == "gobletsquat.md\n"
    assert (terminal.folder / "gobletsquat.md").is_file()


def test_it_goes_where_asked(terminal, content):
    assert terminal.run("new", "Goblet Squat", "-o", "my/guides").stdout == "my/guides/gobletsquat.md\n"
    assert (terminal.folder / "my" / "guides" / "gobletsquat.md").is_file()


@pytest.mark.parametrize("equipment", [(), ("--equipment", "Kettlebell")])
def test_check_says_what_is_missing_and_what_keeps_it_from_being_printed(terminal, equipment):
    terminal.run("new", "Goblet Squat", *equipment)
    found = terminal.json("check", ".", exit_code=1)
    assert [(it["severity"], it["code"]) for it in found["problems"]] == [
        ("warning", "missing-video"),
        ("warning", "missing-description"),
        ("error", "placeholder"),
    ]
    assert all(it["line"] for it in found["problems"])


def test_it_is_not_printed_until_its_words_are_written(terminal):
    path = terminal.folder / terminal.run("new", "Goblet Squat").stdout.strip()
    assert "words are still to be written" in terminal.run("render", ".", exit_code=1).stderr
    assert not list((terminal.folder / "output").glob("*.pdf"))
    path.write_text(re.sub(r"\[Write: ([^]]*)\]", r"\1", path.read_text()))
    terminal.run("render", ".")
    assert (terminal.folder / "output" / "gobletsquat.pdf").is_file()


def test_every_place_that_is_to_be_written_is_named(terminal):
    path = terminal.folder / terminal.run("new", "Goblet Squat").stdout.strip()
    lines = [number for number, line in enumerate(path.read_text().splitlines(), start=1) if "[Write: " in line]
    (problem,) = (it for it in terminal.json("check", ".", exit_code=1)["problems"] if it["code"] == "placeholder")
    assert problem["message"] == f"words are still to be written in lines {', '.join(map(str, lines))}"
    assert problem["line"] == lines[0]


def test_a_skeleton_that_is_filled_in_has_no_problems(terminal):
    path = terminal.folder / terminal.run("new", "Goblet Squat").stdout.strip()
    text = re.sub(r"\[Write: (name of step .)\]", r"\1", path.read_text())
    text = re.sub(r"\[Write: [^]]*\]", "Stand tall and breathe out.", text)
    text = text.replace('video: ""', 'video: "abcdefghijk"').replace('description: ""', 'description: "For the legs."')
    path.write_text(text)
    assert terminal.run("check", "--strict", ".").stdout == "1 guide checked: no problems\n"


def test_every_section_has_a_place_in_a_guide():
    guide = parse_guide(skeleton("Goblet Squat", "Kettlebell"), path="x.md", stem="x")
    assert (guide.title, guide.title_origin, guide.equipment) == ("Goblet Squat", Origin.GIVEN, "Kettlebell")
    assert [section.heading for section in guide.sections] == ["Setup", "Execution", "Tips", "Common Mistakes"]
    assert (guide.steps_from_howto, len(guide.steps)) == (True, 3)


@pytest.mark.parametrize("title", ['The "Good" Morning', "Row: Wide # 2", "a\\b & *c*", "? x", "yes", "1e3", "{a}"])
def test_any_title_is_kept_as_it_is(terminal, title):
    path = terminal.run("new", title, "--equipment", title).stdout.strip()
    (guide,) = terminal.json("list", path, exit_code=1)
    assert (guide["title"], guide["equipment"]) == (title, title)


def test_a_guide_that_exists_is_never_changed(terminal):
    path = terminal.folder / "gobletsquat.md"
    path.write_text("mine")
    result = terminal.run("new", "Goblet Squat", exit_code=3)
    assert result.stderr.startswith("cardgen: gobletsquat.md is here already\n  hint: ")
    assert path.read_text() == "mine"


@pytest.mark.parametrize("name", ["", "!!!", "  ", "con", "a" * 300, "Good\x1b[31m Morning", "Good\udcff"])
def test_a_name_that_no_file_can_have_is_wrong_usage(terminal, name):
    assert terminal.run("new", name, exit_code=2).stderr.startswith("cardgen: ")
    assert list(terminal.folder.iterdir()) == []


def test_without_a_name_it_is_wrong_usage(terminal):
    terminal.run("new", exit_code=2)


def test_a_folder_that_is_a_file_ends_with_3(terminal):
    (terminal.folder / "guides").write_text("a file")
    assert "it is a file, not a folder" in terminal.run("new", "Goblet Squat", "-o", "guides", exit_code=3).stderr
