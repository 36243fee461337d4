"""A card and a sheet in, one finished page out, or the answer that it does not fit.

In this order: the largest body size at which everything fits, found by bisection (heights need only the number of lines, which
first-fit gives); then the slack, spread over the gaps; then each paragraph broken once, at its final size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Page
from cardgen.errors import Location
from cardgen.geometry import to_mm
from cardgen.layout.body import (
    BOX_GAP,
    HEAD_GAP,
    LEAD_GAP,
    NORMAL,
    STEP_INDENT,
    TIGHT,
    Body,
    Density,
    SetBox,
    Type,
    box_height,
    shape_body,
    step_gap,
    step_height,
    type_at,
)
from cardgen.layout.footer import Footer, place_footer
from cardgen.layout.header import Header, place_header
from cardgen.layout.measures import Kit, Measures, measures_for
from cardgen.layout.place import Plan, Row, place_body
from cardgen.layout.text import block_height
from cardgen.stock import Sheet
from cardgen.theme import Theme
from cardgen.typeset.linebreak import IMPOSSIBLE, count_lines
from cardgen.typeset.shape import TypeCase

SIZE_STEP = 0.05
"""Sizes are tried on a grid of this many points."""
TITLE_RATIO = 2.0
"""The title is never less than this many times the body."""
FOOT_GAP = 3.8
"""From the boxes to the footer's rule, in sheet units, as are the two below."""
GUTTER = 4.0
ROW_GAP = 4.0
SPLITS = (0.50, 0.53, 0.56, 0.59, 0.47, 0.44, 0.41)
"""Shares of the left box, tried in this order."""
SPLIT_GAIN = 1.6
"""Boxes leave equal widths only for this gain in height, in type units: about half a line."""
LEAD_LEFT_OUT = "the description was left out, so that the steps could be set larger"
DROP_LEAD_BELOW = 9.5 / 9.0
"""The lead is given up when the body would fall under this many times the floor."""
NOTHING = 1e-6
"""A length in points that no printer shows."""
GAP_LIMIT = 1.9
"""No gap grows beyond this many times its base ..."""
STRETCH = 0.3
"""... then the boxes grow by up to this part of their height ..."""
GAP_LIMIT_LAST = 3.0
"""... then the gaps again, to this many times their base. Boxes stand on the foot in any case."""
BOX_GAP_WEIGHT = 1.2
"""The gap above the boxes takes a little more than the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflow:
    """The answer that a card does not fit above the floor."""

    message: str
    hint: str
    location: Location
    """Of the longest step."""
    excess: float
    """How much too long it is at the floor, in points; infinite where a word is wider than its column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Head and foot, placed, and what is left between them."""

    header: Header
    footer: Footer
    body: Body
    room: float
    """From the header's lower edge to the foot of the boxes."""
    ceiling: float
    """The greatest body size under this title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A frame and the sizes at which its text fits it."""

    frame: Frame
    type: Type
    notes: tuple[str, ...] = ()


def fit_card(card: Card, *, sheet: Sheet, theme: Theme, case: TypeCase) -> Page | Overflow:
    """Lay a card out on one page in the largest type that fits."""
    kit = Kit(measures=measures_for(sheet), theme=theme, case=case)
    frame = _frame(card, kit)
    fitted = _choose(card, frame, kit)
    if fitted is None:
        return _overflow(card, frame, kit, sheet.name)
    header, footer = fitted.frame.header, fitted.frame.footer
    # The steps are painted before the header: text taken from the page without its tags then has them in one piece and in
    # order even where a step bears the exercise's name. The order in which a person reads is in the marks.
    body = place_body(_plan(fitted.frame, fitted.type, kit.measures), kit)
    return Page(
        width=kit.measures.width,
        height=kit.measures.height,
        items=(*body, *header.items, *footer.items),
        title=card.title,
        language=card.language,
        notes=fitted.notes,
    )


