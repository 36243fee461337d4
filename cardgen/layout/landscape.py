"""The card across: the band runs on down the right side, where the boxes stand; steps at the left."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.geometry import Rect
from cardgen.layout.arrange import Arrangement
from cardgen.layout.body import STANDARD, shape_body
from cardgen.layout.brief import FOOT_GAP, ceiling_under, steps_of
from cardgen.layout.column import Boxes, Column
from cardgen.layout.footer import place_footer
from cardgen.layout.header import place_header
from cardgen.layout.measures import Kit
from cardgen.layout.shapes import rectangle

SIDE = 106.0 / 297.0
"""Width of the dark side, as a part of the sheet's."""
SIDE_INSET = 10.0
"""Left of the boxes, in sheet units."""
RHYTHM = replace(STANDARD, box_size=0.91)


def arrange_landscape(card: Card, kit: Kit) -> tuple[Arrangement, ...]:
    """Return the one arrangement of a card across; without boxes the steps take the whole width."""
    measures = kit.measures
    header = place_header(card, kit, count(1))
    body = shape_body(replace(card, lead=()) if header.has_lead else card, kit.case)
    side = measures.width * SIDE if body.boxes else 0.0
    main = replace(measures, text_width=measures.width - side - 2 * measures.margin) if side else measures
    footer = place_footer(card, replace(kit, measures=main), count(10_000))
    left = Column(
        x=measures.margin,
        width=main.text_width,
        top=header.height,
        bottom=footer.top - FOOT_GAP * measures.unit,
        blocks=steps_of(body),
        first_gap=RHYTHM.head_gap,
        gap_unit=measures.unit,
    )
    x = measures.width - side + SIDE_INSET * measures.unit
    right = Column(
        x=x,
        width=measures.width - measures.margin - x,
        top=header.height,
        bottom=measures.height - measures.margin,
        blocks=tuple(Boxes((box,)) for box in body.boxes),
        first_gap=0.0,
        gap_unit=measures.unit,
    )
    ground = Rect(x=measures.width - side, y=0, width=side, height=measures.height)
    return (
        Arrangement(
            backdrop=(rectangle(ground, kit.theme.band),) if side else (),
            frame=(*header.items, *footer.items),
            columns=(left,),
            side=(right,) if side else (),
            rhythm=RHYTHM,
            ceiling=ceiling_under(header, kit),
            has_lead=bool(card.lead),
        ),
    )
