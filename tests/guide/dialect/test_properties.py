"""Whatever is written: lines stay in their places, no word is lost without a word, and no mark takes long."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain

from cardgen.guide.dialect import plain_markdown
from cardgen.guide.findings import Findings

WORD = re.compile(r"[^\W_]+")

MARKS = [
    "[[", "]]", "![[", "|", "==", "%%", "#", "^", "::", "{", "}", "{{", "}}", "{%", "%}", "{{<", ">}}", "<%", "%>", "`", "```\n",
    "~~~\n", "```x\n", "<!--", "-->", "> ", "> [!tip] ", "!!! tip\n    ", '??? "', ":::", "::: tip\n", ":::\n", "{: .warning}\n",
    "<div class='tip'>", "</div>", "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<ol>\n", "<details>", "<summary>", "</summary>",
    "</details>", "<h2>", "</h2>", "<b>", "</b>", "<br>", "<script>", "</script>", "<Tabs>", "</Tabs>", "[^1]", "[^1]: ", "[@x]", "[", "](",
    ")", "https://youtu.be/VH4Bqn1FUhM", "• ", "o\t", "– ", "1 - ", "2 - ", "1️⃣ ", "✅ ", "❌", "⚠️", "👍🏽", "- [ ] ", "- ", "1. ", "## ", "\n", "\n\n",
    "    ", "\t", "\u00a0", "**", "*", "_", "\\", "(", "::: {.a}\n", "<aside>\n", "import a from 'b'\n", '=== "a"\n', "$", "&amp;",
]  # fmt: skip
words = st.sampled_from("lean back and stay down 3 times größer назад".split())
texts = st.lists(st.one_of(words, st.just(" "), st.sampled_from(MARKS)), max_size=40).map("".join)


@settings(max_examples=400)
@given(texts)
def test_every_line_stays_in_its_place(text):
    plain(text)


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=80))
def test_any_characters_keep_their_lines(text):
    plain(text)


prose = (
    st.lists(
        st.lists(st.text("aeinrst ÄßéЖ09.,;!?'’\"()-–/%", min_size=1, max_size=30), min_size=1, max_size=3).map(
            " ".join
        ),
        max_size=6,
    )
    .map("\n".join)
    .filter(lambda text: "%%" not in text)
)  # two are the mark of a private comment


@settings(max_examples=200)
@given(prose)
def test_no_word_of_plain_prose_is_lost(text):
    assert WORD.findall(plain(text)) == WORD.findall(text)
    assert not notes(text)


SHAPES = [
    "{}", "- {}", "1. {}", "## {}", "> {}", "**{}**", "[[x|{}]]", "=={}==", "<p>{}</p>", "<li>{}</li>", "<b>{}</b> {}", "- [ ] {}",
    "• {}", "✅ {}", "{} 🔥", "!!! tip\n    {}", ":::tip\n{}\n:::", "> [!note] {}\n> {}", "<details><summary>{}</summary>\n\n{}\n</details>",
    "<div class='warning'>{}</div>", "{{{{% notice tip %}}}}\n{}\n{{{{% /notice %}}}}", "{}\n{{: .warning}}", "{}{{.red}}", "{} ^id1x",
    "[{}](https://gym.example)", "| {} | {} |", "<Tabs>{}</Tabs>", "```ad-tip\n{}\n```", "%%own%% {}", "![[x.png]] {}", "",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(SHAPES), st.integers(1, 3), st.booleans()), max_size=8))
def test_every_word_within_marks_is_in_the_text_or_in_a_note(shapes):
    """Each place in a shape takes words of its own, so that each can be looked for."""
    parts, wanted = [], []
    for shape, count, apart in shapes:
        places = []
        for _ in range(shape.replace("{{", "").count("{}")):
            mine = [f"w{len(wanted) + i}w" for i in range(count)]
            wanted += mine
            places.append(" ".join(mine))
        parts.append(shape.format(*places) + ("\n" if apart else ""))
    text = "\n".join(parts)
    result = plain(text)
    told = " ".join(notes(text))
    assert [word for word in wanted if word not in result and word not in told] == []
    assert not re.search(r"==|\[\[|%%|:::|\{|<(?!!)|^\s*!!!|🔥|[\x00-\x08]", result)


@settings(max_examples=100)
@given(texts)
def test_no_sign_of_the_work_is_left(text):
    assert not re.search("[\x00-\x08]", plain(text))


HOSTILE = [
    "[[", "![[", "==a", "%%", "<!--", "<%", "{{", "{%", "{: ", "{.", "`", "~~~\n", "```x\n", "> ", "> [!a]\n", "!!! a\n    ", '??? "',
    '=== "a"\n    ', "::: tip\n", '<div class="tip">\n', "<p>", "<ul><li>", "<details><summary>", "</details>a", "<h2>", "<b>", '<a b="',
    "<a href='https://a.b/c'>", "<script>", "<iframe>", "<X title='a'>", "[^1]", "[^1]:a\n", "[@", "*[a]:\n", "key:: a\n", "(a:: ", " #a", " ^a",
    "[x](https://youtu.be/VH4Bqn1FUhM)", "[![a](b)](", "https://", "• a\n", "o\ta\n", "– a\n", "1.a\n2.a\n", "① a\n", "✅ a\n", "❌", "👨‍", "🇩", ":x:",
    "- [ ] a\n", "\u00a0", "import a from 'b'\n", "export const \n", "{/*", "{{% notice %}}\n", "a\n{: .warning}\n", "\\[", "**a**\n", "# {{a}}\n",
    " ", "\t", "\n", "~", "<", "</", "# {{a}}" + " " * 50,
]  # fmt: skip


def cost(text):
    """How many characters of output and notes a text makes: what grows faster than the text shows here at the latest."""
    found = Findings("drill.md")
    result = plain_markdown(text, 1, found)
    assert result.text.count("\n") == text.count("\n")
    return len(result.text) + sum(len(str(problem)) for problem in found.problems())


@pytest.mark.parametrize("mark", HOSTILE)
def test_marks_without_end_are_read_in_one_walk(mark):
    text = (mark * 8000)[:8192]
    assert cost(text) < 3 * len(text) + 2000


@pytest.mark.slow
@pytest.mark.parametrize("mark", HOSTILE)
def test_as_many_marks_as_a_body_may_hold_are_read(mark):
    text = (mark * 65536)[:65536]
    assert cost(text) < 3 * len(text) + 2000
