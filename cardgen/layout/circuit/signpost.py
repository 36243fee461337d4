"""The next station and a direction in, an arrow that names and shows it out, in the largest type for its room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.display import Item, Mark, Op, Path, Role, Segment
from cardgen.layout.circuit.model import Arrow, Station
from cardgen.layout.ground.figures import FigurePlan, Form, Ground, place_figure, plan_figure
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import polygon, rounded
from cardgen.layout.ground.text import Slot
from cardgen.theme.type import STATION_LABEL, STATION_NEXT
from cardgen.typeset.tidy import NO_BREAK
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

PAD, LABEL_GAP, EDGE, RADIUS = 3.4, 2.6, 0.6, 2.0
"""Round what stands in an arrow, under its label; weight and corners of its outline; in units, as are all lengths here."""
POINT, POINT_MOST = 0.32, 13.0
"""How long the point is, as a part of the arrow's height, and at the most."""
SYMBOL, SYMBOL_RATIO = 13.0, 1.6
"""Width of an arrow that points up or down, and how many times as high it is at the most."""
FIGURE, FIGURE_LEAST = 0.42, 15.0
"""The part of its room that the next exercise's figure has beside the name, and the least height of a body."""
LINES = 3
_UPWARD = ((0.5, 0.0), (1.0, 0.46), (0.66, 0.46), (0.66, 1.0), (0.34, 1.0), (0.34, 0.46), (0.0, 0.46))
"""An arrow in a square of side 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An arrow, sized."""

    arrow: Arrow
    station: Station
    label: Phrase
    name: Phrase | None
    """None where it is too long: number and figure show the way."""
    width: float
    """Of the name."""
    figure: FigurePlan | None


def plan_sign(station: Station, arrow: Arrow, box: Rect, gauge: Gauge) -> Sign | None:
    """Return the arrow to a station, its figure under or beside the name where both have room; None where neither has."""
    inner = _inner(arrow, box, gauge)
    label = gauge.phrase(f"{gauge.kit.words('poster.next')}{NO_BREAK}{station.number}", STATION_LABEL)
    if label.width > inner.width:
        return None
    found: list[Sign] = []
    for width, beside in ((inner.width, False), (inner.width * (1 - FIGURE), True)):
        name = gauge.fit(station.title, STATION_NEXT, width, lines=LINES, language=station.language)
        high = label.cap + gauge.across(LABEL_GAP) + name.height(width)
        if name.count(width) > LINES or any(unit.hyphen for unit in name.text.units) or high > inner.height:
            continue
        gap = gauge.across(LABEL_GAP)
        room = (inner.width - width - gap, inner.height) if beside else (inner.width, inner.height - high - gap)
        figure = plan_figure(station.card, room, gauge.theme, Ground.PAPER, Form.WORKING)
        figure = figure if figure and figure.stature >= gauge.across(FIGURE_LEAST) else None
        found.append(Sign(arrow=arrow, station=station, label=label, name=name, width=width, figure=figure))
    if found:
        return max(found, key=lambda sign: sign.figure.scale if sign.figure else 0.0)
    room = (inner.width - label.width - gauge.across(LABEL_GAP), inner.height)
    figure = plan_figure(station.card, room, gauge.theme, Ground.PAPER, Form.WORKING)
    bare = Sign(arrow=arrow, station=station, label=label, name=None, width=label.width, figure=figure)
    return bare if figure and label.cap <= inner.height else None


def place_sign(sign: Sign, box: Rect, gauge: Gauge, order: Iterator[int], language: str) -> list[Item]:
    """Place an arrow that fills its box, on a page in this language."""
    inner = _inner(sign.arrow, box, gauge)
    own = Mark(role=Role.PARAGRAPH, order=next(order), language=other_language(gauge.kit.words.language, language))
    spoken = other_language(sign.station.language, language)
    named = own if spoken == own.language else Mark(role=Role.PARAGRAPH, order=next(order), language=spoken)
    high = sign.label.cap + (gauge.across(LABEL_GAP) + sign.name.height(sign.width) if sign.name else 0.0)
    under = sign.figure is not None and sign.width == inner.width
    y = inner.y if under else inner.y + (inner.height - high) / 2
    items: list[Item] = [*_ground(sign.arrow, box, gauge), *sign.label.left(inner.x, y, own)]
    if sign.name:
        items += sign.name.within(Slot(inner.x, y + sign.label.cap + gauge.across(LABEL_GAP), sign.width), named)
    if figure := sign.figure:
        x = inner.x if under else inner.right - figure.width
        y = inner.bottom - figure.height if under else inner.y + (inner.height - figure.height) / 2
        items += place_figure(figure, Slot(x, y), next(order), gauge.kit.words, language)
    return items


def _inner(arrow: Arrow, box: Rect, gauge: Gauge) -> Rect:
    """Return where words and figure stand: not in the point, nor under the symbol."""
    pad = gauge.across(PAD)
    taken = _depth(box, gauge) if arrow in (Arrow.LEFT, Arrow.RIGHT) else pad + gauge.across(SYMBOL)
    left = box.x + (taken if arrow is Arrow.LEFT else pad)
    return Rect(x=left, y=box.y + pad, width=box.width - pad - taken, height=box.height - 2 * pad)


def _depth(box: Rect, gauge: Gauge) -> float:
    return min(POINT * box.height, gauge.across(POINT_MOST))


def _ground(arrow: Arrow, box: Rect, gauge: Gauge) -> list[Path]:
    """Return the outline of an arrow: pointed itself, or a box with an arrow in it."""
    weight, radius, color = gauge.across(EDGE), gauge.across(RADIUS), gauge.theme.heading
    shape = box.inset(weight / 2, weight / 2)
    if arrow in (Arrow.LEFT, Arrow.RIGHT):
        return [Path(segments=_pointed(shape, _depth(box, gauge), arrow), stroke=color, stroke_width=weight)]
    outline = rounded(shape, left=radius, right=radius)
    wide, pad = gauge.across(SYMBOL), gauge.across(PAD)
    high = min(box.height - 2 * pad, SYMBOL_RATIO * wide)
    square = Rect(x=box.right - pad - wide, y=box.y + (box.height - high) / 2, width=wide, height=high)
    points = _UPWARD if arrow is Arrow.UP else tuple((x, 1 - y) for x, y in _UPWARD)
    return [Path(segments=outline, stroke=color, stroke_width=weight), polygon(square, points, color)]


def _pointed(box: Rect, depth: float, arrow: Arrow) -> tuple[Segment, ...]:
    """Return a box whose one end is a point."""

    def at(x: float, y: float) -> tuple[float, float]:
        """Return a point given from the blunt end and the upper edge."""
        return (box.x + x if arrow is Arrow.RIGHT else box.right - x), box.y + y

    wide, high = box.width, box.height
    corners = ((wide - depth, 0.0), (wide, high / 2), (wide - depth, high), (0.0, high))
    return ((Op.MOVE, at(0, 0)), *((Op.LINE, at(x, y)) for x, y in corners), (Op.CLOSE, ()))
