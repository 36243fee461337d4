"""A day of a program in, the values of its page out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.bundle.program.logs import log_of
from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import (
    BLANK,
    besides,
    load_text,
    minutes_of,
    name_of,
    rest_text,
    said_by,
    short_weekday,
    side_text,
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
from cardgen.program.quantity import seconds_text
from cardgen.values.prescription import Remark
from cardgen.words import Words

PARTS = {model.Stage.WARM_UP: Part.WARM_UP, model.Stage.MAIN: Part.MAIN, model.Stage.COOL_DOWN: Part.COOL_DOWN}
FEW = 3
"""A day of no more exercises than this is written down on its own page."""


def page_of(day: model.Day, plan: Plan, leaf: Leaf) -> DayPage:
    """Return the page of a day; a short one is written down there where it has room for that."""
    asked = plan.of_day(day)
    words = plan.words
    title, exercises = title_of(day, words), words.count("count.exercises", len(asked))
    usual = usual_title(day, words)
    page = DayPage(
        weekday=short_weekday(day.weekday, words),
        number=str(day.number),
        eyebrow=_eyebrow(day, plan.program.title if title == usual else usual, words),
        title=title,
        summary=(
            words("day.takes" if sums.is_timed(day) else "day.takes-about", exercises=exercises),
            words.count("count.minutes", minutes_of(day)),
        ),
        blocks=tuple(_part(part, asked, plan) for part in sums.parts_of(day)),
        remarks=tuple(_remarks(day, asked, plan)),
    )
    with_log = replace(page, log=log_of(day, plan))
    is_short = bool(plan.logs) and len(day.exercises) <= FEW
    return with_log if is_short and has_room_for_log(with_log, leaf) else page


def _eyebrow(day: model.Day, name: str, words: Words) -> str:
    """Return what stands above a day's title: on which days of the week it is done where those are several, and how often."""
    often = day.often.told(words) if day.often else ""
    return words("list.comma").join(
        part for part in (name, when_text(day, words) if not day.weekday else "", often) if part
    )


def _remarks(day: model.Day, asked: tuple[Asked, ...], plan: Plan) -> Iterator[Remark]:
    """Yield what the trainer says of the day, then of its blocks."""
    if day.note:
        yield Remark(lead=said_by(plan.program, plan.words), text=day.note)
    for block in day.blocks:
        if block.note:
            yield Remark(
                lead=_lead(block, [it.label for it in asked if it.block is block], plan.words), text=block.note
            )


def _lead(block: model.Block, labels: list[str], words: Words) -> str:
    """Return what a block is called where something is said of it."""
    if block.name or block.kind.stage is not model.Stage.MAIN:
        return words("day.block", name=block.name or words(f"stage.{block.kind.stage.value}"))
    if len(labels) > 1:
        return words("day.labels", first=labels[0], last=labels[-1])
    return words("day.block", name=labels[0])


def _part(part: sums.Part, asked: tuple[Asked, ...], plan: Plan) -> Block:
    return Block(
        heading=part.name or plan.words(f"stage.{part.stage.value}"),
        part=PARTS[part.stage],
        minutes=plan.words("time.min", number=part.minutes),
        groups=tuple(group for block in part.blocks for group in _groups(block, asked, plan)),
    )


def _groups(block: model.Block, asked: tuple[Asked, ...], plan: Plan) -> tuple[DayGroup, ...]:
    own = tuple(it for it in asked if it.block is block)
    rows = tuple(_row(it, plan) for it in own)
    if is_in_turn(block):
        return (DayGroup(rows=rows, hint=_hint(block, own, plan.words)),)
    return tuple(DayGroup(rows=(row,)) for row in rows)


def _row(it: Asked, plan: Plan) -> DayRow:
    exercise, guide, words = it.exercise, it.guide, plan.words
    free = exercise.rest.words if exercise.rest else ""  # too long for its column
    return DayRow(
        order=it.label,
        name=name_of(guide),
        equipment=guide.equipment,
        work=work_text(exercise, it.block),
        side=words("list.comma").join(
            part
            for part in (
                side_text(exercise, words),
                *besides(exercise, words),
                words("program.rest", time=free) if free else "",
            )
            if part
        ),
        load=load_text(exercise, guide, it.block),
        unit=unit_of(exercise, plan.program),
        rest="" if free else rest_text(exercise, it.block, words),
        tempo=exercise.tempo.text if exercise.tempo else "",
        page=plan.card_of(guide),
        log=plan.logs.get(it.day.number, 0),
        subject=plan.subjects.get(guide.path),
    )


def _hint(block: model.Block, own: tuple[Asked, ...], words: Words) -> str:
    """Say what to do with exercises in turn."""
    if block.kind is model.BlockKind.CIRCUIT:
        parts = [words.count("count.rounds", block.rounds) if block.rounds else ""]
        parts += [words("day.work", time=seconds_text(block.work)) if block.work else ""]
        parts += [words("day.between-stations", time=seconds_text(block.rest)) if block.rest else ""]
        parts += [words("day.between-rounds", time=seconds_text(block.round_rest)) if block.round_rest else ""]
        told = words("list.comma").join(part for part in parts if part) or words("day.circuit-open", blank=BLANK)
        return words("day.circuit", told=told)
    rest, turn = own[-1].exercise.rest, _in_turn(own, words)
    if rest is None or rest.is_none:
        return words("day.superset", turn=turn)
    return words("day.superset-interval" if rest.is_interval else "day.superset-rest", turn=turn, time=rest.told(words))


def _in_turn(own: tuple[Asked, ...], words: Words) -> str:
    """Return the exercises of a superset as they follow one another: without a break, but where one asks for rest."""
    rests = [it.exercise.rest for it in own[:-1]]
    if all(rest is None or rest.is_none for rest in rests):
        return words("day.no-break", turn=words("day.then").join(it.label for it in own))
    told = [
        it.label if rest is None or rest.is_none else words("day.label-rest", label=it.label, time=rest.told(words))
        for it, rest in zip(own, rests, strict=False)
    ]
    return words("day.then").join([*told, own[-1].label])
