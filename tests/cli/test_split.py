"""`cardgen split`: a guide of each exercise, and nothing of the file lost without a word."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.files.library_parts import part_library
from cardgen.guide import parse_guide

LIBRARY = """\
---
title: Our Exercises
lang: en
video: none
tags: [home, calm]
made_by: us
---
# Our Exercises

Read this first.

## Legs

### Calf Raise
See the [chart][c].

#### Steps
1. Rise on your toes.
2. Lower slowly.

#### Tips
- Stay tall

##### For the sore
- Hold a wall

---

### Step Up
#### Steps
1. Step up.
2. Step down.

## Waist

### Side Bend
#### Steps
1. Bend to one side.
2. Come back.

![bend](pictures/bend.png)

## Safety
- Stop when it hurts.

[c]: https://charts.example
"""


@pytest.fixture
def library(terminal):
    (terminal.folder / "library.md").write_text(LIBRARY, encoding="utf-8")
    return terminal.folder / "library.md"


def test_each_exercise_becomes_a_guide_whose_headings_start_at_the_second_level(terminal, library):
    result = terminal.run("split", "library.md", "-o", "g")
    assert result.stdout == "3 guides in g/: calf-raise.md, step-up.md, side-bend.md\n"
    text = (terminal.folder / "g" / "calf-raise.md").read_text(encoding="utf-8")
    assert text == (
        '---\ntitle: "Calf Raise"\nlang: en\nvideo: none\ntags: ["home", "calm", "Legs"]\n---\n\n'
        "See the [chart][c].\n\n## Steps\n1. Rise on your toes.\n2. Lower slowly.\n\n## Tips\n- Stay tall\n\n"
        "### For the sore\n- Hold a wall\n\n[c]: https://charts.example\n"
    )


def test_what_is_in_no_guide_is_named(terminal, library):
    told = terminal.run("split", "library.md").stderr.splitlines()
    assert [line for line in told if "hint" not in line] == [
        'library.md:2: warning: left out: "title" of the front matter, which is that of the whole',
        'library.md:6: warning: left out: "made_by" of the front matter, which is that of the whole',
        'library.md:8: warning: left out to line 10: "Our Exercises Read this first."',
        "library.md:36: warning: addresses that start in the library's folder: pictures/bend.png",
        'library.md:43: warning: left out to line 44: "Safety - Stop when it hurts."',
    ]


def test_the_guides_can_be_printed(terminal, library):
    terminal.run("split", "library.md", "-o", "g")
    for path in (terminal.folder / "g").glob("c*.md"):
        guide = parse_guide(path.read_text(encoding="utf-8"), path=path.name, stem=path.stem)
        assert guide.title == "Calf Raise"
        assert len(guide.steps) == 2


def test_to_split_twice_changes_nothing(terminal, library):
    terminal.run("split", "library.md", "-o", "g")
    assert terminal.run("split", "library.md", "-o", "g").stdout == "0 guides in g/; 3 there already\n"


def test_a_guide_that_is_there_is_never_written_over(terminal, library):
    (terminal.folder / "g").mkdir()
    (terminal.folder / "g" / "step-up.md").write_text("mine", encoding="utf-8")
    result = terminal.run("split", "library.md", "-o", "g", exit_code=1)
    assert (terminal.folder / "g" / "step-up.md").read_text(encoding="utf-8") == "mine"
    assert 'g/step-up.md: is here already and is left as it is: "Step Up" was not written' in result.stderr
    assert (terminal.folder / "g" / "side-bend.md").is_file()


def test_render_refuses_a_library_and_says_how_to_part_it(terminal, library):
    result = terminal.run("render", "library.md", exit_code=1)
    assert "library.md:14: this file holds 3 exercises (Calf Raise, Step Up, Side Bend)\n" in result.stderr
    assert "hint: make a guide of each: cardgen split library.md -o guides" in result.stderr


def test_a_single_guide_is_no_library(terminal, make_guide):
    make_guide(terminal.folder / "one.md", title="One")
    result = terminal.run("split", "one.md", exit_code=1)
    assert "one.md: no library" in result.stderr
    assert not (terminal.folder / "guides").exists()


def test_names_that_come_twice_and_names_without_letters(terminal):
    rows = [
        f"## {name}\n1. One.\n2. Two.\n**Tip:** slowly\n" for name in ("Plank", "Row", "!!!", "plank", "Curl", "Dip")
    ]
    (terminal.folder / "l.md").write_text("\n".join(rows), encoding="utf-8")
    result = terminal.run("split", "l.md", exit_code=1)
    assert 'l.md:16: warning: "plank" stands here a second time: its file is plank-2.md' in result.stderr
    assert 'l.md:11: no file can be named after "!!!": it is empty' in result.stderr
    assert sorted(it.name for it in (terminal.folder / "guides").iterdir()) == [
        "curl.md",
        "dip.md",
        "plank-2.md",
        "plank.md",
        "row.md",
    ]


def test_an_exercise_that_is_too_long_does_not_keep_the_others(terminal):
    long = "1. One.\n2. Two.\n" + "word " * 14_000
    rows = [f"## {name}\n{text}\n" for name, text in (("Plank", long), ("Row", "1. One.\n2. Two."))]
    (terminal.folder / "l.md").write_text("\n".join(rows), encoding="utf-8")
    result = terminal.run("split", "l.md", exit_code=1)
    assert 'l.md:1: "Plank" has more than 64 KB' in result.stderr
    assert [it.name for it in (terminal.folder / "guides").iterdir()] == ["row.md"]


def test_json_names_files_and_problems(terminal, library):
    told = terminal.json("split", "library.md")
    assert told["written"] == ["guides/calf-raise.md", "guides/step-up.md", "guides/side-bend.md"]
    assert {it["code"] for it in told["problems"]} == {"left-out", "nearby"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("---\nlang: [\n---\n## A\n1. a\n2. b\n## B\n1. a\n2. b\n", "the front matter is no valid YAML"),
        ("x" * (4 * 1024 * 1024 + 1), "more than 4096 KB"),
    ],
    ids=["empty", "yaml", "large"],
)
def test_a_file_that_cannot_be_read_is_told(terminal, text, message):
    (terminal.folder / "l.md").write_text(text, encoding="utf-8")
    assert message in terminal.run("split", "l.md", exit_code=1).stderr


def test_rules_round_a_heading_are_no_front_matter(terminal):
    text = "---\n# Ours\n---\n\n## Side Bend\n1. a\n2. b\n\n## Calf Raise\n1. a\n2. b\n"
    (terminal.folder / "l.md").write_text(text, encoding="utf-8")
    terminal.run("split", "l.md")
    assert len(list((terminal.folder / "guides").iterdir())) == 2


# --- nothing vanishes -----------------------------------------------------------------------------------------------

BLOCKS = ("{w}", "- {w}\n- {w}", "1. {w}\n2. {w}", "**{w}:** {w}", "#### {w}\n{w}", "---", "> {w}", "```\n{w}\n```")


@st.composite
def libraries(draw):
    """A library in words of which each stands there once."""
    number = 0

    def block(kinds=BLOCKS):
        nonlocal number
        text = draw(st.sampled_from(kinds))
        for _ in range(text.count("{w}")):
            number += 1
            text = text.replace("{w}", f"w{number}x", 1)
        return text

    parts = [block(("# {w}\n\n{w}", "{w}", "---"))]
    for _ in range(draw(st.integers(2, 4))):
        parts += [block(("## {w}\n\n{w}",))] if draw(st.booleans()) else []
        parts += [block(("### {w}",)), block(("1. {w}\n2. {w}\n\n**Cues:** {w}",))]
        parts += [block() for _ in range(draw(st.integers(0, 3)))]
    return "\n\n".join(parts) + "\n"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=libraries())
def test_each_word_is_in_one_guide_or_in_lines_that_are_named(tmp_path, text):
    path = tmp_path / "l.md"
    path.write_text(text, encoding="utf-8")
    made = part_library(path)
    held = re.findall(r"w\d+x", "".join(re.sub(r"(?m)^tags: .*$", "", guide.text) for guide in made.guides))
    assert len(held) == len(set(held))
    lines = text.split("\n")
    named = set(held) | {word for guide in made.guides for word in re.findall(r"w\d+x", guide.text)}
    for problem in made.problems:
        last = int(match[1]) if (match := re.search(r"to line (\d+)", problem.message)) else problem.location.line
        named |= set(re.findall(r"w\d+x", "\n".join(lines[problem.location.line - 1 : last])))
    assert set(re.findall(r"w\d+x", text)) == named
