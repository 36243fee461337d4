"""The times of a circuit in, the clock table out: when each station starts in every round, and when the round ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardgen.display import Item, Mark, Path, Role
from cardgen.layout.circuit.coachtable import Level, points
from cardgen.layout.circuit.floortiles import numbered
from cardgen.layout.circuit.model import Circuit, Round, clock
from cardgen.layout.circuit.sheet import millimetres
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.box import Frame, art, cell, ground, least, pad, place, read, row, stack, table_row, words
from cardgen.layout.ground.phrase import Phrase, Type, set_figures
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot, place_line, set_text, whole_width
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

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
    items = section_heading(leaf.kit.words("coach.clock"), top, leaf, order)
    measures, theme = leaf.kit.measures, leaf.kit.theme
    remark = set_text(leaf.kit.words("coach.clock-text"), leaf.kit.case, Style.TEXT, language=leaf.kit.words.language)
    small = leaf.setting(points(TEXT, leaf), Style.TEXT, theme.muted)
    head = leaf.kit.cap(Style.HEADING) * points(HEAD, leaf)
    x = measures.margin + measures.text_width - whole_width(remark) * small.size
    at = Slot(x, top + head - small.cap * small.size)
    items += place_line(remark, small, at, Mark(role=Role.PARAGRAPH, order=next(order)))
    tables = stack([_band(circuit, band, level, leaf) for band in bands], millimetres(BAND_GAP, leaf))
    return [*items, *place(tables, measures.margin, top + millimetres(HEAD_HEIGHT, leaf), order)]


def section_heading(words: str, top: float, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the heading of a section, its capitals at the top."""
    setting = leaf.setting(points(HEAD, leaf), Style.HEADING, leaf.kit.theme.heading)
    text = set_text(words, leaf.kit.case, Style.HEADING, language=leaf.kit.words.language)
    mark = Mark(role=Role.SECTION_HEADING, order=next(order))
    return [*place_line(text, setting, Slot(leaf.kit.measures.margin, top), mark)]


def _band(circuit: Circuit, band: Band, level: Level, leaf: Leaf) -> Frame:
    """Return a table: the stations' numbers over a row of times for each round, between lines."""
    width, theme = leaf.kit.measures.text_width, leaf.kit.theme

    def line(rect: Rect) -> tuple[Path]:
        return (rule(Slot(rect.x, rect.y, width), millimetres(LINE, leaf), theme.hairline),)

    rows = (_round(number, it, band, leaf) for number, it in enumerate(circuit.times, 1))
    ruled = (ground(least(it, millimetres(level.clock, leaf)), line) for it in rows)
    return stack((_heads(circuit, band, leaf), *ruled, art(width, 0.0, lambda rect, _: line(rect))))


def _heads(circuit: Circuit, band: Band, leaf: Leaf) -> Frame:
    """Return the numbers of the stations, each on its disc over its column."""
    high = millimetres(HEADS, leaf)
    side = min(millimetres(DISC, leaf), _step(band, leaf) * 0.9)
    discs = [_disc(station.number, side, leaf) for station in circuit.stations[band.first : band.end]]
    label = Type(style=Style.TEXT, color=leaf.kit.theme.muted)
    ends = [words(_figures(leaf.kit.words("coach.ends"), label, TEXT, leaf))] if band.is_last else []
    frames = [words(_figures(leaf.kit.words("coach.station"), label, TEXT, leaf)), *discs, *ends]
    whole = _row([read(it, cell(at, Role.COLUMN_HEAD)) for at, it in enumerate(frames, 1)], band, leaf)
    top = high * HEADS_MIDDLE - whole.height / 2
    return pad(whole, top, high - top - whole.height)


def _round(number: int, round_: Round, band: Band, leaf: Leaf) -> Frame:
    """Return a row of times, each in the middle of its column."""
    ink = leaf.kit.theme.ink
    style, size = (Style.TEXT, TIME) if band.end - band.first <= WIDE else (Style.EYEBROW, SMALL_TIME)
    bold, plain = Type(style=Style.LEAD_IN, color=ink), Type(style=style, color=ink)
    frames = [
        read(words(_figures(leaf.kit.words("coach.round", number=number), bold, TEXT, leaf)), cell(1, Role.ROW_HEAD))
    ]
    times = [words(_figures(clock(start), plain, size, leaf)) for start in round_.starts[band.first : band.end]]
    times += [words(_figures(clock(round_.end), bold, size, leaf))] if band.is_last else []
    return _row([*frames, *(read(it, cell(column)) for column, it in enumerate(times, 2))], band, leaf)


def _row(frames: Sequence[Frame], band: Band, leaf: Leaf) -> Frame:
    """Return frames in the columns of a table: the first at its left, then one to a station, what ends rounds at its right."""
    width, start, step = leaf.kit.measures.text_width, millimetres(LABEL_WIDTH, leaf), _step(band, leaf)
    columns = band.end - band.first
    xs = [start + (at + 0.5) * step - it.width / 2 for at, it in enumerate(frames[1 : columns + 1])]
    ends = [width - it.width for it in frames[columns + 1 :]]
    return table_row(row(frames, (0.0, *xs, *ends), width))


def _disc(number: int, side: float, leaf: Leaf) -> Frame:
    weight = millimetres(LINE, leaf) * 1.4
    return art(side, side, lambda rect, mark: numbered(number, rect, leaf, mark, weight))


def _figures(said: str, type_: Type, size: float, leaf: Leaf) -> Phrase:
    return set_figures(said, type_, points(size, leaf), leaf.kit)


def _step(band: Band, leaf: Leaf) -> float:
    taken = millimetres(LABEL_WIDTH + (END_WIDTH if band.is_last else 0.0), leaf)
    return (leaf.kit.measures.text_width - taken) / (band.end - band.first)
