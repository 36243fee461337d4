"""The band: a title over the whole width that never costs the text a point, the gym at its right, a station's square."""

import zlib

import pytest

from cardgen.compose import Brand
from cardgen.display import ColorSpace, Image, Pixels, Role
from cardgen.layout.cards.fit import Overflow
from cardgen.layout.ground.band import TITLES
from cardgen.values.geometry import mm
from cardgen.values.notes import LeftOut
from tests.builders import STEPS, card, fit, kit_of, page_of, works, zones_on
from tests.layout.reading import band, discs, ink, paths, rect_of, stage, texts, words

ONE, TWO, THREE = (
    "Plank",
    "Single Arm Sandbag Shoulder Throw From the Floor",
    "Alternating Kneeling Sandbag Shoulder Throw With a Quarter Rotation to the Side and Back",
)
LARGE = ("a5", "a4", "letter")
"""On smaller ones a band of two lines leaves the stage no room for the code; across, the stage is beside the text."""
SIZES = (*LARGE, "105x148mm", "297x210mm")


def logo(columns=300, rows=80):
    data = zlib.compress(bytes(columns * rows))
    return Pixels(columns=columns, rows=rows, space=ColorSpace.GRAY, data=data, digest="ab" * 32)


def images(page):
    return [item for item in page.items if isinstance(item, Image)]


@pytest.mark.parametrize("size", SIZES)
def test_a_longer_title_takes_more_lines_and_not_a_point_of_the_text(size):
    short = page_of(card(title="Plank"), size)
    counts = []
    for many in range(2, 24, 3):
        title = " ".join(("Alternating Kneeling Sandbag Throw " * 6).split()[:many])
        page = page_of(card(title=title), size)
        lines = texts(page, Role.TITLE)
        counts.append(len(lines))
        assert words(lines) == title.split()
        assert page.type_size == short.type_size or (size == "297x210mm" and page.type_size > zones_on(size).body)
        assert all(band(page).contains(ink(line), tolerance=0.5) for line in lines)
        if size in LARGE:
            assert stage(page).bottom == pytest.approx(stage(short).bottom)
            assert discs(page) == discs(short)
    assert counts == sorted(counts)
    assert set(counts) == {1, 2, 3}


@pytest.mark.parametrize("title", [ONE, TWO, THREE, "Wirbelsäulenaufrichtungskrafttraining", "W" * 40])
@pytest.mark.parametrize("size", ["a5", "105x148mm"])
def test_a_title_stands_between_the_margins_in_lines_of_one_size(title, size):
    page = page_of(card(title=title), size)
    lines, zones = texts(page, Role.TITLE), zones_on(size)
    assert len({line.size for line in lines}) == 1
    for line in lines:
        assert ink(line).x >= zones.margin - 0.1
        assert ink(line).right <= zones.width - zones.margin + 0.5
    if title in (ONE, TWO, THREE):
        scale = zones.unit / mm(1)
        most, least = TITLES[len(lines)]
        assert least * scale - 1e-6 <= lines[0].size <= most * scale + 1e-6


def test_the_lines_of_a_title_are_balanced():
    widths = [line.width for line in texts(page_of(card(title=TWO)), Role.TITLE)]
    assert max(widths) < 1.6 * min(widths)


@pytest.mark.parametrize("title", ["Άρση θανάτου", "Становая тяга"])
def test_a_title_in_another_script_has_all_its_letters(title):
    page = page_of(card(title=title, eyebrow=("Штанга",)))
    assert all(0 not in run.glyphs for item in texts(page, Role.TITLE, Role.EYEBROW) for run in item.runs)


@pytest.mark.parametrize("title", ["Übung", "Ấn Độ"])
@pytest.mark.parametrize("size", SIZES)
def test_accents_keep_off_the_line_above(title, size):
    page = page_of(card(title=title, works=works("glutes")), size)
    above = texts(page, Role.EYEBROW, Role.LEGEND)
    assert not any(ink(line).overlaps(ink(item)) for line in texts(page, Role.TITLE) for item in above)


@pytest.mark.parametrize("size", ["a5", "a4", "297x210mm"])
@pytest.mark.parametrize("shape", [(300, 80), (80, 300), (90, 90), (400, 20)])
def test_a_logo_stands_at_the_head_as_large_as_its_room_and_never_stretched(size, shape):
    page, zones = page_of(card(title=TWO, brand=Brand(name="Harbour Gym", logo=logo(*shape))), size), zones_on(size)
    (found,) = images(page)
    assert found.rect.width / found.rect.height == pytest.approx(shape[0] / shape[1])
    assert found.rect.width >= 35 * zones.unit or found.rect.height >= 4.5 * zones.unit
    assert found.rect.height <= 7 * zones.unit + 1e-6
    assert found.rect.right == pytest.approx(zones.width - zones.margin)
    assert band(page).contains(found.rect)
    assert not any(found.rect.overlaps(ink(item)) for item in texts(page))
    assert found.rect.y >= kit_of(size).measures.top_edge - 1e-6


def test_without_a_logo_the_name_of_the_gym_stands_there_and_without_a_gym_nothing():
    named, nobody = page_of(), page_of(card(brand=""))
    (name,) = [item for item in texts(named, Role.FOOTER) if item.y < band(named).bottom]
    assert name.text.strip() == "Harbour Gym"
    assert not [item for item in texts(nobody, Role.FOOTER) if item.y < band(nobody).bottom]


def test_a_logo_has_the_name_as_its_alternative():
    (found,) = images(page_of(card(brand=Brand(name="Harbour Gym", logo=logo(), link="https://harbour.example"))))
    assert (found.mark.link, found.mark.alternative) == ("https://harbour.example", "Harbour Gym")


@pytest.mark.parametrize("title", [ONE, TWO, THREE])
@pytest.mark.parametrize("size", ["a5", "a4"])
def test_a_station_has_a_square_as_high_as_the_band_whose_foot_is_the_bands(title, size):
    page = page_of(card(title=title, number="12"), size)
    head, unit = band(page), zones_on(size).unit
    numeral = max((ink(item) for item in texts(page, Role.STATION)), key=lambda rect: rect.height)
    square = next(it for it in map(rect_of, paths(page)) if it.contains(numeral) and it.width < head.width - 1)
    assert (square.y, square.right) == (0, pytest.approx(page.width))
    assert square.bottom == pytest.approx(head.bottom)
    assert words(texts(page, Role.STATION)) == ["STATION", "12"]
    assert all(ink(item).right <= square.x - 5 * unit + 0.5 for item in texts(page, Role.TITLE))


def test_a_station_costs_the_text_nothing():
    assert page_of(card(number="4")).type_size == page_of().type_size


def test_a_logo_is_given_up_before_a_card_is_and_that_is_said():
    shown = card(steps=STEPS * 4, brand=Brand(name="Harbour Gym", logo=logo()))
    for height in range(150, 250, 4):
        found = fit(shown, f"148x{height}mm")
        if not isinstance(found, Overflow):
            assert bool(images(found)) is (LeftOut.LOGO not in found.notes)
            return
    raise AssertionError("it fits nowhere")
