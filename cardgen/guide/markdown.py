"""Markdown text in; headings, paragraphs and lists out, in source order. Knows no sections and no steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cardgen.guide.findings import Findings
from cardgen.guide.inline import join_inlines, make_inline, read_inline, split_lead_in
from cardgen.guide.model import Emphasis, Inline, Item, ItemList, Paragraph, Span, plain_text
from cardgen.guide.split import Links
from cardgen.guide.syntax import HEADINGS, parser
from cardgen.values.errors import Location

if TYPE_CHECKING:
    from markdown_it.token import Token

    from cardgen.guide.headings import Headings

_MAX_UNDERLINED_WORDS = 8
"""Text over a row of dashes is a heading up to this length; a longer one met a rule without a blank line."""

_ASIDE = re.compile(r"\[!([\w-]+)\][+-]?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")

_MAX_MARKS = 4000
"""Of one kind in one guide; the parser takes quadratic time over open brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, or a bold line that serves as one (level 7)."""

    text: Inline
    level: int
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A callout: text that stands apart from the section around it and says of itself what it is."""

    kind: str
    """The word of its mark in lower case: `tip` of `> [!tip]`."""
    title: str
    nodes: tuple[Node, ...]
    location: Location


Node = Heading | Paragraph | ItemList | Aside


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
    reader = _Reader(tokens, text, first_line, found, links.env.get(HEADINGS))
    links.used.update(
        child.meta["label"] for token in tokens for child in token.children or () if "label" in child.meta
    )
    return tuple(_nest_indented(reader.read_nodes(), text.split("\n"), first_line))


