"""Strips of rows in, columns of them out: whole where that costs little, the last page's columns of one height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

NOTHING = 1e-6
WASTE = 0.35
"""A strip that fits a column is kept whole where that leaves no more than this part of the column before it empty."""
KEPT = 2
"""Rows that stay together on either side of a break."""
EASED = 0.7
"""How full the page before the last is made where the last one would hold no rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Rows that belong together, under one heading or letter."""

    heading: float = 0.0
    """The height that the heading takes, also where it is repeated; 0 for none."""
    rows: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of rows of one strip in a column."""

    strip: int
    start: int
    end: int
    y: float
    """Of its heading, from the column's top."""


Column = tuple[Part, ...]
Rooms = Callable[[int], float]
"""The height of a page's columns, by the page's number from 0."""


def pour(strips: Sequence[Strip], gap: float, columns: int, rooms: Rooms, *, tail: float) -> list[list[Column]]:
    """Fill pages of columns, keeping `tail` free at the foot of the last; the last page's columns are balanced."""
    least = -(-len(fill(strips, gap, lambda at: rooms(at // columns))) // columns)
    for pages in count(max(least, 1)):
        for ease in (1.0, EASED):
            room = _rooms(rooms, pages, tail, ease)
            filled = fill(strips, gap, lambda at, room=room: room(at // columns))  # type: ignore[misc]
            if len(filled) <= columns * pages and (len(filled) > columns * (pages - 1) or pages == 1):
                return _balanced(filled, strips, gap, columns, room)
        if len(filled) <= columns * (pages - 1):
            return [*_balanced(filled, strips, gap, columns, room), []]
    raise AssertionError


def fill(strips: Sequence[Strip], gap: float, room: Rooms, *, start: tuple[int, int] = (0, 0)) -> list[Column]:
    """Fill column after column, from a row of a strip on."""
    columns: list[list[Part]] = [[]]
    y = 0.0
    for at in range(start[0], len(strips)):
        strip = strips[at]
        row = start[1] if at == start[0] else 0
        while row < len(strip.rows):
            height = room(len(columns) - 1)
            above = gap if columns[-1] else 0.0
            taken = _taken(strip, row, height - y - above, height, fresh=not columns[-1])
            if not taken:
                columns.append([])
                y = 0.0
                continue
            columns[-1].append(Part(at, row, row + taken, y + above))
            y += above + strip.heading + sum(strip.rows[row : row + taken])
            row += taken
            if row < len(strip.rows):
                columns.append([])
                y = 0.0
    return [tuple(column) for column in columns if column]


def _taken(strip: Strip, row: int, left: float, height: float, *, fresh: bool) -> int:
    """Return how many rows go into what is left of a column; 0 for the next column."""
    rows = len(strip.rows) - row
    fits = _fitting(strip, row, left)
    if fits == rows:
        return rows
    if not fresh and left <= WASTE * height and _fitting(strip, row, height) == rows:
        return 0
    if fits > rows - KEPT:
        fits = max(rows - KEPT, 1)
    if fresh:
        return max(fits, 1)  # a row higher than the column: nothing would help
    return fits if fits >= KEPT else 0


def _fitting(strip: Strip, row: int, room: float) -> int:
    """Return how many rows from this one on have room under their heading; those behind them are not looked at."""
    used = strip.heading
    for at in range(row, len(strip.rows)):
        used += strip.rows[at]
        if used > room + NOTHING:
            return at - row
    return len(strip.rows) - row


def _rooms(rooms: Rooms, pages: int, tail: float, ease: float) -> Rooms:
    def room(page: int) -> float:
        if page == pages - 1:
            return rooms(page) - tail
        return rooms(page) * (ease if page == pages - 2 else 1.0)

    return room


def _balanced(
    filled: list[Column], strips: Sequence[Strip], gap: float, columns: int, room: Rooms
) -> list[list[Column]]:
    """Part columns into pages and make those of the last as low as they can be."""
    pages = [filled[at : at + columns] for at in range(0, len(filled), columns)]
    if not pages:
        return [[]]
    first = pages[-1][0][0]
    rest = [row for at in range(first.strip, len(strips)) for row in strips[at].rows]
    most = room(len(pages) - 1)
    step = min(rest)
    low = sum(rest[first.start :]) / columns
    while low < most:
        tried = fill(strips, gap, lambda _, low=low: low, start=(first.strip, first.start))  # type: ignore[misc]
        if len(tried) <= columns:
            pages[-1] = tried
            break
        low += step / 2
    return pages
