"""Text in; tags of templates (Liquid, Hugo, Nunjucks, Templater, GitBook) and the code of MDX left out. Knows no HTML."""

from __future__ import annotations

import re

from cardgen.guide.dialect.addresses import attributes_of, video_of_tag
from cardgen.guide.dialect.margin import Kind, Margin, What
from cardgen.guide.dialect.marks import CLOSE, HOLE, cut, open_aside, rewrite
from cardgen.guide.dialect.types import BOXES, aside_type

_TAG = re.compile(r"\{\{([^{}]*)\}\}|\{%([^{}%]*(?:%(?!\})[^{}%]*)*)%\}")
_NAME = re.compile(r"\s*[<%-]*\s*(/|end)?\s*([\w./-]*)(.*)", re.DOTALL)
_FOLDED = frozenset({"details", "expand", "collapse", "accordion", "spoiler", "tab"})
"""Tags whose title heads their text."""
_CLOSING = re.compile(r"\{[{%][<%-]?\s{0,3}(?:/\s{0,3}|end)([\w./-]{1,60})")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'|“([^”]*)”")
_INCLUDE = re.compile(r"(?:include|include_relative|include_cached|partial|render)\b")
_WORD = re.compile(r"[\w-]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

_TO_A_HOLE = re.compile(rf"(!?)\[([^\[\]\n]{{0,300}})\]\([^()\n{HOLE}]{{0,300}}{HOLE}[^()\n]{{0,300}}\)")

_IMPORT = re.compile(
    r"(?m)^import\s{1,3}(?:[\w*{][^'\";]{0,300}\sfrom\s{1,3})?['\"][^'\"\n]{1,200}['\"][ \t]*;?[ \t]*$"
)
_EXPORT = re.compile(r"export\s+(?:const|let|var|default|function|async|class|\{|\*)")
_EXPRESSION = re.compile(r"\{(?:props|frontmatter|page|site|meta|metadata)(?:\.\w{1,40}){1,6}\}")
_LINE = re.compile(
    r"(?:--8<--.*|\\(?:newpage|pagebreak|clearpage|hfill|toc|tableofcontents|[vh]space\{[^{}\n]*\}))[ \t]*"
)


def drop_templates(text: str, margin: Margin) -> str:
    """Leave out template tags; those that hold an aside become one, those that show a video are mentioned."""
    if "<%" in text:
        text = cut(text, "<%", "%>", lambda inner, line: _left_out(inner, line, margin))
    if "{" in text:
        text = _drop_comments(text, margin)
        text = _Tags(text, margin).rewrite()
        text = rewrite(_EXPRESSION, lambda match, line: _left_out(match[0], line, margin), text)
        text = rewrite(_TO_A_HOLE, lambda match, line: _without_address(match, line, margin), text)
    if "import" in text or "export" in text:
        text = _drop_modules(text, margin)
    if "\\" in text or "--8<--" in text:
        text = re.sub(rf"(?m)^{_LINE.pattern}$", HOLE, text)
    return text


def _left_out(inner: str, line: int, margin: Margin) -> str:
    margin.drop(Kind.TEMPLATE, line, inner.strip("<%*-_+ \n"))
    return HOLE


def _without_address(match: re.Match[str], line: int, margin: Margin) -> str:
    """Return the words of a link whose address a template would have made; a picture goes."""
    if match[1]:
        margin.drop(Kind.PICTURE, line, match[2])
        return HOLE
    return match[2]


def _drop_comments(text: str, margin: Margin) -> str:
    """Leave out what templates keep from being shown."""
    for opening, closing in (
        ("{% comment %}", "{% endcomment %}"),
        ("{%- comment -%}", "{%- endcomment -%}"),
        ("{{</*", "*/>}}"),
        ("{{%/*", "*/%}}"),
        ("{{/*", "*/}}"),
        ("{/*", "*/}"),
        ("{# ", " #}"),
        ("{#-", "-#}"),
        ("{::comment}", "{:/comment}"),
    ):
        if opening in text:
            text = cut(text, opening, closing, lambda inner, line: _private(inner, line, margin))
    return text


def _private(inner: str, line: int, margin: Margin) -> str:
    margin.drop(Kind.PRIVATE, line, inner)
    return HOLE


class _Tags:
    """A walk over the tags of a text: those of an aside are paired."""

    __slots__ = ("_closed", "_margin", "_open", "_text")

    def __init__(self, text: str, margin: Margin) -> None:
        self._text = text
        self._margin = margin
        self._open: list[str] = []
        self._closed = {match[1].lower() for match in _CLOSING.finditer(text)}

    def rewrite(self) -> str:
        """Return the text without tags."""
        return rewrite(_TAG, self._replace, self._text)

    def _replace(self, match: re.Match[str], line: int) -> str:
        inner = match[1] if match[1] is not None else match[2]
        if _BLANK_LINE.search(inner):
            return match[0]
        inner = inner.strip().rstrip("%>-/ \n\t")
        parts = _NAME.fullmatch(inner)
        if parts is None:
            return _left_out(inner, line, self._margin)
        closes, name, rest = bool(parts[1]), parts[2].lower(), parts[3]
        if closes:
            return self._close(name, inner, line)
        if _INCLUDE.fullmatch(name) and (file := rest.split()[:1]):
            name, rest = file[0].strip("\"'"), rest.split(file[0], 1)[1]
            return self._include(name, rest, inner, line)
        if url := video_of_tag(name, rest):
            self._margin.mention(url, line, What.EMBED)
            self._margin.drop(Kind.VIDEO, line, url)
            return HOLE
        return self._opened(name, rest) or _left_out(inner, line, self._margin)

    def _include(self, name: str, rest: str, inner: str, line: int) -> str:
        """Read the tag of a file: a video, an aside with its text among the arguments, or nothing to print."""
        if url := video_of_tag(name, rest):
            self._margin.mention(url, line, What.EMBED)
            self._margin.drop(Kind.VIDEO, line, url)
            return HOLE
        given = attributes_of(rest)
        content = given.get("content") or given.get("text") or ""
        stem = name.rpartition("/")[2].partition(".")[0]
        kind = aside_type([given.get("type", ""), given.get("class", ""), stem])
        if content and kind:
            return f"{open_aside(kind, given.get('title', ''))}{content}{CLOSE}"
        return _left_out(inner, line, self._margin)

    def _opened(self, name: str, rest: str) -> str:
        """Return the mark of the aside that a tag opens, or nothing."""
        if name not in self._closed:
            return ""
        given = attributes_of(rest)
        quoted = [match[1] or match[2] or match[3] or "" for match in _QUOTED.finditer(rest)]
        bare = [] if "=" in rest else [*_WORD.findall(_QUOTED.sub(" ", rest)), *quoted]
        words = [given.get(key, "") for key in ("type", "style", "color", "context", "kind", "level", "class")]
        if name in _FOLDED and (title := given.get("title") or given.get("summary") or next(iter(quoted), "")):
            return f"**{title}**"
        kind = aside_type([*words, *bare, name])
        if kind is None or not (name in BOXES or aside_type([name])):
            return ""
        title = given.get("title") or next((text for text in quoted if "=" not in rest and text.lower() != kind), "")
        self._open.append(name)
        return open_aside(kind, title)

    def _close(self, name: str, inner: str, line: int) -> str:
        if name in self._open:
            while self._open.pop() != name:
                pass
            return CLOSE
        return _left_out(inner, line, self._margin)


def _drop_modules(text: str, margin: Margin) -> str:
    """Leave out the imports of MDX, and its exports up to the next blank line."""

    def imported(match: re.Match[str], line: int) -> str:
        margin.drop(Kind.IMPORT, line, match[0])
        return HOLE

    lines = rewrite(_IMPORT, imported, text).split("\n")
    inside = False
    for number, line in enumerate(lines):
        if not line.strip():
            inside = False
        elif inside:
            lines[number] = HOLE
        elif _EXPORT.match(line):
            margin.drop(Kind.IMPORT, number, line)
            lines[number] = HOLE
            inside = not line.rstrip().endswith(";")
    return "\n".join(lines)
