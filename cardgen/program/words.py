"""Words of a program file in, values out, or what to write instead. Knows no file and no line."""

from __future__ import annotations

import re
from enum import Enum
from typing import TypeVar

from cardgen.program.model import BlockKind, Level, Place, Record, Weekday
from cardgen.program.quantity import Sets, Side, Tempo
from cardgen.values.nearest import nearest

MOST_SETS = 20
"""Nobody does more."""

SETS_HINT = f"write a whole number from 1 to {MOST_SETS}, or a range: 3-4"
TEMPO_HINT = "write three or four figures, seconds down, held, up, held: 3-1-1-0; or slow, controlled, explosive"
_MOST_SHOWN = 40

_SETS = re.compile(
    r"(?P<low>\d{1,3})(?:\s*(?:[-–]|to|bis)\s*(?P<high>\d{1,3}))?\s*(?:x|×|sets?|sätze|satz|series|séries|working sets?|work sets?)?"
)
_WARM_UP = re.compile(
    r"(?P<warm>\d{1,2})\s*(?:x\s*)?(?:warm[ -]?ups?(?: sets?)?|wu|aufwärmsätze|aufwärmsatz)\s*(?:\+|,|and|then|und|dann)\s*(?P<rest>\d.*)"
    r"|(?P<first>\d.*?)\s*(?:\+|,|and|after|und|nach)\s*(?P<late>\d{1,2})\s*(?:x\s*)?(?:warm[ -]?ups?(?: sets?)?|wu|aufwärmsätze|aufwärmsatz)"
)
_SETS_AND_REPS = re.compile(r"(\d{1,3}(?:\s*[-–]\s*\d{1,3})?)\s*[x×*]\s*(\S.*)", re.IGNORECASE)
_TEMPO = re.compile(
    r"(\d\d?|x)[-–/.: ](\d\d?|x)[-–/.: ](\d\d?|x)(?:[-–/.: ](\d\d?|x))?|(\d|x)(\d|x)(\d|x)(\d|x)?", re.IGNORECASE
)
_TEMPO_WORDS = frozenset(
    {"slow", "slowly", "controlled", "explosive", "fast", "steady", "slow and controlled", "normal", "smooth",
     "langsam", "kontrolliert", "explosiv", "zügig", "langsam und kontrolliert", "gleichmäßig"}
)  # fmt: skip
_SIDES = {
    "l": "left", "links": "left", "r": "right", "rechts": "right", "beide": "both", "each leg": "each", "each arm": "each",
    "per": "each", "per leg": "each", "per arm": "each", "pro seite": "each", "je seite": "each", "jede seite": "each", "je": "each",
    "left leg": "left", "left arm": "left", "right leg": "right", "right arm": "right",
    "l/r": "each", "left/right": "each", "left and right": "each", "left, then right": "each",
}  # fmt: skip
_KINDS = {
    "warmup": "warm-up", "aufwärmen": "warm-up", "cooldown": "cool-down", "abwärmen": "cool-down", "ausklang": "cool-down",
    "straight-sets": "straight", "main": "straight", "main-work": "straight", "hauptteil": "straight", "normal": "straight",
    "super-set": "superset", "supersatz": "superset", "tri-set": "superset", "triset": "superset", "giant-set": "superset",
    "zirkel": "circuit", "circuit-training": "circuit",
}  # fmt: skip
_OTHER_KINDS = {
    "emom": "write rest: EMOM at each exercise, and sets: 10 for ten minutes",
    "e2mom": "write rest: E2MOM at each exercise",
    "tabata": "write kind: circuit, work: 20s, rest: 10s, rounds: 8",
    "hiit": "write kind: circuit, work: 40s, rest: 20s, rounds: 3",
    "amrap": "write kind: circuit, and in note: as many rounds as possible in 12 minutes",
    "drop-set": "write reps: 10 drop set at the exercise",
    "dropset": "write reps: 10 drop set at the exercise",
    "pyramid": "write reps: 12/10/8 and load: 40/50/60 kg at the exercise",
}
"""What is no kind of block here, and how it is written."""
_FEWEST_LETTERS = 3
"""Of a weekday's name: Mon, Tues, Thur."""
_GERMAN_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_GERMAN_SHORT = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6, "sonnabend": 5}
_BETWEEN = re.compile(r"\s*(?:[,;/+&]|\band\b|\bund\b)\s*|\s+")
_RANGE_OF_DAYS = re.compile(r"([^\W\d]+)\.?\s*(?:[-–]|to|bis)\s*([^\W\d]+)\.?")
EVERY_DAY = frozenset({"daily", "every day", "each day", "everyday", "täglich", "jeden tag"})

_WORKING = tuple(Weekday)[:5]
_GROUPS = {
    "weekdays": _WORKING,
    "every weekday": _WORKING,
    "weekend": tuple(Weekday)[5:],
    "weekends": tuple(Weekday)[5:],
}

E = TypeVar("E", bound=Enum)


