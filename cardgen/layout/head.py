"""A card in, its head out: with photographs in a row of their own where it has them and the sheet is upright.

In a program, what it asks of the exercise stands in a strip under the head, which counts as a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.compose import Card
from cardgen.layout.header import Header, place_header
from cardgen.layout.measures import Kit
from cardgen.layout.photohead import place_photo_header
from cardgen.layout.strip import place_strip


def place_head(card: Card, kit: Kit, order: Iterator[int]) -> Header:
    """Place the head of a card; one across has its photographs where others have the map."""
    place = place_photo_header if card.photos and kit.measures.width <= kit.measures.height else place_header
    header = place(card, kit, order)
    if card.prescription is None:
        return header
    strip = place_strip(card.prescription, header.height, kit, order)
    return replace(header, items=(*header.items, *strip.items), height=header.height + strip.height)


def under_head(card: Card, header: Header) -> Card:
    """Return the card as it stands under its head: without a lead where that is in the head, or where a strip stands instead."""
    return replace(card, lead=()) if header.has_lead or card.prescription else card
