"""The times of a circuit in, the clock table out: when each station starts in every round, and when the round ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.display import Color, Item, Mark, Role
from cardgen.geometry import Rect
from cardgen.layout.cells import CellRow
from cardgen.layout.circuit.coachtable import Level, points
from cardgen.layout.circuit.floortiles import place_number
from cardgen.layout.circuit.inks import numbered_disc
from cardgen.layout.circuit.model import Circuit, Round, clock
from cardgen.layout.circuit.sheet import millimetres
from cardgen.layout.pages.leaf import LANGUAGE, Leaf
from cardgen.layout.shapes import rule
from cardgen.layout.text import Slot, place_line, set_text, set_verbatim, whole_width
from cardgen.typeset.fonts import Style

HEADING, REMARK = "On the clock", "start of each station, minutes and seconds"
HEAD, TEXT, TIME, SMALL_TIME = 18.0, 10.0, 11.0, 10.5
"""Sizes in points on A4: heading, words, times, and times in condensed type where there are many stations."""
HEAD_HEIGHT, HEADS = 8.0, 7.6
"""From the heading's capitals to the heads of the columns, and their height, in millimetres on A4, as are the lengths below."""
DISC = 6.8
LABEL_WIDTH, END_WIDTH = 20.0, 22.0
BAND_GAP = 3.0
LINE = 0.3
HEADS_MIDDLE = 0.44
"""Where the middle of the heads is, as a part of their height."""
ENDS = "Round ends"
WIDE, MOST = 10, 16
"""Columns with times in the type of the text, and columns at all: more stations take a second table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Stations whose times stand beside one another, from 0; the last band also says when rounds end."""

    first: int
    end: int
    is_last: bool


