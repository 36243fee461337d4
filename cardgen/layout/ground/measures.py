"""A sheet in, its measures out: margins, floor and ceiling of the type. Knows no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from cardgen.compose import Detail
from cardgen.theme import Theme
from cardgen.theme.type import Style
from cardgen.typeset.shape import TypeCase
from cardgen.values.geometry import mm, to_mm
from cardgen.values.stock import Sheet
from cardgen.values.use import IN_HAND, Punch, Sides, Use
from cardgen.words import Words

SAFE_EDGE_MM = 5.0
"""No text nearer to the edge: office printers leave 4.2 mm white."""

FLOORS = ((105.0, 7.5), (148.0, 9.0), (210.0, 12.0))
"""Least size of steps and boxes in points by the sheet's width in mm: A6, A5, A4 (RNIB clear print; 12 pt and no more above)."""

TWO_SIDES_FLOOR = 7.8
"""Two sides are taken for larger type: on no sheet is it smaller."""
TWO_SIDES_ROOM = 1.15
"""There it may be so much larger: a line holds 40 letters then, which short texts bear better than wide gaps."""

FULL_FLOORS = ((105.0, 7.5), (148.0, 7.5), (210.0, 10.0))
"""The same at full detail."""
SIDE_FLOORS = ((105.0, 7.5), (148.0, 8.5), (210.0, 10.0))
"""The same for boxes of a card across, where they stand beside the stage."""
ACROSS_FLOORS = ((105.0, 7.5), (148.0, 8.5), (210.0, 11.0))
"""The same for its steps: the line is half as long."""

COMPACT_BELOW_MM = 130.0
"""Sheets whose shorter side is less are set as compact cards: A6 and index cards."""

CEILINGS = ((105.0, 11.0), (148.0, 15.0), (210.0, 21.5), (297.0, 30.0), (420.0, 42.0))
"""Greatest body size, same form; beyond it a line holds fewer than 45 letters."""

FULL_CEILINGS = ((148.0, 11.0), (210.0, 15.0), (297.0, 21.0), (420.0, 30.0))

CODE_SIDES = ((148.0, 20.0), (210.0, 23.5))
"""Least side of the code in mm by the sheet's width in mm."""

SMALLEST = 6.5
"""No text is smaller on any sheet, in points."""
ROOM_ABOVE = 1.25
"""Running text may grow to this many times the least that a use asks for, also on a small sheet."""
HOLE_MM, HOLE_AT_MM, HOLE_CLEAR_MM = 6.0, 8.0, 2.5
"""Diameter of a hole, its middle from the edge, and what stays clear round it: a punch is held by hand."""
HOLE_ZONE_MM = HOLE_AT_MM + HOLE_MM / 2 + HOLE_CLEAR_MM
LEAST_MODULE_MM = 0.5
UNIT_WIDTH_MM, UNIT_HEIGHT_MM = 148.0, 190.0
"""The sheet unit is 1 mm at this width; a sheet that is low for its width gets a smaller one, so that its header stays low."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What a sheet decides before any text is known; lengths in points."""

    width: float
    height: float
    unit: float
    """The sheet unit: 1 mm on A5."""
    margin: float
    """At the left and the right."""
    text_width: float
    """Between the margins."""
    edge: float
    """No text nearer to the left or the right edge."""
    top_edge: float
    bottom_edge: float
    """Nor to these: holes may ask for more."""
    least: float
    """Least size of any text, in points."""
    floor: float
    """Least size of the steps, and of boxes that stand with them."""
    box_floor: float
    """Least size of boxes in a column of their own."""
    ceiling: float
    """Greatest size of the steps."""
    code_side: float
    """Least side of the code without its quiet zone."""
    module: float
    """Least side of one module of the code."""

    def small(self, size: float, least: float = SMALLEST) -> float:
        """Return a size given in points on A5, scaled to the sheet and never under `least`, nor under that of the use."""
        return max(size * self.scale, least, self.least)

    @property
    def scale(self) -> float:
        """How much larger than A5 the sheet is."""
        return to_mm(self.unit)


class MapPlace(Enum):
    """Where the muscle map stands."""

    HEAD = "in the head"
    BODY = "elsewhere, as the composition has it"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSize:
    """What the cards of a set share, in points."""

    body: float
    stage: float
    """0 where the composition has no stage that gives way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What a card is set with."""

    measures: Measures
    theme: Theme
    words: Words
    case: TypeCase
    photo_share: float = 1.0
    """How high photographs are between their least height (0) and that of the code beside them (1)."""
    map_place: MapPlace = MapPlace.HEAD
    shared: SetSize | None = None
    """What the card shares with others; None for a card by itself, which takes what serves it best."""

    def cap(self, style: Style) -> float:
        """Return the cap height of a style's face, in em."""
        return self.case.cap_height(style)


def measures_for(sheet: Sheet, detail: Detail = Detail.BRIEF, use: Use = IN_HAND) -> Measures:
    """Return the measures of a sheet in a use; floors go by its shorter side: a card across is read like one upright."""
    width, height = to_mm(sheet.width), to_mm(sheet.height)
    short = min(width, height)
    unit = min(width / UNIT_WIDTH_MM, height / UNIT_HEIGHT_MM)
    edge = mm(max(SAFE_EDGE_MM, use.safe_mm))
    margin = max(mm(10.0 * unit), edge)
    across = not detail.is_whole and width > height
    floors = FULL_FLOORS if detail.is_whole else ACROSS_FLOORS if across else FLOORS
    ceilings = FULL_CEILINGS if detail.is_whole else CEILINGS
    least = TWO_SIDES_FLOOR if use.sides is Sides.TWO else 0.0
    floor = max(interpolate(floors, short), use.body, least)
    ceiling = interpolate(ceilings, short) * (TWO_SIDES_ROOM if use.sides is Sides.TWO else 1.0)
    return Measures(
        width=sheet.width,
        height=sheet.height,
        unit=mm(unit),
        margin=margin,
        text_width=sheet.width - 2 * margin,
        edge=edge,
        top_edge=edge if use.punch is Punch.NONE else max(edge, mm(HOLE_ZONE_MM)),
        bottom_edge=max(edge, mm(HOLE_ZONE_MM)) if use.punch is Punch.CORNERS else edge,
        least=use.least,
        floor=floor,
        box_floor=max(interpolate(SIDE_FLOORS, short), use.body) if across else floor,
        ceiling=max(ceiling, use.comfortable, use.body * ROOM_ABOVE),
        code_side=mm(max(interpolate(CODE_SIDES, short), use.code_mm)),
        module=mm(LEAST_MODULE_MM),
    )


def interpolate(table: Sequence[tuple[float, float]], at: float) -> float:
    """Return the value at `at` on the straight lines through `table`; the ends hold beyond it."""
    if at <= table[0][0]:
        return table[0][1]
    for (x0, y0), (x1, y1) in pairwise(table):
        if at <= x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
    return table[-1][1]
