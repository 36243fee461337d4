"""The words of a load in, its values week by week out, or what to write instead. Knows no file and no line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardgen.program.model import MOST_WEEKS
from cardgen.program.quantity import Load, LoadUnit
from cardgen.program.words import Unread, shown

LOAD_HINT = "write 40 kg, 90 lb, 70 %, RPE 7, light band or body weight; week by week: [40, 42.5, 45] kg"

_LIST = re.compile(r"(?P<before>[^][]*)\[(?P<entries>[^][]*)\](?P<after>[^][]*)")
_AMOUNT = r"(?P<low>\d{1,4}(?:\.\d{1,2})?)(?:\s*[-–]\s*(?P<high>\d{1,4}(?:\.\d{1,2})?))?"
_NUMBER_FIRST = re.compile(rf"{_AMOUNT}\s*(?P<unit>[^\W\d]+\.?|%)?")
_UNIT_FIRST = re.compile(rf"(?P<unit>rpe)\s*{_AMOUNT}", re.IGNORECASE)
_BAND = re.compile(r"(?P<words>[^\W\d_][^\d_]*\s)?\s*bands?", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(?P<whole>\d+),(?P<part>\d+)(?P<rest>.*)")

_UNITS = {
    "kg": LoadUnit.KG,
    "kgs": LoadUnit.KG,
    "kilo": LoadUnit.KG,
    "kilos": LoadUnit.KG,
    "lb": LoadUnit.LB,
    "lbs": LoadUnit.LB,
    "%": LoadUnit.PERCENT,
    "percent": LoadUnit.PERCENT,
    "rpe": LoadUnit.RPE,
    "band": LoadUnit.BAND,
    "bands": LoadUnit.BAND,
}
_BODY_WEIGHT = frozenset({"bodyweight", "body weight", "body-weight", "bw"})
_MOST = {LoadUnit.KG: 1000, LoadUnit.LB: 2000, LoadUnit.PERCENT: 150, LoadUnit.RPE: 10}
"""More are slips of the keyboard; sets over 100 % are done, lowering only."""
_LEAST = {LoadUnit.RPE: 1.0}
_MOST_LETTERS_OF_BAND = 24


def read_load(text: str) -> Load:
    """Return a load: `40 kg`, `RPE 7-8`, `70 %`, `light band`, `body weight`, or week by week `[40, 42.5, 45] kg`."""
    match = _LIST.fullmatch(text)
    if match is None:
        return _of_entries([text], "", text)
    around = [part.strip() for part in (match["before"], match["after"]) if part.strip()]
    if len(around) > 1:
        raise Unread(f'"{shown(text)}" is no load', LOAD_HINT)
    return _of_entries(match["entries"].split(","), around[0] if around else "", text)


def read_loads(entries: Sequence[str]) -> Load:
    """Return a load that is written as a list: `[40, 42.5, 45 kg]`."""
    return _of_entries(entries, "", f"[{', '.join(entries)}]")


def check_weeks(load: Load, weeks: int) -> None:
    """Refuse a load that goes on after the program has ended."""
    if len(load.values) > weeks:
        message = f"the load is given for {len(load.values)} weeks, but the program has {weeks}"
        raise Unread(message, "give one value a week at most; the last one holds to the end")


def _of_entries(entries: Sequence[str], unit: str, whole: str) -> Load:
    """Return the load of one entry a week; the unit stands around the list, at one entry, or at each."""
    parsed = [_entry(entry.strip(), whole) for entry in entries]
    units = {of_entry for _, of_entry in parsed if of_entry}
    if unit:
        units.add(_unit(unit, whole))
    if len(units) > 1:
        names = " and ".join(sorted(it.value for it in units))
        raise Unread(f'"{shown(whole)}" mixes {names}', "give one unit for all weeks")
    if not units:
        raise Unread(f'"{shown(whole)}" has no unit', LOAD_HINT)
    if len(parsed) > MOST_WEEKS:
        raise Unread(f"the load is given for {len(parsed)} weeks, more than {MOST_WEEKS}", LOAD_HINT)
    load = Load(unit=units.pop(), values=tuple(value for value, _ in parsed))
    _check_bounds(load, whole)
    return load


def _entry(text: str, whole: str) -> tuple[str, LoadUnit | None]:
    """Return the value of one week, and its unit where it has one."""
    if text.casefold() in _BODY_WEIGHT:
        return "", LoadUnit.BODY_WEIGHT
    if match := _UNIT_FIRST.fullmatch(text) or _NUMBER_FIRST.fullmatch(text):
        return _amount(match), _unit(match["unit"], whole) if match["unit"] else None
    if match := _BAND.fullmatch(text):
        return _words(match["words"] or "", whole), LoadUnit.BAND
    if text and text.replace(" ", "").replace("-", "").isalpha() and whole != text:
        return _words(text, whole), None  # a colour of [yellow, red] band
    hint = LOAD_HINT
    if comma := _DECIMAL_COMMA.fullmatch(text):
        point, entries = f"{comma['whole']}.{comma['part']}", f"{comma['whole']}, {comma['part']}"
        unit = comma["rest"].strip() or "kg"
        hint = f"write {point} {unit} with a point, or [{entries}] {unit} for week after week"
    raise Unread(f'"{shown(whole)}" is no load', hint)


def _amount(match: re.Match[str]) -> str:
    return "–".join(f"{float(match[end]):g}" for end in ("low", "high") if match[end])


def _words(text: str, whole: str) -> str:
    words = " ".join(text.split())
    if len(words) > _MOST_LETTERS_OF_BAND:
        hint = f"name a band with up to {_MOST_LETTERS_OF_BAND} letters, such as light band"
        raise Unread(f'"{shown(whole)}" is too long for a box', hint)
    return words


def _unit(text: str, whole: str) -> LoadUnit:
    found = _UNITS.get(text.casefold().rstrip("."))
    if found is None:
        raise Unread(f'"{shown(whole)}" has no unit that is known: "{shown(text)}"', LOAD_HINT)
    return found


def _check_bounds(load: Load, whole: str) -> None:
    """Refuse what cannot be meant: words in kg, numbers of a band, nothing, and far too much."""
    worded = load.unit in (LoadUnit.BAND, LoadUnit.BODY_WEIGHT)
    for value in load.values:
        numbers = [float(end) for end in value.split("–")] if value[:1].isdecimal() else []
        if worded == bool(numbers) or (not worded and not numbers):
            raise Unread(f'"{shown(whole)}" is no load', LOAD_HINT)
        if numbers and numbers[0] > numbers[-1]:
            raise Unread(f'"{shown(whole)}" runs backwards', LOAD_HINT)
        most, least = _MOST.get(load.unit, 0), _LEAST.get(load.unit, 0.0)
        if numbers and not (least <= numbers[0] and numbers[-1] <= most and numbers[0] > 0):
            bounds = f"from {least:g} to {most}" if least else f"over 0 and up to {most} {load.unit.value}"
            raise Unread(f'"{shown(whole)}" must be {bounds}', LOAD_HINT)
