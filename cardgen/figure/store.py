"""All figures of the package, written once when it is built, and found by id and implement: a fiftieth of a millisecond, not ten.

The store is a file beside the data. Where it is missing, or in a working copy older than what it was made of, figures are drawn anew.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

from cardgen.figure.drawn import DrawnPose, write_poses
from cardgen.figure.records import implements_of
from cardgen.figure.repertoire import DATA, Posed, records, works
from cardgen.figure.scene import CARD
from cardgen.figure.wording import describe, labels
from cardgen.values.geometry import Rect
from cardgen.words import ENGLISH, FOLDER, english
from cardgen.words.catalogue import entries_of

FILE = DATA / "figures.store"
WORKING_COPY = Path(__file__).parents[2] / "pyproject.toml"
"""Stands above the package where it may be edited."""
MAGIC = b"cardgen figures 2\n"
DIGEST = 64
"""Of what the figures were made of: SHA-256 in hexadecimal."""
LENGTH = 4
"""Bytes that say how long the index is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A figure of the store."""

    muscles: frozenset[str]
    """Those that are drawn, by their ids."""
    told: str
    """What stands for it in speech."""
    labels: tuple[str, ...]
    """What its key poses are called."""
    poses: tuple[DrawnPose, ...]


def stored(what: Posed) -> Stored | None:
    """Return a figure drawn as on cards; None where it is not in the store."""
    return None if what.own else _stored(what.name, what.implement)


def write_store(muscles: Mapping[str, Iterable[str]], file: Path = FILE) -> None:
    """Draw all movements with all their implements, their own muscles and those that are given by id, into the store."""
    blobs: list[bytes] = []
    index: dict[str, tuple[int, int]] = {}
    at = 0
    for what in _all():
        shown = tuple(dict.fromkeys((*works(what), *muscles.get(what.name, ()))))
        poses = write_poses(what, shown, CARD)
        record = json.dumps(
            [shown, describe(what, english()), labels(what), [_record(pose) for pose in poses]], separators=(",", ":")
        )
        blob = b"\n".join((record.encode(), b"".join(pose.stream for pose in poses)))
        index[_key(what.name, what.implement)] = (at, len(blob))
        blobs.append(blob)
        at += len(blob)
    head = zlib.compress(json.dumps(index, separators=(",", ":")).encode(), 9)
    start = MAGIC + sources().encode() + len(head).to_bytes(LENGTH, "big") + head
    file.write_bytes(start + b"".join(blobs))


def is_fresh() -> bool:
    """Say whether the store is there, made of the engine and the data as they are."""
    try:
        with FILE.open("rb") as file:
            return file.read(len(MAGIC) + DIGEST) == MAGIC + sources().encode()
    except OSError:
        return False


def sources() -> str:
    """Return the digest of what figures are made of: the engine, the data and their words."""
    digest = hashlib.sha256()
    for path in sorted((*Path(__file__).parent.glob("*.py"), *DATA.glob("*.json"))):
        digest.update(path.read_bytes())
    words = (FOLDER / f"{ENGLISH}.po").read_text(encoding="utf-8")
    digest.update(repr([it for it in entries_of(words) if it[0][0].startswith("figure.")]).encode())
    return digest.hexdigest()


def _all() -> Iterator[Posed]:
    for name, record in records().items():
        for implement in implements_of(record):
            yield Posed(name=name, implement=implement)


def _key(name: str, implement: str) -> str:
    return f"{name} {implement}"


class _Shelf(NamedTuple):
    """The store, open."""

    data: mmap | bytes
    places: Mapping[str, tuple[int, int]]
    """Where in it each figure stands, and how long it is."""


@cache
def _shelf() -> _Shelf:
    """Open the store; nothing stands in one that is not to be trusted."""
    try:
        with FILE.open("rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
        start = len(MAGIC) + DIGEST + LENGTH
        digest = data[len(MAGIC) : len(MAGIC) + DIGEST].decode("ascii")
        if data[: len(MAGIC)] != MAGIC or (WORKING_COPY.exists() and digest != sources()):
            return _Shelf(b"", {})
        end = start + int.from_bytes(data[start - LENGTH : start], "big")
        index = json.loads(zlib.decompress(data[start:end]))
    except (OSError, ValueError, zlib.error):
        return _Shelf(b"", {})
    return _Shelf(data, {key: (end + at, size) for key, (at, size) in index.items()})


@lru_cache(maxsize=512)
def _stored(name: str, implement: str) -> Stored | None:
    shelf = _shelf()
    place = shelf.places.get(_key(name, implement))
    if place is None:
        return None
    start, length = place
    head, _, streams = shelf.data[start : start + length].partition(b"\n")
    muscles, told, names, records = json.loads(head)
    ends = tuple(accumulate(size for *_, size in records))
    poses = (_pose(record, streams[end - record[-1] : end]) for record, end in zip(records, ends, strict=True))
    return Stored(muscles=frozenset(muscles), told=told, labels=tuple(names), poses=tuple(poses))


def _record(pose: DrawnPose) -> tuple[object, ...]:
    frame = pose.frame
    return ((frame.x, frame.y, frame.width, frame.height), pose.inks, pose.digest, len(pose.stream))


def _pose(record: Sequence[Any], stream: bytes) -> DrawnPose:
    (x, y, width, height), inks, digest, _ = record
    return DrawnPose(frame=Rect(x=x, y=y, width=width, height=height), inks=tuple(inks), digest=digest, stream=stream)
