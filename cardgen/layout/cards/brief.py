"""The standard card: head, lead, steps under one another, boxes at the foot."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.layout.cards.arrange import Arrangement
from cardgen.layout.cards.body import STANDARD, Body, Rhythm, SetBox, shape_body
from cardgen.layout.cards.column import Block, Boxes, Column, Lead, Numbered
from cardgen.layout.cards.head import place_head, under_head
from cardgen.layout.ground.footer import foot_of
from cardgen.layout.ground.header import Header
from cardgen.layout.ground.measures import Kit
from cardgen.theme import Ink

TITLE_RATIOS = {1: 2.0, 2: 1.7, 3: 1.5}
"""The title is never less than this many times the body, by its lines: several in the band outweigh the body anyway."""
LOW_INK_RATIO = 0.8
"""In low ink, where titles are smaller, as a part of that."""
FOOT_GAP = 3.8
"""From the boxes to the footer's rule, in sheet units."""


def arrange_brief(card: Card, kit: Kit) -> tuple[Arrangement, ...]:
    """Return the one arrangement of a standard card."""
    header = place_head(card, kit, count(1))
    body = shape_body(under_head(card, header), kit.case)
    shell = framed(card, header, kit.measures.text_width, STANDARD, kit)
    column = main_column(shell, (*steps_of(body), *box_rows(body.boxes)), FOOT_GAP, kit)
    return (replace(shell, columns=(column,)),)


def framed(card: Card, header: Header, width: float, rhythm: Rhythm, kit: Kit) -> Arrangement:
    """Return an arrangement with its head and a foot so wide, and no columns yet."""
    return Arrangement(
        frame=header.items,
        foot=foot_of(card, kit, width),
        columns=(),
        rhythm=rhythm,
        ceiling=ceiling_under(header, kit),
        title_size=header.title_size,
        head=header.height,
        has_lead=bool(card.lead) and card.prescription is None,
        notes=header.notes,
    )


def main_column(shell: Arrangement, blocks: tuple[Block, ...], foot_gap: float, kit: Kit) -> Column:
    """Return the column between head and foot, as wide as the foot; the gap above that in sheet units."""
    measures = kit.measures
    return Column(
        x=measures.margin,
        width=shell.foot.width,
        top=shell.head,
        bottom=measures.height - shell.foot.height - foot_gap * measures.unit,
        blocks=blocks,
        first_gap=shell.rhythm.head_gap,
        gap_unit=measures.unit,
    )


def steps_of(body: Body) -> tuple[Block, ...]:
    """Return the lead, if there is one, and the steps."""
    lead = (Lead(body.lead),) if body.lead else ()
    return (*lead, *(Numbered(number, step) for number, step in enumerate(body.steps, 1)))


def box_rows(boxes: tuple[SetBox, ...]) -> tuple[Boxes, ...]:
    """Two boxes share a row; of three, the last (safety) has one of its own, lowest, where the eye leaves."""
    return tuple(Boxes(row) for row in (boxes[:2], boxes[2:]) if row)


def box_column(boxes: tuple[SetBox, ...]) -> tuple[Boxes, ...]:
    """Stand boxes under one another."""
    return tuple(Boxes((box,)) for box in boxes)


def ceiling_under(header: Header, kit: Kit) -> float:
    """Return the greatest body size under a title."""
    ratio = TITLE_RATIOS.get(header.title_lines, TITLE_RATIOS[3])
    most = header.title_size / (ratio * LOW_INK_RATIO if kit.theme.mode is Ink.LOW else ratio)
    return max(kit.measures.floor, min(kit.measures.ceiling, most))
