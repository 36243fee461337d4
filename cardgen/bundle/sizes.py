"""The size that each card takes in, at most three sizes for all of them out, so that the pages look like one book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import inf

STEPS = 3


def choose_sizes(sizes: Sequence[float], *, steps: int = STEPS) -> tuple[float, ...]:
    """Return at most `steps` sizes so that the cards, each set in the largest that it takes, lose the least in all.

    The smallest is that of the longest card: none gets smaller than what it takes, and every card takes one of them.
    """
    counts = Counter(sizes)
    values = sorted(counts)
    # For each value, the least loss of all cards below it, and the sizes with which it is reached.
    reached: dict[int, tuple[float, tuple[float, ...]]] = {0: (0.0, ())}
    best = (inf, tuple(values))
    for _ in range(min(steps, len(values))):
        further: dict[int, tuple[float, tuple[float, ...]]] = {}
        for start, (before, chosen) in reached.items():
            losses = accumulate(counts[value] * (value - values[start]) for value in values[start:])
            for end, loss in enumerate(losses, start + 1):
                further[end] = min(further.get(end, (inf, ())), (before + loss, (*chosen, values[start])))
        reached = further
        best = min(best, reached[len(values)])
    return best[1]
