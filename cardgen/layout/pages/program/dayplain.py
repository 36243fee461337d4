"""An exercise of a day in, its row out for letters that are large for their sheet: the numbers under the name, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.display import Item
from cardgen.geometry import Rect
from cardgen.layout.blanks import OpenFigures
from cardgen.layout.cells import CellRow, link_to
from cardgen.layout.pages.program.dayrow import DISC, NAME_X, UNDER, Form, load_box
from cardgen.layout.pages.program.model import DayRow
from cardgen.layout.pages.program.signs import order_disc
from cardgen.layout.pages.program.words import card_named, log_named, tempo_named, work_named
from cardgen.layout.phrase import Phrase
from cardgen.layout.text import Slot
from cardgen.prescription import rest_named

GAP, LINE_GAP, PAD = 5.0, 2.2, 1.7
"""Between two numbers side by side, between two lines of them, above and below all of them, in sheet units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A number in its place."""

    phrase: Phrase | OpenFigures | None
    """None for the box of a load."""
    column: int
    x: float
    """Behind the name's x."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainRow:
    """A row of several lines."""

    form: Form
    row: DayRow
    shift: float

    @property
    def least(self) -> float:
        """The least height of the row."""
        gauge = self.form.gauge
        lines = self._pieces()[-1].line + 1
        return self._top_height() + lines * (self._line_height() + gauge.across(LINE_GAP)) + 2 * gauge.down(PAD)

    def place(self, rect: Rect, order: Iterator[int]) -> list[Item]:
        """Place name, equipment and page, then the numbers under them."""
        form, gauge, row = self.form, self.form.gauge, self.row
        cells = CellRow(order)
        y = rect.y + (rect.height - self.least) / 2 + gauge.down(PAD)
        name, equipment, page = self._name(), self._equipment(), form.page(row.page)
        side = gauge.across(DISC)
        square = Rect(x=form.x(self.shift), y=y - (side - name.cap) / 2, width=side, height=side)
        square = Rect(x=square.x, y=max(square.y, rect.y + gauge.across(0.4)), width=side, height=side)
        number = cells.cell(1)
        items: list[Item] = [*order_disc(row.order, square, gauge.kit, number)]
        items += link_to(row.log, square, number, log_named(row.name.text, row.log))
        x = form.x(NAME_X + self.shift)
        mark = cells.head(2, language=row.name.language)
        items += name.within(Slot(x, y, self._name_width()), mark)
        if equipment:
            top = y + name.height(self._name_width()) + UNDER * equipment.setting.size - equipment.cap
            items += equipment.within(Slot(x, top, self._width()), mark)
        items += self._placed_pieces(Slot(x, y + self._top_height()), cells)
        mark = cells.cell(7 if form.has_tempo else 6)
        items += page.right(rect.right, y, mark)
        area = Rect(x=x, y=rect.y, width=rect.right - x, height=rect.height)
        return [*items, *link_to(row.page, area, mark, card_named(row.name.text, row.page))]

    def _placed_pieces(self, slot: Slot, cells: CellRow) -> list[Item]:
        gauge = self.form.gauge
        items: list[Item] = []
        for piece in self._pieces():
            top = slot.y + piece.line * self._line_height() + (piece.line + 1) * gauge.across(LINE_GAP)
            middle = top + self._line_height() / 2
            x = slot.x + piece.x
            if piece.phrase is None:
                items += load_box(self.form, self.row.unit, x, middle, cells)
            else:
                high = piece.phrase.height(self._width())
                items += piece.phrase.within(Slot(x, middle - high / 2, self._width()), cells.cell(piece.column))
        return items

    def _pieces(self) -> list[Piece]:
        """Return the numbers, as many on a line as there is room for."""
        form, row, width = self.form, self.row, self._width()
        work = work_named(row.work, row.side)
        found: list[tuple[int, Phrase | OpenFigures | None]] = [(3, form.figures(work, width))]
        if row.load is None:
            found.append((4, None))
        elif row.load:
            found.append((4, form.text(row.load, width)))
        if row.rest:
            found.append((5, form.text(rest_named(row.rest), width)))
        if row.tempo:
            found.append((6, form.tempo(tempo_named(row.tempo))))
        pieces: list[Piece] = []
        x, line = 0.0, 0
        for column, phrase in found:
            wide = form.box().width if phrase is None else min(phrase.width, width)
            if x and x + wide > width:
                x, line = 0.0, line + 1
            pieces.append(Piece(phrase=phrase, column=column, x=x, line=line))
            x += wide + form.gauge.across(GAP)
        return pieces

    def _line_height(self) -> float:
        """Return the height of a line of numbers; all have that of the highest."""
        width = self._width()
        phrases: list[Phrase | OpenFigures] = [self.form.figures(work_named(self.row.work, self.row.side), width)]
        phrases += [self.form.text(self.row.load, width)] if self.row.load else []
        high = max(phrase.height(width) for phrase in phrases)
        return max(high, self.form.box().height if self.row.load is None else 0.0)

    def _top_height(self) -> float:
        """Return the height of name and equipment."""
        equipment = self._equipment()
        below = UNDER * equipment.setting.size - equipment.cap + equipment.height(self._width()) if equipment else 0.0
        return self._name().height(self._name_width()) + below

    def _name(self) -> Phrase:
        return self.form.name(self.row, self._name_width())

    def _equipment(self) -> Phrase | None:
        return self.form.label(self.row.equipment) if self.row.equipment else None

    def _width(self) -> float:
        return self.form.gauge.width - self.form.gauge.across(NAME_X + self.shift)

    def _name_width(self) -> float:
        return self._width() - self.form.page(self.row.page).width - self.form.gauge.across(GAP)
