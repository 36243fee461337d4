"""What stands in a how-to part becomes steps or sections, whichever way it is written; and steps without one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made import BODY, FRONT, points, problems, read, read_howto, steps

from cardgen.guide.model import Role

TWO = [("", ["Go down."]), ("", ["Go up."])]
LIST = "1. Go down.\n2. Go up.\n"


@pytest.mark.parametrize("role", [Role.TIPS, Role.MISTAKES, Role.SAFETY])
def test_sections_written_as_paragraphs_are_no_steps(role):
    name = {Role.TIPS: "Tips", Role.MISTAKES: "Common Mistakes", Role.SAFETY: "Safety"}[role]
    guide = read_howto(f"### One\nText.\n\n### Two\nMore.\n\n### {name}\nBe kind.\n\nBe brave.\n")
    assert (steps(guide), points(guide, role)) == ([("One", ["Text."]), ("Two", ["More."])], ["Be kind.", "Be brave."])


@pytest.mark.parametrize("before", [LIST, "Go down.\n\nGo up.\n"])
def test_words_behind_a_bold_name_are_sections(before):
    guide = read_howto(f"{before}\n**Tips:** Be kind.\n\n**Safety**: Be brave.\n")
    assert (steps(guide), points(guide, Role.TIPS), points(guide, Role.SAFETY)) == (TWO, ["Be kind."], ["Be brave."])


def test_words_behind_a_bold_name_within_a_step_are_one_paragraph():
    guide = read_howto("### One\nText.\n\n**Safety:** Be brave.\n\nGo on.\n\n### Two\nMore.\n")
    assert (steps(guide), points(guide, Role.SAFETY)) == (
        [("One", ["Text.", "Go on."]), ("Two", ["More."])],
        ["Be brave."],
    )


@pytest.mark.parametrize("words", ["**Safety:** Be brave.\n\n", "## Safety\nBe brave.\n\n"])
def test_a_numbered_list_behind_a_caution_is_the_steps(words):
    guide = read_howto(words + LIST)
    assert (steps(guide), points(guide, Role.SAFETY)) == (TWO, ["Be brave."])


def test_subheadings_of_mistakes_open_points_here_too():
    guide = read_howto("### One\nText.\n### Common Mistakes\n#### Rounded back\nChest up.\n**Heels up**\nPush.\n")
    assert points(guide, Role.MISTAKES) == ["Rounded back: Chest up.", "Heels up: Push."]
    assert steps(guide) == [("One", ["Text."])]


@pytest.mark.parametrize("head", ["## Steps", "**Do this:**", "### How to perform", "Steps:", ""])
def test_a_numbered_list_under_a_heading_is_the_steps(head):
    guide = read_howto(f"{head}\n{LIST}")
    assert (steps(guide), problems(guide)) == (TWO, [])


def test_another_heading_over_the_list_is_told():
    guide = read_howto(f"### One Fine Squat\n{LIST}")
    assert (steps(guide), problems(guide)) == (TWO, [("note", "heading-over-steps", 10)])


@pytest.mark.parametrize("before", ["", "## Steps\n"])
def test_a_section_behind_the_list_is_a_section(before):
    guide = read_howto(f"{before}{LIST}## Breathing\nBreathe out.\n\n**Tips:**\n- Be kind.\n\n**Notes**\nRest.\n")
    assert steps(guide) == TWO
    assert [points(guide, role) for role in (Role.BREATHING, Role.TIPS, Role.NOTES)] == [
        ["Breathe out."],
        ["Be kind."],
        ["Rest."],
    ]


def test_a_setup_before_the_list_is_the_first_step():
    assert steps(read_howto(f"## Setup\nStand.\n\n## Steps\n{LIST}")) == [("Setup", ["Stand."]), *TWO]


def test_among_steps_with_headings_lists_and_breathing_are_theirs():
    guide = read_howto(f"### Setup\nStand.\n### Bend\n{LIST}### Breathing\nOut.\n")
    assert steps(guide) == [("Setup", ["Stand."]), ("Bend", ["Go down.", "Go up."]), ("Breathing", ["Out."])]


def test_a_short_line_over_the_list_is_no_step_and_told():
    guide = read_howto(f"It goes like so:\n{LIST}")
    assert (steps(guide), problems(guide)) == (TWO, [("note", "over-steps", 10)])
    assert '"It goes like so:"' in guide.problems[0].message


# --- without a how-to part --------------------------------------------------------------------------------------------


def test_text_over_the_list_is_no_step_and_told():
    guide = read(f"{FRONT}## Execution\nLie down and hold the bar. Then do this:\n\nSo:\n{LIST}")
    assert steps(guide) == TWO
    assert problems(guide) == [("warning", "over-steps", 7), ("note", "over-steps", 9)]


def test_a_subheading_of_the_execution_names_its_first_step():
    guide = read(f"{FRONT}## Execution\n### Lowering\n{LIST}### The Hold\nWait.\n\nWait on.\n")
    assert steps(guide) == [("Lowering", ["Go down."]), ("", ["Go up."]), ("The Hold", ["Wait."]), ("", ["Wait on."])]


def test_a_subheading_over_named_steps_is_told():
    guide = read(f"{FRONT}## Execution\n### Lowering\n1. **Bend**: Down.\n### Rising\n1. **Rising**: Up.\n")
    assert (steps(guide), problems(guide)) == (
        [("Bend", ["Down."]), ("Rising", ["Up."])],
        [("note", "heading-over-steps", 7)],
    )


def test_headings_that_only_say_steps_name_none():
    guide = read(FRONT + BODY.replace("Execution", "Step-by-Step Instructions").replace("**Rise**: ", ""))
    assert (steps(guide)[0], problems(guide)) == (("", ["Come up."]), [])
