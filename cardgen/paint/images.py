"""The images and drawings of painted pages in, an object of the document for each out; one on many pages is embedded once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference

from cardgen.display import Color, Drawing, Pixels
from cardgen.paint.content import PageContent
from cardgen.paint.etching import shown_stream
from cardgen.paint.operators import drawing_stream, number
from cardgen.paint.stream import COMPRESSION, Literal, RawStream


def embed_images(pages: Iterable[PageContent], document: PDFDocument) -> dict[str, PDFObjectReference]:
    """Add every image to the document; return their references by resource name."""
    images = {name: pixels for page in pages for name, pixels in page.images.items()}
    return {name: document.Reference(_object(images[name])) for name in sorted(images)}


def embed_drawings(pages: Iterable[PageContent], document: PDFDocument) -> dict[str, PDFObjectReference]:
    """Add every drawing to the document as a form (ISO 32000-1, 8.10); return their references by resource name."""
    drawings = {name: drawing for page in pages for name, drawing in page.drawings.items()}
    return {name: document.Reference(_form(drawings[name], document)) for name in sorted(drawings)}


def _form(drawing: Drawing, document: PDFDocument) -> RawStream:
    box = [0, 0, Literal(number(drawing.width)), Literal(number(drawing.height))]
    spaces = {name: _one_colour(ink) for name, ink in drawing.etching.inks.items() if ink} if drawing.etching else {}
    resources = PDFDictionary({"ColorSpace": PDFDictionary(spaces)} if spaces else {})
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray(box),
        "Resources": document.Reference(resources) if spaces else resources,
    }
    return RawStream.packed(_packed(drawing), entries, filter_name="FlateDecode")


def _one_colour(color: Color) -> Literal:
    """Return a colour space of one colour (ISO 32000-1, 8.6.6.3); grey has black alone, not a mixture of all inks."""
    code = color.hex()[1:]
    if color.red == color.green == color.blue:
        return Literal(f"[/Indexed /DeviceGray 0 <{code[:2]}>]")
    return Literal(f"[/Indexed /DeviceRGB 0 <{code}>]")


def _packed(drawing: Drawing) -> bytes:
    """Return the operators, compressed: an etching is already, unless some of it is not shown."""
    etching = drawing.etching
    return etching.stream if etching and all(etching.inks.values()) else _written(drawing)


@lru_cache(maxsize=64)
def _written(drawing: Drawing) -> bytes:
    etching = drawing.etching
    return zlib.compress(shown_stream(etching) if etching else drawing_stream(drawing), COMPRESSION)


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
