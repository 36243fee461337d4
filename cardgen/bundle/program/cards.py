"""A plan in, what the card of an exercise says of it out: a line a day, and the trainer's remark."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import (
    besides,
    chip_of,
    load_text,
    rest_text,
    said_by,
    unit_of,
    weights_of,
    work_text,
)
from cardgen.guide.model import Guide
from cardgen.program.model import BlockKind, Prescribed, Side
from cardgen.values.prescription import Prescription, Remark, StripRow
from cardgen.words import Words

ENDS = (".", "!", "?", "…")
"""Of a sentence: what the trainer says without one gets a full stop where more follows."""


def prescription_of(guide: Guide, plan: Plan) -> Prescription:
    """Return all that the program asks of an exercise."""
    asked = plan.of_guide(guide)
    return Prescription(rows=tuple(_row(it, plan) for it in asked), note=_remark(asked, plan))


def _row(it: Asked, plan: Plan) -> StripRow:
    exercise = it.exercise
    return StripRow(
        day=chip_of(it.day, plan.words),
        work=work_text(exercise, it.block),
        load=load_text(exercise, it.guide, it.block),
        unit=unit_of(exercise, plan.program),
        weeks=weights_of(exercise, it.guide, it.block, plan.program.weeks),
        rest=rest_text(exercise, it.block, plan.words),
        tempo=exercise.tempo.text if exercise.tempo else "",
        side="" if exercise.side is Side.BOTH else plan.words(f"side-short.{exercise.side.value}"),
        page=plan.days[it.day.number],
    )


def _remark(asked: tuple[Asked, ...], plan: Plan) -> Remark | None:
    """Return what the trainer says of the exercise, else what it is done in turn with."""
    if notes := _by_day(asked, [_said(it.exercise, plan.words) for it in asked], plan.words):
        return Remark(lead=said_by(plan.program, plan.words), text=notes)
    partners = _by_day(asked, [_partners(it, plan) for it in asked], plan.words)
    return Remark(text=partners) if partners else None


def _said(exercise: Prescribed, words: Words) -> str:
    """Return what has no column of the strip, and the trainer's note: "Hold 5 s, 2 × a day. Keep level"."""
    extra = words("list.comma").join(besides(exercise, words))
    first = f"{extra[:1].upper()}{extra[1:]}"
    return f"{first}. {exercise.note}" if first and exercise.note else first or exercise.note


def _by_day(asked: Sequence[Asked], texts: Sequence[str], words: Words) -> str:
    """Return what holds every time once, and what holds on some days only with their names before it."""
    chips: dict[str, dict[str, None]] = {}
    for it, text in zip(asked, texts, strict=True):
        chips.setdefault(text, {})[chip_of(it.day, words)] = None
    if len(chips) == 1:
        return texts[0]
    on_days = len({it.day.number for it in asked}) > 1
    told = (
        words("program.on-days", days=words("program.days").join(found), text=text) if on_days else text
        for text, found in chips.items()
        if text
    )
    return " ".join(text if text.endswith(ENDS) else f"{text}." for text in told)


def _partners(it: Asked, plan: Plan) -> str:
    if not is_in_turn(it.block):
        return ""
    if it.block.kind is BlockKind.CIRCUIT:
        return plan.words("program.station", page=plan.days[it.day.number])
    others = [
        plan.words("link.page", name=other.guide.title, page=plan.card_of(other.guide))
        for other in plan.of_day(it.day)
        if other.block is it.block and other.guide.path != it.guide.path
    ]
    return plan.words("program.superset-with", others=plan.words("program.others").join(others)) if others else ""
