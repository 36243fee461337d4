"""Text and patterns in, text of as many lines out. Knows no dialect: what all of them are rewritten with."""

from __future__ import annotations

import re
from collections.abc import Callable

HOLE = "\x06"
"""Where something was left out; blanks round it are tidied at the end."""

OPEN, TITLE, HEAD_END, CLOSE = "\x03", "\x04", "\x05", "\x07"
"""Round an aside until it becomes a quote: `OPEN type TITLE title HEAD_END` ... `CLOSE`. No source holds these characters."""

DO, DO_NOT, CARE = "\u2714", "\u2716", "\u26a0"
"""What stands at the start of a line's text for every sign that means the same; whoever reads the line takes it away."""

RESERVED = re.compile("[\x00-\x08]")

_MASKED = re.compile("\x01(\\d+)\x02")
_COMMENT = "\x00"

Replace = Callable[[re.Match[str], int], str]
"""A match and the number of its line, counted from 0, to what stands in its place."""


def rewrite(pattern: re.Pattern[str], replace: Replace, text: str) -> str:
    """Replace every match; the text keeps its lines, whatever `replace` returns."""
    parts: list[str] = []
    at = line = 0
    for match in pattern.finditer(text):
        line += text.count("\n", at, match.start())
        new = replace(match, line)
        parts += (text[at : match.start()], new)
        breaks = match[0].count("\n")
        parts.append(_rest(new, breaks))
        line += breaks
        at = match.end()
    return "".join((*parts, text[at:])) if parts else text


def cut(text: str, opening: str, closing: str, replace: Callable[[str, int], str]) -> str:
    """Replace what stands between two marks, over lines too: one walk, however many marks are never closed."""
    parts: list[str] = []
    at = line = 0
    while (start := text.find(opening, at)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        line += text.count("\n", at, start)
        inner = text[start + len(opening) : end]
        new = replace(inner, line)
        breaks = inner.count("\n")
        parts += (text[at:start], new, _rest(new, breaks))
        line += breaks
        at = end + len(closing)
    return "".join((*parts, text[at:])) if parts else text


def _rest(new: str, breaks: int) -> str:
    """Return the lines that are missing behind a replacement; a hole over lines ends in one."""
    missing = breaks - new.count("\n")
    return "\n" * missing + (HOLE if missing and new == HOLE else "")


class Mask:
    """What no rewriting may touch, taken out of the text and put back at the end."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: list[str] = []

    def hide(self, piece: str) -> str:
        """Return what stands for a piece of text meanwhile: a mark a line, indentation outside of it."""
        return "\n".join(self._hide_line(line) for line in piece.split("\n"))

    def _hide_line(self, line: str) -> str:
        words = line.lstrip()
        if not words:
            return line
        self._kept.append(words)
        return f"{line[: len(line) - len(words)]}\x01{len(self._kept) - 1}\x02"

    def hide_comment(self, piece: str) -> str:
        """Return what stands for a comment: it is known to hold no words."""
        return "\n".join(f"{_COMMENT}{self._hide_line(line)}" if line.strip() else line for line in piece.split("\n"))

    def show(self, text: str) -> str:
        """Return the text with everything in its place again."""
        if not self._kept:
            return text
        # What was hidden later may hold what was hidden before.
        while (shown := _MASKED.sub(self._kept_of, text)) != text:
            text = shown
        return text.replace(_COMMENT, "")

    def _kept_of(self, match: re.Match[str]) -> str:
        at = int(match[1])
        return self._kept[at] if at < len(self._kept) else ""


def holds_words(line: str) -> bool:
    """Tell whether anything but marks of structure, holes and comments stands in a line."""
    return bool(_WORDLESS.sub("", line).strip())


_WORDLESS = re.compile(
    f"{_COMMENT}[^\x02]*\x02|{HOLE}|^[\\s>{HOLE}]*(?:(?:[-*+]|\\d{{1,9}}[.)])(?=[\\s{HOLE}]|$)|#{{1,6}}(?=[\\s{HOLE}]|$))?"
)


_ROUND_HOLE = re.compile(
    f"(?:\\([ \t]*{HOLE}[ \t]*\\)|\\[[ \t]*{HOLE}[ \t]*\\](?!\\()|(?<![*_])(\\*{{1,3}}|_{{1,3}}){HOLE}[ \t]*\\1(?![*_]))"
)
_EMPHASIS_EDGE = re.compile(
    f'(?:(?:(?<=[\\s(>"“])|^)([*_]{{1,3}}){HOLE}[{HOLE} \t]*(?=[^\\s*_])'
    f"|(?<=[^\\s*_{HOLE}])[ \t]*{HOLE}+([*_]{{1,3}})(?=[\\s.,:;!?)]|$))"
)
"""A hole at the inner edge of emphasis: what has a blank there is none to Markdown."""
_HOLES = re.compile(f"(?<![ \t])([ \t]*){HOLE}([{HOLE} \t]*)")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]*)*")
_STRUCTURE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})?)")


def close_holes(line: str) -> str:
    """Return a line without its holes and the blanks and brackets round them; one without words becomes empty."""
    for _ in range(3):
        line = _ROUND_HOLE.sub(HOLE, line)
    if not holds_words(line):
        quote = _QUOTE.match(line)
        return quote[0].rstrip() if quote else ""
    line = _EMPHASIS_EDGE.sub(lambda match: match[1] or match[2], line)
    return _HOLES.sub(_closed, line).rstrip(" \t")


def _closed(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()], match.string[match.end() : match.end() + 1]
    wide = bool(match[1]) or " " in match[2] or (before[-1:].isalnum() and after.isalnum())
    if _STRUCTURE.fullmatch(before):
        return match[1] or (" " if before.strip() and wide else "")
    if not after or after in ".,)]" or (after in ";:!?" and not match[2].endswith(" ")):
        return ""
    return " " if wide else ""


_NO_TITLE = re.compile(f"[{OPEN}{TITLE}{HEAD_END}{CLOSE}]|</?[A-Za-z][^<>]{{0,200}}>")


def open_aside(kind: str, title: str = "") -> str:
    """Return the mark that an aside begins with; a title holds no aside and no element of its own."""
    title = " ".join(_NO_TITLE.sub(" ", title).split())
    return f"{OPEN}{kind.lower()}{TITLE}{title}{HEAD_END}"
