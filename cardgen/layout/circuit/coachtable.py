"""Stations in, the rows of the coach's table out: who is where, what to say, what to watch for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.display import Item, Op, Path
from cardgen.geometry import Rect
from cardgen.guide.model import Emphasis, Inline, Span, plain_text
from cardgen.layout.cells import CellRow
from cardgen.layout.circuit.floortiles import place_number
from cardgen.layout.circuit.inks import edge, numbered_disc, tint
from cardgen.layout.circuit.model import Station
from cardgen.layout.circuit.sheet import A4, BOX, millimetres
from cardgen.layout.pages.leaf import LANGUAGE, Leaf
from cardgen.layout.shapes import rectangle, rule
from cardgen.layout.text import (
    Setting,
    Slot,
    block_height,
    place_line,
    place_lines,
    set_inline,
    set_text,
)
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.typeset.tidy import NO_BREAK

COLUMNS = ("Station", "Say", "Watch for")
DISC_X, NAME_X, SAY_X, WATCH_X, WIDTH = 1.0, 12.0, 54.0, 119.0, 182.0
"""From the table's left edge, in millimetres on A4, as are all lengths here."""
COLUMN_GAP = 4.0
LABEL = 9.6
"""Size of the columns' heads in points on A4, as are the sizes of a level."""
HEAD_HEIGHT, RULE, LINE = 6.0, 0.5, 0.3
NAME_LEADING = 1.2
DESCENT = 0.2
"""How far letters hang below the last line, in em: room that a row keeps for them."""
NAME_GAP = 0.6
"""From the name to the equipment, in em, beyond its cap height."""
WRITE = 0.72
"""How far down a row a line to write on stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How closely the sheet is set: sizes in points on A4, heights in millimetres on it."""

    name: float
    text: float
    leading: float
    """Of texts, in em."""
    row: float
    pad: float
    disc: float
    clock: float
    gap: float
    """Between sections."""
    figures: float = BOX
    """Of the boxes of the figures."""
    has_equipment: bool = True
    """Whether it stands in the rows; it is in the list of what to set up anyway."""


