"""The full card: all sections in two columns under the stage, numbered through; boxes in rows at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, count

from cardgen.compose import Box, BoxKind, Card, CardSection, CardStep
from cardgen.display import Item, Page
from cardgen.layout.cards.body import FULL, TIGHTER, UNEVEN, SetBox, Type, shape_entries, shape_step, type_at
from cardgen.layout.cards.column import (
    DROP,
    SPLIT_GAIN,
    SPLITS,
    Block,
    Boxes,
    Column,
    Foot,
    Heading,
    Lead,
    Numbered,
    Point,
    measure_column,
    place_column,
)
from cardgen.layout.cards.frame import CodePlace, Frame, begin, finish, stage_over, strip_under
from cardgen.layout.cards.uniform import Wish
from cardgen.layout.cards.upright import STEP, rows_of, sizes_between
from cardgen.layout.ground.measures import Kit, interpolate
from cardgen.layout.ground.media import shows
from cardgen.layout.ground.stage import Code, code_at
from cardgen.layout.ground.text import set_inline, set_text
from cardgen.theme.type import Style
from cardgen.values.geometry import to_mm
from cardgen.values.notes import LeftOut

BODIES = ((105.0, 8.0), (148.0, 9.0), (210.0, 12.5), (297.0, 17.0), (420.0, 24.0))
"""Greatest size of the text in points, by the sheet's shorter side in mm."""
STAGE, STAGE_LEAST, STAGE_MOST = 44.0, 36.0, 58.0
"""Height of the stage, in units: below the second it gives way only to type at its floor; above the first it takes what is free."""
COLUMN_GAP = 5.6
"""Between the columns, in units."""
Over = tuple[float, list[Item], Code | None]
"""What stands over the text: where it ends, its items, and the code."""
FEW = 4
"""So few blocks stand in one column."""
ORDER = (
    (BoxKind.TIPS, BoxKind.MISTAKES),
    (BoxKind.BREATHING, BoxKind.SAFETY),
    (BoxKind.EQUIPMENT, BoxKind.OTHER),
)
"""Rows of boxes, from the top; a third of a kind has a row of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A text in columns: how many blocks stand in the first, its share of the width, and the height of the higher one."""

    first: int
    share: float
    height: float
    opening: float = 0.0
    """What the description takes of that, over both columns."""


def fit_full(card: Card, kit: Kit) -> Page | None:
    """Lay a card out; None where it does not fit at the least size. The stage gives way to the text: low at first, then away."""
    for place in CodePlace:
        frame = begin(card, kit, place)
        if place is CodePlace.BARE:
            frame = replace(frame, least=_below_code(card, frame))
        zones = frame.zones
        text, boxes = _blocks(card, frame.kit)
        short = to_mm(min(zones.width, zones.height))
        top = kit.shared.body if kit.shared else max(interpolate(BODIES, short), kit.measures.floor)
        for stage_least, type_ in _ways(top, frame):
            free, parted, foot = _free(text, boxes, type_, frame)
            if place is CodePlace.BARE and free >= frame.least:
                code = code_at(card, zones.code_top or 0.0, zones, frame.kit, hangs=True)
                under = zones.band + frame.least
                over = under + frame.strip, strip_under(card, under, frame), code
                page = _page(card, frame, (text, parted), foot, type_, over)
                lost = (LeftOut.PHOTOS if card.photos else LeftOut.FIGURE,) if card.figure or card.photos else ()
                return replace(page, notes=lost)
            if place is not CodePlace.BARE and free >= stage_least:
                spare = max(0.0, free - STAGE * zones.unit - DROP * zones.height)
                stage = min(STAGE * zones.unit + spare, STAGE_MOST * zones.unit, free)
                return _page(card, frame, (text, parted), foot, type_, stage_over(card, frame, stage))
    return None


def _below_code(card: Card, frame: Frame) -> float:
    """Return how far under the foot of a band over one line the text begins where there is no stage."""
    zones = frame.zones
    code = code_at(card, zones.code_top or 0.0, zones, frame.kit, hangs=True)
    return max(frame.band.height, code.bottom if code else 0.0) - zones.band


