"""`cardgen program` and `cardgen schema program`."""

import json

import pytest
from PIL import Image

from cardgen.program.schema import SCHEMA_NAME, schema_text

GOOD = "title: Back\nclient: Zyx Wvu\ndays:\n  - blocks: [{exercises: [Good Morning, Hip Bridge]}]\n"


@pytest.fixture
def put_program(terminal, content):
    def write(name, text=GOOD):
        path = terminal.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


def test_a_new_program_goes_to_programs_with_the_schema_beside_it(terminal, content):
    assert terminal.run("program", "new", "First  Month").stdout == "programs/first-month.yaml\n"
    assert (terminal.folder / "programs" / SCHEMA_NAME).read_text("utf-8") == schema_text()
    assert 'title: "First Month"\n' in (terminal.folder / "programs/first-month.yaml").read_text("utf-8")


def test_a_new_program_is_in_order_as_it_stands(terminal, content):
    path = terminal.run("program", "new", "First Month").stdout.strip()
    result = terminal.run("program", "check", path)
    assert result.stdout.endswith("programs/first-month.yaml: 1 day, 3 exercises, about 20 minutes\n")


@pytest.mark.parametrize("title", ["Über uns: 1", 'The "Good" # Plan', "yes", "スクワット", "a\\b & *c*"])
def test_any_title_is_kept_as_it_is(terminal, content, title):
    path = terminal.run("program", "new", title).stdout.strip()
    (found,) = terminal.json("program", "check", path, exit_code=0 if title.isascii() or "Ü" in title else 1)
    assert found["title"] == title


def test_a_program_that_exists_is_never_changed(terminal, content):
    terminal.run("program", "new", "Back", "-o", "mine")
    (terminal.folder / "mine/back.yaml").write_text("mine")
    (terminal.folder / "mine" / SCHEMA_NAME).write_text("mine")
    result = terminal.run("program", "new", "Back", "-o", "mine", exit_code=3)
    assert result.stderr.startswith("cardgen: mine/back.yaml is here already\n  hint: ")
    terminal.run("program", "new", "Legs", "-o", "mine")
    assert {path.read_text() for path in (terminal.folder / "mine").glob("[bp]*")} == {"mine"}


@pytest.mark.parametrize("name", ["", "!!!", "con", "a" * 300, "Good\x1b[31m"])
def test_a_name_that_no_file_can_have_is_wrong_usage(terminal, name):
    assert terminal.run("program", "new", name, exit_code=2).stderr.startswith("cardgen: ")
    assert list(terminal.folder.iterdir()) == []


def test_every_problem_is_told_and_others_are_checked(terminal, put_program):
    bad = put_program("bad.yaml", GOOD.replace("title", "titel").replace("Hip Bridge", "Hip Brige"))
    lost = put_program("lost.yaml", GOOD.replace("Hip Bridge", "Hip Brige"))
    result = terminal.run("program", "check", bad, lost, put_program("good.yaml"), exit_code=1)
    assert result.stdout == (
        'bad.yaml:1: unknown key "titel"\n  hint: did you mean "title"?\n'
        'bad.yaml:4: days[0].blocks[0].exercises[1]: no guide is called "Hip Brige"\n'
        '  hint: did you mean "hipbridge_bodyweight"?\n'
        'lost.yaml:4: days[0].blocks[0].exercises[1]: no guide is called "Hip Brige"\n'
        '  hint: did you mean "hipbridge_bodyweight"?\n'
        "good.yaml: 1 day, 2 exercises, 10 minutes\n"
    )
    assert result.stderr == ""


def test_warnings_do_not_fail(terminal, put_program):
    path = put_program("full.yaml", GOOD.replace("Hip Bridge", "Good Morning"))
    result = terminal.run("program", "check", path)
    assert 'full.yaml:4: warning: "Good Morning" stands twice in "day 1"' in result.stdout
    assert terminal.run("program", "check", "-q", path).stdout == ""


def test_a_missing_logo_is_told(terminal, put_program):
    path = put_program("plans/a.yaml", GOOD + "trainer: {logo: logo.png}\n")
    assert (
        'plans/a.yaml:5: warning: trainer.logo: there is no file "plans/logo.png"'
        in terminal.run("program", "check", path).stdout
    )
    Image.new("L", (8, 4)).save(terminal.folder / "plans/logo.png")
    assert "logo" not in terminal.run("program", "check", path).stdout


