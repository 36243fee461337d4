"""Asides of every dialect in, callouts out: `> [!type] Title` and quoted lines. Knows no HTML and no templates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.guide.dialect.addresses import attributes_of
from cardgen.guide.dialect.margin import Margin
from cardgen.guide.dialect.marks import CLOSE, HEAD_END, HOLE, OPEN, TITLE, open_aside
from cardgen.guide.dialect.types import LAYOUT, TYPES, aside_type

_CALLOUT = re.compile(
    r"([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:>[ \t]*)+)[*_]{0,2}\\?\[![ \t]*([\w-]{1,40})(?:\|[^\]\n]*)?\\?\][*_]{0,2}[+-]?[ \t]*(.*)"
)
_QUOTED_NAME = re.compile(r"([ \t]*>[ \t]*)(\*\*|__)([A-Za-z]{3,12})[:!]?\2[:!]?[ \t]*")
"""How GitHub wrote alerts before: `> **Note**`."""

_ADMONITION = re.compile(r"([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)((?:[ \t]+[\w-]+)*)(?:[ \t]+[\"“”](.*)[\"“”])?[ \t]*")
_TAB = re.compile(r"([ \t]*)===[!+]?[ \t]+[\"“”](.*)[\"“”][ \t]*")
_COLONS = re.compile(r"([ \t]*)(:{3,})[ \t]*(?:\{([^{}\n]*)\}|([\w-]+))?(.*)")
_TITLE = re.compile(r"\[([^\[\]\n]*)\]")
_ARGUMENTS = re.compile(r"\{[^{}\n]*\}")
_OPTION = re.compile(r"[ \t]*:[\w-]{1,20}:.*")

_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]|$)")
_CLASSES = re.compile(r"[ \t]*\{:((?:[^{}\n\"]|\"[^\"\n]*\")*)\}[ \t]*")
_BLOCK = re.compile(r"[ \t]*(?:[#>|]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3})")
_LEAST = 2
"""Blanks by which the text of an admonition is indented at the least; Python-Markdown asks for four."""


def normal_callouts(text: str) -> str:
    """Write callouts in one way: type in lower case, no folding, no data about their look."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "[!" in line and (match := _CALLOUT.fullmatch(line)):
            prefix = match[1] if match[1].endswith((" ", "\t")) else f"{match[1]} "
            lines[number] = f"{prefix}[!{match[2].lower()}] {match[3]}".rstrip()
        elif ("**" in line or "__" in line) and (match := _QUOTED_NAME.fullmatch(line)) and match[3].lower() in TYPES:
            first = number == 0 or not lines[number - 1].lstrip().startswith(">")
            lines[number] = f"{match[1]}[!{match[3].lower()}]" if first else line
    return "\n".join(lines)


def open_asides(text: str, _margin: Margin) -> str:
    """Mark where the asides of MkDocs, Docusaurus and Pandoc begin and end."""
    return "\n".join(_colons(_indented(text.split("\n"))))


# --- !!! and ??? ------------------------------------------------------------------------------------------------------


def _indented(lines: list[str]) -> list[str]:
    """Open what an exclamation mark heads, and take the indentation of its text away; inner ones are met later."""
    for number, line in enumerate(lines):
        tab = None
        head = _ADMONITION.fullmatch(line) if "!!!" in line or "???" in line else None
        if head is None and "===" in line:
            tab = _TAB.fullmatch(line)
        if head is None and tab is None:
            continue
        blank = (head or tab or [""])[1]
        end, inner = _text_below(lines, number + 1, len(blank.expandtabs(4)))
        if head and end == number and head[4] is None:
            continue  # exclamations, not an admonition
        for at in range(number + 1, end + 1):
            lines[at] = blank + _dedent(lines[at], inner) if lines[at].strip() else ""
        if head:
            lines[number] = f"{blank}{open_aside(head[2], head[4] or '')}"
            lines[end] += CLOSE
        elif tab:
            lines[number] = f"{blank}**{tab[2].strip()}**" if tab[2].strip() else ""
    return lines


def _text_below(lines: Sequence[str], start: int, indent: int) -> tuple[int, int]:
    """Return the last line of the text indented below a head, and by how much it is."""
    end, inner = start - 1, 0
    for at in range(start, len(lines)):
        if not lines[at].strip():
            continue
        own = _indent(lines[at])
        if own < (inner or indent + _LEAST):
            break
        inner = inner or own
        end = at
    return end, inner


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())


def _dedent(line: str, width: int) -> str:
    wide = line.expandtabs(4) if "\t" in line[: width + 1] else line
    return wide[min(width, len(wide) - len(wide.lstrip())) :]


# --- ::: --------------------------------------------------------------------------------------------------------------


