"""A movement in, its key poses as they will be written out."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cardgen.display import SKETCH_UNIT
from cardgen.figure.outline import Outline
from cardgen.figure.repertoire import Posed, shapes
from cardgen.figure.scene import Style, frame_of
from cardgen.figure.shape import Shape, Tone
from cardgen.values.geometry import Rect

COMPRESSION = 9
"""It is written once, when the package is built."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawnPose:
    """A key pose, written; there is one of each."""

    frame: Rect
    """What it covers, in units of the figure, seen from the floor under the figure."""
    stream: bytes = field(repr=False)
    """As an `Etching` has it, in whole SKETCH_UNITs from the frame's corner, y down."""
    inks: tuple[str, ...]
    """The names in it: tones, and the muscles by their ids."""
    digest: str
    """Of what is written, in hexadecimal: tells it from others."""


def write_poses(what: Posed, muscles: tuple[str, ...], style: Style) -> tuple[DrawnPose, ...]:
    """Draw the key poses of a movement, and write them."""
    return tuple(write_pose(pose) for pose in shapes(what, muscles, style))


def write_pose(pose: Iterable[Shape]) -> DrawnPose:
    """Return the shapes of a pose, written."""
    found = tuple(pose)
    frame = frame_of(found)
    return _pose((_row(shape, frame) for shape in found), frame)


def outlined(pose: DrawnPose, line: float) -> DrawnPose:
    """Return a pose whose bodies and equipment are white within a line of this width, in units of the figure.

    What stands together is first drawn larger by the line, then in white: so it has one outline, as it has one colour else.
    Muscles lie on it; strokes keep their ink.
    """
    wide = round(2 * line / SKETCH_UNIT)
    rows: list[Row] = []
    group: list[Row] = []
    muscles: list[Row] = []
    for row in _rows(pose.stream):
        is_body = row.ink in _BODIES and row.paint != "S"
        if group and row.ink not in _TONES:
            muscles.append(row)
        elif group and is_body and row.ink == group[0].ink:
            group.append(row)
        else:
            rows += [*_in_line(group, wide), *muscles]
            group, muscles = [row] if is_body else [], []
            rows += () if is_body else (row,)
    return _pose((*rows, *_in_line(group, wide), *muscles), pose.frame)


class Row(NamedTuple):
    """A shape as it is written."""

    ink: str
    outline: str
    wide: int
    """Of its stroke, or twice that of its halo, in SKETCH_UNITs."""
    paint: str
    """The operator that strokes it, fills it or both."""


_TONES = frozenset(tone.value for tone in Tone)
_BODIES = frozenset((Tone.NEAR.value, Tone.FAR.value, Tone.EQUIPMENT.value))


def _in_line(group: Iterable[Row], wide: int) -> Iterator[Row]:
    yield from (row._replace(wide=row.wide + wide, paint="B") for row in group)
    yield from (row._replace(ink=Tone.GAP.value) for row in group)


def _row(shape: Shape, frame: Rect) -> Row:
    ink = shape.muscle if shape.tone is Tone.ACCENT else shape.tone.value
    wide = round((shape.width or 2 * shape.halo) / SKETCH_UNIT)
    paint = "S" if shape.width else "B" if wide else "f"
    return Row(ink, _written(shape.outline, frame), wide, paint)


def _pose(rows: Iterable[Row], frame: Rect) -> DrawnPose:
    """Write a pose; an ink and a width are named where they change."""
    lines = [f"q {SKETCH_UNIT:g} 0 0 {-SKETCH_UNIT:g} 0 {frame.height:.3f} cm 1 J 1 j"]
    inks: list[str] = []
    width = 0
    for row in rows:
        if inks[-1:] != [row.ink]:
            lines.append(f"/{row.ink} cs 0 sc /{row.ink} CS 0 SC")
            inks.append(row.ink)
        if row.wide and row.wide != width:
            lines.append(f"{row.wide} w")
            width = row.wide
        lines.append(f"{row.outline} {row.paint}")
    stream = "\n".join((*lines, "Q")).encode("ascii")
    return DrawnPose(
        frame=frame,
        stream=zlib.compress(stream, COMPRESSION),
        inks=tuple(dict.fromkeys(inks)),
        digest=hashlib.sha256(stream).hexdigest()[:32],
    )


def _rows(stream: bytes) -> Iterator[Row]:
    """Read what is written."""
    ink, width = "", 0
    for line in zlib.decompress(stream).decode("ascii").splitlines()[1:-1]:
        outline, _, paint = line.rpartition(" ")
        if line.startswith("/"):
            ink = line[1:].partition(" ")[0]
        elif paint == "w":
            width = int(outline)
        else:
            yield Row(ink, outline, 0 if paint == "f" else width, paint)


def _written(outline: Outline, frame: Rect) -> str:
    scale, x, y = 1 / SKETCH_UNIT, frame.x, frame.y
    parts: list[str] = []
    for op, values in outline:
        parts += [str(round((value - (y if at % 2 else x)) * scale)) for at, value in enumerate(values)]
        parts.append(op.value)
    return " ".join(parts)
