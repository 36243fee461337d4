"""The foot of a card: hairline, logo, the gym's name and address at the left, the code's at the right, notes above.

In a booklet the page number stands at the outer edge, where it is seen when flicking: left on even pages, right on odd ones. It
keeps the same room on both, so that a card is as large on either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import inf
from typing import NamedTuple

from cardgen.compose import Brand, Card, Face
from cardgen.display import Mark, Role, Text
from cardgen.layout.ground.box import Frame, Pen, pinned, place, read, says
from cardgen.layout.ground.logo import fitted, placed
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, set_figures, setting_of, size_of, type_of
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Setting, Slot, block_height, set_text, set_verbatim, whole_width
from cardgen.theme.type import CARD_FOOT, FOLIO, Style
from cardgen.typeset.prepare import Piece, Prepared, prepare
from cardgen.typeset.shape import TypeCase
from cardgen.typeset.tidy import tidy
from cardgen.values.geometry import Rect

BETWEEN = 6.0
"""Least distance of name and address on one line, in sheet units, as are those below."""
RULE_GAP = 2.2
BASELINE, FOLIO_BASELINE = 5.6, 4.9
EMPTY_FOOT = 8.0
FOLIO_DIGITS, FOLIO_GAP = 3, 4.0
"""What room it keeps: so many digits, and a gap in sheet units."""
LOGO_ROOM = (36.0, 7.0)
"""Greatest width and height of a logo, in sheet units."""
LOGO_GAP = 3.0
"""From the logo to the text beside it."""
NOTE_GAP = 2.0
"""From the last note to the logo below it."""


class Hand(Enum):
    """Which page of a spread a page is."""

    VERSO = "left"
    RECTO = "right"


class Side(Enum):
    """Where a row stands."""

    LEFT = "left"
    RIGHT = "right"
    RIGHT_OF_LAST = "on the line of the row before it"


class Folio(NamedTuple):
    """A page number and the page it stands on."""

    text: str
    hand: Hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the foot, or several of one paragraph."""

    text: Prepared
    role: Role
    side: Side = Side.LEFT
    link: str = ""


def foot_of(card: Card, kit: Kit, width: float) -> Frame:
    """Return the foot, so wide, from its rule to the sheet's lower edge; its height follows from its rows and the logo."""
    measures, case, unit = kit.measures, kit.case, kit.measures.unit
    size = size_of(CARD_FOOT, kit)
    setting = setting_of(type_of(CARD_FOOT, kit), size, kit)
    logo = _logo(card.brand, kit)
    notes = [set_text(note, case, Style.TEXT, language=card.language) for note in card.footnotes]
    named = [_name(card, case)] if card.brand.name or card.brand.address else []
    if not (notes or named or logo) and card.video:
        named = [set_text(card.title, case, Style.TEXT, language=card.language)]  # to sort copies by
    indent = logo.width + LOGO_GAP * unit if logo else 0.0
    folio = Folio(card.folio, hand_of(card.folio, Face.WHOLE if card.second_folio else card.face))
    inner = _beside(folio, kit, width)
    feet = (
        _block(_rows([*notes[at:], *named], card, inner.width - indent, kit), inner.width - indent, setting)
        for at in range(len(notes) + 1)
    )
    # All notes stand with the name; beside a logo only as many as are no higher than it, in a booklet none.
    room = (0.0 if card.folio else logo.height) if logo else inf
    at, foot = next(((at, it) for at, it in enumerate(feet) if it.height <= room or at == len(notes)))
    above = _block([Row(text=note, role=Role.FOOTER) for note in notes[:at]], width, setting)
    if not (foot.height or logo or card.folio):
        return Frame(width, max(EMPTY_FOOT * unit, measures.bottom_edge), lambda _pen, _rect: None)
    descent = -case.fonts.face(Style.TEXT).descent * size
    height = foot.height or (setting.cap * size if card.folio else 0.0)
    # Text beside a logo is centred on it, capitals on its middle; either may be the higher one.
    high = logo.height if logo else 0.0
    rise = _below(kit) + max(height + descent, (height + high) / 2)
    head = max(rise, rise + (high - height) / 2) if logo else rise
    over = NOTE_GAP * unit + above.height if at else 0.0

    def put(pen: Pen, rect: Rect) -> None:
        y = rect.bottom - rise
        pen.items.append(rule(Slot(rect.x, rect.y, width), rule_weight(kit), kit.theme.hairline))
        pen.items += place(above, rect.x, rect.y + RULE_GAP * unit, pen.order)
        if logo and card.brand.logo:
            alternative = card.brand.name or kit.words("brand.logo")
            mark = Mark(role=Role.LOGO, order=next(pen.order), link=card.brand.link, alternative=alternative)
            pen.items.append(
                placed(card.brand.logo, replace(logo, x=rect.x + inner.x, y=y + (height - high) / 2), mark)
            )
        pen.items += place(foot, rect.x + inner.x + indent, y, pen.order)
        if card.folio:
            pen.items += _folio(folio, Slot(rect.x, rect.bottom - _raised(card.brand, kit), width), kit, pen.order)

    return Frame(width, RULE_GAP * unit + over + head, put)


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


