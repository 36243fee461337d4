"""A card in, its band out: equipment, the gym, the title over the whole width; what a long title takes, the stage gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import Image, Item, LinkArea, Mark, Path, Role
from cardgen.layout.ground.legend import legend_colors, legends, named_in, place_legend
from cardgen.layout.ground.logo import fitted, placed
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Room as PhraseRoom
from cardgen.layout.ground.phrase import Type, fit_phrase
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.square import place_square
from cardgen.layout.ground.text import Slot, balance, line_width, set_title, whole_width
from cardgen.layout.ground.titling import (
    Eyebrow,
    Title,
    accent_of,
    drop_of,
    eyebrow_for,
    place_eyebrow,
    place_title,
)
from cardgen.layout.ground.zones import Zones
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

TITLES = {1: (40.0, 28.0), 2: (28.0, 21.0), 3: (20.5, 14.0)}
"""Greatest and least size of a title by its lines, in points on A5."""
EYEBROW_SIZE = 10.4
RULE, RULE_LOW = 0.9, 0.4
"""Under a white head, and in low ink, where it is black, the cheapest of dark inks; in units, as are all lengths here."""
LOGO, LOGO_GAP = (36.0, 7.0), 1.0
"""Greatest width and height of a logo, and what is free between it and the title."""
BETWEEN = 6.0
"""From the eyebrow to the gym."""
GYM_SIZE = 12.0
"""Of the gym's name where it has no logo, in points on A5."""
STATION_GAP, SQUARE_MOST = 5.0, 1.0
"""From the title to a station's square, and the width of that in heights of the band over one line."""
SLIM, SLIM_TITLE = 13.0, 20.0
"""Height of the band of a back in units, and its title in points on A5."""
KEY_SIZE = 8.6
"""Of a key in the band, in points on A5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The placed band."""

    items: tuple[Item, ...]
    height: float
    title_size: float
    named: Card
    """The card with the muscles that a key in the band names."""


def place_band(card: Card, zones: Zones, kit: Kit, order: Iterator[int]) -> Band:
    """Place the band over the whole width of the sheet."""
    unit = zones.unit
    if card.number:
        zones = replace(zones, band_right=zones.width - SQUARE_MOST * zones.band - STATION_GAP * unit)
    title_mark = Mark(role=Role.TITLE, order=next(order))
    eyebrow_mark = Mark(role=Role.EYEBROW, order=next(order))
    logo = _gym(card, zones, kit, order)
    named = card
    if zones.is_small and not logo:
        logo, named = _key(card, zones, kit, order)
    wide = zones.band_right - zones.margin
    left = wide - (_width(logo, zones) + BETWEEN * unit if logo else 0.0)
    eyebrow = eyebrow_for(card, left, kit, EYEBROW_SIZE)
    title = title_of(card.title, wide, kit)
    cap = kit.cap(Style.DISPLAY)
    height = zones.band + max(0.0, title.height(cap) - title.rise - cap * TITLES[1][0] * kit.measures.scale)
    over = zones.title - zones.eyebrow - kit.cap(Style.EYEBROW) * EYEBROW_SIZE * kit.measures.scale
    sunk = max(0.0, title.rise - over)  # accents stay off the eyebrow
    wide = min(height, SQUARE_MOST * zones.band)
    square = Rect(x=zones.width - wide, y=0.0, width=wide, height=height)
    items: list[Item] = [band_ground(height, kit)]
    if eyebrow:
        items += place_eyebrow(eyebrow, zones.margin, zones.eyebrow - _rise(eyebrow), kit, eyebrow_mark)
    items += _title(title, zones.title + sunk - title.rise, zones, kit, title_mark)
    items += [*logo, *(place_square(card.number, square, kit, order) if card.number else ())]
    return Band(items=tuple(items), height=height, title_size=title.size, named=named)


def slim_band(card: Card, zones: Zones, kit: Kit, order: Iterator[int]) -> Band:
    """Place the band of a back: title and equipment on one line."""
    mark, eyebrow_mark = Mark(role=Role.TITLE, order=next(order)), Mark(role=Role.EYEBROW, order=next(order))
    height = max(SLIM * zones.unit, kit.measures.top_edge + SLIM_TITLE * kit.measures.scale)
    eyebrow = eyebrow_for(card, zones.text_width / 2, kit, EYEBROW_SIZE)
    room = zones.text_width - (eyebrow.width + BETWEEN * zones.unit if eyebrow else 0.0)
    prepared = set_title(card.title, kit.case, language=card.language)
    size = min(SLIM_TITLE * kit.measures.scale, room / whole_width(prepared))
    whole = ((0, len(prepared.units)),)
    title = Title(text=prepared, lines=whole, size=size, rise=0.0)
    top = max(kit.measures.top_edge, (height - kit.cap(Style.DISPLAY) * size) / 2)
    baseline = top + kit.cap(Style.DISPLAY) * size
    items: list[Item] = [band_ground(height, kit), *_title(title, top, zones, kit, mark)]
    if eyebrow and len(eyebrow.lines) == 1:
        x = zones.width - zones.margin - eyebrow.width
        y = baseline - kit.cap(Style.EYEBROW) * eyebrow.size - eyebrow.rise
        items += place_eyebrow(eyebrow, x, y, kit, eyebrow_mark)
    return Band(items=tuple(items), height=height, title_size=size, named=card)


