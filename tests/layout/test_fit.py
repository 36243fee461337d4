"""Numbers of a small card, and what happens to a long one."""

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise

import pytest

from cardgen.display import Role
from cardgen.layout.cards.fit import Overflow
from cardgen.paint.notes import in_words
from cardgen.theme import PETROL
from cardgen.theme.type import Style
from cardgen.values.errors import Location
from cardgen.values.geometry import mm, to_mm
from cardgen.values.notes import LeftOut
from tests.builders import PATH, card, fit, inline, mistakes, page_of, step, tips, type_case, works
from tests.layout.reading import band, bodies, codes, discs, footer_rule, ink, panels, texts, tiles, words

LONG = "Keep the ribs down and the neck long while the weight travels over the middle of the foot. "
WORDS = (LONG * 60).split()
FOOT = 7.5
"""Size of the footer on A5."""
TILE_MM = 27.0 + 0.3 + to_mm(0.7 * 9.8) + 1.63
"""Height of the tile on A5: code and quiet zone, a little white, the caption's capitals, white."""


def body_size(page):
    (size,) = {item.size for item in texts(page, Role.STEP)}
    return size


def long_card(count, **changes):
    """A card whose second step has so many words; its muscles are named, so its lead stands above the steps."""
    steps = (
        step("Short", "Stand tall.", line=11),
        step("The Long Part", " ".join(WORDS[:count]), line=14),
        step("Last", LONG, line=18),
    )
    return card(steps=steps, **{"works": works("glutes"), **changes})


@cache
def most_words(muscle="glutes"):
    """How many words of the long step A5 takes."""
    named = works(muscle)
    return bisect_left(range(1, 600), 1, key=lambda count: isinstance(fit(long_card(count, works=named)), Overflow))


# --- the small card on A5 -------------------------------------------------------------------------------------------


def test_the_page_is_exactly_a5():
    page = page_of()
    assert (page.width, page.height) == (mm(148), mm(210))
    assert (page.title, page.language, page.notes) == ("Long Hinge", "en", ())


def test_the_band_is_as_high_as_the_design_has_it():
    page = page_of()
    head = band(page)
    assert (head.x, head.y, head.width) == (0, 0, page.width)
    assert to_mm(head.height) == pytest.approx(TILE_MM + 2 * 6.0, abs=0.01)
    large = page_of(size="a4")
    assert to_mm(band(large).height) == pytest.approx((TILE_MM + 10.0) * 210 / 148, abs=0.01)


def test_the_tile_stands_on_the_margin_and_the_code_in_it():
    page = page_of()
    (place,), (code,) = tiles(page), codes(page)
    assert [to_mm(at) for at in (place.x, place.y, place.right)] == pytest.approx([111.0, 6.0, 138.0])
    assert to_mm(place.height) == pytest.approx(TILE_MM, abs=0.01)
    assert to_mm(code.width) == pytest.approx(27 * 29 / 37)
    assert to_mm(code.x - place.x) == pytest.approx(27 * 4 / 37)
    assert to_mm(code.y - place.y) == pytest.approx(27 * 4 / 37)


def test_discs_stand_on_the_margin_and_are_as_large_as_the_type_asks():
    page = page_of()
    unit = mm(0.1) * body_size(page)
    found = discs(page)
    assert len(found) == 3
    for disc in found:
        assert disc.x == pytest.approx(mm(10))
        assert disc.width == pytest.approx(8.6 * unit)
        assert disc.height == pytest.approx(8.6 * unit)
    assert found[0].y >= band(page).bottom + (5.6 - 0.25) * unit - 1e-6


def test_steps_stand_indented_and_their_cap_line_just_under_the_disc_s_top():
    page = page_of()
    unit = mm(0.1) * body_size(page)
    cap = type_case().cap_height(Style.TEXT)
    for disc, name in zip(discs(page), texts(page, Role.STEP_NAME), strict=True):
        assert name.x == pytest.approx(mm(10) + 11.8 * unit)
        assert name.size == pytest.approx(1.16 * body_size(page))
        assert name.y - cap * name.size == pytest.approx(disc.y + 0.25 * unit)
    assert {item.x for item in texts(page, Role.STEP)} == {texts(page, Role.STEP_NAME)[0].x}


def test_numerals_stand_in_the_middle_of_their_discs():
    page = page_of()
    cap = type_case().cap_height(Style.DISPLAY)
    for disc, numeral in zip(discs(page), texts(page, Role.STEP_NUMBER), strict=True):
        assert numeral.x + numeral.width / 2 == pytest.approx(disc.x + disc.width / 2)
        assert numeral.y - cap * numeral.size / 2 == pytest.approx(disc.y + disc.height / 2)
    assert [item.text.strip() for item in texts(page, Role.STEP_NUMBER)] == ["1", "2", "3"]


def test_lines_of_a_step_follow_each_other_at_the_leading():
    page = page_of(card(steps=(step("One", LONG * 2),)))
    lines = [item.y for item in texts(page, Role.STEP)]
    assert len(lines) > 2
    assert [low - high for high, low in pairwise(lines)] == pytest.approx([1.36 * body_size(page)] * (len(lines) - 1))


