"""A card under its head in, the ways to compose what is below it out: stage, names, code, map and foot, best first.

A figure that stands has the left of the sheet, one that lies its width; photographs bleed. Whatever shows the exercise has two
fifths of the sheet at the least. Where the names have too little room so, other ways are tried before a poster is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from cardgen.compose import Card
from cardgen.display import Color, Item, Mark, Role
from cardgen.layout.ground.box import At, Frame, place
from cardgen.layout.ground.figures import Ground, plan_figure
from cardgen.layout.ground.foot import foot_rule, notes_height, place_foot
from cardgen.layout.ground.footer import foot_baseline
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.legend import Legend, legends, named_in, place_legend
from cardgen.layout.ground.media import bleeds, place_media, place_photo_column, shows, stage_key
from cardgen.layout.ground.musclemap import place_map, plan_map, stage_look
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.stage import Code as StageCode
from cardgen.layout.ground.stage import place_stage, stage_ground
from cardgen.layout.ground.text import Slot
from cardgen.layout.ground.tile import code_tile
from cardgen.layout.ground.zones import Zones
from cardgen.layout.poster.names import Disc, Field
from cardgen.theme.type import FOOT, WALL_NOTE, Style
from cardgen.values.geometry import Rect, mm

SHARE, WIDE_SHARE = 0.405, 0.47
"""The part of the sheet that a stage has at its left, and of the height that one over the whole width has."""
BLEED = (0.677, 0.6, 0.52)
"""The parts of the width that photographs may have."""
WIDE = 1.8
"""A pose so many times as wide as high lies."""
RAILED, RAIL_MOST = 0.44, 0.47
"""The part of a sheet across that a stage with a rail has, and the greatest part of its width that the code takes."""
LEAST = 0.5
"""A figure has at least this part of the height of its stage."""
TILE, INSET, GAP, FOOT_GAP = 27.0, 7.0, 6.0, 3.0
"""Width of the code; round what stands on the stage, and from it to the names; over the code; over the foot; in units, as is the next."""
NARROW = 52.0
"""In a narrower column names stand under their discs."""
MAP_LEAST_MM = 20.0
LEGEND_SIZES, NOTE_LEAST = (8.6, 7.8), 6.5
"""In points on A5."""


Order = Iterator[int]
"""What is read next has the next number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to compose a poster."""

    field: Field
    """Of the names."""
    before: Callable[[Order], list[Item]]
    """Places what is read before the names ..."""
    after: Callable[[Order], list[Item]]
    """... and what is read after them."""
    complete: bool = True
    """Whether every muscle is named."""


class Code(Enum):
    """Where code and map stand, beside a figure that stands."""

    NAMES = "under the names"
    STAGE = "under the figure: the names have all of their column"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is to be composed."""

    card: Card
    zones: Zones
    gauge: Gauge
    top: float
    """Where the head ends."""

    @property
    def bottom(self) -> float:
        """Where the sheet ends."""
        return self.zones.height

    @property
    def right(self) -> float:
        """Where text ends."""
        return self.zones.width - self.zones.margin

    @property
    def is_across(self) -> bool:
        """Whether the sheet is wider than high."""
        return self.zones.width > self.zones.height

    def fields(self, rect: Rect, columns: int = 1, disc: Disc = Disc.BESIDE) -> Field:
        """Return where the names go."""
        return Field(steps=self.card.steps, language=self.card.language, rect=rect, columns=columns, disc=disc)

    def note(self, width: float) -> Phrase | None:
        """Return the line that says that there are safety notes; None where there are none."""
        line = self.card.words("card.read-safety")
        if line not in self.card.footnotes:
            return None
        return self.gauge.fit(line, WALL_NOTE, width, least=self.gauge.kit.measures.small(NOTE_LEAST))

    def foot(self, width: float) -> float:
        """Return where all but the foot ends."""
        gauge, note = self.gauge, self.note(width)
        rule = foot_rule(self.zones, gauge.kit) - gauge.across(FOOT_GAP)
        remarks = notes_height(self.remarked, replace(self.zones, left=0.0, width=width + self.zones.margin), gauge.kit)
        return rule - remarks - (note.height(width) + gauge.across(FOOT_GAP) if note else 0.0)

    @property
    def remarked(self) -> Card:
        """The card with the remarks that stand in its foot: that there are safety notes stands over it, larger."""
        line = self.card.words("card.read-safety")
        return replace(self.card, footnotes=tuple(note for note in self.card.footnotes if note != line))

    def place_foot(self, left: float, right: float, order: Order) -> list[Item]:
        """Place the foot between two edges, over it that there are safety notes."""
        gauge, width, card = self.gauge, right - left, self.remarked
        items: list[Item] = []
        if note := self.note(width):
            y = self.foot(width) + gauge.across(FOOT_GAP)
            items += note.within(Slot(left, y, width), Mark(role=Role.FOOTER, order=next(order)))
        zones = replace(self.zones, left=left, width=right + self.zones.margin)
        kit = replace(gauge.kit, measures=replace(gauge.kit.measures, text_width=right - gauge.left))
        if card.video and gauge.figures(card.video.label, FOOT).width > width:
            card = replace(card, video=None)  # the code says it
        return [*items, *place_foot(card, zones, kit, order)]

    def tile(self, width: float, edge: Color | None = None) -> Frame | None:
        """Return the code's tile, as wide as on all posters or as it must be."""
        return code_tile(self.card, self.gauge.kit, edge, width=min(self.gauge.across(TILE), width))


