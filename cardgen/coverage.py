"""A printed file in, how much ink it takes out: what a printer pays for.

Coverage is the sum of cyan, magenta, yellow and black over the page, in percent of one ink laid on all of it, after a plain
conversion of the drawn page: black is what the lightest part leaves, the others are what is left beside it. A page all in black
has 100, one in the darkest mixture of all four would have 400.
"""

from __future__ import annotations

from statistics import fmean

from cardgen.preview import count_colors

DPI = 100
"""Fine enough for the strokes of letters; twice as much changes the sum by less than a hundredth of it."""
WHOLE = 255


def coverage(pdf: bytes) -> float:
    """Return the ink of a file, the mean of its pages, in percent; UsageError without the library that draws pages."""
    return fmean(_of_page(colors) for colors in count_colors(pdf, dpi=DPI))


def _of_page(colors: dict[tuple[int, int, int], int]) -> float:
    total = sum(colors.values())
    return 100 * sum(number * _ink(*color) for color, number in colors.items()) / total


def _ink(red: int, green: int, blue: int) -> float:
    """Return cyan, magenta, yellow and black of a colour, summed, each from 0 to 1."""
    light = max(red, green, blue)
    if not light:
        return 1.0
    return 1 - light / WHOLE + (3 * light - red - green - blue) / light
