"""Markdown text in; headings, paragraphs and lists out, in source order. Knows no sections and no steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cardgen.errors import Location
from cardgen.guide.findings import Findings
from cardgen.guide.inline import join_inlines, make_inline, read_inline, split_lead_in
from cardgen.guide.model import Emphasis, Inline, Item, ItemList, Paragraph, Span, plain_text
from cardgen.guide.split import Links
from cardgen.guide.syntax import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_MAX_UNDERLINED_WORDS = 8
"""Text over a row of dashes is a heading up to this length; a longer one met a rule without a blank line."""

_MAX_MARKS = 4000
"""Of one kind in one guide; the parser takes quadratic time over open brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, or a bold line that serves as one (level 7)."""

    text: Inline
    level: int
    location: Location


Node = Heading | Paragraph | ItemList


def read_markdown(text: str, *, first_line: int, found: Findings, links: Links) -> tuple[Node, ...]:
    """Read a part of a body; `links` holds the link definitions of all parts."""
    for mark in "[`*_!<~&|":
        if text.count(mark) > _MAX_MARKS:
            hint = "a card holds a page: shorten the guide"
            found.error("too-large", f'the body holds more than {_MAX_MARKS} "{mark}"', line=first_line, hint=hint)
            links.use_all()
            return ()
    md = parser()
    tokens = md.parse(text, links.env)
    if any(token.level >= md.options["maxNesting"] - 2 for token in tokens):
        hint = "three levels are plenty for a card"
        found.error("too-deep", "lists or quotes are nested too deep", line=first_line, hint=hint)
        links.use_all()
        return ()
    reader = _Reader(tokens, text, first_line, found)
    links.used.update(
        child.meta["label"] for token in tokens for child in token.children or () if "label" in child.meta
    )
    return tuple(_nest_indented(reader.read_nodes(), text.split("\n"), first_line))


class _Reader:
    """A walk over the tokens of one part of a body."""

    __slots__ = ("_at", "_first_line", "_found", "_source", "_tokens")

    def __init__(self, tokens: Sequence[Token], source: str, first_line: int, found: Findings) -> None:
        self._tokens = tokens
        self._source = source
        self._at = 0
        self._first_line = first_line
        self._found = found

    def read_nodes(self, closing: str = "") -> list[Node]:
        """Read blocks up to the token that closes their container, or to the end."""
        nodes: list[Node] = []
        tokens = self._tokens
        while self._at < len(tokens):
            token = tokens[self._at]
            self._at += 1
            kind = token.type
            if kind == closing:
                break
            if kind in ("paragraph_open", "heading_open"):
                nodes.extend(self._read_text_block(token))
            elif kind in ("bullet_list_open", "ordered_list_open"):
                nodes.append(self._read_list(token))
            elif kind == "blockquote_open":
                nodes.extend(self.read_nodes("blockquote_close"))
            elif kind == "table_open":
                nodes.extend(self._read_table(token))
            elif token.content:  # fences, indented code: their text, without a typewriter
                nodes.extend(self._paragraph(make_inline([Span(text=token.content)]), token))
        return nodes

    def _line(self, token: Token) -> int | None:
        return self._first_line + token.map[0] if token.map else None

    def _place(self, token: Token) -> Location:
        return self._found.at(self._line(token))

    def _inline(self, token: Token) -> Inline:
        return read_inline(token.children or (), self._line(token), self._found)

    def _paragraph(self, text: Inline, token: Token) -> Iterable[Paragraph]:
        return (Paragraph(text=text, location=self._place(token)),) if text else ()

    def _read_text_block(self, opening: Token) -> Iterable[Node]:
        """Read a paragraph or a heading; the walk stands behind its opening token."""
        text = self._inline(self._tokens[self._at])
        self._at += 2
        if opening.type == "paragraph_open" or not text:
            return self._paragraph(text, opening)
        underlined = opening.markup in ("-", "=")
        words = plain_text(text)
        if underlined and (len(words.split()) > _MAX_UNDERLINED_WORDS or words.endswith(".")):
            return self._paragraph(text, opening)
        return (Heading(text=text, level=int(opening.tag[1:]), location=self._place(opening)),)

    def _read_list(self, opening: Token) -> ItemList:
        closing = opening.type.replace("_open", "_close")
        items: list[Item] = []
        while (token := self._tokens[self._at]).type != closing:
            self._at += 1
            items.extend(self._read_item(token))
        self._at += 1
        return ItemList(items=tuple(items), ordered=opening.type[0] == "o", location=self._place(opening))

    def _read_item(self, opening: Token) -> Iterable[Item]:
        """Read an entry: its first paragraph is its text, all else its children."""
        nodes = self.read_nodes("list_item_close")
        if not nodes:
            return ()
        first = nodes[0]
        if isinstance(first, ItemList):
            return tuple(as_items(nodes))
        return (make_item(_text_of(first), self._place(opening), tuple(as_items(nodes[1:]))),)

    def _read_table(self, opening: Token) -> Iterable[Node]:
        """Read a table as a list, a row an entry: a card has no columns to give."""
        rows: list[Item] = []
        cells: list[Inline] = []
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type == "inline":
                cells.append(self._inline(token))
            elif token.type == "tr_close":
                if text := join_inlines([cell for cell in cells if cell], " – "):
                    rows.append(make_item(text, self._place(opening), ()))
                cells = []
        self._at += 1
        self._found.note("table", "the rows of a table are printed as a list", line=self._line(opening))
        return (ItemList(items=tuple(rows), ordered=False, location=self._place(opening)),) if rows else ()


def make_item(text: Inline, location: Location, children: tuple[Item, ...]) -> Item:
    """Return an entry with its lead-in found."""
    lead_in, rest = split_lead_in(text)
    return Item(text=text, location=location, lead_in=lead_in, rest=rest, children=children)


def as_items(nodes: Sequence[Node]) -> Iterable[Item]:
    """Turn any blocks into entries."""
    for node in nodes:
        if isinstance(node, ItemList):
            yield from node.items
        else:
            yield make_item(_text_of(node), node.location, ())


def _text_of(node: Heading | Paragraph) -> Inline:
    """Return the words of a block; a heading where none can stand keeps its weight."""
    if isinstance(node, Paragraph):
        return node.text
    return tuple(replace(span, emphasis=Emphasis.STRONG) for span in node.text)


def _nest_indented(nodes: Sequence[Node], lines: Sequence[str], first_line: int) -> list[Node]:
    """Put bullets under the numbered entry they are indented below, though by less than CommonMark asks for.

    `1. **Press**:` over `  - Push the bar up` is two lists to CommonMark, and the next number starts a third.
    """
    result: list[Node] = []
    for node in nodes:
        last = result[-1] if result else None
        if isinstance(node, ItemList) and isinstance(last, ItemList) and last.ordered and last.items:
            mark = _line_of(node, lines, first_line)
            above = _line_of(last, lines, first_line)
            if not node.ordered and _indent(mark) > _indent(above):
                entry = last.items[-1]
                entry = replace(entry, children=entry.children + node.items)
                result[-1] = replace(last, items=(*last.items[:-1], entry))
                continue
            if node.ordered and _indent(mark) == _indent(above) and _number(mark) == len(last.items) + _number(above):
                result[-1] = replace(last, items=last.items + node.items)
                continue
        result.append(node)
    return result


def _line_of(node: ItemList, lines: Sequence[str], first_line: int) -> str:
    line = (node.location.line or first_line) - first_line
    return lines[line] if line < len(lines) else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _number(line: str) -> int:
    digits = line.lstrip()[:9]
    end = next((i for i, char in enumerate(digits) if not char.isdigit()), len(digits))
    return int(digits[:end]) if end and digits[:end].isascii() else 0
