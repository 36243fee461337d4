"""A theme in, the colours of a circuit's pages out: they are white in every ink, and in one ink nothing on them is grey."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from cardgen.display import Color, Path
from cardgen.layout.ground.musclemap import PLATE_GRAY, Look, in_lines, on_paper
from cardgen.layout.ground.shapes import disc
from cardgen.theme import Ink, Theme, contrast, mix, nearest_passing
from cardgen.values.geometry import Rect

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


def map_look(theme: Theme) -> Look:
    """Return the look of the muscle map on white."""
    match theme.mode:
        case Ink.FULL:
            return on_paper(theme)
        case Ink.LOW:
            return in_lines(theme.ink, main=theme.line, plate_line=PLATE_GRAY)
        case Ink.MONO:
            return in_lines(theme.ink, main=theme.ink, plate_line=theme.ink)


def numbered_disc(square: Rect, theme: Theme, weight: float) -> Path:
    """Return the disc of a station's number; `weight` is that of its outline, where it has one."""
    colors = theme.disc
    if colors.edge is None:
        return disc(square.x, square.y, square.width, colors.fill)
    ring = disc(square.x + weight / 2, square.y + weight / 2, square.width - weight, colors.fill)
    return replace(ring, stroke=colors.edge, stroke_width=weight)
