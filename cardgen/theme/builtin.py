"""The four themes that come with the program, as data."""

from __future__ import annotations

from collections.abc import Mapping

from cardgen.display import Color
from cardgen.theme.model import Theme
from cardgen.theme.surface import BoxColors


def _theme(name: str, band: str, accent: str) -> Theme:
    """Return a theme; tips, mistakes and safety have the same colours in all, for they are signs."""
    return Theme(
        name=name,
        band=Color.from_hex(band),
        accent=Color.from_hex(accent),
        tips=_box("#e8f3ee", "#1d7a52", "#14583b"),
        mistakes=_box("#fbecea", "#b3261e", "#8c1d18"),
        safety=_box("#fdf3dc", "#9a6200", "#6b4400"),
        breathing=_box("#e9eff1", "#3b6b77", "#12343b"),
    )


def _box(ground: str, sign: str, heading: str) -> BoxColors:
    return BoxColors(ground=Color.from_hex(ground), sign=Color.from_hex(sign), heading=Color.from_hex(heading))


PETROL = _theme("petrol", "#12343b", "#f2b544")
"""The standard theme."""
NIGHT = _theme("night", "#17255a", "#7fd6f7")
OXBLOOD = _theme("oxblood", "#4a1220", "#ffb48a")
GRAPHITE = _theme("graphite", "#23272b", "#c8e04b")

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (PETROL, NIGHT, OXBLOOD, GRAPHITE)}
