"""The head of a card with a picture: equipment and muscles on one line, the title, then photographs or figure and code in a row.

Where the picture is set lower than the code, the code rises beside the title. What room they leave is the muscle map's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.box import Frame, place
from cardgen.layout.ground.header import (
    MAP_GAP,
    Header,
    head_ground,
    head_top,
    inset_of,
    legend_colors,
    legend_sizes,
)
from cardgen.layout.ground.legend import Legend, legends, named_in, place_legend
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import MapPlan, head_look, place_map, plan_map
from cardgen.layout.ground.photos import GAP
from cardgen.layout.ground.picture import Picture, least_height, place_picture, plan_picture
from cardgen.layout.ground.text import Slot, set_title
from cardgen.layout.ground.tile import code_tile
from cardgen.layout.ground.titling import (
    EYEBROW_GAP,
    Eyebrow,
    Title,
    eyebrow_for,
    place_eyebrow,
    place_title,
    rise_of,
    titles_for,
)
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import TooWideError
from cardgen.values.notes import LeftOut

TITLE_GAP = 5.4
"""From the title's baseline to the row, in sheet units: descenders stand in it."""
TITLE_MOST = 34.0
"""Greatest size of the title, in points on A5: the photographs are what is seen first."""
ALONE = 42.0
"""Greatest height of photographs that share their row with no code, in sheet units: two of 3 : 2 fill it."""
MAP_LEAST = 0.75
"""The part of the photographs' height that the map may go down to."""
EYEBROW_SHARE = 0.5
"""The part of the line that the eyebrow may take; the muscles have the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands in the row, measured."""

    tile: Frame | None
    picture: Picture
    plan: MapPlan | None

    @property
    def height(self) -> float:
        """Of the picture."""
        return self.picture.height


def place_photo_header(card: Card, kit: Kit, order: Iterator[int]) -> Header:
    """Place the head of a card with a picture; how high it is, the kit says."""
    measures = kit.measures
    marks = {role: Mark(role=role, order=next(order)) for role in (Role.EYEBROW, Role.TITLE, Role.LEGEND, Role.MAP)}
    head = head_top(kit)
    tile = code_tile(card, kit)
    right = measures.width - measures.margin - (tile.width if tile else 0.0)
    row = _row(card, tile, kit)
    eyebrow = eyebrow_for(card, measures.text_width * EYEBROW_SHARE, kit)
    legend = _legend(card, eyebrow, row, kit)
    beside = tile is not None and tile.height > row.height + 1.0
    column = measures.text_width - (tile.width + GAP * measures.unit if tile and beside else 0.0)
    under = _legend_under(card, column, row, kit) if card.figure and not (legend and legend.complete) else None
    legend = None if under else legend
    top = head + _line_height(card, eyebrow, legend, kit)
    title = _title(card, column, kit)
    below = top + title.height(kit.cap(Style.DISPLAY)) + TITLE_GAP * measures.unit
    media = below + (under.height(kit.cap(Style.TEXT)) + TITLE_GAP * measures.unit if under else 0.0)
    # A tile that is higher than the row rises beside the title, but not to the muscles above it.
    foot = max(media + row.height, top + (tile.height if tile else 0.0))
    media = foot - row.height
    coded = place(tile, right, foot - tile.height, order) if tile else []
    items: list[Item] = [head_ground(foot + inset_of(kit), kit)]
    if eyebrow:
        items += place_eyebrow(eyebrow, measures.margin, head, kit, marks[Role.EYEBROW])
    if legend:
        items += _placed_legend(legend, eyebrow, head, kit, marks[Role.LEGEND])
    items += place_title(title, measures.margin, top, kit, marks[Role.TITLE])
    if under:
        slot = Slot(measures.margin, below)
        items += place_legend(under, slot, legend_colors(kit), kit.cap(Style.TEXT), marks[Role.LEGEND])
    legend = legend or under
    named = named_in(card, legend)
    items += place_picture(row.picture, named, measures.margin, media, kit, order)
    if row.plan:
        left = measures.margin + row.picture.width
        x = left + max((right - left - row.plan.width) / 2, MAP_GAP * measures.unit)
        y = media + (row.height - row.plan.height) / 2
        items += place_map(named, row.plan, x, y, head_look(kit.theme), marks[Role.MAP].order)
    complete = legend.complete if legend else not (card.works or card.also)
    return Header(
        items=(*items, *coded),
        height=foot + inset_of(kit),
        title_size=title.size,
        title_lines=len(title.lines),
        has_lead=False,
        notes=() if complete else (LeftOut.MUSCLES,),
    )


