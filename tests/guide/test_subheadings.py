"""Headings within tips, mistakes and safety open a point; closing words are told from points."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made import points, problems, read_body

from cardgen.guide.model import Emphasis, Role


@pytest.mark.parametrize(
    ("first", "second"), [("### Rounded back", "### Heels up"), ("**Rounded back**", "**Heels up:**")]
)
def test_a_subheading_among_mistakes_opens_its_point(first, second):
    guide = read_body(f"## Common Mistakes\n{first}\nKeep the chest up.\n\n{second}\nPush through the heels.\n")
    assert points(guide, Role.MISTAKES) == ["Rounded back: Keep the chest up.", "Heels up: Push through the heels."]
    (section,) = guide.with_role(Role.MISTAKES)
    item = section.blocks[0].items[0]
    assert (item.lead_in, item.location.line, item.text[0].emphasis) == ("Rounded back", 10, Emphasis.STRONG)
    assert problems(guide) == []


def test_several_points_under_a_subheading_are_nested_below_it():
    guide = read_body("## Tips\n- Smile.\n\n### Elbows\n- Tuck them.\n- Keep them there.\n#### Wrists\nStraight.\n")
    assert points(guide, Role.TIPS) == [
        "Smile.",
        "Elbows:",
        "  Tuck them.",
        "  Keep them there.",
        "  Wrists: Straight.",
    ]


def test_one_point_under_a_subheading_stands_beside_it():
    assert points(read_body("## Safety\n### Bolts\n- Check them.\n"), Role.SAFETY) == ["Bolts: Check them."]


def test_further_paragraphs_under_a_subheading_are_nested():
    guide = read_body("## Safety\n### Bolts!\nCheck them.\n\nTwice.\n")
    assert points(guide, Role.SAFETY) == ["Bolts! Check them.", "  Twice."]


def test_a_subheading_without_text_is_a_point_and_told():
    guide = read_body("## Common Mistakes\n### Rounding the back\n### Racing\nSlow down.\n")
    assert points(guide, Role.MISTAKES) == ["Rounding the back", "Racing: Slow down."]
    assert problems(guide) == [("warning", "empty-section", 10)]


@pytest.mark.parametrize("heading", ["Knees", "Hips", "Toes", "Poor Breathing", "Grip", "No Warm-Up"])
def test_what_a_mistake_is_about_is_no_section(heading):
    guide = read_body(f"## Common Mistakes\n### {heading}\nMend it.\n")
    assert points(guide, Role.MISTAKES) == [f"{heading}: Mend it."]
    assert problems(guide) == []


@pytest.mark.parametrize(
    ("heading", "role"), [("Breathing", Role.BREATHING), ("Form Tips", Role.TIPS), ("Safety", Role.SAFETY)]
)
def test_usual_names_within_mistakes_are_sections(heading, role):
    guide = read_body(f"## Common Mistakes\n- Racing.\n\n### {heading}\n- Slow.\n")
    assert (points(guide, Role.MISTAKES), points(guide, role)) == (["Racing."], ["Slow."])


def test_a_mistyped_name_within_tips_is_told():
    assert problems(read_body("## Tips\n- Smile.\n### Common Mistaks\n- Racing.\n")) == [
        ("warning", "unknown-heading", 11)
    ]


def test_subheadings_of_variations_stay_sections():
    guide = read_body("## Variations\n### On One Leg\nHarder.\n")
    assert [s.heading for s in guide.with_role(Role.VARIATIONS)] == ["Variations", "On One Leg"]


@pytest.mark.parametrize("section", ["Tips", "Common Mistakes", "Safety"])
def test_a_last_paragraph_that_may_be_a_point_is_told(section):
    guide = read_body(f"## {section}\n- One.\n\nKeep the chest up.\n")
    assert problems(guide) == [("note", "conclusion", 12)]
    assert guide.problems[0].hint.startswith('put "- " before it')


@pytest.mark.parametrize(
    "text",
    [
        "By following this you grow strong.",
        "Remember to smile.",
        "With practice it gets easy.",
        "Good form and control keep you free of injury.",
    ],
)
def test_plain_closing_words_need_no_note(text):
    guide = read_body(f"## Common Mistakes\n- One.\n\n{text}\n")
    assert (points(guide, Role.CONCLUSION), problems(guide)) == ([text], [])


def test_a_last_paragraph_with_a_lead_in_is_a_point():
    guide = read_body("## Common Mistakes\n- One.\n\n**Heels up:** Push through them.\n")
    assert points(guide, Role.MISTAKES) == ["One.", "Heels up: Push through them."]


def test_a_closing_paragraph_elsewhere_needs_no_note():
    assert problems(read_body("## Variations\n- One.\n\nKeep the chest up.\n")) == []
