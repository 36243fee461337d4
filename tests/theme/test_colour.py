"""The nearest colour that passes, and themes made of any brand's colour."""

import colorsys
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.display import Color
from cardgen.theme import PETROL, Head, Ink, contrast, mix, nearest_passing, of_brand, pairs, parse_color
from cardgen.theme.colour import at_lightness, lightness
from cardgen.theme.pairs import KEYS, color_at, pairs_of, passing_at, with_color
from cardgen.theme.stage import HELPING, stage_colors
from cardgen.values.errors import UsageError

colors = st.integers(0, 0xFFFFFF).map(lambda value: Color.from_hex(f"#{value:06x}"))
greys = st.integers(0, 255).map(lambda value: Color.from_hex(f"#{value:02x}{value:02x}{value:02x}"))
keys = st.sampled_from(KEYS)
WHITE, BLACK = Color.from_hex("#ffffff"), Color.from_hex("#000000")


def hls(color):
    return colorsys.rgb_to_hls(color.red, color.green, color.blue)


@given(color=colors | greys, key=keys)
def test_the_nearest_colour_passes_and_is_the_colour_itself_where_that_does(color, key):
    passes = passing_at(PETROL, key)
    nearest = nearest_passing(color, passes)
    assert passes(nearest)
    assert passes(parse_color(nearest.hex())), "what is offered in a message can be pasted"
    if passes(color):
        assert nearest == color


@given(color=colors, key=keys)
def test_the_nearest_colour_has_the_same_hue_as_far_as_eight_bits_can_say(color, key):
    nearest = nearest_passing(color, passing_at(PETROL, key))
    (hue, _, saturation), (found, value, strength) = hls(color), hls(nearest)
    chroma = strength * min(value, 1 - value)
    if saturation > 0.1 and chroma > 0.1:
        apart = abs(hue - found)
        assert min(apart, 1 - apart) < 0.02


@given(color=colors, key=keys)
def test_no_colour_of_that_hue_passes_with_less_change(color, key):
    passes = passing_at(PETROL, key)
    moved = abs(lightness(nearest_passing(color, passes)) - lightness(color))
    for share in (0.2, 0.4, 0.6, 0.8, 0.95):
        for way in (-1, 1):
            value = lightness(color) + way * max(moved - 2 / 255, 0) * share
            if 0 <= value <= 1:
                assert not passes(at_lightness(color, value)) or moved < 3 / 255


def test_a_colour_that_no_lightness_helps_is_told():
    with pytest.raises(ValueError, match="no lightness of #123456 passes"):
        nearest_passing(Color.from_hex("#123456"), lambda color: False)


@pytest.mark.parametrize("head", Head)
@given(brand=colors | greys)
def test_a_theme_of_any_brand_can_be_read(head, brand):
    theme = of_brand(brand, PETROL).headed(head)
    assert [pair for pair in pairs(theme) if not pair.passes] == []


BRANDS = random.Random(16)  # noqa: S311 - colours, not secrets
SOME = [Color.from_hex(f"#{BRANDS.randrange(0x1000000):06x}") for _ in range(200)]


@pytest.mark.parametrize("head", Head)
@pytest.mark.parametrize("ink", Ink)
def test_in_every_brand_a_muscle_at_work_is_the_strongest_and_one_at_rest_the_weakest(ink, head):
    for brand in SOME:
        stage = stage_colors(of_brand(brand, PETROL).headed(head).inked(ink))
        if (
            ink is not Ink.FULL
        ):  # helping muscles are hatched in the colour of those at work, on the ground of those at rest
            assert stage.helping is None
            assert contrast(stage.worked, WHITE if ink is Ink.LOW else BLACK) >= 7
            continue
        helping = mix(stage.near, stage.worked, HELPING)
        assert contrast(stage.worked, stage.near) >= 4, brand.hex()
        assert contrast(stage.worked, stage.near) > contrast(helping, stage.near) >= 1.85, brand.hex()
        assert (stage.helping is None) == (contrast(helping, stage.near) < 3)


def test_a_brand_is_the_band_and_what_stands_on_it_follows():
    for brand in SOME:
        theme = of_brand(brand, PETROL)
        white = contrast(WHITE, brand) >= 4.5
        assert (theme.band, theme.on_head) == (brand, WHITE if white else BLACK)
        assert contrast(theme.eyebrow, theme.head or WHITE) >= 4.5
        assert contrast(theme.on_band, theme.head or WHITE) >= 4.5
        square, number = theme.station
        assert contrast(square, theme.head or WHITE) >= 1.5 or theme.head is None
        assert contrast(number, square) >= 4.5
        dark = theme.headed(Head.DARK)
        assert dark.band.hex() == (brand.hex() if white else "#1d1f21")
        assert theme.headed(Head.WHITE).head is None
        assert contrast(theme.headed(Head.WHITE).title, WHITE) >= 4.5


