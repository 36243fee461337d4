"""The back of a card: title and code over tips, mistakes and safety, which have the page to themselves."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item
from cardgen.layout.cards.arrange import Arrangement
from cardgen.layout.cards.body import STANDARD, shape_body
from cardgen.layout.cards.brief import FOOT_GAP, box_column, framed, main_column
from cardgen.layout.cards.column import Boxes, Foot
from cardgen.layout.ground.box import place
from cardgen.layout.ground.header import place_header
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
    shell = framed(card, header, kit.measures.text_width, STANDARD, kit)
    if not card.boxes:
        return (replace(shell, frame=(*shell.frame, *_code(card, shell, kit))),)
    boxes = shape_body(card, kit.case).boxes
    ways = [box_column(boxes)]
    if len(boxes) > 1:
        ways.append(tuple(Boxes(boxes[at : at + 2]) for at in range(0, len(boxes), 2)))
    columns = [replace(main_column(shell, way, FOOT_GAP, kit), foot=Foot.RISEN) for way in ways]
    return tuple(replace(shell, columns=(it,), rank=rank, gain=ROW_GAIN) for rank, it in enumerate(columns))


def _code(card: Card, shell: Arrangement, kit: Kit) -> tuple[Item, ...]:
    """Place the code in the middle of what head and foot leave."""
    measures = kit.measures
    room = measures.height - shell.foot.height - shell.head
    tile = code_tile(card, kit, width=min(measures.text_width * CODE_SHARE, room * CODE_SHARE))
    if tile is None:
        return ()
    x = measures.margin + (measures.text_width - tile.width) / 2
    return tuple(place(tile, x, shell.head + (room - tile.height) / 2, count(50)))
