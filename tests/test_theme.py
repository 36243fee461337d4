"""Contrast of all that is printed, worked out from finished pages and checked against the tables of the design."""

import pytest

from cardgen.compose import Marker
from cardgen.display import Color, Path, Role, Text
from cardgen.geometry import Rect
from cardgen.theme import AA_LARGE, AA_TEXT, PETROL, contrast, luminance, mix
from tests.builders import card, entry, full_card, page_of, safety, step, tips
from tests.builders import mistakes as mistakes_box
from tests.layout.reading import covers, ink, rect_of

LARGE = 18.0
"""In points; from here WCAG asks for less."""
GROUNDS = {PETROL.tips.ground, PETROL.mistakes.ground, PETROL.safety.ground, PETROL.breathing.ground}
"""Tints: their boxes are told by bar, heading and icons."""


def pages():
    point = "Keep the weight over the middle of the foot."
    nested = entry("Both feet flat.", Marker.DASH, depth=1)
    full = card(
        works=("glutes",),
        steps=(step("Grip", point, nested), step("", "Rise.")),
        boxes=(tips(point, nested), mistakes_box(point, nested), safety(point, nested)),
        footnotes=("Ask first.",),
    )
    made = [page_of(made, size) for made in (full, card()) for size in ("a5", "a4", "100x200mm", "297x210mm")]
    return [*made, page_of(full_card(), "a4"), page_of(full_card(extras=()), "a5")]


def ground_under(items, box):
    """The fill of the topmost path that holds a box; the paper where there is none."""
    found = PETROL.paper
    for item in items:
        if isinstance(item, Path) and item.mark.role is not Role.CODE and item.fill is not None and covers(item, box):
            found = item.fill
    return found


def text_pairs():
    for page in pages():
        for at, item in enumerate(page.items):
            if isinstance(item, Text):
                yield item, ground_under(page.items[:at], ink(item))


def sign_pairs():
    """Every shape with what it is painted on, but the tints and the hairline."""
    for page in pages():
        for at, item in enumerate(page.items):
            if isinstance(item, Path) and item.fill not in GROUNDS and item.stroke != PETROL.hairline:
                box = rect_of(item)
                middle = Rect(x=box.x + box.width / 2, y=box.y + box.height / 2, width=0, height=0)
                yield item, ground_under(page.items[:at], middle)


def test_every_text_has_enough_contrast_with_its_ground():
    seen = set()
    for item, ground in text_pairs():
        least = AA_LARGE if item.size >= LARGE else AA_TEXT
        assert contrast(item.color, ground) >= least, (item.text, item.color.hex(), ground.hex())
        seen.add((item.mark.role, ground))
    assert {role for role, _ in seen} == set(Role) - {Role.CODE, Role.DECORATION}
    assert {ground for _, ground in seen} == GROUNDS | {PETROL.paper, PETROL.band, PETROL.accent}


def test_every_sign_has_enough_contrast_with_its_ground():
    """Numbers stand in a disc of the accent, whose own contrast with the paper carries nothing."""
    boxes = (PETROL.tips, PETROL.mistakes, PETROL.safety, PETROL.breathing)
    signs = {PETROL.code, PETROL.band, *(colors.sign for colors in boxes)}
    seen = set()
    for item, ground in sign_pairs():
        if item.fill == PETROL.accent and ground == PETROL.paper:
            continue
        if item.fill == ground == PETROL.band and rect_of(item).x == 0:
            continue  # the band over the shape of band and side
        colors = {item.fill, item.stroke} - {None}
        seen |= colors & signs
        # a tile that hangs out of its band is told from the paper by its outline
        assert max(contrast(color, ground) for color in colors) >= AA_LARGE, (colors, ground.hex())
    assert seen == signs


def test_marks_cut_out_of_a_sign_have_enough_contrast_with_it():
    colors = PETROL.safety
    assert contrast(colors.ground, colors.sign) >= AA_LARGE


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (PETROL.ink, PETROL.paper, 16.6),
        (PETROL.lead, PETROL.paper, 9.6),
        (PETROL.muted, PETROL.paper, 5.9),
        (PETROL.paper, PETROL.band, 13.3),
        (PETROL.on_band, PETROL.band, 9.8),
        (PETROL.accent, PETROL.band, 7.3),
        (PETROL.tips.sign, PETROL.tips.ground, 4.7),
        (PETROL.tips.heading, PETROL.tips.ground, 7.4),
        (PETROL.ink, PETROL.tips.ground, 14.6),
        (PETROL.mistakes.sign, PETROL.mistakes.ground, 5.7),
        (PETROL.mistakes.heading, PETROL.mistakes.ground, 7.9),
        (PETROL.ink, PETROL.mistakes.ground, 14.4),
        (PETROL.safety.sign, PETROL.safety.ground, 4.6),
        (PETROL.safety.heading, PETROL.safety.ground, 7.8),
        (PETROL.ink, PETROL.safety.ground, 15.0),
        (PETROL.breathing.sign, PETROL.breathing.ground, 5.1),
        (PETROL.breathing.heading, PETROL.breathing.ground, 11.4),
        (PETROL.ink, PETROL.breathing.ground, 14.3),
    ],
)
def test_contrasts_are_those_of_the_design(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.06)


def test_the_text_on_the_band_is_derived_from_it():
    assert PETROL.on_band.hex() == "#d9dfe0"
    assert PETROL.on_band == mix(PETROL.band, PETROL.paper, 0.84)


def test_contrast_of_black_and_white_is_21_either_way():
    black, white = Color.from_hex("#000000"), Color.from_hex("#ffffff")
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21.0)
    assert contrast(white, white) == 1.0


@pytest.mark.parametrize(
    ("color", "value"),
    [("#000000", 0.0), ("#ffffff", 1.0), ("#ff0000", 0.2126), ("#808080", 0.2159), ("#030303", 0.0009)],
)
def test_luminance(color, value):
    assert luminance(Color.from_hex(color)) == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize("text", ["#000000", "#ffffff", "#12343b", "#f2b544", "#010203"])
def test_colours_are_read_and_written_alike(text):
    assert Color.from_hex(text).hex() == text
    assert Color.from_hex(text.removeprefix("#")).hex() == text


def test_mixing_runs_from_one_colour_to_the_other():
    one, other = Color.from_hex("#12343b"), Color.from_hex("#f2b544")
    assert (mix(one, other, 0.0), mix(one, other, 1.0)) == (one, other)
    assert mix(one, other, 0.5).hex() == "#82743f"
    assert mix(one, other, 0.25).hex() == "#4a543d"
