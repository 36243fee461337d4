"""What a program asks of an exercise in, the strip of a compact card out: no heads, what is asked large, the rest small behind it.

The code hangs out of the band into the strip: rows beside it are narrower.
"""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.display import Role
from cardgen.layout.cards.strip import leading, lined, on_ground, other_days
from cardgen.layout.cards.stripcells import chip, chip_width, load_box
from cardgen.layout.ground import box
from cardgen.layout.ground.blanks import OpenFigures, fit_open
from cardgen.layout.ground.box import Frame, cell, pad, read, table_row, words
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, Room, set_figures, size_of, type_of
from cardgen.layout.ground.ruler import BOX_MM
from cardgen.theme.type import COMPACT_DETAILS, COMPACT_FIGURES
from cardgen.values.geometry import mm
from cardgen.values.prescription import Prescription, StripRow, fold_days

PAD, LINE_GAP = 2.0, 2.0
"""White above and below a day, and between its lines, in sheet units, as are all lengths here."""
CHIP_GAP, GAP = 2.6, 3.6
"""From the chip to what is asked, and between the parts of that."""
BOX = 17.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What hangs into the strip at the right."""

    until: float
    """The y of its foot."""
    x: float
    """What rows beside it may reach."""


def compact_strip(prescription: Prescription, top: float, beside: Beside, kit: Kit) -> Frame:
    """Frame the strip, as wide as the sheet, its upper edge at `top`."""
    shown, others = fold_days(prescription.rows)
    rows: list[Frame] = []
    y = top

    def width() -> float:
        return beside.x - kit.measures.margin if y < beside.until else kit.measures.text_width

    for row in shown:
        day = _day(row, width(), kit)
        rows.append(lined(day, kit) if rows else day)
        y += day.height
    if others:
        rows.append(other_days(others, 1, kit))
        y += rows[-1].height
    return on_ground(rows, prescription.note, width(), kit)


def _day(row: StripRow, width: float, kit: Kit) -> Frame:
    """Frame a day, all of which leads to its page: details behind the figures where there is room, else on lines under them."""
    unit = kit.measures.unit
    box_width = max(mm(BOX_MM), BOX * unit)
    x = chip_width(row.day, kit) + CHIP_GAP * unit
    room = width - x - (box_width + GAP * unit if row.load is None else 0.0)
    figures, details = _figures(row, room, kit), _details(row, kit)
    gap, low = LINE_GAP * unit, 0.0
    parts: list[tuple[float, Frame]] = []
    if details and figures.width + GAP * unit + details.width <= room:
        drop = (figures.cap - details.cap) / (2 if isinstance(figures, OpenFigures) else 1)
        under = figures.height(room) - drop - details.height(details.width)
        parts = [(x + figures.width + GAP * unit, pad(words(details, details.width), drop, under))]
    elif details:
        low = gap + details.height(room)
        parts = [(x, pad(words(details, room), figures.height(room) + gap, 0.0))]
    white = PAD * unit
    cells = [
        (
            0.0,
            leading(
                read(chip(row.day, chip_width(row.day, kit), kit), cell(1, Role.ROW_HEAD)), 0.0, width, row, kit.words
            ),
        )
    ]
    cells.append((x, read(pad(words(figures, room), white, white + low), cell(2))))
    if row.load is None:
        cells.append((width - box_width, read(load_box(row.unit, box_width, kit), cell(3))))
    cells += [(at, read(pad(frame, white), cell(4))) for at, frame in parts]
    return table_row(box.row([frame for _, frame in cells], [at for at, _ in cells], width))


def _figures(row: StripRow, room: float, kit: Kit) -> Phrase | OpenFigures:
    """Return what is asked, large."""
    said = " · ".join(part for part in (row.work, row.load) if part)
    least = max(COMPACT_FIGURES.least, kit.measures.least)
    type_, size = type_of(COMPACT_FIGURES, kit), size_of(COMPACT_FIGURES, kit)
    return fit_open(said, type_, size, Room(width=room, lines=1, least=least), kit)


def _details(row: StripRow, kit: Kit) -> Phrase | None:
    """Return rest, tempo, side and page on one line, each with the word that says what it is."""
    told = kit.words
    rest = told("program.no-rest") if row.rest == told("rest.none") else told("program.rest", time=row.rest)
    page = told("strip.page-short", page=row.page)
    parts = [rest if row.rest else "", row.tempo, row.side, page if row.page else ""]
    said = " · ".join(part.replace(" ", "\u00a0") for part in parts if part)
    type_, size = type_of(COMPACT_DETAILS, kit), size_of(COMPACT_DETAILS, kit)
    return set_figures(said, type_, size, kit) if said else None
