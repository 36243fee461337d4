"""The two sides of a card: the picture and the names of the steps in front, all that is to be read on the back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import DECORATION, Item, Mark, Page, Role
from cardgen.layout.cards.body import TIGHTER, UNEVEN, Type, run_in, shape_body, type_at
from cardgen.layout.cards.column import DROP, Block, Column, measure_column, place_column
from cardgen.layout.cards.frame import Frame, begin, finish, stage_over
from cardgen.layout.cards.upright import RUN_IN, UPRIGHT, grow, rows_of, steps_of
from cardgen.layout.ground.band import slim_band
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.panel import numeral_disc
from cardgen.layout.ground.phrase import Phrase, Room, fit_phrase, set_phrase
from cardgen.layout.ground.phrase import Type as Face
from cardgen.layout.ground.stage import Code
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.tile import code_tile
from cardgen.layout.ground.zones import Zones
from cardgen.theme.type import Style

NAME, NAME_LEAST, NAME_LEADING = 19.0, 11.0, 1.05
"""Sizes of the names of steps in points on A5."""
DISC, INDENT, NUMERAL = 10.0, 14.0, 0.62
"""Diameter of a disc and from its left edge to the name, in units; the size of a numeral as a part of its disc."""
BETWEEN = 3.2
"""Least distance of two names, in units; so is the next."""
TILE_GAP = 6.0
ALONE = 0.55
"""Width of a code that has the page to itself, as a part of its room."""
ADDRESS = 16.0
"""Size of an address beside its code, in points on A5."""
TILE = 36.0
"""Width of the code in front, in units."""


def fit_names(card: Card, kit: Kit) -> Page | None:
    """Lay out a front: the picture, the names of the steps, and the code beside them."""
    frame = begin(card, kit)
    zones, kit = frame.zones, frame.kit
    unit = zones.unit
    tile = code_tile(card, kit, kit.theme.outline, width=TILE * unit)
    width = zones.text_width - INDENT * unit - (tile.width + TILE_GAP * unit if tile else 0.0)
    face = Face(style=Style.HEADING, color=kit.theme.heading, leading=NAME_LEADING)
    room = Room(width=width, least=kit.measures.small(NAME_LEAST), lines=1)
    texts = ["".join(span.text for span in step.name) for step in card.steps]
    size = min(
        fit_phrase(text, face, kit.measures.small(NAME), room, kit, language=card.language).setting.size
        for text in texts
    )
    names = [set_phrase(text, face, size, kit, language=card.language) for text in texts]
    high = [max(name.height(width), DISC * unit) for name in names]
    need = max(sum(high) + BETWEEN * unit * (len(high) - 1), tile.height if tile else 0.0)
    stage = zones.foot - zones.band - 2 * zones.text_gap - need
    if stage < frame.least or any(name.widest > width for name in names):
        return None
    bare = replace(frame.band.named, video=None)
    foot, items, _ = stage_over(card, replace(frame, band=replace(frame.band, named=bare)), stage)
    top = foot + zones.text_gap
    gap = (need - sum(high)) / (len(high) - 1) if len(high) > 1 else 0.0
    placed = _names(names, width, (top, gap), frame)
    code = Code(tile, zones.width - zones.margin - tile.width, top + (need - tile.height) / 2) if tile else None
    return finish(card, frame, placed, items, code, size)


def _names(names: list[Phrase], width: float, rhythm: tuple[float, float], frame: Frame) -> list[Item]:
    """Place the names under one another, each beside its number; the rhythm is where they begin and what lies between two."""
    items: list[Item] = []
    zones, kit, order = frame.zones, frame.kit, frame.order
    (y, gap), unit = rhythm, zones.unit
    for number, name in enumerate(names, 1):
        height = max(name.height(width), DISC * unit)
        first = next(order)
        middle = y + height / 2
        items.append(numeral_disc(zones.left, middle - DISC * unit / 2, DISC * unit, kit))
        figure = set_phrase(str(number), Face(style=Style.DISPLAY, color=kit.theme.numeral), NUMERAL * DISC * unit, kit)
        mark = Mark(role=Role.STEP_NUMBER, order=first)
        items += figure.centred(zones.left + DISC * unit / 2, middle - figure.cap / 2, mark)
        slot = Slot(zones.left + INDENT * unit, middle - name.height(width) / 2, width)
        items += name.within(slot, Mark(role=Role.STEP_NAME, order=next(order), part_of=first))
        y += height + gap
    return items


def fit_back(card: Card, kit: Kit) -> Page | None:
    """Lay out a back under a slim band: steps, where there are any, and boxes under one another; a code that is left, large."""
    frame = begin(card, kit)
    zones, kit = frame.zones, frame.kit
    band = slim_band(card, zones, kit, count(1))
    top = band.height + zones.text_gap
    row = _code_row(card, zones, kit) if card.video and card.boxes else None
    bottom = row[0] - zones.text_gap if row else zones.foot
    for blocks, way in _ways(card, kit, zones):
        column = Column(
            x=zones.left,
            width=zones.text_width,
            top=top,
            bottom=bottom,
            blocks=blocks,
            first_gap=0.0,
            gap_unit=zones.unit,
            drop=DROP * zones.height,
        )
        if blocks and measure_column(column, way).height > column.bottom - column.top:
            continue
        placed: list[Item] = []
        type_ = way
        if blocks:
            type_, _ = grow(column, way, column.bottom - column.top, frame)
            placed += place_column(column, type_, kit, frame.order)
        elif alone := code_tile(card, kit, width=min(zones.text_width, zones.foot - top) * ALONE):
            y, x = top + (zones.foot - top - alone.height) / 2, (zones.width - alone.width) / 2
            row = (top, [], Code(alone, x, y))
        back = replace(frame, band=band)
        return finish(card, back, placed, row[1] if row else [], row[2] if row else None, type_.body)
    return None


def _code_row(card: Card, zones: Zones, kit: Kit) -> tuple[float, list[Item], Code] | None:
    """Place the address large at the foot of a back, beside its code; return where the row begins, its items, and the code."""
    tile = code_tile(card, kit, kit.theme.outline, width=zones.rail)
    if tile is None or card.video is None:
        return None
    top = zones.foot - tile.height
    face = Face(style=Style.HEADING, color=kit.theme.heading)
    x = zones.left + tile.width + TILE_GAP * zones.unit
    room = Room(width=zones.width - zones.margin - x, least=kit.measures.small(9.0))
    words = fit_phrase(card.video.label, face, kit.measures.small(ADDRESS), room, kit)
    y = top + (tile.height - words.height(room.width)) / 2
    return top, [*words.within(Slot(x, y, room.width), DECORATION)], Code(tile, zones.left, top)


def _ways(card: Card, kit: Kit, zones: Zones) -> Iterator[tuple[tuple[Block, ...], Type]]:
    """Yield texts in the order in which things give way: larger type, names run in, boxes side by side, closer lines."""
    floor = kit.measures.floor

    def blocks(steps: Card) -> tuple[Block, ...]:
        body = shape_body(steps, kit.case)
        rows = tuple(row for box in body.boxes for row in rows_of((box,)))
        return (*steps_of(body), *rows)

    named = blocks(replace(card, lead=()))
    joined = blocks(replace(card, lead=(), steps=tuple(run_in(step) for step in card.steps)))
    paired_body = shape_body(replace(card, lead=(), steps=tuple(run_in(step) for step in card.steps)), kit.case)
    paired = (*steps_of(paired_body), *rows_of(paired_body.boxes))
    yield named, type_at(max(zones.body, floor), kit, rhythm=UPRIGHT)
    for found, rhythm in ((named, UPRIGHT), (joined, RUN_IN), (paired, RUN_IN)):
        yield found, type_at(floor, kit, rhythm=rhythm, density=UNEVEN)
    for density in TIGHTER:
        yield joined, type_at(floor, kit, rhythm=RUN_IN, density=density)
