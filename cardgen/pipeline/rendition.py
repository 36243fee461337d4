"""Guides and finished pages in, files of a format out: PDF, PNG or SVG. Knows no folder and writes none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from cardgen.paint import preview
from cardgen.paint.preview import DPI, draw_pages

if TYPE_CHECKING:
    from cardgen.display import Page
    from cardgen.guide.model import Guide
    from cardgen.pipeline.settings import CardSettings
    from cardgen.values.bookmark import Bookmark
    from cardgen.values.errors import Problem
    from cardgen.values.stock import Sheet

LEAST_DIGITS = 2
"""Of the number in the name of a page's file, so that names sort as the pages do."""


class Format(Enum):
    """What a file is written as."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"

    @property
    def suffix(self) -> str:
        """What its files' names end in."""
        return f".{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """How pages become files; UsageError where none can be made so."""

    format: Format = Format.PDF
    dpi: int = DPI
    """Of PNG alone."""

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn before anything is read."""
        if self.format is Format.PNG:
            preview.require_dpi(self.dpi)
            preview.require_pdfium()

    def require_room(self, sheet: Sheet) -> None:
        """Refuse a sheet that would have too many pixels."""
        if self.format is Format.PNG:
            preview.require_room(sheet.width, sheet.height, self.dpi)


AS_PDF = Rendition()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFiles:
    """The files of a card, one, or one a side, and what there is to say about it."""

    files: tuple[bytes, ...]
    problems: tuple[Problem, ...]

    @property
    def digests(self) -> tuple[str, ...]:
        """SHA-256 of each file, in hexadecimal."""
        return tuple(sha256(data).hexdigest() for data in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Finished pages that belong together, and what a file of them says of itself."""

    pages: tuple[Page, ...]
    title: str
    language: str
    bookmarks: tuple[Bookmark, ...] = ()
    date: str = ""


def render_as(guide: Guide, settings: CardSettings, rendition: Rendition = AS_PDF) -> CardFiles:
    """Return the files of a guide's card, or raise GuideError with every problem that was found."""
    from cardgen.pipeline import stages

    if rendition.format is Format.SVG:
        from cardgen.paint.svg import paint_svg

        pages, problems = stages.finish_pages(guide, settings)
        return CardFiles(files=tuple(paint_svg(page, stages.type_case().fonts) for page in pages), problems=problems)
    if rendition.format is Format.PNG:
        card = stages.render_card(guide, replace(settings, copies=1))
        return CardFiles(files=tuple(draw_pages(card.pdf, dpi=rendition.dpi)), problems=card.problems)
    card = stages.render_card(guide, settings)
    return CardFiles(files=(card.pdf,), problems=card.problems)


def paint_document(document: Document, path: Path, rendition: Rendition = AS_PDF) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of a document as they are done: one, or one a page, beside `path`."""
    paths = page_paths(path, 1 if rendition.format is Format.PDF else len(document.pages))
    match rendition.format:
        case Format.PDF:
            yield path, _pdf(document)
        case Format.PNG:
            yield from zip(paths, draw_pages(_pdf(document), dpi=rendition.dpi), strict=True)
        case Format.SVG:
            from cardgen.paint.svg import paint_svg
            from cardgen.pipeline.stages import type_case

            places: dict[str, str] = {}
            for page, file in zip(document.pages, paths, strict=True):
                places |= _places(page, quote(file.name))
            for page, file in zip(document.pages, paths, strict=True):
                yield file, paint_svg(page, type_case().fonts, places=places)
        case _:
            assert_never(rendition.format)


def _places(page: Page, address: str) -> dict[str, str]:
    """Return where the anchors of a page and of those placed on it are in its file, which has this address."""
    inner = {it.page.anchor: f"{address}#{it.page.anchor}" for it in page.placed if it.page.anchor}
    return inner | ({page.anchor: address} if page.anchor else {})


def page_paths(path: Path, pages: int) -> tuple[Path, ...]:
    """Return the files of so many pages: `path` itself for one, else numbered, with as many digits for all."""
    if pages == 1:
        return (path,)
    digits = max(LEAST_DIGITS, len(str(pages)))
    return tuple(path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}") for number in range(1, pages + 1))


def _pdf(document: Document) -> bytes:
    from cardgen.paint import paint_pdf
    from cardgen.pipeline.stages import type_case

    return paint_pdf(
        document.pages,
        title=document.title,
        language=document.language,
        fonts=type_case().fonts,
        bookmarks=document.bookmarks,
        date=document.date,
    )
