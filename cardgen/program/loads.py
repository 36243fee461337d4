"""The words of a load in, its values week by week or set by set out, or what to write instead. Knows no file and no line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cardgen.nearest import nearest, nearest_few
from cardgen.program.model import MOST_WEEKS
from cardgen.program.quantity import Along, Load, LoadUnit
from cardgen.program.words import Unread, shown

LOAD_HINT = (
    "write 40 kg, 90 lb, 70 %, RPE 7, RIR 2, BW + 10 kg, 2 x 10 kg, pin 5, light band or body weight; "
    "set by set 40/50/60 kg; week by week [40, 42.5, 45] kg by week"
)

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
    {
        "bodyweight",
        "body weight",
        "body-weight",
        "bw",
        "own weight",
        "körpergewicht",
        "eigengewicht",
        "kg körpergewicht",
    }
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

_SHORT, _ALIKE = 3, 0.75
"""Names of fewer letters are all alike; how like a unit a word is that is one mistyped."""

_MEASURES = frozenset(
    [
        "kg",
        "kgs",
        "kilo",
        "kilos",
        "lb",
        "lbs",
        "pound",
        "pounds",
        "#",
        "g",
        "gr",
        "gram",
        "grams",
        "gramm",
        "%",
        "percent",
        "prozent",
        "rm",
        "w",
        "watt",
        "watts",
        "rpm",
        "bpm",
        "km/h",
        "kmh",
        "kph",
        "mph",
        "min/km",
        "min/mi",
        "cm",
        "mm",
        "inch",
        "inches",
        "in",
        "m",
        "°",
        "degrees",
        "grad",
        "n",
        "newton",
        "plate",
        "plates",
        "platte",
        "platten",
        "scheibe",
        "scheiben",
        "disc",
        "discs",
        "chain",
        "chains",
        "ketten",
        "band",
        "bands",
        "bänder",
        "spring",
        "springs",
        "feder",
        "federn",
        "dumbbell",
        "dumbbells",
        "db",
        "dbs",
        "hantel",
        "hanteln",
        "kurzhanteln",
        "kettlebell",
        "kettlebells",
        "kb",
        "kbs",
        "kettlebells",
        "bottle",
        "bottles",
        "flasche",
        "flaschen",
        "bag",
        "bags",
        "book",
        "books",
        "vest",
        "rings",
        "hooks",
        "pins",
        "holes",
        "notches",
        "loops",
        "knots",
        "stack",
        "stacks",
    ]
)
"""What stands behind a figure of a load in words."""
_SETTINGS = frozenset(
    [
        "pin",
        "level",
        "stage",
        "step",
        "hole",
        "notch",
        "setting",
        "position",
        "peg",
        "plate",
        "gear",
        "resistance",
        "stufe",
        "loch",
        "raste",
        "platte",
        "gang",
        "widerstand",
        "nr",
        "nr.",
        "no",
        "no.",
        "number",
        "zone",
        "stack",
        "block",
        "incline",
        "slope",
        "steigung",
        "damper",
        "height",
        "höhe",
        "seat",
        "size",
        "grösse",
        "größe",
        "drag",
        "rpe",
        "rir",
        "hr",
        "heart",
        "pulse",
        "puls",
        "rate",
        "cadence",
        "pace",
        "box",
        "grad",
    ]
)
"""What stands before a figure of a load in words."""
_LOAD_WORDS = frozenset(
    [
        "no",
        "load",
        "light",
        "medium",
        "moderate",
        "heavy",
        "hard",
        "easy",
        "empty",
        "bar",
        "band",
        "theraband",
        "thera",
        "tube",
        "loop",
        "full",
        "stack",
        "strong",
        "max",
        "weight",
        "yellow",
        "red",
        "green",
        "blue",
        "black",
        "grey",
        "gray",
        "silver",
        "gold",
        "white",
        "orange",
        "purple",
        "pink",
        "brown",
        "violet",
        "tan",
        "gelb",
        "rot",
        "rote",
        "rotes",
        "roter",
        "grün",
        "grünes",
        "blau",
        "blaues",
        "schwarz",
        "silber",
        "weiss",
        "weiß",
        "leicht",
        "mittel",
        "schwer",
        "dumbbell",
        "kettlebell",
        "hantel",
    ]
)
_TOKEN = re.compile(r"\d[\d:.,]*(?:\s*[-–]\s*\d[\d:.,]*)?|km/h|min/km|min/mi|[^\W\d_]+(?:['’.°-][^\W\d_]+)*|[^\s\w]")
_JOINTS = frozenset("+-–\N{MINUS SIGN}x×*@/&,()%#°'’.")
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
    if load.unit is LoadUnit.WORDS and not any(map(str.isdecimal, load.first)) and not words & _LOAD_WORDS:
        raise Unread(f'"{shown(text)}" is no load', LOAD_HINT)
    return load


def check_weeks(load: Load, weeks: int) -> None:
    """Refuse a load that goes on after the program has ended."""
    if load.along is not Along.SETS and len(load.values) > weeks:
        message = f"the load is given for {len(load.values)} weeks, but the program has {weeks}"
        raise Unread(message, "give one value a week at most; the last one holds to the end")


def _unlisted(plain: str, along: Along, whole: str) -> Load:
    """Return a load of one value, or of several with strokes or commas between."""
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
        raise _no_unit(unit, whole)
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
    return _short(_worded(text, whole), whole), LoadUnit.WORDS


def _is_unit_alone(text: str) -> bool:
    return _unit_key(text) in _UNITS or _unit_key(text) in _MEASURES - {"band", "bands", "vest", "bag"}


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


def _worded(text: str, whole: str) -> str:
    """Return a load in words and figures, of which every figure has to be known for what it is; spaced as it is printed."""
    if text[:1] in ("-", "–", "\N{MINUS SIGN}"):
        raise Unread(f'"{shown(whole)}" is under nothing', "of a machine that helps write BW - 20 kg")
    tokens = _TOKEN.findall(_COMMA.sub(lambda comma: _point(comma[0], whole), text))
    for at, token in enumerate(tokens):
        if token[0].isdecimal() and not _is_known(tokens, at):
            after = tokens[at + 1] if at + 1 < len(tokens) else ""
            raise _no_unit(after, whole)
        if not (token[0].isalnum() or token in _JOINTS):
            raise Unread(f'"{shown(whole)}" is no load', LOAD_HINT)
    if not tokens or not any(token[0].isalpha() or token[0] in "%#" for token in tokens):
        raise Unread(f'"{shown(whole)}" is no load' if tokens else f'"{shown(whole)}" has an empty place', LOAD_HINT)
    said = " ".join(tokens)
    said = re.sub(r"(?<=\d) [x*] (?=\d)", " × ", said)
    said = re.sub(r"(?<=\d)x (?=\d)", " × ", said)
    said = re.sub(r"\bbw\b", "BW", re.sub(r"\brm\b", "RM", said, flags=re.IGNORECASE), flags=re.IGNORECASE)
    said = re.sub(r"\( ", "(", re.sub(r" \)", ")", re.sub(r" ([,.])", r"\1", said)))
    return re.sub(r"(?<=\d) RM", "RM", said)


def _is_known(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a figure counts something, is counted by something, or is a setting."""
    before = tokens[at - 1].casefold() if at else ""
    after = [token.casefold() for token in tokens[at + 1 : at + 3]]
    if before in _SETTINGS or (before == "@" and at > 1):
        return True
    if not after:
        return False
    if after[0] in ("x", "×", "*"):
        return len(after) > 1 and after[1][0].isdecimal()
    if after[0] in ("/", "+") and len(after) > 1 and after[1][0].isdecimal():
        return at + 2 < len(tokens) and _is_known(tokens, at + 2)
    if after[0].rstrip(".") in _MEASURES:
        return True
    # 1 red band, 2 light springs, 1 red + 1 blue spring
    is_word = (
        after[0].isalpha() and len(after[0]) >= _SHORT and not nearest_few(after[0], _UNITS, most=1, likeness=_ALIKE)
    )
    return is_word and any(token.casefold().rstrip(".") in _MEASURES for token in tokens[at + 2 :])


def _short(text: str, whole: str) -> str:
    words = " ".join(text.split())
    if len(words) > _MOST_LETTERS:
        hint = f"say it with up to {_MOST_LETTERS} letters, such as light band, and the rest under note"
        raise Unread(f'"{shown(whole)}" is too long for a box', hint)
    return words


def _unit_key(text: str) -> str:
    plain = text.casefold().strip().rstrip(".")
    return "%1rm" if plain.startswith("%") and "rm" in plain else plain


def _no_unit(unit: str, whole: str) -> Unread:
    if not unit or not unit[0].isalpha():
        return Unread(f'"{shown(whole)}" holds a figure without a unit', LOAD_HINT)
    known = (name for name in (*_UNITS, *_MEASURES) if len(name) >= _SHORT)
    close = nearest(unit.casefold(), known) if len(unit) >= _SHORT else None
    hint = f'did you mean "{close}"?' if close else LOAD_HINT
    return Unread(f'"{shown(whole)}" has no unit that is known: "{shown(unit)}"', hint)


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
