"""Cards on two sides: picture and steps in front, what to know and the code on the back; large print takes them as it must."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cardgen.compose import BoxKind, Detail, Face, compose_card
from cardgen.display import Role
from cardgen.layout.cards.sides import back_of, fit_sides, front_of
from cardgen.layout.ground.measures import TWO_SIDES_FLOOR, measures_for
from cardgen.layout.ground.overflow import Overflow
from cardgen.pipeline import stages
from cardgen.theme import PETROL
from cardgen.values import resources
from cardgen.values.geometry import mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from cardgen.values.use import IN_HAND, LARGE_PRINT, LARGE_PRINT_LEAST, Edition, Sides, Use
from tests.builders import (
    box,
    card,
    cards,
    full_card,
    inline,
    mistakes,
    other,
    pair,
    safety,
    sides_of,
    step,
    tips,
    type_case,
    works,
)
from tests.layout.reading import BODY, INSTRUCTIONS, POINTS, band, codes, ink, photos, rect_of, texts, tiles
from tests.quick import examples

TWO, LARGE = Use(sides=Sides.TWO), Use(edition=Edition.LARGE_PRINT)
ALL_BOXES = (tips("Look ahead."), mistakes("Racing: count to three."), safety("Stop when it hurts."))


def said(page, *roles):
    return "".join(item.text for item in texts(page, *roles))


@pytest.mark.parametrize("size", ["a4", "a5", "a6", "210x148mm"])
def test_the_front_has_the_steps_and_the_back_boxes_and_code(size):
    front, back = sides_of(card(works=works("glutes"), boxes=ALL_BOXES), size, use=TWO)
    assert len(texts(front, Role.STEP_NUMBER)) == 3
    assert texts(front, *POINTS) == codes(front) == []
    assert texts(back, Role.STEP, Role.STEP_NUMBER, Role.LEAD, Role.LEGEND) == []
    assert len(codes(back)) == 1
    assert {item.mark.role for item in texts(back, *POINTS)} == {Role.TIP, Role.MISTAKE, Role.SAFETY}
    assert said(front, Role.TITLE) == said(back, Role.TITLE), "two halves that came apart find each other"


def test_the_address_of_the_code_stands_with_the_code():
    front, back = sides_of(use=TWO)
    assert texts(front, Role.ADDRESS) == []
    assert said(back, Role.ADDRESS).strip() == "youtu.be/Qk7_zR2-wXa"


def test_photographs_stand_in_front():
    front, back = sides_of(card(photos=pair()), "a5", use=TWO)
    assert len(photos(front)) == 2
    assert photos(back) == []


def test_a_code_alone_stands_in_the_middle_of_the_back():
    _, back = sides_of(card(boxes=()), use=TWO)
    (code,) = codes(back)
    assert code.x + code.width / 2 == pytest.approx(back.width / 2)
    assert code.width > back.width / 3


def test_without_anything_for_it_there_is_no_back():
    assert len(sides_of(card(boxes=(), video=None), use=TWO)) == 1
    assert back_of(card(boxes=(), video=None)) is None


def test_a_full_card_has_its_extras_on_the_back():
    made = full_card(extras=(other("Variations", "With a band."),))
    front, back = sides_of(made, "a4", use=TWO)
    assert texts(front, Role.BOX_HEADING) == []
    assert "Variations" in said(back, Role.BOX_HEADING)
    assert len(texts(front, Role.SECTION_HEADING)) == len(made.sections)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_boxes_of_the_back_begin_under_its_head_and_stand_apart(number):
    _, back = sides_of(card(boxes=ALL_BOXES[:number]), use=TWO)
    colors = (PETROL.tips, PETROL.mistakes, PETROL.safety)[:number]
    filled = [item for item in back.items if getattr(item, "fill", None) in {color.ground for color in colors}]
    grounds = [box for box in map(rect_of, filled) if box.width > 25]
    assert len(grounds) == number
    assert all(box.width > back.width * 0.3 for box in grounds)
    assert min(box.y for box in grounds) - band(back).bottom < back.height * 0.08, "no hole between head and box"
    for upper, lower in pairwise(sorted(grounds, key=lambda box: box.y)):
        assert lower.y - upper.bottom > mm(2)


def test_two_boxes_of_a_back_share_a_row_only_where_they_do_not_fit_otherwise():
    points = tuple("Keep both heels on the floor and the neck long." for _ in range(3))
    _, stacked = sides_of(card(boxes=(tips(*points), mistakes(*points))), "a6", use=TWO)
    first, second = texts(stacked, Role.TIPS_HEADING, Role.MISTAKES_HEADING)
    assert first.x == second.x
    assert first.y < second.y


def test_a_compact_front_has_the_description_where_there_is_room():
    steps = tuple(step(f"Step {at}", "Set both feet flat under the hips.") for at in range(3))
    made = card(lead=inline("Sit down and stand up."), steps=steps)
    front, back = sides_of(made, "a6", use=TWO)
    assert said(front, Role.LEAD).strip() == "Sit down and stand up."
    assert LeftOut.LEAD_OF_SMALL not in front.notes
    assert texts(back, Role.LEAD) == []
    long = card(
        lead=inline("Sit down and stand up. " * 6),
        steps=tuple(step("Set", "Set both feet flat. " * 23) for _ in range(3)),
    )
    front, _ = sides_of(long, "a6", use=TWO)
    assert texts(front, Role.LEAD) == []
    assert LeftOut.LEAD in front.notes, "what was left out is said"


@pytest.mark.parametrize("size", ["a6", "a5", "a4"])
def test_a_short_text_on_two_sides_is_larger_than_on_one(size):
    made = card(steps=(step("Rise", "Stand up."),), boxes=(tips("Look ahead."),))
    one, two = (measures_for(parse_sheet(size), made.detail, use).ceiling for use in (IN_HAND, TWO))
    assert one < max(item.size for item in texts(sides_of(made, size, use=TWO)[0], Role.STEP)) <= two + 1e-6


def test_faces_know_what_they_are():
    made = card()
    front, back = front_of(made), back_of(made)
    assert (made.face, front.face, back.face) == (Face.WHOLE, Face.FRONT, Face.BACK)


@pytest.mark.slow
def test_every_sample_guide_is_on_two_a6_sides_in_nine_points_or_more():
    for path in resources.content_folder().glob("*.md"):
        made = compose_card(stages.load_guide(path), detail=Detail.BRIEF)
        for page in sides_of(made, "a6", use=TWO):
            assert all(item.size >= TWO_SIDES_FLOOR - 1e-6 for item in texts(page, *INSTRUCTIONS)), path.stem


# --- large print ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_large_print_is_18_points_or_more_and_nothing_in_it_under_14(size):
    for path in sorted(resources.content_folder().glob("*.md"))[::5]:
        made = compose_card(stages.load_guide(path), detail=Detail.BRIEF)
        for page in sides_of(made, size, use=LARGE):
            assert all(item.size >= LARGE_PRINT - 1e-6 for item in texts(page, *INSTRUCTIONS, Role.LEAD)), path.stem
            assert all(item.size >= LARGE_PRINT_LEAST - 1e-6 for item in texts(page)), path.stem


def test_large_print_takes_the_second_side_only_where_one_does_not_hold_it():
    long = card(steps=tuple(step(f"Step {at}", "Set both feet flat under the hips. " * 6) for at in range(4)))
    assert len(sides_of(card(boxes=ALL_BOXES[:1]), "a3", use=LARGE)) == 1
    assert len(sides_of(long, "a4", use=LARGE)) == 2


# --- whatever is on it --------------------------------------------------------------------------------------------------


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck), database=None)
@given(made=cards(), size=st.sampled_from(("a4", "a5", "a6", "297x210mm", "120x170mm")))
def test_two_sides_say_all_that_one_says_at_their_floor_or_larger(made, size):
    pages = fit_sides(made, sheet=parse_sheet(size), theme=PETROL, case=type_case(), use=TWO)
    assume(not isinstance(pages, Overflow))
    floor = measures_for(parse_sheet(size), made.detail, TWO).floor
    assert floor >= TWO_SIDES_FLOOR
    points = [entry for it in made.boxes for entry in it.entries]
    assert len({item.mark.order for page in pages[1:] for item in texts(page, *POINTS)}) == len(points)
    for page in pages:
        least = measures_for(parse_sheet(size), made.detail, TWO).box_floor if page.width > page.height else floor
        assert all(item.size >= min(floor, least) - 1e-6 for item in texts(page, *INSTRUCTIONS))
        boxes = [(ink(item), item) for item in texts(page)]
        body = [box for box, item in boxes if item.mark.role in BODY]
        assert not any(box.overlaps(tile) for box in body for tile in tiles(page) if tile.height < page.height)


def test_breathing_and_other_boxes_keep_their_kinds_on_the_back():
    made = full_card(boxes=(box(BoxKind.BREATHING, "In, then out."), *ALL_BOXES), extras=())
    _, back = sides_of(made, "a4", use=TWO)
    assert said(back, Role.BOX_HEADING).strip() == "Breathing"
