"""A colour in, a number or another colour out: contrast, mixtures, lightness. Knows no theme."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable

from cardgen.display import Color
from cardgen.values.errors import UsageError

LINEAR_LIMIT = 0.04045
"""Up to here sRGB is linear (IEC 61966-2-1)."""
LIGHTNESS_STEPS = 1024
"""Lightness is searched in steps smaller than those of eight bits."""

_SIX, _THREE = re.compile(r"#?[0-9a-f]{6}"), re.compile(r"#?[0-9a-f]{3}")


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


def lightness(color: Color) -> float:
    """Return the lightness of a colour, 0 to 1 (HSL)."""
    return colorsys.rgb_to_hls(color.red, color.green, color.blue)[1]


def hue(color: Color) -> float:
    """Return the hue of a colour, in degrees (HSL)."""
    return 360 * colorsys.rgb_to_hls(color.red, color.green, color.blue)[0]


def saturation(color: Color) -> float:
    """Return the saturation of a colour, 0 to 1 (HSL)."""
    return colorsys.rgb_to_hls(color.red, color.green, color.blue)[2]


def apart(one: float, other: float) -> float:
    """Return how far two hues lie apart, 0 to 180 degrees."""
    away = abs(one - other) % 360
    return min(away, 360 - away)


def at_lightness(color: Color, value: float) -> Color:
    """Return the colour of the same hue and saturation (HSL) at another lightness, as eight bits a part can say it."""
    hue, _, saturation = colorsys.rgb_to_hls(color.red, color.green, color.blue)
    return Color.from_hex(Color(*colorsys.hls_to_rgb(hue, value, saturation)).hex())


def nearest_passing(color: Color, passes: Callable[[Color], bool]) -> Color:
    """Return the colour of the same hue that passes, its lightness moved as little as needed."""
    start = lightness(color)
    for step in range(LIGHTNESS_STEPS + 1):
        away = step / LIGHTNESS_STEPS
        for value in (start - away, start + away):
            candidate = at_lightness(color, min(max(value, 0.0), 1.0))
            if passes(candidate):
                return candidate
    raise ValueError(f"no lightness of {color.hex()} passes")


def parse_color(text: str) -> Color:
    """Return the colour that `#rrggbb` or `#rgb` names."""
    digits = text.strip().casefold()
    if _THREE.fullmatch(digits):
        digits = "".join(digit * 2 for digit in digits.removeprefix("#"))
    if not _SIX.fullmatch(digits):
        raise UsageError(f'"{text}" is not a colour', hint='write # and six digits, such as "#12343b"')
    return Color.from_hex(digits)
