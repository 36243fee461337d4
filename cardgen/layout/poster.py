"""The headline card: the names of the steps alone, huge, beside picture and code; a poster read across a gym.

The band runs down the right side, as on a card across; a station's number stands in its corner. One size serves all names: the
largest at which every row has its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item, Mark, Op, Page, Path, Role
from cardgen.geometry import Rect, mm, to_mm
from cardgen.layout.footer import place_footer
from cardgen.layout.header import NAMES_LEFT_OUT, head_top, legend_colors
from cardgen.layout.legend import Legend, legends, place_legend
from cardgen.layout.measures import Kit
from cardgen.layout.musclemap import MapPlan, head_look, one_view, place_map, plan_map
from cardgen.layout.overflow import Overflow
from cardgen.layout.photos import place_photos, plan_photos
from cardgen.layout.place import numeral_disc
from cardgen.layout.shapes import rectangle
from cardgen.layout.text import (
    Setting,
    Slot,
    balance,
    block_height,
    line_width,
    place_line,
    place_lines,
    set_text,
    set_title,
    set_verbatim,
    whole_width,
)
from cardgen.layout.tile import place_tile
from cardgen.layout.titling import Title, eyebrow_for, place_eyebrow, place_title
from cardgen.stock import Sheet
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines
from cardgen.typeset.prepare import Prepared

STATION = "Station"
"""Above the number."""
SIDE = 116.0 / 297.0
"""Width of the dark side, as a part of the sheet's width; that of a sheet across below."""
SIDE_ACROSS = 0.33
HEAD, HEAD_ACROSS = 0.371, 0.34
"""Greatest height of the head, as a part of the sheet's."""
UNIT_MM = (297.0, 420.0)
"""On a sheet of this size the poster unit is 1 mm; lengths below are in it, sizes in points on it."""
PAD = 0.9
"""From the side's edge to what stands in it, as a part of the margin."""
TITLE_MOST, TITLE_LINES = 170.0, 4
LEGEND_SIZES = (25.0, 22.0, 19.0)
NAME_MOST = 96.0
NAME_LINES = (2, 3)
"""A name takes two lines; three only where that makes all names larger by THIRD_LINE_GAIN."""
THIRD_LINE_GAIN = 1.2
NAME_LEADING = 0.98
DISC = 1.86
"""Diameter of a disc, in em of the names, as are the three below."""
DISC_GAP = 0.44
ROW_GAP, ROW_GAP_MOST = 0.55, 1.5
NUMERAL, NUMERAL_WIDTH = 0.94, 0.62
"""Size of a numeral as a part of its disc, and its greatest width."""
NAME_FLOOR = 1.5
"""Names are never less than this many times the least body size of the sheet."""
SIZE_STEP = 0.25
EYEBROW_SIZE = 18.0
"""In points on A5, greatest."""
EYEBROW_GAP, LEGEND_GAP, HEAD_FOOT = 8.0, 12.0, 14.0
TILE_SHARE, TILE_RATIO = 0.56, 1.16
"""The code's tile, so many times as high as wide, takes at most this part of the side, unless it is scanned from afar."""
STEPS_GAP, FOOT_GAP, PICTURE_GAP = 13.0, 9.0, 10.0
STATION_SIZE, STATION_TOP = 40.0, 17.0
NUMBER_SHARE = (0.72, 0.62)
"""Greatest width and height of a station's number, as parts of its square."""
NO_LEAD = "a headline card prints the names of the steps, not their texts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the parts of a poster go; lengths in points."""

    unit: float
    """The poster unit."""
    side: float
    """Width of the dark side."""
    square: float
    """Side of the square of the number; 0 without one."""
    left: float
    """Width between the margins left of the dark side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The placed head."""

    items: tuple[Item, ...]
    bottom: float
    complete: bool
    """Whether every muscle is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of the steps at one size, each on its lines."""

    rows: tuple[tuple[Prepared, Lines], ...]
    size: float
    cap: float

    @property
    def heights(self) -> tuple[float, ...]:
        """Of each row: its name's or its disc's, whichever is higher."""
        return tuple(
            max(DISC * self.size, block_height(len(lines), self.cap * self.size, NAME_LEADING * self.size))
            for _, lines in self.rows
        )

    @property
    def height(self) -> float:
        """Of all rows with the least gaps."""
        return sum(self.heights) + ROW_GAP * self.size * (len(self.rows) - 1)


