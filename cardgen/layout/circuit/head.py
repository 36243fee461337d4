"""A station in, the head of its poster out: the number in its disc, beside it equipment and title as large as they fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.display import Item, Mark, Role
from cardgen.layout.circuit.frame import Frame
from cardgen.layout.circuit.model import Station
from cardgen.layout.ground.panel import numeral, on_disc
from cardgen.layout.ground.text import (
    Slot,
    block_height,
    flush,
    place_lines,
    set_text,
    set_title,
    whole_width,
)
from cardgen.layout.ground.titling import broken
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect, to_mm

DISC, DISC_GAP = 62.0, 10.0
"""In poster units, as are the lengths below."""
DISC_EDGE = 1.3
"""Of a disc in outline: it is seen from as far as its number."""
NUMBER, NUMBER_SHARE = 168.0, 0.66
"""Its size, and the greatest part of the disc's width that it takes."""
EQUIPMENT, EQUIPMENT_GAP = 42.0, 8.0
EQUIPMENT_LEADING, TITLE_LEADING = 1.1, 0.96
TITLE_MOST = (112.0, 76.0, 56.0, 44.0)
"""Greatest size by the number of lines."""
DESCENT = 0.1
"""The part of the size by which a block whose last line hangs below its baseline is set higher than the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A head, broken and sized."""

    disc: float
    """Its diameter."""
    equipment: Prepared | None
    equipment_lines: Lines
    equipment_size: float
    title: Prepared
    title_lines: Lines
    title_size: float
    height: float


def plan_head(station: Station, frame: Frame) -> Head | None:
    """Return the head at the frame's tightness; None where the title would be smaller than the least size."""
    disc = frame.length(DISC) * frame.tight
    column = frame.area.width - disc - frame.length(DISC_GAP)
    case, cap = frame.kit.case, frame.kit.cap(Style.DISPLAY)
    equipment, lines, size = _equipment(station, column, frame)
    if equipment and not lines:
        return None
    above = 0.0
    if equipment:
        rows = block_height(len(lines), frame.kit.cap(Style.EYEBROW) * size, EQUIPMENT_LEADING * size)
        above = rows + frame.length(EQUIPMENT_GAP) * frame.tight
    title = set_title(station.title, case, language=station.language)
    found = _title(title, column, disc - above, frame)
    if found is None:
        return None
    title_lines, title_size = found
    high = above + block_height(len(title_lines), cap * title_size, TITLE_LEADING * title_size)
    return Head(
        disc=disc,
        equipment=equipment,
        equipment_lines=lines,
        equipment_size=size,
        title=title,
        title_lines=title_lines,
        title_size=title_size,
        height=max(disc, high + DESCENT * title_size),
    )


def _equipment(station: Station, column: float, frame: Frame) -> tuple[Prepared | None, Lines, float]:
    """Return the equipment, on one line unless that would be too small; no lines where a word of it is too wide."""
    size = frame.points(EQUIPMENT)
    if not station.equipment:
        return None, (), size
    text = set_text(station.equipment, frame.kit.case, Style.EYEBROW, language=station.language)
    size = max(min(size, column / whole_width(text)), frame.least)
    measure = column / size
    lines = break_lines(text, measure + 1e-9) if text.widest <= measure + 1e-9 else ()
    return text, lines, size


def _title(title: Prepared, column: float, room: float, frame: Frame) -> tuple[Lines, float] | None:
    """Return the lines of a title and its size, the largest that column and room allow; higher than the room at the least size."""
    cap, best = frame.kit.cap(Style.DISPLAY), None
    for rows, most in enumerate(TITLE_MOST[: len(title.units)], 1):
        lines, widest = broken(title, rows)
        high = block_height(len(lines), cap, TITLE_LEADING)
        size = min(most * to_mm(frame.unit) * frame.tight, room / high)
        size = min(max(size, frame.least), column / widest)
        if size >= frame.least - 1e-9 and (best is None or size > best[1]):
            best = lines, size
    return best


def place_head(head: Head, station: Station, frame: Frame, order: Iterator[int]) -> list[Item]:
    """Place a head at the top of the area."""
    area, kit, theme = frame.area, frame.kit, frame.kit.theme
    x = area.x + head.disc + frame.length(DISC_GAP)
    square = Rect(x=area.x, y=area.y + (head.height - head.disc) / 2, width=head.disc, height=head.disc)
    figure = numeral(station.number, NUMBER * to_mm(frame.unit) * frame.tight, NUMBER_SHARE * head.disc, kit)
    mark = Mark(role=Role.STATION, order=next(order))
    items = on_disc(figure, square, kit, mark, frame.length(DISC_EDGE))
    title = frame.setting(head.title_size, Style.DISPLAY, theme.heading, leading=TITLE_LEADING)
    high = block_height(len(head.title_lines), title.cap * title.size, title.leading)
    small = frame.setting(head.equipment_size, Style.EYEBROW, theme.accent_ink, leading=EQUIPMENT_LEADING)
    above = 0.0
    if head.equipment:
        above = block_height(len(head.equipment_lines), small.cap * small.size, small.leading)
        above += frame.length(EQUIPMENT_GAP) * frame.tight
    y = area.y + max((head.height - above - high - DESCENT * title.size) / 2, 0.0)
    if head.equipment:
        mark = Mark(role=Role.EYEBROW, order=next(order))
        items += flush(place_lines(head.equipment, head.equipment_lines, small, Slot(x, y), mark), kit.case)
    mark = Mark(role=Role.TITLE, order=next(order))
    return [*items, *flush(place_lines(head.title, head.title_lines, title, Slot(x, y + above), mark), kit.case)]