def test_the_foot_stands_six_millimetres_from_the_edge():
    page = page_of()
    (brand,), (address,) = texts(page, Role.FOOTER), texts(page, Role.ADDRESS)
    descent = -type_case().fonts.face(Style.TEXT).descent * FOOT
    assert brand.size == address.size == FOOT
    assert brand.y == address.y == pytest.approx(mm(210 - 6) - descent)
    assert brand.x == pytest.approx(mm(10))
    assert address.x + address.width == pytest.approx(mm(138))
    cap = type_case().cap_height(Style.TEXT) * FOOT
    assert footer_rule(page) == pytest.approx(brand.y - cap - mm(2.2))
    assert address.mark.link == "https://youtu.be/Qk7_zR2-wXa"


def test_boxes_end_a_fixed_way_above_the_rule():
    page = page_of()
    (left,), (right,) = panels(page, PETROL.tips), panels(page, PETROL.mistakes)
    assert left.bottom == pytest.approx(right.bottom) == pytest.approx(footer_rule(page) - mm(3.8))
    assert left.y == pytest.approx(right.y)
    assert left.x == pytest.approx(mm(10))
    assert right.right == pytest.approx(mm(138))
    assert right.x - left.right == pytest.approx(mm(4))


def test_box_text_is_a_little_smaller_than_the_steps_but_not_under_the_floor():
    roomy, full = page_of(), page_of(long_card(most_words()))
    assert texts(roomy, Role.TIP)[0].size == pytest.approx(0.93 * body_size(roomy))
    assert body_size(full) * 0.93 < 9.0
    assert {item.size for item in texts(full, Role.TIP, Role.MISTAKE)} == {9.0}


def test_type_grows_with_the_sheet_and_shrinks_with_the_text():
    small, large = body_size(page_of(long_card(40))), body_size(page_of(long_card(40), "a4"))
    assert large > small > body_size(page_of(long_card(most_words()))) >= 9.0


# --- what gives way -------------------------------------------------------------------------------------------------


def test_beside_a_muscle_map_the_description_stands_below_the_band_and_is_the_first_to_go():
    few, many = page_of(long_card(20)), page_of(long_card(most_words()))
    assert all(item.y > band(few).bottom for item in texts(few, Role.LEAD))
    assert texts(few, Role.LEAD) != []
    assert few.notes == ()
    assert texts(many, Role.LEAD) == []
    assert many.notes == (LeftOut.LEAD,)
    for page in (few, many):
        assert bodies(page) != []
        assert words(texts(page, Role.LEGEND)) == ["Works", "glutes"]


def test_muscles_without_a_place_in_the_map_join_the_description_in_the_band_before_the_steps_grow_small():
    named = {"works": works("whole body"), "also": works("all the rest")}
    few = page_of(long_card(20, **named))
    many = page_of(long_card(most_words("whole body") - 10, **named))
    assert bodies(few) == bodies(many) == []
    assert all(item.y > band(few).bottom for item in texts(few, Role.LEAD))
    assert words(texts(few, Role.LEGEND)) == "Works whole body Also all the rest".split()
    assert all(item.y < band(many).bottom for item in texts(many, Role.LEAD))
    assert words(texts(many, Role.LEAD))[-7:] == "Works whole body Also all the rest".split()
    assert texts(many, Role.LEGEND) == []
    assert few.notes == many.notes == ()


def test_a_description_that_fits_nowhere_gives_way_and_it_is_said():
    page = page_of(long_card(most_words() - 60, lead=inline(LONG * 5)))
    assert texts(page, Role.LEAD) == []
    assert page.notes == (LeftOut.LEAD,)
    assert in_words(LeftOut.LEAD) == "the description was left out, so that the card fits"


def test_what_does_not_fit_is_an_overflow_in_millimetres_that_names_the_longest_step():
    found = fit(long_card(most_words() + 20))
    assert isinstance(found, Overflow)
    match = re.fullmatch(
        r'too long for a5 by (\d+) mm at 9 pt, the smallest size allowed; the longest step is step 2 "The Long Part" \((\d+) mm\)',
        found.message,
    )
    assert match
    assert found.location == Location(path=PATH, line=14)
    assert int(match[1]) == pytest.approx(to_mm(found.excess), abs=0.51)
    assert found.excess > 0
    assert found.hint


def test_the_excess_grows_by_the_height_of_what_is_added():
    one, more = fit(long_card(500)), fit(long_card(500, footnotes=("Ask first.",)))
    assert more.excess - one.excess == pytest.approx(FOOT * 1.35)


def test_a_step_without_a_name_is_named_by_its_number():
    steps = (step("", "Up."), step("", LONG * 40, line=7))
    found = fit(card(steps=steps))
    assert "the longest step is step 2 (" in found.message
    assert found.location.line == 7


