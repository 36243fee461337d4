"""The foot of a card: hairline, the gym's name at the left, the address that can be typed at the right, notes above them."""

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

SIZE = 7.4
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
        if row.side is not Side.LEFT:
            x += measures.text_width - max(line_width(row.text, a, b) for a, b in lines) * size
        mark = Mark(role=row.role, order=next(order), link=row.link)
        items += place_lines(row.text, lines, setting, Slot(x, y), mark)
        y += len(lines) * setting.leading
    return Footer(items=tuple(items), top=top)


def _rows(card: Card, kit: Kit) -> list[Row]:
    measures, case = kit.measures, kit.case
    notes = (*card.footnotes, card.brand) if card.brand else card.footnotes
    rows = [Row(text=set_text(note, case, Style.TEXT, language=card.language), role=Role.FOOTER) for note in notes]
    if card.video:
        address = set_verbatim(card.video.label, case, Style.TEXT)
        size = measures.small(SIZE)
        left = rows[-1].text if rows else None
        room = measures.text_width - BETWEEN * measures.unit - (whole_width(left) * size if left else 0.0)
        shared = left is not None and whole_width(address) * size <= room
        side = Side.RIGHT_OF_LAST if shared else Side.RIGHT
        rows.append(Row(text=address, role=Role.ADDRESS, side=side, link=card.video.url))
    return rows
