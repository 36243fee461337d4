"""Painted pages in, a PDF file out. The only places that know ReportLab are this module and `fonts` beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFPage,
    PDFResourceDictionary,
    PDFString,
)

from cardgen.display import Bookmark
from cardgen.paint.content import RESOURCE_NAMES, Link, PageContent, number
from cardgen.paint.fonts import embed
from cardgen.paint.images import embed_images
from cardgen.paint.navigation import Place, go_to, outline, page_labels
from cardgen.paint.stream import RawStream
from cardgen.typeset.fonts import Fonts

PRODUCER = "cardgen"


def assemble(
    pages: Sequence[PageContent], *, title: str, language: str, fonts: Fonts, bookmarks: Sequence[Bookmark] = ()
) -> bytes:
    """Put pages into one document; each font is embedded once. The same pages give the same bytes."""
    document = PDFDocument(dummyoutline=1, invariant=1, lang=language, pdfVersion=(1, 7))
    document.setTitle(title)
    document.setAuthor("")
    document.setSubject("")
    document.setCreator(PRODUCER)
    document.setProducer(f"{PRODUCER} (ReportLab)")
    document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    used: dict[str, dict[int, str]] = {}
    for page in pages:
        for face, glyphs in page.glyphs.items():
            merged = used.setdefault(face, {})
            for glyph, text in glyphs.items():
                merged[glyph] = min(text, merged.get(glyph, text))
        document.updateSignature(page.stream)
    references = {name: embed(fonts.faces[name], used[name], document) for name in sorted(used)}
    images = embed_images(pages, document)
    objects = [_page(content, references, images) for content in pages]
    for page in objects:
        document.addPage(page)
    places = {
        content.anchor: Place(document.Reference(page), _Number(content.height))
        for content, page in zip(pages, objects, strict=True)
    }
    for content, page in zip(pages, objects, strict=True):
        page.Annots = _annotations(content, places, document)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.info.invariant = 1
    document.Catalog.Outlines = outline(bookmarks, places, document) if bookmarks else None
    if bookmarks:
        document.Catalog.showOutline()
    if any(content.label for content in pages):
        document.Catalog.PageLabels = page_labels([content.label for content in pages])
    return bytes(document.format())


def _page(content: PageContent, fonts: dict[str, object], images: dict[str, object]) -> PDFPage:
    page = PDFPage()
    page.MediaBox = PDFArray([0, 0, _Number(content.width), _Number(content.height)])
    page.Resources = PDFResourceDictionary(
        Font={RESOURCE_NAMES[name]: fonts[name] for name in sorted(content.glyphs)},
        XObject={name: images[name] for name in sorted(content.images)},
    )
    page.Contents = RawStream(content.stream, {})
    page.Trans = None
    return page


def _annotations(content: PageContent, places: Mapping[str, Place], document: PDFDocument) -> PDFArray | None:
    links = [document.Reference(_annotation(link, places)) for link in content.links]
    return PDFArray(links) if links else None


def _annotation(link: Link, places: Mapping[str, Place]) -> PDFDictionary:
    """Return a link annotation: no border, printed (F 4), with words for those who do not see it."""
    address = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.url)})
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([_Number(value) for value in link.rect]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(link.alternative),
            "A": go_to(places[link.target]) if link.target else address,
        }
    )


class _Number(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """A coordinate with three decimals; ReportLab writes floats with as many as they have."""

    def __init__(self, value: float) -> None:
        self._text = number(value)

    def format(self, _document: PDFDocument) -> bytes:
        """Return the bytes, as ReportLab's objects do."""
        return self._text.encode("ascii")
