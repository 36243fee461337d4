"""A card and a rectangle in, its stage out: the picture with its labels, the map, the key to the colours, the code's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role, Text
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.ground.box import At, Frame
from cardgen.layout.ground.legend import draw_swatch, legends, named_in, place_legend
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.media import place_media, stage_key
from cardgen.layout.ground.musclemap import MapPlan, names_of, place_map, plan_map, stage_look, told_of
from cardgen.layout.ground.phrase import Phrase, Type, set_spans
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.tile import code_tile
from cardgen.layout.ground.zones import Zones
from cardgen.theme.stage import stage_colors
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm

RAIL_GAP = 4.0
"""From the figure to the rail, in units, as are all lengths here."""
LEGEND_ROW, NO_ROW = 8.0, 3.4
"""What a legend at the stage's foot takes of its height, and what stays free without one."""
LEGEND_SIZE, LEGEND_SMALL = 8.6, 7.8
"""In points on A5, in a row and in the rail."""
LEGEND_GAP, LEGEND_LEADING, SWATCH, SWATCH_INDENT, PART_GAP = 2.8, 1.24, 0.98, 1.45, 0.95
"""Under the tile; the rest in em."""
MAP_LEAST_MM, MAP_MOST, MAP_GAP = 20.0, 30.0, 2.6
"""A lower map is left out; none is higher, in units; from the tile to the map."""
LOW_INSET = 0.7
"""The part of the inset that a stage keeps that is no higher than the code."""
LEAST = 27.0
"""Height of a stage without a code."""
RULE_MM = 0.3
HUNG_LEAST = 22.0
"""Height of a stage into which the code hangs out of the band."""


@dataclass(frozen=True, slots=True)
class Code:
    """The code's tile and where it stands; it is read after the text."""

    tile: Frame
    x: float
    y: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.tile.height


def least_stage(card: Card, zones: Zones, kit: Kit) -> float:
    """Return how low the stage may be: as high as the code needs."""
    tile = code_tile(card, kit, width=zones.rail)
    if tile is None:
        return LEAST * zones.unit
    if zones.code_top is not None:
        hung = zones.code_top + tile.height + zones.inset * LOW_INSET - zones.band
        return max(hung, HUNG_LEAST * zones.unit)
    return tile.height + 2 * zones.inset * LOW_INSET


def code_at(card: Card, top: float, zones: Zones, kit: Kit, *, hangs: bool = False) -> Code | None:
    """Return the code at the right margin; one that hangs, or stands on white, has an outline."""
    tile = code_tile(card, kit, kit.theme.outline if hangs else None, width=zones.rail)
    return Code(tile, zones.width - zones.margin - tile.width, top) if tile else None


def place_stage(
    card: Card, rect: Rect, zones: Zones, kit: Kit, order: Iterator[int], at: At = At.END
) -> tuple[list[Item], Code | None]:
    """Place the stage over a rectangle as wide as the sheet; return its items, and the code that stands on it."""
    unit = zones.unit
    hangs = zones.code_top is not None
    code = code_at(card, zones.code_top or 0.0, zones, kit, hangs=hangs)
    high = code.tile.height if code else 0.0
    inset = min(zones.inset, max((rect.height - high) / 2, 0.5 * zones.inset))
    if code and not hangs:
        code = replace(code, y=rect.y + inset)
    plan = plan_map(card, 1.0) if zones.is_large and (card.figure or card.photos) else None
    x = code.x if code else zones.width - zones.margin - (zones.rail if plan else 0.0)
    top = code.bottom if code else rect.y + inset
    rail = Rect(x=x, y=top, width=zones.width - zones.margin - x, height=rect.bottom - inset - top)
    edge = rail.x - RAIL_GAP * unit if code or plan else zones.width - zones.margin
    items = stage_ground(rect, kit)
    mark = Mark(role=Role.LEGEND, order=next(order))
    named, foot = card, NO_ROW
    if zones.is_large:
        placed, named = _row(card, Slot(zones.margin, rect.bottom - inset, edge - zones.margin), kit, mark)
        items += placed
        foot = LEGEND_ROW if placed else NO_ROW
    elif not zones.is_small:
        placed, named = _column(card, rail, zones, kit, mark)
        items += placed
    room = Rect(x=zones.margin, y=rect.y + inset, width=edge - zones.margin, height=rect.height - inset - foot * unit)
    items += place_media(named, room, zones, kit, order, at)
    if zones.is_large and plan:
        items += _map_in(named, rail, zones, kit, order)
    return items, code


