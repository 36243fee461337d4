"""Which sides of the body show which muscles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.figure import BACK, FRONT, area, load_views, polygon, views_for
from cardgen.guide.anatomy import GROUPS
from tests.quick import examples

groups = st.lists(st.sampled_from(sorted(GROUPS)), max_size=4, unique=True)


def names(main, helping=()):
    return [view.name for view in views_for(main, helping)]


def shown(view, ids):
    """The area of these muscles on one side."""
    return sum(area(polygon(plate)) for group in ids for plate in view.muscles.get(group, ()))


def points(outlines):
    return [point for outline in outlines for point in polygon(outline)]


def is_inside(corners, x, y):
    """Count the sides that a line from a point to the left crosses."""
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return sum((a[1] > y) != (b[1] > y) and a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) < x for a, b in sides) % 2


# --- the artwork ----------------------------------------------------------------------------------------------------


def test_the_map_has_every_muscle_that_guides_may_name_and_no_other():
    front, back = load_views()
    assert (front.name, back.name) == (FRONT, BACK)
    assert len(GROUPS) == 24
    assert {*front.muscles, *back.muscles} == set(GROUPS)
    assert all(plates for view in (front, back) for plates in view.muscles.values())


def test_both_views_are_drawn_in_one_scale():
    front, back = load_views()
    assert front.ink.height == pytest.approx(back.ink.height, rel=0.02)
    assert front.ink.width == pytest.approx(back.ink.width, rel=0.05)


def test_a_body_fills_its_ink():
    for view in load_views():
        xs, ys = zip(*points(view.silhouette), strict=True)
        assert (min(xs), max(xs)) == pytest.approx((view.ink.x, view.ink.right))
        assert (min(ys), max(ys)) == pytest.approx((view.ink.y, view.ink.bottom))


def test_muscles_lie_on_the_body():
    for view in load_views():
        (body,) = (polygon(outline) for outline in view.silhouette)
        for group, plates in view.muscles.items():
            outside = [point for point in points(plates) if not is_inside(body, *point)]
            assert outside == [], (view.name, group)


def test_muscles_stand_in_pairs():
    """What is drawn at the left is drawn at the right: the area is shared evenly."""
    for view in load_views():
        middle = view.ink.x + view.ink.width / 2
        for group, plates in view.muscles.items():
            left = sum(area(polygon(plate)) for plate in plates if polygon(plate)[0][0] < middle)
            assert left == pytest.approx(shown(view, [group]) / 2, rel=0.02), (view.name, group)


def test_the_artwork_is_read_once():
    assert load_views() is load_views()
    assert views_for(("chest",), ())[0] is load_views()[0]


# --- which views ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("main", "helping", "expected"),
    [
        ((), (), []),
        (("chest",), (), ["front"]),
        (("glutes", "hamstrings"), ("lower_back",), ["back"]),
        (("glutes",), ("abs",), ["front", "back"]),
        ((), ("glutes",), ["back"]),
        ((), ("quads", "triceps"), ["front", "back"]),
        (("quads",), ("calves",), ["front"]),
        (("calves",), (), ["back"]),
    ],
)
def test_as_few_views_as_show_all(main, helping, expected):
    assert names(main, helping) == expected


@settings(max_examples=examples(50))
@given(groups, groups)
def test_a_view_is_left_out_where_the_other_shows_all(main, helping):
    found = views_for(main, helping)
    wanted = {*main, *helping}
    assert wanted <= {group for view in found for group in view.muscles}
    whole = [view for view in load_views() if wanted <= set(view.muscles)]
    assert len(found) == (0 if not wanted else 1 if whole else 2)


@settings(max_examples=examples(50))
@given(groups, groups)
def test_of_two_views_that_show_all_the_one_that_shows_more_of_what_the_exercise_is_for(main, helping):
    found = views_for(main, helping)
    for view in load_views():
        if len(found) == 1 and {*main, *helping} <= set(view.muscles):
            assert shown(found[0], main or helping) >= shown(view, main or helping)
