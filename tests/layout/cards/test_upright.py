"""A card upright: the stage gives way by steps, then names run in, then the floor; nothing of the text is ever dropped."""

import re
from functools import cache

import pytest

from cardgen.display import Role
from cardgen.figure.repertoire import posed
from cardgen.layout.cards.fit import Overflow
from cardgen.values.errors import Location
from cardgen.values.geometry import to_mm
from cardgen.values.notes import LeftOut
from tests.builders import PATH, card, fit, fresh_case, page_of, pair, step, works, zones_on
from tests.layout.reading import band, discs, figures, ink, photos, rect_of, stage, texts, tiles, words

LONG = "Keep the ribs down and the neck long while the weight travels over the middle of the foot. "
WORDS = (LONG * 60).split()
SIZES = ("a5", "a4", "letter", "105x148mm")
COUNTS = range(20, 620, 12)


def long_card(count, **changes):
    """A card whose second step has so many words."""
    steps = (
        step("Short", "Stand tall.", line=11),
        step("The Long Part", " ".join(WORDS[:count]), line=14),
        step("Last", LONG, line=18),
    )
    return card(**{"steps": steps, "works": works("quads"), "figure": posed("squat"), **changes})


@cache
def ladder(size):
    """The pages of longer and longer texts, as far as they fit."""
    pages = []
    for count in COUNTS:
        page = fit(long_card(count), size)
        if isinstance(page, Overflow):
            break
        pages.append(page)
    return pages


def named_apart(page):
    return bool(texts(page, Role.STEP_NAME))


@pytest.mark.parametrize("size", SIZES)
def test_things_give_way_in_their_order(size):
    """The stage down to the code, names run in, type to the floor; then the same beside a code that hangs, then no figure."""
    zones, pages = zones_on(size), ladder(size)
    places = [(not figures(page), tiles(page)[0].y < band(page).bottom) for page in pages]
    assert places == sorted(places)
    assert places[0] == (False, False)
    for place in set(places):
        there = [page for page, found in zip(pages, places, strict=True) if found == place]
        sizes, apart = [page.type_size for page in there], [named_apart(page) for page in there]
        assert sizes == sorted(sizes, reverse=True)
        assert apart == sorted(apart, reverse=True)
    for page in pages:
        if page.type_size > zones.body + 1e-6 and figures(page):
            assert stage(page).bottom >= zones.band + zones.stage - 1e-6, "type grows only under a whole stage"
        if page.type_size < zones.body - 1e-6:
            assert not named_apart(page), "names run in before type falls under that of a set"
        assert bool(figures(page)) is (LeftOut.FIGURE not in page.notes)


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_a_long_card_is_lost(size):
    for count, page in zip(COUNTS, ladder(size), strict=False):
        found = words(texts(page, Role.STEP, Role.STEP_NAME))
        assert len(found) == count + len((LONG + "Short Stand tall. The Long Part Last").split())


@pytest.mark.parametrize(("size", "floor"), [("a5", 9.0), ("a4", 12.0), ("105x148mm", 7.5)])
def test_type_goes_down_to_the_floor_and_no_further(size, floor):
    *_, last = ladder(size)
    assert last.type_size == floor
    assert {item.size for item in texts(last, Role.TIP, Role.MISTAKE)} == {floor}


@pytest.mark.parametrize("size", SIZES)
def test_the_last_that_is_left_out_is_the_figure_and_that_is_said(size):
    last = next((page for page in ladder(size) if not figures(page)), None)
    if last is None:
        assert size in ("a5", "105x148mm"), "there the code takes as much of the width as the low stage of the height"
        return
    assert last.notes == (LeftOut.FIGURE,)
    assert figures(last) == []
    assert len(tiles(last)) == 1
    assert not any(tiles(last)[0].overlaps(ink(item)) for item in texts(last, Role.STEP, Role.STEP_NAME, Role.TITLE))


def test_photographs_that_are_left_out_are_named():
    for count in COUNTS:
        page = fit(long_card(count, figure=None, photos=pair(1000, 1500)), "a4")
        if isinstance(page, Overflow) or not photos(page):
            break
    assert not isinstance(page, Overflow)
    assert page.notes == (LeftOut.PHOTOS,)


def test_what_does_not_fit_is_an_overflow_in_millimetres_that_names_the_longest_step():
    found = fit(long_card(COUNTS[len(ladder("a5"))]))
    assert isinstance(found, Overflow)
    match = re.fullmatch(
        r'too long for a5 by (\d+) mm at 9 pt, the smallest size allowed; the longest step is step 2 "The Long Part" \((\d+) mm\)',
        found.message,
    )
    assert match, found.message
    assert found.location == Location(path=PATH, line=14)
    assert int(match[1]) == pytest.approx(to_mm(found.excess), abs=0.51)


def test_the_excess_grows_with_the_text():
    over = [fit(long_card(count)).excess for count in (420, 460, 500)]
    assert over == sorted(over)
    assert over[-1] > over[0]


def test_a_step_without_a_name_is_named_by_its_number():
    found = fit(card(steps=(step("", LONG * 40),)))
    assert isinstance(found, Overflow)
    assert "the longest step is step 1 (" in found.message


def test_the_description_stands_on_the_stage_where_there_is_nothing_else_to_show():
    assert texts(page_of(card(figure=posed("squat"))), Role.LEAD) == []
    page = page_of()
    assert all(stage(page).contains(ink(item)) for item in texts(page, Role.LEAD))
    assert (
        words(texts(page, Role.LEAD))
        == "A calm hinge that teaches the hips to lead while the spine stays quiet.".split()
    )


def test_discs_stand_on_the_margin_and_the_text_beside_them():
    page, zones = page_of(), zones_on()
    unit = page.type_size * 0.1 / 25.4 * 72
    for disc, name in zip(discs(page), texts(page, Role.STEP_NAME), strict=True):
        assert disc.x == pytest.approx(zones.margin)
        assert name.x == pytest.approx(zones.margin + 11.4 * unit)
        assert name.size == pytest.approx(1.16 * page.type_size)
    assert [item.text.strip() for item in texts(page, Role.STEP_NUMBER)] == ["1", "2", "3"]


def test_names_that_run_in_are_bold_and_end_with_a_full_stop():
    page = page_of(size="105x148mm")
    assert texts(page, Role.STEP_NAME) == []
    assert " ".join(words(texts(page, Role.STEP))).startswith("Plant the Feet. Set both feet")


def test_the_same_card_gives_an_equal_page():
    assert fit(long_card(200)) == fit(long_card(200), case=fresh_case())


@pytest.mark.parametrize("size", SIZES)
def test_without_a_code_nothing_stands_where_it_would(size):
    page = page_of(card(video=None, figure=posed("squat")), size)
    assert tiles(page) == []
    assert texts(page, Role.ADDRESS) == []
    assert all(rect_of(item).right <= page.width for item in page.items if item.mark.role is Role.FIGURE)