def _row(card: Card, tile: Frame | None, kit: Kit) -> Row:
    """Return the picture at the height that the kit asks for, and the map where it leaves room for it."""
    measures = kit.measures
    full = tile.height if tile else ALONE * measures.unit
    least = least_height(card, full)
    height = least + (full - least) * kit.photo_share
    room = measures.text_width - (tile.width + GAP * measures.unit if tile else 0.0)
    picture = plan_picture(card, room, height, kit)
    if picture is None:
        raise TooWideError("the code leaves nothing to the picture")
    left = room - picture.width - MAP_GAP * measures.unit
    return Row(tile=tile, picture=picture, plan=_plan(card, left, picture.height))


def _plan(card: Card, room: float, height: float) -> MapPlan | None:
    """Return the map in the room beside the photographs: as high as they are, or a little lower where it is wide."""
    plan = plan_map(card, height)
    if plan and plan.width > room:
        lower = height * room / plan.width
        plan = plan_map(card, lower) if lower >= MAP_LEAST * height else None
    return plan


def _legend(card: Card, eyebrow: Eyebrow | None, row: Row, kit: Kit) -> Legend | None:
    """Return the muscles on one row beside the eyebrow; swatches only where the map is."""
    measures = kit.measures
    wide = 0.0
    if eyebrow:
        wide = measures.text_width * EYEBROW_SHARE if len(eyebrow.lines) > 1 else eyebrow.width
    column = measures.text_width - wide - 2 * GAP * measures.unit
    forms = legends(card, column, legend_sizes(kit), kit, swatches=row.plan is not None)
    return next((form for form in forms if len(form.rows) == 1), None)


def _legend_under(card: Card, column: float, row: Row, kit: Kit) -> Legend | None:
    """Return all muscles on as few rows as they need under the title, where the line above it has no room for their names."""
    forms = legends(card, column, legend_sizes(kit), kit, swatches=row.plan is not None)
    whole = [form for form in forms if form.complete]
    return min(whole, key=lambda form: len(form.rows), default=None)


def _placed_legend(legend: Legend, eyebrow: Eyebrow | None, top: float, kit: Kit, mark: Mark) -> list[Item]:
    """Place the muscles at the right, on the eyebrow's baseline."""
    measures = kit.measures
    cap = kit.cap(Style.TEXT)
    height = legend.height(cap)
    baseline = top + (eyebrow.rise + kit.cap(Style.EYEBROW) * eyebrow.size if eyebrow else height)
    slot = Slot(measures.width - measures.margin - legend.width, baseline - height)
    return place_legend(legend, slot, legend_colors(kit), cap, mark)


def _line_height(card: Card, eyebrow: Eyebrow | None, legend: Legend | None, kit: Kit) -> float:
    """Return how far under the inset the title starts."""
    gap = EYEBROW_GAP * kit.measures.unit
    if eyebrow:
        return eyebrow.height(kit.cap(Style.EYEBROW)) + gap
    if legend:
        return legend.height(kit.cap(Style.TEXT)) + gap
    return rise_of(card.title, kit)


def _title(card: Card, column: float, kit: Kit) -> Title:
    """Return the largest title on the fewest lines: each line more takes its height from the text."""
    text = set_title(card.title, kit.case, language=card.language)
    return min(titles_for(text, column, TITLE_MOST, kit), key=lambda title: (len(title.lines), -title.size))
