"""SVG files to plain shapes: what is drawn, where and in which colour; and what is refused, with its line."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import Cap, Color, ColorSpace, FillRule, Join, Op
from cardgen.pictures.svg import SvgError, measure_drawing, outline, read_drawing, tree, work
from cardgen.pictures.svg.outline import arc_curves, read_outline

RED, BLACK, WHITE = Color(1.0, 0.0, 0.0), Color(0.0, 0.0, 0.0), Color(1.0, 1.0, 1.0)
BOX = 'viewBox="0 0 100 50"'
"""A unit of it is ten of the drawing's."""


def svg(inner, box=BOX, more=""):
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {space} {box} {more}>{inner}</svg>".encode()


def drawn(inner, box=BOX, more=""):
    return read_drawing(svg(inner, box, more))


def only(inner, box=BOX):
    (path,) = drawn(inner, box).paths
    return path


def corners(path):
    return [values for _, values in path.segments if values]


def box_of(path):
    xs = [x for values in corners(path) for x in values[0::2]]
    ys = [y for values in corners(path) for y in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def refused(inner, box=BOX):
    with pytest.raises(SvgError) as caught:
        drawn(inner, box)
    return caught.value


# --- where it stands --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("box", "size"),
    [
        ('viewBox="0 0 100 50"', (1000, 500)),
        ('viewBox="-10,-10 50 100"', (500, 1000)),
        ('width="20mm" height="40mm"', (500, 1000)),
        ('width="2in" height="1in"', (1000, 500)),
        ('width="300" height="100px" viewBox="0 0 30 30"', (1000, 1000)),
    ],
)
def test_the_longer_side_has_a_thousand_units(box, size):
    assert measure_drawing(svg("", box)) == size
    drawing = drawn('<circle r="10"/>', box)
    assert (round(drawing.width), round(drawing.height)) == size


def test_shapes_stand_where_the_view_box_puts_them():
    path = only('<rect x="10" y="20" width="5" height="5"/>', 'viewBox="10 10 100 100"')
    assert box_of(path) == (0, 100, 50, 150)


@pytest.mark.parametrize(
    ("transform", "box"),
    [
        ("translate(10)", (100, 0, 120, 10)),
        ("translate(10, 5)", (100, 50, 120, 60)),
        ("scale(2)", (0, 0, 40, 20)),
        ("scale(2 3)", (0, 0, 40, 30)),
        ("rotate(90)", (-10, 0, 0, 20)),
        ("rotate(90 1 1)", (10, 0, 20, 20)),
        ("matrix(1 0 0 1 3 4)", (30, 40, 50, 50)),
        ("skewX(45)", (0, 0, 30, 10)),
        ("translate(10) scale(2)", (100, 0, 140, 20)),
        ("  translate( 1e1 , 0 ),scale(.5)  ", (100, 0, 110, 5)),
    ],
)
def test_transforms_are_done_from_the_inside_out(transform, box):
    rect = f'<rect width="2" height="1" transform="{transform}"/>'
    assert box_of(only(rect)) == pytest.approx(box, abs=0.01)
    assert box_of(only(f'<g transform="{transform}"><rect width="2" height="1"/></g>')) == pytest.approx(box, abs=0.01)


def test_used_shapes_stand_where_they_are_used():
    paths = drawn(
        '<defs><rect id="r" width="1" height="1"/></defs><use href="#r" x="2"/><use xlink:href="#r" transform="scale(3)"/>'
    ).paths
    assert [box_of(path) for path in paths] == [(20, 0, 30, 10), (0, 0, 30, 30)]


def test_a_symbol_is_fitted_into_the_room_that_it_is_used_in():
    path = only(
        '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol><use href="#s" width="40" height="20"/>'
    )
    assert box_of(path) == (100, 0, 300, 200)


# --- what it looks like -----------------------------------------------------------------------------------------------


def test_a_shape_without_a_colour_is_black_and_has_no_line():
    path = only('<rect width="1" height="1"/>')
    assert (path.fill, path.stroke, path.rule) == (BLACK, None, FillRule.NONZERO)


