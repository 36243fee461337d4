"""Contrast of all that is printed, worked out from finished pages in every theme and checked against the tables of the design."""

from functools import cache

import pytest

from cardgen.compose import Box, BoxKind, CardSection, Detail, Marker
from cardgen.display import Color, Path, Role, Text
from cardgen.layout.cards.fit import Overflow, fit_card
from cardgen.layout.cards.tab import HIPS
from cardgen.theme import (
    AA_LARGE,
    AA_TEXT,
    GRAPHITE,
    NIGHT,
    OXBLOOD,
    PETROL,
    THEMES,
    contrast,
    luminance,
    mix,
    of_brand,
    pairs,
    parse_color,
)
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import Rect
from cardgen.values.stock import parse_sheet
from tests.builders import card, entry, safety, step, tips, type_case, works
from tests.builders import mistakes as mistakes_box
from tests.layout.reading import BODY, ground_under, ink, rect_of

LARGE = 18.0
"""In points; from here WCAG asks for less."""
SHEETS = ("a5", "a4", "100x200mm", "a6", "260x150mm")
OF_A_BRAND = {text: of_brand(parse_color(text), PETROL) for text in ("#e30613", "#ffd500")}
EVERY = {**THEMES, **OF_A_BRAND}

each_theme = pytest.mark.parametrize("theme", EVERY.values(), ids=EVERY)


def boxes_of(theme):
    return (theme.tips, theme.mistakes, theme.safety, theme.breathing)


@cache
def pages(theme):
    point = "Keep the weight over the middle of the foot."
    nested = entry("Both feet flat.", Marker.DASH, depth=1)
    breathing = Box(kind=BoxKind.BREATHING, heading="Breathing", entries=(entry(point, Marker.ICON), nested))
    rich = card(
        works=works("glutes"),
        steps=(step("Grip", point, nested), step("", "Rise.")),
        boxes=(tips(point, nested), mistakes_box(point, nested), safety(point, nested)),
        footnotes=("Ask first.",),
    )
    full = card(
        detail=Detail.FULL,
        boxes=(breathing, *rich.boxes),
        sections=(CardSection(heading="Steps", parts=rich.steps),),
    )
    found = [
        fit_card(made, sheet=parse_sheet(size), theme=theme, case=type_case())
        for made, sizes in ((rich, SHEETS), (card(), SHEETS), (full, ("a4",)))
        for size in sizes
    ]
    assert not [answer for answer in found if isinstance(answer, Overflow)]
    return found


def text_pairs(theme):
    for page in pages(theme):
        for at, item in enumerate(page.items):
            if isinstance(item, Text):
                yield item, ground_under(page.items[:at], ink(item), theme.paper)


def sign_pairs(theme):
    """Every shape with what it is painted on, but the tints, whose boxes are told by bar, heading and icons."""
    grounds = {*(box.ground for box in boxes_of(theme)), stage_colors(theme).ground}
    for page in pages(theme):
        for at, item in enumerate(page.items):
            if isinstance(item, Path) and item.fill is not None and item.fill not in grounds:
                box = rect_of(item)
                middle = Rect(x=box.x + box.width / 2, y=box.y + box.height / 2, width=0, height=0)
                yield item, ground_under(page.items[:at], middle, theme.paper)


@each_theme
def test_every_text_has_enough_contrast_with_its_ground(theme):
    seen = set()
    for item, ground in text_pairs(theme):
        least = AA_LARGE if item.size >= LARGE else AA_TEXT
        assert contrast(item.color, ground) >= least, (item.text, item.color.hex(), ground.hex())
        seen.add((item.mark.role, ground))
    assert {role for role, _ in seen} >= BODY | {Role.TITLE, Role.EYEBROW, Role.LEGEND, Role.CAPTION, Role.FOOTER}
    assert {ground for _, ground in seen} == {box.ground for box in boxes_of(theme)} | {
        theme.paper,
        theme.band,
        theme.disc.fill,
        stage_colors(theme).ground,
        HIPS.color,
    }


@each_theme
def test_every_sign_has_enough_contrast_with_its_ground(theme):
    """Numbers stand in a disc, titles on a band, codes on a tile, whose own contrast with what is under them carries nothing.

    Muscles stand on bodies, which are drawings: those pairs are judged for all themes.
    """
    stage, seen = stage_colors(theme).ground, set()
    carriers = {(theme.disc.fill, theme.paper), (theme.paper, theme.paper), (theme.paper, stage)}
    for item, ground in sign_pairs(theme):
        if item.fill in {*(box.sign for box in boxes_of(theme)), theme.code, theme.band}:
            seen.add(item.fill)
        if (item.fill, ground) in carriers or item.fill == theme.band or item.mark.role is Role.MAP:
            continue
        assert contrast(item.fill, ground) >= AA_LARGE, (item.fill.hex(), ground.hex())
    assert len(seen) == 6


@each_theme
def test_what_a_card_puts_together_is_among_the_pairs_that_are_judged(theme):
    judged = {frozenset(pair.colors) for pair in pairs(theme)}
    met = {frozenset((item.color, ground)) for item, ground in text_pairs(theme) if ground != HIPS.color}
    assert met <= judged


@each_theme
def test_every_pair_of_a_theme_passes(theme):
    assert [pair for pair in pairs(theme) if not pair.passes] == []


@pytest.mark.parametrize(
    ("theme", "ratios"),
    [
        (PETROL, (13.3, 9.9, 7.3, 3.4, 4.2, 2.0, 1.7)),
        (NIGHT, (14.5, 10.6, 8.9, 4.2, 4.8, 2.3, 1.8)),
        (OXBLOOD, (15.0, 10.9, 8.7, 4.2, 4.7, 2.3, 1.8)),
        (GRAPHITE, (15.0, 11.0, 10.2, 4.6, 5.3, 2.4, 1.9)),
    ],
    ids=THEMES,
)
def test_the_contrasts_of_a_theme_are_those_of_the_design(theme, ratios):
    band, accent, plate, helping = theme.band, theme.accent, theme.plate, theme.helping
    met = (
        (theme.paper, band),
        (theme.on_band, band),
        (accent, band),
        (accent, plate),
        (helping, band),
        (helping, plate),
    )
    found = [contrast(*pair) for pair in (*met, (accent, helping))]
    assert found == pytest.approx(ratios, abs=0.11)


@pytest.mark.parametrize(
    ("theme", "colors"),
    [
        (PETROL, "#d9dfe0 #2a484f #4b656a #a28f56"),
        (NIGHT, "#dadce5 #2e3b6a #4f5982 #689abf"),
        (OXBLOOD, "#e2d9db #5c2a36 #754b56 #bd8271"),
        (GRAPHITE, "#dcdcdd #393d40 #585b5e #92a054"),
    ],
    ids=THEMES,
)
def test_the_derived_colours_are_those_of_the_design(theme, colors):
    for found, text in zip((theme.on_band, theme.body, theme.plate, theme.helping), colors.split(), strict=True):
        wanted = parse_color(text)
        parts = zip((found.red, found.green, found.blue), (wanted.red, wanted.green, wanted.blue), strict=True)
        assert max(abs(a - b) for a, b in parts) <= 1.1 / 255, (found.hex(), text)


def test_the_themes_have_names():
    assert list(THEMES) == ["petrol", "night", "oxblood", "graphite"]


@each_theme
def test_marks_cut_out_of_a_sign_have_enough_contrast_with_it(theme):
    assert contrast(theme.safety.ground, theme.safety.sign) >= AA_LARGE


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
