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
    "a5": (squat, "a5", (35, 11, 8, 2)),
    "a4 in full": (lambda: squat(Detail.FULL), "a4", (38, 18, 63, 2)),
    "a4 across": (squat, "297x210mm", (35, 25, 59, 4)),
    "a6": (squat, "a6", (29, 10, 16, 1)),
    "a5 with a strip": (lambda: card(prescription=made.STRIP), "a5", (49, 31, 19, 2)),
    "a6 with a strip": (lambda: card(prescription=made.STRIP), "a6", (29, 13, 18, 1)),
}
"""Shapings of a text, breakings into lines, measurings of a column, ways to part a title."""


@pytest.mark.parametrize("name", MOST)
def test_a_card_takes_no_more_work_than_it_did(name):
    make, size, most = MOST[name]
    made_card, case = make(), fresh_case()
    counted = calls_to(lambda: fit(made_card, size, case=case), prepare, break_lines, measure_column, broken)
    assert all(found <= bound for found, bound in zip(counted, most, strict=True)), counted
