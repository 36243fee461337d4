"""A guide in, the parts of a card out: which sections are printed, in which order, under which heading. Knows no fonts."""

from __future__ import annotations

from cardgen.compose.card import (
    NO_BRAND,
    Box,
    BoxKind,
    Brand,
    Card,
    CardPhoto,
    CardSection,
    CardStep,
    Entry,
    Face,
    Marker,
    texts,
)
from cardgen.compose.choose import (
    BRIEF_BOXES,
    FULL_BOXES,
    MAIN_ROLES,
    ROLES,
    compose_card,
    origin_of,
    warns,
)
from cardgen.values.use import Detail

__all__ = [
    "BRIEF_BOXES",
    "FULL_BOXES",
    "MAIN_ROLES",
    "NO_BRAND",
    "ROLES",
    "Box",
    "BoxKind",
    "Brand",
    "Card",
    "CardPhoto",
    "CardSection",
    "CardStep",
    "Detail",
    "Entry",
    "Face",
    "Marker",
    "compose_card",
    "origin_of",
    "texts",
    "warns",
]