@pytest.mark.parametrize(
    "color", ["red", "#f00", "#FF0000", "rgb(255,0,0)", "rgb(100%, 0%, 0%)", "hsl(0,100%,50%)", "red icc-color(p, 1)"]
)
def test_colours_are_read_however_they_are_written(color):
    assert only(f'<rect width="1" height="1" fill="{color}"/>').fill == RED


@pytest.mark.parametrize(
    "inner",
    [
        '<g fill="red"><rect width="1" height="1"/></g>',
        '<rect width="1" height="1" fill="blue" style="fill: red"/>',
        '<style>.a{fill:red}</style><rect class="b a" width="1" height="1" fill="blue"/>',
        "<style>/* r */ circle, rect { fill : red !important; font-size: 3px }</style><rect width='1' height='1'/>",
        "<style>#x{fill:red} rect.a{fill:blue} *{fill:blue}</style><rect id='x' class='a' width='1' height='1'/>",
        "<style>.a{fill:blue}.a{fill:red}</style><rect class='a' width='1' height='1'/>",
        "<g color='red'><rect fill='currentColor' width='1' height='1'/></g>",
        "<style>@charset 'utf-8'; @font-face { font-family: X } rect{fill:red}</style><rect width='1' height='1'/>",
    ],
)
def test_the_nearest_word_about_a_colour_counts(inner):
    assert only(inner).fill == RED


def test_lines_keep_their_ends_their_joins_and_their_dashes():
    path = only(
        '<path d="M0 0h9v9" fill="none" stroke="red" stroke-width="2" stroke-linecap="round" stroke-linejoin="bevel"'
        ' stroke-dasharray="1 2 3" fill-rule="evenodd" transform="scale(2)"/>'
    )
    assert (path.fill, path.stroke, path.stroke_width) == (None, RED, 40)
    assert (path.cap, path.join, path.rule) == (Cap.ROUND, Join.BEVEL, FillRule.EVENODD)
    assert path.dashes == (20, 40, 60, 20, 40, 60)


def test_a_line_may_keep_its_width_whatever_maps_it():
    line = '<path d="M0 0h9" stroke="red" vector-effect="non-scaling-stroke" transform="scale(4)"/>'
    assert only(line).stroke_width == 10


@pytest.mark.parametrize(
    "inner",
    [
        '<rect width="9" height="9" display="none"/>',
        '<g style="display:none"><rect width="9" height="9"/></g>',
        '<rect width="9" height="9" visibility="hidden"/>',
        '<rect width="9" height="9" fill="none"/>',
        '<rect width="9" height="9" opacity="0"/>',
        '<rect width="0" height="9"/>',
        '<path d=""/>',
        "<defs><rect width='9' height='9'/></defs>",
        "<linearGradient id='g'/><clipPath><rect width='9' height='9'/></clipPath><title>x</title>",
    ],
)
def test_what_is_not_seen_is_not_drawn(inner):
    assert len(drawn(f'{inner}<circle r="9"/>').paths) == 1


def test_what_is_hidden_may_show_something_inside():
    assert only('<g visibility="hidden"><rect width="9" height="9"/><circle r="9" visibility="visible"/></g>')


def test_what_covers_in_part_is_as_light_as_it_looks_on_white():
    assert only('<rect width="9" height="9" fill-opacity=".5"/>').fill.hex() == "#808080"
    assert only('<g opacity="50%"><rect width="9" height="9" fill="#f008"/></g>').fill.hex() == "#ffbbbb"
    on_paper = '<rect width="100" height="50" fill="#fff"/><rect width="9" height="9" fill-opacity=".5"/>'
    assert drawn(on_paper).paths[1].fill.hex() == "#808080"


def test_in_grey_every_colour_is_as_light_as_it_was():
    (path,) = read_drawing(svg('<rect width="9" height="9" fill="red" stroke="#fff"/>'), ColorSpace.GRAY).paths
    assert path.fill.hex() == "#4c4c4c"
    assert path.stroke == WHITE


def test_what_drawing_programs_keep_for_themselves_is_passed_over():
    inner = '<x:view xmlns:x="http://ab.example"><rect width="5" height="5"/></x:view><metadata><a/></metadata>'
    assert len(drawn(f'{inner}<circle r="9"/>').paths) == 1


