"""Photographs in the file: where they stand, in which colours, as JPEG, once each, the same bytes every time."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Picture

from cardgen.display import DECORATION, Image, Mark, Negative, Page, Role
from cardgen.guide.model import Photo
from cardgen.paint import paint_pdf
from cardgen.paint.trace import trace
from cardgen.pictures import Darkroom, develop_page
from cardgen.values.errors import Location
from cardgen.values.geometry import Rect
from tests.builders import card, page_of, type_case
from tests.drawn import BLUE, RED, halves, near, noise, saved
from tests.guide.made import BODY, FRONT, read
from tests.paint.opened import opened, picture_of
from tests.paint.tagged import failures, read_tags

GUIDE = read(FRONT + BODY)
LEFT_HALF = Rect(x=0, y=0, width=0.5, height=1)


def shown(path, columns, rows, rect, **how):
    mark = Mark(role=Role.LOGO, order=1, alternative="The start")
    return Image(rect=rect, pixels=Negative(file=path.as_posix(), columns=columns, rows=rows), mark=mark, **how)


def page(*images):
    return Page(width=100, height=100, items=images)


def developed(laid_out, darkroom=None, guide=GUIDE):
    ready, problems = develop_page(laid_out, guide, darkroom or Darkroom())
    assert problems == ()
    return ready


def paint(*pages):
    return paint_pdf(pages, title="Photographs", language="en", fonts=type_case().fonts)


def images_of(data):
    """The width, the height, the colour space and the filter of each image in a file."""
    pdf = opened(data)
    found = [it for it in pdf.objects if getattr(it, "get", None) and str(it.get("/Subtype", "")) == "/Image"]
    return [(int(it.Width), int(it.Height), str(it.ColorSpace), str(it.Filter)) for it in found]


@pytest.fixture
def photo(put):
    """A photograph that is red at the left and blue at the right, with enough grain that it is kept as JPEG."""
    image = Picture.blend(halves(size=(400, 200)), noise((400, 200)), 0.06)
    return put(image, "start.jpg", "JPEG", quality=95)


def test_a_photograph_stands_where_it_was_placed_in_its_colours(photo):
    data = paint(developed(page(shown(photo, 400, 200, Rect(x=10, y=20, width=80, height=40)))))
    picture = picture_of(data, scale=1)
    assert near(picture.getpixel((30, 40)), RED, 30)
    assert near(picture.getpixel((70, 40)), BLUE, 30)
    assert [picture.getpixel(at) for at in ((8, 40), (92, 40), (50, 18), (50, 62))] == [(255, 255, 255)] * 4
    assert images_of(data) == [(333, 167, "/DeviceRGB", "/DCTDecode")]


def test_only_its_crop_is_in_the_file(photo):
    placed = shown(photo, 400, 200, Rect(x=0, y=0, width=48, height=48), crop=LEFT_HALF)
    data = paint(developed(page(placed)))
    picture = picture_of(data, scale=1)
    assert all(near(picture.getpixel(at), RED, 30) for at in ((4, 4), (44, 44)))
    assert [image[:2] for image in images_of(data)] == [(200, 200)]


def test_a_photograph_in_grey_is_a_grey_jpeg(put):
    path = put(noise((400, 200)).convert("L"), "a.jpg", "JPEG")
    data = paint(developed(page(shown(path, 400, 200, Rect(x=0, y=0, width=80, height=40)))))
    assert images_of(data) == [(333, 167, "/DeviceGray", "/DCTDecode")]


def test_a_photograph_on_many_pages_is_developed_and_embedded_once(photo, monkeypatch):
    rect = Rect(x=0, y=0, width=80, height=40)
    copy = Path(photo).with_name("copy.jpg")
    copy.write_bytes(photo.read_bytes())
    darkroom = Darkroom()
    pages = [developed(page(shown(path, 400, 200, rect)), darkroom) for path in (photo, copy, photo)]
    monkeypatch.setattr("cardgen.pictures.develop.develop_photo", lambda *_, **__: pytest.fail("developed again"))
    pages.append(developed(page(shown(photo, 400, 200, replace(rect, x=10, y=50))), darkroom))
    assert len(images_of(paint(*pages))) == 1


def test_the_same_photographs_give_the_same_bytes(photo):
    one, other = (paint(developed(page(shown(photo, 400, 200, Rect(x=0, y=0, width=80, height=40))))) for _ in "ab")
    assert one == other


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_card_with_a_photograph_passes(put, mode):
    path = put(noise((400, 200)).convert(mode), "a.jpg", "JPEG")
    plain = page_of(card())
    placed = shown(path, 400, 200, Rect(x=200, y=20, width=80, height=40))
    placed = replace(placed, mark=replace(placed.mark, order=900))
    data = paint(developed(replace(plain, items=(*plain.items, placed))))
    assert failures(data) == {}
    assert "The start" in [figure.alternative for figure in read_tags(data).all("Figure")]


def test_a_negative_cannot_be_painted_but_can_be_traced(photo):
    negative = page(shown(photo, 400, 200, Rect(x=1, y=2, width=80, height=40), crop=LEFT_HALF))
    with pytest.raises(AssertionError, match=r"start\.jpg has not been developed"):
        paint(negative)
    line = trace(negative).splitlines()[1]
    assert "400 x 200 px  negative" in line
    assert line.endswith("start.jpg  crop 0.000 0.000 0.500 1.000  alternative=The start")


def test_a_page_without_negatives_is_left_as_it_is():
    plain = page_of(card())
    assert developed(plain) is plain


def test_damage_that_shows_only_then_is_told_at_the_line_that_names_the_photograph(put):
    data = bytearray(saved(noise()))
    at = data.index(b"IDAT") + 2000
    data[at : at + 400] = b"\0" * 400
    path = put(bytes(data))
    where = Location(path="drill.md", line=5)
    guide = replace(GUIDE, photos=(Photo(file=path.as_posix(), location=where),))
    negative = shown(path, 300, 300, Rect(x=0, y=0, width=80, height=80))
    ready, (problem,) = develop_page(page(replace(negative, mark=DECORATION), negative), guide, Darkroom())
    assert ready.items == ()
    assert (problem.code, problem.location) == ("image", where)
    assert problem.message.startswith(f"{path.as_posix()}: the image is damaged: ")
