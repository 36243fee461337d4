"""A page as text, an item a line."""

import zlib

import pytest

from cardgen.display import (
    DECORATION,
    Color,
    Drawing,
    Etching,
    Image,
    LinkArea,
    Mark,
    Negative,
    Op,
    Page,
    Path,
    Role,
    Stamp,
)
from cardgen.layout.ground.text import Setting, Slot, place_line, set_text
from cardgen.paint.notes import in_words
from cardgen.paint.trace import bounds, trace
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from cardgen.values.notes import CoachPages, LeftOut
from tests.builders import type_case

INK = Color.from_hex("#12343b")
SHAPES = (
    Path(segments=((Op.RECT, (1, 2, 3, 4)),), fill=INK),
    Path(segments=((Op.RECT, (1, 2, 3, 4)),), stroke=INK, stroke_width=0.5),
)


def test_every_kind_of_item_has_its_line():
    setting = Setting(size=10, cap=0.7, color=INK, tracking=0.09)
    (text,) = place_line(
        set_text("Up now", type_case(), Style.TEXT, language="en"),
        setting,
        Slot(5, 20),
        Mark(role=Role.TIP, order=12, link="https://ab.example", language="de"),
    )
    code = Mark(role=Role.CODE, order=3, alternative="a code")
    items = (
        text,
        Path(segments=((Op.RECT, (1, 2, 3, 4)),), fill=INK),
        Path(segments=((Op.RECT, (1, 2, 3, 4)), (Op.RECT, (5, 6, 7, 8))), fill=INK, mark=code),
        Path(segments=((Op.MOVE, (0, 0)), (Op.LINE, (9, 0))), stroke=INK, stroke_width=0.7),
        Path(
            segments=((Op.MOVE, (0, 0)), (Op.LINE, (9, 0)), (Op.LINE, (9, 5)), (Op.CLOSE, ())),
            fill=INK,
            stroke=INK,
            stroke_width=1,
        ),
        Path(segments=((Op.MOVE, (0, 0)), (Op.CURVE, (1, 1, 2, 3, 4, 4))), fill=INK),
        LinkArea(rect=Rect(x=1, y=2, width=3, height=4), mark=code),
        Stamp(
            x=3,
            y=4,
            scale=0.5,
            drawing=Drawing(name="Fm01", width=10, height=22, paths=SHAPES),
            mark=Mark(role=Role.MAP, order=5, language="en", alternative="a map"),
        ),
        Image(
            rect=Rect(x=9, y=4, width=15, height=10),
            pixels=Negative(file="up.jpg", columns=300, rows=200),
            mark=Mark(role=Role.PHOTO, order=6, alternative="a man"),
            crop=Rect(x=0.05, y=0, width=0.9, height=1),
        ),
    )
    page = Page(width=100, height=50.26, items=items, title="Up", language="en", notes=(LeftOut.LOGO,))
    assert trace(page).splitlines() == [
        'page 100.00 x 50.26 "Up" en',
        "note: the logo was left out, so that the card fits",
        '   12 tip  5.00 27.00  10.00 pt  Inter-Regular  #12343b  tracking 0.09  "Up now "  language=de  link=https://ab.example',
        "    0 decoration  rectangle  1.00 2.00 4.00 6.00  fill #12343b",
        "    3 code  2 rectangles  1.00 2.00 12.00 14.00  fill #12343b  alternative=a code",
        "    0 decoration  line  0.00 0.00 9.00 0.00  stroke #12343b 0.70 pt",
        "    0 decoration  polygon of 3  0.00 0.00 9.00 5.00  way 14.00  fill #12343b  stroke #12343b 1.00 pt",
        "    0 decoration  curved shape  0.00 0.00 4.00 4.00  way 5.89  fill #12343b",
        "    3 code  link area  1.00 2.00 4.00 6.00  alternative=a code",
        "    5 muscle map  drawing  3.00 4.00 8.00 15.00  2 shapes  fill #12343b  stroke #12343b 0.25 pt  language=en  alternative=a map",
        "    6 photograph  image  9.00 4.00 24.00 14.00  300 x 200 px  negative up.jpg  crop 0.050 0.000 0.950 1.000  alternative=a man",
    ]


