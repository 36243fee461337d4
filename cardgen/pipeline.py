"""A guide's file in, its card as PDF out: the stages in their order. Knows nothing of what they do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cardgen import resources
from cardgen.compose import Card, Detail, compose_card
from cardgen.errors import GuideError, Location, Problem, Severity
from cardgen.guide import read_guide
from cardgen.guide.check import check_content
from cardgen.layout.fit import Overflow, fit_card
from cardgen.layout.glyphs import missing_glyphs
from cardgen.theme import PETROL, Theme
from cardgen.typeset.fonts import load_fonts
from cardgen.typeset.shape import TypeCase

if TYPE_CHECKING:
    from cardgen.display import Page
    from cardgen.guide.model import Guide
    from cardgen.stock import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSettings:
    """All that a card depends on besides its guide."""

    sheet: Sheet
    theme: Theme = PETROL
    brand: str = ""
    """The gym's name, printed at the foot."""
    detail: Detail = Detail.BRIEF


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedCard:
    """A finished card and what there is to say about it."""

    pdf: bytes
    problems: tuple[Problem, ...]
    """Warnings and notes; an error keeps the card from being made."""


def load_guide(path: Path) -> Guide:
    """Return the guide in a file."""
    return read_guide(path)


def check_guide(guide: Guide, settings: CardSettings) -> tuple[Problem, ...]:
    """Return every problem of a guide, those that only show in layout among them."""
    _, problems = _lay_out(guide, settings)
    return problems


def render_card(guide: Guide, settings: CardSettings) -> RenderedCard:
    """Return the guide's card, or raise GuideError with every problem that was found."""
    from cardgen.paint import paint_pdf  # noqa: PLC0415 - 60 ms of ReportLab, which checking does not need

    page, problems = _lay_out(guide, settings)
    if page is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise GuideError(problems)
    pdf = paint_pdf((page,), title=guide.title, language=guide.language, fonts=_type_case().fonts)
    return RenderedCard(pdf=pdf, problems=problems)


def _lay_out(guide: Guide, settings: CardSettings) -> tuple[Page | None, tuple[Problem, ...]]:
    case = _type_case()
    card = compose_card(guide, detail=settings.detail, brand=settings.brand)
    found = guide.problems + check_content(guide) + _missing(card, case)
    match fit_card(card, sheet=settings.sheet, theme=settings.theme, case=case):
        case Overflow() as overflow:
            return None, (*found, _error("too-long", overflow.message, overflow.location, overflow.hint))
        case page:
            return page, (*found, *(_note(guide, note) for note in page.notes))


@cache
def _type_case() -> TypeCase:
    """Open the bundled fonts once a process; what is measured for one card serves the next."""
    return TypeCase(fonts=load_fonts(resources.fonts_folder()))


def _missing(card: Card, case: TypeCase) -> tuple[Problem, ...]:
    return tuple(
        _error("missing-glyph", f"no font has the character {glyph.char} ({glyph.codepoint})", glyph.location)
        for glyph in missing_glyphs(card, case.fonts)
    )


def _error(code: str, message: str, location: Location, hint: str = "") -> Problem:
    return Problem(severity=Severity.ERROR, code=code, message=message, location=location, hint=hint)


def _note(guide: Guide, message: str) -> Problem:
    return Problem(severity=Severity.NOTE, code="layout", message=message, location=Location(path=guide.path))
