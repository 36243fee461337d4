"""Frames: measured once, placed once, by what they stand in."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.display import LinkArea, Mark, Role
from cardgen.layout.ground.box import (
    At,
    Frame,
    Pen,
    aligned,
    art,
    belongs,
    cell,
    fit,
    ground,
    least,
    link,
    pad,
    pinned,
    place,
    read,
    row,
    says,
    stack,
    table_row,
    wrap,
)
from cardgen.theme.type import SECTION
from cardgen.values.geometry import Rect
from tests.layout.program.made import leaf

sizes = st.lists(st.tuples(st.floats(1, 50), st.floats(1, 50)), min_size=1, max_size=9)


def sheet(width, height):
    """A frame that places the rectangle it is given, as a link to see it by."""
    return art(width, height, lambda rect, mark: (LinkArea(rect=rect, mark=mark),))


def tall(width, height):
    return ground(sheet(width, height), lambda rect: (LinkArea(rect=rect, mark=Mark(role=Role.DAY, order=0)),))


def placed(frame, *, height=None):
    pen = Pen(order=count(1))
    frame.put(pen, Rect(x=10, y=20, width=frame.width, height=frame.height if height is None else height))
    return pen.items


def rects(frame, *, height=None):
    return [it.rect for it in placed(frame, height=height)]


@given(sizes, st.floats(0, 9))
def test_a_stack_is_as_wide_as_its_widest_and_its_frames_follow_one_another(given_, gap):
    whole = stack([sheet(*size) for size in given_], gap)
    found = rects(whole)
    assert whole.width == max(width for width, _ in given_)
    assert all(after.y == pytest.approx(before.bottom + gap) for before, after in pairwise(found))
    assert found[-1].bottom == pytest.approx(20 + whole.height)


def test_frames_of_a_stack_may_stand_in_its_middle_or_at_its_end():
    frames = (sheet(4, 1), sheet(10, 1))
    assert [rect.x for rect in rects(stack(frames, side=At.MIDDLE))] == [13, 10]
    assert [rect.x for rect in rects(stack(frames, side=At.END))] == [16, 10]


def test_what_is_given_more_height_than_it_has_stands_in_its_middle():
    assert [rect.y for rect in rects(stack((sheet(5, 4), sheet(5, 6))), height=20)] == [25, 29]


def test_frames_of_a_row_stand_in_its_middle_at_its_head_or_at_its_foot():
    low, high = sheet(5, 4), sheet(5, 10)
    for at, y in ((At.START, 20), (At.MIDDLE, 23), (At.END, 26)):
        assert [(rect.x, rect.y) for rect in rects(row((low, high), (1, 8), 20, at))] == [(11, y), (18, 20)]


def test_a_ground_takes_all_the_height_of_its_row():
    found = rects(row((tall(5, 4), sheet(5, 10)), (0, 6), 20), height=30)
    assert (found[0].y, found[0].height) == (20, 30)


def test_a_ground_lies_under_its_frame_or_over_it():
    marks = [Mark(role=role, order=0) for role in (Role.CELL, Role.DAY)]
    inner = art(1, 1, lambda rect, _: (LinkArea(rect=rect, mark=marks[0]),))
    under, over = (
        [it.mark.role for it in placed(ground(inner, lambda rect: (LinkArea(rect=rect, mark=marks[1]),), over=over))]
        for over in (False, True)
    )
    assert under == over[::-1] == [Role.DAY, Role.CELL]


@given(sizes, st.floats(50, 120))
def test_what_is_wrapped_stays_in_its_width_on_lines_of_one_height(given_, width):
    whole = wrap([sheet(*size) for size in given_], width, 3.0, 2.0)
    found = rects(whole)
    high = max(height for _, height in given_)
    assert all(rect.right <= 10 + width + 1e-9 for rect in found)
    middles = {round((rect.y + rect.height / 2 - 20 - high / 2) / (high + 2), 6) for rect in found}
    assert middles == set(range(len(middles)))
    assert whole.height == pytest.approx(len(middles) * (high + 2) - 2)


def test_the_first_frame_that_fits_is_taken_and_the_last_where_none_does():
    frames = [sheet(30, 30), sheet(20, 10), sheet(10, 20)]
    assert fit(frames, 25, 25) is frames[1]
    assert fit(frames, 5, 5) is frames[2]


def test_white_is_added_and_a_least_height_kept():
    (rect,) = rects(pad(sheet(5, 4), 1, 2, 3))
    assert rect == Rect(x=13, y=21, width=5, height=4)
    assert pad(sheet(5, 4), 1).height == 6
    assert (least(sheet(5, 4), 3).height, least(sheet(5, 4), 9).height) == (4, 9)


def test_a_link_is_said_in_what_was_read_last_and_may_reach_further():
    mark = says(Role.INDEX_ENTRY)
    *_, area = placed(link(read(sheet(5, 4), mark), 7, "Row, page 7", rise=1, wider=2))
    assert area.rect == Rect(x=8, y=19, width=9, height=4)
    assert (area.mark.order, area.mark.target, area.mark.alternative) == (1, "page-7", "Row, page 7")
    assert len(placed(link(sheet(5, 4), 0, "nowhere"))) == 1


def test_pages_are_read_in_the_order_of_their_frames_and_cells_belong_to_their_row():
    def cells(*columns):
        return table_row(row([read(sheet(1, 1), cell(column)) for column in columns], columns, 9))

    heading = read(sheet(1, 1), says(Role.SECTION_HEADING))
    marks = [it.mark for it in placed(stack((cells(1, 2), heading, cells(1, 2, 3))))]
    assert [mark.order for mark in marks] == [1, 2, 3, 4, 5, 6]
    assert [mark.part_of for mark in marks] == [1, 1, 0, 4, 4, 4]
    assert [mark.column for mark in marks] == [1, 2, 0, 1, 2, 3]


def test_a_frame_is_placed_once():
    seen = []
    once = Frame(1, 1, lambda _, rect: seen.append(rect))
    place(row((pad(stack((once,)), 1), sheet(1, 9)), (0, 2), 5), 3, 4, count(1))
    assert seen == [Rect(x=3, y=8, width=1, height=1)]


def test_pinned_frames_stand_where_they_are_put_from_the_corner():
    whole = pinned((sheet(4, 1), sheet(2, 3)), ((0, 5), (7, 1)), 20, 9)
    assert (whole.width, whole.height) == (20, 9)
    assert [(rect.x, rect.y) for rect in rects(whole)] == [(10, 25), (17, 21)]


def test_a_part_is_read_as_a_part_of_what_was_read_before_it():
    frames = (read(sheet(1, 1), says(Role.STEP_NUMBER)), *(read(sheet(1, 1), belongs(Role.STEP)) for _ in range(2)))
    marks = [it.mark for it in placed(stack(frames))]
    assert [(mark.order, mark.part_of) for mark in marks] == [(1, 0), (2, 1), (3, 1)]


@pytest.mark.parametrize("at", At)
def test_each_line_stands_at_its_end_of_the_width(at):
    phrase = leaf().gauge.phrase("Hinge and row, then carry", SECTION)
    width = 0.7 * phrase.width
    lines = [
        (it.x, it.x + wide)
        for it, (wide, _) in zip(placed(aligned(phrase, width, at)), phrase.broken(width), strict=True)
    ]
    assert len(lines) == 2
    for left, right in lines:
        assert left - 10 == pytest.approx(at.value * (width - (right - left)))
