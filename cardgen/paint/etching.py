"""A drawing that is kept as it will be written in, what of it is shown out. Knows its lines, no file."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.display import Color, Etching


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One shape of an etching."""

    outline: str
    """Operators of a PDF content stream, in SKETCH_UNITs, as is the width of its stroke."""
    fill: Color | None = None
    stroke: Color | None = None
    stroke_width: int = 0


def sketches(etching: Etching) -> Iterator[Sketch]:
    """Read the shapes that are shown."""
    color, width = None, 0
    for line in _lines(etching):
        ink = _ink(line)
        outline, _, paint = line.rpartition(" ")
        if ink:
            color = etching.inks[ink]
        elif paint == "w":
            width = int(outline)
        elif color and paint == "f":
            yield Sketch(outline=outline, fill=color)
        elif color:
            yield Sketch(outline=outline, fill=color if paint == "B" else None, stroke=color, stroke_width=width)


def shown_stream(etching: Etching) -> bytes:
    """Return the operators of an etching without what has no colour."""
    shown, found = True, []
    for line in _lines(etching, ends=True):
        if ink := _ink(line):
            shown = etching.inks[ink] is not None
        if shown or (not ink and not line.endswith(("f", "S", "B"))):
            found.append(line)
    return "\n".join(found).encode("ascii")


def _lines(etching: Etching, *, ends: bool = False) -> list[str]:
    """Return its lines; the first and the last turn its frame upside down and back."""
    lines = zlib.decompress(etching.stream).decode("ascii").splitlines()
    return lines if ends else lines[1:-1]


def _ink(line: str) -> str:
    """Return the ink that a line chooses; empty for a line that chooses none."""
    return line[1:].partition(" ")[0] if line.startswith("/") else ""
