"""An image file in, pixels ready to be printed out: upright, sRGB or grey, on white, no more of them than the printer can use."""

from __future__ import annotations

import hashlib
import io
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from cardgen.display import ColorSpace, Pixels
from cardgen.errors import UsageError
from cardgen.geometry import POINTS_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG")
DPI = 300
"""More is not seen in print; a larger image is scaled down to this."""
MOST_PIXELS = 40_000_000
"""A good camera has fewer; a file of a few bytes can claim many more."""
MOST_BYTES = 64 * 1024 * 1024
WHITE_FROM = 245
"""An image without a darker pixel, of 255, cannot be seen on paper."""
COMPRESSION = 9
"""Logos are small and stand in every card."""

_SIGNATURES = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"8BPS", "a Photoshop file"),
    (b"<svg", "an SVG"),
    (b"<?xml", "an SVG or another XML file"),
    (b"<!DOCTYPE", "a web page or another text"),
    (b"<html", "a web page"),
    (b"\0\0\1\0", "an icon file"),
)
"""How files begin that are taken for images."""


class PictureError(UsageError):
    """An image that cannot be printed."""


def load_picture(path: Path, *, room: tuple[float, float]) -> Pixels:
    """Return an image, scaled to what 300 dpi need where it is fitted into `room`, a width and a height in points."""
    shown = path.as_posix()
    data = _read(path, shown)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow about oddities that do no harm
        try:
            image = _srgb(_on_white(_scaled(_decoded(data, shown), room)))
        except PictureError:
            raise
        except Exception as error:  # noqa: BLE001 - a damaged file sets off many kinds of them in Pillow
            reason = str(error).strip().rstrip(".") or type(error).__name__
            raise PictureError(
                f"{shown}: the image is damaged: {reason}", hint="save it again as PNG or JPEG"
            ) from None
    if min(_darkest(image)) >= WHITE_FROM:
        raise PictureError(
            f"{shown}: nothing of the image can be seen on white paper", hint="take its version for light grounds"
        )
    return _pixels(image)


def _read(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise PictureError(f"{shown}: no such file") from None
    except OSError as error:
        raise PictureError(f"{shown}: cannot be read: {error.strerror or error}") from None
    if not data:
        raise PictureError(f"{shown}: the file is empty")
    if len(data) > MOST_BYTES:
        raise PictureError(f"{shown}: the file has more than {MOST_BYTES >> 20} MB")
    return data


def _decoded(data: bytes, shown: str) -> Image:
    """Return the image upright, its pixels read."""
    from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - 40 ms, only where images are

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError:
        raise PictureError(f"{shown}: the file is {_kind(data)}", hint="save it as PNG or JPEG") from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large(shown) from None
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(shown)
    image.load()
    if image.mode == "CMYK" and "adobe" not in image.info:
        # Pillow takes every CMYK JPEG for one of Photoshop's, which are stored inverted and say so in a marker.
        profile = image.info.get("icc_profile")
        image = ImageChops.invert(image)
        image.info["icc_profile"] = profile
    return ImageOps.exif_transpose(image)


def _too_large(shown: str) -> PictureError:
    return PictureError(
        f"{shown}: the image has more than {MOST_PIXELS // 1_000_000} million pixels", hint="save it smaller"
    )


def _kind(data: bytes) -> str:
    """Say what a file is that is neither PNG nor JPEG."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return f"{kind}, not PNG or JPEG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "a WebP, not PNG or JPEG"
    if head[4:8] == b"ftyp":
        return "a HEIC or AVIF, or a film, not PNG or JPEG"
    return "no image that can be read as PNG or JPEG"


def _scaled(image: Image, room: tuple[float, float]) -> Image:
    """Return the image with no more pixels than are seen; never with more than it has."""
    from PIL.Image import Resampling  # noqa: PLC0415 - likewise

    profile = image.info.get("icc_profile")
    image = _plain(image)
    factor = min(room[0] * DPI / POINTS_PER_INCH / image.width, room[1] * DPI / POINTS_PER_INCH / image.height)
    if factor < 1:
        size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
        image = image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
    image.info["icc_profile"] = profile
    return image


def _plain(image: Image) -> Image:
    """Return the image as grey, RGB or CMYK of eight bits, or grey or RGB with alpha: what can be scaled."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    gray = image.mode in {"1", "L", "LA"}
    if image.has_transparency_data:
        return image.convert("LA" if gray else "RGBA")
    return image.convert("L") if gray else image if image.mode in {"RGB", "CMYK"} else image.convert("RGB")


def _on_white(image: Image) -> Image:
    """Return the image without alpha, white where it let the ground through."""
    from PIL import Image as images  # noqa: N813, PLC0415 - likewise

    if not image.mode.endswith("A"):
        return image
    profile = image.info.get("icc_profile")
    alpha = image.getchannel("A")
    opaque = image.convert(image.mode.removesuffix("A"))
    ground = images.new(opaque.mode, opaque.size, "white")
    ground.paste(opaque, mask=alpha)
    ground.info["icc_profile"] = profile
    return ground


def _srgb(image: Image) -> Image:
    """Return a grey image as it is, any other in sRGB, by its colour profile where it has one."""
    from PIL import ImageCms  # noqa: PLC0415 - likewise

    if image.mode == "L":
        return image
    if profile := image.info.get("icc_profile"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None  # a damaged profile, or one of another colour space: the image is still an image
        if made is not None:
            return made
    return image.convert("RGB")


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
