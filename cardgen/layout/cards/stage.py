"""A card and a height in, its stage out: the figure with its labels, the code, the map, and the key to the colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role, Text
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.cards.media import place_media, stage_key
from cardgen.layout.cards.zones import Zones
from cardgen.layout.ground.legend import Legend, draw_swatch, legends, named_in, place_legend
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import ALSO, DOES, place_map, plan_map, stage_look
from cardgen.layout.ground.phrase import Phrase, Type, set_spans
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.tile import place_tile
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
MAP_LEAST_MM, MAP_MOST = 20.0, 30.0
"""A lower map is left out; none is higher, in units."""
MAP_GAP = 2.6
RULE_MM = 0.3
HUNG_LEAST = 22.0
"""Height of a stage into which the code hangs out of the band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The placed stage."""

    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()


def least_stage(card: Card, zones: Zones, kit: Kit) -> float:
    """Return how low the stage may be: as high as the code needs."""
    tile = place_tile(card, kit, 0.0, iter((0, 0)), width=zones.rail)
    if tile and zones.code_top is not None:
        return max(zones.code_top + tile.rect.height + zones.inset * 0.7 - zones.band, HUNG_LEAST * zones.unit)
    code = tile.rect.height + 2 * zones.inset * 0.7 if tile else 0.0
    return max(code, zones.stage_least * 0.65)


def place_stage(card: Card, rect: Rect, zones: Zones, kit: Kit, order: Iterator[int]) -> Stage:
    """Place the stage over a rectangle as wide as the sheet."""
    unit = zones.unit
    ground = stage_ground(rect, kit)
    legend_order, figure_order, *_ = (next(order) for _ in range(6))
    inset = min(zones.inset, max((rect.height - _tile_height(card, zones, kit)) / 2, 0.5 * zones.inset))
    top = rect.y + inset if zones.code_top is None else zones.code_top
    tile = place_tile(
        card,
        kit,
        top,
        order,
        width=zones.rail,
        outline=kit.theme.tile_edge if zones.code_top is None else kit.theme.outline,
    )
    rail = Rect(
        x=zones.width - zones.margin - zones.rail, y=rect.y + inset, width=zones.rail, height=rect.height - 2 * inset
    )
    if tile:
        rail = Rect(
            x=tile.rect.x, y=tile.rect.bottom, width=tile.rect.width, height=rect.bottom - inset - tile.rect.bottom
        )
    has_rail = tile is not None or (zones.is_large and plan_map(card, 1.0) is not None)
    edge = rail.x - RAIL_GAP * unit if has_rail else zones.width - zones.margin
    mark = Mark(role=Role.LEGEND, order=legend_order)
    key = stage_key(kit)
    items: list[Item] = []
    row: Legend | None = None
    named = card
    if zones.is_large:
        sizes = (kit.measures.small(LEGEND_SIZE), kit.measures.small(LEGEND_SMALL))
        row = next(
            (it for it in legends(card, edge - zones.margin, sizes, kit, swatches=True) if len(it.rows) == 1), None
        )
        named = named_in(card, row)
        items += _map_under(named, rail, zones, kit, figure_order)
        if row:
            cap = kit.cap(Style.TEXT)
            slot = Slot(zones.margin, rect.bottom - inset - cap * row.size)
            items += place_legend(row, slot, key, cap, mark)
    elif not zones.is_small:
        placed, named = _column(card, rail, zones, kit, mark)
        items += placed
    foot = (LEGEND_ROW if row else NO_ROW) * unit
    room = Rect(x=zones.margin, y=rect.y + inset, width=edge - zones.margin, height=rect.height - inset - foot)
    items += place_media(named, room, zones, kit, iter(range(figure_order, figure_order + 4)))
    return Stage(items=(*ground, *items, *(tile.items if tile else ())))


def place_rail(card: Card, rail: Rect, zones: Zones, kit: Kit, order: Iterator[int]) -> tuple[Rect | None, list[Item]]:
    """Place code and key under one another; return what they cover, and their items."""
    mark = Mark(role=Role.LEGEND, order=next(order))
    tile = place_tile(card, kit, rail.y, order, width=rail.width, outline=kit.theme.outline)
    below = (
        Rect(x=rail.x, y=tile.rect.bottom, width=rail.width, height=rail.bottom - tile.rect.bottom) if tile else rail
    )
    placed, _ = _column(card, below, zones, kit, mark)
    if not (tile or placed):
        return None, []
    bottom = max((item.y for item in placed if isinstance(item, Text)), default=below.y)
    return Rect(x=rail.x, y=rail.y, width=rail.width, height=bottom - rail.y), [*(tile.items if tile else ()), *placed]


def stage_ground(rect: Rect, kit: Kit) -> list[Item]:
    """Return the tint of a stage, or the line that closes a white one."""
    colors, weight = stage_colors(kit.theme), mm(RULE_MM)
    if colors.rule is None:
        return [rectangle(rect, colors.ground)]
    if rect.width < kit.measures.width:  # beside the text
        return [rectangle(Rect(x=rect.right - weight, y=rect.y, width=weight, height=rect.height), colors.rule)]
    return [rectangle(Rect(x=rect.x, y=rect.bottom - weight, width=rect.width, height=weight), colors.rule)]


def _tile_height(card: Card, zones: Zones, kit: Kit) -> float:
    tile = place_tile(card, kit, 0.0, iter((0, 0)), width=zones.rail)
    return tile.rect.height if tile else 0.0


def _map_under(card: Card, rail: Rect, zones: Zones, kit: Kit, order: int) -> list[Item]:
    """Place the map under the tile, where it is high enough to be read."""
    high = min(rail.height - MAP_GAP * zones.unit, MAP_MOST * zones.unit)
    plan = plan_map(card, high) if high >= mm(MAP_LEAST_MM) else None
    if plan is None:
        return []
    if plan.width > rail.width:
        plan = plan_map(card, high * rail.width / plan.width)
        assert plan
    x, y = rail.x + (rail.width - plan.width) / 2, rail.bottom - plan.height
    return place_map(card, plan, x, y, stage_look(kit.theme), order)


def map_below(card: Card, foot: float, room: float, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the map over the foot of a card whose text leaves so much room, in the middle."""
    high = min(room - MAP_GAP * zones.unit, MAP_MOST * 2 * zones.unit)
    plan = plan_map(card, high) if high >= mm(MAP_LEAST_MM) else None
    if plan is None:
        return []
    x = zones.left + (zones.text_width - plan.width) / 2
    return place_map(card, plan, x, foot - high, stage_look(kit.theme), next(order))


