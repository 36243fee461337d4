"""A prepared paragraph and a measure in, lines out: as few as first-fit needs, least ragged over the whole paragraph.

The cost of a set of lines is the sum of
  (1 - width / measure)^2 for each line but the last, and SHORT_LINE x (LINE_SHARE - share)^2 where it is under that share of the
  measure: the eye takes a short line in the middle for the end of the paragraph;
  nothing for a last line from LAST_SHARE of the measure, and SHORT_LAST x (LAST_SHARE - share)^2 below it;
  LONE_WORD for a word alone on the last line, LONE_SHORT_WORD if it is short, ONE_WORD_LINE for one alone on any other;
  what a break behind its last unit costs (`Unit.break_cost`).
"""

from __future__ import annotations

from math import inf

from cardgen.typeset.prepare import Prepared

Lines = tuple[tuple[int, int], ...]
"""First unit and the one behind the last, a pair a line."""

LINE_SHARE, SHORT_LINE = 0.85, 10.0
NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7)
"""Parts of the measure that are tried where a line in the middle comes out short beside the longest."""
LAST_SHARE = 0.34
SHORT_LAST = 5.0
LONE_WORD = 0.35
LONE_LONG_WORD = 0.12
"""A last word from LONG_SHARE of the measure makes a line of its own."""
LONG_SHARE = 0.45
LONE_SHORT_WORD = 4.0
"""More than all other terms of a paragraph can save, so that a short word stands alone only where nothing else is possible."""
ONE_WORD_LINE = 0.3

IMPOSSIBLE = 10_000
"""The number of lines of a paragraph that has a word wider than the measure."""


def count_lines(paragraph: Prepared, measure: float) -> int:
    """Return how many lines first-fit needs at `measure` em; IMPOSSIBLE where a word is too wide."""
    if paragraph.widest > measure:
        return IMPOSSIBLE
    at = lines = 0
    count = len(paragraph.units)
    while at < count:
        at = paragraph.fits_until(at, measure)
        lines += 1
    return lines


class TooWideError(ValueError):
    """A word that is wider than its measure: the sheet is too small for letters of this size."""


def first_fit(paragraph: Prepared, measure: float) -> Lines:
    """Return the lines that filling each as far as it goes gives."""
    if paragraph.widest > measure:
        raise TooWideError(f"a word is wider than the measure of {measure:.2f} em")
    lines = []
    at = 0
    while at < len(paragraph.units):
        end = paragraph.fits_until(at, measure)
        lines.append((at, end))
        at = end
    return tuple(lines)


def cost_of(paragraph: Prepared, lines: Lines, measure: float) -> float:
    """Return what a set of lines costs."""
    last = len(lines) - 1
    if last == 0:
        return 0.0
    return sum(_line_cost(paragraph, line, measure, last=at == last) for at, line in enumerate(lines))


def break_lines(paragraph: Prepared, measure: float) -> Lines:
    """Return the lines of least cost among those as few as first-fit's; raises ValueError where a word is too wide."""
    greedy = first_fit(paragraph, measure)
    if len(greedy) <= 1:
        return greedy
    found = _least_ragged(paragraph, measure, greedy)
    if _has_short_line(paragraph, found):
        for part in NARROWER:
            if paragraph.widest > part * measure or count_lines(paragraph, part * measure) > len(greedy):
                break
            other = _least_ragged(paragraph, part * measure, first_fit(paragraph, part * measure))
            if not _has_short_line(paragraph, other):
                return other
    return found


def _has_short_line(paragraph: Prepared, lines: Lines) -> bool:
    """Tell whether a line other than the last is under LINE_SHARE of the longest."""
    widths = [paragraph.ends[end - 1] - paragraph.starts[start] for start, end in lines]
    return min(widths[:-1]) < LINE_SHARE * max(widths)


def _least_ragged(paragraph: Prepared, measure: float, greedy: Lines) -> Lines:
    latest = [end for _, end in greedy]
    earliest = _earliest(paragraph, measure, len(greedy))
    best: dict[int, tuple[float, Lines]] = {0: (0.0, ())}
    for row, (low, high) in enumerate(zip(earliest, latest, strict=True)):
        last = row == len(greedy) - 1
        reached: dict[int, tuple[float, Lines]] = {}
        for end in range(low, high + 1):
            found = inf
            for start, (cost, lines) in best.items():
                if start >= end or paragraph.ends[end - 1] - paragraph.starts[start] > measure + 1e-9:
                    continue
                total = cost + _line_cost(paragraph, (start, end), measure, last=last)
                if total < found - 1e-12:
                    found = total
                    reached[end] = (total, (*lines, (start, end)))
        best = reached
    return best[len(paragraph.units)][1]


def _earliest(paragraph: Prepared, measure: float, count: int) -> list[int]:
    """Return, line by line, the first place where it may end so that the rest still fits: first-fit from the back."""
    place = len(paragraph.units)
    ends = [place]
    for _ in range(count - 1):
        limit = paragraph.ends[place - 1]
        while place > 0 and limit - paragraph.starts[place - 1] <= measure + 1e-9:
            place -= 1
        ends.append(place)
    return ends[::-1]


def _line_cost(paragraph: Prepared, line: tuple[int, int], measure: float, *, last: bool) -> float:
    start, end = line
    share = (paragraph.ends[end - 1] - paragraph.starts[start]) / measure
    single = end - start == 1
    if not last:
        short = SHORT_LINE * max(0.0, LINE_SHARE - share) ** 2
        return (1 - share) ** 2 + short + paragraph.units[end - 1].break_cost + (ONE_WORD_LINE if single else 0.0)
    lone = 0.0
    if single:
        lone = LONE_SHORT_WORD if share < LAST_SHARE else LONE_WORD if share < LONG_SHARE else LONE_LONG_WORD
    return lone + (SHORT_LAST * (LAST_SHARE - share) ** 2 if share < LAST_SHARE else 0.0)
