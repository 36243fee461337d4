from __future__ import annotations

import pytest

from cardgen.guide.model import Role
from cardgen.guide.roles import NAMES, is_section_name, nearest_name, role_of

EXPECTED = {
    Role.SETUP: "Set-Up; Initial Setup; Starting Stance; Hand Placement; Grip & Stance; Warm-Up; Loading the Bar; Body Alignment; "
    "Seated Position; Adjust the Machine; Getting Into Position; Machine Setup",
    Role.EXECUTION: "The Lift; Pulling Phase; Eccentric Phase (Lowering); Return to Starting Position; Step-by-Step Guide; Descent; "
    "How to Perform the Exercise; Lowering the Weight; Final Position; At the Top; Steps for Proper Form; Drive Through the Heels; "
    "Setup and Execution; Bottom Position; Repetition; Squatting Down; Rising Up; Range of Motion",
    Role.TIPS: "Form Tips; Tips for Success; Key Points to Remember; Breathing Tips; Tips to Avoid Injury; Coaching Cues; Proper Form; "
    "Pro Tips!; KEY POINTS; Technique; Form Focus; Points to Remember; Pointers",
    Role.MISTAKES: "Common Mistakes (to Avoid); Mistakes and Tips; Common Errors; What to Avoid; Things Not to Do; Common Form Mistakes; "
    "Avoid These; Safety Mistakes",
    Role.SAFETY: "Safety Tips; Safety Key Points; Precautions; Caution; Injury Prevention; Contraindications; Warnings",
    Role.BREATHING: "Breathing Pattern; Breath; Inhale and Exhale",
    Role.VARIATIONS: "Variations; Modifications & Progressions; Regressions; Alternative Exercises; Make It Harder: Advanced",
    Role.EQUIPMENT: "Equipment Needed; What You'll Need; Required Equipment; Gear",
    Role.BENEFITS: "Benefits of the Row; Muscles Worked; Target Muscles; Purpose; Why",
    Role.NOTES: "Additional Notes; Overall Focus; Sets and Reps; Programming; Recommendations",
    Role.CONCLUSION: "Conclusion; Summary; Final Thoughts",
    Role.OVERVIEW: "Overview; Introduction; About This Exercise; Description",
    Role.UNKNOWN: "Qwertz; Common Mistaks; Setpu",
}


@pytest.mark.parametrize(
    ("role", "heading"), [(role, name) for role, names in EXPECTED.items() for name in names.split("; ")]
)
def test_headings_have_roles(role, heading):
    assert role_of(heading) is role


@pytest.mark.parametrize(("role", "heading"), [(role, name) for role, names in NAMES.items() for name in names])
def test_usual_names_have_their_role_and_stand_alone(role, heading):
    assert role_of(f"{heading.upper()}:") is role
    assert is_section_name(f"{heading}:")


@pytest.mark.parametrize(
    "head", ["tips", "more tips", "a tip", "key points", "tip: breathing", "tips for your setup", "grip tips"]
)
def test_whatever_says_tips_without_safety_is_tips(head):
    assert role_of(head) is Role.TIPS


def test_mistyped_headings_have_a_nearest_name():
    assert (nearest_name("Common Mistaks"), nearest_name("Cuess"), nearest_name("Qwertz")) == (
        "Common Mistakes",
        "Cues",
        None,
    )
