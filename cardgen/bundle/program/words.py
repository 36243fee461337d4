"""What is prescribed in, words as they are printed out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from cardgen.guide.model import Guide
from cardgen.layout.program.model import Name, Week
from cardgen.program import sums
from cardgen.program.model import Block, BlockKind, Day, Load, LoadUnit, Prescribed, Program, Stage, Weekday
from cardgen.program.quantity import BY_FEEL, PERCENTS, WEIGHTS, Along, Rest, Side, seconds_text
from cardgen.values import prescription
from cardgen.words import Words

BLANK = prescription.BLANK
"""What the pen fills in where the program leaves a figure out."""
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
DAYS_IN_WEEK = 7


def name_of(guide: Guide) -> Name:
    """Return what an exercise is called."""
    return Name(text=guide.title, language=guide.language)


def said_by(program: Program, words: Words) -> str:
    """Return what stands before what the trainer says: the name, where the program has it."""
    name = program.trainer.name
    return words("program.said-by", name=name) if name else words("program.remark")


def side_text(exercise: Prescribed, words: Words) -> str:
    """Return which side is meant, empty for both."""
    return "" if exercise.side is Side.BOTH else words(f"side.{exercise.side.value}")


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


def besides(exercise: Prescribed, words: Words) -> tuple[str, ...]:
    """Return what is asked besides sets and repetitions: a hold, a method, warm-up sets, how often."""
    warm_up = exercise.sets.warm_up if exercise.sets else 0
    told = (
        words("program.hold", time=exercise.hold.text) if exercise.hold else "",
        exercise.reps.method if exercise.reps else "",
        words.count("program.warm-up-sets", warm_up) if warm_up else "",
        exercise.often.told(words) if exercise.often else "",
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


def rest_text(exercise: Prescribed, block: Block, words: Words) -> str:
    """Return the rest after a set; empty where the program says nothing of it."""
    if exercise.rest is not None:
        return exercise.rest.told(words)
    rest = Rest(low=block.rest, high=block.rest) if block.kind is BlockKind.CIRCUIT and block.rest is not None else None
    return rest.told(words) if rest else ""


def unit_of(exercise: Prescribed | None, program: Program) -> str:
    """Return what a load is written in: as its own is, else in pounds where the program has any."""
    if exercise and exercise.load and exercise.load.unit in WEIGHTS:
        return str(exercise.load.unit.value)
    pounds = any(it.load and it.load.unit is LoadUnit.LB for it in program.exercises)
    return str((LoadUnit.LB if pounds else LoadUnit.KG).value)


def weights_of(exercise: Prescribed, guide: Guide, block: Block, weeks: int) -> tuple[str, ...]:
    """Return the weight of each week, empty where it is found out on the day; none where nothing is weighed.

    A weight is open where the file leaves it out or says how hard it is to feel; weights of single sets have no week.
    """
    load = exercise.load
    if load and load.unit in WEIGHTS and load.along is not Along.SETS:
        return tuple(load.value(week) for week in range(1, weeks + 1))
    is_open = load.unit in (*BY_FEEL, *PERCENTS) if load else load_text(exercise, guide, block) is None
    return ("",) * weeks if is_open else ()


def planned(exercise: Prescribed, week: int, number: int) -> str:
    """Return what stands small in the box of a set in the log: repetitions and load that are not the same every time.

    Weights of weeks have a row of their own. Those of sets have no unit: the head of the page has it. A load that is the same
    every week stands in the first set alone; what is no weight and does not change stands once, beside the boxes.
    """
    load, reps = exercise.load, exercise.reps
    told = reps.of(week, number).text if reps and reps.changes and (reps.along is Along.SETS or number == 1) else ""
    if load is None or not is_in_sets(load) or (load.along is Along.WEEKS and number > 1):
        return told
    heavy = load.value(week, number) if load.unit in WEIGHTS else load.own(week, number)
    return f"{told} × {heavy}" if told else heavy


def is_in_sets(load: Load) -> bool:
    """Tell whether a load stands in the boxes of the sets: it is no weight of a week, and not the same every time."""
    return load.along is Along.SETS if load.unit in WEIGHTS else load.changes


def is_said_once(load: Load) -> bool:
    """Tell whether a load is no weight, such as "RPE 8" or "light band", and the same every week."""
    return load.unit not in WEIGHTS and not load.changes


def long_date(day: date, words: Words) -> str:
    """Write a date out: `4 January 2027`; a locale would make the paper depend on the machine."""
    return words("date.long", day=day.day, month=words(f"month.{day.month}"), year=day.year)


def heads_of(program: Program, words: Words, day: Day | None = None) -> tuple[Week, ...]:
    """Return the heads of a column a week, dated its first day; of a day, a column each time it is done, with its dates."""
    return tuple(head for week in range(1, program.weeks + 1) for head in _heads(program, day, week, words))


def _heads(program: Program, day: Day | None, week: int, words: Words) -> tuple[Week, ...]:
    if day:
        found = sums.dates_of(program, day, week)
    else:
        found = (program.start + timedelta(days=DAYS_IN_WEEK * (week - 1)),) if program.start else ()
    if found:
        return tuple(Week(number=str(week), day=str(it.day), month=words(f"month-short.{it.month}")) for it in found)
    return (Week(number=str(week)),) * (day.a_week if day else 1)


def title_of(day: Day, words: Words) -> str:
    """Return what a day is called."""
    alone = day.blocks[0].name if len(day.blocks) == 1 else ""
    return day.name or alone or usual_title(day, words)


def weekday_title(day: Day, words: Words) -> str:
    """Return what a day is called, its weekday first: `Monday: hinge and row`."""
    if not day.weekdays or (day.weekday and weekday_name(day.weekday, words).casefold() in day.name.casefold()):
        return title_of(day, words)
    when = when_text(day, words)
    return words("day.when", when=when, name=day.name) if day.name else when


def when_text(day: Day, words: Words) -> str:
    """Return the days of the week on which a day is done: `Monday`, `Mon, Wed and Fri`, `Every day`."""
    if len(day.weekdays) == len(Weekday):
        return words("day.every")
    if day.weekday:
        return weekday_name(day.weekday, words)
    return words.lists([short_weekday(weekday, words) for weekday in day.weekdays])


def weekday_name(weekday: Weekday, words: Words) -> str:
    """Return a day of the week: `Monday`."""
    return words(f"weekday.{weekday.value}")


def short_weekday(weekday: Weekday | None, words: Words) -> str:
    """Return a day of the week in few letters: `Mon`; empty for none."""
    return words(f"weekday-short.{weekday.value}") if weekday else ""


def usual_title(day: Day, words: Words) -> str:
    """Return what a day is called that has no name."""
    return words("day.number", number=day.number)


def minutes_of(day: Day) -> int:
    """Return how many minutes a day takes; to the minute where a clock says so."""
    return sums.minutes_of(sums.day_seconds(day)) if sums.is_timed(day) else sums.day_minutes(day)


def chip_of(day: Day, words: Words) -> str:
    """Return what marks a day on a card: `Mon`, `Daily`, or its number."""
    if len(day.weekdays) == len(Weekday):
        return words("day.daily")
    return short_weekday(day.weekday, words) or usual_title(day, words)
