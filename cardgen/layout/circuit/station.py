"""Stations in, their posters out: what is done here and what it looks like, for how long, and where to go next.

Head, stage and foot stand on the same lines on every poster of a circuit, and its figures have the same room: as much as leaves
the names of all steps a size that can be read from where people stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.compose import CardStep
from cardgen.display import Item, Page
from cardgen.guide.model import plain_text
from cardgen.layout.circuit.foot import Foot, place_foot, plan_feet, tile_of
from cardgen.layout.circuit.model import Arrow, Circuit, Station
from cardgen.layout.ground.figures import Ground, place_figure, plan_figure
from cardgen.layout.ground.gauge import Gauge, gauge_of
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import place_map, plan_map, stage_look
from cardgen.layout.ground.overflow import Overflow
from cardgen.layout.ground.stage import stage_ground
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.zones import zones_of
from cardgen.layout.poster.head import STATION as HEAD
from cardgen.layout.poster.head import Head, place_head
from cardgen.layout.poster.names import STATION as NAMES
from cardgen.layout.poster.names import (
    STATION_TIGHT,
    Field,
    NameForm,
    height_at,
    largest_size,
    least_size,
    place_names,
    too_long,
)
from cardgen.theme.type import STATION_NAME
from cardgen.values.errors import Location
from cardgen.values.geometry import Rect, to_mm
from cardgen.values.notes import LeftOut

FOOT, FOOT_UPRIGHT = 46.0, 68.0
"""Height of the foot, in units, as are all lengths here."""
FORMS = (NAMES, STATION_TIGHT)
INSET, NAMES_INSET, GAP = 4.4, 2.6, 6.0
"""Round the figure and in the foot, over and under the names; between figure and names."""
FIGURES = (0.5, 0.44, 0.38, 0.32, 0.26)
"""The part of the width, on an upright sheet of what is between head and foot, that a figure may have."""
STAGE_UPRIGHT = (0.62, 0.56, 0.5, 0.44)
UNDER_TITLE = 0.8
"""Names of steps are at most this part of the title's size."""
WORTH_TEXTS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A poster, sized."""

    station: Station
    gauge: Gauge
    stage: Rect
    figure: Rect
    """Where it may stand."""
    field: Field
    size: float
    """Of the names, the largest that fits."""
    foot: Foot
    has_texts: bool

    @property
    def worth(self) -> float:
        """How well it does: large names, a large figure, texts that were asked for."""
        part = self.figure.width * self.figure.height / (self.stage.width * self.stage.height)
        return self.size / self.gauge.size(STATION_NAME) + part + (WORTH_TEXTS if self.has_texts else 0.0)


@dataclass(frozen=True, slots=True)
class Room:
    """How what is between head and foot is shared out."""

    stage: Rect
    figure: Rect
    names: Rect
    columns: int
    form: NameForm

    def field(self, station: Station, steps: tuple[CardStep, ...]) -> Field:
        """Return where steps go."""
        return Field(steps=steps, language=station.language, rect=self.names, columns=self.columns, form=self.form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """What all posters of a circuit share."""

    circuit: Circuit
    arrow: Arrow
    gauge: Gauge

    def head(self, station: Station, order: Iterator[int]) -> Head | None:
        """Place the head of a station; None where the title is too long."""
        equipment = (station.equipment,) if station.equipment else ()
        return place_head(replace(station.card, eyebrow=equipment), HEAD, self.gauge, order)

    @property
    def is_upright(self) -> bool:
        """Whether the sheets hang upright."""
        return self.gauge.kit.measures.height > self.gauge.kit.measures.width

    @property
    def body(self) -> Rect:
        """Between head and foot."""
        measures, top = self.gauge.kit.measures, self.gauge.across(HEAD.height)
        high = measures.height - top - self.gauge.across(FOOT_UPRIGHT if self.is_upright else FOOT)
        return Rect(x=0.0, y=top, width=measures.width, height=high)

    @property
    def foot(self) -> Rect:
        """Of times, arrow and code."""
        gauge, inset, end = self.gauge, self.gauge.across(INSET), self.gauge.kit.measures.height
        top = self.body.bottom + inset
        margin = max(gauge.across(GAP), gauge.kit.measures.bottom_edge)
        return Rect(x=gauge.left, y=top, width=gauge.width, height=end - margin - top)

    def rooms(self) -> Iterator[Room]:
        """Yield how the body may be shared out, the largest figure first."""
        body, left, width = self.body, self.gauge.left, self.gauge.width
        inset, gap = self.gauge.across(INSET), self.gauge.across(GAP)
        if self.is_upright:
            for share in STAGE_UPRIGHT:
                stage = replace(body, height=body.height * share)
                figure = replace(stage.inset(left, inset))
                names = Rect(x=left, y=stage.bottom + inset, width=width, height=body.bottom - stage.bottom - inset)
                yield from (Room(stage, figure, names, columns, form) for columns in (1, 2) for form in FORMS)
            return
        for share in FIGURES:
            figure = Rect(x=left, y=body.y + inset, width=body.width * share - left, height=body.height - 2 * inset)
            x = figure.right + gap
            names = replace(body.inset(0.0, self.gauge.across(NAMES_INSET)), x=x, width=left + width - x)
            yield from (Room(body, figure, names, 1, form) for form in FORMS)


def plan_posters(circuit: Circuit, arrow: Arrow, kit: Kit, sheet: str) -> tuple[Poster | Overflow, ...]:
    """Return the poster of each station, sized, or what does not fit.

    Where texts of the steps are asked for and do not fit, their names stand alone.
    """
    zones = zones_of(kit)
    measures = replace(kit.measures, unit=zones.unit, margin=zones.margin, text_width=zones.text_width)
    wall = Wall(circuit=circuit, arrow=arrow, gauge=gauge_of(replace(kit, measures=measures)))
    feet = plan_feet(circuit, arrow, wall.foot, wall.gauge)
    tried = [
        [_poster(it, foot, room, wall) if foot else None for it, foot in zip(circuit.stations, feet, strict=True)]
        for room in wall.rooms()
    ]
    hopeless = {at for at in range(len(feet)) if not any(row[at] for row in tried)}
    common = (row for row in tried if all(row[at] for at in range(len(row)) if at not in hopeless))
    best = next(common, tried[-1])
    return tuple(
        found or _describe(station, wall, sheet) for station, found in zip(circuit.stations, best, strict=True)
    )


def _poster(station: Station, foot: Foot, room: Room, wall: Wall) -> Poster | None:
    """Return a poster whose figure has this room; None where the names have too little."""
    head = wall.head(station, count(1))
    for steps in (station.texts, station.card.steps):
        field = room.field(station, steps)
        size = largest_size(field, wall.gauge, UNDER_TITLE * head.title_size) if head and steps else 0.0
        if size:
            has_texts = steps is station.texts
            return Poster(
                station=station, gauge=wall.gauge, stage=room.stage, figure=room.figure, field=field, size=size, foot=foot,
                has_texts=has_texts,
            )  # fmt: skip
    return None


def place_poster(poster: Poster, sizes: Sequence[float] = ()) -> Page:
    """Return the finished poster, its steps in the largest of `sizes` that they take."""
    station, gauge = poster.station, poster.gauge
    size = max((size for size in sizes if size <= poster.size + 1e-9), default=poster.size)
    if height_at(poster.field, size, gauge) > poster.field.rect.height:
        size = poster.size  # smaller type may break a name otherwise, never onto more lines; and yet
    order = count(1)
    equipment = (station.equipment,) if station.equipment else ()
    head = place_head(replace(station.card, eyebrow=equipment), HEAD, gauge, order)
    items = [
        *(head.items if head else ()),
        *stage_ground(poster.stage, gauge.kit),
        *_picture(poster, order),
        *place_names(poster.field, size, gauge, order),
        *place_foot(poster.foot, station, gauge, order),
    ]
    return Page(
        width=gauge.kit.measures.width,
        height=gauge.kit.measures.height,
        items=tuple(items),
        title=f"{station.number} {station.title}",
        language=station.language,
        notes=tuple(_notes(poster)),
        type_size=size,
    )


def _notes(poster: Poster) -> Iterator[LeftOut]:
    if poster.station.texts and not poster.has_texts:
        yield LeftOut.TEXTS_OF_POSTER
    if poster.foot.sign.name is None:
        yield LeftOut.NEXT_OF_POSTER


def _picture(poster: Poster, order: Iterator[int]) -> list[Item]:
    """Place the figure in the middle of its room, or the map where there is none."""
    card, room, theme = poster.station.card, poster.figure, poster.gauge.theme
    if figure := plan_figure(card, (room.width, room.height), theme, Ground.STAGE):
        x, y = room.x + (room.width - figure.width) / 2, room.y + (room.height - figure.height) / 2
        return place_figure(figure, Slot(x, y), next(order), card.words, card.language)
    plan = plan_map(card, room.height)
    if plan and plan.width > room.width:
        plan = plan_map(card, room.height * room.width / plan.width)
    if plan is None:
        return []
    x, y = room.x + (room.width - plan.width) / 2, room.y + (room.height - plan.height) / 2
    return place_map(card, plan, x, y, stage_look(theme), next(order))


# --- what does not fit ------------------------------------------------------------------------------------------------


def _describe(station: Station, wall: Wall, sheet: str) -> Overflow:
    """Say what of a poster does not fit at the least size."""
    gauge, place = wall.gauge, station.card.location
    least = least_size(gauge, NAMES)
    at = f"at {least:.3g} pt, the smallest size allowed"
    if wall.head(station, count(1)) is None:
        return _overflow(f'the title "{station.title}" is too long for {sheet} {at}', place)
    tile = tile_of(station, gauge)
    if tile and tile.height > wall.foot.height:
        return _overflow(f"{sheet} has no room for a code this large", place)
    if plan_feet(wall.circuit, wall.arrow, wall.foot, gauge)[station.number - 1] is None:
        return _overflow(f'times and "Next: {wall.circuit.after(station).title}" are too long for {sheet} {at}', place)
    steps = station.card.steps
    fields = [room.field(station, steps) for room in wall.rooms()]
    over = min(height_at(field, least, gauge) - field.rect.height for field in fields)
    if long := too_long(steps, over):
        return _overflow(f'the step "{plain_text(long.name)}" is too long for {sheet} {at}', long.location, over)
    return _overflow(f"{len(steps)} steps are too many for {sheet} by {to_mm(over):.0f} mm {at}", place, over)


def _overflow(message: str, location: Location, excess: float = float("inf")) -> Overflow:
    return Overflow(message=message, hint="take a larger sheet, or stand nearer", location=location, excess=excess)
