"""Figures in files: once a document, small, with round strokes."""

import re
import zlib
from dataclasses import replace

import pytest

from cardgen.display import Cap, Color, Drawing, Join, Op, Page, Path
from cardgen.figure.repertoire import posed
from cardgen.geometry import mm
from cardgen.layout.chart import Entry, place_alone
from cardgen.layout.figures import plan_figure
from cardgen.paint import paint_pdf
from cardgen.paint.content import drawing_stream
from cardgen.paint.svg import paint_svg
from cardgen.theme import PETROL
from tests.builders import card, type_case, works


def alone(name="squat"):
    return place_alone(Entry(what=posed(name), title="", name=name), PETROL)


def pdf_of(pages):
    return paint_pdf(pages, title="Figures", language="en", fonts=type_case().fonts)


def test_a_figure_on_many_pages_is_in_the_file_once():
    one, many = len(pdf_of([alone()])), len(pdf_of([alone()] * 20))
    assert many - one < 20 * 1200
    assert pdf_of([alone()] * 20).count(b"/Subtype /Form") == 2  # one a key pose


@pytest.mark.parametrize(
    "name", ["closegripbenchpress", "seatedbentoverreversefly", "arnoldpress", "snatch", "cleanandjerk"]
)
def test_the_largest_figures_take_less_than_ten_kilobytes(name):
    whole = replace(card(works=works("chest")), figure=posed(name))
    found = plan_figure(whole, (mm(90), mm(30)), PETROL)
    assert sum(len(zlib.compress(drawing_stream(drawing))) for drawing in found.drawings) < 10_000


def test_an_svg_file_has_each_pose_once_as_a_symbol():
    svg = paint_svg(alone(), type_case().fonts).decode()
    assert svg.count("<use ") == 2
    assert svg.count('<symbol id="Fg') == 2
    assert 'aria-label="Back Squat with a barbell' in svg


def test_strokes_with_round_ends_are_so_in_both_formats():
    line = Path(
        segments=((Op.MOVE, (1, 1)), (Op.LINE, (8, 8))),
        stroke=Color.from_hex("#112233"),
        stroke_width=2.0,
        cap=Cap.ROUND,
        join=Join.ROUND,
    )
    stream = drawing_stream(Drawing(name="Fg0", width=10, height=10, paths=(line,)))
    assert re.fullmatch(rb"1 J 1 j 2 w [\d. ]+ RG 1 9 m 8 2 l S 0 J 0 j", stream)
    page = Page(width=10, height=10, items=(line,))
    assert 'stroke-linecap="round" stroke-linejoin="round"' in paint_svg(page, type_case().fonts).decode()


def test_coordinates_of_drawings_are_short():
    path = Path(segments=((Op.MOVE, (0.004, 0.5)), (Op.LINE, (12.3456, -0.25))), fill=Color.from_hex("#000000"))
    stream = drawing_stream(Drawing(name="Fg0", width=10, height=10, paths=(path,)))
    assert b"0 9.5 m 12.35 10.25 l" in stream
