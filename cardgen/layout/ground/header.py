"""The head of a card: a band with equipment, title and muscles at the left, the muscle map and the code's tile at the right.

Where a guide's muscles are not known there is no map: the lead stands in the band instead, so that it has no hole and the steps
gain the room that the lead would take.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from cardgen.compose import Card
from cardgen.display import Item, Mark, Path, Role
from cardgen.layout.ground.box import Frame, place
from cardgen.layout.ground.legend import LEADING, Colors, Legend, legend_text, legends, named_in, place_legend
from cardgen.layout.ground.measures import Kit, MapPlace
from cardgen.layout.ground.musclemap import MapPlan, head_look, place_map, plan_map
from cardgen.layout.ground.panel import topped
from cardgen.layout.ground.picture import Picture, place_picture, plan_picture
from cardgen.layout.ground.text import Setting, Slot, block_height, place_paragraph, set_inline, set_title
from cardgen.layout.ground.tile import code_tile
from cardgen.layout.ground.titling import (
    EYEBROW_GAP,
    TITLE_SIZES,
    Title,
    eyebrow_for,
    place_eyebrow,
    place_title,
    rise_of,
    titles_for,
)
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import TooWideError, count_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect
from cardgen.values.notes import LeftOut, Note

INSET = 5.0
"""Band to its content at head and foot, but never less than the safe edge; this and the next in sheet units."""
CONTENT = 31.35
"""Height of what stands in the band, where it fits."""
CONTENT_LEAST = 22.0
"""Without a code, so that the band is no mere line behind the title."""
TILE_GAP = 6.0
MAP_GAP = 4.0
"""From the map to the tile, and from the text to the map."""
COLUMN_LEAST, COLUMN_LEAST_UPRIGHT = 76.0, 50.0
"""What a picture leaves to the title on a card across, and a narrow one on a card upright."""
LEAD_GAP, LEGEND_GAP, LEGEND_GAP_TIGHT = 4.8, 4.4, 3.6
DESCENDER_GAP = 1.8
"""From the descenders of the title to what stands under it."""
TIGHT_WORTH = 0.8
"""What a title is worth over a legend whose rows were closed up for it."""
LEGEND_SIZES = (9.6, 9.0, 8.6)
"""In points on A5, best first."""
LEAD_LEADING = 1.36
WIDE = 120.0
"""A column of this many sheet units is that of a card across, or of one without a code."""
TITLE_OVER_LEAD = 40.0
"""Greatest size over a lead, which otherwise would have to be set at its least."""
LEAD_SIZE, LEAD_SIZE_WIDE, LEAD_GOOD, LEAD_LEAST = 10.5, 13.0, 9.6, 9.0
"""In points on A5: what a lead starts from, also in a wide column, what is worth a smaller title, and what it may go down to."""
LEAD_STEP = 0.25
ABOVE_TITLE = 0.3
"""The part of the free height that goes above the title; the rest goes below: a title belongs to its eyebrow."""
HEAD_RULE = 0.3
"""Under a white head, in sheet units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The placed head."""

    items: tuple[Item, ...]
    height: float
    title_size: float
    title_lines: int
    has_lead: bool
    """Tells whether the lead stands in the band."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The lead under the title, or muscles whose names are too long for a legend, as a paragraph."""

    text: Prepared
    size: float
    count: int
    role: Role

    def height(self, cap: float) -> float:
        """From the first cap line to the last baseline."""
        return block_height(self.count, cap * self.size, LEAD_LEADING * self.size)


