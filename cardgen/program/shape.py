"""A tree of texts in, the types of `file` out, and every value that does not fit. Knows no meaning of any text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from cardgen.guide.findings import Findings
from cardgen.program.amounts import HOLD_HINT, REPS_HINT
from cardgen.program.dates import DATE_HINT
from cardgen.program.elsewhere import elsewhere
from cardgen.program.file import (
    BOUNDS,
    BlockEntry,
    CircuitEntry,
    DayEntry,
    Entry,
    ExerciseEntry,
    ProgramFile,
    TrainerEntry,
)
from cardgen.program.often import OFTEN_HINT
from cardgen.program.times import REST_HINT, WORK_HINT
from cardgen.program.worded import LOAD_HINT
from cardgen.program.words import SETS_HINT, TEMPO_HINT, Unread, shown
from cardgen.values.nearest import nearest
from cardgen.values.yamlnodes import Tree

MOST_FAULTS = 100
"""Each costs another look at the whole file; nobody mends more at once."""

_PLACE = re.compile(r"(?P<message>.*?)(?: - at `\$(?P<path>[^`]*)`)?", re.DOTALL)
_PARTS = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`")
_TOO_LONG = re.compile(r"Expected `array` of length <= (\d+)")

STAND_IN = "-"
"""For a text that is missing and must be there."""
_FILLED: Mapping[str, Any] = {"title": STAND_IN, "exercise": STAND_IN, "exercises": [], "blocks": []}
"""What stands for a value that has to be there and is not, so that the rest can be read."""

_FORMS: Mapping[str, str] = {
    **{name: f"write a whole number from {least} to {most}" for name, (least, most) in BOUNDS.items()},
    "sets": SETS_HINT,
    "reps": REPS_HINT,
    "hold": HOLD_HINT,
    "load": LOAD_HINT,
    "rest": REST_HINT,
    "work": WORK_HINT,
    "round_rest": WORK_HINT,
    "times": OFTEN_HINT,
    "weekday": "write Monday, or several: Mon, Wed, Fri, or daily",
    "tempo": TEMPO_HINT,
    "start": DATE_HINT,
    "title": 'write title: "Strong Back"',
    "exercise": "name a guide: exercise: squat_barbell",
    "exercises": "write a list under it: - exercise: squat_barbell",
    "blocks": 'write a list under it, each entry with "exercises:"',
    "days": 'write a list under it, each entry with "name:" and "exercises:" or "blocks:"',
    "circuit": 'write "work:", "rest:", "rounds:" and "exercises:" under it',
    "trainer": 'write "name:" and "contact:" under it',
}
_TYPES: tuple[tuple[re.Pattern[str], type[Entry]], ...] = (
    (re.compile(r""), ProgramFile),
    (re.compile(r"trainer"), TrainerEntry),
    (re.compile(r"circuit"), CircuitEntry),
    (re.compile(r"days\[\d+\]"), DayEntry),
    (re.compile(r"(days\[\d+\]\.)?blocks\[\d+\]"), BlockEntry),
    (re.compile(r"((circuit|days\[\d+\]|(days\[\d+\]\.)?blocks\[\d+\])\.)?exercises\[\d+\]"), ExerciseEntry),
)
"""Which mapping stands where."""


@dataclass(frozen=True, slots=True)
class Places:
    """What was found in a file so far, and where each of its values stands."""

    found: Findings
    lines: Mapping[str, int]

    def line(self, path: str) -> int:
        """Return the line of a value, or that of what holds it."""
        while path and path not in self.lines:
            path = path.rpartition("[" if path.endswith("]") else ".")[0]
        return self.lines.get(path, 1)

    def error(self, path: str, code: str, message: str, hint: str = "") -> None:
        """Add an error with the path of its value."""
        self.found.error(code, f"{path}: {message}" if path else message, line=self.line(path), hint=hint)

    def unread(self, path: str, code: str, told: Unread) -> None:
        """Add what is wrong with a text."""
        self.error(path, code, told.message, told.hint)


def shape(tree: Tree, places: Places) -> ProgramFile | None:
    """Return the file's values in their types; each that does not fit is an error, taken out, and the rest looked at again.

    (msgspec ends at the first error it meets. None where the errors are too many.)
    """
    for _ in range(MOST_FAULTS):
        try:
            return msgspec.convert(tree.value, ProgramFile, strict=False)
        except msgspec.ValidationError as error:
            match = _PLACE.fullmatch(str(error))
            message, path = (match["message"], (match["path"] or "").lstrip(".")) if match else (str(error), "")
            _tell(message, path, tree.value, places)
    places.error("", "too-many", f"there are more than {MOST_FAULTS} errors", "mend these first")
    return None


def _tell(message: str, path: str, root: dict[str, Any], places: Places) -> None:
    """Add an error and take its value out of the tree."""
    if match := _UNKNOWN.fullmatch(message):
        _tell_unknown(match[1], path, root, places)
        return
    if match := _MISSING.fullmatch(message):
        key = match[1]
        places.error(path, "missing-key", f'"{key}" is missing', _FORMS.get(key, ""))
        _at(root, path)[key] = _FILLED[key]
        return
    value = _at(root, path)
    if value is not None or not places.found.error_at(places.line(path)):  # what YAML itself refused is told already
        places.error(path, "wrong-value", _misfit(message, path, value), _hint(message, path))
    holder, last = _at(root, path, depth=1), _parts(path)[-1]
    if isinstance(holder, list):
        holder[int(last)] = None
    elif last in _FILLED:
        holder[last] = _FILLED[last]
    else:
        del holder[last]


def _tell_unknown(key: str, path: str, root: dict[str, Any], places: Places) -> None:
    known = next(kind for pattern, kind in _TYPES if pattern.fullmatch(path)).__struct_fields__
    plain = key.casefold().replace("-", "_").replace(" ", "_")
    close = plain if plain in known else nearest(plain, known)
    if known == ExerciseEntry.__struct_fields__ and len(_at(root, path)) == 1 and not close:
        hint = f"write exercise: {shown(key)}, and sets: and reps: each under a key of its own"
        places.found.error(
            "unknown-key", f'{path}: unknown key "{shown(key)}"', line=places.line(f"{path}.{key}"), hint=hint
        )
        _at(root, path).update({"exercise": STAND_IN})
        del _at(root, path)[key]
        return
    hint = elsewhere(plain, _at(root, path)[key], known)
    hint = hint or (f'did you mean "{close}"?' if close else f"the keys are {', '.join(known)}")
    message = f'unknown key "{shown(key)}"'
    line = places.line(f"{path}.{key}" if path else key)
    places.found.error("unknown-key", f"{path}: {message}" if path else message, line=line, hint=hint)
    holder = _at(root, path)
    del holder[key]
    if close and close in _FILLED:
        holder.setdefault(close, _FILLED[close])  # it is not missing, but mistyped


def _misfit(message: str, path: str, value: Any) -> str:
    """Return in words why a value does not fit its type."""
    bounds = BOUNDS.get(_name(path))
    if match := _TOO_LONG.fullmatch(message):
        return f"{len(value)} entries are more than {match[1]}"
    if value is None:
        return "nothing stands here"
    if isinstance(value, list | dict):
        return f"a {'list' if isinstance(value, list) else 'mapping'} does not belong here"
    if bounds is None:
        return f'"{shown(value)}" is no {"list" if "array" in message else "mapping"}'
    if "got `str`" in message:
        return f'"{shown(value)}" is no whole number'
    return f'"{shown(value)}" is not from {bounds[0]} to {bounds[1]}'


def _hint(message: str, path: str) -> str:
    """Return what to write instead."""
    name = _name(path)
    if _TOO_LONG.fullmatch(message):
        return "a week has seven days, and every week is alike" if name == "days" else "part it in two"
    return _FORMS.get(name) or ('write lines such as "name: ..."' if path.endswith("]") else "write a text")


def _parts(path: str) -> list[str]:
    return [name or number for name, number in _PARTS.findall(path)]


def _name(path: str) -> str:
    """Return the last key of a path: what an entry of a list is one of."""
    return "" if path.endswith("]") else path.rpartition(".")[2]


def _at(root: Any, path: str, *, depth: int = 0) -> Any:
    """Return the value at a path, or so many levels above it."""
    parts = _parts(path)
    for part in parts[: len(parts) - depth]:
        root = root[int(part)] if isinstance(root, list) else root[part]
    return root
