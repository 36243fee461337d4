"""What a sheet decides before any text is known."""

import pytest

from cardgen.compose import Detail
from cardgen.layout.ground.measures import interpolate, measures_for
from cardgen.values.geometry import mm, to_mm
from cardgen.values.stock import parse_sheet


def measures(size):
    return measures_for(parse_sheet(size))


@pytest.mark.parametrize(
    ("size", "floor"),
    [
        ("a5", 9.0),
        ("a4", 12.0),
        ("letter", 12.0),
        ("a3", 12.0),
        ("tabloid", 12.0),
        ("105x148mm", 7.5),
        ("179x250mm", 10.5),
    ],
)
def test_floors(size, floor):
    assert measures(size).floor == pytest.approx(floor)


def test_between_two_sheets_the_floor_follows_the_width():
    floors = [measures(f"{width}x280mm").floor for width in range(105, 216, 5)]
    assert floors == sorted(floors)
    assert measures("half-letter").floor == pytest.approx(7.5 + 1.5 * (139.7 - 105) / (148 - 105))
    assert measures("600x900mm").floor == 12.0


def test_a_sheet_unit_is_a_millimetre_on_a5_and_grows_with_the_width():
    assert measures("a5").unit == pytest.approx(mm(1.0))
    assert measures("a4").unit == pytest.approx(mm(210 / 148))
    assert to_mm(measures("a5").margin) == pytest.approx(10.0)
    assert to_mm(measures("a5").text_width) == pytest.approx(128.0)


@pytest.mark.parametrize("size", ["a4", "a5", "half-letter", "a3", "90x90mm", "300x90mm", "90x300mm"])
def test_margins_and_edge_keep_five_millimetres(size):
    assert to_mm(measures(size).margin) >= 5.0 - 1e-9
    assert to_mm(measures(size).edge) == pytest.approx(5.0)


def test_a_low_wide_sheet_takes_its_unit_from_its_height():
    assert measures("300x95mm").unit == pytest.approx(mm(0.5))


@pytest.mark.parametrize(
    ("size", "side"), [("a5", 20.0), ("a4", 23.5), ("a3", 23.5), ("105x148mm", 20.0), ("179x250mm", 21.75)]
)
def test_least_sides_of_the_code(size, side):
    assert to_mm(measures(size).code_side) == pytest.approx(side)


def test_small_print_is_never_under_six_and_a_half_points():
    assert measures("90x90mm").small(7.5) == 6.5
    assert measures("a4").small(7.5) == pytest.approx(7.5 * 210 / 148)


def test_values_between_the_rows_of_a_table_lie_on_straight_lines():
    table = ((1.0, 10.0), (2.0, 20.0), (4.0, 0.0))
    assert [interpolate(table, at) for at in (0, 1, 1.5, 2, 3, 4, 9)] == [10.0, 10.0, 15.0, 20.0, 10.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("size", "most"),
    [("105x148mm", 11.0), ("a5", 15.0), ("a4", 21.5), ("a3", 30.0), ("420x600mm", 42.0), ("126.5x190mm", 13.0)],
)
def test_ceilings_follow_the_shorter_side(size, most):
    assert measures(size).ceiling == pytest.approx(most)
    width, height = size.removesuffix("mm").split("x") if "x" in size else (0, 0)
    if width:
        assert measures(f"{height}x{width}mm").ceiling == pytest.approx(most)


@pytest.mark.parametrize(("size", "most"), [("a5", 11.0), ("a4", 15.0), ("a3", 21.0), ("420x600mm", 30.0)])
def test_ceilings_of_full_cards(size, most):
    assert measures_for(parse_sheet(size), Detail.FULL).ceiling == pytest.approx(most)


@pytest.mark.parametrize(
    ("size", "detail", "floor", "box_floor"),
    [
        ("a4", Detail.BRIEF, 12.0, 12.0),
        ("297x210mm", Detail.BRIEF, 11.0, 10.0),
        ("210x148mm", Detail.BRIEF, 8.5, 8.5),
        ("a4", Detail.FULL, 10.0, 10.0),
        ("297x210mm", Detail.FULL, 10.0, 10.0),
        ("a5", Detail.FULL, 7.5, 7.5),
    ],
)
def test_boxes_in_a_column_of_their_own_have_a_floor_of_their_own(size, detail, floor, box_floor):
    found = measures_for(parse_sheet(size), detail)
    assert (found.floor, found.box_floor) == (pytest.approx(floor), pytest.approx(box_floor))
