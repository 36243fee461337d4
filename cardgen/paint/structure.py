"""Painted pages in, the tree of what they mean out: sections, headings, lists, tables, figures, links. Knows no PDF objects.

The order is that of the marks, as a person reads, not that of painting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from cardgen.display import Mark, Role
from cardgen.paint.content import NO_PASSAGE, Box, PageContent, Passage, Reading

NUMBERED = "/O/List/ListNumbering/Decimal"
PLAIN = "/O/List/ListNumbering/None"
"""Points whose signs are drawn: decoration, so that none is spoken."""
DEEPEST = 6
"""There are six levels of headings."""

HEADINGS = {
    Role.TITLE: 0,
    Role.PAGE_HEADING: 0,
    Role.SECTION_HEADING: 1,
    Role.INDEX_LETTER: 1,
    Role.TIPS_HEADING: 1,
    Role.MISTAKES_HEADING: 1,
    Role.SAFETY_HEADING: 1,
    Role.BOX_HEADING: 1,
}
"""How far below the title of the card or page a heading stands."""
_BOXES = {Role.TIPS_HEADING, Role.MISTAKES_HEADING, Role.SAFETY_HEADING, Role.BOX_HEADING}
PICTURES = {Role.CODE, Role.FIGURE, Role.LOGO, Role.MAP, Role.PHOTO, Role.THUMBNAIL}
"""What has words that stand for it; whatever it is drawn of is not read."""
_OUTSIDE = {Role.FOOTER, Role.ADDRESS}
CELLS = {
    Role.COLUMN_HEAD: ("TH", "/O/Table/Scope/Column"),
    Role.ROW_HEAD: ("TH", "/O/Table/Scope/Row"),
    Role.CELL: ("TD", ""),
}
"""Tag and attributes of the cells of a table."""


class Content(NamedTuple):
    """A marked-content sequence: the page's number from 0 and the sequence's on it."""

    page: int
    mcid: int


class Area(NamedTuple):
    """A clickable area: the page's number from 0 and the area's on it."""

    page: int
    link: int


@dataclass(slots=True)
class Element:
    """A node of the tree; built once, then only read."""

    tag: str
    kids: list[Element | Content | Area] = field(default_factory=list)
    language: str = ""
    """Where it differs from that of what it is in."""
    alternative: str = ""
    attributes: str = ""
    """The entries of its attribute object, as they are written."""

    def add(self, tag: str, *, attributes: str = "") -> Element:
        """Append an element and return it."""
        element = Element(tag, attributes=attributes)
        self.kids.append(element)
        return element


def build_tree(pages: Sequence[PageContent], language: str) -> Element:
    """Return the document's root element, `language` being that of the whole."""
    readings = [(number, page, reading) for number, page in enumerate(pages) for reading in page.readings]
    tree = _Tree(Element("Document"), language=language, has_sections=len(readings) > 1)
    for number, page, reading in readings:
        tree.read_page(number, page, reading)
    return tree.root


class Group(NamedTuple):
    """What shares a place in the reading order: a paragraph, a heading, a picture."""

    page: int
    mark: Mark
    passages: list[tuple[int, Passage]]
    areas: list[tuple[int, int]]
    """The clickable areas on it, each with the sequence that it belongs to."""


@dataclass(slots=True)
class Row:
    """A row of a table that is still open."""

    table: Element
    element: Element
    order: int
    """What its cells are part of."""
    filled: int = 0
    """The number of columns that have a cell."""

    @property
    def cell(self) -> Element:
        """The one that was filled last."""
        last = self.element.kids[-1]
        assert isinstance(last, Element)  # noqa: S101 - a row opens with a cell and has nothing else
        return last

    def fill(self, columns: int) -> None:
        """Append empty cells up to a column."""
        for _ in range(columns - self.filled):
            self.element.add("TD")
        self.filled = max(self.filled, columns)


