"""The images of painted pages in, an object of the document for each out; an image on many pages is embedded once."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFName, PDFObjectReference

from cardgen.display import Pixels
from cardgen.paint.content import PageContent
from cardgen.paint.stream import RawStream


def embed_images(pages: Iterable[PageContent], document: PDFDocument) -> dict[str, PDFObjectReference]:
    """Add every image to the document; return their references by resource name."""
    images = {name: pixels for page in pages for name, pixels in page.images.items()}
    return {name: document.Reference(_object(images[name])) for name in sorted(images)}


def _object(pixels: Pixels) -> RawStream:
    """Return an image (ISO 32000-1, 8.9.5); its data are compressed already."""
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": pixels.columns,
        "Height": pixels.rows,
        "ColorSpace": PDFName(pixels.space.value),
        "BitsPerComponent": 8,
    }
    return RawStream.packed(pixels.data, entries, filter_name=pixels.encoding.value)
