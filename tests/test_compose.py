"""What of a guide is printed, in which order, under which heading."""

import pytest

from cardgen.compose import BoxKind, Brand, CardStep, Detail, Marker, compose_card, texts
from cardgen.guide.model import Role, plain_text
from cardgen.guide.parse import parse_guide
from cardgen.pipeline.omitted import left_out
from cardgen.words import english

FRONT = """\
---
title: Long Hinge
equipment: Sandbag
level: beginner
video: "Qk7_zR2-wXa"
description: "A calm hinge."
muscles: [glutes, hamstrings]
note: Ask first.
source: made-up.example
license: CC0-1.0
---
"""
SECTIONS = """
## Setup
Stand tall.

## Safety
- Stop when the back hurts.

## Common Mistakes
- **Racing**: count to three.

## Execution
1. **Fold**: Send the seat back.
2. **Rise**: Push the floor away.

## Tips
- Look ahead.
  - Two steps, no more.

Breathe:

- Out on the way up.

## Variations
- With a band.
"""
HOWTO = """
<!-- howto -->

### Fold Forward
Send the seat back.

- Long neck
  - Chin in

### Rise
Push the floor away.
"""


def guide_of(*parts):
    return parse_guide("".join(parts), path="made/up.md", stem="longhinge_sandbag")


def compose(*parts, **options):
    return compose_card(guide_of(*parts), **options, words=english())


def test_boxes_come_in_reading_order_whatever_the_order_of_the_sections():
    made = compose(FRONT, SECTIONS, HOWTO)
    assert [box.kind for box in made.boxes] == [BoxKind.TIPS, BoxKind.MISTAKES, BoxKind.SAFETY]
    assert [box.heading for box in made.boxes] == ["Tips", "Common mistakes", "Safety"]


def test_a_brief_card_prints_steps_tips_mistakes_and_safety_alone():
    guide = guide_of(FRONT, SECTIONS, HOWTO)
    printed = [text for text, _ in texts(compose_card(guide, words=english()))]
    assert "Send the seat back." in printed
    assert not {"Stand tall.", "With a band."} & set(printed)
    assert [section.heading for section in left_out(guide)] == ["Setup", "Execution", "Variations"]


def test_where_the_steps_come_from_the_execution_it_is_not_left_out():
    guide = guide_of(FRONT, SECTIONS)
    assert [plain_text(step.name) for step in compose_card(guide, words=english()).steps] == ["Fold", "Rise"]
    assert [section.heading for section in left_out(guide)] == ["Setup", "Variations"]


def test_points_get_an_icon_nested_ones_a_dash_and_an_introduction_nothing():
    (tips, mistakes, _) = compose(FRONT, SECTIONS, HOWTO).boxes
    assert [(plain_text(entry.text), entry.marker, entry.depth) for entry in tips.entries] == [
        ("Look ahead.", Marker.ICON, 0),
        ("Two steps, no more.", Marker.DASH, 1),
        ("Breathe:", Marker.NONE, 0),
        ("Out on the way up.", Marker.ICON, 0),
    ]
    assert [plain_text(entry.text) for entry in mistakes.entries] == ["Racing: count to three."]


def test_paragraphs_of_a_step_have_no_marker_and_its_points_a_dash():
    fold, rise = compose(FRONT, SECTIONS, HOWTO).steps
    assert [(plain_text(entry.text), entry.marker, entry.depth) for entry in fold.entries] == [
        ("Send the seat back.", Marker.NONE, 0),
        ("Long neck", Marker.DASH, 0),
        ("Chin in", Marker.DASH, 1),
    ]
    assert plain_text(rise.name) == "Rise"
    assert rise.location.line > fold.location.line > 0


def test_head_and_foot_of_the_card():
    made = compose(FRONT, HOWTO, brand=Brand(name="Harbour Gym"))
    assert (made.title, made.eyebrow) == ("Long Hinge", ("Sandbag", "beginner"))
    assert plain_text(made.lead) == "A calm hinge."
    assert [muscle.name for muscle in made.works] == ["glutes", "hamstrings"]
    assert made.video.url == "https://youtu.be/Qk7_zR2-wXa"
    assert made.brand.name == "Harbour Gym"
    assert made.footnotes == ("Ask first.",), "origin and licence stand in the metadata and among the credits"
    assert made.language == "en"


@pytest.mark.parametrize(
    "line",
    [
        "note: Ask first.\n",
        "source: made-up.example\n",
        "license: CC0-1.0\n",
        "level: beginner\n",
        'video: "Qk7_zR2-wXa"\n',
    ],
)
def test_what_a_guide_does_not_say_leaves_no_trace(line):
    word = line.partition(": ")[2].strip().strip('"[]').split(",")[0]
    front = FRONT.replace(line, "")
    assert front != FRONT
    made = compose(front, HOWTO)
    said = [text for text, _ in texts(made)]
    assert not any(word in text for text in said)
    assert "" not in (*made.eyebrow, *made.footnotes, *(muscle.name for muscle in made.works))
    assert made.video is None or "video" not in line


def test_muscles_that_the_guide_does_not_name_are_those_of_its_text():
    front = FRONT.replace("muscles: [glutes, hamstrings]\n", "").replace("A calm hinge.", "Strengthen the calves.")
    card = compose(front, HOWTO)
    assert [muscle.name for muscle in card.works] == ["calves"]