@pytest.mark.parametrize(
    ("brand", "colors"),
    [  # near, worked, disc, numeral, stage, arrow, eyebrow; None where the last follows the title
        ("#12343b", "#12343b #f2b544 #f2b544 #12343b #eef1f1 #b8720a #f2b544"),
        ("#c8102e", "#22262a #f43c35 #22262a #ffffff #f0f0f0 #c8102e #ffffff"),
        ("#ffd400", "#22262a #ffd400 #ffd400 #22262a #f0f0f0 #6b7073 #000000"),
        ("#7ed321", "#22262a #7ed321 #7ed321 #22262a #f0f0f0 #6b7073 #000000"),
        ("#888888", "#22262a #f2b544 #f2b544 #22262a #f0f0f0 #b8720a #000000"),
        ("#17255a", "#17255a #f2b544 #f2b544 #17255a #eff0f3 #b8720a #f2b544"),
        ("#4aa3df", "#22262a #4aa3df #4aa3df #22262a #f0f0f0 #6b7073 #000000"),
        ("#ffffff", "#22262a #f2b544 #f2b544 #22262a #f0f0f0 #b8720a #5b656f"),
        ("#000000", "#000000 #f2b544 #f2b544 #000000 #ededed #b8720a #f2b544"),
    ],
)
def test_named_brands_have_the_colours_of_the_design(brand, colors):
    theme = of_brand(parse_color(brand), PETROL)
    stage = stage_colors(theme)
    found = (stage.near, stage.worked, theme.disc.fill, theme.disc.words, stage.ground, stage.arrow, theme.eyebrow)
    assert " ".join(color.hex() for color in found) == colors


@pytest.mark.parametrize(
    ("brand", "clashes"), [("#c8102e", True), ("#1d9a62", True), ("#1f6fd0", False), ("#888", False)]
)
def test_step_names_and_discs_are_neutral_where_a_brand_would_be_taken_for_a_sign(brand, clashes):
    theme = of_brand(parse_color(brand), PETROL)
    assert theme.clashes is clashes
    assert (theme.heading == theme.disc.fill == theme.near) is clashes


def test_a_white_brand_has_no_band_and_a_light_one_given_as_band_is_still_refused():
    assert of_brand(WHITE, PETROL).head is None
    light = with_color(of_brand(WHITE, PETROL), "band", parse_color("#ffd400"))
    assert "the white title" in [pair.over for pair in pairs(light) if not pair.passes]


@given(brand=colors)
def test_a_brand_leaves_the_signs_alone(brand):
    theme = of_brand(brand, PETROL)
    assert (theme.tips, theme.mistakes, theme.safety) == (PETROL.tips, PETROL.mistakes, PETROL.safety)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_read_and_set(key):
    color = Color.from_hex("#123456")
    changed = with_color(PETROL, key, color)
    assert color_at(changed, key) == color
    assert [other for other in KEYS if color_at(changed, other) != color_at(PETROL, other)] == [key]
    assert pairs_of(PETROL, key)


@given(band=colors)
def test_on_every_band_that_passes_there_is_an_accent(band):
    theme = with_color(PETROL, "band", nearest_passing(band, passing_at(PETROL, "band")))
    assert passing_at(theme, "accent")(WHITE)


@pytest.mark.parametrize(("text", "color"), [("#12343B", "#12343b"), ("12343b", "#12343b"), (" #abc ", "#aabbcc")])
def test_colours_are_read(text, color):
    assert parse_color(text).hex() == color


@pytest.mark.parametrize("text", ["", "red", "#12", "#1234", "#12345g", "rgb(1,2,3)", "#1234567"])
def test_what_is_no_colour_is_told(text):
    with pytest.raises(UsageError, match="is not a colour") as caught:
        parse_color(text)
    assert caught.value.hint == 'write # and six digits, such as "#12343b"'


def test_derived_colours_lie_between_band_and_white():
    assert PETROL.plate == mix(PETROL.band, WHITE, 0.24)
    assert PETROL.body == mix(PETROL.band, WHITE, 0.1)
    assert PETROL.helping == mix(PETROL.plate, PETROL.accent, 0.52)
    assert contrast(BLACK, PETROL.body) < contrast(BLACK, PETROL.plate) < contrast(BLACK, PETROL.on_band)
