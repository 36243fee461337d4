"""The card across: the band runs on down the right side, where the boxes stand; steps at the left."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Op, Path
from cardgen.layout.arrange import Arrangement
from cardgen.layout.body import STANDARD, Body, shape_body
from cardgen.layout.brief import ceiling_under, steps_of
from cardgen.layout.column import Boxes, Column, Foot
from cardgen.layout.footer import place_footer
from cardgen.layout.head import place_head, under_head
from cardgen.layout.header import Header
from cardgen.layout.measures import Kit
from cardgen.theme import Ink

SIDES = (106.0 / 297.0, 0.40, 0.44, 0.48)
"""Widths of the dark side, as parts of the sheet's; the wider ones for guides with long boxes."""
FOOT_GAP = 5.4
"""From the last line to the footer's rule, in sheet units, as is the next."""
SIDE_INSET = 10.0
"""Left of the boxes, in sheet units."""
RHYTHM = replace(STANDARD, box_size=0.91)


def arrange_landscape(card: Card, kit: Kit) -> tuple[Arrangement, ...]:
    """Return the ways to part the sheet; without boxes the steps take the whole width."""
    header = place_head(card, kit, count(1))
    body = shape_body(under_head(card, header), kit.case)
    return tuple(_parted(share, card, header, body, kit) for share in (SIDES if body.boxes else (0.0,)))


def _parted(share: float, card: Card, header: Header, body: Body, kit: Kit) -> Arrangement:
    measures = kit.measures
    side = measures.width * share
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
        bottom=measures.height - max(measures.margin, measures.bottom_edge),
        blocks=tuple(Boxes((box,)) for box in body.boxes),
        first_gap=0.0 if kit.theme.mode is Ink.FULL else RHYTHM.head_gap,
        foot=Foot.OPEN,
        gap_unit=measures.unit,
    )
    return Arrangement(
        backdrop=_ground(side, header.height, kit) if side else (),
        frame=(*header.items, *footer.items),
        columns=(left,),
        side=(right,) if side else (),
        rhythm=RHYTHM,
        ceiling=ceiling_under(header, kit),
        title_size=header.title_size,
        head=header.height,
        has_lead=bool(card.lead) and card.prescription is None,
        notes=header.notes,
    )


def _ground(side: float, head: float, kit: Kit) -> tuple[Path, ...]:
    """Return band and side as one shape: two that meet show a seam in some viewers. Without tints boxes stand on white."""
    if kit.theme.mode is not Ink.FULL:
        return ()
    width, height = kit.measures.width, kit.measures.height
    corners = ((width, 0.0), (width, height), (width - side, height), (width - side, head), (0.0, head))
    lines = tuple((Op.LINE, corner) for corner in corners)
    return (Path(segments=((Op.MOVE, (0.0, 0.0)), *lines, (Op.CLOSE, ())), fill=kit.theme.band),)