class _Tree:
    """The tree, as far as it is read, and what is open in it."""

    def __init__(self, root: Element, *, language: str, has_sections: bool) -> None:
        self.root = root
        self.language = language
        self.has_sections = has_sections
        self.sheet = root
        """The section of a card, or of pages under one heading."""
        self.top = 1
        """The level of its heading."""
        self.deeper = False
        """Whether a heading of a section stood in it."""
        self.part: Element | None = None
        self.steps: Element | None = None
        self.bodies: dict[int, Element] = {}
        """Of steps and entries, by their place in the reading order of the page."""
        self.entries: Element | None = None
        self.lists: list[Element] = []
        """Lists of points, one in the other."""
        self.rows: list[Row] = []
        """Of the table that is open; none where none is."""

    def read_page(self, number: int, page: PageContent, reading: Reading) -> None:
        """Append what is read of a page by itself; what has no title goes on where the one before ended."""
        groups = list(_groups(number, page, reading))
        titled = any(group.mark.role in (Role.TITLE, Role.PAGE_HEADING) for group in groups)
        is_first = not self.root.kids
        if self.has_sections and (titled or is_first):
            self.sheet = self.root.add("Sect")
            self.sheet.language = _other(reading.language, self.language)
            self.top = 1 if is_first else 2
            self.deeper = False
        self.part = None
        self.bodies = {}
        self.leave()
        for group in groups:
            self.read(group)

    def leave(self) -> None:
        """End all lists and the table."""
        self.steps = self.entries = None
        self.lists = []
        self.end_table()

    def end_table(self) -> None:
        """Make the rows of the table equally long, so that a reader can count the cells."""
        width = max((row.filled for row in self.rows), default=0)
        for row in self.rows:
            row.fill(width)
        self.rows = []

    @property
    def here(self) -> Element:
        return self.part or self.sheet

    def read(self, group: Group) -> None:
        """Append a group."""
        role, mark = group.mark.role, group.mark
        if role in HEADINGS or role is Role.CONTENTS_HEADING:
            self.heading(group)
        elif role is Role.STEP_NUMBER:
            self.step(group)
        elif role in (Role.CONTENTS_ENTRY, Role.INDEX_ENTRY):
            self.entry(group)
        elif role in CELLS:
            self.cell(group)
        elif role in PICTURES:
            self.picture(group)
        elif mark.part_of in self.bodies:
            body = self.bodies[mark.part_of]
            _write(group, self.point(body, mark.level) if mark.level else self.paragraph(body))
        elif mark.level:
            if self.steps or self.entries:
                self.leave()
            self.end_table()
            _write(group, self.point(self.here, mark.level))
        else:
            if role in _OUTSIDE or (role is Role.PARAGRAPH and not self.deeper):
                self.part = None
            self.leave()
            _write(group, self.here.add("P"))

    def heading(self, group: Group) -> None:
        """Open the section of a heading, if it has one of its own, and write it."""
        role = group.mark.role
        self.leave()
        depth = HEADINGS.get(role, 2 if self.deeper else 1)
        if role is Role.SECTION_HEADING or role in _BOXES:
            self.part = self.sheet.add("Sect")
            self.deeper = role is Role.SECTION_HEADING
        _write(group, self.here.add(f"H{min(self.top + depth, DEEPEST)}"))

    def step(self, group: Group) -> None:
        """Open an item of the numbered list."""
        self.lists = []
        self.entries = None
        self.end_table()
        if self.steps is None:
            self.steps = self.here.add("L", attributes=NUMBERED)
        item = self.steps.add("LI")
        _write(group, item.add("Lbl"))
        self.bodies[group.mark.order] = item.add("LBody")

    def entry(self, group: Group) -> None:
        """Append an entry of contents or index, or one more page number to it."""
        self.steps = None
        self.end_table()
        reference = self.bodies.get(group.mark.part_of)
        if reference is None:
            self.entries = self.entries or self.here.add("TOC")
            reference = self.bodies[group.mark.order] = self.entries.add("TOCI").add("Reference")
        _write(group, reference)

    def cell(self, group: Group) -> None:
        """Append a cell to the row it belongs to; cells that are left out before it are empty."""
        mark = group.mark
        if not self.rows:
            self.leave()
            table = self.here.add("Table")
        else:
            table = self.rows[-1].table
        if not self.rows or self.rows[-1].order != mark.part_of:
            self.rows.append(Row(table, table.add("TR"), mark.part_of))
        row = self.rows[-1]
        row.fill(mark.column - 1)
        tag, attributes = CELLS[mark.role]
        if mark.span > 1:
            attributes = f"{attributes or '/O/Table'}/ColSpan {mark.span}"
        _write(group, row.element.add(tag, attributes=attributes))
        row.filled += mark.span

    def picture(self, group: Group) -> None:
        """Append a picture: to the cell it stands in, else by itself."""
        if self.rows and self.rows[-1].order == group.mark.part_of:
            _figure(group, self.rows[-1].cell)
            return
        self.leave()
        if group.mark.role is Role.CODE:  # it belongs to all of the card, after whichever box it is read
            self.part = None
        _picture(group, self.here)

    def paragraph(self, body: Element) -> Element:
        self.lists = []
        return body.add("P")

    def point(self, holder: Element, level: int) -> Element:
        """Open an item of a list in `holder`, nested as deep as `level`, and return the paragraph in it."""
        del self.lists[level:]
        while len(self.lists) < level:
            if self.lists and self.lists[-1].kids:
                last = self.lists[-1].kids[-1]
                assert isinstance(last, Element)  # noqa: S101 - lists have only items
                body = last.kids[-1]
                assert isinstance(body, Element)  # noqa: S101 - and items end in their body
                self.lists.append(body.add("L", attributes=PLAIN))
            elif self.lists:
                break
            else:
                self.lists.append(holder.add("L", attributes=PLAIN))
        return self.lists[-1].add("LI").add("LBody").add("P")


