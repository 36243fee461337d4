"""A load in words and figures in, as it is printed out: `2 x 10 kg`, `BW + 10 kg`, `pin 5`. Every figure has to be known for what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardgen.program.words import Unread, shown
from cardgen.values.nearest import nearest, nearest_few

LOAD_HINT = (
    "write 40 kg, 90 lb, 70 %, RPE 7, RIR 2, BW + 10 kg, 2 x 10 kg, pin 5, light band or body weight; "
    "set by set 40/50/60 kg; week by week [40, 42.5, 45] kg by week"
)
_SHORT, _ALIKE = 3, 0.75
"""Names of fewer letters are all alike; how like a unit a word is that is one mistyped."""

MEASURES = frozenset({
    "kg", "kgs", "kilo", "kilos", "lb", "lbs", "pound", "pounds", "#", "g", "gr", "gram", "grams", "gramm", "%",
    "percent", "prozent", "rm", "w", "watt", "watts", "rpm", "bpm", "km/h", "kmh", "kph", "mph", "min/km", "min/mi",
    "cm", "mm", "inch", "inches", "in", "m", "°", "degrees", "grad", "n", "newton", "plate", "plates", "platte",
    "platten", "scheibe", "scheiben", "disc", "discs", "chain", "chains", "ketten", "band", "bands", "bänder",
    "spring", "springs", "feder", "federn", "dumbbell", "dumbbells", "db", "dbs", "hantel", "hanteln",
    "kurzhanteln", "kettlebell", "kettlebells", "kb", "kbs", "bottle", "bottles", "flasche", "flaschen", "bag",
    "bags", "book", "books", "vest", "rings", "hooks", "pins", "holes", "notches", "loops", "knots", "stack",
    "stacks"
})  # fmt: skip
"""What stands behind a figure of a load in words."""
_SETTINGS = frozenset({
    "pin", "level", "stage", "step", "hole", "notch", "setting", "position", "peg", "plate", "gear", "resistance",
    "stufe", "loch", "raste", "platte", "gang", "widerstand", "nr", "nr.", "no", "no.", "number", "zone", "stack",
    "block", "incline", "slope", "steigung", "damper", "height", "höhe", "seat", "size", "grösse", "größe", "drag",
    "rpe", "rir", "hr", "heart", "pulse", "puls", "rate", "cadence", "pace", "box", "grad"
})  # fmt: skip
"""What stands before a figure of a load in words."""
LOAD_WORDS = frozenset({
    "no", "load", "light", "medium", "moderate", "heavy", "hard", "easy", "empty", "bar", "band", "theraband",
    "thera", "tube", "loop", "full", "stack", "strong", "max", "weight", "yellow", "red", "green", "blue", "black",
    "grey", "gray", "silver", "gold", "white", "orange", "purple", "pink", "brown", "violet", "tan", "gelb", "rot",
    "rote", "rotes", "roter", "grün", "grünes", "blau", "blaues", "schwarz", "silber", "weiss", "weiß", "leicht",
    "mittel", "schwer", "dumbbell", "kettlebell", "hantel"
})  # fmt: skip
"""Words that say a load, and no name."""
_UNITS = frozenset(
    {"kg", "kgs", "kilo", "kilos", "lb", "lbs", "pound", "pounds", "percent", "rpe", "rir", "band", "bands"}
)
"""What a figure that is alone is counted in: a word like one of these is one mistyped."""
_TOKEN = re.compile(r"\d[\d:.,]*(?:\s*[-–]\s*\d[\d:.,]*)?|km/h|min/km|min/mi|[^\W\d_]+(?:['’.°-][^\W\d_]+)*|[^\s\w]")
_JOINTS = frozenset("+-–\N{MINUS SIGN}x×*@/&,()%#°'’.")
_WORDS = re.compile(r"[^\W\d_][^\W\d_ '’.,&+/()–-]*(?:[ '’.,&+/()–-]+[^\W\d_]+[.)]?)*\)?")
_JOINTS = frozenset("+-–\N{MINUS SIGN}x×*@/&,()%#°'’.")


def worded(text: str, whole: str) -> str:
    """Return a load in words and figures, of which every figure has to be known for what it is; spaced as it is printed."""
    if text[:1] in ("-", "–", "\N{MINUS SIGN}"):
        raise Unread(f'"{shown(whole)}" is under nothing', "of a machine that helps write BW - 20 kg")
    tokens = _TOKEN.findall(text)
    for at, token in enumerate(tokens):
        if token[0].isdecimal() and not _is_known(tokens, at):
            after = tokens[at + 1] if at + 1 < len(tokens) else ""
            raise no_unit(after, whole)
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
    if after[0].rstrip(".") in MEASURES:
        return True
    # 1 red band, 2 light springs, 1 red + 1 blue spring
    is_word = (
        after[0].isalpha() and len(after[0]) >= _SHORT and not nearest_few(after[0], _UNITS, most=1, likeness=_ALIKE)
    )
    return is_word and any(token.casefold().rstrip(".") in MEASURES for token in tokens[at + 2 :])


def no_unit(unit: str, whole: str) -> Unread:
    """Return what to say of a figure whose unit is not known, or is missing."""
    if not unit or not unit[0].isalpha():
        return Unread(f'"{shown(whole)}" holds a figure without a unit', LOAD_HINT)
    known = (name for name in MEASURES | _UNITS if len(name) >= _SHORT)
    close = nearest(unit.casefold(), known) if len(unit) >= _SHORT else None
    hint = f'did you mean "{close}"?' if close else LOAD_HINT
    return Unread(f'"{shown(whole)}" has no unit that is known: "{shown(unit)}"', hint)
