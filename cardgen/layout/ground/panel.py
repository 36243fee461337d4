"""A rectangle and its colours in, the ground of a box or the disc of a number out."""

from __future__ import annotations

from dataclasses import replace

from cardgen.display import Item, Mark, Path
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import disc, panel, rectangle, rounded
from cardgen.theme import BoxColors, Ink, Surface
from cardgen.theme.type import BOX_RADIUS, PEN_LINE
from cardgen.values.geometry import Rect, mm

BAR = 1.2
"""Width of a box's bar, in sheet units."""
RADIUS = 2.0
DISC_EDGE_MM, DISC_EDGE = 0.55, 0.36
"""Weight of a disc in outline, and the least of it in sheet units."""
BOX_EDGE, STRIP_EDGE = 0.21, 0.35
"""Of a box in outline: in low ink, and in one ink, in sheet units."""


def numeral_disc(x: float, y: float, diameter: float, kit: Kit) -> Path:
    """Return the disc of a number, filled or in outline, in the square whose top left corner is (x, y)."""
    colors = kit.theme.disc
    if colors.edge is None:
        return disc(x, y, diameter, colors.fill)
    weight = max(mm(DISC_EDGE_MM), DISC_EDGE * kit.measures.unit)
    ring = disc(x + weight / 2, y + weight / 2, diameter - weight, colors.fill)
    return replace(ring, stroke=colors.edge, stroke_width=weight)


def on_disc(figure: Phrase, square: Rect, kit: Kit, mark: Mark) -> list[Item]:
    """Return a number in the middle of its disc."""
    y = square.y + (square.height - figure.cap) / 2
    disc_ = numeral_disc(square.x, square.y, square.width, kit)
    return [disc_, *figure.centred(square.x + square.width / 2, y, mark)]


def surface(rect: Rect, colors: Surface, weight: float, radius: float) -> Path:
    """Return a rectangle with round corners, filled or in outline; its line, of a weight in points, lies inside."""
    if colors.edge is None:
        return Path(segments=rounded(rect, left=radius, right=radius), fill=colors.fill)
    outline = rounded(rect.inset(weight / 2, weight / 2), left=radius, right=radius)
    return Path(segments=outline, fill=colors.fill, stroke=colors.edge, stroke_width=weight)


def write_box(rect: Rect, kit: Kit) -> Path:
    """Return an empty box to write or tick in."""
    unit = kit.measures.unit
    return surface(rect, kit.theme.blank, PEN_LINE * unit, BOX_RADIUS * unit)


def bar_width(kit: Kit) -> float:
    """Return the width of the bar at the left of a box."""
    return BAR * kit.measures.unit


def box_ground(rect: Rect, colors: BoxColors, kit: Kit) -> list[Item]:
    """Return the panel of a box, tinted or in outline, and the bar at its left."""
    unit = kit.measures.unit
    bar = rectangle(Rect(x=rect.x, y=rect.y, width=bar_width(kit), height=rect.height), colors.sign)
    match kit.theme.mode:
        case Ink.FULL:
            return [panel(rect, RADIUS * unit, colors.ground), bar]
        case Ink.LOW:
            weight, color = BOX_EDGE * unit, colors.sign
        case Ink.MONO:
            weight, color = STRIP_EDGE * unit, kit.theme.ink
    edge = panel(rect.inset(weight / 2, weight / 2), RADIUS * unit - weight / 2, colors.ground)
    return [replace(edge, stroke=color, stroke_width=weight), bar]
