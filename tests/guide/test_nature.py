"""Pages that are no exercise are refused by name; what only looks like steps is none."""

from __future__ import annotations

import pytest

from cardgen.guide import read_guide
from cardgen.guide.model import Role, plain_text
from cardgen.values.errors import GuideError

STEPS = "## Steps\n\n1. Stand tall and breathe in.\n2. Bend your knees and sit back.\n"


def read(tmp_path, text, name="drill.md"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_guide(path, shown=path.name)


def errors_of(tmp_path, text):
    with pytest.raises(GuideError) as caught:
        read(tmp_path, text)
    return [(it.code, it.message) for it in caught.value.problems if it.severity.value == "error"]


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Common Mistakes in the Squat", "an article"),
        ("Exercises for a Stiff Neck", "an article"),
        ("Calisthenics Program", "a plan, not one exercise"),
        ("Leg Day", "a plan, not one exercise"),
        ("Push Day A", "a plan, not one exercise"),
        ("Week 3", "a plan, not one exercise"),
        ("Weekly Schedule", "a plan, not one exercise"),
        ("Push-Up Progression", "a list of exercises"),
        ("Common Mistakes", "a part of a guide"),
        ("Warm-Up", "a part of a guide"),
        ("Weekschema kracht", "a plan, not one exercise"),
        ("Trainingsplan für zu Hause", "a plan, not one exercise"),
        ("Programme d'entraînement", "a plan, not one exercise"),
        ("Rutina de piernas", "a plan, not one exercise"),
        ("Scheda di allenamento A", "a plan, not one exercise"),
        ("Программа тренировок", "a plan, not one exercise"),
        ("Antrenman programı", "a plan, not one exercise"),
        ("Die 7 besten Übungen für den Rücken", "an article"),
        ("10 ejercicios para la espalda", "an article"),
        ("Les 5 meilleurs exercices", "an article"),
        ("5 упражнений для спины", "an article"),
    ],
)
def test_a_title_of_something_else_is_refused_by_name(tmp_path, title, what):
    ((code, message),) = errors_of(tmp_path, f"---\ntitle: {title}\n---\n\n{STEPS}")
    assert (code, message) == ("no-exercise", f'"{title}" is {what}, no exercise')


@pytest.mark.parametrize(
    "title",
    ["Leg Day Special", "Breathing", "Hold", "Posture Exercise", "Grip Exercise", "90 Degrees Lunge", "Programmed Row"],
)
def test_a_title_that_only_sounds_like_it_is_a_card(tmp_path, title):
    assert read(tmp_path, f"---\ntitle: {title}\n---\n\n{STEPS}").title == title


def test_numbered_headings_of_an_article_are_no_steps(tmp_path):
    text = "# Good habits\n\n## 1) A long neck\n\nThe chin is tucked in.\n\n## 2) Quiet shoulders\n\nThey stay low.\n"
    assert [code for code, _ in errors_of(tmp_path, text)] == ["no-steps"]


def test_numbered_headings_are_steps_where_one_says_what_is_done(tmp_path):
    text = "# Sit to stand\n\n## 1) Starting position\n\nSit near the edge.\n\n## 2) Up you go\n\nPush through your feet.\n"
    assert [step.name for step in read(tmp_path, text).steps] == ["Starting position", "Up you go"]


@pytest.mark.parametrize("count", ["Mistake 1", "Fehler 1", "Erreur 1", "Error 1", "Ошибка 1"])
def test_headings_that_count_mistakes_are_no_steps(tmp_path, count):
    other = count.replace("1", "2")
    text = f"# Sit to stand\n\n{STEPS}\n## Seen daily\n\n### {count}: Feet too far\n\nText.\n\n### {other}: Too fast\n\nText.\n"
    guide = read(tmp_path, text)
    assert len(guide.steps) == 2
    assert [section.heading for section in guide.with_role(Role.MISTAKES)] == ["Feet too far", "Too fast"]


def test_two_lists_under_no_heading_are_no_steps(tmp_path):
    text = "# Sit to stand\n\n- Sit near the edge.\n- Stand up.\n\nWords between.\n\n1. One thing.\n\nMore.\n"
    assert [code for code, _ in errors_of(tmp_path, text)] == ["no-steps"]


