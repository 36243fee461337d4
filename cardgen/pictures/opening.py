"""A path in, an image out of which only the header is read; what cannot be printed is refused, with the reason."""

from __future__ import annotations

import errno
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cardgen.pictures.structure import PNG, brands_of, count_scans, ends_as_jpeg, walk_png, webp_size
from cardgen.values.errors import UsageError

if TYPE_CHECKING:
    from PIL.Image import Image

JPEG = b"\xff\xd8\xff"
NAMES = "PNG, JPEG, WebP, AVIF, HEIC or SVG"
MOST_PIXELS = 40_000_000
"""All of which are unpacked at once; a file of a few bytes can claim many more."""
MOST_REDUCED = 200_000_000
"""Of a JPEG whose pixels come in one go: it is unpacked at the size that is printed. Telephones make such."""
MOST_WORK = 800_000_000
"""Pixels, as often as they are gone over: a progressive JPEG usually has ten scans, a wicked one thousands."""
MOST_BYTES = 64 * 1024 * 1024

_ORIENTATION = 0x0112
_UPRIGHT = 1
_ON_ITS_SIDE = 5
"""The least of the orientations that swap width and height."""
_SAVE_ANEW = "save it again as PNG or JPEG"
_HEAD = 256
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})
_SIGNATURES = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"8BPS", "a Photoshop file"),
    (b"\x1f\x8b", "compressed (.gz or .svgz)"),
    (b"<!DOCTYPE", "a web page or another text"),
    (b"<html", "a web page"),
    (b"\0\0\1\0", "an icon file"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL"),
    (b"\xff\x0a", "a JPEG XL"),
)
"""How files begin that are taken for images."""


class PictureError(UsageError):
    """An image that cannot be printed; `reason` is its message without the name of the file."""

    def __init__(self, shown: str, reason: str, *, hint: str = "") -> None:
        super().__init__(f"{shown}: {reason}", hint=hint)
        self.reason = reason


class NoPictureError(PictureError):
    """There is no such file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An image of which the header is read."""

    image: Image
    orientation: int
    """Of EXIF, from 1 to 8: how it is to be turned so that it stands upright."""
    whole: bool
    """The end of the file looks as it should; where it does not, only decoding tells whether pixels are missing."""

    @property
    def on_its_side(self) -> bool:
        """Tell whether its width is its height once it is upright."""
        return self.orientation >= _ON_ITS_SIDE

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height once it is upright, in pixels."""
        width, height = self.image.size
        return (height, width) if self.on_its_side else (width, height)


@contextmanager
def quietly() -> Iterator[None]:
    """Let Pillow not warn of oddities that do no harm, and leave bounds to this module.

    What is set here counts for all threads, so it is none of theirs.
    """
    from PIL import Image  # noqa: PLC0415 - 40 ms, only where images are

    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


@contextmanager
def opened_image(path: Path) -> Iterator[Opened]:
    """Open an image; whatever turns out to be wrong with it while it is open is a PictureError. Wants to be done `quietly`."""
    shown = path.as_posix()
    with opened_file(path, shown) as file, _told(shown):
        yield _header(file, shown)


@contextmanager
def opened_file(path: Path, shown: str) -> Iterator[BinaryIO]:
    """Open a file of which a picture is expected; what is none, or no plain file, is a PictureError."""
    try:
        found = path.stat()
        # a pipe would never end, a device could be anything
        if stat.S_ISDIR(found.st_mode):
            raise PictureError(shown, "cannot be read: it is a folder")
        if not stat.S_ISREG(found.st_mode):
            raise PictureError(shown, "cannot be read: it is no plain file")
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        raise NoPictureError(shown, "no such file") from None
    except OSError as error:
        reason = "its links lead in a circle" if error.errno == errno.ELOOP else error.strerror or str(error)
        raise PictureError(shown, f"cannot be read: {reason}") from None
    except ValueError:  # a null character
        raise NoPictureError(shown, "no such file") from None
    with file:
        if not found.st_size:
            raise PictureError(shown, "the file is empty")
        if found.st_size > MOST_BYTES:
            raise PictureError(shown, f"the file has more than {MOST_BYTES >> 20} MB", hint="save it smaller")
        yield file


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """Say in one way what a damaged file sets off in many."""
    from PIL import Image  # noqa: PLC0415 - 40 ms, only where images are

    try:
        yield
    except PictureError:
        raise
    except Image.DecompressionBombError:  # where it is not done quietly
        raise _too_large(shown) from None
    except Exception as error:  # noqa: BLE001 - see above
        raise _damaged(shown, str(error).strip().rstrip(".") or type(error).__name__) from None


def _header(file: BinaryIO, shown: str) -> Opened:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - likewise

    head = file.read(_HEAD)
    file.seek(0)
    size = webp_size(head)
    if size and size[0] * size[1] > MOST_PIXELS:  # Pillow would set the canvas up at once
        raise _too_large(shown)
    chunks = walk_png(file) if head.startswith(PNG) else None
    if chunks and chunks.countless:
        raise _damaged(shown, "it has too many parts")
    try:
        image = Image.open(file, formats=(_format(head, shown),))
    except UnidentifiedImageError:
        raise _damaged(shown, "") from None
    _require_bearable(image, file, shown)
    if chunks:
        return Opened(image=image, orientation=_orientation(image, chunks.exif), whole=chunks.whole)
    # Pillow's reader of WebP opens none that is cut short
    whole = ends_as_jpeg(file) if head.startswith(JPEG) else True
    return Opened(image=image, orientation=_orientation(image, b""), whole=whole)


def _require_bearable(image: Image, file: BinaryIO, shown: str) -> None:
    """Refuse an image that takes more room or more work than any that is meant to be printed."""
    pixels = image.width * image.height
    one_go = image.format == "JPEG" and not image.info.get("progressive")
    if pixels > (MOST_REDUCED if one_go else MOST_PIXELS):
        raise _too_large(shown, MOST_REDUCED if one_go else MOST_PIXELS)
    if image.format == "JPEG" and (scans := count_scans(file)) * min(pixels, MOST_PIXELS) > MOST_WORK:
        message = f"the image is stored in {scans:,} scans, which would take minutes to unpack"
        raise PictureError(shown, message, hint="save it again, not as a progressive JPEG")


def _format(head: bytes, shown: str) -> str:
    """Return by which of Pillow's readers a file is read, and see that it is there: asked for an unknown one it loads all 40."""
    brands = brands_of(head)
    if brands & _AVIF:
        return _avif(shown)
    if brands & _HEIC:
        return _heic(shown)
    if head.startswith(PNG):
        return "PNG"
    if head.startswith(JPEG):
        return "JPEG"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        from PIL import WebPImagePlugin  # noqa: F401, PLC0415 - likewise

        return "WEBP"
    raise PictureError(shown, f"the file is {_kind(head)}", hint="save it as PNG or JPEG")


