"""Where steps are found without a how-to part: an example on both sides of each number that decides it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made import FRONT, read, steps

from cardgen.values.errors import GuideError


def words(count, end=""):
    """So many words, of which no one names a part of a guide."""
    return f"Lean{' on' * (count - 1)}{end}"


def found(body):
    """The names and texts of the steps; None where it is asked what they are."""
    try:
        return steps(read(FRONT + body))
    except GuideError as error:
        assert [problem.code for problem in error.problems] == ["no-steps"], str(error)
        return None


def one_and_two(*parts):
    """What is found in the first part alone, and in both."""
    return found(parts[0]), found("".join(parts))


# --- how many there must be -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## 1. Starting Position\nStand up.\n\n", "## 2. Finish\nLean on.\n"),
        ("## Step 1: Stand up\nStand up.\n\n", "## Step 2: Lean on\nLean on.\n"),
    ],
)
def test_one_numbered_heading_is_asked_about_and_two_are_steps(first, second):
    one, two = one_and_two(first, second)
    assert one is None
    assert [texts for _, texts in two] == [["Stand up."], ["Lean on."]]


@pytest.mark.parametrize("points", [("1. Stand up.\n", "2. Lean on.\n"), ("- Stand up.\n", "- Lean on.\n")])
def test_one_point_under_no_heading_is_a_remark_and_two_are_steps(points):
    assert one_and_two(*points) == (None, [("", ["Stand up."]), ("", ["Lean on."])])


def test_one_heading_of_a_phase_is_asked_about_and_two_are_steps():
    parts = ("## Eccentric Phase\nLean on.\n\n", "## Concentric Phase\nStand up.\n")
    assert one_and_two(*parts) == (None, [("Eccentric Phase", ["Lean on."]), ("Concentric Phase", ["Stand up."])])


def test_lists_under_one_numbered_part_of_the_steps_are_steps_and_under_two_each_part_is_one():
    head, points = "## How to do it\n", "- Stand up.\n- Lean on.\n\n"
    one = found(f"{head}### 1. Rise\n{points}### Then\n{points}")
    two = found(f"{head}### 1. Rise\n{points}### 2. Sink\n{points}")
    assert len(one) == 4
    assert two == [("Rise", ["Stand up.", "Lean on."]), ("Sink", ["Stand up.", "Lean on."])]


def test_text_under_one_part_of_the_steps_is_parted_and_under_two_each_part_is_a_step():
    parts = ("## How to do it\n### Rise\nStand up. Go on.\n\n", "### Sink\nLean on. Go on.\n")
    one, two = one_and_two(*parts)
    assert [texts for _, texts in one] == [["Stand up."], ["Go on."]]
    assert two == [("Rise", ["Stand up. Go on."]), ("Sink", ["Lean on. Go on."])]


# --- how many words ---------------------------------------------------------------------------------------------------


def test_seven_bare_words_are_a_remark_and_eight_are_the_steps():
    assert (found(words(7, ".")), found(words(8, "."))) == (None, [("", [words(8, ".")])])


def test_the_words_of_all_bare_paragraphs_count_together():
    assert found(f"{words(4, '.')}\n\n{words(3, '.')}\n") is None
    assert found(f"{words(4, '.')}\n\n{words(4, '.')}\n") == [("", [words(4, ".")])] * 2


def told_over_steps(before):
    guide = read(f"{FRONT}## Execution\n{before}\n1. Stand up.\n2. Lean on.\n")
    assert steps(guide) == [("", ["Stand up."]), ("", ["Lean on."])]
    return [problem.severity.value for problem in guide.problems if problem.code == "over-steps"]


@pytest.mark.parametrize(
    ("before", "severity"),
    [
        (words(12, ":"), "note"),
        (words(13, ":"), "warning"),
        (words(12, "."), "warning"),
        ("Stand up. Then do this:", "warning"),
    ],
)
def test_twelve_words_and_a_colon_lead_up_to_the_steps_and_more_may_be_one(before, severity):
    assert told_over_steps(before) == [severity]


# --- facts ------------------------------------------------------------------------------------------------------------


def test_labels_before_twelve_words_are_facts_and_before_more_are_names_of_steps():
    facts, more = (f"- **Level:** {words(count)}\n- **Place:** {words(count)}\n" for count in (12, 13))
    assert found(facts) is None
    assert found(more) == [("Level", [words(13)]), ("Place", [words(13)])]


def test_a_list_is_facts_where_half_of_its_points_are():
    fact, act = "- **Level:** easy\n", "- Stand up and lean on the wall.\n"
    assert found(2 * fact + 2 * act) is None
    assert len(found(2 * fact + 3 * act)) == 5


def test_a_label_with_points_below_it_is_no_fact():
    assert found("- **Level:** easy\n- **Place:** a wall\n") is None
    assert len(found("- **Level:** easy\n  - Lean on.\n- **Place:** a wall\n  - Lean on.\n")) == 2
