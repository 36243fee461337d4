"""What may stand in a program file, as types: the shape of its mappings, and what each key is for.

One source for reading (`shape`) and for the JSON Schema (`schema`). Texts such as `8-12` are read later, in `words` and `loads`.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from cardgen.program.model import MOST_WEEKS, USUAL_RECORDS, USUAL_WEEKS, BlockKind, Level, Place, Record
from cardgen.program.quantity import Side

BOUNDS = {"weeks": (1, MOST_WEEKS), "rounds": (1, 20), "places": (1, 20)}
"""Of whole numbers: nobody does more rounds, and no station of a hall holds more people."""
MOST_DAYS = 7
"""Every week is like the first."""
MOST_BLOCKS = 12
MOST_EXERCISES = 24
"""Of a block."""


def _number(name: str, about: str) -> Any:
    least, most = BOUNDS[name]
    return Meta(ge=least, le=most, description=f"{about}, from {least} to {most}.")


def _text(about: str, *examples: object, pattern: str = "", allowed: tuple[str, ...] = (), most: int = 0) -> Any:
    """Describe a text; pattern, words and bound are for editors: reading knows more forms and says what is wrong in words."""
    extra: dict[str, Any] = {"pattern": pattern} if pattern else {}
    extra |= {"minimum": 1, "maximum": most} if most else {}
    extra |= {"enum": [*allowed, None]} if allowed else {}
    return Meta(description=about, examples=list(examples) or None, extra_json_schema=extra or None)


_WEEKDAYS = r"^([Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un|[Dd]aily|[Ee]very day|[Ww]eekday|[Ww]eekend|M[oi]|D[io]|Fr|S[ao])"
_SETS = r"^(\d+ (warm-up|WU) (\+|,) ?)?([1-9]|1\d|20)( ?([-–]|to) ?([1-9]|1\d|20))?( ?(x|sets?))?$"
_REPS = r"^(?=.*\d)(?!.*(\bto|[-–,/+x]) *$)|^([Aa][Mm][Rr][Aa][Pp]|[Mm]ax.*|to (technical )?failure)$|\d\+$"
_REST = r"\d|^(none|no rest|[Ee]2?[Mm][Oo][Mm]|every minute|as needed|full|by feel|until recovered)$"
_TEMPO = r"^([0-9]{1,2}|[xX])([-–/.:]([0-9]{1,2}|[xX])){2,3}$|^[0-9xX]{3,4}$|^(slow|controlled|explosive|fast|steady)$"
_NO_NUMBER_ALONE = r"^none$|\D"

Sets = Annotated[
    int | str,
    _text("How many sets, or a range; warm-up sets before a plus.", 3, "3-4", "2 warm-up + 3", pattern=_SETS, most=20),
]
Reps = Annotated[
    int | str | list[int | str],
    _text(
        "How long a set is: repetitions, a hold, a way, calories; with strokes or as a list set by set.",
        "8-12",
        "5+",
        "AMRAP",
        "30s",
        "20 min",
        "400 m",
        "15 cal",
        "12/10/8",
        10,
        pattern=_REPS,
    ),
]
Hold = Annotated[int | str, _text("How long each repetition is held.", "10s")]
Times = Annotated[str, _text("How often it is done.", "daily", "2 x daily", "3 x a week", "every 2 hours")]
Weekdays = Annotated[
    str | list[str],
    _text(
        "The day of the week, in full or the first three letters; several, or daily.",
        "Monday",
        "Mon, Wed, Fri",
        pattern=_WEEKDAYS,
    ),
]
LoadText = Annotated[
    str | list[int | float | str],
    _text(
        "How heavy: one load, one for each set with strokes, or a list with one a week, of which the last holds to the end.",
        "40 kg",
        "RPE 7",
        "RIR 2",
        "75 % 1RM",
        "light band",
        "BW + 10 kg",
        "body weight",
        "40/50/60 kg",
        "[40, 42.5, 45] kg by week",
        pattern=_NO_NUMBER_ALONE,
    ),
]
_TIME = r"^(\d{1,4}\s*(s|sec|seconds)?|\d{1,2}:[0-5]\d|\d{1,2}(\.\d+)?\s*(m|min|minutes)|none|no rest)$"
Rest = Annotated[
    int | str,
    _text(
        "Rest after each set, in seconds or minutes, or a range; EMOM for a set every minute.",
        90,
        "60-90",
        "1:30",
        "2 min",
        "EMOM",
        pattern=_REST,
    ),
]
Tempo = Annotated[
    int | str,
    _text(
        "Seconds of one repetition: down, held, up, held. X is as fast as possible. Or a word: slow.",
        "3-1-1-0",
        "3-0-X-0",
        "3-1-3",
        pattern=_TEMPO,
    ),
]
Note = Annotated[str, _text("What the trainer says about it, one line.")]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping of the file; an unknown key in it is an error."""


