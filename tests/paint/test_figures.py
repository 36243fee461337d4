"""Figures in files: once a document, small, with round strokes."""

import zlib

import pytest

from cardgen.display import DECORATION, Color, Drawing, Etching, Page, Stamp
from cardgen.figure.drawn import write_poses
from cardgen.figure.repertoire import posed
from cardgen.figure.repertoire import works as moves
from cardgen.figure.scene import CARD
from cardgen.layout.forms.movement_chart import Entry, place_alone
from cardgen.paint import paint_pdf
from cardgen.paint.etching import shown_stream
from cardgen.paint.svg import paint_svg
from cardgen.theme import PETROL
from cardgen.words import english
from tests.builders import type_case


def alone(name="squat"):
    return place_alone(Entry(what=posed(name), title="", name=name), PETROL, english())


def pdf_of(pages):
    return paint_pdf(pages, title="Figures", language="en", fonts=type_case().fonts)


def test_a_figure_on_many_pages_is_in_the_file_once():
    one, many = len(pdf_of([alone()])), len(pdf_of([alone()] * 20))
    assert many - one < 20 * 1200
    assert pdf_of([alone()] * 20).count(b"/Subtype /Form") == 2  # one a key pose


@pytest.mark.parametrize(
    "name", ["hangclean smith", "powerclean dumbbell", "cleanandjerk barbell", "arnoldpress dumbbell"]
)
def test_the_largest_figures_take_less_than_ten_kilobytes(name):
    what = posed(*name.split())
    poses = write_poses(what, (*moves(what), "front_delts", "traps"), CARD)
    assert sum(len(pose.stream) for pose in poses) < 10_000


def test_an_svg_file_has_each_pose_once_as_a_symbol():
    svg = paint_svg(alone(), type_case().fonts).decode()
    assert svg.count("<use ") == 2
    assert svg.count('<symbol id="Fg') == 2
    assert 'aria-label="Back Squat with a barbell' in svg


INK, LINE = Color.from_hex("#000000"), Color.from_hex("#ffffff")
STREAM = b"""q 0.02 0 0 -0.02 0 20.000 cm 1 J 1 j
/near cs 0 sc /near CS 0 SC
100 200 m 300 400 l h f
/gap cs 0 sc /gap CS 0 SC
240 w
0 0 m 1 2 3 4 5 6 c B
/quads cs 0 sc /quads CS 0 SC
0 0 m 7 7 l h f
/near cs 0 sc /near CS 0 SC
90 w
0 0 m 9 9 l S
Q"""


def etched(muscle=None):
    etching = Etching(stream=zlib.compress(STREAM), inks={"near": INK, "gap": LINE, "quads": muscle})
    return Drawing(name="Fg0", width=10, height=20, etching=etching)


SKETCH = etched()


def test_an_etching_is_written_as_it_is_kept_and_its_inks_are_colour_spaces():
    stamp = Stamp(x=0, y=0, scale=1, drawing=etched(Color.from_hex("#cc8812")), mark=DECORATION)
    pdf = pdf_of([Page(width=10, height=20, items=(stamp,))])
    assert zlib.compress(STREAM) in pdf


def test_what_has_no_ink_is_left_out():
    shown = shown_stream(SKETCH.etching).decode()
    assert "quads" not in shown
    assert shown.splitlines() == [
        line for line in STREAM.decode().splitlines() if "quads" not in line and "7 7" not in line
    ]


def test_a_sketch_in_an_svg_file_has_the_operators_before_their_numbers():
    stamp = Stamp(x=0, y=0, scale=1, drawing=SKETCH, mark=DECORATION)
    svg = paint_svg(Page(width=10, height=20, items=(stamp,)), type_case().fonts).decode()
    assert '<path d="M100 200L300 400z" transform="scale(0.02)" fill="#000000"/>' in svg
    round_ends = 'stroke-linecap="round" stroke-linejoin="round"'
    assert (
        f'<path d="M0 0L9 9" transform="scale(0.02)" fill="none" stroke="#000000" stroke-width="90" {round_ends}/>'
        in svg
    )
