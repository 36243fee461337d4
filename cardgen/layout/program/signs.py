"""What tells the days and exercises of a program apart: tiles with a day, discs with an order, brackets, boxes to write in."""

from __future__ import annotations

from cardgen.display import Color, Mark, Op, Path, Text
from cardgen.layout.ground.measures import SMALLEST, Kit
from cardgen.layout.ground.panel import numeral_disc
from cardgen.layout.ground.phrase import Phrase, Type, set_figures, set_phrase
from cardgen.layout.ground.shapes import rounded
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

TILE_RADIUS = 1.5
"""In sheet units, as are the lengths below."""
EDGE = 0.45
"""Of a tile in outline."""
WEEKDAY, NUMBER = 12.0, 33.0
"""In points on a tile 22 units high."""
TILE = 22.0
WEEKDAY_AT, NUMBER_AT = 0.26, 0.75
"""The baselines of both, as parts of the tile's height."""
ALONE = 1.15
"""A number without a weekday is so much larger."""
PILL_GAP, PILL_SHARE, PILL_INSET = 2.2, 0.33, 1.6
BRACKET, BRACKET_END = 0.6, 1.4
"""Weight of a bracket and length of its ends."""
NUMERAL, NUMERAL_WIDTH, NUMERAL_HEIGHT = 15.0, 0.62, 0.48
"""Size of an order on its disc, and the parts of the disc that it may take."""
LINE, BOX_LINE, BOX_RADIUS = 0.25, 0.3, 0.8


def day_tile(day: tuple[str, str], rect: Rect, kit: Kit, mark: Mark) -> tuple[Path | Text, ...]:
    """Place a tile: the weekday over the number of the day."""
    weekday, number = day
    theme, scale = kit.theme, rect.height / kit.measures.unit / TILE * kit.measures.scale
    middle = rect.x + rect.width / 2
    figure = set_figures(number, Type(style=Style.DISPLAY, color=theme.title), NUMBER * scale, kit)
    if not weekday:
        figure = set_figures(number, Type(style=Style.DISPLAY, color=theme.title), NUMBER * ALONE * scale, kit)
        y = rect.y + (rect.height - figure.cap) / 2
        return (*_ground(rect, kit), *figure.centred(middle, y, mark))
    size = max(WEEKDAY * scale, least_size(kit))
    name = set_phrase(weekday, Type(style=Style.HEADING, color=theme.eyebrow), size, kit)
    return (
        *_ground(rect, kit),
        *name.centred(middle, rect.y + WEEKDAY_AT * rect.height - name.cap, mark),
        *figure.centred(middle, rect.y + NUMBER_AT * rect.height - figure.cap, mark),
    )


def day_pill(day: tuple[str, str], rect: Rect, kit: Kit, mark: Mark) -> tuple[Path | Text, ...]:
    """Place a low tile: the weekday beside the number of the day."""
    weekday, number = day
    types = Type(style=Style.HEADING, color=kit.theme.eyebrow), Type(style=Style.HEADING, color=kit.theme.title)
    least = least_size(kit)
    size = max(rect.height * PILL_SHARE / kit.cap(Style.HEADING), least)
    gap = PILL_GAP * kit.measures.unit if weekday else 0.0
    most = rect.width - 2 * PILL_INSET * kit.measures.unit

    def set_both(size: float) -> tuple[Phrase, Phrase, float]:
        name, figure = (
            set_phrase(words, type_, size, kit) for words, type_ in zip((weekday or " ", number), types, strict=True)
        )
        return name, figure, (name.width if weekday else 0.0) + figure.width

    name, figure, wide = set_both(size)
    if wide + gap > most:
        smaller = max(size * most / (wide + gap), least)
        name, figure, wide = set_both(smaller)
        gap = gap * smaller / size
    wide += gap
    x, y = rect.x + (rect.width - wide) / 2, rect.y + (rect.height - name.cap) / 2
    named = name.left(x, y, mark) if weekday else ()
    return (*_ground(rect, kit), *named, *figure.right(x + wide, y, mark))


def order_disc(order: str, square: Rect, kit: Kit, mark: Mark) -> tuple[Path | Text, ...]:
    """Place an order on its disc, such as "4a"."""
    type_ = Type(style=Style.DISPLAY, color=kit.theme.disc.numeral)
    largest = min(NUMERAL * kit.measures.scale, square.height * NUMERAL_HEIGHT / kit.cap(Style.DISPLAY))
    size = max(largest, least_size(kit))
    figure = set_figures(order, type_, size, kit)
    if figure.width > square.width * NUMERAL_WIDTH:
        smaller = max(size * square.width * NUMERAL_WIDTH / figure.width, least_size(kit))
        figure = set_figures(order, type_, smaller, kit)
    y = square.y + (square.height - figure.cap) / 2
    return (
        numeral_disc(square.x, square.y, square.width, kit),
        *figure.centred(square.x + square.width / 2, y, mark),
    )


def bracket(x: float, top: float, bottom: float, kit: Kit) -> Path:
    """Return the bracket at the left of exercises that are done in turn."""
    end = x + BRACKET_END * kit.measures.unit
    points = ((end, top), (x, top), (x, bottom), (end, bottom))
    return Path(
        segments=((Op.MOVE, points[0]), *((Op.LINE, point) for point in points[1:])),
        stroke=kit.theme.heading,
        stroke_width=BRACKET * kit.measures.unit,
    )


def write_in(rect: Rect, kit: Kit) -> Path:
    """Return an empty box to write or tick in; its line lies inside."""
    unit = kit.measures.unit
    inner = rect.inset(BOX_LINE * unit / 2, BOX_LINE * unit / 2)
    return Path(
        segments=rounded(inner, left=BOX_RADIUS * unit, right=BOX_RADIUS * unit),
        fill=kit.theme.paper,
        stroke=kit.theme.outline,
        stroke_width=BOX_LINE * unit,
    )


def grid(
    corner: tuple[float, float], box: tuple[float, float], count: tuple[int, int], kit: Kit, fill: Color | None = None
) -> Path:
    """Return boxes in columns and rows, side by side: the first one's corner, the size of each, how many there are."""
    (x, y), (width, height), (columns, rows) = corner, box, count
    cells = tuple(
        (Op.RECT, (x + column * width, y + row * height, width, height))
        for row in range(rows)
        for column in range(columns)
    )
    return Path(segments=cells, fill=fill, stroke=kit.theme.outline, stroke_width=LINE * kit.measures.unit)


def line(start: tuple[float, float], end: tuple[float, float], color: Color, weight: float) -> Path:
    """Return a straight line; `weight` in points."""
    return Path(segments=((Op.MOVE, start), (Op.LINE, end)), stroke=color, stroke_width=weight)


def least_size(kit: Kit) -> float:
    """Return the least size of any letter, in points: that of the use, and what can be printed."""
    return max(SMALLEST, kit.measures.least)


def _ground(rect: Rect, kit: Kit) -> tuple[Path, ...]:
    """Return the ground of a tile, dark or in outline."""
    theme, radius = kit.theme, TILE_RADIUS * kit.measures.unit
    if theme.head is not None:
        return (Path(segments=rounded(rect, left=radius, right=radius), fill=theme.head),)
    weight = EDGE * kit.measures.unit
    inner = rect.inset(weight / 2, weight / 2)
    return (Path(segments=rounded(inner, left=radius, right=radius), stroke=theme.ink, stroke_width=weight),)