def test_a_logo_that_cannot_be_printed_is_an_error_in_its_place(terminal, put_program):
    path = put_program("plans/a.yaml", GOOD + "trainer: {logo: logo.png}\n")
    (terminal.folder / "plans/logo.png").write_bytes(b"no image")
    told = terminal.run("program", "check", path, exit_code=1).stdout.splitlines()
    assert told[0].startswith("plans/a.yaml:5: trainer.logo: plans/logo.png: the file is no image")
    assert told[1:] == ["  hint: save it as PNG or JPEG"]


def test_a_guide_that_cannot_be_read_is_named(terminal, put_program):
    (terminal.folder / "content" / "hipbridge_bodyweight.md").write_text("nothing")
    result = terminal.run(
        "program", "check", put_program("a.yaml", GOOD.replace("Hip Bridge", "hipbridge_bodyweight")), exit_code=1
    )
    assert "`cardgen check content/hipbridge_bodyweight.md` says why" in result.stdout


def test_a_folder_means_the_programs_in_it(terminal, put_program):
    for name in ("plans/b.yaml", "plans/a.yml", "plans/notes.txt"):
        put_program(name)
    assert [it["path"] for it in terminal.json("program", "check", "plans")] == ["plans/a.yml", "plans/b.yaml"]


def test_guides_may_lie_elsewhere(terminal, put_program):
    (terminal.folder / "content").rename(terminal.folder / "guides")
    path = put_program("a.yaml")
    result = terminal.run("program", "check", path, exit_code=2)
    assert result.stderr.startswith("cardgen: there is no folder content/ here\n  hint: `cardgen init`")
    terminal.run("program", "check", path, "--guides", "guides")
    terminal.run("program", "check", path, "--guides", "nowhere", exit_code=2)


@pytest.mark.parametrize("path", ["nope.yaml", "content"])
def test_what_is_no_program_is_wrong_usage(terminal, content, path):
    assert terminal.run("program", "check", path, exit_code=2).stderr.startswith("cardgen: ")


def test_json_tells_of_days_and_never_of_the_client(terminal, put_program):
    (found,) = terminal.json("program", "check", put_program("a.yaml"))
    assert found["days"] == [{"name": "", "exercises": 2, "minutes": 10}]
    assert found["guides"] == ["goodmorning_barbell", "hipbridge_bodyweight"]
    assert "Zyx" not in json.dumps(found)


def test_the_client_is_never_named(terminal, put_program):
    for text in (GOOD, GOOD + "client: Zyx\n", GOOD.replace("Zyx Wvu", "[Zyx]"), GOOD.replace("Hip Bridge", "Nope")):
        code = 0 if text is GOOD else 1
        assert "Zyx" not in terminal.run("program", "check", put_program("a.yaml", text), exit_code=code).output


def test_the_schema_is_printed(terminal):
    assert terminal.run("schema", "program").stdout == schema_text()


@pytest.mark.parametrize("command", ["new", "check"])
def test_every_command_has_help(terminal, command):
    assert terminal.run("program", command, "-h").stdout.startswith(f"Usage: cardgen program {command}")


def test_characters_that_no_font_has_are_errors_and_the_client_is_not_spelt(terminal, put_program):
    text = GOOD.replace("Zyx Wvu", '"\\u05d3\\u05d5"').replace("Back", '"Back \\U0001f4aa"')
    path = put_program("plans/a.yaml", f"{text}notes: Привет, γειά, Łódź\n")
    told = terminal.run("program", "check", path, exit_code=1).stdout.splitlines()
    assert told == [
        "plans/a.yaml:1: title: no font has the character \U0001f4aa (U+1F4AA FLEXED BICEPS)",
        "  hint: delete or replace it",
        "plans/a.yaml:1: client: no font has some of its letters",
        "  hint: write it in Latin letters",
    ]
    assert terminal.run("booklet", "--program", path, "-o", "b.pdf", exit_code=1).stdout == ""
    assert not (terminal.folder / "b.pdf").exists()


def test_each_field_and_day_tells_of_its_characters(terminal, put_program):
    text = "title: Back\ndays:\n  - name: A\n    note: \U0001f4aa\n    blocks: [{note: \u6df1, exercises: [Good Morning]}]\n"
    path = put_program("plans/a.yaml", text)
    told = terminal.run("program", "check", path, exit_code=1).stdout
    assert "note: no font has the character \U0001f4aa" in told
    assert "note: no font has the character \u6df1" in told
