"""Guides in, the pages of a booklet out: the stages in their order. Reads no file but photographs, and writes none."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from cardgen.bundle.binding import Numbers, Part, Placing, entries, first_of, gather, one_page, only, outline, settle
from cardgen.bundle.front import booklet_title, describe_cover
from cardgen.bundle.index import INDEX, list_parts
from cardgen.bundle.order import GroupBy, Order, Shelf, shelve
from cardgen.bundle.plan import (
    Bound,
    Chapters,
    bind,
    cards_of,
    list_bookmarks,
    list_groups,
    usual_contents,
)
from cardgen.display import Page
from cardgen.guide.model import Role
from cardgen.layout.forms.before import Guidance, code_width, has_map, place_before, scan_distance
from cardgen.layout.forms.contents import digits_of, place_contents
from cardgen.layout.forms.cover import place_cover
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.model import Contents
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.footer import Hand, hand_of
from cardgen.layout.ground.measures import Kit, measures_for
from cardgen.pictures import Darkroom, develop_pages
from cardgen.pipeline.rendition import Document
from cardgen.pipeline.settings import CardSettings
from cardgen.pipeline.stages import agreed, lay_out, subject_of, type_case, wish_of
from cardgen.theme.type import BODY
from cardgen.values.errors import Location, Problem, Severity
from cardgen.values.prescription import Prescription
from cardgen.values.stock import Orientation, parse_sheet, ways
from cardgen.values.use import Edition, Sides

if TYPE_CHECKING:
    from cardgen.guide.model import Guide
    from cardgen.layout.cards.uniform import Wish
    from cardgen.layout.ground.measures import SetSize

CONTENTS, CARDS = "contents", "cards"
"""Parts that others name."""
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
    wish: Wish | None = None
    """What its card would take by itself, for the booklet to agree on."""
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
    shared: SetSize | None = None
    """What the cards share; None where each has a page to itself in its own way."""

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.document.pages) if self.document else 0


class DamagedError(Exception):
    """Photographs that could be opened cannot be developed: some guides of a booklet have no card."""

    def __init__(self, problems: Mapping[str, tuple[Problem, ...]]) -> None:
        """Keep what is wrong, by the path of the guide."""
        super().__init__()
        self.problems = problems


def make_booklet(guides: Sequence[Guide], settings: BookletSettings, *, hands: int = 1) -> Booklet:
    """Return a booklet of all guides that fit; those that do not are left out and reported.

    So many `hands` develop photographs at once.
    """
    drafts, held = _draft(guides, settings.card)
    large = settings.card.use.edition is Edition.LARGE_PRINT
    standard = _draft(guides, _standard(settings.card))[0] if large else ()
    darkroom = Darkroom(hands=hands)
    while any(draft.pages for draft in drafts):
        making = _making(drafts, replace(settings, card=held), _numbers(standard, settings), darkroom)
        try:
            document, cards = _bound(making)
        except DamagedError as lost:
            # without these guides every page number may be another one
            drafts, standard = (tuple(without(it, lost.problems) for it in edition) for edition in (drafts, standard))
        else:
            return Booklet(drafts=drafts, document=document, cards=cards, shared=making.shared)
    return Booklet(drafts=drafts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """All that the pages of a booklet are made of, but for their numbers."""

    drafts: tuple[Draft, ...]
    """Of guides whose cards can be made."""
    settings: BookletSettings
    leaf: Leaf
    shelves: tuple[Shelf, ...]
    numbers: Mapping[str, int]
    """The pages that cards keep, by the paths of their guides."""
    darkroom: Darkroom

    @property
    def shared(self) -> SetSize | None:
        """What the cards share."""
        return shared_by(self.drafts, self.settings.card)

    def chapters(self, numbers: Numbers) -> Chapters:
        """Return the cards under their numbers."""
        return bind(self.shelves, first_of(CARDS, numbers), self.numbers)


def _making(
    drafts: Sequence[Draft], settings: BookletSettings, numbers: Mapping[str, int], darkroom: Darkroom
) -> _Making:
    kept = tuple(draft for draft in drafts if draft.pages)
    title = booklet_title(settings.title, settings.card.brand.name, settings.card.words)
    shelves = shelve(
        [draft.guide for draft in kept], settings.card.words, order=settings.order, group_by=settings.group_by
    )
    leaf = leaf_of(title, settings.card)
    return _Making(drafts=kept, settings=settings, leaf=leaf, shelves=shelves, numbers=numbers, darkroom=darkroom)


def _bound(it: _Making) -> tuple[Document, tuple[Bound, ...]]:
    """Return the pages of a booklet, and its cards in their order."""
    parts = _parts(it)
    settled = settle(parts)
    numbers, card = settled.numbers, it.settings.card
    # Two sides of a card face each other, left and right; all other pages are where their numbers say.
    opens = {
        CARDS: Hand.VERSO if card.use.sides is Sides.TWO else hand_of(str(numbers[CARDS].start)),
        INDEX: hand_of(str(numbers[INDEX].start)),
    }
    pages: tuple[Page, ...] = ()
    found = gather(parts, settled)
    for name, own in found.items():
        pages += (*(_blank(pages, opens[name], it.leaf) if name in opens else ()), *own)
    document = Document(
        pages=pages,
        title=it.leaf.booklet,
        language=card.words.language,
        bookmarks=outline(parts, found, numbers),
        date=card.date,
    )
    return document, cards_of(it.chapters(numbers))


def _parts(it: _Making) -> tuple[Part, ...]:
    """Return the parts of a booklet in their order: a new page type has its line here."""
    leaf, words, guides = it.leaf, it.leaf.kit.words, [draft.guide for draft in it.drafts]
    kept = cards_of(it.chapters({})) if it.numbers else ()
    last = max([*it.numbers.values(), *(card.page for card in kept)], default=0)
    in_order = [guide for shelf in it.shelves for guide in shelf.guides]
    shown = (subject for guide in in_order if (subject := subject_of(guide, it.settings.card)))
    cover = describe_cover(leaf.booklet, it.settings.subtitle, in_order, words, next(shown, None))

    def contents(at: Numbers) -> Placing:
        listed = Contents(before=entries(before, at), cards=list_groups(it.chapters(at)), after=entries(after, at))
        return partial(place_contents, listed, at[CONTENTS].start, replace(leaf, last=at[CARDS].start - 1))

    before = (
        Part(
            name="cover",
            takes=one_page,
            place=lambda _: partial(only, place_cover, cover, leaf),
            outlined=words("part.cover"),
        ),
        Part(
            name="before",
            takes=one_page,
            place=lambda at: partial(only, place_before, _guidance(it.drafts, at), at["before"].start, leaf),
            outlined=words("part.before"),
            listed=words("part.before"),
        ),
        Part(
            name=CONTENTS,
            takes=lambda at, _: kept[0].page - at if kept else None,
            place=contents,
            usual=usual_contents(len(guides), leaf),
            turn=1,
            outlined=words("part.contents"),
        ),
    )
    cards = Part(
        name=CARDS,
        takes=lambda at, _: last + 1 - at if kept else len(guides),
        place=lambda at: partial(_cards, cards_of(it.chapters(at)), it),
        inside=lambda at: list_bookmarks(it.chapters(at)),
    )
    after = tuple(list_parts(guides, it.chapters, leaf))
    return (*before, cards, *after)


def _cards(cards: Sequence[Bound], it: _Making) -> tuple[Page, ...]:
    """Return the pages of all cards under their numbers."""
    held = replace(it.settings.card, shared=it.shared)
    return develop_cards([(page, card.guide) for card in cards for page in _bind(card, held)], it.darkroom)


def develop_cards(cards: Sequence[tuple[Page, Guide]], darkroom: Darkroom) -> tuple[Page, ...]:
    """Return the pages of cards with their photographs developed; DamagedError where one cannot be."""
    developed = develop_pages(cards, darkroom)
    lost = {guide.path: told for (_, guide), (_, told) in zip(cards, developed, strict=True) if told}
    if lost:
        raise DamagedError(lost)
    return tuple(page for page, _ in developed)


def leaf_of(title: str, settings: CardSettings) -> Leaf:
    """Return what the pages around the cards are set with."""
    measures = measures_for(settings.sheet, use=settings.use)
    kit = Kit(measures=measures, theme=settings.theme, words=settings.words, case=type_case())
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
    if not any(draft.pages for draft in standard):
        return {}
    making = _making(standard, replace(settings, card=_standard(settings.card)), {}, Darkroom())
    return {it.guide.path: it.page for it in cards_of(making.chapters(settle(_parts(making)).numbers))}


def _blank(before: Sequence[Page], wanted: Hand, leaf: Leaf) -> tuple[Page, ...]:
    """Return an empty page where the next would not be where it belongs, left or right."""
    if hand_of(str(len(before) + 1)) is wanted:
        return ()
    last, words = before[-1], leaf.kit.words
    label = words("page.verso", page=last.label)
    return (Page(width=last.width, height=last.height, items=(), language=words.language, label=label),)


def without(draft: Draft, damaged: Mapping[str, tuple[Problem, ...]]) -> Draft:
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
    wish = None if failed else wish_of(guide, settings, folio=folio, prescription=prescription)
    return Draft(guide=guide, pages=() if failed else pages, problems=problems, wish=wish)


def shared_by(drafts: Sequence[Draft], settings: CardSettings) -> SetSize | None:
    """Return what the cards of a booklet share."""
    return agreed([draft.wish for draft in drafts if draft.wish], settings)


def _unexpected(guide: Guide, error: Exception) -> Problem:
    return Problem(
        severity=Severity.ERROR,
        code="internal",
        message=f"unexpected {type(error).__name__}: {error}".splitlines()[0],
        location=Location(path=guide.path),
        hint="this is a fault of cardgen, not of the guide; -v shows where",
    )


def _guidance(kept: Sequence[Draft], numbers: Numbers) -> Guidance:
    return Guidance(
        contents=first_of(CONTENTS, numbers),
        index=first_of(INDEX, numbers),
        distance=distance_of(kept),
        has_safety=any(draft.guide.with_role(Role.SAFETY) for draft in kept),
        has_muscles=any(has_map(page) for draft in kept for page in draft.pages),
    )


def distance_of(drafts: Sequence[Draft]) -> int:
    """Return from how far the codes of most cards are scanned, in centimetres; 0 where no card has one."""
    widths = [width for draft in drafts for page in draft.pages if (width := code_width(page))]
    return scan_distance(median(widths)) if widths else 0


def _bind(card: Bound, settings: CardSettings) -> tuple[Page, ...]:
    """Return the page of a card under its number, or both that face each other."""
    pages, _ = lay_out(card.guide, settings, folio=str(card.page))
    if not pages:
        raise AssertionError(f"{card.guide.path} fitted in the draft")  # the folio takes the same room on every page
    first = replace(pages[0], anchor=anchor(card.page), label=str(card.page))
    if settings.use.sides is Sides.ONE:
        return (first,)
    empty = replace(first, items=(), anchor="", notes=())
    second = pages[1] if len(pages) > 1 else empty
    return first, replace(second, label=f"{card.page}b")
