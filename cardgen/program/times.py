"""The words of a time in, seconds out, or what to write instead: rests, work at a station. Knows no file and no line."""

from __future__ import annotations

import re

from cardgen.program.quantity import HOUR, MINUTE, Rest
from cardgen.program.words import Unread, shown

MOST_REST = 1800
"""Seconds. Longer figures are slips of the keyboard."""
REST_HINT = "write seconds or minutes: 90, 60-90, 1:30, 2 min, 2-3 min, none, or EMOM for every minute"
WORK_HINT = "write seconds or minutes: 40, 40s, 1:30 or 2 min"

_SURELY_SECONDS, _SURELY_A_PAUSE = 10, 5
"""A smaller figure without a unit may as well be minutes; the way to the next station of a circuit is short."""

NUMBER = r"\d{1,6}(?:[.,]\d{1,3})?"
TO = r"\s*(?:[-–]|to|bis|à|a)\s*"
UNITS = {
    1: ("s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "seg", "segundos", "secondes", '"', "''", "\N{DOUBLE PRIME}"),
    MINUTE: ("min", "mins", "minute", "minutes", "minuten", "minutos", "'", "\N{PRIME}"),
    HOUR: ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"),
}  # fmt: skip
"""By their seconds. An "m" is not among them: where metres may be meant it is no minute."""
_FACTORS = {"": 1, "m": MINUTE} | {word: factor for factor, words in UNITS.items() for word in words}
_CLOCKS = re.compile(rf"(\d{{1,3}}):([0-5]\d)(?:{TO}(\d{{1,3}}):([0-5]\d))?(?:\s*min(?:utes?|uten)?)?")
_MIXED = re.compile(
    r"(\d{1,3})\s*(?:(?:m|min|mins|minutes?|minuten|')\s*(?P<s>\d{1,2})\s*(?:s|sec|secs|seconds?|sek|sekunden|\"|'')"
    r"|(?:mins?|minutes?|minuten|')\s*(?P<two>[0-5]\d))"
)
_SPAN = re.compile(rf"(?P<low>{NUMBER})\s*(?P<first>[^\W\d]*|[\"']+)(?:{TO}(?P<high>{NUMBER}))?\s*(?P<unit>\D*)")
_EVERY = re.compile(r"(?:every|alle|jede)\s+(?P<every>.*)")
_EMOM = re.compile(r"e(\d{0,2})mom|every (?:(\d{1,2}) )?minutes?(?: on the minute)?|(?:jede|alle (\d{1,2})) minuten?")
_NONE = frozenset({"none", "no", "no rest", "keine", "ohne", "keine pause", "ninguno", "aucun"})
_WORDS = frozenset(
    {"as needed", "as required", "as long as needed", "by feel", "until recovered", "full", "full recovery", "complete",
     "nach bedarf", "nach gefühl", "vollständig", "walk back"}
)  # fmt: skip
"""Rests that are no number; printed as they are written."""


def plain(text: str) -> str:
    """Return a text as readers look at it: small letters, one dash, no brackets, no full stop."""
    folded = (
        re.sub("[\N{MINUS SIGN}\N{EM DASH}\N{NON-BREAKING HYPHEN}]", "–", text.casefold())
        .replace("×", "x")
        .replace("(", " ")
        .replace(")", " ")
    )
    return " ".join(folded.split()).removesuffix(".")


def clock(text: str) -> tuple[int, int] | None:
    """Return the seconds of `1:30`, `1:30-2:00`, `1 min 30 s`: from and to, the same where it is no range."""
    if match := _CLOCKS.fullmatch(text):
        low = int(match[1]) * MINUTE + int(match[2])
        return low, int(match[3]) * MINUTE + int(match[4]) if match[3] else low
    if match := _MIXED.fullmatch(text):
        seconds = int(match[1]) * MINUTE + int(match["s"] or match["two"])
        return seconds, seconds
    return None


def times_between(text: str) -> tuple[int, int] | None:
    """Return the seconds of a range of which both ends have a unit: `30s-45s`, `30 s to 1 min`."""
    match = _SPAN.fullmatch(text)
    units = {word for words in UNITS.values() for word in words}
    if match is None or not match["high"] or match["first"] not in units or match["unit"].strip() not in units:
        return None
    return _span(text, text, "time", WORK_HINT)


def in_seconds(number: str, factor: int, whole: str) -> float:
    """Return a figure times a factor; where a comma or point may mean two things, it is asked."""
    whole_part, _, part = number.replace(",", ".").partition(".")
    seconds = round(float(f"{whole_part}.{part or 0}") * factor)
    if factor > 1 and len(part) > 1:
        hint = f"write {whole_part}:{part[:2]} or {seconds} s"
        raise Unread(f'"{shown(whole)}" may be minutes and seconds, or parts of one', hint)
    if factor == 1 and part:
        raise Unread(f'"{shown(whole)}" is no whole number of seconds', f"write {round(seconds)} s")
    return seconds


def read_rest(text: str) -> Rest:
    """Return a rest: `90`, `60-90`, `1:30`, `2-3 min`, `none`, `EMOM`, `every 2 min`, `as needed`."""
    words = plain(text)
    if words in _NONE:
        return Rest()
    if words in _WORDS:
        return Rest(words=" ".join(text.split()))
    if match := _EMOM.fullmatch(words):
        seconds = int(match[1] or match[2] or match[3] or 1) * MINUTE
        _bounded(text, seconds, seconds, fewest=1)
        return Rest(low=seconds, high=seconds, is_interval=True)
    if match := _EVERY.fullmatch(words):
        seconds = _one(match["every"], text, "rest", REST_HINT)
        return Rest(low=seconds, high=seconds, is_interval=True)
    low, high = _span(words, text, "rest", REST_HINT)
    _refuse_bare(words, text, _SURELY_SECONDS)
    _bounded(text, low, high, fewest=0)
    return Rest(low=low, high=high)


def read_pause(text: str) -> int:
    """Return the seconds of a rest in a circuit, which goes by the clock."""
    if plain(text) in _NONE:
        return 0
    _refuse_bare(plain(text), text, _SURELY_A_PAUSE)
    return _one(plain(text), text, "rest", WORK_HINT, fewest=0)


def read_work(text: str) -> int:
    """Return the seconds of work at a station."""
    _refuse_bare(plain(text), text, _SURELY_SECONDS)
    return _one(plain(text), text, "time of work", WORK_HINT)


def _one(words: str, text: str, what: str, hint: str, *, fewest: int = 1) -> int:
    low, high = _span(words, text, what, hint)
    if low != high:
        raise Unread(f'"{shown(text)}" is a range, and the clock needs one figure', f"write {low}s or {high}s")
    _bounded(text, low, high, fewest=fewest)
    return low


def _span(words: str, text: str, what: str, hint: str) -> tuple[int, int]:
    """Return the ends of a range in seconds."""
    if found := clock(words):
        low, high = found
    elif (
        (match := _SPAN.fullmatch(words)) and (unit := match["unit"].strip()) in _FACTORS and match["first"] in _FACTORS
    ):
        own = match["first"] or unit
        low = int(in_seconds(match["low"], _FACTORS[own if match["high"] else match["first"] or unit], text))
        high = int(in_seconds(match["high"], _FACTORS[unit or own], text)) if match["high"] else low
    else:
        raise Unread(f'"{shown(text)}" is no {what}', hint)
    if low > high:
        raise Unread(f'"{shown(text)}" runs backwards', hint)
    return low, high


def _refuse_bare(words: str, text: str, sure: int) -> None:
    """Ask what a small figure without a unit means."""
    match = re.fullmatch(r"(\d{1,4})(?:\s*[-–]\s*\d{1,4})?", words)
    if match and 0 < int(match[1]) < sure:
        raise Unread(f'"{shown(text)}" may be seconds or minutes', f"write {shown(words)} min or {shown(words)} s")


def _bounded(text: str, low: int, high: int, *, fewest: int) -> None:
    if low < fewest or high > MOST_REST:
        raise Unread(f'"{shown(text)}" is not from {fewest} to {MOST_REST} seconds', REST_HINT)
