"""Two sides: picture, names and code in front; steps and boxes on the back. Large print takes them where it must."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cardgen.compose import Face
from cardgen.display import Role
from cardgen.figure.repertoire import posed
from cardgen.layout.cards.sides import back_of, fit_sides, front_of
from cardgen.layout.ground.measures import TWO_SIDES_FLOOR, measures_for
from cardgen.layout.ground.overflow import Overflow
from cardgen.theme import PETROL
from cardgen.values import resources
from cardgen.values.stock import parse_sheet
from cardgen.values.use import LARGE_PRINT, LARGE_PRINT_LEAST, Edition, Sides, Use
from tests.builders import (
    card,
    cards,
    from_content,
    full_card,
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
from tests.layout.reading import (
    BODY,
    INSTRUCTIONS,
    POINTS,
    all_panels,
    band,
    codes,
    figures,
    ink,
    photos,
    texts,
    tiles,
    words,
)
from tests.quick import examples

TWO, LARGE = Use(sides=Sides.TWO), Use(edition=Edition.LARGE_PRINT)
ALL_BOXES = (tips("Look ahead."), mistakes("Racing: count to three."), safety("Stop when it hurts."))
SIZES = ("a4", "a5", "a6")
MADE = {"works": works("quads"), "boxes": ALL_BOXES, "figure": posed("squat")}


@pytest.mark.parametrize("size", SIZES)
def test_the_front_has_picture_names_and_code_and_the_back_all_that_is_to_be_read(size):
    front, back = sides_of(card(**MADE), size, use=TWO)
    assert words(texts(front, Role.STEP_NAME)) == "Plant the Feet Fold Forward Rise Again".split()
    assert figures(front)
    assert len(codes(front)) == 1
    assert texts(front, Role.STEP, *POINTS) == []
    assert codes(back) == figures(back) == []
    assert {item.mark.role for item in texts(back, *POINTS)} == {Role.TIP, Role.MISTAKE, Role.SAFETY}
    assert {item.text.strip() for item in texts(back, Role.STEP_NUMBER)} == {"1", "2", "3"}
    assert words(texts(front, Role.TITLE)) == words(texts(back, Role.TITLE)), (
        "two halves that came apart find each other"
    )


@pytest.mark.parametrize("size", SIZES)
def test_names_of_a_front_stand_beside_the_code_in_one_size(size):
    front, _ = sides_of(card(**MADE), size, use=TWO)
    (tile,) = tiles(front)
    names = texts(front, Role.STEP_NAME)
    assert len({item.size for item in names}) == 1
    assert all(ink(item).right < tile.x for item in names)


@pytest.mark.parametrize("size", SIZES)
def test_the_back_has_a_slim_band_and_no_hole_under_it(size):
    front, back = sides_of(card(**MADE), size, use=TWO)
    assert band(back).height < 0.8 * band(front).height
    first = min(ink(item).y for item in texts(back, *BODY))
    assert first - band(back).bottom < 0.05 * back.height


def test_steps_without_names_stand_in_front_as_they_are():
    unnamed = tuple(step("", f"Push the floor away, part {at}.") for at in range(3))
    front, back = sides_of(card(**{**MADE, "steps": unnamed}), use=TWO)
    assert len(texts(front, Role.STEP)) == 3
    assert codes(front) == []
    assert len(codes(back)) == 1


def test_photographs_stand_in_front():
    front, back = sides_of(card(photos=pair()), "a5", use=TWO)
    assert len(photos(front)) == 2
    assert photos(back) == []


def test_without_anything_for_it_there_is_no_back():
    assert back_of(card(boxes=(), video=None)) is None


def test_a_full_card_has_its_extras_on_the_back():
    made = full_card(extras=(other("Variations", "With a band."),))
    front, back = sides_of(made, "a4", use=TWO)
    assert all_panels(front) == []
    assert "Variations" in words(texts(back, Role.BOX_HEADING))
    assert len(texts(front, Role.SECTION_HEADING)) == len(made.sections)


def test_faces_know_what_they_are():
    made = card()
    assert (made.face, front_of(made).face, back_of(made).face) == (Face.WHOLE, Face.FRONT, Face.BACK)


@pytest.mark.parametrize("size", ["a6", pytest.param("a5", marks=pytest.mark.slow)])
def test_every_sample_guide_stands_on_two_sides_at_their_floor_or_larger(size):
    for path in sorted(resources.content_folder().glob("*.md"))[::4]:
        for page in sides_of(from_content(path.stem), size, use=TWO):
            assert all(item.size >= TWO_SIDES_FLOOR - 1e-6 for item in texts(page, *INSTRUCTIONS)), path.stem


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_large_print_is_18_points_or_more_and_nothing_in_it_under_14(size):
    for path in sorted(resources.content_folder().glob("*.md"))[::6]:
        for page in sides_of(from_content(path.stem), size, use=LARGE):
            assert all(item.size >= LARGE_PRINT - 1e-6 for item in texts(page, *INSTRUCTIONS, Role.LEAD)), path.stem
            assert all(item.size >= LARGE_PRINT_LEAST - 1e-6 for item in texts(page)), path.stem


def test_large_print_takes_the_second_side_only_where_one_does_not_hold_it():
    long = card(steps=tuple(step(f"Step {at}", "Set both feet flat under the hips. " * 8) for at in range(4)))
    assert len(sides_of(card(boxes=ALL_BOXES[:1]), "a3", use=LARGE)) == 1
    assert len(sides_of(long, "a4", use=LARGE)) == 2


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck), database=None)
@given(made=cards(), size=st.sampled_from(("a4", "a5", "a6", "297x210mm", "120x170mm")))
def test_two_sides_say_all_that_one_says_at_their_floor_or_larger(made, size):
    pages = fit_sides(made, sheet=parse_sheet(size), theme=PETROL, case=type_case(), use=TWO)
    assume(not isinstance(pages, Overflow))
    measures = measures_for(parse_sheet(size), made.detail, TWO)
    points = [entry for it in made.boxes for entry in it.entries]
    assert len({item.mark.order for page in pages[1:] for item in texts(page, *POINTS)}) == len(points)
    for page in pages:
        assert all(item.size >= min(measures.floor, measures.box_floor) - 1e-6 for item in texts(page, *INSTRUCTIONS))
        body = [ink(item) for item in texts(page, *BODY)]
        assert not any(box.overlaps(tile) for box in body for tile in tiles(page))