def test_a_link_below_a_guide_is_no_step(tmp_path):
    text = "---\ntitle: Plank\nequipment: mat\n---\n\n[More](https://example.org/core)\n"
    assert [code for code, _ in errors_of(tmp_path, text)] == ["no-steps"]


def test_the_sentence_over_a_list_says_what_it_is(tmp_path):
    text = "# Lunge\n\nThe benefits of it:\n\n1. Strong legs\n2. Good balance\n\n## Steps\n\n1. Step.\n2. Sink.\n"
    guide = read(tmp_path, text)
    assert [section.heading for section in guide.with_role(Role.BENEFITS)] == ["The benefits of it"]
    assert [plain_text(step.blocks[0].text) for step in guide.steps] == ["Step.", "Sink."]


def test_a_sentence_that_speaks_of_steps_leads_up_to_them(tmp_path):
    text = "# Lunge\n\nTo get all the benefits follow these steps:\n\n1. Step forward.\n2. Sink down.\n"
    assert len(read(tmp_path, text).steps) == 2


def test_a_mistake_in_a_table_keeps_its_remedy(tmp_path):
    text = f"# Lunge\n\n{STEPS}\n## Common mistakes\n\n| Mistake | Fix |\n|---|---|\n| Heel up | Longer step |\n"
    ((table,),) = [section.blocks for section in read(tmp_path, text).with_role(Role.MISTAKES)]
    assert [plain_text(item.text) for item in table.items] == ["Heel up – Longer step"]


def test_a_hard_wrapped_line_that_is_a_name_stays_in_its_text(tmp_path):
    text = f"# Lunge\n\nThis is about your balance and\nposture\nand nothing else.\n\n{STEPS}"
    guide = read(tmp_path, text)
    assert not guide.with_role(Role.SETUP)


def test_a_number_of_repetitions_is_no_step(tmp_path):
    text = (
        "# Lunge\n\n**Starting position:** Stand.\n\n**Action:** Step out and sink.\n\n**Repetition:** 8 times a leg\n"
    )
    guide = read(tmp_path, text)
    assert "8 times" not in str(guide.steps)
    assert [section.heading for section in guide.with_role(Role.DOSE)] == ["Repetition"]


def test_a_title_keeps_the_underscore_within_a_word(tmp_path):
    assert read(tmp_path, f"# Lunge (no_12)\n\n{STEPS}").title == "Lunge (no_12)"


def test_a_numbered_summary_after_other_sections_is_no_steps(tmp_path):
    text = "# Lunge\n\n## Equipment\n\n- mat\n- wall\n\n## At a glance\n\n1. For strong legs\n2. Ten minutes a day\n"
    assert [code for code, _ in errors_of(tmp_path, text)] == ["no-steps"]


def test_a_numbered_summary_is_no_steps_where_a_label_announces_them(tmp_path):
    text = "# Lunge\n\n## At a glance\n\n1. Strong legs\n2. No tools\n\n## On a step\n\nExecution: Step up and down.\n"
    assert [code for code, _ in errors_of(tmp_path, text)] == ["no-steps"]


def test_numbered_facts_in_a_description_are_no_steps(tmp_path):
    text = "# Lunge\n\n## Description\n\n1. **Level:** beginner\n2. **Area:** legs\n"
    assert [code for code, _ in errors_of(tmp_path, text)] == ["no-steps"]


def test_a_numbered_description_is_the_steps_where_nothing_else_is(tmp_path):
    text = "# Lunge\n\n## Description\n\n1. Step forward.\n2. Sink down.\n\n## Effects\n\n- strong legs\n"
    assert len(read(tmp_path, text).steps) == 2


def test_an_overview_numbered_after_the_steps_is_none_of_them(tmp_path):
    text = "# Lunge\n\n## 1. Steps\n\n1. Step forward.\n2. Sink down.\n\n**2. Overview**\n\nGood for the legs.\n"
    assert len(read(tmp_path, text).steps) == 2


def test_named_points_of_the_form_are_steps_where_nothing_else_is(tmp_path):
    text = "# Lunge\n\n## Form Cues\n\n1. **Stance**: Feet under the hips\n2. **Stride**: One long step\n"
    assert [step.name for step in read(tmp_path, text).steps] == ["Stance", "Stride"]
