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
    Detail,
    Entry,
    Face,
    Marker,
    texts,
)
from cardgen.compose.choose import (
    BRIEF_BOXES,
    FULL_BOXES,
    HEADINGS,
    MAIN_ROLES,
    ROLES,
    SAFETY_LINE,
    UNTITLED,
    compose_card,
    warns,
)

__all__ = [
    "BRIEF_BOXES",
    "FULL_BOXES",
    "HEADINGS",
    "MAIN_ROLES",
    "NO_BRAND",
    "ROLES",
    "SAFETY_LINE",
    "UNTITLED",
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
    "texts",
    "warns",
]
