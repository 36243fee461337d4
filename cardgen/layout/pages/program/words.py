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
