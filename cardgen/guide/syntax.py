"""Markdown text in, markdown-it tokens out: CommonMark, with what people write besides. Knows no guide."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from cardgen.guide.dialect import CARE, DO, DO_NOT
from cardgen.guide.inline import COUNTED, has_numbering

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from cardgen.guide.headings import Headings

BOLD_LEVEL = 7
"""The level of a bold line that serves as a heading: under all six of Markdown."""

ASIDE_LEVEL = 8
"""The level of a callout: what follows it goes on with the section around it."""

_BOLD_LINE = re.compile(r"(\*\*|__)(?![\s*_])((?:(?!\*\*|__).)+)(?<!\s)\1\s*:?\s*")
_TIGHT_HEADING = re.compile(r"(#{1,6})([^\W\d_][^#]{0,48}?)\s*#*\s*")
_NAME_LINE = re.compile(r"[^\w\s]{0,2} ?[^\W\d_][\w &/’'(),-]{1,80}[:!?]{0,2}\s*")
_BEFORE_NAME = f"¿¡{DO}{DO_NOT}{CARE}"
_LABEL_LINE = re.compile(
    rf"(?:\*\*|__)?[{_BEFORE_NAME}]? ?[^\W\d_][^\s:*_|]*(?: [^\s:*_|]+){{0,7}}(?:\*\*|__)?:(?:\*\*|__)?[ \t]+[^\s|]"
)
"""What begins as "Setup: ..." or "**Setup:** ..." does: up to eight words before a colon, and text behind it."""
HEADINGS = "headings"
"""What the parser's environment has the names of sections under."""
_TEXT_LINE = re.compile(r"\s{0,3}[\w¿¡\"'“‘«„(*]")
_LIST_LINE = re.compile(r"\s{0,3}(?:[-*+]|\d{1,9}[.)])\s")
_NUMBERED = re.compile(rf"(?:(?:{COUNTED})\s*)?\d{{1,2}}\s*[.):]", re.IGNORECASE)
_MAX_HEADING_WORDS = 9
"""A longer bold line, or one that ends a sentence, is emphasis rather than a heading."""


@functools.cache
def parser() -> MarkdownIt:
    """Return the parser of this process; making one costs more than parsing a guide."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms: only who reads a guide pays

    md = MarkdownIt("js-default", {"store_labels": True})
    md.block.ruler.before("reference", "comment", _comment_block, {"alt": _INTERRUPTS})
    md.block.ruler.before("reference", "heading_line", _heading_line, {"alt": _INTERRUPTS})
    md.inline.ruler.before("autolink", "comment", _comment_inline)
    # Every address becomes a link token, so that one place decides which are kept and the rest are reported.
    md.validateLink = _accept_link  # type: ignore[method-assign, assignment]
    return md


def read_blocks(text: str, env: dict[str, Any]) -> list[Token]:
    """Return the tokens of blocks alone, their text unread; `env` gets the link definitions."""
    md = parser()
    tokens: list[Token] = []
    md.block.parse(text, md, env, tokens)
    return tokens


_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


def _accept_link(_url: str) -> bool:
    return True


def _comment_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as it is called
    """Take a comment that has its lines to itself out of the text."""
    if state.is_code_block(line):
        return False
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("<!--", start):
        return False
    close = state.src.find("-->", start + 4, state.eMarks[end - 1])
    if close < 0:
        return False
    last = line
    while state.eMarks[last] < close + 3:
        last += 1
    if state.src[close + 3 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
    return True


def _comment_inline(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - as it is called
    """Take a comment within running text out of it."""
    if not state.src.startswith("<!--", state.pos):
        return False
    close = state.src.find("-->", state.pos + 4)
    if close < 0:
        return False
    state.pos = close + 3
    return True


def _heading_line(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as it is called
    """Read `**Tips:**`, `#Tips` and a plain `Tips` as headings; where other text runs on into them, and into labels, it ends."""
    if state.is_code_block(line):
        return False
    if state.level > 0 and not (silent and state.sCount[line] < state.blkIndent):
        return False
    start = state.bMarks[line] + state.tShift[line]
    text = state.src[start : state.eMarks[line]]
    names: Headings | None = state.env.get(HEADINGS)
    inside = silent and not _ends_sentence(state, line - 1)
    heading = _as_heading(text, _next_line(state, line, end), names, inside=inside) if names else None
    if silent:
        return heading is not None or (names is not None and _is_label(state, line, text, names))
    if heading is None:
        return False
    level, content, markup = heading
    state.line = line + 1
    token = state.push("heading_open", f"h{level}", 1)
    token.markup = markup
    token.map = [line, state.line]
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [line, state.line]
    token.children = []
    state.push("heading_close", f"h{level}", -1)
    return True


def _ends_sentence(state: StateBlock, line: int) -> bool:
    return state.src[state.bMarks[line] : state.eMarks[line]].rstrip()[-1:] in tuple(".!?…:")


def _next_line(state: StateBlock, line: int, end: int) -> str:
    """Return the next line that is not blank."""
    line += 1
    while line < end and state.isEmpty(line):
        line += 1
    return state.src[state.bMarks[line] : state.eMarks[line]] if line < end else ""


def _is_label(state: StateBlock, line: int, text: str, names: Headings) -> bool:
    """Tell whether a line within a paragraph begins anew: with a known label, or with any below another's line."""
    if not _LABEL_LINE.match(text):
        return False
    above = state.src[state.bMarks[line - 1] + state.tShift[line - 1] : state.eMarks[line - 1]]
    label = text.partition(":")[0].strip("*_ ")
    return names.is_name(label) or (state.level == 0 and _LABEL_LINE.match(above) is not None)


def _as_heading(text: str, following: str, names: Headings, *, inside: bool) -> tuple[int, str, str] | None:
    """Return level, words and markup when a line is a heading though CommonMark has it otherwise."""
    first = text[:1]
    if first in "*_" and (match := _BOLD_LINE.fullmatch(text)):
        inner = match[2].strip()
        words = len(inner.split())
        numbered = _NUMBERED.match(inner)
        sentence = inner[-1:] in ".!?;," and not names.is_name(inner)
        colon = text.rstrip().endswith(":") or inner.endswith(":")
        if words <= _MAX_HEADING_WORDS and (colon or numbered or not sentence):
            return BOLD_LEVEL, inner, match[1]
    elif first == "#" and (match := _TIGHT_HEADING.fullmatch(text)) and names.opens_section(match[2]):
        return len(match[1]), match[2], match[1]
    elif (first.isalpha() or first in _BEFORE_NAME) and _NAME_LINE.fullmatch(text):
        return (BOLD_LEVEL, text.strip(), "") if _is_name_line(text, following, names, inside=inside) else None
    return None


def _is_name_line(text: str, following: str, names: Headings, *, inside: bool) -> bool:
    """Tell whether a plain line is the name of the section below it; within a paragraph it must end in a colon."""
    if _is_entry(following):
        return names.heads_list(text)
    if inside and not text.rstrip().endswith(":"):
        return False
    return _is_capital(text) and _TEXT_LINE.match(following) is not None and names.heads_text(text)


def _is_capital(text: str) -> bool:
    """Tell whether the first letter of a text is a capital."""
    return next((char.isupper() for char in text if char.isalpha()), False)


def _is_entry(line: str) -> bool:
    """Tell whether a line is an entry of a list, or counts itself: "Step 1: ..."."""
    return _LIST_LINE.match(line) is not None or has_numbering(line)