Under = Lines | Legend
"""What stands under the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """What stands at the right of the band."""

    tile: Frame | None
    plan: MapPlan | None
    """Of the map, where there is no other picture."""
    picture: Picture | None
    x: float
    """Of map or picture."""
    height: float
    """Of the higher of both; 0 without any."""
    column: float
    """What they leave to the text, from margin to gap."""


def place_header(card: Card, kit: Kit, order: Iterator[int]) -> Header:
    """Place the head; its height follows from the code and the text, and is the same for most cards."""
    measures = kit.measures
    roles = (Role.EYEBROW, Role.TITLE, Role.LEAD, Role.LEGEND, Role.MAP)
    marks = {role: Mark(role=role, order=next(order)) for role in roles}
    top = head_top(kit)
    pictures = _pictures(card, kit)
    tile, column = pictures.tile, pictures.column
    coded = place(tile, _tile_x(tile, kit), top, order) if tile else []
    eyebrow = eyebrow_for(card, column, kit)
    if eyebrow:
        fixed = eyebrow.height(kit.cap(Style.EYEBROW)) + EYEBROW_GAP * measures.unit
    else:
        fixed = rise_of(card.title, kit)
    title, under = _fit(card, column, max(pictures.height, CONTENT * measures.unit) - fixed, kit)
    cap, text_cap = kit.cap(Style.DISPLAY), kit.cap(Style.TEXT)
    used = fixed + title.height(cap) + (_gap(title, under, kit) + under.height(text_cap) if under else 0.0)
    content = max(pictures.height, used, (CONTENT if under else CONTENT_LEAST) * measures.unit)
    free = content - used
    y = top + (0.0 if under else free / 2)
    height = top + content + inset_of(kit)
    items: list[Item] = [head_ground(height, kit)]
    if eyebrow:
        items += place_eyebrow(eyebrow, measures.margin, y, kit, marks[Role.EYEBROW])
    y += fixed + (free * ABOVE_TITLE if under else 0.0)
    items += place_title(title, measures.margin, y, kit, marks[Role.TITLE])
    if under:
        slot = Slot(measures.margin, top + content - under.height(text_cap), column)
        items += _place_under(under, slot, kit, marks)
    named = named_in(card, under if isinstance(under, Legend) else None)
    if pictures.plan:
        items += place_map(named, pictures.plan, pictures.x, top, head_look(kit.theme), marks[Role.MAP].order)
    if pictures.picture:
        y = top + (pictures.height - pictures.picture.height) / 2
        items += place_picture(pictures.picture, named, pictures.x, y, kit, order)
    complete = not isinstance(under, Legend) or under.complete
    return Header(
        items=(*items, *coded),
        height=height,
        title_size=title.size,
        title_lines=len(title.lines),
        has_lead=isinstance(under, Lines) and under.role is Role.LEAD,
        notes=() if complete else (LeftOut.MUSCLES,),
    )


def head_ground(height: float, kit: Kit) -> Path:
    """Return the ground of a head, or the rule under a white one."""
    whole = Rect(x=0, y=0, width=kit.measures.width, height=height)
    return topped(whole, HEAD_RULE * kit.measures.unit, kit)


def inset_of(kit: Kit) -> float:
    """Return the distance of a band's edges to what stands in it."""
    return max(INSET * kit.measures.unit, kit.measures.edge)


def head_top(kit: Kit) -> float:
    """Return where what stands in a band starts: lower than `inset_of` where there are holes."""
    return max(inset_of(kit), kit.measures.top_edge)


def legend_colors(kit: Kit) -> Colors:
    """Return what a legend on the band is drawn in."""
    look = head_look(kit.theme)
    edge = look.body if look.plate is None else None  # the muscle as it is seen on the body
    return Colors(text=kit.theme.on_band, strong=kit.theme.title, main=look.main, helping=look.helping, edge=edge)


def legend_sizes(kit: Kit) -> tuple[float, ...]:
    """Return the sizes in which a legend may be set, best first."""
    return tuple(dict.fromkeys(kit.measures.small(size, LEGEND_SIZES[-1]) for size in LEGEND_SIZES))


def _pictures(card: Card, kit: Kit) -> Pictures:
    """Frame the tile and plan the map, which is as high as the tile."""
    measures = kit.measures
    tile = code_tile(card, kit)
    edge = _tile_x(tile, kit)
    height = tile.height if tile else 0.0
    full = height or CONTENT * measures.unit
    room = picture_room(tile, kit)
    in_head = kit.map_place is MapPlace.HEAD
    picture = plan_picture(card, room, full, kit) if in_head or card.photos else None
    plan = plan_map(card, full) if in_head and not picture else None
    beside = picture or plan
    if beside is None:
        left = edge - (TILE_GAP * measures.unit if tile else 0.0)
        if left <= measures.margin:
            raise TooWideError("the code leaves nothing to the title")
        return Pictures(tile=tile, plan=None, picture=None, x=left, height=height, column=left - measures.margin)
    left = edge - (MAP_GAP * measures.unit if tile else 0.0) - beside.width
    column = left - measures.margin - MAP_GAP * measures.unit
    if column <= 0:
        raise TooWideError("code and picture leave nothing to the title")
    return Pictures(tile=tile, plan=plan, picture=picture, x=left, height=max(height, beside.height), column=column)


def _tile_x(tile: Frame | None, kit: Kit) -> float:
    """Return where the code's tile begins, at the right margin; that margin where there is none."""
    return kit.measures.width - kit.measures.margin - (tile.width if tile else 0.0)


def picture_room(tile: Frame | None, kit: Kit) -> float:
    """Return the width that a picture between the title and the code's tile may have."""
    measures = kit.measures
    least = COLUMN_LEAST if measures.width > measures.height else COLUMN_LEAST_UPRIGHT
    return _tile_x(tile, kit) - measures.margin - (2 * MAP_GAP + least) * measures.unit


def has_map(card: Card) -> bool:
    """Say whether the muscle map is what shows the exercise."""
    return not (card.photos or card.figure) and plan_map(card, 1.0) is not None


def _gap(title: Title, under: Under, kit: Kit) -> float:
    """Return the gap from the title's baseline: descenders stand in it, and touch nothing."""
    match under:
        case Legend(leading=leading):
            gap = LEGEND_GAP if leading == LEADING else LEGEND_GAP_TIGHT
        case Lines(role=role):
            gap = LEAD_GAP if role is Role.LEAD else LEGEND_GAP
    return max(gap * kit.measures.unit, title.drop + DESCENDER_GAP * kit.measures.unit)


