"""A room in, three small cards fanned out in it out: the picture on the cover. No photograph, no person, nothing to license."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cardgen.display import Color, Path, Segment
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.shapes import Point, disc, polygon
from cardgen.theme import mix
from cardgen.values.geometry import Rect

RATIO = math.sqrt(2)
"""Height of a card by its width."""
SHOWN = 0.94
"""How much of the front card stands out of the band."""
ANGLES = (-12.0, 0.0, 12.0)
"""In degrees: left, front and right card."""
ORDER = (0, 2, 1)
"""In which they are painted."""
PIVOT = 1.75
"""How far below its head a card turns, in its widths."""
LEAST = 24.0
"""A lower room, in sheet units, is left empty."""
SPREAD, RISE = 1.66, 0.09
"""The width of the whole fan, and how far its corners stand above the front card, in widths of a card."""
OUTLINE = 0.3
"""Of a card's edge, in sheet units."""

Transform = Callable[[Point], Point]


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one card."""

    head: Color
    title: Color
    eyebrow: Color
    number: Color


def place_fan(room: Rect, leaf: Leaf) -> tuple[Path, ...]:
    """Return the cards, those behind first; their feet are hidden by what stands under the room."""
    if room.height < leaf.gauge.across(LEAST):
        return ()
    width = min(room.width / SPREAD, room.height / (RATIO * SHOWN + RISE))
    x = room.x + room.width / 2 - width / 2
    top = room.bottom - width * RATIO * SHOWN
    looks = _looks(leaf)
    paths: list[Path] = []
    for at in ORDER:
        turn = _turned(x, top, width, math.radians(ANGLES[at]))
        drawn = _outlined(leaf, width) if leaf.kit.theme.foot.edge else _card(looks[at], leaf, width)
        paths += (_moved(path, turn, width) for path in drawn)
    return tuple(paths)


def _looks(leaf: Leaf) -> tuple[Look, Look, Look]:
    theme = leaf.kit.theme
    pale, disc_ = mix(theme.near, theme.paper, 0.38), theme.disc
    ground = disc_.fill or theme.paper
    front = Look(theme.band, theme.on_head, theme.eyebrow, ground)
    return (
        Look(ground, disc_.words, theme.paper, mix(ground, theme.paper, 0.35)),
        front,
        Look(pale, theme.paper, theme.accent, mix(theme.accent, theme.paper, 0.35)),
    )


def _turned(x: float, y: float, width: float, angle: float) -> Transform:
    """Return the transform from a card's own measure, its width being 1, to the page."""
    cos, sin = math.cos(angle), math.sin(angle)

    def transform(point: Point) -> Point:
        dx, dy = point[0] - 0.5, point[1] - PIVOT
        return (x + width * (0.5 + dx * cos - dy * sin), y + width * (PIVOT + dx * sin + dy * cos))

    return transform


def _moved(path: Path, turn: Transform, width: float) -> Path:
    segments: list[Segment] = []
    for op, values in path.segments:
        placed = (turn((x, y)) for x, y in zip(values[0::2], values[1::2], strict=True))
        segments.append((op, tuple(value for point in placed for value in point)))
    return replace(path, segments=tuple(segments), stroke_width=path.stroke_width * width)