class Unread(Exception):  # noqa: N818 - the text is what is wrong, not the program
    """A text that is not what it should be; whoever knows its place makes a problem of it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def shown(text: str) -> str:
    """Return the start of a text as it stands in a message."""
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


def read_sets(text: str) -> Sets:
    """Return how many sets there are: `3`, `3-4`, `3x`, `2 warm-up + 3`."""
    plain = " ".join(text.casefold().split()).rstrip(".")
    warm = 0
    if match := _WARM_UP.fullmatch(plain):
        warm, plain = int(match["warm"] or match["late"]), match["rest"] or match["first"]
    if match := _SETS.fullmatch(plain):
        low, high = int(match["low"]), int(match["high"] or match["low"])
        if low > high:
            raise Unread(f'"{shown(text)}" runs backwards', f"write {high}-{low}")
        if low < 1 or high > MOST_SETS or warm > MOST_SETS:
            raise Unread(f'"{shown(text)}" is not from 1 to {MOST_SETS}', SETS_HINT)
        return Sets(low=low, high=high, warm_up=warm)
    hint = SETS_HINT
    if match := _SETS_AND_REPS.fullmatch(text):
        hint = f"write sets: {match[1]} and reps: {shown(match[2])}"
    elif "emom" in plain:
        hint = "write sets: 10 and rest: EMOM"
    raise Unread(f'"{shown(text)}" is no number of sets', hint)


def read_tempo(text: str) -> Tempo:
    """Return a tempo: `3-1-1-0`, `31X0`, `3-1-3`, or one of few words: `slow`."""
    words = " ".join(text.casefold().split())
    if words in _TEMPO_WORDS:
        return Tempo(words=words)
    if not (match := _TEMPO.fullmatch(words)):
        raise Unread(f'"{shown(text)}" is no tempo', TEMPO_HINT)
    tempo = Tempo(figures=tuple("X" if figure == "x" else str(int(figure)) for figure in match.groups() if figure))
    if not tempo.seconds:
        raise Unread(f'"{shown(text)}" takes no time', TEMPO_HINT)
    return tempo


def read_side(text: str) -> Side:
    """Return the side: `both`, `each`, `left`, `right`."""
    plain = " ".join(text.casefold().split())
    if plain.startswith("alternat"):
        raise Unread(f'"{shown(text)}" does not say how often', "write side: each, and note: alternate sides")
    plain = _SIDES.get(plain, plain)
    plain = plain.removesuffix("sides").removesuffix("side").strip() or text
    return _one_of(Side, _SIDES.get(plain, plain), "side")


def read_kind(text: str) -> BlockKind:
    """Return the kind of a block: `straight`, `superset`, `circuit`, `warm-up`, `cool-down`."""
    plain = "-".join(text.casefold().replace("_", " ").replace("-", " ").split())
    if hint := _OTHER_KINDS.get(plain):
        raise Unread(f'"{shown(text)}" is no kind of block', hint)
    return _one_of(BlockKind, _KINDS.get(plain, plain), "kind of block")


def read_level(text: str) -> Level:
    """Return the level: `beginner`, `intermediate`, `advanced`."""
    return _one_of(Level, text, "level")


def read_place(text: str) -> Place:
    """Return the place: `home`, `gym`."""
    return _one_of(Place, text, "place")


def read_weekdays(text: str) -> tuple[Weekday, ...]:
    """Return the days of the week of a text: `Monday`, `Mon, Wed, Fri`, `Mon-Fri`, `daily`."""
    plain = " ".join(text.split())
    if plain.casefold() in EVERY_DAY:
        return tuple(Weekday)
    if plain.casefold() in _GROUPS:
        return _GROUPS[plain.casefold()]
    if match := _RANGE_OF_DAYS.fullmatch(plain):
        first, last = read_weekday(match[1]), read_weekday(match[2])
        if first.value > last.value:
            raise Unread(f'"{shown(text)}" runs backwards', "write the days out: Sat, Sun, Mon")
        return tuple(Weekday)[first.value : last.value + 1]
    names = [name for name in _BETWEEN.split(plain) if name]
    found = [read_weekday(name) for name in (names or [text])]
    if len(set(found)) < len(found):
        raise Unread(f'"{shown(text)}" names a day twice', "name each day once")
    return tuple(sorted(found, key=lambda day: day.value))


def read_weekday(text: str) -> Weekday:
    """Return a day of the week by its English name or at least three letters of it, or by its German one."""
    plain = text.casefold().rstrip(".")
    for day in Weekday:
        if len(plain) >= _FEWEST_LETTERS and (
            day.name.casefold().startswith(plain) or _GERMAN_DAYS[day.value] == plain
        ):
            return day
    if plain in _GERMAN_SHORT:
        return Weekday(_GERMAN_SHORT[plain])
    names = {day.name.casefold(): day.text for day in Weekday}
    close = nearest(plain, names)
    hint = (
        f'did you mean "{names[close]}"?' if close else f"write {', '.join(names.values())}, or Mon, Tue ...; or daily"
    )
    raise Unread(f'"{shown(text)}" is no day of the week', hint)


def read_records(text: str) -> tuple[Record, ...]:
    """Return what a log has, in its order: `exercises, pain, weight`."""
    found = [_one_of(Record, name, "part of a log") for name in _BETWEEN.split(" ".join(text.split())) if name]
    if not found:
        raise Unread(f'"{shown(text)}" names nothing to write down', f"write {', '.join(it.value for it in Record)}")
    return tuple(it for it in Record if it in found)


def _one_of(kind: type[E], text: str, what: str) -> E:
    values = {str(member.value): member for member in kind}
    plain = text.casefold()
    if plain in values:
        return values[plain]
    close = nearest(plain, values)
    hint = f'did you mean "{close}"?' if close else f"write {', '.join(values)}"
    raise Unread(f'"{shown(text)}" is no {what}', hint)
