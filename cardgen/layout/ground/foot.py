"""A card in, its foot out: one line, the gym left and the code's address right, each once; remarks stand over its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.compose import Card, Face
from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.footer import Folio, beside_folio, foot_baseline, hand_of, place_folio
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Setting, Slot, place_line, set_text, set_verbatim, whole_width
from cardgen.layout.ground.zones import Zones
from cardgen.theme.type import Style
from cardgen.typeset.prepare import Piece, Prepared, prepare
from cardgen.typeset.tidy import tidy
from cardgen.values.geometry import mm

SIZE = 7.4
"""In points on A5."""
RULE = 9.2
"""From the sheet's edge, in units."""
RULE_MM, RULE_PAD = 0.25, 1.7
BETWEEN = 6.0
NOTE_LEADING, NOTE_GAP = 1.3, 2.2
"""Of remarks over the rule, in em; from the last of them to the rule, in units."""


def foot_rule(zones: Zones, kit: Kit) -> float:
    """Return where the rule stands over the foot's line."""
    cap = kit.cap(Style.TEXT) * kit.measures.small(SIZE)
    return min(kit.measures.height - RULE * zones.unit, foot_baseline(kit) - cap - RULE_PAD * zones.unit)


def notes_height(card: Card, zones: Zones, kit: Kit) -> float:
    """Return what the remarks take over the rule; nothing without any."""
    notes = _notes(card, kit)
    return sum(note.height(zones.text_width) for note in notes) + _between(notes, zones) if notes else 0.0


def _between(notes: Sequence[Phrase], zones: Zones) -> float:
    """Return the white between remarks, and under the last."""
    return sum(note.setting.leading - note.cap for note in notes[1:]) + NOTE_GAP * zones.unit


def _notes(card: Card, kit: Kit) -> list[Phrase]:
    face = Type(style=Style.TEXT, color=kit.theme.muted, leading=NOTE_LEADING)
    size = kit.measures.small(SIZE)
    return [set_phrase(note, face, size, kit, language=card.language) for note in card.footnotes]


def _place_notes(card: Card, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the remarks of guide and gym over the rule, the last lowest."""
    items: list[Item] = []
    y = foot_rule(zones, kit) - notes_height(card, zones, kit)
    for note in _notes(card, kit):
        slot = Slot(zones.left, y, zones.text_width)
        items += note.within(slot, Mark(role=Role.FOOTER, order=next(order)))
        y += note.height(slot.width) + note.setting.leading - note.cap
    return items


def place_foot(card: Card, zones: Zones, kit: Kit, order: Iterator[int], word: str = "") -> tuple[Item, ...]:
    """Place the foot: gym, the tab's word where the tab has no room for it, and address; in a booklet the page at the outer edge."""
    if not (card.footnotes or card.video or word or card.folio or card.brand.name or card.brand.address):
        return ()
    size = kit.measures.small(SIZE)
    setting = Setting(size=size, cap=kit.cap(Style.TEXT), color=kit.theme.muted)
    y = foot_baseline(kit) - setting.cap * size
    line = Slot(zones.left, foot_rule(zones, kit), zones.text_width)
    items: list[Item] = [rule(line, mm(RULE_MM), kit.theme.hairline)]
    items += _place_notes(card, zones, kit, order)
    hand = hand_of(card.folio, Face.WHOLE if card.second_folio else card.face)
    inner = beside_folio(card.folio, hand, kit)
    left, right = max(inner.x, zones.left), inner.x + inner.width
    gap = BETWEEN * zones.unit
    named = _name(card, kit) if card.brand.name or card.brand.address else None
    if card.video:
        text = set_verbatim(card.video.label, kit.case, Style.TEXT)
        right -= whole_width(text) * size
        items += place_line(
            text, setting, Slot(right, y), Mark(role=Role.ADDRESS, order=next(order), link=card.video.url)
        )
        right -= gap
    if word:
        text = set_text(word, kit.case, Style.LEAD_IN, language=card.language)
        if whole_width(text) * size <= right - left:
            right -= whole_width(text) * size
            items += place_line(text, setting, Slot(right, y), Mark(role=Role.FOOTER, order=next(order)))
            right -= gap
    if named and whole_width(named) * size <= right - left:
        items += place_line(named, setting, Slot(left, y), Mark(role=Role.FOOTER, order=next(order)))
    if card.folio:
        items += place_folio(Folio(card.folio, hand), kit, order)
    return tuple(items)


def _name(card: Card, kit: Kit) -> Prepared:
    """Return the gym's name and its address, which is printed to the letter and can be clicked."""
    brand = card.brand
    name = tidy(brand.name, language=card.language) + " \u00b7 " * bool(brand.name and brand.address)
    pieces = (Piece(name, Style.TEXT), Piece(brand.address, Style.TEXT, brand.link))
    return prepare([piece for piece in pieces if piece.text], kit.case)
