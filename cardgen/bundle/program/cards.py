"""A plan in, what the card of an exercise says of it out: a line a day, and the trainer's remark."""

from __future__ import annotations

from cardgen.bundle.program.parts import Asked, Plan, is_in_turn
from cardgen.bundle.program.words import SHORT_SIDES, TRAINER, chip_of, load_text, rest_text, unit_of, work_text
from cardgen.guide.model import Guide
from cardgen.prescription import Prescription, Remark, StripRow
from cardgen.program.model import BlockKind


def prescription_of(guide: Guide, plan: Plan) -> Prescription:
    """Return all that the program asks of an exercise."""
    asked = plan.of_guide(guide)
    return Prescription(rows=tuple(_row(it, plan) for it in asked), note=_remark(asked, plan))


def _row(it: Asked, plan: Plan) -> StripRow:
    exercise = it.exercise
    return StripRow(
        day=chip_of(it.day),
        work=work_text(exercise, it.block),
        load=load_text(exercise, it.guide, it.block),
        unit=unit_of(plan.program),
        rest=rest_text(exercise, it.block),
        tempo=exercise.tempo.text if exercise.tempo else "",
        side=SHORT_SIDES[exercise.side],
        page=plan.days[it.day.number],
    )


def _remark(asked: tuple[Asked, ...], plan: Plan) -> Remark | None:
    """Return what the trainer says of the exercise, else what it is done in turn with."""
    notes = tuple(dict.fromkeys(it.exercise.note for it in asked if it.exercise.note))
    if notes:
        return Remark(lead=TRAINER, text=" ".join(notes))
    partners = [text for it in asked if (text := _partners(it, plan))]
    return Remark(text=partners[0]) if partners else None


def _partners(it: Asked, plan: Plan) -> str:
    if not is_in_turn(it.block):
        return ""
    if it.block.kind is BlockKind.CIRCUIT:
        return f"A station of the circuit on page {plan.days[it.day.number]}."
    others = [
        f"{other.guide.title}, page {plan.card_of(other.guide)}"
        for other in plan.of_day(it.day)
        if other.block is it.block and other.guide.path != it.guide.path
    ]
    return f"Superset with {' and '.join(others)}." if others else ""
