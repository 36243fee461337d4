"""A card and a sheet in, one finished page out, or the answer that it does not fit.

In this order: the composition that the sheet and the detail ask for; the largest body size at which its columns fit, found by
bisection (heights need only the number of lines, which first-fit gives); the slack, spread over the gaps; then each paragraph
broken once, at its final size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from operator import attrgetter, itemgetter
from typing import assert_never

from cardgen.compose import Card, Detail
from cardgen.display import Item, Page, Role
from cardgen.errors import Location
from cardgen.geometry import to_mm
from cardgen.layout.arrange import Arrange, Fitted, choose, excess, snap
from cardgen.layout.body import type_at
from cardgen.layout.brief import arrange_brief
from cardgen.layout.column import Block, Boxes, Heading, Lead, Numbered, Point, measure_column, place_column
from cardgen.layout.compact import arrange_compact
from cardgen.layout.full import arrange_full
from cardgen.layout.landscape import arrange_landscape
from cardgen.layout.measures import COMPACT_BELOW_MM, Kit, measures_for
from cardgen.stock import Sheet
from cardgen.theme import Theme
from cardgen.typeset.linebreak import IMPOSSIBLE
from cardgen.typeset.shape import TypeCase

LOGO_LEFT_OUT = "the logo was left out, so that the card fits"
PHOTOS_LEFT_OUT = "the photographs were left out, so that the card fits"
LARGE_HEAD = 0.3
"""A head of more than this part of the sheet is named when a card does not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflow:
    """The answer that a card does not fit above the floor."""

    message: str
    hint: str
    location: Location
    """Of the longest step."""
    excess: float
    """How much too long it is at the floor, in points; infinite where a word is wider than its column."""


def fit_card(
    card: Card, *, sheet: Sheet, theme: Theme, case: TypeCase, sizes: tuple[float, ...] = ()
) -> Page | Overflow:
    """Lay a card out on one page in the largest type that fits; where `sizes` are given, in the largest of those."""
    kit = Kit(measures=measures_for(sheet, card.detail), theme=theme, case=case)
    arrange = composition_of(card.detail, sheet)
    fitted = choose(card, arrange, kit)
    if fitted is None and card.brand.logo:
        match fit_card(_without_logo(card), sheet=sheet, theme=theme, case=case, sizes=sizes):
            case Page() as page:
                return replace(page, notes=(*page.notes, LOGO_LEFT_OUT))
            case overflow:
                return overflow
    if fitted is None and card.photos:
        match fit_card(replace(card, photos=()), sheet=sheet, theme=theme, case=case, sizes=sizes):
            case Page() as page:
                return replace(page, notes=(*page.notes, PHOTOS_LEFT_OUT))
            case overflow:
                return overflow
    if fitted is None:
        return _overflow(card, arrange, kit, sheet.name)
    if fitted.arrangement.title_size < kit.measures.floor:
        return _long_title(card, sheet.name)
    if sizes:
        fitted = snap(fitted, sizes, kit)
    return _page(card, fitted, kit)


def _without_logo(card: Card) -> Card:
    return replace(card, brand=replace(card.brand, logo=None))


def composition_of(detail: Detail, sheet: Sheet) -> Arrange:
    """Return the composition for a detail on a sheet."""
    match detail:
        case Detail.FULL:
            return arrange_full
        case Detail.BRIEF:
            if to_mm(min(sheet.width, sheet.height)) < COMPACT_BELOW_MM:
                return arrange_compact
            return arrange_landscape if sheet.width > sheet.height else arrange_brief


def _page(card: Card, fitted: Fitted, kit: Kit) -> Page:
    arrangement = fitted.arrangement
    order = count(100)
    columns = [item for column in arrangement.columns for item in place_column(column, fitted.type, kit, order)]
    side = [item for column in arrangement.side for item in place_column(column, fitted.side_type, kit, order)]
    return Page(
        width=kit.measures.width,
        height=kit.measures.height,
        # The steps are painted before lead and header: text taken from the page without its tags then has them in one piece
        # and in order even where a step bears the exercise's name. The order in which a person reads is in the marks.
        items=(*arrangement.backdrop, *sorted(columns, key=_is_lead), *side, *arrangement.frame),
        title=card.title,
        language=card.language,
        notes=(*arrangement.notes, *fitted.notes),
        type_size=fitted.type.body,
    )


def _overflow(card: Card, arrange: Arrange, kit: Kit, sheet: str) -> Overflow:
    """Say what does not fit: by how much, and which step, box or head takes the most."""
    arrangements = arrange(card, kit)
    over, arrangement = min(((excess(it, kit), it) for it in arrangements), key=itemgetter(0))
    type_ = type_at(kit.measures.floor, kit, rhythm=arrangement.rhythm)
    parts = [
        _part(block, height, card)
        for column in (*arrangement.columns, *arrangement.side)
        for block, height in zip(column.blocks, measure_column(column, type_).heights, strict=True)
    ]
    steps = [part for part in parts if part.is_step] or parts
    longest = max(steps, key=attrgetter("height"))
    largest = max(parts, key=attrgetter("height"))
    if largest.height > IMPOSSIBLE:
        return Overflow(
            message=f"a word of {largest.label} is wider than its column on {sheet}",
            hint="part the word, nest less deeply, or take a larger sheet",
            location=largest.location,
            excess=float("inf"),
        )
    kind = "step" if longest.is_step else "part"
    told = f"the longest {kind} is {longest.label} ({to_mm(longest.height):.0f} mm)"
    if largest is not longest:
        told += f", {largest.label} takes {to_mm(largest.height):.0f} mm"
    if arrangement.head > kit.measures.height * LARGE_HEAD:
        told += f", the head {to_mm(arrangement.head):.0f} mm"
    return Overflow(
        message=(
            f"too long for {sheet} by {to_mm(over):.0f} mm at {kit.measures.floor:.3g} pt, the smallest size allowed; {told}"
        ),
        hint="shorten it, or take a larger sheet",
        location=largest.location,
        excess=over,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A block of a card that does not fit."""

    label: str
    height: float
    location: Location
    is_step: bool


def _part(block: Block, height: float, card: Card) -> _Part:
    match block:
        case Numbered(step=step):
            return _Part(step.label, height, step.location, is_step=True)
        case Boxes(boxes=boxes):
            first = max(boxes, key=lambda box: len(box.entries))
            name = "".join(unit.text for unit in first.heading.units).strip()
            return _Part(f'the box "{name}"', height, first.entries[0].location, is_step=False)
        case Point(entry=entry):
            return _Part("a point", height, entry.location, is_step=False)
        case Heading() | Lead():
            return _Part("the description", height, card.location, is_step=False)
        case _:
            assert_never(block)


def _long_title(card: Card, sheet: str) -> Overflow:
    return Overflow(
        message=f"the title is too long for {sheet}: it would have to be set smaller than the steps",
        hint="shorten the title",
        location=card.location,
        excess=float("inf"),
    )


def _is_lead(item: Item) -> bool:
    return item.mark.role is Role.LEAD
