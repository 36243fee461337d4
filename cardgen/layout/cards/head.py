"""A card in, its head out: with its picture in a row of its own where it is wide and the sheet is upright.

In a program, what it asks of the exercise stands in a strip under the head, which counts as a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.compose import Card
from cardgen.layout.cards.strip import strip
from cardgen.layout.ground.box import place
from cardgen.layout.ground.figures import plan_figure
from cardgen.layout.ground.header import CONTENT, Header, picture_room, place_header
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.photohead import place_photo_header
from cardgen.layout.ground.tile import code_tile
from cardgen.values.geometry import mm

LEAST_STATURE_MM = 16.0
"""Of a body beside the title, if it stood: less, and nobody tells the knee from the elbow."""
NARROW = 0.85
"""The part of its full height that a figure beside the title has at least."""


def place_head(card: Card, kit: Kit, order: Iterator[int]) -> Header:
    """Place the head of a card; one across, and one with a narrow figure, has its picture where others have the map."""
    header = _header(card, kit, order)
    if card.prescription is None:
        return header
    below = strip(card.prescription, kit)
    items = place(below, 0.0, header.height, order)
    return replace(header, items=(*header.items, *items), height=header.height + below.height)


def _header(card: Card, kit: Kit, order: Iterator[int]) -> Header:
    """Place the head; of two ways for a figure, the one that names all muscles."""
    upright = kit.measures.width <= kit.measures.height
    if not upright or not (card.photos or card.figure):
        return place_header(card, kit, order)
    if card.photos:
        return place_photo_header(card, kit, order)
    beside = place_header(card, kit, order) if _fits_beside(card, kit) else None
    if beside and not (beside.notes and kit.photo_share):
        return beside
    in_row = place_photo_header(card, kit, order)
    return beside if beside and in_row.notes else in_row


def _fits_beside(card: Card, kit: Kit) -> bool:
    """Tell whether the figure has room beside the title: nearly as high as the code's tile or, where text is to gain room, told yet."""
    tile = code_tile(card, kit)
    full = tile.height if tile else CONTENT * kit.measures.unit
    plan = plan_figure(card, (picture_room(tile, kit), full), kit.theme)
    if plan is None:
        return False
    return plan.height >= NARROW * full or (not kit.photo_share and plan.stature >= mm(LEAST_STATURE_MM))


def under_head(card: Card, header: Header) -> Card:
    """Return the card as it stands under its head: without a lead where that is in the head, or where a strip stands instead."""
    return replace(card, lead=()) if header.has_lead or card.prescription else card
