"""Stations and the room of a tile in, the largest type in which all of them can be named out, and each tile placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from cardgen.display import Item, Mark, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.circuit.model import Station
from cardgen.layout.circuit.sheet import A4, RADIUS, millimetres
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.figures import Form as Shown
from cardgen.layout.ground.figures import Ground, place_figure, plan_figure
from cardgen.layout.ground.panel import numeral, on_disc, surface
from cardgen.layout.ground.ruler import FLOOR
from cardgen.layout.ground.text import (
    Slot,
    balance,
    block_height,
    place_lines,
    set_inline,
    set_text,
)
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import break_lines, count_lines
from cardgen.typeset.prepare import Prepared
from cardgen.typeset.tidy import NO_BREAK
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

NAME_MOST, NAME_LEAST, NAME_STEP = 30.0, 9.0, 0.5
"""In points on A4; no smaller on any sheet."""
NAME_LINES = 3
NAME_LEADING, NOTE_LEADING = 1.06, 1.25
NOTE = 0.62
"""Size of the equipment, as a part of the name's."""
NOTE_GAP = 0.42
"""From the name to the equipment, in em of the name."""
PAD, PAD_SHARE, EDGE = 3.4, 0.07, 0.5
"""Round the content of a tile and between number and name, and as a part of a small tile's width; weight of its outline.

In millimetres on A4.
"""
DISC_BESIDE, DISC_OVER = 0.66, 0.4
"""Diameter of the disc as a part of the tile's height, beside the name and over it."""
DISC_MOST_BESIDE, DISC_MOST_OVER = 0.34, 0.52
"""As a part of its width."""
NUMBER = 0.62
"""Height of a number's figures as a part of its disc, and the greatest width."""


FIGURE, FIGURE_LEAST, FIGURE_WORTH = 0.32, 18.0, 0.7
"""The part of a tile that a figure has, in tiles so high in millimetres, where names keep so much of their size."""


class Form(Enum):
    """Where the number stands."""

    BESIDE = "left of the name"
    OVER = "over the name"


@dataclass(frozen=True, slots=True, kw_only=True)
class TileType:
    """In what type all tiles are set."""

    form: Form
    size: float
    """Of the names."""
    has_notes: bool
    """Whether the equipment is named."""
    figure: float = 0.0
    """The part of a tile's width in which its exercise is shown."""


def tile_type(stations: Sequence[Station], tile: Rect, leaf: Leaf) -> TileType | None:
    """Return the largest type that all tiles of this size can take, beside figures where names stay large; None where none can."""
    plain = _largest(stations, tile, leaf)
    shown = any(station.card.figure for station in stations) and tile.height >= millimetres(FIGURE_LEAST, leaf)
    beside = _largest(stations, _named(tile, FIGURE), leaf) if shown else None
    if plain and beside and beside.has_notes >= plain.has_notes and beside.size >= FIGURE_WORTH * plain.size:
        return replace(beside, figure=FIGURE)
    return plain


def _named(tile: Rect, figure: float) -> Rect:
    """Return what a figure leaves of a tile."""
    return replace(tile, width=tile.width * (1 - figure))


def _largest(stations: Sequence[Station], tile: Rect, leaf: Leaf) -> TileType | None:
    """Return the largest type that all names can take in tiles of this size, with the equipment if it can be."""
    step = leaf.kit.measures.scale * NAME_STEP
    least, most = leaf.gauge.points(NAME_LEAST / A4), leaf.gauge.points(NAME_MOST / A4)
    words = [
        (_name(station, leaf), _note(station, leaf, has_notes=True), _note(station, leaf, has_notes=False))
        for station in stations
    ]
    for has_notes in (True, False):
        best: TileType | None = None
        for form in Form:
            size = most
            floor = max(least, best.size + 1e-9) if best else least
            while size >= floor:
                notes = 1 if has_notes else 2
                if all(_fits(it[0], it[notes], size, form, tile, leaf) for it in words):
                    best = TileType(form=form, size=size, has_notes=has_notes)
                    break
                size -= step
        if best:
            return best
    return None


def _name(station: Station, leaf: Leaf) -> Prepared:
    return set_text(station.title, leaf.kit.case, Style.HEADING, language=station.language)


def _note(station: Station, leaf: Leaf, *, has_notes: bool) -> Prepared | None:
    """Return equipment and number of places, as far as they are to be told."""
    equipment = station.equipment if has_notes else ""
    times = f"×{NO_BREAK}{station.places}" if station.places > 1 else ""
    spans = [Span(text=f"{equipment}{NO_BREAK if times else ''}")] if equipment else []
    spans += [Span(text=times, emphasis=Emphasis.STRONG)] if times else []
    return set_inline(tuple(spans), leaf.kit.case, language=station.language) if spans else None


