"""Drawings in the file: once however many pages show them, upright in their places, told to those who cannot see them."""

import re
from dataclasses import replace

import pytest

from cardgen.display import DECORATION, Cap, Color, Drawing, FillRule, Join, Mark, Op, Page, Path, Role, Stamp
from cardgen.guide.model import Photo
from cardgen.layout.ground.musclemap import describe_map, in_lines, place_map, plan_map
from cardgen.layout.ground.shapes import rectangle
from cardgen.paint import paint_pdf
from cardgen.paint.content import paint_content
from cardgen.paint.document import assemble
from cardgen.paint.operators import drawing_stream
from cardgen.paint.svg import paint_svg
from cardgen.pictures import Darkroom, develop_page
from cardgen.theme import PETROL, LineArt
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import Rect
from tests.builders import card, page_of, photo, type_case, works
from tests.drawn import near, noise
from tests.guide.made import BODY, FRONT, read
from tests.layout.reading import around, bodies, map_items, photos
from tests.paint.opened import opened, picture_of
from tests.paint.tagged import failures, read_tags

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
MARK = Mark(role=Role.MAP, order=1, alternative="Muscle map: works none")
BOTH = {"works": works("glutes", "hamstrings"), "also": works("lower back", "abs")}
CORNER = Drawing(
    name="FmCorner",
    width=20.0,
    height=40.0,
    paths=(
        rectangle(Rect(x=0, y=0, width=10, height=20), Color(1, 0, 0)),
        rectangle(Rect(x=10, y=20, width=30, height=40), Color(0, 0, 1)),  # more than the frame: it is cut there
    ),
)


def stamped(*stamps, size=100):
    items = tuple(Stamp(x=x, y=y, scale=scale, drawing=CORNER, mark=MARK) for x, y, scale in stamps)
    return Page(width=size, height=size, items=items)


def paint(*pages):
    return paint_pdf(pages, title="Drawings", language="en", fonts=type_case().fonts)


def forms(pdf):
    return [it for it in pdf.objects if getattr(it, "get", None) and str(it.get("/Subtype", "")) == "/Form"]


def hatched(page, made):
    """The same page with its map in lines, as for one ink."""
    whole = around(*(stamp.rect for stamp in bodies(page)))
    ink = PETROL.paper
    look = in_lines(LineArt(outline=ink, main=ink, plate=ink))
    plan = plan_map(made, whole.height * 0.95)
    drawn = place_map(made, plan, whole.x, whole.y, look, map_items(page)[0].mark.order)
    return replace(page, items=(*(item for item in page.items if item.mark.role is not Role.MAP), *drawn))


# --- where and how often --------------------------------------------------------------------------------------------


def test_a_drawing_stands_upright_where_it_was_stamped_and_is_cut_at_its_frame():
    picture = picture_of(paint(stamped((10, 5, 2.0))), scale=1)
    assert [picture.getpixel(at) for at in ((12, 7), (28, 43), (32, 47), (48, 83))] == [RED, RED, BLUE, BLUE]
    assert [picture.getpixel(at) for at in ((8, 7), (32, 43), (28, 47), (52, 60), (40, 88))] == [WHITE] * 5


@pytest.mark.parametrize("count", [1, 2, 7])
def test_a_drawing_is_in_the_file_once_however_many_pages_show_it(count):
    pages = [page_of(card(**BOTH, title=f"Part {number}")) for number in range(count)]
    pdf = opened(paint(*pages))
    assert len(pdf.pages) == count
    assert len(forms(pdf)) == 1  # what works is seen from behind
    assert len({str(leaf.Resources.XObject.keys()) for leaf in pdf.pages}) == 1
    for leaf in pdf.pages:
        assert leaf.Contents.read_bytes().count(b" Do Q") == 1


def test_sheets_of_all_sizes_share_their_drawings_but_for_details_wherever_they_were_painted():
    fonts = type_case().fonts
    pages = [page_of(card(**BOTH), size) for size in ("a5", "a4", "105x148mm", "a5")]
    contents = [paint_content(page, fonts) for page in pages]
    pdf = opened(assemble(contents, title="Two", language="en", fonts=fonts))
    assert len(forms(pdf)) == 2  # the view from behind, on small sheets with fewer details
    assert assemble(contents, title="Two", language="en", fonts=fonts) == assemble(
        [paint_content(page, fonts) for page in pages], title="Two", language="en", fonts=fonts
    )


def test_a_drawing_is_written_as_the_standard_asks():
    pdf = opened(paint(stamped((0, 0, 1.0), (40, 0, 0.5))))
    (form,) = forms(pdf)
    assert [float(edge) for edge in form.BBox] == [0, 0, 20, 40]
    assert form.read_bytes() == drawing_stream(CORNER)
    assert pdf.check_pdf_syntax() == []


