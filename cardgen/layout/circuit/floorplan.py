"""A circuit in, its floor plan out: a tile a station, round the room or row by row, and arrows from each to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, pairwise

from cardgen.display import Item, Mark, Page, Role
from cardgen.layout.circuit.floortiles import TileType, place_tile, tile_type
from cardgen.layout.circuit.model import Circuit, Plan, clock
from cardgen.layout.circuit.paths import arrow_between, arrow_round, pen_for
from cardgen.layout.circuit.ring import ROWS, Cell, grid_cells, grid_sizes, ring_cells, ring_sizes
from cardgen.layout.circuit.sheet import (
    A4,
    BOX,
    FIGURE_GAP,
    Framed,
    box_path,
    figures_of,
    finish_sheet,
    frame_sheet,
    millimetres,
    place_figures,
)
from cardgen.layout.forms.leaf import Head, Leaf
from cardgen.layout.ground.overflow import Overflow
from cardgen.layout.ground.shapes import tile as round_box
from cardgen.layout.ground.text import Slot, block_height, place_line, place_lines, set_text, whole_width
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import break_lines
from cardgen.values.geometry import Rect
from cardgen.values.notes import LeftOut
from cardgen.words import Words

TILE = (80.0, 38.0)
"""Greatest width and height, in millimetres on A4, as are all lengths here."""
ALONE = (96.0, 48.0)
"""The same where a row is all there is."""
GAPS, CLOSE = (12.0, 11.0), (9.0, 9.0)
"""Least distance of two tiles beside and under one another: an arrow has to be seen between them; of many tiles it is less."""
MANY = 5
"""Columns, or rows, of a ring whose tiles stand closer."""
TURN_GAP = 15.0
"""Under a row of a grid, from whose end an arrow leads back to the beginning of the next."""
ARROW_CLEAR, ARROW_ASIDE = 2.5, 6.0
"""Between an arrow and the tiles that it joins; from the middle, where two run against each other."""
FIGURE = 26.0
HEAD_GAP, FOOT_GAP = 9.0, 6.0
FLAG, FLAG_HEIGHT, FLAG_LAP, FLAG_X, FLAG_PAD = 11.5, 7.6, 1.2, 3.6, 4.0
"""Size of the start's flag in points on A5; its height, how far it hangs into its tile, where it stands, the white in it."""
GOOD = 12.0
"""Names of this size, in points on A4, are large enough for three rows; smaller ones are tried on more."""
BOX_HEAD, BOX_TEXT = 16.0, 9.6
"""Sizes in the box in the middle, in points on A5."""
BOX_PAD, BOX_MOST, BOX_CLEAR = 6.0, 72.0, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Where the tiles stand."""

    columns: int
    rows: int
    tiles: tuple[Rect, ...]
    """Of the stations in order, then of a place for water where a cell is left."""
    type: TileType
    shortest: float
    """The least distance of two tiles."""


def place_floorplan(circuit: Circuit, plan: Plan, leaf: Leaf) -> Page | Overflow:
    """Return the floor plan."""
    order = count(1)
    figures = figures_of(circuit, leaf.kit.words, exact=False)
    beside = len(figures) * (FIGURE + FIGURE_GAP) + FIGURE_GAP
    told, title = _told(circuit, plan, leaf.kit.words), leaf.kit.words("floor.title")
    introduction = " ".join(told) if plan is Plan.GRID else ""
    head = Head(eyebrow=title, title=circuit.title, beside=beside / A4, introduction=introduction)
    framed = frame_sheet(head, _remark(circuit, leaf.kit.words), leaf, order)
    field = _field(framed, leaf)
    floor = choose_floor(circuit, plan, field, leaf)
    if floor is None:
        longest = max(circuit.stations, key=lambda station: len(station.title))
        return Overflow(
            message=f'the floor plan has no room for "{longest.title}" at 9 pt, the smallest size allowed',
            hint="shorten the title, or leave the plan out: --plan none",
            location=longest.card.location,
            excess=float("inf"),
        )
    items = [*framed.items, *place_figures(figures, _figure_rects(len(figures), leaf), leaf, order)]
    for station, tile in zip(circuit.stations, floor.tiles, strict=False):
        items += place_tile(station, tile, floor.type, leaf, order)
    items += [*_arrows(plan, floor, leaf), *_water(circuit, floor, leaf, order)]
    items += _flag(floor.tiles[0], leaf, order)
    if plan is Plan.RING:
        items += _coach(told, _middle(floor, field, leaf), leaf, order)
    notes = (
        () if floor.type.has_notes or not any(it.equipment for it in circuit.stations) else (LeftOut.EQUIPMENT_OF_PLAN,)
    )
    return finish_sheet(items, title, leaf, notes)


def _told(circuit: Circuit, plan: Plan, words: Words) -> list[str]:
    """Return what everybody has to know, a sentence each; of a grid also where its end leads."""
    told = [words("floor.bell") if circuit.work else words("floor.all-done")]
    if circuit.rounds > 1 and circuit.round_rest:
        told.append(words("floor.round-rest", time=clock(circuit.round_rest)))
    if plan is Plan.GRID and len(circuit.stations) > 1:
        told.append(words("floor.back", last=circuit.stations[-1].number))
    return told


def _remark(circuit: Circuit, words: Words) -> str:
    alone = circuit.people == len(circuit.stations)
    return words("floor.people" if alone else "floor.people-places", number=circuit.people)


def _field(framed: Framed, leaf: Leaf) -> Rect:
    """Return where tiles may stand."""
    top = millimetres(HEAD_GAP + FLAG_HEIGHT - FLAG_LAP, leaf)
    return Rect(
        x=framed.field.x,
        y=framed.field.y + top,
        width=framed.field.width,
        height=framed.field.height - top - millimetres(FOOT_GAP, leaf),
    )


def _figure_rects(figures: int, leaf: Leaf) -> list[Rect]:
    measures = leaf.kit.measures
    right, step = measures.margin + measures.text_width, millimetres(FIGURE + FIGURE_GAP, leaf)
    wide, high, top = millimetres(FIGURE, leaf), millimetres(BOX, leaf), millimetres(16.0, leaf)
    xs = [right - wide - at * step for at in reversed(range(figures))]
    return [Rect(x=x, y=top, width=wide, height=high) for x in xs]


def choose_floor(circuit: Circuit, plan: Plan, field: Rect, leaf: Leaf) -> Floor | None:
    """Return the tiles in which the names are largest; a ring has three rows where they are large enough so."""
    stations = circuit.stations
    sizes = ring_sizes(len(stations)) if plan is Plan.RING else grid_sizes(len(stations))
    found = [floor for columns, rows in sizes if (floor := _floor(circuit, plan, columns, rows, field, leaf))]
    if plan is Plan.GRID:  # about as wide as the room is
        found = [floor for floor in found if floor.rows <= floor.columns <= 2 * floor.rows] or found
    good = leaf.gauge.points(GOOD / A4)
    usual = (floor for floor in found if plan is Plan.RING and floor.rows == ROWS and floor.type.size >= good)
    return next(usual, None) or max(found, key=_legible, default=None)


def _legible(floor: Floor) -> tuple[bool, float, int]:
    return floor.type.has_notes, floor.type.size, -abs(floor.rows - ROWS)


def _floor(circuit: Circuit, plan: Plan, columns: int, rows: int, field: Rect, leaf: Leaf) -> Floor | None:
    """Return the floor of so many columns and rows; None where tiles of its size have no room for the names."""
    ring = plan is Plan.RING
    beside, under = CLOSE if max(columns, rows) > MANY else GAPS
    gaps = millimetres(beside, leaf), millimetres(under if ring else TURN_GAP, leaf)
    most = ALONE if rows == 1 else TILE
    width = min(millimetres(most[0], leaf), (field.width - (columns - 1) * gaps[0]) / columns)
    height = min(millimetres(most[1], leaf), (field.height - (rows - 1) * gaps[1]) / rows)
    type_ = tile_type(circuit.stations, Rect(x=0.0, y=0.0, width=width, height=height), leaf)
    if type_ is None:
        return None
    step_x = (field.width - width) / (columns - 1) if columns > 1 else 0.0
    step_y = (field.height - height) / (rows - 1) if rows > 1 else 0.0
    left = field.x if columns > 1 else field.x + (field.width - width) / 2
    top = field.y if rows > 1 else field.y + (field.height - height) / 3
    cells = ring_cells(columns, rows) if ring else grid_cells(columns, rows)
    kept = cells if ring else cells[: len(circuit.stations)]
    tiles = tuple(_tile(cell, (left, top), (step_x, step_y), (width, height)) for cell in kept)
    between = [step_x - width] * (columns > 1) + [step_y - height] * (rows > 1 and ring)
    return Floor(columns=columns, rows=rows, tiles=tiles, type=type_, shortest=min(between, default=field.width))


def _tile(cell: Cell, corner: tuple[float, float], step: tuple[float, float], size: tuple[float, float]) -> Rect:
    return Rect(x=corner[0] + cell[0] * step[0], y=corner[1] + cell[1] * step[1], width=size[0], height=size[1])


def _arrows(plan: Plan, floor: Floor, leaf: Leaf) -> Iterator[Item]:
    """Yield an arrow from each tile to the next; in a ring also from the last to the first."""
    tiles, clear = floor.tiles, millimetres(ARROW_CLEAR, leaf)
    pen = pen_for(floor.shortest, leaf.kit.theme.line, millimetres(1.0, leaf), clear)
    if plan is Plan.RING and floor.rows == 1 and len(tiles) > 1:
        aside = millimetres(ARROW_ASIDE, leaf)
        yield arrow_between(tiles[0], tiles[1], pen, aside=aside)
        yield arrow_between(tiles[1], tiles[0], pen, aside=aside)
        return
    back = [(tiles[-1], tiles[0])] if plan is Plan.RING and len(tiles) > 1 else []
    for one, other in (*pairwise(tiles), *back):
        if plan is Plan.GRID and other.y > one.y and other.x < one.x:
            yield from arrow_round(one, other, pen)
        else:
            yield arrow_between(one, other, pen)


def _water(circuit: Circuit, floor: Floor, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place what stands in a cell of a ring that no station takes."""
    items: list[Item] = []
    for tile in floor.tiles[len(circuit.stations) :]:
        dash = millimetres(1.6, leaf), millimetres(1.4, leaf)
        setting = leaf.setting(floor.type.size, Style.HEADING, leaf.kit.theme.lead)
        text = set_text(leaf.kit.words("floor.water"), leaf.kit.case, Style.HEADING, language=leaf.kit.words.language)
        x = tile.x + (tile.width - whole_width(text) * setting.size) / 2
        y = tile.y + (tile.height - setting.cap * setting.size) / 2
        items.append(box_path(tile, leaf, dashes=dash))
        items += place_line(text, setting, Slot(x, y), Mark(role=Role.PARAGRAPH, order=next(order)))
    return items


