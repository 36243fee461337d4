"""Names and page numbers in, the pages of the contents out: dotted leaders, one column or two, groups whole where possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, LinkArea, Mark, Page, Path, Role, Text
from cardgen.geometry import Rect
from cardgen.layout.pages.columns import Column, Part, Strip, pour
from cardgen.layout.pages.leaf import BODY, LANGUAGE, Head, Leaf, accent_ink, finish, frame
from cardgen.layout.pages.model import Contents, Entry, Group, anchor
from cardgen.layout.shapes import rule
from cardgen.layout.text import Slot, place_line, place_lines, place_paragraph, set_text, set_verbatim, whole_width
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared

TITLE = "Contents"
CARDS = "Exercises"
CONTINUED = "continued"
PITCHES = (1.672, 1.474)
"""From line to line, in em: as a rule, and where that saves a page (5.9 and 5.2 mm at 10 pt)."""
COLUMN_EM = 15.5
"""A column is no narrower."""
MOST_COLUMNS = 3
GUTTER = 8.0
"""In sheet units, as are the lengths below."""
NUMBER_GAP, INDENT = 1.7, 4.0
FEWEST_DIGITS = 3
"""Numbers keep the room of so many digits, and of more in a booklet of hundreds of cards."""
RULE_WEIGHT, SECTION_HEAD, SECTION_GAP = 0.5, 5.6, 4.2
"""A section's rule; from it to the baseline of its heading; from the last line above to it."""
GROUP_GAP = 0.55
"""Between two groups, in lines."""
SECTION = 14.0
"""Size of a section's heading in points on A5."""
LEADER, DOT, DOT_GAP = 0.25, 0.25, 0.65
"""Weight, length and distance of a leader's dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry, set and broken to its column."""

    entry: Entry
    name: Prepared
    lines: Lines
    number: Prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a page of contents."""

    leaf: Leaf
    columns: int
    pitch: float
    """In points."""
    digits: int
    """Of the page numbers."""

    @property
    def size(self) -> float:
        """The size of the entries."""
        return self.leaf.points(BODY)

    @property
    def width(self) -> float:
        """Of one column."""
        return self.width_of(self.columns)

    def width_of(self, columns: int) -> float:
        """Return the width of a column where there are so many."""
        return (self.leaf.kit.measures.text_width - (columns - 1) * self.leaf.length(GUTTER)) / columns

    def x(self, column: int) -> float:
        """Return the left edge of a column."""
        return self.leaf.kit.measures.margin + column * (self.width + self.leaf.length(GUTTER))


def place_contents(contents: Contents, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of the contents; how many there are does not depend on the page numbers in it."""
    best: tuple[Page, ...] = ()
    digits = digits_of(sum(len(group.entries) for group in contents.cards))
    for grid in _grids(leaf, digits):
        pages = _pages(contents, first, grid)
        if not best or len(pages) < len(best):
            best = pages
        if len(best) == 1:
            break
    return best


def _grids(leaf: Leaf, digits: int) -> Iterator[Grid]:
    """Yield the ways to set the contents, the most comfortable first."""
    size = leaf.points(BODY)
    room = leaf.kit.measures.text_width + leaf.length(GUTTER)
    most = max(1, min(int(room / (COLUMN_EM * size + leaf.length(GUTTER))), MOST_COLUMNS))
    wide, close = PITCHES
    yield Grid(leaf=leaf, columns=1 if most < MOST_COLUMNS else 2, pitch=wide * size, digits=digits)
    yield Grid(leaf=leaf, columns=most, pitch=wide * size, digits=digits)
    yield Grid(leaf=leaf, columns=most, pitch=close * size, digits=digits)


