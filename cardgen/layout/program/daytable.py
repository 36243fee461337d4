"""The blocks of a day in, its table out, whole or in parts: headings, rows, brackets, what to do with a superset."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.display import Item, Role
from cardgen.layout.ground.box import Frame, cell, ground, least, pad, read, row, stack, table_row, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.dayform import NAME_INDENT, SHIFT, Column, Figures, Form, form_of
from cardgen.layout.program.dayrow import column_row, plain_row
from cardgen.layout.program.model import Block, DayGroup, DayRow
from cardgen.layout.program.signs import bracket
from cardgen.theme.type import COLUMN_HEAD, HINT, LABEL, LINE, STRONG_LINE, TABLE_HEAD
from cardgen.values.geometry import Rect

ROW, ROW_DRAWN, ROW_LEAST = 12.0, 18.4, 9.6
"""Height of a row where there is room, the same where rows have figures, and the least; in sheet units, as are all lengths here."""
HEADING, INSET, HEADING_PAD = 6.6, 2.0, 1.6
"""Least height of a heading, what its words stand in, least white above and below them."""
LABELS_GAP, HINT_TOP, HINT_FOOT = 2.3, 0.5, 2.0
"""From the heads of the columns to the first row; white above and below what is to be done with a superset."""
BRACKET_INSET = 1.2

MakeRow = Callable[[DayRow, Form, float], Frame]
"""The last is how much further right the row starts, in sheet units."""


def _heading(said: str, form: Form, minutes: str = "") -> Frame:
    """Return the heading of a block, how long it takes at the right: on a tint, or, where ink is saved, under a rule."""
    gauge, theme = form.gauge, form.gauge.theme
    inset = gauge.across(INSET) if theme.tint else 0.0
    time = gauge.words(minutes, LABEL) if minutes else None
    width = gauge.width - 2 * inset - (time.width + gauge.across(INSET) if time else 0.0)
    name = gauge.fitted(said, TABLE_HEAD, width)
    cells = [read(pad(name, gauge.down(HEADING_PAD)), cell(1, Role.ROW_HEAD, span=form.last - 1))]
    cells += [read(time, cell(form.last))] if time else []
    xs = (inset, gauge.width - inset - time.width) if time else (inset,)

    def draw(rect: Rect) -> Sequence[Item]:
        if theme.tint:
            return (rectangle(rect, theme.tint),)
        lines = (rect.y, gauge.across(STRONG_LINE), theme.line), (rect.bottom, gauge.across(LINE), theme.hairline)
        return tuple(rule(Slot(rect.x, y, rect.width), weight, color) for y, weight, color in lines)

    return least(ground(table_row(row(cells, xs, gauge.width)), draw), gauge.down(HEADING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Rows that stay together: an exercise, or several done in turn."""

    headings: tuple[Frame, Frame]
    """That of its block, and the one that repeats it on another page."""
    opens: bool
    """Whether it is the first of its block."""
    rows: tuple[Frame, ...]
    hint: Frame | None = None
    joined: bool = False
    """Whether a bracket joins its rows."""

    def frame(self, high: float, form: Form, *, first: bool) -> Frame:
        """Return heading, or a line, and rows no lower than `high`."""
        gauge, line = form.gauge, (LINE, form.gauge.theme.hairline)
        left = gauge.across(NAME_INDENT + SHIFT) if self.joined else 0.0
        rows = [least(it, high) for it in self.rows]
        parted = (gauge.ruled(it, *line, indent=left) for it in rows[1:])
        whole = stack((rows[0], *parted, *((self.hint,) if self.hint else ())))
        whole = ground(whole, lambda rect: (bracket(rect, BRACKET_INSET, gauge),), over=True) if self.joined else whole
        if first or self.opens:
            return stack((self.headings[0 if self.opens else 1], whole))
        return gauge.ruled(whole, *line)

    def split(self) -> Iterator[Chunk]:
        """Yield its rows one by one."""
        for at, it in enumerate(self.rows):
            hint = self.hint if at == len(self.rows) - 1 else None
            yield replace(self, rows=(it,), opens=self.opens and at == 0, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table of a day, or the part of it that stands on one page."""

    form: Form
    heads: tuple[Frame, ...]
    """Of the columns, where there are any."""
    chunks: tuple[Chunk, ...]

    @property
    def most(self) -> float:
        """The greatest height of a row."""
        return ROW_DRAWN if self.form.figures is Figures.SHOWN else ROW

    def frame(self, high: float) -> Frame:
        """Return it with rows no lower than `high`."""
        gauge = self.form.gauge
        chunks = (chunk.frame(high, self.form, first=at == 0) for at, chunk in enumerate(self.chunks))
        return stack((*self.heads, *chunks, gauge.ruled(stack(()), LINE, gauge.theme.hairline)))

    def height(self, high: float) -> float:
        """Return its height where no row is lower than `high`."""
        return self.frame(high).height

    def parts(self, high: float, first: float, later: float) -> list[Table]:
        """Return the table in parts that fit on pages with so much room; what fits on none is parted between its rows."""
        parts: list[list[Chunk]] = [[]]
        for chunk in self._breakable(high, min(first, later)):
            tried = replace(self, chunks=(*parts[-1], chunk))
            if parts[-1] and tried.height(high) > (first if len(parts) == 1 else later) + 1e-6:
                parts.append([])
            parts[-1].append(chunk)
        return [replace(self, chunks=tuple(part)) for part in parts]

    def _breakable(self, high: float, room: float) -> Iterator[Chunk]:
        for chunk in self.chunks:
            whole = len(chunk.rows) == 1 or replace(self, chunks=(chunk,)).height(high) <= room
            yield from (chunk,) if whole else chunk.split()


def _heads(form: Form) -> Frame:
    """Return the heads of the columns."""
    gauge = form.gauge
    exercise = words(gauge.phrase(gauge.kit.words("table.exercise"), COLUMN_HEAD))
    frames, xs = [read(exercise, cell(2, Role.COLUMN_HEAD))], [form.name]
    for at, (column, head) in enumerate(zip(form.columns, form.heads(), strict=True), 3):
        frames.append(read(words(head), cell(at, Role.COLUMN_HEAD)))
        xs.append(gauge.width - head.width if column is Column.PAGE else form.xs[at - 3])
    return table_row(row(frames, xs, gauge.width))


def set_table(blocks: Sequence[Block], gauge: Gauge, figures: Figures = Figures.NONE) -> Table:
    """Return the table of a day."""
    rows = [it for block in blocks for group in block.groups for it in group.rows]
    shown = figures if any(it.subject for it in rows) else Figures.NONE
    form = form_of(rows, gauge, shown)
    heads = (pad(_heads(form), 0.0, gauge.down(LABELS_GAP)),) if form.xs else ()
    make = column_row if form.xs else plain_row
    chunks: list[Chunk] = []
    for block in blocks:
        again = gauge.kit.words("page.continued", title=block.heading)
        headings = _heading(block.heading, form, block.minutes), _heading(again, form)
        chunks += (_chunk(headings, group, form, make, opens=at == 0) for at, group in enumerate(block.groups))
    return Table(form=form, heads=heads, chunks=tuple(chunks))


def _chunk(headings: tuple[Frame, Frame], group: DayGroup, form: Form, make: MakeRow, *, opens: bool) -> Chunk:
    joined = len(group.rows) > 1
    rows = tuple(make(it, form, SHIFT if joined else 0.0) for it in group.rows)
    hint = _hint(group.hint, form, SHIFT + NAME_INDENT if joined else 0.0) if group.hint else None
    return Chunk(headings=headings, opens=opens, rows=rows, hint=hint, joined=joined)


def _hint(said: str, form: Form, start: float) -> Frame:
    """Return what to do with several exercises; it is as wide wherever it starts."""
    gauge = form.gauge
    frame = gauge.words(said, HINT, gauge.width - gauge.across(NAME_INDENT + SHIFT))
    whole = table_row(read(frame, cell(1, span=form.last)))
    return pad(whole, gauge.down(HINT_TOP), gauge.down(HINT_FOOT), gauge.across(start))
