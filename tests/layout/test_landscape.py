"""A card across: steps at the left, boxes in a dark column at the right."""

from itertools import pairwise

import pytest

from cardgen.display import Role, Stamp
from cardgen.layout.cards import landscape
from cardgen.layout.cards.fit import Overflow, fit_card
from cardgen.layout.ground.measures import measures_for
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import mm, to_mm
from cardgen.values.stock import parse_sheet
from tests.builders import card, fit, mistakes, page_of, safety, step, tips, type_case, works
from tests.layout.reading import (
    POINTS,
    all_panels,
    band,
    body_of,
    codes,
    dark_side,
    discs,
    footer_rule,
    ink,
    panels,
    paths,
    rect_of,
    texts,
    tiles,
)

A4 = "297x210mm"
UNIT = mm(210 / 190)
"""The sheet unit of A4 across: it is low for its width."""
LONG = "Keep the ribs down and the neck long while the weight travels over the middle of the foot. "
POINT = "Keep the weight over the middle of the foot."
THREE = (tips(POINT), mistakes(POINT), safety(POINT))


def size_of(page):
    (size,) = {item.size for item in texts(page, Role.STEP)}
    return size


def most_of(make):
    """The pages of ever more text until it overflows, and the overflow."""
    pages = []
    for count in range(1, 80):
        page = fit(make(count), A4)
        if isinstance(page, Overflow):
            return pages, page
        pages.append(page)
    raise AssertionError("80 parts still fit")


@pytest.mark.parametrize("size", [A4, "210x148mm", "279.4x215.9mm", "420x297mm"])
def test_boxes_stand_in_the_dark_column_at_the_right_and_steps_left_of_it(size):
    page = page_of(card(boxes=THREE), size)
    side, unit = dark_side(page), measures_for(parse_sheet(size)).unit
    assert (side.right, side.bottom) == (pytest.approx(page.width), pytest.approx(page.height))
    assert side.y == pytest.approx(band(page).bottom)
    assert min(abs(side.width / page.width - share) for share in (106 / 297, 0.40, 0.44, 0.48)) < 1e-6
    grounds = all_panels(page)
    assert len(grounds) == 3
    for panel in grounds:
        assert panel.x == pytest.approx(side.x + 10 * unit)
        assert panel.right == pytest.approx(page.width - measures_for(parse_sheet(size)).margin)
        assert panel.bottom <= page.height - measures_for(parse_sheet(size)).margin + 1e-6
    assert all(low.y - high.bottom >= 4 * unit - 1e-6 for high, low in pairwise(grounds))
    left = texts(page, Role.STEP, Role.STEP_NAME, Role.STEP_NUMBER, Role.FOOTER, Role.ADDRESS)
    assert all(ink(item).right <= side.x - measures_for(parse_sheet(size)).margin + 0.02 * item.size for item in left)
    assert footer_rule(page) < page.height
    assert all(panel.bottom < footer_rule(page) for panel in discs(page))


def test_band_and_side_are_one_shape_under_everything():
    page = page_of(card(boxes=THREE), A4)
    first = page.items[0]
    assert first.fill == PETROL.band
    assert (rect_of(first).width, rect_of(first).height) == (page.width, page.height)


def test_boxes_start_under_the_band_and_safety_is_lowest():
    page = page_of(card(boxes=THREE), A4)
    tops = [panels(page, colors)[0].y for colors in (PETROL.tips, PETROL.mistakes, PETROL.safety)]
    assert tops == sorted(tops)
    assert tops[0] == pytest.approx(band(page).bottom)


@pytest.mark.parametrize("size", [A4, "210x148mm"])
def test_without_boxes_the_steps_take_the_whole_width_and_no_side_is_dark(size):
    page = page_of(card(boxes=(), steps=tuple(step(f"Part {n}", LONG * 3) for n in range(4))), size)
    assert dark_side(page) is None
    assert all_panels(page) == []
    margin = measures_for(parse_sheet(size)).margin
    widest = max(ink(item).right for item in texts(page, Role.STEP))
    assert page.width * 0.85 < widest <= page.width - margin + 0.5
    (rule,) = [rect_of(path) for path in paths(page) if path.stroke == PETROL.hairline]
    assert (rule.x, rule.right) == (pytest.approx(margin), pytest.approx(page.width - margin))


def test_steps_never_go_under_twelve_points_on_a4():
    pages, over = most_of(lambda count: card(steps=tuple(step(f"Part {n}", LONG) for n in range(count))))
    assert "at 12 pt" in over.message
    sizes = [size_of(page) for page in pages]
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) >= 12.0
    assert min(sizes) <= 12.3


def test_boxes_beside_the_steps_never_go_under_ten_points_on_a4_and_steps_stay_as_large():
    pages, _ = most_of(lambda count: card(boxes=(tips(*[POINT] * count), mistakes(POINT))))
    for page in pages:
        assert min(item.size for item in texts(page, *POINTS)) >= 10.0
        assert size_of(page) >= 12.0
        assert max(item.size for item in texts(page, *POINTS)) <= size_of(page) + 1e-9