def _choose(card: Card, frame: Frame, kit: Kit) -> Fitted | None:
    """Find the largest type; what gives way before the type falls under its floor: the lead, then the gaps and leadings."""
    type_ = _largest(frame, kit, NORMAL)
    if type_ is not None and (not card.lead or type_.body >= kit.measures.floor * DROP_LEAD_BELOW):
        return Fitted(frame=frame, type=type_)
    if card.lead:
        shorter = _frame(replace(card, lead=()), kit)
        larger = _largest(shorter, kit, NORMAL)
        if larger is not None and (type_ is None or larger.body > type_.body):
            return Fitted(frame=shorter, type=larger, notes=(LEAD_LEFT_OUT,))
    if type_ is not None:
        return Fitted(frame=frame, type=type_)
    tight = _largest(frame, kit, TIGHT)
    if tight is not None:
        return Fitted(frame=frame, type=tight)
    if card.lead:
        tight = _largest(shorter, kit, TIGHT)
        if tight is not None:
            return Fitted(frame=shorter, type=tight, notes=(LEAD_LEFT_OUT,))
    return None


def _frame(card: Card, kit: Kit) -> Frame:
    """Place head and foot and shape what goes between them."""
    measures = kit.measures
    header = place_header(card, kit, count(1))
    footer = place_footer(card, kit, count(10_000))
    return Frame(
        header=header,
        footer=footer,
        body=shape_body(replace(card, lead=()) if header.has_lead else card, kit.case),
        room=footer.top - FOOT_GAP * measures.unit - header.height,
        ceiling=max(measures.floor, min(measures.ceiling, header.title_size / TITLE_RATIO)),
    )


def _largest(frame: Frame, kit: Kit, density: Density) -> Type | None:
    """Return the largest type at which the frame's text fits it, by bisection; None where even the floor is too large.

    Heights never fall when the size grows, except where boxes leave equal widths for a gain: a step or two may be missed.
    """
    floor = kit.measures.floor
    low, high = -1, int((frame.ceiling - floor) / SIZE_STEP + NOTHING)
    found = None
    while low < high:
        middle = (low + high + 1) // 2
        type_ = type_at(floor + middle * SIZE_STEP, kit, density)
        if _height(frame, type_, kit.measures) <= frame.room:
            low, found = middle, type_
        else:
            high = middle - 1
    return found


def _height(frame: Frame, type_: Type, measures: Measures) -> float:
    """Return the height that everything between head and foot takes at its least."""
    body = frame.body
    measure = measures.text_width - STEP_INDENT * type_.unit
    height = sum(_gaps(body, type_, measures)) + _lead_height(frame, type_, measures)
    height += sum(step_height(step, type_, measure) for step in body.steps)
    rows = _rows(body.boxes)
    height += max(len(rows) - 1, 0) * ROW_GAP * measures.unit
    return height + sum(_row(row, type_, measures)[0] for row in rows)


def _lead_height(frame: Frame, type_: Type, measures: Measures) -> float:
    if not frame.body.lead:
        return 0.0
    lines = count_lines(frame.body.lead, measures.text_width / type_.body)
    return block_height(lines, type_.cap * type_.body, type_.lead_leading)


def _rows(boxes: Sequence[SetBox]) -> tuple[tuple[SetBox, ...], ...]:
    """Two boxes share a row; of three, the last (safety) has one of its own, lowest, where the eye leaves."""
    return tuple(row for row in (tuple(boxes[:2]), tuple(boxes[2:])) if row)


def _row(row: tuple[SetBox, ...], type_: Type, measures: Measures) -> tuple[float, tuple[float, ...]]:
    """Return height and widths of a row of boxes: equal widths unless others save half a line."""
    if len(row) == 1:
        return box_height(row[0], type_, measures.text_width), (measures.text_width,)
    room = measures.text_width - GUTTER * measures.unit
    heights = [
        max(box_height(row[0], type_, room * share), box_height(row[1], type_, room * (1 - share))) for share in SPLITS
    ]
    best = min(range(len(SPLITS)), key=heights.__getitem__)
    if heights[best] > heights[0] - SPLIT_GAIN * type_.unit:
        best = 0
    return heights[best], (room * SPLITS[best], room * (1 - SPLITS[best]))