def _groups(number: int, page: PageContent, reading: Reading) -> Iterator[Group]:
    """Yield what is read of a page by itself in the order in which a person reads."""
    areas: dict[int, list[tuple[int, int]]] = {}
    for at in reading.links:
        link = page.links[at]
        areas.setdefault(link.order, []).append((at, link.passage))
    numbered = sorted(((at, page.passages[at]) for at in reading.passages), key=lambda pair: pair[1].mark.order)
    for order, found in groupby(numbered, key=lambda pair: pair[1].mark.order):
        passages = list(found)
        yield Group(number, passages[0][1].mark, passages, areas.get(order, []))


def _write(group: Group, element: Element) -> None:
    """Put a group's sequences into its element, those that can be clicked into links."""
    element.language = element.language or group.mark.language
    if any(on == NO_PASSAGE for _, on in group.areas):
        # An area over all of it: an entry of the contents.
        element = element.add("Link")
    for link, found in groupby(group.passages, key=lambda pair: pair[1].mark.link or pair[1].mark.target):
        holder = element.add("Link") if link else element
        numbers = [mcid for mcid, _ in found]
        holder.kids += [Content(group.page, mcid) for mcid in numbers]
        holder.kids += [Area(group.page, at) for at, on in group.areas if on in numbers]
    element.kids += [Area(group.page, at) for at, on in group.areas if on == NO_PASSAGE]


def _picture(group: Group, here: Element) -> None:
    """Append a figure, in a link where it can be clicked."""
    holder = here.add("P")
    if group.areas:
        holder = holder.add("Link")
    _figure(group, holder)
    holder.kids += [Area(group.page, at) for at, _ in group.areas]


def _figure(group: Group, holder: Element) -> None:
    figure = holder.add("Figure")
    figure.language = group.mark.language
    figure.alternative = group.mark.alternative
    figure.attributes = f"/O/Layout/BBox[{_box(group.passages)}]"
    figure.kids += [Content(group.page, mcid) for mcid, _ in group.passages]


def _box(passages: list[tuple[int, Passage]]) -> str:
    boxes: list[Box] = [passage.box for _, passage in passages if passage.box]
    edges = [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]
    return " ".join(f"{edge:.2f}" for edge in edges)


def _other(language: str, whole: str) -> str:
    return language if language != whole else ""
