"""What the front matter may hold: characters, lengths, markup; and text that has no form on paper."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made import BODY, problems, read, steps

from cardgen.guide import parse_guide
from cardgen.guide.model import Role, plain_text
from cardgen.values.errors import GuideError

INVISIBLE = ["\u200b", "\u200e", "\ufeff", "\u00ad", "\u2060\u200d"]


def front(line):
    """A guide with one more line in its front matter, the fourth."""
    return f'---\nvideo: "abcdefghijk"\ndescription: "A drill."\n{line}\n---\n{BODY}'


def refused(text):
    with pytest.raises(GuideError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems if problem.code != "inferred-title"]


@pytest.mark.parametrize("char", INVISIBLE)
def test_invisible_characters_alone_are_no_text(char):
    text = front(f'title: "{char}"\nmuscles: ["{char}", legs]\nequipment: "{char}"')
    guide = read(
        f"{text}## Tips\n- {char}\n- **{char}**\n- Be kind.\n\n<!-- howto -->\n### {char}\nText.\n### On{char}e\n{char}\n"
    )
    assert (guide.title, guide.equipment, guide.muscles.names) == ("Drill", "Band", ("legs",))
    assert [plain_text(item.text) for item in guide.with_role(Role.TIPS)[0].blocks[0].items] == ["Be kind."]
    assert steps(guide) == [("", ["Text."]), ("One", [])]
    assert ("warning", "empty-step", 19) in problems(guide)


@pytest.mark.parametrize("char", INVISIBLE)
def test_steps_of_invisible_characters_are_no_steps(char):
    text = front("title: Drill").replace("**Rise**: Come up.", char).replace("**Sink**: Go down.", f"**{char}**")
    assert refused(text)[0].startswith("drill.md: the guide holds no steps")


@pytest.mark.parametrize("stem", [*INVISIBLE, "\x1b", "\udcff"])
def test_a_file_name_without_a_visible_character_gives_no_title(stem):
    assert parse_guide(front("description2: x").replace("A drill.", ""), path="x.md", stem=stem).title == "Untitled"


@pytest.mark.parametrize(
    ("escape", "name"),
    [(r"\x1b", "U+001B"), (r"\0", "U+0000"), (r"\a", "U+0007"), (r"\b", "U+0008"), (r"\x7f", "U+007F")],
)
@pytest.mark.parametrize("line", ['title: "A{}B"', 'video2: x\nnote: "{}"', 'tags: [a, "{}"]'])
def test_control_characters_from_escapes_are_errors(escape, name, line):
    told = [text for text in refused(front(line.format(escape))) if "unknown key" not in text]
    key = line.rpartition("\n")[2].partition(":")[0]
    where = f"drill.md:{4 + line.count(chr(10))}"
    message = f'"{key}" holds the control character {name}, which cannot be printed'
    assert told == [f"{where}: {message}\n  hint: delete the escape that stands for it"]


def test_control_characters_reach_no_message():
    told = refused(
        front(r"title: Drill").replace('"abcdefghijk"', r'"a\x1bb c"').replace("title:", '"k\\x1b": x\ntitle:')
    )
    assert all(text.replace("\n", "").isprintable() for text in told)


@pytest.mark.parametrize(
    ("key", "most"),
    [
        ("title", 200),
        ("equipment", 200),
        ("level", 200),
        ("description", 1000),
        ("note", 500),
        ("source", 500),
        ("license", 500),
    ],
)
def test_texts_have_bounds(key, most):
    def text(count):
        return front("").replace('description: "A drill."\n', "").replace("\n\n---", f'\n{key}: "{"x" * count}"\n---')

    assert getattr(read(text(most)), key)
    assert refused(text(most + 1)) == [
        f'drill.md:3: "{key}" has {most + 1} characters, more than {most}\n  hint: a card holds a page: shorten it'
    ]


@pytest.mark.parametrize("key", ["muscles", "tags"])
def test_lists_have_bounds(key):
    def text(count, length):
        return front(f"{key}: [{', '.join(f'{number:02}' + 'x' * (length - 2) for number in range(count))}]")

    kept = getattr(read(text(40, 60)), key)
    assert len(getattr(kept, "names", kept)) == 40
    assert [line.partition("\n")[0] for line in refused(text(41, 61))] == [
        f'drill.md:4: "{key}" has 41 entries, more than 40',
        f'drill.md:4: an entry of "{key}" has 61 characters, more than 60',
    ]


def test_a_character_that_yaml_refuses_is_told_at_its_line():
    assert refused(front("title: A\ufffeB"))[0].startswith("drill.md:4: the character U+FFFE cannot be printed")


@pytest.mark.parametrize(
    ("value", "code"),
    [("See [this](https://a.example).", "link"), ("Be <b>bold</b>.", "html"), ("Be <!-- so", "comment")],
)
def test_markup_in_the_description_is_told_as_in_the_body(value, code):
    guide = read(front("title: Drill").replace("A drill.", value))
    assert problems(guide) == [("warning", code, 3)]
    assert plain_text(guide.description) == value


def test_later_stages_can_point_at_the_keys():
    guide = read(front("title: Drill"))
    assert [guide.at(key).line for key in ("video", "title", "note")] == [2, 4, None]
