"""Every guide of content/ becomes a card on every sheet, and so does every guide of the sample next door."""

from functools import cache
from itertools import product

import pytest

from cardgen.compose import Brand, Detail, compose_card
from cardgen.display import Page
from cardgen.guide.model import plain_text
from cardgen.layout.cards.fit import fit_card
from cardgen.layout.ground.measures import measures_for
from cardgen.paint.notes import in_words
from cardgen.pipeline import stages
from cardgen.theme import PETROL
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values import resources
from cardgen.values.errors import Severity
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from cardgen.words import english
from tests.builders import type_case
from tests.layout.reading import INSTRUCTIONS, texts
from tests.paint.opened import text_of
from tests.quick import mostly_slow

CONTENT = sorted(resources.content_folder().glob("*.md"))
STEMS = [path.stem for path in CONTENT]
COMPOSITIONS = (("105x148mm", Detail.BRIEF), ("297x210mm", Detail.BRIEF), ("a4", Detail.FULL), ("letter", Detail.FULL))
OTHERS = [(stem, *composition) for stem, composition in product(STEMS, COMPOSITIONS)]
SAMPLE = resources.content_folder().parent.parent / "shared" / "guides"
"""Guides by other people, for those who have them; nothing of them is in the repository."""


def settings(size, detail=Detail.BRIEF):
    return stages.CardSettings(sheet=parse_sheet(size), brand=Brand(name="Harbour Gym"), detail=detail)


@cache
def guide_of(stem):
    return stages.load_guide(resources.content_folder() / f"{stem}.md")


def told(made, severity):
    return {problem.message for problem in made.problems if problem.severity is severity}


def test_there_are_guides():
    assert len(CONTENT) >= 8


@pytest.mark.parametrize(("stem", "size"), mostly_slow(product(STEMS, ["a4", "a5", "letter", "half-letter"]), every=5))
def test_a_guide_renders_and_nothing_is_wrong_with_it(stem, size):
    guide = guide_of(stem)
    made = stages.render_card(guide, settings(size))
    assert made.pdf.startswith(b"%PDF-1.7")
    assert made.problems == stages.check_guide(guide, settings(size))
    assert told(made, Severity.WARNING) == set()
    assert told(made, Severity.NOTE) <= {in_words(LeftOut.MUSCLES)}


@pytest.mark.parametrize(("stem", "size", "detail"), mostly_slow(OTHERS, every=5))
def test_a_guide_renders_in_the_other_compositions(stem, size, detail):
    made = stages.render_card(guide_of(stem), settings(size, detail))
    assert made.pdf.startswith(b"%PDF-1.7")
    assert told(made, Severity.WARNING) == set()
    assert told(made, Severity.NOTE) <= set(map(in_words, [LeftOut.MUSCLES]))


@pytest.mark.parametrize("stem", STEMS)
def test_a_guide_shows_what_a_guide_should_hold(stem):
    guide = guide_of(stem)
    made = compose_card(guide, words=english())
    assert guide.steps_from_howto
    assert 3 <= len(made.steps) <= 8
    assert all(step.name for step in made.steps)
    assert made.video
    assert made.lead
    assert made.works
    assert made.boxes


@pytest.mark.parametrize("stem", mostly_slow(STEMS, every=3))
def test_every_sentence_of_a_card_can_be_copied_from_the_file_in_one_piece(stem):
    guide = guide_of(stem)
    found = " ".join(text_of(stages.render_card(guide, settings("a5")).pdf).split())
    made = compose_card(guide, words=english())
    for part in (*made.steps, *made.boxes):
        for entry in part.entries:
            assert tidy(plain_text(entry.text), language=made.language).replace(NO_BREAK, " ") in found


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="the sample guides lie beside the repository in development only")
@pytest.mark.parametrize("size", mostly_slow(["a4", "a5", "letter"], every=3))
def test_every_guide_of_the_sample_fits_at_or_above_the_floor(size):
    sheet = parse_sheet(size)
    too_long, too_small = [], []
    paths = sorted(SAMPLE.glob("*.md"))
    for path in paths:
        page = fit_card(
            compose_card(stages.load_guide(path), words=english()), sheet=sheet, theme=PETROL, case=type_case()
        )
        if not isinstance(page, Page):
            too_long.append(f"{path.stem}: {page.message}")
        elif min(item.size for item in texts(page, *INSTRUCTIONS)) < measures_for(sheet).floor:
            too_small.append(path.stem)
    assert len(paths) > 50
    assert (too_long, too_small) == ([], [])
