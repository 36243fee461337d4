"""The folder `movements` beside guides in, a gym's own movements out, each judged: what a body cannot do is told and not drawn.

A file a movement, in the format of `figure/data`, as YAML: `title`, `names`, `like`, `works`, `with`, `poses` and the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cardgen.figure.bellies import BELLIES
from cardgen.figure.implements import IMPLEMENTS
from cardgen.figure.judge import judge
from cardgen.figure.pose import PoseError, Record
from cardgen.figure.records import implements_of, whole_records, with_implement
from cardgen.figure.repertoire import Posed, find_id, letters, named_parts, records
from cardgen.figure.scene import Style, draw_pose, read_movement
from cardgen.guide.anatomy import GROUPS
from cardgen.guide.model import Guide
from cardgen.values import yamlnodes
from cardgen.values.errors import Location, Problem, Severity
from cardgen.values.nearest import did_you_mean

FOLDER = "movements"
MOST_BYTES = 64 * 1024
"""A movement has about one kilobyte."""
KEYS = (
    "title",
    "names",
    "like",
    "works",
    "yaw",
    "pitch",
    "neutral",
    "arrow",
    "arms",
    "grip",
    "props",
    "with",
    "poses",
)
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_EXAMPLE = "title: Jefferson Curl"
_PLAIN = re.compile(r"[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*")
_HALF_SQUAT = (
    {"leg": [-2, -4], "torso": 1, "arm": [-2, 6]},
    {"leg": [60, -24], "balance": "mass", "arm": [80, 82]},
)
_TEMPLATE = """\
# A movement of your own. Edit it, and draw it with: cardgen movements NAME-OF-THIS-FILE -o test.svg
# What the fields mean stands in docs/movements.md; what a body cannot do is told, and not drawn.

title: {title}
names: [{title}]  # titles of guides that show it
{like}works: {works}  # muscles in colour, by their ids in the muscle map
# with: [barbell, dumbbell]  # what is held, the usual one first
# yaw: 0  # from the side; 90 from the front, -90 from behind
# pitch: 30  # looks down so far, where a thigh points at the viewer

# Angles of limbs: 0 hangs down, 90 is forward, 180 up, -90 back; leg: [thigh, shin], arm: [upper, fore].
# torso: 0 is upright, 90 face down, -90 on the back. Lengths: the body is 100 high, the floor is at 0.
poses:
{poses}"""
_CHANGE = "change the angles or the place until nothing is told"
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMovement:
    """A file of a movement, read and judged."""

    name: str
    """Its id: the name of the file."""
    record: Record | None
    """None where it cannot be drawn, or shows what nobody can do."""
    names: frozenset[str]
    """Titles of guides that take it, by their letters."""
    problems: tuple[Problem, ...]


def own_movement(guide: Guide) -> OwnMovement | None:
    """Return the own movement that a guide takes: that of `movement:` in its front matter, else the one of its title."""
    asked = letters(guide.movement_asked)
    if asked == "none":
        return None
    found = own_movements(Path(guide.path).parent / FOLDER)
    if asked:
        return next((own for own in found if letters(own.name) == asked), None)
    title = letters(guide.title)
    return next((own for own in found if title in own.names), None)


def posed_own(own: OwnMovement, equipment: str) -> Posed | None:
    """Return what is drawn of an own movement: with the equipment where it can be, else as it usually is."""
    if own.record is None:
        return None
    known = implements_of(own.record)
    wanted = letters(equipment)
    implement = next((name for name in known if name and name in wanted), known[0])
    return Posed(name=own.name, implement=implement, own=json.dumps(own.record, sort_keys=True))


def own_movements(folder: Path) -> tuple[OwnMovement, ...]:
    """Return the movements of a folder in the order of their names; none where there is no such folder."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
        states = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    except OSError:
        return ()
    return _read_all(states)


@lru_cache(maxsize=32)
def _read_all(states: tuple[tuple[Path, int, int], ...]) -> tuple[OwnMovement, ...]:
    """Read files; what they are like may stand in another, so they are read again until nothing more is found."""
    known: dict[str, Record] = dict(records())
    found: dict[Path, OwnMovement] = {}
    for _ in range(2):
        for path, _, size in states:
            if path not in found or found[path].record is None:
                found[path] = own = _read(path, size, known)
                known |= {own.name: own.record} if own.record else {}
    return tuple(found[path] for path, _, _ in states)


def _read(path: Path, size: int, known: Mapping[str, Record]) -> OwnMovement:
    reader = _Reader(path=path.as_posix(), name=path.stem)
    try:
        text = path.read_text(encoding="utf-8") if size <= MOST_BYTES else None
    except (OSError, UnicodeDecodeError) as error:
        return reader.failed(f"cannot be read: {error}", hint="save it as UTF-8 text")
    if text is None:
        return reader.failed(f"is larger than {MOST_BYTES // 1024} KB", hint="a movement needs about one")
    root = yamlnodes.compose(text, first=1, what="the movement", example=_EXAMPLE)
    if root is None:
        return reader.failed("is empty", hint=f"start with {_EXAMPLE}, or: cardgen movements new")
    if isinstance(root, yamlnodes.Fault):
        return reader.failed(root.message, line=root.line, hint=root.hint)
    tree = yamlnodes.read_tree(root)
    return reader.movement(tree, known)


def template(title: str, like: str | None) -> str:
    """Return the text of a movement to fill in, drawn as the one of an id, or as a half squat."""
    record: Record = records()[like] if like else {"works": ["quads"], "poses": _HALF_SQUAT}
    poses = [{key: value for key, value in pose.items() if key != "like"} for pose in record["poses"]]
    first = f"like: {like}  # what is not said here is as there\n" if like else ""
    drawn = "".join(f"  - {_flow(pose)}\n" for pose in poses)
    return _TEMPLATE.format(title=_flow(title), like=first, works=_flow(list(record.get("works", []))), poses=drawn)


