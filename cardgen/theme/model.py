"""The colours of a card as one value, and those that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from cardgen.display import Color
from cardgen.theme.colour import mix


class Ink(Enum):
    """How much a card costs to print."""

    FULL = "full"
    """Grounds in colour."""
    LOW = "low"
    """White grounds, rules and outlines; black text."""
    MONO = "mono"
    """One ink, all of it or none: what a copier and a fax leave alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxColors:
    """The colours of one kind of box."""

    ground: Color
    sign: Color
    """Bar and icons."""
    heading: Color


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscColors:
    """The colours of a step's number."""

    fill: Color | None
    edge: Color | None
    numeral: Color


BLACK = Color.from_hex("#000000")
OUTLINE = Color.from_hex("#7b8b90")
"""3.5 to 1 on white; the least that WCAG 2.2, 1.4.11, asks of what is written in is 3."""
TINT, SPOKEN_TINT = 0.07, 0.16
"""How much of the band's and of the accent's colour these grounds have."""
BOXES = ("tips", "mistakes", "safety", "breathing")


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
    code: Color = BLACK
    mode: Ink = Ink.FULL

    def inked(self, ink: Ink) -> Theme:
        """Return the theme for another amount of ink, from its colours in full."""
        match ink:
            case Ink.FULL:
                return self
            case Ink.LOW:
                boxes = {name: replace(getattr(self, name), ground=self.paper, heading=BLACK) for name in BOXES}
                band = self.band
            case Ink.MONO:
                boxes = dict.fromkeys(BOXES, BoxColors(ground=self.paper, sign=BLACK, heading=BLACK))
                band = BLACK
        return replace(
            self, mode=ink, band=band, ink=BLACK, lead=BLACK, muted=BLACK, hairline=BLACK, code=BLACK, **boxes
        )

    @property
    def head(self) -> Color | None:
        """The ground of the header; None for white over a rule in the band's colour."""
        return None if self.mode is Ink.LOW else self.band

    @property
    def title(self) -> Color:
        """The title, in the header."""
        return self.ink if self.mode is Ink.LOW else self.paper

    @property
    def eyebrow(self) -> Color:
        """What stands above the title."""
        return self.accent if self.mode is Ink.FULL else self.title

    @property
    def on_band(self) -> Color:
        """Text of the header that is not the title: the band with 84 % white."""
        return mix(self.band, self.paper, 0.84) if self.mode is Ink.FULL else self.title

    @property
    def heading(self) -> Color:
        """Names of steps, headings and bold words, on white."""
        return self.band if self.mode is Ink.FULL else self.ink

    @property
    def disc(self) -> DiscColors:
        """A step's number."""
        match self.mode:
            case Ink.FULL:
                return DiscColors(fill=self.accent, edge=None, numeral=self.band)
            case Ink.LOW:
                return DiscColors(fill=None, edge=self.band, numeral=self.ink)
            case Ink.MONO:
                return DiscColors(fill=self.band, edge=None, numeral=self.paper)

    @property
    def station(self) -> tuple[Color | None, Color]:
        """The ground of a station's number and the number; None for white."""
        match self.mode:
            case Ink.FULL:
                return self.accent, self.band
            case Ink.LOW:
                return None, self.ink
            case Ink.MONO:
                return self.paper, self.ink

    def tab(self, color: Color) -> Color:
        """Return the ground of a tab in a group's colour."""
        return color if self.mode is Ink.FULL else BLACK

    @property
    def tile_edge(self) -> Color | None:
        """The outline of the code's tile; None where its ground sets it off."""
        return self.ink if self.mode is Ink.LOW else None

    @property
    def tint(self) -> Color | None:
        """The ground of headings in tables; None for white between rules."""
        return mix(self.paper, self.band, TINT) if self.mode is Ink.FULL else None

    @property
    def spoken(self) -> Color:
        """The ground on which the trainer speaks."""
        return mix(self.paper, self.accent, SPOKEN_TINT) if self.mode is Ink.FULL else self.paper

    @property
    def outline(self) -> Color:
        """The edge of what is written in."""
        return self.ink if self.mode is Ink.MONO else OUTLINE

    @property
    def faint(self) -> tuple[Color, Color]:
        """Lines and half lines to draw on; in one ink they differ by their weight alone."""
        if self.mode is Ink.MONO:
            return self.ink, self.ink
        return mix(self.paper, OUTLINE, 0.60), mix(self.paper, OUTLINE, 0.30)

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
