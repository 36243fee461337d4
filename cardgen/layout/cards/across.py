"""A card across in, its page out: band over all, the stage as a column at the left, steps and boxes at the right of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.compose import Card
from cardgen.display import Item, Mark, Page, Role
from cardgen.layout.cards.body import ColumnKind, Type, type_at
from cardgen.layout.cards.column import DROP, Block, Column, measure_column, place_column
from cardgen.layout.cards.frame import Frame, begin, finish, strip_under
from cardgen.layout.cards.uniform import Wish
from cardgen.layout.cards.upright import closer, fit_bare, grow, sizes_between, ways
from cardgen.layout.ground.box import At
from cardgen.layout.ground.legend import legends, named_in, place_legend
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.media import place_media, stage_key
from cardgen.layout.ground.musclemap import place_map, plan_map, stage_look
from cardgen.layout.ground.stage import (
    MAP_LEAST_MM,
    MAP_MOST,
    Code,
    stage_ground,
)
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.tile import code_tile
from cardgen.layout.ground.zones import Zones
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm

SHARES = (116 / 297, 0.36, 0.33, 0.30)
"""Widths of the stage, as parts of the sheet's, in the order in which it gives way."""
GAP = 4.5
"""Between what stands on the stage, in units."""
LEGEND_SIZES = (8.6, 7.4)
"""In points on A5."""


def fit_across(card: Card, kit: Kit) -> Page | None:
    """Lay a card out; None where it does not fit at the least size."""
    frame = begin(card, kit)
    zones, kit, band = frame.zones, frame.kit, frame.band
    for share in SHARES:
        beside = zones.width * share
        text = replace(zones, left=beside + zones.margin)
        for blocks, way in (*ways(card, zones, kit, ColumnKind.SIDE), *closer(card, kit, ColumnKind.SIDE)):
            column = _column(blocks, frame, text)
            if _fits(column, way):
                type_, _ = grow(column, way, column.bottom - column.top, replace(frame, zones=text))
                top = band.height + frame.strip
                rect = Rect(x=0, y=top, width=beside, height=zones.height - top)
                strip = strip_under(card, band.height, frame)
                stage, code = _stage(band.named, rect, zones, kit, frame.order)
                placed = place_column(column, type_, kit, frame.order)
                return finish(card, replace(frame, zones=text), placed, [*strip, *stage], code, type_.body)
    return fit_bare(card, kit)


def wish_across(card: Card, kit: Kit) -> Wish:
    """Return what a card would take by itself: the largest type of a set that stands beside the usual stage."""
    frame = begin(card, kit)
    zones, kit = frame.zones, frame.kit
    text = replace(zones, left=zones.width * SHARES[0] + zones.margin)
    blocks, first = next(iter(ways(card, zones, kit, ColumnKind.SIDE)))
    column = _column(blocks, frame, text)
    sizes = sizes_between(kit.measures.floor, zones.ceiling)
    types = (type_at(size, kit, rhythm=first.rhythm, column=ColumnKind.SIDE) for size in sizes)
    body = next((size for size, type_ in zip(sizes, types, strict=True) if _fits(column, type_)), sizes[-1])
    return Wish(body=body, stages=tuple((size, 0.0) for size in sizes))


def _column(blocks: tuple[Block, ...], frame: Frame, zones: Zones) -> Column:
    return Column(
        x=zones.left,
        width=zones.text_width,
        top=frame.band.height + frame.strip + zones.text_gap,
        bottom=zones.foot,
        blocks=blocks,
        first_gap=0.0,
        gap_unit=zones.unit,
        drop=DROP * zones.height,
    )


def _fits(column: Column, type_: Type) -> bool:
    return measure_column(column, type_).height <= column.bottom - column.top


def _stage(card: Card, rect: Rect, zones: Zones, kit: Kit, order: Iterator[int]) -> tuple[list[Item], Code | None]:
    """Place map and code at the foot of the stage, the key over them, and the picture in what is left."""
    unit, inset = zones.unit, zones.inset
    left, right = zones.margin, rect.right - zones.inset
    bottom = rect.bottom - max(inset, kit.measures.bottom_edge)
    tile = code_tile(card, kit, width=zones.rail)
    high = max(tile.height if tile else 0.0, mm(MAP_LEAST_MM))
    cap = kit.cap(Style.TEXT)
    sizes = tuple(kit.measures.small(size) for size in LEGEND_SIZES)
    key = next(legends(card, right - left, sizes, kit, swatches=True), None)
    named = named_in(card, key)
    plan = plan_map(named, min(high, MAP_MOST * unit)) if card.figure or card.photos else None
    room = right - (left + (tile.width + GAP * unit if tile else 0.0))
    plan = plan if plan and plan.width <= room else None
    top = bottom - high if tile or plan else bottom
    items = stage_ground(rect, kit)
    y = top
    if key:
        y = top - GAP * unit - key.height(cap)
        mark = Mark(role=Role.LEGEND, order=next(order))
        items += place_legend(key, Slot(left, y), stage_key(kit), cap, mark)
    frame = Rect(x=left, y=rect.y + inset, width=right - left, height=y - GAP * unit - rect.y - inset)
    items += place_media(named, frame, zones, kit, order, At.MIDDLE)
    if plan:
        x = right - room + (room - plan.width) / 2
        items += place_map(named, plan, x, bottom - plan.height, stage_look(kit.theme), next(order))
    return items, Code(tile, left, top) if tile else None
