"""The two sides of a card: the picture and the names of the steps in front, all that is to be read on the back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item, Mark, Page, Role
from cardgen.layout.cards.band import slim_band
from cardgen.layout.cards.body import TIGHTER, Type, run_in, shape_body, type_at
from cardgen.layout.cards.column import DROP, Block, Column, measure_column, place_column
from cardgen.layout.cards.frame import begin, finish, stage_over
from cardgen.layout.cards.upright import RUN_IN, UPRIGHT, grow, rows_of, steps_of
from cardgen.layout.cards.zones import Zones
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.panel import numeral_disc
from cardgen.layout.ground.phrase import Phrase, Room, fit_phrase, set_phrase
from cardgen.layout.ground.phrase import Type as Face
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.tile import place_tile
from cardgen.theme.type import Style

NAME, NAME_LEAST, NAME_LEADING = 19.0, 11.0, 1.05
"""Sizes of the names of steps in points on A5."""
DISC, INDENT, NUMERAL = 10.0, 14.0, 0.62
"""Diameter of a disc and from its left edge to the name, in units; the size of a numeral as a part of its disc."""
BETWEEN = 3.2
"""Least distance of two names, in units; so is the next."""
TILE_GAP = 6.0
ADDRESS = 16.0
"""Size of an address beside its code, in points on A5."""
TILE = 36.0
"""Width of the code in front, in units."""


def fit_names(card: Card, kit: Kit) -> Page | None:
    """Lay out a front: the picture, the names of the steps, and the code beside them."""
    frame = begin(card, kit)
    zones, kit = frame.zones, frame.kit
    unit = zones.unit
    tile = place_tile(card, kit, 0.0, count(1), width=TILE * unit)
    width = zones.text_width - INDENT * unit - (tile.rect.width + TILE_GAP * unit if tile else 0.0)
    face = Face(style=Style.HEADING, color=kit.theme.heading, leading=NAME_LEADING)
    room = Room(width=width, least=kit.measures.small(NAME_LEAST), lines=1)
    texts = ["".join(span.text for span in step.name) for step in card.steps]
    size = min(
        fit_phrase(text, face, kit.measures.small(NAME), room, kit, language=card.language).setting.size
        for text in texts
    )
    names = [set_phrase(text, face, size, kit, language=card.language) for text in texts]
    high = [max(name.height(width), DISC * unit) for name in names]
    need = max(sum(high) + BETWEEN * unit * (len(high) - 1), tile.rect.height if tile else 0.0)
    stage = zones.foot - zones.band - 2 * zones.text_gap - need
    if stage < frame.least or any(name.widest > width for name in names):
        return None
    bare = replace(frame.band.named, video=None)
    foot, items = stage_over(card, replace(frame, band=replace(frame.band, named=bare)), stage)
    top = foot + zones.text_gap
    gap = (need - sum(high)) / (len(high) - 1) if len(high) > 1 else 0.0
    placed = _names(names, high, (top, gap), width, zones, kit, frame.order)
    if tile:
        y = top + (need - tile.rect.height) / 2
        code = place_tile(card, kit, y, frame.order, width=TILE * unit, outline=kit.theme.outline)
        placed += code.items if code else ()
    return finish(card, frame, placed, items, size)


def _names(
    names: list[Phrase],
    high: list[float],
    rhythm: tuple[float, float],
    width: float,
    zones: Zones,
    kit: Kit,
    order: Iterator[int],
) -> list[Item]:
    """Place the names under one another, each beside its number."""
    items: list[Item] = []
    (y, gap), unit = rhythm, zones.unit
    for number, (name, height) in enumerate(zip(names, high, strict=True), 1):
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
    code = _code_row(card, zones, kit, frame.order) if card.video and card.boxes else None
    bottom = code[0] - zones.text_gap if code else zones.foot
    for blocks, type_ in _ways(card, kit, zones):
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
        if blocks and measure_column(column, type_).height > column.bottom - column.top:
            continue
        placed: list[Item] = []
        if blocks:
            type_, _ = grow(column, type_, column.bottom - column.top, frame)
            placed += [*place_column(column, type_, kit, frame.order), *(code[1] if code else ())]
        elif card.video:
            side = min(zones.text_width, zones.foot - top) * 0.55
            tile = place_tile(card, kit, 0.0, count(1), width=side)
            if tile:
                y, x = top + (zones.foot - top - tile.rect.height) / 2, (zones.width - tile.rect.width) / 2
                alone = place_tile(card, kit, y, frame.order, width=side, x=x)
                placed += alone.items if alone else ()
        return finish(card, replace(frame, band=band), placed, (), type_.body)
    return None


def _code_row(card: Card, zones: Zones, kit: Kit, order: Iterator[int]) -> tuple[float, list[Item]]:
    """Place the code at the foot of a back, and its address large beside it; return where the row begins, and its items."""
    assert card.video
    tile = place_tile(card, kit, 0.0, count(1), width=zones.rail)
    assert tile
    top = zones.foot - tile.rect.height
    placed = place_tile(card, kit, top, order, width=zones.rail, x=zones.left, outline=kit.theme.outline)
    face = Face(style=Style.HEADING, color=kit.theme.heading)
    x = zones.left + tile.rect.width + TILE_GAP * zones.unit
    room = Room(width=zones.width - zones.margin - x, least=kit.measures.small(9.0))
    words = fit_phrase(card.video.label, face, kit.measures.small(ADDRESS), room, kit)
    mark = Mark(role=Role.ADDRESS, order=next(order), link=card.video.url)
    y = top + (tile.rect.height - words.height(room.width)) / 2
    return top, [*(placed.items if placed else ()), *words.within(Slot(x, y, room.width), mark)]


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
        yield found, type_at(floor, kit, rhythm=rhythm)
    for density in TIGHTER:
        yield joined, type_at(floor, kit, rhythm=RUN_IN, density=density)
