"""A card and a sheet in, where the parts of a poster go out: the dark side, the square of the number, the room of the names."""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.compose import Card
from cardgen.display import Path
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import plan_map
from cardgen.layout.ground.panel import angle, topped
from cardgen.layout.ground.tile import code_tile
from cardgen.values.geometry import Rect, mm, to_mm

SIDE, SIDE_ACROSS = 116.0 / 297.0, 0.33
"""Width of the side, as a part of the sheet's; on a sheet across it is high enough for less."""
HEAD, HEAD_ACROSS, HEAD_MORE = 0.371, 0.28, 0.34
"""Greatest height of the head and of a number's square, as a part of the sheet's: upright, across, and across over few steps
or with a long title."""
FEW = 3
UNIT_MM = (297.0, 420.0)
"""On a sheet of this size the poster unit is 1 mm; lengths are in it, sizes in points on it."""
PAD = 0.9
"""From the side's edge to what stands in it, as a part of the margin."""
NAME_FLOOR = 1.5
"""Names in the hand are never less than this many times the least body size of the sheet."""
RULE = 1.0
"""Under a white head and round a number on white, in poster units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the parts of a poster go; lengths in points."""

    unit: float
    """The poster unit."""
    across: bool
    """Whether the sheet is wider than high."""
    side: float
    """Width of the side; 0 where nothing stands in it."""
    square: float
    """Height of the square of the number; 0 without one."""
    head: float
    """Height that the head may take."""
    head_most: float
    """And that it may take where the title is long."""
    left: float
    """Width between the margins left of the side."""
    names: float
    """Width that the names have: more where nothing stands beside them."""
    least: float
    """Least size of the names."""

    def points(self, size: float, kit: Kit) -> float:
        """Return a size given on A3, scaled to the sheet and never under what can be read."""
        return max(size * to_mm(self.unit), kit.measures.small(0.0))


def frame_of(card: Card, kit: Kit) -> Frame:
    """Return the frame of a poster; the side is at least as wide as the code."""
    measures = kit.measures
    across = measures.width > measures.height
    width, height = reversed(UNIT_MM) if across else UNIT_MM
    side = measures.width * (SIDE_ACROSS if across else SIDE)
    tile = code_tile(card, kit)
    if tile:
        side = max(side, tile.width + (1 + PAD) * measures.margin)
    filled = bool(tile or card.photos or card.figure or plan_map(card, 1.0))
    side = side if filled or card.number else 0.0
    left = measures.width - side - (1 + PAD) * measures.margin if side else measures.text_width
    head = measures.height * ((HEAD_MORE if len(card.steps) <= FEW else HEAD_ACROSS) if across else HEAD)
    return Frame(
        unit=mm(min(to_mm(measures.width) / width, to_mm(measures.height) / height)),
        across=across,
        side=side,
        square=min(side, head) if card.number else 0.0,
        head=head,
        head_most=max(head, measures.height * HEAD_MORE),
        left=left,
        names=left if filled else measures.text_width,
        least=max(measures.least, measures.floor if measures.least else measures.floor * NAME_FLOOR),
    )


def ground_of(frame: Frame, head: float, kit: Kit) -> tuple[Path, ...]:
    """Return the dark L as one shape, or on white a rule under the head."""
    ground, width = kit.theme.on_top.fill, kit.measures.width
    if ground and frame.side and frame.names <= frame.left:
        return (angle(kit.measures, frame.side, head, ground),)
    above = width - frame.side if covers_side(frame) and not ground else width
    return (topped(Rect(x=0, y=0, width=above, height=head), RULE * frame.unit, kit),)


def covers_side(frame: Frame) -> bool:
    """Tell whether the side begins at the sheet's head, so that the head ends beside it."""
    return bool(frame.square) or (frame.across and frame.side > 0)
