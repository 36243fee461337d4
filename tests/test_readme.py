"""The commands of the README and of `docs/` run, and what they say of the program is so."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import cardgen
from cardgen.cli import COMMANDS, program
from cardgen.compose import Detail
from cardgen.files.config import load_config
from cardgen.guide import parse_guide
from cardgen.guide.keys import meant
from cardgen.guide.languages import Kind, tags
from cardgen.guide.model import Role
from cardgen.layout.ground.measures import measures_for
from cardgen.program import parse_program
from cardgen.values import resources
from cardgen.values.errors import Severity
from cardgen.values.geometry import to_mm
from cardgen.values.stock import parse_sheet

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
ALL = "\n".join((README, *DOCS.values()))


def blocks(language, text=README):
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands():
    lines = [line for block in blocks("sh", ALL) for line in block.splitlines()]
    shown = [re.sub(r"\s+#\s.*", "", line).strip() for line in lines if line.startswith("cardgen ")]
    return list(dict.fromkeys(shown))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a few of the sample guides, the programs and a list of clients."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    for stem in ("plank_bodyweight", "pallofpress_band", "gobletsquat_kettlebell"):
        shutil.copy(resources.content_folder() / f"{stem}.md", tmp_path / "content")
    shutil.copytree(resources.content_folder() / "programs", tmp_path / "programs")
    (clients,) = re.findall(r"^```\n(client,.*?)^```", ALL, re.MULTILINE | re.DOTALL)
    (tmp_path / "clients.csv").write_text(clients, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    # a chart of every movement takes seconds
    [pytest.param(it, marks=pytest.mark.slow) if "--chart" in it else it for it in commands()],
)
def test_a_command_of_the_readme_runs(command, folder):
    if "programs/" in command:
        for path in resources.content_folder().glob("*.md"):
            shutil.copy(path, folder / "content")
    result = CliRunner().invoke(program, shlex.split(command)[1:])
    assert result.exit_code == 0, result.output


def test_the_readme_shows_every_command():
    assert set(re.findall(r"(?:^|`)cardgen (\w+)", README, re.MULTILINE)) >= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_the_readme_is_one_of_its_command(name):
    for command in commands():
        words = shlex.split(command)
        if words[1] == name:
            found = program.get_command(None, name)
            if isinstance(found, click.Group):
                found = found.commands.get(words[2] if words[2:] else "") or found.commands["show"]
            known = {option for parameter in found.params for option in (*parameter.opts, *parameter.secondary_opts)}
            assert {word for word in words if word.startswith("-")} <= known


def test_the_guide_of_the_readme_is_one():
    (text,) = blocks("markdown")
    guide = parse_guide(text, path="readme.md", stem="gobletsquat_kettlebell")
    assert (guide.title, guide.equipment) == ("Goblet Squat", "Kettlebell")
    assert len(guide.steps) == 2
    assert guide.video is not None
    assert [len(guide.with_role(role)) for role in (Role.MISTAKES, Role.SAFETY)] == [1, 1]
    assert all(problem.severity is Severity.NOTE for problem in guide.problems)


def test_the_program_of_the_readme_is_one():
    (text,) = blocks("yaml")
    program = parse_program(text, path="readme.yaml")
    assert (len(program.days), len(program.exercises)) == (1, 4)


def test_the_settings_of_the_readme_are_known(tmp_path):
    (text,) = blocks("toml")
    tomllib.loads(text)
    path = tmp_path / "cardgen.toml"
    path.write_text(text, encoding="utf-8")
    assert load_config(path).problems == ()


def test_the_library_example_runs(folder):
    (text,) = blocks("python")
    found = {}
    exec(text, found)  # noqa: S102 - the README's own lines
    assert found["pdf"].startswith(b"%PDF")


def test_the_table_of_sizes_is_that_of_the_program():
    rows = re.findall(
        r"^\| (A\d) \| (\d+) mm \| ([\d.]+) pt \| (-|[\d.]+ pt) \| ([\d.]+) pt \| ([\d.]+) mm \|$", ALL, re.MULTILINE
    )
    assert len(rows) == 6
    for name, side, floor, full, ceiling, code in rows:
        sheet = parse_sheet(name)
        measures = measures_for(sheet)
        assert round(to_mm(sheet.width)) == int(side)
        assert (measures.floor, measures.ceiling) == (float(floor), float(ceiling))
        assert to_mm(measures.code_side) == pytest.approx(float(code))
        if full != "-":
            assert measures_for(sheet, Detail.FULL).floor == float(full.removesuffix(" pt"))


def test_pictures_and_files_of_the_readme_exist():
    for folder, text in ((ROOT, README), *((ROOT / "docs", text) for text in DOCS.values())):
        for path in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", re.sub(r"`[^`]*`", "", text)):
            assert (folder / path).is_file(), path


def test_the_readme_is_short():
    assert README.count("\n") < 250


def test_the_guide_to_guides_knows_the_keys_and_kinds():
    text = DOCS["guides.md"]
    rows = [re.split(r"(?<!\\)\|", line) for line in text.partition("## Front matter")[2].splitlines()]
    rows = [row for row in rows if len(row) == 5 and row[1].startswith(" `")]
    assert len(rows) > 15
    for _, own, others, *_ in rows:
        keys = re.findall(r"`(\w+)`", own)
        assert {meant(key) for key in re.findall(r"`(\w+)`", f"{own} {others}")} <= set(keys)
    for kind in Kind:
        assert f"`{kind.value}`" in text
    assert "fifteen\nlanguages" in README
    assert len(tags()) == 15


def test_the_guide_of_the_guide_to_guides_is_one():
    (text,) = blocks("markdown", DOCS["guides.md"])
    guide = parse_guide(text, path="guides.md", stem="wallsit")
    assert [len(guide.steps), len(guide.with_role(Role.TIPS))] == [2, 1]


def test_the_changelog_tells_of_this_version():
    assert f"## {cardgen.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_figure_is_left_to_be_filled_in():
    assert not re.search(r"SPEED|TODO|XXX|TESTTIME", ALL)


PROGRAMS = DOCS["programs.md"]


def test_every_notation_of_the_guide_to_programs_is_read():
    written = [
        it
        for line in PROGRAMS.splitlines()
        if line.startswith("| `")
        for it in re.findall(r"`(\w+: [^`]+)`", line.split(" | ")[0])
    ]
    assert len(written) > 50
    for line in written:
        key, _, value = line.partition(": ")
        quoted = value if value.startswith(('"', "[")) else f'"{value}"'
        on_top = key in ("start", "weekday", "times")
        exercise = "{exercise: Plank}" if on_top else f"{{exercise: Plank, {key}: {quoted}}}"
        top = f"{key}: {quoted}\n" if on_top else ""
        parse_program(f"title: Back\n{top}exercises: [{exercise}]\n", path=line)


def test_the_program_of_the_guide_to_programs_is_one():
    (text,) = re.findall(r"^```yaml\n(.*?)^```", PROGRAMS, re.MULTILINE | re.DOTALL)
    assert len(parse_program(text, path="programs.md").exercises) == 2
