import math

import pytest

from cardgen.guide import check_content, parse_guide, read_guide
from cardgen.guide.prose import read_sentences, reading_grade, words_of
from cardgen.guide.strict import check_strict, doubled_titles, judge_strictly
from cardgen.values import resources
from cardgen.values.errors import Severity

CONTENT = sorted(resources.content_folder().glob("*.md"))

GUIDE = """\
---
title: {title}
equipment: {equipment}
video: "abcdefghijk"
description: "{description}"
lang: {lang}
---

{tips}

{mistakes}

<!-- howto -->

### Stand Tall
{step}

### Sit Down
Bend your knees.
"""


def guide(path="squat.md", **changes):
    """A guide that passes; `None` leaves a part out."""
    parts = {
        "title": "Squat",
        "equipment": "Barbell",
        "description": "A squat for strong legs.",
        "lang": "en",
        "tips": "## Tips\n- Look ahead.",
        "mistakes": "## Common Mistakes\n- **Knees in**: push them out.",
        "step": "Stand with your feet flat.",
    }
    return parse_guide(GUIDE.format(**(parts | changes)), path=path, stem=path.removesuffix(".md"))


def told(found):
    return [(problem.code, problem.location.line) for problem in found]


def words(count):
    return " ".join(["leg"] * (count - 1)) + " down."


# --- the rules --------------------------------------------------------------------------------------------------------


def test_a_plain_and_complete_guide_passes():
    assert check_strict(guide()) == ()


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_every_guide_of_content_passes(path):
    read = read_guide(path)
    found = judge_strictly(read, read.problems + check_content(read))
    assert [str(problem) for problem in found if problem.severity is not Severity.NOTE] == []


def test_no_two_guides_of_content_have_the_same_title():
    assert doubled_titles(map(read_guide, CONTENT)) == {}


def test_a_sentence_may_have_20_words():
    assert check_strict(guide(step=words(20))) == ()
    (problem,) = check_strict(guide(step=f"Stand.\n{words(21).capitalize()}"))
    assert told([problem]) == [("long-sentence", 18)]
    assert problem.message == 'a sentence of 21 words, more than 20: "Leg leg leg leg leg leg ..."'
    assert problem.hint == "part it in two, or leave words out"


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ({"description": words(21)}, 5),
        ({"tips": f"## Tips\n- Look.\n- {words(21)}"}, 11),
        ({"mistakes": f"## Common Mistakes\n- **Knees in**: {words(21)}"}, 13),
        ({"tips": f"## Tips\n- Look.\n  - {words(21)}"}, 11),
    ],
)
def test_long_sentences_are_found_everywhere_with_their_lines(part, line):
    assert told(check_strict(guide(**part))) == [("long-sentence", line)]


def test_a_bold_lead_in_is_no_part_of_the_sentence():
    assert check_strict(guide(tips=f"## Tips\n- **Look ahead**: {words(20)}")) == ()


def test_a_sentence_of_the_execution_that_is_a_step_too_is_told_once():
    text = f"---\ntitle: Squat\nvideo: abcdefghijk\n---\n\n## Execution\n1. {words(21)}\n2. Sit.\n"
    found = check_strict(parse_guide(text, path="a.md", stem="a"))
    assert [it.code for it in found].count("long-sentence") == 1


def test_a_box_may_have_5_points():
    points = [f"- Point {number}." for number in range(1, 7)]
    assert check_strict(guide(tips="\n".join(["## Tips", *points[:5]]))) == ()
    (problem,) = check_strict(guide(tips="\n".join(["## Tips", *points])))
    assert told([problem]) == [("full-box", 15)]
    assert problem.message == "6 tips, more than 5"


def test_points_of_two_sections_stand_in_one_box():
    tips = "## Tips\n- One.\n- Two.\n- Three.\n\n## Key Points\n- Four.\n- Five.\n- Six."
    assert told(check_strict(guide(tips=tips))) == [("full-box", 17)]


def test_points_within_points_and_a_line_before_them_do_not_count():
    tips = "## Tips\nMind these:\n- One.\n  - One and a half.\n- Two.\n- Three.\n- Four.\n- Five."
    assert check_strict(guide(tips=tips)) == ()


