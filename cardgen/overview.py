"""Cards of many guides in, a contact sheet of them out. Reads no file but the guides and writes none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cardgen.batch import GuideFile, Outcome, Status, guarded, judged
from cardgen.errors import UsageError
from cardgen.geometry import to_mm
from cardgen.guide.model import Guide
from cardgen.layout.measures import Kit, measures_for
from cardgen.layout.pages.overview import LANGUAGE, Thumbnail, most_columns, place_overview
from cardgen.pipeline import CardSettings, lay_out, type_case
from cardgen.rendition import Document
from cardgen.selection import Selection
from cardgen.stock import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewSettings:
    """All that a contact sheet depends on besides the cards; UsageError where none can be made so."""

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


def lay_out_one(file: GuideFile, *, settings: CardSettings, selection: Selection = ()) -> Outcome:
    """Read a guide and lay its card out; the outcome has its page, where the card can be made."""

    def work(guide: Guide) -> Outcome:
        page, problems = lay_out(guide, settings)
        return replace(judged(file, guide, problems), page=page)

    return guarded(file, selection, work)


def make_overview(outcomes: Iterable[Outcome], settings: OverviewSettings, card: CardSettings) -> Document | None:
    """Return the contact sheet of all cards that could be made, in their order; None where there is none."""
    cards = [
        Thumbnail(page=it.page, title=it.guide.title, stem=it.file.stem, language=it.guide.language)
        for it in outcomes
        if it.status is Status.DONE and it.page and it.guide
    ]
    if not cards:
        return None
    kit = Kit(measures=measures_for(settings.sheet), theme=card.theme, case=type_case())
    pages = place_overview(cards, settings.title, kit, columns=settings.columns)
    return Document(pages=pages, title=settings.title, language=LANGUAGE, date=card.date)
