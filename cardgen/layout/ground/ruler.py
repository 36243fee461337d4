"""What a sheet and its use make of lengths and sizes given for A5: the one ruler of pages. Knows no text.

In large print text and heights grow together; widths are the sheet's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from cardgen.layout.ground.measures import SMALLEST, Measures
from cardgen.theme.type import BODY, Floor, TypeStyle
from cardgen.values.geometry import mm, to_mm

FLOOR = 9.0
"""Text of a booklet's own pages is never smaller, in points, except on sheets whose cards are."""
BOX_MM = 8.0
"""Nothing to write in is smaller, on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """What measures a page; lengths in points."""

    unit: float
    """The sheet unit: 1 mm on A5."""
    factor: float = 1.0
    """How large all of a page is set, as a part of its usual size, so that it fits."""
    stretch: float = 1.0
    """How much larger than usual running text is: more in large print."""
    least: float
    """The least size of words."""
    running: float
    """That of running text: in large print the size that makes it so."""
    finest: float
    """That of what is looked at closely."""

    @property
    def scale(self) -> float:
        """How much larger than A5 the sheet is."""
        return to_mm(self.unit)

    @property
    def growth(self) -> float:
        """How much larger running text is than lengths across are, compared with A5: floors hold it on small sheets."""
        return self.points(BODY.size) / (BODY.size * self.scale)

    @property
    def box(self) -> float:
        """The least side of what is written in."""
        return mm(BOX_MM)

    def across(self, units: float) -> float:
        """Turn sheet units into points, from left to right."""
        return units * self.unit * self.factor

    def gap(self, units: float) -> float:
        """Turn sheet units into the distance of two texts, which grows in large print."""
        return self.across(units) * self.stretch

    def down(self, units: float) -> float:
        """Turn sheet units into points, from top to bottom, where text decides how high things are."""
        return self.across(units) * self.growth

    def points(self, size: float, floor: Floor = Floor.PAGE) -> float:
        """Return a size given for A5; what would be under a floor is set at it, however large the print."""
        match floor:
            case Floor.PAGE:
                least = self.least
            case Floor.RUNNING:
                least = max(self.least, self.running)
            case Floor.FINE:
                least = self.finest
        return max(size * self.scale * self.stretch * self.factor, least)

    def size(self, style: TypeStyle) -> float:
        """Return the size of a style on the sheet."""
        return self.points(style.size, style.floor)

    def least_of(self, style: TypeStyle) -> float:
        """Return the size under which a style is never set, however long its words are."""
        return self.points(style.least or style.size, style.floor)

    def shrunk(self, factor: float) -> Self:
        """Return a ruler for a page that is set smaller; no running text falls under its floor."""
        return replace(self, factor=factor, least=max(self.least, self.running))


def floors_of(measures: Measures, stretch: float) -> tuple[float, float, float]:
    """Return the least sizes of words, of running text and of what is looked at closely, on a booklet's own pages."""
    usual = min(measures.floor, FLOOR)
    running = measures.floor if stretch > 1 else usual
    return max(usual, measures.least), running, max(SMALLEST, measures.least)