def _flag(tile: Rect, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the flag on the tile where the first round begins."""
    theme = leaf.kit.theme
    setting = leaf.setting(leaf.gauge.points(FLAG), Style.HEADING, theme.paper)
    text = set_text(leaf.kit.words("floor.start"), leaf.kit.case, Style.HEADING, language=leaf.kit.words.language)
    wide = whole_width(text) * setting.size + 2 * millimetres(FLAG_PAD, leaf)
    high = millimetres(FLAG_HEIGHT, leaf)
    lap = millimetres(FLAG_LAP, leaf)
    box = Rect(x=tile.x + millimetres(FLAG_X, leaf), y=tile.y - high + lap, width=wide, height=high)
    at = Slot(box.x + millimetres(FLAG_PAD, leaf), box.y + (high - setting.cap * setting.size) / 2)
    ground = round_box(box, millimetres(1.0, leaf), theme.line)
    return [ground, *place_line(text, setting, at, Mark(role=Role.PARAGRAPH, order=next(order)))]


def _middle(floor: Floor, field: Rect, leaf: Leaf) -> Rect:
    """Return the room that the ring leaves in its middle; under a single row."""
    clear = millimetres(BOX_CLEAR, leaf)
    first = floor.tiles[0]
    if floor.rows == 1:
        top = first.bottom + millimetres(GAPS[1], leaf)
        return Rect(x=field.x, y=top, width=field.width, height=field.bottom - top)
    left = first.right if floor.columns > 1 else field.x
    middle = Rect(
        x=left,
        y=first.bottom,
        width=field.right - first.width - left,
        height=field.bottom - first.height - first.bottom,
    )
    return middle.inset(clear, clear)


def _coach(told: list[str], room: Rect, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the coach's box in the middle of a room; nothing where that is too small."""
    theme, case = leaf.kit.theme, leaf.kit.case
    head = leaf.setting(leaf.gauge.points(BOX_HEAD), Style.HEADING, theme.heading)
    body = leaf.setting(leaf.gauge.points(BOX_TEXT), Style.TEXT, theme.lead, leading=1.4)
    pad = millimetres(BOX_PAD, leaf)
    width = min(room.width, millimetres(BOX_MOST, leaf))
    title = set_text(leaf.kit.words("floor.coach"), case, Style.HEADING, language=leaf.kit.words.language)
    sentences = [set_text(it, case, Style.TEXT, language=leaf.kit.words.language) for it in told]
    measure = (width - 2 * pad) / body.size
    if max(whole_width(title) * head.size, max(it.widest for it in sentences) * body.size) > width - 2 * pad:
        return []
    broken = [break_lines(text, measure) for text in sentences]
    rows = sum(len(lines) for lines in broken)
    high = head.cap * head.size + pad * 0.8 + block_height(rows, body.cap * body.size, body.leading)
    if high + 2 * pad > room.height:
        return []
    box = Rect(
        x=room.x + (room.width - width) / 2,
        y=room.y + (room.height - high - 2 * pad) / 2,
        width=width,
        height=high + 2 * pad,
    )
    x, y = box.x + box.width / 2, box.y + pad
    items: list[Item] = [box_path(box, leaf, dashes=(millimetres(1.6, leaf), millimetres(1.4, leaf)))]
    items += place_line(
        title, head, Slot(x - whole_width(title) * head.size / 2, y), Mark(role=Role.PARAGRAPH, order=next(order))
    )
    y += head.cap * head.size + pad * 0.8
    for text, lines in zip(sentences, broken, strict=True):
        mark = Mark(role=Role.PARAGRAPH, order=next(order))
        for line in lines:
            wide = text.ends[line[1] - 1] - text.starts[line[0]]
            items += place_lines(text, (line,), body, Slot(x - wide * body.size / 2, y), mark)
            y += body.leading
    return items
