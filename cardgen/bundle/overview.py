"""Guides in, a contact sheet of their cards out. Reads no file but guides and photographs, and writes none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cardgen.bundle.batch import Outcome, Status, guarded
from cardgen.display import Page
from cardgen.files.collection import GuideFile
from cardgen.files.selection import Selection
from cardgen.guide.model import Guide
from cardgen.layout.forms.overview import Thumbnail, choose_grid, most_columns, place_overview
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.layout.ground.transform import scaled
from cardgen.pictures import Darkroom, develop_page
from cardgen.pipeline.rendition import Document
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import lay_out, type_case
from cardgen.values.errors import GuideError, Severity, UsageError
from cardgen.values.geometry import to_mm
from cardgen.values.stock import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewSettings:
    """All that a contact sheet depends on besides its guides; UsageError where none can be made so."""

    card: CardSettings
    sheet: Sheet
    title: str
    columns: int = 0
    """Cards across; 0 for as many as can be told apart."""

    def __post_init__(self) -> None:
        """Refuse more columns than the sheet has room for."""
        most = most_columns(self.sheet.width)
        if self.columns > most:
            raise UsageError(
                f"{self.columns} cards across are too many for {self.sheet.name}, {to_mm(self.sheet.width):.4g} mm wide",
                hint=f"at most {most} can be told apart",
            )

    @property
    def kit(self) -> Kit:
        """What the sheet is set with."""
        return Kit(measures=measures_for(self.sheet), theme=self.card.theme, words=self.card.words, case=type_case())


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Outcome):
    """A guide whose card can be made."""

    page: Page
    """The card, about as small as it will be, its photographs developed to that size."""


def shown_size(cards: int, settings: OverviewSettings) -> float:
    """Return how long the longer side of so many cards will be, in points."""
    sheet = settings.card.sheet
    blank = Thumbnail(page=Page(width=sheet.width, height=sheet.height, items=()), title="", stem="")
    cell = choose_grid([blank] * max(cards, 1), settings.kit, settings.columns).cell
    return max(cell.width, cell.height)


def show_one(file: GuideFile, *, settings: CardSettings, longest: float, selection: Selection = ()) -> Outcome:
    """Read a guide and lay its card out, its longer side that long."""

    def work(guide: Guide) -> Outcome:
        pages, problems = lay_out(guide, settings)
        page = Page(width=0.0, height=0.0, items=())
        if pages:  # of two sides the front
            page, damaged = develop_page(_reduced(pages[0], longest), guide, Darkroom())
            problems += damaged
        if not pages or any(problem.severity is Severity.ERROR for problem in problems):
            raise GuideError(problems)
        return Shown(file=file, status=Status.DONE, problems=problems, guide=guide, page=page)

    return guarded(file, selection, work)


def make_overview(outcomes: Iterable[Outcome], settings: OverviewSettings) -> Document | None:
    """Return the contact sheet of all cards that can be made, in their order; None where there is none."""
    cards = [
        Thumbnail(page=it.page, title=it.guide.title, stem=it.file.stem, language=it.guide.language)
        for it in outcomes
        if isinstance(it, Shown) and it.guide
    ]
    if not cards:
        return None
    pages = place_overview(cards, settings.title, settings.kit, columns=settings.columns)
    return Document(pages=pages, title=settings.title, language=settings.card.words.language, date=settings.card.date)


def _reduced(page: Page, longest: float) -> Page:
    factor = min(longest / max(page.width, page.height), 1.0)
    width, height = page.width * factor, page.height * factor
    return replace(page, width=width, height=height, items=scaled(page, factor, 0.0, 0.0))
