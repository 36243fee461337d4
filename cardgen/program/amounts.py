"""The words of repetitions in, how long each set is out, or what to write instead. Knows no file and no line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardgen.program.quantity import HOUR, Along, Amount, Counting, Reps, Side
from cardgen.program.times import NUMBER, TO, UNITS, clock, in_seconds, times_between
from cardgen.program.times import plain as as_plain
from cardgen.program.words import Unread, shown

MOST_REPS = 200
MOST_HOLD = 5 * HOUR
"""Seconds."""
MOST_ENTRIES = 52
"""Of a list: a year of weeks."""
_MOST = {Counting.COUNT: MOST_REPS, Counting.HOLD: MOST_HOLD, Counting.AMRAP: MOST_HOLD, Counting.CALORIES: 2000}
_MOST_METRES = 100_000
_SURELY_METRES = 10
"""A smaller figure with an "m" may as well be minutes."""
_MOST_HELD = 300

REPS_HINT = "write 8, 8-12, 12/10/8, AMRAP, 30s, 400 m or 15 cal"
HOLD_HINT = "write seconds: hold: 10s"

_AMOUNT = re.compile(rf"(?P<low>{NUMBER})(?:{TO}(?P<high>{NUMBER}))?\s*(?P<more>\+)?\s*(?P<unit>\D*)")
_SIDE = r"(?:sides?|legs?|arms?|hands?|fe?et|foot|knees?|hips?|seiten?|beine?n?|armen?|hände?n?|hand|lado|pierna|brazo|côté)"
_EACH = r"(?:per|each|every|a|on each|on every|for each|je|pro|jede[nr]?|por|cada|par)"
_PER_SIDE = re.compile(
    rf"(?:[\s,/]+|(?<=\d)|(?=/))(?:(?:/|{_EACH})\s*{_SIDE}|{_SIDE}\s+each|je {_SIDE}|each|ea\.?|e/s|p/s|es|l/r|r/l|l\s*[+&]\s*r|beidseits|beidseitig)"
)
_SIDE_WITHIN = re.compile(rf"\s*(?:/|\b{_EACH}\b)\s*{_SIDE}\b,?")
_SIDE_FIRST = re.compile(rf"(?:{_EACH}\s+{_SIDE}|je)\s*:?\s+")
_SETS_AND_REPS = re.compile(r"(\d{1,3}(?:\s*[-–]\s*\d{1,3})?)\s*(?:sets? of|sätze (?:à|mit|zu)|[x×*])\s*(\S.*)")
_BY_WEEK = re.compile(r"[\s,]*(?:week[ -]by[ -]week|by weeks?|each week|pro woche|woche für woche)")
_BY_SET = re.compile(r"[\s,]*(?:set[ -]by[ -]set|by sets?|satz für satz)")
_METHOD = re.compile(
    r"[\s,+]*\b(?:with |mit |as |als |then |dann |and |und )?(?:an? |einem )?"
    r"(?P<method>(?:(?:last|final|letzter) (?:set|satz) )?"
    r"(?:drop[ -]?sets?|dropsatz|drop(?:ped)?|rest[ -]?pause|cluster(?:[ -]?sets?)?|myo[ -]?reps?|amrap|(?:to |bis zum )?(?:muscle |muskel)?failure|slow(?:ly)?|langsam|explosive(?:ly)?|explosiv|controlled|kontrolliert))"
)
_MANNER = re.compile(
    r"(?P<rest>\d[\d.,:]*(?:\s*[-–]\s*\d[\d.,:]*)?\s*(?P<unit>[^\W\d]+)\.?)\s+"
    r"(?P<method>(?!hold|held|halten|amrap|max|to\b|bis\b|on\b|off\b|by\b|per\b|each\b|x\b)[^\W\d]{3,}(?: [^\W\d]+){0,2})"
)
"""How it is gone on: `5 min easy`, `400 m run`."""
_UNTIL = re.compile(r"(?:to|until|till|bis zum|bis zur|bis)\s[^\W\d][^\d]{2,30}")
_RM = re.compile(r"(\d+(?:\s*[-–]\s*\d+)?)\s*rm")
_EFFORT = re.compile(
    r"(?P<reps>.*?\d.*?)[\s,]*(?P<load>@.*|(?:rpe|rir)\s*\d.*|\d[\d,.–-]*\s*(?:rpe|rir)|bei \d.*%.*|at \d.*(?:%|kg|lb).*)"
)
_EMOM = re.compile(r"\b(?:e\d*mom|every (?:minute|\d+))")
_TIMED_AMRAP = re.compile(
    r"(?:(?:amrap|max\.?(?: reps)?)\s*(?:in|for)?\s*(?P<after>\d.*)|(?P<before>\d[\d:.,]*\s*[^\W\d]*)\s*(?:amrap|max\.?(?: reps)?))"
)
_HELD = re.compile(
    r"(?:hold|held|halten|hold for)\s*:?\s*(?P<after>\d.*)|(?P<before>\d.*?)[\s-]*(?:holds?|held|halten)"
)
_REPS_AND_HOLD = re.compile(
    r"(\d[\d–-]*)(?!\d)\s*(?:reps?|wdh\.?)?[\s,x×/+]*(?:(?:hold|held|halten|with|mit|à|for)\s*)*(?:a )?(\d[\d–-]*\s*(?:s|secs?|seconds?|sek|sekunden|min)?)\s*(?:holds?|halten)?"
)
_SHORT = 3
"""Of names of so few letters all are alike."""
_THOUSANDS = re.compile(r"\d{1,3}[.,]\d{3}\b")

_AMRAP = {
    "amrap": "", "max": "", "max reps": "", "maximum": "", "as many as possible": "", "as many reps as possible": "",
    "so viele wie möglich": "", "max wdh": "", "to failure": "to failure", "failure": "to failure", "until failure": "to failure",
    "bis zum muskelversagen": "to failure", "bis zum versagen": "to failure", "muskelversagen": "to failure",
    "to technical failure": "to technical failure", "technical failure": "to technical failure",
    "max hold": "max hold", "max time": "max time", "max distance": "max distance", "max effort": "max effort",
}  # fmt: skip
_UNITS: dict[str, tuple[Counting, int]] = {
    **{word: (Counting.HOLD, factor) for factor, words in UNITS.items() for word in words},
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters", "metern", "mtr", "metros", "mètres"), (Counting.METRES, 1)),
    **dict.fromkeys(("km", "kms", "k", "kilometre", "kilometres", "kilometer", "kilometers", "kilometern"), (Counting.KILOMETRES, 1)),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), (Counting.YARDS, 1)),
    **dict.fromkeys(("mi", "mile", "miles", "meile", "meilen"), (Counting.MILES, 1)),
    **dict.fromkeys(("ft", "foot", "feet"), (Counting.FEET, 1)),
    **dict.fromkeys(("cal", "cals", "kcal", "calorie", "calories", "kalorie", "kalorien"), (Counting.CALORIES, 1)),
    **dict.fromkeys(
        ("", "rep", "reps", "repetition", "repetitions", "wdh", "whd", "wh", "wiederholung", "wiederholungen", "repeticiones", "times", "mal", "x"),
        (Counting.COUNT, 1),
    ),
}  # fmt: skip
_NOUNS = frozenset(
    [
        "breaths",
        "breath",
        "steps",
        "step",
        "paces",
        "strides",
        "rounds",
        "jumps",
        "hops",
        "laps",
        "lengths",
        "contacts",
        "touches",
        "taps",
        "swings",
        "throws",
        "slams",
        "strokes",
        "circles",
        "rotations",
        "pulses",
        "turns",
        "passes",
        "floors",
        "flights",
        "stairs",
        "calls",
        "skips",
    ]
)
"""What is counted besides repetitions; printed as it is written."""
_GERMAN_NOUNS = frozenset(
    ["atemzüge", "schritte", "runden", "sprünge", "bahnen", "längen", "kreise", "stufen", "würfe", "schläge"]
)
_IN_ALL = {
    "total": "in all",
    "alternating": "alternate sides",
    "alternate": "alternate sides",
    "alt": "alternate sides",
    "insgesamt": "in all",
    "abwechselnd": "alternate sides",
}
"""What stands better under note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReps:
    """What a text of repetitions says."""

    reps: Reps
    side: Side | None = None
    """Where it says that too: `8/side`."""


