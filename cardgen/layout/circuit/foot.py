"""Times and the next exercises in, the feet of all posters out: work, rest, rounds, an arrow to go by, the code.

All posters of a circuit have the same foot, so that a person who goes round finds everything where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.display import Item, Mark, Role
from cardgen.layout.circuit.model import Arrow, Circuit, Station, span
from cardgen.layout.circuit.signpost import Sign, place_sign, plan_sign
from cardgen.layout.ground.box import Frame, place
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.tile import code_tile
from cardgen.theme.type import STATION_FIGURE, STATION_LABEL, STATION_UNIT
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

TILE = 27.0
"""Width of the code, in units, as are all lengths here."""
LABEL_GAP, UNIT_GAP, TIME_GAP, GAP = 3.4, 1.2, 8.0, 7.0
"""From a label to its figure, from that to its unit, between two times, and between times, arrow and code."""
FIGURES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Of the figures' size, to make room for a long name."""


@dataclass(frozen=True, slots=True)
class Time:
    """A label, its figure and its unit."""

    label: Phrase
    figure: Phrase
    unit: Phrase

    def width(self, gauge: Gauge) -> float:
        """Return how wide it is."""
        unit = gauge.across(UNIT_GAP) + self.unit.width if self.unit.text.units else 0.0
        return max(self.label.width, self.figure.width + unit)

    def height(self, gauge: Gauge) -> float:
        """Return how high it is."""
        return self.label.cap + gauge.across(LABEL_GAP) + self.figure.cap


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot of a station's poster."""

    times: tuple[Time, ...]
    sign: Sign
    tile: Frame | None
    rows: tuple[Rect, Rect, Rect]
    """Of times, arrow and code."""


def plan_feet(circuit: Circuit, arrow: Arrow, room: Rect, gauge: Gauge) -> tuple[Foot | None, ...]:
    """Return the foot of each station, figures as large on all as the longest name of a next one leaves; None where it has no room."""
    found: list[tuple[Foot | None, ...]] = []
    for part in FIGURES:
        found.append(tuple(_foot(circuit, station, arrow, (room, part), gauge) for station in circuit.stations))
        if None not in found[-1]:
            break
    return min(found, key=lambda feet: feet.count(None))


def _foot(circuit: Circuit, station: Station, arrow: Arrow, room_at: tuple[Rect, float], gauge: Gauge) -> Foot | None:
    """Return a foot; on an upright sheet the times stand over the arrow."""
    room, part = room_at
    tile = tile_of(station, gauge)
    gap = gauge.across(GAP)
    below = tile.width + gap if tile else 0.0
    upright = gauge.kit.measures.height > gauge.kit.measures.width
    told = [times_of(circuit, it, gauge, part) for it in circuit.stations]
    wide = max(_width(times, gauge) for times in told)
    high = max((time.height(gauge) for times in told for time in times), default=0.0)
    times, box = Rect(x=room.x, y=room.y, width=wide, height=room.height), room
    if upright and wide:
        times = replace(times, height=high)
        box = Rect(x=room.x, y=room.y + high + gap, width=room.width, height=room.height - high - gap)
    taken = wide + gap if wide and not upright else 0.0
    first = arrow is Arrow.LEFT
    sign = Rect(x=box.x + (0.0 if first else taken), y=box.y, width=box.width - taken - below, height=box.height)
    if first and taken:
        times = replace(times, x=sign.right + gap)
    code = Rect(x=room.right - (tile.width if tile else 0.0), y=box.y, width=below, height=box.height)
    if high > room.height or wide > room.width or (tile and tile.height > box.height) or sign.width <= 0:
        return None
    found = plan_sign(circuit.after(station), arrow, sign, gauge)
    if found is None:
        return None
    return Foot(times=told[station.number - 1], sign=found, tile=tile, rows=(times, sign, code))


def tile_of(station: Station, gauge: Gauge) -> Frame | None:
    """Return the code's tile; its caption is read by who scans it."""
    near = replace(gauge.kit, measures=replace(gauge.kit.measures, least=0.0))
    return code_tile(station.card, near, gauge.theme.outline, width=gauge.across(TILE))


def times_of(circuit: Circuit, station: Station, gauge: Gauge, part: float = 1.0) -> tuple[Time, ...]:
    """Return what is to be done at a station, its rest, and how often all go round."""
    words = gauge.kit.words
    told: list[tuple[str, str, str]] = []
    if station.task:
        told.append((words("figures.work"), *station.task))
    elif circuit.work:
        told.append((words("figures.work"), *span(circuit.work)))
    if circuit.rest:
        told.append((words("figures.rest"), *span(circuit.rest)))
    if circuit.rounds > 1:
        told.append((words("figures.rounds"), str(circuit.rounds), ""))
    size = max(gauge.size(STATION_FIGURE) * part, gauge.least)
    return tuple(
        Time(
            gauge.phrase(label, STATION_LABEL),
            gauge.figures(figure, STATION_FIGURE, size=size),
            gauge.figures(unit, STATION_UNIT),
        )
        for label, figure, unit in told
    )


def _width(times: tuple[Time, ...], gauge: Gauge) -> float:
    return sum(time.width(gauge) for time in times) + gauge.across(TIME_GAP) * max(len(times) - 1, 0)


def place_foot(foot: Foot, station: Station, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place times, arrow and code."""
    times, sign, code = foot.rows
    items: list[Item] = []
    x, other = times.x, other_language(gauge.kit.words.language, station.language)
    for time in foot.times:
        y = times.y + (times.height - time.height(gauge)) / 2
        mark = Mark(role=Role.PARAGRAPH, order=next(order), language=other)
        base = y + time.height(gauge)
        items += time.label.left(x, y, mark)
        items += time.figure.left(x, base - time.figure.cap, mark)
        if time.unit.text.units:
            items += time.unit.left(x + time.figure.width + gauge.across(UNIT_GAP), base - time.unit.cap, mark)
        x += time.width(gauge) + gauge.across(TIME_GAP)
    items += place_sign(foot.sign, sign, gauge, order, station.language)
    if foot.tile:
        items += place(foot.tile, code.x, code.y + (code.height - foot.tile.height) / 2, order)
    return items