def _avif(shown: str) -> str:
    from PIL import features  # noqa: PLC0415 - likewise

    if not features.check("avif"):
        raise PictureError(shown, "the file is an AVIF, which this Pillow cannot read", hint="save it as JPEG")
    from PIL import AvifImagePlugin  # noqa: F401, PLC0415 - likewise

    return "AVIF"


def _heic(shown: str) -> str:
    try:
        from pi_heif import register_heif_opener  # noqa: PLC0415 - an extra
    except ImportError:
        hint = "install it: pip install 'cardgen[heic]', or save the picture as JPEG"
        raise PictureError(shown, "the file is a HEIC, for which pi-heif is not installed", hint=hint) from None
    register_heif_opener()
    return "HEIF"


def _orientation(image: Image, late: bytes) -> int:
    """Return how the image is to be turned; EXIF that cannot be read asks for nothing, as browsers have it."""
    from PIL import Image as images  # noqa: N813, PLC0415 - likewise

    try:
        found = images.Image.getexif(image)  # PNG's own method would read all pixels
        if late and not found:
            found.load(b"Exif\0\0" + late)
        turn = int(found.get(_ORIENTATION, _UPRIGHT))
    except Exception:  # noqa: BLE001 - any of Pillow's, as for damaged images
        return _UPRIGHT
    return turn if turn in range(1, 9) else _UPRIGHT


def _too_large(shown: str, most: int = MOST_PIXELS) -> PictureError:
    return PictureError(shown, f"the image has more than {most // 1_000_000} million pixels", hint="save it smaller")


def _damaged(shown: str, reason: str) -> PictureError:
    return PictureError(shown, f"the image is damaged{f': {reason}' if reason else ''}", hint=_SAVE_ANEW)


def _kind(head: bytes) -> str:
    """Say what a file is that is none of the formats."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) or text.startswith(signature):
            return f"{kind}, not {NAMES}"
    if head[4:8] == b"ftyp":
        return f"a film, not {NAMES}"
    return f"no image that can be read as {NAMES}"
