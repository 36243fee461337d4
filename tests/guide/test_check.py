from __future__ import annotations

from cardgen.guide import check_content, parse_guide
from cardgen.guide.position import position_hint, position_of


def checked(text):
    guide = parse_guide(text, path="drill.md", stem="drill_band")
    return [(problem.code, problem.location.line) for problem in check_content(guide)]


def test_a_good_guide_has_nothing_to_mend():
    text = (
        '---\nvideo: "abcdefghijk"\ndescription: "A drill."\n---\n'
        "## Execution\n1. **Rise**: Up.\n2. **Sink**: Down.\n## Tips\n- Smile.\n"
    )
    assert checked(text) == []


def test_what_is_missing_or_doubled_is_told_by_line():
    text = '---\nvideo: "abcdefghijk"\n---\n## Setup\nStand.\n## Execution\n1. **Rise**: Up.\n2. **Rise**: Up.\n## Setup\nSit.\n'
    assert checked(text) == [
        ("missing-description", None),
        ("missing-tips", None),
        ("repeated-step", 8),
        ("repeated-heading", 9),
    ]


def test_a_single_step_is_told():
    assert ("few-steps", 5) in checked('---\nvideo: "abcdefghijk"\n---\n## Execution\n1. **Rise**: Up.\n')


def test_an_unknown_position_is_told_and_usual_words_are_known():
    text = '---\nvideo: "abcdefghijk"\ndescription: "A drill."\nposition: {}\n---\n## Execution\n1. **Rise**: Up.\n2. **Sink**: Down.\n## Tips\n- Smile.\n'
    assert [checked(text.format(word)) for word in ("Lying", "seated", "standing", '""')] == [[], [], [], []]
    assert checked(text.format("standign")) == [("unknown-position", 4)]
    assert [position_of(word) for word in ("Seated", "supine", "floating")] == ["sitting", "lying", None]
    assert [position_hint(word) for word in ("standign", "xyz")] == [
        'did you mean "standing"?',
        "write lying, kneeling, sitting, standing or hanging",
    ]
