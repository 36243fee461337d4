"""Markdown as people write it in, plain Markdown of as many lines out. Knows the order of the dialects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.guide.dialect.asides import marked_paragraphs, normal_callouts, open_asides, quote_asides
from cardgen.guide.dialect.bullets import plain_lists
from cardgen.guide.dialect.code import hide_code
from cardgen.guide.dialect.emoji import plain_emoji
from cardgen.guide.dialect.emptied import drop_emptied
from cardgen.guide.dialect.html import plain_html
from cardgen.guide.dialect.inline import plain_inline
from cardgen.guide.dialect.margin import Margin, Mention
from cardgen.guide.dialect.marks import HOLE, RESERVED, Mask, close_holes
from cardgen.guide.dialect.templates import drop_templates
from cardgen.guide.dialect.videos import take_videos
from cardgen.guide.findings import Findings

_LINKED = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[\[[^\[\]\n]+\]\]|\[[^\[\]\n]+\]\([^()\n]*\))[ \t.,;]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A body in plain Markdown, and the videos it pointed at."""

    text: str
    """Has the lines of what was written, so that places stay true."""
    videos: tuple[Mention, ...]
    links: frozenset[int] = frozenset()
    """The lines of points that are a link and nothing else, to a page of the same site or vault too."""


def plain_markdown(text: str, first_line: int, found: Findings) -> Plain:
    """Rewrite the dialects of a body as plain Markdown; what has no place on paper is told in `found`.

    Asides of every dialect become `> [!type] Title` with quoted lines below. An aside that has one line and no title may
    stand in its head alone: `> [!type] Text`. A head begins a new aside, also right below the lines of another.
    """
    margin = Margin(first_line, found)
    mask = Mask()
    links = frozenset(number for number, line in enumerate(text.split("\n"), first_line) if _LINKED.fullmatch(line))
    text = hide_code(normal_callouts(RESERVED.sub("", text)), mask, margin)
    text = open_asides(drop_templates(text, margin), margin)
    text = quote_asides(marked_paragraphs(plain_html(text, margin)))
    text = plain_inline(text, margin)
    text = take_videos(text, margin)
    text = plain_emoji(plain_lists(text, margin), margin)
    if HOLE in text:
        lines = drop_emptied(text.split("\n"), margin)
        text = "\n".join(close_holes(line) if HOLE in line else line for line in lines)
    margin.tell()
    return Plain(text=mask.show(text), videos=margin.mentions(), links=links)