def _flow(value: Any) -> str:
    """Write a value as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


class _Reader:
    """One file and what is wrong with it."""

    def __init__(self, path: str, name: str) -> None:
        self.path, self.name = path, name
        self.problems: list[Problem] = []
        self.lines: Mapping[str, int] = {}

    def failed(self, message: str, *, line: int | None = None, hint: str = "") -> OwnMovement:
        self.tell(message, line=line, hint=hint)
        return OwnMovement(name=self.name, record=None, names=frozenset(), problems=tuple(self.problems))

    def tell(self, message: str, *, line: int | None = None, hint: str = "") -> None:
        where = Location(path=self.path, line=line)
        problem = Problem(severity=Severity.WARNING, code="movement", message=message, location=where, hint=hint)
        if problem not in self.problems:
            self.problems.append(problem)

    def movement(self, tree: yamlnodes.Tree, known: Mapping[str, Record]) -> OwnMovement:
        """Return the movement of a file, drawn and judged with each of its implements."""
        self.lines = tree.lines
        for fault in tree.faults:
            self.tell(fault.message, line=fault.line, hint=fault.hint)
        record = {key: _typed(value) for key, value in tree.value.items() if key in KEYS}
        self.keys(tree.value)
        self.muscles(record)
        names = record.pop("names", None) or [record.get("title", self.name)]
        whole = self.whole(record, known)
        if whole is not None:
            self.judge(whole)
        return OwnMovement(
            name=self.name,
            record=None if self.problems else whole,
            names=frozenset(letters(str(name)) for name in (names if isinstance(names, list) else [names])),
            problems=tuple(self.problems),
        )

    def keys(self, value: Mapping[str, Any]) -> None:
        for key in value:
            if key not in KEYS:
                hint = did_you_mean(key, KEYS, label="known keys")
                self.tell(f'unknown key "{key}"', line=self.lines.get(key), hint=hint)
        if "title" not in value:
            self.tell("the movement has no title", hint=f"add a line such as {_EXAMPLE}")

    def muscles(self, record: Mapping[str, Any]) -> None:
        for muscle in record.get("works") or ():
            if muscle not in GROUPS:
                hint = did_you_mean(str(muscle), GROUPS, label="muscles")
                self.tell(f'unknown muscle "{muscle}"', line=self.lines.get("works"), hint=hint)
            elif muscle not in BELLIES:
                self.tell(f'"{muscle}" is not seen on a figure', line=self.lines.get("works"), hint="leave it away")

    def whole(self, record: dict[str, Any], known: Mapping[str, Record]) -> Record | None:
        """Return the record with all that its names stand for."""
        if "like" in record:
            like = str(record["like"])
            match = find_id(like, known)
            if match is None:
                hint = "`cardgen movements` lists them"
                self.tell(f'"like": there is no movement "{like}"', line=self.lines.get("like"), hint=hint)
                return None
            record["like"] = match
        elif "poses" not in record:
            self.tell("the movement has no poses", hint="add poses:, or like: and the id of a movement that is near")
            return None
        try:
            return whole_records({**named_parts(), self.name: record}, known)[self.name]
        except PoseError as error:
            self.tell(str(error))
        except (AttributeError, KeyError, TypeError, ValueError):
            self.tell("the movement is not in the form of one", hint="compare it with: cardgen movements new")
        return None

    def judge(self, whole: Record) -> None:
        """Draw the movement with each implement, and tell what a body cannot do with the first that shows it."""
        for implement in implements_of(whole):
            if implement and implement not in IMPLEMENTS:
                hint = did_you_mean(implement, IMPLEMENTS, label="implements")
                self.tell(f'unknown implement "{implement}"', line=self.lines.get("with"), hint=hint)
                continue
            told = f" (with {implement})" if implement and len(implements_of(whole)) > 1 else ""
            found = tuple(_faults(whole, implement))
            for at, message, hint in found:
                self.tell(f"{message}{told}", line=self.lines.get(f"poses[{at}]", self.lines.get("poses")), hint=hint)
            if found:
                return


def _faults(whole: Record, implement: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number of the pose from 0, what is wrong with it, and what helps."""
    at = 0
    try:
        poses = with_implement(whole, implement)["poses"]
        for at in range(len(poses)):
            read_movement({**with_implement(whole, implement), "poses": poses[at : at + 1]}, implement)
        movement = read_movement(with_implement(whole, implement), implement)
        for at in range(len(movement.poses)):
            draw_pose(movement, at, Style())
    except PoseError as error:
        yield at, f"pose {at + 1}: {error}", ""
        return
    except (AttributeError, ArithmeticError, KeyError, TypeError, ValueError) as error:
        yield at, f"pose {at + 1} cannot be drawn: {error}", "compare it with: cardgen movements new"
        return
    told = [(fault.pose - 1, str(fault)) for fault in judge(movement)]
    for at, text in told:
        twin = text.replace("the right ", "the left ", 1)
        if text != twin and (at, twin) in told:
            yield at, text.replace("the right ", "each ", 1), _CHANGE
        elif (at, text.replace("the left ", "the right ", 1)) not in told or "the left " not in text:
            yield at, text, _CHANGE


def _typed(value: Any) -> Any:
    """Return a value of YAML with numbers and truths for what looks like them."""
    if isinstance(value, dict):
        return {key: _typed(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_typed(entry) for entry in value]
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value)
    return _TRUTH.get(value, value) if isinstance(value, str) else value