def fit_poster(card: Card, sheet: Sheet, kit: Kit) -> Page | Overflow:
    """Lay a headline card out, its names as large as they fit."""
    frame = _frame(card, kit)
    order = count(1)
    head = _place_head(card, frame, kit, order)
    main = replace(kit, measures=replace(kit.measures, text_width=frame.left))
    footer = place_footer(card, main, count(10_000))
    top, bottom = head.bottom + STEPS_GAP * frame.unit, footer.top - FOOT_GAP * frame.unit
    names = _largest(card, frame, bottom - top, kit)
    least = _least(kit)
    if names is None:
        return _too_small(card, _set_names(card, least, max(NAME_LINES), frame, kit), bottom - top, sheet, least)
    steps = _place_names(names, top, bottom, kit)
    side = _place_side(card, head.bottom, frame, kit, order)
    if side is None:
        return _no_room(card, sheet)
    ground = _ground(frame, head.bottom, kit)
    notes = (NO_LEAD,) if head.complete else (NO_LEAD, NAMES_LEFT_OUT)
    return Page(
        width=kit.measures.width,
        height=kit.measures.height,
        items=(*ground, *steps, *head.items, *side, *footer.items),
        title=card.title,
        language=card.language,
        notes=notes,
        type_size=names.size,
    )


def _frame(card: Card, kit: Kit) -> Frame:
    measures = kit.measures
    across = measures.width > measures.height
    width, height = (UNIT_MM[1], UNIT_MM[0]) if across else UNIT_MM
    unit = min(to_mm(measures.width) / width, to_mm(measures.height) / height)
    side = measures.width * (SIDE_ACROSS if across else SIDE)
    tile = place_tile(card, kit, 0.0, count(1))
    if tile:
        side = max(side, tile.rect.width + (1 + PAD) * measures.margin)
    square = min(side, measures.height * HEAD) if card.number else 0.0
    return Frame(unit=mm(unit), side=side, square=square, left=measures.width - side - (1 + PAD) * measures.margin)


def _points(size: float, frame: Frame, kit: Kit) -> float:
    return max(size * to_mm(frame.unit), kit.measures.least, kit.measures.small(0.0))


def _least(kit: Kit) -> float:
    return max(kit.measures.least, kit.measures.floor if kit.measures.least else kit.measures.floor * NAME_FLOOR)


# --- the head ---------------------------------------------------------------------------------------------------------


def _place_head(card: Card, frame: Frame, kit: Kit, order: Iterator[int]) -> Head:
    """Place equipment, title and muscles; beside the square of a number, or over the whole width."""
    measures = kit.measures
    marks = {role: Mark(role=role, order=next(order)) for role in (Role.EYEBROW, Role.TITLE, Role.LEGEND)}
    column = frame.left if frame.square else measures.text_width
    share = HEAD_ACROSS if measures.width > measures.height else HEAD
    top = max(head_top(kit), measures.margin)
    y = top
    items: list[Item] = []
    eyebrow = eyebrow_for(card, column, kit, EYEBROW_SIZE)
    if eyebrow:
        items += place_eyebrow(eyebrow, measures.margin, y, kit, marks[Role.EYEBROW])
        y += eyebrow.height(kit.cap(Style.EYEBROW)) + EYEBROW_GAP * frame.unit
    legend = _legend(card, column, frame, kit)
    under = LEGEND_GAP * frame.unit + legend.height(kit.cap(Style.TEXT)) if legend else 0.0
    foot = HEAD_FOOT * frame.unit
    title = _title(card, column, measures.height * share - foot - under - y, frame, kit)
    items += place_title(title, measures.margin, y, kit, marks[Role.TITLE])
    y += title.height(kit.cap(Style.DISPLAY))
    if legend:
        slot = Slot(measures.margin, y + LEGEND_GAP * frame.unit)
        items += place_legend(legend, slot, legend_colors(kit), kit.cap(Style.TEXT), marks[Role.LEGEND])
        y += under
    complete = legend.complete if legend else not (card.works or card.also)
    return Head(items=tuple(items), bottom=max(y + foot, frame.square), complete=complete)