def test_a_step_may_have_60_words():
    assert check_strict(guide(step="Sit and stand up. " * 15)) == ()
    (problem,) = check_strict(guide(step="Sit and stand up. " * 15 + "Rest."))
    assert told([problem]) == [("long-step", 17)]
    assert problem.message == 'step 1 "Stand Tall" has 61 words, more than 60'


def test_missing_tips_and_mistakes_are_told():
    assert told(check_strict(guide(tips="", mistakes=""))) == [("missing-tips", None), ("missing-mistakes", None)]


def test_a_missing_video_and_description_are_warnings_already():
    text = GUIDE.replace('video: "abcdefghijk"\n', "").replace('description: "{description}"\n', "")
    bare = parse_guide(
        text.format(title="A", equipment="B", lang="en", tips="", mistakes="", step="Stand."), path="a.md", stem="a"
    )
    found = judge_strictly(bare, bare.problems + check_content(bare))
    assert {problem.code for problem in found if problem.severity is Severity.WARNING} == {
        "missing-video",
        "missing-description",
        "missing-tips",
        "missing-mistakes",
    }


def test_a_note_that_the_rules_take_for_a_warning_is_told_once():
    bare = guide(tips="")
    (note,) = check_content(bare)
    assert note.severity is Severity.NOTE
    (warning,) = judge_strictly(bare, (note,))
    assert (warning.code, warning.severity) == (note.code, Severity.WARNING)


def test_a_guide_that_is_hard_to_read_is_told_at_its_hardest_sentence():
    hard = "Simultaneously externally rotate bilateral shoulder articulations, maintaining scapular retraction."
    (problem,) = check_strict(guide(step=f"Stand.\n\n{hard}", description=hard.upper()))
    assert (problem.code, problem.severity) == ("hard-to-read", Severity.WARNING)
    assert problem.location.line == 5
    assert problem.message.startswith("the guide reads at grade ")
    assert problem.hint


def test_the_grade_is_not_judged_in_other_languages():
    (note,) = check_strict(guide(lang="de", step="Schulterblattgelenkstabilisierung."))
    assert (note.severity, told([note])) == (Severity.NOTE, [("no-grade", 6)])
    assert check_strict(guide(lang="en-GB")) == ()


# --- doubled titles ---------------------------------------------------------------------------------------------------


def test_two_guides_of_one_title_and_equipment_are_told_at_the_second():
    found = doubled_titles([guide("a.md"), guide("b.md", title="SQUAT"), guide("c.md", equipment="Band")])
    assert list(found) == ["b.md"]
    assert str(found["b.md"]).splitlines() == [
        'b.md:2: warning: a.md is called "SQUAT" (Barbell) too',
        "  hint: say in one of the titles what is different about it",
    ]


# --- the words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Stand. Sit!  Ready? Go…", ["Stand.", "Sit!", "Ready?", "Go…"]),
        ('Say "stop." Then rest.', ['Say "stop."', "Then rest."]),
        ("Hold for 1.5 seconds. 3 sets are enough.", ["Hold for 1.5 seconds.", "3 sets are enough."]),
        (
            "Use a bell, e.g. Kettlebell 8 kg, approx. 30 cm high.",
            ["Use a bell, e.g. Kettlebell 8 kg, approx. 30 cm high."],
        ),
        ("Too heavy? No. Push on", ["Too heavy?", "No.", "Push on"]),
        ("Breathe in ... and out.", ["Breathe in ... and out."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_sees_their_end(text, sentences):
    assert list(read_sentences(text)) == sentences


def test_words_are_counted_as_a_reader_counts_them():
    assert words_of("Shoulder-width stance – 10-15 reps, don't stop.") == [
        "Shoulder-width",
        "stance",
        "10-15",
        "reps,",
        "don't",
        "stop.",
    ]


def test_the_grade_is_that_of_flesch_and_kincaid():
    # 6 words, 6 and 4 syllables more in "controlling" and "momentum"
    assert math.isclose(reading_grade(["The cat sat on the mat."]), 0.39 * 6 + 11.8 * 1 - 15.59)
    assert math.isclose(reading_grade(["Keep controlling momentum.", "Stop."]), 0.39 * 2 + 11.8 * 8 / 4 - 15.59)
    assert reading_grade([]) == 0
    assert reading_grade(["..."]) == 0


def test_numbers_and_odd_words_have_a_syllable_at_least():
    assert math.isclose(reading_grade(["Do 15 x 3 hmm."]), 0.39 * 5 + 11.8 - 15.59)