def wish_full(card: Card, kit: Kit) -> Wish:
    """Return what a card would take by itself: the largest type that leaves its stage."""
    frame = begin(card, kit)
    text, boxes = _blocks(card, frame.kit)
    zones = frame.zones
    top = max(interpolate(BODIES, to_mm(min(zones.width, zones.height))), frame.kit.measures.floor)
    sizes = sizes_between(frame.kit.measures.floor, top)
    least = max(STAGE_LEAST * zones.unit, frame.least)
    body = sizes[-1]
    for size in sizes:
        type_ = type_at(size, frame.kit, rhythm=FULL)
        if _free(text, boxes, type_, frame)[0] >= least:
            body = size
            break
    return Wish(body=body, stages=tuple((size, 0.0) for size in sizes))


def _free(text: tuple[Block, ...], boxes: tuple[Block, ...], type_: Type, frame: Frame) -> tuple[float, Parted, Column]:
    """Return what a type leaves to the stage, and how the text is parted."""
    zones = frame.zones
    parted, foot = _part(text, type_, frame), _foot_column(boxes, type_, frame)
    need = parted.height + measure_column(foot, type_).height
    return zones.foot - zones.band - zones.text_gap - frame.strip - need, parted, foot


def full_column(card: Card, kit: Kit) -> tuple[Column, Type]:
    """Return the text of a card that fits in no way, as one column, and its least type."""
    frame = begin(card, kit)
    zones = frame.zones
    text, boxes = _blocks(card, frame.kit)
    type_ = type_at(frame.kit.measures.floor, frame.kit, rhythm=FULL, density=TIGHTER[-1])
    high = measure_column(_column((*text, *boxes), 0.0, zones.text_width, frame), type_).height
    free, _, _ = _free(text, boxes, type_, frame)
    room = high - (frame.least - free)
    column = _column((*text, *boxes), 0.0, zones.text_width, frame)
    return replace(column, top=zones.band + frame.least, bottom=zones.band + frame.least + room), type_


def _ways(top: float, frame: Frame) -> Iterator[tuple[float, Type]]:
    """Yield heights that the stage must keep, with types: smaller ones first, then a low stage, then closer lines."""
    unit, floor = frame.zones.unit, frame.kit.measures.floor
    sizes = [top - at * 2 * STEP for at in range(int((top - floor) / (2 * STEP)) + 1)]
    for stage in (max(STAGE_LEAST * unit, frame.least), frame.least):
        for size in [*(it for it in sizes if it > floor), floor]:
            yield stage, type_at(size, frame.kit, rhythm=FULL)
    for density in (UNEVEN, *TIGHTER):
        yield frame.least, type_at(floor, frame.kit, rhythm=FULL, density=density)


