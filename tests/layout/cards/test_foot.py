"""The foot: one line, the gym at its left, the address at its right, each once."""

from itertools import pairwise

import pytest

from cardgen.compose import Brand
from cardgen.display import Role
from tests.builders import card, page_of, video, works, zones_on
from tests.layout.reading import all_panels, band, footer_rule, ink, texts

SIZES = ("a5", "a4", "105x148mm", "297x210mm", "a3")
GYM = Brand(name="Harbour Gym", address="harbour.example", link="https://harbour.example")


def foot_of(page):
    return [item for item in texts(page, Role.FOOTER, Role.ADDRESS, Role.FOLIO) if item.y > footer_rule(page)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("folio", ["", "12", "13"])
def test_the_foot_is_one_line_inside_the_safe_edge(size, folio):
    page, zones = page_of(card(brand=GYM, works=works("quads"), folio=folio), size), zones_on(size)
    found = foot_of(page)
    assert len({round(item.y, 3) for item in found}) == 1
    assert sum(item.text.strip() == "youtu.be/Qk7_zR2-wXa" for item in found) == 1
    assert sum("Harbour Gym" in item.text for item in found) <= 1
    boxes = sorted((ink(item) for item in found), key=lambda rect: rect.x)
    assert all(one.right < other.x for one, other in pairwise(boxes))
    assert boxes[0].x >= zones.margin - 0.5
    assert boxes[-1].right <= page.width - zones.margin + 0.5
    assert page.height - found[0].y >= 5 / 25.4 * 72 - 1e-6


def test_the_gym_stands_left_and_the_address_right():
    page = page_of(card(brand=GYM))
    name, own = (
        next(item for item in foot_of(page) if word in item.text) for word in ("Harbour Gym", "harbour.example")
    )
    (address,) = texts(page, Role.ADDRESS)
    assert name.x < own.x < address.x
    assert own.mark.link == "https://harbour.example"
    assert address.mark.link == "https://youtu.be/Qk7_zR2-wXa"


def test_a_gym_that_has_no_room_beside_the_address_gives_way_and_never_takes_a_second_line():
    page = page_of(
        card(brand=Brand(name="A Gymnasium With a Name That Never Comes to an End " * 2), video=video(60)), "105x148mm"
    )
    assert len({round(item.y, 3) for item in foot_of(page)}) == 1
    assert len(texts(page, Role.ADDRESS)) == 1


@pytest.mark.parametrize("size", SIZES)
def test_boxes_end_over_the_rule(size):
    page, zones = page_of(card(works=works("quads")), size), zones_on(size)
    gap = footer_rule(page) - max(panel.bottom for panel in all_panels(page))
    assert gap >= 2.5 * zones.unit


def test_without_gym_address_and_tab_there_is_no_foot():
    page = page_of(card(brand="", video=None))
    assert texts(page, Role.FOOTER, Role.ADDRESS) == []
    assert footer_rule(page) == page.height
    assert band(page).y == 0