def test_a_drawing_has_its_own_axes_and_needs_nothing_of_the_page():
    assert drawing_stream(CORNER).decode().splitlines() == [
        "1 0 0 rg",
        "0.000 20.000 10.000 20.000 re f",
        "0 0 1 rg",
        "10.000 -20.000 30.000 40.000 re f",
    ]


def test_a_stamp_sets_scale_and_place_and_is_marked_as_content():
    stream = paint_content(stamped((10, 5, 2.0)), type_case().fonts).stream.decode()
    assert re.fullmatch(r"/Span <</MCID 0>> BDC\nq 2 0 0 2 10 15 cm /FmCorner Do Q\nEMC\n", stream), stream


def test_a_colour_set_before_a_drawing_holds_behind_it():
    green = Color(0, 1, 0)
    left, right = Rect(x=0, y=50, width=10, height=10), Rect(x=20, y=50, width=10, height=10)
    stamp = Stamp(x=50, y=0, scale=1.0, drawing=CORNER, mark=DECORATION)
    page = Page(width=100, height=100, items=(rectangle(left, green), stamp, rectangle(right, green)))
    picture = picture_of(paint(page), scale=1)
    assert [picture.getpixel(at) for at in ((5, 55), (55, 10), (25, 55))] == [(0, 255, 0), RED, (0, 255, 0)]


# --- the muscle map -------------------------------------------------------------------------------------------------


def test_the_colours_of_the_map_are_those_of_the_card():
    page = page_of(card(works=works("chest")))
    (stamp,) = bodies(page)
    picture = picture_of(paint(page), scale=4)
    rect, colors = stamp.rect, stage_colors(PETROL)

    def at(x, y):
        return picture.getpixel((round(4 * (rect.x + x * rect.width)), round(4 * (rect.y + y * rect.height))))

    def rgb(color):
        return tuple(round(part * 255) for part in (color.red, color.green, color.blue))

    assert near(at(0.40, 0.26), rgb(colors.worked), 4)  # the chest
    assert near(at(0.40, 0.60), rgb(colors.near), 4)  # a thigh
    assert near(at(0.10, 0.05), rgb(colors.ground), 4)  # beside the head


@pytest.mark.parametrize("size", ["a5", "297x210mm", "105x148mm"])
def test_a_map_is_one_figure_in_words_round_both_views(size):
    made = card(**BOTH)
    page = page_of(made, size)
    figure, code = read_tags(paint(page)).all("Figure")
    # The key beside the code has no room for what helps, and the map shows nothing that the key does not name.
    helping = "; also lower back, abs" if size == "297x210mm" else ""
    assert figure.alternative == f"Muscle map: works glutes, hamstrings{helping}"
    whole = around(*(stamp.rect for stamp in bodies(page)))
    assert figure.box == pytest.approx(
        (whole.x, page.height - whole.bottom, whole.right, page.height - whole.y), abs=0.006
    )
    assert code.alternative.startswith("QR code")
    assert figure.box[2] < code.box[0] or figure.box[1] > code.box[3]


@pytest.mark.parametrize("size", ["a5", "297x210mm", "105x148mm"])
def test_a_card_with_a_map_passes(size):
    assert failures(paint(page_of(card(**BOTH), size))) == {}
    made = card(**BOTH, language="de")
    assert failures(paint_pdf((page_of(made, size),), title="x", language="de", fonts=type_case().fonts)) == {}


def test_a_map_in_lines_passes_and_is_one_figure_too():
    made = card(**BOTH)
    page = hatched(page_of(made), made)
    assert any(isinstance(item, Path) and item.fill is None for item in map_items(page))
    data = paint(page)
    assert failures(data) == {}
    assert read_tags(data).all("Figure")[0].alternative == describe_map(made)


def test_hatching_is_as_dark_as_its_share_of_the_pitch():
    made = card(works=works("quads"), also=works("chest"))
    black = Color(0, 0, 0)
    items = place_map(
        made, plan_map(made, 400.0), 20.0, 20.0, in_lines(LineArt(outline=black, main=black, plate=black)), 1
    )
    page = Page(width=300, height=450, items=tuple(items))
    picture = picture_of(paint(page), scale=4).convert("L")
    (stamp,) = bodies(page)
    rect = stamp.rect
    left, top = rect.x + 0.36 * rect.width, rect.y + 0.235 * rect.height
    patch = picture.crop([round(4 * edge) for edge in (left, top, left + 0.08 * rect.width, top + 0.03 * rect.height)])
    share = 1 - sum(patch.tobytes()) / len(patch.tobytes()) / 255
    assert share == pytest.approx(0.44, abs=0.06)


# --- with photographs -----------------------------------------------------------------------------------------------


