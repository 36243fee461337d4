"""What holds for any guide: reading it raises nothing but GuideError, and no word of it is lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cardgen.guide import check_content, parse_guide, read_guide
from cardgen.guide.model import Block, Guide, Item, ItemList, Role, plain_text
from cardgen.values.errors import GuideError
from tests.quick import examples

GUIDES = Path(__file__).resolve().parents[3] / "shared" / "guides"
SAMPLES = sorted(GUIDES.glob("*.md")) if GUIDES.is_dir() else []
needs_samples = pytest.mark.skipif(not SAMPLES, reason="the guides to test with stand beside a checkout of their own")

FRONT = '---\nvideo: "abcdefghijk"\ntitle: "Drill"\n---\n'
STEPS = "\n## Execution\n1. Rise.\n2. Sink.\n"
quick = settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def words(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def item_words(item: Item):
    return words(plain_text(item.text)) + [word for child in item.children for word in item_words(child)]


def block_words(block: Block):
    return (
        [w for i in block.items for w in item_words(i)]
        if isinstance(block, ItemList)
        else words(plain_text(block.text))
    )


def guide_words(guide: Guide):
    """All words of the sections, and those of the steps where these have a part of their own."""
    parts = [*((s.heading, s.blocks) for s in guide.sections)]
    if guide.steps_from_howto:
        parts += [(s.name, s.blocks) for s in guide.steps]
    return Counter(word for name, blocks in parts for word in words(name) + [w for b in blocks for w in block_words(b)])


@needs_samples
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_word_of_a_real_guide_is_lost(path):
    _, _, body = path.read_text("utf-8").split("---", 2)
    body = re.sub(r"<!--.*?-->", " ", body, flags=re.DOTALL)
    body = re.sub(r"^\s*(?:\*\*)?\d+[.)]", " ", body, flags=re.MULTILINE)
    assert Counter(words(body)) == guide_words(read_guide(path))


SECTION = re.compile(r"^\s*(?:#+\s*(?P<h>.+?)|\*\*(?P<b>[^*]+?)\*\*:?)\s*$", re.MULTILINE)


def listed(body, wanted):
    """Collect list entries under headings of one kind, by lines alone."""
    marks = list(SECTION.finditer(body))
    entries = []
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        head = (mark["h"] or mark["b"]).strip(" *:").lower()
        chunk = body[mark.end() : after.start() if after else len(body)]
        if wanted(head):
            entries += re.findall(r"^\s*(?:[-*+]|\d+[.)])\s+(.*)$", chunk, re.MULTILINE)
    return [words(entry) for entry in entries]


def is_mistakes(head):
    return "mistake" in head


def is_tips(head):
    return not is_mistakes(head) and "safety" not in head and re.search(r"\btips?\b|key points", head)


@needs_samples
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_entries_under_tips_and_mistakes_are_where_they_belong(path):
    body = path.read_text("utf-8").split("---", 2)[2].partition("<!-- howto -->")[0]
    guide = read_guide(path)
    for role, wanted in ((Role.TIPS, is_tips), (Role.MISTAKES, is_mistakes)):
        text = " ".join(w for s in guide.with_role(role) for b in s.blocks for w in [*block_words(b), "|"])
        for entry in listed(body, wanted):
            assert " ".join(entry) in text


@needs_samples
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_real_guides_need_no_mending(path):
    guide = read_guide(path)
    assert {problem.code for problem in guide.problems} <= {"inferred-title"}
    assert Role.UNKNOWN not in {section.role for section in guide.sections}
    assert all(step.name and step.blocks for step in guide.steps)


@needs_samples
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_real_guides_have_steps_without_their_howto(path):
    text = path.read_text("utf-8").partition("<!-- howto -->")[0]
    guide = parse_guide(text, path="x.md", stem=path.stem)
    assert len(guide.steps) >= 2
    assert not guide.steps_from_howto


# ---- made-up guides: every word stands once, in all kinds of blocks ----

KINDS = (
    "## {}",
    "#### {}:",
    "**{}**",
    "**{}:**",
    "{} {}",
    "{}\n{}",
    "- {}\n- **{}**: {}",
    "1. {}\n2. **{}** - {}\n   - {}\n     {}",
    "* {}\n\n  {}\n\n  > {}",
    "> {}\n> - {}",
    "| {} | {} |\n|---|---|\n| {} | {} |",
    "```\n{} {}\n```",
    "    {} {}",
    "{}\n---",
    "{}\n===",
    "[{}](https://example.org)",
    "[{}](other.md)",
    "`{}` ~~{}~~ *{}* ***{}***",
    "<div>{}</div>",
    "- ## {}\n  1. {}",
    "**{}** {}",
    "**Tips:** {}",
    "Tips:\n- {}",
    "## Common Mistakes\n{}\n- {}",
    "<!-- howto -->",
    "<!-- Howto -->\n### {}\n{}",
    "1. {}\n - {}\n2. {}",
    "### 1. {}\n{}",
    "## Conclusion\n{}",
    "## Tips\n### {}\n{}\n### {}\n- {}\n- {}",
    "## Common Mistakes\n**{}**\n- {}\n\n**{}**",
    "## Steps\n{}:\n1. {}\n2. {}",
    "## Safety\n{}\n\n**Tips:** {}\n\n{}",
    "## Breathing\n{}",
    "[{}][a]",
)


@st.composite
def bodies(draw):
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=9))
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    text = gap.join(kinds)
    expected = []
    while "{}" in text:
        expected.append(f"qa{len(expected)}z")
        text = text.replace("{}", expected[-1], 1)
    return text, expected


@quick
@given(bodies())
@example(("- qa0z\n**Tips:**\n- qa1z", ["qa0z", "qa1z"]))
@example(("<!-- howto -->\n## Steps\nqa0z:\n1. qa1z\n**Tips:** qa2z\n\nqa3z", ["qa0z", "qa1z", "qa2z", "qa3z"]))
def test_no_word_of_a_made_up_guide_is_lost(made):
    body, expected = made
    guide = parse_guide(FRONT + STEPS + "\n" + body + "\n", path="x.md", stem="x")
    have = guide_words(guide)
    told = " ".join(problem.message for problem in guide.problems)
    assert [word for word in expected if not have[word] and word not in told] == []
    assert [word for word in expected if have[word] > 1] == []


@quick
@given(bodies())
def test_without_howto_no_word_of_the_steps_is_made_up(made):
    body, _ = made
    guide = parse_guide(FRONT + STEPS + "\n" + body + "\n", path="x.md", stem="x")
    text = words(body + STEPS)
    for step in guide.steps:
        assert set(words(step.name) + [w for b in step.blocks for w in block_words(b)]) <= set(text)


SIGNS = st.text(alphabet=st.sampled_from("ab1 \n\t#*_-+`~[]()<>!|:\"'\\&%{}@.,?=\r\u00a0\u2028é😀-->"), max_size=120)


@quick
@given(SIGNS)
def test_any_body_is_read_or_refused(body):
    survives(FRONT + STEPS + body)
    survives(FRONT + body)


@quick
@given(SIGNS)
@example("a: &a [*a]")
@example("? [x]\n: y")
@example("title: !!binary abc")
@example("video: 0x1F\nlang: 1:30")
@example("x: |\n  y\n ---")
def test_any_front_matter_is_read_or_refused(front):
    survives(f"---\n{front}\n---\n{STEPS}")


@quick
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    survives(text)


@quick
@given(st.text(max_size=60))
def test_any_stem_gives_a_title(stem):
    text = '---\nvideo: "abcdefghijk"\ndescription: "The Dumbbell Row."\n---\n' + STEPS
    assert parse_guide(text, path="x.md", stem=stem).title.strip()


@quick
@given(st.text(max_size=60))
def test_any_video_is_read_or_refused(value):
    survives(f'---\nvideo: "https://{value}"\n---\n{STEPS}')


@quick
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.md"
    path.write_bytes(data)
    try:
        read_guide(path)
    except GuideError as error:
        assert error.problems


@pytest.mark.parametrize(
    "unit",
    ["[", "![", "*", "_", "`", "> ", "- ", "  - ", "<!--", "&", "|", "\\", "<a", "~~", "[a](", "a\n", "#", "1. "],
)
def test_heaps_of_signs_are_read_or_refused(unit):
    survives(FRONT + STEPS + "\n" + unit * (60_000 // len(unit)))


def survives(text):
    try:
        guide = parse_guide(text, path="x.md", stem="x")
    except GuideError as error:
        assert error.problems
        assert all(str(problem).startswith("x.md") for problem in error.problems)
    else:
        check_content(guide)
