"""A printed file in, how much ink it takes out: what a printer pays for.

Coverage is the sum of cyan, magenta, yellow and black over the page, in percent of one ink laid on all of it, after a plain
conversion of the drawn page: black is what the lightest part leaves, the others are what is left beside it. A page all in black
has 100, one in the darkest mixture of all four would have 400.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from cardgen.paint.preview import Shade, count_colors

DPI = 300
"""Fine enough for hairlines, which are drawn a pixel wide at least: at 100 dpi a card in low ink seems to take a tenth more."""
MOST_PIXELS = 9_000_000
"""A4 in this resolution; larger sheets have larger hairlines."""
WHOLE = 255


def coverage(pdf: bytes) -> float:
    """Return the ink of a file, the mean of its pages, in percent; UsageError without the library that draws pages."""
    return fmean(_of_page(colors) for colors in count_colors(pdf, dpi=DPI, most=MOST_PIXELS))


def _of_page(colors: Iterable[tuple[int, Shade]]) -> float:
    inks = [(number, number * _ink(*color)) for number, color in colors]
    return 100 * sum(ink for _, ink in inks) / sum(number for number, _ in inks)


def _ink(red: int, green: int, blue: int) -> float:
    """Return cyan, magenta, yellow and black of a colour, summed, each from 0 to 1."""
    light = max(red, green, blue)
    if not light:
        return 1.0
    return 1 - light / WHOLE + (3 * light - red - green - blue) / light
