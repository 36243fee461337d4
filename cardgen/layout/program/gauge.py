"""A leaf in, sizes and lengths on it out. In large print text and heights grow together; widths are the sheet's."""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.layout.forms.leaf import BODY, Leaf
from cardgen.layout.ground.measures import SMALLEST, Kit
from cardgen.theme import Theme
from cardgen.values.geometry import mm

BOX_MM = 8.0
"""Nothing to write in is smaller, on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """What measures a page."""

    leaf: Leaf

    @property
    def kit(self) -> Kit:
        """What the page is set with."""
        return self.leaf.kit

    @property
    def theme(self) -> Theme:
        """Its colours."""
        return self.leaf.kit.theme

    @property
    def left(self) -> float:
        """The x of the left margin."""
        return self.leaf.kit.measures.margin

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.leaf.kit.measures.text_width

    @property
    def right(self) -> float:
        """The x of the right margin."""
        return self.left + self.width

    @property
    def growth(self) -> float:
        """How much larger running text is than lengths across are, compared with A5."""
        return self.points(BODY) / (BODY * self.kit.measures.scale)

    @property
    def box(self) -> float:
        """The least side of what is written in, in points."""
        return mm(BOX_MM)

    def across(self, units: float) -> float:
        """Turn sheet units into points, from left to right."""
        return self.leaf.length(units)

    def down(self, units: float) -> float:
        """Turn sheet units into points, from top to bottom."""
        return self.leaf.length(units) * self.growth

    def points(self, size: float) -> float:
        """Return a size given for A5, never under the floor of pages."""
        return self.leaf.points(size)

    def fine(self, size: float) -> float:
        """Return a size given for A5 of what is looked at closely: it may be under that floor."""
        measures = self.kit.measures
        return max(size * measures.scale * self.leaf.stretch, SMALLEST, measures.least)
