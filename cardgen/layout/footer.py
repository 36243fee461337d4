"""The foot of a card: hairline, the gym's name at the left, the address that can be typed at the right, notes above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role
from cardgen.layout.measures import Kit
from cardgen.layout.shapes import rule
from cardgen.layout.text import Setting, Slot, line_width, place_lines, set_text, set_verbatim, whole_width
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import break_lines
from cardgen.typeset.prepare import Prepared

SIZE = 7.5
LEADING = 1.35
RULE_MM = 0.25
BETWEEN = 6.0
"""Least distance of name and address on one line, in sheet units, as are the two below."""
RULE_GAP = 2.2
BASELINE = 5.6
EMPTY_FOOT = 8.0


class Side(Enum):
    """Where a row stands."""

    LEFT = "left"
    RIGHT = "right"
    RIGHT_OF_LAST = "on the line of the row before it"


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


def place_footer(card: Card, kit: Kit, order: Iterator[int]) -> Footer:
    """Place the foot; its height follows from its rows."""
    measures = kit.measures
    rows = _rows(card, kit)
    if not rows:
        return Footer(items=(), top=measures.height - max(EMPTY_FOOT * measures.unit, measures.edge))
    size = measures.small(SIZE)
    setting = Setting(size=size, leading=LEADING * size, cap=kit.cap(Style.TEXT), color=kit.theme.muted)
    broken = [break_lines(row.text, measures.text_width / size) for row in rows]
    count = sum(len(lines) for row, lines in zip(rows, broken, strict=True) if row.side is not Side.RIGHT_OF_LAST)
    descent = -kit.case.fonts.face(Style.TEXT).descent * size
    last = measures.height - max(measures.edge, BASELINE * measures.unit) - descent
    y = last - (count - 1) * setting.leading - setting.cap * size
    top = y - RULE_GAP * measures.unit
    items: list[Item] = [
        rule(Slot(measures.margin, top, measures.text_width), RULE_MM * measures.unit, kit.theme.hairline)
    ]
    for row, lines in zip(rows, broken, strict=True):
        if row.side is Side.RIGHT_OF_LAST:
            y -= setting.leading
        x = measures.margin
        if row.side is not Side.LEFT and len(lines) == 1:
            x += measures.text_width - max(line_width(row.text, a, b) for a, b in lines) * size
        mark = Mark(role=row.role, order=next(order), link=row.link)
        items += place_lines(row.text, lines, setting, Slot(x, y), mark)
        y += len(lines) * setting.leading
    return Footer(items=tuple(items), top=top)


def _rows(card: Card, kit: Kit) -> list[Row]:
    """Return the rows from the top; without notes and brand the title stands at the left, to sort copies by."""
    measures, case = kit.measures, kit.case
    size = measures.small(SIZE)
    notes = [*card.footnotes, card.brand] if card.brand else [*card.footnotes]
    if not notes and card.video:
        notes = [card.title]
    texts = [set_text(note, case, Style.TEXT, language=card.language) for note in notes]
    if card.video is None:
        return [Row(text=text, role=Role.FOOTER) for text in texts]
    address = set_verbatim(card.video.label, case, Style.TEXT)
    room = measures.text_width - BETWEEN * measures.unit - whole_width(address) * size
    beside = next((text for text in reversed(texts) if whole_width(text) * size <= room), None)
    if beside:
        # The lowest row with room for the address goes to the foot, and the address beside it.
        texts = [*(text for text in texts if text is not beside), beside]
    side = Side.RIGHT_OF_LAST if beside else Side.RIGHT
    rows = [Row(text=text, role=Role.FOOTER) for text in texts]
    return [*rows, Row(text=address, role=Role.ADDRESS, side=side, link=card.video.url)]
