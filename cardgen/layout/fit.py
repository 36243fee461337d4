"""A card and a sheet in, one finished page out, or the answer that it does not fit.

In this order: the composition that the sheet and the detail ask for; the largest body size at which its columns fit, found by
bisection (heights need only the number of lines, which first-fit gives); the slack, spread over the gaps; then each paragraph
broken once, at its final size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from cardgen.compose import Card, Detail
from cardgen.display import Page
from cardgen.errors import Location
from cardgen.geometry import to_mm
from cardgen.layout.arrange import Arrange, Fitted, choose, excess, snap
from cardgen.layout.body import SetStep, shape_step, step_height, type_at
from cardgen.layout.brief import arrange_brief
from cardgen.layout.column import Numbered, place_column
from cardgen.layout.compact import arrange_compact
from cardgen.layout.full import arrange_full
from cardgen.layout.landscape import arrange_landscape
from cardgen.layout.measures import COMPACT_BELOW_MM, Kit, measures_for
from cardgen.stock import Sheet
from cardgen.theme import Theme
from cardgen.typeset.linebreak import IMPOSSIBLE
from cardgen.typeset.shape import TypeCase


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
    fitted = choose(card, replace(card, lead=()), arrange, kit)
    if fitted is None:
        return _overflow(card, arrange, kit, sheet.name)
    if sizes:
        fitted = snap(fitted, sizes, kit)
    return _page(card, fitted, kit)


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
        # The steps are painted before the header: text taken from the page without its tags then has them in one piece and
        # in order even where a step bears the exercise's name. The order in which a person reads is in the marks.
        items=(*arrangement.backdrop, *columns, *side, *arrangement.frame),
        title=card.title,
        language=card.language,
        notes=(*arrangement.notes, *fitted.notes),
        type_size=fitted.type.body,
    )


def _overflow(card: Card, arrange: Arrange, kit: Kit, sheet: str) -> Overflow:
    arrangements = arrange(card, kit)
    over, arrangement = min(((excess(it, kit), at) for at, it in enumerate(arrangements)), key=lambda pair: pair[0])
    if over > IMPOSSIBLE:
        return Overflow(
            message=f"a word is wider than its column on {sheet}",
            hint="part the word, or take a larger sheet",
            location=card.location,
            excess=float("inf"),
        )
    type_ = type_at(kit.measures.floor, kit, rhythm=arrangements[arrangement].rhythm)
    longest, height = max(
        (
            (block.step, step_height(block.step, type_, column.width - type_.indent))
            for column in arrangements[arrangement].columns
            for block in column.blocks
            if isinstance(block, Numbered)
        ),
        key=lambda pair: pair[1],
        default=(_first_step(card, kit), 0.0),
    )
    return Overflow(
        message=(
            f"too long for {sheet} by {to_mm(over):.0f} mm at {kit.measures.floor:.3g} pt, the smallest size allowed; "
            f"the longest part is {longest.label} ({to_mm(height):.0f} mm)"
        ),
        hint="shorten it, or take a larger sheet",
        location=longest.location,
        excess=over,
    )


def _first_step(card: Card, kit: Kit) -> SetStep:
    return shape_step(1, card.steps[0], kit.case, card.language)
