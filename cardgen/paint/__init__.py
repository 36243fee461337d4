"""Finished pages in, files out. Only this package knows ReportLab."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.display import Bookmark, Page
from cardgen.paint.content import paint_content
from cardgen.paint.document import assemble
from cardgen.typeset.fonts import Fonts

__all__ = ["paint_pdf"]


def paint_pdf(
    pages: Sequence[Page],
    *,
    title: str,
    language: str,
    fonts: Fonts,
    bookmarks: Sequence[Bookmark] = (),
    date: str = "",
) -> bytes:
    """Paint pages into one PDF file; bookmarks and links lead to the anchors of its pages. It has a date only if given one (ISO 8601)."""
    contents = [paint_content(page, fonts) for page in pages]
    return assemble(contents, title=title, language=language, fonts=fonts, bookmarks=bookmarks, date=date)
