"""Photographs: whole, in their own proportion, side by side, labels never on them."""

import pytest

from cardgen.display import Role
from cardgen.figure.repertoire import posed
from cardgen.layout.ground.overflow import Overflow
from cardgen.theme import PETROL
from cardgen.values.notes import LeftOut
from cardgen.values.use import Ink
from tests.builders import card, fit, page_of, pair, photo, step, works, zones_on
from tests.layout.program import made
from tests.layout.reading import band, ink, photos, stage, texts, tiles

SHAPES = {
    "wide": pair(1500, 1000),
    "very wide": pair(1920, 1080),
    "upright": pair(1000, 1333),
    "square": pair(1000, 1000),
    "one": (photo("Start"),),
    "one upright": (photo("", 1000, 1500),),
    "mixed": (photo("Up", 1500, 1000), photo("Down", 1000, 1500)),
}
SIZES = ("a4", "a5", "letter", "105x148mm", "297x210mm")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", SHAPES)
def test_photographs_are_whole_in_their_own_proportion_and_nothing_stands_on_them(shape, size):
    photographed = card(photos=SHAPES[shape], works=works("quads"))
    page = page_of(photographed, size)
    found = photos(page)
    assert len(found) == len(photographed.photos)
    for image, source in zip(found, photographed.photos, strict=True):
        negative = source.negative
        assert image.rect.width / image.rect.height == pytest.approx(negative.columns / negative.rows, rel=1e-3)
        assert not any(image.rect.overlaps(ink(item)) for item in texts(page))
        assert not any(image.rect.overlaps(tile) for tile in tiles(page))
        assert 0 <= image.rect.x < image.rect.right <= page.width + 1e-6
        assert image.rect.y >= band(page).bottom - 1e-6
    if len(found) > 1 and found[0].rect.bottom > found[1].rect.y:  # side by side, not over one another
        assert found[0].rect.y == pytest.approx(found[1].rect.y)
        assert found[0].rect.height == pytest.approx(found[1].rect.height)
        assert found[0].rect.right <= found[1].rect.x


@pytest.mark.parametrize("size", ["a4", "a5", "letter"])
@pytest.mark.parametrize("shape", ["wide", "very wide"])
def test_two_wide_photographs_run_from_edge_to_edge_right_under_the_band(shape, size):
    page = page_of(card(photos=SHAPES[shape]), size)
    left, right = (item.rect for item in photos(page))
    assert (left.x, right.right) == (0, pytest.approx(page.width))
    assert left.y == pytest.approx(band(page).bottom)
    assert right.x - left.right == pytest.approx(zones_on(size).unit)


@pytest.mark.parametrize("size", SIZES)
def test_labels_stand_under_their_photographs(size):
    page = page_of(card(photos=pair()), size)
    start, finish = (
        next(item for item in texts(page, Role.CAPTION) if item.text.strip() == word) for word in ("Start", "Finish")
    )
    for label, image in zip((start, finish), photos(page), strict=True):
        assert image.rect.x <= label.x < image.rect.right
        assert 0 < ink(label).y - image.rect.bottom < image.rect.height * 0.5


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_upright_photographs_stand_on_the_stage(size):
    page = page_of(card(photos=SHAPES["upright"]), size)
    assert all(stage(page).contains(item.rect) for item in photos(page))
    (tile,) = tiles(page)
    assert photos(page)[-1].rect.right < tile.x


def test_the_text_stands_clear_of_a_code_that_hangs_beside_it():
    page = page_of(card(photos=pair(), works=works("quads")))
    (tile,) = tiles(page)
    assert tile.y > max(item.rect.bottom for item in photos(page))
    assert not any(tile.overlaps(ink(item)) for item in texts(page, Role.STEP, Role.STEP_NAME, Role.LEGEND))


def test_no_photographs_are_printed_in_low_ink_and_it_is_said():
    page = page_of(card(photos=pair()), theme=PETROL.inked(Ink.LOW))
    assert photos(page) == []
    assert LeftOut.PHOTOS_IN_LOW_INK in page.notes


@pytest.mark.parametrize("size", ["a6", "a5", "a4", "6x4in", "297x210mm"])
@pytest.mark.parametrize("name", ["gobletsquat", "squat", "shrug", "deadlift"])
def test_labels_stand_apart_though_bodies_are_narrower_than_their_words(name, size):
    for times in range(1, 9):  # the longer the steps, the lower the figure
        steps = tuple(step(f"Part {at}", "Keep both heels down. " * times) for at in range(4))
        page = fit(card(figure=posed(name), steps=steps, prescription=made.STRIP), size)
        if isinstance(page, Overflow) or LeftOut.FIGURE in page.notes:
            break
        words = [item for item in texts(page, Role.CAPTION) if not item.text.isupper()]  # but that of the code
        rects = sorted(map(ink, words), key=lambda rect: rect.x)
        assert len(rects) == 2
        assert rects[1].y > rects[0].bottom or rects[1].x - rects[0].right >= words[0].size
