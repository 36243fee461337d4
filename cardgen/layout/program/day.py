"""A training day in, its page out: what to do in a table, what the trainer says; a short day also has its log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from cardgen.display import Page, Role
from cardgen.layout.forms.leaf import Framed, Head, Leaf, frame
from cardgen.layout.ground.box import At, Frame, pad, read, row, says, stack
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.program.dayform import Figures
from cardgen.layout.program.daytable import ROW_LEAST, Table, set_table
from cardgen.layout.program.letter import place_letter, remarks_box, remarks_height
from cardgen.layout.program.log import BESIDE, day_frame, place_logs, stack_up
from cardgen.layout.program.loggrid import columns_of
from cardgen.layout.program.model import DayPage, Log
from cardgen.layout.program.notes import notes_frame
from cardgen.theme.type import CAPTION

FIELD_GAP, REMARK_GAP = 5.0, 4.0
"""From the head to the table, and from what stands above it to the trainer's remark; in sheet units, as are all lengths here."""
MOST_SAID = 0.5
"""What remarks may take of a page; longer ones stand on a page of their own."""
ROW_STEP = 0.1
LOG_TOP, LOG_GAP, LOG_ROW, NOTES_TOP = 8.0, 4.6, 9.0, 7.0
"""Above the heading of a log on the day's page, from it to the grid, its rows, and above the notes."""


def place_day(day: DayPage, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the page of a day; more where even low rows do not fit on it, or where its log does not."""
    leaf = leaf.dense
    plain, drawn = (set_table(day.blocks, leaf.gauge, figures) for figures in (Figures.NONE, Figures.SHOWN))
    if day.log is None:
        return _fewest(day, (drawn, plain), number, leaf)
    if has_room_for_log(day, leaf):
        return (_with_log(day, day.log, (drawn, plain), number, leaf),)
    pages = _fewest(day, (drawn, plain), number, leaf)
    return (*pages, *place_logs(day.log, number + len(pages), leaf))


def _fewest(day: DayPage, tables: Sequence[Table], number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of the first of the tables that need fewest: for figures there is no page more."""
    return min((_without_log(day, table, number, leaf) for table in tables), key=len)


def _without_log(day: DayPage, table: Table, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the page with rows as high as there is room for."""
    gauge, framed = leaf.gauge, _frame(day, number, leaf)
    room, below = framed.field.height, _below(day, gauge)
    if below > MOST_SAID * room:
        pages = _without_log(replace(day, remarks=()), table, number, leaf)
        head = Head(eyebrow=day.eyebrow, title=day.title)
        return (*pages, *place_letter(head, day.remarks, number + len(pages), leaf))
    said = remarks_box(day.remarks, gauge)
    for high in _rows(table.most, ROW_LEAST, gauge):
        whole = table.frame(high)
        if whole.height + below <= room:
            return (framed.page(day.title, whole, said),)
    return _pages(day, table, number, leaf)


def has_room_for_log(day: DayPage, leaf: Leaf) -> bool:
    """Tell whether a day and its log fit on one page."""
    leaf = leaf.dense
    gauge = leaf.gauge
    if day.log is None or len(columns_of(day.log, gauge)) > 1:
        return False
    room, below = _frame(day, 1, leaf).field.height, _below(day, gauge)
    least = set_table(day.blocks, gauge).height(gauge.down(ROW_LEAST)) + _log(day.log, gauge).height + below
    return below <= MOST_SAID * room and least <= room


def _rows(most: float, least: float, gauge: Gauge) -> Iterator[float]:
    """Yield the heights that rows may have, the greatest first."""
    steps = round((most - least) / ROW_STEP)
    yield from (gauge.down(most - at * ROW_STEP) for at in range(steps + 1))


def _below(day: DayPage, gauge: Gauge) -> float:
    """Return what the remark takes at the foot."""
    return remarks_height(day.remarks, gauge) + gauge.down(REMARK_GAP) if day.remarks else 0.0


def _frame(day: DayPage, number: int, leaf: Leaf, *, again: bool = False) -> Framed:
    """Return head and foot, and the day's tile beside the head."""
    plain, strong = day.summary
    head = Head(
        eyebrow=leaf.kit.words("page.continued", title=day.eyebrow) if again else day.eyebrow,
        title=day.title,
        introduction=plain,
        strong=strong,
        beside=BESIDE,
        gap=FIELD_GAP,
    )
    return frame(head, number, leaf, day_frame((day.weekday, day.number), leaf.gauge))


def _pages(day: DayPage, table: Table, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return several pages, as few as low rows need, with rows as high as these pages allow."""
    gauge = leaf.gauge
    fewest = len(_parts(day, table, number, gauge.down(ROW_LEAST), leaf))
    rows = _rows(table.most, ROW_LEAST, gauge)
    high = next(high for high in rows if len(_parts(day, table, number, high, leaf)) == fewest)
    frames = [part.frame(high) for part in _parts(day, table, number, high, leaf)]
    last = len(frames) - 1
    return tuple(
        _frame(day, number + at, leaf, again=at > 0).page(
            day.title, it, remarks_box(day.remarks, gauge) if at == last else None
        )
        for at, it in enumerate(frames)
    )


def _parts(day: DayPage, table: Table, number: int, high: float, leaf: Leaf) -> list[Table]:
    """Return the parts of a table page for page; below the last there is room for the remark."""
    room = _frame(day, number, leaf, again=True).field.height
    parts = table.parts(high, room, room)
    rest = room - _below(day, leaf.gauge)
    if parts[-1].height(high) > rest:
        parts[-1:] = parts[-1].parts(high, rest, rest)
    return parts


def _log(log: Log, gauge: Gauge) -> Frame:
    """Return a log that stands under its day: its heading, what to write beside it, the grid."""
    columns = replace(columns_of(log, gauge)[0], high=LOG_ROW)
    heading, note = gauge.section(gauge.kit.words("log.yours")), gauge.words(log.hint, CAPTION)
    if heading.width + note.width + gauge.across(REMARK_GAP) <= gauge.width:
        beside = pad(read(note, says(Role.PARAGRAPH)), heading.height - note.height, 0.0)
        heading = row((heading, beside), (0.0, gauge.width - note.width), gauge.width, At.START)
    grid = stack((columns.head(), *stack_up(log, columns, inf)))
    return stack((pad(heading, gauge.down(LOG_TOP), gauge.down(LOG_GAP)), grid))


def _with_log(day: DayPage, log: Log, tables: Sequence[Table], number: int, leaf: Leaf) -> Page:
    """Return a page with the first of the tables that has room, log, notes and remark."""
    gauge, framed = leaf.gauge, _frame(day, number, leaf)
    written, room = _log(log, gauge), framed.field.height - _below(day, gauge)
    left = room - written.height
    table = next((it for it in tables if it.height(gauge.down(ROW_LEAST)) <= left), tables[-1])
    high = next(high for high in _rows(table.most, ROW_LEAST, gauge) if table.height(high) <= left)
    parts = [table.frame(high), written]
    left = room - sum(it.height for it in parts) - gauge.down(NOTES_TOP)
    if notes := notes_frame(left, 1, gauge):
        parts.append(pad(notes, gauge.down(NOTES_TOP), 0.0))
    return framed.page(day.title, stack(parts), remarks_box(day.remarks, gauge))