def _colons(lines: list[str]) -> list[str]:
    """Open and close what colons fence; layout goes, its text stays."""
    stack: list[str] = []
    for number, line in enumerate(lines):
        match = _COLONS.fullmatch(line) if ":::" in line else None
        if match is None:
            if number and _OPTION.fullmatch(line) and lines[number - 1].lstrip().startswith((OPEN, HOLE)):
                lines[number] = HOLE
            continue
        blank, given, name, rest = match[1], match[3], match[4] or "", match[5].strip()
        if given is None and not name and not rest.strip(":"):
            lines[number] = f"{blank}{stack.pop()}" if stack else HOLE
            continue
        if given is None and not name:
            continue  # colons before text
        mark, closing = _opening(given, name, rest.rstrip(": "))
        lines[number] = f"{blank}{mark}"
        stack.append(closing)
    return lines


def _opening(given: str | None, name: str, rest: str) -> tuple[str, str]:
    """Return the mark for a line of colons, and the one for the line that closes it."""
    words = (given or "").replace("{", " ").split()
    title = match[1] if (match := _TITLE.match(rest)) else ""
    if arguments := _ARGUMENTS.search(rest):
        words += arguments[0].strip("{}").split()
        title = title or attributes_of(arguments[0]).get("title", "")
    title = (
        title
        or attributes_of(given or "").get("title", "")
        or _ARGUMENTS.sub("", _TITLE.sub("", rest, count=1)).strip()
    )
    if name in ("details", "collapse", "spoiler") or (not name and "details" in words):
        return (f"**{title}**" if title else HOLE), HOLE
    classes = [word for word in words if word.startswith(".") or "=" not in word]
    kind = aside_type([name, *classes])
    if kind is None and name.lower() not in LAYOUT and name and not classes:
        kind = name
    if kind is None and given and len(words) == 1 and words[0][0] not in ".#" and words[0].lower() not in LAYOUT:
        kind = words[0]
    if kind is None:
        return (title and f"**{title}**") or HOLE, HOLE
    return open_aside(kind, title), CLOSE


# --- {: .warning} -----------------------------------------------------------------------------------------------------


