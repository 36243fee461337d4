"""A theme in, the colours of a circuit's pages out: they are white in every ink, and in one ink nothing on them is grey."""

from __future__ import annotations

from functools import lru_cache

from cardgen.display import Color
from cardgen.theme import Ink, Theme, contrast, mix, nearest_passing

EDGE_CONTRAST = 3.2
"""Of the outline of a box: WCAG asks for 3."""
TINT = 0.07
"""How much of the band is in the ground of every second row."""


@lru_cache(maxsize=64)
def edge(theme: Theme) -> Color:
    """Return the colour of the outline of a box."""
    if theme.mode is not Ink.FULL:
        return theme.ink
    pale = mix(theme.paper, theme.near, 0.5)
    return nearest_passing(pale, lambda tried: contrast(tried, theme.paper) >= EDGE_CONTRAST)


def tint(theme: Theme) -> Color | None:
    """Return the ground of every second row; None where rules part them."""
    return mix(theme.paper, theme.near, TINT) if theme.mode is Ink.FULL else None
