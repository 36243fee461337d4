"""A card and a sheet in, one finished page out, or the answer that it does not fit.

In this order: the composition that the sheet and the detail ask for; the largest body size at which its columns fit, found by
bisection (heights need only the number of lines, which first-fit gives); the slack, spread over the gaps; then each paragraph
broken once, at its final size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.compose import Card, Face
from cardgen.display import Medium, Page, Role, Text, Turn
from cardgen.layout.cards.across import fit_across, wish_across
from cardgen.layout.cards.body import Type
from cardgen.layout.cards.column import NOTHING, Column
from cardgen.layout.cards.full import fit_full, full_column, wish_full
from cardgen.layout.cards.overflow import describe_overflow
from cardgen.layout.cards.two import fit_back, fit_names
from cardgen.layout.cards.uniform import Wish, agree
from cardgen.layout.cards.upright import USEFUL, bare_column, closer, fit_upright, wish_upright
from cardgen.layout.ground.measures import Kit, SetSize, measures_for
from cardgen.layout.ground.overflow import Overflow, too_small
from cardgen.layout.ground.zones import zones_of
from cardgen.layout.poster import fit_poster
from cardgen.theme import Theme
from cardgen.typeset.linebreak import TooWideError
from cardgen.typeset.shape import TypeCase
from cardgen.values.notes import LeftOut
from cardgen.values.stock import Sheet
from cardgen.values.use import IN_HAND, Sides, Use

BEARING = 0.06
"""A letter's ink may start so far before its place, in em: display type stands with its ink on the margin."""


def fit_card(
    card: Card, *, sheet: Sheet, theme: Theme, case: TypeCase, use: Use = IN_HAND, shared: SetSize | None = None
) -> Page | Overflow:
    """Lay a card out on one page in the largest type that fits, or in what it shares with others."""
    kit = Kit(measures=measures_for(sheet, card.detail, use), theme=theme, words=card.words, case=case, shared=shared)
    try:
        answer = _fit_card(card, sheet, kit)
    except TooWideError:  # in head or foot, whose text has one size: columns are measured before they are set
        return too_small(card, sheet.name, kit)
    # Parts that are made for large sheets may come out too small for the distance, or reach beyond the edge.
    asked = use != IN_HAND or card.detail.is_poster
    return (
        too_small(card, sheet.name, kit) if asked and isinstance(answer, Page) and not _holds(answer, kit) else answer
    )


def _holds(page: Page, kit: Kit) -> bool:
    """Tell whether every text of a page is as large as it must be, and stands between the safe edges."""
    measures = kit.measures
    return all(
        item.size >= measures.least - NOTHING
        and item.x >= measures.edge - BEARING * item.size
        and item.x + item.width <= measures.width - measures.edge + BEARING * item.size
        and item.y <= measures.height - measures.edge + NOTHING
        for item in page.items
        if isinstance(item, Text) and item.turn is Turn.NONE
    )


def _fit_card(card: Card, sheet: Sheet, kit: Kit) -> Page | Overflow:
    drawn = tuple(photo for photo in card.photos if photo.negative.medium is Medium.DRAWING)
    if card.photos != drawn and not kit.theme.has_photographs:
        return _noting(LeftOut.PHOTOS_IN_LOW_INK, _fit_card(replace(card, photos=drawn), sheet, kit))
    if card.detail.is_poster:
        answer = fit_poster(card, sheet, kit)
        shown = isinstance(answer, Overflow) or any(item.mark.role is Role.PHOTO for item in answer.items)
        return answer if shown or not card.photos else _noting(LeftOut.PHOTOS, answer)
    page = composed(card, sheet, kit)
    if page is None and card.brand.logo:
        return _noting(LeftOut.LOGO, _fit_card(_without_logo(card), sheet, kit))
    if page is None:
        return describe_overflow(card, *too_long(card, kit), kit, sheet.name)
    return page if card.face is Face.BACK or page.notes or _names_all(card, page) else _noting(LeftOut.MUSCLES, page)


def _names_all(card: Card, page: Page) -> bool:
    """Tell whether a page names every muscle that works; of those that help it may name a few."""
    lines = (item.text for item in page.items if isinstance(item, Text) and item.mark.role is Role.LEGEND)
    told = " ".join(" ".join(lines).split()).casefold()
    return all(muscle.name.casefold() in told for muscle in card.works)


def too_long(card: Card, kit: Kit) -> tuple[Column, Type]:
    """Return the text of a card that fits in no way, where it would stand, and its least type."""
    if card.detail.is_whole:
        return full_column(card, kit)
    column, _, frame = bare_column(card, kit)
    *_, (blocks, type_) = closer(card, frame.kit)
    return replace(column, blocks=blocks), type_


def composed(card: Card, sheet: Sheet, kit: Kit) -> Page | None:
    """Return the page in the composition for its face, its detail and its sheet; None where it does not fit."""
    if card.face is Face.BACK:
        return fit_back(card, kit)
    if card.face is Face.FRONT and all(not step.entries for step in card.steps):
        return fit_names(card, kit)
    if card.detail.is_whole:
        return fit_full(card, kit)
    return fit_across(card, kit) if sheet.width > sheet.height else fit_upright(card, kit)


def wish_of(card: Card, *, sheet: Sheet, theme: Theme, case: TypeCase, use: Use = IN_HAND) -> Wish | None:
    """Return what a card would take by itself, for a set to agree on; None where sets agree on nothing, or it has no room."""
    if card.detail.is_poster or use.sides is Sides.TWO:
        return None
    kit = Kit(measures=measures_for(sheet, card.detail, use), theme=theme, words=card.words, case=case)
    try:
        if card.detail.is_whole:
            return wish_full(card, kit)
        return wish_across(card, kit) if sheet.width > sheet.height else wish_upright(card, kit)
    except TooWideError:
        return None


def agreed(wishes: Sequence[Wish], kit: Kit) -> SetSize | None:
    """Return what the cards of a set share."""
    zones = zones_of(kit)
    gives = any(height for wish in wishes for _, height in wish.stages)
    stages = (USEFUL * zones.unit, zones.stage) if gives else (0.0, 0.0)
    return agree(wishes, ceiling=zones.ceiling, stages=stages)


def _noting(note: LeftOut, answer: Page | Overflow) -> Page | Overflow:
    """Return an answer, a page with what had to be left out of it."""
    return replace(answer, notes=(*answer.notes, note)) if isinstance(answer, Page) else answer


def _without_logo(card: Card) -> Card:
    return replace(card, brand=replace(card.brand, logo=None))
