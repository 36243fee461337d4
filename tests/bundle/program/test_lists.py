"""Contents, index and outline of a program: each part under its name and its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardgen.bundle.binding import settle
from cardgen.bundle.index import list_index
from cardgen.bundle.plan import list_groups
from cardgen.bundle.program.parts import CardOrder, Records
from cardgen.bundle.program.sequence import by_position, parts_of
from cardgen.program.model import Weekday
from cardgen.words import english
from tests.bundle.program.made import block, booklet, day, guide, making, plan, program

POSED = {
    name: guide(name, more=f"position: {position}\n" if position else "")
    for name, position in (("Anchor", "standing"), ("Bow", "lying"), ("Cleat", "standing"), ("Ebb", "hanging"), ("Jib", ""))
}  # fmt: skip


def flat(bookmarks):
    return [it for mark in bookmarks for it in (mark, *flat(mark.children))]


def contents_of(made, **changes):
    """What the contents list in a booklet of these exercises."""
    parts = parts_of(making(made, **changes))
    (contents,) = (it for it in parts if it.name == "contents")
    return contents.place(settle(parts).numbers).args[0]


def outlined(made, **changes):
    """The outline of a booklet, its titles and pages."""
    return [(it.title, it.anchor) for it in flat(booklet(made, **changes).document.bookmarks)]


def groups_of(names):
    return list_groups(by_position(plan(program(names), known=POSED)))


def test_contents_list_the_plan_the_cards_and_the_pages_to_write_on():
    made = program(day(1, block("Cleat", "Ebb", "Funnel", "Jib"), name="Hinge", weekday=Weekday.MONDAY), "Anchor Bow")
    found = contents_of(made, Bow=guide("Bow", more='license: "CC0-1.0"\n'))
    assert [(it.name, it.page) for it in found.before] == [
        ("How to use this booklet", 2),
        ("Your week at a glance", 4),
        ("Monday: Hinge", 5),
        ("Day 2", 6),
    ]
    (group,) = found.cards
    assert [(it.name, it.page) for it in group.entries][:3] == [("Anchor", 11), ("Bow", 12), ("Cleat", 7)]
    assert [(it.name, it.page) for it in found.after] == [
        ("Log: Hinge", 13),
        ("Progress", 14),
        ("Index", 15),
        ("Credits", 16),
    ], "the log of the second day stands on its page"


def test_contents_list_the_cards_by_position_from_the_floor_up():
    found = groups_of("Anchor Jib Ebb Bow Cleat")
    assert [(it.heading, [entry.name for entry in it.entries]) for it in found] == [
        ("Lying", ["Bow"]),
        ("Standing", ["Anchor", "Cleat"]),
        ("Hanging", ["Ebb"]),
        ("Other exercises", ["Jib"]),
    ]


def test_a_single_position_stands_above_the_cards_and_no_position_does_not():
    assert groups_of("Anchor Cleat")[0].heading == "Standing"
    assert groups_of("Jib")[0].heading == ""


def test_two_guides_of_one_title_are_told_apart():
    rows = {
        f"Row {kit}": replace(guide("Row", kit), path=f"made/row_{kit}.md", stem=f"row_{kit}")
        for kit in ("Band", "Cable")
    }
    made = program(day(1, block("Row Band", "Row Cable")))
    entries = list_groups(by_position(plan(made, known=rows)))[0].entries
    assert [(it.name, it.note) for it in entries] == [("Row", "Band"), ("Row", "Cable")]


@pytest.mark.parametrize(
    ("order", "names"),
    [(CardOrder.DAY, ["Jib", "Ebb", "Anchor", "Bow"]), (CardOrder.POSITION, ["Bow", "Anchor", "Ebb", "Jib"])],
)
def test_cards_stand_as_the_days_need_them_or_by_position(order, names):
    found = plan(program("Jib Ebb", "Anchor Ebb Bow"), known=POSED, order=order)
    assert [(it.guide.title, it.page) for it in found.cards] == [(name, 10 + at) for at, name in enumerate(names)]


def test_the_outline_leads_to_every_part_and_its_exercises_stand_as_in_the_booklet():
    made = program(day(1, block("Cleat", "Ebb", "Funnel", "Jib"), name="Hinge"), "Anchor")
    assert outlined(made) == [
        ("Cover", "page-1"),
        ("How to use", "page-2"),
        ("Contents", "page-3"),
        ("Week", "page-4"),
        ("Hinge", "page-5"),
        ("Day 2", "page-6"),
        ("Exercises", "page-7"),
        ("Cleat", "page-7"),
        ("Ebb", "page-8"),
        ("Funnel", "page-9"),
        ("Jib", "page-10"),
        ("Anchor", "page-11"),
        ("Log: Hinge", "page-12"),
        ("Progress", "page-13"),
        ("Index", "page-14"),
        ("Notes", "page-15"),
    ]


def test_logs_alone_have_an_outline_of_logs_alone():
    found = outlined(program("Anchor", "Bow"), records=Records.ALONE)
    assert found == [("Log: Day 1", "page-1"), ("Log: Day 2", "page-2"), ("Progress", "page-3")]


def test_the_index_names_every_exercise_and_what_it_is_done_with():
    known = {"Anchor": guide("Anchor", "Lever Machine"), "Bow": guide("Bow", "Lever Machine")}
    letters = {
        it.letter: it.references
        for it in list_index(by_position(plan(program("Anchor Bow Cleat"), known=known)), english())
    }
    pages = {it.name: [str(run) for run in it.pages] for found in letters.values() for it in found}
    assert pages["Anchor"] == ["10"]
    assert pages["Cleat"] == ["12"]
    assert pages["Lever Machine"] == ["10", "11"]


def test_every_bookmark_leads_to_a_page_that_is_there():
    made = program("Anchor Bow Cleat Ebb Jib", "Anchor Keel Quay Inlet")
    for records in Records:
        document = booklet(made, records=records).document
        anchors = {page.anchor: page for page in document.pages}
        titles = {mark.title: anchors[mark.anchor].title for mark in flat(document.bookmarks)}
        exercises = {"Anchor", "Bow", "Cleat", "Ebb", "Jib", "Keel", "Quay", "Inlet"}
        assert {it for it in titles if titles[it] == it} >= (exercises if records is not Records.ALONE else set())
        for title in set(titles) & {"Log: Day 1", "Log: Day 2"}:
            assert titles[title] == title.removeprefix("Log: ")