def test_a_guide_without_sections_has_no_boxes():
    assert compose(FRONT, HOWTO).boxes == ()


def test_every_text_comes_with_its_place():
    found = dict(texts(compose(FRONT, SECTIONS, HOWTO, brand=Brand(name="Harbour Gym"))))
    lines = (FRONT + SECTIONS + HOWTO).splitlines()
    for text in ("Look ahead.", "Two steps, no more.", "Long neck", "Stop when the back hurts."):
        assert text in lines[found[text].line - 1]
    for text in ("Long Hinge", "Sandbag", "beginner", "A calm hinge.", "glutes", "Harbour Gym", "Ask first."):
        assert found[text].line is None
        assert found[text].path == "made/up.md"


# --- every section --------------------------------------------------------------------------------------------------

MORE = """
Opening words.

## Setup
Stand tall.
1. Plant both feet.
   - Toes ahead.
2. Take the handles.
- Chalk helps.

## Equipment
One bag:
- Two handles.

## Breathing
- In on the way down.

## Mood
Something else.

## Benefits
A strong back.
"""


def compose_full(*parts):
    return compose(*parts, detail=Detail.FULL)


def parts_of(section):
    """Numbers with the texts under them, and what stands between."""
    return [
        [plain_text(entry.text) for entry in part.entries] if isinstance(part, CardStep) else plain_text(part.text)
        for part in section.parts
    ]


def test_a_full_card_leaves_nothing_out():
    guide = guide_of(FRONT, MORE, SECTIONS, HOWTO)
    assert all(section.role is Role.EXECUTION for section in left_out(guide, detail=Detail.FULL)), "short steps alone"
    made = compose_full(FRONT, MORE, SECTIONS, HOWTO)
    said = {text for text, _ in texts(made)}
    lines = [line.strip("#-*123456789. ").replace("**", "") for line in (MORE + SECTIONS).splitlines()]
    missing = [line for line in lines if line and line.rstrip(".") not in {text.rstrip(".") for text in said}]
    assert missing == ["Common Mistakes"]
    assert "Common mistakes" in said
    assert (made.sections, made.extras) != ((), ())


def test_what_to_do_stands_in_sections_in_source_order_and_what_to_know_in_boxes():
    made = compose_full(FRONT, MORE, SECTIONS, HOWTO)
    assert [section.heading for section in made.sections] == ["Overview", "Setup", "Mood", "Setup", "Execution"]
    assert [box.kind for box in made.boxes] == [BoxKind.BREATHING, BoxKind.TIPS, BoxKind.MISTAKES, BoxKind.SAFETY]
    assert [(box.kind, box.heading) for box in made.extras] == [
        (BoxKind.EQUIPMENT, "Equipment"),
        (BoxKind.OTHER, "Benefits"),
        (BoxKind.OTHER, "Variations"),
    ]


def test_numbered_points_become_steps_of_their_section_and_others_stand_between():
    setup = compose_full(FRONT, MORE, SECTIONS, HOWTO).sections[1]
    assert parts_of(setup) == [
        "Stand tall.",
        ["Plant both feet.", "Toes ahead."],
        ["Take the handles."],
        "Chalk helps.",
    ]
    assert [part.marker for part in setup.parts if not isinstance(part, CardStep)] == [Marker.NONE, Marker.DASH]
    assert [entry.marker for entry in setup.parts[1].entries] == [Marker.NONE, Marker.DASH]


def test_paragraphs_of_an_extra_have_no_icon_and_its_points_one():
    equipment = compose_full(FRONT, MORE, SECTIONS, HOWTO).extras[0]
    assert [(plain_text(entry.text), entry.marker) for entry in equipment.entries] == [
        ("One bag:", Marker.NONE),
        ("Two handles.", Marker.ICON),
    ]


def test_the_short_steps_stand_in_for_an_execution_and_only_then():
    found = compose_full(FRONT, MORE, HOWTO).sections[-1]
    assert found.heading == "Steps"
    assert [plain_text(part.name) for part in found.parts] == ["Fold Forward", "Rise"]
    told = compose_full(FRONT, MORE, SECTIONS, HOWTO)
    assert "Steps" not in {section.heading for section in told.sections}


def test_an_execution_section_without_text_does_not_count():
    made = compose_full(FRONT, "\n## Execution\n\n## Tips\n- Up.\n", HOWTO)
    assert [section.heading for section in made.sections] == ["Steps"]


def test_a_brief_card_has_no_sections_and_no_extras():
    made = compose(FRONT, MORE, SECTIONS, HOWTO)
    assert (made.sections, made.extras, made.detail) == ((), (), Detail.BRIEF)


def test_texts_of_sections_and_extras_come_with_their_place():
    found = dict(texts(compose_full(FRONT, MORE, SECTIONS, HOWTO)))
    lines = (FRONT + MORE + SECTIONS + HOWTO).splitlines()
    for text in ("Opening words.", "Plant both feet.", "Toes ahead.", "Two handles.", "A strong back."):
        assert text in lines[found[text].line - 1]


def test_a_headline_card_says_that_there_are_safety_notes_to_read():
    sections = f"{SECTIONS}\n## Contraindications\n- A fresh operation.\n"
    assert compose(FRONT, sections, HOWTO, detail=Detail.HEADLINE).footnotes[0] == english()("card.read-safety")
    assert english()("card.read-safety") not in compose(FRONT, sections, HOWTO).footnotes
