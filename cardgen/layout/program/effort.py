"""How hard sets should feel in, a scale of ten bars out: the right ones are filled and their caption is bold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.display import Color, Item, Mark, Path, Role
from cardgen.layout.forms.blocks import Placed, Scale
from cardgen.layout.ground.phrase import Phrase, Room, Type, fit_phrase, set_figures
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.section import place_section
from cardgen.layout.program.signs import least_size, write_in
from cardgen.layout.program.words import effort_named
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

BARS = 10
EFFORTS = ((1, 4), (5, 6), (7, 8), (9, 9), (10, 10))
"""Ranges that feel alike."""
LOWEST, HIGHEST = 5.6, 11.5
"""Height of the first and the last bar, in sheet units, as are all lengths here."""
TOP, GAP, FOOT = 3.0, 0.8, 1.5
"""Above the highest bar, between two, below their numbers."""
UNDERLINE_GAP, UNDERLINE, CAPTION_GAP = 0.9, 0.6, 1.8
STRONG_EDGE = 0.6
NUMBER, CAPTION = 13.0, 9.0
"""Sizes in points on A5."""
CAPTION_LEAST = 0.95
"""A caption that is a little too wide for its bars is set so much smaller."""


def place_effort(right: tuple[int, int], slot: Slot, scale: Scale, order: Iterator[int]) -> Placed:
    """Place heading, bars and what they feel like."""
    kit = scale.leaf.kit
    head = place_section(kit.words("use.effort"), effort_named(right, kit.words), slot, scale, order)
    items: list[Item] = [*head.items]
    base = head.bottom + scale.length(TOP + HIGHEST)
    pitch = slot.width / BARS
    gap = scale.length(GAP)
    mark = Mark(role=Role.PARAGRAPH, order=next(order))
    for at in range(BARS):
        high = scale.length(LOWEST + (HIGHEST - LOWEST) * at / (BARS - 1))
        rect = Rect(x=slot.x + at * pitch + gap / 2, y=base - high, width=pitch - gap, height=high)
        is_right = right[0] <= at + 1 <= right[1]
        bar, color = _bar(rect, scale, is_right=is_right)
        figure = set_figures(str(at + 1), Type(style=Style.HEADING, color=color), scale.points(NUMBER), kit)
        items += (
            bar,
            *figure.centred(rect.x + rect.width / 2, base - scale.length(FOOT) - figure.cap, mark),
        )
    bottom = base
    for first, last in EFFORTS:
        x = slot.x + (first - 1) * pitch + gap / 2
        part = Slot(x, base + scale.length(UNDERLINE_GAP), (last - first + 1) * pitch - gap)
        is_right = right[0] <= first and last <= right[1]
        color = kit.theme.heading if is_right else kit.theme.outline
        items.append(rule(part, scale.length(UNDERLINE), color))
        caption = _caption(kit.words(f"use.effort-{first}"), part.width, scale, is_right=is_right)
        below = replace(part, y=part.y + scale.length(CAPTION_GAP))
        placed = caption.centred_within(below, Mark(role=Role.PARAGRAPH, order=next(order)))
        items += placed
        bottom = max(bottom, placed[-1].y)
    return Placed(tuple(items), bottom)


def _bar(rect: Rect, scale: Scale, *, is_right: bool) -> tuple[Path, Color]:
    """Return a bar and the colour of its number; where ink is saved, the right ones have a strong edge."""
    theme = scale.leaf.kit.theme
    bar = write_in(rect, scale.leaf.kit)
    if not is_right:
        return bar, theme.heading
    match theme.mode:
        case Ink.FULL:
            return replace(bar, fill=theme.accent, stroke=theme.band), theme.band
        case Ink.LOW:
            return replace(bar, stroke=theme.ink, stroke_width=scale.length(STRONG_EDGE)), theme.ink
        case Ink.MONO:
            return replace(bar, fill=theme.ink, stroke=theme.ink), theme.paper


def _caption(words: str, width: float, scale: Scale, *, is_right: bool) -> Phrase:
    kit, theme = scale.leaf.kit, scale.leaf.kit.theme
    type_ = Type(
        style=Style.LEAD_IN if is_right else Style.TEXT, color=theme.ink if is_right else theme.lead, leading=1.2
    )
    size = scale.points(CAPTION)
    least = min(size, max(size * CAPTION_LEAST, least_size(kit)))
    return fit_phrase(words, type_, size, Room(width=width, least=least), kit)
