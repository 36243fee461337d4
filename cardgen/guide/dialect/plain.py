"""Markdown as people write it in, plain Markdown of as many lines out. Knows the order of the dialects, and none of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from cardgen.guide.dialect.margin import Margin, Mention
from cardgen.guide.dialect.marks import CLOSE, HOLE, OPEN, RESERVED, Mask, close_holes
from cardgen.guide.findings import Findings

_LINKED = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[\[[^\[\]\n]+\]\]|\[[^\[\]\n]+\]\([^()\n]*\))[ \t.,;]*")
_CODE = re.compile(r"`{3}|~{3}|<!--")
_SPANS = re.compile(r"[`\\]")
_CALLOUTS = re.compile(r"\[!|>[ \t]{0,3}(?:\*\*|__)")
_HTTP = r"https?:|//|www\.|youtu|vimeo"
_PICTURES = "[\u203c\u2049\u20e3\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25fb-\u27bf\u2934-\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]"

_PASSES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"<%|\{|(?m:^(?:import|export|--8<--|\\[a-z]))"), "templates", "drop_templates"),
    (re.compile(r":::|!!!|\?\?\?|=== [\"“]|===[!+]"), "asides", "open_asides"),
    (re.compile("<"), "html", "plain_html"),
    (re.compile(r"\{:"), "asides", "marked_paragraphs"),
    (re.compile(f"[{OPEN}{CLOSE}]"), "asides", "quote_asides"),
    (
        re.compile(
            r"%%|\[\[|\[toc|:toc|\]:|\[\^|\^\[|@|\{|::|==|\+\+|[ \t]\^|#\w|^\^|[:.][ \t]+\*\*",
            re.IGNORECASE | re.MULTILINE,
        ),
        "inline",
        "plain_inline",
    ),
    (re.compile(_HTTP, re.IGNORECASE), "videos", "take_videos"),
    (re.compile(""), "bullets", "plain_lists"),
    (re.compile(HOLE), "emptied", "drop_emptied"),
    (re.compile(_PICTURES + r"|:[a-z0-9_+-]{1,60}:"), "emoji", "plain_emoji"),
)
"""Marks without which there is nothing to do, and the module and its function that does it: most guides need few of them."""


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
    text = RESERVED.sub("", text)
    if _CODE.search(text):
        text = _found("code", "hide_blocks")(text, mask, margin)
    if _CALLOUTS.search(text):
        text = _found("asides", "normal_callouts")(text)
    if _SPANS.search(text):
        text = _found("code", "hide_spans")(text, mask, margin)
    for marks, module, name in _PASSES:
        if marks.search(text):
            text = _found(module, name)(text, margin)
    if HOLE in text:
        text = "\n".join(close_holes(line) if HOLE in line else line for line in text.split("\n"))
    margin.tell()
    return Plain(text=mask.show(text), videos=margin.mentions(), links=links)


def without_emoji(text: str) -> str:
    """Return a text of one line, as front matter holds it, without pictographs and signs."""
    return text if text.isascii() else str(_found("emoji", "plain_words")(text))


def without_links(text: str) -> str:
    """Return a text of one line, as front matter holds it, with the words of its wikilinks."""
    return str(_found("inline", "plain_links")(text)) if "[[" in text else text


def _found(module: str, name: str) -> Callable[..., Any]:
    """Return a function of a module that is imported when it is first needed: start-up time is a feature."""
    function: Callable[..., Any] = getattr(import_module(f"cardgen.guide.dialect.{module}"), name)
    return function