def test_of_several_choices_the_first_that_asks_for_nothing_special_is_drawn():
    inner = '<switch><foreignObject requiredExtensions="x"/><g><circle r="9"/></g><rect width="9" height="9"/></switch>'
    assert only(inner).segments[1][0] is Op.CURVE


def test_the_same_file_has_the_same_name_and_another_colour_has_another():
    one = svg('<circle r="9"/>')
    assert read_drawing(one).name == read_drawing(bytes(one)).name != read_drawing(one, ColorSpace.GRAY).name


@pytest.mark.parametrize(
    "clip",
    [
        '<rect width="100" height="50" fill="white"/>',
        '<path d="M0 0h100v50H0z"/>',
        '<polygon points="-9,-9 200,-9 200,99 -9,99"/>',
        '<rect width="50" height="25" transform="scale(2)"/>',
    ],
)
def test_a_clipping_path_round_the_whole_drawing_clips_nothing(clip):
    inner = f'<g clip-path="url(#c)"><rect width="9" height="9"/></g><defs><clipPath id="c">{clip}</clipPath></defs>'
    assert box_of(only(inner)) == (0, 0, 90, 90)


@pytest.mark.parametrize(
    "clip",
    [
        '<rect width="99" height="50"/>',
        '<circle r="500"/>',
        '<path d="M0 0h100v50z"/>',
        '<rect width="100" height="50"/><rect width="1" height="1"/>',
        '<rect width="200" height="200" transform="rotate(30)"/>',
        "",
    ],
)
def test_any_other_clipping_path_is_refused(clip):
    inner = f'<g clip-path="url(#c)"><rect width="9" height="9"/></g><clipPath id="c">{clip}</clipPath>'
    assert "clipping path" in refused(inner).reason


# --- the words of a path ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("m1,2 3,4 5,6", [(1, 2), (4, 6), (9, 12)]),
        ("M1 2 3 4", [(1, 2), (3, 4)]),
        ("M0 0h5v5H1V2", [(0, 0), (5, 0), (5, 5), (1, 5), (1, 2)]),
        ("M1-2.5.5e1-1", [(1, -2.5), (5, -1)]),
        ("M0 0h1zh2", [(0, 0), (1, 0), (), (0, 0), (2, 0)]),
        ("M5 5l1 1z m1 1l1 0", [(5, 5), (6, 6), (), (6, 6), (7, 6)]),
        ("M0 0A5 5 0 0 0 0 0", [(0, 0)]),
        ("M0 0A0 5 0 0 0 9 9", [(0, 0), (9, 9)]),
    ],
)
def test_where_each_word_leads(words, ends):
    assert [values[-2:] for _, values in read_outline(words, 1)] == ends


def test_smooth_curves_go_on_as_the_curve_before_them():
    assert read_outline("M0 0C0 1 2 3 4 4S6 7 8 8", 1)[-1] == (Op.CURVE, (6, 5, 6, 7, 8, 8))
    assert read_outline("M0 0S6 7 8 8", 1)[-1] == (Op.CURVE, (0, 0, 6, 7, 8, 8))
    assert read_outline("M0 0Q3 3 6 0T12 0", 1)[-1][1] == pytest.approx((8, -2, 10, -2, 12, 0))
    assert read_outline("M0 0T6 0", 1)[-1][1] == pytest.approx((0, 0, 2, 0, 6, 0))


def test_flags_of_arcs_need_no_blanks():
    assert read_outline("M0 0a1 1 0 01.5.5", 1) == read_outline("M0 0a1 1 0 0 1 0.5 0.5", 1)
    assert read_outline("M0 0a5,5,0,1,0,10,0a5 5 0 1010 0", 1)[-1][1][-2:] == pytest.approx((20, 0))


