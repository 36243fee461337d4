"""The week at a glance: a row for every day, a box for every session, all of it printed however much it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import LinkArea, Role
from cardgen.layout.program.model import Name, RestDay, TrainingDay, WeekPage
from cardgen.layout.program.week import place_week
from cardgen.layout.program.weeks import months, split_weeks
from cardgen.theme import PETROL, Ink
from cardgen.values.geometry import to_mm
from tests.layout.program import made
from tests.layout.program.checks import boxes, check, check_boxes, groups, inks, read, targets, texts
from tests.layout.reading import links
from tests.quick import examples

LONG_TITLE = "Full body with a long finisher and mobility work for hips, back and shoulders"


def the_pages(week=made.WEEK, to=None):
    return place_week(week, 4, to or made.leaf())


def the_page(week=made.WEEK, to=None):
    (page,) = the_pages(week, to)
    return page


def ticks(page, outline=PETROL.outline):
    """The boxes to tick, row by row: they are square."""
    found = {}
    for box in boxes(page, outline):
        if abs(box.width - box.height) < 0.01:
            found.setdefault(round(box.y, 2), []).append(box)
    return [found[y] for y in sorted(found)]


def rows(page):
    """What each row of a table says, cell for cell; heads of columns left away."""
    marks = {it.mark.order: it.mark for it in texts(page)}
    found = {}
    for order, words in groups(page).items():
        if marks[order].role in {Role.ROW_HEAD, Role.CELL}:
            found.setdefault(marks[order].part_of, []).append(words)
    return list(found.values())


def said_of(day, *, tall):
    """What the row of a day says."""
    if isinstance(day, RestDay):
        return [it for it in (day.weekday, day.text) if it]
    head = f"{day.weekday} {day.number}".strip()
    names = ", ".join(name.text for name in day.exercises)
    if tall:
        return [it for it in (head, day.title, names, f"page {day.page}", day.count, day.minutes) if it]
    return [head, day.title, ", ".join(it for it in (day.count, day.minutes) if it), f"page {day.page}"]


# --- days -----------------------------------------------------------------------------------------------------------


def test_every_day_has_its_row_in_the_order_of_the_week():
    found = rows(the_page())
    assert found == [*(said_of(day, tall=True) for day in made.WEEK.days), ["Mon"], ["Wed"], ["Fri"]]


def test_many_training_days_have_low_rows_with_how_much_there_is_to_do():
    found = rows(the_page(made.LONG_WEEK))
    assert found[:7] == [said_of(day, tall=False) for day in made.LONG_WEEK.days]
    assert found[0] == ["Mon 1", "Hinge and row", "10 exercises, 50 min", "page 5"]


@pytest.mark.parametrize(("count", "tall"), [(4, True), (5, False)])
def test_four_days_of_training_have_tall_rows_and_five_low_ones(count, tall):
    days = tuple(made.training(at, made.TITLES[at], made.MOVES[:3], 5 + at) for at in range(count))
    page = the_page(replace(made.WEEK, days=days))
    assert rows(page)[:count] == [said_of(day, tall=tall) for day in days]


def test_tall_rows_stand_where_they_were_designed():
    page = the_page()
    tiles = [it for it in texts(page, Role.ROW_HEAD) if it.text.strip() in {"1", "2", "3"}]
    first, second, _ = (next(rect for it, rect in inks(page) if it is tile) for tile in tiles)
    assert to_mm(second.y - first.y) == pytest.approx(28.0 + 8.0, abs=0.1), "a training day and a day of rest"
    titles = [it for it in texts(page, Role.CELL) if it.text.strip() in made.TITLES]
    assert {round(to_mm(it.x), 2) for it in titles} == {37.0}


def test_the_name_of_an_exercise_stays_on_its_line_where_that_costs_none():
    (day,) = (day for day in made.WEEK.days if isinstance(day, TrainingDay) and day.number == "2")
    lines = {}
    for it in texts(the_page(), Role.CELL):
        lines.setdefault(round(it.y, 2), []).append(it.text)
    printed = [" ".join("".join(parts).split()) for parts in lines.values()]
    for name in day.exercises:
        assert any(name.text in line for line in printed), name.text


def test_a_day_leads_to_its_page_from_anywhere_in_its_row():
    for week in (made.WEEK, made.LONG_WEEK):
        page = the_page(week)
        days = [day for day in week.days if isinstance(day, TrainingDay)]
        assert targets(page) == [f"page-{day.page}" for day in days]
        for area, day in zip(links(page), days, strict=True):
            assert isinstance(area, LinkArea)
            assert area.mark.alternative == f"{day.title}, page {day.page}"
            title = next(rect for it, rect in inks(page, Role.CELL) if it.text.strip() in day.title)
            assert area.rect.x <= title.x
            assert any(area.rect.contains(rect) for it, rect in inks(page) if it.text.strip() in day.title)


def test_titles_too_long_for_a_page_of_rows_go_on_overleaf():
    days = tuple(made.training(at, LONG_TITLE, made.MOVES[:3], 5 + at) for at in range(7))
    to = made.leaf(use=made.LARGE)
    pages = the_pages(replace(made.LONG_WEEK, days=days), to)
    of_days = [page for page in pages if page.title == "Your week at a glance"]
    assert len(of_days) == 2
    assert [page.label for page in pages] == [str(4 + at) for at in range(len(pages))]
    assert read(of_days[1], Role.EYEBROW) == "YOUR WEEK AT A GLANCE, CONTINUED"
    assert [row for page in of_days for row in rows(page)] == [said_of(day, tall=False) for day in days]
    assert [it for page in of_days for it in targets(page)] == [f"page-{5 + at}" for at in range(7)]


def test_a_long_title_makes_its_own_row_higher_where_rows_are_low_already():
    to = made.leaf(use=made.LARGE)
    days = [made.training(at, "Row", made.MOVES[:3], 5 + at) for at in range(6)]
    days[3] = replace(days[3], title=LONG_TITLE)
    page, *later = the_pages(WeekPage(eyebrow="8 weeks", days=tuple(days), weeks=()), to)
    assert later == []
    check(page, to)
    high = [area.rect.height for area in links(page)]
    assert high[3] > 1.5 * high[0]
    assert len({round(height, 3) for height in high}) == 2


# --- boxes to tick --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("week", "days", "weeks"), [(made.WEEK, 3, 8), (made.LONG_WEEK, 6, 12), (made.SHORT_WEEK, 1, 8)]
)
def test_there_is_a_box_for_every_session(week, days, weeks):
    found = ticks(the_page(week))
    assert [len(row) for row in found] == [weeks] * days
    assert {round(to_mm(box.width), 2) for row in found for box in row} == {8.0}


def test_dates_stand_over_their_boxes_and_days_beside_them():
    for week in (made.WEEK, made.LONG_WEEK):
        page = the_page(week)
        found = ticks(page)
        heads = {}
        for it, rect in inks(page, Role.COLUMN_HEAD):
            heads.setdefault(it.mark.column, []).append((it.text.strip(), rect))
        for column, box in enumerate(found[0], 2):
            for words, rect in heads[column]:
                assert rect.x + rect.width / 2 == pytest.approx(box.x + box.width / 2, abs=1.0), words
                assert rect.bottom < box.y
        names = [(it.text.strip(), rect) for it, rect in inks(page, Role.ROW_HEAD)][-len(found) :]
        for (words, rect), row in zip(names, found, strict=True):
            assert words in made.WEEKDAYS
            assert row[0].y < rect.y < rect.bottom < row[0].bottom


def test_a_month_is_printed_where_it_begins_if_there_are_many_weeks():
    assert months(made.weeks(8)) == ("Jan", "Jan", "Jan", "Jan", "Feb", "Feb", "Feb", "Feb")
    assert months(made.weeks(9)) == ("Jan", "", "", "", "Feb", "", "", "", "Mar")
    shown = read(the_page(made.LONG_WEEK), Role.COLUMN_HEAD)
    assert shown == "Jan 4 11 18 25 Feb 1 8 15 22 Mar 1 8 15 22"


def test_weeks_without_dates_are_numbered():
    page = the_page(replace(made.WEEK, weeks=made.weeks(8, dated=False)))
    assert read(page, Role.COLUMN_HEAD) == "Week 1 2 3 4 5 6 7 8"


def test_days_without_weekdays_are_called_by_their_number():
    days = tuple(replace(made.training(at, "Row", (made.ROW,), 5), weekday="") for at in range(3))
    found = rows(the_page(WeekPage(eyebrow="8 weeks", days=days, weeks=made.weeks(8))))
    assert [row[0] for row in found] == ["1", "2", "3", "Day 1", "Day 2", "Day 3"]


@given(count=st.integers(0, 60), most=st.integers(1, 20))
def test_ranges_of_weeks_are_few_and_about_equally_long(count, most):
    weeks = made.weeks(count)
    ranges = split_weeks(weeks, most)
    assert tuple(week for part in ranges for week in part) == weeks
    sizes = [len(part) for part in ranges]
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= min(most, 12)
    assert (len(sizes) - 1) * min(most, 12) < max(count, 1)


def test_more_weeks_than_stand_side_by_side_have_grids_on_pages_of_their_own():
    first, *later = the_pages(replace(made.LONG_WEEK, weeks=made.weeks(52)))
    assert ticks(first) == []
    assert sum(len(row) for page in later for row in ticks(page)) == 6 * 52
    assert "Tick every session" in read(later[0], Role.PAGE_HEADING)
    ranges = [words for page in later for words in groups(page).values() if words.startswith("Weeks ")]
    assert ranges == ["Weeks 1 to 11", "Weeks 12 to 22", "Weeks 23 to 32", "Weeks 33 to 42", "Weeks 43 to 52"]


# --- what the trainer says ------------------------------------------------------------------------------------------


def test_a_remark_stands_under_the_boxes_where_there_is_room_and_else_on_a_page_of_its_own():
    (page,) = the_pages(replace(made.SHORT_WEEK, remarks=(made.SAID,)))
    assert made.SAID.text in read(page, Role.PARAGRAPH)
    assert max(row[0].bottom for row in ticks(page)) < min(it.y for it in texts(page, Role.PARAGRAPH))
    _, letter = the_pages(replace(made.WEEK, remarks=(made.SAID,) * 6))
    assert read(letter, Role.PAGE_HEADING) == "From your trainer"
    assert read(letter, Role.PARAGRAPH).count(made.SAID.text) == 6
    assert rows(the_pages(replace(made.WEEK, remarks=(made.SAID,) * 6))[0]) == rows(the_page()), "no row tells less"


# --- at random ------------------------------------------------------------------------------------------------------

trainings = st.builds(
    TrainingDay,
    weekday=st.just(""),
    number=st.just(""),
    title=st.sampled_from(["Legs", "Hinge and row", LONG_TITLE]),
    exercises=st.lists(st.sampled_from([Name(text=it.name) for it in made.MOVES]), min_size=1, max_size=10).map(tuple),
    page=st.integers(5, 120),
    count=st.just("10 exercises"),
    minutes=st.sampled_from(["", "50 min", "1 h 5 min"]),
)
rests = st.builds(RestDay, weekday=st.just(""), text=st.sampled_from(["Rest", "Rest, or walk for 30 minutes"]))


@st.composite
def random_weeks(draw):
    """A week of 1 to 7 training days, with or without weekdays."""
    named = draw(st.booleans())
    days, number = [], 1
    for at, day in enumerate([draw(trainings), *draw(st.lists(trainings | rests, max_size=6))]):
        changes = {"weekday": made.WEEKDAYS[at] if named else ""}
        if isinstance(day, TrainingDay):
            changes["number"] = str(number)
            number += 1
        days.append(replace(day, **changes))
    weeks = made.weeks(draw(st.sampled_from([1, 4, 8, 9, 12, 26])), dated=draw(st.booleans()))
    return WeekPage(eyebrow="From 4 January 2027", days=tuple(days), weeks=weeks, remarks=draw(remarks))


remarks = st.sampled_from([(), (made.SAID,), (made.SAID,) * 5])


@settings(max_examples=examples(40), database=None)
@given(
    week=random_weeks(),
    place=made.any_place,
    ink=st.sampled_from(Ink),
)
def test_every_day_and_every_box_is_printed_once(week, place, ink):
    size, use = place
    to = made.leaf(size, use=use, ink=ink)
    pages = the_pages(week, to)
    found, sessions = [], 0
    for page in pages:
        check(page, to)
        found += rows(page)
        sessions += len(check_boxes(page, to))
    training = [day for day in week.days if isinstance(day, TrainingDay)]
    names = [[day.weekday or f"Day {day.number}"] for day in training]
    tall = [said_of(day, tall=True) for day in week.days]
    low = [said_of(day, tall=False) for day in week.days]
    assert found[: len(week.days)] in (tall, low)
    grids = found[len(week.days) :]
    assert grids == names * (len(grids) // len(names))
    assert sessions == len(training) * len(week.weeks)
    said = " ".join(read(page, Role.PARAGRAPH) for page in pages)
    assert said.count(made.SAID.text) == len(week.remarks)
    assert [it for page in pages for it in targets(page)] == [f"page-{day.page}" for day in training]
