"""What holds for all pages of any program, on every sheet and in every ink."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from cardgen.compose import Brand
from cardgen.layout.program.cover import place_back_cover, place_program_cover
from cardgen.layout.program.day import place_day
from cardgen.layout.program.howto import place_howto
from cardgen.layout.program.log import place_logs
from cardgen.layout.program.notes import place_notes
from cardgen.layout.program.progress import place_progress
from cardgen.layout.program.week import place_week
from cardgen.paint import paint_pdf
from cardgen.theme import Ink
from cardgen.values.use import IN_HAND
from cardgen.words import english
from tests.builders import type_case
from tests.layout.program import made
from tests.layout.program.checks import check, check_boxes, check_colours, targets
from tests.paint.tagged import failures, read_tags
from tests.quick import mostly_slow

BRAND = Brand(name="Harbour Gym", address="made-up.example", link="https://made-up.example")


def pages_of(to):
    return (
        place_program_cover(made.COVER, to),
        *place_howto(made.HOWTO, 3, to),
        *place_week(made.WEEK, 4, to),
        *place_day(made.DAY, 5, to),
        *place_logs(made.LOG, 22, to),
        *place_progress(made.PROGRESS, 25, to),
        place_notes(26, to),
        place_back_cover(made.COVER, 27, to),
    )


def long_pages_of(to):
    return (
        place_program_cover(made.LONG_COVER, to),
        *place_week(made.LONG_WEEK, 4, to),
        *place_day(made.LONG_DAY, 5, to),
        *place_logs(made.LONG_LOG, 22, to),
        *place_progress(made.LONG_PROGRESS, 25, to),
    )


def short_pages_of(to):
    return (
        place_program_cover(made.SHORT_COVER, to),
        *place_week(made.SHORT_WEEK, 4, to),
        *place_day(made.SHORT_DAY, 5, to),
    )


def drawn_pages_of(to):
    return (
        place_program_cover(replace(made.COVER, subject=made.SUBJECTS[2]), to),
        *place_week(made.WEEK, 4, to),
        *place_day(made.drawn(made.DAY), 5, to),
        *place_day(made.drawn(made.SHORT_DAY, made.SUBJECTS[1:]), 9, to),
    )


def wordy_pages_of(to):
    return (
        place_program_cover(made.WORDY_COVER, to),
        *place_week(made.WORDY_WEEK, 4, to),
        *place_day(made.WORDY_DAY, 5, to),
        *place_logs(made.WORDY_LOG, 22, to),
        place_back_cover(made.WORDY_COVER, 27, to),
    )


PROGRAMS = {
    "usual": pages_of,
    "long": long_pages_of,
    "short": short_pages_of,
    "wordy": wordy_pages_of,
    "drawn": drawn_pages_of,
}
USES = {"in hand": IN_HAND, "large print": made.LARGE}


def check_all(pages, to):
    for page in pages:
        check(page, to)
        if page.title != english()("use.title"):  # its boxes are pictures
            check_boxes(page, to)


@pytest.mark.parametrize("size", ["a5", "a4", "letter", "a6", "4x6in", "180x180mm"])
@pytest.mark.parametrize(
    "pages", [pages_of, long_pages_of, short_pages_of, drawn_pages_of], ids=["usual", "long", "short", "drawn"]
)
def test_everything_stands_in_its_place(size, pages):
    to = made.leaf(size, brand=BRAND)
    check_all(pages(to), to)


@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize(
    "pages", [pages_of, long_pages_of, short_pages_of, drawn_pages_of], ids=["usual", "long", "short", "drawn"]
)
def test_everything_stands_in_its_place_in_large_print(size, pages):
    to = made.leaf(size, use=made.LARGE)
    check_all(pages(to), to)


@pytest.mark.parametrize(("size", "use"), [("a6", IN_HAND), ("letter", IN_HAND)])
def test_the_longest_words_that_a_file_allows_stand_in_their_place(size, use):
    to = made.leaf(size, use=use, brand=BRAND)
    check_all(wordy_pages_of(to), to)


@pytest.mark.parametrize(
    ("theme", "ink"), [("petrol", Ink.FULL), ("petrol", Ink.LOW), ("petrol", Ink.MONO), ("night", Ink.FULL)]
)
@pytest.mark.parametrize("pages", [pages_of, short_pages_of], ids=["usual", "short"])
def test_every_text_can_be_told_from_its_ground_and_ink_is_saved(pages, theme, ink):
    to = made.leaf(theme=theme, ink=ink, brand=BRAND)
    for page in pages(to):
        check_colours(page, to.kit.theme)


@pytest.mark.parametrize(
    ("program", "use"),
    mostly_slow(
        product(PROGRAMS, USES), every=5, quick=[("wordy", "in hand"), ("drawn", "in hand"), ("drawn", "large print")]
    ),
)
def test_all_pages_pass_as_tagged_and_their_tables_have_heads(program, use):
    to = made.leaf(use=USES[use], brand=BRAND)
    placed = PROGRAMS[program](to)
    led_to = {target for page in placed for target in targets(page)} - {page.anchor for page in placed}
    blank = (place_notes(int(target.removeprefix("page-")), to) for target in sorted(led_to))
    data = paint_pdf((*placed, *blank), title="Steady Back", language="en", fonts=type_case().fonts)
    assert failures(data) == {}
    tables = read_tags(data).all("Table")
    assert len(tables) >= 2
    for table in tables:
        assert table.all("TH"), table.text
        assert all(figure.alternative for figure in table.all("Figure"))
    assert any(table.all("Figure") for table in tables) == (program == "drawn"), "a figure is read in its row"