@settings(max_examples=60)
@given(
    st.floats(0.1, 50),
    st.floats(0.1, 50),
    st.floats(-7, 7),
    st.booleans(),
    st.booleans(),
    st.tuples(st.floats(-30, 30), st.floats(-30, 30)),
)
def test_arcs_lie_on_their_ellipse(rx, ry, turn, large, sweep, end):
    """The middles of all curves are as far from the centre as the ends, measured in the radii."""
    if math.hypot(*end) < 0.1:
        return
    curves = list(arc_curves((0.0, 0.0), (rx, ry), turn, (large, sweep), end))
    assert curves[-1][-2:] == end

    def flat(x, y):
        return (x * math.cos(turn) + y * math.sin(turn)) / rx, (y * math.cos(turn) - x * math.sin(turn)) / ry

    here, points = (0.0, 0.0), [(0.0, 0.0)]
    for x1, y1, x2, y2, x3, y3 in curves:
        middle = ((here[0] + 3 * x1 + 3 * x2 + x3) / 8, (here[1] + 3 * y1 + 3 * y2 + y3) / 8)
        here = (x3, y3)
        points += [middle, here]
    unit = [flat(*point) for point in points]
    (ax, ay), (bx, by), (cx, cy) = unit[0], unit[1], unit[2]
    twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    if abs(twice) < 1e-6:
        return
    squares = [x * x + y * y for x, y in unit[:3]]
    x = (squares[0] * (by - cy) + squares[1] * (cy - ay) + squares[2] * (ay - by)) / twice
    y = (squares[0] * (cx - bx) + squares[1] * (ax - cx) + squares[2] * (bx - ax)) / twice
    radius = math.hypot(ax - x, ay - y)
    assert all(math.hypot(px - x, py - y) == pytest.approx(radius, rel=2e-2) for px, py in unit)


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<script>alert(1)</script>", "a script"),
        ("<defs><script/></defs>", "a script"),
        ('<rect onclick="x()"/>', "a script (onclick)"),
        ("<foreignObject/>", "a piece of a web page"),
        ('<image href="a.png" width="9" height="9"/>', "made of pixels"),
        ('<image href="data:image/png;base64,AAAA"/>', "made of pixels"),
        ("<text>Gym</text>", "letters"),
        ('<use href="other.svg#a"/>', "another file"),
        ('<use href="https://ab.example/a.svg#a"/>', "another file"),
        ('<use href="file:///etc/passwd"/>', "another file"),
        ("<use/>", "another file"),
        ('<use href="#none"/>', 'nothing in the drawing is called "none"'),
        ('<g id="a"><use href="#a"/></g>', "inside of itself"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "a gradient or a pattern"),
        ('<rect width="9" height="9" fill="url(https://ab.example/#g)"/>', "another file"),
        ("<style>@import url(a.css);</style>", "is not read"),
        ("<style>rect{fill:url(a.svg#g)}</style><rect width='9' height='9'/>", "another file"),
        ("<style>g > rect{fill:red}</style>", 'the style of "g > rect" is not read'),
        ("<style>@media print{rect{fill:red}}</style>", "is not read"),
        ('<rect width="9" height="9" clip-path="url(#c)"/>', "clipping path"),
        ('<g mask="url(#m)"><rect width="9" height="9"/></g>', "masked"),
        ('<g style="filter:blur(2px)"/>', "a shadow or a blur"),
        ('<path d="M0 0h9" marker-end="url(#m)"/>', "heads of arrows"),
        ('<g style="mix-blend-mode:multiply"/>', "blended"),
        ('<rect width="9" height="9"/><circle r="5" opacity=".5"/>', "lets through what is under it"),
        ('<circle r="5" opacity=".5" fill="red" stroke="blue"/>', "lets through what is under it"),
        ('<rect width="9" height="9"><animate attributeName="x"/></rect><animate/>', "a movement"),
        ('<rect width="9" height="9" fill="reddish"/>', 'the colour "reddish" is not known'),
        ('<rect width="9em" height="9"/>', '"9em" is no length'),
        ('<rect width="1e9" height="9"/>', "too large"),
        ('<rect width="9" height="9" transform="spin(3)"/>', 'the transform "spin(3)" cannot be read'),
        ('<path d="L1 1"/>', "the path cannot be read"),
        ('<path d="M1"/>', "the path cannot be read"),
        ('<path d="M1 1 L2 2 garbage"/>', "among numbers"),
        ('<path d="M0 0 1e999 1"/>', "too large"),
        ('<path d="M0 0A1 1 0 2 1 5 5"/>', "the path cannot be read"),
        ("<blink/>", "holds <blink>"),
        ("", "nothing is drawn in it"),
    ],
)
def test_what_is_not_drawn_is_refused_in_words(inner, words):
    assert words in refused(f"\n{inner}").reason


