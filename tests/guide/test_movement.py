"""The movement of a guide: that of its front matter, else that of its title, and why."""

import pytest

from cardgen.guide import parse_guide
from cardgen.guide.movement import movement_note


def read(title="Kraken", more="", steps="1. Begin.\n2. End."):
    text = f'---\nvideo: "abcdefghijk"\ntitle: "{title}"\n{more}---\n\n## Execution\n{steps}\n'
    return parse_guide(text, path="drill.md", stem="drill")


def movement(guide):
    return guide.movement and f"{guide.movement.movement} {guide.movement.implement}".strip()


@pytest.mark.parametrize("written", ["squat", "Squat", '"back squat"'])
def test_the_front_matter_names_a_movement_by_its_id(written):
    guide = read("Leg Day Special", f"movement: {written}\nequipment: Kettlebell\n")
    known = written.casefold() == "squat"
    assert movement(guide) == ("squat kettlebell" if known else None)
    assert [problem.code for problem in guide.problems if "movement" in problem.code] == (
        [] if known else ["unknown-movement"]
    )


def test_the_movement_that_is_given_decides_the_muscles():
    guide = read("Biceps Curl", "movement: squat\n")
    assert guide.muscles.names[0] == "quads"


def test_none_means_no_movement():
    guide = read("Squat", "movement: none\nequipment: Barbell\n")
    assert guide.movement is None
    assert guide.muscles.names[0] == "quads"


@pytest.mark.parametrize(
    ("title", "language", "found", "works"),
    [
        ("Dead Bug: Strength without Strain", "en", "deadbug_bodyweight", "abs"),
        ("Fentes : force et posture", "fr", "lunge bodyweight", "quadriceps"),
        ("Plank laterale con rotazione", "it", None, ""),
        ("Wall Slide con rotazione", "it", None, ""),
    ],
)
def test_a_name_may_end_at_a_colon_and_half_a_name_in_another_language_is_none(title, language, found, works):
    guide = read(title, f"lang: {language}\n")
    assert (movement(guide), next(iter(guide.muscles.names), "")) == (found, works)


def test_an_unknown_movement_is_told_with_the_nearest_and_nothing_is_guessed():
    guide = read("Squat", "movement: sqat\nequipment: Barbell\n")
    (problem,) = (problem for problem in guide.problems if problem.code == "unknown-movement")
    assert (problem.severity.value, problem.location.line, problem.message) == ("warning", 4, 'unknown movement "sqat"')
    assert problem.hint == 'did you mean "squat"?'
    assert guide.movement is None


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ("1. Sit on a bench.\n2. Press.", "seatedshoulderpress dumbbell"),
        ("1. Stand tall.\n2. Press.", "overheadpress dumbbell"),
        ("1. Press.\n2. Lower.", None),
    ],
)
def test_the_first_position_of_the_text_tells_which_of_two_is_meant(steps, found):
    assert movement(read("Shoulder Press", "equipment: Dumbbell\n", steps)) == found


def test_the_position_of_the_front_matter_comes_before_the_text():
    guide = read("Shoulder Press", "equipment: Dumbbell\nposition: standing\n", "1. Sit up.\n2. Press.")
    assert movement(guide) == "overheadpress dumbbell"


@pytest.mark.parametrize(
    ("title", "more", "message"),
    [
        ("Pull-Ups", "equipment: Bodyweight\n", 'movement "pullup" with bodyweight, by its name "pull up"'),
        ("Kraken", "movement: plank_bodyweight\n", 'movement "plank_bodyweight", as the front matter says'),
        ("Kraken", "movement: none\n", "no movement, as the front matter says"),
        ("Kraken", "", "no movement: the table has no such name"),
        (
            "Incline Squat",
            "equipment: Barbell\n",
            'no movement: "Back Squat" is near, but "incline" may be another movement',
        ),
    ],
)
def test_a_note_says_which_was_taken_and_why(title, more, message):
    assert movement_note(read(title, more)).message == message
