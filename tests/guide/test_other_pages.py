"""Pages that are no exercise are refused by name; what only looks like one is read."""

import pytest

from cardgen.guide import parse_guide
from cardgen.guide.model import Role
from cardgen.guide.pieces import text_of
from cardgen.values.errors import GuideError, Severity


def read(text, stem="page"):
    return parse_guide(text, path=f"{stem}.md", stem=stem)


def refused(text, stem="page"):
    with pytest.raises(GuideError) as caught:
        read(text, stem)
    return "\n".join(map(str, caught.value.problems))


def words(guide, role):
    return [text_of(block) for section in guide.with_role(role) for block in section.blocks]


@pytest.mark.parametrize(
    "points",
    [
        "- [[Squat]]\n- [[Legs/Split Squat|Split squat]]\n",
        "- [Squat](squat.md)\n- [Plank](/core/plank/)\n",
        "1. [Squat](https://example.com/squat)\n2. [Plank](https://example.com/plank)\n",
        "* [[Squat]]\n* [[Plank]]\n* more to come\n",
    ],
)
def test_a_list_of_links_is_no_exercise(points):
    assert '"My moves" is a list of links, no exercise' in refused(f"# My moves\n{points}")


def test_a_step_may_hold_a_link_and_related_exercises_may_be_links():
    guide = read(
        "# Lean\n1. Stand as in [Plank](plank.md).\n2. Lean.\n\n## Related\n- [[Squat]]\n- [[Row]]\n- [[Dip]]\n"
    )
    assert [text_of(step.blocks[0]) for step in guide.steps] == ["Stand as in Plank.", "Lean."]


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Wall Sit vs Squat", "a comparison"),
        ("10 Best Exercises for Strong Legs", "an article"),
        ("Frequently Asked Questions about Lunges", "a page of questions"),
        ("Beginner Workout Plan", "a plan, not one exercise"),
    ],
)
def test_a_page_is_refused_with_what_it_is(title, what):
    assert f'"{title}" is {what}, no exercise' in refused(f"# {title}\n1. Lean on the wall.\n2. Stay there.\n")


@pytest.mark.parametrize("warning", ["Watch out: stop if your back hurts.", "Stop if your back hurts."])
def test_a_line_below_the_steps_that_protects_is_safety(warning):
    guide = read(f"# Lean\n1. Lean on the wall.\n2. Stay there.\n\n{warning}\n")
    assert "stop if your back hurts." in " ".join(words(guide, Role.SAFETY)).lower()
    assert [text_of(step.blocks[0]) for step in guide.steps] == ["Lean on the wall.", "Stay there."]


def test_other_closing_words_are_a_conclusion():
    guide = read("# Lean\n1. Lean on the wall.\n2. Stay there.\n\nNot for sore knees.\n\nEnjoy it.\n")
    assert words(guide, Role.SAFETY) == ["Not for sore knees."]
    assert words(guide, Role.CONCLUSION) == ["Enjoy it."]


def test_a_line_among_the_steps_stays_there_though_it_says_stop():
    guide = read("# Lean\n## Steps\nLean on the wall.\n\nStop when your knees are bent.\n\nCome back.\n")
    assert len(guide.steps) == 3


def test_a_first_line_that_is_the_title_is_not_printed_once_more():
    guide = read("Wall sit\n\n1. Lean on the wall.\n2. Stay there.\n", stem="Wall sit")
    assert (guide.title, guide.description, guide.with_role(Role.OVERVIEW)) == ("Wall Sit", (), ())


@pytest.mark.parametrize("steps", ["1. Stand tall.\n2. Sit down.", "Step 1: Stand tall.\nStep 2: Sit down."])
def test_a_table_of_mistakes_under_the_steps_is_mistakes(steps):
    guide = read(
        f"# Sit\n## Steps\n{steps}\n\n| Mistake | Fix |\n|---|---|\n| Knees in | push out |\n| Heels up | sit back |\n"
    )
    assert [text_of(step.blocks[0]) for step in guide.steps] == ["Stand tall.", "Sit down."]
    assert all(len(step.blocks) == 1 for step in guide.steps)
    assert words(guide, Role.MISTAKES) == ["Knees in – push out Heels up – sit back"]