def _blocks(card: Card, kit: Kit) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the text in source order, and the rows of boxes with the conclusion under them."""
    numbers = count(1)
    said = card.lead and shows(card)  # else it stands on the stage
    lead = (Lead(set_inline(card.lead, kit.case, language=card.language)),) if said else ()
    text = tuple(block for section in card.sections for block in _section(section, card, kit, numbers))
    waiting = [_set_box(box, card, kit) for box in (*card.boxes, *card.extras)]
    rows: list[Block] = []
    for kinds in ORDER:
        found = [next((box for box in waiting if box.kind is kind), None) for kind in kinds]
        row = tuple(box for box in found if box)
        waiting = [box for box in waiting if box not in row]
        rows += rows_of(row) if row else ()
    rows += [Boxes((box,)) for box in waiting]
    if card.closing:
        rows.append(Lead(set_inline(card.closing, kit.case, language=card.language)))
    return (*lead, *text), tuple(rows)


def _part(text: tuple[Block, ...], type_: Type, frame: Frame) -> Parted:
    """Part a text so that the higher column is as low as can be; a heading never stands last in its column."""
    zones = frame.zones
    if text and isinstance(text[0], Lead):
        lead = measure_column(_column(text[:1], 0.0, zones.text_width, frame), type_).height
        opening = lead + (type_.rhythm.lead_gap * type_.gap if text[1:] else 0.0)
        rest = _part(text[1:], type_, frame)
        return replace(rest, height=rest.height + opening, opening=opening)
    if len(text) <= FEW:
        whole = measure_column(_column(text, 0.0, zones.text_width, frame), type_)
        return Parted(first=len(text), share=1.0, height=whole.height)
    best: Parted | None = None
    room = zones.text_width - COLUMN_GAP * zones.unit
    for share in SPLITS:
        left = measure_column(_column(text, 0.0, room * share, frame), type_)
        right = measure_column(_column(text, 0.0, room * (1 - share), frame), type_)
        down = list(accumulate(gap + height for gap, height in zip(left.gaps, left.heights, strict=True)))
        for at in range(1, len(text)):
            if isinstance(text[at - 1], Heading):
                continue
            height = max(down[at - 1], sum(right.heights[at:]) + sum(right.gaps[at + 1 :]))
            gain = SPLIT_GAIN * type_.step_leading if best and best.share == SPLITS[0] != share else 0.0
            if best is None or height < best.height - gain:
                best = Parted(first=at, share=share, height=height)
    assert best  # noqa: S101 - the first block alone is a way
    return best


def _column(blocks: tuple[Block, ...], x: float, width: float, frame: Frame) -> Column:
    return Column(
        x=frame.zones.left + x,
        width=width,
        top=0.0,
        bottom=0.0,
        blocks=blocks,
        first_gap=0.0,
        foot=Foot.OPEN,
        gap_unit=frame.zones.unit,
    )


def _foot_column(rows: tuple[Block, ...], type_: Type, frame: Frame) -> Column:
    gap = type_.rhythm.box_gap if rows else 0.0
    return replace(_column(rows, 0.0, frame.zones.text_width, frame), first_gap=gap, foot=Foot.BOXES)


def _page(
    card: Card, frame: Frame, text: tuple[tuple[Block, ...], Parted], foot: Column, type_: Type, over: Over
) -> Page:
    zones, (blocks, parted), (stage_foot, items, code) = frame.zones, text, over
    top = stage_foot + zones.text_gap
    high = measure_column(foot, type_).height
    slack = zones.foot - top - parted.height - high
    sunk = min(max(slack, 0.0), DROP * zones.height / 2)
    bottom = zones.foot - high - sunk
    placed: list[Item] = []
    if parted.opening:
        lead = replace(_column(blocks[:1], 0.0, zones.text_width, frame), top=top, bottom=bottom)
        placed += place_column(lead, type_, frame.kit, frame.order)
        top, blocks = top + parted.opening, blocks[1:]
    room = zones.text_width - (COLUMN_GAP * zones.unit if parted.share < 1 else 0.0)
    parts = (
        (blocks[: parted.first], 0.0, parted.share),
        (blocks[parted.first :], room * parted.share + zones.text_width - room, 1 - parted.share),
    )
    for part, x, share in parts:
        if part:
            column = replace(_column(part, x, room * share, frame), top=top, bottom=bottom)
            placed += place_column(column, type_, frame.kit, frame.order)
    if foot.blocks:
        below = replace(foot, top=bottom, bottom=zones.foot)
        placed += place_column(below, type_, frame.kit, frame.order)
    return finish(card, frame, placed, items, code, type_.body)


def _section(section: CardSection, card: Card, kit: Kit, numbers: Iterator[int]) -> tuple[Block, ...]:
    """Return the blocks of a section: its heading, then its points; the numbers run on through the page."""
    blocks: list[Block] = []
    if section.heading:
        blocks.append(Heading(set_text(section.heading, kit.case, Style.HEADING, language=card.language)))
    for part in section.parts:
        if isinstance(part, CardStep):
            number = next(numbers)
            blocks.append(Numbered(number, shape_step(number, part, kit.case, card.language)))
        else:
            blocks += [Point(entry) for entry in shape_entries((part,), kit.case, card.language)]
    return tuple(blocks)


def _set_box(box: Box, card: Card, kit: Kit) -> SetBox:
    return SetBox(
        kind=box.kind,
        heading=set_text(box.heading, kit.case, Style.HEADING, language=card.language),
        entries=shape_entries(box.entries, kit.case, card.language),
    )
