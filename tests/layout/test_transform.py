"""Pages as parts of other pages: every x, every y, every length."""

from dataclasses import replace

import pytest

from cardgen.display import (
    DECORATION,
    Color,
    ColorSpace,
    Drawing,
    Image,
    LinkArea,
    Mark,
    Op,
    Page,
    Path,
    Pixels,
    Role,
    Stamp,
    Text,
)
from cardgen.layout.ground.transform import as_picture, moved, scaled
from cardgen.paint.trace import bounds
from cardgen.values.geometry import Rect
from tests.builders import page_of

BLACK = Color(0, 0, 0)
LINKED = Mark(role=Role.STEP, order=3, link="https://ab.example")
ITEMS = (
    Text(x=10, y=20, size=8, color=BLACK, runs=(), mark=LINKED, tracking=0.1),
    Path(
        segments=((Op.RECT, (1, 2, 3, 4)), (Op.MOVE, (5, 6)), (Op.CURVE, (1, 2, 3, 4, 5, 6)), (Op.CLOSE, ())),
        stroke=BLACK,
        stroke_width=2,
        dashes=(1, 3),
    ),
    LinkArea(rect=Rect(x=1, y=2, width=3, height=4), mark=LINKED),
    Image(
        rect=Rect(x=5, y=6, width=7, height=8),
        pixels=Pixels(columns=1, rows=1, space=ColorSpace.GRAY, data=b"", digest=""),
        mark=LINKED,
    ),
    Stamp(x=2, y=4, scale=3, drawing=Drawing(name="FmRow", width=5, height=6, paths=()), mark=LINKED),
)
PAGE = Page(width=100, height=50, items=ITEMS)


def test_every_item_is_half_as_large_at_its_new_place():
    text, path, area, image, stamp = scaled(PAGE, 0.5, 100, 200)
    assert (text.x, text.y, text.size, text.tracking) == (105, 210, 4, 0.1)
    assert path.segments == (
        (Op.RECT, (100.5, 201, 1.5, 2)),
        (Op.MOVE, (102.5, 203)),
        (Op.CURVE, (100.5, 201, 101.5, 202, 102.5, 203)),
        (Op.CLOSE, ()),
    )
    assert (path.stroke_width, path.dashes) == (1, (0.5, 1.5))
    assert area.rect == Rect(x=100.5, y=201, width=1.5, height=2)
    assert image.rect == Rect(x=102.5, y=203, width=3.5, height=4)
    assert stamp.rect == Rect(x=101, y=202, width=7.5, height=9)


def test_marks_and_links_stay():
    assert [item.mark for item in scaled(PAGE, 2, 0, 0)] == [item.mark for item in ITEMS]


def test_moving_changes_no_length():
    assert moved(ITEMS, 0, 0) == ITEMS
    text, path, area, _, stamp = moved(ITEMS, 1, 2)
    assert (text.x, text.y, text.size) == (11, 22, 8)
    assert path.segments[0] == (Op.RECT, (2, 4, 3, 4))
    assert area.rect == Rect(x=2, y=4, width=3, height=4)
    assert (path.stroke_width, path.dashes) == (2, (1, 3))
    assert (stamp.x, stamp.y, stamp.scale) == (3, 6, 3)


def test_a_picture_has_one_mark_and_no_links():
    mark = Mark(role=Role.THUMBNAIL, order=7, alternative="A card")
    made = as_picture((*ITEMS, replace(ITEMS[1], mark=DECORATION)), mark)
    assert [type(item) for item in made] == [Text, Path, Image, Stamp, Path]
    assert {item.mark for item in made} == {mark}


@pytest.mark.parametrize("factor", [0.2, 1.0, 3.0])
def test_a_card_stays_inside_its_box(factor):
    page = page_of()
    for item in scaled(page, factor, 50, 60):
        if isinstance(item, Text):
            left, top, right, bottom = item.x, item.y, item.x + item.width, item.y
        elif isinstance(item, Path):
            left, top, right, bottom = bounds(item)
        else:
            left, top, right, bottom = item.rect.x, item.rect.y, item.rect.right, item.rect.bottom
        assert left >= 50 - 1e-6
        assert top >= 60 - 1e-6
        assert right <= 50 + factor * page.width + 1e-6
        assert bottom <= 60 + factor * page.height + 1e-6