def marked_paragraphs(text: str, _margin: Margin) -> str:
    """Open an aside round the block that a line such as `{: .warning}` belongs to."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _CLASSES.fullmatch(line) if "{:" in line else None
        if match is None:
            continue
        kind = aside_type(word for word in match[1].split() if word.startswith("."))
        if kind is None or kind == "quote":
            continue
        start, end = _block_at(lines, number)
        if start > end:
            continue
        lines[number] = HOLE
        _wrap(lines, start, end, kind, titled="-title" in match[1])
    return "\n".join(lines)


def _block_at(lines: Sequence[str], number: int) -> tuple[int, int]:
    """Return the lines of the block above, or where there is none right above, of the one below."""
    step = -1 if number and lines[number - 1].strip() and not _HEADING.match(lines[number - 1]) else 1
    at = number
    while 0 <= at + step < len(lines) and (next_line := lines[at + step]).strip():
        if _HEADING.match(next_line) or "{:" in next_line or CLOSE in next_line or OPEN in next_line:
            break
        at += step
    return (at, number - 1) if step < 0 else (number + 1, at)


def _wrap(lines: list[str], start: int, end: int, kind: str, *, titled: bool) -> None:
    """Open an aside before a block and close it behind; a block that is a quote already loses its marks."""
    if all(line.lstrip().startswith(">") for line in lines[start : end + 1]):
        for at in range(start, end + 1):
            lines[at] = lines[at].lstrip()[1:].removeprefix(" ")
    if titled and end > start:
        lines[start] = open_aside(kind, lines[start])
    else:
        lines[start] = open_aside(kind) + lines[start]
    lines[end] += CLOSE


# --- marks to quotes --------------------------------------------------------------------------------------------------

_MARK = re.compile(f"({OPEN}[^{TITLE}\\n]*{TITLE}[^{HEAD_END}\\n]*{HEAD_END}|{CLOSE})")
_HEAD = re.compile(f"{OPEN}([^{TITLE}\\n]*){TITLE}([^{HEAD_END}\\n]*){HEAD_END}")
_STRUCTURE = re.compile(f"[ \\t>{HOLE}]*(?:(?:[-*+]|\\d{{1,9}}[.)])[ \\t]+)?[{HOLE}]*")
"""What may stand before an aside within a line; after words it is one more of them."""
_MOST_NESTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """An aside that is open."""

    blank: str
    """What stands before its quote marks."""
    indent: int
    """What every line of its text is indented by."""


def quote_asides(text: str, margin: Margin) -> str:
    """Turn marked asides into quotes, line by line."""
    if OPEN not in text:
        return text.replace(CLOSE, HOLE)
    lines = _balance(text.split("\n"), margin)
    return "\n".join(_Quoting(lines).run())


def _balance(lines: list[str], margin: Margin) -> list[str]:
    """Close what stays open at the next heading, and drop what closes nothing or is nested too deep."""
    opened: list[tuple[int, bool]] = []
    for number, line in enumerate(lines):
        if OPEN not in line and CLOSE not in line:
            continue
        parts = _MARK.split(line)
        for index in range(1, len(parts), 2):
            if parts[index] != CLOSE:
                before = "".join(parts[0:index:2])
                real = len(opened) < _MOST_NESTED and _STRUCTURE.fullmatch(before) is not None
                opened.append((number, real))
                parts[index] = parts[index] if real else (_HEAD.sub(r"\2", parts[index]) or HOLE)
            elif not opened or not opened.pop()[1]:
                parts[index] = HOLE
        lines[number] = "".join(parts)
    headings = [number for number, line in enumerate(lines) if _HEADING.match(line)]
    for number, real in opened:
        if real:
            after = next((at for at in headings if at > number), len(lines))
            lines[after - 1] += CLOSE
            hint = "close it; until then it goes on to the next heading"
            margin.warn("open-aside", "the aside that begins here is never closed", line=number, hint=hint)
    return lines


class _Quoting:
    """A walk over lines with marks of asides; what comes out is as many lines."""

    __slots__ = ("_begun", "_lines", "_open", "_out")

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._out: list[str] = []
        self._open: list[_Aside] = []
        self._begun = 0

    def run(self) -> list[str]:
        """Return the lines, those of asides quoted."""
        for number, line in enumerate(self._lines):
            if OPEN not in line and CLOSE not in line:
                self._out.append(self._quoted(line))
            else:
                self._read_marks(number, line)
        return self._out

    def _quoted(self, line: str) -> str:
        if not self._open:
            return line
        last = self._open[-1]
        marks = ">" * len(self._open)
        words = _dedent(line, last.indent).rstrip()
        return f"{last.blank}{marks} {words}" if words else f"{last.blank}{marks}"

    def _read_marks(self, number: int, line: str) -> None:
        """Read a line with marks: before a head stands structure alone, what closes stands behind the text."""
        pieces = _MARK.split(line)
        marks = pieces[1::2]
        heads = [mark for mark in marks if mark != CLOSE]
        lead = pieces[0].replace(HOLE, "") if heads else ""
        words = "".join(pieces[2 if heads else 0 :: 2])
        if not heads:
            self._out.append(self._quoted(words) if words.strip(f" \t{HOLE}") else self._between(marks))
        head = ""
        for mark in marks:
            if mark == CLOSE:
                if self._open:
                    self._open.pop()
                continue
            self._enter(number, lead)
            head = f"{lead if len(self._open) == 1 else self._open[-1].blank}{'>' * len(self._open)} "
        if heads:
            self._head(head, heads[-1], words.strip())
        if not self._open and words.strip(f" \t{HOLE}") and CLOSE in marks:
            self._part(number)

    def _between(self, marks: Sequence[str]) -> str:
        """Return the line that only closes: blank, or an empty line of what stays open."""
        depth = len(self._open) - len(marks)
        return self._open[-1].blank + ">" * depth if depth > 0 else ""

    def _enter(self, number: int, lead: str) -> None:
        if not self._open:
            self._begun = len(self._out)
        blank = self._open[-1].blank if self._open else " " * len(lead.expandtabs(4))
        self._open.append(_Aside(blank=blank, indent=self._indent_below(number, len(blank))))

    def _indent_below(self, number: int, least: int) -> int:
        """Return what the lines of an aside have in common before their text."""
        depth = 1
        widths: list[int] = []
        for line in self._lines[number + 1 :]:
            if OPEN not in line and CLOSE not in line:
                if line.strip():
                    widths.append(_indent(line))
                continue
            words = _MARK.sub("", line)
            if words.strip():
                widths.append(_indent(words))
            depth += line.count(OPEN) - line.count(CLOSE)
            if depth <= 0:
                break
        return min(widths, default=least)

    def _head(self, lead: str, mark: str, words: str) -> None:
        """Write the head of an aside, and the text of its line below it where a blank line above makes room."""
        match = _HEAD.fullmatch(mark)
        kind, title = (match[1], match[2]) if match else ("note", "")
        head = f"{lead}[!{kind}] {title}".rstrip()
        out = self._out
        if not words.strip(HOLE):
            out.append(head)
        elif lead == "> " and out and not out[-1].strip() and not (len(out) > 1 and out[-2].lstrip().startswith(">")):
            out[-1] = head
            self._begun = min(self._begun, len(out) - 1)
            out.append(lead + words)
        else:
            out.append(f"{head}{':' if title else ''} {words}")

    def _part(self, number: int) -> None:
        """Keep the paragraph below from running on into a quote: move the quote up where a blank line stands above."""
        following = self._lines[number + 1] if number + 1 < len(self._lines) else ""
        out, start = self._out, self._begun
        if not following.strip() or _BLOCK.match(following) or OPEN in following:
            return
        if start > 0 and not out[start - 1].strip() and not (start > 1 and out[start - 2].lstrip().startswith(">")):
            out.append(out.pop(start - 1))