def _place_under(under: Under, slot: Slot, kit: Kit, marks: dict[Role, Mark]) -> list[Item]:
    cap = kit.cap(Style.TEXT)
    if isinstance(under, Legend):
        return place_legend(under, slot, legend_colors(kit), cap, marks[Role.LEGEND])
    setting = Setting(
        size=under.size,
        leading=LEAD_LEADING * under.size,
        cap=cap,
        color=kit.theme.on_band,
        strong=kit.theme.title,
    )
    return [*place_paragraph(under.text, setting, slot, marks[under.role])]


def _fit(card: Card, column: float, room: float, kit: Kit) -> tuple[Title, Under | None]:
    """Choose the largest title that leaves room for what stands under it."""
    if card.works or card.also:
        return _fit_legend(card, column, room, kit)
    if card.lead:
        return _fit_lead(card, column, room, kit)
    titles = _titles(card, column, TITLE_SIZES[1][0], kit)
    return next((title for title in titles if title.height(kit.cap(Style.DISPLAY)) <= room), titles[-1]), None


def _fit_legend(card: Card, column: float, room: float, kit: Kit) -> tuple[Title, Under]:
    """Choose a title over the muscles: all names before a larger title, then as many names as there is room for."""
    cap, text_cap = kit.cap(Style.DISPLAY), kit.cap(Style.TEXT)
    titles = _titles(card, column, TITLE_SIZES[1][0], kit)
    forms = tuple(legends(card, column, legend_sizes(kit), kit, swatches=has_map(card)))
    fitting = [
        (title, form)
        for form, title in product(forms, titles)
        if title.height(cap) + _gap(title, form, kit) + form.height(text_cap) <= room
    ]
    if whole := [(title, form) for title, form in fitting if form.complete]:
        return max(whole, key=_worth)
    if card.figure and (grown := [(title, form) for form, title in product(forms, titles) if form.complete]):
        # Beside a figure the column is narrow: the band grows a little before a name is left out.
        return min(grown, key=lambda it: it[0].height(cap) + _gap(it[0], it[1], kit) + it[1].height(text_cap))
    if fitting:
        return fitting[0]
    # The band grows under the lowest title.
    lowest = min(titles, key=lambda title: title.height(cap))
    if forms:
        return lowest, forms[0]
    text, size = set_inline(legend_text(card), kit.case, language=card.language), legend_sizes(kit)[-1]
    return lowest, Lines(text=text, size=size, count=count_lines(text, column / size), role=Role.LEGEND)


def _worth(found: tuple[Title, Legend]) -> float:
    """Judge a title and its legend: small names and close rows are no price for a title that is a little larger."""
    title, form = found
    closed_up = len(form.rows) > 1 and form.leading != LEADING
    return title.worth * form.size * (TIGHT_WORTH if closed_up else 1.0)


def _fit_lead(card: Card, column: float, room: float, kit: Kit) -> tuple[Title, Under | None]:
    """Choose a title over the lead, a lead that is good to read before a larger title.

    Where both do not fit beside the code, the title stands alone and the lead goes below the band.
    """
    cap, text_cap = kit.cap(Style.DISPLAY), kit.cap(Style.TEXT)
    wide = column > WIDE * kit.measures.unit
    lead = _lead(card, column, kit)
    for least in (LEAD_GOOD, LEAD_LEAST):
        for title in _titles(card, column, TITLE_SIZES[1][0] if wide else TITLE_OVER_LEAD, kit):
            for found in _smaller(lead, column, least, kit):
                if title.height(cap) + _gap(title, found, kit) + found.height(text_cap) <= room:
                    return title, found
    alone = _titles(card, column, TITLE_SIZES[2][0], kit)
    return next((title for title in alone if title.height(cap) <= room), alone[-1]), None


def _titles(card: Card, column: float, largest: float, kit: Kit) -> list[Title]:
    return titles_for(set_title(card.title, kit.case, language=card.language), column, largest, kit)


def _smaller(lead: Lines, column: float, least: float, kit: Kit) -> list[Lines]:
    """Return the sizes in which a lead may be set, largest first."""
    floor = max(kit.measures.floor, least * kit.measures.scale)
    steps = max(0, int((lead.size - floor) / LEAD_STEP + 1e-9))
    sizes = [lead.size - step * LEAD_STEP for step in range(steps)] + [floor]
    return [replace(lead, size=size, count=count_lines(lead.text, column / size)) for size in sizes]


def _lead(card: Card, column: float, kit: Kit) -> Lines:
    measures = kit.measures
    text = set_inline(card.lead, kit.case, language=card.language)
    size = LEAD_SIZE if column <= WIDE * measures.unit else LEAD_SIZE_WIDE
    size = max(size * measures.scale, measures.floor)
    return Lines(text=text, size=size, count=count_lines(text, column / size), role=Role.LEAD)
