"""A card and its sheet in, what all compositions share out: band, stage, tab and foot around a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item, Page
from cardgen.layout.cards.compactstrip import Beside, compact_strip
from cardgen.layout.cards.strip import strip as wide_strip
from cardgen.layout.cards.tab import group_of, place_tab, word_of
from cardgen.layout.ground import box
from cardgen.layout.ground.band import Band, place_band
from cardgen.layout.ground.foot import foot_rule, notes_height, place_foot
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.stage import Code, least_stage, place_stage
from cardgen.layout.ground.tile import code_tile
from cardgen.layout.ground.zones import Zones, zones_of
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


class CodePlace(Enum):
    """Where the code stands."""

    STAGE = "on the stage"
    HUNG = "at the band's right end, hanging into the stage: title and stage give way to the text"
    BARE = "the same, and there is no stage"


def begin(card: Card, kit: Kit, code: CodePlace = CodePlace.STAGE) -> Frame:
    """Place the band of a card."""
    zones = zones_of(kit)
    if code is not CodePlace.STAGE and card.video:
        top = max(zones.margin * HUNG_AT, kit.measures.top_edge)
        tile = code_tile(card, kit, width=zones.rail)
        wide = tile.width if tile else 0.0
        zones = replace(zones, code_top=top, band_right=zones.width - zones.margin - wide - zones.inset)
    measures = replace(kit.measures, unit=zones.unit, margin=zones.margin, text_width=zones.text_width)
    kit = replace(kit, measures=measures)
    order = count(1)
    if zones.code_top is not None and card.number:  # the code hangs where the square would be
        card = replace(card, number="", eyebrow=(kit.words("card.station", number=card.number), *card.eyebrow))
    band = place_band(card, zones, kit, order)
    least = least_stage(card, zones, kit) + band.height - zones.band
    stage = max(zones.stage, least)
    over = foot_rule(zones, kit) - FOOT_GAP * zones.unit - notes_height(card, zones, kit)
    zones = replace(zones, stage=stage, foot=min(zones.foot, over))
    strip = strip_of(card, zones, kit)
    return Frame(zones=zones, kit=kit, band=band, order=order, least=least, strip=strip.height if strip else 0.0)


def strip_of(card: Card, zones: Zones, kit: Kit) -> box.Frame | None:
    """Return what a program asks of the exercise; None outside of programs."""
    if card.prescription is None:
        return None
    if zones.is_small:
        return compact_strip(card.prescription, 0.0, Beside(until=0.0, x=0.0), kit)
    return wide_strip(card.prescription, kit)


def finish(
    card: Card, frame: Frame, text: Sequence[Item], stage: Sequence[Item], code: Code | None, size: float
) -> Page:
    """Return the page: the text painted first, so that without tags it is read in one piece; the order is in the marks."""
    zones, kit = frame.zones, frame.kit
    tile = box.place(code.tile, code.x, code.y, frame.order) if code else []
    group = group_of(card)
    tab = place_tab(group, zones.tabs, zones, kit) if group else ()
    foot = place_foot(card, zones, kit, frame.order, word_of(card, zones.tabs, zones, kit))
    return Page(
        width=zones.width,
        height=zones.height,
        items=(*text, *frame.band.items, *stage, *tile, *tab, *foot),
        title=card.title,
        language=card.language,
        type_size=size,
    )


def stage_over(card: Card, frame: Frame, height: float) -> tuple[float, list[Item], Code | None]:
    """Place the stage under the band, and the strip of a program under it; return where they end, their items, and the code."""
    foot = frame.zones.band + height
    rect = Rect(x=0, y=frame.band.height, width=frame.zones.width, height=foot - frame.band.height)
    items, code = place_stage(frame.band.named, rect, frame.zones, frame.kit, frame.order)
    return foot + frame.strip, [*items, *strip_under(card, foot, frame)], code


def strip_under(card: Card, top: float, frame: Frame) -> list[Item]:
    """Place what a program asks of the exercise; nothing outside of programs."""
    strip = strip_of(card, frame.zones, frame.kit)
    return box.place(strip, 0.0, top, frame.order) if strip else []
