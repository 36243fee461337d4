"""The rows of a day in, their form out: which columns there are, how wide each is, where it starts, and whether there is a figure.

A column is as wide as what stands in it; there is none for what no exercise has. Where letters are large for the sheet, rows
have no columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import inf

from cardgen.display import Item, Mark
from cardgen.layout.ground.box import Frame, art, pad, stack, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import write_box
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.program.model import DayRow
from cardgen.theme.type import (
    COLUMN_HEAD,
    DAY_CELL,
    DAY_LOAD,
    DAY_NAME,
    LABEL,
    PAGE_NUMBER,
    WORK_BESIDES,
    WORK_FIGURES,
    TypeStyle,
)
from cardgen.values.geometry import Rect

FIGURE, FIGURE_LEAST, FIGURE_GAP = 26.0, 20.0, 2.0
"""The width of a figure at the left of its row, the same where long words need room, and the white behind it; in sheet units, as
are all lengths here."""
NAME_INDENT, SHIFT = 9.0, 2.1
"""From a disc to the name behind it, and how much further right both stand in a bracket."""
GAP, GAP_MOST = 4.0, 9.0
"""Between two columns, at least and at most."""
WIDEST = {"load": 15.0, "rest": 14.0, "besides": 16.0}
"""Longer loads, rests and what stands under the figures take more lines."""
NAME_LEAST, NAME_STEP = 20.0, 1.0
NAME_MOST = 36.0
"""Columns leave names so much; a name that takes more than two lines there is set smaller."""
BOX_WIDTH, BOX_HEIGHT, BOX_INSET = 12.0, 8.0, 1.0
"""A box for a load; the white between its edge and its unit."""
SIDE_GAP = 1.55
"""From the figures to what stands under them."""
PLAIN_FROM = 1.12
"""Where letters are this many times as large for their sheet as usual, rows have no columns."""
NAME_LINES = 2


class Column(Enum):
    """What stands behind a name; the value is the key of its head."""

    WORK = "work"
    LOAD = "load"
    REST = "rest"
    TEMPO = "tempo"
    PAGE = "page"


class Figures(Enum):
    """Whether exercises are shown."""

    SHOWN = "at the left of each row"
    NONE = "not at all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How all rows of a day are set."""

    gauge: Gauge
    columns: tuple[Column, ...]
    xs: tuple[float, ...] = ()
    """Where columns start, in points behind the margin; none where rows have no columns."""
    figures: Figures = Figures.NONE
    figure: float = FIGURE
    """The width of figures, in sheet units."""

    @property
    def disc(self) -> float:
        """Where discs stand, in points behind the margin."""
        return self.gauge.across(self.figure + FIGURE_GAP) if self.figures is Figures.SHOWN and self.xs else 0.0

    @property
    def name(self) -> float:
        """Where names start."""
        return self.disc + self.gauge.across(NAME_INDENT)

    @property
    def last(self) -> int:
        """The number of the last column."""
        return len(self.columns) + 2

    def number(self, column: Column) -> int:
        """Return the number of a column."""
        return self.columns.index(column) + 3

    def heads(self) -> list[Phrase]:
        """Return what is said over the columns."""
        return [_head(it, self.gauge) for it in self.columns]

    def cell(self, said: str, width: float) -> Frame:
        """Return a text of a column, on more lines where it is long."""
        return self.gauge.fitted(said, DAY_CELL, width)

    def work(self, said: str, width: float) -> Frame:
        """Return sets and repetitions, boxes in place of those that are left to the pen."""
        return words(self.gauge.fit_open(said, WORK_FIGURES, width), width)

    def titled(self, row: DayRow, width: float) -> Phrase:
        """Set the name of an exercise: on two lines where it is long, then smaller, never shortened."""
        return self.gauge.fit(row.name.text, DAY_NAME, width, lines=NAME_LINES, language=row.name.language)

    def frame(self, column: Column, row: DayRow) -> Frame | None:
        """Return what stands in a column of a row; None where that is nothing."""
        return _content(column, row, self.gauge)


