"""A card in, its page out: band, stage, steps, boxes, foot. The stage gives way to the text before the text does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cardgen.compose import BoxKind, Card, Marker
from cardgen.display import Page
from cardgen.layout.cards.body import (
    NORMAL,
    TIGHTER,
    UNEVEN,
    Body,
    BoxForm,
    ColumnKind,
    Rhythm,
    SetBox,
    Type,
    label_of,
    run_in,
    shape_body,
    type_at,
)
from cardgen.layout.cards.column import (
    DROP,
    Block,
    Boxes,
    Column,
    Lead,
    Numbered,
    measure_column,
    place_column,
    spreads,
)
from cardgen.layout.cards.frame import CodePlace, Frame, begin, finish, stage_over, strip_under
from cardgen.layout.cards.uniform import STEP as AGREED
from cardgen.layout.cards.uniform import Wish
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.media import bleed_height, bleeds, place_bleed, shows
from cardgen.layout.ground.stage import RAIL_GAP, Code, code_at, map_below, place_rail
from cardgen.layout.ground.zones import Zones
from cardgen.values.notes import LeftOut

UPRIGHT = Rhythm(
    disc=8.4, indent=11.4, name_gap=2.5, step_gap=4.1, box_leading=1.29, box_item_gap=3.1, box_head=3.8, box_left=4.4,
    box_right=3.2, box_list_gap=3.5, box_gap=5.4, head_gap=0.0,
)  # fmt: skip
RUN_IN = replace(UPRIGHT, disc=6.8, indent=9.6, numeral=1.36)
HOLE_GROWTH, STAGE_GROWTH = 1.6, 2.2
"""So much larger may type and stage be on a card that would have a hole else."""
HOLE = 0.12
"""A text without boxes that leaves so much of the sheet's height has the muscle map under it."""
USEFUL = 46.0
"""Height of a stage, in units, under which a set takes smaller type."""
STEP = 0.1
"""Sizes of text are tried so far apart, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How a card fits."""

    blocks: tuple[Block, ...]
    type: Type
    stage: float


def fit_upright(card: Card, kit: Kit) -> Page | None:
    """Lay a card out; None where it does not fit at the least size."""
    frame = begin(card, kit)
    zones, kit = frame.zones, frame.kit
    if bleeds(card) and (page := _bled(card, frame)):
        return page
    if not (shows(card) or card.lead):
        return fit_bare(card, kit)
    fit = _fit(frame, ways(card, zones, kit))
    if fit is None:
        frame = begin(card, frame.kit, CodePlace.HUNG)
        fit = _fit(frame, (*ways(card, zones, kit), *closer(card, kit)))
    if fit is None:
        return fit_bare(card, kit)
    foot, stage, code = stage_over(card, frame, fit.stage)
    text = place_column(_column(fit.blocks, foot, zones), fit.type, kit, frame.order)
    return finish(card, frame, text, stage, code, fit.type.body)


def fit_bare(card: Card, kit: Kit) -> Page | None:
    """Lay a card out without a picture, the code hanging out of the band beside its steps; None where it does not fit."""
    column, code, frame = bare_column(card, kit)
    for blocks, way in (*ways(card, frame.zones, frame.kit), *closer(card, frame.kit)):
        tried = replace(column, blocks=blocks)
        if measure_column(tried, way).height <= tried.bottom - tried.top:
            type_, _ = grow(tried, way, tried.bottom - tried.top, frame)
            text = place_column(tried, type_, frame.kit, frame.order)
            strip = strip_under(card, frame.band.height, frame)
            page = finish(card, frame, text, strip, code, type_.body)
            return (
                replace(page, notes=(LeftOut.PHOTOS if card.photos else LeftOut.FIGURE,))
                if card.figure or card.photos
                else page
            )
    return None


def bare_column(card: Card, kit: Kit) -> tuple[Column, Code | None, Frame]:
    """Return where the text of a card without a picture stands, and the code beside it."""
    frame = begin(card, kit, CodePlace.BARE)
    zones = frame.zones
    column = _column((), frame.band.height + frame.strip, zones)
    code = code_at(card, zones.code_top or 0.0, zones, frame.kit, hangs=True)
    if code is None:
        return column, None, frame
    until, narrow = code.bottom + RAIL_GAP / 2 * zones.unit, code.x - RAIL_GAP * zones.unit - zones.left
    return replace(column, narrow_until=until, narrow_width=narrow), code, frame


