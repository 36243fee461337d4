"""A6 and index cards: a low head with the code hanging out of it, step names run in, no lead but on a front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from cardgen.compose import BoxKind, Card, Face
from cardgen.layout.cards.arrange import Arrangement
from cardgen.layout.cards.body import COMPACT, label_of, run_in, shape_body
from cardgen.layout.cards.brief import box_rows, steps_of
from cardgen.layout.cards.column import Column
from cardgen.layout.cards.compacthead import place_compact_header
from cardgen.layout.cards.compactstrip import Beside, compact_strip
from cardgen.layout.ground.box import place
from cardgen.layout.ground.footer import foot_of
from cardgen.layout.ground.measures import Kit
from cardgen.values.notes import LeftOut, Note

FOOT_GAP = 3.4
"""From the boxes to the footer's rule, in sheet units."""


def arrange_compact(card: Card, kit: Kit) -> tuple[Arrangement, ...]:
    """Return the one arrangement of a compact card."""
    measures = kit.measures
    order = count(1)
    header = place_compact_header(card, kit, order)
    if card.prescription:
        beside = Beside(until=header.hangs_to, x=header.beside)
        strip = compact_strip(card.prescription, header.height, beside, kit)
        items = place(strip, 0.0, header.height, order)
        # The code hangs out of the head: it is painted over the strip.
        header = replace(header, items=(*items, *header.items), height=header.height + strip.height)
    foot = foot_of(card, kit, measures.text_width)
    short = {BoxKind.MISTAKES: kit.words("box.mistakes-short")}
    boxes = tuple(replace(box, heading=short.get(box.kind, box.heading)) for box in card.boxes)
    steps = tuple(run_in(step) for step in card.steps)
    lead = card.lead if _has_lead(card) else ()
    body = shape_body(replace(card, lead=lead, steps=steps, boxes=boxes), kit.case)
    # A name that runs in is text of the step; messages still call the step by it.
    named = (
        replace(step, label=label_of(number, given))
        for number, (step, given) in enumerate(zip(body.steps, card.steps, strict=True), 1)
    )
    body = replace(body, steps=tuple(named))
    column = Column(
        x=measures.margin,
        width=measures.text_width,
        top=header.height,
        bottom=measures.height - foot.height - FOOT_GAP * measures.unit,
        blocks=(*steps_of(body), *box_rows(body.boxes)),
        first_gap=COMPACT.head_gap,
        narrow_until=header.hangs_to,
        narrow_width=header.beside - measures.margin,
        gap_unit=measures.unit,
    )
    return (
        Arrangement(
            frame=header.items,
            foot=foot,
            columns=(column,),
            rhythm=COMPACT,
            ceiling=measures.ceiling,
            title_size=header.title_size,
            head=header.height,
            has_lead=bool(lead),
            notes=(*header.notes, *_left_out(card)),
        ),
    )


def _has_lead(card: Card) -> bool:
    """Only a front has the room: the boxes are on its back."""
    return card.face is Face.FRONT and card.prescription is None


def _left_out(card: Card) -> Iterator[Note]:
    if card.lead and card.prescription is None and not _has_lead(card):
        yield LeftOut.LEAD_OF_SMALL
    if card.photos:
        yield LeftOut.PHOTOS_OF_SMALL
