"""Drawings as pictures of exercises and as logos: whole, on white, as shapes; and what is said where one cannot be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

import cardgen
from cardgen.display import Color, ColorSpace, Drawing, Image, Medium, Negative, Role, Stamp
from cardgen.layout.cards.fit import fit_card
from cardgen.paint.notes import in_words
from cardgen.pictures import (
    Darkroom,
    PictureError,
    develop_page,
    develop_photo,
    load_picture,
    measure_photo,
    open_photos,
)
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import finish_pages, type_case
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import Rect
from cardgen.values.notes import LeftOut
from cardgen.values.stock import parse_sheet
from tests.drawn import noise, saved
from tests.paint.opened import picture_of

A5 = parse_sheet("a5")
LINE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 20L40 0" fill="none" stroke="#c00" stroke-width="4"/></svg>'


def told(path, act=measure_photo):
    with pytest.raises(PictureError) as caught:
        act(path)
    return str(caught.value), caught.value.hint


@pytest.fixture
def guide(tmp_path, make_guide):
    """Return a function that reads a guide with these two files as its pictures."""

    def read(first=LINE, second=LINE, names=("start.svg", "finish.svg")):
        for name, data in zip(names, (first, second), strict=True):
            (tmp_path / name).write_bytes(data)
        path = make_guide(tmp_path / "plank.md", title="Plank", more=f"images: [{', '.join(names)}]\n")
        return cardgen.load(path)

    return read


def pages_of(guide, theme=PETROL):
    return finish_pages(guide, CardSettings(sheet=A5, theme=theme))


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"<?xml version='1.0'?>\n", b"<!-- drawn -->\n", b"\n  "])
def test_a_drawing_is_known_by_how_it_begins_whatever_its_file_is_called(put, start):
    data = start + LINE if b"xml" not in start else start.lstrip() + LINE
    if start.startswith(b"\n"):
        data = start + LINE
    found = measure_photo(put(data, "start.jpg"))
    assert (found.columns, found.rows, found.medium) == (1000, 500, Medium.DRAWING)


def test_a_drawing_in_two_bytes_a_letter_is_read(put):
    text = "<?xml version='1.0' encoding='UTF-16'?>" + LINE.decode()
    assert measure_photo(put(text.encode("utf-16"), "a.svg")).medium is Medium.DRAWING


def test_the_line_at_fault_stands_behind_the_file(put):
    path = put(LINE.replace(b"<path", b"\n\n<text>Gym</text><path"), "start.svg")
    message, hint = told(path, lambda it: load_picture(it, room=(90, 45)))
    assert message.startswith(f"{path.as_posix()}:3: the drawing holds letters")
    assert "turn text into paths" in hint


def test_a_compressed_drawing_is_told(put):
    import gzip

    assert "the file is compressed" in told(put(gzip.compress(LINE), "start.svgz"))[0]


def test_drawings_stand_whole_on_white_with_what_they_show(guide):
    (page,), _ = pages_of(guide())
    first, second = (item for item in page.items if item.mark.role is Role.PHOTO)
    assert isinstance(first, Stamp)
    assert first.drawing == second.drawing
    assert first.mark.alternative == "Drawing: Plank, start"
    grounds = [item for item in page.items if getattr(item, "fill", None) == Color(1.0, 1.0, 1.0)]
    assert len(grounds) >= 2
    assert first.rect.width / first.rect.height == pytest.approx(2.0)


def test_a_drawing_is_painted_in_its_colours(guide):
    from cardgen.paint import paint_pdf

    pages, _ = pages_of(guide())
    picture = picture_of(paint_pdf(pages, title="x", language="en", fonts=type_case().fonts), scale=2)
    place = next(item for item in pages[0].items if item.mark.role is Role.PHOTO).rect
    middle = (round(2 * (place.x + place.width / 2)), round(2 * (place.y + place.height / 2)))
    assert picture.getpixel(middle) == (204, 0, 0)
    assert picture.getpixel((round(2 * place.x + 12), round(2 * place.y + 12))) == (255, 255, 255)


def test_a_photograph_beside_a_drawing_is_not_cut_either(guide):
    wide = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 10"><path d="M0 5H60" stroke="red"/></svg>'
    made = guide(wide, saved(noise((600, 100)), "JPEG"), ("start.svg", "finish.jpg"))
    (page,), _ = pages_of(made)
    drawn, photo = (item for item in page.items if item.mark.role is Role.PHOTO)
    assert isinstance(drawn, Stamp)
    assert isinstance(photo, Image)
    assert photo.crop == Rect(x=0.0, y=0.0, width=1.0, height=1.0)


def test_in_little_ink_drawings_stay_and_photographs_go(guide):
    theme = PETROL.inked(Ink.LOW)
    (page,), problems = pages_of(guide(), theme)
    assert sum(item.mark.role is Role.PHOTO for item in page.items) == 2
    assert in_words(LeftOut.PHOTOS_IN_LOW_INK) not in [problem.message for problem in problems]
    (page,), problems = pages_of(guide(LINE, saved(noise(), "JPEG"), ("start.svg", "finish.jpg")), theme)
    assert sum(item.mark.role is Role.PHOTO for item in page.items) == 1
    assert in_words(LeftOut.PHOTOS_IN_LOW_INK) in [problem.message for problem in problems]


def test_in_one_ink_a_drawing_is_grey(guide):
    (page,), _ = pages_of(guide(), PETROL.inked(Ink.MONO))
    (stroke,) = {path.stroke for item in page.items if isinstance(item, Stamp) for path in item.drawing.paths}
    assert stroke.red == stroke.green == stroke.blue


def test_a_drawing_that_cannot_be_drawn_is_an_error_where_the_guide_names_it(guide):
    made = guide(LINE, LINE.replace(b'stroke="#c00"', b'stroke="url(#g)"'))
    with pytest.raises(cardgen.GuideError) as caught:
        pages_of(made)
    (problem,) = (it for it in caught.value.problems if it.code == "image")
    assert "finish.svg:1: a part of the drawing is filled with a gradient" in problem.message
    assert problem.location.line == made.lines["images"]


def test_a_file_that_is_replaced_by_a_photograph_meanwhile_is_read_as_one(guide):
    made = guide()
    (opened, _), _ = open_photos(made)
    Path(opened.negative.file).write_bytes(saved(noise(), "PNG"))
    assert opened.negative.medium is Medium.DRAWING
    assert develop_photo(Path(opened.negative.file), crop=Rect(x=0, y=0, width=1, height=1), size=(9, 9)).columns


# --- logos ------------------------------------------------------------------------------------------------------------


def test_a_logo_may_be_a_drawing(put):
    logo = load_picture(put(LINE, "logo.svg"), room=(90, 45))
    assert isinstance(logo, Drawing)
    assert load_picture(put(LINE, "logo.svg"), room=(9, 9), space=ColorSpace.GRAY) != logo


def test_a_logo_that_cannot_be_seen_on_white_is_told(put):
    path = put(LINE.replace(b"#c00", b"#fefefe"), "logo.svg")
    assert "nothing of the image can be seen" in told(path, lambda it: load_picture(it, room=(90, 45)))[0]


def test_the_logo_stands_at_the_foot_as_large_as_its_room_allows(put):
    from dataclasses import replace

    from tests.builders import card

    logo = load_picture(put(LINE, "logo.svg"), room=(90, 45))
    made = card(brand=replace(card().brand, name="Gym", link="https://gym.example", logo=logo))
    page = fit_card(made, sheet=A5, theme=PETROL, case=type_case())
    (stamp,) = (item for item in page.items if item.mark.role is Role.LOGO)
    assert stamp.rect.width / stamp.rect.height == pytest.approx(2.0)
    assert stamp.mark.link == "https://gym.example"
    assert stamp.rect.bottom <= page.height


def test_negatives_of_drawings_are_developed_once_for_all_sizes(guide):
    made = guide()
    negative = Negative(file=made.photos[0].file, columns=1000, rows=500, medium=Medium.DRAWING)
    mark = next(item.mark for item in pages_of(made)[0][0].items if item.mark.role is Role.PHOTO)
    from cardgen.display import Page

    items = tuple(Image(rect=Rect(x=0, y=0, width=it, height=it), pixels=negative, mark=mark) for it in (20, 30))
    page, problems = develop_page(Page(width=99, height=99, items=items), made, Darkroom())
    small, large = (item for item in page.items if isinstance(item, Stamp))
    assert small.drawing is large.drawing
    assert (small.y, small.rect.height, problems) == (5, 10, ())


def test_a_card_with_drawings_is_as_accessible_as_any(guide):
    from cardgen.paint import paint_pdf
    from tests.paint.tagged import failures

    pages, _ = pages_of(guide())
    assert failures(paint_pdf(pages, title="Plank", language="en", fonts=type_case().fonts)) == {}
