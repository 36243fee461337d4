"""A face and the text set in it in, a font for browsers out: a subset, packed as WOFF, in a data address. Knows no PDF."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from cardgen.display import GlyphRun
from cardgen.typeset.fonts import Face

WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700, "ExtraBold": 800}
"""For a viewer that takes another font."""
FEATURES = (b"ccmp", b"locl", b"frac", b"numr", b"dnom", b"mark", b"mkmk", b"kern")
"""With which words are measured that are not plain, and which browsers apply as well: signs on letters, fractions."""
LAYOUT = (b"GSUB", b"GPOS", b"GDEF")
USELESS = (b"STAT", b"DSIG", b"meta")
COMPRESSION = 9
"""Small data, and every byte is written a third longer."""
WOFF_HEADER, WOFF_ENTRY = ">4sIIHHIHHIIIII", ">4sIIII"
SFNT_ENTRY = ">4sIII"
SFNT_HEADER_SIZE, SFNT_ENTRY_SIZE = 12, 16


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font in a style sheet."""

    name: str
    """Of the family and of the class that sets it; another subset has another, so that files may share one page."""
    css: str


def web_font(face: Face, runs: Iterable[GlyphRun]) -> WebFont:
    """Return a font with which a browser draws the glyphs of these runs."""
    runs = tuple(runs)
    # A browser may join a letter and its sign to the one character that both make.
    characters = {letter for run in runs for letter in run.text + unicodedata.normalize("NFC", run.text)}
    layout = () if all(is_plain(run, face) for run in runs) else FEATURES
    data = _woff(_subset(face, sorted(map(ord, characters)), layout=layout))
    name = f"cg{hashlib.sha256(data).hexdigest()[:10]}"
    family, _, style = face.name.partition("-")
    others = f'"{re.sub("(?<=[a-z])(?=[A-Z])", " ", family)}","Arial{" Narrow" * ("Condensed" in family)}",sans-serif'
    weight = f"font-weight:{WEIGHTS[style]}"
    source = f'url(data:font/woff;base64,{base64.b64encode(data).decode("ascii")})format("woff")'
    return WebFont(
        name,
        f"@font-face{{font-family:{name};{weight};src:{source}}}.{name}{{font-family:{name},{others};{weight}}}",
    )


@lru_cache(maxsize=65536)
def is_plain(run: GlyphRun, face: Face) -> bool:
    """Tell whether each character is drawn by its own glyph, where the one before ends, as without layout tables."""
    return run.clusters == tuple(run.text) and all(
        face.font.get_nominal_glyph(ord(letter)) == glyph for letter, glyph in zip(run.text, run.glyphs, strict=True)
    )


def _subset(face: Face, characters: list[int], *, layout: tuple[bytes, ...]) -> bytes:
    """Return the font file with these characters and layout features alone, without hints."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(characters)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    features = wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.update(map(_tag, layout))
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(map(_tag, USELESS if layout else (*USELESS, *LAYOUT)))
    return bytes(hb.subset(face.font.face, wanted).blob.data)


def _tag(name: bytes) -> int:
    return int.from_bytes(name, "big")


def _woff(font: bytes) -> bytes:
    """Return a TrueType file as WOFF 1.0: each table packed apart, where that makes it smaller (W3C, WOFF 1.0, 4 and 5)."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries, tables = [], []
    place = struct.calcsize(WOFF_HEADER) + count * struct.calcsize(WOFF_ENTRY)
    whole = SFNT_HEADER_SIZE + count * SFNT_ENTRY_SIZE
    for at in range(count):
        entry = struct.unpack_from(SFNT_ENTRY, font, SFNT_HEADER_SIZE + at * SFNT_ENTRY_SIZE)
        tag, checksum, offset, length = entry
        table = font[offset : offset + length]
        packed = min(table, zlib.compress(table, COMPRESSION), key=len)  # of one length: only the table itself is legal
        entries.append(struct.pack(WOFF_ENTRY, tag, place, len(packed), length, checksum))
        tables.append(packed + bytes(-len(packed) % 4))
        place += len(tables[-1])
        whole += length + -length % 4
    head = struct.pack(WOFF_HEADER, b"wOFF", 0x00010000, place, count, 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return b"".join((head, *entries, *tables))