def _plan(frame: Frame, type_: Type, measures: Measures) -> Plan:
    """Spread the slack: over the gaps, into the boxes, over the gaps again; boxes stand on the foot in any case."""
    body = frame.body
    rows = _rows(body.boxes)
    fitted = [_row(row, type_, measures) for row in rows]
    slack = frame.room - _height(frame, type_, measures)
    bases = _gaps(body, type_, measures)
    weights = [1.0] * (len(bases) - 1) + [BOX_GAP_WEIGHT if rows else 1.0]
    gaps, slack = _grow(bases, slack, GAP_LIMIT, weights)
    share = 0.0
    if rows:
        share = min(slack, STRETCH * sum(height for height, _ in fitted)) / len(rows)
        slack -= share * len(rows)
    gaps, slack = _grow(gaps, slack, GAP_LIMIT_LAST / GAP_LIMIT, weights)
    if rows:
        gaps = [gap + slack / len(gaps) for gap in gaps]
    return Plan(
        body=body,
        type=type_,
        top=frame.header.height,
        head_gap=gaps[0],
        lead_gap=gaps[1] if body.lead else 0.0,
        step_gaps=tuple(gaps[1 + bool(body.lead) : len(gaps) - bool(rows)]),
        box_gap=gaps[-1] if rows else 0.0,
        row_gap=ROW_GAP * measures.unit,
        gutter=GUTTER * measures.unit,
        rows=tuple(
            Row(boxes=row, widths=widths, height=height + share, stretch=share)
            for row, (height, widths) in zip(rows, fitted, strict=True)
        ),
    )


def _gaps(body: Body, type_: Type, measures: Measures) -> list[float]:
    """Return the least gaps from the header down: above the steps, between them, above the boxes."""
    measure = measures.text_width - STEP_INDENT * type_.unit
    lead = [LEAD_GAP * type_.gap] if body.lead else []
    boxes = [BOX_GAP * type_.gap] if body.boxes else []
    return [HEAD_GAP * type_.gap, *lead, *(step_gap(step, type_, measure) for step in body.steps[:-1]), *boxes]


def _grow(bases: list[float], slack: float, limit: float, weights: list[float]) -> tuple[list[float], float]:
    """Share `slack` out by weight; what a gap may not take goes to the others, what none takes is returned."""
    gaps = list(bases)
    for _ in bases:
        growing = [at for at, gap in enumerate(gaps) if gap < bases[at] * limit - NOTHING]
        if slack <= NOTHING or not growing:
            break
        each = slack / sum(weights[at] for at in growing)
        for at in growing:
            more = min(each * weights[at], bases[at] * limit - gaps[at])
            gaps[at] += more
            slack -= more
    return gaps, slack


def _overflow(card: Card, frame: Frame, kit: Kit, sheet: str) -> Overflow:
    measures = kit.measures
    type_ = type_at(measures.floor, kit, TIGHT)
    measure = measures.text_width - STEP_INDENT * type_.unit
    heights = [step_height(step, type_, measure) for step in frame.body.steps]
    at = max(range(len(heights)), key=heights.__getitem__)
    longest = frame.body.steps[at]
    excess = _height(frame, type_, measures) - frame.room
    hint = "shorten it or move text into the body, or take a larger sheet"
    if excess > IMPOSSIBLE:
        message = f"a word is wider than its column on {sheet}"
        return Overflow(
            message=message, hint="part the word, or take a larger sheet", location=card.location, excess=float("inf")
        )
    message = (
        f"too long for {sheet} by {to_mm(excess):.0f} mm at {measures.floor:.3g} pt, the smallest size allowed; "
        f"the longest part is {longest.label} ({to_mm(heights[at]):.0f} mm)"
    )
    return Overflow(message=message, hint=hint, location=longest.location, excess=excess)
