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
from cardgen.guide.model import Role
from cardgen.layout.forms.before import Guidance, code_width, has_map, place_before, scan_distance
from cardgen.layout.forms.contents import digits_of, place_contents
from cardgen.layout.forms.cover import place_cover
from cardgen.layout.forms.credits import place_credits
from cardgen.layout.forms.index import place_index
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.footer import Hand, hand_of
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.pictures import Darkroom, develop_pages
from cardgen.pipeline.rendition import Document
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import lay_out, subject_of, type_case
from cardgen.theme.type import BODY
from cardgen.values.errors import Location, Problem, Severity
from cardgen.values.language import LANGUAGE
from cardgen.values.prescription import Prescription
from cardgen.values.stock import Orientation, parse_sheet, ways
from cardgen.values.use import Edition, Sides

if TYPE_CHECKING:
    from cardgen.guide.model import Guide

STANDARD_SHEET = "a5"
DRAFT_FOLIO = "1"
"""Any number of as many digits, and any of up to three, keeps the same room: a card is as large in the draft as on its page."""


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
    pages: tuple[Page, ...]
    """One or two sides; none where no card can be made."""
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
    large = settings.card.use.edition is Edition.LARGE_PRINT
    standard = _draft(guides, _standard(settings.card))[0] if large else ()
    darkroom = Darkroom(hands=hands)
    while kept := [draft for draft in drafts if draft.pages]:
        numbers = _numbers(standard, settings)
        bound = _lay_out(kept, settings, card_settings, numbers, darkroom)
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
        drafts, standard = (
            tuple(_without(draft, bound.damaged) for draft in edition) for edition in (drafts, standard)
        )
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
    kept: Sequence[Draft],
    settings: BookletSettings,
    card_settings: CardSettings,
    numbers: Mapping[str, int],
    darkroom: Darkroom,
) -> _Bound:
    """Return every page of the booklet; cards that have `numbers`, by the paths of the guides, keep them."""
    title = booklet_title(settings.title, settings.card.brand.name)
    leaf = leaf_of(title, card_settings)
    shelves = shelve([draft.guide for draft in kept], order=settings.order, group_by=settings.group_by)
    plan, index = _with_index(shelves, leaf, numbers)
    sizes = choose_sizes([draft.pages[0].type_size for draft in kept])
    bound = [(page, card.guide) for card in plan.cards for page in _bind(card, sizes, card_settings)]
    cards = develop_pages(bound, darkroom)
    told = zip(bound, cards, strict=True)
    damaged = {guide.path: problems for (_, guide), (_, problems) in told if problems}
    guides = [card.guide for card in plan.cards]
    shown = (subject for guide in guides if (subject := subject_of(guide, card_settings)))
    front = (
        place_cover(describe_cover(title, settings.subtitle, guides, next(shown, None)), leaf),
        place_before(_guidance(kept, plan), BEFORE, leaf),
        *place_contents(list_contents(plan), CONTENTS, replace(leaf, last=plan.cards[0].page - 1)),
    )
    # Two sides of a card face each other, left and right; all other pages are where their numbers say.
    first = Hand.VERSO if card_settings.use.sides is Sides.TWO else hand_of(str(plan.cards[0].page))
    opening = (*front, *_blank(front, first), *(page for page, _ in cards))
    pages = (
        *opening,
        *_blank(opening, hand_of(str(plan.index))),
        *index,
        *(place_credits(list_credits(plan), plan.credits, leaf) if plan.credits else ()),
    )
    return _Bound(title=title, plan=plan, sizes=sizes, pages=pages, damaged=damaged)


def leaf_of(title: str, settings: CardSettings) -> Leaf:
    """Return what the pages around the cards are set with."""
    measures = measures_for(settings.sheet, use=settings.use)
    kit = Kit(measures=measures, theme=settings.theme, case=type_case())
    stretch = (
        max(1.0, settings.use.body / (BODY.size * measures.scale))
        if settings.use.edition is Edition.LARGE_PRINT
        else 1.0
    )
    return Leaf(kit=kit, booklet=title, brand=settings.brand, stretch=stretch)


def _standard(card: CardSettings) -> CardSettings:
    """Return how the cards are made in the standard edition, which is on A5."""
    sheet, use = parse_sheet(STANDARD_SHEET), replace(card.use, edition=Edition.STANDARD)
    return replace(card, sheet=sheet, use=use, orientation=Orientation.GIVEN)


def _numbers(standard: Sequence[Draft], settings: BookletSettings) -> dict[str, int]:
    """Return the pages that the cards have in the standard edition, by the paths of the guides."""
    kept = [draft.guide for draft in standard if draft.pages]
    if not kept:
        return {}
    card = _standard(settings.card)
    shelves = shelve(kept, order=settings.order, group_by=settings.group_by)
    plan, _ = _with_index(shelves, leaf_of(booklet_title(settings.title, card.brand.name), card), {})
    return {bound.guide.path: bound.page for bound in plan.cards}


