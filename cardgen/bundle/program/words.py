"""What is prescribed in, words as they are printed out."""

from __future__ import annotations

from datetime import date, timedelta

from cardgen import prescription
from cardgen.guide.model import Guide
from cardgen.layout.pages.program.model import Name, Week
from cardgen.program import sums
from cardgen.program.model import Block, BlockKind, Day, Load, LoadUnit, Prescribed, Program, Stage
from cardgen.program.quantity import Side, seconds_text

TRAINER = "Your trainer:"
"""Before what the trainer says."""
NO_REST = seconds_text(0)
BLANK = prescription.BLANK
"""What the pen fills in where the program leaves a figure out."""
SIDES = {Side.BOTH: "", Side.EACH: "each side", Side.LEFT: "left side", Side.RIGHT: "right side"}
SHORT_SIDES = {Side.BOTH: "both", Side.EACH: "each", Side.LEFT: "left", Side.RIGHT: "right"}
FREE_OF_LOAD = frozenset({"bodyweight", "body weight", "body only", "none", ""})
"""Equipment that nobody puts weights on: a load that is left out is then none."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""In English, as all words of the program: a locale would make the paper depend on the machine."""
DAYS_IN_WEEK = 7


def name_of(guide: Guide) -> Name:
    """Return what an exercise is called."""
    return Name(text=guide.title, language=guide.language)


def work_text(exercise: Prescribed, block: Block) -> str:
    """Return sets and repetitions: `3 × 8–12`; in a circuit, whose rounds are its sets, what is done at the station.

    Sides that are done in turn share the time at a station: the clock does not wait for the second.
    """
    if block.kind is BlockKind.CIRCUIT:
        if exercise.reps:
            return exercise.reps.text
        return seconds_text(block.work // exercise.side.turns) if block.work else BLANK
    reps = exercise.reps.text if exercise.reps else BLANK
    if exercise.sets is None and exercise.reps and block.kind.stage is not Stage.MAIN:
        return reps
    return f"{exercise.sets if exercise.sets is not None else BLANK} × {reps}"


def load_text(exercise: Prescribed, guide: Guide, block: Block) -> str | None:
    """Return the load over all weeks, None for a box to write it in, empty where there is none."""
    if exercise.load:
        return exercise.load.span
    if guide.equipment.casefold() in FREE_OF_LOAD or block.kind.stage is not Stage.MAIN:
        return ""
    return None


def rest_text(exercise: Prescribed, block: Block) -> str:
    """Return the rest after a set; empty where the program says nothing of it."""
    rest = block.rest if block.kind is BlockKind.CIRCUIT and exercise.rest is None else exercise.rest
    return "" if rest is None else seconds_text(rest)


def unit_of(program: Program) -> str:
    """Return what a load is written in where a box waits for it: pounds where the program has any."""
    pounds = any(exercise.load and exercise.load.unit is LoadUnit.LB for exercise in program.exercises)
    return str((LoadUnit.LB if pounds else LoadUnit.KG).value)


def planned(load: Load | None, week: int) -> str:
    """Return what stands small in a box of the log: kilograms and pounds without their unit, which the head of the page has.

    Nothing for what is the same every week and is no weight: it stands once, beside the boxes.
    """
    if load is None or is_said_once(load):
        return ""
    return load.value(week) if load.unit in (LoadUnit.KG, LoadUnit.LB) else load.text(week)


def is_said_once(load: Load) -> bool:
    """Tell whether a load is no weight, such as "RPE 8" or "light band", and the same every week."""
    return load.unit not in (LoadUnit.KG, LoadUnit.LB) and not load.changes


def long_date(day: date) -> str:
    """Write a date out: `4 January 2027`."""
    return f"{day.day} {FULL_MONTHS[day.month - 1]} {day.year}"


def heads_of(program: Program, day: Day | None = None) -> tuple[Week, ...]:
    """Return the heads of so many columns as there are weeks, with the dates of a day, or of the first day of each week."""
    return tuple(_head(program, day, week) for week in range(1, program.weeks + 1))


def _head(program: Program, day: Day | None, week: int) -> Week:
    if day:
        found = sums.date_of(program, day, week)
    else:
        found = program.start and program.start + timedelta(days=DAYS_IN_WEEK * (week - 1))
    if found is None:
        return Week(number=str(week))
    return Week(number=str(week), day=str(found.day), month=MONTHS[found.month - 1])


def title_of(day: Day) -> str:
    """Return what a day is called."""
    alone = day.blocks[0].name if len(day.blocks) == 1 else ""
    return day.name or alone or usual_title(day)


def weekday_title(day: Day) -> str:
    """Return what a day is called, its weekday first: `Monday: hinge and row`."""
    if day.weekday is None or day.weekday.text.casefold() in day.name.casefold():
        return title_of(day)
    return f"{day.weekday.text}: {day.name}" if day.name else day.weekday.text


def usual_title(day: Day) -> str:
    """Return what a day is called that has no name."""
    return f"Day {day.number}"


def minutes_text(day: Day, unit: str = "minute") -> str:
    """Return how long a day takes: `35 minutes`; to the minute where a clock says so."""
    minutes = sums.minutes_of(sums.day_seconds(day)) if sums.is_timed(day) else sums.day_minutes(day)
    return counted(minutes, unit)


def chip_of(day: Day) -> str:
    """Return what marks a day on a card: `Mon`, or its number."""
    return day.weekday.short if day.weekday else f"Day {day.number}"


def counted(number: int, noun: str) -> str:
    """Return `1 exercise`, `7 exercises`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
