"""Measurements and chart: when to measure, boxes for the pen, a week under every line that has one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import Op, Path, Role
from cardgen.layout.program.model import Measurement, ProgressPage
from cardgen.layout.program.progress import place_progress, points_of, step_of
from cardgen.theme import Ink
from cardgen.values.geometry import mm
from tests.layout.program import made
from tests.layout.program.checks import cells, check, check_boxes, inks, read, targets, texts
from tests.layout.reading import ink, rect_of
from tests.quick import examples

LONG = Measurement(name="Fingertips to the floor with straight legs", unit="cm")


def the_pages(progress=made.PROGRESS, to=None):
    return place_progress(progress, 25, to or made.leaf())


def rows(page, outline):
    """The boxes of the table, row by row."""
    found = {}
    for box in cells(page, outline):
        found.setdefault(round(box.y, 2), []).append(box)
    return [found[y] for y in sorted(found)]


def chart(page):
    """The upright and the level lines of the chart, apart from half lines, and its axes' outline."""
    paths = [it for it in page.items if isinstance(it, Path) and it.stroke and len(it.segments) >= 3]
    (axes,) = [it for it in paths if [op for op, _ in it.segments] == [Op.MOVE, Op.LINE, Op.LINE]]
    return rect_of(axes)


# --- when to measure ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (1, ("Start", "1")),
        (2, ("Start", "2")),
        (4, ("Start", "2", "4")),
        (5, ("Start", "3", "5")),
        (8, ("Start", "2", "4", "6", "8")),
        (9, ("Start", "3", "6", "9")),
        (10, ("Start", "4", "7", "10")),
        (12, ("Start", "3", "6", "9", "12")),
        (15, ("Start", "3", "6", "9", "12", "15")),
        (16, ("Start", "4", "8", "12", "16")),
        (52, ("Start", "8", "19", "30", "41", "52")),
    ],
)
def test_the_last_week_is_measured_and_the_others_at_even_steps(weeks, expected):
    assert points_of(weeks, "Start") == expected


@given(st.integers(1, 60))
def test_weeks_to_measure_are_evenly_apart_and_few(weeks):
    found = [int(it) for it in points_of(weeks, "Start")[1:]]
    assert found[-1] == weeks
    assert {after - before for before, after in pairwise(found)} <= {step_of(weeks)}
    assert 1 <= len(found) <= 5
    assert found[0] <= step_of(weeks) + 1, "a week more is no time to measure again"


def test_how_often_to_measure_is_said_above_the_table():
    for weeks, words in ((8, "every second week"), (12, "every third week"), (1, "every week"), (52, "every 11 weeks")):
        (page,) = the_pages(ProgressPage(weeks=weeks, measurements=made.MEASURED))
        assert words in read(page, Role.INTRODUCTION)
        shown = read(page, Role.COLUMN_HEAD)
        assert shown == " ".join(("Week", *points_of(weeks, "Start")))


# --- the table ------------------------------------------------------------------------------------------------------


def test_every_measurement_has_a_row_of_boxes_a_column_for_each_time():
    (page,) = the_pages()
    found = rows(page, made.leaf().kit.theme.outline)
    assert [len(row) for row in found] == [5] * 5
    shown = [it.text.strip() for it in texts(page, Role.COLUMN_HEAD)][1:]
    for words, box in zip(shown, found[0], strict=True):
        (head,) = [rect for it, rect in inks(page, Role.COLUMN_HEAD) if it.text.strip() == words]
        assert head.x + head.width / 2 == pytest.approx(box.x + box.width / 2, abs=1.0), words
    names = [it for it in texts(page, Role.ROW_HEAD) if it.x < made.leaf().kit.measures.margin + 1]
    assert [it.text.strip() for it in names] == [it.name for it in made.MEASURED if it.name]
    for name, row in zip(names, found, strict=False):
        assert row[0].y < ink(name).y < row[0].bottom


