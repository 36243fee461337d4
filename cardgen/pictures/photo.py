"""A photograph's file in, its size or its pixels out: measuring reads the header alone, developing all of it."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cardgen.display import ColorSpace, Encoding, Pixels
from cardgen.geometry import POINTS_PER_INCH, Rect
from cardgen.pictures.convert import in_srgb, on_white, plain, scaled, upright, with_true_ink
from cardgen.pictures.opening import opened_image

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
"""More is not seen in print; a larger image is scaled down to this."""
QUALITY = 88
COMPRESSION = 6

_ORIENTATION = 0x0112
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The size of a photograph once it stands upright, in pixels."""

    columns: int
    rows: int


def measure_photo(path: Path) -> Format:
    """Return the size of a photograph, upright; raise PictureError where it cannot be printed."""
    with opened_image(path) as (image, file):
        columns, rows = image.size
        if orientation_of(image, file) in _ON_ITS_SIDE:
            columns, rows = rows, columns
        return Format(columns=columns, rows=rows)


def develop_photo(path: Path, *, crop: Rect, size: tuple[float, float]) -> Pixels:
    """Return the part of a photograph inside `crop`, fractions of it upright, with the pixels that `size`, in points, needs."""
    with opened_image(path) as (opened, file):
        orientation = orientation_of(opened, file)
        columns, rows = opened.size[::-1] if orientation in _ON_ITS_SIDE else opened.size
        seen = (_needed(size[0], crop.width * columns), _needed(size[1], crop.height * rows))
        opened.load()
        image = plain(upright(with_true_ink(opened), orientation))
        window = (
            crop.x * image.width,
            crop.y * image.height,
            min(crop.right, 1.0) * image.width,
            min(crop.bottom, 1.0) * image.height,
        )
        return _encoded(in_srgb(on_white(scaled(image, seen, window))))


def orientation_of(image: Image, _file: BinaryIO) -> int:
    """Return the EXIF orientation of an image whose header is read, from 1 to 8."""
    from PIL import Image as images  # noqa: N813, PLC0415 - 40 ms, only where images are

    # not PNG's own method, which reads all pixels
    return int(images.Image.getexif(image).get(_ORIENTATION, 1))


def _needed(length: float, pixels: float) -> int:
    """Return how many of the pixels along a side are seen where it is printed this long."""
    return max(1, min(round(length * DPI / POINTS_PER_INCH), round(pixels)))


def _encoded(image: Image) -> Pixels:
    space = ColorSpace.GRAY if image.mode == "L" else ColorSpace.RGB
    image.info.clear()
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    data, encoding = out.getvalue(), Encoding.DCT
    flat = zlib.compress(image.tobytes(), COMPRESSION)
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
