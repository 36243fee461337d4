"""An image in, the same picture out in another form: upright, plain, scaled, on white, in sRGB. Knows no files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Window = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""


def with_true_ink(image: Image) -> Image:
    """Return an image whose pixels are read, CMYK the right way round."""
    from PIL import ImageChops  # noqa: PLC0415 - 40 ms, only where images are

    if image.mode == "CMYK" and "adobe" not in image.info:
        # Pillow takes every CMYK JPEG for one of Photoshop's, which are stored inverted and say so in a marker.
        return _keeping(image, ImageChops.invert(image))
    return image


def upright(image: Image, orientation: int) -> Image:
    """Return the image turned and mirrored as its EXIF orientation asks, from 1 to 8."""
    from PIL.Image import Transpose  # noqa: PLC0415 - likewise

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def plain(image: Image) -> Image:
    """Return the image as grey, RGB or CMYK of eight bits, or grey or RGB with alpha: what can be scaled."""
    if image.mode.startswith("I"):
        return _keeping(image, image.convert("I").point(lambda value: value * (1 / 257)).convert("L"))
    gray = image.mode in {"1", "L", "LA"}
    if image.has_transparency_data:
        return _keeping(image, image.convert("LA" if gray else "RGBA"))
    if gray:
        return _keeping(image, image.convert("L"))
    return image if image.mode in {"RGB", "CMYK"} else _keeping(image, image.convert("RGB"))


def scaled(image: Image, size: tuple[int, int], window: Window | None = None) -> Image:
    """Return what is seen through the window, or all of it, in so many pixels."""
    from PIL.Image import Resampling  # noqa: PLC0415 - likewise

    whole = (0.0, 0.0, float(image.width), float(image.height))
    if image.size == size and (window or whole) == whole:
        return image
    return _keeping(image, image.resize(size, Resampling.LANCZOS, box=window, reducing_gap=3.0))


def on_white(image: Image) -> Image:
    """Return the image without alpha, white where it let the ground through."""
    from PIL import Image as images  # noqa: N813, PLC0415 - likewise

    if not image.mode.endswith("A"):
        return image
    alpha = image.getchannel("A")
    opaque = image.convert(image.mode.removesuffix("A"))
    ground = images.new(opaque.mode, opaque.size, "white")
    ground.paste(opaque, mask=alpha)
    return _keeping(image, ground)


def in_srgb(image: Image) -> Image:
    """Return a grey image as it is, any other in sRGB, by its colour profile where it has one."""
    from PIL import ImageCms  # noqa: PLC0415 - likewise

    if image.mode == "L":
        return image
    if profile := image.info.get("icc_profile"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if image.mode == "RGB" and ImageCms.getProfileDescription(source).startswith("sRGB"):
                return image  # most are, and taking them through it costs 7 ms
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None  # a damaged profile, or one of another colour space: the image is still an image
        if made is not None:
            return made
    return image.convert("RGB")


def in_gray(image: Image) -> Image:
    """Return an sRGB image as one of black alone, as light as it was."""
    return image if image.mode == "L" else image.convert("L")


def _keeping(image: Image, other: Image) -> Image:
    """Return `other` with the colour profile of `image`, which some of Pillow's methods drop."""
    other.info["icc_profile"] = image.info.get("icc_profile")
    return other
