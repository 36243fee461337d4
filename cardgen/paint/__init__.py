"""Finished pages in, files out. Only this package knows ReportLab."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.display import Page
from cardgen.typeset.fonts import Fonts
from cardgen.values.bookmark import Bookmark

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
    from cardgen.paint.content import paint_content  # noqa: PLC0415 - with the next
    from cardgen.paint.document import assemble  # noqa: PLC0415 - 60 ms of ReportLab, which SVG does without

    contents = [paint_content(page, fonts) for page in pages]
    return assemble(contents, title=title, language=language, fonts=fonts, bookmarks=bookmarks, date=date)