def _blank(before: Sequence[Page], wanted: Hand) -> tuple[Page, ...]:
    """Return an empty page where the next would not be where it belongs, left or right."""
    if hand_of(str(len(before) + 1)) is wanted:
        return ()
    last = before[-1]
    return (Page(width=last.width, height=last.height, items=(), language=LANGUAGE, label=f"{last.label} verso"),)


def _without(draft: Draft, damaged: Mapping[str, tuple[Problem, ...]]) -> Draft:
    """Return a draft without its page where its photographs are damaged."""
    problems = damaged.get(draft.guide.path)
    return replace(draft, pages=(), problems=(*draft.problems, *problems)) if problems else draft


def _draft(guides: Sequence[Guide], settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every guide out alone; where the sheet may be held either way, all cards the way that suits them best."""
    tried = []
    for sheet in ways(settings.sheet, settings.orientation):
        held = replace(settings, sheet=sheet, orientation=Orientation.GIVEN)
        tried.append(_drafted_alike(guides, held))
    return max(tried, key=lambda pair: sum(draft.pages[0].type_size for draft in pair[0] if draft.pages))


def _drafted_alike(guides: Sequence[Guide], settings: CardSettings) -> tuple[tuple[Draft, ...], CardSettings]:
    """Lay every guide out; where one takes two sides, all take two."""
    folio = DRAFT_FOLIO * digits_of(len(guides))
    drafts = tuple(draft(guide, settings, folio=folio) for guide in guides)
    if settings.use.sides is Sides.ONE and any(len(draft.pages) > 1 for draft in drafts):
        settings = replace(settings, use=replace(settings.use, sides=Sides.TWO))
        drafts = tuple(draft(guide, settings, folio=folio) for guide in guides)
    return drafts, settings


def draft(
    guide: Guide, settings: CardSettings, prescription: Prescription | None = None, *, folio: str = DRAFT_FOLIO
) -> Draft:
    """Lay a guide out alone, with what a program prescribes of it."""
    try:
        pages, problems = lay_out(guide, settings, folio=folio, prescription=prescription)
    except Exception as error:  # noqa: BLE001 - whatever one guide sets off, the others are still bound
        return Draft(guide=guide, pages=(), problems=(_unexpected(guide, error),), trace=traceback.format_exc())
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return Draft(guide=guide, pages=() if failed else pages, problems=problems)


def _unexpected(guide: Guide, error: Exception) -> Problem:
    return Problem(
        severity=Severity.ERROR,
        code="internal",
        message=f"unexpected {type(error).__name__}: {error}".splitlines()[0],
        location=Location(path=guide.path),
        hint="this is a fault of cardgen, not of the guide; -v shows where",
    )


def _with_index(shelves: Sequence[Shelf], leaf: Leaf, numbers: Mapping[str, int]) -> tuple[Plan, tuple[Page, ...]]:
    """Return the plan and the pages of the index; only what stands behind the index depends on their number."""
    contents = len(place_contents(list_contents(plan_pages(shelves, contents=0, index=0)), CONTENTS, leaf))
    plan = plan_pages(shelves, contents=contents, index=0, numbers=numbers)
    letters = list_index(plan)
    index = place_index(letters, introduction(letters), plan.index, leaf)
    return plan_pages(shelves, contents=contents, index=len(index), numbers=numbers), index


def _guidance(kept: Sequence[Draft], plan: Plan) -> Guidance:
    widths = [width for draft in kept for page in draft.pages if (width := code_width(page))]
    return Guidance(
        contents=CONTENTS,
        index=plan.index,
        distance=scan_distance(median(widths)) if widths else 0,
        has_safety=any(draft.guide.with_role(Role.SAFETY) for draft in kept),
        has_muscles=any(has_map(page) for draft in kept for page in draft.pages),
    )


def _bind(card: Bound, sizes: tuple[float, ...], settings: CardSettings) -> tuple[Page, ...]:
    """Return the page of a card under its number, or both that face each other, in one of the booklet's sizes."""
    pages, _ = lay_out(card.guide, settings, folio=str(card.page), sizes=sizes)
    if not pages:
        raise AssertionError(f"{card.guide.path} fitted in the draft")  # the folio takes the same room on every page
    first = replace(pages[0], anchor=anchor(card.page), label=str(card.page))
    if settings.use.sides is Sides.ONE:
        return (first,)
    empty = replace(first, items=(), anchor="", notes=())
    second = pages[1] if len(pages) > 1 else empty
    return first, replace(second, label=f"{card.page}b")
