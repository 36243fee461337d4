"""What is prescribed of an exercise, as values: repetitions, load, tempo, side. Knows how they are printed, not how they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_SPAN = re.compile(r"(\d+(?:\.\d+)?)(?:–(\d+(?:\.\d+)?))?")
AMRAP_COUNT = 12
"""As many repetitions as possible are taken for so many when time is estimated."""


class Counting(Enum):
    """How a set ends."""

    COUNT = "count"
    """After so many repetitions."""
    HOLD = "hold"
    """After so many seconds."""
    AMRAP = "amrap"
    """When no good repetition is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reps:
    """How long one set is."""

    counting: Counting = Counting.COUNT
    low: int = 0
    """Repetitions, or seconds of a hold; 0 for AMRAP."""
    high: int = 0
    """The same as `low` where there is no range."""

    @property
    def text(self) -> str:
        """As it is printed: `8`, `8–12`, `30 s`, `AMRAP`."""
        if self.counting is Counting.AMRAP:
            return "AMRAP"
        span = f"{self.low}" if self.low == self.high else f"{self.low}–{self.high}"
        return span if self.counting is Counting.COUNT else f"{span} s"

    @property
    def middle(self) -> int:
        """The repetitions, or seconds, to reckon with: the middle of a range, rounded up; 12 for AMRAP."""
        return AMRAP_COUNT if self.counting is Counting.AMRAP else -(-(self.low + self.high) // 2)


class LoadUnit(Enum):
    """What a load is measured in; the value is how it is printed."""

    KG = "kg"
    LB = "lb"
    PERCENT = "%"
    """Of the most that is lifted once."""
    RPE = "RPE"
    """Effort from 1 to 10."""
    BAND = "band"
    BODY_WEIGHT = "body weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How heavy an exercise is, week by week."""

    unit: LoadUnit
    values: tuple[str, ...]
    """As they are printed, without the unit: `42.5`, `7–8`, `light`; several where the load changes from week to week.

    An empty text for body weight, and for a band of which no more is said.
    """

    def value(self, week: int) -> str:
        """Return the value of a week from 1 on; a list that is shorter than the plan holds its last."""
        return self.values[min(week, len(self.values)) - 1]

    def text(self, week: int) -> str:
        """Return the load of a week as it is printed: `42.5 kg`, `70 %`, `RPE 7`, `light band`, `body weight`."""
        return self._with_unit(self.value(week))

    @property
    def first(self) -> str:
        """The value of the first week."""
        return self.values[0]

    @property
    def last(self) -> str:
        """The value at the end."""
        return self.values[-1]

    @property
    def changes(self) -> bool:
        """Whether it is not the same every week."""
        return len(set(self.values)) > 1

    @property
    def span(self) -> str:
        """The first and the last value as they are printed: `20 → 27.5 kg`; one where all are the same.

        Where loads go up and down, the least and the greatest: `40–52.5 kg`. The last alone would hide the heaviest week.
        """
        if not self.changes:
            return self._with_unit(self.first)
        ends = [match.groups() for value in self.values if (match := _SPAN.fullmatch(value))]
        ranks = [(float(low), float(high or low)) for low, high in ends]
        if self.first != self.last and (len(ranks) < len(self.values) or _is_steady(ranks)):
            return self._with_unit(f"{self.first} → {self.last}")
        if len(ranks) < len(self.values):
            return self._with_unit("/".join(dict.fromkeys(self.values)))
        least = min(ends, key=lambda pair: float(pair[0]))[0]
        greatest = max((high or low for low, high in ends), key=float)
        return self._with_unit(f"{least}–{greatest}")

    def _with_unit(self, value: str) -> str:
        unit = str(self.unit.value)
        return (f"{unit} {value}" if self.unit is LoadUnit.RPE else f"{value} {unit}").strip()


def _is_steady(ranks: list[tuple[float, float]]) -> bool:
    """Tell whether loads go one way, up or down, and stay."""
    return ranks in (sorted(ranks), sorted(ranks, reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """How fast one repetition is: seconds down, held below, up, held above."""

    figures: tuple[str, str, str, str]
    """Each a digit, or X for as fast as possible."""

    @property
    def text(self) -> str:
        """As it is printed: `3-1-1-0`."""
        return "-".join(self.figures)

    @property
    def seconds(self) -> int:
        """The sum of the figures; X counts as one second."""
        return sum(1 if figure == "X" else int(figure) for figure in self.figures)


class Side(Enum):
    """What an exercise is done with: both sides at once, each in turn, or one alone."""

    BOTH = "both"
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"

    @property
    def turns(self) -> int:
        """How often a set is done over: twice for each side."""
        return 2 if self is Side.EACH else 1


def seconds_text(seconds: int) -> str:
    """Return a rest or a time of work as it is printed: `90 s`, and `2:30` over two minutes, `none` for 0."""
    if seconds == 0:
        return "none"
    return f"{seconds} s" if seconds <= LONGEST_IN_SECONDS else clock_text(seconds)


def clock_text(seconds: int) -> str:
    """Return a time as a clock shows it: `1:30`, `26:00`."""
    return f"{seconds // 60}:{seconds % 60:02}"


LONGEST_IN_SECONDS = 120
"""Longer rests are easier to read as minutes and seconds."""
