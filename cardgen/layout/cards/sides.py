"""A card in, its finished pages out: one side, or picture and steps in front and what to know on the back.

Where holes go stands a white disc of the hole's size with a cross on its middle, seen on any ground.
"""

from __future__ import annotations

from dataclasses import replace

from cardgen.compose import Card, Face
from cardgen.display import Item, Op, Page, Path
from cardgen.layout.cards.fit import fit_card
from cardgen.layout.ground.measures import HOLE_AT_MM, HOLE_MM, Measures, SetSize, measures_for
from cardgen.layout.ground.overflow import Overflow
from cardgen.layout.ground.shapes import disc
from cardgen.theme import Theme
from cardgen.typeset.shape import TypeCase
from cardgen.values.geometry import mm
from cardgen.values.stock import Sheet
from cardgen.values.use import IN_HAND, Edition, Punch, Sides, Use

LINE_MM = 0.15
CROSS_MM = 1.4
"""From the middle to the end of an arm."""


def fit_sides(
    card: Card, *, sheet: Sheet, theme: Theme, case: TypeCase, use: Use = IN_HAND, shared: SetSize | None = None
) -> tuple[Page, ...] | Overflow:
    """Lay a card out on one side or two; large print takes the second where one does not hold it."""
    if use.sides is Sides.TWO and _is_named(card):
        named = _fit_all((names_of(card), whole_back_of(card)), sheet, theme, case, use, shared)
        if not isinstance(named, Overflow):
            return named
    faces = (card,) if use.sides is Sides.ONE else (front_of(card), back_of(card))
    found = _fit_all(faces, sheet, theme, case, use, shared)
    takes_two = use.edition is Edition.LARGE_PRINT and not card.detail.is_poster
    if isinstance(found, Overflow) and use.sides is Sides.ONE and takes_two:
        second = _fit_all((front_of(card), back_of(card)), sheet, theme, case, use, shared)
        if not isinstance(second, Overflow):
            return second
    return found


def _fit_all(
    faces: tuple[Card | None, ...], sheet: Sheet, theme: Theme, case: TypeCase, use: Use, shared: SetSize | None
) -> tuple[Page, ...] | Overflow:
    pages: list[Page] = []
    for face in faces:
        if face is None:
            continue
        match fit_card(face, sheet=sheet, theme=theme, case=case, use=use, shared=shared):
            case Overflow() as overflow:
                return overflow
            case page:
                holes = place_holes(use.punch, measures_for(sheet, face.detail, use), theme)
                pages.append(replace(page, items=(*page.items, *holes)) if holes else page)
    return tuple(pages)


def front_of(card: Card) -> Card:
    """Return the front of a card of two sides: picture and steps."""
    return replace(card, face=Face.FRONT, boxes=(), extras=(), video=None)


def _is_named(card: Card) -> bool:
    return (
        not (card.detail.is_whole or card.detail.is_poster)
        and card.prescription is None
        and bool(card.steps)
        and all(step.name for step in card.steps)
    )


def names_of(card: Card) -> Card:
    """Return the front of a card of two sides whose steps have names: picture, names and code."""
    return replace(
        card, face=Face.FRONT, boxes=(), extras=(), lead=(), steps=tuple(replace(it, entries=()) for it in card.steps)
    )


def whole_back_of(card: Card) -> Card:
    """Return its back: the steps in full, tips, mistakes and safety."""
    return replace(
        card,
        face=Face.BACK,
        lead=(),
        photos=(),
        figure=None,
        video=None,
        footnotes=(),
        folio=card.second_folio or card.folio,
    )


def back_of(card: Card) -> Card | None:
    """Return its back: tips, mistakes, safety and the code; None where there is nothing for it."""
    boxes = (*card.boxes, *card.extras) if card.detail.is_whole else card.boxes
    if not (boxes or card.video):
        return None
    bare = replace(
        card, face=Face.BACK, lead=(), works=(), also=(), photos=(), figure=None, steps=(), sections=(), extras=()
    )
    return replace(bare, boxes=boxes, footnotes=(), folio=card.second_folio or card.folio, prescription=None)


def place_holes(punch: Punch, measures: Measures, theme: Theme) -> tuple[Item, ...]:
    """Return the marks of all holes of a page; both sides of a leaf have them in the same places."""
    return tuple(item for x, y in _middles(punch, measures) for item in _mark(x, y, theme))


def _middles(punch: Punch, measures: Measures) -> tuple[tuple[float, float], ...]:
    near = mm(HOLE_AT_MM)
    match punch:
        case Punch.NONE:
            return ()
        case Punch.TOP:
            return ((measures.width / 2, near),)
        case Punch.CORNERS:
            sides = (near, measures.width - near)
            return tuple((x, y) for y in (near, measures.height - near) for x in sides)


def _mark(x: float, y: float, theme: Theme) -> tuple[Item, ...]:
    radius, arm = mm(HOLE_MM) / 2, mm(CROSS_MM)
    hole = disc(x - radius, y - radius, 2 * radius, theme.paper)
    lines = ((Op.MOVE, (x - arm, y)), (Op.LINE, (x + arm, y)), (Op.MOVE, (x, y - arm)), (Op.LINE, (x, y + arm)))
    cross = Path(segments=lines, stroke=theme.muted, stroke_width=mm(LINE_MM))
    return (hole, Path(segments=hole.segments, stroke=theme.muted, stroke_width=mm(LINE_MM)), cross)
