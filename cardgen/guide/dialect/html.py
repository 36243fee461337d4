"""Text with HTML and components in, Markdown out: words stay, tags go. Knows no guide."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from cardgen.guide.dialect.addresses import absolute, attributes_of, leads_to_video, video_of_tag
from cardgen.guide.dialect.elements import BOXED, EMPTY, ENTRIES, HEADINGS, INLINE, SIGNS, SPACED, WITH_CONTENT
from cardgen.guide.dialect.margin import Kind, Margin, What
from cardgen.guide.dialect.marks import CLOSE, HOLE, open_aside
from cardgen.guide.dialect.types import BOXES, aside_type
from cardgen.guide.dialect.writer import Writer

_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]{0,40})((?:\s(?:\"[^\"<]*\"|'[^'<]*'|[^<>\"'])*)?)/?>")
_FRAGMENT = re.compile(r"</?>")
"""What React wraps several elements in."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

_WITH_TITLE = ("title", "label", "heading", "header", "name")
_BRACKET = re.compile(r"[\[\]()\s]")
_REST = re.compile(r"(?:[ \t]|<[^<>\n]{0,200}>){0,40}(?=\n|$)")
_NEAR = 2000
_SHORT = 200
"""Characters within which a heading ends, and bold words."""
_LOOKED_AT = 32
"""Open elements among which one is closed: paragraphs often are not."""
_RAISED = re.compile(r"([123])</sup>", re.IGNORECASE)
_RAISE = str.maketrans("123", "¹²³")
_STRONG = re.compile(r"\*\*|__")
_EMPHASIS = re.compile(r"[*_]")
_WITH_TYPE = ("type", "variant", "kind", "severity", "intent", "status", "class", "classname")
_AFTER_DETAILS = re.compile(r"(?:\s|</?(?:div|p|br|section|hr|center)\b[^<>]{0,200}>|\x06){0,200}", re.IGNORECASE)
_NEW_PART = re.compile(r"#|\*\*|__|<details|<h[1-6]|<summary|\x03|>[ \t]*\[!|\x00|---|\*\*\*|</|$", re.IGNORECASE)


def plain_html(text: str, margin: Margin) -> str:
    """Rewrite HTML and components; of those that are neither, the tags stay and are reported later."""
    return _Walk(text, margin).run()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tag:
    """A tag: `<name rest>`, or `</name>` where it closes."""

    name: str
    """In lower case."""
    written: str
    """Whole, as it stands in the text."""
    rest: str
    closes: bool

    @property
    def itself(self) -> bool:
        """Whether it closes itself."""
        return self.written.endswith("/>")

    @property
    def is_component(self) -> bool:
        """Whether it is spelled like a component of a program rather than an element."""
        start = self.written.lstrip("</")
        return (
            start[0].isupper() and not start[: len(self.name)].isupper() and self.name not in ("br", "p", "div", "img")
        )


