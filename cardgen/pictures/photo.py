"""A photograph's file in, its size or its pixels out: measuring reads the header alone, developing all of it."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from cardgen.display import ColorSpace, Encoding, Medium, Pixels
from cardgen.pictures.convert import Window, in_gray, in_srgb, on_white, plain, scaled, upright, with_true_ink
from cardgen.pictures.drawn import drawing_size
from cardgen.pictures.opening import opened_image, quietly
from cardgen.values.geometry import POINTS_PER_INCH, Rect

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
"""More is not seen in print; a larger image is scaled down to this."""
QUALITY = 88
"""Differences to the original are not seen in print; 92 takes a quarter more room."""
SUBSAMPLING = "4:2:0"
"""Colours at half the resolution, as cameras have them; the whole takes a fifth more room."""
COMPRESSION = 6

_BAND = 16
"""Rows."""
_BANDS = 16
"""One band in so many is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The size of a picture once it stands upright, in pixels, or in units of a drawing."""

    columns: int
    rows: int
    medium: Medium = Medium.PHOTOGRAPH


def measure_photo(path: Path) -> Format:
    """Return the size of a photograph, upright, or of a drawing; raise PictureError where it cannot be printed."""
    if size := drawing_size(path):
        return Format(columns=size[0], rows=size[1], medium=Medium.DRAWING)
    with quietly(), opened_image(path) as opened:
        columns, rows = opened.size
        if not opened.whole:
            opened.image.draft(None, (1, 1))  # a JPEG is then decoded to an eighth of its size
            opened.image.load()
    return Format(columns=columns, rows=rows)


def develop_photo(path: Path, *, crop: Rect, size: tuple[float, float], space: ColorSpace = ColorSpace.RGB) -> Pixels:
    """Return the part of a photograph inside `crop`, fractions of it upright, with the pixels that `size`, in points, needs.

    In a space of colours a grey photograph stays grey; in grey all are.

    Wants to be done `quietly`; many threads may do it at once, most of it is done outside Python's lock.
    """
    with opened_image(path) as opened:
        columns, rows = opened.size
        seen = (_needed(size[0], crop.width * columns), _needed(size[1], crop.height * rows))
        least = (ceil(seen[0] / crop.width), ceil(seen[1] / crop.height))
        # libjpeg gives a half, a quarter or an eighth of the pixels for much less than the whole costs
        opened.image.draft(None, least[::-1] if opened.on_its_side else least)
        opened.image.load()
        image = plain(upright(with_true_ink(opened.image), opened.orientation))
        image = in_srgb(on_white(scaled(image, seen, _window(image, crop))))
        return _encoded(in_gray(image) if space is ColorSpace.GRAY else image)


def _window(image: Image, crop: Rect) -> Window:
    width, height = image.size
    return (
        max(crop.x, 0.0) * width,
        max(crop.y, 0.0) * height,
        min(crop.right, 1.0) * width,
        min(crop.bottom, 1.0) * height,
    )


def _needed(length: float, pixels: float) -> int:
    """Return how many of the pixels along a side are seen where it is printed this long."""
    return max(1, min(round(length * DPI / POINTS_PER_INCH), round(pixels)))


def _encoded(image: Image) -> Pixels:
    """Return the image as JPEG, or without loss where that takes no more room, as with drawings of few colours."""
    space = ColorSpace.GRAY if image.mode == "L" else ColorSpace.RGB
    image.info.clear()  # where and when it was taken is nobody's business
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling=SUBSAMPLING, optimize=True)
    data, encoding = out.getvalue(), Encoding.DCT
    raw = image.tobytes()
    if _may_be_flat(raw, len(raw) // image.height, len(data)):
        flat = zlib.compress(raw, COMPRESSION)
        if len(flat) <= len(data):
            data, encoding = flat, Encoding.FLATE
    kind = f"{encoding.value} {space.value} {image.width} {image.height} ".encode()
    return Pixels(
        columns=image.width,
        rows=image.height,
        space=space,
        data=data,
        digest=hashlib.sha256(kind + data).hexdigest(),
        encoding=encoding,
    )


def _may_be_flat(raw: bytes, row: int, room: int) -> bool:
    """Tell from a sample of rows whether zlib may need no more than `room` bytes: to pack a photograph whole takes 40 ms."""
    step = row * _BAND * _BANDS
    bands = b"".join(raw[start : start + row * _BAND] for start in range(0, len(raw), step))
    return len(zlib.compress(bands, COMPRESSION)) * len(raw) <= 2 * room * len(bands)