def _title(card: Card, column: float, room: float, frame: Frame, kit: Kit) -> Title:
    """Return the title as large as column and room allow, on as many lines as that takes."""
    text, cap = set_title(card.title, kit.case, language=card.language), kit.cap(Style.DISPLAY)
    most, least = TITLE_MOST * to_mm(frame.unit), _points(0.0, frame, kit)
    best = Title(text=text, lines=((0, len(text.units)),), size=0.0, rise=0.0)
    for rows in range(1, min(TITLE_LINES, len(text.units)) + 1):
        lines = balance(text, rows)
        widest = max(line_width(text, start, end) for start, end in lines)
        high = Title(text=text, lines=lines, size=1.0, rise=0.0).height(cap)
        size = min(most, column / widest, max(room / high, least))
        if size > best.size:
            best = Title(text=text, lines=lines, size=size, rise=0.0)
    return best


def _legend(card: Card, column: float, frame: Frame, kit: Kit) -> Legend | None:
    sizes = tuple(dict.fromkeys(_points(size, frame, kit) for size in LEGEND_SIZES))
    swatches = not card.photos and plan_map(card, 1.0) is not None
    return next(iter(legends(card, column, sizes, kit, swatches=swatches)), None)


# --- the names --------------------------------------------------------------------------------------------------------


def _largest(card: Card, frame: Frame, room: float, kit: Kit) -> Names | None:
    """Return the names in the largest size at which all rows have their place; None where none is."""
    two, three = (_largest_on(card, rows, frame, room, kit) for rows in NAME_LINES)
    if two and three and three.size < two.size * THIRD_LINE_GAIN:
        return two
    return three or two


def _largest_on(card: Card, rows: int, frame: Frame, room: float, kit: Kit) -> Names | None:
    """Return the largest names on at most so many lines each, by bisection."""
    least = _least(kit)
    most = max(NAME_MOST * to_mm(frame.unit), least)
    low, high, found = -1, int((most - least) / SIZE_STEP), None
    while low < high:
        middle = (low + high + 1) // 2
        names = _set_names(card, least + middle * SIZE_STEP, rows, frame, kit)
        if names and names.height <= room:
            low, found = middle, names
        else:
            high = middle - 1
    return found


def _set_names(card: Card, size: float, most: int, frame: Frame, kit: Kit) -> Names | None:
    """Break the names at a size, each on as few lines as it takes, evenly; None where one takes too many."""
    measure = frame.left / size - DISC - DISC_GAP
    rows: list[tuple[Prepared, Lines]] = []
    for step in card.steps:
        text = set_text("".join(span.text for span in step.name), kit.case, Style.HEADING, language=card.language)
        for lines in (balance(text, number) for number in range(1, most + 1)):
            if max(line_width(text, start, end) for start, end in lines) <= measure:
                rows.append((text, lines))
                break
        else:
            return None
    return Names(rows=tuple(rows), size=size, cap=kit.cap(Style.HEADING))