class ExerciseEntry(Entry, frozen=True, kw_only=True):
    """An exercise and its numbers. Sets, reps and loads that are left out become boxes to write in."""

    exercise: Annotated[str, _text("The guide: its file name without .md, or its title.", "squat_barbell", "Squat")]
    sets: Sets | None = None
    reps: Reps | None = None
    hold: Hold | None = None
    load: LoadText | None = None
    rest: Rest | None = None
    tempo: Tempo | None = None
    side: (
        Annotated[
            str,
            _text("Each side in turn, or one alone; both at once otherwise.", allowed=tuple(it.value for it in Side)),
        ]
        | None
    ) = None
    times: Times | None = None
    note: Note | None = None
    places: Annotated[int, _number("places", "How many people are at this station of a circuit at once")] | None = None


class CircuitEntry(Entry, frozen=True, kw_only=True):
    """Stations, one after another, round after round."""

    name: Annotated[str, _text("A heading for the block.", "Main work")] | None = None
    note: Note | None = None
    rounds: Annotated[int, _number("rounds", "How often a circuit is gone through")] | None = None
    work: Annotated[int | str, _text("Time at each station of a circuit.", "40s", pattern=_TIME)] | None = None
    rest: Annotated[int | str, _text("Rest from station to station of a circuit.", "20s", pattern=_TIME)] | None = None
    round_rest: Annotated[int | str, _text("Rest between rounds.", "1:30", pattern=_TIME)] | None = None
    exercises: Annotated[
        list[str | ExerciseEntry | None],
        Meta(max_length=MOST_EXERCISES, description="The exercises in their order; a name alone is enough."),
    ]


class BlockEntry(CircuitEntry, frozen=True, kw_only=True):
    """Exercises that belong together."""

    kind: (
        Annotated[
            str,
            _text(
                "How the exercises follow one another: straight sets (the default), superset, circuit; or warm-up, cool-down.",
                allowed=tuple(kind.value for kind in BlockKind),
            ),
        ]
        | None
    ) = None


class DayEntry(Entry, frozen=True, kw_only=True):
    """A day of training."""

    name: Annotated[str, _text("What the day is called.", "Hinge and row")] | None = None
    weekday: Weekdays | None = None
    times: Times | None = None
    note: Note | None = None
    blocks: (
        Annotated[list[BlockEntry | None], Meta(max_length=MOST_BLOCKS, description="What is done, in its order.")]
        | None
    ) = None
    exercises: (
        Annotated[
            list[str | ExerciseEntry | None],
            Meta(max_length=MOST_EXERCISES, description="In place of blocks: exercises in straight sets."),
        ]
        | None
    ) = None


class TrainerEntry(Entry, frozen=True, kw_only=True):
    """Who hands the program out."""

    name: Annotated[str, _text("As it is printed.", "Your trainer")] | None = None
    contact: Annotated[str, _text("Telephone, e-mail or site, up to three lines.")] | None = None
    logo: (
        Annotated[str, _text("An SVG, PNG, JPEG or WebP in the folder of this file, or one in it.", "logo.png")] | None
    ) = None


class ProgramFile(Entry, frozen=True, kw_only=True):
    """A training program: title, client, days with their exercises and numbers."""

    title: Annotated[str, _text("What the program is called.", "Strong Back")]
    client: Annotated[str, _text("Whom it is for; left out, a line to write on.", "Client")] | None = None
    trainer: (
        Annotated[
            TrainerEntry | str,
            _text("Who hands the program out: the name alone, or name, contact and logo.", "Your trainer"),
        ]
        | None
    ) = None
    start: (
        Annotated[
            str,
            _text(
                "The first day of week 1.",
                "2027-01-04",
                pattern=r"^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$|[/A-Za-z]",
            ),
        ]
        | None
    ) = None
    weeks: Annotated[int, _number("weeks", f"How many weeks, {USUAL_WEEKS} where left out")] | None = None
    level: (
        Annotated[str, _text("How used to training the client is.", allowed=tuple(it.value for it in Level))] | None
    ) = None
    place: Annotated[str, _text("Where the client trains.", allowed=tuple(it.value for it in Place))] | None = None
    goal: Annotated[str, _text("What the client wants, one sentence.")] | None = None
    notes: Annotated[str, _text("What the client should know, several paragraphs if need be.")] | None = None
    log: (
        Annotated[
            str | list[str],
            _text(
                f"What is written down on each day: {', '.join(it.value for it in Record)}; "
                f"{' and '.join(it.value for it in USUAL_RECORDS)} where left out.",
                ["exercises", "pain", "weight"],
                "exercises",
                pattern=f"^({'|'.join(it.value for it in Record)})(, ?({'|'.join(it.value for it in Record)}))*$",
            ),
        ]
        | None
    ) = None
    days: (
        Annotated[list[DayEntry | None], Meta(max_length=MOST_DAYS, description="The days of training of each week.")]
        | None
    ) = None
    weekday: Weekdays | None = None
    times: Times | None = None
    blocks: (
        Annotated[
            list[BlockEntry | None],
            Meta(max_length=MOST_BLOCKS, description="In place of days: what is done on the only day, in its order."),
        ]
        | None
    ) = None
    exercises: (
        Annotated[
            list[str | ExerciseEntry | None],
            Meta(max_length=MOST_EXERCISES, description="In place of days: the exercises of the only day."),
        ]
        | None
    ) = None
    circuit: (
        Annotated[CircuitEntry, Meta(description="In place of days: one circuit, for the floor of a gym.")] | None
    ) = None
