"""A path in, an image out of which only the header is read; what cannot be printed is refused, with the reason."""

from __future__ import annotations

import errno
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cardgen.errors import UsageError

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "WEBP")
NAMES = "PNG, JPEG or WebP"
MOST_PIXELS = 40_000_000
"""A good camera has fewer; a file of a few bytes can claim many more."""
MOST_BYTES = 64 * 1024 * 1024

_SAVE_ANEW = f"save it again as {NAMES}"
_OWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
"""How the files begin that can be printed."""
_SIGNATURES = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"8BPS", "a Photoshop file"),
    (b"<svg", "an SVG"),
    (b"<?xml", "an SVG or another XML file"),
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


@contextmanager
def opened_image(path: Path) -> Iterator[tuple[Image, BinaryIO]]:
    """Open an image and the file it is in; whatever turns out to be wrong with it while it is open is a PictureError."""
    shown = path.as_posix()
    with _opened_file(path, shown) as file, _told(shown):
        yield _header(file, shown), file


@contextmanager
def _opened_file(path: Path, shown: str) -> Iterator[BinaryIO]:
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

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow about oddities that do no harm
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except PictureError:
            raise
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise _too_large(shown) from None
        except Exception as error:  # noqa: BLE001 - see above
            raise _damaged(shown, str(error).strip().rstrip(".") or type(error).__name__) from None


def _header(file: BinaryIO, shown: str) -> Image:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - likewise

    head = file.read(64)
    file.seek(0)
    size = webp_size(head)
    if size and size[0] * size[1] > MOST_PIXELS:  # Pillow would set the canvas up at once
        raise _too_large(shown)
    try:
        image = Image.open(file, formats=FORMATS)
    except UnidentifiedImageError:
        if head.startswith(_OWN):
            raise _damaged(shown, "") from None
        raise PictureError(shown, f"the file is {_kind(head)}", hint=f"save it as {NAMES}") from None
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(shown)
    return image


def webp_size(head: bytes) -> tuple[int, int] | None:
    """Return the width and height that the first 30 bytes of a WebP claim, or None where there are none."""
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP" or len(head) < 30:  # noqa: PLR2004 - as above
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


def _too_large(shown: str) -> PictureError:
    return PictureError(
        shown, f"the image has more than {MOST_PIXELS // 1_000_000} million pixels", hint="save it smaller"
    )


def _damaged(shown: str, reason: str) -> PictureError:
    return PictureError(shown, f"the image is damaged{f': {reason}' if reason else ''}", hint=_SAVE_ANEW)


def _kind(head: bytes) -> str:
    """Say what a file is that is none of the formats."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) or text.startswith(signature):
            return f"{kind}, not {NAMES}"
    if head[4:8] == b"ftyp":
        return f"a HEIC or AVIF, or a film, not {NAMES}"
    return f"no image that can be read as {NAMES}"
