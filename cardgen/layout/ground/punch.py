"""Where holes go in, their marks out: a white disc of the hole's size with a cross on its middle, seen on any ground."""

from __future__ import annotations

from cardgen.display import Item, Op, Path
from cardgen.layout.ground.measures import HOLE_AT_MM, HOLE_MM, Measures
from cardgen.layout.ground.shapes import disc
from cardgen.theme import Theme
from cardgen.values.geometry import mm
from cardgen.values.use import Punch

LINE_MM = 0.15
CROSS_MM = 1.4
"""From the middle to the end of an arm."""


def place_holes(punch: Punch, measures: Measures, theme: Theme) -> tuple[Item, ...]:
    """Return the marks of all holes of a page; both sides of a leaf have them in the same places."""
    return tuple(item for x, y in _middles(punch, measures) for item in _mark(x, y, theme))


def _middles(punch: Punch, measures: Measures) -> tuple[tuple[float, float], ...]:
    near = mm(HOLE_AT_MM)
    match punch:
        case Punch.NONE:
            return ()
        case Punch.TOP:
            return ((measures.width / 2, near),)
        case Punch.CORNERS:
            sides = (near, measures.width - near)
            return tuple((x, y) for y in (near, measures.height - near) for x in sides)


def _mark(x: float, y: float, theme: Theme) -> tuple[Item, ...]:
    radius, arm = mm(HOLE_MM) / 2, mm(CROSS_MM)
    hole = disc(x - radius, y - radius, 2 * radius, theme.paper)
    lines = ((Op.MOVE, (x - arm, y)), (Op.LINE, (x + arm, y)), (Op.MOVE, (x, y - arm)), (Op.LINE, (x, y + arm)))
    cross = Path(segments=lines, stroke=theme.muted, stroke_width=mm(LINE_MM))
    return (hole, Path(segments=hole.segments, stroke=theme.muted, stroke_width=mm(LINE_MM)), cross)
