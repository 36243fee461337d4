"""A gym's own movements: a folder of YAML files beside the guides."""

import os

import pytest

from cardgen.display import Role
from cardgen.guide import read_guide
from cardgen.pipeline import stages
from cardgen.pipeline.own_movements import own_movement, own_movements, posed_own, template
from cardgen.pipeline.settings import CardSettings
from cardgen.values.stock import parse_sheet

JEFFERSON = """\
title: Jefferson Curl
names: [Jefferson Curl, Spine Roll]
works: [hamstrings]
with: [barbell, dumbbell]
poses:
  - {leg: [-2, -4], torso: 1, arm: [5, 6]}
  - {leg: [10, -4], torso: 30, curl: 60, nod: 20, balance: mass, arm: [0, 4]}
"""
GUIDE = '---\ntitle: "{title}"\nvideo: none\ndescription: "Roll."\n{more}---\n## Steps\n1. **Stand.** Stand tall.\n2. **Roll.** Roll down.\n'


@pytest.fixture
def write(tmp_path):
    (tmp_path / "movements").mkdir()

    def write_(text, name="jefferson-curl"):
        path = tmp_path / "movements" / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(len(text), len(text)))  # a file that is written twice in a moment is another
        return own_movements(tmp_path / "movements")

    return write_


@pytest.fixture
def guide(tmp_path):
    def guide_(title="Spine Roll", more=""):
        path = tmp_path / "roll_dumbbell.md"
        path.write_text(GUIDE.format(title=title, more=more), encoding="utf-8")
        return read_guide(path)

    return guide_


def told(found):
    return [str(problem).replace("\n", " ") for own in found for problem in own.problems]


def test_a_folder_without_movements_has_none(tmp_path):
    assert own_movements(tmp_path / "movements") == ()


def test_a_guide_takes_the_movement_of_its_title_with_its_equipment(write, guide):
    assert told(write(JEFFERSON)) == []
    own = own_movement(guide())
    assert own.name == "jefferson-curl"
    assert posed_own(own, "Dumbbell").implement == "dumbbell"
    assert posed_own(own, "Cable").implement == "barbell"


def test_the_front_matter_names_one_or_none(write, guide):
    write(JEFFERSON)
    assert own_movement(guide("Back Roll", "movement: jefferson curl\n")).name == "jefferson-curl"
    assert own_movement(guide("Spine Roll", "movement: none\n")) is None
    assert own_movement(guide("Back Roll")) is None


def test_its_figure_stands_on_the_card_and_its_name_is_no_longer_unknown(write, guide):
    write(JEFFERSON)
    pages, problems = stages.lay_out(
        guide("Back Roll", "movement: jefferson-curl\n"), CardSettings(sheet=parse_sheet("a5"))
    )
    (mark, *_) = [item.mark for item in pages[0].items if item.mark.role is Role.FIGURE]
    assert mark.alternative.startswith("Jefferson Curl with dumbbells: standing")
    assert "unknown-movement" not in {problem.code for problem in problems}


def test_a_movement_may_be_like_one_of_the_package_or_of_the_folder(write):
    write("title: Slow Curl\nlike: Jefferson Curl\n", "a-slow-curl")
    found = write(JEFFERSON)
    assert told(found) == []
    assert [own.name for own in found] == ["a-slow-curl", "jefferson-curl"]
    assert told(write("title: Deep Squat\nlike: squat\n", "deep-squat")) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("torso: 1,", "torso: 1, leg: [0, 40],", 'the key "leg" stands already in line 6'),
        ("leg: [-2, -4]", "leg: [0, 40]", ":6: warning: pose 1: each knee bends backwards (with barbell)"),
        ("curl: 60", "curl: round", "pose 2"),
        ("torso: 30", "torsoo: 30", ':7: warning: pose 2: a pose has no field "torsoo"'),
        ("names:", "nmaes:", ':2: warning: unknown key "nmaes"   hint: did you mean "names"?'),
        ("[hamstrings]", "[hamstring]", ':3: warning: unknown muscle "hamstring"   hint: did you mean "hamstrings"?'),
        ("[hamstrings]", "[neck]", '"neck" is not seen on a figure'),
        ("barbell, dumbbell", "barbel", 'unknown implement "barbel"   hint: did you mean "barbell"?'),
        ("title: Jefferson Curl\n", "", "the movement has no title"),
        ("works:", "like: somersault\nworks:", '"like": there is no movement "somersault"'),
        ("poses:", "moves:", "the movement has no poses"),
        ("title: Jefferson Curl", "title: [", "no valid YAML"),
        ("arm: [0, 4]", "arm: {to: [90, 90]}", "pose 2: each hand misses its place by"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_nothing_is_drawn(write, old, new, words):
    (own,) = write(JEFFERSON.replace(old, new, 1))
    assert any(words in text for text in told([own])), told([own])
    assert own.record is None


@pytest.mark.parametrize(
    "text", ["", "- 1\n", "&a [*a]\n", "title: x\nposes: 3\n", "title: x\nposes: [3]\n", "x" * 70_000]
)
def test_a_file_that_is_no_movement_is_told_once(write, text):
    (own,) = write(text)
    assert own.record is None
    assert own.problems


def test_a_cause_is_told_once_however_many_implements_there_are(write):
    (own,) = write(JEFFERSON.replace("torso: 30", "torso: 170", 1).replace("balance: mass, ", ""))
    assert len(own.problems) <= 3


@pytest.mark.parametrize("like", [None, "romaniandeadlift", "pushup_bodyweight", "legpress", "externalrotation_band"])
def test_a_movement_that_is_started_can_be_drawn_as_it_is(write, like):
    assert told(write(template('Say "Ah": Roll', like))) == []