def test_a_sheet_in_millimetres_is_named_as_asked_for():
    assert "too long for 105x148mm by" in fit(long_card(500), "105x148mm").message


def test_nothing_overflows_that_fits_a_larger_sheet():
    count = most_words() + 1
    assert isinstance(fit(long_card(count)), Overflow)
    assert page_of(long_card(count), "a3")


def test_gaps_and_leading_give_way_before_a_card_is_refused():
    page = page_of(long_card(most_words()))
    lines = [item.y for item in texts(page, Role.STEP)]
    leading = min(low - high for high, low in pairwise(lines))
    assert body_size(page) == 9.0
    assert 1.27 * 9.0 <= leading <= 1.36 * 9.0 + 1e-9


def test_the_same_card_gives_an_equal_page():
    assert page_of() == page_of()
    assert page_of(card(lead=inline("Else."))) != page_of()
    assert page_of(card(boxes=(tips("A."), mistakes("B.")))) == page_of(card(boxes=(tips("A."), mistakes("B."))))


# --- sizes that are given -------------------------------------------------------------------------------------------


def test_the_largest_given_size_that_fits_is_taken():
    free = body_size(page_of(long_card(120)))
    assert 9.6 < free < 12.0
    given = (20.0, 9.5, 9.2, 12.0)
    page = page_of(long_card(120), body=given)
    assert body_size(page) == page.type_size == 9.5
    assert texts(page, Role.STEP_NAME)[0].size == pytest.approx(1.16 * 9.5)
    assert panels(page, PETROL.tips)[0].bottom == pytest.approx(footer_rule(page) - mm(3.8))
    assert page_of(long_card(120), body=(free, 9.5)).type_size == free


def test_where_no_given_size_fits_the_card_keeps_its_own():
    assert page_of(long_card(120), body=(20.0, 30.0)) == page_of(long_card(120))
    assert page_of(long_card(120), body=()) == page_of(long_card(120))
    assert isinstance(fit(long_card(600), body=(9.0,)), Overflow)


@pytest.mark.parametrize("given", [10.5, 11.0, 12.0])
def test_boxes_at_the_side_are_not_larger_than_steps_of_a_given_size(given):
    free, page = (page_of(card(), "297x210mm", body=body) for body in ((), (given,)))
    assert min(it.size for it in texts(free, Role.TIP)) > given
    assert {it.size for it in texts(page, Role.STEP, Role.TIP, Role.MISTAKE)} == {given}


def test_boxes_at_the_side_that_are_smaller_keep_their_size():
    long = card(boxes=(tips(*["Look at a spot two steps ahead and breathe out on the way up."] * 12),))
    free, page = (page_of(long, "297x210mm", body=body) for body in ((), (11.0,)))
    own = {it.size for it in texts(free, Role.TIP)}
    assert max(own) < 11.0
    assert {it.size for it in texts(page, Role.TIP)} == own


def test_cards_of_one_run_share_a_size():
    given = (9.5, 10.0, 10.5)
    assert {page_of(long_card(count), body=given).type_size for count in (60, 75, 90)} <= set(given)


def test_a_tight_card_stays_tight_at_a_given_size():
    made = long_card(most_words())
    page = page_of(made, body=(9.0,))
    (left,), (right,) = panels(page, PETROL.tips), panels(page, PETROL.mistakes)
    assert body_size(page) == 9.0
    for item in texts(page, Role.TIP, Role.MISTAKE):
        assert left.contains(ink(item)) or right.contains(ink(item)), item.text


# --- the foot -------------------------------------------------------------------------------------------------------


def test_the_title_stands_at_the_foot_where_nothing_else_does():
    page = page_of(card(brand="", footnotes=()))
    (foot,), (address,) = texts(page, Role.FOOTER), texts(page, Role.ADDRESS)
    assert foot.text.strip() == "Long Hinge"
    assert foot.x == pytest.approx(mm(10))
    assert foot.y == address.y
    assert [item.text.strip() for item in texts(page_of(card(brand="", footnotes=("Ask.",))), Role.FOOTER)] == ["Ask."]
    assert [item.text.strip() for item in texts(page_of(), Role.FOOTER)] == ["Harbour Gym"]
    assert texts(page_of(card(brand="", video=None)), Role.FOOTER) == []


# --- how large a title and its text may be --------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "most"), [("a5", 15.0), ("a4", 21.5), ("a3", 30.0)])
def test_type_grows_to_its_ceiling_or_to_what_the_title_bears(size, most):
    """Of a title of one line the body is at most half, of two lines it is 1/1.7, of three 1/1.5."""
    for title, ratio in (("Row", 2.0), ("Single Arm Sandbag Shoulder Throw", 1.7)):
        page = page_of(card(title=title, steps=(step("Up", "Up."),), boxes=(), lead=()), size)
        lines = texts(page, Role.TITLE)
        assert len(lines) == {2.0: 1, 1.7: 2}[ratio]
        highest = min(most, lines[0].size / ratio)
        assert highest - 0.05 < body_size(page) <= highest + 1e-9