def test_the_line_at_fault_is_told():
    assert refused('\n\n<rect width="9" height="9" fill="reddish"/>').line == 3


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg", "no whole SVG"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "its first element is another's"),
        (b"<plist/>", "its first element is <plist>"),
        (b"<svg/>", "does not say how large it is"),
        (b'<svg width="100%" height="100%"/>', "does not say how large it is"),
        (svg("", 'viewBox="0 0 9"'), "is not four numbers"),
        (svg("", 'viewBox="0 0 0 9"'), "does not say how large it is"),
        (svg("", 'viewBox="0 0 1000 9"'), "a band"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "declares entities"),
        (b'<?xml-stylesheet href="a.css"?><svg/>', "another file"),
    ],
)
def test_files_that_are_no_drawing_say_why(data, words):
    with pytest.raises(SvgError) as caught:
        read_drawing(data)
    assert words in caught.value.reason


def test_a_doctype_alone_is_not_looked_up():
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert read_drawing(doctype + svg('<circle r="9"/>')).paths


@pytest.fixture
def small_bounds(monkeypatch):
    """A hundredth of what a drawing may ask for, so that asking for more takes no time."""
    for name, module in (
        ("MOST_ELEMENTS", tree),
        ("MOST_SHAPES", work),
        ("MOST_SEGMENTS", work),
        ("MOST_SEGMENTS", outline),
        ("MOST_VISITS", work),
    ):
        monkeypatch.setattr(module, name, getattr(work, name) // 100 if module is not outline else 3_000)


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<g/>" * 201, "200 elements"),
        ("<g>" * 120 + "</g>" * 120, "100 elements in one another"),
        ('<path d="M0 0' + "h1" * 3_001 + '"/>', "3,000 lines and curves"),
        (
            '<path d="M0 0' + "h1" * 1_000 + '"/>' * 1 + ('<path d="M0 0' + "h1" * 1_000 + '"/>') * 3,
            "3,000 lines and curves",
        ),
        (
            '<circle id="u0" r="1"/>'
            + "".join(f'<g id="u{n}"><use href="#u{n - 1}"/><use href="#u{n - 1}"/></g>' for n in range(1, 40)),
            "200 shapes",
        ),
        ('<use href="#u"/>' * 100 + '<g id="u">' + "<g/>" * 90 + "</g>", "600 elements, each as often as it is used"),
    ],
)
def test_the_work_of_a_drawing_has_its_bounds(small_bounds, inner, words):
    assert words in refused(inner).reason


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ('<rect width="1" height="1" fill-opacity=".5" x="5"/>' * 501, "lets through"),
        ("<style>" + ".a{fill:red}" * 2_001 + "</style>", "2,000 rules"),
        (f'<path d="M0 0h1" stroke="red" stroke-dasharray="{"1 " * 101}"/>', "100 lengths of dashes"),
    ],
)
def test_styles_have_their_bounds(inner, words):
    assert words in refused(inner).reason


@settings(max_examples=150)
@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0159.,-+eE ", max_size=40))
def test_any_words_of_a_path_are_drawn_or_refused(words):
    try:
        segments = read_outline(words, 1)
    except SvgError:
        return
    assert all(math.isfinite(value) for _, values in segments for value in values)


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "<g>",
                "</g>",
                "<rect width='9' height='9'",
                " fill='red'",
                " style='fill:",
                "url(",
                "'",
                "/>",
                ">",
                "<use href='#a'/>",
                "<style>",
                "</style>",
                ".a{",
                "}",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "&amp;",
                "&x;",
                " transform='scale(",
                ")",
            ]
        ),
        max_size=25,
    )
)
def test_any_pieces_of_a_file_are_drawn_or_refused(pieces):
    try:
        drawn("".join(pieces))
    except SvgError as error:
        assert error.reason
