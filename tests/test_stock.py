import pytest

from cardgen.values.errors import UsageError
from cardgen.values.geometry import to_mm
from cardgen.values.stock import NAMED_MM, Orientation, parse_sheet, ways


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("a4", 210, 297),
        ("a5", 148, 210),
        ("a6", 105, 148),
        ("letter", 215.9, 279.4),
        ("half-letter", 139.7, 215.9),
        ("a3", 297, 420),
        ("tabloid", 279.4, 431.8),
    ],
)
def test_named_sheets_have_their_size(name, width, height):
    sheet = parse_sheet(name)
    assert (to_mm(sheet.width), to_mm(sheet.height)) == pytest.approx((width, height))
    assert sheet.name == name


def test_a4_is_given_in_points():
    assert parse_sheet("a4").width == pytest.approx(595.2756, abs=1e-4)


@pytest.mark.parametrize("text", ["A4", " a4 ", "Half-Letter"])
def test_letter_case_and_blanks_do_not_matter(text):
    assert parse_sheet(text).name == text.strip().lower()


@pytest.mark.parametrize("text", ["100x150mm", "100X150MM", "100 x 150 mm", "100×150mm"])
def test_a_sheet_can_be_measured(text):
    sheet = parse_sheet(text)
    assert (to_mm(sheet.width), to_mm(sheet.height)) == pytest.approx((100, 150))
    assert sheet.name == "100x150mm"


@pytest.mark.parametrize("text", ["107.5x152.4mm", "107,5x152,4mm"])
def test_a_measure_may_have_decimals(text):
    sheet = parse_sheet(text)
    assert (to_mm(sheet.width), to_mm(sheet.height)) == pytest.approx((107.5, 152.4))


def test_a_measure_without_unit_is_refused_and_says_how_to_write_it():
    with pytest.raises(UsageError, match='"100x150" has no unit') as caught:
        parse_sheet("100x150")
    assert caught.value.hint == "write its unit: 100x150mm"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("4x6", "4x6in"), ("10x15", "10x15in or 10x15cm"), ("1x1", "sizes are <width>x<height> in mm, cm or in")],
)
def test_a_measure_without_unit_offers_the_units_that_make_a_card(text, meant):
    with pytest.raises(UsageError) as caught:
        parse_sheet(text)
    assert meant in caught.value.hint


@pytest.mark.parametrize(
    ("text", "name", "width", "height"),
    [
        ("4x6in", "4x6in", 101.6, 152.4),
        ("5x8in", "5x8in", 127, 203.2),
        ("3x5in", "3x5in", 76.2, 127),
        ("5X3 IN", "5x3in", 127, 76.2),
        ("8.5x11inches", "8.5x11in", 215.9, 279.4),
        ('4x6"', "4x6in", 101.6, 152.4),
        ("4x6''", "4x6in", 101.6, 152.4),
        ("10x15cm", "10x15cm", 100, 150),
        ("10,5x14,8 cm", "10.5x14.8cm", 105, 148),
    ],
)
def test_a_sheet_can_be_measured_in_inches_and_centimetres(text, name, width, height):
    sheet = parse_sheet(text)
    assert sheet.name == name
    assert (to_mm(sheet.width), to_mm(sheet.height)) == pytest.approx((width, height))


@pytest.mark.parametrize("text", ["10x15ft", "4x6pt"])
def test_another_unit_is_refused(text):
    with pytest.raises(UsageError, match="unit of the size .* is not known") as caught:
        parse_sheet(text)
    assert "mm, cm or in" in caught.value.hint


@pytest.mark.parametrize("text", ["69.9x200mm", "200x50mm", "0x0mm", "2.7x5in", "6.9x20cm"])
def test_a_sheet_too_small_names_its_shorter_side(text):
    with pytest.raises(UsageError, match="too small.*shorter side") as caught:
        parse_sheet(text)
    assert "70 mm" in caught.value.hint


def test_a_sheet_too_large_names_its_longer_side():
    with pytest.raises(UsageError, match="too large: 1200.5 mm on its longer side"):
        parse_sheet("1200.5x300mm")


@pytest.mark.parametrize("text", ["70x70mm", "70x1200mm", "1200x1200mm", "7x120cm"])
def test_the_limits_themselves_are_allowed(text):
    assert parse_sheet(text).name == text


def test_an_unknown_name_offers_the_nearest():
    with pytest.raises(UsageError, match='unknown size "leter"') as caught:
        parse_sheet("leter")
    assert caught.value.hint.startswith('did you mean "letter"?')


@pytest.mark.parametrize("text", ["", "b5", "-100x150mm", "1e2x150mm", "nanxnanmm", "100x150x3mm"])
def test_what_is_no_size_lists_all_sizes(text):
    with pytest.raises(UsageError) as caught:
        parse_sheet(text)
    assert all(name in caught.value.hint for name in NAMED_MM)


def held(size, orientation):
    return [
        (sheet.name, round(to_mm(sheet.width)), round(to_mm(sheet.height)))
        for sheet in ways(parse_sheet(size), orientation)
    ]


@pytest.mark.parametrize(
    ("size", "orientation", "expected"),
    [
        ("a4", Orientation.GIVEN, [("a4", 210, 297)]),
        ("150x100mm", Orientation.GIVEN, [("150x100mm", 150, 100)]),
        ("a4", Orientation.PORTRAIT, [("a4", 210, 297)]),
        ("150x100mm", Orientation.PORTRAIT, [("150x100mm portrait", 100, 150)]),
        ("a4", Orientation.LANDSCAPE, [("a4 landscape", 297, 210)]),
        ("150x100mm", Orientation.LANDSCAPE, [("150x100mm", 150, 100)]),
        ("a4", Orientation.AUTO, [("a4", 210, 297), ("a4 landscape", 297, 210)]),
        ("150x100mm", Orientation.AUTO, [("150x100mm portrait", 100, 150), ("150x100mm", 150, 100)]),
        ("100x100mm", Orientation.LANDSCAPE, [("100x100mm", 100, 100)]),
        ("100x100mm", Orientation.AUTO, [("100x100mm", 100, 100)]),
    ],
)
def test_a_sheet_is_held_as_asked(size, orientation, expected):
    assert held(size, orientation) == expected
