"""The words of a program's pages that are the same in every program."""

from __future__ import annotations

DASH = "–"
"""Stands where nothing applies."""
PAGE = "page"

WEEK_TITLE, TICK = "Your week at a glance", "Tick every session"
WEEK = "Week"


def count_and_time(count: str, minutes: str) -> str:
    """Return how many exercises a day has and how long it takes, on one line."""
    return ", ".join(part for part in (count, minutes) if part)


def day_name(weekday: str, number: str) -> str:
    """Return what a day is called where there is room for a word: its weekday, if it has one."""
    return weekday or f"Day {number}"


def weeks_named(first: str, last: str) -> str:
    """Return what a range of weeks is called."""
    return f"week {first}" if first == last else f"weeks {first} to {last}"


EXERCISE, WORK, LOAD, REST, TEMPO, PAGE_HEAD = "Exercise", "Sets × reps", "Load", "Rest", "Tempo", "Page"
TIME = "Where the time goes"
CONTINUED = "continued"


def rest_named(rest: str) -> str:
    """Return a rest where no heading says what it is."""
    return f"rest {rest}"


def tempo_named(tempo: str) -> str:
    """Return a tempo where no heading says what it is."""
    return f"tempo {tempo}"


def goes_on(heading: str) -> str:
    """Return a heading where it is repeated on another page."""
    return f"{heading}, {CONTINUED}"


def card_named(name: str, page: int) -> str:
    """Return what stands in speech for a link to an exercise's card."""
    return f"{name}, {PAGE} {page}"


def log_named(name: str, page: int) -> str:
    """Return what stands in speech for a link to where an exercise is written down."""
    return f"log of {name}, {PAGE} {page}"


LOG, YOUR_LOG, DATE, SET, NOTES = "Training log", "Your log", "date", "set", "Notes"
LOG_SHORT = "your reps; small print: planned kg"
RECORDS = "Your records"
