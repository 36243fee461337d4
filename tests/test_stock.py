import pytest

from cardgen.errors import UsageError
from cardgen.geometry import to_mm
from cardgen.stock import NAMED_MM, parse_sheet


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("a4", 210, 297),
        ("a5", 148, 210),
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
    assert caught.value.hint == "write it in millimetres: 100x150mm"


@pytest.mark.parametrize("text", ["4x6in", "10x15cm", '4x6"'])
def test_another_unit_is_refused(text):
    with pytest.raises(UsageError, match="unit"):
        parse_sheet(text)


@pytest.mark.parametrize("text", ["89.9x200mm", "200x50mm", "0x0mm"])
def test_a_sheet_too_small_names_its_shorter_side(text):
    with pytest.raises(UsageError, match="too small.*shorter side") as caught:
        parse_sheet(text)
    assert "90 mm" in caught.value.hint


def test_a_sheet_too_large_names_its_longer_side():
    with pytest.raises(UsageError, match="too large: 1200.5 mm on its longer side"):
        parse_sheet("1200.5x300mm")


@pytest.mark.parametrize("text", ["90x90mm", "90x1200mm", "1200x1200mm"])
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
