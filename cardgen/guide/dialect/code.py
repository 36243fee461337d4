"""Text in; code and comments hidden, fences of data left out, fences that are asides opened. Knows no other mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardgen.guide.dialect.margin import Kind, Margin
from cardgen.guide.dialect.marks import CLOSE, HOLE, Mask, open_aside
from cardgen.guide.dialect.types import aside_type

_FENCE = re.compile(r"([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)?)(`{3,}(?!`)|~{3,}(?!~))[ \t]*([^`\n]*)")
_PREFIX = re.compile(r"[ \t>]*")
_TEXT_INFO = frozenset({"", "text", "txt", "plain", "plaintext", "none", "md", "markdown", "nohighlight"})
"""What a fence may be called and yet hold words for a reader."""

_CODE = """
abc bash bat c chart cpp csharp css csv dataview dataviewjs diff dot excalidraw go graphviz html ini java javascript js json
json5 jsx kanban kotlin latex lua math mermaid mdx php plantuml powershell python py query r ruby rust sh shell sql svg swift
tasks tex tikz toml ts tsx typescript vue xml yaml yml zsh
"""
_CODE_INFO = frozenset(_CODE.split())
_WORD = re.compile(r"[^\W\d_]{2}")
_CODE_SIGN = re.compile(r"[<>{}=;]")

_ASIDE_INFO = re.compile(r"ad-([\w-]+)|\{([\w-]+)\}", re.IGNORECASE)
"""The fences of Obsidian's Admonition and of MyST."""
_TITLED = frozenset({"dropdown", "card", "details"})
"""Directives of MyST that are notes with a title."""
_OPTION = re.compile(r"(?:(title|collapse|icon|color):|:([\w-]+):)[ \t]*(.*)")

_DATUM = re.compile(r"[a-z][a-z0-9_-]{0,30}:(?:[ \t]+(\S.{0,200}))?[ \t]*|[ \t]*-[ \t]+[\w./ -]{1,40}")
_QUERY = re.compile(r"(?:\$?=|dv:)\s")
"""How inline code begins that Dataview computes."""

_ESCAPED = re.compile(r"\\[\[\]<>{}=%^#@~!:$*_(+&-]")


def hide_blocks(text: str, mask: Mask, margin: Margin) -> str:
    """Hide fences and comments; leave out the fences that hold data."""
    return _hide_comments("\n".join(_fences(text.split("\n"), mask, margin)), mask)


def hide_spans(text: str, mask: Mask, margin: Margin) -> str:
    """Hide inline code and escaped signs; leave out queries."""
    lines = text.split("\n")
    text = "\n".join(_hide_spans(line, number, mask, margin) for number, line in enumerate(lines))
    return _ESCAPED.sub(lambda match: mask.hide(match[0]), text)


# --- fences -----------------------------------------------------------------------------------------------------------


def _fences(lines: Sequence[str], mask: Mask, margin: Margin) -> list[str]:
    result: list[str] = []
    at = 0
    while at < len(lines):
        opening = _FENCE.fullmatch(lines[at])
        if opening is None:
            result.append(lines[at])
            at += 1
            continue
        end = _closing(lines, at + 1, opening[2], ">" in opening[1])
        if end is None:  # told where the parts of the body are cut
            end = len(lines) - 1 if ">" not in opening[1] else at
            result.extend(_hidden(lines[at : end + 1], opening, mask))
        else:
            result.extend(_read_fence(lines[at : end + 1], opening, at, mask, margin))
        at = end + 1
    return result


def _closing(lines: Sequence[str], start: int, mark: str, quoted: bool) -> int | None:  # noqa: FBT001 - its opening
    """Return the line that closes a fence, None where none does; one in a quote ends with that."""
    for at in range(start, len(lines)):
        if quoted and not lines[at].lstrip().startswith(">"):
            return None
        words = _PREFIX.sub("", lines[at], count=1).rstrip()
        if len(words) >= len(mark) and not words.strip(mark[0]):
            return at
    return None


