"""Figures in files: once a document, small, with round strokes."""

import zlib
from dataclasses import replace

import pytest

from cardgen.display import DECORATION, Color, Drawing, Page, Sketch, Stamp
from cardgen.figure.repertoire import posed
from cardgen.layout.forms.movement_chart import Entry, place_alone
from cardgen.layout.ground.figures import plan_figure
from cardgen.paint import paint_pdf
from cardgen.paint.content import drawing_stream
from cardgen.paint.svg import paint_svg
from cardgen.theme import PETROL
from cardgen.values.geometry import mm
from cardgen.words import english
from tests.builders import card, type_case, works


def alone(name="squat"):
    return place_alone(Entry(what=posed(name), title="", name=name), PETROL, english())


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


INK, LINE = Color.from_hex("#000000"), Color.from_hex("#ffffff")
SKETCH = Drawing(
    name="Fg0",
    width=10,
    height=20,
    paths=(
        Sketch(outline="100 200 m 300 400 l h", fill=INK),
        Sketch(outline="0 0 m 1 2 3 4 5 6 c", fill=INK, stroke=LINE, stroke_width=240),
        Sketch(outline="0 0 m 9 9 l", stroke=INK, stroke_width=90),
    ),
)


def test_a_sketch_is_written_as_it_is_kept_in_its_own_unit_with_round_ends():
    assert drawing_stream(SKETCH).decode().splitlines() == [
        "q 0.01 0 0 -0.01 0 20 cm 1 J 1 j",
        "0 g",
        "100 200 m 300 400 l h f",
        "1 G",
        "240 w 0 0 m 1 2 3 4 5 6 c B",
        "0 G",
        "90 w 0 0 m 9 9 l S",
        "Q",
    ]


def test_a_sketch_in_an_svg_file_has_the_operators_before_their_numbers():
    stamp = Stamp(x=0, y=0, scale=1, drawing=SKETCH, mark=DECORATION)
    svg = paint_svg(Page(width=10, height=20, items=(stamp,)), type_case().fonts).decode()
    assert '<path d="M100 200L300 400z" transform="scale(0.01)" fill="#000000"/>' in svg
    round_ends = 'stroke-linecap="round" stroke-linejoin="round"'
    assert (
        f'<path d="M0 0L9 9" transform="scale(0.01)" fill="none" stroke="#000000" stroke-width="90" {round_ends}/>'
        in svg
    )