def read_reps(text: str) -> Reps:
    """Return repetitions, a hold, a distance or calories, of all sets or set by set: `8-12`, `30s`, `400 m`, `12/10/8`."""
    return read_all_of_reps(text).reps


def read_all_of_reps(text: str) -> ReadReps:
    """Return repetitions, and the side where the text says it."""
    plain = as_plain(text)
    along = Along.EITHER
    if match := re.fullmatch(rf"(.*?){_BY_WEEK.pattern}", plain):
        plain, along = match[1], Along.WEEKS
    elif match := re.fullmatch(rf"(.*?){_BY_SET.pattern}", plain):
        plain, along = match[1], Along.SETS
    plain = re.sub(r"^(?:min\.?|mind\.?|mindestens|at least|minimum)\s+(\d+)$", r"\1+", plain)
    _refuse_more(plain)
    plain, side = _without_side(plain)
    _refuse_hold(plain)
    plain, method = _without_method(plain)
    entries, told = _entries(plain)
    if along is Along.WEEKS and len(entries) == 1:
        raise Unread(f'"{shown(text)}" is one figure for all weeks', "leave out what follows it, or list one a week")
    reps = _reps(entries, text)
    along = along if along is not Along.EITHER else told
    return ReadReps(reps=replace(reps, along=along if len(entries) > 1 else Along.SETS, method=method), side=side)