def _column(card: Card, rail: Rect, zones: Zones, kit: Kit, mark: Mark) -> tuple[list[Item], Card]:
    """Place the key under the tile: what works, and, as long as there is room, what helps."""
    size = kit.measures.small(LEGEND_SMALL)
    key = stage_key(kit)
    indent = SWATCH_INDENT * size
    y = rail.y + LEGEND_GAP * zones.unit
    items: list[Item] = []
    for word, muscles, helping in ((DOES[card.action], card.works, False), (ALSO, card.also, True)):
        for count in range(len(muscles), 0, -1):
            phrase = _muscles(word, [it.name for it in muscles[:count]], size, kit, card.language)
            if y + phrase.height(rail.width - indent) <= rail.bottom and phrase.widest <= rail.width - indent:
                items += (
                    draw_swatch(
                        Rect(
                            x=rail.x, y=y + (phrase.cap - SWATCH * size) / 2, width=SWATCH * size, height=SWATCH * size
                        ),
                        key,
                        helping=helping,
                    )
                    if not helping
                    else []
                )
                items += phrase.within(Slot(rail.x + indent, y, rail.width - indent), mark)
                y += phrase.height(rail.width - indent) + PART_GAP * size
                card = replace(card, also=muscles[:count]) if helping else replace(card, works=muscles[:count])
                break
        else:
            card = replace(card, also=()) if helping else card
    return items, card


def _muscles(word: str, names: list[str], size: float, kit: Kit, language: str) -> Phrase:
    spans = (Span(text=word, emphasis=Emphasis.STRONG), Span(text=" " + ", ".join(names)))
    type_ = Type(style=Style.TEXT, color=kit.theme.ink, leading=LEGEND_LEADING)
    return set_spans(spans, type_, size, kit, language=language)
