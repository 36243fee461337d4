"""The words of a date in, the date out, or both dates that are meant. Knows no calendar but the usual one."""

from __future__ import annotations

import re
from datetime import date

from cardgen.program.words import Unread, shown

DATE_HINT = "write year-month-day: 2027-01-04"
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_CENTURY = 2000
_SERIAL = 5
"""Figures of the number by which spreadsheets count the days of our time."""
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)")
_DOTS = re.compile(r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>\d{4}|\d\d)")
_STROKES = re.compile(r"(?P<a>\d\d?)[/-](?P<b>\d\d?)[/-](?P<y>\d{4}|\d\d)")
_DAY_FIRST = re.compile(r"(?P<d>\d\d?)(?:\.|st|nd|rd|th)?\s*(?:of )?(?P<m>[^\W\d]{3,9})\.?,?\s*(?P<y>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<m>[^\W\d]{3,9})\.?\s*(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s*(?P<y>\d{4})")
_MONTHS = (
    ("january", "januar", "jänner"), ("february", "februar"), ("march", "märz", "maerz"), ("april",), ("may", "mai"),
    ("june", "juni"), ("july", "juli"), ("august",), ("september", "sept"), ("october", "oktober"), ("november",),
    ("december", "dezember"),
)  # fmt: skip


def read_date(text: str) -> date:
    """Return a date: `2027-01-04`, `4.1.2027`, `4 Jan 2027`, `1/13/2027`; of `1/4/2027` it is asked which day is meant."""
    plain = " ".join(text.casefold().split())
    if match := _YEAR_FIRST.fullmatch(plain) or _DOTS.fullmatch(plain):
        return _date(match["y"], int(match["m"]), int(match["d"]), text)
    if match := _DAY_FIRST.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain):
        return _date(match["y"], _month(match["m"], text), int(match["d"]), text)
    if match := _STROKES.fullmatch(plain):
        return _of_two(match["y"], int(match["a"]), int(match["b"]), text)
    is_serial = plain.isdecimal() and len(plain) == _SERIAL
    hint = f"a spreadsheet counts days so: show the column as a date; {DATE_HINT}" if is_serial else DATE_HINT
    raise Unread(f'"{shown(text)}" is no date', hint)


def _of_two(year: str, first: int, second: int, text: str) -> date:
    """Return the date of two figures that may be day and month or month and day, where only one of them can be."""
    if first == second:
        return _date(year, first, second, text)
    found: list[date] = []
    for month, day in ((first, second), (second, first)):
        try:
            found.append(_date(year, month, day, text))
        except Unread as told:
            unread = told
    if not found:
        raise unread
    if len(found) > 1:
        hint = f"write {' or '.join(str(it) for it in found)}: year-month-day"
        raise Unread(f'"{shown(text)}" may be two days', hint)
    return found[0]


def _month(word: str, text: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(word) for name in names):
            return number
    raise Unread(f'"{shown(text)}" is no date', DATE_HINT)


def _date(written: str, month: int, day: int, text: str) -> date:
    year = int(written) if len(written) > 2 else _CENTURY + int(written)  # noqa: PLR2004 - figures of a short year
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Unread(f'"{shown(text)}" is not in the years {_FIRST_YEAR} to {_LAST_YEAR}', DATE_HINT)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unread(f"there is no {shown(text)} in the calendar", DATE_HINT) from None
