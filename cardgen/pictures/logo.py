"""A logo's file in, its shapes or its pixels out, without loss: logos are drawn."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from cardgen.display import ColorSpace, Drawing, Pixels
from cardgen.pictures.convert import in_gray, in_srgb, on_white, plain, scaled, upright, with_true_ink
from cardgen.pictures.drawn import open_drawing
from cardgen.pictures.opening import PictureError, opened_image, quietly
from cardgen.pictures.photo import DPI
from cardgen.values.geometry import POINTS_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

WHITE_FROM = 245
"""An image without a darker pixel, of 255, cannot be seen on paper."""
COMPRESSION = 9
"""Logos are small and stand in every card."""


def load_picture(path: Path, *, room: tuple[float, float], space: ColorSpace = ColorSpace.RGB) -> Pixels | Drawing:
    """Return a drawing, or an image scaled to what 300 dpi need where it is fitted into `room`, a width and a height in points."""
    if drawing := open_drawing(path, space):
        inks = (ink for it in drawing.paths for ink in (it.fill, it.stroke) if ink)
        _require_seen(min(min(ink.red, ink.green, ink.blue) for ink in inks) * 255, path)
        return drawing
    with quietly(), opened_image(path) as opened:
        fitted = _fitted(opened.size, room)
        opened.image.draft(None, fitted[::-1] if opened.on_its_side else fitted)
        opened.image.load()
        image = plain(upright(with_true_ink(opened.image), opened.orientation))
        image = in_srgb(on_white(scaled(image, fitted)))
        image = in_gray(image) if space is ColorSpace.GRAY else image
    _require_seen(min(_darkest(image)), path)
    return _pixels(image)


def _require_seen(darkest: float, path: Path) -> None:
    if darkest >= WHITE_FROM:
        reason = "nothing of the image can be seen on white paper"
        raise PictureError(path.as_posix(), reason, hint="take its version for light grounds")


def _fitted(size: tuple[int, int], room: tuple[float, float]) -> tuple[int, int]:
    """Return how many pixels are seen, across and down; never more than there are."""
    width, height = size
    factor = min(room[0] * DPI / POINTS_PER_INCH / width, room[1] * DPI / POINTS_PER_INCH / height)
    if factor >= 1:
        return size
    return max(1, round(width * factor)), max(1, round(height * factor))


def _darkest(image: Image) -> list[int]:
    """Return the least value of each part."""
    return [int(image.getchannel(band).getextrema()[0]) for band in image.getbands()]  # type: ignore[arg-type]


def _pixels(image: Image) -> Pixels:
    space = ColorSpace.GRAY if image.mode == "L" else ColorSpace.RGB
    raw = image.tobytes()
    kind = f"{space.value} {image.width} {image.height} ".encode()
    return Pixels(
        columns=image.width,
        rows=image.height,
        space=space,
        data=zlib.compress(raw, COMPRESSION),
        digest=hashlib.sha256(kind + raw).hexdigest(),
    )
