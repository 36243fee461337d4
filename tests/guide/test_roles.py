from __future__ import annotations

import pytest

from cardgen.guide.headings import headings_for
from cardgen.guide.languages import Kind
from cardgen.guide.model import Role

ENGLISH = headings_for("en")

EXPECTED = {
    Role.SETUP: "Set-Up; Initial Setup; Starting Stance; Hand Placement; Grip & Stance; Loading the Bar; Body Alignment; "
    "Seated Position; Adjust the Machine; Getting Into Position; Machine Setup",
    Role.EXECUTION: "The Lift; Pulling Phase; Eccentric Phase (Lowering); Return to Starting Position; Step-by-Step Guide; Descent; "
    "How to Perform the Exercise; Lowering the Weight; Final Position; At the Top; Steps for Proper Form; Drive Through the Heels; "
    "Setup and Execution; Bottom Position; Repeat; Squatting Down; Rising Up; Range of Motion",
    Role.TIPS: "Form Tips; Tips for Success; Key Points to Remember; Tips to Avoid Injury; Coaching Cues; Proper Form; "
    "Pro Tips!; KEY POINTS; Technique; Form Focus; Points to Remember; Pointers",
    Role.MISTAKES: "Common Mistakes (to Avoid); Mistakes and Tips; Common Errors; What to Avoid; Things Not to Do; Common Form Mistakes; "
    "Avoid These; Safety Mistakes",
    Role.SAFETY: "Safety Tips; Safety Key Points; Precautions; Caution; Injury Prevention; Warnings",
    Role.NOT_FOR: "Contraindications; Who Should Not Do This; When Not to Do It",
    Role.DOSE: "Sets and Reps; Programming; Repetition",
    Role.EASIER: "Regressions; Make It Easier",
    Role.HARDER: "Progressions; Make It Harder",
    Role.BREATHING: "Breathing Pattern; Breathing Tips; Breath; Inhale and Exhale",
    Role.VARIATIONS: "Variations; Modifications & Progressions; Alternative Exercises; Make It Harder: Advanced",
    Role.EQUIPMENT: "Equipment Needed; What You'll Need; Required Equipment; Gear",
    Role.BENEFITS: "Benefits of the Row; Muscles Worked; Target Muscles; Purpose; Why",
    Role.NOTES: "Additional Notes; Overall Focus; Warm-Up",
    Role.CONCLUSION: "Conclusion; Summary; Final Thoughts",
    Role.OVERVIEW: "Overview; Introduction; About This Exercise; Description",
    Role.UNKNOWN: "Qwertz; Common Mistaks; Setpu",
}


@pytest.mark.parametrize(
    ("role", "heading"), [(role, name) for role, names in EXPECTED.items() for name in names.split("; ")]
)
def test_headings_have_roles(role, heading):
    assert ENGLISH.read(heading).role is role


@pytest.mark.parametrize(
    "head", ["tips", "more tips", "a tip", "key points", "tip: breathing", "tips for your setup", "grip tips"]
)
def test_whatever_says_tips_without_safety_is_tips(head):
    assert ENGLISH.read(head).role is Role.TIPS


def test_mistyped_headings_have_a_nearest_name():
    near = [ENGLISH.nearest(heading) for heading in ("Common Mistaks", "Cuess", "Qwertz")]
    assert [near[0][:14], *near[1:]] == ["Common mistake", "Cues", None]


@pytest.mark.parametrize(
    ("heading", "heads"),
    [
        ("Steps", True),
        ("3. How to Do It:", True),
        ("Setup and Execution", True),
        ("Execution of the Movement", True),
        ("Push Yourself Safely", False),
        ("Lifting Belt or Not", False),
        ("Steps to Avoid", False),
        ("Before the Steps", False),
        ("How to Choose a Kettlebell", False),
        ("Common Mistakes in the Execution", False),
    ],
)
def test_only_a_whole_name_heads_the_steps(heading, heads):
    assert ENGLISH.read(heading).heads_steps is heads


def test_the_exercises_own_words_beside_a_name_change_nothing():
    names = headings_for("en", own=("Goblet Squat",))
    assert names.read("How to Perform Goblet Squats").heads_steps
    assert not names.read("How to Perform Lunges").heads_steps
    assert names.read("Goblet Squat Tips").is_whole


def test_declared_headings_are_names():
    names = headings_for("en", given={"What we do": Kind.STEPS})
    assert names.read("What we do:").heads_steps
