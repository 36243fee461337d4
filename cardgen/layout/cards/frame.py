"""A card and its sheet in, what all compositions share out: band, stage, tab and foot around a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item, Page
from cardgen.layout.cards.band import Band, place_band
from cardgen.layout.cards.foot import place_foot
from cardgen.layout.cards.stage import least_stage, place_stage
from cardgen.layout.cards.tab import group_of, place_tab, word_of
from cardgen.layout.cards.zones import Zones, zones_of
from cardgen.layout.ground.measures import Kit
from cardgen.values.geometry import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sheet with its band, before its text is known."""

    zones: Zones
    kit: Kit
    band: Band
    order: Iterator[int]
    least: float
    """How low the stage may be, counted from the foot of a band over one line."""


def begin(card: Card, kit: Kit) -> Frame:
    """Place the band of a card."""
    zones = zones_of(kit)
    measures = replace(kit.measures, unit=zones.unit, margin=zones.margin, text_width=zones.text_width)
    kit = replace(kit, measures=measures)
    order = count(1)
    band = place_band(card, zones, kit, order)
    least = least_stage(card, zones, kit) + band.height - zones.band
    return Frame(zones=zones, kit=kit, band=band, order=order, least=least)


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


def stage_over(frame: Frame, height: float) -> tuple[float, tuple[Item, ...]]:
    """Place the stage under the band; return where it ends, and its items."""
    foot = frame.zones.band + height
    rect = Rect(x=0, y=frame.band.height, width=frame.zones.width, height=foot - frame.band.height)
    return foot, place_stage(frame.band.named, rect, frame.zones, frame.kit, frame.order).items