def title_of(text: str, width: float, kit: Kit, sizes: Mapping[int, tuple[float, float]] = TITLES) -> Title:
    """Return a title on the fewest lines that hold it; beyond three it is set as small as it must."""
    prepared = set_title(text, kit.case, language="en")
    scale = kit.measures.scale
    for count, (most, least) in sizes.items():
        if count > len(prepared.units):
            continue
        lines = balance(prepared, count)
        size = min(most * scale, width / max(line_width(prepared, a, b) for a, b in lines))
        if size >= least * scale or count == max(sizes):
            break
    return Title(
        text=prepared,
        lines=lines,
        size=size,
        rise=accent_of(prepared) * size,
        drop=drop_of(prepared, lines, kit) * size,
    )


def _title(title: Title, y: float, zones: Zones, kit: Kit, mark: Mark) -> list[Item]:
    return [replace(it, color=kit.theme.card_title) for it in place_title(title, zones.margin, y, kit, mark)]


def _rise(eyebrow: Eyebrow) -> float:
    return eyebrow.rise


def band_ground(height: float, kit: Kit) -> Path:
    """Return the ground of a head over the whole width, or the rule under a white one."""
    theme, width = kit.theme, kit.measures.width
    if theme.head is not None:
        return rectangle(Rect(x=0, y=0, width=width, height=height), theme.head)
    share, color = (RULE_LOW, theme.ink) if theme.mode is Ink.LOW else (RULE, theme.head_rule)
    weight = share * kit.measures.unit
    return rectangle(Rect(x=0, y=height - weight, width=width, height=weight), color)


def _width(items: tuple[Item, ...], zones: Zones) -> float:
    return zones.band_right - min(_left(item) for item in items)


def _left(item: Item) -> float:
    match item:
        case Path(segments=segments):
            return min(values[0] for _, values in segments if values)
        case Image(rect=rect) | LinkArea(rect=rect):
            return rect.x
        case _:
            return item.x


def _key(card: Card, zones: Zones, kit: Kit, order: Iterator[int]) -> tuple[tuple[Item, ...], Card]:
    """Place what the exercise works at the right of the eyebrow, as many names as there is room for."""
    size = kit.measures.small(KEY_SIZE)
    bare = replace(card, also=())
    eyebrow = eyebrow_for(card, zones.text_width, kit, EYEBROW_SIZE)
    room = zones.band_right - zones.margin - (eyebrow.width if eyebrow else 0.0) - BETWEEN * zones.unit
    found = next(legends(bare, room, (size,), kit, swatches=True), None)
    if found is None:
        return (), card
    cap = kit.cap(Style.TEXT)
    y = zones.eyebrow + (kit.cap(Style.EYEBROW) * EYEBROW_SIZE * kit.measures.scale - cap * size) / 2
    slot = Slot(zones.band_right - found.width, y)
    mark = Mark(role=Role.LEGEND, order=next(order))
    return tuple(place_legend(found, slot, legend_colors(kit), cap, mark)), named_in(bare, found)


def _gym(card: Card, zones: Zones, kit: Kit, order: Iterator[int]) -> tuple[Item, ...]:
    """Place the logo at the right, on the middle of the eyebrow; the gym's name where there is none."""
    unit, brand = zones.unit, card.brand
    right = zones.band_right
    cap = kit.cap(Style.EYEBROW) * EYEBROW_SIZE * kit.measures.scale
    middle = zones.eyebrow + cap / 2
    if brand.logo:
        high = min(LOGO[1] * unit, zones.title - LOGO_GAP * unit - kit.measures.top_edge)
        size = fitted(brand.logo, LOGO[0] * unit, high)
        rect = Rect(
            x=right - size.width,
            y=max(middle - size.height / 2, kit.measures.top_edge),
            width=size.width,
            height=size.height,
        )
        mark = Mark(
            role=Role.LOGO, order=next(order), link=brand.link, alternative=brand.name or kit.words("brand.logo")
        )
        return (placed(brand.logo, rect, mark),)
    if not brand.name or zones.unit < 0.9 * 2.8346:
        return ()
    type_ = Type(style=Style.HEADING, color=kit.theme.on_band)
    room = PhraseRoom(width=LOGO[0] * unit * 1.6, least=kit.measures.small(9.0))
    phrase = fit_phrase(brand.name, type_, kit.measures.small(GYM_SIZE), room, kit)
    if phrase.width > room.width:
        return ()
    return phrase.right(
        right,
        max(middle - phrase.cap / 2, kit.measures.top_edge),
        Mark(role=Role.FOOTER, order=next(order), link=brand.link),
    )
