"""What people do every day, and what they mix up: told in a line, with what works."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import click
import pytest
from pypdfium2 import PdfDocument

import cardgen
from cardgen.cli import COMMANDS, program
from cardgen.pipeline.advice import shared_flags

PLAN = "title: Back\nexercises: [{exercise: goodmorning_barbell, sets: 3, reps: 8}]\n"
PACKAGE = Path(cardgen.__file__).parent


def pages(path):
    return len(PdfDocument(path))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("rendr", 'Did you mean "render"?'),
        ("content", "To print it: cardgen render content"),
        ("plan.yaml", "To print it: cardgen booklet --program plan.yaml"),
        ("xyzzy", "The commands are render, booklet"),
    ],
)
def test_a_command_that_there_is_not_is_told_what_may_be_meant(terminal, content, name, told):
    (terminal.folder / "plan.yaml").write_text(PLAN)
    assert told in terminal.run(name, exit_code=2).stderr


@pytest.mark.parametrize("command", [("render",), ("check",), ("booklet",), ("overview",), ("list",)])
def test_a_program_in_the_place_of_a_guide_is_told_so(terminal, command):
    (terminal.folder / "plan.yaml").write_text(PLAN)
    result = terminal.run(*command, "plan.yaml", exit_code=1)
    assert "plan.yaml: this is a program, not a guide" in result.output
    assert "cardgen booklet --program plan.yaml" in result.output


@pytest.mark.parametrize("command", [("program", "check"), ("booklet", "--program"), ("circuit",)])
def test_a_guide_in_the_place_of_a_program_is_told_so(terminal, content, command):
    result = terminal.run(*command, "content/goodmorning_barbell.md", exit_code=1)
    assert "this is a guide, not a program" in result.output
    assert "cardgen render content/goodmorning_barbell.md" in result.output


def test_a_program_in_the_place_of_a_list_of_clients_is_told_so(terminal, content):
    (terminal.folder / "plan.yaml").write_text(PLAN)
    result = terminal.run("booklet", "--program", "plan.yaml", "--clients", "plan.yaml", exit_code=1)
    assert "this is a program, not a list of clients" in result.stderr


def test_a_folder_of_guides_in_the_place_of_programs_is_told_so(terminal, content):
    assert "cardgen check content" in terminal.run("program", "check", "content", exit_code=2).stderr


def test_a_file_holds_all_cards_in_their_order(terminal, content):
    result = terminal.run("render", "-o", "wall.pdf")
    assert result.stdout.startswith("3 cards in wall.pdf (")
    assert pages(terminal.folder / "wall.pdf") == 3
    words = [page.get_textpage().get_text_range() for page in PdfDocument(terminal.folder / "wall.pdf")]
    titles = ("GOOD MORNING", "HIP BRIDGE", "PULL THROUGH")
    assert [next(it for it in titles if it in text.upper().replace("\n", " ")) for text in words] == list(titles)


def test_copies_of_all_cards_follow_each_other_in_one_file(terminal, content):
    terminal.run("render", "-o", "wall.pdf", "--copies", "2")
    assert pages(terminal.folder / "wall.pdf") == 6


def test_a_bad_guide_does_not_stop_a_file_of_cards(terminal, content):
    (content / "bad.md").write_text("---\n")
    found = terminal.json("render", "-o", "wall.pdf", exit_code=1)
    assert (found["files"], found["failed"]) == (["wall.pdf"], ["content/bad.md"])
    assert pages(terminal.folder / "wall.pdf") == 3


def test_cards_of_several_sizes_lie_side_by_side(terminal, content):
    for size in ("a5", "a6"):
        terminal.run("render", "--size", size, "-o", "{size}/{stem}", "--only", "title~bridge")
    found = sorted(it.relative_to(terminal.folder).as_posix() for it in terminal.folder.glob("a*/*.pdf"))
    assert found == ["a5/hipbridge_bodyweight.pdf", "a6/hipbridge_bodyweight.pdf"]
    terminal.run("render", "--size", "a6", "-o", "out/{stem}-{size}", "--only", "title~bridge")
    assert (terminal.folder / "out" / "hipbridge_bodyweight-a6.pdf").is_file()


@pytest.mark.parametrize("output", ["{foo}/{stem}", "{stem}/x", "{stem", "{}"])
def test_a_pattern_that_names_no_card_is_wrong_usage(terminal, content, output):
    assert "{size}" in terminal.run("render", "-o", output, exit_code=2).stderr


def test_watch_writes_no_file_of_all_cards(terminal, content):
    assert "name a folder" in terminal.run("watch", "-o", "wall.pdf", exit_code=2).stderr


def test_what_would_serve_all_cards_is_said_at_the_end(terminal, content):
    told = terminal.run("render", "--read-from", "9m", exit_code=1).stderr
    (line,) = [line for line in told.splitlines() if line.startswith("all 3 would fit with ")]
    flags = re.sub(r"^all 3 would fit with |, or with .*$", "", line).split()
    terminal.run("render", *(["--read-from", "9m"] if "--read-from" not in flags else []), *flags)


@pytest.mark.parametrize(
    ("hints", "told"),
    [
        (("a3 holds it: --size a3", "a2 holds it: --size a2"), ("--size a2",)),
        (("near: --read-from 2m, or big: --size a3", "near: --read-from 1.5m"), ("--read-from 1.5m",)),
        (
            ("less: --detail headline --size a3", "x: --size a2, or less: --detail headline --size a3"),
            ("--detail headline --size a3",),
        ),
        (("a3 holds it: --size a3", "shorten the description"), ()),
    ],
)
def test_of_several_suggestions_the_one_that_serves_all_is_kept(hints, told):
    assert shared_flags(hints) == told


def options_of(command):
    found = {name for it in command.params for name in (*it.opts, *it.secondary_opts)}
    for sub in getattr(command, "commands", {}).values():
        found |= options_of(sub)
    return found


def test_every_option_that_a_message_names_exists():
    known = options_of(program) | {"--help", "--version", "--extra"}
    for name in COMMANDS:
        known |= options_of(program.get_command(click.Context(program), name))
    unknown = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                unknown |= {
                    (it, path.name) for it in re.findall(r"(?<![\w-])--[a-z][a-z-]+", node.value) if it not in known
                }
    assert not unknown


def test_every_command_that_a_message_names_exists():
    unknown = set()
    for path in PACKAGE.rglob("*.py"):
        for it in re.findall(r"cardgen ([a-z]+) (?:--|FILE|content|\{)", path.read_text("utf-8")):
            if it not in COMMANDS:
                unknown.add((it, path.name))
    assert not unknown
