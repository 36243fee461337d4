"""The side of a poster: a station's number, photographs, the figure or the muscle map, the code, under one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role
from cardgen.figure import views_for
from cardgen.layout.ground.box import Frame as Box
from cardgen.layout.ground.box import place
from cardgen.layout.ground.figures import FigurePlan, place_figure, plan_figure
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import MapPlan, groups_of, head_look, one_view, place_map, plan_map
from cardgen.layout.ground.panel import surface
from cardgen.layout.ground.photos import place_photos, plan_photos
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Setting, Slot, place_line, set_text, set_verbatim, whole_width
from cardgen.layout.ground.tile import TILE_RADIUS, code_tile
from cardgen.layout.poster.frame import PAD, RULE, Frame, covers_side
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm

STATION_SIZE, STATION_TOP, STATION_TRACKING = 40.0, 17.0, 0.06
STATION_WIDTH = 0.8
"""Greatest width of the word, as a part of its square's."""
NUMBER_SHARE = (0.72, 0.72)
"""Greatest width and height of a station's number, as parts of its square and of what the word leaves."""
TILE_SHARE, TILE_SHARE_ACROSS, TILE_SHARE_ALONE, TILE_RATIO = 0.56, 0.44, 0.8, 1.16
"""The code's tile, so many times as high as wide, takes at most this part of the side, unless it is scanned from afar."""
PICTURE_GAP = 10.0
"""Between what stands in the side, in poster units, as is the next."""
PICTURE_LEAST = 30.0
"""No picture is lower: nobody would see what it shows."""
MAP_SHARE, MAP_LEAST = 0.36, 3.0
"""Of a map under a figure: the part of the room that it takes at most, and its least height in gaps."""
PHOTO_LEAST_MM = 18.0
"""Nor is a photograph, on any sheet."""


def place_side(card: Card, head: float, frame: Frame, kit: Kit, order: Iterator[int]) -> list[Item] | None:
    """Place number, picture and code under one another; None where the code has no room."""
    measures = kit.measures
    if not frame.side:
        return []
    items: list[Item] = []
    gap = PICTURE_GAP * frame.unit
    left, right = measures.width - frame.side + PAD * measures.margin, measures.width - measures.margin
    top = max(measures.margin, measures.top_edge) if covers_side(frame) else head
    if frame.square:
        placed = _station(card, frame, kit, order)
        if placed is None:
            return None
        items += placed
        top = frame.square + gap
    foot = measures.height - max(measures.margin, measures.bottom_edge)
    room = Rect(x=left, y=top, width=right - left, height=foot - top)
    pictured = bool(card.photos or card.figure or plan_map(card, 1.0))
    code = _code_in(card, room, frame, kit, pictured=pictured)
    spare = room.height - (code.height if code else -gap)
    if code and (spare < 0 or code.width > room.width + 2.0):
        return None
    below = spare if pictured else spare / 2
    high = below - gap
    if pictured and high >= PICTURE_LEAST * frame.unit:
        items += _picture(card, replace(room, height=high), gap, kit, order)
    if code:
        items += place(code, room.x + (room.width - code.width) / 2, room.y + below, order)
    return items


def _code_in(card: Card, room: Rect, frame: Frame, kit: Kit, *, pictured: bool) -> Box | None:
    """Return the code's tile, smaller where a picture stands above it; None without a code."""
    share = TILE_SHARE_ALONE if not pictured else TILE_SHARE_ACROSS if frame.across else TILE_SHARE
    return code_tile(card, kit, width=min(room.width, room.height * share / TILE_RATIO))


def _station(card: Card, frame: Frame, kit: Kit, order: Iterator[int]) -> list[Item] | None:
    """Place the number in its square, under the word where that has room; None where the number would be too small."""
    measures, (fill, ink) = kit.measures, kit.theme.station
    square = Rect(x=measures.width - frame.side, y=0.0, width=frame.side, height=frame.square)
    items: list[Item] = []
    if fill:
        items.append(rectangle(square, fill))
    else:
        square = _inner(square, kit)
        items.append(_frame(square, frame, kit))
    mark = Mark(role=Role.STATION, order=next(order))
    station = kit.words("poster.station")
    label = set_text(station.upper(), kit.case, Style.EYEBROW, language=kit.words.language)
    wide = whole_width(label) + STATION_TRACKING * (len(station) - 1)
    safe = square.width - 2 * measures.edge if fill else square.width
    size = min(frame.points(STATION_SIZE, kit), min(square.width * STATION_WIDTH, safe) / wide)
    under = max(square.y, measures.top_edge)
    if size >= frame.points(0.0, kit):
        setting = Setting(size=size, cap=kit.cap(Style.EYEBROW), color=ink, tracking=STATION_TRACKING)
        top = max(square.y + STATION_TOP * frame.unit * (1.0 if fill else 0.6), measures.top_edge)
        slot = Slot(square.x + (square.width - wide * size) / 2, top)
        items += place_line(label, setting, slot, mark)
        under = top + setting.cap * size
    numeral = set_verbatim(card.number, kit.case, Style.DISPLAY)
    cap, width = kit.cap(Style.DISPLAY), whole_width(numeral)
    room = square.bottom - under
    size = min(min(square.width * NUMBER_SHARE[0], safe) / width, room * NUMBER_SHARE[1] / cap)
    if size < frame.points(0.0, kit):
        return None
    setting = Setting(size=size, cap=cap, color=ink)
    slot = Slot(square.x + (square.width - width * size) / 2, under + (room - cap * size) / 2)
    return [*items, *place_line(numeral, setting, slot, mark)]


