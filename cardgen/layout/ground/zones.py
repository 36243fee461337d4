"""A sheet in, the zones of a card out: band, stage, text, foot, each on the same lines on every card of a set."""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.layout.ground.measures import Kit, interpolate
from cardgen.values.geometry import mm, to_mm

SHEET_MM, ACROSS_MM = (148.0, 210.0), (223.0, 158.0)
"""A5, on which the unit of all zones is 1 mm; of a sheet across, a little more of its height."""
MARGIN, TAB_GAP = 10.0, 4.0
BAND, EYEBROW, TITLE = 25.0, 5.0, 11.0
"""Height of the band, and the cap lines in it; in units, as are all lengths here."""
STAGES = ((105.0, 48.0), (148.0, 53.0), (210.0, 58.0))
"""Height of a set's stage by the sheet's shorter side in mm."""
STAGE_LEAST, STAGE_STEP = 42.0, 2.0
BODIES = ((105.0, 8.0), (148.0, 9.0), (210.0, 12.2), (297.0, 17.2), (420.0, 24.0))
"""Size of a set's text in points, the same way."""
GROWTH = 1.15
"""So much larger may the text of a card be that would have a hole else."""
RAIL, RAIL_SMALL, LARGE_UNIT_MM, SMALL_UNIT_MM = 22.0, 27.0, 1.2, 0.9
"""Width of the code's tile: on large sheets, whose unit is more, the code may be smaller for it."""
INSET, AFTER_STAGE, FOOT = 4.4, 5.2, 12.0
"""Round what stands on the stage; from the stage to the first disc; from the boxes to the edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """Where things stand on a card, in points."""

    unit: float
    width: float
    height: float
    margin: float
    band: float
    """Height of the band over a title of one line."""
    eyebrow: float
    title: float
    """Cap lines."""
    stage: float
    """Height of the stage in a set."""
    stage_least: float
    step: float
    """By which the stage gives way."""
    rail: float
    inset: float
    body: float
    """Size of the text in a set."""
    ceiling: float
    text_gap: float
    foot: float
    """Where boxes end."""
    band_right: float
    """Where the text of the band ends: at the margin, or beside a code that hangs into the stage."""
    code_top: float | None
    """Where such a code begins; None where it stands on the stage."""
    tabs: float
    """Where the first slot of a tab begins, on every card of a set."""
    left: float
    """Where text starts: at the margin, or beside the stage of a card across."""

    @property
    def text_width(self) -> float:
        """Of steps, boxes and foot."""
        return self.width - self.margin - self.left

    @property
    def is_small(self) -> bool:
        """Whether the key to the muscles stands in the band: the stage holds figure and code alone."""
        return to_mm(self.unit) < SMALL_UNIT_MM

    @property
    def is_large(self) -> bool:
        """Whether the legend has a row of its own, and the map room under the code."""
        return to_mm(self.unit) > LARGE_UNIT_MM


def zones_of(kit: Kit) -> Zones:
    """Return the zones of a sheet, whichever way it is held."""
    measures = kit.measures
    width, height = to_mm(measures.width), to_mm(measures.height)
    short = min(width, height)
    across = width > height
    sheet = ACROSS_MM if across else SHEET_MM
    unit = mm(min(width / sheet[0], height / sheet[1]))
    top = max(EYEBROW * unit, measures.top_edge)
    shift = top - EYEBROW * unit
    body = max(interpolate(BODIES, short), measures.floor)
    ceiling = max(body * GROWTH, measures.floor)
    stage = interpolate(STAGES, short) * unit
    if kit.shared:
        body = ceiling = max(kit.shared.body, measures.floor)
        stage = kit.shared.stage or stage
    large = to_mm(unit) > LARGE_UNIT_MM
    margin = max(MARGIN * unit, measures.edge)
    return Zones(
        unit=unit,
        width=measures.width,
        height=measures.height,
        margin=margin,
        band_right=measures.width - margin,
        code_top=None,
        tabs=(BAND + TAB_GAP) * unit + shift + (0.0 if across else interpolate(STAGES, short) * unit),
        left=margin,
        band=BAND * unit + shift,
        eyebrow=top,
        title=TITLE * unit + shift,
        stage=stage,
        stage_least=STAGE_LEAST * unit,
        step=STAGE_STEP * unit,
        rail=(RAIL if large else RAIL_SMALL) * unit,
        inset=INSET * unit,
        body=body,
        ceiling=ceiling,
        text_gap=AFTER_STAGE * unit,
        foot=measures.height - FOOT * unit,
    )
