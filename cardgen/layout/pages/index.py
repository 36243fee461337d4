"""Letters with their entries in, the pages of the index out: two columns, letters hanging at their left and kept whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, LinkArea, Mark, Page, Role, Text
from cardgen.geometry import Rect
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.pages.columns import Column, Part, Strip, pour
from cardgen.layout.pages.leaf import LANGUAGE, Head, Leaf, finish, frame
from cardgen.layout.pages.model import Kind, Letter, Reference, anchor
from cardgen.layout.text import Slot, line_width, place_line, place_lines, set_inline, set_text, whole_width
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Piece, Prepared, prepare

TITLE = "Index"
EYEBROW = "A to Z"
CONTINUED = "continued"
SIZE = 9.5
LETTER = 14.0
"""In points on A5."""
LETTER_MOST = 0.72
"""The part of the room before the entries that a letter may take: "0–9" stands as clear of them as a "W" does."""
PITCHES = (1.64, 1.58, 1.52, 1.46)
"""From line to line, in em: 5.5 mm at 9.5 pt; closer where that spares a page with a few lines on it."""
COLUMN_EM = 15.5
MOST_COLUMNS = 3
GUTTER, HANG, INDENT, NUMBER_GAP = 6.0, 7.0, 3.0, 2.4
"""In sheet units: between columns, from letter to entries, of lines turned over, before the numbers."""
LETTER_GAP = 0.5
"""Between two letters, in lines."""
PADDING = 0.6
"""What a click may miss a number by, in sheet units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry, set and broken to its column."""

    reference: Reference
    name: Prepared
    lines: Lines
    numbers: Prepared
    """Each unit is a page or a run of pages."""
    number_lines: Lines
    beside: bool
    """Whether the numbers stand on the name's last line."""

    @property
    def height(self) -> int:
        """In lines."""
        return len(self.lines) + len(self.number_lines) - (1 if self.beside else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a page of the index."""

    leaf: Leaf
    columns: int
    spacing: float = PITCHES[0]
    """From line to line, in em."""

    @property
    def size(self) -> float:
        """The size of the entries."""
        return self.leaf.running(SIZE)

    @property
    def pitch(self) -> float:
        """From line to line, in points."""
        return self.spacing * self.size

    @property
    def hang(self) -> float:
        """From the letter to the entries."""
        return max(self.leaf.length(HANG), self.leaf.points(LETTER) * 0.95)

    @property
    def width(self) -> float:
        """Of a column, the letter included."""
        return (self.leaf.kit.measures.text_width - (self.columns - 1) * self.leaf.length(GUTTER)) / self.columns

    def x(self, column: int) -> float:
        """Return the left edge of a column."""
        return self.leaf.kit.measures.margin + column * (self.width + self.leaf.length(GUTTER))


def place_index(letters: Sequence[Letter], introduction: str, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of the index."""
    usual = _grid(leaf)
    rows = [tuple(_row(reference, usual) for reference in letter.references) for letter in letters]
    heads = [
        Head(eyebrow=EYEBROW, title=TITLE, introduction=introduction),
        Head(eyebrow=f"{TITLE}, {CONTINUED}"),
    ]
    fields = [frame(head, first, leaf, count(1)).field.height for head in heads]
    ways = [(grid, _pour(rows, grid, fields)) for grid in (replace(usual, spacing=pitch) for pitch in PITCHES)]
    grid, poured = min(ways, key=lambda way: len(way[1]))
    pages = []
    for at, columns in enumerate(poured):
        order = count(1)
        framed = frame(heads[min(at, 1)], first + at, leaf, order)
        items = [*framed.items]
        for number, column in enumerate(columns):
            for part in column:
                slot = Slot(grid.x(number), framed.field.y + part.y, grid.width)
                items += _part(part, letters[part.strip].letter, rows[part.strip], slot, grid, order)
        pages.append(finish(tuple(items), first + at, TITLE, leaf))
    return tuple(pages)


def _pour(rows: Sequence[Sequence[Row]], grid: Grid, fields: Sequence[float]) -> list[list[Column]]:
    """Fill columns of pages, the first of which has a field of its own height."""
    strips = [Strip(rows=tuple(row.height * grid.pitch for row in of_letter)) for of_letter in rows]
    rooms = [field + grid.pitch - grid.leaf.kit.cap(Style.TEXT) * grid.size for field in fields]
    return pour(strips, LETTER_GAP * grid.pitch, grid.columns, lambda page: rooms[min(page, 1)], tail=0.0)


def _grid(leaf: Leaf) -> Grid:
    least = COLUMN_EM * leaf.running(SIZE) + leaf.length(GUTTER)
    most = int((leaf.kit.measures.text_width + leaf.length(GUTTER)) / least)
    return Grid(leaf=leaf, columns=max(1, min(most, MOST_COLUMNS)))


def _part(part: Part, letter: str, rows: Sequence[Row], slot: Slot, grid: Grid, order: Iterator[int]) -> list[Item]:
    """Place the letter, again where its entries go on in another column, and the entries."""
    leaf, kit = grid.leaf, grid.leaf.kit
    text = set_text(letter, kit.case, Style.DISPLAY, language=LANGUAGE)
    size = min(leaf.points(LETTER), LETTER_MOST * grid.hang / whole_width(text))
    setting = leaf.setting(size, Style.DISPLAY, kit.theme.heading)
    # The letter stands on the baseline of its first entry.
    top = slot.y + kit.cap(Style.TEXT) * grid.size - setting.cap * size
    items: list[Item] = [*place_line(text, setting, Slot(slot.x, top), Mark(role=Role.INDEX_LETTER, order=next(order)))]
    inner = Slot(slot.x + grid.hang, slot.y, slot.width - grid.hang)
    for row in rows[part.start : part.end]:
        items += _placed(row, inner, grid, order)
        inner = replace(inner, y=inner.y + row.height * grid.pitch)
    return items


def _row(reference: Reference, grid: Grid) -> Row:
    """Set an entry; where name and numbers do not fit on one line, the numbers go right on the next."""
    leaf, case, size = grid.leaf, grid.leaf.kit.case, grid.size
    width = (grid.width - grid.hang) / size
    indent = leaf.length(INDENT) / size
    bold = reference.kind is Kind.EXERCISE
    note = (Span(text=f", {reference.note}"),) if reference.note else ()
    spans = (Span(text=reference.name, emphasis=Emphasis.STRONG if bold else Emphasis.PLAIN), *note)
    name = set_inline(spans, case, language=reference.language)
    numbers = prepare([Piece(_listed(reference), Style.TEXT)], case)
    number_lines = break_lines(numbers, max(width - indent, numbers.widest))
    gap = leaf.length(NUMBER_GAP) / size
    beside = len(number_lines) == 1
    taken = gap + line_width(numbers, 0, len(numbers.units)) if beside else 0.0
    lines: Lines = ((0, len(name.units)),)
    if whole_width(name) + taken > width and bold:
        lines = break_lines(name, max(width - indent - taken, name.widest))
    elif whole_width(name) > width:
        lines = break_lines(name, max(width - indent, name.widest))
    last = line_width(name, *lines[-1]) + (indent if len(lines) > 1 else 0.0)
    beside = beside and last + taken <= width + 1e-6
    return Row(reference=reference, name=name, lines=lines, numbers=numbers, number_lines=number_lines, beside=beside)


def _listed(reference: Reference) -> str:
    """Return the pages as they are printed; each is one word."""
    return ", ".join(str(run) for run in reference.pages)


def _placed(row: Row, slot: Slot, grid: Grid, order: Iterator[int]) -> list[Item]:
    leaf, kit, size = grid.leaf, grid.leaf.kit, grid.size
    other = "" if row.reference.language.lower().partition("-")[0] == LANGUAGE else row.reference.language
    mark = Mark(role=Role.INDEX_ENTRY, order=next(order), language=other)
    setting = leaf.setting(size, Style.TEXT, kit.theme.ink)
    items: list[Item] = []
    for at, line in enumerate(row.lines):
        place = Slot(slot.x + (leaf.length(INDENT) if at else 0.0), slot.y + at * grid.pitch)
        items += place_lines(row.name, (line,), setting, place, mark)
    y = slot.y + (len(row.lines) - (1 if row.beside else 0)) * grid.pitch
    for start, end in row.number_lines:
        items += _numbers(row, (start, end), replace(slot, y=y), grid, mark, order)
        y += grid.pitch
    if len(row.reference.pages) == 1:
        # An entry with one page can be clicked as a whole.
        texts = [item for item in items if isinstance(item, Text)]
        area = Rect(x=slot.x, y=slot.y - _above(grid), width=slot.width, height=row.height * grid.pitch)
        return [*texts, LinkArea(rect=area, mark=_linked(mark, row, 0))]
    return items


def _numbers(row: Row, line: tuple[int, int], slot: Slot, grid: Grid, entry: Mark, order: Iterator[int]) -> list[Item]:
    """Place a line of page numbers at the right, each with its link; one that stands alone is read with the name."""
    leaf, kit, size = grid.leaf, grid.leaf.kit, grid.size
    start, end = line
    setting = leaf.setting(size, Style.TEXT, kit.theme.ink)
    left = slot.x + slot.width - line_width(row.numbers, start, end) * size
    items: list[Item] = []
    for at in range(start, end):
        x = left + (row.numbers.starts[at] - row.numbers.starts[start]) * size
        mark = entry
        if len(row.reference.pages) > 1:
            mark = Mark(role=Role.INDEX_ENTRY, order=next(order), part_of=entry.order)
        placed = place_lines(row.numbers, ((at, at + 1),), setting, Slot(x, slot.y), mark)
        pad = leaf.length(PADDING)
        area = Rect(x=x - pad, y=slot.y - _above(grid), width=placed[0].width + 2 * pad, height=grid.pitch)
        items += [*placed, LinkArea(rect=area, mark=_linked(mark, row, at))]
    return items


def _linked(mark: Mark, row: Row, at: int) -> Mark:
    run = row.reference.pages[at]
    what = f"page {run}" if run.first == run.last else f"pages {run}"
    return replace(mark, target=anchor(run.first), alternative=f"{row.reference.name}, {what}")


def _above(grid: Grid) -> float:
    """Return how far a line's share of the pitch reaches above its cap line."""
    return (grid.pitch - grid.leaf.kit.cap(Style.TEXT) * grid.size) / 2
