"""A theme in, the colours of a stage and of what stands on it out: bodies, muscles, equipment, arrows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cardgen.display import Color
from cardgen.theme.colour import contrast, mix, nearest_passing
from cardgen.theme.model import Theme
from cardgen.theme.pairs import AA_LARGE
from cardgen.values.use import Ink

NEUTRAL = Color.from_hex("#22262a")
"""Of bodies, where a brand's own colour is too light for them."""
NEAR_CONTRAST = 12.5
"""White on a colour that bodies may have."""
WORKED_CONTRAST = 4.0
"""A muscle at work on its body: lighter, and the strongest of the three."""
STAGE_TINT, HELPING, FAR, EQUIPMENT, FLOOR = 0.07, 0.55, 0.64, 0.52, 0.34
"""How much of the body's colour, or of the muscle's, these have."""
DARK_ARROW = Color.from_hex("#b8720a")
HELPING_CONTRAST = 3.0
"""Helping muscles of less are hatched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageColors:
    """What the stage of a card is painted with."""

    ground: Color
    near: Color
    """Of bodies: the near side of one, and the silhouettes of the map."""
    far: Color
    worked: Color
    helping: Color | None
    """None where helping muscles are hatched."""
    equipment: Color
    floor: Color
    arrow: Color
    label: Color
    rule: Color | None
    """Of the line that closes a white stage at its foot; None where its ground does."""


@lru_cache(maxsize=256)
def stage_colors(theme: Theme) -> StageColors:
    """Return the colours of a stage: what means something is seen on what it stands on."""
    paper = theme.paper
    if theme.mode is Ink.MONO:
        return StageColors(
            ground=paper, near=theme.ink, far=theme.ink, worked=paper, helping=None, equipment=theme.ink,
            floor=theme.ink, arrow=theme.ink, label=theme.ink, rule=theme.ink,
        )  # fmt: skip
    near = theme.band if contrast(paper, theme.band) >= NEAR_CONTRAST else NEUTRAL
    ground = mix(paper, near, STAGE_TINT) if theme.mode is Ink.FULL else paper
    worked = nearest_passing(theme.accent, lambda tried: contrast(tried, near) >= WORKED_CONTRAST)
    helping = mix(near, worked, HELPING)
    return StageColors(
        ground=ground,
        near=near,
        far=_seen(mix(ground, near, FAR), ground),
        worked=worked,
        helping=helping if contrast(helping, near) >= 1.85 else None,
        equipment=_seen(mix(ground, near, EQUIPMENT), ground),
        floor=mix(ground, near, FLOOR),
        arrow=_seen(theme.accent, ground),
        label=theme.muted if theme.mode is Ink.FULL else theme.ink,
        rule=theme.hairline if theme.mode is Ink.LOW else None,
    )


def _seen(color: Color, on: Color) -> Color:
    return nearest_passing(color, lambda tried: contrast(tried, on) >= AA_LARGE)
