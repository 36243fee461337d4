"""What a sheet decides before any text is known."""

import pytest

from cardgen.geometry import mm, to_mm
from cardgen.layout.measures import interpolate, measures_for
from cardgen.stock import parse_sheet


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
def test_margins_and_edge_keep_six_millimetres(size):
    assert to_mm(measures(size).margin) >= 6.0 - 1e-9
    assert to_mm(measures(size).edge) == pytest.approx(6.0)


def test_a_low_wide_sheet_takes_its_unit_from_its_height():
    assert measures("300x95mm").unit == pytest.approx(mm(0.5))


@pytest.mark.parametrize(
    ("size", "side"), [("a5", 20.0), ("a4", 27.0), ("a3", 27.0), ("105x148mm", 20.0), ("179x250mm", 23.5)]
)
def test_least_sides_of_the_code(size, side):
    assert to_mm(measures(size).code_side) == pytest.approx(side)


def test_small_print_is_never_under_six_and_a_half_points():
    assert measures("90x90mm").small(7.4) == 6.5
    assert measures("a4").small(7.4) == pytest.approx(7.4 * 210 / 148)


def test_values_between_the_rows_of_a_table_lie_on_straight_lines():
    table = ((1.0, 10.0), (2.0, 20.0), (4.0, 0.0))
    assert [interpolate(table, at) for at in (0, 1, 1.5, 2, 3, 4, 9)] == [10.0, 10.0, 15.0, 20.0, 10.0, 0.0, 0.0]
