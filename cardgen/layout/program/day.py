"""A training day in, its page out: what to do in a table, where the time goes, what the trainer says; a short day also has its log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import inf

from cardgen.display import Mark, Page, Role
from cardgen.layout.forms.leaf import Framed, Head, Leaf, finish, frame
from cardgen.layout.ground.box import Frame, place, stack
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase
from cardgen.layout.program.daytable import ROW, ROW_LEAST, Table, set_table
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.letter import place_letter
from cardgen.layout.program.log import BESIDE, place_logs, place_tile, stack_up
from cardgen.layout.program.loggrid import columns_of
from cardgen.layout.program.model import DayPage, Log
from cardgen.layout.program.notes import notes_height, place_notes_below
from cardgen.layout.program.spoken import place_remarks, remarks_height
from cardgen.layout.program.timebar import bar_height, place_bar
from cardgen.layout.program.words import YOUR_LOG, goes_on
from cardgen.typeset.fonts import Style

FIELD_GAP, REMARK_GAP = 5.0, 4.0
"""From the head to the table, and from what stands above it to the trainer's remark; in sheet units, as are all lengths here."""
MOST_SAID = 0.5
"""What remarks may take of a page; longer ones stand on a page of their own."""
ROW_STEP = 0.1
LOG_TOP, LOG_GAP, LOG_ROW, NOTES_TOP = 8.0, 4.6, 9.0, 7.0
"""Above the heading of a log on the day's page, from it to the grid, its rows, and above the notes."""
HEADING, SMALL = 14.0, 9.0
"""Sizes in points on A5."""


