"""Bookmarks, labels and anchors in, the objects with which a viewer finds its way in a document out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from cardgen.paint.stream import Literal
from cardgen.values.bookmark import Bookmark


@dataclass(frozen=True, slots=True)
class Place:
    """The head of a page, as links and bookmarks lead to it; of one that is placed on a page, its top left corner."""

    page: PDFObjectReference
    left: PDFObject
    top: PDFObject

    def destination(self) -> PDFArray:
        """Return the head of the page, at whatever scale the reader has chosen (ISO 32000-1, 12.3.2.2)."""
        return PDFArray([self.page, PDFName("XYZ"), self.left, self.top, _NULL])


def go_to(place: Place) -> PDFDictionary:
    """Return the action of a link within the document."""
    return PDFDictionary({"S": PDFName("GoTo"), "D": place.destination()})


def outline(bookmarks: Sequence[Bookmark], places: Mapping[str, Place], document: PDFDocument) -> PDFObjectReference:
    """Add the outline to the document; those that have entries of their own are closed at first where there are several."""
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = document.Reference(root)
    root.dict.update(_entries(bookmarks, reference, places, document, opened=True))
    return reference


def page_labels(labels: Sequence[str]) -> PDFDictionary:
    """Return the number tree that gives each page its label (ISO 32000-1, 12.4.2): numbers in runs, other texts alone."""
    entries: list[object] = []
    for at, label in enumerate(labels):
        before = labels[at - 1] if at else ""
        if label.isdecimal() and before.isdecimal() and int(label) == int(before) + 1:
            continue
        if label.isdecimal():
            entries += [at, PDFDictionary({"S": PDFName("D"), "St": int(label)})]
        else:
            entries += [at, PDFDictionary({"P": PDFString(label)})]
    return PDFDictionary({"Nums": PDFArray(entries)})


def _entries(
    bookmarks: Sequence[Bookmark],
    parent: PDFObjectReference,
    places: Mapping[str, Place],
    document: PDFDocument,
    *,
    opened: bool,
) -> dict[str, object]:
    """Add the bookmarks under one entry; return what that entry says of them (ISO 32000-1, tables 152 and 153)."""
    if not bookmarks:
        return {}
    items = [
        PDFDictionary({"Title": PDFString(mark.title), "Parent": parent, "Dest": places[mark.anchor].destination()})
        for mark in bookmarks
    ]
    references = [document.Reference(item) for item in items]
    for (one, first), (other, second) in pairwise(zip(items, references, strict=True)):
        one["Next"], other["Prev"] = second, first
    parents = [mark for mark in bookmarks if mark.children]
    for mark, item, reference in zip(bookmarks, items, references, strict=True):
        item.dict.update(_entries(mark.children, reference, places, document, opened=len(parents) == 1))
    shown = len(bookmarks) + (len(parents[0].children) if len(parents) == 1 else 0)
    return {"First": references[0], "Last": references[-1], "Count": shown if opened else -len(bookmarks)}


_NULL = Literal("null")
