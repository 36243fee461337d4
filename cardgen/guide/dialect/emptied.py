"""Lines with holes in, the same without the headings of what was left out whole. Knows no dialect."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardgen.guide.dialect.margin import Kind, Margin
from cardgen.guide.dialect.marks import HOLE, holds_words

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]|$)")
_NAME = re.compile(r"[ \t]*(?:(\*\*|__)(?:(?!\1).){1,80}\1:?|[^\W\d_][\w '’-]{0,40}:)[ \t]*")
"""A bold line, or a name with a colon, which head what stands below."""
_LABEL = re.compile(
    r"[ \t>]*(?:[-*+][ \t]+)?[*_]{0,2}(?:[^\W_][\w'’-]{0,30}[ \t]?){1,3}(?::[*_]{0,2}|[*_]{1,2}:)"
    f"[ \t]{{0,9}}{HOLE}[{HOLE} \t,;.]*"
)
"""A name that nothing is left of but itself: `Tags:`."""
_CALLOUT = re.compile(r"[ \t]*((?:>[ \t]*)+)\[!")
_BOLD = 7


def drop_emptied(text: str, margin: Margin) -> str:
    """Empty the headings whose text was left out, or under which all was; one without text from the start stays."""
    lines = text.split("\n")
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        level = _level(line)
        if HOLE in line and _LABEL.fullmatch(line):
            margin.drop(Kind.SECTION, number, line.strip(f"-*+_:{HOLE} \t"))
            lines[number] = HOLE
            continue
        if level is None or not holds_words(line):
            continue
        below = _below(lines, number, level)
        if any(HOLE in other for other in below) and not any(map(holds_words, below)):
            margin.drop(Kind.SECTION, number, line.strip("#>*_: \t"))
            lines[number] = HOLE
    return "\n".join(lines)


def _level(line: str) -> int | None:
    if match := _HEADING.match(line):
        return len(match[1])
    if _CALLOUT.match(line):
        return _BOLD + 1
    return _BOLD if _NAME.fullmatch(line) else None


def _below(lines: Sequence[str], number: int, level: int) -> list[str]:
    """Return the lines that a heading heads; a bold line or a name heads the next block alone."""
    below: list[str] = []
    for at in range(number + 1, len(lines)):
        line = lines[at]
        if level > _BOLD and not line.lstrip().startswith(">"):
            break
        other = _level(line)
        if other is not None and other <= level and holds_words(line):
            break
        if level == _BOLD and not line.strip() and any(HOLE in one for one in below):
            break
        below.append(line)
        if holds_words(line):
            break
    return below
