"""A card and a room in, what shows its exercise out: the figure or photographs, each over its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardgen.compose import Card, CardPhoto
from cardgen.display import Color, Image, Item, Mark, Role
from cardgen.figure.repertoire import Posed
from cardgen.figure.store import stored
from cardgen.figure.wording import labels
from cardgen.layout.ground.box import At
from cardgen.layout.ground.figures import FigurePlan, Ground, place_figure, plan_figure
from cardgen.layout.ground.legend import Colors, legends, place_legend
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import place_map, plan_map, stage_look
from cardgen.layout.ground.photos import RADIUS, corners, photo_mark, printed_negative
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase, set_spans
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.zones import Zones
from cardgen.theme import Ink
from cardgen.theme.stage import stage_colors
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

LABEL, LABEL_ROOM, LABEL_RISE = 7.8, 1.4, 0.55
"""Size of a label in points on A5; its height and the white over it, in em."""
SCALE_MOST = 0.74
"""Greatest size of a figure: so many sheet units one of its own may be."""
BETWEEN, HAIR = 3.0, 1.0
"""Between photographs on a stage, and between two that bleed, in units."""
LEAD_SIZES, LEAD_LEADING = (1.5, 1.3, 1.15, 1.0), 1.36
"""Sizes of a description on the stage, times the text's."""
NAMED = frozenset({"start", "bottom", "top", "finish", "hold"})
"""Labels of poses that languages have words for; those of movements of one's own stand as they are written."""
STRIP = 6.6
"""Height of the strip with the labels under photographs that bleed, in units."""
WIDE = 1.25
"""Photographs of this proportion or wider bleed."""


def shows(card: Card) -> bool:
    """Tell whether there is anything to show of an exercise."""
    return bool(card.photos or card.figure or plan_map(card, 1.0))


def place_media(card: Card, room: Rect, zones: Zones, kit: Kit, order: Iterator[int], at: At = At.END) -> list[Item]:
    """Place figure or photographs in the middle of a room, on its foot or in its middle."""
    if card.photos:
        return _photos(card, room, zones, kit, order)
    if card.figure is None:
        return _instead(card, room, zones, kit, order)
    return _figure(card, room, zones, kit, next(order), at)


