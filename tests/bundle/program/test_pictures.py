"""Which figures a program's booklet shows beside its cards: in the rows of its days and on its cover."""

from __future__ import annotations

import pytest

from cardgen.bundle.program.front import cover_of
from cardgen.bundle.program_booklet import ProgramSettings, make_program
from cardgen.display import Role
from cardgen.values.use import Picture
from tests.bundle.program.made import block, card_settings, day, guide, plan, program, resolved
from tests.layout.program.made import subject

KNOWN = {
    "Anchor": guide("Anchor", "Barbell", more="movement: squat\nmuscles: [quads]\n"),
    "Bow": guide("Bow", more="movement: calf raise\nmuscles: [calves]\n"),
    "Cleat": guide("Cleat"),
}
PLAN = program(day(1, block("Anchor", "Cleat"), block("Bow")))


def shown(picture):
    """The figures of the cover, and those of the day, as they are said."""
    settings = ProgramSettings(card=card_settings(picture=picture))
    made = make_program(PLAN, resolved(PLAN, **KNOWN), settings)
    pages = made.document.pages[0], made.document.pages[made.plan.days[1] - 1]
    marks = ((it.mark for it in page.items if it.mark.role is Role.FIGURE) for page in pages)
    return tuple(list(dict.fromkeys(mark.alternative for mark in found)) for found in marks)


@pytest.mark.parametrize("picture", [Picture.BEST, Picture.FIGURE])
def test_each_row_of_a_day_has_the_figure_of_its_exercise_and_the_cover_one(picture):
    cover, rows = shown(picture)
    assert [said.partition(":")[0] for said in rows] == ["Back Squat with a barbell", "Calf Raise"]
    assert cover == rows[:1]


@pytest.mark.parametrize("picture", [Picture.PHOTO, Picture.MUSCLES, Picture.NONE])
def test_where_no_figure_is_asked_for_there_is_none(picture):
    assert shown(picture) == ([], [])


def test_the_cover_shows_the_first_exercise_of_the_main_work_that_has_a_figure():
    made = program(day(1, block("Anchor", kind="warm-up"), block("Bow", "Cleat")))
    squat, raised = subject("squat", "quads"), subject("calfraise", "calves")
    known = {"Cleat": guide("Cleat", more="muscles: [calves]\n"), "Bow": KNOWN["Bow"]}
    by_path = {KNOWN["Anchor"].path: squat, known["Cleat"].path: raised}
    assert cover_of(plan(made, known=known, subjects=by_path)).subject == raised
    assert cover_of(plan(made, known=known, subjects={KNOWN["Anchor"].path: squat})).subject is None
