"""A brand's colour in, a theme in that colour out: any colour is the band, what stands on it and beside it follows."""

from __future__ import annotations

import colorsys
from dataclasses import replace

from cardgen.display import Color
from cardgen.theme.colour import contrast, hue, lightness, luminance, saturation
from cardgen.theme.model import GREY, WORKED_CONTRAST, Theme

AMBER = Color.from_hex("#f2b544")
"""Of muscles on bodies that have the brand's colour, and beside greys."""
CRIMSON, TURN = 335.0, 12.0
"""From this hue on, in degrees, a lighter colour would be pink: it turns to vermilion."""
VIVID = 0.9
"""Least saturation of a brand made lighter."""
PALE, PALE_SATURATION = 0.75, 0.2
"""A colour of more light and less saturation is as good as white."""
STEP = 0.005
"""Lightness is searched so finely."""


def of_brand(brand: Color, base: Theme) -> Theme:
    """Return the base theme with a brand's colour as its band, and an accent that is seen on bodies."""
    theme = replace(base, band=brand, brand=brand)
    return replace(theme, accent=_worked(brand, theme.near))


def _worked(brand: Color, near: Color) -> Color:
    """Return the colour of muscles at work on bodies: the brand, made lighter until it is seen, or amber."""
    if near == brand or saturation(brand) < GREY:
        return AMBER
    found = _lightened(brand, near)
    return AMBER if luminance(found) > PALE and saturation(found) < PALE_SATURATION else found


def _lightened(color: Color, on: Color) -> Color:
    if contrast(color, on) >= WORKED_CONTRAST:
        return color
    turned = hue(color) + (TURN if hue(color) >= CRIMSON else 0.0)
    value, vivid = lightness(color), max(saturation(color), VIVID)

    def at(value: float) -> Color:
        return Color.from_hex(Color(*colorsys.hls_to_rgb(turned % 360 / 360, value, vivid)).hex())

    while contrast(at(value), on) < WORKED_CONTRAST and value < 1:
        value = min(value + STEP, 1.0)
    return at(value)
