"""The text of a body in, its outline out: headings with their levels and lines, lists, labels. Reads no inline marks.

One pass over the lines, so that a library of megabytes costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cardgen.guide.inline import strip_numbering

_ATX = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_ORDERED = re.compile(r"[ \t]{0,3}\d{1,9}[.)][ \t]+\S")
_BULLET = re.compile(r"[ \t]{0,3}[-*+•][ \t]+\S")
_LABEL = re.compile(r" {0,3}(?:\*\*|__)([^*_\n]{2,60}?)[ \t]*(:?)(?:\*\*|__)[ \t]*(:?)[ \t]*(.*)")
_PLAIN_LABEL = re.compile(r" {0,3}([^\W\d_][^:*_#|\n]{1,48}):[ \t]*")
_TEXT = re.compile(r" {0,3}[^\s#>|<*+`~-]")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_MARKS = re.compile(r"[*_`~]+|\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|\{[^}]*\}\s*$")
_LONGEST_UNDERLINED = 80
_LONGEST = 300
"""Characters of a heading that are looked at."""


@dataclass(slots=True, kw_only=True)
class Part:
    """A heading and what stands under it up to the next heading of any level."""

    name: str
    """Without marks, numbering and trailing colon; empty for the text before the first heading."""
    written: str
    """As the heading has it, without marks."""
    level: int
    """1 to 6; 0 for the text before the first heading."""
    line: int
    """Of the heading, from 0."""
    body: int
    """The first line under the heading."""
    end: int
    """The line behind the last."""
    ordered: int = 0
    """How many numbered points stand under it."""
    bullets: int = 0
    labels: set[str] = field(default_factory=set)
    """Bold lead-ins and lines that end in a colon, in small letters."""


def outline(lines: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of a text in order; the first is what stands before any heading."""
    parts = [Part(name="", written="", level=0, line=0, body=0, end=0)]
    for at, line in text_lines(lines):
        if heading := _heading(lines, at, line):
            parts[-1].end = heading.line
            parts.append(heading)
        else:
            _count(parts[-1], line)
    parts[-1].end = len(lines)
    return tuple(parts)


def clean(text: str) -> str:
    """Return a heading without marks, numbering and trailing colon."""
    plain = " ".join(_MARKS.sub(r"\1", text[:_LONGEST]).split())
    return strip_numbering(plain).strip().rstrip(":").rstrip() or plain


def text_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are neither code nor comment, with their numbers from 0."""
    fence = ""
    comment = False
    for at, line in enumerate(lines):
        if comment:
            comment = "-->" not in line
            continue
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
            continue
        if mark:
            fence = mark[1]
            continue
        if line.lstrip().startswith("<!--"):
            comment = "-->" not in line
            continue
        yield at, line


def is_rule(line: str) -> bool:
    """Tell whether a line is a rule between two parts."""
    return _RULE.fullmatch(line) is not None


def heading_level(line: str) -> int:
    """Return the level of a line that is a heading by its number signs; 0 for any other."""
    match = _ATX.match(line)
    return len(match[1]) if match else 0


def _heading(lines: Sequence[str], at: int, line: str) -> Part | None:
    """Return the part that begins where a line makes a heading."""
    if match := _ATX.match(line):
        return _part(line[match.end() :].strip().rstrip("#").rstrip(), len(match[1]), at, at + 1)
    match = _UNDERLINE.fullmatch(line)
    if match and at and _is_underlined(lines, at - 1):
        return _part(lines[at - 1].strip(), 1 if "=" in match[1] else 2, at - 1, at + 1)
    return None


def _part(text: str, level: int, line: int, body: int) -> Part:
    written = " ".join(_MARKS.sub(r"\1", text[:_LONGEST]).split())
    return Part(name=clean(written), written=written, level=level, line=line, body=body, end=body)


def _is_underlined(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line of text that stands alone can be a heading over a row of dashes."""
    text = lines[at]
    alone = at == 0 or not lines[at - 1].strip()
    return alone and _TEXT.match(text) is not None and len(text) <= _LONGEST_UNDERLINED and not _ORDERED.match(text)


def _count(part: Part, line: str) -> None:
    if _ORDERED.match(line):
        part.ordered += 1
    elif _BULLET.match(line):
        part.bullets += 1
    elif label := _label(line):
        part.labels.add(clean(label).casefold())


def _label(line: str) -> str:
    """Return the bold words that a line opens with or is, or those before the colon that it ends in."""
    match = _LABEL.fullmatch(line)
    if match and (match[2] or match[3] or not match[4]):
        return match[1]
    match = _PLAIN_LABEL.fullmatch(line)
    return match[1] if match else ""