LEVELS = (
    Level(name=11.0, text=10.0, leading=1.36, row=14.4, pad=2.0, disc=9.6, clock=9.0, gap=9.0),
    Level(name=11.0, text=10.0, leading=1.36, row=12.4, pad=1.6, disc=9.0, clock=8.0, gap=7.0),
    Level(name=10.5, text=10.0, leading=1.34, row=11.0, pad=1.3, disc=8.4, clock=7.0, gap=6.0),
    Level(name=10.5, text=9.5, leading=1.32, row=9.8, pad=1.0, disc=7.6, clock=6.4, gap=5.0, figures=14.6),
    Level(
        name=10.0,
        text=9.0,
        leading=1.28,
        row=9.0,
        pad=0.8,
        disc=7.2,
        clock=6.0,
        gap=4.5,
        figures=14.6,
        has_equipment=False,
    ),
    Level(
        name=9.5,
        text=9.0,
        leading=1.24,
        row=8.0,
        pad=0.5,
        disc=6.6,
        clock=5.4,
        gap=3.4,
        figures=13.6,
        has_equipment=False,
    ),
)
"""The first that fits on a page is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A text in a column."""

    text: Prepared
    lines: Lines
    setting: Setting

    @property
    def height(self) -> float:
        """From the first cap line to the last baseline."""
        return block_height(len(self.lines), self.setting.cap * self.setting.size, self.setting.leading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A station, broken to the columns."""

    station: Station
    name: Cell
    equipment: Cell | None
    say: Cell | None
    watch: Cell | None
    height: float

    @property
    def name_height(self) -> float:
        """Of name and equipment."""
        if self.equipment is None:
            return self.name.height
        return self.name.height + NAME_GAP * self.name.setting.size + self.equipment.height


def points(size: float, leaf: Leaf) -> float:
    """Return a size given for A4."""
    return leaf.points(size / A4)


def set_row(station: Station, level: Level, leaf: Leaf) -> Row:
    """Return the row of a station; a line to write on stands where there is nothing to say."""
    theme, language = leaf.kit.theme, station.language
    mm = leaf.kit.measures.text_width / WIDTH
    name_width = (SAY_X - COLUMN_GAP - NAME_X) * mm
    bold = leaf.setting(points(level.name, leaf), Style.TEXT, theme.ink, leading=NAME_LEADING)
    plain = leaf.setting(points(level.text, leaf), Style.TEXT, theme.ink, leading=level.leading)
    times = f"{NO_BREAK}×{NO_BREAK}{station.places}" if station.places > 1 else ""
    title = (Span(text=station.title + times, emphasis=Emphasis.STRONG),)
    name = _cell(title, name_width, bold, language, leaf)
    shown = (Span(text=station.equipment),) if station.equipment and level.has_equipment else ()
    equipment = _cell(shown, name_width, replace(plain, color=theme.muted), language, leaf) if shown else None
    say, watch = (
        _cell(text, width * mm, plain, language, leaf) if plain_text(text) else None
        for text, width in ((station.say, WATCH_X - COLUMN_GAP - SAY_X), (station.watch_for, WIDTH - 1.0 - WATCH_X))
    )
    row = Row(station=station, name=name, equipment=equipment, say=say, watch=watch, height=0.0)
    tallest = max(row.name_height, *(cell.height for cell in (say, watch) if cell)) if say or watch else row.name_height
    inner = tallest + DESCENT * points(level.text, leaf)
    height = max(millimetres(level.row, leaf), inner + 2 * millimetres(level.pad, leaf))
    return replace(row, height=height)


def _cell(text: Inline, width: float, setting: Setting, language: str, leaf: Leaf) -> Cell:
    shaped = set_inline(text, leaf.kit.case, language=language)
    return Cell(text=shaped, lines=break_lines(shaped, width / setting.size), setting=setting)


def head_height(leaf: Leaf) -> float:
    """Return how high the heads of the columns are, with the rule under them."""
    return millimetres(HEAD_HEIGHT, leaf)


def place_heads(top: float, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the heads of the columns over a rule."""
    measures, theme = leaf.kit.measures, leaf.kit.theme
    mm = measures.text_width / WIDTH
    setting = leaf.setting(points(LABEL, leaf), Style.TEXT, theme.muted)
    cells = CellRow(order=order)
    items: list[Item] = []
    for at, (word, x) in enumerate(zip(COLUMNS, (NAME_X, SAY_X, WATCH_X), strict=True)):
        text = set_text(word, leaf.kit.case, Style.TEXT, language=LANGUAGE)
        mark = cells.title(at + 1 if not at else at + 2, span=1 if at else 2)
        items += place_line(text, setting, Slot(measures.margin + x * mm, top), mark)
    y = top + head_height(leaf)
    items.append(rule(Slot(measures.margin, y, measures.text_width), millimetres(RULE, leaf), theme.heading))
    return items


def place_row(row: Row, y: float, number: int, level: Level, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place a row, its texts in the middle; every second one has a ground, or all are parted by lines."""
    measures, theme = leaf.kit.measures, leaf.kit.theme
    mm, left, width = measures.text_width / WIDTH, measures.margin, measures.text_width
    items: list[Item] = []
    if (ground := tint(theme)) is None:
        if number:
            items.append(rule(Slot(left, y, width), millimetres(LINE, leaf), theme.hairline))
    elif number % 2:
        items.append(rectangle(Rect(x=left, y=y, width=width, height=row.height), ground))
    disc = min(millimetres(level.disc, leaf), row.height - millimetres(0.8, leaf))
    square = Rect(x=left + DISC_X * mm, y=y + (row.height - disc) / 2, width=disc, height=disc)
    cells = CellRow(order=order)
    items.append(numbered_disc(square, theme, millimetres(0.5, leaf)))
    items += place_number(row.station.number, square, leaf, cells.head(1))
    mark = cells.cell(2, language=row.station.language)
    inner = row.height - DESCENT * points(level.text, leaf)
    top = y + (inner - row.name_height) / 2
    x = left + NAME_X * mm
    items += place_lines(row.name.text, row.name.lines, row.name.setting, Slot(x, top), mark)
    if row.equipment:
        below = top + row.name_height - row.equipment.height
        items += place_lines(row.equipment.text, row.equipment.lines, row.equipment.setting, Slot(x, below), mark)
    for column, (cell, start, end) in enumerate(
        ((row.say, SAY_X, WATCH_X - COLUMN_GAP), (row.watch, WATCH_X, WIDTH - 2.0)), 3
    ):
        slot = Slot(left + start * mm, y, (end - start) * mm)
        if cell is None:
            items.append(_line(slot, y + WRITE * row.height, leaf))
        else:
            mark = cells.cell(column, language=row.station.language)
            at = Slot(slot.x, y + (inner - cell.height) / 2)
            items += place_lines(cell.text, cell.lines, cell.setting, at, mark)
    return items


def _line(slot: Slot, y: float, leaf: Leaf) -> Path:
    """Return a line to write on."""
    ends = ((Op.MOVE, (slot.x, y)), (Op.LINE, (slot.x + slot.width, y)))
    return Path(segments=ends, stroke=edge(leaf.kit.theme), stroke_width=millimetres(LINE, leaf))
