"""A theme in, the colours of a stage and of what stands on it out: bodies, muscles, equipment, arrows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cardgen.display import Color
from cardgen.theme.colour import contrast, mix, nearest_passing
from cardgen.theme.derive import AMBER
from cardgen.theme.model import SIGN_CONTRAST, WORKED_CONTRAST, Theme
from cardgen.values.use import Ink

STAGE_TINT, HELPING, FAR, EQUIPMENT, FLOOR = 0.07, 0.55, 0.64, 0.52, 0.34
"""How much of the body's colour, or of the muscle's, these have."""
DARK_ARROW, GREY_ARROW = Color.from_hex("#b8720a"), Color.from_hex("#6b7073")
"""Beside muscles in amber, and where the brand is not seen on the stage."""
PALE_LINE = Color.from_hex("#8c8c8c")
"""Of what is no body, on white: 3.3 to 1."""
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
    near = theme.near if theme.mode is Ink.FULL else theme.ink
    if theme.mode is Ink.LOW:
        return StageColors(
            ground=paper, near=near, far=_seen(mix(paper, near, FAR), paper), worked=near, helping=None,
            equipment=PALE_LINE, floor=mix(paper, near, FLOOR), arrow=near, label=theme.ink, rule=PALE_LINE,
        )  # fmt: skip
    ground = mix(paper, near, STAGE_TINT)
    worked = nearest_passing(theme.accent, lambda tried: contrast(tried, near) >= WORKED_CONTRAST)
    helping = mix(near, worked, HELPING)
    return StageColors(
        ground=ground,
        near=near,
        far=_seen(mix(ground, near, FAR), ground),
        worked=worked,
        helping=helping if contrast(helping, near) >= HELPING_CONTRAST else None,
        equipment=_seen(mix(ground, near, EQUIPMENT), ground),
        floor=mix(ground, near, FLOOR),
        arrow=_arrow(theme, worked, ground),
        label=theme.muted,
        rule=None,
    )


def _arrow(theme: Theme, worked: Color, ground: Color) -> Color:
    if worked == AMBER:
        return DARK_ARROW
    if theme.brand is None:
        return _seen(theme.accent, ground)
    return theme.brand if contrast(theme.brand, ground) >= SIGN_CONTRAST else GREY_ARROW


def _seen(color: Color, on: Color) -> Color:
    return nearest_passing(color, lambda tried: contrast(tried, on) >= SIGN_CONTRAST)