class _Reader:
    """A walk over the tokens of one part of a body."""

    __slots__ = ("_at", "_first_line", "_found", "_names", "_source", "_tokens")

    def __init__(
        self, tokens: Sequence[Token], source: str, first_line: int, found: Findings, names: Headings | None
    ) -> None:
        self._names = names
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
                found = self._read_list(token)
                nodes.extend((found,) if found.items else ())
            elif kind == "blockquote_open":
                nodes.extend(self._read_quote(token))
            elif kind == "table_open":
                nodes.extend(self._read_table(token))
            elif token.content:  # fences, indented code: their text, without a typewriter
                if token.info.strip():
                    message = f'the words "{token.info.strip()}" beside the marks of code are not printed'
                    self._found.note("code", message, line=self._line(token))
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

    def _read_quote(self, opening: Token) -> list[Node]:
        """Read a quote; one that opens with `[!tip]` is an aside."""
        inline = self._tokens[self._at + 1]
        mark = _ASIDE.match(inline.content) if inline.type == "inline" else None
        if mark is None:
            return self.read_nodes("blockquote_close")
        children = inline.children or []
        cut = next((at for at, child in enumerate(children) if child.type in ("softbreak", "hardbreak")), len(children))
        head = plain_text(read_inline(children[:cut], self._line(opening), self._found))
        inline.children = children[cut + 1 :]
        title = _ASIDE.sub("", head).strip()
        nodes = tuple(self.read_nodes("blockquote_close"))
        return [Aside(kind=mark[1].casefold(), title=title, nodes=nodes, location=self._place(opening))]

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
        nodes = [*unfold(self.read_nodes("list_item_close"))]
        if not nodes:
            hint = "write it or delete its mark"
            self._found.warn("empty-item", "an entry of a list has no words", line=self._line(opening), hint=hint)
            return ()
        first = nodes[0]
        if isinstance(first, ItemList):
            return tuple(as_items(nodes))
        return (make_item(_text_of(first), self._place(opening), tuple(as_items(nodes[1:]))),)

    def _read_table(self, opening: Token) -> Iterable[Node]:
        """Read a table as a list, a row an entry: a card has no columns to give. A column of mistakes stands apart."""
        rows: list[tuple[Location, list[Inline]]] = []
        cells: list[Inline] = []
        head: list[Inline] = []
        place = self._place(opening)
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type == "inline":
                cells.append(self._inline(token))
            elif token.type == "tr_close":
                rows.append((place, cells))
                cells = []
            elif token.type == "tr_open" and token.map:
                place = self._place(token)
                self._report_cells(opening, token)
            elif token.type == "thead_close":
                head = rows.pop()[1]
        self._at += 1
        if _is_first_row(head):
            rows.insert(0, (self._place(opening), head))
            head = []
        apart = [*self._columns_apart(head, rows)]
        numbered = bool(rows) and all(
            cells and plain_text(cells[0]).strip(". )") == str(number)
            for number, (_, cells) in enumerate(rows, start=1)
        )
        told = " | ".join(plain_text(cell) for cell in head if cell)
        message = "the rows of a table are printed as a list" + (f', without its head "{told}"' if told else "")
        self._found.note("table", message, line=self._line(opening))
        items = []
        for place, cells in rows:
            if text := join_inlines([cell for cell in cells[numbered:] if cell], " – "):
                items.append(make_item(text, place, ()))
        place = self._place(opening)
        named = next((name for cell in head if (name := plain_text(cell).strip("#. "))), "")
        read = ItemList(items=tuple(items), ordered=numbered, is_table=True, head=named, location=place)
        table = (read,) if items else ()
        return (*table, *apart)

    def _columns_apart(self, head: Sequence[Inline], rows: Sequence[tuple[Location, list[Inline]]]) -> Iterable[Aside]:
        """Take columns whose head is the name of a section that holds no steps out of a table: "Do" and "Don't"."""
        columns = self._names.columns_apart([plain_text(cell) for cell in head]) if self._names else ()
        for at in reversed(columns):
            items = [make_item(cells.pop(at), place, ()) for place, cells in rows if at < len(cells)]
            items = [item for item in items if item.text]
            nodes = (ItemList(items=tuple(items), ordered=False, location=items[0].location),) if items else ()
            yield Aside(kind="", title=plain_text(head[at]), nodes=nodes, location=rows[0][0])

    def _report_cells(self, table: Token, row: Token) -> None:
        """Report the cells of a row beyond those of the head: the parser drops them."""
        lines = self._source.split("\n")
        if not (table.map and row.map):
            return
        line = row.map[0]
        most = len(_cells(lines[table.map[0]]))
        lost = [cell.strip() for cell in _cells(lines[line])[most:] if cell.strip()]
        if lost:
            message = f'the table has {most} columns, so this is not printed: "{" | ".join(lost)}"'
            hint = "give its head and the line of dashes as many columns"
            self._found.warn("table-cell", message, line=self._first_line + line, hint=hint)


def _cells(row: str) -> list[str]:
    """Return the cells of a line of a table."""
    return _BAR.split(row.strip().removeprefix("|").removesuffix("|"))


def _is_first_row(head: Sequence[Inline]) -> bool:
    """Tell whether what stands in the place of a table's head is a row of facts: its first cell is set bold, or empty."""
    first = next(iter(head), ())
    return any(head) and (not first or first[0].emphasis is Emphasis.STRONG)


def make_item(text: Inline, location: Location, children: tuple[Item, ...]) -> Item:
    """Return an entry with its lead-in found."""
    lead_in, rest = split_lead_in(text)
    return Item(text=text, location=location, lead_in=lead_in, rest=rest, children=children)


def unfold(nodes: Sequence[Node]) -> Iterable[Heading | Paragraph | ItemList]:
    """Return nodes without asides: where none can stand apart its title and its text stay in place."""
    for node in nodes:
        if not isinstance(node, Aside):
            yield node
            continue
        if node.title:
            title = (Span(text=node.title, emphasis=Emphasis.STRONG),)
            yield Paragraph(text=title, location=node.location)
        yield from unfold(node.nodes)


def as_items(nodes: Sequence[Node]) -> Iterable[Item]:
    """Turn any blocks into entries."""
    for node in unfold(nodes):
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
        if isinstance(node, ItemList) and isinstance(last, ItemList) and not (node.ordered or last.ordered):
            result[-1] = replace(last, items=last.items + node.items)  # only a picture stood between them
            continue
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