def form_of(rows: Sequence[DayRow], gauge: Gauge, figures: Figures) -> Form:
    """Return the form in which names have room: with a column for the tempo, else with the tempo under the names, else plain."""
    columns = tuple(it for it in Column if any(_content(it, row, gauge) for row in rows))
    plain = Form(gauge=gauge, columns=columns, figures=figures)
    if gauge.growth > PLAIN_FROM:
        return plain
    without = tuple(it for it in columns if it is not Column.TEMPO)
    for chosen, figure in ((columns, FIGURE), (without, FIGURE), (without, FIGURE_LEAST)):
        widths = [_width(it, rows, gauge) for it in chosen]
        tried = replace(plain, columns=chosen, xs=(0.0,), figure=figure)
        room = gauge.width - tried.name - sum(widths)
        shift = 0.0 if figures is Figures.SHOWN else gauge.across(SHIFT)
        gap, needed = gauge.across(GAP), _needed(rows, gauge) + shift
        if room - len(widths) * gap < needed:
            continue
        whole = max(gauge.phrase(row.name.text, DAY_NAME).width for row in rows) + shift
        gap = max(gap, min(gauge.across(GAP_MOST), (room - whole) / len(widths)))
        xs = [gauge.width - sum(widths[at:]) - gap * (len(widths) - at - 1) for at in range(len(widths))]
        return replace(tried, xs=tuple(xs))
    return plain


def load_box(unit: str, gauge: Gauge) -> Frame:
    """Return a box to write a load in, its unit small at the lower right."""

    def draw(rect: Rect, mark: Mark) -> list[Item]:
        if not unit:
            return [write_box(rect, gauge.kit)]
        label = gauge.phrase(unit, LABEL)
        # Letters reach below their line, far in large print.
        top = rect.bottom - gauge.down(BOX_INSET) - label.cap
        return [write_box(rect, gauge.kit), *label.right(rect.right - gauge.across(BOX_INSET), top, mark)]

    wide = max(gauge.box, gauge.across(BOX_WIDTH), gauge.phrase(unit, LABEL).width * 2 if unit else 0.0)
    return art(wide, max(gauge.box, gauge.down(BOX_HEIGHT)), draw)


def _head(column: Column, gauge: Gauge) -> Phrase:
    return gauge.phrase(gauge.kit.words(f"table.{column.value}"), COLUMN_HEAD)


def _content(column: Column, row: DayRow, gauge: Gauge) -> Frame | None:
    match column:
        case Column.WORK:
            figures = gauge.fit_open(row.work, WORK_FIGURES, inf)
            under = [gauge.words(row.side, WORK_BESIDES, _besides(figures.width, gauge))] if row.side else []
            return stack((words(figures), *(pad(it, gauge.down(SIDE_GAP), 0.0) for it in under)))
        case Column.LOAD if row.load is None:
            return load_box(row.unit, gauge)
        case Column.LOAD:
            return _text(row.load or "", DAY_LOAD, WIDEST["load"], gauge)
        case Column.REST:
            return _text(row.rest, DAY_CELL, WIDEST["rest"], gauge)
        case Column.TEMPO:
            return words(gauge.figures(row.tempo, DAY_CELL)) if row.tempo else None
        case Column.PAGE:
            return words(gauge.figures(str(row.page), PAGE_NUMBER)) if row.page else None


def _besides(figures: float, gauge: Gauge) -> float:
    return max(figures, gauge.across(WIDEST["besides"]))


def _text(said: str, style: TypeStyle, widest: float, gauge: Gauge) -> Frame | None:
    if not said:
        return None
    width = gauge.across(widest)
    phrase = gauge.fit(said, style, width, lines=2)
    return replace(words(phrase, width), width=max(wide for wide, _ in phrase.broken(width)))


def _width(column: Column, rows: Sequence[DayRow], gauge: Gauge) -> float:
    """Return the width of a column: as wide as its head and all that stands in it."""
    found = (_content(column, row, gauge) for row in rows)
    return max(_head(column, gauge).width, *(it.width for it in found if it))


def _needed(rows: Sequence[DayRow], gauge: Gauge) -> float:
    """Return the width in which every name takes two lines in its usual size, but no more than names may ask for."""
    phrases = [gauge.phrase(row.name.text, DAY_NAME, language=row.name.language) for row in rows]
    wide = max(gauge.across(NAME_LEAST), *(it.widest for it in phrases))
    while wide < gauge.across(NAME_MOST) and any(it.count(wide) > NAME_LINES for it in phrases):
        wide += gauge.across(NAME_STEP)
    return wide
