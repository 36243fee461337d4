"""What is to be said before the first exercise in, one page out: how to scan, how to read a card, when to stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Op, Page, Path, Role
from cardgen.layout.forms.blocks import Scale, place_advice, place_signs, place_steps, place_stop
from cardgen.layout.forms.leaf import Head, Leaf, finish, frame
from cardgen.layout.forms.words import Told, advice_of, stop_box, tell
from cardgen.layout.ground.text import Slot
from cardgen.values.geometry import Rect, to_mm

TIMES = 10
"""A phone reads a code from about ten times its width."""
SHRINK = (1.0, 0.95, 0.9, 0.85)
"""Of type and lengths, where the page would be too short."""
SECTION_GAP, BOX_GAP, ADVICE_GAP, GUTTER = 7.0, 6.0, 5.2, 12.0
"""Above the signs, the stop box and the advice, and between two columns, in sheet units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What this page tells of the booklet."""

    contents: int
    """The page of the contents."""
    index: int
    """The page of the index."""
    distance: int
    """From camera to code, in centimetres; 0 where no card has a code."""
    has_safety: bool
    has_muscles: bool = True
    """Whether cards have muscle maps."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The page at one scale."""

    items: tuple[Item, ...]
    over: float
    """How much too long it is, in points."""


def scan_distance(width: float) -> int:
    """Return from how far a code is read that is so many points wide, in centimetres."""
    return round(TIMES * to_mm(width) / 10)


def code_width(page: Page) -> float:
    """Return the width of a card's code without its quiet zone, in points; 0 without one."""
    for item in page.items:
        if isinstance(item, Path) and item.mark.role is Role.CODE:
            rects = [values for op, values in item.segments if op is Op.RECT]
            return max(x + width for x, _, width, _ in rects) - min(x for x, *_ in rects)
    return 0.0


def has_map(page: Page) -> bool:
    """Tell whether a card has a muscle map."""
    return any(item.mark.role is Role.MAP for item in page.items)


def place_before(guidance: Guidance, number: int, leaf: Leaf) -> Page:
    """Return the page in the largest type that fits; where none does, without the key to the signs."""
    words = leaf.kit.words
    full = tell(
        words,
        contents=guidance.contents,
        index=guidance.index,
        distance=guidance.distance,
        safety=guidance.has_safety,
        muscles=guidance.has_muscles,
    )
    framed = frame(Head(eyebrow=words("part.before"), title=words("before.title")), number, leaf, count(1))
    tries = (
        _tried(told, framed.field, Scale(leaf=leaf, factor=factor))
        for told in (full, replace(full, signs=()))
        for factor in SHRINK
    )
    tried = next((it for it in tries if it.over <= 0), None)
    if tried is None:
        tried = _tried(
            replace(full, signs=(), steps=full.steps[1:2]), framed.field, Scale(leaf=leaf, factor=SHRINK[-1])
        )
    return finish((*framed.items, *tried.items), number, words("part.before"), leaf)


def _tried(told: Told, field: Rect, scale: Scale) -> Tried:
    order = count(100)
    measures = scale.leaf.kit.measures
    return (
        _across(told, field, scale, order) if measures.width > measures.height else _upright(told, field, scale, order)
    )


def _upright(told: Told, field: Rect, scale: Scale, order: Iterator[int]) -> Tried:
    """Place steps and signs from the top, the stop box and the advice at the foot."""
    steps = place_steps(told.steps, Slot(field.x, field.y, field.width), scale, order)
    signs = place_signs(
        scale.leaf.kit.words("before.read"), told.signs, Slot(field.x, steps.bottom, field.width), scale, order
    )
    stop = place_stop(stop_box(scale.leaf.kit.words), Slot(field.x, 0.0, field.width), scale, order)
    advice = place_advice(advice_of(scale.leaf.kit.words), Slot(field.x, 0.0, field.width), scale, order)
    needed = stop.bottom + scale.length(ADVICE_GAP) + advice.bottom
    y = field.bottom - needed
    gaps = scale.length(SECTION_GAP if told.signs else 0.0) + scale.length(BOX_GAP)
    slack = y - signs.bottom - gaps
    return Tried(
        items=(
            *steps.items,
            *signs.moved(scale.length(SECTION_GAP) + slack / 2),
            *stop.moved(y),
            *advice.moved(y + stop.bottom + scale.length(ADVICE_GAP)),
        ),
        over=-slack,
    )


def _across(told: Told, field: Rect, scale: Scale, order: Iterator[int]) -> Tried:
    """Place steps and advice at the left, signs and the stop box at the right."""
    width = (field.width - scale.length(GUTTER)) / 2
    right = field.x + width + scale.length(GUTTER)
    steps = place_steps(told.steps, Slot(field.x, field.y, width), scale, order)
    signs = place_signs(scale.leaf.kit.words("before.read"), told.signs, Slot(right, field.y, width), scale, order)
    stop = place_stop(stop_box(scale.leaf.kit.words), Slot(right, 0.0, width), scale, order)
    advice = place_advice(advice_of(scale.leaf.kit.words), Slot(field.x, 0.0, width), scale, order)
    stop_y, advice_y = field.bottom - stop.bottom, field.bottom - advice.bottom
    return Tried(
        items=(*steps.items, *signs.items, *stop.moved(stop_y), *advice.moved(advice_y)),
        over=max(
            steps.bottom + scale.length(ADVICE_GAP) - advice_y,
            (signs.bottom if told.signs else field.y) + scale.length(BOX_GAP) - stop_y,
        ),
    )