def _place_names(names: Names, top: float, bottom: float, kit: Kit) -> list[Item]:
    """Place the rows evenly spaced; disc and name are centred on each other."""
    order = count(100)
    gaps = len(names.rows) + 1
    slack = bottom - top - sum(names.heights)
    gap = min(slack / (gaps - 2), ROW_GAP_MOST * names.size) if gaps > 2 else 0.0  # noqa: PLR2004 - one row has none
    y = top + (slack - gap * (gaps - 2)) / 2
    items: list[Item] = []
    for number, ((text, lines), height) in enumerate(zip(names.rows, names.heights, strict=True), 1):
        first = next(order)
        items += _number(number, y + height / 2, names, kit, Mark(role=Role.STEP_NUMBER, order=first))
        setting = Setting(size=names.size, leading=NAME_LEADING * names.size, cap=names.cap, color=kit.theme.heading)
        high = block_height(len(lines), names.cap * names.size, setting.leading)
        slot = Slot(kit.measures.margin + (DISC + DISC_GAP) * names.size, y + (height - high) / 2)
        mark = Mark(role=Role.STEP_NAME, order=next(order), part_of=first)
        items += place_lines(text, lines, setting, slot, mark)
        y += height + gap
    return items


def _number(number: int, middle: float, names: Names, kit: Kit, mark: Mark) -> list[Item]:
    diameter, x = DISC * names.size, kit.measures.margin
    numeral = set_verbatim(str(number), kit.case, Style.DISPLAY)
    cap, width = kit.cap(Style.DISPLAY), whole_width(numeral)
    size = min(NUMERAL * diameter, NUMERAL_WIDTH * diameter / width)
    setting = Setting(size=size, cap=cap, color=kit.theme.disc.numeral)
    slot = Slot(x + (diameter - width * size) / 2, middle - cap * size / 2)
    return [numeral_disc(x, middle - diameter / 2, diameter, kit), *place_line(numeral, setting, slot, mark)]


# --- the side ---------------------------------------------------------------------------------------------------------


def _ground(frame: Frame, head: float, kit: Kit) -> tuple[Path, ...]:
    """Return the dark L, or its rule on white, and the square of the number."""
    measures, theme = kit.measures, kit.theme
    width, height, left = measures.width, measures.height, measures.width - frame.side
    if theme.head is None:
        return (
            rectangle(
                Rect(x=0, y=head - mm(1.0), width=width if not frame.square else left, height=mm(1.0)), theme.band
            ),
        )
    corners = ((width, 0.0), (width, height), (left, height), (left, head), (0.0, head))
    lines = tuple((Op.LINE, corner) for corner in corners)
    return (Path(segments=((Op.MOVE, (0.0, 0.0)), *lines, (Op.CLOSE, ())), fill=theme.head),)


def _place_side(card: Card, head: float, frame: Frame, kit: Kit, order: Iterator[int]) -> list[Item] | None:
    """Place number, picture and code under one another; None where the code has no room."""
    measures = kit.measures
    x, right = measures.width - frame.side + PAD * measures.margin, measures.width - measures.margin
    foot = measures.height - max(measures.margin, measures.bottom_edge)
    items: list[Item] = []
    top = frame.square or head
    if frame.square:
        items += _station(card, frame, kit, order)
        top += PICTURE_GAP * frame.unit
    tile = place_tile(card, kit, 0.0, order, width=min(right - x, (foot - top) * TILE_SHARE / TILE_RATIO))
    if tile and foot - tile.rect.height < top:
        return None
    if tile:
        inner = replace(kit, measures=replace(measures, width=measures.width - (right - x - tile.rect.width) / 2))
        centred = place_tile(card, inner, foot - tile.rect.height, order, width=tile.rect.width)
        items += centred.items if centred else ()
        foot -= tile.rect.height + PICTURE_GAP * frame.unit
    items += _picture(card, Rect(x=x, y=top, width=right - x, height=max(foot - top, 0.0)), frame, kit, order)
    return items


