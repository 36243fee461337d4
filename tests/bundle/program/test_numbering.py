"""On which page each part of a program stands: integers, and that the pages follow one another without a gap."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.bundle.binding import gather, settle
from cardgen.bundle.program.parts import SHORT, Records
from cardgen.bundle.program.sequence import HOW_TO, WEEK, parts_of
from cardgen.bundle.program_booklet import ProgramSettings, make_program
from cardgen.display import Role
from cardgen.values.errors import Severity
from cardgen.values.use import Edition, Sides, Use
from tests.bundle.program.made import (
    MOVES,
    block,
    booklet,
    card_settings,
    day,
    guide,
    making,
    numbered,
    program,
    resolved,
    texts,
)
from tests.quick import examples, mostly_slow

LARGE = Use(edition=Edition.LARGE_PRINT, sides=Sides.TWO)


def days_of(count, each):
    """A program of so many days, each of so many exercises, no two alike until the names run out."""
    names = iter(MOVES * (count * each // len(MOVES) + 1))
    return program(*(" ".join(next(names) for _ in range(each)) for _ in range(count)))


def starts(plan):
    """Every part that has a page of its own, by its page."""
    own = [page for number, page in plan.logs.items() if page != plan.days.get(number)]
    parts = (plan.contents, plan.week, plan.spare, plan.progress, plan.index, plan.credits, plan.notes, plan.back)
    return [page for page in (*parts, *plan.days.values(), *(it.page for it in plan.cards), *own) if page]


def test_the_parts_follow_one_another():
    plan = numbered(days_of(2, 4))
    assert (plan.contents, plan.week, dict(plan.days)) == (3, 4, {1: 5, 2: 6})
    assert [it.page for it in plan.cards] == list(range(7, 15))
    assert dict(plan.logs) == {1: 15, 2: 16}
    assert (plan.progress, plan.index, plan.credits, plan.notes, plan.back) == (17, 18, 0, 19, 20)


def test_a_short_booklet_has_neither_contents_nor_index():
    # how to use, week, day with its log, cards, progress
    short = numbered(program("Anchor Bow"))
    assert (short.contents, short.index, short.week) == (0, 0, 3)
    assert (dict(short.days), [it.page for it in short.cards], dict(short.logs)) == ({1: 4}, [5, 6], {1: 4})
    assert (short.progress, short.notes, short.back) == (7, 0, 8)


@pytest.mark.parametrize("cards", range(SHORT - 4, SHORT + 1))
def test_contents_come_with_the_ninth_page_that_something_is_looked_up_on(cards):
    made = days_of(1, cards)
    plan = numbered(made, records=Records.WITHOUT)
    looked_up = 1 + 1 + 1 + cards  # how to use, week, day
    assert bool(plan.contents) == bool(plan.index) == (looked_up > SHORT)


def test_two_sides_of_each_card_are_counted():
    plan = numbered(days_of(1, 4), sides=[1, 2, 1, 2])
    first = plan.cards[0].page
    assert [it.page - first for it in plan.cards] == [0, 1, 3, 4]
    assert plan.spare == 0
    assert min(plan.logs.values()) == first + 6


@pytest.mark.parametrize("days", [1, 2, 3, 4])
def test_where_every_card_is_a_spread_it_opens_on_an_even_page(days):
    made = days_of(days, 4)
    plan = numbered(made, sides=[2] * len({it.exercise for it in made.exercises}))
    assert {it.page % 2 for it in plan.cards} == {0}
    last = plan.days[days]
    assert plan.cards[0].page == (plan.spare or last) + 1
    assert plan.spare in (0, last + 1)


def test_a_page_is_left_for_notes_before_spreads_only_where_it_must():
    spares = [numbered(days_of(days, 4), sides=[2] * 4 * days).spare for days in (1, 2)]
    assert sorted(map(bool, spares)) == [False, True]


def test_logs_alone_start_on_the_first_page_and_need_no_cards():
    plan = numbered(days_of(3, 4), records=Records.ALONE)
    assert (dict(plan.logs), plan.progress) == ({1: 1, 2: 2, 3: 3}, 4)
    assert (plan.week, plan.contents, plan.index, plan.notes, plan.back, dict(plan.days)) == (0, 0, 0, 0, 0, {})


def test_logs_alone_have_a_page_for_a_short_day_too():
    assert dict(numbered(program("Anchor"), records=Records.ALONE).logs) == {1: 1}


def test_without_logs_nothing_is_written_down():
    plan = numbered(days_of(2, 4), records=Records.WITHOUT)
    assert (dict(plan.logs), plan.progress) == ({}, 0)
    assert plan.index == plan.cards[-1].page + 1


def test_a_long_log_takes_several_pages_and_the_next_one_starts_behind_them():
    made = program("Anchor Bow Cleat Ebb", "Jib Keel Quay Inlet", weeks=52)
    plan = numbered(made)
    assert plan.logs[1] == plan.cards[-1].page + 1
    assert plan.logs[2] > plan.logs[1] + 1
    assert plan.progress > plan.logs[2] + 1


@pytest.mark.parametrize("front", ['license: "CC0-1.0"\n', "source: made-up.example\n"])
def test_credits_stand_behind_the_index_where_a_guide_names_its_licence_or_source(front):
    plan = numbered(days_of(2, 4), Anchor=guide("Anchor", more=front))
    assert plan.credits == plan.index + 1
    short = numbered(program("Anchor"), Anchor=guide("Anchor", more=front))
    assert (short.index, short.credits) == (0, short.progress + 1)


def test_notes_fill_the_last_sheet_and_the_back_cover_ends_it():
    lengths = set()
    for each in range(2, 12):
        plan = numbered(days_of(1, each))
        assert plan.back % 4 == 0
        lengths.add(plan.back - plan.notes if plan.notes else 0)
    assert lengths == {0, 1, 2, 3}


def test_contents_over_two_pages_move_what_is_behind_them_and_settle():
    made = days_of(6, 4)
    plan = numbered(made, "a6")
    assert plan.week == plan.contents + 2
    assert numbered(made, "a4").week == numbered(made, "a4").contents + 1


def test_page_numbers_of_three_digits_settle_too():
    made = days_of(6, 4)
    plan = numbered(made, "a6", sides=[4] * len({it.exercise for it in made.exercises}))
    assert plan.index > 100
    assert sorted(starts(plan)) == sorted(set(starts(plan)))


@settings(max_examples=examples(12))
@given(
    st.integers(1, 6),
    st.integers(1, 7),
    st.sampled_from([1, 4, 13, 52]),
    st.sampled_from(Records),
    st.sampled_from(["a4", "a5", "a6", "letter"]),
)
def test_every_page_belongs_to_one_part_and_the_parts_are_in_order(count, each, weeks, records, size):
    made = program(*(it for it in days_of(count, each).days), weeks=weeks)
    plan = numbered(made, size, records=records)
    found = starts(plan)
    assert len(found) == len(set(found))
    if records is Records.ALONE:
        assert min(found) == 1
        return
    on_pages = [plan.days[number] for number, page in plan.logs.items() if page == plan.days[number]]
    parts = [
        plan.contents,
        plan.week,
        *plan.days.values(),
        *(it.page for it in plan.cards),
        *(page for page in plan.logs.values() if page not in on_pages),
        plan.progress,
        plan.index,
        plan.notes,
        plan.back,
    ]
    assert [page for page in parts if page] == sorted(found)
    assert plan.back % 4 == 0
    assert not plan.notes or 0 < plan.back - plan.notes < 4


def laid_out(made, size, **changes):
    """How often each part of a booklet was laid out, and how many pages it has."""
    often = Counter()

    def counting(part):
        def place(numbers):
            placing = part.place(numbers)
            return partial(count, placing.func, *placing.args)

        def count(func, *args):
            often[part.name] += 1
            return func(*args)

        return replace(part, place=place)

    parts = [counting(part) for part in parts_of(making(made, size, **changes))]
    found = gather(parts, settle(parts))
    return often, {name: len(pages) for name, pages in found.items()}


@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize("made", [program("Anchor Bow"), days_of(2, 4), days_of(6, 4), days_of(3, 6)])
def test_each_part_is_laid_out_once(made, size):
    often, pages = laid_out(made, size)
    assert often == dict.fromkeys(pages, 1)


def test_where_a_part_is_longer_than_usual_only_what_names_a_number_that_moved_is_laid_out_again():
    often, pages = laid_out(program(*days_of(3, 4).days, weeks=13), "a5")
    assert pages[WEEK] == 2, "its boxes stand on a page of their own"
    assert {name for name, times in often.items() if times > 1} == {HOW_TO, WEEK}
    assert max(often.values()) == 2


@pytest.mark.parametrize("size", ["a6", "a4"])
def test_no_part_is_laid_out_more_than_twice_however_long(size):
    often, _ = laid_out(program(*days_of(6, 7).days, weeks=13), size)
    assert max(often.values()) <= 2


PROGRAMS = {
    "one exercise": program("Anchor", weeks=1),
    "two days": days_of(2, 4),
    "six days": days_of(6, 4),
    "short and long days": program("Anchor", "Bow", "Cleat Ebb Jib Keel"),
}


@pytest.mark.parametrize(("name", "size", "records"), mostly_slow(product(PROGRAMS, ["a5", "a4"], Records), every=5))
def test_the_pages_of_a_booklet_are_those_of_its_plan(name, size, records):
    found = booklet(PROGRAMS[name], size, records=records)
    pages = found.document.pages
    assert [page.anchor for page in pages] == [f"page-{at}" for at in range(1, len(pages) + 1)]
    for card in found.plan.cards:
        assert pages[card.page - 1].title == card.guide.title
    for number, page in found.plan.logs.items():
        assert pages[page - 1].title == f"Day {number}"


def test_large_print_opens_every_card_on_an_even_page_with_notes_opposite_where_it_has_no_back():
    known = {"Anchor": guide("Anchor", steps=9, tips=6), "Cleat": guide("Cleat", video="none")}
    found = booklet(program("Anchor Bow Cleat", "Ebb Jib"), "a5", use=Use(edition=Edition.LARGE_PRINT), **known)
    pages = found.document.pages
    for card in found.plan.cards:
        front, back = pages[card.page - 1 : card.page + 1]
        assert card.page % 2 == 0
        assert front.title == card.guide.title
        assert back.title == ("Notes" if card.guide.title == "Cleat" else card.guide.title)
        assert (front.label, back.label) == (str(card.page), str(card.page + 1))
    assert len(pages) % 4 == 0


def test_a_card_that_does_not_fit_on_a_page_takes_two_and_the_others_one():
    long = guide("Anchor", steps=12, tips=12)
    found = booklet(program("Anchor Bow Cleat Ebb", "Bow Anchor"), "a6", Anchor=long)
    first, second, *_ = found.plan.cards
    assert second.page == first.page + 2
    front, back = found.document.pages[first.page - 1 : first.page + 1]
    assert (front.title, back.title) == ("Anchor", "Anchor")
    folios = [[it.text.strip() for it in texts(page) if it.mark.role is Role.FOLIO] for page in (front, back)]
    assert folios == [[str(first.page)], [str(first.page + 1)]]


def test_a_guide_of_which_no_card_can_be_made_leaves_no_booklet():
    made = program("Anchor Bow")
    known = {"Anchor": guide("Anchor", steps=60)}
    found = make_program(made, resolved(made, **known), ProgramSettings(card=card_settings("a6")))
    assert found.document is None
    failed = {it.guide.title: any(told.severity is Severity.ERROR for told in it.problems) for it in found.drafts}
    assert failed == {"Anchor": True, "Bow": False}
    assert [bool(it.pages) for it in found.drafts] == [False, True]


def test_the_days_of_a_program_may_be_called_alike_in_part():
    made = program(day(1, block("Anchor", "Bow", "Cleat", "Ebb"), name="Hinge"), "Jib")
    assert dict(numbered(made).days) == {1: 4, 2: 5} or numbered(made).contents
