"""The words of a program's pages that are the same in every program."""

from __future__ import annotations

from cardgen.layout.forms.words import Advice

DASH = "–"
"""Stands where nothing applies."""
PAGE = "page"

WEEK_TITLE, TICK = "Your week at a glance", "Tick every session"
WEEK = "Week"
LETTER = "From your trainer"


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


def tempo_named(tempo: str) -> str:
    """Return a tempo where no heading says what it is."""
    return f"tempo {tempo}"


def work_named(work: str, besides: str) -> str:
    """Return sets and repetitions with what is asked besides, on one line: `3 × 10 each side`, `3 × 10, hold 5 s`."""
    is_side = besides.endswith(" side") and "," not in besides
    return f"{work} {besides}" if is_side else ", ".join(part for part in (work, besides) if part)


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
RECORDS = "Your records"
PROGRESS_TITLE = "Measurements and chart"
START, CHART, JOIN, I_MEASURE, IN_UNIT, CHART_START = (
    "Start",
    "Draw your progress",
    "One point a week, then join them",
    "I measure",
    "in",
    "start",
)
_EVERY = {1: "every week", 2: "every second week", 3: "every third week", 4: "every fourth week"}


def when_to_measure(step: int) -> str:
    """Return what is said of measuring every so many weeks."""
    return f"Measure at the same time of day, {_EVERY.get(step, f'every {step} weeks')}."


HOW_TO_EYEBROW, HOW_TO_TITLE = "Before you start", "How to use this booklet"
NUMBERS, EFFORT = "Read your numbers", "How hard it should feel"
EACH = ("each", "on each side in turn")
SETS = (("3 × 10", "3 sets of 10 reps"), ("8–12", "between 8 and 12 reps"))
SECOND, SECONDS, FAST, PAUSE = "second", "seconds", "fast", "pause"
MOVES = ("down", "hold", "up", "at the top")
"""What each figure of a tempo is for."""
EFFORTS = (
    (1, 4, "easy, warm-up"),
    (5, 6, "4 or more left"),
    (7, 8, "2 or 3 reps left"),
    (9, 9, "1 left"),
    (10, 10, "0 left"),
)
"""What a range of efforts feels like: how many more repetitions would be possible."""


def how_to_steps(*, week: int, log: int, distance: int) -> tuple[tuple[Advice, int], ...]:
    """Return what to do first, next and last, each with the page it leads to; 0 for none."""
    find = Advice(
        "Find your day",
        f"Your week is on page {week}. Each training day has its own page: what to do, in which order, how often.",
    )
    scan = Advice(
        "Scan, watch, learn the move",
        f"Hold your phone camera about {distance} cm from the code and tap the link. "
        "No camera? Type the short address at the foot of the card. No signal? The steps are enough.",
    )
    learn = Advice("Learn the move", "Read all the steps of its card once, then do them slowly, with a light weight.")
    write = Advice("Do it, then write it down", f"After each set, write your reps in the log (page {log}).")
    train = Advice("Do it", "Follow the order of the page, and rest as long as it says.")
    return ((find, week), (scan if distance else learn, 0), (write if log else train, log))


def effort_named(effort: tuple[int, int]) -> str:
    """Return how hard most sets should feel."""
    first, last = effort
    return (
        f"Effort {first} is right for most sets"
        if first == last
        else f"Effort {first} to {last} is right for most sets"
    )


FOR, GOAL, DATES, COVER = "For", "Goal", "Dates", "Cover"
