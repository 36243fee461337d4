"""The days of a prescription in, the columns of its strip out: which there are, where they stand, what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from cardgen.display import Item, Mark, Path
from cardgen.layout.ground.blanks import OpenFigures, set_open
from cardgen.layout.ground.box import Frame, Pen, art
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.panel import surface, write_box
from cardgen.layout.ground.phrase import Phrase, Room, fit_phrase, set_figures, size_of, styled, type_of
from cardgen.layout.ground.ruler import BOX_MM
from cardgen.layout.ground.shapes import line, polygon, within
from cardgen.theme.type import STRIP_DAY, STRIP_FIGURES, STRIP_HEAD, STRIP_PAGE
from cardgen.values.geometry import Rect, mm
from cardgen.values.prescription import StripRow
from cardgen.words import Words

CHIP = (13.0, 6.3)
"""A chip with a day: width and height, in sheet units, as are all lengths here."""
CHIP_RADIUS, CHIP_INSET, CHIP_CAP, CHIP_EDGE = 1.0, 1.8, 0.40, 0.45
"""Its corners, the white beside its word, the height of that as a part of its own, its outline."""
GAP, GAP_MOST = 2.2, 9.0
"""Between two columns, where they do not stand at their usual places."""
BOX_WIDTH, BOX_INSET, BOX_PAD = 28.0, 1.2, 0.45
"""A box to write in: its width, the white in it behind a unit, and that above and below it."""
BOX_WIDTH_LEAST = 13.0
FIGURES = (15.5, 14.5, 13.5, 12.5, 11.5, 10.5)
"""Sizes of what stands in the columns, in points on A5, best first."""
NONE = "–"


class Cell(Enum):
    """A column; the value is the key of its head."""

    DAY = "day"
    WORK = "work"
    LOAD = "load"
    REST = "rest"
    TEMPO = "tempo"
    SIDE = "side"
    PLAN = "plan"


STARTS = {Cell.DAY: 0.0, Cell.WORK: 17.0, Cell.LOAD: 41.0, Cell.REST: 76.0, Cell.TEMPO: 91.0, Cell.SIDE: 109.0}
"""Where columns start behind the margin."""
WIDTH = 128.0
CLEAR = 2.0
"""Least white between columns at their usual places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a strip; lengths in points."""

    cells: tuple[Cell, ...]
    labels: tuple[Phrase, ...]
    x: tuple[float, ...]
    """From the left margin."""
    ends: tuple[float, ...]
    """How far each may reach."""
    size: float
    """Of what stands in them."""
    chip: float
    """The width of the chips."""
    box: float
    """The width of a box to write a load in."""

    def width(self, at: int) -> float:
        """Return the width of a column."""
        return self.ends[at] - self.x[at]

    def phrase(self, at: int, row: StripRow, kit: Kit) -> Phrase | OpenFigures:
        """Return what stands in a column of a row."""
        return _fitted(self.cells[at], row, self.size, self.width(at), kit)


def choose_columns(rows: Sequence[StripRow], kit: Kit) -> Columns:
    """Return the columns that the rows need: at their usual places, else as far apart as they go, in the largest size."""
    cells = tuple(
        cell
        for cell in Cell
        if cell in {Cell.DAY, Cell.WORK, Cell.PLAN} or any(_told(cell, row, kit.words) for row in rows)
    )
    chip = max(chip_width(row.day, kit) for row in rows)
    usual = _usual(cells, rows, chip, kit)
    if usual:
        return usual
    room = kit.measures.text_width
    for size in FIGURES:
        for short in (False, True):
            widths = _widths(cells, rows, chip, size, kit, short=short)
            if sum(widths) + GAP * kit.measures.unit * (len(cells) - 1) <= room:
                return _spread(cells, widths, chip, size, kit, short=short)
    return _spread(cells, _squeezed(widths, cells, room, kit), chip, FIGURES[-1], kit, short=True)


def chip(day: str, width: float, kit: Kit) -> Frame:
    """Frame the chip of a day, dark or in outline."""
    theme, unit = kit.theme, kit.measures.unit
    word = _chip_word(day, kit)

    def draw(rect: Rect, mark: Mark) -> tuple[Item, ...]:
        ground = surface(rect, theme.tile, CHIP_EDGE * unit, CHIP_RADIUS * unit)
        return (ground, *word.centred(rect.x + width / 2, rect.y + (rect.height - word.cap) / 2, mark))

    return art(width, max(CHIP[1] * unit, word.cap + 2 * CHIP_INSET * 0.6 * unit), draw)


def load_box(unit_word: str, width: float, kit: Kit) -> Frame:
    """Frame a box to write a load in, as high as its row allows, its unit small at the lower right."""
    white, inset = BOX_PAD * kit.measures.unit, BOX_INSET * kit.measures.unit
    word = styled(unit_word, STRIP_HEAD, kit) if unit_word else None

    def put(pen: Pen, rect: Rect) -> None:
        box = rect.inset(0.0, white)
        pen.items.append(write_box(box, kit))
        pen.items += word.right(box.right - inset, box.bottom - inset - word.cap, pen.mark) if word else ()

    return Frame(width, mm(BOX_MM) + 2 * white, put, is_tall=True)


_PENCIL = ((0.06, 0.94), (0.14, 0.64), (0.72, 0.06), (0.94, 0.28), (0.36, 0.86))
_PENCIL_BAND = ((0.58, 0.20), (0.80, 0.42))
PENCIL_LINE = 0.1
"""As a part of its side."""


def pencil(side: float, cap: float, kit: Kit) -> Frame:
    """Frame a pencil in outline, on the middle of capitals."""

    def draw(rect: Rect, _mark: Mark) -> tuple[Path, ...]:
        square = Rect(x=rect.x, y=rect.y + (cap - side) / 2, width=side, height=side)
        weight, color = PENCIL_LINE * side, kit.theme.mistakes.heading
        body = replace(polygon(square, _PENCIL, color), fill=None, stroke=color, stroke_width=weight)
        return body, line(within(square, _PENCIL_BAND), weight, color)

    return art(side, cap, draw)


def _usual(cells: tuple[Cell, ...], rows: Sequence[StripRow], chip: float, kit: Kit) -> Columns | None:
    """Return the columns at their usual places, in the usual size; None where something does not fit."""
    unit, right = kit.measures.unit, kit.measures.text_width
    starts = [STARTS[cell] * right / WIDTH for cell in cells[:-1]]
    widths = _widths(cells, rows, chip, FIGURES[0], kit, short=False)
    starts.append(right - widths[-1])
    ends = [*(start - CLEAR * unit for start in starts[1:]), right]
    if any(width > end - start + 1e-6 for width, start, end in zip(widths, starts, ends, strict=True)):
        return None
    return _columns(cells, (tuple(starts), tuple(ends)), chip, FIGURES[0], kit, short=False)


def _spread(
    cells: tuple[Cell, ...], widths: Sequence[float], chip: float, size: float, kit: Kit, *, short: bool
) -> Columns:
    """Return the columns side by side, the last at the right margin."""
    room = kit.measures.text_width
    gap = min((room - sum(widths)) / (len(cells) - 1), GAP_MOST * kit.measures.unit)
    starts, x = [], 0.0
    for width in widths[:-1]:
        starts.append(x)
        x += width + gap
    starts.append(room - widths[-1])
    ends = [start + width for start, width in zip(starts, widths, strict=True)]
    return _columns(cells, (tuple(starts), tuple(ends)), chip, size, kit, short=short)


def _columns(
    cells: tuple[Cell, ...],
    edges: tuple[tuple[float, ...], tuple[float, ...]],
    chip: float,
    size: float,
    kit: Kit,
    *,
    short: bool,
) -> Columns:
    labels = tuple(_label(cell, kit, short=short) for cell in cells)
    at = cells.index(Cell.LOAD) if Cell.LOAD in cells else 0
    box = min(BOX_WIDTH * kit.measures.unit, edges[1][at] - edges[0][at])
    return Columns(
        cells=cells,
        labels=labels,
        x=edges[0],
        ends=edges[1],
        size=size,
        chip=chip,
        box=max(box, mm(BOX_MM)),
    )


def _widths(
    cells: Sequence[Cell], rows: Sequence[StripRow], chip: float, size: float, kit: Kit, *, short: bool
) -> list[float]:
    """Return how wide each column must be to hold everything on one line."""
    widths = []
    for cell in cells:
        wide = [_label(cell, kit, short=short).width]
        if cell is Cell.DAY:
            wide.append(chip)
        for row in rows:
            if cell is Cell.LOAD and row.load is None:
                wide.append(max(mm(BOX_MM), BOX_WIDTH_LEAST * kit.measures.unit))
            elif cell is not Cell.DAY:
                wide.append(_phrase(cell, row, size, kit).width)
        widths.append(max(wide))
    return widths


def _squeezed(widths: Sequence[float], cells: Sequence[Cell], room: float, kit: Kit) -> list[float]:
    """Return widths that fit: the widest column gives way, chips and pages do not."""
    found = list(widths)
    room -= GAP * kit.measures.unit * (len(cells) - 1)
    soft = [at for at, cell in enumerate(cells) if cell not in {Cell.DAY, Cell.PLAN}]
    while sum(found) > room + 1e-6:
        widest = sorted(soft, key=lambda at: found[at])
        at, after = widest[-1], widest[-2] if len(widest) > 1 else widest[-1]
        give = sum(found) - room
        step = found[at] - found[after]
        found[at] -= min(give, step) if step > 1.0 else min(give, 1.0)
    return found


def _told(cell: Cell, row: StripRow, words: Words) -> str:
    """Return what a row has in a column; a box counts as something."""
    match cell:
        case Cell.DAY:
            return row.day
        case Cell.WORK:
            return row.work
        case Cell.LOAD:
            return row.unit or NONE if row.load is None else row.load
        case Cell.REST:
            return row.rest
        case Cell.TEMPO:
            return row.tempo
        case Cell.SIDE:
            return row.side
        case Cell.PLAN:
            return words("strip.page-short", page=row.page)


def _phrase(cell: Cell, row: StripRow, size: float, kit: Kit) -> Phrase | OpenFigures:
    words = _told(cell, row, kit.words) or NONE
    if cell is Cell.PLAN:
        return styled(words, STRIP_PAGE, kit)
    type_, points = type_of(STRIP_FIGURES, kit), size_of(STRIP_FIGURES, kit, size)
    return set_figures(words, type_, points, kit) if cell is Cell.TEMPO else set_open(words, type_, points, kit)


def _fitted(cell: Cell, row: StripRow, size: float, width: float, kit: Kit) -> Phrase | OpenFigures:
    """Return what stands in a column, on more lines where it is too wide for one."""
    phrase = _phrase(cell, row, size, kit)
    if phrase.width <= width + 1e-6:
        return phrase
    points = size_of(STRIP_FIGURES, kit, size)
    room = Room(width=width, least=max(STRIP_FIGURES.least, kit.measures.least), lines=2)
    return fit_phrase(_told(cell, row, kit.words) or NONE, type_of(STRIP_FIGURES, kit), points, room, kit)


def _label(cell: Cell, kit: Kit, *, short: bool) -> Phrase:
    narrow = short and cell is Cell.WORK
    return styled(kit.words("table.sets") if narrow else kit.words(f"table.{cell.value}"), STRIP_HEAD, kit)


def _chip_word(day: str, kit: Kit) -> Phrase:
    size = CHIP[1] * kit.measures.unit * CHIP_CAP / kit.cap(STRIP_DAY.face)
    return styled(day, STRIP_DAY, kit, max(size, kit.measures.least, STRIP_DAY.least))


def chip_width(day: str, kit: Kit) -> float:
    """Return the width of a chip for a day's name."""
    return max(CHIP[0] * kit.measures.unit, _chip_word(day, kit).width + 2 * CHIP_INSET * kit.measures.unit)