def _bled(card: Card, frame: Frame) -> Page | None:
    """Lay a card out under photographs from edge to edge, code and key beside the steps; None where its text has no room."""
    zones, kit = frame.zones, frame.kit
    stage = frame.band.height + bleed_height(card, zones) - zones.band
    foot = zones.band + stage + frame.strip
    top = foot + zones.text_gap
    until, key, code = place_rail(frame.band.named, top, zones, kit, frame.order)
    for blocks, way in ways(card, zones, kit):
        column = _column(blocks, foot, zones)
        if code:
            column = replace(column, narrow_until=until, narrow_width=code.x - RAIL_GAP * zones.unit - zones.left)
        if measure_column(column, way).height <= column.bottom - column.top:
            type_, free = grow(column, way, column.bottom - column.top, frame)
            media = place_bleed(card, frame.band.height, zones, kit, frame.order)
            strip = strip_under(card, zones.band + stage, frame)
            text = place_column(column, type_, kit, frame.order)
            left = free - spreads(column, type_)
            if left > HOLE * zones.height and not card.boxes:
                text = (*text, *map_below(frame.band.named, zones.foot, left, zones, kit, frame.order))
            return finish(card, frame, text, (*media, *key, *strip), code, type_.body)
    return None


def wish_upright(card: Card, kit: Kit) -> Wish:
    """Return what a card would take by itself: its stage at each size between the ceiling of a set and its floor."""
    frame = begin(card, kit)
    zones, kit = frame.zones, frame.kit
    blocks, first = next(iter(ways(card, zones, kit)))
    room = zones.foot - zones.band - zones.text_gap - frame.strip
    stages = []
    for size in sizes_between(kit.measures.floor, zones.ceiling):
        type_ = type_at(size, kit, rhythm=first.rhythm)
        stages.append((size, room - measure_column(_column(blocks, 0.0, zones), type_).height))
    useful = max(USEFUL * zones.unit, frame.least)
    body = next((size for size, stage in stages if stage >= useful), stages[-1][0])
    return Wish(body=body, stages=tuple(stages))


def sizes_between(floor: float, ceiling: float) -> list[float]:
    """Return the sizes that a set may agree on, the largest first, in points."""
    return [floor + at * AGREED for at in range(int((ceiling - floor) / AGREED + 1e-6), -1, -1)]


def _column(blocks: tuple[Block, ...], stage_foot: float, zones: Zones) -> Column:
    return Column(
        x=zones.margin,
        width=zones.text_width,
        top=stage_foot + zones.text_gap,
        bottom=zones.foot,
        blocks=blocks,
        first_gap=0.0,
        gap_unit=zones.unit,
        drop=DROP * zones.height,
    )


def _fit(frame: Frame, found: Iterable[tuple[tuple[Block, ...], Type]]) -> Fit | None:
    """Return the first way that leaves enough to the stage; text grows where the stage is as high as it may be."""
    zones = frame.zones
    for blocks, type_ in found:
        room = zones.foot - zones.band - zones.text_gap - frame.strip
        need = measure_column(_column(blocks, 0.0, zones), type_).height
        free = room - need
        if free >= frame.least:
            return _grown(Fit(blocks=blocks, type=type_, stage=min(zones.stage, free)), free, frame)
    return None


def _grown(fit: Fit, free: float, frame: Frame) -> Fit:
    """Return a card that has room: in larger type as long as the stage keeps its height, then on a higher stage."""
    zones = frame.zones
    if free <= zones.stage:
        return fit
    room = free + measure_column(_column(fit.blocks, 0.0, zones), fit.type).height
    if frame.kit.shared:
        return replace(fit, stage=zones.stage)
    type_, free = grow(_column(fit.blocks, 0.0, zones), fit.type, room - zones.stage, frame)
    spare = free - spreads(_column(fit.blocks, 0.0, zones), type_)
    more = min(max(0.0, spare), (STAGE_GROWTH - 1) * zones.stage)
    return replace(fit, type=type_, stage=zones.stage + more)


