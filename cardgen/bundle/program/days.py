"""A day of a program in, the values of its page out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.bundle.program.logs import log_of
from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import (
    BLANK,
    SIDES,
    TRAINER,
    besides,
    counted,
    load_text,
    minutes_text,
    name_of,
    rest_text,
    title_of,
    unit_of,
    usual_title,
    when_text,
    work_text,
)
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.program.day import has_room_for_log
from cardgen.layout.program.model import Block, DayGroup, DayPage, DayRow, Part
from cardgen.program import model, sums
from cardgen.program.quantity import clock_text, seconds_text
from cardgen.values.prescription import Remark

HEADINGS = {model.Stage.WARM_UP: "Warm-up", model.Stage.MAIN: "Main work", model.Stage.COOL_DOWN: "Cool-down"}
PARTS = {model.Stage.WARM_UP: Part.WARM_UP, model.Stage.MAIN: Part.MAIN, model.Stage.COOL_DOWN: Part.COOL_DOWN}
FEW = 3
"""A day of no more exercises than this is written down on its own page."""


def page_of(day: model.Day, plan: Plan, leaf: Leaf) -> DayPage:
    """Return the page of a day; a short one is written down there where it has room for that."""
    asked = plan.of_day(day)
    title, exercises = title_of(day), counted(len(asked), "exercise")
    page = DayPage(
        weekday=day.weekday.short if day.weekday else "",
        number=str(day.number),
        eyebrow=_eyebrow(day, plan.program.title if title == usual_title(day) else usual_title(day)),
        title=title,
        summary=(f"{exercises}, {'' if sums.is_timed(day) else 'about '}", minutes_text(day)),
        blocks=tuple(_part(part, asked, plan) for part in sums.parts_of(day)),
        remarks=tuple(_remarks(day, asked)),
    )
    with_log = replace(page, log=log_of(day, plan))
    is_short = bool(plan.logs) and len(day.exercises) <= FEW
    return with_log if is_short and has_room_for_log(with_log, leaf) else page


def _eyebrow(day: model.Day, words: str) -> str:
    """Return what stands above a day's title: on which days of the week it is done where those are several, and how often."""
    often = day.often.text if day.often else ""
    return ", ".join(part for part in (words, when_text(day) if not day.weekday else "", often) if part)


def _remarks(day: model.Day, asked: tuple[Asked, ...]) -> Iterator[Remark]:
    """Yield what the trainer says of the day, then of its blocks."""
    if day.note:
        yield Remark(lead=TRAINER, text=day.note)
    for block in day.blocks:
        if block.note:
            yield Remark(lead=_lead(block, [it.label for it in asked if it.block is block]), text=block.note)


def _lead(block: model.Block, labels: list[str]) -> str:
    """Return what a block is called where something is said of it."""
    if block.name or block.kind.stage is not model.Stage.MAIN:
        return f"{block.name or HEADINGS[block.kind.stage]}:"
    return f"{labels[0]} to {labels[-1]}:" if len(labels) > 1 else f"{labels[0]}:"


def _part(part: sums.Part, asked: tuple[Asked, ...], plan: Plan) -> Block:
    return Block(
        heading=part.name or HEADINGS[part.stage],
        part=PARTS[part.stage],
        minutes=f"{part.minutes} min",
        share=float(part.seconds),
        groups=tuple(group for block in part.blocks for group in _groups(block, asked, plan)),
    )


def _groups(block: model.Block, asked: tuple[Asked, ...], plan: Plan) -> tuple[DayGroup, ...]:
    own = tuple(it for it in asked if it.block is block)
    rows = tuple(_row(it, plan) for it in own)
    if is_in_turn(block):
        return (DayGroup(rows=rows, hint=_hint(block, own)),)
    return tuple(DayGroup(rows=(row,)) for row in rows)


def _row(it: Asked, plan: Plan) -> DayRow:
    exercise, guide = it.exercise, it.guide
    free = exercise.rest.words if exercise.rest else ""  # too long for its column
    return DayRow(
        order=it.label,
        name=name_of(guide),
        equipment=guide.equipment,
        work=work_text(exercise, it.block),
        side=", ".join(
            part for part in (SIDES[exercise.side], *besides(exercise), f"rest {free}" if free else "") if part
        ),
        load=load_text(exercise, guide, it.block),
        unit=unit_of(plan.program),
        rest="" if free else rest_text(exercise, it.block),
        tempo=exercise.tempo.text if exercise.tempo else "",
        page=plan.card_of(guide),
        log=plan.logs.get(it.day.number, 0),
        subject=plan.subjects.get(guide.path),
    )


def _hint(block: model.Block, own: tuple[Asked, ...]) -> str:
    """Say what to do with exercises in turn."""
    if block.kind is model.BlockKind.CIRCUIT:
        parts = [counted(block.rounds, "round") if block.rounds else ""]
        parts += [f"{seconds_text(block.work)} work" if block.work else ""]
        parts += [f"{seconds_text(block.rest)} between stations" if block.rest else ""]
        parts += [f"{clock_text(block.round_rest)} between rounds" if block.round_rest else ""]
        told = ", ".join(part for part in parts if part) or f"one station after another, {BLANK} rounds"
        return f"Circuit: {told}."
    rest = own[-1].exercise.rest
    after = "" if rest is None or rest.is_none else f", then rest {rest.text}"
    if rest and rest.is_interval:
        after = f", a turn {rest.text}"
    return f"Superset: {_in_turn(own)}{after}."


def _in_turn(own: tuple[Asked, ...]) -> str:
    """Return the exercises of a superset as they follow one another: without a break, but where one asks for rest."""
    rests = [it.exercise.rest for it in own[:-1]]
    if all(rest is None or rest.is_none for rest in rests):
        return f"{', then '.join(it.label for it in own)} without a break"
    told = [
        it.label if rest is None or rest.is_none else f"{it.label}, rest {rest.text}"
        for it, rest in zip(own, rests, strict=False)
    ]
    return ", then ".join([*told, own[-1].label])
