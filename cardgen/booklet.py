"""Guides in, the pages of a booklet out: the stages in their order. Reads no file but photographs, and writes none."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from cardgen.bundle.front import booklet_title, describe_cover
from cardgen.bundle.index import introduction, list_index
from cardgen.bundle.order import GroupBy, Order, Shelf, shelve
from cardgen.bundle.plan import BEFORE, CONTENTS, Bound, Plan, list_bookmarks, list_contents, list_credits, plan_pages
from cardgen.bundle.sizes import choose_sizes
from cardgen.display import Page
from cardgen.errors import Location, Problem, Severity
from cardgen.guide.model import Role
from cardgen.layout.measures import Kit, measures_for
from cardgen.layout.pages.before import Guidance, code_width, place_before, scan_distance
from cardgen.layout.pages.contents import place_contents
from cardgen.layout.pages.cover import place_cover
from cardgen.layout.pages.credits import place_credits
from cardgen.layout.pages.index import place_index
from cardgen.layout.pages.leaf import LANGUAGE, Leaf
from cardgen.layout.pages.model import anchor
from cardgen.pictures import Darkroom, develop_pages
from cardgen.pipeline import CardSettings, lay_out, type_case
from cardgen.rendition import Document
from cardgen.stock import Orientation, ways

if TYPE_CHECKING:
    from cardgen.guide.model import Guide

DRAFT_FOLIO = "1"
"""Any number keeps the same room, so that a card is as large in the draft as on its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletSettings:
    """All that a booklet depends on besides its guides."""

    card: CardSettings
    title: str = ""
    """Empty for the gym's name."""
    subtitle: str = ""
    order: Order = Order.TITLE
    group_by: GroupBy = GroupBy.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A guide, laid out alone to see whether it fits and how large."""

    guide: Guide
    page: Page | None
    """None where no card can be made."""
    problems: tuple[Problem, ...]
    trace: str = ""
    """Where an unexpected exception came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """A finished booklet and what became of each guide."""

    drafts: tuple[Draft, ...]
    """In the order of the guides."""
    document: Document | None = None
    """None where no guide is left."""
    cards: tuple[Bound, ...] = ()
    """In the order of the pages."""
    sizes: tuple[float, ...] = ()
    """Of the type of the cards, smallest first."""

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.document.pages) if self.document else 0


