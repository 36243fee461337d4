"""What a program holds once it is read: plain values, no YAML, no layout.

What the file leaves out is None (or empty text), and becomes a box to write in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from cardgen.program.quantity import Amount, Counting, Load, LoadUnit, Reps, Rest, Sets, Side, Tempo
from cardgen.values.errors import Location
from cardgen.words import Words

__all__ = [
    "MOST_WEEKS",
    "USUAL_RECORDS",
    "USUAL_WEEKS",
    "Block",
    "BlockKind",
    "Counting",
    "Day",
    "Level",
    "Load",
    "LoadUnit",
    "Often",
    "Place",
    "Prescribed",
    "Program",
    "Record",
    "Reps",
    "Rest",
    "Sets",
    "Side",
    "Stage",
    "Tempo",
    "Trainer",
    "Weekday",
]

MOST_WEEKS = 52
"""A year: further ahead nobody plans on paper, and its logs alone are thick enough."""

USUAL_WEEKS = 8
"""Where a file does not say: as many columns as a page of the log shows at ease."""


class Weekday(Enum):
    """A day of the week."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6
    """The value counts as `date.weekday()` does."""

    @property
    def text(self) -> str:
        """In English: `Monday`."""
        return self.name.capitalize()

    @property
    def short(self) -> str:
        """In English: `Mon`."""
        return self.text[:3]


class Place(Enum):
    """Where the client trains."""

    HOME = "home"
    GYM = "gym"


class Level(Enum):
    """How used to training the client is."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Record(Enum):
    """What is written down on a day of training; the value is what stands in the file."""

    EXERCISES = "exercises"
    """Sets and weights of the main work."""
    EFFORT = "effort"
    """How hard the day was, from 1 to 10."""
    PAIN = "pain"
    """How much it hurt, from 0 to 10."""
    WEIGHT = "weight"
    """Of the body."""


USUAL_RECORDS = (Record.EXERCISES, Record.EFFORT)


class Stage(Enum):
    """What part of a day a block belongs to."""

    WARM_UP = "warm-up"
    MAIN = "main"
    COOL_DOWN = "cool-down"


class BlockKind(Enum):
    """How the exercises of a block follow one another; the value is what stands in the file."""

    STRAIGHT = "straight"
    """All sets of one exercise, then the next exercise."""
    SUPERSET = "superset"
    """A set of each in turn without rest, then rest."""
    CIRCUIT = "circuit"
    """Stations, one after another, round after round."""
    WARM_UP = "warm-up"
    COOL_DOWN = "cool-down"

    @property
    def stage(self) -> Stage:
        """The part of a day that it belongs to."""
        match self:
            case BlockKind.WARM_UP:
                return Stage.WARM_UP
            case BlockKind.COOL_DOWN:
                return Stage.COOL_DOWN
            case BlockKind.STRAIGHT | BlockKind.SUPERSET | BlockKind.CIRCUIT:
                return Stage.MAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """How often something is done."""

    key: str = ""
    """Of its words; empty where they are the program's own."""
    text: str = ""
    """These; else a number, or two with a dash, that stands in the words."""
    a_week: int
    """On how many days of a week."""

    def told(self, words: Words) -> str:
        """Return it as it is printed: `2 × a day`."""
        return words(f"often.{self.key}", times=self.text) if self.key else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainer:
    """Who hands the program out."""

    name: str = ""
    contact: str = ""
    """Telephone, address, site; several lines parted by line feeds."""
    logo: str = ""
    """The path of an image, as the program's own file is shown: relative to the working folder or absolute."""
    location: Location | None = None
    """None where the file names no trainer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """One exercise of a block, and how it is to be done."""

    exercise: str
    """A guide's stem or title, as the file has it; `resolve` finds the guide."""
    sets: Sets | None = None
    """None in a circuit, whose rounds they are."""
    reps: Reps | None = None
    hold: Amount | None = None
    """How long each repetition is held."""
    load: Load | None = None
    rest: Rest | None = None
    """After each set."""
    tempo: Tempo | None = None
    side: Side = Side.BOTH
    often: Often | None = None
    """Where it is not done as often as its day."""
    note: str = ""
    """What the trainer says about it."""
    places: int = 1
    """How many people are at this station of a circuit at once."""
    path: str = ""
    """Where the file has its name, for messages: `days[0].blocks[1].exercises[0].exercise`."""
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Exercises that belong together."""

    kind: BlockKind = BlockKind.STRAIGHT
    name: str = ""
    exercises: tuple[Prescribed, ...]
    """At least one, of a superset or circuit two; the stations of a circuit in their order."""
    note: str = ""
    rounds: int | None = None
    """How often a circuit is gone through; None for other kinds."""
    work: int | None = None
    """Seconds at each station of a circuit; None where stations end after their repetitions, and for other kinds."""
    rest: int | None = None
    """Seconds from station to station of a circuit; None for other kinds, whose exercises have their own."""
    round_rest: int | None = None
    """Seconds between rounds of a circuit; None for other kinds."""
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of training."""

    number: int
    """In the order of the file, from 1 on."""
    name: str = ""
    """Empty where the file gives none; the number serves then."""
    weekdays: tuple[Weekday, ...] = ()
    """In the order of the week; several where the same is done on each."""
    often: Often | None = None
    note: str = ""
    blocks: tuple[Block, ...]
    location: Location

    @property
    def weekday(self) -> Weekday | None:
        """The day of the week, where there is one alone."""
        return self.weekdays[0] if len(self.weekdays) == 1 else None

    @property
    def a_week(self) -> int:
        """How often a week it is done."""
        return len(self.weekdays) or (self.often.a_week if self.often else 1)

    @property
    def exercises(self) -> tuple[Prescribed, ...]:
        """All exercises, in order."""
        return tuple(it for block in self.blocks for it in block.exercises)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A plan for some weeks, read and understood."""

    path: str
    title: str
    client: str = ""
    """Printed on paper and named in the document's title; never in a message, a cache or a manifest."""
    trainer: Trainer = Trainer()
    start: date | None = None
    weeks: int = USUAL_WEEKS
    """From 1 to 52."""
    level: Level | None = None
    place: Place | None = None
    goal: str = ""
    notes: str = ""
    """Paragraphs, parted by line feeds."""
    records: tuple[Record, ...] = USUAL_RECORDS
    """At least one."""
    days: tuple[Day, ...]
    """From 1 to 7: every week is like the others but for its loads."""
    location: Location
    digest: str = ""
    """SHA-256 of the bytes of the file."""

    @property
    def exercises(self) -> tuple[Prescribed, ...]:
        """All exercises, day by day."""
        return tuple(it for day in self.days for it in day.exercises)

    def circuits(self) -> Iterator[tuple[Day, Block]]:
        """Yield the circuits, each with its day."""
        for day in self.days:
            for block in day.blocks:
                if block.kind is BlockKind.CIRCUIT:
                    yield day, block
