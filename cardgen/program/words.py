"""Words of a program file in, values out, or what to write instead. Knows no file and no line."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import TypeVar

from cardgen.nearest import nearest
from cardgen.program.model import BlockKind, Level, Place, Weekday
from cardgen.program.quantity import Counting, Reps, Side, Tempo

MOST_REPS = 200
MOST_HOLD = 3600
MOST_REST = 1800
"""Seconds. Longer figures are slips of the keyboard."""

REPS_HINT = "write 8, 8-12, AMRAP or 30s"
REST_HINT = "write seconds or minutes: 90, 90s, 1:30 or 2 min"
TEMPO_HINT = "write four figures, seconds down, held, up, held: 3-1-1-0"
DATE_HINT = "write year-month-day: 2027-01-04"
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_MOST_SHOWN = 40

_SPAN = re.compile(r"(\d{1,6})\s*(?:[-–]|to)\s*(\d{1,6})|(\d{1,6})", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,6}")
_SECONDS = re.compile(r"(?P<number>.*?\d)\s*(?:s|sec|secs|seconds?)\.?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*(?:m|min|mins|minutes?)\.?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_SETS_AND_REPS = re.compile(r"(\d{1,3})\s*[x×*]\s*(\S.*)", re.IGNORECASE)
_PER_SIDE = re.compile(r"(.*\d\S*)\s*(?:/|per|each|a|on each|on every)?\s*(?:side|leg|arm|each)s?", re.IGNORECASE)
_TEMPO = re.compile(
    r"(\d\d?|x)[-–/.](\d\d?|x)[-–/.](\d\d?|x)[-–/.](\d\d?|x)|([\dx])([\dx])([\dx])([\dx])", re.IGNORECASE
)
_DATE = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)|(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<y2>\d{4})")
_AMRAP = frozenset({"amrap", "max", "as many as possible"})
_NO_REST = frozenset({"none", "no", "no rest"})
_FEWEST_LETTERS = 3
"""Of a weekday's name: Mon, Tues, Thur."""

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


def read_reps(text: str) -> Reps:
    """Return repetitions: `8`, `8-12`, `AMRAP`, or a hold: `30s`, `30-45 s`, `1 min`."""
    if text.casefold() in _AMRAP:
        return Reps(counting=Counting.AMRAP)
    if match := _SPAN.fullmatch(text):
        low, high = _span(match, MOST_REPS, "repetitions")
        return Reps(low=low, high=high)
    if (match := _SECONDS.fullmatch(text)) and (span := _SPAN.fullmatch(match["number"])):
        low, high = _span(span, MOST_HOLD, "seconds")
        return Reps(counting=Counting.HOLD, low=low, high=high)
    if (seconds := _read_minutes(text)) is not None:
        if not 1 <= seconds <= MOST_HOLD:
            raise Unread(f'"{shown(text)}" is not from 1 to {MOST_HOLD} seconds', REPS_HINT)
        return Reps(counting=Counting.HOLD, low=seconds, high=seconds)
    hint = REPS_HINT
    if match := _SETS_AND_REPS.fullmatch(text):
        hint = f"write sets: {match[1]} and reps: {shown(match[2])}"
    elif match := _PER_SIDE.fullmatch(text):
        hint = f"write reps: {shown(match[1].rstrip(' /'))} and side: each"
    raise Unread(f'"{shown(text)}" is no number of repetitions', hint)


def read_rest(text: str) -> int:
    """Return seconds: `90`, `90s`, `1:30`, `2 min`; `none` is 0."""
    return 0 if text.casefold() in _NO_REST else _read_time(text, "rest", fewest=0)


def read_work(text: str) -> int:
    """Return the seconds of work at a station."""
    return _read_time(text, "time of work", fewest=1)