def test_bounds_hold_every_point():
    path = Path(segments=((Op.RECT, (5, 6, 1, 1)), (Op.MOVE, (-1, 3)), (Op.CURVE, (0, 0, 8, 2, 3, 9))), fill=INK)
    assert bounds(path) == (-1, 0, 8, 9)


def told(*segments, **changes):
    made = Path(**{"segments": segments, "stroke": INK, "stroke_width": 1, **changes})
    return trace(Page(width=100, height=100, items=(made,))).splitlines()[1].strip().partition("  stroke")[0]


def test_boxes_and_lines_side_by_side_say_where_each_stands():
    boxes = tuple((Op.RECT, (x, y, 3, 4)) for y in (2, 8) for x in (1, 4.004))
    assert told(*boxes) == "0 decoration  4 rectangles  1.00 2.00 7.00 12.00  at 1.00 4.00 by 2.00 8.00"
    lines = ((Op.MOVE, (0, 5)), (Op.LINE, (9, 5)), (Op.MOVE, (0, 7)), (Op.LINE, (9, 7)))
    assert told(*lines) == "0 decoration  line  0.00 5.00 9.00 7.00  at 0.00 by 5.00 7.00"


def test_of_slanting_lines_their_way_is_told_and_the_modules_of_a_code_are_too_many():
    hatch = ((Op.MOVE, (0, 5)), (Op.LINE, (9, 9)), (Op.MOVE, (0, 7)), (Op.LINE, (9, 11)))
    assert told(*hatch) == "0 decoration  line  0.00 5.00 9.00 11.00  way 28.92"
    code = told((Op.RECT, (1, 2, 3, 4)), (Op.RECT, (5, 2, 3, 4)), stroke=None, fill=INK)
    assert code == "0 decoration  2 rectangles  1.00 2.00 8.00 6.00  fill #12343b"


def test_shapes_within_the_same_bounds_are_told_apart():
    def corners(at):
        return ((Op.MOVE, (0, 0)), (Op.LINE, (9, at)), (Op.LINE, (0, 9)), (Op.LINE, (9, 9)), (Op.CLOSE, ()))

    assert told(*corners(2)) == "0 decoration  polygon of 4  0.00 0.00 9.00 9.00  way 29.62"
    assert told(*corners(3)) != told(*corners(2))


def test_dashes_are_told_and_nothing_is_less_than_nothing():
    path = Path(segments=((Op.MOVE, (-0.001, 5)), (Op.LINE, (9, 5))), stroke=INK, stroke_width=1, dashes=(2, 1.5))
    line = trace(Page(width=100, height=100, items=(path,))).splitlines()[1]
    assert line == "    0 decoration  line  0.00 5.00 9.00 5.00  stroke #12343b 1.00 pt  dashes 2.00 1.50"


@pytest.mark.parametrize("note", LeftOut)
def test_every_note_has_words_of_its_own(note):
    told = [in_words(it) for it in LeftOut]
    assert told.count(in_words(note)) == 1
    assert trace(Page(width=10, height=10, items=(), notes=(note,))).splitlines()[1] == f"note: {in_words(note)}"


def test_a_note_tells_its_facts():
    told = in_words(CoachPages(pages=2, stations=13))
    assert told == "the coach's sheet takes 2 pages: 13 stations do not fit on one at 9 pt"


def test_of_an_etching_only_what_is_shown_is_told():
    stream = b"q 1 J\n/near cs 0 sc\n0 0 m 9 9 l f\n200 w\n0 0 m 9 9 l S\n/far cs 0 sc\n0 0 m 1 1 l f\nQ"
    etching = Etching(stream=zlib.compress(stream), inks={"near": INK, "far": None})
    stamp = Stamp(x=0, y=0, scale=0.5, drawing=Drawing(name="Fg0", width=9, height=9, etching=etching), mark=DECORATION)
    line = trace(Page(width=9, height=9, items=(stamp,))).splitlines()[-1]
    assert line.endswith("2 shapes  fill #12343b  stroke #12343b 2.00 pt")
