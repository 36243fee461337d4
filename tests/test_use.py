"""Distances and lengths as people write them, and the sizes that follow from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.values.errors import UsageError
from cardgen.values.use import (
    COMFORTABLE,
    IN_HAND,
    LIMIT,
    Distance,
    Edition,
    Use,
    parse_distance,
    parse_safe,
)


@pytest.mark.parametrize(
    ("text", "metres", "shown"),
    [
        ("1.5m", 1.5, "1.5m"),
        ("1,5 m", 1.5, "1.5m"),
        ("150cm", 1.5, "1.5m"),
        ("1500 mm", 1.5, "1.5m"),
        ("2 metres", 2.0, "2m"),
        ("3 Meter", 3.0, "3m"),
        ("5ft", 1.524, "5ft"),
        ("5 feet", 1.524, "5ft"),
        ("5'", 1.524, "5ft"),
        ("1 foot", 0.3048, "1ft"),
        ("40in", 1.016, "3.33ft"),
        ('40"', 1.016, "3.33ft"),
        ("  0.1M ", 0.1, "0.1m"),
    ],
)
def test_a_distance_is_read_and_written_in_metres_or_feet(text, metres, shown):
    found = parse_distance(text)
    assert found.metres == pytest.approx(metres)
    assert str(found) == shown


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("1.5", '"1.5" has no unit', "write it such as 1.5m or 5ft"),
        ("far", '"far" is no distance', "write it such as 1.5m or 5ft"),
        ("2yd", '"2yd" is no distance', "write it such as 1.5m or 5ft"),
        ("-2m", '"-2m" is no distance', "write it such as 1.5m or 5ft"),
        ("", '"" is no distance', "write it such as 1.5m or 5ft"),
        ("0m", 'the distance "0m" is 0 m', "distances are 0.1 m to 40 m"),
        ("5cm", 'the distance "5cm" is 0.05 m', "distances are 0.1 m to 40 m"),
        ("50m", 'the distance "50m" is 50 m', "distances are 0.1 m to 40 m"),
    ],
)
def test_what_is_no_distance_is_refused_with_an_example(text, message, hint):
    with pytest.raises(UsageError) as refused:
        parse_distance(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [("8mm", 8.0), ("1cm", 10.0), ("0.3in", 7.62), ('0.5"', 12.7), ("0mm", 0.0), ("40mm", 40.0)],
)
def test_a_safe_margin_is_read(text, millimetres):
    assert parse_safe(text) == pytest.approx(millimetres)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("8", '"8" has no unit', "write it such as 8mm or 0.3in"),
        ("wide", '"wide" is no length', "write it such as 8mm or 0.3in"),
        ("41mm", 'the margin "41mm" is 41 mm', "at most 40 mm are kept clear"),
    ],
)
def test_what_is_no_margin_is_refused(text, message, hint):
    with pytest.raises(UsageError) as refused:
        parse_safe(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@given(metres=st.floats(0.11, 39.9), unit=st.sampled_from(["m", "ft"]))
def test_what_is_written_can_be_read_again(metres, unit):
    written = Distance(metres=metres, unit=unit)
    assert parse_distance(str(written)).metres == pytest.approx(metres, abs=0.006)
    assert str(parse_distance(str(written))) == str(written)


def test_sizes_follow_from_the_distance():
    use = Use(read_from=parse_distance("1.5m"))
    assert (use.least, use.body, use.comfortable) == (LIMIT * 1.5, LIMIT * 1.5, COMFORTABLE * 1.5)
    assert (use.least, use.comfortable) == (19.5, 49.5)


def test_a_card_on_the_wall_is_scanned_from_half_a_metre_and_the_code_is_a_tenth_of_that():
    assert Use(read_from=parse_distance("3m")).code_mm == 50
    assert Use(read_from=parse_distance("3m"), scan_from=parse_distance("1m")).code_mm == 100
    assert Use(scan_from=parse_distance("30cm")).code_mm == pytest.approx(30)
    assert IN_HAND.code_mm == 0, "the sheet decides"


def test_large_print_has_running_text_of_18_and_nothing_under_14():
    use = Use(edition=Edition.LARGE_PRINT)
    assert (use.body, use.least) == (18, 14)
    far = Use(edition=Edition.LARGE_PRINT, read_from=parse_distance("2m"))
    assert (far.body, far.least) == (26, 26)


def test_in_the_hand_the_sheet_decides():
    assert (IN_HAND.least, IN_HAND.body, IN_HAND.comfortable) == (0, 0, 0)
