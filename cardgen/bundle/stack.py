"""Many guides in, all their cards in one document out, in their order. Knows no command line, and writes no file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cardgen.bundle.batch import Outcome, Status, guarded
from cardgen.bundle.front import booklet_title
from cardgen.display import Page
from cardgen.files.collection import GuideFile
from cardgen.files.selection import Selection
from cardgen.guide.model import Guide
from cardgen.pipeline.rendition import Document
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import finish_pages
from cardgen.values.bookmark import Bookmark


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Outcome):
    """A guide whose card is ready to be bound."""

    pages: tuple[Page, ...]
    """Its sides."""


def finish_one(file: GuideFile, *, settings: CardSettings, selection: Selection = ()) -> Outcome:
    """Read a guide and finish its card."""

    def work(guide: Guide) -> Outcome:
        pages, problems = finish_pages(guide, replace(settings, number=file.number))
        return Finished(file=file, status=Status.DONE, problems=problems, guide=guide, pages=pages)

    return guarded(file, selection, work)


def stack_cards(outcomes: Iterable[Outcome], settings: CardSettings) -> Document | None:
    """Return the document of all cards that can be made, in their order; None where there is none."""
    pages: list[Page] = []
    bookmarks: list[Bookmark] = []
    for number, it in enumerate((it for it in outcomes if isinstance(it, Finished)), start=1):
        anchor = f"card-{number}"
        first = replace(it.pages[0], anchor=anchor)
        pages += (first, *it.pages[1:], *(it.pages * (settings.copies - 1)))
        bookmarks.append(Bookmark(title=it.pages[0].title, anchor=anchor))
    if not pages:
        return None
    title, words = booklet_title("", settings.brand.name, settings.words), settings.words
    return Document(
        pages=tuple(pages), title=title, language=words.language, bookmarks=tuple(bookmarks), date=settings.date
    )