def place_rail(
    card: Card, top: float, zones: Zones, kit: Kit, order: Iterator[int]
) -> tuple[float, list[Item], Code | None]:
    """Place code and key under one another beside a text; return where they end, the key's items, and the code."""
    code = code_at(card, top, zones, kit, hangs=True)
    if code is None:
        return top, [], None
    below = Rect(x=code.x, y=code.bottom, width=code.tile.width, height=zones.foot - code.bottom)
    items, _ = _column(card, below, zones, kit, Mark(role=Role.LEGEND, order=next(order)))
    ends = [item.y for item in items if isinstance(item, Text)]
    return max(ends, default=code.bottom), items, code


def stage_ground(rect: Rect, kit: Kit) -> list[Item]:
    """Return the tint of a stage, or the line that closes a white one."""
    colors, weight = stage_colors(kit.theme), mm(RULE_MM)
    if colors.rule is None:
        return [rectangle(rect, colors.ground)]
    if rect.width < kit.measures.width:  # beside the text
        return [rectangle(Rect(x=rect.right - weight, y=rect.y, width=weight, height=rect.height), colors.rule)]
    return [rectangle(Rect(x=rect.x, y=rect.bottom - weight, width=rect.width, height=weight), colors.rule)]


def map_below(card: Card, foot: float, room: float, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the map over the foot of a card whose text leaves so much room, in the middle."""
    high = min(room - MAP_GAP * zones.unit, MAP_MOST * 2 * zones.unit)
    plan = plan_map(card, high) if high >= mm(MAP_LEAST_MM) else None
    if plan is None:
        return []
    x = zones.left + (zones.text_width - plan.width) / 2
    return place_map(card, plan, x, foot - high, stage_look(kit.theme), next(order))


def _map_in(card: Card, rail: Rect, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the map at the foot of the rail, where it is high enough to be read."""
    plan = _plan_in(card, rail, zones)
    if plan is None:
        return []
    x, y = rail.x + (rail.width - plan.width) / 2, rail.bottom - plan.height
    return place_map(card, plan, x, y, stage_look(kit.theme), next(order))


def _plan_in(card: Card, rail: Rect, zones: Zones) -> MapPlan | None:
    high = min(rail.height - MAP_GAP * zones.unit, MAP_MOST * zones.unit)
    if high < mm(MAP_LEAST_MM):
        return None
    plan = plan_map(card, high)
    return plan if plan is None or plan.width <= rail.width else plan_map(card, high * rail.width / plan.width)


def _row(card: Card, slot: Slot, kit: Kit, mark: Mark) -> tuple[list[Item], Card]:
    """Place the key in a row that ends at the slot's y; return the card with the muscles that it names."""
    sizes = (kit.measures.small(LEGEND_SIZE), kit.measures.small(LEGEND_SMALL))
    found = (it for it in legends(card, slot.width, sizes, kit, swatches=True) if len(it.rows) == 1)
    row = next(found, None)
    if row is None:
        return [], card
    cap = kit.cap(Style.TEXT)
    at = Slot(slot.x, slot.y - cap * row.size)
    return place_legend(row, at, stage_key(kit), cap, mark), named_in(card, row)


def _column(card: Card, rail: Rect, zones: Zones, kit: Kit, mark: Mark) -> tuple[list[Item], Card]:
    """Place the key in the rail: what works and, as long as there is room, what helps; return the card with what it names."""
    size = kit.measures.small(LEGEND_SMALL)
    indent, side = SWATCH_INDENT * size, SWATCH * size
    room = rail.width - indent
    y = rail.y + LEGEND_GAP * zones.unit
    items: list[Item] = []
    kept: dict[str, int] = {"works": 0, "also": 0}
    for field, (word, muscles) in zip(kept, told_of(card), strict=True):
        for count in range(len(muscles), 0, -1):
            phrase = _muscles(word, names_of(muscles[:count], kit.words), size, kit, card.language)
            if y + phrase.height(room) <= rail.bottom and phrase.widest <= room:
                if field == "works":
                    square = Rect(x=rail.x, y=y + (phrase.cap - side) / 2, width=side, height=side)
                    items += draw_swatch(square, stage_key(kit), helping=False)
                items += phrase.within(Slot(rail.x + indent, y, room), mark)
                y += phrase.height(room) + PART_GAP * size
                kept[field] = count
                break
    works = card.works[: kept["works"]] if kept["works"] else card.works
    return items, replace(card, works=works, also=card.also[: kept["also"]])


def _muscles(word: str, names: str, size: float, kit: Kit, language: str) -> Phrase:
    spans = (Span(text=word, emphasis=Emphasis.STRONG), Span(text=f" {names}"))
    type_ = Type(style=Style.TEXT, color=kit.theme.ink, leading=LEGEND_LEADING)
    return set_spans(spans, type_, size, kit, language=language)