def _inner(square: Rect, kit: Kit) -> Rect:
    """Return where a number on white is framed: as wide as what stands under it."""
    measures = kit.measures
    x, y = square.x + PAD * measures.margin, max(measures.margin, measures.top_edge)
    return Rect(x=x, y=y, width=measures.width - measures.margin - x, height=square.bottom - y)


def _frame(rect: Rect, frame: Frame, kit: Kit) -> Item:
    return surface(rect, kit.theme.framed, RULE * frame.unit, TILE_RADIUS * kit.measures.unit)


def _picture(card: Card, room: Rect, gap: float, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the photographs under one another, the figure or the muscle map in the middle of the room."""
    if card.photos:
        return _photographs(card, room, gap, kit, order)
    figure = plan_figure(card, (room.width, room.height), kit.theme)
    plans = _stacked(card, _under(figure, room, gap) if figure else room, gap)
    pictures: list[FigurePlan | MapPlan] = [*([figure] if figure else []), *plans]
    y = room.y + (room.height - sum(plan.height for plan in pictures) - gap * (len(pictures) - 1)) / 2
    look, marks = head_look(kit.theme), (next(order), next(order))
    items: list[Item] = []
    for plan in pictures:
        x = room.x + (room.width - plan.width) / 2
        match plan:
            case FigurePlan():
                items += place_figure(plan, Slot(x, y), marks[0], card.words, card.language)
            case MapPlan():
                items += place_map(card, plan, x, y, look, marks[1])
        y += plan.height + gap
    return items


def _under(figure: FigurePlan, room: Rect, gap: float) -> Rect:
    """Return the room that the map has under a figure: it is the smaller of both, and none where it would be tiny."""
    left = min(room.height - figure.height - gap, MAP_SHARE * room.height)
    return replace(room, height=left if left >= MAP_LEAST * gap else 0.0)


def _stacked(card: Card, room: Rect, gap: float) -> Sequence[MapPlan]:
    """Return the map in one plan or, where that makes it larger, with one view under the other.

    Where neither view has all muscles, only what the exercise is for is shown: a small body is not seen from afar.
    """
    plan = plan_map(card, room.height) if room.height > 0 else None
    if plan is None:
        return ()
    main, _ = groups_of(card)
    views = views_for(main, ()) if main and len(plan.views) > 1 else plan.views
    alone = [one_view(view, room.height) for view in views]
    widest = max(it.width for it in alone)
    high = min((room.height - gap * (len(alone) - 1)) / len(alone), room.height * room.width / widest)
    beside = min(1.0, room.width / plan.width)
    if len(alone) > 1 and room.height * beside >= high:
        return (_scaled(plan, beside),)
    return tuple(_scaled(it, high / it.height) for it in alone)


def _scaled(plan: MapPlan, factor: float) -> MapPlan:
    return replace(plan, height=plan.height * factor, width=plan.width * factor)


def _photographs(card: Card, room: Rect, gap: float, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the photographs under one another or side by side, whichever makes them larger; none where they would be tiny."""
    each = (room.height - gap * (len(card.photos) - 1)) / len(card.photos)
    rows = [plan_photos(replace(card, photos=(photo,)), room.width, each, kit) for photo in card.photos]
    beside = plan_photos(card, room.width, room.height, kit)
    if beside.height > min(row.height for row in rows):
        rows = [beside]
    if min(row.height for row in rows) < mm(PHOTO_LEAST_MM):
        return []
    y = room.y + (room.height - sum(row.height for row in rows) - gap * (len(rows) - 1)) / 2
    items: list[Item] = []
    for row in rows:
        items += place_photos(row, card, room.x + (room.width - row.width) / 2, y, kit, order)
        y += row.height + gap
    return items
