"""Images in the file: where they stand, once each, the same bytes every time."""

import zlib
from dataclasses import replace

from cardgen.compose import Brand
from cardgen.display import ColorSpace, Image, Mark, Page, Pixels, Role
from cardgen.paint import paint_pdf
from cardgen.paint.trace import trace
from cardgen.values.geometry import Rect
from tests.builders import card, page_of, type_case
from tests.paint.opened import opened, picture_of

MARK = Mark(role=Role.LOGO, order=1, alternative="Harbour Gym")
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def colours(*rows, digest):
    data = zlib.compress(b"".join(bytes(color) for row in rows for color in row))
    return Pixels(columns=len(rows[0]), rows=len(rows), space=ColorSpace.RGB, data=data, digest=digest * 32)


FOUR = colours((RED, GREEN), (BLUE, RED), digest="1a")
GRAY = Pixels(columns=1, rows=1, space=ColorSpace.GRAY, data=zlib.compress(b"\x80"), digest="2b" * 32)


def page(*placed):
    items = tuple(Image(rect=rect, pixels=pixels, mark=MARK) for rect, pixels in placed)
    return Page(width=100, height=100, items=items)


def paint(*pages):
    return paint_pdf(pages, title="Images", language="en", fonts=type_case().fonts)


def objects(pdf):
    return [it for it in pdf.objects if getattr(it, "get", None) and str(it.get("/Subtype", "")) == "/Image"]


def test_an_image_stands_upright_where_it_was_placed():
    picture = picture_of(paint(page((Rect(x=10, y=20, width=40, height=40), FOUR))), scale=1)
    assert [picture.getpixel(at) for at in ((12, 22), (47, 22), (12, 57), (47, 57))] == [RED, GREEN, BLUE, RED]
    assert [picture.getpixel(at) for at in ((8, 22), (52, 22), (12, 18), (12, 62))] == [WHITE] * 4


def test_grey_is_grey():
    picture = picture_of(paint(page((Rect(x=0, y=0, width=100, height=100), GRAY))), scale=1)
    assert picture.getpixel((50, 50)) == (128, 128, 128)


def test_an_image_is_embedded_once_however_often_it_stands():
    rect = Rect(x=0, y=0, width=10, height=10)
    one = page((rect, FOUR), (replace(rect, x=50), FOUR), (replace(rect, y=50), GRAY))
    pdf = opened(paint(one, one, one))
    assert len(objects(pdf)) == 2
    assert len({str(leaf.Resources.XObject.keys()) for leaf in pdf.pages}) == 1


def test_an_image_is_written_as_the_standard_asks():
    pdf = opened(paint(page((Rect(x=0, y=0, width=10, height=10), FOUR))))
    (image,) = objects(pdf)
    assert (int(image.Width), int(image.Height), int(image.BitsPerComponent)) == (2, 2, 8)
    assert (str(image.ColorSpace), str(image.Filter)) == ("/DeviceRGB", "/FlateDecode")
    assert image.read_bytes() == bytes((*RED, *GREEN, *BLUE, *RED))


def test_the_same_card_with_a_logo_gives_the_same_bytes():
    made = card(brand=Brand(name="Harbour Gym", logo=FOUR))
    assert paint(page_of(made)) == paint(page_of(made))
    assert paint(page_of(made)) != paint(page_of(card()))


def test_a_page_without_images_names_none():
    pdf = opened(paint(page_of(card())))
    assert "/XObject" not in pdf.pages[0].Resources


def test_the_trace_tells_an_image():
    line = trace(page((Rect(x=1, y=2, width=30, height=40), FOUR))).splitlines()[1]
    assert line == "    1 logo  image  1.00 2.00 31.00 42.00  2 x 2 px  DeviceRGB  1a1a1a1a  alternative=Harbour Gym"
