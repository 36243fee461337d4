"""A circuit in, the coach's sheet out: the figures, what to say at each station, the clock, what to set up, when to stop.

It stands on one page: its rows close up, then its type goes down to 9 pt, then the coach has fewer words; only what does not
fit then goes on a second page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Page
from cardgen.layout.circuit.coachclock import Band, bands_of, clock_height, place_clock
from cardgen.layout.circuit.coachfoot import Foot, place_foot, plan_foot
from cardgen.layout.circuit.coachtable import LEVELS, Level, head_height, set_row, table
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
from cardgen.layout.forms.leaf import Head, Leaf
from cardgen.layout.ground.box import Frame, least, place
from cardgen.values.geometry import Rect
from cardgen.values.notes import CoachPages

HEAD_GAP, TABLE_GAP, FOOT_GAP = 7.0, 6.0, 4.0
"""From the title to the figures, from them to the table, over the rule of the foot; in millimetres on A4."""
STRETCH = 0.8
"""Where there is room, gaps between sections grow by so much of their own."""
ROW_SHARE, ROW_MORE = 0.7, 3.0
"""And rows take this part of it, up to so many millimetres each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole sheet at one level."""

    level: Level
    rows: tuple[Frame, ...]
    bands: tuple[Band, ...]
    """The tables of the clock; none where nobody knows the times."""
    rounds: int
    foot: Foot

    def clock(self, tables: int, leaf: Leaf) -> float:
        """Return the height of so many tables of the clock."""
        return clock_height(self.rounds, tables, self.level, leaf)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page."""

    first: int
    """Rows from this one ..."""
    end: int
    """... to the one before this."""
    bands: tuple[Band, ...]
    """Tables of the clock."""
    has_foot: bool


def place_coach(circuit: Circuit, leaf: Leaf, *, has_plan: bool = True) -> tuple[Page, ...]:
    """Return the coach's sheet: one page, or more where that is said; none where a page is too small for a part of it."""
    words = leaf.kit.words
    remark = words("coach.same-plan") if has_plan else words("coach.same")
    title = words("coach.title")
    heads = (Head(eyebrow=title, title=circuit.title), Head(eyebrow=words("page.continued", title=title)))
    rooms = [_room(frame_sheet(head, remark, leaf, count(1)), leaf) for head in heads]
    sheets = [_sheet(circuit, level, leaf) for level in LEVELS] + [_sheet(_in_short(circuit), LEVELS[-1], leaf)]
    tried = [(sheet, parts) for sheet in sheets if (parts := _parts(sheet, rooms, leaf))]
    if not tried:
        return ()
    # the first, which is the largest, of those with as few pages
    sheet, parts = min(tried, key=lambda pair: len(pair[1]))
    notes = () if len(parts) == 1 else (CoachPages(pages=len(parts), stations=len(circuit.stations)),)
    pages = []
    for at, part in enumerate(parts):
        order = count(1)
        framed = frame_sheet(heads[min(at, 1)], remark, leaf, order)
        items = [*framed.items, *_placed(circuit, sheet, part, framed, leaf, order)]
        pages.append(finish_sheet(items, title, leaf, notes if at == 0 else ()))
    return tuple(pages)


def _in_short(circuit: Circuit) -> Circuit:
    """Return a circuit whose coach says less."""
    stations = (replace(it, say=it.in_short[0], watch_for=it.in_short[1]) for it in circuit.stations)
    return replace(circuit, stations=tuple(stations))


def _sheet(circuit: Circuit, level: Level, leaf: Leaf) -> Sheet:
    return Sheet(
        level=level,
        rows=tuple(set_row(station, level, leaf) for station in circuit.stations),
        bands=bands_of(circuit),
        rounds=len(circuit.times),
        foot=plan_foot(circuit.kit, level, leaf),
    )


def _room(framed: Framed, leaf: Leaf) -> float:
    return framed.field.height - millimetres(HEAD_GAP + FOOT_GAP, leaf)


def _figures_height(level: Level, leaf: Leaf) -> float:
    return millimetres(level.figures + TABLE_GAP, leaf)


