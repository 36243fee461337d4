"""A page and its number in, where the number stands out, and what it leaves to the foot.

In a booklet it stands at the outer edge, where it is seen when flicking: left on even pages, right on odd ones. It
keeps the same room on both, so that a card is as large on either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from cardgen.compose import Face
from cardgen.display import Mark, Role, Text
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, set_figures, size_of, type_of
from cardgen.layout.ground.text import Slot
from cardgen.theme.type import FOLIO, Style

RULE_GAP = 2.2
"""From the rule over the foot to its line, in sheet units, as are those below."""
FOLIO_BASELINE = 4.9
"""Over the trim."""
FOLIO_DIGITS, FOLIO_GAP = 3, 4.0
"""What room it keeps: so many digits, and a gap in sheet units."""
LOGO_ROOM = (36.0, 7.0)
"""Greatest width and height of a logo, in sheet units."""


class Hand(Enum):
    """Which page of a spread a page is."""

    VERSO = "left"
    RECTO = "right"


class Folio(NamedTuple):
    """A page number and the page it stands on."""

    text: str
    hand: Hand


def beside_folio(folio: str, hand: Hand, kit: Kit) -> Slot:
    """Return where the foot's rows may stand: between the margins, without the room of the folio."""
    inner = _beside(Folio(folio, hand), kit, kit.measures.text_width)
    return replace(inner, x=kit.measures.margin + inner.x)


def _beside(folio: Folio, kit: Kit, width: float) -> Slot:
    """Return what the folio leaves of a foot that is so wide."""
    if not folio.text:
        return Slot(0.0, 0.0, width)
    room = _number("0" * max(len(folio.text), FOLIO_DIGITS), kit).width + FOLIO_GAP * kit.measures.unit
    return Slot(0.0 if folio.hand is Hand.RECTO else room, 0.0, width - room)


def place_folio(folio: Folio, kit: Kit, order: Iterator[int]) -> tuple[Text, ...]:
    """Place the page number at the outer edge, at one height on every page of a booklet."""
    measures = kit.measures
    return _folio(folio, Slot(measures.margin, foot_baseline(kit), measures.text_width), kit, order)


def _folio(folio: Folio, line: Slot, kit: Kit, order: Iterator[int]) -> tuple[Text, ...]:
    """Place the page number on a baseline."""
    number, mark = _number(folio.text, kit), Mark(role=Role.FOLIO, order=next(order))
    x = line.x + (line.width - number.width if folio.hand is Hand.RECTO else 0.0)
    return number.left(x, line.y - number.cap, mark)


def _number(text: str, kit: Kit) -> Phrase:
    return set_figures(text, type_of(FOLIO, kit), size_of(FOLIO, kit), kit)


def foot_baseline(kit: Kit) -> float:
    """Return the baseline of the foot's line, the same on every page of a booklet."""
    measures = kit.measures
    descent = -kit.case.fonts.face(Style.LEAD_IN).descent * size_of(FOLIO, kit)
    return measures.height - max(FOLIO_BASELINE * measures.unit, measures.bottom_edge + descent)


def rule_weight(kit: Kit) -> float:
    """Return the weight of the rule over the foot."""
    return kit.theme.weights.foot * kit.measures.unit


def hand_of(folio: str, face: Face = Face.WHOLE) -> Hand:
    """Return where a page stands: cover and all odd pages at the right; of two sides that face each other, the front at the left."""
    match face:
        case Face.FRONT:
            return Hand.VERSO
        case Face.BACK:
            return Hand.RECTO
        case Face.WHOLE:
            return Hand.RECTO if folio and int(folio) % 2 else Hand.VERSO
