"""PNG of PDF pages: as large as they should be, no larger than memory takes, and a plain word where the library is missing."""

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cardgen.display import Page
from cardgen.layout.ground.shapes import rectangle
from cardgen.paint import paint_pdf
from cardgen.paint.preview import MOST_PIXELS, draw_pages, require_dpi, require_room, size_of
from cardgen.pipeline.rendition import Format, Rendition
from cardgen.theme import PETROL
from cardgen.values.errors import UsageError
from cardgen.values.geometry import Rect, mm
from tests.builders import type_case


def pdf_of(*sizes):
    pages = [
        Page(width=width, height=height, items=(rectangle(Rect(x=0, y=0, width=9, height=9), PETROL.band),))
        for width, height in sizes
    ]
    return paint_pdf(pages, title="Squares", language="en", fonts=type_case().fonts)


def drawn(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("dpi", "expected"), [(36, (105, 149)), (72, (210, 298)), (150, (437, 620)), (300, (874, 1240))]
)
def test_a_page_has_its_size_times_the_resolution(dpi, expected):
    (data,) = draw_pages(pdf_of((mm(74), mm(105))), dpi=dpi)
    image = drawn(data)
    assert image.size == expected
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    assert image.info["Title"] == "Squares"


def test_the_usual_sheet_has_the_usual_pixels():
    assert size_of(mm(210), mm(297), 150) == (1240, 1754)
    assert size_of(mm(215.9), mm(279.4), 300) == (2550, 3300)


def test_colours_are_those_of_the_page_on_white():
    image = drawn(next(draw_pages(pdf_of((20, 20)), dpi=72)))
    assert image.getpixel((4, 4)) == tuple(int(PETROL.band.hex()[at : at + 2], 16) for at in (1, 3, 5))
    assert image.getpixel((15, 15)) == (255, 255, 255)


def test_the_same_file_gives_the_same_bytes_and_a_page_a_picture():
    pdf = pdf_of((20, 30), (30, 20))
    assert list(draw_pages(pdf, dpi=72)) == list(draw_pages(pdf, dpi=72))
    assert [drawn(data).size for data in draw_pages(pdf, dpi=72)] == [(20, 30), (30, 20)]


@pytest.mark.parametrize("dpi", [-1, 0, 35, 601, 10**9])
def test_a_resolution_out_of_reach_is_refused(dpi):
    with pytest.raises(UsageError, match="cannot be drawn") as caught:
        require_dpi(dpi)
    assert caught.value.hint == "choose from 36 to 600; 150 is usual"
    with pytest.raises(UsageError):
        Rendition(format=Format.PNG, dpi=dpi)


def test_a_page_with_more_pixels_than_memory_takes_is_refused_before_it_is_drawn():
    require_room(mm(297), mm(420), 600)  # A3
    with pytest.raises(UsageError, match="9921 x 14031 pixels, 139 million") as caught:
        require_room(mm(420), mm(594), 600)
    assert caught.value.hint == "choose at most --dpi 431, or a smaller size"
    with pytest.raises(UsageError, match="pixels"):
        list(draw_pages(pdf_of((mm(1200), mm(1200))), dpi=600))


@given(st.floats(200, 4000), st.floats(200, 4000))
def test_what_the_hint_offers_is_taken(width, height):
    try:
        require_room(width, height, 600)
    except UsageError as error:
        dpi = int(error.hint.split()[4].rstrip(","))
        require_room(width, height, dpi)
        columns, rows = size_of(width, height, dpi + 2)
        assert columns * rows > MOST_PIXELS


def test_without_the_library_a_hint_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    for made in (lambda: Rendition(format=Format.PNG), lambda: next(draw_pages(b"", dpi=72))):
        with pytest.raises(UsageError, match="PNG needs pypdfium2, which is not installed") as caught:
            made()
        assert caught.value.hint == "pip install 'cardgen[preview]'"
    Rendition(format=Format.SVG)


def test_neither_library_is_imported_before_it_is_needed():
    code = (
        "import sys, cardgen.pipeline.rendition, cardgen.paint.svg;"
        "print([name for name in ('reportlab', 'pypdfium2', 'PIL', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
