"""How a card is used: how much it shows, read and scanned from where, by whom, punched or not. Knows no sheet and no text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from cardgen.values.errors import UsageError
from cardgen.values.geometry import MM_PER_INCH

LIMIT = 13.0
"""Points a metre at which letters are at their limit for normal sight: an x-height of 5 minutes of arc is 1.45 mm at a metre,
and the x-height of Inter is 0.546 em (7.6 pt); a half more for capitals set condensed, poor light and a moving reader."""
COMFORTABLE = 33.0
"""Points a metre that are read without effort."""
SCAN_FACTOR = 10.0
"""A code is read from about ten times its width."""
WALL_SCAN = 0.5
"""From where a code on the wall is scanned, in metres, where nobody says otherwise: an arm's length."""
LARGE_PRINT = 18.0
"""Points of running text in large print (RNIB, clear print guidelines: 16 to 18 and more)."""
LARGE_PRINT_LEAST = 14.0
"""Points of anything else in it: what clear print asks of running text."""
NEAREST, FARTHEST = 0.1, 40.0
"""In metres: nearer is in the hand, farther no sheet of a printer serves."""
SAFEST_MM = 40.0

_METRES = {"m": 1.0, "cm": 0.01, "mm": 0.001, "ft": 0.3048, "in": MM_PER_INCH / 1000}
_NAMES = {"'": "ft", "foot": "ft", "feet": "ft", "meter": "m", "metre": "m", "meters": "m", "metres": "m", '"': "in"}
_LENGTH = re.compile(r"(?P<value>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\W\d_]*|'|\")")


class Detail(Enum):
    """How much of a guide a card shows."""

    BRIEF = "brief"
    """The short steps, tips, mistakes, safety."""
    FULL = "full"
    """Every section of the body, with tips and mistakes."""
    HEADLINE = "headline"
    """The names of the steps alone."""

    @property
    def is_whole(self) -> bool:
        """Whether a card shows all that its guide says."""
        return self is Detail.FULL

    @property
    def is_poster(self) -> bool:
        """Whether a card hangs on a wall, is read from afar and has one side."""
        return self is Detail.HEADLINE

    @property
    def less(self) -> tuple[Detail, ...]:
        """The details that show less, the next first."""
        order = (Detail.FULL, Detail.BRIEF, Detail.HEADLINE)
        return order[order.index(self) + 1 :]


class Ink(Enum):
    """How much a card costs to print."""

    FULL = "full"
    """Grounds in colour."""
    LOW = "low"
    """White grounds, rules and outlines; black text."""
    MONO = "mono"
    """One ink, all of it or none: what a copier and a fax leave alone."""


class Head(Enum):
    """What a card's head stands on."""

    BRAND = "brand"
    """The band in its own colour, its words white, or black where it is light."""
    DARK = "dark"
    """The same, but a light band gives way to a neutral dark one."""
    WHITE = "white"
    """White over a rule."""


class Picture(Enum):
    """What shows the exercise."""

    BEST = "best"
    """Photographs, else the figure, else the muscle map."""
    FIGURE = "figure"
    """Also where there are photographs."""
    PHOTO = "photo"
    """Photographs, else the muscle map."""
    MUSCLES = "muscles"
    """The muscle map alone."""
    NONE = "none"


class Edition(Enum):
    """For whom the type is set."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"


class Punch(Enum):
    """Where holes go."""

    NONE = "none"
    TOP = "top"
    """One, in the middle."""
    CORNERS = "corners"
    """Four."""


class Sides(Enum):
    """How many sides of the sheet a card takes."""

    ONE = 1
    TWO = 2
    """Picture and steps in front; tips, mistakes, safety and code on the back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A distance, and how it was written."""

    metres: float
    unit: str = "m"

    def __str__(self) -> str:
        return f"{round(self.metres / _METRES[self.unit], 2):g}{self.unit}"

    def of(self, metres: float) -> Distance:
        """Return another distance in the same unit."""
        return Distance(metres=metres, unit=self.unit)


IN_THE_HAND = Distance(metres=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """All of it; the default is a card in the hand."""

    read_from: Distance = IN_THE_HAND
    scan_from: Distance = IN_THE_HAND
    """Where it is not given, a card for the wall is scanned from WALL_SCAN and one in the hand by the rule of its sheet."""
    edition: Edition = Edition.STANDARD
    sides: Sides = Sides.ONE
    safe_mm: float = 0.0
    """Nothing that matters is nearer to an edge, in millimetres; 0 for the usual."""
    punch: Punch = Punch.NONE

    @property
    def least(self) -> float:
        """The least size of any text, in points; 0 where the sheet decides."""
        large = LARGE_PRINT_LEAST if self.edition is Edition.LARGE_PRINT else 0.0
        return max(LIMIT * self.read_from.metres, large)

    @property
    def body(self) -> float:
        """The least size of running text, in points; 0 where the sheet decides."""
        large = LARGE_PRINT if self.edition is Edition.LARGE_PRINT else 0.0
        return max(LIMIT * self.read_from.metres, large)

    @property
    def comfortable(self) -> float:
        """The size from which running text need not grow, in points; 0 where the sheet decides."""
        return COMFORTABLE * self.read_from.metres

    @property
    def code_mm(self) -> float:
        """The least width of the code in millimetres; 0 where the sheet decides."""
        return self.scanned_from.metres * 1000 / SCAN_FACTOR

    @property
    def scanned_from(self) -> Distance:
        """From where the code is scanned, given or not; 0 where the sheet decides."""
        if self.scan_from.metres or not self.read_from.metres:
            return self.scan_from
        return self.read_from.of(WALL_SCAN)


IN_HAND = Use()


def parse_distance(text: str) -> Distance:
    """Return the distance that `1.5m`, `150 cm` or `5ft` names."""
    metres, unit = _measured(text, "distance", "1.5m or 5ft")
    if not NEAREST <= metres <= FARTHEST:
        raise UsageError(
            f'the distance "{text}" is {metres:g} m', hint=f"distances are {NEAREST:g} m to {FARTHEST:g} m"
        )
    return Distance(metres=metres, unit="ft" if unit in {"ft", "in"} else "m")


def parse_safe(text: str) -> float:
    """Return the millimetres that `8mm`, `1cm` or `0.3in` name."""
    metres, _ = _measured(text, "length", "8mm or 0.3in")
    if metres * 1000 > SAFEST_MM:
        raise UsageError(
            f'the margin "{text}" is {metres * 1000:g} mm', hint=f"at most {SAFEST_MM:g} mm are kept clear"
        )
    return round(metres * 1000, 3)


def _measured(text: str, what: str, example: str) -> tuple[float, str]:
    match = _LENGTH.fullmatch(text.strip().casefold())
    unit = _NAMES.get(match["unit"], match["unit"]) if match else ""
    if match is None or unit not in _METRES:
        reason = "has no unit" if match and not unit else f"is no {what}"
        raise UsageError(f'"{text}" {reason}', hint=f"write it such as {example}")
    return float(match["value"].replace(",", ".")) * _METRES[unit], unit
