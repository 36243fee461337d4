"""Text in; the marks of Obsidian, kramdown and Pandoc within it taken away. Knows no blocks but lines."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable

from cardgen.guide.dialect.margin import Kind, Margin
from cardgen.guide.dialect.marks import HOLE, cut, rewrite
from cardgen.guide.headings import named_anywhere

# --- Obsidian ---------------------------------------------------------------------------------------------------------

_WIKILINK = re.compile(r"(!?)\[\[([^\[\]\n|]{0,300})(?:\\?\|([^\[\]\n]{0,300}))?\]\]")
_CONTENTS = re.compile(
    r"(?im)^[ \t]*(?:\[toc\]|\[\[_?toc_?\]\]|\{:toc\}|\[\[toc\]\]|@\[toc\])(?:\([^()\n]*\))?[ \t]*$|^[ \t]*(?:[-*+]|1\.)[ \t]+toc[ \t]*\n(?=[ \t]*\{:[ \t]*toc)"
)
_HIGHLIGHT = re.compile(r"==(?=[^\s=])([^=\n]{0,500}(?:=[^=\n]{1,500}){0,3})(?<=[^\s=])==")
_LATE_MARK = re.compile(r"(?m)^([ \t>]*(?:[-*+][ \t]+|\d{1,2}[.)][ \t]+)?\*\*[^\s*][^*\n]{0,58}?[:.])[ \t]+\*\*(?=\S)")
"""`**Setup: **Lie down`: to CommonMark the mark before a word closes nothing."""
_UNDERLINED = re.compile(r"(?<!\+)\+\+(?=[^\s+])([^+\n]{1,300})(?<=[^\s+])\+\+(?!\+)")
_PERCENT = re.compile(r"(?<=\d)%%(?!%)|(?<=\d[ \u00a0])%%(?!%)")
_BLOCK_ID = re.compile(rf"(?m)(?:^|[ \t])\^(?=[\w-]{{0,40}}[A-Za-z])[A-Za-z0-9-]{{1,40}}(?=[ \t{HOLE}]*$)")
_TAG = r"#(?=[\w/-]{0,80}[^\W\d_])[\w/-]{1,80}"
_TAG_LINE = re.compile(rf"(?m)^([ \t>]*(?:[-*+][ \t]+)?)({_TAG}(?:[ \t,;]+{_TAG}){{0,60}})[ \t,]*$")
_TAGS_AT_END = re.compile(rf"(?m)(?<=[^\s#>*+-])((?:[ \t]+{_TAG}){{1,60}})[ \t]*(?=$|\|)")
_TAG_FIRST = re.compile(rf"(?m)^([ \t]*){_TAG}(?=[ \t]+[^\s#])[^\n]*$")
_TAG_WITHIN = re.compile(rf"(?<=[ \t]){_TAG}(?![\w#])")
_FIELD_LINE = re.compile(
    r"(?m)^([ \t>]*(?:[-*+][ \t]+)?)([*_]{0,2}[^\W\d_][\w /-]{0,40}[*_]{0,2})::(?:[ \t]+(\S[^\n]*))?[ \t]*$"
)
_FIELD_WITHIN = re.compile(r"([\[(])([^\W\d_][\w /-]{0,40})::[ \t]*([^\[\]()\n]{0,300})[\])]")
_FIELDS_ALONE = re.compile(
    r"[ \t>]*(?:[-*+][ \t]+)?(?:[\[(][^\W\d_][\w /-]{0,40}::[^\[\]()\n]{0,300}[\])][ \t,]*){1,40}"
)

# --- kramdown, Pandoc, Markdown Extra ---------------------------------------------------------------------------------

_VALUE = r"(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^\s{}\"']{1,100})"
_ATTRIBUTE = rf"(?:[.#][\w:-]{{1,60}}|[\w:-]{{1,40}}={_VALUE}|-)"
_ATTRIBUTES = re.compile(
    rf"[ \t]{{0,3}}\{{(?::[^{{}}\n]{{0,300}}|[ \t]*{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE}){{0,20}}[ \t]*)\}}"
)
_EXTENSION = re.compile(r"\{::[^{}\n]{0,300}/?\}|\{:/[\w]{0,20}\}")
_NOTE_TEXT = re.compile(
    r"(?m)^[ \t]{0,3}\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n(?:[ \t]{2,}\S[^\n]*|[ \t]*(?=\n[ \t]{4,}\S)))*)"
)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]|\^\[([^\[\]\n]{1,300})\]")
_CITATION = re.compile(r"\[(?:[^\[\]@\n]{0,100}[\s;(])?-?@[\w][^\[\]\n]{0,200}\](?![\[(:])")
_ABBREVIATION = re.compile(r"(?m)^\*\[[^\]\n]{1,60}\]:[^\n]*$")


def plain_links(text: str) -> str:
    """Return a text of one line with the words of its wikilinks."""
    return _WIKILINK.sub(lambda match: _words_of(match[2].strip(), match[3]) or match[0], text)


def plain_inline(text: str, margin: Margin) -> str:
    """Return the text without the marks of these dialects."""
    for hint, plain in _PASSES:
        if hint in text:
            text = plain(text, margin)
    return text


def _drop(kind: Kind, line: int, name: str, margin: Margin) -> str:
    margin.drop(kind, line, name)
    return HOLE


def _private(text: str, margin: Margin) -> str:
    """Leave out what stands between `%%` and `%%`; after a number the mark is one of per cent."""
    text = _PERCENT.sub("\x08\x08", text)
    return cut(text, "%%", "%%", lambda inner, line: _drop(Kind.PRIVATE, line, inner, margin)).replace("\x08", "%")


def _wikilink(match: re.Match[str], line: int, margin: Margin) -> str:
    """Return the words of a link; what is embedded is left out."""
    target = match[2].strip()
    if match[1]:
        return _drop(Kind.EMBED, line, target, margin)
    return _words_of(target, match[3]) or HOLE


def _words_of(target: str, words: str | None) -> str:
    if words is not None and words.strip():
        return words.strip()
    page, _, part = target.partition("#")
    page = page.rpartition("/")[2].removesuffix(".md").strip()
    part = part.rpartition("#")[2].strip()
    if not part or part.startswith("^"):
        return page
    return f"{page} ({part})" if page else part


def _drop_mark(match: re.Match[str], line: int, margin: Margin) -> str:
    if match[1]:
        return _drop(Kind.FOOTNOTE, line, match[1], margin)
    return HOLE


# --- fields and tags --------------------------------------------------------------------------------------------------


def _fields(text: str, margin: Margin) -> str:
    """Leave out fields that have their lines to themselves; of one within a sentence the value stays."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "::" not in line:
            continue
        whole = _FIELD_LINE.fullmatch(line)
        if whole:
            lines[number] = whole[1] + _drop(Kind.FIELD, number, line.strip(" \t>-*+"), margin)
        elif _FIELDS_ALONE.fullmatch(line):
            lines[number] = _drop(Kind.FIELD, number, line.strip(), margin)
        else:
            lines[number] = _FIELD_WITHIN.sub(functools.partial(_field, number=number, margin=margin), line)
    return "\n".join(lines)


