"""Text in; lists as Word, PDF files and chats leave them, written as Markdown's. Knows no words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from cardgen.guide.dialect.margin import Kind, Margin
from cardgen.guide.dialect.marks import HOLE
from cardgen.guide.inline import COUNTED_STEPS

_BOX = re.compile(rf"([ \t>]*(?:[-*+]|\d{{1,9}}[.)])[ \t]+)\\?\[[ xX/><!?*+~-]?\\?\](?=[ \t{HOLE}]|$)[ \t]*")
_BOX_SIGN = re.compile(r"([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)[☐□❏❑][ \t\u00a0]*(?=\S)")
_TICKED = re.compile(_BOX_SIGN.pattern.replace("☐", "☐☑☒"))
"""Beside empty boxes a ticked one says what was done, not what to do."""
_WIDE = re.compile("^[ \t]*[\u00a0\u2000-\u200a\u202f\u3000][ \t\u00a0\u2000-\u200a\u202f\u3000]*")
_AFTER_MARK = re.compile("^([ \t>]*(?:[-*+]|\\d{1,9}[.)]|#{1,6}))[\u00a0\u2000-\u200a\u202f\u3000][\u00a0 \t]*")

_PASTED = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0e0": "→", "\uf0fc": "✓", "\uf0fb": "✗", "\uf0a8": "◆"}
)
"""Signs of Symbol and Wingdings, which Word pastes as characters of private use."""
_ENTITY = re.compile(r"&(?:bull|middot|#(\d{2,6})|#[xX]([0-9a-fA-F]{2,5}));")
_INVISIBLE = re.compile("^([ \t]*)[\u200b\u2060\ufeff\u00ad][\u200b\u2060\ufeff\u00ad \t]*")

_SURE = "•◦▪▫●○■◾◽‣\u2043∙▸►➢➤⮚✦✧❖◆◇"
_MARKS = f"{_SURE}·–—§"
_BULLET = re.compile(rf"([ \t>]*)([{_MARKS}])([ \t\u00a0]*)(?=[^\s{_MARKS}-])")
_LETTER_O = re.compile(r"([ \t>]*)([oØü])(\t[ \t]*|[ \u00a0]{2,}|[ \u00a0](?=[A-ZÀ-ÞА-Я\d]))(?=\S)")
_TIGHT = re.compile(r"([ \t>]*)(-)(?=[^\W\d_])")
_MARKDOWN = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")

_NUMBER = re.compile(
    "([ \t>]*)(?:"
    r"(?P<dash>\d{1,2})[ \t]+[-–—:][ \t]+(?=[^\W\d_]|[\"“'(*_])"
    r"|(?P<stuck>\d{1,2})[-–—:/][ \t]+(?=[^\W\d_]|[\"“'(*_])"
    r"|(?P<escaped>\d{1,2})\\[.)][ \t]+(?=\S)"
    r"|(?P<tight>\d{1,2})[.)](?=[^\W\d_]|[*_“\"])"
    r"|(?P<both>\d{1,2})\.\)[ \t]*(?=\S)"
    r"|\((?P<round>\d{1,2})\)[ \t]*(?=\S)"
    "|(?P<ordinal>\\d{1,2})[.]?[ºª°](?:[ \t]*[.):-])?[ \t]+(?=[^\\W\\d_])"
    "|(?P<comma>\\d{1,2})[、\uff0e][ \t]*(?=\\S)"
    "|(?P<circle>[\u2460-\u2473\u2776-\u277f])(?:[ \t]*[.):])?[ \t]*(?=\\S)"
    "|(?P<key>\\d)\ufe0f?\u20e3(?:[ \t]*[.):-])?[ \t]*(?=\\S)"
    "|(?P<ten>\U0001f51f)[ \t]*(?=\\S)"
    ")"
)
_HEAD_NUMBER = re.compile("([ \t]*#{1,6}[ \t]+)(\\d|\U0001f51f)(?:\ufe0f?\u20e3)?(?:[ \t]*[.):])?[ \t]*(?=\\S)")
_STEP = re.compile(rf"([ \t>]*)(?:{COUNTED_STEPS})[ \t]+(?P<value>\d{{1,2}})[ \t]*[.):–—-][ \t]*(?=\S)", re.IGNORECASE)
_TEN = "\U0001f51f"
_STOPS = re.compile(r"[ \t>]*(?:#{1,6}[ \t]|\|)")
_FULL_WIDTH = re.compile("^[ \t]*[\uff10-\uff19]+[\uff0e.、\uff09)]?")


def plain_lists(text: str, margin: Margin) -> str:
    """Write what looks like a list as one; boxes to tick go."""
    if "&" in text:
        text = _ENTITY.sub(_sign, text)
    lines = text.translate(_PASTED).split("\n")
    _drop_boxes(lines, margin)
    if not text.isascii():
        for number, line in enumerate(lines):
            if not line.isascii():
                lines[number] = _narrow(line)
    _number_runs(lines)
    _step_runs(lines)
    _bullet_runs(lines)
    if "\n:" in text:
        _definitions(lines)
    return "\n".join(lines)


def _sign(match: re.Match[str]) -> str:
    """Return the sign that an entity stands for; letters and marks of Markdown stay as they are."""
    code = int(match[1]) if match[1] else int(match[2], 16) if match[2] else 0
    if code:
        return chr(code) if _FIRST_SIGN <= code <= _LAST_SIGN else match[0]
    return "•" if match[0] == "&bull;" else "·"


_FIRST_SIGN, _LAST_SIGN = 0x2010, 0x1FAFF


def _drop_boxes(lines: list[str], margin: Margin) -> None:
    signs = any("☐" in line and _BOX_SIGN.match(line) for line in lines)
    for number, line in enumerate(lines):
        if match := _BOX.match(line):
            margin.drop(Kind.BOX, number, "")
            lines[number] = match[1] + (line[match.end() :] or HOLE)
        elif not line.isascii() and (match := (_TICKED if signs else _BOX_SIGN).match(line)):
            margin.drop(Kind.BOX, number, "")
            lines[number] = (match[1] if match[1].strip(" \t>") else f"{match[1]}- ") + line[match.end() :]


def _narrow(line: str) -> str:
    """Return a line with plain blanks and digits where Markdown looks for them."""
    line = _INVISIBLE.sub(r"\1", line)
    if match := _WIDE.match(line):
        line = " " * len(match[0]) + line[match.end() :]
    if match := _AFTER_MARK.match(line):
        line = f"{match[1]} {line[match.end() :]}"
    if match := _FULL_WIDTH.match(line):
        line = unicodedata.normalize("NFKC", match[0]) + line[match.end() :]
    if (match := _HEAD_NUMBER.match(line)) and ("\u20e3" in match[0] or match[2] == _TEN):
        line = f"{match[1]}{10 if match[2] == _TEN else match[2]}. {line[match.end() :]}"
    return line


# --- numbers ----------------------------------------------------------------------------------------------------------


def _number_runs(lines: list[str]) -> None:
    """Write numbers as Markdown's where at least two lines count up from 1 in one way."""
    run: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate(lines):
        match = _NUMBER.match(line)
        if match is None:
            if run and _STOPS.match(line):
                _write_numbers(lines, run)
                run = []
            continue
        value = _value(match)
        if run and value == len(run) + 1 and match.lastgroup in (run[0][1].lastgroup, "ten"):
            run.append((number, match))
        else:
            _write_numbers(lines, run)
            run = [(number, match)] if value == 1 else []
    _write_numbers(lines, run)


