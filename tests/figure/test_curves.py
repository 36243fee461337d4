"""Circles in, the convex outline round them out."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.display import Op
from cardgen.figure.curves import circle_through, hull, smooth, turn
from cardgen.figure.outline import polygon

discs = st.tuples(st.floats(-50, 50), st.floats(-50, 50), st.floats(0.5, 9))


def reach(outline, angle):
    """How far an outline goes in a direction."""
    return max(x * math.cos(angle) + y * math.sin(angle) for x, y in polygon(outline))


@settings(max_examples=60)
@given(st.lists(discs, min_size=1, max_size=6))
def test_an_outline_reaches_as_far_as_its_circles_in_every_direction(found):
    outline = hull(found)
    assert outline[0][0] is Op.MOVE
    assert outline[-1][0] is Op.CLOSE
    for step in range(24):
        angle = step * math.tau / 24
        farthest = max(x * math.cos(angle) + y * math.sin(angle) + r for x, y, r in found)
        assert reach(outline, angle) == pytest.approx(farthest, abs=0.25)  # chords stand for arcs


def test_a_circle_within_another_adds_nothing():
    assert hull([(0, 0, 5), (1, 0, 2)]) == hull([(0, 0, 5)])


def test_a_limb_has_two_arcs_and_two_tangents():
    ops = [op for op, _ in hull([(0, 0, 3), (20, 0, 3)])]
    assert ops.count(Op.LINE) == 1  # the second tangent closes it
    assert ops.count(Op.CURVE) == 4


def test_a_smooth_curve_goes_through_its_points():
    points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert {values[-2:] for op, values in smooth(points) if op is Op.CURVE} == set(points)


def test_three_points_have_a_circle_unless_they_lie_on_a_line():
    assert circle_through((0, 0), (1, 1), (2, 0)) == (pytest.approx((1, 0)), pytest.approx(1))
    assert circle_through((0, 0), (1, 1), (2, 2)) is None


def test_clockwise_is_positive_where_y_goes_down():
    assert turn((0, 0), (1, 0), (1, 1)) == 1
    assert turn((0, 0), (1, 0), (1, -1)) == -1
