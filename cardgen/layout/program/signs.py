"""What tells the days and exercises of a program apart: tiles with a day, discs with an order, brackets, grids to write in."""

from __future__ import annotations

from cardgen.display import Color, Item, Mark, Op, Path
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import on_disc, surface
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import line
from cardgen.theme.type import LINE, NUMERAL, PILL_NUMBER, TILE_DAY, TILE_NUMBER
from cardgen.values.geometry import Rect

TILE = 22.0
"""In sheet units, as are the lengths below; sizes on tiles are given for one so high."""
TILE_RADIUS, EDGE = 1.5, 0.45
"""Corners of a tile, and its line where it is in outline."""
WEEKDAY_AT, NUMBER_AT = 0.26, 0.75
"""The baselines of both, as parts of the tile's height."""
ALONE = 1.15
"""A number without a weekday is so much larger."""
PILL_GAP, PILL_SHARE, PILL_INSET = 2.2, 0.33, 1.6
BRACKET, BRACKET_END, BRACKET_X = 0.6, 1.4, 0.3
"""Weight of a bracket, length of its ends, and how far it stands from the margin."""
NUMERAL_WIDTH, NUMERAL_HEIGHT = 0.62, 0.48
"""The parts of its disc that an order may take."""


def day_tile(day: tuple[str, str], rect: Rect, gauge: Gauge, mark: Mark) -> list[Item]:
    """Place a tile: the weekday over the number of the day."""
    weekday, number = day
    scale, middle = rect.height / gauge.unit / TILE * gauge.scale, rect.x + rect.width / 2
    figure = gauge.figures(number, TILE_NUMBER, size=TILE_NUMBER.size * (1.0 if weekday else ALONE) * scale)
    ground = _ground(rect, gauge)
    if not weekday:
        return [ground, *figure.centred(middle, rect.y + (rect.height - figure.cap) / 2, mark)]
    name = gauge.phrase(weekday, TILE_DAY, size=max(TILE_DAY.size * scale, gauge.finest))
    return [
        ground,
        *name.centred(middle, rect.y + WEEKDAY_AT * rect.height - name.cap, mark),
        *figure.centred(middle, rect.y + NUMBER_AT * rect.height - figure.cap, mark),
    ]


def day_pill(day: tuple[str, str], rect: Rect, gauge: Gauge, mark: Mark) -> list[Item]:
    """Place a low tile: the weekday beside the number of the day."""
    weekday, number = day
    size = max(rect.height * PILL_SHARE / gauge.kit.cap(TILE_DAY.face), gauge.finest)
    gap = gauge.across(PILL_GAP) if weekday else 0.0
    most = rect.width - 2 * gauge.across(PILL_INSET)

    def set_both(size: float) -> tuple[Phrase, Phrase, float]:
        name, figure = gauge.phrase(weekday or " ", TILE_DAY, size=size), gauge.phrase(number, PILL_NUMBER, size=size)
        return name, figure, (name.width if weekday else 0.0) + figure.width

    name, figure, wide = set_both(size)
    if wide + gap > most:
        smaller = max(size * most / (wide + gap), gauge.finest)
        name, figure, wide = set_both(smaller)
        gap = gap * smaller / size
    wide += gap
    x, y = rect.x + (rect.width - wide) / 2, rect.y + (rect.height - name.cap) / 2
    named = name.left(x, y, mark) if weekday else ()
    return [_ground(rect, gauge), *named, *figure.right(x + wide, y, mark)]


def order_disc(order: str, square: Rect, gauge: Gauge, mark: Mark) -> list[Item]:
    """Place an order on its disc, such as "4a"."""
    largest = min(NUMERAL.size * gauge.scale, square.height * NUMERAL_HEIGHT / gauge.kit.cap(NUMERAL.face))
    figure = gauge.figures(order, NUMERAL, size=max(largest, gauge.finest))
    if (wide := square.width * NUMERAL_WIDTH) < figure.width:
        smaller = max(figure.setting.size * wide / figure.width, gauge.finest)
        figure = gauge.figures(order, NUMERAL, size=smaller)
    return on_disc(figure, square, gauge.kit, mark)


def bracket(rect: Rect, inset: float, gauge: Gauge) -> Path:
    """Return the bracket at the left of exercises that are done in turn, `inset` units inside their edges."""
    x, top, bottom = rect.x + gauge.across(BRACKET_X), rect.y + gauge.down(inset), rect.bottom - gauge.down(inset)
    end = x + gauge.across(BRACKET_END)
    return line(((end, top), (x, top), (x, bottom), (end, bottom)), gauge.across(BRACKET), gauge.theme.heading)


def grid(
    corner: tuple[float, float],
    box: tuple[float, float],
    count: tuple[int, int],
    gauge: Gauge,
    fill: Color | None = None,
) -> Path:
    """Return boxes in columns and rows, side by side: the first one's corner, the size of each, how many there are."""
    (x, y), (width, height), (columns, rows) = corner, box, count
    cells = tuple(
        (Op.RECT, (x + column * width, y + row * height, width, height))
        for row in range(rows)
        for column in range(columns)
    )
    return Path(segments=cells, fill=fill, stroke=gauge.theme.outline, stroke_width=gauge.across(LINE))


def _ground(rect: Rect, gauge: Gauge) -> Path:
    return surface(rect, gauge.theme.tile, gauge.across(EDGE), gauge.across(TILE_RADIUS))
