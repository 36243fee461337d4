"""Files of movements in, whole records out: presets, names of sets and likenesses replaced by what they stand for.

A file may hold `_presets` of poses, `_props` (sets of equipment) and `_arms`; they serve that file alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cardgen.figure.implements import implement_props
from cardgen.figure.pose import PoseError, Record

PLACED = frozenset({"to", "upper", "thigh", "ball"})
"""A limb with one of these is said anew: nothing of the one before is kept."""
OVERRIDES = frozenset({"title", "works", "yaw", "pitch", "props", "arrow", "poses"})
"""What an implement may say of the whole movement."""


def whole_records(file: Record, known: Mapping[str, Record]) -> dict[str, Record]:
    """Return the movements of a file by id; `like` finds those before it in the file, and `known` ones.

    Raises:
        PoseError: a preset, a set or a movement is not known.

    """
    names = _Names(*(file.get(key, {}) for key in ("_presets", "_props", "_arms")))
    found: dict[str, Record] = {}
    for name, record in file.items():
        if name.startswith("_"):
            continue
        own = names.resolved(record)
        if isinstance(own.get("with"), list):
            own["with"] = {implement: {} for implement in own["with"]}
        if "with" in own:
            own["with"] = {implement: names.resolved(entry) for implement, entry in own["with"].items()}
        if "like" in own:
            found[name] = _likened(own, {**known, **found})
        else:
            found[name] = own
    return found


def implements_of(record: Record) -> tuple[str, ...]:
    """Return the names of the implements a movement can be drawn with, the usual one first; one empty name for none."""
    return tuple(record.get("with", {"": {}}))


def with_implement(record: Record, implement: str) -> Record:
    """Return a movement with one of its implements: what the entry says laid over it, the implement's equipment added."""
    if "with" not in record:
        return record
    own = record["with"][implement]
    over = {key: value for key, value in own.items() if key in OVERRIDES}
    out = laid_over({key: value for key, value in record.items() if key != "with"}, over)
    if "pose" in own:
        out["poses"] = [laid_over(pose, own["pose"]) for pose in out["poses"]]
    held = implement_props(implement, {**record.get("grip", {}), **own})
    out["props"] = [*own.get("props", record.get("props", [])), *own.get("more", ()), *held]
    return out


def laid_over(below: Record, above: Record) -> dict[str, Any]:
    """Return `above` over `below`: mappings merge, `poses` merge one by one (one with `like` starts afresh), the rest is replaced."""
    out = dict(below)
    for key, value in above.items():
        if key == "poses" and "poses" in below:
            out[key] = _poses_over(below[key], value)
        elif (
            key != "at"
            and isinstance(value, Mapping)
            and isinstance(below.get(key), Mapping)
            and not PLACED & set(value)
        ):
            out[key] = laid_over(below[key], value)
        else:
            out[key] = value
    return out


def _poses_over(below: list[Record], above: list[Record]) -> list[Record]:
    count = max(len(below), len(above))
    pairs = zip(below + [{}] * (count - len(below)), above + [{}] * (count - len(above)), strict=True)
    return [laid_over({} if "like" in own else under, own) for under, own in pairs]


def _likened(own: Record, known: Mapping[str, Record]) -> Record:
    """Return a movement laid over the one it is like; its own implements replace those."""
    if own["like"] not in known:
        raise PoseError(f'"like": there is no movement "{own["like"]}" before it')
    base = {key: value for key, value in known[own["like"]].items() if key != "with" or "with" not in own}
    return laid_over(base, {key: value for key, value in own.items() if key != "like"})


class _Names:
    """What the names in a file stand for."""

    def __init__(self, presets: Record, sets: Record, arms: Record) -> None:
        self.presets, self.sets, self.arms = presets, sets, arms

    def resolved(self, record: Record) -> dict[str, Any]:
        """Return a movement, an entry of an implement or a pose without names in it."""
        out = dict(record)
        if isinstance(out.get("like"), str) and out["like"] in self.presets:
            out = {**self.presets[out["like"]], **out}
        for key in ("arm", "armR", "armL"):
            if isinstance(out.get(key), str):
                out[key] = self._named(self.arms, out[key], "arm")
        for key in ("props", "more"):
            if key in out:
                out[key] = [prop for one in out[key] for prop in self._set(one)]
        if "poses" in out:
            out["poses"] = [self.resolved(pose) for pose in out["poses"]]
        if "pose" in out:
            out["pose"] = self.resolved(out["pose"])
        return out

    def _set(self, prop: Any) -> list[Record]:
        return list(self._named(self.sets, prop, "set of equipment")) if isinstance(prop, str) else [prop]

    @staticmethod
    def _named(known: Record, name: str, what: str) -> Any:
        if name not in known:
            raise PoseError(f'there is no {what} "{name}"; known: {", ".join(known)}')
        return known[name]
