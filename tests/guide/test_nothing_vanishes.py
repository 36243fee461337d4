"""Each word of a guide is printed on its card, stands in a section that this detail leaves out, or is told.

Guides are made at random of everything that Markdown has; every word in them stands there once, so that none can hide
behind another.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cardgen.compose import Detail, compose_card
from cardgen.display import Text
from cardgen.guide import parse_guide
from cardgen.guide.model import Item, ItemList, plain_text
from cardgen.layout.cards.fit import Overflow
from cardgen.paint.notes import in_words
from cardgen.pipeline.omitted import left_out
from cardgen.values.errors import GuideError
from cardgen.words import english
from tests.builders import fit

FRONT = '---\ntitle: "Drill"\nvideo: none\nlang: en\n---\n'
WORD = re.compile(r"w\d+x")

INLINE = (
    "{w}",
    "{w} {w}.",
    "{w} **{w}** {w}",
    "**{w}:** {w}",
    "**{w}** – {w}",
    "*{w}* `{w}` ~~{w}~~",
    "{w} [{w}](https://e.example)",
    '[{w}](https://e.example "{w} {w}")',
    "[{w}](other.md) ![{w}](a.png)",
    '![{w}](a.png "{w}")',
    "[{w}][ref]",
    "{w}  \n{w}",
    "{w}\\\n{w}",
    "{w}: {w}",
    "Step 1: {w}",
)
LISTS = (
    "- {i}\n- {i}",
    "1. {i}\n2. {i}",
    "1. {i}\n   - {i}\n   - {i}\n2. {i}",
    "- {i}\n  1. {i}\n- {i}",
    "1. {i}\n\n   {w} {w}\n\n2. {i}",
    "-\n- {i}",
    "1.\n2. {i}",
    "- ## {w}\n- {i}",
    "1. ```{w}\n   Do {w}.\n   ```\n2. {i}",
    "* [ ] {i}\n* [x] {i}",
)
BLOCKS = (
    "{i}",
    "{i}",
    *LISTS,
    *LISTS,
    "| {w} | {w} |\n|---|---|\n| {w} | {w} |\n| {w} | {w} | {w} |",
    "| # | {w} |\n|---|---|\n| 1 | {w} |\n| 2 | {w} |",
    "| **{w}** | {w} |\n|---|---|\n| {w} | |",
    "> {i}",
    "> {i}\n>\n> - {w}",
    "> [!tip] {w}\n> {i}",
    "> [!warning] {w}",
    "```\n{w}\n```",
    "```{w} {w}\nDo {w}.\n```",
    "    {w} {w}",
    "---",
    "**{w}**",
    "**{w} {w}:**",
    "**Tips:** {i}",
    "Tips:\n- {i}",
    '[ref]: https://e.example "{w}"',
    "[{w}]: https://e.example",
    "Follow these steps:",
    "Do {w}:",
    "{w}\n===",
    "{w} {w}\n---",
)
DIALECTS = (
    "<b>{w}</b> {w}<br>{w}",
    "<details><summary>{w}</summary>\n\n{i}\n\n</details>",
    "<ul>\n<li>{w}</li>\n<li>{w}</li>\n</ul>",
    "<div>{w}\n{w}</div>",
    "<h2>{w}</h2>",
    "=={w}== [[{w}]]",
    '!!! tip "{w}"\n    {w}',
    ":::tip {w}\n{w}\n:::",
    "> [!danger]- {w}\n> {i}",
    "• {w}\n• {w}",
    "- ✅ {w}\n- ❌ {w}",
    "⚠️ {w}",
    "MISTAKES\n- {w}",
    "**{w}**: {w}\n**{w}**: {w}",
    "{w}\n- {w}\n{w}",
    "<{w}>",
    "{w} `<!-- {w} -->`",
    "{w}|{w}",
)
HEADINGS = (
    "# Drill",
    "# {w}",
    "## {w}",
    "### {w} {w}",
    "## Steps",
    "## Execution",
    "## Execution {w}",
    "## Setup",
    "## Setup {w}",
    "## Tips",
    "### Tips for {w}",
    "## Common mistakes",
    "### Mistakes of {w}",
    "## Safety",
    "## Safety after {w}",
    "## Not for",
    "## Stop if",
    "## Breathing",
    "## Equipment",
    "## Variations",
    "### Variations {w}",
    "## Benefits {w}",
    "## FAQ",
    "## Conclusion",
    "## 1. {w}",
    "## 2. {w}",
    "#### {w}:",
    "## ",
)
STEPS = (
    "### {w}\n{i}",
    "### {w}",
    "{i}",
    "### {w}\n1. {i}\n2. {i}",
    "### Tips\n- {i}",
    "1. {i}\n2. {i}",
    "> [!tip] {w}\n> {i}",
)


class Vocabulary:
    """Gives each word once."""

    def __init__(self, draw):
        self._draw = draw
        self._count = 0

    def fill(self, pattern):
        while "{i}" in pattern:
            pattern = pattern.replace("{i}", self._draw(st.sampled_from(INLINE)), 1)
        while "{w}" in pattern:
            self._count += 1
            pattern = pattern.replace("{w}", f"w{self._count}x", 1)
        return pattern


@st.composite
def bodies(draw):
    """A body with steps somewhere, now and then with a how-to part."""
    words = Vocabulary(draw)
    parts = [words.fill(draw(st.sampled_from(BLOCKS))) for _ in range(draw(st.integers(0, 1)))]
    for _ in range(draw(st.integers(1, 4))):
        parts.append(words.fill(draw(st.sampled_from(HEADINGS))))
        parts += [words.fill(draw(st.sampled_from((*BLOCKS, *DIALECTS)))) for _ in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        parts += [words.fill("## Steps"), words.fill(draw(st.sampled_from(LISTS)))]
    else:
        parts += ["<!-- howto -->", *(words.fill(draw(st.sampled_from(STEPS))) for _ in range(draw(st.integers(1, 3))))]
    return "\n\n".join(parts) + "\n"


def item_words(item: Item):
    return {*WORD.findall(plain_text(item.text)), *(word for child in item.children for word in item_words(child))}


def section_words(section):
    found = set(WORD.findall(section.heading))
    for block in section.blocks:
        if isinstance(block, ItemList):
            found |= {word for item in block.items for word in item_words(item)}
        else:
            found |= set(WORD.findall(plain_text(block.text)))
    return found


def accounted(guide, detail):
    """The words that are printed, left out by design, or told."""
    page = fit(compose_card(guide, detail=detail, words=english()), "a2")
    assume(not isinstance(page, Overflow))
    printed = "".join(item.text for item in page.items if isinstance(item, Text))
    found = {word for text in (printed, *map(in_words, page.notes)) for word in WORD.findall(text)}
    found |= {word for section in left_out(guide, detail=detail) for word in section_words(section)}
    return found | {word for problem in guide.problems for word in WORD.findall(f"{problem.message} {problem.hint}")}


@pytest.mark.parametrize("detail", [Detail.BRIEF, Detail.FULL])
@settings(max_examples=100)
@given(body=bodies())
def test_each_word_is_printed_or_left_out_by_design_or_told(body, detail):
    try:
        guide = parse_guide(FRONT + body, path="drill.md", stem="drill")
    except GuideError:
        assume(False)  # noqa: FBT003 - a guide that is refused prints nothing
    assert set(WORD.findall(body)) - accounted(guide, detail) == set()
