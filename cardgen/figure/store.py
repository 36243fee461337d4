"""All figures of the package, written once when it is built, and found by id and implement: half a millisecond in place of ten.

The store is a file beside the data. Where it is missing, or in a working copy older than what it was made of, figures are drawn anew.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import starmap
from pathlib import Path

from cardgen.figure.drawn import DrawnPart, DrawnPose, write_poses
from cardgen.figure.records import implements_of
from cardgen.figure.repertoire import DATA, Posed, records, works
from cardgen.figure.scene import CARD, Style
from cardgen.figure.shape import Tone
from cardgen.values.geometry import Rect

FILE = DATA / "figures.store"
WORKING_COPY = Path(__file__).parents[2] / "pyproject.toml"
"""Stands above the package where it may be edited."""
MAGIC = b"cardgen figures 1\n"
DIGEST = 64
"""Of what the figures were made of: SHA-256 in hexadecimal."""
LENGTH = 4
"""Bytes that say how long the index is."""

_TONES = tuple(Tone)


def stored(what: Posed, muscles: Iterable[str], style: Style) -> tuple[DrawnPose, ...] | None:
    """Return the key poses of a movement, with at least these muscles; None where they are not in the store."""
    place = _index().get(_key(what.name, what.implement)) if style == CARD and not what.own else None
    if place is None:
        return None
    start, length = place
    with FILE.open("rb") as file:
        file.seek(start)
        known, poses = json.loads(zlib.decompress(file.read(length)))
    return tuple(starmap(_pose, poses)) if set(muscles) <= set(known) else None


def write_store(muscles: Mapping[str, Iterable[str]], file: Path = FILE) -> None:
    """Draw all movements with all their implements, their own muscles and those that are given by id, into the store."""
    blobs: list[bytes] = []
    index: dict[str, tuple[int, int]] = {}
    at = 0
    for what in _all():
        shown = tuple(dict.fromkeys((*works(what), *muscles.get(what.name, ()))))
        poses = [_record(pose) for pose in write_poses(what, shown, CARD)]
        blob = zlib.compress(json.dumps([shown, poses], separators=(",", ":")).encode(), 9)
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
    """Return the digest of what figures are made of: the engine and the data."""
    digest = hashlib.sha256()
    for path in sorted((*Path(__file__).parent.glob("*.py"), *DATA.glob("*.json"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _all() -> Iterator[Posed]:
    for name, record in records().items():
        for implement in implements_of(record):
            yield Posed(name=name, implement=implement)


def _key(name: str, implement: str) -> str:
    return f"{name} {implement}"


@cache
def _index() -> Mapping[str, tuple[int, int]]:
    """Return where in the file each figure stands, and how long it is; nothing where the file is not to be trusted."""
    try:
        with FILE.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                return {}
            digest = file.read(DIGEST).decode("ascii")
            if WORKING_COPY.exists() and digest != sources():
                return {}
            length = int.from_bytes(file.read(LENGTH), "big")
            index = json.loads(zlib.decompress(file.read(length)))
            start = file.tell()
    except (OSError, ValueError, zlib.error):
        return {}
    return {key: (start + at, size) for key, (at, size) in index.items()}


def _record(pose: DrawnPose) -> tuple[object, ...]:
    frame = pose.frame
    parts = [(_TONES.index(part.tone), part.outline, part.filled, part.width, part.muscle) for part in pose.parts]
    return ((frame.x, frame.y, frame.width, frame.height), parts, pose.digest)


def _pose(frame: Sequence[float], parts: Sequence[tuple[int, str, bool, int, str]], digest: str) -> DrawnPose:
    x, y, width, height = frame
    return DrawnPose(
        frame=Rect(x=x, y=y, width=width, height=height),
        parts=tuple(
            DrawnPart(tone=_TONES[tone], outline=outline, filled=filled, width=width_, muscle=muscle)
            for tone, outline, filled, width_, muscle in parts
        ),
        digest=digest,
    )
