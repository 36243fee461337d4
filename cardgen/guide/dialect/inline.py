"""Text in; the marks of Obsidian, kramdown and Pandoc within it taken away. Knows no blocks but lines."""

from __future__ import annotations

import re

from cardgen.guide.dialect.margin import Kind, Margin
from cardgen.guide.dialect.marks import HOLE, cut, rewrite
from cardgen.guide.headings import named_anywhere

# --- Obsidian ---------------------------------------------------------------------------------------------------------

_WIKILINK = re.compile(r"(!?)\[\[([^\[\]\n|]{0,300})(?:\\?\|([^\[\]\n]{0,300}))?\]\]")
_CONTENTS = re.compile(
    r"(?im)^[ \t]*(?:\[toc\]|\[\[_?toc_?\]\]|\{:toc\}|\[\[toc\]\]|@\[toc\])(?:\([^()\n]*\))?[ \t]*$|^[ \t]*(?:[-*+]|1\.)[ \t]+toc[ \t]*\n(?=[ \t]*\{:[ \t]*toc)"
)
_HIGHLIGHT = re.compile(r"==(?=[^\s=])([^=\n]{0,500}(?:=[^=\n]{1,500}){0,3})(?<=[^\s=])==")
_UNDERLINED = re.compile(r"(?<!\+)\+\+(?=[^\s+])([^+\n]{1,300})(?<=[^\s+])\+\+(?!\+)")
_PERCENT = re.compile(r"(?<=\d)%%(?!%)|(?<=\d[ \u00a0])%%(?!%)")
_BLOCK_ID = re.compile(rf"(?m)(?:^|[ \t])\^(?=[\w-]{{0,40}}[A-Za-z])[A-Za-z0-9-]{{1,40}}(?=[ \t{HOLE}]*$)")
_TAG = r"#(?=[\w/-]{0,80}[^\W\d_])[\w/-]{1,80}"
_TAG_LINE = re.compile(rf"(?m)^([ \t>]*(?:[-*+][ \t]+)?)({_TAG}(?:[ \t,;]+{_TAG}){{0,60}})[ \t,]*$")
_TAGS_AT_END = re.compile(rf"(?m)(?<=[^\s#>*+-])((?:[ \t]+{_TAG}){{1,60}})[ \t]*(?=$|\|)")
_TAG_WITHIN = re.compile(rf"(?<![\w#&/(\x01])(?<=\s){_TAG}(?![\w#])")
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


def plain_inline(text: str, margin: Margin) -> str:
    """Return the text without the marks of these dialects."""
    if "%%" in text:
        text = _private(text, margin)
    if "oc" in text or "OC" in text:
        text = rewrite(_CONTENTS, lambda _match, line: _drop(Kind.CONTENTS, line, "", margin), text)
    if "[[" in text:
        text = rewrite(_WIKILINK, lambda match, line: _wikilink(match, line, margin), text)
    if "[^" in text or "^[" in text:
        text = rewrite(_NOTE_TEXT, lambda match, line: _drop(Kind.FOOTNOTE, line, match[2], margin), text)
        text = rewrite(_NOTE_MARK, lambda match, line: _drop_mark(match, line, margin), text)
    if "@" in text:
        text = rewrite(_CITATION, lambda match, line: _drop(Kind.CITATION, line, match[0], margin), text)
    if "*[" in text:
        text = rewrite(_ABBREVIATION, lambda match, line: _drop(Kind.FOOTNOTE, line, match[0], margin), text)
    if "{" in text:
        text = rewrite(_EXTENSION, lambda match, line: _drop(Kind.ATTRIBUTES, line, match[0], margin), text)
        text = rewrite(_ATTRIBUTES, lambda match, line: _drop(Kind.ATTRIBUTES, line, match[0], margin), text)
    if "::" in text:
        text = _fields(text, margin)
    if "==" in text:
        text = _HIGHLIGHT.sub(r"\1", text)
    if "++" in text:
        text = _UNDERLINED.sub(r"\1", text)
    if "^" in text:
        text = _BLOCK_ID.sub(HOLE, text)
    return _tags(text, margin) if "#" in text else text


def _drop(kind: Kind, line: int, name: str, margin: Margin) -> str:
    margin.drop(kind, line, name)
    return HOLE


def _private(text: str, margin: Margin) -> str:
    """Leave out what stands between `%%` and `%%`; after a number the mark is one of per cent."""
    text = _PERCENT.sub("\x08\x08", text)
    return cut(text, "%%", "%%", lambda inner, line: _drop(Kind.PRIVATE, line, inner, margin)).replace("\x08", "%")


def _wikilink(match: re.Match[str], line: int, margin: Margin) -> str:
    """Return the words of a link; what is embedded is left out."""
    target, words = match[2].strip(), match[3]
    if match[1]:
        return _drop(Kind.EMBED, line, target, margin)
    if words is not None and words.strip():
        return words.strip()
    page, _, part = target.partition("#")
    page = page.rpartition("/")[2].removesuffix(".md").strip()
    part = part.rpartition("#")[2].strip()
    if not part or part.startswith("^"):
        return page or HOLE
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
            lines[number] = _FIELD_WITHIN.sub(lambda match: match[3].strip() or HOLE, line)
    return "\n".join(lines)


def _tags(text: str, margin: Margin) -> str:
    """Leave out tags that stand alone or at the end of a line; within a sentence only the mark goes."""

    def whole(match: re.Match[str], line: int) -> str:
        if " " not in match[2] and not match[1].strip() and named_anywhere(match[2][1:]):
            return match[0]
        return match[1] + _drop(Kind.TAG, line, match[2], margin)

    text = rewrite(_TAG_LINE, whole, text)
    text = rewrite(_TAGS_AT_END, lambda match, line: " " + _drop(Kind.TAG, line, match[1], margin), text)
    return _TAG_WITHIN.sub(lambda match: match[0][1:], text)
