"""A PDF file in, its pages as PNG files out. Only this module knows pypdfium2, which few need and the program runs without."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, cast

from cardgen.display import ColorSpace
from cardgen.paint.png import write_png
from cardgen.values.errors import UsageError
from cardgen.values.geometry import POINTS_PER_INCH

DPI = 150
"""Sharp on a screen; half of what a printer sees."""
LEAST_DPI, MOST_DPI = 36, 600
MOST_PIXELS = 72_000_000
"""A3 at 600 dpi has 70 million, three bytes each; several processes may hold one at a time."""
WHITE = 0xFFFFFFFF
Shade = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""
PARTS = 3
"""Red, green and blue."""


def require_pdfium() -> None:
    """Refuse to go on without the library that draws PDF."""
    try:
        found = find_spec("pypdfium2")
    except ValueError:  # what stands in its place is no module
        found = None
    if found is None:
        raise UsageError("PNG needs pypdfium2, which is not installed", hint="pip install 'cardgen[preview]'")


def require_dpi(dpi: int) -> None:
    """Refuse a resolution that no picture of a card has."""
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise UsageError(f"{dpi} dpi cannot be drawn", hint=f"choose from {LEAST_DPI} to {MOST_DPI}; {DPI} is usual")


def require_room(width: float, height: float, dpi: int) -> None:
    """Refuse a page, measured in points, that would have too many pixels."""
    columns, rows = size_of(width, height, dpi)
    if columns * rows > MOST_PIXELS:
        fitting = int((MOST_PIXELS / (width * height)) ** 0.5 * POINTS_PER_INCH)
        raise UsageError(
            f"the page would have {columns} x {rows} pixels, {columns * rows / 1e6:.0f} million:"
            f" no more than {MOST_PIXELS / 1e6:.0f} million are drawn",
            hint=f"choose at most --dpi {fitting}, or a smaller size",
        )


def size_of(width: float, height: float, dpi: int) -> tuple[int, int]:
    """Return columns and rows of a page measured in points."""
    return max(1, round(width * dpi / POINTS_PER_INCH)), max(1, round(height * dpi / POINTS_PER_INCH))


def draw_pages(pdf: bytes, *, dpi: int = DPI) -> Iterator[bytes]:
    """Yield the pages of a file, one after another, so that only one is held at a time."""
    require_pdfium()
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - 50 ms, only where pictures are drawn

    document = PdfDocument(pdf)
    try:
        title = document.get_metadata_dict().get("Title", "")
        for page in document:
            yield _drawn(page, dpi, title)
            page.close()
    finally:
        document.close()


def count_colors(pdf: bytes, *, dpi: int, most: int) -> Iterator[list[tuple[int, Shade]]]:
    """Yield for each page of a file how many pixels have which colour.

    A page that would have more than `most` pixels is drawn smaller.
    """
    require_pdfium()
    from PIL import Image  # noqa: PLC0415 - 40 ms, likewise
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - likewise

    document = PdfDocument(pdf)
    try:
        for page in document:
            width, height = page.get_size()
            fitting = int((most / (width * height)) ** 0.5 * POINTS_PER_INCH)
            samples, size = _samples(page, min(dpi, fitting))
            image = Image.frombytes("RGB", size, samples.tobytes())
            # `getcolors` is typed for images of any kind, and says None where there are more colours than pixels
            yield cast("list[tuple[int, Shade]]", image.getcolors(size[0] * size[1]))
            page.close()
    finally:
        document.close()


def _drawn(page: Any, dpi: int, title: str) -> bytes:
    samples, size = _samples(page, dpi)
    stride = size[0] * PARTS
    lines = (samples[at : at + stride] for at in range(0, stride * size[1], stride))
    return write_png(lines, size, ColorSpace.RGB, dpi=dpi, title=title)


def _samples(page: Any, dpi: int) -> tuple[memoryview, tuple[int, int]]:
    """Return the pixels of a page, three bytes each from the top left, and how many columns and rows there are."""
    import ctypes  # noqa: PLC0415 - with the library that needs it

    from pypdfium2 import raw  # noqa: PLC0415 - likewise

    width, height = page.get_size()
    require_room(width, height, dpi)
    columns, rows = size_of(width, height, dpi)
    stride = columns * PARTS
    samples = (ctypes.c_ubyte * (stride * rows))()
    # The library's own `render` rounds sizes up: A4 would be a column wider than it is.
    bitmap = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_BGR, samples, stride)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, raw.FPDF_REVERSE_BYTE_ORDER)
        return memoryview(samples).cast("B"), (columns, rows)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
