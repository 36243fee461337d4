"""Font files in, faces that can be measured out. Metrics and kerning come from HarfBuzz; knows no PDF."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from cardgen.theme.type import Style
from cardgen.values.errors import UsageError

FALLBACK = {Style.EYEBROW: Style.LEAD_IN, Style.HEADING: Style.NAME, Style.DISPLAY: Style.NAME}
"""Barlow Condensed has no Greek and no Cyrillic; Inter has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file, opened."""

    name: str
    data: bytes = field(repr=False)
    font: Any = field(repr=False)
    """The uharfbuzz Font, scaled to units of the em."""
    units: int
    """Units per em."""
    cap_height: float
    """In em, as are the two below."""
    ascent: float
    descent: float
    """Negative, below the baseline."""
    characters: frozenset[int] = field(repr=False)
    """The code points it has a glyph for."""

    def __hash__(self) -> int:
        """Hash the name: the same file has the same."""
        return hash(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The faces of a run, by style."""

    faces: dict[str, Face]

    def face(self, style: Style) -> Face:
        """Return the face of a style."""
        return self.faces[style.value]

    def face_for(self, style: Style, text: str) -> Face:
        """Return the style's face, or its fallback where the face lacks a character that the fallback has."""
        face = self.faces[style.value]
        other = FALLBACK.get(style)
        if other is None or all(ord(letter) in face.characters for letter in text):
            return face
        fallback = self.faces[other.value]
        return fallback if all(ord(letter) in fallback.characters for letter in text) else face

    def missing(self, text: Iterable[str]) -> tuple[str, ...]:
        """Return the characters that no face of the text family covers, each once, in order."""
        covered = self.faces[Style.TEXT.value].characters
        return tuple(dict.fromkeys(letter for letter in text if ord(letter) not in covered))


def load_fonts(folder: Path) -> Fonts:
    """Open the six faces of a card.

    Raises UsageError when a file is missing or is no static TrueType font: ReportLab and most PDF writers draw the default
    weight of a variable font without a word.
    """
    return Fonts(faces={style.value: _load_face(folder / f"{style.value}.ttf") for style in Style})


def _load_face(path: Path) -> Face:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: the font cannot be read", hint="install cardgen again") from error
    tables = _tables(data)
    if b"glyf" not in tables or b"fvar" in tables:
        raise UsageError(f"{path}: not a static TrueType font", hint="use a .ttf with glyf outlines and no fvar table")
    face = hb.Face(data)
    font = hb.Font(face)
    units = face.upem
    ascent, descent = struct.unpack_from(">hh", data, tables[b"hhea"] + 4)
    cap_height = struct.unpack_from(">h", data, tables[b"OS/2"] + 88)[0]
    return Face(
        name=path.stem,
        data=data,
        font=font,
        units=units,
        cap_height=cap_height / units,
        ascent=ascent / units,
        descent=descent / units,
        characters=frozenset(face.unicodes),
    )


def _tables(data: bytes) -> dict[bytes, int]:
    """Return the offset of each table (OpenType 1.9, table directory)."""
    count = struct.unpack_from(">H", data, 4)[0]
    return {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
