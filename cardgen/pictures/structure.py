"""The bytes of an image file in, what they say without being decoded out: a size claimed, an end that is there, PNG's late EXIF."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import BinaryIO

PNG = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS = 65_536
"""A photograph of 40 million pixels has about 15,000; some files have millions that hold nothing."""
_TAIL = 65_536
"""Cameras and phones write further data behind a JPEG; where its end is not found in so many bytes, it has to be decoded."""
_WEBP_HEAD = 30
"""Bytes in which a WebP has said its size, whichever of its three forms it has."""
_SCAN = b"\xff\xda"
_BLOCK = 1 << 20
_END_OF_JPEG = b"\xff\xd9"
"""Inside a scan 0xFF is followed by zero or the number of a restart, so this stands at the end alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunks:
    """What the chunks of a PNG are."""

    exif: bytes
    """Empty for none; Pillow alone would look behind the pixels only after reading them."""
    whole: bool
    """The last one is there."""
    countless: bool = False
    """There are more than any image needs."""


def walk_png(file: BinaryIO) -> Chunks:
    """Return what the chunks of a PNG are, without reading the pixels; the place in the file is kept."""
    before = file.tell()
    size = file.seek(0, os.SEEK_END)
    exif, place = b"", len(PNG)
    try:
        for _ in range(MOST_CHUNKS):
            file.seek(place)
            head = file.read(8)
            length, kind = int.from_bytes(head[:4], "big"), head[4:]
            place += length + 12
            if len(head) < 8 or place > size:  # noqa: PLR2004 - a length and a name of four bytes each
                return Chunks(exif=exif, whole=False)
            if kind == b"IEND":
                return Chunks(exif=exif, whole=True)
            if kind == b"eXIf":
                exif = file.read(length)
        return Chunks(exif=exif, whole=False, countless=True)
    finally:
        file.seek(before)


def ends_as_jpeg(file: BinaryIO) -> bool:
    """Tell whether the end of a JPEG is found behind the place in the file, where its scan begins; the place is kept."""
    before = file.tell()
    size = file.seek(0, os.SEEK_END)
    try:
        for tail in (len(_END_OF_JPEG), _TAIL):
            file.seek(max(before, size - tail))
            if _END_OF_JPEG in file.read():
                return True
        return False
    finally:
        file.seek(before)


def count_scans(file: BinaryIO) -> int:
    """Return how often pixels are gone over in a JPEG, those of a preview in it included; the place in the file is kept."""
    before = file.tell()
    file.seek(0)
    found, last = 0, b""
    while block := file.read(_BLOCK):
        found += (last + block).count(_SCAN)
        last = block[-1:]
    file.seek(before)
    return found


def brands_of(head: bytes) -> frozenset[bytes]:
    """Return what an ISO media file (HEIC, AVIF, a film) says that it is, nothing for another file (ISO/IEC 14496-12, 4.3)."""
    if head[4:8] != b"ftyp":
        return frozenset()
    box = head[: int.from_bytes(head[:4])]
    return frozenset({box[8:12], *(box[at : at + 4] for at in range(16, len(box) - 3, 4))})


def webp_size(head: bytes) -> tuple[int, int] | None:
    """Return the width and height that the first bytes of a WebP claim, or None where they are no WebP's."""
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP" or len(head) < _WEBP_HEAD:
        return None
    match head[12:16]:
        case b"VP8X":
            return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
        case _:
            return None
