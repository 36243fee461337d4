"""The words of how often something is done in, the same in plain words out. Knows no file and no line."""

from __future__ import annotations

import re

from cardgen.program.model import Often
from cardgen.program.words import EVERY_DAY, Unread, shown

OFTEN_HINT = "write daily, 2 x daily, 3 x a week, every other day or every 2 hours"
_MOST_A_DAY, _MOST_A_WEEK = 24, 7
_WORDS = {"once": "1", "twice": "2", "thrice": "3", "three times": "3", "einmal": "1", "zweimal": "2", "dreimal": "3"}
_TIMES = re.compile(
    r"(?P<low>\d{1,2})(?:\s*[-–]\s*(?P<high>\d{1,2}))?\s*(?:x|×|times|mal|days|tage)?\s*(?:/|a|per|each|every|am|pro|in der|die|jeden)?\s*"
    r"(?P<unit>daily|days?|täglich|tag|weekly|weeks?|wöchentlich|woche)"
)
_EVERY = re.compile(
    r"(?:every|alle)\s+(?P<low>\d{1,2})(?:\s*[-–]\s*(?P<high>\d{1,2}))?\s*(?P<unit>hours?|stunden|days?|tage)"
)
_OTHER_DAY = frozenset({"every other day", "every second day", "jeden zweiten tag", "alternate days"})
_HOURLY = frozenset({"hourly", "every hour", "stündlich", "jede stunde"})
_FREE = re.compile(r"[^\W\d_][^\d_]{1,39}")


def read_often(text: str) -> Often:
    """Return how often: `daily`, `2 x daily`, `3 x a week`, `every other day`, `morning and evening`."""
    plain = " ".join(text.casefold().split()).rstrip(".")
    for word, figure in _WORDS.items():
        plain = re.sub(rf"^{word}\b", f"{figure} x", plain)
    if plain in EVERY_DAY:
        return Often(key="daily", a_week=_MOST_A_WEEK)
    if plain in _HOURLY:
        return Often(key="hourly", a_week=_MOST_A_WEEK)
    if plain in _OTHER_DAY:
        return Often(key="other-day", a_week=4)
    if match := _TIMES.fullmatch(plain):
        return _times(match, text)
    if match := _EVERY.fullmatch(plain):
        low, high = int(match["low"]), int(match["high"] or match["low"])
        if not 1 <= low <= high <= _MOST_A_DAY:
            raise Unread(f'"{shown(text)}" is not from 1 to {_MOST_A_DAY}', OFTEN_HINT)
        is_days = match["unit"][0] in "dt"
        span = f"{low}" if low == high else f"{low}–{high}"
        if is_days:
            return Often(key="every-days", text=span, a_week=-(-_MOST_A_WEEK // low))
        return Often(key="every-hours", text=span, a_week=_MOST_A_WEEK)
    if _FREE.fullmatch(plain) and any(word in plain for word in _TIMES_OF_DAY):
        return Often(text=" ".join(text.split()), a_week=_MOST_A_WEEK)
    raise Unread(f'"{shown(text)}" does not say how often', OFTEN_HINT)


_TIMES_OF_DAY = ("morning", "evening", "noon", "night", "meal", "bed", "morgen", "abend", "mittag", "nacht", "essen")
"""What times of day are told by; printed as they are written."""


def _times(match: re.Match[str], text: str) -> Often:
    low, high = int(match["low"]), int(match["high"] or match["low"])
    is_day = match["unit"][0] in "dt"
    most = _MOST_A_DAY if is_day else _MOST_A_WEEK
    if not 1 <= low <= high <= most:
        raise Unread(f'"{shown(text)}" is not from 1 to {most}', OFTEN_HINT)
    span = f"{low}" if low == high else f"{low}–{high}"
    if is_day:
        return Often(key="daily" if span == "1" else "a-day", text=span, a_week=_MOST_A_WEEK)
    return Often(key="weekly" if span == "1" else "a-week", text=span, a_week=high)
