"""Which part of a booklet stands on which page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.bundle import booklet, index
from cardgen.bundle.booklet import BookletSettings, make_booklet
from cardgen.bundle.index import join_pages, list_index
from cardgen.bundle.order import GroupBy, Order, shelve
from cardgen.bundle.plan import bind, cards_of, list_bookmarks, list_credits, list_groups
from cardgen.display import LinkArea
from cardgen.layout.forms.model import Kind
from cardgen.pipeline.settings import CardSettings
from cardgen.values.stock import parse_sheet
from cardgen.words import english
from tests.bundle.made import guide, guides, muscles
from tests.bundle.program import made


def plan_of(found, *, first=4, numbers=(), group_by=GroupBy.NONE):
    return bind(shelve(found, english(), order=Order.TITLE, group_by=group_by), first, dict(numbers))


def booklet_of(found):
    bound = make_booklet(found, BookletSettings(card=CardSettings(sheet=parse_sheet("a5"))))
    assert bound.document is not None
    return bound.document


def flat(bookmarks):
    return [it for mark in bookmarks for it in (mark, *flat(mark.children))]


@given(st.integers(1, 40), st.integers(4, 9), st.sampled_from(GroupBy))
def test_every_card_has_a_page_and_they_follow_one_another(cards, first, group_by):
    found = [guide(f"Move {at}", f"Kit {at % 3}") for at in range(cards)]
    bound = cards_of(plan_of(found, first=first, group_by=group_by))
    assert [card.page for card in bound] == list(range(first, first + cards))


def test_cards_keep_the_numbers_of_another_edition_and_new_ones_come_behind_them():
    found = guides("Dip", "Row", "Sit")
    numbers = {found[0].path: 5, found[2].path: 4}
    assert [card.page for card in cards_of(plan_of(found, numbers=numbers))] == [5, 6, 4]


def test_contents_name_every_card():
    plan = plan_of([guide("Row", "Cable"), guide("Row", "Band"), guide("Dip", "Rings")])
    assert [(it.name, it.note, it.page) for it in list_groups(plan)[0].entries] == [
        ("Dip", "", 4),
        ("Row", "Band", 5),
        ("Row", "Cable", 6),
    ]


def test_the_outline_of_a_booklet_has_every_part_in_its_order():
    rows = [replace(made.guide("Row", kit), path=f"made/row_{kit}.md") for kit in ("Cable", "Band")]
    document = booklet_of([*rows, made.guide("Dip", "Rings", more="source: made-up.example\n")])
    assert [(it.title, it.anchor) for it in document.bookmarks] == [
        ("Cover", "page-1"),
        ("Before you start", "page-2"),
        ("Contents", "page-3"),
        ("Dip", "page-4"),
        ("Row (Band)", "page-5"),
        ("Row (Cable)", "page-6"),
        ("Index", "page-7"),
        ("Credits", "page-8"),
    ]
    contents = [it.mark.alternative for it in document.pages[2].items if isinstance(it, LinkArea)]
    assert contents == [
        "Before you start, page 2",
        "Dip, page 4",
        "Row, page 5",
        "Row, page 6",
        "Index, page 7",
        "Credits, page 8",
    ]


def test_without_source_or_licence_there_are_no_credits():
    found = [made.guide("Dip"), made.guide("Row")]
    assert [it.title for it in booklet_of(found).bookmarks][-1] == "Index"
    assert list_credits(plan_of(found)) == ()


@pytest.mark.parametrize("cards", [3, 70])
def test_each_page_around_the_cards_is_laid_out_once(cards, monkeypatch):
    often = Counter()

    def counting(module, name):
        place = getattr(module, name)

        def counted(*given):
            often[name] += 1
            return place(*given)

        monkeypatch.setattr(module, name, counted)

    names = ("place_cover", "place_before", "place_contents", "place_index", "place_credits")
    for name in names:
        counting(index if hasattr(index, name) else booklet, name)
    document = booklet_of([made.guide(f"Move {at}", more="source: made-up.example\n") for at in range(cards)])
    assert often == dict.fromkeys(names, 1)
    assert len(document.pages) >= cards + len(names)


def test_credits_are_gathered_by_source_and_licence():
    plan = plan_of([guide("A", license="CC0-1.0"), guide("B", license="MIT"), guide("C", license="CC0-1.0")])
    assert [(it.license, [entry.page for entry in it.entries]) for it in list_credits(plan)] == [
        ("CC0-1.0", [4, 6]),
        ("MIT", [5]),
    ]


def test_the_cards_of_a_group_stand_under_its_heading_in_the_outline():
    plan = plan_of([guide("Dip", "Rings"), guide("Row", "Cable"), guide("Pull", "Cable")], group_by=GroupBy.EQUIPMENT)
    assert [(it.title, it.anchor) for it in flat(list_bookmarks(plan))] == [
        ("Cable", "page-4"),
        ("Pull", "page-4"),
        ("Row", "page-5"),
        ("Rings", "page-6"),
        ("Dip", "page-6"),
    ]


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
    letters = {it.letter: it.references for it in list_index(plan, english())}
    assert [(it.name, it.kind, [str(run) for run in it.pages]) for it in letters["C"]] == [
        ("Cable", Kind.TERM, ["4", "5"]),
        ("Curl", Kind.EXERCISE, ["4"]),
    ]
    assert [it.name for it in letters["M"]] == ["Mid back"]
    assert [it.name for it in letters["S"]] == ["Scanning the codes"]
    assert list(letters) == sorted(letters)


def test_without_a_code_the_index_says_nothing_of_scanning():
    names = [
        it.name for letter in list_index(plan_of([guide("Row", video=None)]), english()) for it in letter.references
    ]
    assert "Scanning the codes" not in names
