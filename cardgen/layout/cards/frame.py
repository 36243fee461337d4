"""A card and its sheet in, what all compositions share out: band, stage, tab and foot around a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item, Page
from cardgen.layout.cards.band import Band, place_band
from cardgen.layout.cards.compactstrip import Beside, place_compact_strip
from cardgen.layout.cards.foot import foot_rule, place_foot
from cardgen.layout.cards.square import STATION
from cardgen.layout.cards.stage import least_stage, place_stage
from cardgen.layout.cards.strip import Strip, place_strip
from cardgen.layout.cards.tab import group_of, place_tab, word_of
from cardgen.layout.cards.zones import Zones, zones_of
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.tile import place_tile
from cardgen.values.geometry import Rect

HUNG_AT = 0.75
"""Over a code that hangs, as a part of the margin."""
FOOT_GAP = 2.6
"""From the boxes to the rule of the foot, in units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sheet with its band, before its text is known."""

    zones: Zones
    kit: Kit
    band: Band
    order: Iterator[int]
    strip: float
    """Height of what a program asks, under the stage."""
    least: float
    """How low the stage may be, counted from the foot of a band over one line."""


class Code(Enum):
    """Where the code stands."""

    STAGE = "on the stage"
    HUNG = "at the band's right end, hanging into the stage: title and stage give way to the text"
    BARE = "the same, and there is no stage"


def begin(card: Card, kit: Kit, code: Code = Code.STAGE) -> Frame:
    """Place the band of a card."""
    zones = zones_of(kit)
    if code is not Code.STAGE and card.video:
        top = max(zones.margin * HUNG_AT, kit.measures.top_edge)
        tile = place_tile(card, kit, 0.0, count(1), width=zones.rail)
        wide = tile.rect.width if tile else 0.0
        zones = replace(zones, code_top=top, band_right=zones.width - zones.margin - wide - zones.inset)
    measures = replace(kit.measures, unit=zones.unit, margin=zones.margin, text_width=zones.text_width)
    kit = replace(kit, measures=measures)
    order = count(1)
    if code is Code.STAGE and kit.shared and 0 < kit.shared.stage < least_stage(card, zones, kit):
        return begin(card, kit, Code.HUNG)
    if zones.code_top is not None and card.number:  # the code hangs where the square would be
        card = replace(card, number="", eyebrow=(f"{STATION} {card.number}", *card.eyebrow))
    band = place_band(card, zones, kit, order)
    least = least_stage(card, zones, kit) + band.height - zones.band
    stage = max(zones.stage, least)
    zones = replace(zones, stage=stage, foot=min(zones.foot, foot_rule(zones, kit) - FOOT_GAP * zones.unit))
    strip = _strip(card, 0.0, zones, kit, count(1))
    return Frame(zones=zones, kit=kit, band=band, order=order, least=least, strip=strip.height if strip else 0.0)


def _strip(card: Card, top: float, zones: Zones, kit: Kit, order: Iterator[int]) -> Strip | None:
    """Place what a program asks of the exercise; None outside of programs."""
    if card.prescription is None:
        return None
    if zones.is_small:
        return place_compact_strip(card.prescription, top, Beside(until=0.0, x=0.0), kit, order)
    return place_strip(card.prescription, top, kit, order)


def finish(card: Card, frame: Frame, text: list[Item], stage: tuple[Item, ...], size: float) -> Page:
    """Return the page: the text painted first, so that without tags it is read in one piece; the order is in the marks."""
    zones, kit = frame.zones, frame.kit
    group, top = group_of(card), zones.tabs
    tab = place_tab(group, top, zones, kit) if group else ()
    foot = place_foot(card, zones, kit, frame.order, word_of(card, top, zones, kit))
    return Page(
        width=zones.width,
        height=zones.height,
        items=(*text, *frame.band.items, *stage, *tab, *foot),
        title=card.title,
        language=card.language,
        type_size=size,
    )


def stage_over(card: Card, frame: Frame, height: float) -> tuple[float, tuple[Item, ...]]:
    """Place the stage under the band, and the strip of a program under it; return where they end, and their items."""
    foot = frame.zones.band + height
    rect = Rect(x=0, y=frame.band.height, width=frame.zones.width, height=foot - frame.band.height)
    stage = place_stage(frame.band.named, rect, frame.zones, frame.kit, frame.order)
    return foot + frame.strip, (*stage.items, *strip_under(card, foot, frame))


def strip_under(card: Card, top: float, frame: Frame) -> tuple[Item, ...]:
    """Place what a program asks of the exercise; nothing outside of programs."""
    strip = _strip(card, top, frame.zones, frame.kit, frame.order)
    return strip.items if strip else ()