def make_booklet(guides: Sequence[Guide], settings: BookletSettings, *, hands: int = 1) -> Booklet:
    """Return a booklet of all guides that fit; those that do not are left out and reported.

    So many `hands` develop photographs at once.
    """
    drafts, card_settings = _draft(guides, settings.card)
    darkroom = Darkroom(hands=hands)
    while kept := [draft for draft in drafts if draft.page]:
        bound = _lay_out(kept, settings, card_settings, darkroom)
        if not bound.damaged:
            document = Document(
                pages=bound.pages,
                title=bound.title,
                language=LANGUAGE,
                bookmarks=list_bookmarks(bound.plan),
                date=settings.card.date,
            )
            return Booklet(drafts=drafts, document=document, cards=bound.plan.cards, sizes=bound.sizes)
        # without these guides every page number may be another one
        drafts = tuple(_without(draft, bound.damaged) for draft in drafts)
    return Booklet(drafts=drafts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """A booklet before it is painted."""

    title: str
    plan: Plan
    sizes: tuple[float, ...]
    pages: tuple[Page, ...]
    damaged: Mapping[str, tuple[Problem, ...]]
    """By path of the guide: what is wrong with photographs that could be opened but not developed."""


def _lay_out(
    kept: Sequence[Draft], settings: BookletSettings, card_settings: CardSettings, darkroom: Darkroom
) -> _Bound:
    """Return every page of the booklet."""
    title = booklet_title(settings.title, settings.card.brand.name)
    measures = measures_for(card_settings.sheet)
    kit = Kit(measures=measures, theme=card_settings.theme, case=type_case())
    leaf = Leaf(kit=kit, booklet=title, brand=card_settings.brand)
    shelves = shelve([draft.guide for draft in kept], order=settings.order, group_by=settings.group_by)
    contents = len(place_contents(list_contents(plan_pages(shelves, contents=0, index=0)), CONTENTS, leaf))
    plan, index = _with_index(shelves, contents, leaf)
    sizes = choose_sizes([draft.page.type_size for draft in kept if draft.page])
    cards = develop_pages([(_bind(card, sizes, card_settings), card.guide) for card in plan.cards], darkroom)
    told = zip(plan.cards, cards, strict=True)
    damaged = {card.guide.path: problems for card, (_, problems) in told if problems}
    pages = (
        place_cover(describe_cover(title, settings.subtitle, [draft.guide for draft in kept]), leaf),
        place_before(_guidance(kept, plan), BEFORE, leaf),
        *place_contents(list_contents(plan), CONTENTS, leaf),
        *(page for page, _ in cards),
        *index,
        *(place_credits(list_credits(plan), plan.credits, leaf) if plan.credits else ()),
    )
    return _Bound(title=title, plan=plan, sizes=sizes, pages=pages, damaged=damaged)


def _without(draft: Draft, damaged: Mapping[str, tuple[Problem, ...]]) -> Draft:
    """Return a draft without its page where its photographs are damaged."""
    problems = damaged.get(draft.guide.path)
    return replace(draft, page=None, problems=(*draft.problems, *problems)) if problems else draft


def _draft(guides: Sequence[Guide], settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every guide out alone; where the sheet may be held either way, all cards the way that suits them best."""
    tried = []
    for sheet in ways(settings.sheet, settings.orientation):
        held = replace(settings, sheet=sheet, orientation=Orientation.GIVEN)
        tried.append((tuple(_drafted(guide, held) for guide in guides), held))
    return max(tried, key=lambda pair: sum(draft.page.type_size for draft in pair[0] if draft.page))


def _drafted(guide: Guide, settings: CardSettings) -> Draft:
    try:
        page, problems = lay_out(guide, settings, folio=DRAFT_FOLIO)
    except Exception as error:  # noqa: BLE001 - whatever one guide sets off, the others are still bound
        return Draft(guide=guide, page=None, problems=(_unexpected(guide, error),), trace=traceback.format_exc())
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return Draft(guide=guide, page=None if failed else page, problems=problems)


def _unexpected(guide: Guide, error: Exception) -> Problem:
    return Problem(
        severity=Severity.ERROR,
        code="internal",
        message=f"unexpected {type(error).__name__}: {error}".splitlines()[0],
        location=Location(path=guide.path),
        hint="this is a fault of cardgen, not of the guide; -v shows where",
    )


def _with_index(shelves: Sequence[Shelf], contents: int, leaf: Leaf) -> tuple[Plan, tuple[Page, ...]]:
    """Return the plan and the pages of the index; only what stands behind the index depends on their number."""
    plan = plan_pages(shelves, contents=contents, index=0)
    letters = list_index(plan)
    index = place_index(letters, introduction(letters), plan.index, leaf)
    return plan_pages(shelves, contents=contents, index=len(index)), index


def _guidance(kept: Sequence[Draft], plan: Plan) -> Guidance:
    widths = [width for draft in kept if draft.page and (width := code_width(draft.page))]
    return Guidance(
        contents=CONTENTS,
        index=plan.index,
        distance=scan_distance(median(widths)) if widths else 0,
        has_safety=any(draft.guide.with_role(Role.SAFETY) for draft in kept),
    )


def _bind(card: Bound, sizes: tuple[float, ...], settings: CardSettings) -> Page:
    """Return the page of a card under its number, in one of the booklet's sizes."""
    page, _ = lay_out(card.guide, settings, folio=str(card.page), sizes=sizes)
    if page is None:
        raise AssertionError(f"{card.guide.path} fitted in the draft")  # the folio takes the same room on every page
    return replace(page, anchor=anchor(card.page), label=str(card.page))
