"""A movement in, its key poses as they will be written out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cardgen.display import SKETCH_UNIT
from cardgen.figure.outline import Outline
from cardgen.figure.repertoire import Posed, shapes
from cardgen.figure.scene import Style, frame_of, overlay
from cardgen.figure.shape import Shape, Tone
from cardgen.values.geometry import Rect


class DrawnPart(NamedTuple):
    """A shape, written."""

    tone: Tone
    outline: str
    """Operators of a PDF content stream in whole SKETCH_UNITs from the frame's corner, y down."""
    filled: bool
    width: int
    """Of its stroke; of one that is filled too, twice its halo."""
    muscle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawnPose:
    """A key pose, written; there is one of each."""

    frame: Rect
    """What it covers, in units of the figure, seen from the floor under the figure."""
    parts: tuple[DrawnPart, ...]
    digest: str
    """Of its parts, in hexadecimal: tells it from others."""


def write_poses(what: Posed, muscles: tuple[str, ...], style: Style) -> tuple[DrawnPose, ...]:
    """Draw the key poses of a movement, and write them."""
    return tuple(write_pose(pose) for pose in shapes(what, muscles, style))


@lru_cache(maxsize=128)
def drawn_overlay(what: Posed, muscles: tuple[str, ...], style: Style) -> tuple[DrawnPose, ...]:
    """Return the last key pose over a ghost of the first, as one."""
    return (write_pose(overlay(shapes(what, muscles, style))),)


def write_pose(pose: Iterable[Shape]) -> DrawnPose:
    """Return the shapes of a pose, written."""
    found = tuple(pose)
    frame = frame_of(found)
    parts = tuple(_part(shape, frame) for shape in found)
    return DrawnPose(frame=frame, parts=parts, digest=hashlib.sha256(repr(parts).encode()).hexdigest()[:32])


def _part(shape: Shape, frame: Rect) -> DrawnPart:
    width = shape.width or 2 * shape.halo
    return DrawnPart(
        tone=shape.tone,
        outline=_written(shape.outline, frame),
        filled=not shape.width,
        width=round(width / SKETCH_UNIT),
        muscle=shape.muscle,
    )


def _written(outline: Outline, frame: Rect) -> str:
    scale, x, y = 1 / SKETCH_UNIT, frame.x, frame.y
    parts: list[str] = []
    for op, values in outline:
        parts += [str(round((value - (y if at % 2 else x)) * scale)) for at, value in enumerate(values)]
        parts.append(op.value)
    return " ".join(parts)
