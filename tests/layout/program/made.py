"""Programs made up for tests, in words of our own: one of 3 days and 8 weeks, the shortest and a long one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

import pytest
from hypothesis import strategies as st

from cardgen.compose import Brand
from cardgen.figure.repertoire import posed
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.figures import Subject
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.layout.program.model import (
    Block,
    Contact,
    DayGroup,
    DayPage,
    DayRow,
    HowToUse,
    Log,
    LogExercise,
    LogGroup,
    Measurement,
    Name,
    Part,
    ProgramCover,
    ProgressPage,
    RestDay,
    TrainingDay,
    Week,
    WeekPage,
)
from cardgen.theme import THEMES, Ink
from cardgen.theme.type import BODY
from cardgen.values.prescription import Prescription, Remark, StripRow
from cardgen.values.stock import parse_sheet
from cardgen.values.use import IN_HAND, Edition, Use
from cardgen.words import english
from tests.builders import type_case

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LARGE = Use(edition=Edition.LARGE_PRINT)
PLACES = (
    *((size, IN_HAND) for size in ("a4", "a5", "a6", "letter", "4x6in")),
    *((size, LARGE) for size in ("a4", "a5", "letter")),
)
"""The sheets of a booklet and its uses: large print where the sheet is large enough for it."""
each_place = pytest.mark.parametrize(
    ("size", "use"), PLACES, ids=lambda value: value if isinstance(value, str) else value.edition.value
)
any_place = st.sampled_from(PLACES)


@dataclass(frozen=True, kw_only=True)
class Move:
    """An exercise as a program asks for it."""

    name: str
    equipment: str
    work: str
    load: str | None = "body weight"
    rest: str = "90 s"
    tempo: str = "3-1-1-0"
    side: str = ""
    sets: int = 3
    planned: tuple[str, ...] = ()
    reps: str = "10 reps"


LIFT = Move(name="Pier Lift", equipment="Band", work="2 × 12", load="light band", rest="30 s", tempo="2-1-1-0")
SHELL = Move(
    name="Side Shell", equipment="Bodyweight", work="2 × 10", rest="30 s", tempo="2-0-1-1", side="each side", sets=2
)
HINGE = Move(
    name="Harbour Hinge", equipment="Lever Machine", work="3 × 10", load="20 kg",
    planned=("20", "20", "22.5", "22.5", "25", "25", "27.5", "27.5"),
)  # fmt: skip
SQUAT = Move(
    name="Keg Squat", equipment="Dumbbell", work="3 × 8–12", load="12 kg", rest="none", reps="8–12 reps",
    planned=("12", "12", "14", "14", "16", "16", "18", "18"),
)  # fmt: skip
PUSH = Move(name="Deck Push", equipment="Bodyweight", work="3 × 8–12", tempo="2-1-1-0", reps="8–12 reps")
ROW = Move(
    name="Dory Row", equipment="Lever Machine", work="3 × 10–12", load=None, rest="75 s", tempo="2-0-1-1",
    reps="10–12 reps", planned=("kg",) * 8,
)  # fmt: skip
HANG = Move(name="Mast Hang", equipment="Bodyweight", work="2 × 20 s", rest="45 s", tempo="", sets=2, reps="20 s")
PRESS = Move(
    name="Slipway Press", equipment="Lever Machine", work="3 × 8–12", load="25 kg", rest="none", tempo="3-0-1-0"
)
BRIDGE = Move(
    name="One Leg Pier Lift Bent Knee", equipment="Bodyweight", work="3 × 8", tempo="2-1-1-0", side="each side"
)
CURL = Move(name="Rudder Curl", equipment="Lever Machine", work="3 × 10–12", load="25 kg", rest="75 s")
STEP = Move(name="Step Aboard", equipment="Dumbbell", work="3 × 10", load="8 kg", side="each side")
PULL = Move(name="Sail Pull", equipment="Cable", work="3 × 10–12", load="30 kg")
SWING = Move(name="Bell Swing", equipment="Kettlebell", work="4 × 15", load="16 kg", tempo="", sets=4)
CARRY = Move(name="Crate Carry", equipment="Crate", work="3 × 40 m", load="24 kg", tempo="")

MOVES = (LIFT, SHELL, HINGE, SQUAT, PUSH, ROW, HANG, PRESS, BRIDGE, CURL, STEP, PULL, SWING, CARRY)
PAGES = {move.name: 8 + at for at, move in enumerate(MOVES)}
SAID = Remark(
    lead="Your trainer:",
    text="stop every set with two good repetitions left (effort 7 to 8). Write down what you did on page 22.",
)


def leaf(size="a5", *, ink=Ink.FULL, theme="petrol", brand=None, booklet="Steady Back Strength · Robin", use=IN_HAND):
    measures = measures_for(parse_sheet(size), use=use)
    kit = Kit(measures=measures, theme=THEMES[theme].inked(ink), words=english(), case=type_case())
    stretch = max(1.0, use.body / (BODY.size * measures.scale)) if use.edition is Edition.LARGE_PRINT else 1.0
    return Leaf(kit=kit, booklet=booklet, brand=brand or Brand(), stretch=stretch)


def weeks(count, *, start=3, dated=True):
    """Weeks whose first day is so many days after 1 January."""
    found = []
    for at in range(count):
        day, month = start + 7 * at, 0
        while day >= LENGTHS[month % 12]:
            day -= LENGTHS[month % 12]
            month += 1
        found.append(
            Week(number=str(at + 1), day=str(day + 1), month=MONTHS[month % 12]) if dated else Week(number=str(at + 1))
        )
    return tuple(found)


def row(order, move, page=0, log=22):
    return DayRow(
        order=order, name=Name(text=move.name), equipment=move.equipment, work=move.work, side=move.side, load=move.load,
        rest=move.rest, tempo=move.tempo, page=page or PAGES[move.name], log=log,
    )  # fmt: skip


def group(number, *moves, pages=(), log=22):
    """An exercise, or several in turn: 4 for one, 4a and 4b for two."""
    pages = pages or (0,) * len(moves)
    if len(moves) == 1:
        return DayGroup(rows=(row(str(number), moves[0], pages[0], log),))
    orders = [f"{number}{letter}" for letter in "abcdefgh"[: len(moves)]]
    return DayGroup(
        rows=tuple(row(order, move, page, log) for order, move, page in zip(orders, moves, pages, strict=True)),
        hint=f"Superset: {', then '.join(orders)} without a break, then rest {moves[-1].rest}.",
    )


DAY = DayPage(
    weekday="Mon", number="1", eyebrow="Day 1", title="Hinge and row", summary=("7 exercises, about ", "35 minutes"),
    blocks=(
        Block(heading="Warm-up", part=Part.WARM_UP, minutes="8 min", groups=(group(1, LIFT), group(2, SHELL))),
        Block(
            heading="Main work", part=Part.MAIN, minutes="23 min",
            groups=(group(3, HINGE), group(4, SQUAT, PUSH), group(5, ROW)),
        ),
        Block(heading="Cool-down", part=Part.COOL_DOWN, minutes="3 min", groups=(group(6, HANG),)),
    ),
    remarks=(SAID,),
)  # fmt: skip
LONG_DAY = DayPage(
    weekday="Mon", number="1", eyebrow="Day 1", title="Full body, long day",
    summary=("10 exercises, about ", "50 minutes"),
    blocks=(
        DAY.blocks[0],
        Block(
            heading="Main work", part=Part.MAIN, minutes="40 min",
            groups=(
                group(3, HINGE), group(4, SQUAT, PUSH), group(5, ROW), group(6, PRESS, BRIDGE), group(7, CURL),
            ),
        ),
        Block(heading="Cool-down", part=Part.COOL_DOWN, minutes="3 min", groups=(group(8, HANG),)),
    ),
    remarks=(SAID,),
)  # fmt: skip


def subject(name, *muscles):
    what = posed(name)
    assert what is not None, name
    return Subject(what=what, muscles=muscles)


SUBJECTS = (
    subject("plank_bodyweight", "abs"),
    subject("squat", "quads", "glutes"),
    subject("seatedrow", "lats"),
    None,
    subject("pushup_bodyweight", "chest"),
    subject("lateralraise", "side_delts"),
)
"""What the rows of a day show in turn; one exercise has no figure."""


def drawn(day, subjects=SUBJECTS):
    """A day whose rows have figures."""
    rows = count()

    def shown(group):
        return replace(
            group, rows=tuple(replace(it, subject=subjects[next(rows) % len(subjects)]) for it in group.rows)
        )

    return replace(
        day, blocks=tuple(replace(it, groups=tuple(shown(group) for group in it.groups)) for it in day.blocks)
    )


def training(at, title, moves, page, minutes="35 min", *, number=""):
    return TrainingDay(
        weekday=WEEKDAYS[at], number=number or str(at + 1), title=title,
        exercises=tuple(Name(text=move.name) for move in moves), page=page,
        count=f"{len(moves)} exercises" if len(moves) > 1 else "1 exercise", minutes=minutes,
    )  # fmt: skip


def resting(at, text="Rest"):
    return RestDay(weekday=WEEKDAYS[at], text=text)


WEEK = WeekPage(
    eyebrow="8 weeks from 4 January 2027",
    days=(
        training(0, "Hinge and row", (LIFT, SHELL, HINGE, SQUAT, PUSH, ROW, HANG), 5, number="1"),
        resting(1, "Rest, or walk for 30 minutes"),
        training(2, "Legs and press", (STEP, SWING, PRESS, BRIDGE, PULL, CARRY, HANG), 6, number="2"),
        resting(3),
        training(4, "Back and hamstrings", (LIFT, SHELL, HINGE, CURL, ROW, SQUAT, HANG), 7, "30 min", number="3"),
        resting(5, "Rest, or walk for 30 minutes"),
        resting(6),
    ),
    weeks=weeks(8),
)
TITLES = (
    "Hinge and row",
    "Legs and press",
    "Pull and carry",
    "Hips and core",
    "Back and hamstrings",
    "Full body, long day",
)
LONG_WEEK = WeekPage(
    eyebrow="12 weeks from 4 January 2027",
    days=(*(training(at, title, MOVES[:10], 5 + at, "50 min") for at, title in enumerate(TITLES)), resting(6)),
    weeks=weeks(12),
)
SHORT_WEEK = WeekPage(
    eyebrow="8 weeks from 4 January 2027",
    days=(training(0, "One exercise", (HINGE,), 4, "7 min"), *(resting(at) for at in range(1, 7))),
    weeks=weeks(8),
)


def written(move, order, planned=(), *, count=8):
    """What is written down about an exercise: its planned loads stand in the first set."""
    loads = tuple(planned or move.planned or ("",) * count)
    loads = (loads + loads[-1:] * count)[:count]
    lines = (move.reps, f"{move.rest} rest".replace("none rest", "no rest"))
    rest = tuple(("",) * count for _ in range(move.sets - 1))
    return LogExercise(
        order=order, name=Name(text=move.name), lines=lines, planned=(loads, *rest), page=PAGES.get(move.name, 9)
    )  # fmt: skip


def log_of(*groups, count=8, start=3, first=3, **changes):
    """A log; each group is a tuple of exercises, numbered from `first` on."""
    made = []
    for number, moves in enumerate(groups, first):
        orders = [str(number)] if len(moves) == 1 else [f"{number}{letter}" for letter in "abcdefgh"[: len(moves)]]
        found = tuple(written(move, order, count=count) for order, move in zip(orders, moves, strict=True))
        made.append(LogGroup(exercises=found))
    fields = {
        "weekday": "Mon", "number": "1", "title": "Monday: hinge and row",
        "introduction": "Write your reps in each box. Small print: planned load in kg.",
        "weeks": weeks(count, start=start), "before": ("Warm-up done",), "groups": tuple(made),
        "after": ("Cool-down done",), "marks": ("Effort, 1 to 10",), "page": 5,
    }  # fmt: skip
    return Log(**{**fields, **changes})


LOG = log_of((HINGE,), (SQUAT, PUSH), (ROW,))
LONG_LOG = log_of((HINGE,), (SQUAT, PUSH), (ROW,), (PRESS, BRIDGE), (CURL,), (STEP,), (PULL,), (SWING,), count=12)
SHORT_LOG = log_of((HINGE,), first=1, before=(), after=())
SHORT_DAY = DayPage(
    weekday="Mon", number="1", eyebrow="Day 1", title="One exercise", summary=("1 exercise, about ", "7 minutes"),
    blocks=(Block(heading="Main work", part=Part.MAIN, minutes="7 min", groups=(group(1, HINGE, log=0),)),),
    remarks=(
        Remark(
            lead="Your trainer:",
            text="stop every set with two good repetitions left (effort 7 to 8). Write down what you did here.",
        ),
    ),
    log=SHORT_LOG,
)  # fmt: skip

MEASURED = (
    Measurement(name="Body weight", unit="kg"),
    Measurement(name="Waist", unit="cm"),
    Measurement(name="Mast hang", unit="s"),
    Measurement(name="Fingertips to floor", unit="cm"),
    Measurement(),
)
PROGRESS = ProgressPage(weeks=8, measurements=MEASURED)
LONG_PROGRESS = ProgressPage(weeks=12, measurements=MEASURED)
HOWTO = HowToUse(
    week=4,
    log=22,
    distance=20,
    tempo="3-1-1-0",
    notations=(("3 × 10–12", "3 sets of 10 to 12 reps"), ("each side", "one side, then the other")),
)
COVER = ProgramCover(
    eyebrow="8 weeks, 3 days a week",
    title="Steady Back Strength",
    facts=("about 35 minutes a day", "14 exercises"),
    client="Robin",
    goal="A back that carries crates and holds its own at sea",
    dates="4 January to 26 February 2027",
    trainer="Sam Keel",
    contacts=(Contact(text="sam@made-up.example", link="mailto:sam@made-up.example"), Contact(text="555 0100")),
    primary=("lower_back", "glutes", "hamstrings", "lats", "mid_back"),
    helping=("forearms", "abductors", "quads"),
    figure="Muscle map: works lower back, glutes, hamstrings, lats, mid back; also forearms, outer hips, quads",
)
LONG_COVER = ProgramCover(
    eyebrow="12-week program", title="Six Days Afloat: Power, Balance and a Back of Oak", facts=("6 days a week",),
    client="Alexandra Konstantinopoulou-Featherstonehaugh", primary=("quads", "chest"), helping=("abs",),
    figure="Muscle map: works quads, chest; also abs",
)  # fmt: skip
SHORT_COVER = ProgramCover(eyebrow="Program", title="Plank", facts=())
STRIP = Prescription(
    rows=(
        StripRow(day="Mon", work="3 × 10", load="20 → 27.5 kg", rest="90 s", tempo="3-1-1-0", side="both", page=5),
        StripRow(day="Fri", work="2 × 12", load=None, rest="75 s", tempo="4-1-1-0", side="both", page=7),
    ),
    note=Remark(lead="Your trainer:", text="stop at a straight line, never past it. Friday lighter and slower."),
)
SHORT_STRIP = Prescription(rows=(StripRow(day="Mon", work="3 × 10", load="20 kg", rest="90 s", page=5),))
LONG_STRIP = Prescription(
    rows=tuple(
        StripRow(
            day=day, work="3 × 8–12", load="102.5 → 127.5 kg" if at else "strong green band", rest="2 min", tempo="3-1-1-0",
            side="each", page=5 + at,
        )
        for at, day in enumerate(WEEKDAYS[:6])
    ),
    note=Remark(text="Superset with Deck Push, page 12."),
)  # fmt: skip

WORDS = (
    "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo"
)
"""What fills the room that a program file gives to a name (80 letters) or to a goal (200)."""
LONG_WORDS = WORDS[:78]
WORDY = Move(
    name="Single Leg Hinge With a Bent Knee and a Long Reach to the Far Side", equipment="Lever Machine", work="3 × 8–12",
    load=None, side="each side", planned=("102.5",) * 12,
)  # fmt: skip
PAGES[WORDY.name] = 123
WORDY_COVER = ProgramCover(
    eyebrow="12-week program", title=LONG_WORDS.title(), facts=COVER.facts, client=LONG_WORDS.title(),
    goal=f"{WORDS} {WORDS}"[:198], dates="28 September to 19 December 2027", trainer="Alexandra Featherstonehaugh",
    contacts=(Contact(text="a.very.long.address.of.a.trainer@studio.made-up.example"), Contact(text="555 0100")),
    primary=("quads", "chest"), helping=("abs",), figure=LONG_COVER.figure,
)  # fmt: skip
WORDY_WEEK = WeekPage(
    eyebrow="12 weeks from 4 January 2027",
    days=tuple(training(at, LONG_WORDS, (WORDY,) * 10, 123, "1 h 50 min") for at in range(7)),
    weeks=weeks(52),
    remarks=(SAID, Remark(text=f"{WORDS}. " * 10)),
)
WORDY_DAY = DayPage(
    weekday="Wed", number="7", eyebrow="Day 7", title=LONG_WORDS, summary=("11 exercises, about ", "1 h 50 minutes"),
    blocks=tuple(
        Block(heading=LONG_WORDS, part=part, minutes="45 min", groups=(group(1, WORDY), group(2, *(WORDY,) * 3)))
        for part in Part
    ),
    remarks=(SAID, Remark(text=f"{WORDS}. " * 4)),
)  # fmt: skip
WORDY_LOG = log_of((WORDY,), (WORDY,) * 3, (HINGE,), title=f"Wednesday: {LONG_WORDS}", weekday="Wed", count=26)