def _parts(form: Form, tile: Rect, leaf: Leaf) -> tuple[Rect, Rect]:
    """Return where the disc stands, and what is left for name and equipment."""
    pad = min(millimetres(PAD, leaf), PAD_SHARE * tile.width)
    high, wide = (DISC_OVER, DISC_MOST_OVER) if form is Form.OVER else (DISC_BESIDE, DISC_MOST_BESIDE)
    disc = min(high * tile.height, wide * tile.width)
    inner = tile.inset(pad, pad)
    if form is Form.OVER:
        square = Rect(x=inner.x, y=inner.y, width=disc, height=disc)
        below = disc + pad
        return square, replace(inner, y=inner.y + below, height=inner.height - below)
    square = Rect(x=inner.x, y=tile.y + (tile.height - disc) / 2, width=disc, height=disc)
    return square, replace(inner, x=inner.x + disc + pad, width=inner.width - disc - pad)


def _note_size(size: float, leaf: Leaf) -> float:
    return max(NOTE * size, min(leaf.gauge.points(FLOOR / A4), size))


def _fits(name: Prepared, note: Prepared | None, size: float, form: Form, tile: Rect, leaf: Leaf) -> bool:
    _, room = _parts(form, tile, leaf)
    lines = count_lines(name, room.width / size)
    if lines > NAME_LINES:
        return False
    cap = leaf.kit.cap(Style.HEADING)
    high = block_height(lines, cap * size, NAME_LEADING * size)
    if note:
        small = _note_size(size, leaf)
        rows = count_lines(note, room.width / small)
        high += NOTE_GAP * size + block_height(rows, leaf.kit.cap(Style.TEXT) * small, NOTE_LEADING * small)
    return high <= room.height


def place_tile(station: Station, tile: Rect, type_: TileType, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place a tile: its number is a label, name and equipment are its body."""
    theme, form = leaf.kit.theme, type_.form
    weight = millimetres(EDGE, leaf)
    square, column = _parts(form, _named(tile, type_.figure), leaf)
    size = type_.size
    shown = _figure(station, tile, type_, leaf, order)
    number = next(order)
    items: list[Item] = [surface(tile, theme.framed, weight, millimetres(RADIUS, leaf)), *shown]
    items += numbered(station.number, square, leaf, Mark(role=Role.STEP_NUMBER, order=number), 2 * weight)
    language = other_language(station.language, leaf.kit.words.language)
    name, note = _name(station, leaf), _note(station, leaf, has_notes=type_.has_notes)
    head = leaf.setting(size, Style.HEADING, theme.heading, leading=NAME_LEADING)
    lines = balance(name, count_lines(name, column.width / size))
    high = block_height(len(lines), head.cap * size, head.leading)
    small = leaf.setting(_note_size(size, leaf), Style.TEXT, theme.lead, leading=NOTE_LEADING)
    under = 0.0
    if note:
        rows = break_lines(note, column.width / small.size)
        under = NOTE_GAP * size + block_height(len(rows), small.cap * small.size, small.leading)
    y = column.y + (column.height - high - under) / 2 if form is Form.BESIDE else column.y
    mark = Mark(role=Role.STEP_NAME, order=next(order), part_of=number, language=language)
    items += place_lines(name, lines, head, Slot(column.x, y), mark)
    if note:
        mark = Mark(role=Role.STEP, order=next(order), part_of=number, language=language)
        items += place_lines(note, rows, small, Slot(column.x, y + high + NOTE_GAP * size), mark)
    return items


def _figure(station: Station, tile: Rect, type_: TileType, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the exercise's figure at the right of its tile."""
    pad = min(millimetres(PAD, leaf), PAD_SHARE * tile.width)
    room = (tile.width * type_.figure - pad, tile.height - 2 * pad)
    plan = plan_figure(station.card, room, leaf.kit.theme, Ground.PAPER, Shown.WORKING) if type_.figure else None
    if plan is None:
        return []
    x = tile.right - pad - room[0] + (room[0] - plan.width) / 2
    return place_figure(plan, Slot(x, tile.y + (tile.height - plan.height) / 2), next(order), leaf.kit.words)


def numbered(number: int, square: Rect, leaf: Leaf, mark: Mark, weight: float) -> list[Item]:
    """Return the number of a station on its disc; `weight` is that of its outline, where it has one."""
    return on_disc(
        numeral(number, 0.7 * square.height, NUMBER * square.width, leaf.kit), square, leaf.kit, mark, weight
    )