def bands_of(circuit: Circuit) -> tuple[Band, ...]:
    """Return the tables: one, or as many as even columns need; none where nobody knows the times."""
    if not circuit.times:
        return ()
    number = len(circuit.stations)
    count = -(-number // MOST)
    columns = -(-number // count)
    return tuple(
        Band(first=at * columns, end=min((at + 1) * columns, number), is_last=at == count - 1) for at in range(count)
    )


def clock_height(rounds: int, tables: int, level: Level, leaf: Leaf) -> float:
    """Return how high so many tables of so many rounds are, under their heading; 0 for none."""
    if not tables:
        return 0.0
    each = HEADS + level.clock * rounds + BAND_GAP
    return millimetres(HEAD_HEIGHT + each * tables - BAND_GAP, leaf)


def place_clock(
    circuit: Circuit, bands: Sequence[Band], top: float, level: Level, leaf: Leaf, order: Iterator[int]
) -> list[Item]:
    """Place heading and tables, the heading's capitals at the top."""
    items = section_heading(HEADING, top, leaf, order)
    measures, theme = leaf.kit.measures, leaf.kit.theme
    remark = set_text(REMARK, leaf.kit.case, Style.TEXT, language=LANGUAGE)
    small = leaf.setting(points(TEXT, leaf), Style.TEXT, theme.muted)
    head = leaf.kit.cap(Style.HEADING) * points(HEAD, leaf)
    x = measures.margin + measures.text_width - whole_width(remark) * small.size
    at = Slot(x, top + head - small.cap * small.size)
    items += place_line(remark, small, at, Mark(role=Role.PARAGRAPH, order=next(order)))
    y = top + millimetres(HEAD_HEIGHT, leaf)
    for band in bands:
        items += _band(circuit, band, y, level, leaf, order)
        y += millimetres(HEADS + level.clock * len(circuit.times) + BAND_GAP, leaf)
    return items


def section_heading(words: str, top: float, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the heading of a section, its capitals at the top."""
    setting = leaf.setting(points(HEAD, leaf), Style.HEADING, leaf.kit.theme.heading)
    text = set_text(words, leaf.kit.case, Style.HEADING, language=LANGUAGE)
    mark = Mark(role=Role.SECTION_HEADING, order=next(order))
    return [*place_line(text, setting, Slot(leaf.kit.measures.margin, top), mark)]


def _band(circuit: Circuit, band: Band, top: float, level: Level, leaf: Leaf, order: Iterator[int]) -> Iterator[Item]:
    measures, theme = leaf.kit.measures, leaf.kit.theme
    label = Lettering(leaf=leaf, style=Style.TEXT, size=points(TEXT, leaf), color=theme.muted)
    heads, line, pitch = (millimetres(length, leaf) for length in (HEADS, LINE, level.clock))
    left, width = measures.margin, measures.text_width
    cells = CellRow(order=order)
    middle = top + heads * HEADS_MIDDLE
    yield from label.place("Station", left, middle, cells.title(1))
    disc = min(millimetres(DISC, leaf), _step(band, leaf) * 0.9)
    for column, station in enumerate(circuit.stations[band.first : band.end]):
        x = _middle(column, band, leaf)
        square = Rect(x=x - disc / 2, y=middle - disc / 2, width=disc, height=disc)
        yield numbered_disc(square, theme, line * 1.4)
        yield from place_number(station.number, square, leaf, cells.title(column + 2))
    if band.is_last:
        column = band.end - band.first + 2
        yield from label.place(ENDS, left + width - label.width(ENDS), middle, cells.title(column))
    for number, round_ in enumerate(circuit.times):
        y = top + heads + number * pitch
        yield rule(Slot(left, y, width), line, theme.hairline)
        yield from _round(number + 1, round_, band, y + pitch / 2, leaf, CellRow(order=order))
    yield rule(Slot(left, top + heads + len(circuit.times) * pitch, width), line, theme.hairline)


def _round(number: int, round_: Round, band: Band, middle: float, leaf: Leaf, cells: CellRow) -> Iterator[Item]:
    """Yield a row of times, each in the middle of its column."""
    theme, measures = leaf.kit.theme, leaf.kit.measures
    columns = band.end - band.first
    style, size = (Style.TEXT, TIME) if columns <= WIDE else (Style.EYEBROW, SMALL_TIME)
    name = Lettering(leaf=leaf, style=Style.LEAD_IN, size=points(TEXT, leaf), color=theme.ink)
    time = Lettering(leaf=leaf, style=style, size=points(size, leaf), color=theme.ink)
    yield from name.place(f"Round {number}", measures.margin, middle, cells.head(1))
    for column, start in enumerate(round_.starts[band.first : band.end]):
        told = clock(start)
        yield from time.place(told, _middle(column, band, leaf) - time.width(told) / 2, middle, cells.cell(column + 2))
    if band.is_last:
        told, end = clock(round_.end), replace(time, style=Style.LEAD_IN)
        x = measures.margin + measures.text_width - end.width(told)
        yield from end.place(told, x, middle, cells.cell(columns + 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """How single words are set."""

    leaf: Leaf
    style: Style
    size: float
    color: Color

    def width(self, words: str) -> float:
        """Of words on one line, in points."""
        return whole_width(set_verbatim(words, self.leaf.kit.case, self.style)) * self.size

    def place(self, words: str, x: float, middle: float, mark: Mark) -> tuple[Item, ...]:
        """Place words so that the middle of their capitals has this height."""
        setting = self.leaf.setting(self.size, self.style, self.color)
        text = set_verbatim(words, self.leaf.kit.case, self.style)
        return place_line(text, setting, Slot(x, middle - setting.cap * self.size / 2), mark)


def _step(band: Band, leaf: Leaf) -> float:
    taken = millimetres(LABEL_WIDTH + (END_WIDTH if band.is_last else 0.0), leaf)
    return (leaf.kit.measures.text_width - taken) / (band.end - band.first)


def _middle(column: int, band: Band, leaf: Leaf) -> float:
    return leaf.kit.measures.margin + millimetres(LABEL_WIDTH, leaf) + (column + 0.5) * _step(band, leaf)
