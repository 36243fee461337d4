"""In which order, and in which groups, a booklet has its cards."""

from __future__ import annotations

import pytest

from cardgen.bundle.alphabet import initial, sort_key
from cardgen.bundle.order import GroupBy, Order, notes, shelve
from cardgen.words import english
from tests.bundle.made import guide, guides, muscles


def titles(shelves):
    return [(shelf.heading, [it.title for it in shelf.guides]) for shelf in shelves]


def test_titles_are_sorted_without_case_accents_and_signs():
    found = shelve(
        guides("Zercher Squat", "über Row", "Push-Up", "Push Press", "clean", "“Good” Morning"),
        english(),
        order=Order.TITLE,
        group_by=GroupBy.NONE,
    )
    assert titles(found) == [("", ["clean", "“Good” Morning", "Push Press", "Push-Up", "über Row", "Zercher Squat"])]


def test_files_are_sorted_by_name_and_given_ones_stay():
    given = [guide("Alpha", stem="z"), guide("Beta", stem="a")]
    by_file = shelve(given, english(), order=Order.FILE, group_by=GroupBy.NONE)
    as_given = shelve(given, english(), order=Order.GIVEN, group_by=GroupBy.NONE)
    assert [it.title for it in by_file[0].guides] == ["Beta", "Alpha"]
    assert [it.title for it in as_given[0].guides] == ["Alpha", "Beta"]


def test_groups_are_sorted_and_the_rest_comes_last():
    found = shelve(
        [guide("A", "band"), guide("B", ""), guide("C", "Barbell"), guide("D", "Band")],
        english(),
        order=Order.TITLE,
        group_by=GroupBy.EQUIPMENT,
    )
    assert titles(found) == [("Band", ["A", "D"]), ("Barbell", ["C"]), ("Other", ["B"])]


def test_levels_are_sorted_by_difficulty():
    found = shelve(
        [guide("A", level="advanced"), guide("B", level="Beginner"), guide("C", level="intermediate")],
        english(),
        order=Order.TITLE,
        group_by=GroupBy.LEVEL,
    )
    assert [shelf.heading for shelf in found] == ["Beginner", "Intermediate", "Advanced"]


def test_groups_follow_the_order_given():
    found = shelve(
        [guide("A", "Cable"), guide("B", "Band"), guide("C", "Cable")],
        english(),
        order=Order.GIVEN,
        group_by=GroupBy.EQUIPMENT,
    )
    assert titles(found) == [("Cable", ["A", "C"]), ("Band", ["B"])]


@pytest.mark.parametrize(
    ("group_by", "field", "values"),
    [(GroupBy.MUSCLE, "muscles", muscles), (GroupBy.TAG, "tags", lambda *names: names)],
    ids=["muscle", "tag"],
)
def test_a_guide_stands_once_in_its_first_group(group_by, field, values):
    found = shelve(
        [guide("A", **{field: values("lats", "biceps")}), guide("B", **{field: values("biceps")})],
        english(),
        order=Order.TITLE,
        group_by=group_by,
    )
    assert titles(found) == [("Biceps", ["B"]), ("Lats", ["A"])]


def test_without_any_group_there_is_no_heading():
    found = shelve(guides("A", "B"), english(), order=Order.TITLE, group_by=GroupBy.MUSCLE)
    assert titles(found) == [("", ["A", "B"])]


def test_titles_that_are_alike_are_told_apart_by_the_equipment():
    assert notes([guide("Row", "Cable"), guide("ROW", "Band"), guide("Dip", "Rings")]) == ("Cable", "Band", "")


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Éclair Lunge", "E"), ("90/90 Switch", "0–9"), ("(Half) Kneel", "H"), ("приседание", "П"), ("…", "0–9")],
)
def test_a_name_stands_under_its_first_letter(name, letter):
    assert initial(name) == letter


def test_hyphens_and_blanks_sort_alike():
    assert sort_key("Push-Up")[0] == sort_key("push up")[0]
