"""A card in, its head out: with photographs in a row of their own where it has them and the sheet is upright."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.compose import Card
from cardgen.layout.header import Header, place_header
from cardgen.layout.measures import Kit
from cardgen.layout.photohead import place_photo_header


def place_head(card: Card, kit: Kit, order: Iterator[int]) -> Header:
    """Place the head of a card; one across has its photographs where others have the map."""
    if card.photos and kit.measures.width <= kit.measures.height:
        return place_photo_header(card, kit, order)
    return place_header(card, kit, order)