def _parts(sheet: Sheet, rooms: list[float], leaf: Leaf) -> tuple[Part, ...]:
    """Return what stands on which page: rows as they come, then the clock, then the foot; none where something fits no page.

    The clock is parted between its tables, and only where it is higher than a page.
    """
    gap = millimetres(sheet.level.gap, leaf)
    heads = head_height(leaf)
    parts: list[Part] = []
    at = 0
    rows, bands, foot = len(sheet.rows), sheet.bands, True
    whole = sheet.clock(len(bands), leaf) <= rooms[1]
    while at < rows or bands or foot:
        room = rooms[min(len(parts), 1)] - (0.0 if parts else _figures_height(sheet.level, leaf))
        first = at
        used = heads if at < rows else -gap
        while at < rows and used + sheet.rows[at].height <= room:
            used += sheet.rows[at].height
            at += 1
        now: tuple[Band, ...] = ()
        has_foot = False
        if at == rows:
            count = len(bands)
            while count and used + gap + sheet.clock(count, leaf) > room:
                count = 0 if whole else count - 1
            now, bands = bands[:count], bands[count:]
            used += gap + sheet.clock(count, leaf) if now else 0.0
            if not bands and used + gap + sheet.foot.height <= room:
                has_foot, foot = True, False
        if first == at and not (now or has_foot):
            return ()
        parts.append(Part(first, at, now, has_foot))
    return tuple(parts)


def _placed(
    circuit: Circuit, sheet: Sheet, part: Part, framed: Framed, leaf: Leaf, order: Iterator[int]
) -> Iterator[Item]:
    """Yield what stands on one page; what room is left goes to the rows and between the sections, within bounds."""
    y = framed.field.y + millimetres(HEAD_GAP, leaf)
    room = _room(framed, leaf)
    if part.first == 0 and part.end:
        high = _figures_height(sheet.level, leaf)
        figures = figures_of(circuit, leaf.kit.words, exact=True)
        yield from place_figures(figures, _figure_rects(len(figures), y, sheet.level, leaf), leaf, order)
        y += high
        room -= high
    rows, gap = _spread(sheet, part, room, leaf)
    if rows:
        stations = table(rows, leaf)
        yield from place(stations, leaf.kit.measures.margin, y, order)
        y += stations.height + gap
    if part.bands:
        yield from place_clock(circuit, part.bands, y, sheet.level, leaf, order)
        y += sheet.clock(len(part.bands), leaf) + gap
    if part.has_foot:
        yield from place_foot(sheet.foot, y, leaf, order)


def _spread(sheet: Sheet, part: Part, room: float, leaf: Leaf) -> tuple[tuple[Frame, ...], float]:
    """Return the rows of a page and the white between its sections, as high as the room allows."""
    gap = millimetres(sheet.level.gap, leaf)
    rows = sheet.rows[part.first : part.end]
    heights = [sum(row.height for row in rows) + head_height(leaf)] if rows else []
    heights += [sheet.clock(len(part.bands), leaf)] if part.bands else []
    heights += [sheet.foot.height] if part.has_foot else []
    between = max(len(heights) - 1, 0)
    slack = max(room - sum(heights) - gap * between, 0.0)
    if rows:
        more = min(slack / len(rows) * ROW_SHARE, millimetres(ROW_MORE, leaf))
        rows = tuple(least(row, row.height + more) for row in rows)
        slack -= more * len(rows)
    return rows, gap + (min(slack / between, STRETCH * gap) if between else 0.0)


def _figure_rects(figures: int, top: float, level: Level, leaf: Leaf) -> list[Rect]:
    """Return boxes that share the width."""
    measures, gap = leaf.kit.measures, millimetres(FIGURE_GAP, leaf)
    width = (measures.text_width - gap * (figures - 1)) / figures
    first = Rect(x=measures.margin, y=top, width=width, height=millimetres(level.figures, leaf))
    return [replace(first, x=first.x + at * (width + gap)) for at in range(figures)]
