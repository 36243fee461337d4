"""A movement in, what stands for its figure in speech out: "Back Squat: standing; then squatting, hips below the knees"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from typing import Any

from cardgen.figure.posture import Posture, posture_of
from cardgen.figure.repertoire import DATA, Posed, movement
from cardgen.figure.scene import Movement
from cardgen.figure.skeleton import Skeleton, solve

LANGUAGE = "en"
"""Of the phrases."""
ONE_HAND = frozenset({"dumbbell", "kettlebell"})
FAR = 12.0
"""The least way, in hundredths of the height, that leads to the top or the bottom."""
MOVED = 5.0
"""The least way, in hundredths of the height, that is told as higher or lower."""


@lru_cache(maxsize=512)
def labels(what: Posed) -> tuple[str, ...]:
    """Return what each key pose is called: `start`, `bottom`, `top`, `finish`, or `hold` where there is but one."""
    found = movement(what)
    bodies = [solve(pose) for pose in found.poses]
    return tuple(pose.label or _label(bodies, at) for at, pose in enumerate(found.poses))


def _label(bodies: Sequence[Skeleton], at: int) -> str:
    """Return the label of a pose whose record gives none: what went far down is at the bottom, what went up at the top."""
    if len(bodies) == 1:
        return "hold"
    if at == 0:
        return "start"
    moves = [bodies[at][mark][1] - bodies[at - 1][mark][1] for mark in ("hip", "hands", "sh")]
    most = max(moves, key=abs)
    if abs(most) < FAR:
        return "finish"
    return "top" if most > 0 else "bottom"


@lru_cache(maxsize=512)
def describe(what: Posed) -> str:
    """Return what is to be seen in a figure, in one sentence."""
    found = movement(what)
    words = _phrases()
    bodies = [solve(pose) for pose in found.poses]
    postures = [posture_of(found, at, body) for at, body in enumerate(bodies)]
    told = [_told(postures, at, words) or _way(bodies, at, words) for at in range(len(postures))]
    title = _title(found, words)
    return str(words["whole"]).format(title=title, poses=str(words["then"]).join(told))


def _told(postures: Sequence[Posture], at: int, words: Mapping[str, Any]) -> str:
    """Return what a pose says: the first its posture, and each what changes."""
    here = postures[at]
    parts = []
    for field in fields(Posture):
        name = field.name
        key = getattr(here, name)
        changes = len({getattr(posture, name) for posture in postures}) > 1
        said = key and (changes or at == 0 or len(postures) == 1)
        if at and key == getattr(postures[at - 1], name):
            said = ""
        if said:
            parts.append(words[name][key])
    return str(words["and"]).join(parts)


def _way(bodies: Sequence[Skeleton], at: int, words: Mapping[str, Any]) -> str:
    """Return which way a pose goes that differs from the one before in no word."""
    moves = [bodies[at][mark][1] - bodies[at - 1][mark][1] for mark in ("hip", "hands", "head")]
    most = max(moves, key=abs)
    way = words["way"]
    return str(way["moved"] if abs(most) < MOVED else way["up"] if most > 0 else way["down"])


def _title(found: Movement, words: Mapping[str, Any]) -> str:
    """Return the title, and the implement where the title does not name it."""
    key = found.implement
    bells = sum(len(prop.get("hands", "RL")) for prop in found.props if prop["type"] == key)
    if key in ONE_HAND and bells == 1:
        key = f"one-{key}"
    phrase = words["with"].get(key, "")
    named = found.implement and found.implement in found.title.casefold().replace(" ", "")
    return f"{found.title} {phrase}" if phrase and not named else found.title


@cache
def _phrases() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads((DATA / "phrases.toml").read_text(encoding="utf-8"))[LANGUAGE]
    return found
