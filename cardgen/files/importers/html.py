"""HTML in, its text as passages out: no script, no markup, every entity decoded. Knows no exercise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from html.parser import HTMLParser

from cardgen.files.importers.records import clean, lines_of

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements at whose start and end a line ends."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "caption", "th"})
_BOLD = frozenset({"b", "strong"})
_UNSEEN = frozenset({"script", "style", "template", "iframe", "object", "noscript", "svg", "math", "head", "select"})
"""Elements whose content is not meant to be read."""
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)

_INLINE = (
    frozenset(
        {
            "a",
            "abbr",
            "acronym",
            "audio",
            "b",
            "bdi",
            "bdo",
            "big",
            "body",
            "button",
            "canvas",
            "cite",
            "code",
            "colgroup",
        }
    )
    | frozenset(
        {"data", "datalist", "del", "dfn", "dialog", "dir", "em", "font", "html", "i", "ins", "kbd", "label", "legend"}
    )
    | frozenset(
        {"map", "mark", "menu", "meter", "nobr", "optgroup", "option", "output", "picture", "progress", "q", "rp", "rt"}
    )
    | frozenset(
        {"ruby", "s", "samp", "search", "slot", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"}
    )
    | frozenset({"var", "video", "input"})
)
"""Elements that stand in a line, or say nothing of lines."""
_RAW = frozenset({"title", "textarea", "xmp", "plaintext", "noembed", "noframes", "listing"})
"""Elements in which a parser sees no others: their words are read, so their tags go."""
_CODE = frozenset({"script", "style"})
_UNSEEN_START = re.compile(rf"<({'|'.join(sorted(_UNSEEN))})\b[^<>]*>([^<]*)", re.IGNORECASE)
_RAW_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_RAW))})\b[^<>]*>", re.IGNORECASE)

MOST_TAGS = 600
"""Several times what the longest description has; the parser of the standard library needs quadratic time for some of more."""

_MARKER = re.compile(r"(?:step\s*)?\(?\d{1,2}[.):]\s+(?=\S)|[-–—•*·]\s+(?=\S)", re.IGNORECASE)
"""A number or a dot that somebody typed before a line in place of a list."""
_MOST_HEADING_WORDS = 6


class Kind(Enum):
    """What a line of HTML is."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, an entry of a list or a heading."""

    text: str
    kind: Kind


def read_html(source: str) -> tuple[Line, ...]:
    """Return the lines of an HTML text in their order; text without any tag has a line for each of its lines."""
    if "<" not in source and "&" not in source:
        return tuple(line for text in lines_of(source) if (line := _line(text, Kind.TEXT, bold=False)))
    parser = _Parser()
    parser.feed(_mended(source))
    parser.close()
    parser.end_line()
    return tuple(parser.lines)


def _mended(source: str) -> str:
    """Return HTML in which nothing is open that is never closed: all behind it would be taken for a part of it."""
    lower = source.lower()
    if lower.rfind("<!--") > lower.rfind("-->"):
        source = source[: (at := lower.rfind("<!--"))] + "&lt;" + source[at + 1 :]
    if source.rfind("<") > source.rfind(">"):
        source = source[: (at := source.rfind("<"))] + "&lt;" + source[at + 1 :]
    source = _RAW_TAG.sub(" ", source)
    lower = source.lower()
    closed = {tag: max(lower.rfind(f"</{tag}>"), lower.rfind(f"</{tag} ")) for tag in _UNSEEN}

    def opened(match: re.Match[str]) -> str:
        """Return the start of an element that is closed; of another only its words, unless they are code."""
        tag = match[1].lower()
        if match.start() < closed[tag]:
            return match[0]
        return " " if tag in _CODE else f" {match[2]}"

    return _UNSEEN_START.sub(opened, source)


class _Parser(HTMLParser):
    """Collects text between the starts and ends of blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._plain = False
        """Whether any of the text since the last line is not bold."""
        self._kind = Kind.TEXT
        self._bold = 0
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        if not _is_tag(tag):
            self.handle_data(self.get_starttag_text() or "")
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if tag in _BOLD:
            self._bold += 1
        if tag in _BLOCKS:
            self.end_line()
            if tag == "li":
                self._kind = Kind.ITEM
            elif tag in _HEADINGS:
                self._kind = Kind.HEADING

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and _is_tag(tag):  # another is shown once
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not _is_tag(tag):
            self.handle_data(f"</{tag}>")
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        if tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        if tag in _BLOCKS:
            self.end_line()

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA[").strip("[]"))

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        self._parts.append(data)
        self._plain = self._plain or (not self._bold and bool(data.strip()))

    def end_line(self) -> None:
        """Take what was collected as a line, if there is anything."""
        line = _line(clean("".join(self._parts)), self._kind, bold=not self._plain)
        if line is not None:
            self.lines.append(line)
            self._kind = Kind.TEXT
        elif self._kind is Kind.HEADING:
            self._kind = Kind.TEXT
        self._parts.clear()
        self._plain = False


def _is_tag(name: str) -> bool:
    """Tell whether a name in angle brackets is markup: known to HTML, or made by a program such as `o:p`; else it is a word."""
    known = name in _BLOCKS or name in _UNSEEN or name in _VOID or name in _INLINE
    return known or ":" in name or "-" in name


def _line(text: str, kind: Kind, *, bold: bool) -> Line | None:
    """Return a line, its kind by what it looks like; None where there is nothing to read in it."""
    if not any(char.isalnum() for char in text):
        return None
    if kind is Kind.TEXT and (marker := _MARKER.match(text)):
        return Line(text=text[marker.end() :], kind=Kind.ITEM)
    short = len(text.split()) <= _MOST_HEADING_WORDS
    if kind is Kind.TEXT and short and (text.endswith(":") or (bold and text[-1] not in ".!?")):
        kind = Kind.HEADING
    return Line(text=text, kind=kind)
