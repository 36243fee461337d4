"""A rectangle and its colours in, the ground of a box or the disc of a number out."""

from __future__ import annotations

from dataclasses import replace

from cardgen.display import Color, Item, Mark, Op, Path
from cardgen.layout.ground.measures import Kit, Measures
from cardgen.layout.ground.phrase import Phrase, Type, resized, set_figures
from cardgen.layout.ground.shapes import disc, panel, rectangle, rounded
from cardgen.theme import BoxColors, Surface
from cardgen.theme.type import BOX_RADIUS, PEN_LINE, Style
from cardgen.values.geometry import Rect, mm

RADIUS = 2.0
DISC_EDGE_MM, DISC_EDGE = 0.55, 0.36
"""Weight of a disc in outline, and the least of it in sheet units."""


def numeral_disc(x: float, y: float, diameter: float, kit: Kit, weight: float = 0.0) -> Path:
    """Return the disc of a number, filled or in outline, in the square whose top left corner is (x, y).

    The outline is seen from as far as the number: of a large one, its weight in points is given.
    """
    colors = kit.theme.disc
    if colors.edge is None:
        return disc(x, y, diameter, colors.fill)
    weight = weight or max(mm(DISC_EDGE_MM), DISC_EDGE * kit.measures.unit)
    ring = disc(x + weight / 2, y + weight / 2, diameter - weight, colors.fill)
    return replace(ring, stroke=colors.edge, stroke_width=weight)


def on_disc(figure: Phrase, square: Rect, kit: Kit, mark: Mark, weight: float = 0.0) -> list[Item]:
    """Return a number in the middle of its disc."""
    y = square.y + (square.height - figure.cap) / 2
    disc_ = numeral_disc(square.x, square.y, square.width, kit, weight)
    return [disc_, *figure.centred(square.x + square.width / 2, y, mark)]


def numeral(number: int, size: float, width: float, kit: Kit) -> Phrase:
    """Return a number for its disc, at most so large and so wide."""
    figure = set_figures(str(number), Type(style=Style.DISPLAY, color=kit.theme.numeral), size, kit)
    return resized(figure, size * width / figure.width) if figure.width > width else figure


def surface(rect: Rect, colors: Surface, weight: float, radius: float) -> Path:
    """Return a rectangle with round corners, filled or in outline; its line, of a weight in points, lies inside."""
    if colors.edge is None:
        return Path(segments=rounded(rect, left=radius, right=radius), fill=colors.fill)
    outline = rounded(rect.inset(weight / 2, weight / 2), left=radius, right=radius)
    return Path(segments=outline, fill=colors.fill, stroke=colors.edge, stroke_width=weight)


def angle(sheet: Measures, side: float, head: float, fill: Color) -> Path:
    """Return a band over the sheet, so high, and a side down its right, so wide, as one shape."""
    width, height = sheet.width, sheet.height
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (width - side, height), (width - side, head), (0.0, head))
    lines = ((Op.LINE, corner) for corner in corners[1:])
    return Path(segments=((Op.MOVE, corners[0]), *lines, (Op.CLOSE, ())), fill=fill)


def write_box(rect: Rect, kit: Kit) -> Path:
    """Return an empty box to write or tick in."""
    unit = kit.measures.unit
    return surface(rect, kit.theme.blank, PEN_LINE * unit, BOX_RADIUS * unit)


def bar_width(kit: Kit) -> float:
    """Return the width of the bar at the left of a box."""
    return kit.theme.weights.bar * kit.measures.unit


def box_ground(rect: Rect, colors: BoxColors, kit: Kit) -> list[Item]:
    """Return the panel of a box, tinted or in outline, and the bar at its left."""
    unit = kit.measures.unit
    bar = rectangle(Rect(x=rect.x, y=rect.y, width=bar_width(kit), height=rect.height), colors.sign)
    weight, color = kit.theme.weights.box * unit, kit.theme.ink if kit.theme.one_ink else colors.sign
    if not weight:
        return [panel(rect, RADIUS * unit, colors.ground), bar]
    edge = panel(rect.inset(weight / 2, weight / 2), RADIUS * unit - weight / 2, colors.ground)
    return [replace(edge, stroke=color, stroke_width=weight), bar]
