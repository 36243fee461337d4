"""The page before the program: three steps that lead on, numbers and effort explained, when to stop."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import Op, Path, Role
from cardgen.layout.forms.words import advice_of, stop_text
from cardgen.layout.program.howto import place_howto
from cardgen.layout.program.model import HowToUse
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import to_mm
from cardgen.words import english
from tests.layout.program import made
from tests.layout.program.checks import boxes, check, groups, inks, read, targets, texts
from tests.layout.reading import links, rect_of
from tests.quick import examples


def the_pages(howto=made.HOWTO, to=None, **changes):
    return place_howto(replace(howto, **changes), 3, to or made.leaf())


def the_page(howto=made.HOWTO, to=None, **changes):
    (page,) = the_pages(howto, to, **changes)
    return page


def bars(page):
    """The bars of the scale, from 1 to 10: those with a number of the effort on them."""
    marks = [it for it, _ in inks(page, Role.PARAGRAPH) if it.text.strip() in {str(at) for at in range(1, 11)}]
    last = [it for it in marks if it.mark.order == marks[-1].mark.order]
    shapes = [
        it for it in page.items if isinstance(it, Path) and it.stroke and {Op.CURVE} <= {op for op, _ in it.segments}
    ]
    found = []
    for number, rect in inks(page, Role.PARAGRAPH):
        if number in last:
            (bar,) = [it for it in shapes if rect_of(it).contains(rect)]
            found.append((int(number.text), bar))
    return found


# --- steps ----------------------------------------------------------------------------------------------------------


def test_steps_lead_to_the_week_and_to_the_logs():
    page = the_page()
    assert targets(page) == ["page-4", "page-22"]
    assert [it.mark.alternative for it in links(page)] == [
        "Find your day, page 4",
        "Do it, then write it down, page 22",
    ]
    for area, words in zip(links(page), ("page 4", "page 22"), strict=True):
        lines = [rect for it, rect in inks(page, Role.STEP) if it.mark.order == area.mark.order]
        assert all(area.rect.contains(rect, tolerance=1.0) for rect in lines)
        assert words in groups(page)[area.mark.order]


def test_what_the_program_does_not_have_is_not_spoken_of():
    assert "log" not in read(the_page(log=0), Role.STEP)
    assert targets(the_page(log=0)) == ["page-4"]
    assert "camera" in read(the_page(), Role.STEP)
    assert "camera" not in read(the_page(distance=0), Role.STEP)
    assert "Tempo" not in read(the_page(tempo=""))
    assert "one side, then the other" not in read(the_page(notations=()))
    assert "one side, then the other" in read(the_page())


def test_the_distance_to_the_code_is_that_of_the_cards():
    assert "about 35 cm from the code" in read(the_page(distance=35), Role.STEP)


def test_a_picture_of_a_phone_stands_beside_the_steps_where_there_are_codes():
    shapes = {distance: sum(isinstance(it, Path) for it in the_page(distance=distance).items) for distance in (0, 20)}
    assert shapes[20] > shapes[0]
    assert max(rect.right for _, rect in inks(the_page(), Role.STEP)) < max(
        rect.right for _, rect in inks(the_page(distance=0), Role.STEP)
    )


def test_steps_are_numbered_and_each_is_part_of_its_number():
    page = the_page()
    numbers = {it.mark.order: it.text.strip() for it in texts(page, Role.STEP_NUMBER)}
    assert list(numbers.values()) == ["1", "2", "3"]
    assert {it.mark.part_of for it in texts(page, Role.STEP, Role.STEP_NAME)} == set(numbers)


# --- numbers and effort ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tempo", "shown"), [("3-1", False), ("3-1-2", True), ("3-1-2-0", True), ("3-1-2-0-1", False)])
def test_tempos_of_three_and_four_figures_are_explained(tempo, shown):
    assert ("Tempo" in read(the_page(tempo=tempo))) is shown


def test_each_figure_of_a_tempo_has_its_box_and_its_meaning():
    page = the_page(tempo="4-1-2-0")
    said = list(groups(page).values())
    assert [words for words in said if words[:2] in {"4 ", "1 ", "2 ", "0 "} and "left" not in words][:4] == [
        "4 seconds down",
        "1 second hold",
        "2 seconds up",
        "0 pause at the top",
    ]
    figures = [rect for it, rect in inks(page, Role.PARAGRAPH) if it.text.strip() in {"4", "1", "2", "0"}][:4]
    for rect in figures:
        assert any(box.contains(rect) and to_mm(box.width) >= 8 for box in boxes(page, PETROL.outline))


def test_bars_get_higher_with_the_effort_and_stand_on_one_line():
    found = bars(the_page())
    assert [number for number, _ in found] == list(range(1, 11))
    rects = [rect_of(bar) for _, bar in found]
    heights = [rect.height for rect in rects]
    assert heights == sorted(heights)
    assert len(set(heights)) == 10
    assert max(rect.bottom for rect in rects) - min(rect.bottom for rect in rects) < 0.01
    assert all(one.right < other.x for one, other in pairwise(rects))


@pytest.mark.parametrize(("effort", "words"), [((7, 8), "7 to 8"), ((9, 9), "9"), ((5, 6), "5 to 6")])
@pytest.mark.parametrize("ink", Ink)
def test_the_right_effort_stands_out_in_every_ink(effort, words, ink):
    to = made.leaf(ink=ink)
    page = the_page(to=to, effort=effort)
    looks = {}
    for number, bar in bars(page):
        looks.setdefault((bar.fill, bar.stroke, bar.stroke_width), []).append(number)
    assert sorted(looks.values()) == sorted(
        [list(range(effort[0], effort[1] + 1)), [at for at in range(1, 11) if not effort[0] <= at <= effort[1]]]
    )
    assert f"Effort {words} is right for most sets" in read(page)


# --- pages ----------------------------------------------------------------------------------------------------------


@made.each_place
def test_when_to_stop_and_all_the_rest_is_said_on_every_sheet(size, use):
    to = made.leaf(size, use=use)
    pages = the_pages(to=to)
    for page in pages:
        check(page, to)
    shown = " ".join(read(page) for page in pages)
    for words in (
        stop_text(english()).heading,
        *stop_text(english()).points,
        stop_text(english()).text,
        "".join(advice_of(english())),
        "Read your numbers",
        "How hard it should feel",
        "0 left",
    ):
        assert " ".join(words.split()) in shown, words
    assert [page.label for page in pages] == ["3", "4", "5"][: len(pages)]


@pytest.mark.parametrize(("size", "count"), [("a4", 2), ("a5", 3)])
def test_several_pages_say_what_one_says(size, count):
    (one,) = the_pages()
    several = the_pages(to=made.leaf(size, use=made.LARGE))
    assert len(several) == count
    told = [[words for page in pages for words in groups(page).values()] for pages in ((one,), several)]
    head = {"BEFORE YOU START", "HOW TO USE THIS BOOKLET, CONTINUED", "How to use this booklet", "3", "4", "5"}
    once, often = ([it for it in words if it not in head and "Robin" not in it] for words in told)
    assert often == once
    assert targets(several[0]) == ["page-4", "page-22"]
    assert all(targets(page) == [] for page in several[1:])


@settings(max_examples=examples(30), database=None)
@given(
    howto=st.builds(
        HowToUse,
        week=st.integers(4, 99),
        log=st.sampled_from([0, 22, 120]),
        distance=st.sampled_from([0, 20, 35]),
        tempo=st.sampled_from(["", "3-1-1-0", "10-2-10-1", "3-1"]),
        effort=st.sampled_from([(7, 8), (1, 4), (10, 10)]),
    ),
    place=made.any_place,
    ink=st.sampled_from(Ink),
)
def test_all_of_it_stands_in_its_place(howto, place, ink):
    size, use = place
    to = made.leaf(size, use=use, ink=ink)
    pages = the_pages(howto, to)
    found = []
    for page in pages:
        check(page, to)
        found += targets(page)
    assert found == [f"page-{number}" for number in (howto.week, howto.log) if number]
