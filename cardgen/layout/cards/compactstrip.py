"""What a program asks of an exercise in, the strip of a compact card out: no heads, what is asked large, the rest small behind it.

The code hangs out of the band into the strip: rows beside it are narrower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardgen.display import Item, Path
from cardgen.layout.cards.strip import Strip, place_others, place_remark, strip_ground, strip_line
from cardgen.layout.cards.stripcells import chip_width, load_box, place_chip
from cardgen.layout.ground.blanks import OpenFigures, fit_open
from cardgen.layout.ground.cells import CellRow, link_to
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, Room, Type, set_figures
from cardgen.layout.ground.ruler import BOX_MM
from cardgen.layout.ground.text import Slot
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm
from cardgen.values.prescription import Prescription, StripRow, fold_days, rest_named

PAD, LINE_GAP = 2.0, 2.0
"""White above and below a day, and between its lines, in sheet units, as are all lengths here."""
CHIP_GAP, GAP = 2.6, 3.6
"""From the chip to what is asked, and between the parts of that."""
BOX = 17.0
FIGURES, DETAIL, LEAST = 15.0, 9.8, 7.0
"""Sizes in points on A5, and the least on any sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What hangs into the strip at the right."""

    until: float
    """The y of its foot."""
    x: float
    """What rows beside it may reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A day, measured."""

    figures: Phrase | OpenFigures
    details: Phrase | None
    figures_width: float
    details_width: float
    height: float
    beside: bool
    """Whether the details stand on the line of the figures."""


def place_compact_strip(
    prescription: Prescription, top: float, beside: Beside, kit: Kit, order: Iterator[int]
) -> Strip:
    """Place the strip, its upper edge at `top`."""
    measures = kit.measures
    shown, others = fold_days(prescription.rows)
    items: list[Item] = []
    y = top

    def width_at(y: float) -> float:
        return (beside.x if y < beside.until else measures.margin + measures.text_width) - measures.margin

    for at, row in enumerate(shown):
        width = width_at(y)
        if at:
            items.append(strip_line(y, width, kit))
        day = _measure(row, width, kit)
        items += _placed(row, day, Rect(x=measures.margin, y=y, width=width, height=day.height), kit, order)
        y += day.height
    if others:
        placed, high = place_others(others, y, 1, kit, order)
        items += placed
        y += high
    if prescription.note:
        width = width_at(y)
        items.append(strip_line(y, width, kit))
        placed, high = place_remark(prescription.note, y, width, kit, order)
        items += placed
        y += high
    ground: Sequence[Path] = strip_ground(top, y, kit)
    return Strip(items=(*ground, *items), height=y - top)


def _measure(row: StripRow, width: float, kit: Kit) -> _Day:
    """Set a day: the details behind the figures where there is room, else on lines under them."""
    unit = kit.measures.unit
    box = (max(mm(BOX_MM), BOX * unit) + GAP * unit) if row.load is None else 0.0
    room = width - chip_width(row.day, kit) - CHIP_GAP * unit - box
    type_ = Type(style=Style.HEADING, color=kit.theme.heading, leading=1.1)
    words = " · ".join(part for part in (row.work, row.load) if part)
    least = max(LEAST, kit.measures.least)
    size = kit.measures.small(FIGURES, LEAST)
    figures = fit_open(words, type_, size, Room(width=room, lines=1, least=least), kit)
    details = _details(row, kit)
    beside = bool(details) and figures.width + GAP * unit + (details.width if details else 0.0) <= room
    high = figures.height(room)
    left = room
    if details and beside:
        left = details.width
    elif details:
        high += LINE_GAP * unit + details.height(room)
    high += 2 * PAD * unit
    if row.load is None:
        high = max(high, mm(BOX_MM) + 0.9 * unit)
    return _Day(figures=figures, details=details, figures_width=room, details_width=left, height=high, beside=beside)


def _details(row: StripRow, kit: Kit) -> Phrase | None:
    """Return rest, tempo, side and page on one line, each with the word that says what it is."""
    parts = [rest_named(row.rest) if row.rest else "", row.tempo, row.side, f"p.\u00a0{row.page}" if row.page else ""]
    words = " · ".join(part.replace(" ", "\u00a0") for part in parts if part)
    if not words:
        return None
    size = kit.measures.small(DETAIL, LEAST)
    return set_figures(words, Type(style=Style.TEXT, color=kit.theme.ink, leading=1.25), size, kit)


def _placed(row: StripRow, day: _Day, rect: Rect, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place a day; all of it leads to its page."""
    unit = kit.measures.unit
    cells = CellRow(order)
    mark = cells.head(1)
    chip = chip_width(row.day, kit)
    items: list[Item] = [*place_chip(row.day, rect.x, rect.y + rect.height / 2, chip, kit, mark)]
    items += link_to(row.page, rect, mark, f"{row.day}, page {row.page}")
    x = rect.x + chip + CHIP_GAP * unit
    high = day.figures.height(day.figures_width)
    under = day.details is not None and not day.beside
    below = LINE_GAP * unit + day.details.height(day.details_width) if day.details and under else 0.0
    y = rect.y + (rect.height - high - below) / 2
    items += day.figures.within(Slot(x, y, day.figures_width), cells.cell(2))
    if row.load is None:
        width = max(mm(BOX_MM), BOX * unit)
        area = Rect(x=rect.right - width, y=rect.y, width=width, height=rect.height)
        items += load_box(row.unit, area, kit, cells.cell(3))
    if day.details:
        if day.beside:
            x += day.figures.width + GAP * unit
            y += (day.figures.cap - day.details.cap) / (2 if isinstance(day.figures, OpenFigures) else 1)
        else:
            y += high + LINE_GAP * unit
        items += day.details.within(Slot(x, y, day.details_width), cells.cell(4))
    return items
