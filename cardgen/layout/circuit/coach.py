"""A circuit in, the coach's sheet out: the figures, what to say at each station, the clock, what to set up, when to stop.

It stands on one page: its rows close up, then its type goes down to 9 pt, then the coach has fewer words; only what does not
fit then goes on a second page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Page
from cardgen.geometry import Rect
from cardgen.layout.circuit.coachclock import clock_height, place_clock
from cardgen.layout.circuit.coachfoot import Foot, place_foot, plan_foot
from cardgen.layout.circuit.coachtable import LEVELS, RULE, Level, Row, head_height, place_heads, place_row, set_row
from cardgen.layout.circuit.model import Circuit
from cardgen.layout.circuit.sheet import (
    FIGURE_GAP,
    Framed,
    figures_of,
    finish_sheet,
    frame_sheet,
    millimetres,
    place_figures,
)
from cardgen.layout.pages.leaf import Head, Leaf
from cardgen.layout.shapes import rule
from cardgen.layout.text import Slot

EYEBROW, CONTINUED = "Coach’s sheet", "Coach’s sheet, continued"
REMARK = "Same numbers on the posters"
REMARK_PLAN = "Floor plan and posters: same numbers"
HEAD_GAP, TABLE_GAP, FOOT_GAP = 7.0, 6.0, 4.0
"""From the title to the figures, from them to the table, over the rule of the foot; in millimetres on A4."""
STRETCH = 0.8
"""Where there is room, gaps between sections grow by so much of their own."""
ROW_SHARE, ROW_MORE = 0.7, 3.0
"""And rows take this part of it, up to so many millimetres each."""
TWO_PAGES = "the coach's sheet takes {} pages: {} stations do not fit on one at 9 pt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole sheet at one level."""

    level: Level
    rows: tuple[Row, ...]
    clock: float
    """Height of the clock table; 0 without one."""
    foot: Foot


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page."""

    first: int
    """Rows from this one ..."""
    end: int
    """... to the one before this."""
    has_clock: bool
    has_foot: bool


def place_coach(circuit: Circuit, leaf: Leaf, *, has_plan: bool = True) -> tuple[Page, ...]:
    """Return the coach's sheet: one page, or more where that is said."""
    remark = REMARK_PLAN if has_plan else REMARK
    heads = (Head(eyebrow=EYEBROW, title=circuit.title), Head(eyebrow=CONTINUED))
    rooms = [_room(frame_sheet(head, remark, leaf, count(1)), leaf) for head in heads]
    sheets = [_sheet(circuit, level, leaf) for level in LEVELS] + [_sheet(_in_short(circuit), LEVELS[-1], leaf)]
    tried = [(sheet, _parts(sheet, rooms, leaf)) for sheet in sheets]
    sheet, parts = min(
        tried, key=lambda pair: len(pair[1])
    )  # the first, which is the largest, of those with as few pages
    notes = () if len(parts) == 1 else (TWO_PAGES.format(len(parts), len(circuit.stations)),)
    pages = []
    for at, part in enumerate(parts):
        order = count(1)
        framed = frame_sheet(heads[min(at, 1)], remark, leaf, order)
        items = [*framed.items, *_placed(circuit, sheet, part, framed, leaf, order)]
        pages.append(finish_sheet(items, EYEBROW, leaf, notes if at == 0 else ()))
    return tuple(pages)


def _in_short(circuit: Circuit) -> Circuit:
    """Return a circuit whose coach says less."""
    stations = (replace(it, say=it.in_short[0], watch_for=it.in_short[1]) for it in circuit.stations)
    return replace(circuit, stations=tuple(stations))


def _sheet(circuit: Circuit, level: Level, leaf: Leaf) -> Sheet:
    return Sheet(
        level=level,
        rows=tuple(set_row(station, level, leaf) for station in circuit.stations),
        clock=clock_height(circuit, level, leaf),
        foot=plan_foot(circuit.kit, level, leaf),
    )


def _room(framed: Framed, leaf: Leaf) -> float:
    return framed.field.height - millimetres(HEAD_GAP + FOOT_GAP, leaf)