class _Walk:
    """A walk over the tags of a text."""

    __slots__ = ("_absent", "_asides", "_at", "_cells", "_lower", "_margin", "_said", "_text", "_to")

    def __init__(self, text: str, margin: Margin) -> None:
        self._text = text
        self._lower = text.lower()
        if len(self._lower) != len(text):  # a few letters grow
            self._lower = text
        self._margin = margin
        self._to = Writer()
        self._at = 0
        self._asides: list[tuple[str, bool]] = []
        """Elements that may be asides, and whether they are."""
        self._absent: set[str] = set()
        """Names that are closed nowhere behind."""
        self._said: set[str] = set()
        self._cells = 0

    def run(self) -> str:
        """Return the text without HTML."""
        text, to = self._text, self._to
        while match := _TAG.search(text, self._at):
            to.write(text[self._at : match.start()])
            self._at = match.end()
            line = to.line
            if _BLANK_LINE.search(match[0]):
                to.write(match[0])
                continue
            tag = _Tag(name=match[2].lower(), written=match[0], rest=match[3].strip(), closes=bool(match[1]))
            to.shallow()
            _reader_of(tag)(self, tag)
            to.write("\n" * (text.count("\n", match.start(), self._at) - (to.line - line)))
        to.write(text[self._at :])
        return _FRAGMENT.sub("", to.text())

    def _upto(self, name: str, near: int = _NEAR) -> str | None:
        """Return what stands before the next tag that closes a name, and go on behind that; None where there is none."""
        end = self._lower.find(f"</{name}", self._at, self._at + near)
        if end < 0:
            return None
        inner = self._text[self._at : end]
        after = self._text.find(">", end, end + near)
        self._at = after + 1 if after >= 0 else end + len(name) + 2
        return inner

    # --- plain elements ---

    def keep(self, tag: _Tag) -> None:
        """Leave what is no tag of HTML as it stands."""
        self._to.write(tag.written)

    def space(self, _tag: _Tag) -> None:
        """Part the words on both sides."""
        self._to.space()

    def emphasis(self, tag: _Tag) -> None:
        """Keep the weight of bold words that a line begins with, for they may head what follows, and raised numbers."""
        if tag.closes:
            return
        if tag.name == "sup" and (raised := _RAISED.match(self._text, self._at)):
            self._at = raised.end()
            self._to.write(raised[1].translate(_RAISE))
        if tag.name not in ("b", "strong") or not self._to.blank:
            return
        end = self._lower.find(f"</{tag.name}>", self._at, self._at + _SHORT)
        inner = self._text[self._at : end] if end >= 0 else ""
        words = " ".join(_TAG.sub("", inner).split())
        after = end + len(tag.name) + 3
        if words and "\n" not in inner and not _EMPHASIS.search(words) and not self._text[after : after + 1].isalnum():
            self._at = after
            self._to.write(f"**{words}**")

    def anchor(self, tag: _Tag) -> None:
        """Make a link of an anchor where it leads to another site; the words of any other stay."""
        given = attributes_of(tag.rest)
        url = absolute(given.get("href", ""))
        if tag.closes or not url.lower().startswith("http"):
            return
        end = self._lower.find("</a", self._at, self._at + _NEAR)
        inner = self._text[self._at : max(end, self._at)]
        words = " ".join(_TAG.sub(" ", inner).split())
        if end < 0 or "\n" in inner or _BRACKET.search(words.replace(" ", "") + url):
            if leads_to_video(url):
                self._margin.mention(url, self._to.line, What.LINK)
            return
        self._upto("a")
        for match in _TAG.finditer(inner):
            if match[2].lower() == "img":
                self._margin.drop(Kind.PICTURE, self._to.line, attributes_of(match[3]).get("alt", "img"))
        self._to.write(f"[{words or given.get('title', '')}]({url})")

    # --- what goes whole ---

    def video(self, tag: _Tag, rest: str, what: What) -> bool:
        """Mention the video that a tag shows; tell whether it does."""
        url = video_of_tag(tag.name, rest)
        if url:
            self._margin.mention(url, self._to.line, what)
            self._margin.drop(Kind.VIDEO, self._to.line, url)
        return bool(url)

    def element(self, tag: _Tag) -> None:
        """Leave out an element with all it holds; a video in it is mentioned."""
        line = self._to.line
        self._to.write(HOLE)
        if tag.closes:
            return
        inner = None if tag.itself or tag.name in self._absent else self._upto(tag.name, len(self._text))
        if inner is None and not tag.itself:
            self._absent.add(tag.name)
        kind = WITH_CONTENT[tag.name]
        rest = f"{tag.rest} {(inner or '')[:_NEAR]}"
        if kind is Kind.SCRIPT or not self.video(tag, rest, What.FRAME if tag.name == "iframe" else What.EMBED):
            given = attributes_of(rest)
            self._margin.drop(kind, line, given.get("title") or given.get("src") or given.get("data") or tag.name)
        if inner and "\n" in inner:
            self._to.write("\n" * inner.count("\n") + HOLE)

    def empty(self, tag: _Tag) -> None:
        """Leave out an element that holds no words; a picture is named."""
        if (
            not tag.closes
            and tag.name in ("img", "embed")
            and not self.video(tag, tag.rest * (tag.name == "embed"), What.EMBED)
        ):
            given = attributes_of(tag.rest)
            self._margin.drop(Kind.PICTURE, self._to.line, given.get("alt") or given.get("src") or tag.name)
        self._to.write(HOLE)

    # --- asides and components ---

    def component(self, tag: _Tag) -> None:
        """Read a component: a video, an aside, or a frame whose text stays; its title heads that."""
        if tag.closes:
            self._leave(tag.name)
            return
        if self.video(tag, tag.rest, What.EMBED):
            self._to.write(HOLE)
            return
        given = attributes_of(tag.rest)
        title = unescape(next((given[key] for key in _WITH_TITLE if given.get(key)), ""))
        known = tag.name in BOXES or aside_type([tag.name])
        kind = aside_type([*(given.get(key, "") for key in _WITH_TYPE), tag.name]) if known and not tag.itself else None
        if not tag.itself:
            self._asides.append((tag.name, kind is not None))
        if kind:
            self._to.write(open_aside(kind, title))
            return
        self._margin.drop(Kind.COMPONENT, self._to.line, tag.written.strip("</>").split()[0])
        if title and self._to.blank and _REST.match(self._text, self._at):
            self._to.write(f"**{title}**")
        else:
            self._to.write(f"**{title}:** " if title else HOLE)

    def box(self, tag: _Tag) -> None:
        """Read an element that is an aside when its class says so."""
        if tag.closes:
            self._leave(tag.name)
            return
        given = attributes_of(tag.rest)
        kind = aside_type([given.get("class", ""), given.get("data-callout", ""), given.get("role", "")])
        if tag.name == "aside" and kind is None:
            kind = SIGNS.get(self._text[self._at : self._at + _SHORT].lstrip()[:1], "note")
        self._asides.append((tag.name, kind is not None))
        if kind:
            self._to.write(open_aside(kind, given.get("title") or given.get("data-title") or ""))
        else:
            self._to.space()

    def _leave(self, name: str) -> None:
        """Close the innermost element of a name, and what stays open within it."""
        if any(name == other for other, _ in self._asides[-_LOOKED_AT:]):
            other = ""
            while other != name:
                other, aside = self._asides.pop()
                if aside:
                    self._to.write(CLOSE)
        self._to.space()

    # --- headings, lists, tables ---

    def heading(self, tag: _Tag) -> None:
        """Read a heading whole: its words in one line, which is a heading if it has the line to itself."""
        to = self._to
        inner = None if tag.closes else self._upto(tag.name)
        words = " ".join(_STRONG.sub("", _TAG.sub(" ", inner or "")).split())
        if inner is None or not words:
            to.write(HOLE + "\n" * (inner or "").count("\n"))
            return
        before = inner[: len(inner) - len(inner.lstrip())].count("\n")
        alone = not to.begins_entry() and (to.blank or before > 0) and _REST.match(self._text, self._at) is not None
        if not alone:
            to.write("\n" * before)
            to.space()
            words = f"**{words.lstrip('# ').rstrip(':')}:** "
        else:
            words = f"**{words.lstrip('# ')}**" if tag.name == "summary" else f"{'#' * int(tag.name[1])} {words}"
            to.write("\n" * before)
        to.write(words + "\n" * (inner.count("\n") - before))

    def details(self, tag: _Tag) -> None:
        """Leave the marks of what is folded; text behind it, under no heading of its own, is told."""
        self._to.write(HOLE)
        following = _AFTER_DETAILS.match(self._text, self._at) if tag.closes else None
        after = self._text[following.end() : following.end() + _SHORT] if following else ""
        if after and not _NEW_PART.match(after):
            message = 'the text after "</details>" is read as part of what is folded'
            self._warn_once("details", message, "put a heading above it")

    def list(self, tag: _Tag) -> None:
        """Open or close a list."""
        self._to.space()
        if tag.closes:
            self._to.close_list()
        else:
            self._to.open_list(numbered=tag.name == "ol")

    def entry(self, tag: _Tag) -> None:
        """Begin an entry or a row; where one stands in the line already, that goes on with a dash."""
        self._cells = 0
        if tag.closes:
            return
        if self._to.blank:
            self._to.begin_entry()
            return
        self._to.write(" – ")
        if tag.name == "li":
            message = "several entries of an HTML list stand in one line and are printed as one"
            self._warn_once("html-list", message, "give each entry a line of its own")

    def cell(self, tag: _Tag) -> None:
        """Part the cells of a row."""
        if not tag.closes:
            self._cells += 1
            self._to.write(" / " if self._cells > 1 else "")

    def _warn_once(self, code: str, message: str, hint: str) -> None:
        if code not in self._said:
            self._said.add(code)
            self._margin.warn(code, message, line=self._to.line, hint=hint)


_READERS: dict[str, Callable[[_Walk, _Tag], None]] = {
    **dict.fromkeys(SPACED, _Walk.space),
    **dict.fromkeys(INLINE, _Walk.emphasis),
    **dict.fromkeys(EMPTY, _Walk.empty),
    **dict.fromkeys(WITH_CONTENT, _Walk.element),
    **dict.fromkeys(BOXED, _Walk.box),
    **dict.fromkeys(HEADINGS, _Walk.heading),
    **dict.fromkeys(("ul", "ol"), _Walk.list),
    **dict.fromkeys(ENTRIES, _Walk.entry),
    **dict.fromkeys(("td", "th"), _Walk.cell),
    "a": _Walk.anchor,
    "details": _Walk.details,
}


def _reader_of(tag: _Tag) -> Callable[[_Walk, _Tag], None]:
    if tag.is_component:
        return _Walk.component
    return _READERS.get(tag.name) or (_Walk.component if "-" in tag.name or "." in tag.name else _Walk.keep)
