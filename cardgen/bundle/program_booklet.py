"""A resolved program in, a booklet for a client out: the stages in their order. Reads no file and writes none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from cardgen.bundle.binding import gather, outline, settle
from cardgen.bundle.booklet import DamagedError, Draft, develop_cards, distance_of, draft, leaf_of, shared_by, without
from cardgen.bundle.plan import Bound
from cardgen.bundle.program.cards import prescription_of
from cardgen.bundle.program.parts import CardOrder, Plan, Records, ask, guides_of, outline_of
from cardgen.bundle.program.sequence import Making, parts_of
from cardgen.display import Page
from cardgen.guide.model import Guide
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.cells import anchor
from cardgen.layout.program.notes import place_notes
from cardgen.pictures import Darkroom
from cardgen.pipeline.rendition import Document
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import lay_out, subject_of
from cardgen.program.model import Program
from cardgen.program.resolve import Resolved
from cardgen.values.prescription import Prescription
from cardgen.values.stock import Orientation, ways
from cardgen.values.use import Edition, Sides

KEPT = 128
"""Cards that are kept for the next client, some 30 MB of them: those of a program, however few loads differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramSettings:
    """All that the booklet depends on besides the program and the guides."""

    card: CardSettings
    order: CardOrder = CardOrder.DAY
    records: Records = Records.WITH


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramBooklet:
    """A finished booklet, or why there is none."""

    drafts: tuple[Draft, ...]
    """Every card, laid out alone."""
    document: Document | None = None
    """None where a card cannot be made: no exercise is left out of a plan."""
    plan: Plan | None = None


def make_program(program: Program, resolved: Resolved, settings: ProgramSettings, *, hands: int = 1) -> ProgramBooklet:
    """Return the booklet of a program; so many `hands` develop photographs at once."""
    asked = ask(program, resolved)
    order = guides_of(asked, settings.order) if settings.records is not Records.ALONE else ()
    outline_ = outline_of(program, asked, order, settings.records, settings.card.words)
    drafts, card = _held(order, outline_, settings.card)
    if any(not it.pages for it in drafts):
        return ProgramBooklet(drafts=drafts)
    spread = card.use.sides is Sides.TWO
    making = Making(
        outline=replace(
            outline_,
            distance=distance_of(drafts),
            subjects={it.guide.path: subject for it in asked if (subject := subject_of(it.guide, settings.card))},
        ),
        leaf=leaf_of(program.title, card),
        sides=[2 if spread else len(it.pages) for it in drafts],
        cards=partial(_cards, drafts, card, Darkroom(hands=hands)),
    )
    parts = parts_of(making)
    settled = settle(parts)
    try:
        found = gather(parts, settled)
    except DamagedError as lost:
        return ProgramBooklet(drafts=tuple(without(it, lost.problems) for it in drafts))
    document = Document(
        pages=tuple(page for pages in found.values() for page in pages),
        title=", ".join(part for part in (program.title, program.client) if part),
        language=card.words.language,
        bookmarks=outline(parts, found, settled.numbers),
        date=settings.card.date,
    )
    return ProgramBooklet(drafts=drafts, document=document, plan=making.plan(settled.numbers))


def _held(guides: Sequence[Guide], outline: Plan, settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every card out; where the sheet may be held either way, the booklet is held as suits the cards best."""
    tried = [
        _drafts(guides, outline, replace(settings, sheet=sheet, orientation=Orientation.GIVEN))
        for sheet in ways(settings.sheet, settings.orientation)
    ]
    return max(tried, key=lambda pair: sum(it.pages[0].type_size for it in pair[0] if it.pages))


def _drafts(guides: Sequence[Guide], outline: Plan, settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every card out with its prescription.

    One that does not fit on a page takes two. In large print, where many do, all take two: each card is a spread.
    """

    def drafted(guide: Guide, sides: Sides) -> Draft:
        return _drafted(guide, _on(sides, settings), prescription_of(guide, outline))

    drafts = tuple(drafted(guide, settings.use.sides) for guide in guides)
    if settings.use.edition is Edition.LARGE_PRINT and any(len(it.pages) > 1 for it in drafts):
        return tuple(drafted(guide, Sides.TWO) for guide in guides), _on(Sides.TWO, settings)
    second = (it if it.pages else drafted(it.guide, Sides.TWO) for it in drafts)
    return tuple(two if two.pages else one for one, two in zip(drafts, second, strict=True)), settings


@lru_cache(maxsize=KEPT)
def _drafted(guide: Guide, settings: CardSettings, asked: Prescription) -> Draft:
    """Lay a card out alone, once for all clients who are prescribed the same."""
    return draft(guide, settings, asked)


@lru_cache(maxsize=KEPT)
def _laid_out(guide: Guide, settings: CardSettings, asked: Prescription, folios: tuple[str, str]) -> tuple[Page, ...]:
    """Lay a card out under its numbers, once for all clients for whom it is the same."""
    folio, second = folios
    pages, _ = lay_out(guide, settings, folio=folio, second_folio=second, prescription=asked)
    return pages


def _on(sides: Sides, settings: CardSettings) -> CardSettings:
    return replace(settings, use=replace(settings.use, sides=sides))


def _cards(
    drafts: Sequence[Draft], settings: CardSettings, darkroom: Darkroom, plan: Plan, leaf: Leaf
) -> tuple[Page, ...]:
    """Return the pages of all cards under their numbers; opposite those that have no second side there is room for notes."""
    held = replace(settings, shared=shared_by(drafts, settings))
    bound = [
        (page, it.guide)
        for it, drafted in zip(plan.cards, drafts, strict=True)
        for page in _bind(it, drafted, plan, held)
    ]
    pages = develop_cards(bound, darkroom)
    if settings.use.sides is not Sides.TWO:
        return pages
    found = {page.label: page for page in pages}
    numbers = [number for card in plan.cards for number in (card.page, card.page + 1)]
    return tuple(found.get(str(number)) or place_notes(number, leaf) for number in numbers)


def _bind(card: Bound, drafted: Draft, plan: Plan, settings: CardSettings) -> tuple[Page, ...]:
    """Return the pages of a card under its number, with what is prescribed of it."""
    held = _on(Sides.TWO, settings) if len(drafted.pages) > 1 else settings
    asked = prescription_of(card.guide, plan)
    second = str(card.page + 1) if len(drafted.pages) > 1 else ""
    pages = _laid_out(card.guide, held, asked, (str(card.page), second))
    if len(pages) != len(drafted.pages):
        raise AssertionError(f"{card.guide.path} fitted in the draft")
    first = replace(pages[0], anchor=anchor(card.page), label=str(card.page))
    return (first, *(replace(page, anchor=anchor(card.page + 1), label=second) for page in pages[1:]))
