"""The foot of a card: hairline, logo, the gym's name and address at the left, the code's at the right, notes above.

In a booklet the page number stands at the outer edge, where it is seen when flicking: left on even pages, right on odd ones. It
keeps the same room on both, so that a card is as large on either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from math import inf
from typing import NamedTuple

from cardgen.compose import Brand, Card, Face
from cardgen.display import Item, Mark, Role, Text
from cardgen.layout.ground.logo import fitted, placed
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    block_height,
    line_width,
    place_line,
    place_lines,
    set_text,
    set_verbatim,
    whole_width,
)
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Piece, Prepared, prepare
from cardgen.typeset.shape import TypeCase
from cardgen.typeset.tidy import tidy
from cardgen.values.geometry import Rect

SIZE = 7.5
LEADING = 1.35
RULE, RULE_LOW = 0.25, 0.14
"""Weight of the rule, in sheet units, and in low ink."""
BETWEEN = 6.0
"""Least distance of name and address on one line, in sheet units, as are those below."""
RULE_GAP = 2.2
BASELINE, FOLIO_BASELINE = 5.6, 4.9
EMPTY_FOOT = 8.0
FOLIO_SIZE, FOLIO_LEAST = 10.0, 9.0
"""In points on A5; also on small sheets it is larger than the rest of the foot."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """The placed foot."""

    items: tuple[Item, ...]
    top: float
    """The rule's y, or the lower margin's without a footer; nothing else may go below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows under one another, broken to their measure."""

    rows: tuple[Row, ...]
    broken: tuple[Lines, ...]
    width: float
    setting: Setting

    @property
    def count(self) -> int:
        """How many lines there are; a row at the right of another takes none."""
        pairs = zip(self.rows, self.broken, strict=True)
        return sum(len(lines) for row, lines in pairs if row.side is not Side.RIGHT_OF_LAST)

    @property
    def height(self) -> float:
        """From the first cap line to the last baseline."""
        setting = self.setting
        return block_height(self.count, setting.cap * setting.size, setting.leading) if self.rows else 0.0

    def place(self, x: float, y: float, order: Iterator[int]) -> list[Item]:
        """Place the rows, the first cap line at `y`."""
        items: list[Item] = []
        setting = self.setting
        for row, lines in zip(self.rows, self.broken, strict=True):
            if row.side is Side.RIGHT_OF_LAST:
                y -= setting.leading
            at = x
            if row.side is not Side.LEFT and len(lines) == 1:
                at += self.width - max(line_width(row.text, a, b) for a, b in lines) * setting.size
            mark = Mark(role=row.role, order=next(order), link=row.link)
            items += place_lines(row.text, lines, setting, Slot(at, y), mark)
            y += len(lines) * setting.leading
        return items


def place_footer(card: Card, kit: Kit, order: Iterator[int]) -> Footer:
    """Place the foot; its height follows from its rows and the logo."""
    measures, case = kit.measures, kit.case
    size = measures.small(SIZE)
    setting = Setting(size=size, leading=LEADING * size, cap=kit.cap(Style.TEXT), color=kit.theme.muted)
    logo = _logo(card.brand, kit)
    notes = [set_text(note, case, Style.TEXT, language=card.language) for note in card.footnotes]
    named = [_name(card, case)] if card.brand.name or card.brand.address else []
    if not (notes or named or logo) and card.video:
        named = [set_text(card.title, case, Style.TEXT, language=card.language)]  # to sort copies by
    indent = logo.width + LOGO_GAP * measures.unit if logo else 0.0
    hand = hand_of(card.folio, Face.WHOLE if card.second_folio else card.face)
    inner = beside_folio(card.folio, hand, kit)
    width = inner.width - indent
    feet = (_block(_rows([*notes[at:], *named], card, width, kit), width, setting) for at in range(len(notes) + 1))
    # All notes stand with the name; beside a logo only as many as are no higher than it, in a booklet none.
    room = (0.0 if card.folio else logo.height) if logo else inf
    at, foot = next(((at, it) for at, it in enumerate(feet) if it.height <= room or at == len(notes)))
    above = _block([Row(text=note, role=Role.FOOTER) for note in notes[:at]], measures.text_width, setting)
    if not (foot.rows or logo or card.folio):
        return Footer(items=(), top=measures.height - max(EMPTY_FOOT * measures.unit, measures.bottom_edge))
    descent = -case.fonts.face(Style.TEXT).descent * size
    bottom = measures.height - max(measures.bottom_edge, BASELINE * measures.unit)
    height = foot.height or (setting.cap * size if card.folio else 0.0)
    # Text beside a logo is centred on it, capitals on its middle; either may be the higher one.
    high = logo.height if logo else 0.0
    y = bottom - max(height + descent, (height + high) / 2)
    head = min(y, y + height / 2 - high / 2) if logo else y
    items: list[Item] = []
    top = head
    if above.rows:
        top = head - NOTE_GAP * measures.unit - above.height
        items += above.place(measures.margin, top, order)
    if logo and card.brand.logo:
        mark = Mark(role=Role.LOGO, order=next(order), link=card.brand.link, alternative=card.brand.name or "logo")
        rect = replace(logo, x=inner.x, y=y + height / 2 - high / 2)
        items.append(placed(card.brand.logo, rect, mark))
    items += foot.place(inner.x + indent, y, order)
    if card.folio:
        items += place_folio(Folio(card.folio, hand), kit, order)
    top -= RULE_GAP * measures.unit
    line = rule(Slot(measures.margin, top, measures.text_width), rule_weight(kit), kit.theme.hairline)
    return Footer(items=(line, *items), top=top)


def beside_folio(folio: str, hand: Hand, kit: Kit) -> Slot:
    """Return where the foot's rows may stand: between the margins, without the room of the folio."""
    measures = kit.measures
    if not folio:
        return Slot(measures.margin, 0.0, measures.text_width)
    widest = set_verbatim("0" * max(len(folio), FOLIO_DIGITS), kit.case, Style.LEAD_IN)
    room = whole_width(widest) * measures.small(FOLIO_SIZE, FOLIO_LEAST) + FOLIO_GAP * measures.unit
    return Slot(measures.margin + (0.0 if hand is Hand.RECTO else room), 0.0, measures.text_width - room)


