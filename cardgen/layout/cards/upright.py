"""A card in, its page out: band, stage, steps, boxes, foot. The stage gives way to the text before the text does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import BoxKind, Card, Marker
from cardgen.display import Page
from cardgen.layout.cards.body import NORMAL, TIGHTER, BoxForm, ColumnKind, Rhythm, SetBox, Type, run_in, shape_body, type_at
from cardgen.layout.cards.brief import box_rows, steps_of
from cardgen.layout.cards.column import DROP, Block, Boxes, Column, measure_column, place_column
from cardgen.layout.cards.frame import Frame, begin, finish, stage_over
from cardgen.layout.cards.zones import Zones
from cardgen.layout.ground.measures import Kit

UPRIGHT = Rhythm(
    disc=8.4, indent=11.4, name_gap=2.5, step_gap=4.1, box_leading=1.29, box_item_gap=3.1, box_head=3.8, box_left=4.4,
    box_right=3.2, box_list_gap=3.5, box_gap=5.4, head_gap=0.0,
)  # fmt: skip
RUN_IN = replace(UPRIGHT, disc=6.8, indent=9.6, numeral=1.36)
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
    fit = _fit(card, frame)
    if fit is None:
        return None
    foot, stage = stage_over(frame, fit.stage)
    text = place_column(_column(fit.blocks, foot, zones), fit.type, kit, frame.order)
    return finish(card, frame, list(text), stage, foot, fit.type.body)


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


def _fit(card: Card, frame: Frame) -> Fit | None:
    """Return the first way that leaves enough to the stage; text grows where the stage is as high as it may be."""
    zones, kit = frame.zones, frame.kit
    for blocks, type_ in ways(card, zones, kit):
        room = zones.foot - zones.band - zones.text_gap
        need = measure_column(_column(blocks, 0.0, zones), type_).height
        free = room - need
        if free >= frame.least:
            return _grown(Fit(blocks=blocks, type=type_, stage=min(zones.stage, free)), free, zones, kit)
    return None


def _grown(fit: Fit, free: float, zones: Zones, kit: Kit) -> Fit:
    """Return a card that has room: in larger type as long as the stage keeps its height, then on a higher stage."""
    room = free + measure_column(_column(fit.blocks, 0.0, zones), fit.type).height
    while free > zones.stage and fit.type.body + STEP <= zones.ceiling:
        larger = type_at(fit.type.body + STEP, kit, rhythm=fit.type.rhythm)
        left = room - measure_column(_column(fit.blocks, 0.0, zones), larger).height
        if left < zones.stage:
            break
        fit, free = replace(fit, type=larger), left
    return fit


def ways(card: Card, zones: Zones, kit: Kit, kind: ColumnKind = ColumnKind.MAIN) -> Iterator[tuple[tuple[Block, ...], Type]]:
    """Yield texts in the order in which things give way: names of their own, names run in, down to the floor, closer lines."""
    plain = zones.is_small or not any(step.name for step in card.steps)
    named = _blocks(replace(card, lead=()), kit)
    joined = _blocks(replace(card, lead=(), steps=tuple(run_in(step) for step in card.steps)), kit)
    floor = kit.measures.floor
    if not plain:
        yield named, type_at(zones.body, kit, rhythm=UPRIGHT, column=kind)
    yield joined, type_at(zones.body, kit, rhythm=RUN_IN, column=kind)
    size = zones.body - STEP
    while size > floor:
        yield joined, type_at(size, kit, rhythm=RUN_IN, column=kind)
        size -= STEP
    for density in (NORMAL, *TIGHTER):
        yield joined, type_at(floor, kit, rhythm=RUN_IN, density=density, column=kind)


def _blocks(card: Card, kit: Kit) -> tuple[Block, ...]:
    body = shape_body(card, kit.case)
    return (*steps_of(body), *rows_of(body.boxes))


def rows_of(boxes: tuple[SetBox, ...]) -> tuple[Block, ...]:
    """Stand boxes in rows: tips and mistakes side by side, a warning of a sentence or two in a row of its own."""
    boxes = tuple(replace(it, form=BoxForm.ROW) if _is_line(it) else it for it in boxes)
    lists = tuple(it for it in boxes if it.form is BoxForm.LIST)
    lines = tuple(it for it in boxes if it.form is BoxForm.ROW)
    return (*box_rows(lists), *(Boxes((it,)) for it in lines))


def _is_line(box: SetBox) -> bool:
    return box.kind is BoxKind.SAFETY and len(box.entries) == 1 and box.entries[0].marker is Marker.ICON
