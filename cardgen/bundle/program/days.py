"""A day of a program in, the values of its page out."""

from __future__ import annotations

from cardgen.bundle.program.logs import log_of
from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import (
    SIDES,
    counted,
    load_text,
    name_of,
    rest_text,
    title_of,
    unit_of,
    work_text,
)
from cardgen.layout.pages.program.model import Block, DayGroup, DayPage, DayRow, Part
from cardgen.prescription import Remark
from cardgen.program import model, sums
from cardgen.program.quantity import clock_text, seconds_text

HEADINGS = {model.Stage.WARM_UP: "Warm-up", model.Stage.MAIN: "Main work", model.Stage.COOL_DOWN: "Cool-down"}
PARTS = {model.Stage.WARM_UP: Part.WARM_UP, model.Stage.MAIN: Part.MAIN, model.Stage.COOL_DOWN: Part.COOL_DOWN}
NOTE = "Your trainer:"
FEW = 3
"""A day of no more exercises than this is written down on its own page."""


def page_of(day: model.Day, plan: Plan, *, logged: bool) -> DayPage:
    """Return the page of a day; a short one is written down there, where it is to be written down at all."""
    asked = plan.of_day(day)
    log = log_of(day, plan) if logged and is_short(day) else None
    return DayPage(
        weekday=day.weekday.short if day.weekday else "",
        number=str(day.number),
        eyebrow=f"Day {day.number}",
        title=title_of(day),
        summary=(f"{counted(len(asked), 'exercise')}, about ", counted(sums.day_minutes(day), "minute")),
        blocks=tuple(_part(part, asked, plan) for part in sums.parts_of(day)),
        note=Remark(lead=NOTE, text=day.note) if day.note else None,
        log=log,
    )


def is_short(day: model.Day) -> bool:
    """Tell whether a day is written down on its own page."""
    return len(day.exercises) <= FEW


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
    return DayRow(
        order=it.label,
        name=name_of(guide),
        equipment=guide.equipment,
        work=work_text(exercise, it.block),
        side=SIDES[exercise.side],
        load=load_text(exercise, guide, it.block),
        unit=unit_of(plan.program),
        rest=rest_text(exercise, it.block),
        tempo=exercise.tempo.text if exercise.tempo else "",
        page=plan.card_of(guide),
        log=plan.logs.get(it.day.number, 0),
    )


def _hint(block: model.Block, own: tuple[Asked, ...]) -> str:
    """Say what to do with exercises in turn."""
    if block.kind is model.BlockKind.CIRCUIT:
        parts = [counted(block.rounds, "round") if block.rounds else ""]
        parts += [f"{seconds_text(block.work)} work" if block.work else ""]
        parts += [f"{seconds_text(block.rest)} between stations" if block.rest else ""]
        parts += [f"{clock_text(block.round_rest)} between rounds" if block.round_rest else ""]
        return f"Circuit: {', '.join(part for part in parts if part)}."
    first, *others = [it.label for it in own]
    rest = own[-1].exercise.rest
    after = f", then rest {seconds_text(rest)}" if rest else ""
    return f"Superset: {first}, then {', then '.join(others)} without a break{after}."
