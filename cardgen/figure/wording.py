"""A movement in, what stands for its figure in speech out: "Back Squat: standing; then squatting, hips below the knees"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache

from cardgen.figure.posture import Posture, posture_of
from cardgen.figure.repertoire import Posed, movement
from cardgen.figure.scene import Movement
from cardgen.figure.skeleton import Skeleton, solve
from cardgen.words import Words

ONE_HAND = frozenset({"dumbbell", "kettlebell"})
HELD = frozenset({
    "barbell", "ezbar", "safetybar", "smith", "trapbar", "dumbbell", "one-dumbbell", "kettlebell", "one-kettlebell",
    "plate", "medball", "landmine", "band", "cable", "machine", "rings", "trx",
})  # fmt: skip
"""Implements that are told; those of the room, such as a chair, are not."""
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
def describe(what: Posed, words: Words) -> str:
    """Return what is to be seen in a figure, in one sentence."""
    found = movement(what)
    bodies = [solve(pose) for pose in found.poses]
    postures = [posture_of(found, at, body) for at, body in enumerate(bodies)]
    told = [_told(postures, at, words) or _way(bodies, at, words) for at in range(len(postures))]
    return words("figure.whole", title=_title(found, words), poses=words("figure.then").join(told))


def _told(postures: Sequence[Posture], at: int, words: Words) -> str:
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
            parts.append(words(f"figure.{name}.{key}"))
    return words("figure.and").join(parts)


def _way(bodies: Sequence[Skeleton], at: int, words: Words) -> str:
    """Return which way a pose goes that differs from the one before in no word."""
    moves = [bodies[at][mark][1] - bodies[at - 1][mark][1] for mark in ("hip", "hands", "head")]
    most = max(moves, key=abs)
    if abs(most) < MOVED:
        return words("figure.way.moved")
    return words("figure.way.up" if most > 0 else "figure.way.down")


def _title(found: Movement, words: Words) -> str:
    """Return the title, and the implement where the title does not name it."""
    key = found.implement
    bells = sum(len(prop.get("hands", "RL")) for prop in found.props if prop["type"] == key)
    if key in ONE_HAND and bells == 1:
        key = f"one-{key}"
    named = found.implement and found.implement in found.title.casefold().replace(" ", "")
    if named or key not in HELD:
        return found.title
    return words("figure.titled", title=found.title, phrase=words(f"figure.with.{key}"))
