"""The foot with a gym's logo, name and address."""

import zlib

import pytest

from cardgen.compose import Brand
from cardgen.display import ColorSpace, Image, Pixels, Role
from cardgen.layout.cards.fit import Overflow
from cardgen.layout.ground.measures import measures_for
from cardgen.values.geometry import mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from tests.builders import STEPS, card, fit, page_of, video
from tests.layout.reading import footer_rule, ink, texts

SIZES = ("a5", "a4", "a6", "260x150mm")


def pixels(columns, rows, digest="ab" * 32):
    data = zlib.compress(bytes(columns * rows))
    return Pixels(columns=columns, rows=rows, space=ColorSpace.GRAY, data=data, digest=digest)


def brand(shape=(300, 80), **changes):
    fields = {"name": "Harbour Gym", "address": "harbour.example", "link": "https://harbour.example"}
    return Brand(**{**fields, "logo": pixels(*shape), **changes})


def images(page):
    return [item for item in page.items if isinstance(item, Image)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", [(300, 80), (80, 300), (90, 90), (400, 20)])
def test_a_logo_is_as_large_as_its_room_and_never_stretched(size, shape):
    page = page_of(card(brand=brand(shape)), size)
    (logo,) = images(page)
    measures = measures_for(parse_sheet(size))
    assert logo.rect.width / logo.rect.height == pytest.approx(shape[0] / shape[1])
    assert logo.rect.x == pytest.approx(measures.margin)
    filled = logo.rect.width / (26 * measures.unit), logo.rect.height / (7 * measures.unit)
    assert max(filled) == pytest.approx(1)
    assert logo.rect.bottom <= page.height - measures.edge + 0.01
    assert logo.rect.y >= footer_rule(page) + 1


@pytest.mark.parametrize("size", SIZES)
def test_the_name_stands_beside_the_logo_on_its_middle(size):
    page = page_of(card(brand=brand((90, 90))), size)
    (logo,) = images(page)
    name, *_ = texts(page, Role.FOOTER)
    assert name.x > logo.rect.right
    box = ink(name)
    assert box.y + box.height / 2 == pytest.approx(logo.rect.y + logo.rect.height / 2, abs=1.5)


def test_the_address_is_a_link_and_the_logo_too_with_the_name_as_its_alternative():
    page = page_of(card(brand=brand()))
    (logo,) = images(page)
    assert (logo.mark.link, logo.mark.alternative) == ("https://harbour.example", "Harbour Gym")
    (address,) = [item for item in texts(page, Role.FOOTER) if item.mark.link]
    assert (address.text.strip(), address.mark.link) == ("harbour.example", "https://harbour.example")


def test_without_logo_and_address_the_foot_is_that_of_a_name_alone():
    plain = page_of(card(brand=Brand(name="Harbour Gym")))
    assert footer_rule(page_of(card(brand=brand(logo=None)))) == footer_rule(plain)
    assert footer_rule(page_of(card(brand=brand((90, 90))))) < footer_rule(plain)


def test_a_logo_without_a_name_needs_no_text():
    page = page_of(card(brand=Brand(logo=pixels(90, 90)), video=None))
    (logo,) = images(page)
    assert texts(page, Role.FOOTER) == []
    assert logo.mark.alternative == "logo"
    assert logo.rect.bottom == pytest.approx(page.height - mm(6))


def test_notes_stand_beside_the_logo_as_far_as_it_is_high_and_the_others_above():
    notes = ("Source: made-up.example", "Ask a coach first.")
    page = page_of(card(brand=brand((90, 90)), footnotes=notes))
    (logo,) = images(page)
    first, second, *_ = texts(page, Role.FOOTER)
    assert (first.text.strip(), second.text.strip()) == notes
    assert first.y < logo.rect.y
    assert first.x == logo.rect.x
    assert logo.rect.y < second.y < logo.rect.bottom
    assert second.x > logo.rect.right


def test_in_a_booklet_all_notes_stand_above_the_logo_for_numbers_stand_at_one_height():
    notes = ("Source: made-up.example", "Ask a coach first.")
    page = page_of(card(brand=brand((90, 90)), footnotes=notes, folio="12"))
    (logo,) = images(page)
    found = [it for it in texts(page, Role.FOOTER) if it.text.strip() in notes]
    assert [it.text.strip() for it in found] == list(notes)
    assert all(it.y < logo.rect.y for it in found)


def test_a_long_address_of_the_video_goes_below_the_name():
    page = page_of(card(brand=brand(), video=video(60)))
    (address,) = texts(page, Role.ADDRESS)
    (logo,) = images(page)
    assert address.y > max(item.y for item in texts(page, Role.FOOTER))
    assert address.x > logo.rect.right


def test_a_logo_is_given_up_before_a_card_is_and_that_is_said():
    named, shown = (
        card(steps=STEPS * 4, brand=Brand(name="Harbour Gym", logo=logo)) for logo in (None, pixels(90, 90))
    )
    sizes = (f"148x{height}mm" for height in range(150, 250))
    least = next(size for size in sizes if not isinstance(fit(named, size), Overflow))
    page = page_of(shown, least)
    assert images(page) == []
    assert LeftOut.LOGO in page.notes
    assert texts(page, Role.FOOTER)[-1].text.strip() == "Harbour Gym"
    height = int(least[4:-2]) + 10
    assert len(images(page_of(shown, f"148x{height}mm"))) == 1
