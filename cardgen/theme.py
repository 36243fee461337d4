"""Colours and proportions of a card. Knows no guide and no page.

Two units carry the system. The sheet unit is 1 mm on A5 and grows with the sheet: margins, header, code, footer. The type unit
is 0.1 mm a point of the body size: numerals, indents and the gaps of the text. So the sheet does not change when the type
grows, and the rhythm of the text does not change with the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.display import Color

AA_TEXT = 4.5
"""Least contrast of text with its ground, WCAG 2.2, 1.4.3."""
AA_LARGE = 3.0
"""Least contrast of text from 18 pt and of signs, WCAG 2.2, 1.4.3 and 1.4.11."""


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


LINEAR_LIMIT = 0.04045
"""Up to here sRGB is linear (IEC 61966-2-1)."""


def mix(ground: Color, over: Color, share: float) -> Color:
    """Return `ground` with `share` (0 to 1) of `over` laid on it."""
    parts = zip((ground.red, ground.green, ground.blue), (over.red, over.green, over.blue), strict=True)
    return Color(*(round(a + (b - a) * share, 4) for a, b in parts))


def luminance(color: Color) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    parts = (
        part / 12.92 if part <= LINEAR_LIMIT else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.red, color.green, color.blue)
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _box(ground: str, sign: str, heading: str) -> BoxColors:
    return BoxColors(ground=Color.from_hex(ground), sign=Color.from_hex(sign), heading=Color.from_hex(heading))


PETROL = Theme(
    name="petrol",
    band=Color.from_hex("#12343b"),
    accent=Color.from_hex("#f2b544"),
    tips=_box("#e8f3ee", "#1d7a52", "#14583b"),
    mistakes=_box("#fbecea", "#b3261e", "#8c1d18"),
    safety=_box("#fdf3dc", "#9a6200", "#6b4400"),
    breathing=_box("#e9eff1", "#3b6b77", "#12343b"),
)
"""The standard theme."""
