"""What is prescribed of an exercise, as values: sets, repetitions, load, rest, tempo, side. Knows how they are printed, not how they are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile

from cardgen.words import Words

_SPAN = re.compile(r"(\d+(?:\.\d+)?)(?:–(\d+(?:\.\d+)?))?")
AMRAP_COUNT = 12
"""As many repetitions as possible are taken for so many when time is estimated."""
MINUTE, HOUR = 60, 3600
IN_MINUTES = 90
"""Times from so many seconds on are easier to read as minutes."""
LONGEST_IN_SECONDS = 120
"""A range from less than that up to so many seconds stays in seconds: both ends are read in one unit."""


class Along(Enum):
    """What the values of a list follow: the sets of a day, or the weeks of the program."""

    SETS = "set by set"
    WEEKS = "by week"
    EITHER = "either"
    """The file does not say; `rules` settles it, or asks."""


class Counting(Enum):
    """How a set ends; the value of a distance is how it is printed."""

    COUNT = "count"
    """After so many repetitions, or breaths, steps ..."""
    HOLD = "hold"
    """After so many seconds."""
    AMRAP = "amrap"
    """When no good repetition is left."""
    METRES = "m"
    KILOMETRES = "km"
    YARDS = "yd"
    MILES = "mi"
    FEET = "ft"
    CALORIES = "cal"

    @property
    def is_distance(self) -> bool:
        """Whether a set ends after a way."""
        return self in _METRES


_METRES = {
    Counting.METRES: 1.0,
    Counting.KILOMETRES: 1000.0,
    Counting.YARDS: 0.9144,
    Counting.MILES: 1609.344,
    Counting.FEET: 0.3048,
}
_WALKED = 200
"""Metres: sleds, carries and crawls; longer ways are run, rowed or ridden."""
_SPEED, _FAST = 1.0, 2.5
"""Metres a second, of the one and the other."""
_SECONDS_PER_CALORIE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How long one set is."""

    counting: Counting = Counting.COUNT
    low: float = 0
    """In what is counted: repetitions, seconds of a hold, metres ...; 0 for AMRAP without a limit, seconds with one."""
    high: float = 0
    """The same as `low` where there is no range."""
    words: str = ""
    """What is counted where it is no repetition: `breaths`; how an AMRAP is called where it is no AMRAP: `to failure`."""
    is_least: bool = False
    """Whether as many follow as there are good ones left: `5+`."""

    @property
    def text(self) -> str:
        """As it is printed: `8`, `8–12`, `5+`, `30 s`, `20 min`, `400 m`, `AMRAP`."""
        if self.counting is Counting.AMRAP:
            return (self.words or "AMRAP") + (f" in {time_text(self.low)}" if self.low else "")
        if self.counting is Counting.HOLD:
            return time_text(self.low, self.high) + ("+" if self.is_least else "")
        span = f"{_figure(self.low)}" if self.low == self.high else f"{_figure(self.low)}–{_figure(self.high)}"
        unit = self.words if self.counting is Counting.COUNT else str(self.counting.value)
        return f"{span}{'+' if self.is_least else ''} {unit}".strip()

    @property
    def middle(self) -> int:
        """The figure to reckon with: the middle of a range, rounded up; 12 for AMRAP."""
        return AMRAP_COUNT if self.counting is Counting.AMRAP else int(-(-(self.low + self.high) // 2))

    def seconds(self, each: int) -> int:
        """Return how long it takes, one repetition taking so many seconds."""
        if self.counting is Counting.HOLD or (self.counting is Counting.AMRAP and self.low):
            return int(-(-(self.low + self.high) // 2))
        if self.counting is Counting.CALORIES:
            return self.middle * _SECONDS_PER_CALORIE
        if self.counting.is_distance:
            way = (self.low + self.high) / 2 * _METRES[self.counting]
            return max(1, round(way / (_SPEED if way <= _WALKED else _FAST)))
        return self.middle * each


@dataclass(frozen=True, slots=True, kw_only=True)
class Reps:
    """How long the sets of an exercise are: one amount for all, or a list of them."""

    amounts: tuple[Amount, ...]
    along: Along = Along.SETS
    method: str = ""
    """What is done with the sets besides: `drop set`, `last set AMRAP`."""

    @property
    def text(self) -> str:
        """As it is printed: `8`, `12/10/8`, `30/20/10 s`, by week `12 → 8`."""
        if len({it.text for it in self.amounts}) == 1 and (len(self.amounts) == 1 or self.along is Along.WEEKS):
            return self.amounts[0].text
        texts = _unit_once([it.text for it in self.amounts])
        return f"{texts[0]} → {texts[-1]}" if self.along is Along.WEEKS else "/".join(texts)

    def of(self, week: int, number: int = 1) -> Amount:
        """Return the amount of a set in a week, both from 1 on; of a shorter list the last."""
        at = week if self.along is Along.WEEKS else number
        return self.amounts[min(at, len(self.amounts)) - 1]

    @property
    def changes(self) -> bool:
        """Whether sets or weeks differ."""
        return len(set(self.amounts)) > 1

    @property
    def is_hold(self) -> bool:
        """Whether seconds are counted."""
        return all(it.counting is Counting.HOLD for it in self.amounts)

    def seconds(self, each: int) -> int:
        """Return how long a set takes in the mean, rounded up, one repetition taking so many seconds."""
        return -(-sum(it.seconds(each) for it in self.amounts) // len(self.amounts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """How many sets of an exercise there are."""

    low: int
    high: int
    """The same as `low` where there is no range."""
    warm_up: int = 0
    """Lighter ones before them."""

    @property
    def text(self) -> str:
        """As it is printed: `3`, `3–4`."""
        return f"{self.low}" if self.low == self.high else f"{self.low}–{self.high}"

    @property
    def middle(self) -> int:
        """To reckon with: the middle of a range, rounded up, and the warm-up sets."""
        return -(-(self.low + self.high) // 2) + self.warm_up


class LoadUnit(Enum):
    """What a load is measured in; the value is how it is printed."""

    KG = "kg"
    LB = "lb"
    PERCENT = "%"
    """Of the most that is lifted once."""
    PERCENT_1RM = "% 1RM"
    """The same, where the trainer says so."""
    RPE = "RPE"
    """Effort from 1 to 10."""
    RIR = "RIR"
    """Good repetitions left."""
    BAND = "band"
    BODY_WEIGHT = "body weight"
    WORDS = ""
    """As it is written: `2 × 10 kg`, `pin 5`, `red Theraband`."""


WEIGHTS = (LoadUnit.KG, LoadUnit.LB)
BY_FEEL = (LoadUnit.RPE, LoadUnit.RIR)
"""Efforts: the load is found out on the day."""
PERCENTS = (LoadUnit.PERCENT, LoadUnit.PERCENT_1RM)
"""Parts of the most that is lifted once: the load is reckoned out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How heavy an exercise is, week by week or set by set."""

    unit: LoadUnit
    values: tuple[str, ...]
    """As they are printed, without the unit: `42.5`, `7–8`, `light`; several where the load changes.

    An empty text for body weight, and for a band of which no more is said.
    """
    along: Along = Along.WEEKS

    def value(self, week: int, number: int = 1) -> str:
        """Return the value of a set in a week, both from 1 on; a list that is shorter holds its last."""
        at = number if self.along is Along.SETS else week
        return self.values[min(at, len(self.values)) - 1]

    def text(self, week: int, number: int = 1) -> str:
        """Return the load as it is printed: `42.5 kg`, `70 %`, `RPE 7`, `light band`, `body weight`."""
        return self._with_unit(self.value(week, number))

    @property
    def shared(self) -> tuple[str, str]:
        """The words that all loads in words begin with and end with: of yellow and red Theraband the last."""
        if self.unit is not LoadUnit.WORDS or not self.changes:
            return "", ""
        words = [value.split() for value in self.values]
        before = _alike(words)
        left = [it[len(before) :] for it in words]
        after = _alike([it[::-1] for it in left])[::-1]
        return ("", "") if any(len(it) == len(after) for it in left) else (" ".join(before), " ".join(after))

    def own(self, week: int, number: int = 1) -> str:
        """Return a load as it is printed beside others of its list, without the words that they share."""
        before, after = self.shared
        return self.text(week, number).removeprefix(before).removesuffix(after).strip()

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
        """Whether it is not the same every week and set."""
        return len(set(self.values)) > 1

    @property
    def span(self) -> str:
        """The first and the last value as they are printed: `20 → 27.5 kg`; one where all are the same; set by set all.

        Where loads go up and down, the least and the greatest: `40–52.5 kg`. The last alone would hide the heaviest week.
        """
        if not self.changes:
            return self._with_unit(self.first)
        before, after = self.shared
        if before or after:
            parts = tuple(self.own(at, at) for at in range(1, len(self.values) + 1))
            inner = replace(self, values=parts).span
            return f"{before} {inner} {after}".strip()
        if self.along is Along.SETS:
            return self._with_unit("/".join(self.values))
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
        return (f"{unit} {value}" if self.unit in BY_FEEL else f"{value} {unit}").strip()


def _alike(lists: Sequence[Sequence[str]]) -> list[str]:
    """Return what all lists begin with."""
    return [words[0] for words in takewhile(lambda words: len(set(words)) == 1, zip(*lists, strict=False))]


def _is_steady(ranks: list[tuple[float, float]]) -> bool:
    """Tell whether loads go one way, up or down, and stay."""
    return ranks in (sorted(ranks), sorted(ranks, reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """How fast one repetition is: seconds down, held below, up, held above."""

    figures: tuple[str, ...] = ()
    """Each a digit, or X for as fast as possible; three where nothing is held above."""
    words: str = ""
    """In place of figures: `slow`."""

    @property
    def text(self) -> str:
        """As it is printed: `3-1-1-0`."""
        return self.words or "-".join(self.figures)

    @property
    def seconds(self) -> int:
        """The sum of the figures; X counts as one second; 0 for words."""
        return sum(1 if figure == "X" else int(figure) for figure in self.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What lies between two sets."""

    low: int = 0
    high: int = 0
    """Seconds; the same as `low` where there is no range, 0 for no rest."""
    is_interval: bool = False
    """Whether they count from the start of one set to that of the next: every minute on the minute."""
    words: str = ""
    """In place of seconds: `as needed`."""

    def told(self, words: Words) -> str:
        """Return it as it is printed: `90 s`, `60–90 s`, `2:30`, `none`, `every 60 s`."""
        if self.words:
            return self.words
        if self.is_interval:
            return words("rest.every", time=time_text(self.low))
        if self.is_none:
            return words("rest.none")
        if self.low == self.high:
            return seconds_text(self.low)
        return time_text(self.low, self.high)

    @property
    def seconds(self) -> int:
        """To reckon with: the middle of a range, rounded up; a minute for words."""
        return MINUTE if self.words else -(-(self.low + self.high) // 2)

    @property
    def is_none(self) -> bool:
        """Whether a set follows at once."""
        return not (self.high or self.words)


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
    """Return a time at a station or between two as it is printed: `75 s`, `1:30 min`, `2 min`, `none` for 0."""
    return time_text(seconds) if seconds else "none"


def time_text(low: float, high: float | None = None) -> str:
    """Return a time, or a range of times, with its unit: `75 s`, `2 min`, `2:30 min`, `60–90 s`, `20–30 min`."""
    ends = [int(low)] if high is None or high == low else [int(low), int(high)]
    if ends[0] < IN_MINUTES and ends[-1] <= LONGEST_IN_SECONDS:
        return f"{'–'.join(map(str, ends))} s"
    whole = all(end % MINUTE == 0 for end in ends)
    return f"{'–'.join(str(end // MINUTE) if whole else clock_text(end) for end in ends)} min"


def clock_text(seconds: int) -> str:
    """Return a time as a clock shows it: `1:30`, `26:00`."""
    return f"{seconds // MINUTE}:{seconds % MINUTE:02}"


def _figure(value: float) -> str:
    return f"{value:.10g}"


def _unit_once(texts: Sequence[str]) -> list[str]:
    """Return texts of a list; a unit that all have stands at the last alone."""
    parted = [text.rpartition(" ") for text in texts]
    if len({unit for _, _, unit in parted}) == 1 and all(figure for figure, _, _ in parted):
        return [*(figure for figure, _, _ in parted[:-1]), texts[-1]]
    return list(texts)