def read_tempo(text: str) -> Tempo:
    """Return a tempo: `3-1-1-0`, `31X0`."""
    if not (match := _TEMPO.fullmatch(text)):
        raise Unread(f'"{shown(text)}" is no tempo', TEMPO_HINT)
    a, b, c, d = (figure.upper() if figure in "xX" else str(int(figure)) for figure in match.groups() if figure)
    tempo = Tempo(figures=(a, b, c, d))
    if not tempo.seconds:
        raise Unread(f'"{shown(text)}" takes no time', TEMPO_HINT)
    return tempo


def read_side(text: str) -> Side:
    """Return the side: `both`, `each`, `left`, `right`."""
    return _one_of(Side, text.casefold().removesuffix("side").strip() or text, "side")


def read_kind(text: str) -> BlockKind:
    """Return the kind of a block: `straight`, `superset`, `circuit`, `warm-up`, `cool-down`."""
    plain = text.casefold().replace("_", "-").replace(" ", "-")
    plain = {"warmup": "warm-up", "cooldown": "cool-down", "straight-sets": "straight"}.get(plain, plain)
    return _one_of(BlockKind, plain, "kind of block")


def read_level(text: str) -> Level:
    """Return the level: `beginner`, `intermediate`, `advanced`."""
    return _one_of(Level, text, "level")


def read_place(text: str) -> Place:
    """Return the place: `home`, `gym`."""
    return _one_of(Place, text, "place")


def read_weekday(text: str) -> Weekday:
    """Return a day of the week by its English name or at least three letters of it."""
    plain = text.casefold().rstrip(".")
    for day in Weekday:
        if len(plain) >= _FEWEST_LETTERS and day.name.casefold().startswith(plain):
            return day
    names = {day.name.casefold(): day.text for day in Weekday}
    close = nearest(plain, names)
    hint = f'did you mean "{names[close]}"?' if close else f"write {', '.join(names.values())}, or Mon, Tue ..."
    raise Unread(f'"{shown(text)}" is no day of the week', hint)


def read_date(text: str) -> date:
    """Return a date: `2027-01-04`, or day, month and year with dots: `4.1.2027`."""
    if not (match := _DATE.fullmatch(text)):
        raise Unread(f'"{shown(text)}" is no date', DATE_HINT)
    year, month, day = (int(match[key] or match[f"{key}2"]) for key in "ymd")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Unread(f'"{shown(text)}" is not in the years {_FIRST_YEAR} to {_LAST_YEAR}', DATE_HINT)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unread(f"there is no {shown(text)} in the calendar", DATE_HINT) from None


def _span(match: re.Match[str], most: int, what: str) -> tuple[int, int]:
    """Return both ends of a range within bounds."""
    low, high = (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[3]))
    if low > high:
        raise Unread(f'"{match[0]}" runs backwards', f"write {high}-{low}")
    if low < 1 or high > most:
        raise Unread(f'"{match[0]}" is not from 1 to {most} {what}', REPS_HINT)
    return low, high


def _read_time(text: str, what: str, *, fewest: int) -> int:
    match = _SECONDS.fullmatch(text)
    number = match["number"] if match else text
    seconds = int(number) if _NUMBER.fullmatch(number) else _read_minutes(text)
    if seconds is None:
        raise Unread(f'"{shown(text)}" is no {what}', REST_HINT)
    if not fewest <= seconds <= MOST_REST:
        raise Unread(f'"{shown(text)}" is not from {fewest} to {MOST_REST} seconds', REST_HINT)
    return seconds


def _read_minutes(text: str) -> int | None:
    """Return the seconds of `1:30` or `1.5 min`."""
    if match := _CLOCK.fullmatch(text):
        return int(match[1]) * 60 + int(match[2])
    if match := _MINUTES.fullmatch(text):
        return round(float(match[1]) * 60)
    return None


def _one_of(kind: type[E], text: str, what: str) -> E:
    values = {str(member.value): member for member in kind}
    plain = text.casefold()
    if plain in values:
        return values[plain]
    close = nearest(plain, values)
    hint = f'did you mean "{close}"?' if close else f"write {', '.join(values)}"
    raise Unread(f'"{shown(text)}" is no {what}', hint)
