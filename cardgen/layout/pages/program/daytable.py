"""The blocks of a day in, its table out, whole or in parts: headings, rows, brackets, what to do with a superset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.display import Item
from cardgen.geometry import Rect
from cardgen.layout.cells import CellRow
from cardgen.layout.pages.leaf import accent_ink
from cardgen.layout.pages.program.dayheading import Heading, set_heading
from cardgen.layout.pages.program.dayplain import PlainRow
from cardgen.layout.pages.program.dayrow import NAME_X, SHIFT, ColumnRow, Form, place_labels
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import Block, DayGroup
from cardgen.layout.pages.program.signs import bracket
from cardgen.layout.pages.program.words import goes_on
from cardgen.layout.phrase import Phrase, Type, set_phrase
from cardgen.layout.shapes import rule
from cardgen.layout.text import Slot
from cardgen.theme import Ink
from cardgen.typeset.fonts import Style

ROW, ROW_LEAST = 12.0, 9.6
"""Greatest and least height of a row, in sheet units, as are all lengths here."""
LABELS_GAP = 2.3
"""From the heads of the columns to the first row."""
HINT_TOP, HINT_FOOT = 0.5, 2.0
"""White above and below what is to be done with a superset."""
BRACKET_X, BRACKET_INSET = 0.3, 1.2
LINE = 0.25
PLAIN_FROM = 1.12
"""Where letters are this many times as large for their sheet as usual, rows have no columns."""
HINT = 9.0
"""In points on A5."""

Row = ColumnRow | PlainRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Rows that stay together: an exercise, or several done in turn."""

    headings: tuple[Heading, Heading]
    """That of its block, and the one that repeats it on another page."""
    opens: bool
    """Whether it is the first of its block."""
    rows: tuple[Row, ...]
    least: tuple[float, ...]
    """How high each row is at the least, in points."""
    hint: Phrase | None = None
    joined: bool = False
    """Whether a bracket joins its rows."""

    @property
    def heading(self) -> Heading:
        """The heading above it, if there is one."""
        return self.headings[0 if self.opens else 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table of a day, or the part of it that stands on one page."""

    form: Form
    chunks: tuple[Chunk, ...]

    @property
    def gauge(self) -> Gauge:
        """What measures it."""
        return self.form.gauge

    @property
    def in_columns(self) -> bool:
        """Whether its columns have heads."""
        return isinstance(self.chunks[0].rows[0], ColumnRow)

    def height(self, row: float) -> float:
        """Return its height where no row is lower than `row`."""
        return self._labels_height() + sum(
            self._chunk_height(chunk, row, headed=at == 0 or chunk.opens) for at, chunk in enumerate(self.chunks)
        )

    def parts(self, row: float, first: float, later: float) -> list[Table]:
        """Return the table in parts that fit on pages with so much room; what fits on none is parted between its rows."""
        parts: list[list[Chunk]] = [[]]
        for chunk in self._breakable(row, min(first, later)):
            tried = replace(self, chunks=(*parts[-1], chunk))
            room = first if len(parts) == 1 else later
            if parts[-1] and tried.height(row) > room + 1e-6:
                parts.append([])
            parts[-1].append(chunk)
        return [replace(self, chunks=tuple(part)) for part in parts]

    def place(self, y: float, row: float, order: Iterator[int]) -> tuple[list[Item], float]:
        """Place the table; return its items and the y of its last line."""
        gauge = self.gauge
        items: list[Item] = []
        if self.in_columns:
            items += place_labels(self.form, y, order)
            y += self._labels_height()
        for at, chunk in enumerate(self.chunks):
            if at == 0 or chunk.opens:
                items += chunk.heading.place(y, order)
                y += chunk.heading.height
            else:
                items.append(self._line(gauge.left, y))
            items += self._chunk(chunk, y, row, order)
            y += self._chunk_height(chunk, row, headed=False)
        return [*items, self._line(gauge.left, y)], y

    def _labels_height(self) -> float:
        return self.form.head("x").cap + self.gauge.down(LABELS_GAP) if self.in_columns else 0.0

    def _chunk_height(self, chunk: Chunk, row: float, *, headed: bool) -> float:
        high = sum(max(row, least) for least in chunk.least) + self._hint_height(chunk)
        return high + (chunk.heading.height if headed else 0.0)

    def _hint_height(self, chunk: Chunk) -> float:
        if chunk.hint is None:
            return 0.0
        return chunk.hint.height(self._hint_width()) + self.gauge.down(HINT_TOP + HINT_FOOT)

    def _hint_width(self) -> float:
        return self.gauge.width - self.gauge.across(NAME_X + SHIFT)

    def _breakable(self, row: float, room: float) -> Iterator[Chunk]:
        for chunk in self.chunks:
            if len(chunk.rows) == 1 or replace(self, chunks=(chunk,)).height(row) <= room:
                yield chunk
                continue
            for at, it in enumerate(chunk.rows):
                last = at == len(chunk.rows) - 1
                yield replace(
                    chunk,
                    rows=(it,),
                    least=(chunk.least[at],),
                    opens=chunk.opens and at == 0,
                    hint=chunk.hint if last else None,
                )

    def _chunk(self, chunk: Chunk, y: float, row: float, order: Iterator[int]) -> list[Item]:
        gauge = self.gauge
        top = y
        items: list[Item] = []
        indent = gauge.across(NAME_X + SHIFT) if chunk.joined else 0.0
        for at, it in enumerate(chunk.rows):
            if at:
                items.append(self._line(gauge.left + indent, y))
            high = max(row, chunk.least[at])
            items += it.place(Rect(x=gauge.left, y=y, width=gauge.width, height=high), order)
            y += high
        if chunk.hint:
            slot = Slot(gauge.left + indent, y + gauge.down(HINT_TOP), self._hint_width())
            items += chunk.hint.within(slot, CellRow(order).cell(1, span=7 if self.form.has_tempo else 6))
            y += self._hint_height(chunk)
        if chunk.joined:
            inset = gauge.down(BRACKET_INSET)
            items.append(bracket(gauge.left + gauge.across(BRACKET_X), top + inset, y - inset, gauge.kit))
        return items

    def _line(self, x: float, y: float) -> Item:
        gauge = self.gauge
        return rule(Slot(x, y, gauge.right - x), gauge.across(LINE), gauge.theme.hairline)


def set_table(blocks: Sequence[Block], gauge: Gauge) -> Table:
    """Return the table of a day."""
    rows = [row for block in blocks for group in block.groups for row in group.rows]
    form = Form(gauge=gauge, has_tempo=any(row.tempo for row in rows), works=tuple({row.work: None for row in rows}))
    chunks: list[Chunk] = []
    for block in blocks:
        opening = set_heading(block.heading, form, minutes=block.minutes)
        headings = opening, set_heading(goes_on(block.heading), form)
        chunks += (_chunk_of(headings, group, form, opens=at == 0) for at, group in enumerate(block.groups))
    return Table(form=form, chunks=tuple(chunks))


def _chunk_of(headings: tuple[Heading, Heading], group: DayGroup, form: Form, *, opens: bool) -> Chunk:
    gauge = form.gauge
    joined = len(group.rows) > 1
    kind = ColumnRow if gauge.growth <= PLAIN_FROM and form.fits else PlainRow
    rows = tuple(kind(form=form, row=row, shift=SHIFT if joined else 0.0) for row in group.rows)
    hint = None
    if group.hint:
        strong = gauge.theme.mode is Ink.FULL
        color = accent_ink(gauge.leaf) if strong else gauge.theme.ink
        hint = set_phrase(group.hint, Type(style=Style.LEAD_IN, color=color), gauge.points(HINT), gauge.kit)
    return Chunk(
        headings=headings, opens=opens, rows=rows, least=tuple(it.least for it in rows), hint=hint, joined=joined
    )