def _value(match: re.Match[str]) -> int:
    name = match.lastgroup or ""
    mark = match[name]
    if name == "circle":
        code = ord(mark)
        return code - 0x245F if code < 0x2776 else code - 0x2775  # noqa: PLR2004 - where the second row of circles begins
    return 10 if name == "ten" else int(mark)


def _write_numbers(lines: list[str], run: Sequence[tuple[int, re.Match[str]]]) -> None:
    if len(run) > 1:
        for value, (number, match) in enumerate(run, start=1):
            lines[number] = f"{match[1]}{value}. {lines[number][match.end() :]}"


def _step_runs(lines: list[str]) -> None:
    """Write "Step 1: ..." as a number where lines one below the other count so: Markdown would run them together."""
    run: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate(lines):
        match = _STEP.match(line)
        if match and int(match["value"]) == len(run) + 1 and (not run or run[-1][0] == number - 1):
            run.append((number, match))
            continue
        _write_numbers(lines, run)
        run = [(number, match)] if match and match["value"] == "1" else []
    _write_numbers(lines, run)


# --- bullets ----------------------------------------------------------------------------------------------------------


def _bullet_runs(lines: list[str]) -> None:
    """Write bullets as Markdown's, level by level; a mark that is also one of prose needs a second line."""
    run: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate(lines):
        match = _bullet(line, bool(run))
        if match:
            run.append((number, match))
        elif run and (not line.strip() or _is_wrapped(lines, number)):
            continue
        else:
            _write_bullets(lines, run)
            run = []
    _write_bullets(lines, run)