def digits_of(cards: int) -> int:
    """Return how many digits page numbers may have where there are so many: contents and index take less than a page for four."""
    return max(len(str(cards + cards // 4)), FEWEST_DIGITS)


def _pages(contents: Contents, first: int, grid: Grid) -> tuple[Page, ...]:
    leaf = grid.leaf
    groups = [tuple(_row(entry, grid.width, grid) for entry in group.entries) for group in contents.cards]
    strips = [
        Strip(
            heading=len(_heading(group, grid)[1]) * grid.pitch, rows=tuple(len(row.lines) * grid.pitch for row in rows)
        )
        for group, rows in zip(contents.cards, groups, strict=True)
    ]
    heads = [Head(eyebrow=leaf.booklet, title=TITLE), Head(eyebrow=f"{TITLE}, {CONTINUED}")]
    frames = [frame(head, first, leaf, count(1)) for head in heads]
    above = _section_height(contents.before, grid) + leaf.gap(SECTION_HEAD + SECTION_GAP) + _lead(grid)
    below = leaf.gap(SECTION_GAP) + _section_height(contents.after, grid) if contents.after else 0.0

    def room(page: int) -> float:
        # Columns are measured by whole rows; the last row's descent and lead may go below.
        return frames[min(page, 1)].field.height + _lead(grid) - (above if page == 0 else 0.0)

    poured = pour(strips, GROUP_GAP * grid.pitch, grid.columns, room, tail=below)
    pages = []
    for at, columns in enumerate(poured):
        order = count(1)
        framed = frame(heads[min(at, 1)], first + at, leaf, order)
        items = [*framed.items]
        y = framed.field.y
        if at == 0:
            items += _section("", contents.before, y, grid, order)
            y += _section_height(contents.before, grid)
            if contents.before:
                y += leaf.gap(SECTION_GAP)
            items += _section(CARDS, (), y, grid, order)
            y += leaf.gap(SECTION_HEAD) + _lead(grid)
        items += _columns(columns, contents.cards, groups, y, grid, order)
        if at == len(poured) - 1 and contents.after:
            deepest = max((_depth(column, strips) for column in columns), default=0.0)
            y += deepest - _lead(grid) + leaf.gap(SECTION_GAP)
            items += _section("", contents.after, y, grid, order)
        pages.append(finish(tuple(items), first + at, TITLE, leaf))
    return tuple(pages)


def _lead(grid: Grid) -> float:
    """Return the white between two lines: from a baseline to the next cap line."""
    return grid.pitch - grid.leaf.kit.cap(Style.TEXT) * grid.size


def _depth(column: Column, strips: Sequence[Strip]) -> float:
    last = column[-1]
    strip = strips[last.strip]
    return last.y + strip.heading + sum(strip.rows[last.start : last.end])


def _section_height(entries: Sequence[Entry], grid: Grid) -> float:
    """Return the height of a section of full lines: from its rule to its last baseline."""
    rows = sum(len(_row(entry, grid.width_of(1), grid).lines) for entry in entries)
    return rows * grid.pitch if entries else 0.0


def _section(heading: str, entries: Sequence[Entry], y: float, grid: Grid, order: Iterator[int]) -> list[Item]:
    """Place a section's rule, and under it either its heading or its entries."""
    leaf, kit = grid.leaf, grid.leaf.kit
    slot = Slot(kit.measures.margin, y, kit.measures.text_width)
    items: list[Item] = [rule(slot, leaf.length(RULE_WEIGHT), kit.theme.band)] if heading or entries else []
    if heading:
        setting = leaf.setting(leaf.points(SECTION), Style.HEADING, kit.theme.heading)
        text = set_text(heading, kit.case, Style.HEADING, language=LANGUAGE)
        mark = Mark(role=Role.SECTION_HEADING, order=next(order))
        top = y + leaf.gap(SECTION_HEAD) - setting.cap * setting.size
        items += place_line(text, setting, replace(slot, y=top), mark)
    top = y + grid.pitch - kit.cap(Style.TEXT) * grid.size
    for entry in entries:
        row = _row(entry, slot.width, grid)
        items += _placed(row, replace(slot, y=top), grid, order)
        top += len(row.lines) * grid.pitch
    return items


def _columns(
    columns: Sequence[Column],
    groups: Sequence[Group],
    rows: Sequence[Sequence[Row]],
    y: float,
    grid: Grid,
    order: Iterator[int],
) -> list[Item]:
    items: list[Item] = []
    for at, column in enumerate(columns):
        for part in column:
            slot = Slot(grid.x(at), y + part.y, grid.width)
            items += _part(part, groups[part.strip], rows[part.strip], slot, grid, order)
    return items


def _part(part: Part, group: Group, rows: Sequence[Row], slot: Slot, grid: Grid, order: Iterator[int]) -> list[Item]:
    items: list[Item] = []
    y = slot.y
    if group.heading:
        text, lines = _heading(group, grid)
        if part.start == 0:
            text = set_text(group.heading, grid.leaf.kit.case, Style.LEAD_IN, language=LANGUAGE)
        setting = replace(grid.leaf.setting(grid.size, Style.LEAD_IN, accent_ink(grid.leaf)), leading=grid.pitch)
        mark = Mark(role=Role.CONTENTS_HEADING, order=next(order))
        items += place_paragraph(text, setting, replace(slot, y=y), mark)
        y += len(lines) * grid.pitch
    for row in rows[part.start : part.end]:
        items += _placed(row, replace(slot, y=y), grid, order)
        y += len(row.lines) * grid.pitch
    return items


def _heading(group: Group, grid: Grid) -> tuple[Prepared, Lines]:
    """Return the heading of a group as it is repeated, and its lines; the shorter first one takes the same room."""
    words = f"{group.heading}, {CONTINUED}" if group.heading else ""
    text = set_text(words, grid.leaf.kit.case, Style.LEAD_IN, language=LANGUAGE)
    return text, break_lines(text, grid.width / grid.size)


def _row(entry: Entry, width: float, grid: Grid) -> Row:
    """Set an entry; a long one turns over, its further lines moved in."""
    leaf, case = grid.leaf, grid.leaf.kit.case
    words = f"{entry.name}, {entry.note}" if entry.note else entry.name
    name = set_text(words, case, Style.TEXT, language=entry.language)
    room = (width - _number_room(grid)) / grid.size
    lines: Lines = ((0, len(name.units)),)
    if whole_width(name) > room:
        lines = break_lines(name, max(room - leaf.length(INDENT) / grid.size, name.widest))
    return Row(entry=entry, name=name, lines=lines, number=set_verbatim(str(entry.page), case, Style.LEAD_IN))


def _number_room(grid: Grid) -> float:
    """Return the width that all numbers keep, also those of fewer digits: the contents are set before they are known."""
    widest = set_verbatim("0" * grid.digits, grid.leaf.kit.case, Style.LEAD_IN)
    return whole_width(widest) * grid.size + grid.leaf.length(2 * NUMBER_GAP)


def _placed(row: Row, slot: Slot, grid: Grid, order: Iterator[int]) -> list[Item]:
    """Place an entry: its name, its leader, its number; all of it can be clicked."""
    leaf, kit, size = grid.leaf, grid.leaf.kit, grid.size
    mark = Mark(role=Role.CONTENTS_ENTRY, order=next(order), language=_other(row.entry.language))
    setting = replace(leaf.setting(size, Style.TEXT, kit.theme.ink), leading=grid.pitch)
    indent = leaf.length(INDENT)
    items: list[Text] = []
    for at, line in enumerate(row.lines):
        place = Slot(slot.x + (indent if at else 0.0), slot.y + at * grid.pitch)
        items += place_lines(row.name, (line,), setting, place, mark)
    number = setting.size * whole_width(row.number)
    last = slot.y + (len(row.lines) - 1) * grid.pitch
    figures = place_line(row.number, setting, Slot(slot.x + slot.width - number, last), mark)
    end = items[-1].x + items[-1].width
    leader = _leader(end, slot.x + slot.width - _number_room(grid) + leaf.length(NUMBER_GAP), figures[0].y, leaf)
    above = (grid.pitch - setting.cap * size) / 2
    area = Rect(x=slot.x, y=slot.y - above, width=slot.width, height=len(row.lines) * grid.pitch)
    words = f"{row.entry.name}, page {row.entry.page}"
    link = replace(mark, target=anchor(row.entry.page), alternative=words)
    return [*items, *leader, *figures, LinkArea(rect=area, mark=link)]


def _leader(start: float, end: float, y: float, leaf: Leaf) -> tuple[Path, ...]:
    """Return the dots from a name to the edge that all leaders end on; they stand under one another."""
    dot, period = leaf.length(DOT), leaf.length(DOT + DOT_GAP)
    dots = int((end - start - leaf.length(NUMBER_GAP) - dot) / period)
    if dots < 1:
        return ()
    x = end - dots * period - dot
    path = rule(Slot(x, y - leaf.length(LEADER) / 2, end - x), leaf.length(LEADER), leaf.kit.theme.muted)
    return (replace(path, dashes=(dot, leaf.length(DOT_GAP))),)


def _other(language: str) -> str:
    """Return a language where it is not that of the page."""
    return "" if language.lower().partition("-")[0] == LANGUAGE else language
