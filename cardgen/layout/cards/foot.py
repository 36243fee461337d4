"""A card in, its foot out: one line, the gym left and the code's address right, each once."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role
from cardgen.layout.cards.zones import Zones
from cardgen.layout.ground.footer import _name
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Setting, Slot, place_line, set_text, set_verbatim, whole_width
from cardgen.theme.type import Style
from cardgen.values.geometry import mm

SIZE = 7.4
"""In points on A5."""
RULE, BASELINE = 9.2, 4.9
"""From the sheet's edge, in units."""
RULE_MM, RULE_PAD = 0.25, 1.7
BETWEEN = 6.0


def foot_rule(zones: Zones, kit: Kit) -> float:
    """Return where the rule stands over the foot's line."""
    measures = kit.measures
    baseline = measures.height - max(BASELINE * zones.unit, measures.bottom_edge)
    cap = kit.cap(Style.TEXT) * measures.small(SIZE)
    return min(measures.height - RULE * zones.unit, baseline - cap - RULE_PAD * zones.unit)


def place_foot(card: Card, zones: Zones, kit: Kit, order: Iterator[int], word: str = "") -> tuple[Item, ...]:
    """Place the foot."""
    measures = kit.measures
    size = measures.small(SIZE)
    setting = Setting(size=size, cap=kit.cap(Style.TEXT), color=kit.theme.muted)
    baseline = measures.height - max(BASELINE * zones.unit, measures.bottom_edge)
    y = baseline - setting.cap * size
    right = zones.width - zones.margin
    if not (card.video or word or card.brand.name or card.brand.address):
        return ()
    line = Slot(zones.left, foot_rule(zones, kit), zones.text_width)
    items: list[Item] = [rule(line, mm(RULE_MM), kit.theme.hairline)]
    room = zones.text_width
    if card.video:
        text = set_verbatim(card.video.label, kit.case, Style.TEXT)
        wide = whole_width(text) * size
        mark = Mark(role=Role.ADDRESS, order=next(order), link=card.video.url)
        items += place_line(text, setting, Slot(right - wide, y), mark)
        room -= wide + BETWEEN * zones.unit
    if word:
        text = set_text(word, kit.case, Style.LEAD_IN, language=card.language)
        wide = whole_width(text) * size
        items += place_line(
            text, setting, Slot(right - (zones.text_width - room) - wide, y), Mark(role=Role.FOOTER, order=next(order))
        )
        room -= wide + BETWEEN * zones.unit
    if card.brand.name or card.brand.address:
        name = _name(card, kit.case)
        if whole_width(name) * size <= room:
            items += place_line(name, setting, Slot(zones.left, y), Mark(role=Role.FOOTER, order=next(order)))
    return tuple(items)
