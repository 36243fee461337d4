"""Colours of a card. Knows no guide and no page.

Every colour that a theme file or `cardgen.toml` gives is used as it is, or refused with the nearest one that can be read;
`derive` makes a theme of a brand's colour, which may be any.
"""

from __future__ import annotations

from cardgen.theme.builtin import GRAPHITE, NIGHT, OXBLOOD, PETROL, THEMES
from cardgen.theme.colour import contrast, luminance, mix, nearest_passing, parse_color
from cardgen.theme.derive import of_brand
from cardgen.theme.load import find_theme, load_theme, named_theme, with_colors
from cardgen.theme.model import Theme
from cardgen.theme.pairs import AA_LARGE, AA_TEXT, Pair, pairs
from cardgen.theme.surface import BoxColors, Display, LineArt, Surface
from cardgen.values.use import Head, Ink

__all__ = [
    "AA_LARGE",
    "AA_TEXT",
    "GRAPHITE",
    "NIGHT",
    "OXBLOOD",
    "PETROL",
    "THEMES",
    "BoxColors",
    "Display",
    "Head",
    "Ink",
    "LineArt",
    "Pair",
    "Surface",
    "Theme",
    "contrast",
    "find_theme",
    "load_theme",
    "luminance",
    "mix",
    "named_theme",
    "nearest_passing",
    "of_brand",
    "pairs",
    "parse_color",
    "with_colors",
]