def grow(column: Column, type_: Type, room: float, frame: Frame) -> tuple[Type, float]:
    """Return the largest type at which a column is no higher than its room, and what is left of that.

    Beyond the growth of a set, type grows only where gaps and boxes cannot take what is free.
    """
    zones = frame.zones
    kind = ColumnKind.SIDE if zones.left > zones.margin else ColumnKind.MAIN
    density = NORMAL if type_.density == NORMAL else UNEVEN
    free = room - measure_column(column, type_).height
    while free > 0 and not frame.kit.shared and type_.body + STEP <= zones.body * HOLE_GROWTH:
        if type_.body + STEP > zones.ceiling and free <= spreads(column, type_):
            break
        larger = type_at(type_.body + STEP, frame.kit, rhythm=type_.rhythm, density=density, column=kind)
        left = room - measure_column(column, larger).height
        if left < 0:
            break
        type_, free = larger, left
    return type_, free


def ways(
    card: Card, zones: Zones, kit: Kit, kind: ColumnKind = ColumnKind.MAIN
) -> Iterator[tuple[tuple[Block, ...], Type]]:
    """Yield texts in the order in which things give way: names of their own, names run in, down to the floor, closer lines."""
    plain = zones.is_small or not any(step.name for step in card.steps)
    named = () if plain else _blocks(replace(card, lead=()), kit)
    floor = kit.measures.floor
    if not plain:
        yield named, type_at(zones.body, kit, rhythm=UPRIGHT, column=kind)
    joined = joined_blocks(card, kit)
    yield joined, type_at(zones.body, kit, rhythm=RUN_IN, column=kind)
    size = zones.body
    while size > floor:
        yield joined, type_at(size, kit, rhythm=RUN_IN, density=UNEVEN, column=kind)
        size -= STEP
    yield joined, type_at(floor, kit, rhythm=RUN_IN, density=UNEVEN, column=kind)


def closer(card: Card, kit: Kit, kind: ColumnKind = ColumnKind.MAIN) -> Iterator[tuple[tuple[Block, ...], Type]]:
    """Yield the text at its floor with closer lines and gaps, for a card that fits in no other way."""
    joined = joined_blocks(card, kit)
    floor = kit.measures.floor
    for density in TIGHTER:
        yield joined, type_at(floor, kit, rhythm=RUN_IN, density=density, column=kind)


def joined_blocks(card: Card, kit: Kit) -> tuple[Block, ...]:
    """Return the text with each name before the first words of its step; messages call a step as the guide does."""
    body = shape_body(replace(card, lead=(), steps=tuple(run_in(step) for step in card.steps)), kit.case)
    pairs = enumerate(zip(body.steps, card.steps, strict=True), 1)
    steps = tuple(replace(shaped, label=label_of(number, step)) for number, (shaped, step) in pairs)
    return (*steps_of(replace(body, steps=steps)), *rows_of(body.boxes))


def _blocks(card: Card, kit: Kit) -> tuple[Block, ...]:
    body = shape_body(card, kit.case)
    return (*steps_of(body), *rows_of(body.boxes))


def steps_of(body: Body) -> tuple[Block, ...]:
    """Return the lead, if there is one, and the steps."""
    lead = (Lead(body.lead),) if body.lead else ()
    return (*lead, *(Numbered(number, step) for number, step in enumerate(body.steps, 1)))


def rows_of(boxes: tuple[SetBox, ...]) -> tuple[Block, ...]:
    """Stand boxes in rows: tips and mistakes side by side, a warning of a sentence or two in a row of its own."""
    boxes = tuple(replace(it, form=BoxForm.ROW) if _is_line(it) else it for it in boxes)
    lists = tuple(it for it in boxes if it.form is BoxForm.LIST)
    lines = tuple(it for it in boxes if it.form is BoxForm.ROW)
    pairs = tuple(Boxes(row) for row in (lists[:2], lists[2:]) if row)
    return (*pairs, *(Boxes((it,)) for it in lines))


def _is_line(box: SetBox) -> bool:
    single = len(box.entries) == 1 and box.entries[0].marker is not Marker.DASH
    return single and box.kind in (BoxKind.SAFETY, BoxKind.EQUIPMENT, BoxKind.OTHER)
