"""Whole cards as text: review a change like code. `pytest --update-golden` writes them anew."""

from pathlib import Path

import pytest

from cardgen import pipeline, resources
from cardgen.compose import Brand, Detail, compose_card
from cardgen.paint.trace import trace
from tests.builders import card, page_of, pair, safety, step, tips, works

FOLDER = Path(__file__).parent / "golden"


def from_content(stem, detail=Detail.BRIEF):
    guide = pipeline.load_guide(resources.content_folder() / f"{stem}.md")
    return compose_card(guide, detail=detail, brand=Brand(name="Harbour Gym"))


CARDS = {
    "a5-steps-and-boxes": lambda: page_of(from_content("gobletsquat_kettlebell"), "a5"),
    "a4-tips-only": lambda: page_of(from_content("pallofpress_band"), "a4"),
    "a4-all-sections": lambda: page_of(from_content("gobletsquat_kettlebell", Detail.FULL), "a4"),
    "a4-across": lambda: page_of(from_content("pallofpress_band"), "297x210mm"),
    "a6-compact": lambda: page_of(from_content("gobletsquat_kettlebell"), "105x148mm"),
    "a5-both-views": lambda: page_of(card(works=works("glutes", "hamstrings"), also=works("lower back", "abs"))),
    "a5-photographs": lambda: page_of(card(works=works("glutes"), also=works("abs"), photos=pair(1000, 1500))),
    "a4-across-photographs": lambda: page_of(card(works=works("glutes"), photos=pair(1920, 1080)), "297x210mm"),
    "a5-no-video": lambda: page_of(card(video=None)),
    "letter-no-step-names": lambda: page_of(
        card(
            steps=tuple(
                step("", text) for text in ("Set both feet flat under the hips.", "Send the seat back.", "Rise.")
            )
        ),
        "letter",
    ),
    "a5-safety": lambda: page_of(
        card(boxes=(tips("Breathe out."), safety("Stop when the back hurts: rest, then ask a coach.")))
    ),
}


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_laid_out_as_reviewed(name, update_golden):
    found = trace(CARDS[name]())
    path = FOLDER / f"{name}.txt"
    if update_golden:
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CARDS)
