"""Passages of measured rows in, the pages of a list out: in columns, whole where that costs little, headings repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.display import Page
from cardgen.layout.forms.columns import Column, Strip, pour
from cardgen.layout.forms.leaf import Head, Leaf, frame
from cardgen.layout.ground.box import At, Frame, Pen, Reading, read, row, stack
from cardgen.layout.ground.text import Setting, Slot, line_width, place_lines
from cardgen.theme.type import TypeStyle
from cardgen.typeset.linebreak import Lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

Poured = Sequence[Sequence[Column]]
"""The columns of each page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Rows that belong together."""

    rows: tuple[Frame, ...]
    heading: Frame | None = None
    """Above the first row."""
    again: Frame | None = None
    """Where they go on in another column; it is as high as the heading."""
    beside: Frame | None = None
    """What stands at the left of the first row in each column."""
    reading: Reading | None = None
    """How its rows are read, where they are one paragraph."""

    @property
    def strip(self) -> Strip:
        """What pouring needs to know of it."""
        return Strip(heading=self.heading.height if self.heading else 0.0, rows=tuple(it.height for it in self.rows))

    def part(self, start: int, end: int, width: float) -> Frame:
        """Return a run of its rows with what stands above them or beside them."""
        rows = stack(self.rows[start:end])
        rows = read(rows, self.reading) if self.reading else rows
        heading = self.again if start else self.heading
        if self.beside:
            rows = row((self.beside, rows), (0.0, 0.0), width, At.START)
        return stack((heading, rows)) if heading else rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a list."""

    leaf: Leaf
    columns: int
    style: TypeStyle
    """Of what stands on its lines; its leading is their distance."""
    gutter: float = 0.0
    """Between two columns, in sheet units."""

    @property
    def size(self) -> float:
        """Of its type; lengths are in points."""
        return self.leaf.gauge.size(self.style)

    @property
    def pitch(self) -> float:
        """From line to line."""
        return self.style.leading * self.size

    @property
    def width(self) -> float:
        """Of one column."""
        return self.width_of(self.columns)

    def width_of(self, columns: int) -> float:
        """Return the width of a column where there are so many."""
        gauge = self.leaf.gauge
        return (gauge.width - (columns - 1) * gauge.across(self.gutter)) / columns

    @property
    def lead(self) -> float:
        """The white between two lines: from a baseline to the next cap line."""
        return self.pitch - self.leaf.kit.cap(self.style.face) * self.size

    def setting(self, style: TypeStyle) -> Setting:
        """Return how text is set that stands on its lines, if in another face or colour."""
        return replace(self.leaf.gauge.setting(style, self.size), leading=self.pitch)


def lines(text: Prepared, broken: Lines, setting: Setting, indent: float = 0.0) -> Frame:
    """Return a text on whole lines, each as high as the leading; those behind the first stand `indent` further right."""
    wide = max(line_width(text, *line) * setting.size + (indent if at else 0.0) for at, line in enumerate(broken))

    def put(pen: Pen, rect: Rect) -> None:
        for at, line in enumerate(broken):
            slot = Slot(rect.x + (indent if at else 0.0), rect.y + at * setting.leading)
            pen.items += place_lines(text, (line,), setting, slot, pen.mark)

    return Frame(wide, len(broken) * setting.leading, put)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the pages of a list share."""

    grid: Grid
    heads: tuple[Head, Head]
    """Of the first page and of those that go on."""
    first: int
    """The number of the first page."""
    gap: float
    """Between two passages, in points."""
    above: Frame | None = None
    """Before the columns of the first page."""
    below: Frame | None = None
    """Behind those of the last."""

    def pour(self, strips: Sequence[Strip]) -> Poured:
        """Share strips out among columns, by whole lines: the last one's descent and lead may go below the field."""
        grid = self.grid
        rooms = [frame(head, self.first, grid.leaf).field.height + grid.lead for head in self.heads]
        rooms[:1] = [rooms[0] - (self.above.height if self.above else 0.0)]
        tail = self.below.height + grid.lead if self.below else 0.0
        return pour(strips, self.gap, grid.columns, lambda page: rooms[min(page, 1)], tail=tail)

    def pages(self, passages: Sequence[Passage], poured: Poured) -> Iterator[Page]:
        """Yield the pages of passages whose strips were poured."""
        leaf = self.grid.leaf
        for at, columns in enumerate(poured):
            parts = [self.above] if self.above and at == 0 else []
            parts += [self._columns(columns, passages)] if columns else []
            parts += [self.below] if self.below and at == len(poured) - 1 else []
            yield frame(self.heads[min(at, 1)], self.first + at, leaf).page(self.heads[0].title, stack(parts))

    def _columns(self, columns: Sequence[Column], passages: Sequence[Passage]) -> Frame:
        """Return the columns of a page."""
        grid = self.grid
        xs = [at * (grid.width + grid.leaf.gauge.across(grid.gutter)) for at in range(len(columns))]
        frames = [_column(column, passages, grid.width) for column in columns]
        return row(frames, xs, grid.leaf.gauge.width, At.START)


def _column(column: Column, passages: Sequence[Passage], width: float) -> Frame:
    """Return a column: its parts at the places that pouring gave them."""
    frames = [(it.y, passages[it.strip].part(it.start, it.end, width)) for it in column]

    def put(pen: Pen, rect: Rect) -> None:
        for y, part in frames:
            part.put(pen, Rect(x=rect.x, y=rect.y + y, width=width, height=part.height))

    return Frame(width, max(y + part.height for y, part in frames), put)
