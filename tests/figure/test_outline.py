"""Path data becomes segments, and curves polygons; the artwork is drawn as this expects."""

import json
import math
import re

import pytest

from cardgen.display import Op
from cardgen.figure.outline import area, polygon, read_outline, shifted
from cardgen.figure.views import _DATA, BACK, FRONT

NUMBER = r"-?\d+(?:\.\d+)?"
CURVES = rf"M{NUMBER} {NUMBER}(?:C{NUMBER}(?: {NUMBER}){{5}})+"
ARTWORK = json.loads(_DATA.read_text(encoding="utf-8"))["views"]
VIEWS = (ARTWORK[FRONT], ARTWORK[BACK])
BODIES = [data for view in VIEWS for data in view["silhouette"]]
PLATES = [data for view in VIEWS for found in view["muscles"].values() for data in found]
DETAILS = [data for view in VIEWS for data in view["details"]]
CIRCLE = "M10 0C10 5.523 5.523 10 0 10C-5.523 10 -10 5.523 -10 0C-10 -5.523 -5.523 -10 0 -10C5.523 -10 10 -5.523 10 0Z"


def numbers(data):
    return tuple(float(found) for found in re.findall(NUMBER, data))


def test_a_plate_or_a_body_is_one_closed_curve():
    for data in (*BODIES, *PLATES):
        assert re.fullmatch(CURVES + "Z", data), data
        outline = read_outline(data)
        assert [op for op, _ in outline] == [Op.MOVE, *[Op.CURVE] * (len(outline) - 2), Op.CLOSE]
        assert outline[-2][1][-2:] == pytest.approx(outline[0][1]), data
        assert area(polygon(outline)) > 1


def test_a_detail_is_one_curve_open_or_closed():
    for data in DETAILS:
        assert re.fullmatch(CURVES + "Z?", data), data
        assert {op for op, _ in read_outline(data)} - {Op.CLOSE} == {Op.MOVE, Op.CURVE}


def test_no_number_is_lost():
    for data in (*BODIES, *PLATES, *DETAILS):
        assert tuple(value for _, values in read_outline(data) for value in values) == numbers(data)


def test_several_curves_may_follow_one_c():
    assert read_outline("M1 2C1 1 2 2 3 3 -4 4 5 -5 6 6.5Z") == (
        (Op.MOVE, (1, 2)),
        (Op.CURVE, (1, 1, 2, 2, 3, 3)),
        (Op.CURVE, (-4, 4, 5, -5, 6, 6.5)),
        (Op.CLOSE, ()),
    )


def test_an_outline_is_scaled_about_the_origin_then_moved():
    assert shifted(read_outline("M1 2C1 1 2 2 3 3Z"), 10, 20, 2) == (
        (Op.MOVE, (12, 24)),
        (Op.CURVE, (12, 22, 14, 24, 16, 26)),
        (Op.CLOSE, ()),
    )


def test_the_corners_of_a_curve_lie_on_it():
    corners = polygon(read_outline(CIRCLE))
    assert [math.hypot(*corner) for corner in corners] == pytest.approx([10] * len(corners), abs=0.01)
    assert area(corners) == pytest.approx(math.pi * 100, rel=0.02)


def test_the_area_of_a_polygon_does_not_depend_on_its_direction():
    corners = ((0, 0), (4, 0), (4, 3), (2, 1), (0, 3))
    assert area(corners) == area(corners[::-1]) == 8