def place_day(day: DayPage, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the page of a day; more where even low rows do not fit on it, or where its log does not."""
    gauge = Gauge(leaf=leaf)
    plain, drawn = (set_table(day.blocks, gauge, has_figures=figures) for figures in (False, True))
    if day.log is None:
        return _fewest(day, (drawn, plain), number, gauge)
    if has_room_for_log(day, leaf):
        room = _frame(day, number, leaf, count(1)).field.height - _taken(day, day.log, gauge)
        table = drawn if drawn.height(gauge.down(ROW_LEAST)) <= room else plain
        return (_with_log(day, day.log, table, number, gauge),)
    pages = _fewest(day, (drawn, plain), number, gauge)
    return (*pages, *place_logs(day.log, number + len(pages), leaf))


def _fewest(day: DayPage, tables: Sequence[Table], number: int, gauge: Gauge) -> tuple[Page, ...]:
    """Return the pages of the first of the tables that need fewest: for figures there is no page more."""
    return min((_without_log(day, table, number, gauge) for table in tables), key=len)


def _without_log(day: DayPage, table: Table, number: int, gauge: Gauge) -> tuple[Page, ...]:
    """Return the page with rows as high as there is room for; the time bar gives way first."""
    room = _frame(day, number, gauge.leaf, count(1)).field.height
    below = _below(day, gauge)
    if below > MOST_SAID * room:
        pages = _without_log(replace(day, remarks=()), table, number, gauge)
        head = Head(eyebrow=day.eyebrow, title=day.title)
        return (*pages, *place_letter(head, day.remarks, number + len(pages), gauge.leaf))
    bar = bar_height(day.blocks, gauge)
    for row in _rows(table.most, ROW, gauge):
        if table.height(row) + bar + below <= room:
            return (_page(day, (table, row), number, gauge, with_bar=True),)
    for row in _rows(table.most, ROW_LEAST, gauge):
        if table.height(row) + below <= room:
            return (_page(day, (table, row), number, gauge),)
    return _pages(day, table, number, gauge)


def has_room_for_log(day: DayPage, leaf: Leaf) -> bool:
    """Tell whether a day and its log fit on one page."""
    gauge = Gauge(leaf=leaf)
    if day.log is None or len(columns_of(day.log, gauge)) > 1:
        return False
    room = _frame(day, 1, leaf, count(1)).field.height
    if _below(day, gauge) > MOST_SAID * room:
        return False
    return set_table(day.blocks, gauge).height(gauge.down(ROW_LEAST)) + _taken(day, day.log, gauge) <= room


def _rows(most: float, least: float, gauge: Gauge) -> Iterator[float]:
    """Yield the heights that rows may have, the greatest first."""
    steps = round((most - least) / ROW_STEP)
    yield from (gauge.down(most - at * ROW_STEP) for at in range(steps + 1))


def _below(day: DayPage, gauge: Gauge) -> float:
    """Return what the remark takes at the foot."""
    return remarks_height(day.remarks, gauge) + gauge.down(REMARK_GAP) if day.remarks else 0.0


def _frame(day: DayPage, number: int, leaf: Leaf, order: Iterator[int], *, again: bool = False) -> Framed:
    """Return head, foot and the day's tile."""
    plain, strong = day.summary
    head = Head(
        eyebrow=goes_on(day.eyebrow) if again else day.eyebrow,
        title=day.title,
        introduction=plain,
        strong=strong,
        beside=BESIDE,
        gap=FIELD_GAP,
    )
    framed = frame(head, number, leaf, order)
    return replace(framed, items=(*framed.items, *place_tile((day.weekday, day.number), leaf, next(order))))


def _page(
    day: DayPage, table: tuple[Table, float], number: int, gauge: Gauge, *, with_bar: bool = False, again: bool = False
) -> Page:
    """Return a page with a table, or the last part of one."""
    order = count(1)
    framed = _frame(day, number, gauge.leaf, order, again=again)
    rows, y = table[0].place(framed.field.y, table[1], order)
    bar = place_bar(day.blocks, y, gauge, order) if with_bar else []
    remark = place_remarks(day.remarks, framed.field.bottom, gauge, order)
    return finish((*framed.items, *rows, *bar, *remark), number, day.title, gauge.leaf)


def _pages(day: DayPage, table: Table, number: int, gauge: Gauge) -> tuple[Page, ...]:
    """Return several pages, as few as low rows need, with rows as high as these pages allow."""
    fewest = len(_parts(day, table, number, gauge.down(ROW_LEAST), gauge))
    row = next(
        row for row in _rows(table.most, ROW_LEAST, gauge) if len(_parts(day, table, number, row, gauge)) == fewest
    )
    parts = _parts(day, table, number, row, gauge)
    silent = replace(day, remarks=())
    return tuple(
        _page(
            day if at == len(parts) - 1 else silent,
            (part, row),
            number + at,
            gauge,
            again=at > 0,
        )
        for at, part in enumerate(parts)
    )


def _parts(day: DayPage, table: Table, number: int, row: float, gauge: Gauge) -> list[Table]:
    """Return the parts of a table page for page; below the last there is room for the remark."""
    room = _frame(day, number, gauge.leaf, count(1), again=True).field.height
    parts = table.parts(row, room, room)
    rest = room - _below(day, gauge)
    if parts[-1].height(row) > rest:
        parts[-1:] = parts[-1].parts(row, rest, rest)
    return parts


def _log(log: Log, gauge: Gauge) -> Frame:
    """Return the grid of a log that stands under its day."""
    columns = replace(columns_of(log, gauge)[0], high=LOG_ROW)
    return stack((columns.head(), *stack_up(log, columns, inf)))


def _log_head(gauge: Gauge) -> float:
    return gauge.down(LOG_TOP + LOG_GAP) + _heading(gauge).cap


def _taken(day: DayPage, log: Log, gauge: Gauge) -> float:
    """Return what the log and the remark take of the page of a day."""
    return _log_head(gauge) + _log(log, gauge).height + _below(day, gauge)


def _heading(gauge: Gauge) -> Phrase:
    return set_phrase(YOUR_LOG, Type(style=Style.HEADING, color=gauge.theme.heading), gauge.points(HEADING), gauge.kit)


def _with_log(day: DayPage, log: Log, table: Table, number: int, gauge: Gauge) -> Page:
    """Return a page with table, log, notes and remark."""
    order = count(1)
    framed = _frame(day, number, gauge.leaf, order)
    grid = _log(log, gauge)
    room = framed.field.height - _taken(day, log, gauge)
    row = next(row for row in _rows(table.most, ROW_LEAST, gauge) if table.height(row) <= room)
    items, y = table.place(framed.field.y, row, order)
    heading, side = _heading(gauge), _side_note(log.hint, gauge)
    y += gauge.down(LOG_TOP)
    items += heading.left(gauge.left, y, Mark(role=Role.SECTION_HEADING, order=next(order)))
    if heading.width + side.width + gauge.across(REMARK_GAP) <= gauge.width:
        mark = Mark(role=Role.PARAGRAPH, order=next(order))
        items += side.right(gauge.right, y + heading.cap - side.cap, mark)
    y += heading.cap + gauge.down(LOG_GAP)
    items += place(grid, gauge.left, y, order)
    y += grid.height + gauge.down(NOTES_TOP)
    bottom = framed.field.bottom - _below(day, gauge)
    if y + notes_height(1, gauge) <= bottom:
        items += place_notes_below(y, bottom, gauge, order)
    remark = place_remarks(day.remarks, framed.field.bottom, gauge, order)
    return finish((*framed.items, *items, *remark), number, day.title, gauge.leaf)


def _side_note(words: str, gauge: Gauge) -> Phrase:
    type_ = Type(style=Style.TEXT, color=gauge.theme.lead)
    return set_phrase(words, type_, gauge.points(SMALL), gauge.kit)
