"""Painted pages in, a PDF file out. The only places that know ReportLab are this module and `fonts` beside it."""

from __future__ import annotations

from collections.abc import Sequence

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

from cardgen.paint.content import RESOURCE_NAMES, Link, PageContent, number
from cardgen.paint.fonts import embed
from cardgen.paint.stream import RawStream
from cardgen.typeset.fonts import Fonts

PRODUCER = "cardgen"


def assemble(pages: Sequence[PageContent], *, title: str, language: str, fonts: Fonts) -> bytes:
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
    for content in pages:
        document.addPage(_page(content, references, document))
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.info.invariant = 1
    document.Catalog.Outlines = None
    return bytes(document.format())


def _page(content: PageContent, fonts: dict[str, object], document: PDFDocument) -> PDFPage:
    page = PDFPage()
    page.MediaBox = PDFArray([0, 0, _Number(content.width), _Number(content.height)])
    page.Resources = PDFResourceDictionary(Font={RESOURCE_NAMES[name]: fonts[name] for name in sorted(content.glyphs)})
    page.Contents = RawStream(content.stream, {})
    page.Trans = None
    page.Annots = PDFArray([document.Reference(_annotation(link)) for link in content.links]) if content.links else None
    return page


def _annotation(link: Link) -> PDFDictionary:
    """Return a link annotation: no border, printed (F 4), with words for those who do not see it."""
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([_Number(value) for value in link.rect]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(link.alternative),
            "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.url)}),
        }
    )


class _Number(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """A coordinate with three decimals; ReportLab writes floats with as many as they have."""

    def __init__(self, value: float) -> None:
        self._text = number(value)

    def format(self, _document: PDFDocument) -> bytes:
        """Return the bytes, as ReportLab's objects do."""
        return self._text.encode("ascii")
