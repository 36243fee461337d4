"""Text with HTML and components in, Markdown out: words stay, tags go. Knows no guide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from cardgen.guide.dialect.addresses import absolute, attributes_of, leads_to_video, video_of_tag
from cardgen.guide.dialect.margin import Kind, Margin, What
from cardgen.guide.dialect.marks import CLOSE, HOLE, open_aside
from cardgen.guide.dialect.types import BOXES, aside_type

_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]{0,40})((?:\s(?:\"[^\"<]*\"|'[^'<]*'|[^<>\"'])*)?)/?>")
_FRAGMENT = re.compile(r"</?>")
"""What React wraps several elements in."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

_INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small "
        "span strike strong sub sup time tt u var wbr button center"
    ).split()
)
_BLOCK = frozenset(
    (
        "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form "
        "h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot "
        "th thead tr ul br title colgroup"
    ).split()
)
_EMPTY = frozenset(
    "area base col input link meta param source track embed img picture map progress meter select option".split()
)  # noqa: SIM905 - likewise
_WITH_CONTENT = {
    "script": Kind.SCRIPT,
    "style": Kind.SCRIPT,
    "svg": Kind.SCRIPT,
    "math": Kind.SCRIPT,
    "canvas": Kind.SCRIPT,
    "template": Kind.SCRIPT,
    "iframe": Kind.FRAME,
    "video": Kind.PLAYER,
    "audio": Kind.PLAYER,
    "object": Kind.PLAYER,
}
"""Elements that go with all they hold: what stands in them is for programs, or for browsers too old."""

_TO_ASIDE = frozenset({"div", "p", "section", "aside", "article", "blockquote"})
_WITH_TITLE = ("title", "label", "heading", "header", "name")
_BRACKET = re.compile(r"[\[\]()\s]")
_REST = re.compile(r"(?:[ \t]|<[^<>\n]{0,200}>){0,40}(?=\n|$)")
_LIST = "ul", "ol"
_MOST_NESTED = 8
_NEAR = 2000
"""Characters within which a heading ends."""
_SIGNS = {
    "💡": "tip",
    "⚠": "warning",
    "❗": "important",
    "🚨": "danger",
    "🛑": "danger",
    "🚫": "danger",
    "⛔": "danger",
    "ℹ": "info",
}  # noqa: RUF001 - the sign itself
"""What Notion begins an aside with."""


def plain_html(text: str, margin: Margin) -> str:
    """Rewrite HTML and components; of those that are neither, the tags stay and are reported later."""
    if "<" not in text:
        return text
    return _Walk(text, margin).run()


@dataclass(slots=True, kw_only=True)
class _List:
    """A list that is open."""

    marker: str
    count: int = 0


