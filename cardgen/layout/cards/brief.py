"""The standard card: head, lead, steps under one another, boxes at the foot."""

from __future__ import annotations

from itertools import count

from cardgen.compose import Card
from cardgen.layout.cards.arrange import Arrangement
from cardgen.layout.cards.body import STANDARD, Body, SetBox, shape_body
from cardgen.layout.cards.column import Block, Boxes, Column, Lead, Numbered
from cardgen.layout.cards.head import place_head, under_head
from cardgen.layout.ground.footer import place_footer
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
    measures = kit.measures
    header = place_head(card, kit, count(1))
    footer = place_footer(card, kit, count(10_000))
    body = shape_body(under_head(card, header), kit.case)
    column = Column(
        x=measures.margin,
        width=measures.text_width,
        top=header.height,
        bottom=footer.top - FOOT_GAP * measures.unit,
        blocks=(*steps_of(body), *box_rows(body.boxes)),
        first_gap=STANDARD.head_gap,
        gap_unit=measures.unit,
    )
    return (
        Arrangement(
            frame=(*header.items, *footer.items),
            columns=(column,),
            rhythm=STANDARD,
            ceiling=ceiling_under(header, kit),
            title_size=header.title_size,
            head=header.height,
            has_lead=bool(card.lead) and card.prescription is None,
            notes=header.notes,
        ),
    )


def steps_of(body: Body) -> tuple[Block, ...]:
    """Return the lead, if there is one, and the steps."""
    lead = (Lead(body.lead),) if body.lead else ()
    return (*lead, *(Numbered(number, step) for number, step in enumerate(body.steps, 1)))


def box_rows(boxes: tuple[SetBox, ...]) -> tuple[Boxes, ...]:
    """Two boxes share a row; of three, the last (safety) has one of its own, lowest, where the eye leaves."""
    return tuple(Boxes(row) for row in (boxes[:2], boxes[2:]) if row)


def ceiling_under(header: Header, kit: Kit) -> float:
    """Return the greatest body size under a title."""
    ratio = TITLE_RATIOS.get(header.title_lines, TITLE_RATIOS[3])
    most = header.title_size / (ratio * LOW_INK_RATIO if kit.theme.mode is Ink.LOW else ratio)
    return max(kit.measures.floor, min(kit.measures.ceiling, most))
