"""The card across: the band runs on down the right side, where the boxes stand; steps at the left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Op, Path
from cardgen.layout.cards.arrange import Arrangement
from cardgen.layout.cards.body import NORMAL, STANDARD, Body, ColumnKind, shape_body, type_at
from cardgen.layout.cards.brief import box_column, framed, main_column, steps_of
from cardgen.layout.cards.column import Column, Foot, measure_column
from cardgen.layout.cards.head import place_head, under_head
from cardgen.layout.ground.figures import FigurePlan, place_figure, plan_figure
from cardgen.layout.ground.header import Header
from cardgen.layout.ground.measures import Kit, MapPlace
from cardgen.layout.ground.musclemap import MapPlan, head_look, place_map, plan_map
from cardgen.layout.ground.text import Slot
from cardgen.theme import Ink
from cardgen.values.notes import LeftOut

SIDES = (106.0 / 297.0, 0.40, 0.44, 0.48)
"""Widths of the dark side, as parts of the sheet's; the wider ones for guides with long boxes."""
FOOT_GAP = 5.4
"""From the last line to the footer's rule, in sheet units, as is the next."""
SIDE_INSET = 10.0
"""Left of the boxes, in sheet units."""
FIGURES, FIGURE_GAP, FIGURE_WIDTH = (100.0, 80.0, 64.0, 52.0, 43.0, 35.0), 9.0, 0.94
"""Heights of a map that stands under the boxes, where these leave so much of the dark side empty; over it, and the part of the
column that it may take."""
FIGURE_ORDER = 60
"""In the order of reading: behind the head."""
RHYTHM = replace(STANDARD, box_size=0.91)


def arrange_landscape(card: Card, kit: Kit) -> tuple[Arrangement, ...]:
    """Return the ways to part the sheet; without boxes the steps take the whole width.

    First come those with the map under the boxes, large, where the dark side would be empty else: of ways that give equal
    sizes the first is taken.
    """
    header = place_head(card, kit, count(1))
    body = shape_body(under_head(card, header), kit.case)
    if not body.boxes:
        return (_parted(0.0, card, header, body, kit),)
    usual = tuple(_parted(share, card, header, body, kit) for share in SIDES)
    if kit.theme.mode is not Ink.FULL or card.photos or not (card.figure or plan_map(card, 1.0)):
        return usual
    bare = place_head(card, replace(kit, map_place=MapPlace.BODY), count(1))
    if LeftOut.MUSCLES in bare.notes:
        return usual
    body = shape_body(under_head(card, bare), kit.case)
    return (*_with_map(_parted(SIDES[0], card, bare, body, kit), card, kit), *usual)


def _with_map(way: Arrangement, card: Card, kit: Kit) -> Iterator[Arrangement]:
    """Yield an arrangement with figure or map at the foot of its side, from the largest that leaves room to its boxes."""
    (right,) = way.side
    unit = kit.measures.unit
    size = kit.measures.box_floor / RHYTHM.box_size
    least = measure_column(right, type_at(size, kit, rhythm=RHYTHM, density=NORMAL, column=ColumnKind.SIDE)).height
    for units in FIGURES:
        plan = plan_figure(card, (right.width, units * unit), kit.theme) or plan_map(card, units * unit)
        if plan is None or (isinstance(plan, MapPlan) and plan.width > FIGURE_WIDTH * right.width):
            continue
        bottom = right.bottom - plan.height - FIGURE_GAP * unit
        if bottom - right.top < least:
            continue
        x, y = right.x + (right.width - plan.width) / 2, right.bottom - plan.height
        match plan:
            case FigurePlan():
                placed = place_figure(plan, Slot(x, y), FIGURE_ORDER, card.words, card.language)
            case MapPlan():
                placed = place_map(card, plan, x, y, head_look(kit.theme), FIGURE_ORDER)
        yield replace(way, picture=tuple(placed), side=(replace(right, bottom=bottom),))


def _parted(share: float, card: Card, header: Header, body: Body, kit: Kit) -> Arrangement:
    measures = kit.measures
    side = measures.width * share
    width = measures.width - side - 2 * measures.margin if side else measures.text_width
    shell = framed(card, header, width, RHYTHM, kit)
    left = main_column(shell, steps_of(body), FOOT_GAP, kit)
    x = measures.width - side + SIDE_INSET * measures.unit
    right = Column(
        x=x,
        width=measures.width - measures.margin - x,
        top=header.height,
        bottom=measures.height - max(measures.margin, measures.bottom_edge),
        blocks=box_column(body.boxes),
        first_gap=0.0 if kit.theme.mode is Ink.FULL else RHYTHM.head_gap,
        foot=Foot.OPEN,
        gap_unit=measures.unit,
    )
    if not side:
        return replace(shell, columns=(left,))
    return replace(shell, backdrop=_ground(side, header.height, kit), columns=(left,), side=(right,))


def _ground(side: float, head: float, kit: Kit) -> tuple[Path, ...]:
    """Return band and side as one shape: two that meet show a seam in some viewers. Without tints boxes stand on white."""
    if kit.theme.mode is not Ink.FULL:
        return ()
    width, height = kit.measures.width, kit.measures.height
    corners = ((width, 0.0), (width, height), (width - side, height), (width - side, head), (0.0, head))
    lines = tuple((Op.LINE, corner) for corner in corners)
    return (Path(segments=((Op.MOVE, (0.0, 0.0)), *lines, (Op.CLOSE, ())), fill=kit.theme.band),)