def test_boxes_beside_the_steps_go_down_to_ten_points_before_a_card_is_refused():
    pages, _ = most_of(lambda count: card(boxes=(tips(*[POINT] * count), mistakes(POINT))))
    assert min(item.size for item in texts(pages[-1], *POINTS)) < 10.5


def test_a_card_that_is_refused_is_too_long_by_some_millimetres():
    found = fit(card(boxes=(tips("Keep up. " * 96), mistakes("Keep up. " * 96))), A4)
    assert isinstance(found, Overflow)
    assert found.excess > 0


def test_boxes_that_are_too_long_are_what_the_message_names():
    found = fit(card(boxes=(tips(*[LONG] * 20),)), A4)
    assert 'the box "Tips" takes ' in found.message


def test_boxes_of_the_side_have_a_size_of_their_own():
    steps = tuple(step(f"Part {n}", LONG) for n in range(2))
    few, many = (page_of(card(steps=steps, boxes=(tips(*[POINT] * count),)), A4) for count in (1, 8))
    assert texts(few, Role.TIP)[0].size > texts(many, Role.TIP)[0].size


def test_the_measures_of_a4_across():
    measures = measures_for(parse_sheet(A4))
    assert (measures.floor, measures.box_floor) == (12.0, 10.0)
    assert measures.unit == pytest.approx(UNIT)
    assert measures_for(parse_sheet("a4")).box_floor == 12.0
    assert to_mm(measures.code_side) == pytest.approx(27.0)


@pytest.mark.parametrize("size", [A4, "210x148mm", "279.4x215.9mm"])
def test_the_head_is_that_of_a_card_upright(size):
    page = page_of(card(boxes=THREE), size)
    (tile,), (code,) = tiles(page), codes(page)
    assert band(page).contains(tile)
    assert tile.contains(code)
    assert tile.right == pytest.approx(page.width - measures_for(parse_sheet(size)).margin)
    assert all(band(page).contains(ink(item)) for item in texts(page, Role.EYEBROW, Role.TITLE))


def test_a_square_sheet_is_set_upright():
    assert dark_side(page_of(card(boxes=THREE), "200x200mm")) is None
    assert dark_side(page_of(card(boxes=THREE), "200.1x200mm")) is not None


# --- the map --------------------------------------------------------------------------------------------------------


def bodies_of(page):
    return [body_of(item) for item in page.items if isinstance(item, Stamp)]


@pytest.mark.parametrize("size", [A4, "210x148mm"])
@pytest.mark.parametrize("muscles", [("glutes",), ("quads", "glutes")], ids=["one view", "two views"])
def test_the_map_stands_large_where_the_dark_side_would_be_empty(size, muscles):
    page = page_of(card(works=works(*muscles), boxes=(tips(POINT),)), size)
    side, panel = dark_side(page), all_panels(page)[-1]
    bodies = bodies_of(page)
    assert len(bodies) == len(muscles)
    (code,) = codes(page)
    for body in bodies:
        assert body.height > 1.2 * code.height
        assert side.contains(body)
        assert body.y > panel.bottom
    left, right = min(body.x for body in bodies), max(body.right for body in bodies)
    assert (left + right) / 2 == pytest.approx((panel.x + panel.right) / 2, abs=0.5)


@pytest.mark.parametrize(
    "changes",
    [{"boxes": (tips(*[LONG] * 3), mistakes(*[LONG] * 3))}, {"boxes": ()}],
    ids=["long boxes", "no boxes"],
)
def test_it_stays_in_the_head_where_there_is_no_room_beside_the_steps(changes):
    page = page_of(card(works=works("glutes"), **changes), A4)
    (body,) = bodies_of(page)
    assert body.bottom < band(page).bottom


@pytest.mark.parametrize("count", range(1, 7))
def test_no_text_is_smaller_for_the_sake_of_the_map(count, monkeypatch):
    made = card(works=works("glutes"), boxes=(tips(*[POINT] * count),))
    page = page_of(made, A4)
    monkeypatch.setattr(landscape, "FIGURES", ())
    usual = page_of(made, A4)
    for role in (Role.TIP, Role.STEP, Role.TITLE):
        assert texts(page, role)[0].size >= texts(usual, role)[0].size


@pytest.mark.parametrize("mode", [Ink.LOW, Ink.MONO])
def test_in_little_ink_there_is_no_dark_side_to_fill(mode):
    made = card(works=works("glutes"), boxes=(tips(POINT),))
    page = fit_card(made, sheet=parse_sheet(A4), theme=PETROL.inked(mode), case=type_case())
    (body,) = bodies_of(page)
    (code,) = codes(page)
    assert body.y < code.bottom