def read_reps_list(entries: Sequence[str]) -> Reps:
    """Return repetitions that are written as a list: `[12, 10, 8]`."""
    reps = _reps([as_plain(entry) for entry in entries], f"[{', '.join(entries)}]")
    return replace(reps, along=Along.EITHER if len(reps.amounts) > 1 else Along.SETS)


def read_hold(text: str) -> Amount:
    """Return how long each repetition is held: `10s`, `5-10 s`, `10`."""
    plain = as_plain(text)
    if re.fullmatch(r"\d+(\s*[-–]\s*\d+)?", plain):
        plain += "s"
    amount = _amount(plain, text)
    if amount.counting is not Counting.HOLD or amount.high > _MOST_HELD:
        raise Unread(f'"{shown(text)}" is no time to hold a repetition', HOLD_HINT)
    return amount


def _refuse_more(plain: str) -> None:
    """Refuse what belongs under other keys, with how it is written there."""
    if _EMOM.search(plain):
        hint = "write sets: 10, reps: 8 and rest: EMOM; for every two minutes rest: E2MOM"
        raise Unread(f'"{shown(plain)}" says when sets begin', hint)
    if match := _EFFORT.fullmatch(plain):
        load = match["load"].removeprefix("at ").removeprefix("bei ").upper().replace("KG", "kg").replace("LB", "lb")
        load = f'"{load}"' if load.startswith("@") else load
        raise Unread(
            f'"{shown(plain)}" holds a load too', f"write reps: {shown(match['reps'].strip())} and load: {shown(load)}"
        )
    if match := _RM.fullmatch(plain):
        raise Unread(f'"{shown(plain)}" is a load', f"write reps: {match[1]} and load: {match[1]}RM")
    if match := _SETS_AND_REPS.fullmatch(plain):
        times = re.sub(r"\s*(?:holds?|halten)$", "", match[2])
        hint = f"write sets: {match[1]} and reps: {shown(times)}"
        if re.fullmatch(r"\d+\s*(?:s|secs?|seconds?|sek|sekunden)\.?", times):
            hint += f"; or, of repetitions held so long, reps: {match[1]} and hold: {shown(times)}"
        raise Unread(f'"{shown(plain)}" is no number of repetitions', hint)
    if re.fullmatch(r"\d+(?:\s*\+\s*\d+)+", plain):
        figures = re.split(r"\s*\+\s*", plain)
        hint = f"write reps: {figures[0]} drop set and note: {plain}; of {len(figures)} sets write reps: {'/'.join(figures)}"
        raise Unread(f'"{shown(plain)}" holds several figures for a set', hint)
    if re.fullmatch(r"\d+,\d+", plain):
        raise Unread(f'"{shown(plain)}" is no number of repetitions', f"set by set write {plain.replace(',', '/')}")


def _refuse_hold(plain: str) -> None:
    if (match := _REPS_AND_HOLD.fullmatch(plain)) and re.search("hold|held|halten", plain):
        raise Unread(f'"{shown(plain)}" holds a time too', f"write reps: {match[1]} and hold: {shown(match[2])}")


