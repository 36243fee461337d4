"""A headline card in, its page out, or the answer that it does not fit: the first composition in which the names are large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Page
from cardgen.guide.model import plain_text
from cardgen.layout.ground.gauge import Gauge, gauge_of
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.overflow import Overflow, long_title, too_small
from cardgen.layout.ground.zones import zones_of
from cardgen.layout.poster.arrange import Sheet, Way, ways
from cardgen.layout.poster.head import POSTER, place_head
from cardgen.layout.poster.names import ENOUGH, POSTER_TIGHT, height_at, largest_size, least_size, place_names, too_long
from cardgen.layout.poster.names import POSTER as POSTER_NAMES
from cardgen.theme.type import WALL_NAME
from cardgen.values.geometry import to_mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import Sheet as Paper

HEAD_ACROSS = 0.72
"""The part of its usual height that a head has on a sheet across."""


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
        return too_small(card, sheet.name, gauge.kit)
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
        notes=(LeftOut.TEXTS_OF_HEADLINE,) if way.complete else (LeftOut.TEXTS_OF_HEADLINE, LeftOut.MUSCLES),
        type_size=size,
    )


def _best(composed: Sequence[Way], title: float, gauge: Gauge) -> tuple[Way, float]:
    """Return the first way in which the names are nearly as large as is usual, else that with the largest; 0 where they fit in none."""
    sized = []
    for form in (POSTER_NAMES, POSTER_TIGHT):
        for way in (replace(it, field=replace(it.field, form=form)) for it in composed):
            size = largest_size(way.field, gauge, title)
            if size >= ENOUGH * min(gauge.size(WALL_NAME), title):
                return way, size
            sized.append((size, way))
        if any(size for size, _ in sized):
            break
    size, way = max(sized, key=lambda it: it[0])
    return way, size


def _too_long(card: Card, composed: Sequence[Way], gauge: Gauge, sheet: Paper) -> Overflow:
    """Say which name is too long, or that there are too many."""
    least = least_size(gauge)
    fields = [replace(way.field, form=POSTER_TIGHT) for way in composed]
    over = min(height_at(field, least, gauge) - field.rect.height for field in fields)
    at = f"at {least:.3g} pt, the smallest size allowed"
    if long := too_long(card.steps, over):
        message = f'the step "{plain_text(long.name)}" is too long for {sheet.name} {at}'
    else:
        message = f"{len(card.steps)} steps are too many for {sheet.name} by {to_mm(over):.0f} mm {at}"
    hint = "give the steps short names, or take a larger sheet"
    return Overflow(message=message, hint=hint, location=long.location if long else card.location, excess=over)