def _bullet(line: str, after_bullet: bool) -> re.Match[str] | None:  # noqa: FBT001 - what stands above
    match = None if line.isascii() else _BULLET.match(line)
    if match:
        return match if match[2] in _SURE or match[3] else None
    stripped = line.lstrip(" \t>")
    if stripped[:1] in ("o", "Ø", "ü"):  # the last two are signs of Wingdings in another font
        match = _LETTER_O.match(line)
        return match if match and (after_bullet or "\t" in match[3]) else None
    return _TIGHT.match(line) if stripped[:1] == "-" else None


def _is_wrapped(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line goes on with the bullet right above it."""
    return bool(lines[number - 1].strip()) and not _STOPS.match(lines[number]) and not _MARKDOWN.match(lines[number])


def _write_bullets(lines: list[str], run: Sequence[tuple[int, re.Match[str]]]) -> None:
    if not run or (len(run) == 1 and run[0][1][2] not in _SURE):
        return
    levels: list[tuple[int, str]] = []
    base = _base(lines, run)
    for number, match in run:
        key = (len(match[1].expandtabs(4)), match[2])
        if key in levels:
            del levels[levels.index(key) + 1 :]
        else:
            while levels and levels[-1][0] > key[0]:
                levels.pop()
            if not levels or levels[-1] != key:
                levels = _entered(levels, key)
        quote = match[1][: match[1].rfind(">") + 1]
        indent = f"{quote} " if quote else " " * base
        lines[number] = f"{indent}{'  ' * (len(levels) - 1)}- {lines[number][match.end() :]}"


_DEEPEST = 6


def _entered(levels: list[tuple[int, str]], key: tuple[int, str]) -> list[tuple[int, str]]:
    """Return the levels with one more, or with the last one replaced where lists are deep enough."""
    return [*levels, key] if len(levels) < _DEEPEST else [*levels[:-1], key]


def _base(lines: Sequence[str], run: Sequence[tuple[int, re.Match[str]]]) -> int:
    """Return how far the first bullet stays indented: under an entry of a list as it is, else not like code."""
    number, match = run[0]
    indent = len(match[1].expandtabs(4))
    above = next((lines[at] for at in range(number - 1, max(-1, number - 3), -1) if lines[at].strip()), "")
    return indent if _MARKDOWN.match(above) or above[:1] == " " else min(indent, 0)


# --- definitions ------------------------------------------------------------------------------------------------------

_DEFINITION = re.compile(r"[ \t]{0,3}:[ \t]+(?=\S)")
_TERM = re.compile(r"(?![ \t]*(?:[#>|:]|[-*+][ \t]|\d{1,9}[.)][ \t]))[ \t]{0,3}\S.{0,80}")


def _definitions(lines: list[str]) -> None:
    """Write a term and its definitions as a bold line over a list."""
    term: int | None = None
    for number, line in enumerate(lines):
        if (match := _DEFINITION.match(line)) and term is not None:
            if not lines[term].startswith("**"):
                lines[term] = f"**{lines[term].strip().rstrip(':')}**"
            lines[number] = f"- {line[match.end() :]}"
        elif line.strip() and not (term is not None and line.startswith("    ")):
            term = number if _TERM.fullmatch(line) else None