def ways(sheet: Sheet) -> Iterator[Way]:
    """Yield the ways to compose a poster, the one that shows most first."""
    card = sheet.card
    found: list[Way | None] = []
    if not shows(card):
        found += [_bare(sheet)]
    elif sheet.is_across:
        found += [_railed(sheet)] if card.figure or card.photos else [_beside(sheet, code) for code in Code]
    else:
        found += [_photographs(sheet, share) for share in BLEED] if bleeds(card) else []
        found += [_over(sheet, WIDE_SHARE, 2)] if lies(card, sheet.gauge) else []
        found += [_beside(sheet, code) for code in Code]
        found += [_over(sheet, share, columns) for share in (SHARE, WIDE_SHARE) for columns in (2, 1)]
    yield from filter(None, found)


def lies(card: Card, gauge: Gauge) -> bool:
    """Tell whether the widest pose of a card's figure is much wider than it is high."""
    plan = None if card.photos else plan_figure(card, (1.0, 1.0), gauge.theme, Ground.STAGE)
    return plan is not None and max(pose.frame.width / pose.frame.height for pose in plan.poses) >= WIDE


def _bare(sheet: Sheet) -> Way | None:
    """Return the names over the whole width, and the code under them: nothing is known that could be shown."""
    return _column(sheet, sheet.zones.margin, lambda _: [], Code.NAMES)


def _beside(sheet: Sheet, code: Code) -> Way | None:
    """Return the stage at the left, down to the foot of the sheet, and the names beside it."""
    card, gauge = sheet.card, sheet.gauge
    inset = gauge.across(INSET)
    width = SHARE * sheet.zones.width * sheet.bottom / (sheet.bottom - sheet.top)
    stage = Rect(x=0.0, y=sheet.top, width=width, height=sheet.bottom - sheet.top)
    inner = Rect(x=gauge.left, y=sheet.top + inset, width=width - gauge.left - inset, height=stage.height - inset)
    legend = _legend(card, inner.width, gauge, swatches=True)
    named = named_in(card, legend)
    end = foot_baseline(gauge.kit) - (legend.height(gauge.kit.cap(Style.TEXT)) if legend else 0.0)
    tile = sheet.tile(inner.width) if code is Code.STAGE else None
    if tile and tile.width > inner.width:
        return None
    below = end - gauge.across(GAP)
    room = below - (tile.height + gauge.across(GAP) if tile else 0.0) - inner.y
    if room < LEAST * stage.height:
        return None

    def before(order: Order) -> list[Item]:
        items = stage_ground(stage, gauge.kit)
        if legend:
            mark = Mark(role=Role.LEGEND, order=next(order))
            cap = gauge.kit.cap(Style.TEXT)
            items += place_legend(legend, Slot(gauge.left, end), stage_key(gauge.kit), cap, mark)
        items += place_media(named, replace(inner, height=room), sheet.zones, gauge.kit, order, At.MIDDLE)
        if tile:
            items += place(tile, inner.x, below - tile.height, order)
            items += _map(named, replace(inner, y=below - tile.height, height=tile.height), tile.width, gauge, order)
        return items

    way = _column(replace(sheet, card=named), width + inset, before, code)
    return replace(way, complete=legend is None or legend.complete) if way else None


def _column(sheet: Sheet, left: float, before: Callable[[Order], list[Item]], code: Code) -> Way | None:
    """Return the names in a column from an edge on, code and map under them."""
    gauge, inset = sheet.gauge, sheet.gauge.across(INSET)
    width = sheet.right - left
    tile = sheet.tile(width, gauge.theme.outline) if code is Code.NAMES else None
    if tile and tile.width > width:
        return None
    end = sheet.foot(width)
    top = end - (tile.height if tile else 0.0)
    bottom = top - (gauge.across(GAP) if tile else 0.0)

    def after(order: Order) -> list[Item]:
        items: list[Item] = []
        if tile:
            items += place(tile, left, top, order)
            items += _map(sheet.card, Rect(x=left, y=top, width=width, height=tile.height), tile.width, gauge, order)
        return [*items, *sheet.place_foot(left, sheet.right, order)]

    rect = Rect(x=left, y=sheet.top + inset, width=width, height=bottom - sheet.top - inset)
    return Way(field=sheet.fields(rect), before=before, after=after)


