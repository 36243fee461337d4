"""Lines for the pen: under a log, or on a page of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from cardgen.display import Item, Mark, Page, Role
from cardgen.layout.forms.leaf import Head, Leaf, finish, frame
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.gauge import Gauge
from cardgen.theme.type import Style
from cardgen.values.geometry import mm

PITCH_MM = 8.0
"""From line to line on paper, as in a school book."""
PITCH = 8.0
"""The same in sheet units, whichever is more."""
WEIGHT, HEADING_GAP, FIRST = 0.3, 6.0, 0.5
"""Of a line, from the heading to the line beside it, and how much lower that is; in sheet units."""
LINES_TO_WRITE = 4
"""Fewer would not be worth a heading on a page of text."""
HEADING = 14.0
"""In points on A5."""


def place_notes(number: int, leaf: Leaf) -> Page:
    """Return a page of lines."""
    gauge, title = Gauge(leaf=leaf), leaf.kit.words("part.notes")
    framed = frame(Head(eyebrow=leaf.kit.words("progress.records"), title=title), number, leaf, count(1))
    lines = _lines(framed.field.y, framed.field.bottom, gauge)
    return finish((*framed.items, *lines), number, title, leaf)


def notes_height(lines: int, gauge: Gauge) -> float:
    """Return the height of notes of so many lines, from the heading's cap line."""
    return _heading(gauge).cap + gauge.down(FIRST) + (lines - 1) * pitch(gauge)


def place_notes_below(y: float, bottom: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place the heading at `y`, a line beside it and as many under it as there is room for down to `bottom`."""
    heading = _heading(gauge)
    items: list[Item] = [*heading.left(gauge.left, y, Mark(role=Role.SECTION_HEADING, order=next(order)))]
    first = y + heading.cap + gauge.down(FIRST)
    x = gauge.left + heading.width + gauge.across(HEADING_GAP)
    items.append(rule(Slot(x, first, gauge.right - x), gauge.across(WEIGHT), gauge.theme.outline))
    return [*items, *_lines(first, bottom, gauge)]


def pitch(gauge: Gauge) -> float:
    """Return the distance of two lines."""
    return max(mm(PITCH_MM), gauge.across(PITCH))


def _lines(start: float, bottom: float, gauge: Gauge) -> list[Item]:
    """Return the lines below `start`, the last of them no lower than `bottom`."""
    count_ = max(0, int((bottom - start) / pitch(gauge) + 1e-6))
    weight = gauge.across(WEIGHT)
    return [
        rule(Slot(gauge.left, start + (at + 1) * pitch(gauge), gauge.width), weight, gauge.theme.outline)
        for at in range(count_)
    ]


def _heading(gauge: Gauge) -> Phrase:
    return set_phrase(
        gauge.kit.words("part.notes"),
        Type(style=Style.HEADING, color=gauge.theme.heading),
        gauge.points(HEADING),
        gauge.kit,
    )
