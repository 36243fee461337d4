"""What the pages of a program say, in words ready to print and page numbers. Empty texts stand for what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cardgen.layout.ground.figures import Subject
from cardgen.values.prescription import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What an exercise is called."""

    text: str
    language: str = ""
    """Empty for that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week of the program, as the head of a column."""

    number: str
    day: str = ""
    """Of the month, such as "4"; empty in a program without dates."""
    month: str = ""
    """Such as "Jan"; given in every week, printed where it is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDay:
    """A day of the week on which there is training."""

    weekday: str
    """Such as "Mon"; empty in a program whose days are not tied to weekdays."""
    number: str
    """Of the day in the program, such as "1"."""
    title: str
    exercises: tuple[Name, ...]
    works: tuple[str, ...] = ()
    """What is asked of each, such as "3 × 8–12", in a week of so few days that these are shown whole; else empty."""
    page: int
    count: str
    """Such as "7 exercises"."""
    minutes: str
    """Such as "35 min"."""
    times: int = 1
    """How often it is done in a week, and ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestDay:
    """A day of the week without training."""

    weekday: str
    text: str
    """Such as "Rest, or walk for 30 minutes"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """The week at a glance, and boxes to tick, a row a training day."""

    eyebrow: str
    """Such as "8 weeks from 4 January 2027"."""
    days: tuple[TrainingDay | RestDay, ...]
    """As they follow one another in the week."""
    weeks: tuple[Week, ...]
    """Each with the date of its first day; any number of them."""
    remarks: tuple[Remark, ...] = ()
    """Under the boxes where there is room for them, else on pages of their own."""


class Part(Enum):
    """What a block of a day is for."""

    WARM_UP = "warm-up"
    MAIN = "main work"
    COOL_DOWN = "cool-down"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """An exercise of a day."""

    order: str
    """On the disc, such as "4a"."""
    name: Name
    equipment: str = ""
    work: str
    """Such as "3 × 8–12"."""
    side: str = ""
    """Under the work, such as "each side"."""
    load: str | None = ""
    """Such as "20 kg"; None for a box to write it in; empty for none."""
    unit: str = "kg"
    """What stands small in that box."""
    rest: str = ""
    """Such as "90 s"; empty for none, as is the tempo."""
    tempo: str = ""
    page: int
    """Of the exercise's card."""
    log: int = 0
    """The page where it is written down; 0 for none."""
    subject: Subject | None = None
    """Of its figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGroup:
    """An exercise, or several done in turn, which a bracket joins."""

    rows: tuple[DayRow, ...]
    hint: str = ""
    """What to do with several, such as "Superset: 4a, then 4b without a break, then rest 90 s."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a day: warm-up, main work, cool-down."""

    heading: str
    part: Part
    minutes: str = ""
    """Such as "8 min"."""
    groups: tuple[DayGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogExercise:
    """An exercise whose sets are written down."""

    order: str
    name: Name
    lines: tuple[str, ...] = ()
    """Under the name, such as "8–12 reps" and "90 s rest"."""
    weights: tuple[str, ...] = ()
    """The planned weight of each week, small in a row of its own; empty texts where it is open, none where nothing is weighed."""
    unit: str = "kg"
    """What weights are written in."""
    planned: tuple[tuple[str, ...], ...]
    """For each set what else is planned for each week, small in its box; empty texts for none."""
    subject: Subject | None = None
    """Of its figure."""
    page: int = 0
    """Of the exercise's card; 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogGroup:
    """An exercise, or several done in turn; never parted by a page."""

    exercises: tuple[LogExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What is written down on one training day of each week."""

    weekday: str
    number: str
    title: str
    """Such as "Monday: hinge and row"."""
    introduction: str
    """Such as "Write your reps in each box. Small print: planned load in kg."."""
    hint: str = "your reps"
    """The same in few words, such as "your reps", where the log stands on the page of its day."""
    weeks: tuple[Week, ...]
    """Each with the date of this very day; any number of them."""
    before: tuple[str, ...] = ()
    """Rows to tick above the exercises, such as "Warm-up done"."""
    groups: tuple[LogGroup, ...]
    after: tuple[str, ...] = ()
    """Rows to tick below them, such as "Cool-down done"."""
    marks: tuple[str, ...] = ()
    """Rows for a figure of the day, such as "Effort, 1 to 10"."""
    scale: tuple[str, str] | None = None
    """What the ends of a scale from 0 to 10 mean that one of these is marked on; None for none."""
    page: int = 0
    """Of the day; its tile leads there. 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """A training day."""

    weekday: str
    """Such as "Mon"; may be empty."""
    number: str
    eyebrow: str
    """Such as "Day 1"."""
    title: str
    summary: tuple[str, str]
    """Plain words, then bold ones, such as "7 exercises, about " and "35 minutes"."""
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    log: Log | None = None
    """Where a short day is written down on its own page; else it has pages of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A row to write results in; without a name, one that the client names."""

    name: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """Measurements and a chart for the pen."""

    weeks: int
    """How many the program has: they make the columns of table and chart."""
    measurements: tuple[Measurement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToUse:
    """What the page before the program refers to; its words are the booklet's own."""

    week: int
    """The page of the week at a glance."""
    log: int = 0
    """The first page of the logs; 0 where nothing is written down."""
    distance: int = 0
    """From camera to code, in centimetres; 0 where no card has a code."""
    tempo: str = ""
    """A tempo of the program, such as "3-1-1-0", to be explained; empty where it has none."""
    notations: tuple[tuple[str, str], ...] = ()
    """How the program writes things, by examples of its own, each with what it means in a few words: "3 × 10–12" and "3 sets of
    10 to 12 reps", "AMRAP" and "all good reps you can"."""
    effort: tuple[int, int] = (7, 8)
    """How hard sets should feel, from 1 to 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A line at the right of the cover's foot."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramCover:
    """The first page of a program. The gym's name and its logo are those of the leaf's brand."""

    eyebrow: str
    """Such as "8-week program"."""
    title: str
    facts: tuple[str, ...]
    """Such as "3 days a week", "about 35 minutes a day", "14 exercises"."""
    client: str = ""
    goal: str = ""
    dates: str = ""
    trainer: str = ""
    contacts: tuple[Contact, ...] = ()
    primary: tuple[str, ...] = ()
    """Ids of the muscle map that the program is for."""
    helping: tuple[str, ...] = ()
    """Those that it trains as well."""
    figure: str = ""
    """What stands for the muscle figure in speech, such as "Muscle map: works glutes, lower back"."""
    subject: Subject | None = None
    """Of the figure that stands in place of the map."""
