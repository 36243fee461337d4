"""The colours of a card as one value, and those that follow from them."""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.display import Color
from cardgen.theme.colour import mix


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxColors:
    """The colours of one kind of box."""

    ground: Color
    sign: Color
    """Bar and icons."""
    heading: Color


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """All colours of a card."""

    name: str
    band: Color
    accent: Color
    tips: BoxColors
    mistakes: BoxColors
    safety: BoxColors
    breathing: BoxColors
    """Of breathing and of boxes of no special kind."""
    ink: Color = Color.from_hex("#1b1f24")
    lead: Color = Color.from_hex("#3d4650")
    muted: Color = Color.from_hex("#5b656f")
    hairline: Color = Color.from_hex("#cfd6da")
    paper: Color = Color.from_hex("#ffffff")
    code: Color = Color.from_hex("#000000")

    @property
    def on_band(self) -> Color:
        """Text of the header that is not the title: the band with 84 % white."""
        return mix(self.band, self.paper, 0.84)

    @property
    def body(self) -> Color:
        """The outline of the body on the band."""
        return mix(self.band, self.paper, 0.10)

    @property
    def plate(self) -> Color:
        """A muscle at rest; one at work has the accent."""
        return mix(self.band, self.paper, 0.24)

    @property
    def helping(self) -> Color:
        """A muscle that helps."""
        return mix(self.plate, self.accent, 0.52)
