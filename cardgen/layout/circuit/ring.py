"""How many stations in, where each stands on the floor out: cells of a grid, from the top left. Pure counting."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

Cell = tuple[int, int]
"""Column and row, from 0."""
ROWS = 3
"""Of a ring as a rule: two long sides to walk along, and one station at either end."""
MOST_ROWS = 8
TWO = 2


def ring_sizes(stations: int) -> Iterator[tuple[int, int]]:
    """Yield columns and rows of the rings that hold so many stations with at most one cell to spare, lowest first.

    A ring of C columns and R rows has 2C + 2R - 4 cells: three rows hold N stations on N / 2 - 1 columns.
    """
    if stations <= TWO:
        yield stations, 1
        return
    for rows in range(2, MOST_ROWS + 1):
        columns = ceil((stations + 4 - 2 * rows) / 2)
        if columns >= TWO:
            yield columns, rows


def ring_cells(columns: int, rows: int) -> tuple[Cell, ...]:
    """Return the cells of a ring, clockwise from the top left."""
    if rows == 1:
        return tuple((column, 0) for column in range(columns))
    top = [(column, 0) for column in range(columns)]
    right = [(columns - 1, row) for row in range(1, rows - 1)]
    bottom = [(column, rows - 1) for column in reversed(range(columns))]
    left = [(0, row) for row in reversed(range(1, rows - 1))]
    return (*top, *right, *bottom, *left)


def grid_sizes(stations: int) -> Iterator[tuple[int, int]]:
    """Yield columns and rows of the grids that hold so many stations, no row empty, the one with the fewest columns first."""
    seen = set()
    for columns in range(min(TWO, stations), stations + 1):
        rows = ceil(stations / columns)
        if rows not in seen:
            seen.add(rows)
            yield columns, rows


def grid_cells(columns: int, rows: int) -> tuple[Cell, ...]:
    """Return the cells of a grid, row by row."""
    return tuple((column, row) for row in range(rows) for column in range(columns))