def _map(card: Card, row: Rect, taken: float, gauge: Gauge, order: Order) -> list[Item]:
    """Place the map at the right of a row, beside what it holds already; nothing where it would be tiny, or is the picture."""
    room = row.width - taken - gauge.across(GAP / 2)
    plan = plan_map(card, row.height) if card.figure or card.photos else None
    if plan and plan.width > room:
        plan = plan_map(card, row.height * room / plan.width) if room > 0 else None
    if plan is None or plan.height < mm(MAP_LEAST_MM):
        return []
    y = row.y + (row.height - plan.height) / 2
    return place_map(card, plan, row.right - plan.width, y, stage_look(gauge.theme), next(order))


def _railed(sheet: Sheet) -> Way | None:
    """Return the stage at the left of a sheet across, code and map beside the figure, and the names at its right."""
    gauge = sheet.gauge
    width = RAILED * sheet.zones.width * sheet.bottom / (sheet.bottom - sheet.top)
    stage = Rect(x=0.0, y=sheet.top, width=width, height=sheet.bottom - sheet.top)
    drawn = _drawn(sheet, stage)
    way = _column(sheet, width + gauge.across(INSET), drawn.before, Code.STAGE) if drawn else None
    if way is None or drawn is None:
        return None
    return replace(way, after=lambda order: [*drawn.after(order), *way.after(order)])


def _over(sheet: Sheet, share: float, columns: int) -> Way | None:
    """Return the stage over the whole width, code and map beside the figure, and the names under it."""
    gauge, left = sheet.gauge, sheet.zones.margin
    stage = Rect(x=0.0, y=sheet.top, width=sheet.zones.width, height=share * sheet.bottom)
    drawn = _drawn(sheet, stage)
    if drawn is None:
        return None
    top = stage.bottom + gauge.across(INSET)
    rect = Rect(x=left, y=top, width=sheet.right - left, height=sheet.foot(sheet.right - left) - top)

    def after(order: Order) -> list[Item]:
        return [*drawn.after(order), *sheet.place_foot(left, sheet.right, order)]

    return replace(drawn, field=sheet.fields(rect, columns), after=after)


def _drawn(sheet: Sheet, stage: Rect) -> Way | None:
    """Return how a stage with a rail is drawn, its code read last; None where the code has no room in it."""
    zones = replace(sheet.zones, width=stage.width, rail=sheet.gauge.across(TILE))
    tile = sheet.tile(zones.rail)
    inside = replace(stage, height=stage.height - zones.inset * 2)
    if tile and (tile.height > inside.height or tile.width > RAIL_MOST * stage.width):
        return None
    codes: list[StageCode] = []

    def before(order: Order) -> list[Item]:
        items, code = place_stage(sheet.card, stage, zones, sheet.gauge.kit, order, At.MIDDLE)
        codes.extend([code] if code else [])
        return items

    def after(order: Order) -> list[Item]:
        return [item for code in codes for item in place(code.tile, code.x, code.y, order)]

    return Way(field=sheet.fields(stage), before=before, after=after)


def _photographs(sheet: Sheet, share: float) -> Way | None:
    """Return photographs over one another at the left, the names at their right on the stage's ground."""
    card, gauge = sheet.card, sheet.gauge
    inset, cap = gauge.across(INSET), gauge.kit.cap(Style.TEXT)
    left = share * sheet.zones.width
    edge = left - inset
    side = Rect(x=left, y=sheet.top, width=sheet.zones.width - left, height=sheet.bottom - sheet.top)
    x, width = left + inset, sheet.right + gauge.left - inset - left - inset
    tile = sheet.tile(width)
    if tile and tile.width > width:
        return None
    legend = _legend(card, edge - gauge.left, gauge, swatches=False)
    end = sheet.foot(edge - gauge.left)
    high = legend.height(cap) + gauge.across(GAP / 2) if legend else 0.0
    photos = Rect(x=0.0, y=sheet.top, width=left, height=end - high - sheet.top)
    bottom = sheet.bottom - inset - (tile.height if tile else 0.0)

    def before(order: Order) -> list[Item]:
        items, under = place_photo_column(card, photos, sheet.zones, gauge.kit, order)
        items = [*stage_ground(side, gauge.kit), *items]
        if legend:
            mark = Mark(role=Role.LEGEND, order=next(order))
            slot = Slot(gauge.left, under + (end - under - legend.height(cap)) / 2)
            items += place_legend(legend, slot, stage_key(gauge.kit), cap, mark)
        return items

    def after(order: Order) -> list[Item]:
        code = place(tile, x, bottom, order) if tile else []
        return [*code, *sheet.place_foot(gauge.left, edge, order)]

    rect = Rect(x=x, y=sheet.top + inset, width=width, height=bottom - inset - sheet.top - inset)
    disc = Disc.OVER if width < gauge.across(NARROW) else Disc.BESIDE
    return Way(
        field=sheet.fields(rect, disc=disc), before=before, after=after, complete=legend is None or legend.complete
    )


def _legend(card: Card, width: float, gauge: Gauge, *, swatches: bool) -> Legend | None:
    """Return the key to the muscles, whole where it can be."""
    sizes = tuple(gauge.kit.measures.small(size) for size in LEGEND_SIZES)
    return next(legends(card, width, sizes, gauge.kit, swatches=swatches), None)