class _Walk:
    """A walk over the tags of a text."""

    __slots__ = (
        "_absent",
        "_asides",
        "_at",
        "_blank",
        "_cells",
        "_line",
        "_lists",
        "_lower",
        "_margin",
        "_marker",
        "_out",
        "_pending",
        "_said",
        "_text",
    )

    def __init__(self, text: str, margin: Margin) -> None:
        self._text = text
        self._lower = text.lower()
        if len(self._lower) != len(text):  # a few letters grow
            self._lower = text
        self._margin = margin
        self._out: list[str] = []
        self._at = 0
        self._line = 0
        self._blank = True
        """Whether no words stand in the line so far."""
        self._pending = ""
        """The blanks that the line begins with."""
        self._marker = ""
        """The mark of an entry that has no words yet."""
        self._lists: list[_List] = []
        self._asides: list[tuple[str, bool]] = []
        """Elements that may be asides, and whether they are."""
        self._absent: set[str] = set()
        self._cells = 0
        self._said = False

    def run(self) -> str:
        """Return the text without HTML."""
        text = self._text
        while match := _TAG.search(text, self._at):
            if match.start() > self._at:
                self._write(text[self._at : match.start()])
            self._at = match.end()
            line = self._line
            if _BLANK_LINE.search(match[0]):
                self._write(match[0])
                continue
            self._read(match)
            self._write("\n" * (text.count("\n", match.start(), self._at) - (self._line - line)))
        self._write(text[self._at :])
        self._write("")
        return _FRAGMENT.sub("", "".join(self._out))

    # --- writing ---

    def _write(self, piece: str) -> None:
        """Add text; within a list each line of it is indented like its entry."""
        first, *others = piece.split("\n")
        self._add(first)
        for line in others:
            self._out.append(f"{self._marker.rstrip()}\n")
            self._marker = self._pending = ""
            self._line += 1
            self._blank = True
            self._add(line)

    def _add(self, words: str) -> None:
        """Add to a line; what it begins with is known when its first words come."""
        if self._blank:
            start = len(words) - len(words.lstrip(" \t"))
            self._pending += words[:start]
            words = words[start:]
            if not words:
                return
            self._out.append(self._marker or (self._indent() if self._lists else self._pending))
            self._marker = self._pending = ""
            self._blank = not words.strip(f" \t>{HOLE}")
        self._out.append(words)

    def _indent(self) -> str:
        return "".join(" " * len(one.marker) for one in self._lists)

    # --- reading ---

    def _read(self, match: re.Match[str]) -> None:
        closes, name, rest = bool(match[1]), match[2], match[3].strip()
        plain = name.lower()
        if plain in _WITH_CONTENT:
            self._drop_element(plain, rest, closes=closes, itself=match[0].endswith("/>"))
        elif name[0].isupper() and plain != name and plain not in ("br", "p", "div", "img") and not name.isupper():
            self._component(name, rest, closes=closes, itself=match[0].endswith("/>"))
        elif plain in _EMPTY:
            self._drop_empty(plain, rest, closes=closes)
        elif plain == "br":
            self._write(" ")
        elif len(plain) == 2 and plain[0] == "h" and plain[1] in "123456":  # noqa: PLR2004 - h1 to h6
            self._heading(plain, closes=closes)
        elif plain == "summary":
            self._heading(plain, closes=closes)
        elif plain in _LIST or plain in ("li", "tr", "td", "th", "table", "dd", "dt"):
            self._list_tag(plain, closes=closes)
        elif plain == "details":
            self._end_details(closes=closes)
        elif plain in _TO_ASIDE:
            self._box(plain, rest, closes=closes)
        elif plain == "a" and not closes:
            self._anchor(rest)
        elif plain in _BLOCK:
            self._write(HOLE if self._blank else " ")
        elif plain in _INLINE:
            self._emphasis(plain, closes=closes)
        elif "-" in plain or "." in plain:
            self._component(name, rest, closes=closes, itself=match[0].endswith("/>"))
        else:
            self._write(match[0])

    def _drop_element(self, name: str, rest: str, *, closes: bool, itself: bool) -> None:
        """Leave out an element with all it holds; a video in it is mentioned."""
        if closes:
            self._write(HOLE)
            return
        end = -1 if itself or name in self._absent else self._lower.find(f"</{name}", self._at)
        inner = self._text[self._at : end] if end >= 0 else ""
        if end < 0:
            self._absent.update(() if itself else (name,))
        else:
            after = self._lower.find(">", end)
            self._at = after + 1 if after >= 0 else len(self._text)
        kind = _WITH_CONTENT[name]
        if kind is not Kind.SCRIPT and (url := video_of_tag(name, f"{rest} {inner[:_NEAR]}")):
            self._margin.mention(url, self._line, What.FRAME if name == "iframe" else What.EMBED)
            self._margin.drop(Kind.VIDEO, self._line, url)
        else:
            given = attributes_of(f"{rest} {inner[:_NEAR]}")
            self._margin.drop(kind, self._line, given.get("title") or given.get("src") or given.get("data") or name)
        self._write(HOLE + "\n" * inner.count("\n"))

    def _drop_empty(self, name: str, rest: str, *, closes: bool) -> None:
        if not closes and name in ("img", "embed"):
            given = attributes_of(rest)
            if name == "embed" and (url := video_of_tag("embed", rest)):
                self._margin.mention(url, self._line, What.EMBED)
                self._margin.drop(Kind.VIDEO, self._line, url)
            else:
                self._margin.drop(Kind.PICTURE, self._line, given.get("alt") or given.get("src") or name)
        self._write(HOLE)

    def _component(self, name: str, rest: str, *, closes: bool, itself: bool) -> None:
        """Read a component: a video, an aside, or a frame whose text stays; its title heads that."""
        plain = name.lower().replace(".", "-")
        if closes:
            self._leave(plain)
            return
        given = attributes_of(rest)
        title = next((given[key] for key in _WITH_TITLE if given.get(key)), "")
        if url := video_of_tag(name, rest):
            self._margin.mention(url, self._line, What.EMBED)
            self._margin.drop(Kind.VIDEO, self._line, url)
            self._write(HOLE)
            return
        words = [
            given.get(key, "")
            for key in ("type", "variant", "kind", "severity", "intent", "status", "class", "classname")
        ]
        kind = aside_type([*words, plain]) if plain in BOXES or aside_type([plain]) else None
        if not itself:
            self._asides.append((plain, kind is not None))
        if kind and not itself:
            self._write(open_aside(kind, title))
            return
        self._margin.drop(Kind.COMPONENT, self._line, name)
        if title and self._blank and _REST.match(self._text, self._at):
            self._write(f"**{unescape(title)}**")
        elif title:
            self._write(f" {unescape(title)}: ")
        else:
            self._write(HOLE)

    def _box(self, name: str, rest: str, *, closes: bool) -> None:
        """Read an element that is an aside when its class says so."""
        if closes:
            self._leave(name)
            return
        given = attributes_of(rest)
        words = [given.get("class", ""), given.get("data-callout", ""), given.get("role", "")]
        kind = aside_type(words)
        if name == "aside" and kind is None:
            kind = self._sign()
        self._asides.append((name, kind is not None))
        if kind:
            self._write(open_aside(kind, given.get("title", "") or given.get("data-title", "")))
        else:
            self._write(HOLE if self._blank else " ")

    def _sign(self) -> str:
        """Return the type that the first sign in an aside stands for."""
        start = self._text[self._at : self._at + 40].lstrip()
        return _SIGNS.get(start[:1], "note")

    def _leave(self, name: str) -> None:
        """Close the innermost element of a name, and what stays open within it."""
        if not any(name == other for other, _ in self._asides[-_MOST_NESTED * 4 :]):
            self._write(HOLE)
            return
        while self._asides:
            other, aside = self._asides.pop()
            if aside:
                self._write(CLOSE)
            if other == name:
                break
        if not self._blank:
            self._write(" ")

    def _heading(self, name: str, *, closes: bool) -> None:
        """Read a heading whole: its words in one line, which is a heading if it has the line to itself."""
        end = -1 if closes else self._lower.find(f"</{name}", self._at, self._at + _NEAR)
        if end < 0:
            self._write(HOLE)
            return
        inner = self._text[self._at : end]
        after = self._text.find(">", end)
        self._at = after + 1 if after >= 0 else len(self._text)
        words = " ".join(_TAG.sub(" ", inner).replace("**", "").replace("__", "").split())
        before = inner[: len(inner) - len(inner.lstrip())].count("\n")
        alone = not self._marker and (self._blank or before > 0) and _REST.match(self._text, self._at) is not None
        if not words:
            self._write(HOLE + "\n" * inner.count("\n"))
            return
        if name == "summary" or not alone:
            words = words.lstrip("# ")
            heading = f"**{words}**" if alone else f" **{words.rstrip(':')}:** "
        else:
            heading = f"{'#' * int(name[1])} {words}"
        self._write("\n" * before + heading + "\n" * (inner.count("\n") - before))

    def _end_details(self, *, closes: bool) -> None:
        self._write(HOLE)
        if not closes or self._said:
            return
        following = _AFTER_DETAILS.match(self._text, self._at)
        after = self._text[following.end() : following.end() + 40] if following else ""
        if after and not _NEW_PART.match(after):
            self._said = True
            hint = "put a heading above it"
            message = 'the text after "</details>" is read as part of what is folded'
            self._margin.warn("details", message, line=self._line, hint=hint)

    def _list_tag(self, name: str, *, closes: bool) -> None:
        """Read tags of lists and tables: an entry and a row begin a line, cells are parted by dashes."""
        if name in _LIST:
            if closes and self._lists:
                self._lists.pop()
            elif not closes and len(self._lists) < _MOST_NESTED:
                self._lists.append(_List(marker="- " if name == "ul" else "1. "))
            self._write(HOLE if self._blank else " ")
        elif name == "table":
            self._write(HOLE)
        elif closes:
            self._write("" if self._blank else " ")
        elif name in ("li", "tr", "dd", "dt"):
            self._cells = 0
            self._entry(name)
        else:
            self._cells += 1
            self._write(" / " if self._cells > 1 else "")

    def _entry(self, name: str) -> None:
        """Begin an entry; where one stands in the line already, that goes on with a dash."""
        if not self._blank:
            self._write(" – ")
            if name == "li":
                self._say_crowded()
            return
        marker = "- "
        if name == "li" and self._lists:
            current = self._lists[-1]
            current.count += 1
            marker = "- " if current.marker == "- " else f"{current.count}. "
        self._marker = (self._marker or "".join(" " * len(one.marker) for one in self._lists[:-1])) + marker

    def _say_crowded(self) -> None:
        if "crowded" not in self._absent:
            self._absent.add("crowded")
            hint = "give each entry a line of its own"
            self._margin.warn(
                "html-list",
                "several entries of an HTML list stand in one line and are printed as one",
                line=self._line,
                hint=hint,
            )

    def _anchor(self, rest: str) -> None:
        """Make a link of an anchor where it leads to another site; the words of any other stay."""
        given = attributes_of(rest)
        href = given.get("href", "")
        end = self._lower.find("</a", self._at, self._at + _NEAR)
        inner = self._text[self._at : end] if end >= 0 else ""
        words = " ".join(_TAG.sub(" ", inner).split())
        url = absolute(href)
        if (
            end < 0
            or "\n" in inner
            or not url.lower().startswith("http")
            or _BRACKET.search(words.replace(" ", "") + href)
        ):
            if end >= 0 and leads_to_video(url):
                self._margin.mention(url, self._line, What.LINK)
            self._write("")
            return
        after = self._text.find(">", end)
        self._at = after + 1 if after >= 0 else len(self._text)
        for match in _TAG.finditer(inner):
            if match[2].lower() == "img":
                self._margin.drop(Kind.PICTURE, self._line, attributes_of(match[3]).get("alt", "img"))
        self._write(f"[{words or given.get('title', '')}]({url})")

    def _emphasis(self, name: str, *, closes: bool) -> None:
        """Keep the weight of bold words that a line begins with: they may head what follows."""
        if closes or name not in ("b", "strong") or not self._blank:
            return
        end = self._lower.find(f"</{name}>", self._at, self._at + 200)
        inner = self._text[self._at : end] if end >= 0 else ""
        words = " ".join(_TAG.sub("", inner).split())
        following = self._text[end + len(name) + 3 : end + len(name) + 4]
        if not words or "\n" in inner or "*" in words or "_" in words or following.isalnum():
            return
        self._at = end + len(name) + 3
        self._write(f"**{words}**")


_AFTER_DETAILS = re.compile(r"(?:\s|</?(?:div|p|br|section|hr|center)\b[^<>]{0,200}>|\x06){0,200}", re.IGNORECASE)
_NEW_PART = re.compile(r"#|\*\*|__|<details|<h[1-6]|<summary|\x03|>[ \t]*\[!|\x00|---|\*\*\*|</|$", re.IGNORECASE)
