"""Which days have a line on a card, and which are only named."""

import re

from cardgen.display import Role
from cardgen.values.prescription import StripRow, fold_days
from tests.bundle.program.made import asked, block, booklet, day, program, targets, texts

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def rows(*works):
    return [StripRow(day=DAYS[at], work=work, page=4 + at) for at, work in enumerate(works)]


def folded(*works):
    shown, others = fold_days(rows(*works))
    return [it.day for it in shown], [(it.row.day, it.like) for it in others]


def test_three_days_have_a_line_each_even_where_they_are_alike():
    assert folded("3 × 8", "3 × 8", "3 × 8") == (["Mon", "Tue", "Wed"], [])


def test_a_fourth_that_is_like_all_is_named():
    assert folded(*["3 × 8"] * 5) == (["Mon", "Tue", "Wed"], [("Thu", ""), ("Fri", "")])


def test_what_asks_for_something_else_has_a_line_however_many_there_are():
    works = [f"{at} × 8" for at in range(7)]
    assert folded(*works) == (list(DAYS), [])
    assert folded("3 × 8", "4 × 8", "3 × 8", "5 × 8", "4 × 8", "3 × 8") == (
        ["Mon", "Tue", "Wed", "Thu"],
        [("Fri", "Tue"), ("Sat", "Mon")],
    )


def test_no_day_is_likened_to_one_that_asks_twice():
    twice = [*rows("1 × 10"), *rows("3 × 8", "2 × 5", "2 × 6", "3 × 8")]
    shown, others = fold_days(twice)
    assert [it.work for it in shown] == ["1 × 10", "3 × 8", "2 × 5", "2 × 6", "3 × 8"]
    assert others == ()


def test_a_box_and_no_load_are_not_alike():
    boxed = [StripRow(day=day_, work="3 × 8", load=None, page=4) for day_ in DAYS[:3]]
    assert fold_days([*boxed, StripRow(day="Sun", work="3 × 8", page=9)])[1] == ()


def test_days_that_are_named_lead_to_their_pages():
    sets = (1, 2, 3, 2, 3, 1)
    made = program(*(day(at, block(asked("Anchor", sets=one))) for at, one in enumerate(sets, start=1)))
    for size in ("a5", "a6"):
        found = booklet(made, size)
        page = found.document.pages[found.plan.cards[0].page - 1]
        named = [" ".join(it.text.split()) for it in texts(page) if it.mark.role is Role.CELL and it.mark.target]
        pages = [found.plan.days[at] for at in (4, 5, 6)]
        told = [
            (words[1], words[2], int(words[3]))
            for it in named
            if (words := re.match(r"(Day \d) as (Day \d) p. (\d+)", it))
        ]
        assert told == [("Day 4", "Day 2", pages[0]), ("Day 5", "Day 3", pages[1]), ("Day 6", "Day 1", pages[2])]
        assert set(pages) <= {*targets(page), *(int(it.mark.target[5:]) for it in texts(page) if it.mark.target)}