def _raised(brand: Brand, kit: Kit) -> float:
    """Return how far the baseline of that row stands above the sheet's edge."""
    size, logo = size_of(CARD_FOOT, kit), _logo(brand, kit)
    descent = -kit.case.fonts.face(Style.TEXT).descent * size
    height = kit.cap(Style.TEXT) * size
    return _below(kit) + max(descent, (logo.height - height) / 2 if logo else 0.0)


def _below(kit: Kit) -> float:
    """Return what stays white under the foot."""
    return max(kit.measures.bottom_edge, BASELINE * kit.measures.unit)


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


def _rows(texts: list[Prepared], card: Card, width: float, kit: Kit) -> list[Row]:
    """Return the rows from the top, the code's address among them."""
    if card.video is None:
        return [Row(text=text, role=Role.FOOTER) for text in texts]
    size = size_of(CARD_FOOT, kit)
    address = set_verbatim(card.video.label, kit.case, Style.TEXT)
    room = width - BETWEEN * kit.measures.unit - whole_width(address) * size
    beside = next((text for text in reversed(texts) if whole_width(text) * size <= room), None)
    if beside:
        # The lowest row with room for the address goes to the foot, and the address beside it.
        texts = [*(text for text in texts if text is not beside), beside]
    side = Side.RIGHT_OF_LAST if beside else Side.RIGHT
    rows = [Row(text=text, role=Role.FOOTER) for text in texts]
    return [*rows, Row(text=address, role=Role.ADDRESS, side=side, link=card.video.url)]


def _block(rows: Sequence[Row], width: float, setting: Setting) -> Frame:
    """Frame rows under one another, each on as many lines as it takes."""
    frames: list[Frame] = []
    places: list[tuple[float, float]] = []
    y = 0.0
    for row in rows:
        phrase = Phrase(text=row.text, setting=setting)
        lines = phrase.broken(width)
        y -= setting.leading if row.side is Side.RIGHT_OF_LAST else 0.0
        beside = row.side is not Side.LEFT and len(lines) == 1
        places.append((width - lines[0][0] if beside else 0.0, y))
        frames.append(read(_lines(phrase, lines), says(row.role, link=row.link)))
        y += len(lines) * setting.leading
    return pinned(frames, places, width, y - setting.leading + setting.cap * setting.size if rows else 0.0)


def _lines(phrase: Phrase, broken: list[tuple[float, tuple[int, int]]]) -> Frame:
    def put(pen: Pen, rect: Rect) -> None:
        pen.items += phrase.on_lines(broken, Slot(rect.x, rect.y), pen.mark)

    return Frame(max(wide for wide, _ in broken), block_height(len(broken), phrase.cap, phrase.setting.leading), put)


def _name(card: Card, case: TypeCase) -> Prepared:
    """Return the gym's name and its address, which is printed to the letter and can be clicked."""
    brand = card.brand
    name = tidy(brand.name, language=card.language) + " · " * bool(brand.name and brand.address)
    pieces = (Piece(name, Style.TEXT), Piece(brand.address, Style.TEXT, brand.link))
    return prepare([piece for piece in pieces if piece.text], case)


def _logo(brand: Brand, kit: Kit) -> Rect | None:
    """Return the size of the logo: as large as its room allows, never stretched."""
    if brand.logo is None:
        return None
    unit = kit.measures.unit
    return fitted(brand.logo, LOGO_ROOM[0] * unit, LOGO_ROOM[1] * unit)
