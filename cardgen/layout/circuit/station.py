"""Stations in, their posters out: what is done here, for how long, and where to go next, to be read from the floor.

Head and foot are set at their usual size, then tighter; beside the steps stand map and code, the map in several heights and, where
nothing else helps, not at all. Of the ways in which all posters of a circuit fit, the one is taken that is worth most: large
steps on one line each, a large head, a map. Disc, times and arrow are then as large on every poster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Page
from cardgen.guide.model import plain_text
from cardgen.layout.circuit.foot import Foot, place_foot, plan_foot, rule_height
from cardgen.layout.circuit.frame import Frame, frame_of
from cardgen.layout.circuit.head import Head, place_head, plan_head
from cardgen.layout.circuit.model import Arrow, Circuit, Station
from cardgen.layout.circuit.pictures import Pictures, Shown, Side, arrangements, place_pictures
from cardgen.layout.circuit.steps import (
    NAME_LINES,
    Steps,
    Wording,
    largest_steps,
    place_steps,
    prepare_steps,
    set_steps,
    steps_height,
)
from cardgen.layout.ground.figures import FigurePlan
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.overflow import Overflow
from cardgen.values.errors import Location
from cardgen.values.geometry import Rect, to_mm
from cardgen.values.notes import LeftOut

TIGHT = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5)
"""How head and foot are set, as a part of their usual size; only figures and the title shrink, no text under the least size."""
STEPS, STEPS_MOST = 40.0, 54.0
"""Usual and greatest size of the steps, in points on A4."""
TEXTS, TEXTS_MOST = 22.0, 40.0
"""The same where their texts are printed."""
UNDER_TITLE = 0.8
"""Steps are at most this part of the title's size."""
HEAD_GAP, FOOT_GAP, SIDE_GAP = 8.0, 6.0, 8.0
"""Under the head, over the rule, and between steps and pictures, in poster units."""
WORTH_TEXTS, WORTH_STEPS, WORTH_TURNED, WORTH_TIGHT = 2.0, 1.0, -0.15, 0.7
"""What texts that were asked for, steps of the usual size, a second line of each, and head and foot of their size are worth."""
WORTH_MAP, WORTH_MAP_SIZE = 0.25, 0.5
"""What a map at all is worth, and one as high as the sheet."""
WORTH_FIGURE = 0.5
"""Of a figure over the muscle map, which stands where no figure has room."""
WORTH_SHOWN = {Shown.ALL: 0.0, Shown.MAIN: -0.08, Shown.SOME: -0.2}
"""What a map is worth that lacks muscles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A poster, sized."""

    station: Station
    circuit: Circuit
    frame: Frame
    head: Head
    foot: Foot
    room: Rect
    """Of steps and pictures."""
    pictures: Pictures
    words: tuple[Wording, ...]
    steps: Steps
    has_texts: bool
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """What all posters of a circuit share."""

    circuit: Circuit
    frame: Frame
    foot: Foot
    side: Side


def plan_posters(circuit: Circuit, arrow: Arrow, kit: Kit, sheet: str) -> tuple[Poster | Overflow, ...]:
    """Return the poster of each station, sized, or what does not fit.

    Where texts of the steps are asked for and do not fit, their names stand alone.
    """
    words = [_words(station, kit) for station in circuit.stations]
    walls = tuple(_walls(circuit, arrow, frame_of(kit)))
    tried = [
        [_best(station, wall, wording) for station, wording in zip(circuit.stations, words, strict=True)]
        for wall in walls
    ]
    hopeless = {at for at in range(len(circuit.stations)) if not any(row[at] for row in tried)}
    common = [row for row in tried if all(row[at] for at in range(len(row)) if at not in hopeless)]
    best = max(common, key=lambda row: sum(it.worth for it in row if it), default=None)
    found: list[Poster | Overflow] = []
    for at, station in enumerate(circuit.stations):
        poster = best[at] if best else max((row[at] for row in tried if row[at]), key=_worth, default=None)
        found.append(poster or _describe(station, circuit, arrow, frame_of(kit), sheet))
    return tuple(found)


def _worth(poster: Poster | None) -> float:
    return poster.worth if poster else 0.0


def _walls(circuit: Circuit, arrow: Arrow, frame: Frame) -> Iterator[Wall]:
    for tight in TIGHT:
        tighter = replace(frame, tight=tight)
        if foot := plan_foot(circuit, arrow, tighter):
            yield from (Wall(circuit=circuit, frame=tighter, foot=foot, side=side) for side in Side)


def _words(station: Station, kit: Kit) -> list[tuple[tuple[Wording, ...], bool]]:
    """Return the words of the steps: with texts where these are asked for, and the names alone; each with whether it has texts."""
    frame = frame_of(kit)
    ways = [(station.texts, True)] if station.texts else []
    return [
        (prepare_steps(steps, frame, language=station.language), has_texts)
        for steps, has_texts in (*ways, (station.card.steps, False))
    ]


def _best(station: Station, wall: Wall, words: Sequence[tuple[tuple[Wording, ...], bool]]) -> Poster | None:
    """Return the best poster of a station on a wall; None where none fits."""
    head = plan_head(station, wall.frame)
    if head is None or wall.foot.signs[station.number - 1] is None:
        return None
    for wording, has_texts in words:
        found = _posters(station, wall, head, wording, has_texts=has_texts)
        if best := max(found, key=lambda poster: poster.worth, default=None):
            return best
    return None


