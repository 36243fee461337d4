"""The schema takes every sample and template, refuses what is broken, and lies beside the samples as it is printed."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import jsonschema
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planned import refused

from cardgen.program.model import BlockKind, Weekday
from cardgen.program.read import quote_lists
from cardgen.program.schema import FIRST_LINE, SCHEMA_NAME, json_schema, schema_text
from cardgen.program.template import template
from cardgen.values.resources import content_folder
from cardgen.values.yamlnodes import compose, read_tree

PROGRAMS = content_folder() / "programs"
SAMPLES = sorted(PROGRAMS.glob("*.yaml"))
HALF_WRONG = {
    # what YAML or a look at several values shows, not the shape of the file
    "alias", "circuit_and_others", "control_character", "duplicate_days", "duplicate_key", "empty", "escape", "latin1",
    "longer_than_the_weeks", "merge", "not_a_mapping", "only_comments", "open_bracket", "open_quote", "tabs", "tag",
    "too_long", "utf16",
}  # fmt: skip
NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(?P<part>\.[0-9]+)?")
SCHEMA = json_schema()
CHECKER = jsonschema.Draft202012Validator(SCHEMA)


def as_editors_read(value):
    """The values of a tree as YAML 1.2 has them: numbers are numbers, dates are texts."""
    if isinstance(value, dict):
        return {key: as_editors_read(it) for key, it in value.items()}
    if isinstance(value, list):
        return [as_editors_read(it) for it in value]
    if value and (match := NUMBER.fullmatch(value)):
        return float(value) if match["part"] else int(value)
    return value


def faults(text):
    root = compose(quote_lists(text), first=1, what="it")
    return [error.json_path for error in CHECKER.iter_errors(as_editors_read(read_tree(root).value))]


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("/draft/2020-12/schema")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_pass_and_name_it_in_their_first_line(path):
    text = path.read_text("utf-8")
    assert faults(text) == []
    assert text.partition("\n")[0] == FIRST_LINE
    assert (path.parent / SCHEMA_NAME).is_file()


def test_the_file_beside_the_samples_is_what_is_printed():
    assert (PROGRAMS / SCHEMA_NAME).read_text("utf-8") == schema_text()


def test_a_new_program_passes():
    assert faults(template("New")) == []
    assert faults(re.sub(r"(?m)^(\s*)# (\w+:|  )", r"\1\2", template("New")).replace("load: 40 kg", "places: 2")) == []


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((Path(__file__).parent / "errors").glob("*.yaml")) if path.stem not in HALF_WRONG],
    ids=lambda path: path.stem,
)
def test_wrong_programs_are_refused(path):
    assert faults(path.read_text("utf-8"))


EXERCISE = "title: Back\ndays: [{{blocks: [{{exercises: [{{exercise: Plank, {}}}]}}]}}]\n"


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("reps: 8", True),
        ("reps: 8-12", True),
        ("reps: AMRAP", True),
        ("reps: 30s", True),
        ("reps: 1:30", True),
        ("reps: 8 to", False),
        ("reps: ten", False),
        ("load: 40 kg", True),
        ("load: [40, 42.5, 45 kg]", True),
        ('load: "[40, 42.5, 45] kg"', True),
        ("load: body weight", True),
        ("load: 40", False),
        ("rest: 90", True),
        ("rest: 1:30", True),
        ("rest: none", True),
        ("rest: soon", False),
        ("tempo: 3-1-1-0", True),
        ("tempo: 31X0", True),
        ("tempo: 3-1-1", True),
        ("tempo: 3-1", False),
        ("side: each", True),
        ("side: up", False),
        ("sets: 20", True),
        ("sets: 21", False),
        ("sets: 0", False),
        ("sets: three", False),
        ("reps: null", True),
        ("colour: red", False),
    ],
)
def test_values_pass_and_fail_as_they_are_read(value, good):
    assert (faults(EXERCISE.format(value)) == []) is good
    if "null" not in value:
        assert (refused(EXERCISE.format(value)) == []) is good


def test_what_may_stand_there_is_offered():
    block, day, top = (SCHEMA["$defs"]["Block"], SCHEMA["$defs"]["Day"], SCHEMA)
    assert block["properties"]["kind"]["enum"] == [*(kind.value for kind in BlockKind), None]
    assert top["properties"]["level"]["enum"] == ["beginner", "intermediate", "advanced", None]
    assert all(re.search(day["properties"]["weekday"]["pattern"], it.text) for it in Weekday)
    for part in (top, *SCHEMA["$defs"].values()):
        described = [it for it in part["properties"].values() if "description" in it or "anyOf" in it]
        assert len(described) == len(part["properties"])
        assert part["additionalProperties"] is False


def test_days_and_a_circuit_exclude_each_other():
    days, circuit = "days: [{blocks: [{exercises: [A]}]}]\n", "circuit: {exercises: [A, B]}\n"
    assert faults(f"title: A\n{days}") == faults(f"title: A\n{circuit}") == []
    assert faults(f"title: A\n{days}{circuit}")
    assert faults("title: A\n")
