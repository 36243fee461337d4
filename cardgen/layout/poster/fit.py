"""A headline card in, its page out, or the answer that it does not fit."""

from __future__ import annotations

from itertools import count

from cardgen.compose import Card
from cardgen.display import Page
from cardgen.layout.ground.box import place
from cardgen.layout.ground.footer import foot_of
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.overflow import Overflow, long_title
from cardgen.layout.poster.frame import Frame, frame_of, ground_of
from cardgen.layout.poster.head import place_poster_head
from cardgen.layout.poster.names import GAIN, Names, largest_names, most_names, place_names, set_names
from cardgen.layout.poster.side import place_side
from cardgen.values.geometry import to_mm
from cardgen.values.notes import LeftOut
from cardgen.values.stock import Sheet

STEPS_GAP, FOOT_GAP = 13.0, 11.0
"""Over the names and under them, in poster units."""


def fit_poster(card: Card, sheet: Sheet, kit: Kit) -> Page | Overflow:
    """Lay a headline card out, its names as large as they fit."""
    frame = frame_of(card, kit)
    order = count(1)
    head = place_poster_head(card, frame, kit, order)
    if head.title_size < frame.points(0.0, kit):
        return long_title(card, sheet.name)
    foot = foot_of(card, kit, frame.names)
    line = kit.measures.height - foot.height
    top, bottom = head.bottom + STEPS_GAP * frame.unit, line - FOOT_GAP * frame.unit
    names = largest_names(card, frame, bottom - top, most_names(head.title_size, frame), kit)
    if names is None:
        return _too_small(card, set_names(card, frame.least, max(GAIN), frame, kit), bottom - top, sheet, frame)
    side = place_side(card, head.bottom, frame, kit, order)
    if side is None:
        return _no_room(card, sheet)
    return Page(
        width=kit.measures.width,
        height=kit.measures.height,
        items=(
            *ground_of(frame, head.bottom, kit),
            *place_names(names, top, bottom, kit),
            *head.items,
            *side,
            *place(foot, kit.measures.margin, line, count(10_000)),
        ),
        title=card.title,
        language=card.language,
        notes=(LeftOut.TEXTS_OF_HEADLINE,) if head.complete else (LeftOut.TEXTS_OF_HEADLINE, LeftOut.MUSCLES),
        type_size=names.size,
    )


def _too_small(card: Card, names: Names | None, room: float, sheet: Sheet, frame: Frame) -> Overflow:
    """Say that the names are too long, or too many."""
    if names is None:
        longest = max(card.steps, key=lambda step: len("".join(span.text for span in step.name)))
        name = "".join(span.text for span in longest.name)
        return Overflow(
            message=f'the name "{name}" is too long for {sheet.name} at {frame.least:.3g} pt, the smallest size allowed',
            hint="shorten it, or take a larger sheet",
            location=longest.location,
            excess=float("inf"),
        )
    over = names.height - room
    return Overflow(
        message=(
            f"{len(card.steps)} steps are too many for {sheet.name} by {to_mm(over):.0f} mm at {frame.least:.3g} pt, "
            "the smallest size allowed"
        ),
        hint="join some, or take a larger sheet",
        location=card.location,
        excess=over,
    )


def _no_room(card: Card, sheet: Sheet) -> Overflow:
    return Overflow(
        message=f"{sheet.name} has no room for a code this large",
        hint="scan it from nearer, or take a larger sheet",
        location=card.location,
        excess=float("inf"),
    )
