"""A brand's colour in, a theme in that colour out. Any colour will do: it is made darker or lighter until it can be read."""

from __future__ import annotations

from dataclasses import replace

from cardgen.display import Color
from cardgen.theme.colour import at_lightness, contrast, lightness, nearest_passing
from cardgen.theme.model import Theme
from cardgen.theme.pairs import AA_LARGE, passing_at

BAND_CONTRAST = 7.0
"""White on a band made of a brand's colour; WCAG 2.2, 1.4.6, so that the band also serves an office printer short of toner."""
LIGHT_BRAND_BAND = 0.16
"""Lightness of the band under a light brand colour."""
ACCENT_SHARE = 0.6
"""Accent on band as a part of white on band: what the built-in themes have (0.55 to 0.68)."""


def of_brand(brand: Color, base: Theme) -> Theme:
    """Return the base theme with band and accent in the hue of a brand.

    A brand's colour on which white can be read becomes the band, made darker if need be; a lighter one becomes the accent.
    """
    if contrast(base.paper, brand) >= AA_LARGE:
        theme = replace(base, band=_band(brand, base))
        return replace(theme, accent=_accent(brand, theme))
    theme = replace(base, band=_band(at_lightness(brand, LIGHT_BRAND_BAND), base))
    return replace(theme, accent=nearest_passing(brand, passing_at(theme, "accent")))


def _band(color: Color, base: Theme) -> Color:
    passes = passing_at(base, "band")
    return nearest_passing(
        color,
        lambda found: (
            lightness(found) <= lightness(color) + 1 / 255
            and contrast(base.paper, found) >= BAND_CONTRAST
            and passes(found)
        ),
    )


def _accent(brand: Color, theme: Theme) -> Color:
    passes = passing_at(theme, "accent")
    least = ACCENT_SHARE * contrast(theme.paper, theme.band)
    return nearest_passing(brand, lambda found: contrast(found, theme.band) >= least and passes(found))
