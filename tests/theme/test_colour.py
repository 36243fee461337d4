"""The nearest colour that passes, and themes made of any brand's colour."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.display import Color
from cardgen.theme import PETROL, contrast, mix, nearest_passing, of_brand, pairs, parse_color
from cardgen.theme.colour import at_lightness, lightness
from cardgen.theme.pairs import KEYS, color_at, pairs_of, passing_at, with_color
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


@given(brand=colors | greys)
def test_a_theme_of_any_brand_can_be_read(brand):
    theme = of_brand(brand, PETROL)
    assert [pair for pair in pairs(theme) if not pair.passes] == []
    assert contrast(theme.paper, theme.band) >= 7


@given(brand=colors)
def test_a_dark_brand_is_the_band_and_a_light_one_the_accent(brand):
    theme = of_brand(brand, PETROL)
    if contrast(WHITE, brand) >= 7.2:
        assert theme.band == brand
    if contrast(WHITE, brand) < 3 and passing_at(theme, "accent")(brand):
        assert theme.accent == brand


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
