"""A stream as PDF wants it. ReportLab's own writes no end of line before `endstream` and an empty /Filter without filters."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject
from reportlab.pdfbase.pdfdoc import format as format_object

COMPRESSION = 6
"""zlib's middle: 9 costs twice the time for 1 % of the size."""


class RawStream(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """A compressed stream object."""

    __RefOnly__ = 1  # ReportLab: an object of its own, never written in place

    def __init__(self, data: bytes, entries: Mapping[str, object]) -> None:
        self._data = zlib.compress(data, COMPRESSION)
        self._entries = dict(entries)

    @classmethod
    def packed(cls, data: bytes, entries: Mapping[str, object]) -> RawStream:
        """Return a stream of data that is compressed already."""
        stream = cls(b"", entries)
        stream._data = data
        return stream

    def format(self, document: PDFDocument) -> bytes:
        """Return dictionary and data."""
        head = PDFDictionary({**self._entries, "Filter": PDFName("FlateDecode"), "Length": len(self._data)})
        return bytes(format_object(head, document)) + b"\nstream\n" + self._data + b"\nendstream"
