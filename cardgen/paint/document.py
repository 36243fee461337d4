"""Painted pages in, a PDF file out: PDF/UA-1 and PDF/A-2a in one. Decides nothing, puts together what the others make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFResourceDictionary,
    PDFString,
)

from cardgen.paint.content import Link, PageContent
from cardgen.paint.file import write_file
from cardgen.paint.fonts import embed
from cardgen.paint.images import embed_drawings, embed_images
from cardgen.paint.metadata import information, metadata, output_intent
from cardgen.paint.navigation import Place, go_to, outline, page_labels
from cardgen.paint.operators import RESOURCE_NAMES, number
from cardgen.paint.stream import Literal, RawStream
from cardgen.paint.structure import build_tree
from cardgen.paint.tags import Writer, first_keys
from cardgen.typeset.fonts import Fonts
from cardgen.values.bookmark import Bookmark

CATALOG_ENTRIES = [*PDFCatalog.__NoDefault__, "OutputIntents"]
PAGE_ENTRIES = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
"""ReportLab writes no others."""


def assemble(
    pages: Sequence[PageContent],
    *,
    title: str,
    language: str,
    fonts: Fonts,
    bookmarks: Sequence[Bookmark] = (),
    date: str = "",
) -> bytes:
    """Put pages into one document; each font is embedded once. The same pages give the same bytes."""
    document = PDFDocument(dummyoutline=1, invariant=1, lang=language, pdfVersion=(1, 7))
    used = _used(pages)
    references = {name: embed(fonts.faces[name], used[name], document) for name in sorted(used)}
    pictures = embed_images(pages, document) | embed_drawings(pages, document)
    objects = [_page(content, number, references, pictures) for number, content in enumerate(pages)]
    for page in objects:
        document.addPage(page)
    places = {
        reading.anchor: Place(document.Reference(page), *map(_number, reading.corner))
        for content, page in zip(pages, objects, strict=True)
        for reading in content.readings
    }
    annotations = [
        [document.Reference(_annotation(link, places, key + at)) for at, link in enumerate(content.links)]
        for key, content in zip(first_keys(pages), pages, strict=False)
    ]
    for page, links in zip(objects, annotations, strict=True):
        page.Annots = PDFArray(links) if links else None
    catalog = document.Catalog
    catalog.__NoDefault__ = CATALOG_ENTRIES
    catalog.Outlines = outline(bookmarks, places, document) if bookmarks else None
    if bookmarks:
        catalog.showOutline()
    if any(content.label for content in pages):
        catalog.PageLabels = page_labels([content.label for content in pages])
    writer = Writer(document, [document.Reference(page) for page in objects], annotations)
    catalog.StructTreeRoot = writer.write(build_tree(pages, language), pages)
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    rights = dict.fromkeys(it.rights for content in pages for it in content.readings if it.rights)
    catalog.Metadata = metadata(title, language, date, "; ".join(rights))
    catalog.OutputIntents = output_intent(document)
    return write_file(document, root=document.Reference(catalog), info=document.Reference(information(title, date)))


def _used(pages: Sequence[PageContent]) -> dict[str, dict[int, str]]:
    """Return by face the glyphs that are used, and what they stand for, in whatever order the pages are."""
    used: dict[str, dict[int, str]] = {}
    for page in pages:
        for face, glyphs in page.glyphs.items():
            merged = used.setdefault(face, {})
            for glyph, text in glyphs.items():
                known = merged.get(glyph, "")
                merged[glyph] = min(text, known) if text and known else text or known
    return used


def _page(content: PageContent, number: int, fonts: dict[str, object], pictures: dict[str, object]) -> PDFPage:
    page = PDFPage()
    page.__NoDefault__ = PAGE_ENTRIES
    page.StructParents = number
    page.Tabs = PDFName("S")
    page.MediaBox = PDFArray([0, 0, _number(content.width), _number(content.height)])
    page.Resources = PDFResourceDictionary(
        Font={RESOURCE_NAMES[name]: fonts[name] for name in sorted(content.glyphs)},
        XObject={name: pictures[name] for name in sorted({*content.images, *content.drawings})},
    )
    page.Contents = RawStream.deflated(content.stream, {})
    page.Trans = None
    return page


def _annotation(link: Link, places: Mapping[str, Place], key: int) -> PDFDictionary:
    """Return a link annotation: no border, printed (F 4), with words for those who do not see it."""
    address = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.url)})
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([_number(value) for value in link.rect]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "StructParent": key,
            "Contents": PDFString(link.alternative),
            "A": go_to(places[link.target]) if link.target else address,
        }
    )


def _number(value: float) -> Literal:
    """Return a coordinate with three decimals; ReportLab writes floats with as many as they have."""
    return Literal(number(value))