def _field(match: re.Match[str], number: int, margin: Margin) -> str:
    """Return what stays of a field in a sentence: round brackets hide its name, square ones show that it is data."""
    if match[1] == "(" and match[3].strip():
        return match[3].strip()
    return _drop(Kind.FIELD, number, match[0], margin)


_MOST_NAMES = 60
"""Lines of one guide that are looked up among the names of sections; a card has room for fewer."""


def _tags(text: str, margin: Margin) -> str:
    """Leave out tags that stand alone or at the end of a line; within a sentence only the mark goes."""
    looked_up = itertools.count()

    def is_name(words: str) -> bool:
        return next(looked_up) < _MOST_NAMES and named_anywhere(words)

    def whole(match: re.Match[str], line: int) -> str:
        if " " not in match[2] and not match[1].strip() and is_name(match[2][1:]):
            return match[0]
        return match[1] + _drop(Kind.TAG, line, match[2], margin)

    def without_mark(match: re.Match[str]) -> str:
        words = match[0].strip()[1:]
        return match[0] if is_name(words) else match[1] + words  # "#Form Tips" is a heading without its blank

    text = rewrite(_TAG_LINE, whole, text)
    text = rewrite(_TAGS_AT_END, lambda match, line: " " + _drop(Kind.TAG, line, match[1], margin), text)
    text = _TAG_FIRST.sub(without_mark, text)
    return _TAG_WITHIN.sub(lambda match: match[0][1:], text)


# --- in their order ---------------------------------------------------------------------------------------------------


def _dropping(kind: Kind, pattern: re.Pattern[str], group: int = 0) -> Callable[[str, Margin], str]:
    """Return what leaves out all that a pattern matches, named by one of its groups."""
    return lambda text, margin: rewrite(pattern, lambda match, line: _drop(kind, line, match[group], margin), text)


_PASSES: tuple[tuple[str, Callable[[str, Margin], str]], ...] = (
    ("%%", _private),
    ("", _dropping(Kind.CONTENTS, _CONTENTS)),
    ("[[", lambda text, margin: rewrite(_WIKILINK, lambda match, line: _wikilink(match, line, margin), text)),
    ("]:", _dropping(Kind.FOOTNOTE, _NOTE_TEXT, 2)),
    ("^", lambda text, margin: rewrite(_NOTE_MARK, lambda match, line: _drop_mark(match, line, margin), text)),
    ("@", _dropping(Kind.CITATION, _CITATION)),
    ("*[", _dropping(Kind.FOOTNOTE, _ABBREVIATION)),
    ("{", _dropping(Kind.ATTRIBUTES, _EXTENSION)),
    ("{", _dropping(Kind.ATTRIBUTES, _ATTRIBUTES)),
    ("::", _fields),
    ("**", lambda text, _margin: _LATE_MARK.sub(r"\1** ", text)),
    ("==", lambda text, _margin: _HIGHLIGHT.sub(r"\1", text)),
    ("++", lambda text, _margin: _UNDERLINED.sub(r"\1", text)),
    ("^", lambda text, _margin: _BLOCK_ID.sub(HOLE, text)),
    ("#", _tags),
)
"""A mark without which there is nothing to do, and what is done."""
