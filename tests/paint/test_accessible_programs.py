"""The booklet of a program passes page-validation for PDF/UA-1 and PDF/A-2a in every form, and reads in order."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardgen.bundle.program.parts import Records
from cardgen.bundle.program_booklet import ProgramSettings, make_program
from cardgen.cli import program as command_line
from cardgen.compose import Detail
from cardgen.pipeline.rendition import AS_PDF, paint_document
from cardgen.program.model import Side, Trainer, Weekday
from cardgen.theme import THEMES, Ink
from cardgen.values.stock import Orientation
from cardgen.values.use import Edition, Use
from tests.bundle.program.made import asked, block, card_settings, day, guide, program, resolved
from tests.paint.opened import opened
from tests.paint.tagged import failures, read_tags, stripped
from tests.quick import mostly_slow

KNOWN = {
    "Anchor": guide("Anchor", "Lever Machine", tips=2, more="muscles: [glutes, hamstrings]\nlicense: CC0-1.0\n"),
    "Bow": guide("Bow", "Barbell", more="position: lying\nlanguage: de-CH\n"),
    "Cleat": guide("Cleat", more="position: standing\n"),
}
LIFT = asked("Anchor", sets=3, reps="8-12", load="[40, 42.5] kg", rest="90", tempo="3-1-1-0", note="Stop level")
EVERYTHING = program(
    day(
        1,
        block(asked("Cleat", reps="30s", side=Side.EACH), kind="warm-up", note="Walk first."),
        block(LIFT),
        block("Bow", asked("Ebb", sets=2, rest="75"), kind="superset"),
        block("Jib", kind="cool-down"),
        name="Hinge",
        weekday=Weekday.MONDAY,
        note="The lift comes first.",
    ),
    day(2, block("Anchor", "Keel", "Quay", kind="circuit", rounds=3, work=40, rest=20), weekday=Weekday.THURSDAY),
    day(3, block(asked("Bow", load="RPE 8")), weekday=Weekday.SATURDAY),
    client="Client",
    trainer=Trainer(name="Your trainer", contact="555 0100\nharbour.example"),
    start=date(2027, 1, 4),
    goal="Carry crates",
    notes="Leave two in reserve.\nSleep.",
)
SHORTEST = program("Anchor", weeks=1)


def painted(made, size="a5", *, records=Records.WITH, **changes):
    settings = ProgramSettings(card=replace(card_settings(size), **changes), records=records)
    document = make_program(made, resolved(made, **KNOWN), settings).document
    ((_, data),) = paint_document(document, Path("made-up.pdf"), AS_PDF)
    return data


@cache
def usual():
    return painted(EVERYTHING)


def test_a_program_passes():
    assert failures(usual()) == {}


FORMS = {
    "full cards on A4": ("a4", {"detail": Detail.FULL}),
    "compact cards, black alone": ("a6", {"theme": THEMES["graphite"].inked(Ink.MONO)}),
    "across, little ink": ("a5", {"orientation": Orientation.LANDSCAPE, "theme": THEMES["oxblood"].inked(Ink.LOW)}),
    "large print": ("a4", {"use": Use(edition=Edition.LARGE_PRINT)}),
    "letter at night": ("letter", {"theme": THEMES["night"]}),
    "logs alone": ("a5", {"records": Records.ALONE}),
    "without logs": ("a5", {"records": Records.WITHOUT}),
}


@pytest.mark.parametrize("form", mostly_slow(FORMS, every=2))
def test_a_program_passes_in_every_form(form):
    size, changes = FORMS[form]
    assert failures(painted(EVERYTHING, size, **changes)) == {}


@pytest.mark.parametrize("made", [SHORTEST, replace(EVERYTHING, weeks=52)], ids=["a day", "a year"])
def test_the_shortest_and_the_longest_program_pass(made):
    assert failures(painted(made)) == {}


def test_a_program_without_its_tags_fails():
    assert len(failures(stripped(usual()))) > 5


def test_a_program_has_one_first_heading_and_leaves_no_level_out():
    tree = read_tags(usual())
    levels = [int(heading.name[1]) for heading in tree.all("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_number_that_can_be_followed_is_that_of_its_page():
    pdf = opened(usual())
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    followed = 0
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if link.A.S == "/GoTo" and (told := re.search(r"page (\d+)$", str(link.Contents))):
                assert int(told[1]) == numbers[link.A.D[0].objgen]
                followed += 1
    assert followed > 30


def test_all_rows_of_a_table_have_as_many_columns():
    tables = read_tags(usual()).all("Table")
    assert len(tables) >= 8  # the week, its boxes, three days, logs, strips
    for table in tables:
        columns = {sum(cell.span for cell in row.all("TH", "TD")) for row in table.all("TR")}
        assert len(columns) == 1


@pytest.mark.parametrize("options", [(), ("--size", "a3", "--ink", "mono"), ("--detail", "brief", "--plan", "grid")])
def test_a_circuit_passes(options, tmp_path, repository):
    plan, path = repository / "content/programs/eight-stations.yaml", tmp_path / "made.pdf"
    asked_for = ["circuit", str(plan), "--guides", str(repository / "content"), *options, "-o", str(path)]
    result = CliRunner().invoke(command_line, asked_for)
    assert result.exit_code == 0, result.output
    assert failures(path.read_bytes()) == {}