def test_mistakes_that_count_themselves_are_no_steps():
    assert "holds no steps" in refused("# Sit\nMistake 1: Knees fall in.\nMistake 2: Heels lift.\n")


def test_a_short_guide_with_bold_headings_is_read_in_its_language():
    guide = read("# Kniebeuge\n**Ausführung**\n\nSchritt 1: Stell dich hin.\nSchritt 2: Setz dich.\n")
    assert (guide.language, len(guide.steps)) == ("de", 2)


def test_how_to_start_is_not_offered_for_the_steps():
    told = refused("# Lean\n## Starting position\n- Stand at the wall.\n- Feet apart.\n")
    assert "holds no steps" in told
    assert "headings:" not in told


# --- an example on both sides of each number that decides it ----------------------------------------------------------


def is_read(text):
    try:
        return bool(read(text).steps)
    except GuideError:
        return False


def listed(*points):
    return "# Lean\n## Execution\n" + "".join(f"{number}. {point}\n" for number, point in enumerate(points, 1))


def test_three_names_with_doses_in_five_are_read_and_four_are_a_workout():
    dose, act = "Squat 3x10", "Lean on the wall."
    assert is_read(listed(dose, dose, dose, act, act))
    assert '"Lean" is a workout of several exercises, no exercise' in refused(listed(dose, dose, dose, dose, act))


def test_a_single_name_with_a_dose_is_read():
    assert is_read(listed("Squat 3x10"))
    assert not is_read(listed("Squat 3x10", "Row 3x10"))


def test_nine_words_with_a_dose_name_an_exercise_and_ten_say_what_to_do():
    nine, ten = (f"Lean{' on' * (count - 2)} 3x10" for count in (9, 10))
    assert not is_read(listed(nine, nine))
    assert is_read(listed(ten, ten))


@pytest.mark.parametrize("points", ["- {}\n", "1. {}\n"])
def test_three_links_in_five_are_read_and_four_are_a_list_of_links(points):
    link, act = "[Plank](plank.md)", "Lean on the wall."
    assert is_read("# Lean\n" + "".join(points.format(it) for it in (link, link, link, act, act)))
    told = refused("# Lean\n" + "".join(points.format(it) for it in (link, link, link, link, act)))
    assert '"Lean" is a list of links, no exercise' in told


def test_a_single_link_as_the_step_is_read():
    assert is_read(listed("[Plank](plank.md)"))
    assert not is_read(listed("[Plank](plank.md)", "[Row](row.md)"))


def test_short_labels_under_form_name_the_steps():
    text = "# Lean\n## Form Cues\n1. **Stance**: Feet wide\n2. **Brace**: Big breath\n3. **Drive**: Push up\n"
    assert [step.name for step in read(text).steps] == ["Stance", "Brace", "Drive"]


@pytest.mark.parametrize(("links", "refusal"), [(1, "no-steps"), (2, "no-exercise")])
def test_a_single_link_where_no_steps_are_is_no_list_of_links(links, refusal):
    with pytest.raises(GuideError) as caught:
        read("# Lean\n## Related\n" + "- [Plank](plank.md)\n" * links)
    assert [problem.code for problem in caught.value.problems if problem.severity is Severity.ERROR] == [refusal]


@pytest.mark.parametrize(("links", "refusal"), [(3, "no-steps"), (4, "no-exercise")])
def test_a_page_without_steps_is_a_list_of_links_where_more_than_three_points_in_five_are(links, refusal):
    points = "- [Plank](plank.md)\n" * links + "- A wall.\n" * (5 - links)
    with pytest.raises(GuideError) as caught:
        read(f"# Lean\n## Related\n{points}")
    assert [problem.code for problem in caught.value.problems if problem.severity is Severity.ERROR] == [refusal]
