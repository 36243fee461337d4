"""Drawn shapes and an arrow in, the nearest free place for it out, away from the body."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cardgen.display import Op
from cardgen.figure.curves import circle_through, middle, plus, turn
from cardgen.figure.outline import Outline, Point
from cardgen.figure.shape import Shape, Tone, bounds
from cardgen.values.geometry import Rect

CELL = 2.0
"""Of the grid on which shapes and free places are sought, in units of the figure."""
CHORDS = 5
"""Straight pieces that stand for one curve."""
REACH = tuple((i, j) for i in range(-3, 4) for j in range(-3, 4) if i * i + j * j <= 10)  # noqa: PLR2004 - cells: 6 units
"""Cells round an arrow that are to be free."""
FARTHEST, TURNS = 62, 24
"""How far an arrow may be moved, and in how many directions it is tried."""
FLOOR = -2.5
"""The lowest that an arrow may reach, y down."""

Cell = tuple[int, int]


def occupied(shapes: Iterable[Shape]) -> set[Cell]:
    """Return the cells of the grid that drawn shapes cover."""
    cells: set[Cell] = set()
    for shape in shapes:
        if shape.tone in (Tone.GAP, Tone.GROUND):
            continue
        points = _points(shape.outline)
        for p, q in pairwise(points):
            count = max(1, int(math.dist(p, q) / CELL * 1.5))
            for at in range(count + 1):
                x, y = middle(p, q, at / count)
                cells.add((round(x / CELL), round(y / CELL)))
        if not shape.width:
            cells |= _inside(points)
    return cells


def _inside(points: Sequence[Point]) -> set[Cell]:
    """Return the cells within a polygon (even-odd rule)."""
    cells: set[Cell] = set()
    heights = [y for _, y in points]
    sides = list(zip(points, (*points[1:], points[0]), strict=True))
    for row in range(math.ceil(min(heights) / CELL), math.floor(max(heights) / CELL) + 1):
        y = row * CELL
        cuts = sorted(p[0] + (y - p[1]) * (q[0] - p[0]) / (q[1] - p[1]) for p, q in sides if (p[1] <= y) != (q[1] <= y))
        for left, right in zip(cuts[0::2], cuts[1::2], strict=False):
            cells |= {(column, row) for column in range(round(left / CELL), round(right / CELL) + 1)}
    return cells


def free_place(path: tuple[Point, ...], grid: set[Cell], shapes: Sequence[Shape]) -> tuple[Point, ...]:
    """Return an arrow shifted to the nearest free place: to the front rather than the back, within the figure rather than out."""
    box = bounds(shape for shape in shapes if shape.tone is not Tone.GROUND)
    taken = {(x + i, y + j) for x, y in grid for i, j in REACH}
    samples = _samples(path)
    length = math.dist(path[0], path[-1]) or 1.0
    ahead = (path[-1][0] - path[0][0], path[-1][1] - path[0][1])
    best, cost = path, math.inf
    for far in range(0, FARTHEST, 2):
        if far > cost:
            break
        for step in range(TURNS if far else 1):
            angle = step * math.tau / TURNS
            way = (far * math.cos(angle), far * math.sin(angle))
            there = [plus(p, way) for p in samples]
            if max(y for _, y in there) > FLOOR:
                continue
            along = abs(way[0] * ahead[0] + way[1] * ahead[1]) / length
            price = far + 0.5 * _outside(there, box) + 0.35 * along + (1.5 if way[0] < 0 else 0)
            if price >= cost:
                continue
            x, y = there[-1]
            head = ((x + 4, y), (x - 4, y), (x, y + 4), (x, y - 4))
            if not any((round(px / CELL), round(py / CELL)) in taken for px, py in (*there, *head)):
                best, cost = tuple(plus(p, way) for p in path), price
    return best


def _outside(points: Sequence[Point], box: Rect) -> float:
    """Return how far an arrow makes the picture larger: to the left, to the right less, upwards more."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(0.0, box.x - min(xs)) + max(0.0, max(xs) + 4 - box.right) * 0.8 + max(0.0, box.y - min(ys)) * 1.4


def _samples(path: tuple[Point, ...]) -> list[Point]:
    if len(path) == 2:  # noqa: PLR2004 - straight
        return [middle(path[0], path[1], at / 8) for at in range(9)]
    found = circle_through(*path)
    if found is None:
        return list(path)
    center, radius = found
    start, _, end = (math.atan2(y - center[1], x - center[0]) for x, y in path)
    sense = turn(*path)
    sweep = ((end - start) * sense) % math.tau
    angles = (start + sense * sweep * at / 10 for at in range(11))
    return [(center[0] + radius * math.cos(angle), center[1] + radius * math.sin(angle)) for angle in angles]


def _points(outline: Outline) -> list[Point]:
    """Return points along an outline, curves cut into CHORDS."""
    points: list[Point] = []
    for op, values in outline:
        if op is Op.CURVE:
            points += _chords(points[-1], values)
        elif op is not Op.CLOSE:
            points.append((values[0], values[1]))
    return points


def _chords(start: Point, values: tuple[float, ...]) -> list[Point]:
    x1, y1, x2, y2, x3, y3 = values
    found = []
    for at in range(1, CHORDS + 1):
        t = at / CHORDS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append((a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3))
    return found