def _posters(
    station: Station, wall: Wall, head: Head, words: tuple[Wording, ...], *, has_texts: bool
) -> Iterator[Poster]:
    """Yield every way in which the poster fits under its head."""
    frame = wall.frame
    room = _room(head, wall.foot, frame)
    scale = to_mm(frame.unit)
    usual, most = (TEXTS, TEXTS_MOST) if has_texts else (STEPS, STEPS_MOST)
    usual = max(usual * scale, frame.least)
    most = max(min(most * scale, UNDER_TITLE * head.title_size), frame.least)
    for pictures in arrangements(station.card, frame, room.height, wall.side):
        if pictures.height > room.height:
            continue
        beside = _beside(pictures, room, frame)
        for rows in range(1, NAME_LINES + 1):
            steps = largest_steps(words, beside, frame, most, rows=rows)
            if steps is None:
                continue
            worth = WORTH_STEPS * min(steps.size / usual, 1.0) + WORTH_TURNED * steps.turned + WORTH_TIGHT * frame.tight
            worth += WORTH_TEXTS if has_texts else 0.0
            if pictures.map:
                worth += WORTH_MAP + WORTH_MAP_SIZE * pictures.map.height / frame.area.height
                worth += WORTH_FIGURE if isinstance(pictures.map, FigurePlan) else WORTH_SHOWN[pictures.shown]
            yield Poster(
                station=station,
                circuit=wall.circuit,
                frame=frame,
                head=head,
                foot=wall.foot,
                room=room,
                pictures=pictures,
                words=words,
                steps=steps,
                has_texts=has_texts,
                worth=worth,
            )


def _room(head: Head, foot: Foot, frame: Frame) -> Rect:
    """Return the room between head and foot."""
    area = frame.area
    top = area.y + head.height + frame.length(HEAD_GAP) * frame.tight
    bottom = area.bottom - foot.height - rule_height(frame) - frame.length(FOOT_GAP) * frame.tight
    return Rect(x=area.x, y=top, width=area.width, height=bottom - top)


def _beside(pictures: Pictures, room: Rect, frame: Frame) -> Rect:
    """Return what pictures leave of a room."""
    taken = pictures.width + frame.length(SIDE_GAP) if pictures.width else 0.0
    return replace(room, width=room.width - taken)


def place_poster(poster: Poster, sizes: Sequence[float] = ()) -> Page:
    """Return the finished poster, its steps in the largest of `sizes` that they take."""
    station, frame = poster.station, poster.frame
    beside = _beside(poster.pictures, poster.room, frame)
    size = max((size for size in sizes if size <= poster.steps.size + 1e-9), default=poster.steps.size)
    if steps_height(poster.words, beside.width, size, frame) > poster.room.height:
        size = poster.steps.size  # smaller type may break a name otherwise, never onto more lines; and yet
    steps = set_steps(poster.words, beside.width, size, frame)
    order = count(1)
    items = (
        *place_head(poster.head, station, frame, order),
        *place_steps(steps, beside, frame, order),
        *place_pictures(poster.pictures, station.card, poster.room, frame, order),
        *place_foot(poster.foot, poster.circuit, station, frame, order),
    )
    return Page(
        width=frame.kit.measures.width,
        height=frame.kit.measures.height,
        items=items,
        title=f"{station.number} {station.title}",
        language=station.language,
        notes=tuple(_notes(poster)),
        type_size=size,
    )


def _notes(poster: Poster) -> Iterator[LeftOut]:
    if poster.station.texts and not poster.has_texts:
        yield LeftOut.TEXTS_OF_POSTER
    high = poster.frame.area.height
    if poster.pictures.map is None and any(it.map for it in arrangements(poster.station.card, poster.frame, high)):
        yield LeftOut.MAP_OF_POSTER


# --- what does not fit ------------------------------------------------------------------------------------------------


def _describe(station: Station, circuit: Circuit, arrow: Arrow, frame: Frame, sheet: str) -> Overflow:
    """Say what of a poster does not fit at the least size, head and foot being as tight as can be."""
    frame = replace(frame, tight=TIGHT[-1])
    head, foot = plan_head(station, frame), plan_foot(circuit, arrow, frame)
    place, at = station.card.location, f"at {frame.least:.3g} pt, the smallest size allowed"
    if not head:
        return _overflow(f'the title "{station.title}" is too long for {sheet} {at}', place)
    if foot is None:
        return _overflow(f"the times are too long for {sheet} {at}", place)
    if foot.signs[station.number - 1] is None:
        return _overflow(f'"Next: {circuit.after(station).title}" is too long for {sheet} {at}', place)
    room = _room(head, foot, frame)
    bare = min(arrangements(station.card, frame, room.height), key=lambda it: (it.height > room.height, it.width))
    if bare.height > room.height:
        return _overflow(f"{sheet} has no room for a code this large beside the steps", place)
    words = prepare_steps(station.card.steps, frame, language=station.language)
    high = steps_height(words, _beside(bare, room, frame).width, max(frame.least, 1.0), frame)
    if high == float("inf"):
        longest = max(station.card.steps, key=lambda step: len(plain_text(step.name)))
        return _overflow(f'the step "{plain_text(longest.name)}" is too long for {sheet} {at}', longest.location)
    over = high - room.height
    return _overflow(f"{len(words)} steps are too many for {sheet} by {to_mm(over):.0f} mm {at}", place, over)


def _overflow(message: str, location: Location, excess: float = float("inf")) -> Overflow:
    return Overflow(message=message, hint="take a larger sheet, or stand nearer", location=location, excess=excess)
