"""A sheet and a distance in, what a station poster is measured with out. Knows no text.

Lengths are in poster units: 1 mm on A4, whichever way it is held; sizes are in points on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.display import Color
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.text import Setting
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm, to_mm

UNIT_MM = (210.0, 297.0)
"""Of a sheet of this size the unit is 1 mm."""
MARGIN = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a poster is set with."""

    kit: Kit
    unit: float
    """In points."""
    area: Rect
    """Between the margins."""
    tight: float = 1.0
    """How large head and foot are, as a part of their usual size."""

    @property
    def least(self) -> float:
        """The least size of any text, in points."""
        return self.kit.measures.least

    def length(self, units: float) -> float:
        """Turn units into points."""
        return units * self.unit

    def points(self, size: float) -> float:
        """Return a size on this sheet that shrinks with head and foot, but never under the least."""
        return max(size * to_mm(self.unit) * self.tight, self.least)

    def setting(self, size: float, style: Style, color: Color, *, leading: float = 1.0) -> Setting:
        """Return how text of a size on the sheet is set; `leading` in em."""
        return Setting(size=size, leading=leading * size, cap=self.kit.cap(style), color=color)


def frame_of(kit: Kit) -> Frame:
    """Return the frame of a sheet."""
    measures = kit.measures
    short, long = sorted((to_mm(measures.width), to_mm(measures.height)))
    unit = mm(min(short / UNIT_MM[0], long / UNIT_MM[1]))
    margin = max(MARGIN * unit, measures.edge)
    whole = Rect(x=0.0, y=0.0, width=measures.width, height=measures.height)
    return Frame(kit=kit, unit=unit, area=whole.inset(margin, margin))