def test_a_long_measurement_makes_its_own_row_higher_and_is_not_cut():
    progress = ProgressPage(weeks=8, measurements=(made.MEASURED[1], LONG, made.MEASURED[2]))
    to = made.leaf(use=made.LARGE)
    page = the_pages(progress, to)[0]
    check(page, to)
    check_boxes(page, to)
    first, second, third = (row[0] for row in rows(page, to.kit.theme.outline))
    assert second.height > first.height + 10
    assert third.height == pytest.approx(first.height)
    lines = [rect for it, rect in inks(page, Role.ROW_HEAD) if it.text.strip() in {"Fingertips to", "straight legs"}]
    assert all(second.y < rect.y and rect.bottom < second.bottom for rect in lines)
    assert "Fingertips to the floor with straight legs cm" in read(page, Role.ROW_HEAD)


def test_a_measurement_without_a_name_has_a_line_to_name_it_on():
    to = made.leaf()
    blank, named = (
        the_pages(ProgressPage(weeks=8, measurements=(it,)), to)[0] for it in (Measurement(), made.MEASURED[0])
    )
    strokes = [
        [rect_of(it) for it in page.items if isinstance(it, Path) and it.stroke == to.kit.theme.outline]
        for page in (blank, named)
    ]
    extra = [it for it in strokes[0] if it.height < 0.5 and it.x == to.kit.measures.margin and it not in strokes[1]]
    (row,) = rows(blank, to.kit.theme.outline)
    (line,) = [it for it in extra if it.right < row[0].x]
    assert row[0].y < line.y < row[0].bottom
    assert read(blank, Role.ROW_HEAD) == ""


# --- the chart ------------------------------------------------------------------------------------------------------


def test_the_weeks_stand_under_the_lines_of_the_chart():
    (page,) = the_pages()
    axes = chart(page)
    found = [(it.text.strip(), rect) for it, rect in inks(page, Role.PARAGRAPH) if rect.y > axes.bottom]
    assert [words for words, _ in found] == ["start", *(str(week) for week in range(1, 9))]
    for at, (words, rect) in enumerate(found):
        assert rect.x + rect.width / 2 == pytest.approx(axes.x + at * axes.width / 8, abs=1.0), words


def test_a_chart_that_does_not_fit_under_the_table_has_a_page_of_its_own():
    to = made.leaf(use=made.LARGE)
    first, second = the_pages(made.LONG_PROGRESS, to)
    assert [first.label, second.label] == ["25", "26"]
    assert "Draw your progress" not in read(first)
    assert "Draw your progress" in read(second)
    assert cells(second, to.kit.theme.outline) == []
    assert targets(first) == targets(second) == []


def test_half_lines_are_dashed_where_all_lines_are_black():
    dashed = {
        mode: [
            it for it in the_pages(to=made.leaf(ink=mode))[0].items if isinstance(it, Path) and it.dashes is not None
        ]
        for mode in Ink
    }
    assert [len(dashed[mode]) for mode in (Ink.FULL, Ink.LOW, Ink.MONO)] == [0, 0, 1]


@settings(max_examples=examples(20), database=None)
@given(
    weeks=st.integers(1, 52),
    measured=st.lists(st.sampled_from([*made.MEASURED, LONG]), min_size=1, max_size=5),
    place=made.any_place,
)
def test_all_of_it_stands_in_its_place_and_is_large_enough_for_the_pen(weeks, measured, place):
    size, use = place
    to = made.leaf(size, use=use)
    pages = the_pages(ProgressPage(weeks=weeks, measurements=tuple(measured)), to)
    found = []
    for page in pages:
        check(page, to)
        found += check_boxes(page, to)
    assert len(found) == len(measured) * len(points_of(weeks, "Start"))
    axes = chart(pages[-1])
    assert axes.height >= mm(25)
    assert axes.bottom < page.height - to.kit.measures.edge
    shown = [it.text.strip() for it, rect in inks(pages[-1], Role.PARAGRAPH) if rect.y > axes.bottom]
    assert shown[0] == "start"
    numbers = [int(words) for words in shown[1:]]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == weeks