def _instead(card: Card, room: Rect, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the map in the middle of a stage without a figure, or the description where nothing is known of muscles."""
    plan = plan_map(card, room.height)
    if plan and plan.width > room.width:
        plan = plan_map(card, room.height * room.width / plan.width)
    if plan:
        x, y = room.x + (room.width - plan.width) / 2, room.y + (room.height - plan.height) / 2
        return place_map(card, plan, x, y, stage_look(kit.theme), next(order))
    if not card.lead:
        return []
    face = Type(style=Style.TEXT, color=kit.theme.lead, leading=LEAD_LEADING)
    for part in LEAD_SIZES:
        lead = set_spans(card.lead, face, max(zones.body * part, kit.measures.floor), kit, language=card.language)
        if lead.height(room.width) <= room.height:
            break
    y = room.y + max(0.0, room.height - lead.height(room.width)) / 2
    mark = Mark(role=Role.LEAD, order=next(order))
    return [*lead.within(Slot(room.x, y, room.width), mark)]


def bleeds(card: Card) -> bool:
    """Tell whether a card has two photographs that take the whole width of a sheet."""
    return len(card.photos) > 1 and all(_ratio(photo) >= WIDE for photo in card.photos)


def bleed_height(card: Card, zones: Zones) -> float:
    """Return the height of photographs from edge to edge, with the strip of their labels."""
    hair = HAIR * zones.unit * (len(card.photos) - 1)
    strip = STRIP * zones.unit if any(photo.caption for photo in card.photos) else 0.0
    return (zones.width - hair) / sum(_ratio(photo) for photo in card.photos) + strip


def place_bleed(card: Card, top: float, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place photographs from edge to edge, their labels in a strip under them."""
    hair = HAIR * zones.unit
    height = (zones.width - hair * (len(card.photos) - 1)) / sum(_ratio(photo) for photo in card.photos)
    captioned = any(photo.caption for photo in card.photos)
    strip = Rect(x=0, y=top + height, width=zones.width, height=STRIP * zones.unit)
    items: list[Item] = [rectangle(strip, stage_colors(kit.theme).ground)] if captioned else []
    x = ends = 0.0
    for photo in card.photos:
        rect = Rect(x=x, y=top, width=height * _ratio(photo), height=height)
        items.append(_image(photo, rect, card, kit, order))
        if photo.caption:
            word = _label(photo.caption, kit)
            mark = Mark(role=Role.CAPTION, order=next(order))
            left = max(x + zones.inset, zones.margin)
            items += word.left(left, strip.y + (strip.height - word.cap) / 2, mark)
            ends = left + word.width
        x += rect.width + hair
    if card.video is None and captioned:
        items += _key_in(card, strip, ends, zones, kit, order)
    return items


def place_photo_column(
    card: Card, room: Rect, zones: Zones, kit: Kit, order: Iterator[int]
) -> tuple[list[Item], float]:
    """Place photographs over one another, each over the strip of its label, as wide as the room is high enough for; return where they end."""
    strips = [STRIP * zones.unit if photo.caption else HAIR * zones.unit for photo in card.photos]
    wide = min(room.width, (room.height - sum(strips)) / sum(1 / _ratio(photo) for photo in card.photos))
    items: list[Item] = []
    x, y = room.x + (room.width - wide) / 2, room.y
    for photo, strip in zip(card.photos, strips, strict=True):
        rect = Rect(x=x, y=y, width=wide, height=wide / _ratio(photo))
        items.append(_image(photo, rect, card, kit, order))
        if photo.caption:
            word = _label(photo.caption, kit)
            mark = Mark(role=Role.CAPTION, order=next(order))
            items += word.left(max(zones.margin, x), rect.bottom + (strip - word.cap) / 2, mark)
        y = rect.bottom + strip
    return items, y


def _key_in(card: Card, strip: Rect, ends: float, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the key to the muscles at the right of the strip, as many names as there is room for."""
    size, cap = kit.measures.small(LABEL), kit.cap(Style.TEXT)
    right = strip.width - zones.margin
    found = legends(card, right - ends - zones.inset, (size,), kit, swatches=True)
    key = next((it for it in found if len(it.rows) == 1), None)
    if key is None:
        return []
    slot = Slot(right - key.width, strip.y + (strip.height - cap * size) / 2)
    return place_legend(key, slot, stage_key(kit), cap, Mark(role=Role.LEGEND, order=next(order)))


def stage_key(kit: Kit) -> Colors:
    """Return what a key to the muscles on a stage is drawn in."""
    colors = stage_colors(kit.theme)
    edge = None if kit.theme.mode is Ink.LOW else colors.near  # bodies are white there
    return Colors(text=kit.theme.ink, strong=kit.theme.ink, main=colors.worked, helping=colors.helping, edge=edge)


def _photos(card: Card, room: Rect, zones: Zones, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place photographs side by side, whole, as large as they fit, each over its label."""
    gap = BETWEEN * zones.unit
    captioned = any(photo.caption for photo in card.photos)
    line = LABEL_ROOM * kit.measures.small(LABEL) + LABEL_RISE * kit.measures.small(LABEL) if captioned else 0.0
    ratios = [_ratio(photo) for photo in card.photos]
    height = min(room.height - line, (room.width - gap * (len(ratios) - 1)) / sum(ratios))
    stacked = min(room.width / max(ratios), (room.height - (line + gap) * len(ratios)) / len(ratios))
    if len(ratios) > 1 and stacked > height:
        return [
            item
            for at, photo in enumerate(card.photos)
            for item in _photos(replace(card, photos=(photo,)), _part(room, at, len(ratios)), zones, kit, order)
        ]
    wide = height * sum(ratios) + gap * (len(ratios) - 1)
    x, y = room.x + (room.width - wide) / 2, room.y + (room.height - line - height) / 2
    items: list[Item] = []
    for photo, ratio in zip(card.photos, ratios, strict=True):
        rect = Rect(x=x, y=y, width=height * ratio, height=height)
        items += [_image(photo, rect, card, kit, order), *corners(rect, RADIUS * zones.unit, _ground(kit))]
        if photo.caption:
            word = _label(photo.caption, kit)
            mark = Mark(role=Role.CAPTION, order=next(order))
            half = word.width / 2  # one that is longer than its photograph is wide stays on the stage
            middle = max(room.x + half, min(x + rect.width / 2, room.right - half))
            items += word.centred(middle, rect.bottom + LABEL_RISE * word.setting.size * 1.6, mark)
        x += rect.width + gap
    return items


def _part(room: Rect, at: int, parts: int) -> Rect:
    return replace(room, y=room.y + at * room.height / parts, height=room.height / parts)


def _ground(kit: Kit) -> Color:
    return stage_colors(kit.theme).ground


def _image(photo: CardPhoto, rect: Rect, card: Card, kit: Kit, order: Iterator[int]) -> Image:
    return Image(rect=rect, pixels=printed_negative(photo, kit), mark=photo_mark(card, photo, next(order)))


def _ratio(photo: CardPhoto) -> float:
    return photo.negative.columns / photo.negative.rows


def _label(word: str, kit: Kit) -> Phrase:
    type_ = Type(style=Style.LEAD_IN, color=stage_colors(kit.theme).label)
    return set_phrase(word, type_, kit.measures.small(LABEL), kit)


def _figure(card: Card, room: Rect, zones: Zones, kit: Kit, order: int, at: At) -> list[Item]:
    """Place the figure, each pose over its label."""
    line = LABEL_ROOM * kit.measures.small(LABEL)
    plan = _planned(card, (room.width, room.height), line, zones, kit)
    if plan is None or card.figure is None:
        return []
    stacked = len(set(plan.floors)) > 1
    shift = line / plan.scale if stacked else 0.0
    places = tuple((x, y + place * shift) for place, (x, y) in enumerate(plan.places))
    plan = replace(plan, places=places, floors=tuple(y + place * shift for place, y in enumerate(plan.floors)))
    if not stacked:
        widths = [word.width for *_, word in _feet(plan, _names(card.figure), kit)]
        spread = _spread(plan, widths, line)
        plan = spread if spread.width <= room.width else plan
    height = plan.height + line * (len(plan.places) if stacked else 1)
    x = room.x + (room.width - plan.width) / 2
    y = room.y + max(0.0, room.height - height) * at.value
    items = place_figure(plan, Slot(x, y), order, card.words, card.language)
    mark = Mark(role=Role.CAPTION, order=order)
    for (left, floor), drawing, word in _feet(plan, _names(card.figure), kit):
        middle = left + drawing / 2
        items += word.centred(x + middle * plan.scale, y + floor * plan.scale + LABEL_RISE * word.setting.size, mark)
    return items


def _spread(plan: FigurePlan, words: Sequence[float], gap: float) -> FigurePlan:
    """Move poses apart as far as their labels, of these widths, ask for: a body may be narrower than its word."""
    places, moved = list(plan.places), 0.0
    for at in range(1, len(places)):
        (left, _), (x, y) = places[at - 1], plan.places[at]
        middles = x + moved + plan.drawings[at].width / 2 - left - plan.drawings[at - 1].width / 2
        moved += max(0.0, ((words[at - 1] + words[at]) / 2 + gap) / plan.scale - middles)
        places[at] = (x + moved, y)
    return replace(plan, places=tuple(places), width=plan.width + moved * plan.scale)


def _names(what: Posed) -> tuple[str, ...]:
    known = stored(what)
    return known.labels if known else labels(what)


def _feet(plan: FigurePlan, names: Sequence[str], kit: Kit) -> Iterator[tuple[tuple[float, float], float, Phrase]]:
    """Yield for each pose its left edge and its floor, its width, and its label."""
    for (left, _), floor, drawing, name in zip(plan.places, plan.floors, plan.drawings, names, strict=True):
        word = kit.words(f"pose.{name}") if name in NAMED else name.capitalize()
        yield (left, floor), drawing.width, _label(word, kit)


def _planned(card: Card, room: tuple[float, float], line: float, zones: Zones, kit: Kit) -> FigurePlan | None:
    """Return the figure with room for a label under each pose that stands on the floor."""
    width, height = room
    plan = plan_figure(card, (width, height - line), kit.theme, Ground.STAGE)
    if plan and len(set(plan.floors)) > 1:
        plan = plan_figure(card, (width, height - line * len(plan.places)), kit.theme, Ground.STAGE)
    if plan and plan.scale > (most := SCALE_MOST * zones.unit):
        part = most / plan.scale
        plan = replace(plan, scale=most, width=plan.width * part, height=plan.height * part)
    return plan
