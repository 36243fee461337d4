"""Which part of a booklet stands on which page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cardgen.bundle.index import join_pages, list_index
from cardgen.bundle.order import GroupBy, Order, shelve
from cardgen.bundle.plan import list_bookmarks, list_contents, list_credits, plan_pages
from cardgen.layout.forms.model import Kind
from cardgen.words import english
from tests.bundle.made import guide, guides, muscles


def plan_of(found, *, contents=1, index=1, group_by=GroupBy.NONE):
    return plan_pages(
        shelve(found, english(), order=Order.TITLE, group_by=group_by), english(), contents=contents, index=index
    )


def flat(bookmarks):
    return [it for mark in bookmarks for it in (mark, *flat(mark.children))]


@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 9), st.sampled_from(GroupBy))
def test_every_page_is_taken_once_and_in_order(cards, contents, index, group_by):
    found = [guide(f"Move {at}", f"Kit {at % 3}", license="CC0-1.0") for at in range(cards)]
    plan = plan_of(found, contents=contents, index=index, group_by=group_by)
    assert [card.page for card in plan.cards] == list(range(3 + contents, 3 + contents + cards))
    assert plan.index == 3 + contents + cards
    assert plan.credits == plan.index + index


def test_contents_name_every_card_and_what_stands_around_them():
    plan = plan_of([guide("Row", "Cable"), guide("Row", "Band"), guide("Dip", "Rings", source="made-up.example")])
    contents = list_contents(plan)
    assert [(it.name, it.page) for it in contents.before] == [("Before you start", 2)]
    assert [(it.name, it.note, it.page) for it in contents.cards[0].entries] == [
        ("Dip", "", 4),
        ("Row", "Band", 5),
        ("Row", "Cable", 6),
    ]
    assert [(it.name, it.page) for it in contents.after] == [("Index", 7), ("Credits", 8)]


def test_without_source_or_licence_there_are_no_credits():
    plan = plan_of(guides("Dip", "Row"))
    assert plan.credits == 0
    assert [it.name for it in list_contents(plan).after] == ["Index"]
    assert list_credits(plan) == ()


def test_credits_are_gathered_by_source_and_licence():
    plan = plan_of([guide("A", license="CC0-1.0"), guide("B", license="MIT"), guide("C", license="CC0-1.0")])
    assert [(it.license, [entry.page for entry in it.entries]) for it in list_credits(plan)] == [
        ("CC0-1.0", [4, 6]),
        ("MIT", [5]),
    ]


def test_bookmarks_lead_to_every_part_and_groups_hold_their_cards():
    plan = plan_of([guide("Dip", "Rings"), guide("Row", "Cable"), guide("Pull", "Cable")], group_by=GroupBy.EQUIPMENT)
    marks = list_bookmarks(plan)
    assert [(it.title, it.anchor) for it in flat(marks)] == [
        ("Cover", "page-1"),
        ("Before you start", "page-2"),
        ("Contents", "page-3"),
        ("Cable", "page-4"),
        ("Pull", "page-4"),
        ("Row", "page-5"),
        ("Rings", "page-6"),
        ("Dip", "page-6"),
        ("Index", "page-7"),
    ]


def test_bookmarks_of_one_title_name_the_equipment():
    plan = plan_of([guide("Row", "Cable"), guide("Row", "Band")])
    assert [it.title for it in list_bookmarks(plan)][3:5] == ["Row (Band)", "Row (Cable)"]


def test_three_pages_in_a_row_are_joined_and_two_are_not():
    assert [str(run) for run in join_pages([9, 4, 5, 6, 7, 9, 10, 12])] == ["4–7", "9", "10", "12"]
    assert [str(run) for run in join_pages([8, 9])] == ["8", "9"]
    assert [str(run) for run in join_pages([8, 9, 10])] == ["8–10"]


@given(st.lists(st.integers(1, 60), max_size=40))
def test_joined_pages_are_the_same_pages(pages):
    joined = join_pages(pages)
    assert [page for run in joined for page in range(run.first, run.last + 1)] == sorted(set(pages))


def test_the_index_names_exercises_equipment_muscles_and_topics():
    plan = plan_of(
        [guide("Row", "Cable", muscles=muscles("mid back", "lats")), guide("Curl", "cable", muscles=muscles("biceps"))]
    )
    letters = {it.letter: it.references for it in list_index(plan)}
    assert [(it.name, it.kind, [str(run) for run in it.pages]) for it in letters["C"]] == [
        ("Cable", Kind.TERM, ["4", "5"]),
        ("Curl", Kind.EXERCISE, ["4"]),
    ]
    assert [it.name for it in letters["M"]] == ["Mid back"]
    assert [it.name for it in letters["S"]] == ["Scanning the codes"]
    assert list(letters) == sorted(letters)


def test_without_a_code_the_index_says_nothing_of_scanning():
    names = [it.name for letter in list_index(plan_of([guide("Row", video=None)])) for it in letter.references]
    assert "Scanning the codes" not in names
