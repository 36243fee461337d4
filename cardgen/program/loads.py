"""The words of a load in, its values week by week or set by set out, or what to write instead. Knows no file and no line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cardgen.program.model import MOST_WEEKS
from cardgen.program.quantity import Along, Load, LoadUnit
from cardgen.program.worded import LOAD_HINT, LOAD_WORDS, MEASURES, no_unit, worded
from cardgen.program.words import Unread, shown

_LIST = re.compile(r"(?P<before>[^][]*)\[(?P<entries>[^][]*)\](?P<after>[^][]*)")
_BY_WEEK = re.compile(r"(?P<rest>.*?)[\s,]*\b(?:week[ -]by[ -]week|by weeks?|pro woche|woche für woche)", re.IGNORECASE)
_BY_SET = re.compile(
    r"(?P<rest>.*?)[\s,]*\b(?:set[ -]by[ -]set|by sets?|per set|pro satz|satz für satz)", re.IGNORECASE
)
_FIGURE = r"\d{1,4}(?:[.,]\d{1,2})?"
_AMOUNT = rf"(?P<low>{_FIGURE})(?:\s*(?:[-–]|to|bis)\s*(?P<high>{_FIGURE}))?"
_NUMBER_FIRST = re.compile(
    rf"@?\s*{_AMOUNT}\s*(?P<unit>[^\W\d]+\.?|%\s*(?:of )?(?:the |des )?1[- ]?rm|%|#)?", re.IGNORECASE
)
_UNIT_FIRST = re.compile(rf"@?\s*(?P<unit>rpe|rir|@)\s*:?\s*@?\s*{_AMOUNT}", re.IGNORECASE)
_BAND = re.compile(r"(?P<words>[^\W\d_][^\d_]*\s)?\s*bands?", re.IGNORECASE)
_COMMA = re.compile(r"(?P<whole>\d+),(?P<part>\d+)(?![\d,])")
_OF_TEN = re.compile(r"(?:rpe|@)?\s*(\d)\s*/\s*10(?:\s*rpe)?", re.IGNORECASE)
_SLASHES = re.compile(r"\s*/\s*")
_DASHES = re.compile(rf"({_FIGURE})(?:\s*[-–]\s*{_FIGURE}){{2,}}\s*(?:kg|lbs?|%)?", re.IGNORECASE)

_UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramm"), LoadUnit.KG),
    **dict.fromkeys(("lb", "lbs", "#", "pound", "pounds"), LoadUnit.LB),
    **dict.fromkeys(("%", "percent", "prozent"), LoadUnit.PERCENT),
    "%1rm": LoadUnit.PERCENT_1RM,
    "rpe": LoadUnit.RPE,
    "@": LoadUnit.RPE,
    "rir": LoadUnit.RIR,
    "band": LoadUnit.BAND,
    "bands": LoadUnit.BAND,
}
_BODY_WEIGHT = frozenset(
    {"bodyweight", "body weight", "body-weight", "bw", "own weight", "körpergewicht", "eigengewicht"}
)
_NO_LOAD = frozenset(
    {"none", "no load", "no weight", "unloaded", "ohne", "ohne gewicht", "keine", "kein gewicht", "nil"}
)
NO_LOAD = "no load"
"""How it is printed that there is none."""
_MOST = {
    LoadUnit.KG: 1000,
    LoadUnit.LB: 2000,
    LoadUnit.PERCENT: 150,
    LoadUnit.PERCENT_1RM: 150,
    LoadUnit.RPE: 10,
    LoadUnit.RIR: 10,
}
"""More are slips of the keyboard; sets over 100 % are done, lowering only."""
_LEAST = {LoadUnit.RPE: 1.0, LoadUnit.RIR: 0.0}
_MOST_LETTERS = 32
"""Of a load in words: about what two lines of a column hold."""
_QUARTERS = ("25", "75")
_SURELY_PART = 20
"""Under so many whole ones `1,25` is a plate, not two weeks of a list."""
_WORDS = re.compile(r"[^\W\d_][^\W\d_ '’.,&+/()–-]*(?:[ '’.,&+/()–-]+[^\W\d_]+[.)]?)*\)?")


def read_load(text: str) -> Load:
    """Return a load: `40 kg`, `RPE 7-8`, `light band`, `BW + 10 kg`; set by set `40/50/60 kg`, by week `[40, 45] kg`."""
    plain = " ".join(text.split())
    along = Along.EITHER
    for pattern, told in ((_BY_WEEK, Along.WEEKS), (_BY_SET, Along.SETS)):
        if match := pattern.fullmatch(plain):
            plain, along = match["rest"], told
    match = _LIST.fullmatch(plain)
    if match is None:
        return _unlisted(plain, along, text)
    around = [part.strip() for part in (match["before"], match["after"]) if part.strip()]
    if len(around) > 1:
        raise Unread(f'"{shown(text)}" is no load', LOAD_HINT)
    if re.search(r"\d,\d", match["entries"]) and re.search(r",\s", match["entries"]):
        raise Unread(
            f'"{shown(text)}" has commas with and without a blank',
            "write a point for parts of a kilogram: [12.5, 15] kg",
        )
    return _of_entries(match["entries"].split(","), around[0] if around else "", text, along)


def read_loads(entries: Sequence[str]) -> Load:
    """Return a load that is written as a list: `[40, 42.5, 45 kg]`."""
    return _of_entries(entries, "", f"[{', '.join(entries)}]", Along.EITHER)


def read_sure_load(text: str) -> Load:
    """Return a load that is more than words that may be anything, such as a name in the wrong column."""
    load = read_load(text)
    words = {word for value in load.values for word in re.findall(r"[^\W\d_]+", value.casefold())}
    if load.unit is LoadUnit.WORDS and not any(map(str.isdecimal, load.first)) and not words & LOAD_WORDS:
        raise Unread(f'"{shown(text)}" is no load', LOAD_HINT)
    return load


def check_weeks(load: Load, weeks: int) -> None:
    """Refuse a load that goes on after the program has ended."""
    if load.along is not Along.SETS and len(load.values) > weeks:
        message = f"the load is given for {len(load.values)} weeks, but the program has {weeks}"
        raise Unread(message, "give one value a week at most; the last one holds to the end")


def _unlisted(plain: str, along: Along, whole: str) -> Load:
    """Return a load of one value, or of several with strokes or commas between."""
    if match := _OF_TEN.fullmatch(plain):
        hint = f"write RPE {match[1]}, or of two sets [{match[1]}, 10] RPE set by set"
        raise Unread(f'"{shown(whole)}" may be one effort of ten, or two', hint)
    for marks, told in ((_SLASHES, Along.SETS), (re.compile(r"\s*[,;]\s+|\s*;\s*"), along)):
        entries = marks.split(plain)
        if len(entries) > 1 and all(_is_figures(entry) for entry in entries) and _is_of_one_unit(entries):
            return _of_entries(entries, "", whole, told if along is Along.EITHER else along)
    if _DASHES.fullmatch(plain):
        return _of_entries(re.split(r"\s*[-–]\s*", plain), "", whole, Along.SETS if along is Along.EITHER else along)
    if along is not Along.EITHER:
        raise Unread(
            f'"{shown(whole)}" is one load', "leave out what follows it, or list one a week: [40, 45] kg by week"
        )
    return _of_entries([plain], "", whole, along)


def _is_figures(text: str) -> bool:
    """Tell whether an entry is a figure with a known unit or none."""
    match = _UNIT_FIRST.fullmatch(text) or _NUMBER_FIRST.fullmatch(text)
    return (
        bool(match) and (not match["unit"] or _unit_key(match["unit"]) in _UNITS)
        if match
        else text.casefold() in _BODY_WEIGHT
    )


def _is_of_one_unit(entries: Sequence[str]) -> bool:
    """Tell whether entries are loads of one list: `60, 70 kg`, and not a load and its effort: `60 kg, RPE 8`."""
    found = (_UNIT_FIRST.fullmatch(entry) or _NUMBER_FIRST.fullmatch(entry) for entry in entries)
    return len({_UNITS[_unit_key(match["unit"])] for match in found if match and match["unit"]}) < 2  # noqa: PLR2004


def _of_entries(entries: Sequence[str], unit: str, whole: str, along: Along) -> Load:
    """Return the load of one entry a week or set; the unit stands around the list, at one entry, or at each."""
    parsed = [_entry(entry.strip(), whole, alone=len(entries) == 1 and not unit) for entry in entries]
    units = {of_entry for _, of_entry in parsed if of_entry}
    values = tuple(value for value, _ in parsed)
    if unit and _unit_key(unit) in _UNITS:
        units.add(_UNITS[_unit_key(unit)])
    elif unit and _WORDS.fullmatch(unit):
        units.add(LoadUnit.WORDS)
        values = tuple(f"{value} {unit}" for value in values)
    elif unit:
        raise no_unit(unit, whole)
    if units == {LoadUnit.WORDS, LoadUnit.BODY_WEIGHT}:
        units, values = {LoadUnit.WORDS}, tuple(value or str(LoadUnit.BODY_WEIGHT.value) for value in values)
    if len(units) > 1:
        names = " and ".join(sorted(it.value or "words" for it in units))
        raise Unread(f'"{shown(whole)}" mixes {names}', "give one unit for all, or a load in words for all")
    if not units:
        raise Unread(f'"{shown(whole)}" has no unit', LOAD_HINT)
    if len(parsed) > MOST_WEEKS:
        raise Unread(f"the load is given for {len(parsed)} weeks, more than {MOST_WEEKS}", LOAD_HINT)
    load = Load(unit=units.pop(), values=values, along=along if len(values) > 1 else Along.WEEKS)
    _check_bounds(load, whole)
    return load


def _entry(text: str, whole: str, *, alone: bool) -> tuple[str, LoadUnit | None]:
    """Return one value, and its unit where it has one."""
    plain = text.casefold()
    if plain in _BODY_WEIGHT:
        return "", LoadUnit.BODY_WEIGHT
    if plain in _NO_LOAD:
        return NO_LOAD, LoadUnit.WORDS
    if match := _UNIT_FIRST.fullmatch(text):
        return _amount(match, whole), _UNITS[_unit_key(match["unit"])]
    if (match := _NUMBER_FIRST.fullmatch(text)) and (not match["unit"] or _unit_key(match["unit"]) in _UNITS):
        if plain.endswith("bands"):  # 2 bands
            return " ".join(text.split()), LoadUnit.WORDS
        return _amount(match, whole), _UNITS[_unit_key(match["unit"])] if match["unit"] else None
    if match := _BAND.fullmatch(text):
        return _short(match["words"] or "", whole), LoadUnit.BAND
    if _is_unit_alone(text):
        raise Unread(f'"{shown(whole)}" is no load', LOAD_HINT)
    if _WORDS.fullmatch(text):
        return _short(text, whole), LoadUnit.WORDS if alone else None
    return _short(worded(_COMMA.sub(lambda comma: _point(comma[0], whole), text), whole), whole), LoadUnit.WORDS


def _is_unit_alone(text: str) -> bool:
    return _unit_key(text) in _UNITS or _unit_key(text) in MEASURES - {"band", "bands", "vest", "bag"}


def _amount(match: re.Match[str], whole: str) -> str:
    return "–".join(f"{float(_point(match[end], whole)):g}" for end in ("low", "high") if match[end])


def _point(text: str, whole: str) -> str:
    """Return a figure with a point for its comma; where the comma may part two values, it is asked."""
    if not (comma := _COMMA.fullmatch(text)):
        return text
    number, part = comma["whole"], comma["part"]
    if len(part) == 1 or (part in _QUARTERS and int(number) <= _SURELY_PART):
        return f"{number}.{part}"
    hint = f"write {number}.{part} with a point, or [{number}, {part}] for week after week"
    raise Unread(f'"{shown(whole)}" may be one load or two', hint)


def _short(text: str, whole: str) -> str:
    words = " ".join(text.split())
    if len(words) > _MOST_LETTERS:
        hint = f"say it with up to {_MOST_LETTERS} letters, such as light band, and the rest under note"
        raise Unread(f'"{shown(whole)}" is too long for a box', hint)
    return words


def _unit_key(text: str) -> str:
    plain = text.casefold().strip().rstrip(".")
    return "%1rm" if plain.startswith("%") and "rm" in plain else plain


def _check_bounds(load: Load, whole: str) -> None:
    """Refuse what cannot be meant: words in kg, numbers of a band, nothing, and far too much."""
    worded = load.unit in (LoadUnit.BAND, LoadUnit.BODY_WEIGHT, LoadUnit.WORDS)
    for value in load.values:
        numbers = [float(end) for end in value.split("–")] if re.fullmatch(r"[\d.]+(–[\d.]+)?", value) else []
        if (
            worded == bool(numbers)
            or (not worded and not numbers)
            or (load.unit is LoadUnit.WORDS and not value.strip())
        ):
            raise Unread(f'"{shown(whole)}" is no load', LOAD_HINT)
        if numbers and numbers[0] > numbers[-1]:
            raise Unread(f'"{shown(whole)}" runs backwards', LOAD_HINT)
        most, least = _MOST.get(load.unit, 0), _LEAST.get(load.unit, 0.0)
        is_over = numbers and (numbers[0] > 0 or load.unit is LoadUnit.RIR)
        if numbers and not (least <= numbers[0] and numbers[-1] <= most and is_over):
            bounds = (
                f"from {least:g} to {most}" if load.unit in _LEAST else f"over 0 and up to {most} {load.unit.value}"
            )
            raise Unread(f'"{shown(whole)}" must be {bounds}', LOAD_HINT)


def settled(load: Load, sets: tuple[int, int] | None) -> Load:
    """Return a load whose list follows weeks or sets; where it may be either, it is asked. `sets` are from and to."""
    many = len(load.values)
    if load.along is Along.EITHER:
        if sets and many in range(sets[0], sets[1] + 1) and load.changes:
            listed = "/".join(load.values)
            week = ", ".join(load.values)
            unit = load.unit.value if not load.values[-1].endswith(load.unit.value) else ""
            unit = f" {unit}" if unit else ""
            hint = f'write {listed}{unit} for set after set, or "[{week}]{unit} by week"'
            raise Unread(f"{many} loads and {many} sets: a load for each set, or for each week?", hint)
        return replace(load, along=Along.WEEKS)
    if load.along is Along.SETS and sets and many not in range(sets[0], sets[1] + 1):
        raise Unread(
            f"the load is given for {many} sets, but there are {sets[0] if sets[0] == sets[1] else f'{sets[0]} to {sets[1]}'}",
            "give a load for each set; week by week write [40, 42.5, 45] kg by week",
        )
    return load
