"""Objects as PDF wants them, where ReportLab's own will not do; `quirks` says why."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject
from reportlab.pdfbase.pdfdoc import format as format_object

COMPRESSION = 6
"""zlib's middle: 9 costs twice the time for 1 % of the size."""


END_STREAM = b"\r\nendstream"
"""Two bytes: behind data that end in a carriage return, a line feed alone would make them a byte shorter to some readers."""


class RawStream(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """A stream object; as it is for metadata, which other programs find without reading PDF."""

    __RefOnly__ = 1  # ReportLab: an object of its own, never written in place

    def __init__(self, data: bytes, entries: Mapping[str, object]) -> None:
        self._data, self._entries = data, entries

    @classmethod
    def deflated(cls, data: bytes, entries: Mapping[str, object]) -> RawStream:
        """Return a stream of data that are compressed here."""
        return cls.packed(zlib.compress(data, COMPRESSION), entries, filter_name="FlateDecode")

    @classmethod
    def packed(cls, data: bytes, entries: Mapping[str, object], *, filter_name: str) -> RawStream:
        """Return a stream of data that are compressed already, and unpacked by this filter."""
        return cls(data, {**entries, "Filter": PDFName(filter_name)})

    def format(self, document: PDFDocument) -> bytes:
        """Return dictionary and data."""
        head = PDFDictionary({**self._entries, "Length": len(self._data)})
        return bytes(format_object(head, document)) + b"\nstream\n" + self._data + END_STREAM


class Literal(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """Text that is written as it is."""

    def __init__(self, text: str = "null") -> None:
        self._bytes = text.encode("ascii")

    def set(self, text: str) -> None:
        """Replace the text: an object may have to be numbered before it is known."""
        self._bytes = text.encode("ascii")

    def format(self, _document: PDFDocument) -> bytes:
        """Return the bytes, as ReportLab's objects do."""
        return self._bytes


def text_string(text: str) -> str:
    """Write a text string (ISO 32000-1, 7.9.2.2): as it is where it is ASCII, else in UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<feff{text.encode('utf-16-be').hex()}>"