def place_folio(folio: Folio, kit: Kit, order: Iterator[int]) -> tuple[Text, ...]:
    """Place the page number at the outer edge, at one height on every page of a booklet."""
    measures = kit.measures
    size = measures.small(FOLIO_SIZE, FOLIO_LEAST)
    text = set_verbatim(folio.text, kit.case, Style.LEAD_IN)
    x = measures.margin + (measures.text_width - whole_width(text) * size if folio.hand is Hand.RECTO else 0.0)
    setting = Setting(size=size, cap=kit.cap(Style.LEAD_IN), color=kit.theme.ink)
    slot = Slot(x, foot_baseline(kit) - setting.cap * size)
    return place_line(text, setting, slot, Mark(role=Role.FOLIO, order=next(order)))


def foot_baseline(kit: Kit) -> float:
    """Return the baseline of the foot's line, the same on every page of a booklet."""
    measures = kit.measures
    return measures.height - max(FOLIO_BASELINE * measures.unit, measures.bottom_edge)


def rule_weight(kit: Kit) -> float:
    """Return the weight of the rule over the foot."""
    return (RULE_LOW if kit.theme.mode is Ink.LOW else RULE) * kit.measures.unit


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
    size = kit.measures.small(SIZE)
    address = set_verbatim(card.video.label, kit.case, Style.TEXT)
    room = width - BETWEEN * kit.measures.unit - whole_width(address) * size
    beside = next((text for text in reversed(texts) if whole_width(text) * size <= room), None)
    if beside:
        # The lowest row with room for the address goes to the foot, and the address beside it.
        texts = [*(text for text in texts if text is not beside), beside]
    side = Side.RIGHT_OF_LAST if beside else Side.RIGHT
    rows = [Row(text=text, role=Role.FOOTER) for text in texts]
    return [*rows, Row(text=address, role=Role.ADDRESS, side=side, link=card.video.url)]


def _block(rows: list[Row], width: float, setting: Setting) -> Block:
    broken = tuple(break_lines(row.text, width / setting.size) for row in rows)
    return Block(rows=tuple(rows), broken=broken, width=width, setting=setting)


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
