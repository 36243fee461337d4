"""A movement in, its key poses as they will be written out."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

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
    """Return the shapes of a pose, written; an ink is named where it changes."""
    found = tuple(pose)
    frame = frame_of(found)
    lines = [f"q {SKETCH_UNIT:g} 0 0 {-SKETCH_UNIT:g} 0 {frame.height:.3f} cm 1 J 1 j"]
    inks: list[str] = []
    width = 0
    for shape in found:
        ink = shape.muscle if shape.tone is Tone.ACCENT else shape.tone.value
        if inks[-1:] != [ink]:
            lines.append(f"/{ink} cs 0 sc /{ink} CS 0 SC")
            inks.append(ink)
        wide = round((shape.width or 2 * shape.halo) / SKETCH_UNIT)
        if wide and wide != width:
            lines.append(f"{wide} w")
            width = wide
        paint = "S" if shape.width else "B" if wide else "f"
        lines.append(f"{_written(shape.outline, frame)} {paint}")
    stream = "\n".join((*lines, "Q")).encode("ascii")
    return DrawnPose(
        frame=frame,
        stream=zlib.compress(stream, COMPRESSION),
        inks=tuple(dict.fromkeys(inks)),
        digest=hashlib.sha256(stream).hexdigest()[:32],
    )


def _written(outline: Outline, frame: Rect) -> str:
    scale, x, y = 1 / SKETCH_UNIT, frame.x, frame.y
    parts: list[str] = []
    for op, values in outline:
        parts += [str(round((value - (y if at % 2 else x)) * scale)) for at, value in enumerate(values)]
        parts.append(op.value)
    return " ".join(parts)
