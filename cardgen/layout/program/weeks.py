"""The weeks of a program in, ranges that fit a page and the heads of their columns out."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cardgen.layout.program.model import Week
from cardgen.words import Words

MOST = 12
"""More weeks are never side by side: their boxes would be too narrow to write in."""
FEW = 8
"""Up to so many weeks every date has its month beside it; of more, only where it changes."""


def split_weeks(weeks: Sequence[Week], most: int) -> tuple[tuple[Week, ...], ...]:
    """Return the weeks in as few ranges as need be, none longer than `most`, all about equally long."""
    count = max(1, ceil(len(weeks) / max(1, min(most, MOST))))
    short, longer = divmod(len(weeks), count)
    ranges = []
    at = 0
    for number in range(count):
        end = at + short + (number < longer)
        ranges.append(tuple(weeks[at:end]))
        at = end
    return tuple(ranges)


def months(weeks: Sequence[Week]) -> tuple[str, ...]:
    """Return the month of every week; where there are many, empty under that of the week before."""
    if len(weeks) <= FEW:
        return tuple(week.month for week in weeks)
    before = ("", *(week.month for week in weeks))
    return tuple(week.month if week.month != last else "" for week, last in zip(weeks, before, strict=False))


def date_of(week: Week, month: str, words: Words) -> str:
    """Return a date as one text, without a month that is not printed."""
    return words("date.short", day=week.day, month=month) if month else week.day
