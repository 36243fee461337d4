"""What the pages of a circuit say, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cardgen.compose import Card, CardStep
from cardgen.guide.model import Inline


class Arrow(Enum):
    """Where the next station is, as seen by one who reads the poster."""

    RIGHT = "right"
    LEFT = "left"
    UP = "up"
    DOWN = "down"


class Plan(Enum):
    """How the floor plan is drawn."""

    RING = "ring"
    GRID = "grid"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One station."""

    number: int
    card: Card
    """Title, names of the steps, muscles and video of its exercise: a headline card."""
    texts: tuple[CardStep, ...] = ()
    """The steps with their texts, where these are to be printed; empty for names alone."""
    equipment: str = ""
    """As it is printed; empty where the guide names none."""
    task: tuple[str, str] | None = None
    """What is done instead of working for a time, figure and word: `12` and `reps`."""
    places: int = 1
    """How many people or pairs work here at once; it has as many posters."""
    say: Inline = ()
    """What the coach says: the first tip; empty where the guide has none."""
    watch_for: Inline = ()
    """What the coach looks at: the first mistake."""
    in_short: tuple[Inline, Inline] = ((), ())
    """Both in few words, for a sheet that would else take a second page."""

    @property
    def title(self) -> str:
        """The name of the exercise."""
        return self.card.title

    @property
    def language(self) -> str:
        """Of its words."""
        return self.card.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round on the clock, in seconds from the start of the first."""

    starts: tuple[int, ...]
    """Of each station."""
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Circuit:
    """A circuit, its times added up; all times in seconds."""

    title: str
    work: int | None
    """None where stations end after their repetitions: nobody knows the times then."""
    rest: int
    """From station to station."""
    round_rest: int
    """Between two rounds."""
    rounds: int
    times: tuple[Round, ...] = ()
    """Of each round; empty where nobody knows them."""
    stations: tuple[Station, ...]
    """In order, numbered from 1."""
    kit: tuple[str, ...] = ()
    """What is to be set up, a line each."""

    @property
    def whole(self) -> int | None:
        """How long it takes in all, where that is known."""
        return self.times[-1].end if self.times else None

    @property
    def people(self) -> int:
        """How many people or pairs can start together."""
        return sum(station.places for station in self.stations)

    def after(self, station: Station) -> Station:
        """Return the station to go to next; behind the last the first."""
        return self.stations[station.number % len(self.stations)]


def clock(seconds: int) -> str:
    """Return a time on the clock: `7:40`."""
    return f"{seconds // 60}:{seconds % 60:02}"


def span(seconds: int) -> tuple[str, str]:
    """Return a length of time as it is called out, number and unit: `40` and `s`, `1:30` and `min`, `2` and `min`."""
    if seconds < SECONDS_TO:
        return str(seconds), "s"
    return (clock(seconds) if seconds % 60 else str(seconds // 60)), "min"


SECONDS_TO = 100
"""Lengths from here on are told in minutes: "90 s" is on every stopwatch, "100 s" on none."""
