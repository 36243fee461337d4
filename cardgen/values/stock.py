"""The name of a paper size in, a sheet in points out, and the ways it can be turned."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

from cardgen.values.errors import UsageError
from cardgen.values.geometry import MM_PER_INCH, mm
from cardgen.values.nearest import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper, in points."""

    name: str
    """As asked for: `a4`, or `100x150mm`; `a4 landscape` when it was turned."""
    width: float
    height: float


class Orientation(Enum):
    """How a sheet is held."""

    GIVEN = "given"
    """Named sheets upright, measured ones with the width that was written."""
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    AUTO = "auto"
    """Whichever way gives the larger type."""


NAMED_MM = {
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "a6": (105.0, 148.0),
    "letter": (215.9, 279.4),
    "half-letter": (139.7, 215.9),
    "a3": (297.0, 420.0),
    "a2": (420.0, 594.0),
    "a7": (74.0, 105.0),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
"""Width and height in millimetres, in the order in which they are offered."""

SHORTEST_MM = 70.0
"""A narrower card leaves no room for a code of 20 mm beside a title inside margins of 6 mm; an index card of 3 inches does."""
LONGEST_MM = 1200.0
"""A longer one is no sheet of a printer (A0 is 1189 mm)."""

UNITS_MM = {"mm": 1.0, "in": MM_PER_INCH, "cm": 10.0}
_OTHER_NAMES = {"inch": "in", "inches": "in", '"': "in", "\u2033": "in", "''": "in"}
_FORMS = "<width>x<height> in mm, cm or in, such as 100x150mm or 4x6in"
_CUSTOM = re.compile(
    r"(?P<width>\d+(?:[.,]\d+)?)\s*[x\u00d7*]\s*(?P<height>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\W\d_]*|\"|\u2033|'')"
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


def ways(sheet: Sheet, orientation: Orientation) -> tuple[Sheet, ...]:
    """Return the sheet held as asked: two sheets, upright before across, where both are to be tried."""
    match orientation:
        case Orientation.GIVEN:
            return (sheet,)
        case Orientation.PORTRAIT:
            return (_upright(sheet),)
        case Orientation.LANDSCAPE:
            return (_across(sheet),)
        case Orientation.AUTO:
            return tuple(dict.fromkeys((_upright(sheet), _across(sheet))))  # a square can be held one way only
        case _:
            assert_never(orientation)


def _upright(sheet: Sheet) -> Sheet:
    return _turned(sheet, "portrait") if sheet.width > sheet.height else sheet


def _across(sheet: Sheet) -> Sheet:
    return _turned(sheet, "landscape") if sheet.width < sheet.height else sheet


def _turned(sheet: Sheet, way: str) -> Sheet:
    return replace(sheet, name=f"{sheet.name} {way}", width=sheet.height, height=sheet.width)


def _custom(text: str, match: re.Match[str]) -> Sheet:
    unit = _OTHER_NAMES.get(match["unit"], match["unit"])
    width, height = (float(match[side].replace(",", ".")) for side in ("width", "height"))
    if unit not in UNITS_MM:
        what = f'the unit of the size "{text}" is not known: {unit}' if unit else f'the size "{text}" has no unit'
        raise UsageError(what, hint=_with_unit(width, height) if not unit else f"sizes are {_FORMS}")
    shorter, longer = (side * UNITS_MM[unit] for side in sorted((width, height)))
    if shorter < SHORTEST_MM:
        raise UsageError(
            f'the size "{text}" is too small: {shorter:g} mm on its shorter side',
            hint=f"the shorter side is at least {SHORTEST_MM:g} mm",
        )
    if longer > LONGEST_MM:
        raise UsageError(
            f'the size "{text}" is too large: {longer:g} mm on its longer side',
            hint=f"the longer side is at most {LONGEST_MM:g} mm",
        )
    name = f"{width:g}x{height:g}{unit}"
    return Sheet(name=name, width=mm(width * UNITS_MM[unit]), height=mm(height * UNITS_MM[unit]))


def _with_unit(width: float, height: float) -> str:
    """Return how a size without unit may have been meant."""
    shorter, longer = sorted((width, height))
    meant = [
        f"{width:g}x{height:g}{unit}"
        for unit, factor in UNITS_MM.items()
        if shorter * factor >= SHORTEST_MM and longer * factor <= LONGEST_MM
    ]
    return f"write its unit: {' or '.join(meant)}" if meant else f"sizes are {_FORMS}"
