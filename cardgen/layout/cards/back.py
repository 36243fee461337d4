"""The back of a card: title and code over tips, mistakes and safety, which have the page to themselves."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item
from cardgen.layout.cards.arrange import Arrangement
from cardgen.layout.cards.body import STANDARD, shape_body
from cardgen.layout.cards.brief import FOOT_GAP, ceiling_under
from cardgen.layout.cards.column import Boxes, Column, Foot
from cardgen.layout.ground.box import place
from cardgen.layout.ground.footer import Footer, place_footer
from cardgen.layout.ground.header import Header, place_header
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.tile import code_tile

ROW_GAIN = 1.25
"""Two boxes stand in a row only for type so much larger, or where nothing else fits: their lines hold half the letters."""
CODE_SHARE = 0.55
"""Width of a code that has the page to itself, as a part of the text's."""


def arrange_back(card: Card, kit: Kit) -> tuple[Arrangement, ...]:
    """Return the ways to stand the boxes: under one another, or two in a row; a code without boxes stands in the middle."""
    order = count(1)
    header = place_header(card if card.boxes else replace(card, video=None), kit, order)
    footer = place_footer(card, kit, count(10_000))
    if not card.boxes:
        return (_arrangement((*header.items, *_code(card, header, footer, kit), *footer.items), (), header, kit),)
    boxes = shape_body(card, kit.case).boxes
    frame = (*header.items, *footer.items)
    alone = tuple(Boxes((box,)) for box in boxes)
    found = [_arrangement(frame, (_column(alone, header, footer, kit),), header, kit)]
    if len(boxes) > 1:
        pairs = tuple(Boxes(boxes[at : at + 2]) for at in range(0, len(boxes), 2))
        found.append(
            replace(_arrangement(frame, (_column(pairs, header, footer, kit),), header, kit), rank=1, gain=ROW_GAIN)
        )
    return tuple(found)


def _arrangement(frame: tuple[Item, ...], columns: tuple[Column, ...], header: Header, kit: Kit) -> Arrangement:
    return Arrangement(
        frame=frame,
        columns=columns,
        rhythm=STANDARD,
        ceiling=ceiling_under(header, kit),
        title_size=header.title_size,
        head=header.height,
        has_lead=False,
    )


def _column(blocks: tuple[Boxes, ...], header: Header, footer: Footer, kit: Kit) -> Column:
    measures = kit.measures
    return Column(
        x=measures.margin,
        width=measures.text_width,
        top=header.height,
        bottom=footer.top - FOOT_GAP * measures.unit,
        blocks=blocks,
        first_gap=STANDARD.head_gap,
        foot=Foot.RISEN,
        gap_unit=measures.unit,
    )


def _code(card: Card, header: Header, footer: Footer, kit: Kit) -> tuple[Item, ...]:
    """Place the code in the middle of what head and foot leave."""
    measures = kit.measures
    room = footer.top - header.height
    tile = code_tile(card, kit, width=min(measures.text_width * CODE_SHARE, room * CODE_SHARE))
    if tile is None:
        return ()
    x = measures.margin + (measures.text_width - tile.width) / 2
    return tuple(place(tile, x, header.height + (room - tile.height) / 2, count(50)))
