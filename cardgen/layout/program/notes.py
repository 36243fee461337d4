"""Lines for the pen: under a log, or on a page of their own."""

from __future__ import annotations

from cardgen.display import Page, Path
from cardgen.layout.forms.leaf import Head, Leaf, frame
from cardgen.layout.ground.box import SMALL, Frame, art, ground
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot
from cardgen.theme.type import PEN_LINE
from cardgen.values.geometry import Rect, mm

PITCH_MM = 8.0
"""From line to line on paper, as in a school book."""
PITCH = 8.0
"""The same in sheet units, whichever is more."""
HEADING_GAP, FIRST = 6.0, 0.5
"""From the heading to the line beside it, and how much lower that is; in sheet units."""
LINES_TO_WRITE = 4
"""Fewer would not be worth a heading on a page of text."""


def place_notes(number: int, leaf: Leaf) -> Page:
    """Return a page of lines."""
    gauge, title = leaf.gauge, leaf.kit.words("part.notes")
    framed = frame(Head(eyebrow=leaf.kit.words("progress.records"), title=title), number, leaf)
    field = framed.field
    return framed.page(title, art(field.width, field.height, lambda rect, _: _lines(rect, gauge)))


def notes_height(lines: int, gauge: Gauge) -> float:
    """Return the height of notes of so many lines, from the heading's cap line."""
    return gauge.section(gauge.kit.words("part.notes")).height + gauge.down(FIRST) + (lines - 1) * pitch(gauge)


def notes_frame(room: float, least: int, gauge: Gauge) -> Frame | None:
    """Return a heading, a line beside it and as many under it as there is room for; None for fewer than the least."""
    if notes_height(least, gauge) > room + SMALL:
        return None
    heading = gauge.section(gauge.kit.words("part.notes"))
    first, indent = notes_height(1, gauge), heading.width + gauge.across(HEADING_GAP)

    def draw(rect: Rect) -> list[Path]:
        beside = Slot(rect.x + indent, rect.y + first, gauge.width - indent)
        under = Rect(x=rect.x, y=beside.y, width=gauge.width, height=room - first)
        return [rule(beside, gauge.across(PEN_LINE), gauge.theme.outline), *_lines(under, gauge)]

    return ground(heading, draw, over=True)


def pitch(gauge: Gauge) -> float:
    """Return the distance of two lines."""
    return max(mm(PITCH_MM), gauge.across(PITCH))


def _lines(area: Rect, gauge: Gauge) -> list[Path]:
    """Return lines under the upper edge of an area, the last of them no lower than its lower one."""
    many = max(0, int(area.height / pitch(gauge) + 1e-6))
    slots = [Slot(area.x, area.y + (at + 1) * pitch(gauge), area.width) for at in range(many)]
    return [rule(it, gauge.across(PEN_LINE), gauge.theme.outline) for it in slots]
