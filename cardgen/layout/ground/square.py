"""A station's number and a square in, both placed out: found across the room, exactly as high as the band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Room as PhraseRoom
from cardgen.layout.ground.phrase import Type, fit_phrase
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Setting, Slot, place_line, set_verbatim, whole_width
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm

WORD, WORD_SHARE = 0.13, 0.7
"""Height of the word's capitals as a part of the square, and its greatest width."""
NUMBER, NUMBER_WIDTH, GAP = 0.46, 0.72, 0.09
"""Height of the numeral as a part of the square, its greatest width, and what lies between it and the word."""
FOOT = 0.09
"""White that stays under the numeral, where the safe edge presses both down."""
EDGE_MM = 0.5


def place_square(number: str, rect: Rect, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place a number in its square, under the word where that can be read."""
    fill, ink = kit.theme.station
    weight = mm(EDGE_MM)
    ground = rectangle(rect, fill or kit.theme.paper)
    if kit.theme.mode is not Ink.FULL:
        inner = rectangle(rect.inset(weight / 2, weight / 2), fill or kit.theme.paper)
        ground = replace(inner, stroke=kit.theme.ink, stroke_width=weight)
    cap = kit.cap(Style.EYEBROW)
    mark = Mark(role=Role.STATION, order=next(order))
    face = Type(style=Style.EYEBROW, color=ink)
    room = PhraseRoom(width=rect.width * WORD_SHARE, least=1.0)
    word = fit_phrase(kit.words("poster.station").upper(), face, WORD * rect.height / cap, room, kit)
    high = (WORD + GAP + NUMBER) * rect.height
    top = max(rect.y + (rect.height - high) / 2, kit.measures.top_edge)
    has_word = word.setting.size >= kit.measures.small(0.0) and top + high <= rect.bottom - FOOT * rect.height
    items: list[Item] = [ground]
    middle = rect.x + rect.width / 2
    if has_word:
        items += word.centred(middle, top, mark)
    numeral = set_verbatim(number, kit.case, Style.DISPLAY)
    high = kit.cap(Style.DISPLAY)
    size = min(
        NUMBER * rect.height / high * (1.0 if has_word else 1.3), NUMBER_WIDTH * rect.width / whole_width(numeral)
    )
    y = top + (WORD + GAP) * rect.height if has_word else rect.y + (rect.height - high * size) / 2
    setting = Setting(size=size, cap=high, color=ink)
    return [*items, *place_line(numeral, setting, Slot(middle - whole_width(numeral) * size / 2, y), mark)]
