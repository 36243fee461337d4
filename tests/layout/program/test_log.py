"""Where training is written down: a box a set a week, none too small for the pen, what is planned in the box it is for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import Path, Role
from cardgen.layout.program.log import place_logs
from cardgen.layout.program.model import LogExercise, LogGroup, Name
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import mm, to_mm
from cardgen.words import english
from tests.layout.program import made
from tests.layout.program.checks import cells, check, check_boxes, groups, inks, read, targets, texts
from tests.layout.reading import links, rect_of
from tests.quick import examples

SHEETS = ("a4", "a5", "a6", "letter", "4x6in")
LONG_NAME = "Single Leg Hinge With a Bent Knee and a Long Reach to the Far Side"


def the_pages(log=made.LOG, to=None, first=22):
    return place_logs(log, first, to or made.leaf())


def the_page(log=made.LOG, to=None):
    (page,) = the_pages(log, to)
    return page


def rows(page, outline=PETROL.outline):
    """The boxes of a page, row by row."""
    found = {}
    for box in cells(page, outline):
        found.setdefault(round(box.y, 2), []).append(box)
    return [sorted(found[y], key=lambda box: box.x) for y in sorted(found)]


def said(page):
    """What stands at the left of the boxes and in them, in reading order."""
    marks = {it.mark.order: it.mark for it in texts(page)}
    return [words for order, words in groups(page).items() if marks[order].role in {Role.ROW_HEAD, Role.CELL}]


def expected(log, start=0, end=None):
    """What a log says of some of its weeks."""
    found = [*log.before]
    for group in log.groups:
        for exercise in group.exercises:
            found.append(" ".join((exercise.order, exercise.name.text, *exercise.lines)))
            for number, loads in enumerate(exercise.planned, 1):
                found += [str(number), *(load for load in loads[start:end] if load)]
    return [*found, *log.after, *log.marks]


# --- boxes ----------------------------------------------------------------------------------------------------------


@made.each_place
def test_no_box_is_smaller_than_the_pen_needs_however_many_weeks_there_are(size, use):
    to = made.leaf(size, use=use)
    for count in (1, 8, 12, 52):
        pages = the_pages(made.log_of((made.ROW,), (made.SQUAT, made.PUSH), count=count), to)
        found = [box for page in pages for box in check_boxes(page, to)]
        assert len(found) == count * (1 + 9 + 1 + 1)
        assert min(min(box.width, box.height) for box in found) >= mm(6.4) - 0.01


def test_few_weeks_stand_together():
    (row, *_) = rows(the_page(made.log_of((made.HINGE,), count=2)))
    assert [round(to_mm(box.width), 2) for box in row] == [24.0, 24.0]


def test_what_is_planned_stands_in_the_box_of_its_week_and_its_set():
    move = replace(made.HINGE, sets=2)
    log = made.log_of((move,), before=(), after=(), marks=())
    exercise = log.groups[0].exercises[0]
    planned = tuple(tuple(f"{number}{week}.5" for week in range(8)) for number in (1, 2))
    log = replace(log, groups=(LogGroup(exercises=(replace(exercise, planned=planned),)),))
    page = the_page(log)
    placed = {it.text.strip(): rect for it, rect in inks(page, Role.CELL)}
    for loads, row in zip(planned, rows(page), strict=True):
        for load, box in zip(loads, row, strict=True):
            assert box.contains(placed[load]), load
            assert placed[load].bottom < box.y + box.height / 2, "the lower half stays free for the pen"


def test_wide_loads_take_wide_boxes_so_there_are_fewer_weeks_on_a_page():
    wide = replace(made.HINGE, planned=("102.5+20",) * 12)
    to = made.leaf("a6")
    narrow_pages, wide_pages = (
        the_pages(made.log_of((move,), count=8, before=(), after=()), to) for move in (made.PUSH, wide)
    )
    assert len(rows(wide_pages[0])[0]) < len(rows(narrow_pages[0])[0])
    for page in wide_pages:
        check_boxes(page, to)


def test_rows_to_tick_have_a_tint_and_sets_have_none():
    page = the_page()
    grids = [it for it in page.items if isinstance(it, Path) and it.stroke == PETROL.outline]
    tinted = [rect_of(it) for it in grids if it.fill == PETROL.tint and it.segments]
    heads = {it.text.strip(): rect for it, rect in inks(page, Role.ROW_HEAD)}
    assert len(tinted) == 2
    for words, rect in zip(("Warm-up done", "Cool-down done"), tinted, strict=True):
        assert rect.y < heads[words].y < rect.bottom


# --- names ----------------------------------------------------------------------------------------------------------


def test_every_set_and_every_load_is_printed_in_order():
    assert said(the_page()) == expected(made.LOG)


def test_a_label_stands_beside_its_first_box_or_above_it_in_large_print():
    for to, beside in ((made.leaf(), True), (made.leaf(use=made.LARGE), False)):
        page = the_pages(made.log_of((replace(made.ROW, name="Bend"),), count=4), to)[0]
        (name,) = [rect for it, rect in inks(page, Role.ROW_HEAD) if it.text.strip() == "Bend"]
        found = [box for row in rows(page) for box in row if box.bottom > name.y]
        assert (name.right < min(box.x for box in found)) is beside
        assert (name.bottom < min(box.y for box in found)) is not beside


def test_the_label_of_an_exercise_with_one_set_does_not_reach_into_the_next():
    short = replace(made.ROW, name="Row", reps="8–12 reps each side, slowly", sets=1)
    long = replace(short, name=LONG_NAME)
    log = made.log_of((short, long, short), (long, short), (short,), (short, short))
    for size in SHEETS:
        to = made.leaf(size)
        for page in the_pages(log, to):
            check(page, to)
            labels = {}
            for it, rect in inks(page, Role.ROW_HEAD):
                labels.setdefault(it.mark.order, []).append(rect)
            ends = [(min(it.y for it in found), max(it.bottom for it in found)) for found in labels.values()]
            ends.sort()
            assert all(above[1] < below[0] for above, below in pairwise(ends)), page.label


def test_an_order_of_three_letters_is_no_smaller_than_the_rest():
    log = made.log_of((made.HINGE, made.PUSH), first=10)
    for size in ("a6", "4x6in"):
        orders = [it for it in texts(the_pages(log, made.leaf(size))[0]) if it.text.strip() in {"10a", "10b"}]
        assert len(orders) == 2
        assert all(it.size >= 6.49 for it in orders)


def test_names_are_read_in_their_language():
    exercise = LogExercise(order="1", name=Name(text="Kniebeuge", language="de"), planned=(("",) * 8,))
    page = the_page(replace(made.LOG, groups=(LogGroup(exercises=(exercise,)),)))
    assert {it.mark.language for it in texts(page) if it.text.strip() == "Kniebeuge"} == {"de"}


# --- pages ----------------------------------------------------------------------------------------------------------


def test_a_long_log_goes_on_with_all_its_heads():
    pages = the_pages(made.LONG_LOG)
    assert [page.label for page in pages] == ["22", "23", "24"][: len(pages)]
    assert len(pages) > 1
    assert [words for page in pages for words in said(page)] == expected(made.LONG_LOG)
    for page in pages:
        assert read(page, Role.DAY) == "Mon 1"
        assert read(page, Role.PAGE_HEADING) == "Monday: hinge and row"
        assert read(page, Role.COLUMN_HEAD).startswith("Week date set 1 4 Jan 2 11 3 18")
    assert "CONTINUED" not in read(pages[0], Role.EYEBROW)
    assert all("CONTINUED" in read(page, Role.EYEBROW) for page in pages[1:])


def test_pages_of_a_log_are_about_equally_full():
    pages = the_pages(made.LONG_LOG)
    heights = [sum(row[0].height for row in rows(page)) for page in pages]
    assert min(heights) > 0.5 * max(heights)


def test_exercises_done_in_turn_stay_on_one_page_in_their_bracket():
    log = made.log_of(*((made.HINGE,),) * 4, (made.SQUAT, made.PUSH), (made.ROW,), (made.PRESS, made.BRIDGE), count=8)
    found = {}
    for page in the_pages(log):
        brackets = [
            rect_of(it) for it in page.items if isinstance(it, Path) and to_mm(it.stroke_width) == pytest.approx(0.6)
        ]
        for it, rect in inks(page, Role.ROW_HEAD):
            if it.text.strip() in {"7a", "7b", "9a", "9b"}:
                found[it.text.strip()] = page.label
                assert any(bracket.y < rect.y and rect.bottom < bracket.bottom for bracket in brackets)
    assert found["7a"] == found["7b"]
    assert found["9a"] == found["9b"]


def test_a_group_higher_than_a_page_is_parted_between_sets_which_keep_their_numbers():
    move = replace(made.HINGE, sets=40)
    pages = the_pages(made.log_of((move,), count=4, before=(), after=(), marks=()))
    assert len(pages) > 1
    numbers = [it.text.strip() for page in pages for it in texts(page, Role.CELL) if it.mark.column == 2]
    assert numbers == [str(number) for number in range(1, 41)]
    assert all("Harbour Hinge" in read(page, Role.ROW_HEAD) for page in pages)
    for page in pages:
        check_boxes(page, made.leaf())


def test_pages_that_go_on_are_no_fuller_than_their_longer_head_allows():
    to = made.leaf(use=made.LARGE)
    short = replace(made.ROW, name="Row", reps="8–12 reps each side, slowly", sets=1)
    weeks = made.weeks(14, dated=False)
    for number in (6, 7, 8):
        moves = (replace(short, name=LONG_NAME, sets=number), replace(short, sets=9 - number))
        log = made.log_of((made.ROW,), moves, (made.ROW,), count=14, weeks=weeks, title="Monday: legs", before=())
        pages = the_pages(log, to)
        assert {len(texts(page, Role.EYEBROW)) for page in pages} == {1, 2}, "on two lines where they go on"
        for page in pages:
            check_boxes(page, to)


def test_more_weeks_than_stand_side_by_side_have_pages_of_their_own():
    log = made.log_of((made.ROW,), count=26)
    pages = the_pages(log)
    eyebrows = [read(page, Role.EYEBROW) for page in pages]
    assert eyebrows == [f"TRAINING LOG, WEEKS {weeks}" for weeks in ("1 TO 9", "10 TO 18", "19 TO 26")]
    for page, (start, end) in zip(pages, ((0, 9), (9, 18), (18, 26)), strict=True):
        assert said(page) == expected(log, start, end)


def test_how_many_pages_there_are_does_not_depend_on_their_numbers():
    for log in (made.LOG, made.LONG_LOG):
        assert {len(the_pages(log, first=first)) for first in (9, 100)} == {len(the_pages(log))}


def test_dates_are_the_days_own_and_a_program_without_dates_has_none():
    log = made.log_of((made.HINGE,), start=5)
    assert "1 6 Jan 2 13 Jan" in read(the_page(log), Role.COLUMN_HEAD)
    bare = read(the_page(replace(log, weeks=made.weeks(8, dated=False))), Role.COLUMN_HEAD)
    assert bare == "Week set 1 2 3 4 5 6 7 8"


def test_heads_stand_over_their_columns():
    page = the_page()
    (first, *_) = rows(page)
    for at, box in enumerate(first):
        heads = [rect for it, rect in inks(page, Role.COLUMN_HEAD) if it.mark.column == 3 + at]
        assert len(heads) == 2, "a week and its date"
        for rect in heads:
            assert rect.x + rect.width / 2 == pytest.approx(box.x + box.width / 2, abs=0.8)
            assert rect.bottom < box.y


def test_what_is_left_of_a_page_has_lines_for_notes():
    noted = []
    for number in range(1, 16):
        page = the_pages(made.log_of((replace(made.ROW, sets=number),)))[0]
        foot = max(row[0].bottom for row in rows(page))
        heading = [rect for it, rect in inks(page, Role.SECTION_HEADING)]
        noted.append(bool(heading))
        assert all(rect.y > foot for rect in heading)
        if number == 1:
            assert read(page, Role.SECTION_HEADING) == "Notes"
            below = [it for it in page.items if isinstance(it, Path) and rect_of(it).y > heading[0].y]
            assert len(below) > 10, "lines down to the foot"
    assert noted[0]
    assert not all(noted), "a full page has none"


# --- links ----------------------------------------------------------------------------------------------------------


def test_the_tile_leads_to_the_day_and_a_label_to_its_card():
    page = the_page()
    names = [exercise for group in made.LOG.groups for exercise in group.exercises]
    assert targets(page) == ["page-5", *(f"page-{exercise.page}" for exercise in names)]
    areas = links(page)
    assert areas[0].mark.alternative == "Monday: hinge and row, page 5"
    for area, exercise in zip(areas[1:], names, strict=True):
        assert area.mark.alternative == f"{exercise.name.text}, page {exercise.page}"
        label = [rect for it, rect in inks(page, Role.ROW_HEAD) if it.text.strip() == exercise.name.text]
        assert all(area.rect.contains(rect, tolerance=1.0) for rect in label)
        assert area.rect.right <= rows(page)[0][0].x, "never over a box"


def test_a_log_that_stands_alone_leads_nowhere():
    log = replace(made.SHORT_LOG, page=0)
    exercise = replace(log.groups[0].exercises[0], page=0)
    assert targets(the_page(replace(log, groups=(LogGroup(exercises=(exercise,)),)))) == []


# --- at random ------------------------------------------------------------------------------------------------------

exercises = st.builds(
    made.Move,
    name=st.sampled_from([*(move.name for move in made.MOVES), made.WORDY.name]),
    equipment=st.just(""),
    work=st.just(""),
    rest=st.sampled_from(["90 s", "none"]),
    reps=st.sampled_from(["10 reps", "8–12 reps each side, slowly"]),
    sets=st.integers(1, 4),
    planned=st.sampled_from([(), ("20", "22.5"), ("102.5",), ("kg",), ("20", "")]),
)


@settings(max_examples=examples(25), database=None)
@given(
    moves=st.lists(st.lists(exercises, min_size=1, max_size=2).map(tuple), min_size=1, max_size=8),
    count=st.sampled_from([1, 4, 8, 12, 16]),
    dated=st.booleans(),
    place=made.any_place,
    ink=st.sampled_from(Ink),
)
def test_nothing_of_a_log_is_lost_and_every_box_serves_the_pen(moves, count, dated, place, ink):
    size, use = place
    to = made.leaf(size, use=use, ink=ink)
    log = made.log_of(*moves, count=count, weeks=made.weeks(count, dated=dated))
    pages = the_pages(log, to)
    boxes, by_range = 0, {}
    for page in pages:
        check(page, to)
        boxes += len(check_boxes(page, to))
        weeks = tuple(it.mark.column for it in texts(page, Role.COLUMN_HEAD) if it.mark.column >= 3)
        numbers = groups(page)
        heads = [numbers[it.mark.order].split()[0] for it in texts(page, Role.COLUMN_HEAD) if it.mark.column >= 3]
        assert len(weeks) == len(heads)
        by_range.setdefault((int(heads[0]), int(heads[-1])), []).extend(said(page))
    sets = sum(len(exercise.planned) for group in log.groups for exercise in group.exercises)
    assert boxes == count * (sets + len(log.before) + len(log.after) + 1)
    assert max(by_range)[1] == count
    for (first, last), found in by_range.items():
        assert found == expected(log, first - 1, last)


def lines_for_notes(page):
    """How many lines there are to write on; 0 where there is no heading over them."""
    for heading in texts(page, Role.SECTION_HEADING):
        if heading.text.strip() == english()("part.notes"):
            foot = min(it.y - it.size for it in texts(page, Role.FOOTER, Role.FOLIO))
            rules = (rect_of(it) for it in page.items if isinstance(it, Path))
            return sum(it.height < 1 and heading.y < it.y < foot - 6 for it in rules)
    return 0
