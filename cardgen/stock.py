"""The name of a paper size in, a sheet in points out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardgen.errors import UsageError
from cardgen.geometry import mm
from cardgen.nearest import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper, in points."""

    name: str
    """As asked for: `a4`, or `100x150mm`."""
    width: float
    height: float


NAMED_MM = {
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "letter": (215.9, 279.4),
    "half-letter": (139.7, 215.9),
    "a3": (297.0, 420.0),
    "tabloid": (279.4, 431.8),
}
"""Width and height in millimetres, in the order in which they are offered."""

SHORTEST_MM = 90.0
"""A narrower card leaves no room for a code of 20 mm beside a title inside margins of 6 mm."""
LONGEST_MM = 1200.0
"""A longer one is no sheet of a printer (A0 is 1189 mm)."""

_FORMS = "<width>x<height>mm, such as 100x150mm"
_CUSTOM = re.compile(
    r"(?P<width>\d+(?:[.,]\d+)?)\s*[x\u00d7*]\s*(?P<height>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\W\d_]*|\"|'')"
)


def parse_sheet(text: str) -> Sheet:
    """Return the sheet that `text` names or measures."""
    name = text.strip().casefold()
    if name in NAMED_MM:
        width, height = NAMED_MM[name]
        return Sheet(name=name, width=mm(width), height=mm(height))
    if match := _CUSTOM.fullmatch(name):
        return _custom(text, match)
    raise UsageError(f'unknown size "{text}"', hint=f"{did_you_mean(name, NAMED_MM, label='sizes')}, or {_FORMS}")


def _custom(text: str, match: re.Match[str]) -> Sheet:
    unit = match["unit"]
    width, height = (float(match[side].replace(",", ".")) for side in ("width", "height"))
    if unit != "mm":
        what = f'the unit of the size "{text}" is not known: {unit}' if unit else f'the size "{text}" has no unit'
        raise UsageError(
            what, hint=f"write it in millimetres: {width:g}x{height:g}mm" if not unit else f"sizes are {_FORMS}"
        )
    if min(width, height) < SHORTEST_MM:
        raise UsageError(
            f'the size "{text}" is too small: {min(width, height):g} mm on its shorter side',
            hint=f"the shorter side is at least {SHORTEST_MM:g} mm",
        )
    if max(width, height) > LONGEST_MM:
        raise UsageError(
            f'the size "{text}" is too large: {max(width, height):g} mm on its longer side',
            hint=f"the longer side is at most {LONGEST_MM:g} mm",
        )
    return Sheet(name=f"{width:g}x{height:g}mm", width=mm(width), height=mm(height))
