"""Items in, operators out: numbers, colours, shapes, and y turned over once."""

import re

import pytest

from cardgen.display import Color, LinkArea, Mark, Op, Page, Path, Role
from cardgen.paint.content import paint_content
from cardgen.paint.fonts import BF_CHAR_LIMIT, to_unicode
from cardgen.paint.operators import number, width_of
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from tests.builders import type_case

INK = Color(0.2, 0.4, 0.6)


def stream_of(*items):
    return paint_content(Page(width=100, height=200, items=items), type_case().fonts).stream.decode()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.0001, "0"),
        (1.5, "1.5"),
        (2.0, "2"),
        (1 / 3, "0.333"),
        (-12.3456, "-12.346"),
        (1e-9, "0"),
        (123456.7, "123456.7"),
        (100, "100"),
    ],
)
def test_numbers_have_no_exponent_and_no_trailing_zeros(value, written):
    assert number(value) == written


def operands(stream, operator):
    return [[float(value) for value in found.split()] for found in re.findall(rf"((?:-?[\d.]+ )+){operator}\b", stream)]


def test_a_rectangle_is_turned_over_once():
    stream = stream_of(Path(segments=((Op.RECT, (10, 20, 30, 40)),), fill=INK))
    assert operands(stream, "re") == [[10, 140, 30, 40]]
    assert operands(stream, "rg") == [[0.2, 0.4, 0.6]]
    assert stream.split()[-2:] == ["f", "EMC"]


def test_lines_and_curves_are_turned_over_once():
    segments = ((Op.MOVE, (0, 0)), (Op.LINE, (10, 20)), (Op.CURVE, (1, 2, 3, 4, 5, 6)), (Op.CLOSE, ()))
    stream = stream_of(Path(segments=segments, fill=INK, stroke=INK, stroke_width=0.5))
    assert operands(stream, "m") == [[0, 200]]
    assert operands(stream, "l") == [[10, 180]]
    assert operands(stream, "c") == [[1, 198, 3, 196, 5, 194]]
    assert stream.split()[-3:] == ["h", "B", "EMC"]
    assert operands(stream, "w") == [[0.5]]
    assert operands(stream, "RG") == [[0.2, 0.4, 0.6]]


def test_a_stroke_alone_is_not_filled():
    stream = stream_of(Path(segments=((Op.MOVE, (0, 0)), (Op.LINE, (9, 0))), stroke=INK, stroke_width=1))
    assert stream.split()[-2:] == ["S", "EMC"]
    assert operands(stream, "rg") == []


def test_a_colour_is_set_once_for_neighbours_of_one_colour():
    shape = Path(segments=((Op.RECT, (0, 0, 1, 1)),), fill=INK)
    other = Path(segments=((Op.RECT, (0, 0, 1, 1)),), fill=Color(0, 0, 0.5))
    assert len(operands(stream_of(shape, shape, other, shape), "rg")) == 3


def test_a_link_area_paints_nothing_and_is_kept_with_y_up():
    mark = Mark(role=Role.CODE, order=1, link="https://ab.example", alternative="opens it")
    content = paint_content(
        Page(width=100, height=200, items=(LinkArea(rect=Rect(x=10, y=20, width=30, height=40), mark=mark),)),
        type_case().fonts,
    )
    (link,) = content.links
    assert (link.rect, link.url, link.alternative) == ((10, 140, 40, 180), "https://ab.example", "opens it")
    assert content.stream.strip() == b""


def test_widths_in_the_file_are_those_of_the_font():
    face = type_case().fonts.face(Style.TEXT)
    glyph = face.font.get_nominal_glyph(ord("H"))
    assert width_of(face, glyph) == pytest.approx(face.font.get_glyph_h_advance(glyph) * 1000 / face.units, abs=0.0005)


def test_the_map_to_text_keeps_to_blocks_of_a_hundred_and_knows_signs_above_the_first_plane():
    cmap = to_unicode(
        {**{glyph: chr(0x4E00 + glyph) for glyph in range(1, 251)}, 300: "\U0001f4aa", 301: "ffi", 302: ""}
    ).decode()
    blocks = [int(count) for count in re.findall(r"(\d+) beginbfchar", cmap)]
    assert blocks == [BF_CHAR_LIMIT, BF_CHAR_LIMIT, 52]
    assert "<012c> <d83ddcaa>" in cmap
    assert "<012d> <006600660069>" in cmap
    assert "<012e>" not in cmap
