"""What a card costs, counted in calls: text is shaped once, broken where it is placed, and few sizes are tried."""

import pytest

from cardgen.compose import Detail, compose_card
from cardgen.layout.cards.column import measure_column
from cardgen.layout.ground.titling import broken
from cardgen.pipeline import stages
from cardgen.typeset.linebreak import break_lines
from cardgen.typeset.prepare import prepare
from cardgen.values import resources
from cardgen.words import english
from tests.builders import card, fit, fresh_case
from tests.layout.program import made
from tests.work import calls_to


def squat(detail=Detail.BRIEF):
    return compose_card(
        stages.load_guide(resources.content_folder() / "gobletsquat_kettlebell.md"), detail=detail, words=english()
    )


MOST = {
    "a5": (squat, "a5", (30, 17, 8, 2)),
    "a4 in full": (lambda: squat(Detail.FULL), "a4", (37, 20, 63, 2)),
    "a4 across": (squat, "297x210mm", (35, 25, 59, 4)),
    "a6": (squat, "a6", (23, 12, 7, 1)),
    "a5 with a strip": (lambda: card(prescription=made.STRIP), "a5", (44, 32, 8, 2)),
    "a6 with a strip": (lambda: card(prescription=made.STRIP), "a6", (25, 14, 8, 1)),
}
"""Shapings of a text, breakings into lines, measurings of a column, ways to part a title."""


@pytest.mark.parametrize("name", MOST)
def test_a_card_takes_no_more_work_than_it_did(name):
    make, size, most = MOST[name]
    made_card, case = make(), fresh_case()
    counted = calls_to(lambda: fit(made_card, size, case=case), prepare, break_lines, measure_column, broken)
    assert all(found <= bound for found, bound in zip(counted, most, strict=True)), counted