@pytest.fixture
def taken(put):
    """Return a function that takes a photograph of this size: it is there."""

    def take(caption, columns, rows):
        path = put(noise((columns, rows)), f"{caption or 'one'}.jpg", "JPEG")
        made = photo(caption, columns, rows)
        return replace(made, negative=replace(made.negative, file=path.as_posix()))

    return take


@pytest.mark.parametrize("size", ["a5", "297x210mm"])
@pytest.mark.parametrize("ratio", [(300, 200), (200, 300)], ids=["3:2", "2:3"])
def test_a_card_with_photographs_and_what_room_they_leave_passes(taken, ratio, size):
    made = card(**BOTH, photos=(taken("Start", *ratio), taken("Finish", *ratio)))
    page = page_of(made, size)
    guide = replace(
        read(FRONT + BODY),
        photos=tuple(Photo(file=it.negative.file, location=made.location) for it in made.photos),
    )
    ready, problems = develop_page(page, guide, Darkroom())
    assert problems == ()
    data = paint(ready)
    assert failures(data) == {}
    figures = read_tags(data).all("Figure")
    maps = [figure.alternative for figure in figures if figure.alternative.startswith("Muscle map")]
    assert len(maps) == bool(bodies(page))
    assert all(describe_map(made).startswith(one) for one in maps)
    assert [figure.alternative for figure in figures] == [
        "Photograph: Long Hinge, start",
        "Photograph: Long Hinge, finish",
        *maps,
        "QR code: opens youtu.be/Qk7_zR2-wXa",
    ]
    for figure, item in zip(figures[:2], photos(page), strict=True):
        rect = item.rect
        assert figure.box == pytest.approx(
            (rect.x, page.height - rect.bottom, rect.right, page.height - rect.y), abs=0.006
        )


# --- lines and areas --------------------------------------------------------------------------------------------------


def lines_of(**looks):
    segments = ((Op.MOVE, (2.0, 2.0)), (Op.LINE, (8.0, 2.0)))
    return Path(segments=segments, stroke=Color(0, 0, 0), stroke_width=2.0, **looks)


def page_with(*paths):
    return Page(width=20, height=20, items=paths)


@pytest.mark.parametrize(
    ("looks", "before", "behind", "attributes"),
    [
        ({}, "", "", ""),
        ({"cap": Cap.ROUND}, "1 J ", " 0 J", ' stroke-linecap="round"'),
        ({"join": Join.BEVEL}, "2 j ", " 0 j", ' stroke-linejoin="bevel"'),
        ({"miter": 4.0}, "4 M ", " 10 M", ' stroke-miterlimit="4"'),
        ({"dashes": (1.0, 2.0, 3.0, 4.0)}, "[1 2 3 4] 0 d ", " [] 0 d", ' stroke-dasharray="1 2 3 4"'),
    ],
)
def test_what_is_unusual_of_a_line_is_set_and_set_back(looks, before, behind, attributes):
    stream = paint_content(page_with(lines_of(**looks)), type_case().fonts).stream.decode()
    assert f"{before}2 w 0 G 2.000 18.000 m 8.000 18.000 l S{behind}\n" in stream
    svg = paint_svg(page_with(lines_of(**looks)), type_case().fonts).decode()
    assert f'stroke="#000000" stroke-width="2"{attributes}/>' in svg


def test_a_shape_that_crosses_itself_has_its_hole():
    square = [(Op.RECT, (at, at, 20.0 - 2 * at, 20.0 - 2 * at)) for at in (2.0, 6.0)]
    for rule, middle in ((FillRule.EVENODD, WHITE), (FillRule.NONZERO, RED)):
        page = page_with(Path(segments=tuple(square), fill=Color(1, 0, 0), rule=rule))
        assert picture_of(paint(page), scale=1).getpixel((10, 10)) == middle
        assert ('fill-rule="evenodd"' in paint_svg(page, type_case().fonts).decode()) is (rule is FillRule.EVENODD)


def test_in_svg_a_drawing_is_cut_at_its_frame_too():
    svg = paint_svg(stamped((10, 5, 2.0)), type_case().fonts).decode()
    assert '<symbol id="FmCorner" viewBox="0 0 20 40">' in svg
    assert '<use href="#FmCorner" width="20" height="40" transform="translate(10 5) scale(2)"/>' in svg


def test_a_drawing_can_be_clicked():
    mark = Mark(role=Role.LOGO, order=1, link="https://gym.example")
    page = Page(width=100, height=100, items=(Stamp(x=0, y=0, scale=1.0, drawing=CORNER, mark=mark),))
    (link,) = paint_content(page, type_case().fonts).links
    assert (link.url, link.rect) == ("https://gym.example", (0, 60, 20, 100))