def _without_side(plain: str) -> tuple[str, Side | None]:
    if match := re.fullmatch(rf"(?P<rest>.*\d.*?){_PER_SIDE.pattern}", plain):
        return match["rest"].strip(), Side.EACH
    if match := _SIDE_FIRST.match(plain):
        return plain[match.end() :], Side.EACH
    if (match := _SIDE_WITHIN.search(plain)) and match.start():
        return f"{plain[: match.start()]} {plain[match.end() :].strip()}", Side.EACH
    return plain, None


def _without_method(plain: str) -> tuple[str, str]:
    """Return a text without what is done besides, and that."""
    if (manner := _MANNER.fullmatch(plain)) and _UNITS.get(manner["unit"], (Counting.COUNT, 1))[
        0
    ] is not Counting.COUNT:
        return manner["rest"], manner["method"]
    match = re.fullmatch(rf"(?P<rest>.*\d\S*(?: [^\W\d]+)??){_METHOD.pattern}", plain)
    if match is None or _TIMED_AMRAP.fullmatch(plain) or (match["method"] == "amrap" and re.search(r"[,/]", plain)):
        return plain, ""
    method = match["method"]
    method = {"drop": "drop set", "dropped": "drop set", "failure": "to failure", "dropset": "drop set"}.get(
        method, method
    )
    return match["rest"].strip(" ,+"), method.replace("amrap", "AMRAP")


def _entries(plain: str) -> tuple[list[str], Along]:
    """Return the entries of a list, and what they follow; a single one where it is none."""
    if listed := re.fullmatch(r"\[([^][]*)\]\s*([^\W\d]*)", plain):
        entries = [entry.strip() for entry in listed[1].split(",")]
        return [*entries[:-1], f"{entries[-1]} {listed[2]}".strip()], Along.EITHER
    if "/" in plain:
        entries = [entry.strip() for entry in plain.split("/")]
        _refuse_pair(entries)
        return entries, Along.SETS
    if plain.count("–") + plain.count("-") > 1 and re.fullmatch(r"[\d+]+(\s*[-–]\s*[\d+]+){2,}", plain):
        return [entry.strip() for entry in re.split(r"[-–]", plain)], Along.SETS
    if re.search(r",\s|;", plain) or plain.count(",") > 1:
        return [entry.strip() for entry in re.split(r"[,;]", plain)], Along.EITHER
    return [plain], Along.SETS


def _refuse_pair(entries: Sequence[str]) -> None:
    if len(entries) == 2 and entries[0] == entries[1]:  # noqa: PLR2004 - left and right
        hint = f"write reps: {shown(entries[0])} and side: each, or sets: 2 and reps: {shown(entries[0])}"
        raise Unread(f'"{shown("/".join(entries))}" may be two sides or two sets', hint)


def _reps(entries: Sequence[str], whole: str) -> Reps:
    if len(entries) > MOST_ENTRIES:
        raise Unread(f"the list has {len(entries)} entries, more than {MOST_ENTRIES}", REPS_HINT)
    unit = _shared_unit(entries)
    amounts = tuple(_amount(f"{entry} {unit}" if entry[-1:].isdecimal() else entry, whole) for entry in entries)
    kinds = {it.counting for it in amounts} - {Counting.AMRAP}
    if len(kinds) > 1:
        raise Unread(f'"{shown(whole)}" mixes what is counted', "write a unit at the last figure, or the same at each")
    return Reps(amounts=amounts)


def _shared_unit(entries: Sequence[str]) -> str:
    """Return the unit at the last entry, which stands for those that have none."""
    match = re.search(r"\d\+?\s*([^\d\s+:][^\d]*)$", entries[-1]) if len(entries) > 1 else None
    return match[1].strip() if match and not any(":" in entry for entry in entries) else ""