def _card(look: Look, leaf: Leaf, width: float) -> Iterator[Path]:
    """Yield the parts of a card, drawn upright in a square measure: its width is 1."""
    theme = leaf.kit.theme
    text = mix(theme.hairline, theme.muted, 0.12)
    edge = mix(theme.near, theme.paper, 0.55)
    yield replace(_bar(0, 0, 1, RATIO, theme.paper), stroke=edge, stroke_width=leaf.gauge.across(OUTLINE) / width)
    yield _bar(0, 0, 1, 0.30, look.head)
    yield _bar(0.07, 0.06, 0.22, 0.022, look.eyebrow)
    yield _bar(0.07, 0.105, 0.46, 0.06, look.title)
    yield _bar(0.07, 0.19, 0.34, 0.024, mix(look.head, look.title, 0.55))
    yield from _code(0.695, 0.04, 0.24, theme.paper, theme.near)
    for row, lines in enumerate((0.70, 0.62, 0.74)):
        y = 0.375 + row * 0.175
        yield disc(0.07, y, 0.075, look.number)
        yield _bar(0.19, y, 0.30, 0.026, theme.heading)
        yield _bar(0.19, y + 0.052, lines, 0.017, text)
        yield _bar(0.19, y + 0.086, lines - 0.16, 0.017, text)
    for x, colors in ((0.07, theme.tips), (0.515, theme.mistakes)):
        yield _bar(x, 0.925, 0.415, 0.40, colors.ground)
        yield _bar(x, 0.925, 0.014, 0.40, colors.sign)
        yield _bar(x + 0.05, 0.965, 0.17, 0.03, colors.heading)
        for row in range(3):
            y = 1.04 + row * 0.075
            yield _bar(x + 0.05, y, 0.022, 0.022, colors.sign)
            yield _bar(x + 0.095, y + 0.003, 0.27 - 0.05 * (row % 2), 0.016, mix(colors.ground, theme.muted, 0.35))


def _outlined(leaf: Leaf, width: float) -> Iterator[Path]:
    """Yield the parts of a card where ink is saved: lines on white, and what stands for text in black."""
    theme, weight = leaf.kit.theme, leaf.gauge.across(OUTLINE) / width

    def edged(path: Path, color: Color) -> Path:
        return replace(path, fill=theme.paper, stroke=color, stroke_width=weight)

    yield edged(_bar(0, 0, 1, RATIO, theme.paper), theme.ink)
    yield _bar(0, 0.30 - 2 * weight, 1, 2 * weight, theme.line)
    yield _bar(0.07, 0.06, 0.22, 0.018, theme.ink)
    yield _bar(0.07, 0.105, 0.46, 0.05, theme.ink)
    yield _bar(0.07, 0.19, 0.34, 0.012, theme.ink)
    yield from _code(0.695, 0.04, 0.24, theme.paper, theme.code)
    for row, lines in enumerate((0.70, 0.62, 0.74)):
        y = 0.375 + row * 0.175
        yield edged(disc(0.07, y, 0.075, theme.paper), theme.line)
        yield _bar(0.19, y, 0.30, 0.02, theme.ink)
        yield _bar(0.19, y + 0.052, lines, 0.007, theme.ink)
        yield _bar(0.19, y + 0.086, lines - 0.16, 0.007, theme.ink)
    for x, colors in ((0.07, theme.tips), (0.515, theme.mistakes)):
        yield edged(_bar(x, 0.925, 0.415, 0.40, theme.paper), theme.ink)
        yield _bar(x, 0.925, 0.012, 0.40, colors.sign)
        yield _bar(x + 0.05, 0.965, 0.17, 0.024, theme.ink)
        for row in range(3):
            y = 1.04 + row * 0.075
            yield _bar(x + 0.05, y, 0.02, 0.02, colors.sign)
            yield _bar(x + 0.095, y + 0.006, 0.27 - 0.05 * (row % 2), 0.007, theme.ink)


_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))
_MODULES = ("0010110", "1101001", "0110110", "1011011", "0101100", "1100101", "0110011")
"""The middle of a code that leads nowhere: no reader takes it for one."""


def _code(x: float, y: float, side: float, ground: Color, ink: Color) -> Iterator[Path]:
    yield _bar(x, y, side, side, ground)
    inner, module = side * 0.8, side * 0.8 / 11
    left, top = x + side * 0.1, y + side * 0.1
    for dx, dy in ((0, 0), (inner - 3 * module, 0), (0, inner - 3 * module)):
        yield _bar(left + dx, top + dy, 3 * module, 3 * module, ink)
        yield _bar(left + dx + module * 0.75, top + dy + module * 0.75, 1.5 * module, 1.5 * module, ground)
    for row, modules in enumerate(_MODULES):
        for column, dark in enumerate(modules):
            if dark == "1":
                yield _bar(left + (4 + column) * module, top + (4 + row) * module, module * 0.96, module * 0.96, ink)


def _bar(x: float, y: float, width: float, height: float, fill: Color) -> Path:
    return polygon(Rect(x=x, y=y, width=width, height=height), _CORNERS, fill)
