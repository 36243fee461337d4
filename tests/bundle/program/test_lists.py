"""Contents, index and outline of a program: each part under its name and its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardgen.bundle.program.lists import bookmarks_of, contents_of, index_of
from cardgen.bundle.program.parts import CardOrder
from cardgen.program.model import Weekday
from tests.bundle.program.made import block, booklet, day, guide, plan, program

POSED = {
    name: guide(name, more=f"position: {position}\n" if position else "")
    for name, position in (("Anchor", "standing"), ("Bow", "lying"), ("Cleat", "standing"), ("Ebb", "hanging"), ("Jib", ""))
}  # fmt: skip


def flat(bookmarks):
    return [it for mark in bookmarks for it in (mark, *flat(mark.children))]


def test_contents_list_the_plan_the_cards_and_the_pages_to_write_on():
    made = program(day(1, block("Cleat"), name="Hinge", weekday=Weekday.MONDAY), "Anchor Bow")
    found = contents_of(plan(made, contents=2, progress=52, index=53, credits=54, notes=55, back=56))
    assert [(it.name, it.page) for it in found.before] == [
        ("How to use this booklet", 2),
        ("Your week at a glance", 3),
        ("Monday: Hinge", 4),
        ("Day 2", 5),
    ]
    (group,) = found.cards
    assert [(it.name, it.page) for it in group.entries] == [("Anchor", 11), ("Bow", 12), ("Cleat", 10)]
    assert [(it.name, it.page) for it in found.after] == [
        ("Log: Hinge", 50),
        ("Log: Day 2", 51),
        ("Progress", 52),
        ("Index", 53),
        ("Credits", 54),
    ]


def test_a_log_on_the_page_of_its_day_is_not_listed_again():
    made = program("Anchor", "Bow")
    found = contents_of(plan(made, logs={1: 4, 2: 50}))
    assert [(it.name, it.page) for it in found.after] == [("Log: Day 2", 50)]


def test_contents_list_the_cards_by_position_from_the_floor_up():
    found = contents_of(plan(program("Anchor Jib Ebb Bow Cleat"), known=POSED)).cards
    assert [(it.heading, [entry.name for entry in it.entries]) for it in found] == [
        ("Lying", ["Bow"]),
        ("Standing", ["Anchor", "Cleat"]),
        ("Hanging", ["Ebb"]),
        ("Other exercises", ["Jib"]),
    ]


def test_a_single_position_stands_above_the_cards_and_no_position_does_not():
    assert contents_of(plan(program("Anchor Cleat"), known=POSED)).cards[0].heading == "Standing"
    assert contents_of(plan(program("Jib"), known=POSED)).cards[0].heading == ""


def test_two_guides_of_one_title_are_told_apart():
    rows = {
        f"Row {kit}": replace(guide("Row", kit), path=f"made/row_{kit}.md", stem=f"row_{kit}")
        for kit in ("Band", "Cable")
    }
    made = program(day(1, block("Row Band", "Row Cable")))
    entries = contents_of(plan(made, known=rows)).cards[0].entries
    assert [(it.name, it.note) for it in entries] == [("Row", "Band"), ("Row", "Cable")]


@pytest.mark.parametrize(
    ("order", "names"),
    [(CardOrder.DAY, ["Jib", "Ebb", "Anchor", "Bow"]), (CardOrder.POSITION, ["Bow", "Anchor", "Ebb", "Jib"])],
)
def test_cards_stand_as_the_days_need_them_or_by_position(order, names):
    found = plan(program("Jib Ebb", "Anchor Ebb Bow"), known=POSED, order=order)
    assert [(it.guide.title, it.page) for it in found.cards] == [(name, 10 + at) for at, name in enumerate(names)]


def test_the_outline_leads_to_every_part_and_its_exercises_stand_as_in_the_booklet():
    made = program(day(1, block("Cleat"), name="Hinge"), "Anchor")
    marks = bookmarks_of(plan(made, contents=2, progress=52, index=53, credits=54, notes=55))
    assert [(it.title, it.anchor) for it in flat(marks)] == [
        ("Cover", "page-1"),
        ("How to use", "page-2"),
        ("Contents", "page-2"),
        ("Week", "page-3"),
        ("Hinge", "page-4"),
        ("Day 2", "page-5"),
        ("Exercises", "page-10"),
        ("Cleat", "page-10"),
        ("Anchor", "page-11"),
        ("Log: Hinge", "page-50"),
        ("Log: Day 2", "page-51"),
        ("Progress", "page-52"),
        ("Index", "page-53"),
        ("Credits", "page-54"),
        ("Notes", "page-55"),
    ]


def test_logs_alone_have_an_outline_of_logs_alone():
    found = plan(program("Anchor", "Bow"), cards=0, week=0, days={}, logs={1: 1, 2: 2}, progress=3)
    marks = bookmarks_of(found)
    titles = [it.title for it in marks]
    assert [it for it in titles if it != "Exercises"] == ["Log: Day 1", "Log: Day 2", "Progress"]


def test_the_index_names_every_exercise_and_what_it_is_done_with():
    known = {"Anchor": guide("Anchor", "Lever Machine"), "Bow": guide("Bow", "Lever Machine")}
    letters = {it.letter: it.references for it in index_of(plan(program("Anchor Bow Cleat"), known=known))}
    pages = {it.name: [str(run) for run in it.pages] for found in letters.values() for it in found}
    assert pages["Anchor"] == ["10"]
    assert pages["Cleat"] == ["12"]
    assert pages["Lever Machine"] == ["10", "11"]


def test_every_bookmark_leads_to_a_page_that_is_there():
    from cardgen.bundle.program.parts import Records

    made = program("Anchor Bow Cleat Ebb Jib", "Anchor Keel Quay Inlet")
    for records in Records:
        document = booklet(made, records=records).document
        anchors = {page.anchor: page for page in document.pages}
        titles = {mark.title: anchors[mark.anchor].title for mark in flat(document.bookmarks)}
        exercises = {"Anchor", "Bow", "Cleat", "Ebb", "Jib", "Keel", "Quay", "Inlet"}
        assert {it for it in titles if titles[it] == it} >= (exercises if records is not Records.ALONE else set())
        for title in set(titles) & {"Log: Day 1", "Log: Day 2"}:
            assert titles[title] == title.removeprefix("Log: ")