def _amount(text: str, whole: str) -> Amount:
    """Return the amount of a set."""
    plain = text.strip().removesuffix(".")
    if plain in _AMRAP:
        return Amount(counting=Counting.AMRAP, words=_AMRAP[plain])
    if _UNTIL.fullmatch(plain):
        return Amount(counting=Counting.AMRAP, words=plain)
    if match := _TIMED_AMRAP.fullmatch(plain):
        limit = _amount(match["after"] or match["before"], whole)
        if limit.counting is not Counting.HOLD or limit.low != limit.high:
            raise Unread(f'"{shown(whole)}" is no number of repetitions', "write AMRAP, AMRAP in 60 s, or 8+")
        return replace(limit, counting=Counting.AMRAP)
    if match := _HELD.fullmatch(plain):
        held = _amount(match["after"] or match["before"], whole)
        if held.counting is not Counting.HOLD:
            raise Unread(f'"{shown(whole)}" does not say how long is held', "write 30s, or reps: 10 and hold: 5s")
        return held
    if times := clock(plain):
        low, high = times
        return _bounded(Amount(counting=Counting.HOLD, low=low, high=high), whole)
    if times := times_between(plain):
        return _bounded(Amount(counting=Counting.HOLD, low=times[0], high=times[1]), whole)
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        raise Unread(f'"{shown(whole)}" is no number of repetitions', REPS_HINT)
    return _bounded(_counted(match, whole), whole)


def _counted(match: re.Match[str], whole: str) -> Amount:
    """Return an amount of figures and a unit."""
    unit = match["unit"].strip().rstrip(".")
    counting, factor = _UNITS.get(unit, (Counting.COUNT, 1))
    if unit not in _UNITS and unit not in _NOUNS | _GERMAN_NOUNS:
        raise Unread(f'"{shown(whole)}" has a unit that is not known: "{shown(unit)}"', _hint_for(unit))
    low, high = (_number(match[end] or match["low"], counting, factor, whole) for end in ("low", "high"))
    if unit == "m" and high < _SURELY_METRES:
        hint = f"write {match['low']} min, or {match['low']} metres"
        raise Unread(f'"{shown(whole)}" may be minutes or metres', hint)
    if match["more"] and match["high"]:
        raise Unread(f'"{shown(whole)}" has two ends', f"write {match['low']}-{match['high']} or {match['low']}+")
    words = unit if unit in _NOUNS else unit.capitalize() if unit in _GERMAN_NOUNS else ""
    return Amount(counting=counting, low=low, high=high, words=words, is_least=bool(match["more"]))


def _hint_for(unit: str) -> str:
    from cardgen.values.nearest import nearest  # noqa: PLC0415 - only where something is wrong

    if unit in _IN_ALL:
        return f"write the figure alone, and note: {_IN_ALL[unit]}"
    close = nearest(unit, (*(name for name in _UNITS if len(name) > _SHORT), *_NOUNS)) if len(unit) >= _SHORT else None
    return f'did you mean "{close}"?' if close else REPS_HINT


def _number(text: str, counting: Counting, factor: int, whole: str) -> float:
    """Return a figure in what is counted; where a comma or point may mean two things, it is asked."""
    if _THOUSANDS.fullmatch(text):
        plain = re.sub(r"[.,]", "", text)
        raise Unread(f'"{shown(whole)}" may be thousands or parts', f"write {plain} without a mark, or fewer digits")
    if factor > 1 or counting is Counting.HOLD:
        return in_seconds(text, factor, whole)
    value = float(text.replace(",", "."))
    if counting is Counting.COUNT and not value.is_integer():
        raise Unread(f'"{shown(whole)}" is no whole number', REPS_HINT)
    return value


def _bounded(amount: Amount, whole: str) -> Amount:
    if amount.low > amount.high:
        ends = replace(amount, low=amount.high, high=amount.low).text.replace("–", "-")
        raise Unread(f'"{shown(whole)}" runs backwards', f"write {ends}, or set by set {_slashed(whole)}")
    metres = amount.counting.is_distance
    most = _MOST.get(
        amount.counting,
        _MOST_METRES if amount.counting in (Counting.METRES, Counting.YARDS, Counting.FEET) else _MOST_METRES // 500,
    )
    if not amount.low > 0 or amount.high > most or (amount.counting is Counting.HOLD and amount.low < 1):
        what = {
            Counting.COUNT: "repetitions",
            Counting.HOLD: "seconds",
            Counting.AMRAP: "seconds",
            Counting.CALORIES: "calories",
        }
        unit = str(amount.counting.value) if metres else (amount.words or what[amount.counting])
        raise Unread(f'"{shown(whole)}" is not from 1 to {most} {unit}', REPS_HINT)
    return amount


def _slashed(text: str) -> str:
    return shown(re.sub(r"\s*[-–]\s*", "/", text))
