"""Hatching: parallel strokes that lie inside their polygon, as far apart as asked, whatever its form."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.figure import area, hatch
from cardgen.figure.hatch import SHORTEST
from tests.quick import examples

TINY = 1e-6


@st.composite
def polygons(draw, *, convex=False):
    """The corners of a polygon that does not cross itself: one on every ray from a point within it."""
    count = draw(st.integers(3, 9))
    parts = [draw(st.floats(0.3, 1.0)) for _ in range(count)]
    radius = draw(st.floats(1.0, 80.0))
    x, y = draw(st.floats(-200, 600)), draw(st.floats(-200, 600))
    angle, corners = draw(st.floats(0, math.tau)), []
    for part in parts:
        angle += part * math.tau / sum(parts)
        distance = radius if convex else radius * draw(st.floats(0.1, 1.0))
        corners.append((x + distance * math.cos(angle), y + distance * math.sin(angle)))
    return tuple(corners)


shapes = st.one_of(polygons(convex=True), polygons())
pitches = st.floats(0.2, 5.0)


def sides(corners):
    return list(zip(corners, (*corners[1:], corners[0]), strict=True))


def distance(point, side):
    (x0, y0), (x1, y1) = side
    dx, dy = x1 - x0, y1 - y0
    t = max(0.0, min(1.0, ((point[0] - x0) * dx + (point[1] - y0) * dy) / (dx * dx + dy * dy or 1.0)))
    return math.hypot(point[0] - x0 - t * dx, point[1] - y0 - t * dy)


def is_inside(corners, x, y):
    crossed = sum(
        (a[1] > y) != (b[1] > y) and a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) < x for a, b in sides(corners)
    )
    return crossed % 2 == 1 or min(distance((x, y), side) for side in sides(corners)) < TINY


def length(stroke):
    return math.dist(*stroke)


@settings(max_examples=examples(40))
@given(shapes, pitches)
def test_strokes_lie_inside_and_end_on_the_edge(corners, pitch):
    for start, end in hatch(corners, pitch):
        for part in (0.01, 0.25, 0.5, 0.75, 0.99):
            assert is_inside(corners, start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
        for point in (start, end):
            assert min(distance(point, side) for side in sides(corners)) < TINY


@settings(max_examples=examples(40))
@given(shapes, pitches)
def test_strokes_rise_to_the_right_at_45_degrees(corners, pitch):
    for (x0, y0), (x1, y1) in hatch(corners, pitch):
        assert x1 > x0
        assert x1 - x0 == pytest.approx(y0 - y1, abs=TINY)


@settings(max_examples=examples(40))
@given(shapes, pitches)
def test_strokes_are_the_pitch_apart(corners, pitch):
    """Each lies on a line of one grid, and on each line that crosses the polygon there are some."""
    rows = {}
    for (x0, y0), (x1, y1) in hatch(corners, pitch):
        row = (x0 + y0) * math.sqrt(0.5) / pitch
        assert row == pytest.approx(round(row), abs=1e-4)
        assert length(((x0, y0), (x1, y1))) > pitch * SHORTEST - TINY
        rows[round(row)] = rows.get(round(row), 0.0) + length(((x0, y0), (x1, y1)))
    levels = [(x + y) * math.sqrt(0.5) / pitch for x, y in corners]
    crossed = range(math.ceil(min(levels)), math.floor(max(levels)) + 1)
    assert set(rows) <= set(crossed)
    for row in crossed:
        assert rows.get(row, 0.0) == pytest.approx(chord(corners, row * pitch), abs=len(corners) * pitch * SHORTEST)


def chord(corners, level):
    """How much of the line on which x + y is `level` times the root of 2 lies in the polygon."""
    cuts = []
    for (x0, y0), (x1, y1) in sides(corners):
        low, high = (x0 + y0) * math.sqrt(0.5) - level, (x1 + y1) * math.sqrt(0.5) - level
        if (low > 0) != (high > 0):
            t = low / (low - high)
            cuts.append((x0 + t * (x1 - x0) - y0 - t * (y1 - y0)) * math.sqrt(0.5))
    cuts.sort()
    return sum(right - left for left, right in zip(cuts[::2], cuts[1::2], strict=True))


@settings(max_examples=examples(40))
@given(polygons(convex=True))
def test_fine_strokes_cover_the_area(corners):
    pitch = math.sqrt(area(corners)) / 60
    ends = [math.dist(*side) for side in sides(corners)]
    assert sum(length(stroke) for stroke in hatch(corners, pitch)) * pitch == pytest.approx(
        area(corners), abs=pitch * sum(ends)
    )


def test_neighbours_hatched_alike_join_up():
    whole = ((3.3, 1.7), (40.2, 1.7), (40.2, 25.0), (3.3, 25.0))
    left = ((3.3, 1.7), (20.0, 1.7), (20.0, 25.0), (3.3, 25.0))
    right = ((20.0, 1.7), (40.2, 1.7), (40.2, 25.0), (20.0, 25.0))
    rows = {round(sum(start), 6) for start, _ in hatch(whole, 1.3)}
    found = [stroke for part in (left, right) for stroke in hatch(part, 1.3)]
    assert {round(sum(start), 6) for start, _ in found} == rows
    assert sum(length(stroke) for stroke in found) == pytest.approx(
        sum(length(stroke) for stroke in hatch(whole, 1.3)), abs=1.3 * 4
    )


def test_a_hole_between_two_arms_stays_white():
    fork = ((0, 0), (10, 0), (10, 30), (7, 30), (7, 5), (3, 5), (3, 30), (0, 30))
    strokes = hatch(fork, 0.9)
    for (x0, y0), (x1, y1) in strokes:
        assert not (3.01 < (x0 + x1) / 2 < 6.99 and (y0 + y1) / 2 > 5.01)
    assert len(strokes) > len({round(sum(start), 6) for start, _ in strokes})


def test_what_is_smaller_than_the_pitch_has_no_strokes():
    assert hatch(((0.1, 0.1), (0.3, 0.1), (0.3, 0.3)), 2.0) == ()