def _read_fence(lines: Sequence[str], opening: re.Match[str], at: int, mask: Mask, margin: Margin) -> list[str]:
    """Return what stands for one fence: hidden, a hole, or an aside."""
    info = opening[3].strip()
    name = info.split()[0].lower().rstrip(",") if info else ""
    if kind := _aside_of(name):
        return _as_aside(lines, kind, info[len(name) :], len(opening[1]))
    name = name.strip("{}.")
    if _is_code(name, lines[1:-1]) or (not name and _is_data(lines[1:-1])):
        margin.drop(Kind.DATA, at, name or " ".join(lines[1:-1]))
        return [opening[1] + HOLE, *[HOLE] * (len(lines) - 1)]
    return _hidden(lines, opening, mask)


def _hidden(lines: Sequence[str], opening: re.Match[str], mask: Mask) -> list[str]:
    start = len(opening[1])
    return [opening[1] + mask.hide(lines[0][start:]), *map(mask.hide, lines[1:])]


def _aside_of(name: str) -> str | None:
    """Return the type of aside that a fence of this name holds."""
    match = _ASIDE_INFO.fullmatch(name)
    if match is None or match[1]:
        return match and match[1].lower()
    return "note" if match[2] in _TITLED else aside_type([match[2]])


def _is_code(name: str, lines: Sequence[str]) -> bool:
    """Tell whether a fence is none for a reader: by its name, or by a name that is not known over no sentence."""
    if name in _TEXT_INFO:
        return False
    return name in _CODE_INFO or not any(map(_is_sentence, lines))


def _is_sentence(line: str) -> bool:
    """Tell whether a line ends like one that is for a reader: under a name that is not known it stays."""
    words = line.rstrip().rstrip('"”’)')
    return words.endswith((".", "!", "?", "…")) and bool(_WORD.search(words)) and not _CODE_SIGN.search(words)


def _as_aside(lines: Sequence[str], kind: str, title: str, indent: int) -> list[str]:
    """Turn a fence that holds an aside into one; options at its start give its title."""
    blank = " " * indent
    body: list[str] = []
    head = True
    for line in lines[1:-1]:
        option = _OPTION.fullmatch(line.strip()) if head else None
        head = option is not None
        if option and (option[1] or option[2]) == "title":
            title = option[3]
        body.append("" if option else line)
    return [f"{blank}{open_aside(kind, title)}", *body, f"{blank}{CLOSE}"]


def _is_data(lines: Sequence[str]) -> bool:
    """Tell whether lines hold nothing but keys with short values: a sentence is for a reader."""
    full = [line for line in lines if line.strip()]
    if not full or not any(":" in line for line in full):
        return False
    for line in full:
        match = _DATUM.fullmatch(line)
        if match is None or (match[1] or "").rstrip().endswith((".", "!", "?")):
            return False
    return True


# --- comments and inline code -----------------------------------------------------------------------------------------


def _hide_comments(text: str, mask: Mask) -> str:
    """Hide what the parser takes for comments; the how-to marker is one of them."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += (text[at:start], mask.hide_comment(text[start : end + 3]))
        at = end + 3
    return "".join((*parts, text[at:]))


def _hide_spans(line: str, number: int, mask: Mask, margin: Margin) -> str:
    """Hide the inline code of a line; queries are left out."""
    if "`" not in line:
        return line
    runs = [(match.start(), match.end()) for match in re.finditer("`+", line)]
    parts: list[str] = []
    at = index = 0
    while index < len(runs):
        start, after = runs[index]
        size = after - start
        other = next((j for j in range(index + 1, len(runs)) if runs[j][1] - runs[j][0] == size), None)
        if other is None:
            index += 1
            continue
        content = line[after : runs[other][0]]
        parts.append(line[at:start])
        if _QUERY.match(content):
            margin.drop(Kind.DATA, number, content)
            parts.append(HOLE)
        else:
            parts.append(mask.hide(line[start : runs[other][1]]))
        at = runs[other][1]
        index = other + 1
    return "".join((*parts, line[at:]))
