"""What is prescribed in, words as they are printed out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from cardgen.guide.model import Guide
from cardgen.layout.program.model import Name, Week
from cardgen.program import sums
from cardgen.program.model import Block, BlockKind, Day, Load, LoadUnit, Prescribed, Program, Stage, Weekday
from cardgen.program.quantity import WEIGHTS, Along, Side, seconds_text
from cardgen.values import prescription

TRAINER = "Your trainer:"
"""Before what the trainer says."""
NO_REST = seconds_text(0)
BLANK = prescription.BLANK
"""What the pen fills in where the program leaves a figure out."""
SIDES = {Side.BOTH: "", Side.EACH: "each side", Side.LEFT: "left side", Side.RIGHT: "right side"}
SHORT_SIDES = {Side.BOTH: "both", Side.EACH: "each", Side.LEFT: "left", Side.RIGHT: "right"}
FREE_OF_LOAD = frozenset(
    [
        "bodyweight",
        "body",
        "only",
        "none",
        "mat",
        "mats",
        "chair",
        "chairs",
        "wall",
        "walls",
        "floor",
        "bench",
        "box",
        "step",
        "stool",
        "stair",
        "stairs",
        "towel",
        "pillow",
        "cushion",
        "roller",
        "table",
        "door",
        "doorway",
        "sofa",
        "couch",
        "bed",
        "bar",
        "pullup",
        "dip",
        "rings",
        "bosu",
        "bolster",
        "block",
        "blocks",
        "beam",
        "cone",
        "cones",
        "line",
        "lines",
        "körpergewicht",
        "eigengewicht",
        "ohne",
        "matte",
        "stuhl",
        "wand",
        "boden",
        "hocker",
        "stufe",
        "treppe",
        "handtuch",
        "kissen",
        "tisch",
        "tür",
        "kasten",
        "keine",
    ]
)
"""What nobody puts weights on: where all equipment is such, a load that is left out is none."""
_BESIDE = frozenset(
    ("and", "or", "und", "oder", "the", "a", "weight", "up", "pull", "chin", "yoga", "exercise", "foam", "own", "your")
)
"""Words beside them."""
_NOT_FREE = frozenset(
    ("barbell", "dumbbell", "weighted", "loaded", "trap", "ez", "curl", "landmine", "safety", "smith", "hex")
)
"""Beside these a bar is one that is loaded."""
_PARTS = re.compile(r"[^\W\d_]+")
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
    if exercise.reps and exercise.sets and exercise.reps.along is Along.SETS and len(exercise.reps.amounts) > 1:
        return reps  # as many figures as sets
    return f"{exercise.sets.text if exercise.sets else BLANK} × {reps}"


def besides(exercise: Prescribed) -> tuple[str, ...]:
    """Return what is asked besides sets and repetitions: a hold, a method, warm-up sets, how often."""
    warm_up = exercise.sets.warm_up if exercise.sets else 0
    told = (
        f"hold {exercise.hold.text}" if exercise.hold else "",
        exercise.reps.method if exercise.reps else "",
        f"{counted(warm_up, 'warm-up set')} before" if warm_up else "",
        exercise.often.text if exercise.often else "",
    )
    return tuple(text for text in told if text)


def load_text(exercise: Prescribed, guide: Guide, block: Block) -> str | None:
    """Return the load over all weeks, None for a box to write it in, empty where there is none."""
    if exercise.load:
        return exercise.load.span
    return "" if is_free_of_load(guide.equipment) or block.kind.stage is not Stage.MAIN else None


def is_free_of_load(equipment: str) -> bool:
    """Tell whether nobody puts weights on it: the body, a mat, a chair and a wall."""
    words = [word.casefold() for word in _PARTS.findall(equipment)]
    return not set(words) & _NOT_FREE and all(word in FREE_OF_LOAD or word in _BESIDE for word in words)


def rest_text(exercise: Prescribed, block: Block) -> str:
    """Return the rest after a set; empty where the program says nothing of it."""
    if exercise.rest is not None:
        return exercise.rest.text
    return seconds_text(block.rest) if block.kind is BlockKind.CIRCUIT and block.rest is not None else ""


def unit_of(program: Program) -> str:
    """Return what a load is written in where a box waits for it: pounds where the program has any."""
    pounds = any(exercise.load and exercise.load.unit is LoadUnit.LB for exercise in program.exercises)
    return str((LoadUnit.LB if pounds else LoadUnit.KG).value)


def planned(exercise: Prescribed, week: int, number: int) -> str:
    """Return what stands small in the box of a set in the log: repetitions and load that are not the same every time.

    Kilograms and pounds have no unit there: the head of the page has it. A load that is the same every week stands in the
    first set alone; what is no weight and does not change stands once, beside the boxes.
    """
    load, reps = exercise.load, exercise.reps
    told = reps.of(week, number).text if reps and reps.changes and (reps.along is Along.SETS or number == 1) else ""
    if load is None or is_said_once(load) or (load.along is Along.WEEKS and number > 1):
        return told
    heavy = load.value(week, number) if load.unit in WEIGHTS else load.own(week, number)
    return f"{told} × {heavy}" if told else heavy


def is_said_once(load: Load) -> bool:
    """Tell whether a load is no weight, such as "RPE 8" or "light band", and the same every week."""
    return load.unit not in WEIGHTS and not load.changes


def long_date(day: date) -> str:
    """Write a date out: `4 January 2027`."""
    return f"{day.day} {FULL_MONTHS[day.month - 1]} {day.year}"


def heads_of(program: Program, day: Day | None = None) -> tuple[Week, ...]:
    """Return the heads of a column a week, dated its first day; of a day, a column each time it is done, with its dates."""
    return tuple(head for week in range(1, program.weeks + 1) for head in _heads(program, day, week))


def _heads(program: Program, day: Day | None, week: int) -> tuple[Week, ...]:
    if day:
        found = sums.dates_of(program, day, week)
    else:
        found = (program.start + timedelta(days=DAYS_IN_WEEK * (week - 1)),) if program.start else ()
    if found:
        return tuple(Week(number=str(week), day=str(it.day), month=MONTHS[it.month - 1]) for it in found)
    return (Week(number=str(week)),) * (day.a_week if day else 1)


def title_of(day: Day) -> str:
    """Return what a day is called."""
    alone = day.blocks[0].name if len(day.blocks) == 1 else ""
    return day.name or alone or usual_title(day)


def weekday_title(day: Day) -> str:
    """Return what a day is called, its weekday first: `Monday: hinge and row`."""
    if not day.weekdays or (day.weekday and day.weekday.text.casefold() in day.name.casefold()):
        return title_of(day)
    when = when_text(day)
    return f"{when}: {day.name}" if day.name else when


def when_text(day: Day) -> str:
    """Return the days of the week on which a day is done: `Monday`, `Mon, Wed and Fri`, `Every day`."""
    if len(day.weekdays) == len(Weekday):
        return "Every day"
    if day.weekday:
        return day.weekday.text
    *first, last = [weekday.short for weekday in day.weekdays] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def usual_title(day: Day) -> str:
    """Return what a day is called that has no name."""
    return f"Day {day.number}"


def minutes_text(day: Day, unit: str = "minute") -> str:
    """Return how long a day takes: `35 minutes`; to the minute where a clock says so."""
    minutes = sums.minutes_of(sums.day_seconds(day)) if sums.is_timed(day) else sums.day_minutes(day)
    return counted(minutes, unit)


def chip_of(day: Day) -> str:
    """Return what marks a day on a card: `Mon`, `Daily`, or its number."""
    if len(day.weekdays) == len(Weekday):
        return "Daily"
    return day.weekday.short if day.weekday else f"Day {day.number}"


def counted(number: int, noun: str) -> str:
    """Return `1 exercise`, `7 exercises`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
