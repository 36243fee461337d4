"""An exercise of a day in, its row out: in columns, or, where letters are large for the sheet, its numbers under its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.display import Item
from cardgen.geometry import Rect
from cardgen.layout.blanks import OpenFigures, fit_open
from cardgen.layout.cells import CellRow, link_to
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import DayRow
from cardgen.layout.pages.program.signs import order_disc, write_in
from cardgen.layout.pages.program.words import DASH, EXERCISE, LOAD, PAGE_HEAD, REST, TEMPO, WORK, card_named, log_named
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase, set_figures, set_phrase
from cardgen.layout.text import Slot
from cardgen.prescription import BLANK
from cardgen.typeset.fonts import Style

DISC, NAME_X, SHIFT = 7.8, 11.0, 2.1
"""A disc, where names start behind the margin, and how much further right both stand in a bracket: in sheet units."""
WORK_X, LOAD_X, REST_X, REST_ALONE_X, TEMPO_X, PAGE_X = 52.0, 73.0, 96.0, 104.0, 107.6, 121.0
"""Where columns start behind the margin; that of the rest also where no exercise of the day has a tempo."""
GUTTER = 1.6
BOX_WIDTH, BOX_HEIGHT, BOX_INSET, BOX_CLEAR = 17.0, 8.0, 1.0, 0.6
"""A box for a load; the white between its edge and its unit, and above and below it."""
PAD = 1.1
"""Least white above and below what stands in a row."""
NAME, EQUIPMENT, FIGURES, FIGURES_LEAST, TEXT, SMALL, PAGE_SIZE = 10.5, 9.0, 15.5, 11.0, 9.6, 9.0, 10.5
"""Sizes in points on A5."""
NAME_LEADING, UNDER = 1.14, 1.5
"""From line to line of a name, in em, and from it to the equipment, likewise of the equipment."""
SIDE_GAP = 1.55
"""From the figures to what stands under them, in sheet units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How all rows of a day are set."""

    gauge: Gauge
    has_tempo: bool
    works: tuple[str, ...] = ()
    """Sets and repetitions of all rows."""

    def x(self, units: float) -> float:
        """Return an x so many sheet units behind the margin."""
        return self.gauge.left + self.gauge.across(units)

    @property
    def rest_x(self) -> float:
        """Where the rest stands, behind the margin."""
        return REST_X if self.has_tempo else REST_ALONE_X

    @property
    def rest_end(self) -> float:
        """What stands behind it."""
        return TEMPO_X if self.has_tempo else PAGE_X

    @property
    def fits(self) -> bool:
        """Whether the heads of the columns stand clear of each other, and boxes to write in have room in theirs."""
        room = self.gauge.across(LOAD_X - WORK_X - GUTTER)
        if any(BLANK in work and not isinstance(self.figures(work, room), OpenFigures) for work in self.works):
            return False
        starts = [WORK_X, LOAD_X, self.rest_x, TEMPO_X] if self.has_tempo else [WORK_X, LOAD_X, self.rest_x]
        heads = (WORK, LOAD, REST, TEMPO)[: len(starts)]
        last = self.gauge.width - self.head(PAGE_HEAD).width
        ends = [*(self.gauge.across(start) for start in starts[1:]), last]
        gap = self.gauge.across(GUTTER)
        return all(
            self.gauge.across(start) + self.head(head).width + gap <= end
            for start, head, end in zip(starts, heads, ends, strict=True)
        )

    def label(self, words: str) -> Phrase:
        """Return a small muted text."""
        gauge = self.gauge
        return set_phrase(words, Type(style=Style.TEXT, color=gauge.theme.muted), gauge.points(SMALL), gauge.kit)

    def head(self, words: str) -> Phrase:
        """Return the head of a column: it may be smaller than what stands under it."""
        gauge = self.gauge
        return set_phrase(words, Type(style=Style.TEXT, color=gauge.theme.muted), gauge.fine(SMALL), gauge.kit)

    def text(self, words: str, width: float) -> Phrase:
        """Return a text of a column, on more lines where it is long."""
        gauge = self.gauge
        type_ = Type(style=Style.TEXT, color=gauge.theme.ink, leading=1.2)
        room = Room(width=width, least=gauge.points(SMALL))
        return fit_phrase(words or DASH, type_, gauge.points(TEXT), room, gauge.kit)

    def figures(self, words: str, width: float) -> Phrase | OpenFigures:
        """Return sets and repetitions, boxes in place of those that are left to the pen."""
        gauge = self.gauge
        type_ = Type(style=Style.HEADING, color=gauge.theme.heading, leading=1.05)
        room = Room(width=width, least=gauge.points(FIGURES_LEAST))
        return fit_open(words or DASH, type_, gauge.points(FIGURES), room, gauge.kit)

    def tempo(self, words: str) -> Phrase:
        """Return a tempo: its hyphens stay what they are."""
        gauge = self.gauge
        return set_figures(words or DASH, Type(style=Style.TEXT, color=gauge.theme.ink), gauge.points(TEXT), gauge.kit)

    def page(self, page: int) -> Phrase:
        """Return the number of a card's page."""
        gauge = self.gauge
        type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink)
        return set_figures(str(page), type_, gauge.points(PAGE_SIZE), gauge.kit)

    def name(self, row: DayRow, width: float) -> Phrase:
        """Return the name of an exercise: on two lines where it is long, then smaller, never shortened."""
        gauge = self.gauge
        type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink, leading=NAME_LEADING)
        room = Room(width=width, lines=2, least=gauge.points(SMALL))
        return fit_phrase(row.name.text, type_, gauge.points(NAME), room, gauge.kit, language=row.name.language)

    def box(self) -> Rect:
        """Return the size of a box for a load."""
        gauge = self.gauge
        return Rect(
            x=0,
            y=0,
            width=max(gauge.box, gauge.across(BOX_WIDTH)),
            height=max(gauge.box, gauge.down(BOX_HEIGHT)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRow:
    """A row in columns."""

    form: Form
    row: DayRow
    shift: float
    """How much further right disc and name stand, in sheet units."""

    @property
    def least(self) -> float:
        """The least height of the row."""
        gauge = self.form.gauge
        texts = (self._name_height(), self._work_height(), self._rest().height(self._rest_width()))
        load = self._load()
        high = max(*texts, load.height(self._load_width()) if load else 0.0, gauge.across(DISC) * 0.9)
        box = self.form.box().height + 2 * gauge.down(BOX_CLEAR) if load is None else 0.0
        return max(high + 2 * gauge.down(PAD), box)

    def place(self, rect: Rect, order: Iterator[int]) -> list[Item]:
        """Place the row in its middle; its page leads to the card, its disc to the log."""
        form, gauge, row = self.form, self.form.gauge, self.row
        cells = CellRow(order)
        middle = rect.y + rect.height / 2
        side = gauge.across(DISC)
        square = Rect(x=form.x(self.shift), y=middle - side / 2, width=side, height=side)
        number = cells.cell(1)
        items: list[Item] = [*order_disc(row.order, square, gauge.kit, number)]
        items += link_to(row.log, square, number, log_named(row.name.text, row.log))
        items += self._placed_name(middle, cells)
        items += self._placed_work(middle, cells)
        items += self._placed_load(middle, cells)
        rest, width = self._rest(), self._rest_width()
        slot = Slot(form.x(form.rest_x), middle - rest.height(width) / 2, width)
        items += rest.within(slot, cells.cell(5))
        if form.has_tempo:
            tempo = form.tempo(row.tempo)
            items += tempo.left(form.x(TEMPO_X), middle - tempo.cap / 2, cells.cell(6))
        page, mark = form.page(row.page), cells.cell(7 if form.has_tempo else 6)
        items += page.right(rect.right, middle - page.cap / 2, mark)
        x = form.x(NAME_X + self.shift)
        area = Rect(x=x, y=rect.y, width=rect.right - x, height=rect.height)
        return [*items, *link_to(row.page, area, mark, card_named(row.name.text, row.page))]

    def _width(self, start: float, end: float) -> float:
        return self.form.gauge.across(end - start - GUTTER)

    def _name(self) -> tuple[Phrase, Phrase | None]:
        """Return name and equipment; the equipment gives way to a second line of the name."""
        width = self._name_width()
        name = self.form.name(self.row, width)
        if not self.row.equipment or name.count(width) > 1:
            return name, None
        equipment = self.form.label(self.row.equipment)
        return name, equipment if equipment.width <= width else None

    def _name_width(self) -> float:
        return self._width(NAME_X + self.shift, WORK_X)

    def _name_height(self) -> float:
        name, equipment = self._name()
        below = UNDER * equipment.setting.size if equipment else 0.0
        return name.height(self._name_width()) + below

    def _placed_name(self, middle: float, cells: CellRow) -> list[Item]:
        name, equipment = self._name()
        x, y = self.form.x(NAME_X + self.shift), middle - self._name_height() / 2
        mark = cells.head(2, language=self.row.name.language)
        items: list[Item] = [*name.within(Slot(x, y, self._name_width()), mark)]
        if equipment:
            y += name.cap + UNDER * equipment.setting.size - equipment.cap
            items += equipment.left(x, y, mark)
        return items

    def _work(self) -> tuple[Phrase | OpenFigures, Phrase | None]:
        width = self._width(WORK_X, LOAD_X)
        side = self.form.text(self.row.side, width) if self.row.side else None
        if side:
            small = Type(style=Style.TEXT, color=self.form.gauge.theme.muted, leading=1.2)
            room = Room(width=width, least=self.form.gauge.points(SMALL))
            side = fit_phrase(self.row.side, small, room.least, room, self.form.gauge.kit)
        return self.form.figures(self.row.work, width), side

    def _work_height(self) -> float:
        work, side = self._work()
        width = self._width(WORK_X, LOAD_X)
        return work.height(width) + (self.form.gauge.down(SIDE_GAP) + side.height(width) if side else 0.0)

    def _placed_work(self, middle: float, cells: CellRow) -> list[Item]:
        work, side = self._work()
        width = self._width(WORK_X, LOAD_X)
        slot = Slot(self.form.x(WORK_X), middle - self._work_height() / 2, width)
        mark = cells.cell(3)
        items: list[Item] = [*work.within(slot, mark)]
        if side:
            y = slot.y + work.height(width) + self.form.gauge.down(SIDE_GAP)
            items += side.within(Slot(slot.x, y, width), mark)
        return items

    def _load_width(self) -> float:
        return self._width(LOAD_X, self.form.rest_x)

    def _load(self) -> Phrase | None:
        return None if self.row.load is None else self.form.text(self.row.load, self._load_width())

    def _placed_load(self, middle: float, cells: CellRow) -> list[Item]:
        x = self.form.x(LOAD_X)
        load = self._load()
        if load:
            slot = Slot(x, middle - load.height(self._load_width()) / 2, self._load_width())
            return [*load.within(slot, cells.cell(4))]
        return load_box(self.form, self.row.unit, x, middle, cells)

    def _rest(self) -> Phrase:
        return self.form.text(self.row.rest, self._rest_width())

    def _rest_width(self) -> float:
        return self._width(self.form.rest_x, self.form.rest_end)


def load_box(form: Form, unit: str, x: float, middle: float, cells: CellRow) -> list[Item]:
    """Place a box to write a load in, its unit small at the lower right."""
    gauge, size = form.gauge, form.box()
    rect = Rect(x=x, y=middle - size.height / 2, width=size.width, height=size.height)
    mark = cells.cell(4)
    if not unit:
        return [write_in(rect, gauge.kit)]
    label = form.label(unit)
    top = rect.bottom - gauge.down(BOX_INSET) - label.cap  # letters reach below their line, far in large print
    return [write_in(rect, gauge.kit), *label.right(rect.right - gauge.across(BOX_INSET), top, mark)]


def place_labels(form: Form, y: float, order: Iterator[int]) -> list[Item]:
    """Place the heads of the columns, their cap line at `y`."""
    cells = CellRow(order)
    starts = [(NAME_X, EXERCISE), (WORK_X, WORK), (LOAD_X, LOAD), (form.rest_x, REST)]
    if form.has_tempo:
        starts.append((TEMPO_X, TEMPO))
    items: list[Item] = []
    for column, (x, words) in enumerate(starts, 2):
        items += form.head(words).left(form.x(x), y, cells.title(column))
    return [*items, *form.head(PAGE_HEAD).right(form.gauge.right, y, cells.title(len(starts) + 2))]
