"""A headline card in, its page out, or the answer that it does not fit: the first composition in which the names are large."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from math import isinf

from cardgen.compose import Card
from cardgen.display import Page
from cardgen.guide.model import plain_text
from cardgen.layout.cards.zones import zones_of
from cardgen.layout.ground.gauge import Gauge, gauge_of
from cardgen.layout.ground.header import NAMES_LEFT_OUT
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.overflow import Overflow, long_title
from cardgen.layout.poster.arrange import Sheet, Way, ways
from cardgen.layout.poster.head import POSTER, place_head
from cardgen.layout.poster.names import ENOUGH, height_at, largest_size, least_size, place_names
from cardgen.theme.type import WALL_NAME
from cardgen.values.geometry import to_mm
from cardgen.values.stock import Sheet as Paper

HEAD_ACROSS = 0.72
"""The part of its usual height that a head has on a sheet across."""
NO_LEAD = "a headline card prints the names of the steps, not their texts"


def fit_poster(card: Card, sheet: Paper, kit: Kit) -> Page | Overflow:
    """Lay a headline card out, its names as large as they fit."""
    zones = zones_of(kit)
    measures = replace(kit.measures, unit=zones.unit, margin=zones.margin, text_width=zones.text_width)
    gauge = gauge_of(replace(kit, measures=measures))
    order = count(1)
    head = place_head(card, POSTER, gauge, order, scale=HEAD_ACROSS if sheet.width > sheet.height else 1.0)
    if head is None:
        return long_title(card, sheet.name)
    composed = list(ways(Sheet(card=card, zones=zones, gauge=gauge, top=head.height)))
    if not composed:
        return _no_room(card, sheet)
    way, size = _best(composed, head.title_size, gauge)
    if not size:
        return _too_long(card, composed, gauge, sheet)
    before, names = way.before(order), place_names(way.field, size, gauge, order)
    return Page(
        width=zones.width,
        height=zones.height,
        items=(*head.items, *before, *names, *way.after(order)),
        title=card.title,
        language=card.language,
        notes=(NO_LEAD,) if way.complete else (NO_LEAD, NAMES_LEFT_OUT),
        type_size=size,
    )


def _best(composed: list[Way], title: float, gauge: Gauge) -> tuple[Way, float]:
    """Return the first way in which the names are nearly as large as is usual, else that with the largest; 0 where they fit in none."""
    sized = []
    for way in composed:
        size = largest_size(way.field, gauge, title)
        if size >= ENOUGH * min(gauge.size(WALL_NAME), title):
            return way, size
        sized.append((size, way))
    size, way = max(sized, key=lambda it: it[0])
    return way, size


def _too_long(card: Card, composed: list[Way], gauge: Gauge, sheet: Paper) -> Overflow:
    """Say which name is too long, or that there are too many."""
    least = least_size(gauge)
    over = min(height_at(way.field, least, gauge) - way.field.rect.height for way in composed)
    longest = max(card.steps, key=lambda step: len(plain_text(step.name)))
    at = f"{sheet.name} at {least:.3g} pt, the smallest size allowed"
    name = plain_text(longest.name)
    if isinf(over) or len(name) > LONG:
        message = f'the step "{name}" is too long for {at}'
    else:
        message = f"{len(card.steps)} steps are too many for {sheet.name} by {to_mm(over):.0f} mm at {least:.3g} pt"
    hint = "give the steps short names, or take a larger sheet"
    return Overflow(message=message, hint=hint, location=longest.location, excess=over)


LONG = 40
"""In letters: a name of more is a sentence."""


def _no_room(card: Card, sheet: Paper) -> Overflow:
    return Overflow(
        message=f"{sheet.name} has no room for a code this large",
        hint="scan it from nearer, or take a larger sheet",
        location=card.location,
        excess=float("inf"),
    )
