"""Where stations stand on the floor: counting alone."""

from itertools import pairwise

import pytest

from cardgen.layout.circuit.ring import grid_cells, grid_sizes, ring_cells, ring_sizes

EVERY = range(2, 25)


@pytest.mark.parametrize(("stations", "columns"), [(8, 3), (10, 4), (12, 5), (7, 3), (6, 2)])
def test_three_rows_hold_n_stations_on_half_as_many_columns_less_one(stations, columns):
    assert (columns, 3) in set(ring_sizes(stations))


@pytest.mark.parametrize("stations", EVERY)
def test_a_ring_has_a_cell_for_each_station_and_one_to_spare_at_most(stations):
    for columns, rows in ring_sizes(stations):
        cells = ring_cells(columns, rows)
        assert len(cells) - stations in (0, 1)
        assert len(set(cells)) == len(cells)
        assert cells[0] == (0, 0)
        for (x, y), (u, v) in pairwise((*cells, cells[0]) if rows > 1 else cells):
            assert abs(x - u) + abs(y - v) == 1


@pytest.mark.parametrize("stations", EVERY)
def test_a_grid_has_no_empty_row(stations):
    for columns, rows in grid_sizes(stations):
        assert (rows - 1) * columns < stations <= rows * columns
        assert grid_cells(columns, rows)[: columns + 1][-1] == ((0, 1) if rows > 1 else (columns - 1, 0))


def test_a_ring_runs_clockwise_from_the_top_left():
    assert ring_cells(3, 3) == ((0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1))