def _figures_height(level: Level, leaf: Leaf) -> float:
    return millimetres(level.figures + TABLE_GAP, leaf)


def _parts(sheet: Sheet, rooms: list[float], leaf: Leaf) -> tuple[Part, ...]:
    """Return what stands on which page: rows as they come, then the clock, then the foot, neither of them parted."""
    gap = millimetres(sheet.level.gap, leaf)
    heads = head_height(leaf)
    parts: list[Part] = []
    at = 0
    rows = len(sheet.rows)
    clock, foot = sheet.clock > 0, True
    while at < rows or clock or foot:
        room = rooms[min(len(parts), 1)] - (0.0 if parts else _figures_height(sheet.level, leaf))
        first = at
        used = heads if at < rows else -gap
        while at < rows and used + sheet.rows[at].height <= room:
            used += sheet.rows[at].height
            at += 1
        has_clock = has_foot = False
        if at == rows:
            if clock and used + gap + sheet.clock <= room:
                used += gap + sheet.clock
                has_clock, clock = True, False
            if foot and not clock and used + gap + sheet.foot.height <= room:
                has_foot, foot = True, False
        if first == at and not (has_clock or has_foot):
            raise AssertionError("a page of the coach's sheet holds nothing")
        parts.append(Part(first, at, has_clock, has_foot))
    return tuple(parts)


def _placed(
    circuit: Circuit, sheet: Sheet, part: Part, framed: Framed, leaf: Leaf, order: Iterator[int]
) -> Iterator[Item]:
    """Yield what stands on one page; what room is left goes to the rows and between the sections, within bounds."""
    measures = leaf.kit.measures
    y = framed.field.y + millimetres(HEAD_GAP, leaf)
    room = _room(framed, leaf)
    if part.first == 0 and part.end:
        high = _figures_height(sheet.level, leaf)
        figures = figures_of(circuit, exact=True)
        yield from place_figures(figures, _figure_rects(len(figures), y, sheet.level, leaf), leaf, order)
        y += high
        room -= high
    rows, gap = _spread(sheet, part, room, leaf)
    if rows:
        yield from place_heads(y, leaf, order)
        y += head_height(leaf)
        for number, row in enumerate(rows):
            yield from place_row(row, y, number, sheet.level, leaf, order)
            y += row.height
        yield rule(Slot(measures.margin, y, measures.text_width), millimetres(RULE, leaf), leaf.kit.theme.heading)
        y += gap
    if part.has_clock:
        yield from place_clock(circuit, y, sheet.level, leaf, order)
        y += sheet.clock + gap
    if part.has_foot:
        yield from place_foot(sheet.foot, y, leaf, order)


def _spread(sheet: Sheet, part: Part, room: float, leaf: Leaf) -> tuple[tuple[Row, ...], float]:
    """Return the rows of a page and the white between its sections, as high as the room allows."""
    gap = millimetres(sheet.level.gap, leaf)
    rows = sheet.rows[part.first : part.end]
    heights = [sum(row.height for row in rows) + head_height(leaf)] if rows else []
    heights += [sheet.clock] if part.has_clock else []
    heights += [sheet.foot.height] if part.has_foot else []
    between = max(len(heights) - 1, 0)
    slack = max(room - sum(heights) - gap * between, 0.0)
    if rows:
        more = min(slack / len(rows) * ROW_SHARE, millimetres(ROW_MORE, leaf))
        rows = tuple(replace(row, height=row.height + more) for row in rows)
        slack -= more * len(rows)
    return rows, gap + (min(slack / between, STRETCH * gap) if between else 0.0)


def _figure_rects(figures: int, top: float, level: Level, leaf: Leaf) -> list[Rect]:
    """Return boxes that share the width."""
    measures, gap = leaf.kit.measures, millimetres(FIGURE_GAP, leaf)
    width = (measures.text_width - gap * (figures - 1)) / figures
    first = Rect(x=measures.margin, y=top, width=width, height=millimetres(level.figures, leaf))
    return [replace(first, x=first.x + at * (width + gap)) for at in range(figures)]
