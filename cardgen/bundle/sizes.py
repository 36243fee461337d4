"""The size that each card takes in, at most three sizes for all of them out, so that the pages look like one book."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

STEPS = 3
GRID = 2
"""Sizes are told apart to so many decimals of a point."""


def choose_sizes(sizes: Sequence[float], *, steps: int = STEPS) -> tuple[float, ...]:
    """Return at most `steps` sizes so that the cards, each set in the largest that it takes, lose the least in all.

    The smallest is that of the longest card, so that none gets smaller than its own size and all find one that they take.
    """
    ordered = sorted(round(size, GRID) for size in sizes)
    values = sorted(set(ordered))
    if len(values) <= steps:
        return tuple(values)
    counts = [ordered.count(value) for value in values]
    # best[k][j]: least loss of the cards below value j, in k steps; cuts[k][j]: the value that opens the last of them.
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = [{0: (0.0, ())}]
    for _ in range(steps):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in range(1, len(values) + 1):
            options = (
                (loss + _loss(values, counts, start, end), (*cuts, start))
                for start, (loss, cuts) in best[-1].items()
                if start < end
            )
            reached[end] = min(options, default=(float("inf"), ()))
        best.append(reached)
    _, cuts = min(row[len(values)] for row in best[1:])
    return tuple(values[cut] for cut in cuts)


def _loss(values: Sequence[float], counts: Sequence[int], start: int, end: int) -> float:
    return sum((values[at] - values[start]) * counts[at] for at in range(start, end))


def loss(sizes: Sequence[float], steps: Sequence[float]) -> float:
    """Return how much smaller cards are set on average than each could be, in points."""
    taken = [max(step for step in steps if step <= round(size, GRID)) for size in sizes]
    return sum(size - step for size, step in zip(sizes, taken, strict=True)) / len(sizes)


def gaps(steps: Sequence[float]) -> tuple[float, ...]:
    """Return how far the steps are apart."""
    return tuple(high - low for low, high in pairwise(steps))