def _station(card: Card, frame: Frame, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the number in its square, under the word."""
    theme = kit.theme
    square = Rect(x=kit.measures.width - frame.side, y=0, width=frame.side, height=frame.square)
    fill, ink = theme.station
    label = set_text(STATION.upper(), kit.case, Style.EYEBROW, language="en")
    size = min(_points(STATION_SIZE, frame, kit), square.width * 0.8 / whole_width(label))
    top = max(STATION_TOP * frame.unit, kit.measures.top_edge)
    setting = Setting(size=size, cap=kit.cap(Style.EYEBROW), color=ink, tracking=0.06)
    wide = (whole_width(label) + 0.06 * (len(STATION) - 1)) * size
    order_ = next(order)
    mark = Mark(role=Role.STATION, order=order_)
    ground = rectangle(square, fill) if fill else None
    items: list[Item] = [ground] if ground else []
    items += place_line(label, setting, Slot(square.x + (square.width - wide) / 2, top), mark)
    numeral = set_verbatim(card.number, kit.case, Style.DISPLAY)
    cap, width = kit.cap(Style.DISPLAY), whole_width(numeral)
    under = top + setting.cap * size
    room = square.bottom - under
    size = min(square.width * NUMBER_SHARE[0] / width, room * 0.72 / cap)
    setting = Setting(size=size, cap=cap, color=ink)
    slot = Slot(square.x + (square.width - width * size) / 2, under + (room - cap * size) / 2)
    return [*items, *place_line(numeral, setting, slot, mark)]


def _picture(card: Card, room: Rect, frame: Frame, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place the photographs under one another, or the muscle map, in the middle of the room."""
    gap = PICTURE_GAP * frame.unit
    if card.photos:
        return _photographs(card, room, gap, kit, order)
    plan = plan_map(card, room.height)
    if plan is None:
        return []
    beside = _scaled(plan, min(1.0, room.width / plan.width))
    alone = [one_view(view, room.height) for view in plan.views]
    high = (room.height - gap * (len(alone) - 1)) / len(alone)
    widest = max(it.width for it in alone)
    stacked = min(high, room.height * room.width / widest)
    mark = next(order)
    look = head_look(kit.theme)
    if len(alone) == 1 or beside.height >= stacked:
        x, y = room.x + (room.width - beside.width) / 2, room.y + (room.height - beside.height) / 2
        return place_map(card, beside, x, y, look, mark)
    items: list[Item] = []
    y = room.y + (room.height - stacked * len(alone) - gap * (len(alone) - 1)) / 2
    for one in alone:
        placed = _scaled(one, stacked / one.height)
        items += place_map(card, placed, room.x + (room.width - placed.width) / 2, y, look, mark)
        y += stacked + gap
    return items


def _scaled(plan: MapPlan, factor: float) -> MapPlan:
    return replace(plan, height=plan.height * factor, width=plan.width * factor)


def _photographs(card: Card, room: Rect, gap: float, kit: Kit, order: Iterator[int]) -> list[Item]:
    each = (room.height - gap * (len(card.photos) - 1)) / len(card.photos)
    rows = [plan_photos(replace(card, photos=(photo,)), room.width, each, kit) for photo in card.photos]
    y = room.y + (room.height - sum(row.height for row in rows) - gap * (len(rows) - 1)) / 2
    items: list[Item] = []
    for row in rows:
        items += place_photos(row, card, room.x + (room.width - row.width) / 2, y, kit, order)
        y += row.height + gap
    return items


# --- what does not fit ------------------------------------------------------------------------------------------------


def _too_small(card: Card, names: Names | None, room: float, sheet: Sheet, least: float) -> Overflow:
    if names is None:
        longest = max(card.steps, key=lambda step: len("".join(span.text for span in step.name)))
        name = "".join(span.text for span in longest.name)
        return Overflow(
            message=f'the name "{name}" is too long for {sheet.name} at {least:.3g} pt, the smallest size allowed',
            hint="shorten it, or take a larger sheet",
            location=longest.location,
            excess=float("inf"),
        )
    over = names.height - room
    return Overflow(
        message=(
            f"{len(card.steps)} steps are too many for {sheet.name} by {to_mm(over):.0f} mm at {least:.3g} pt, "
            "the smallest size allowed"
        ),
        hint="join some, or take a larger sheet",
        location=card.location,
        excess=over,
    )


def _no_room(card: Card, sheet: Sheet) -> Overflow:
    return Overflow(
        message=f"{sheet.name} has no room for a code this large",
        hint="scan it from nearer, or take a larger sheet",
        location=card.location,
        excess=float("inf"),
    )
