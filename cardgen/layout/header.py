"""The head of a card: a band with equipment, title and either the muscles or the lead at the left, the code's tile at the right.

The approved card names the muscles under the title. Few guides do so themselves; for the others the lead stands there, so
that the band has no hole and the steps gain the room that the lead would take.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import Item, LinkArea, Mark, Role
from cardgen.geometry import Rect
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.measures import Kit
from cardgen.layout.shapes import code_path, rectangle, tile
from cardgen.layout.text import (
    Setting,
    Slot,
    balance,
    block_height,
    glyph_count,
    line_width,
    place_line,
    place_lines,
    place_paragraph,
    set_inline,
    set_text,
    set_title,
    set_verbatim,
    whole_width,
)
from cardgen.qr import QUIET_ZONE, make_code
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines, count_lines
from cardgen.typeset.prepare import Prepared

INSET = 5.0
"""Band to its content at head and foot, but never less than the safe edge; this and the next in sheet units."""
CONTENT = 31.0
"""Height of what stands in the band, where it fits."""
CONTENT_LEAST = 22.0
"""Without a code, so that the band is no mere line behind the title."""
TILE = 27.0
"""Width of the code's tile."""
TILE_GAP = 6.0
EYEBROW_GAP, LEAD_GAP, LEGEND_GAP = 3.1, 4.4, 4.4
EYEBROW_SIZE, CAPTION_SIZE, LEGEND_SIZE = 11.5, 9.6, 9.0
"""In points on A5."""
EYEBROW_LEAST = 8.0
"""A longer eyebrow takes a second line."""
EYEBROW_LEADING = 1.3
EYEBROW_TRACKING = 0.09
TITLE_LEADING = 0.96
LEAD_LEADING = 1.36
TITLE_SIZES: dict[int, tuple[float, float]] = {1: (54.0, 31.0), 2: (36.0, 25.0), 3: (27.0, 19.0)}
"""Greatest and least size in points on A5 by the number of lines."""
TITLE_OVER_LEAD = 40.0
"""Greatest size over a lead, which otherwise would have to be set at its least."""
CAPTION = "Watch video"
CAPTION_FOOT = 1.63
CAPTION_TRACKING_LIMIT = 0.3
TILE_RADIUS = 2.0
LEAD_SIZE, LEAD_STEP = 10.5, 0.25
ABOVE_TITLE = 0.3
"""The part of the free height that goes above the title; the rest goes below: a title belongs to its eyebrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The placed head."""

    items: tuple[Item, ...]
    height: float
    title_size: float
    has_lead: bool
    """Tells whether the lead stands in the band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title, broken and sized."""

    text: Prepared
    lines: Lines
    size: float

    def height(self, cap: float) -> float:
        """From the first cap line to the last baseline."""
        return block_height(len(self.lines), cap * self.size, TITLE_LEADING * self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyebrow:
    """Equipment and level, in capitals; on one line unless they are very long."""

    text: Prepared
    lines: Lines
    size: float

    def height(self, cap: float) -> float:
        """From the first cap line to the last baseline."""
        return block_height(len(self.lines), cap * self.size, EYEBROW_LEADING * self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """The code's tile, placed."""

    items: tuple[Item, ...]
    rect: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """What stands under the title: the lead or the muscles."""

    text: Prepared
    size: float
    lines: int
    role: Role
    gap: float

    def height(self, cap: float) -> float:
        """From the first cap line to the last baseline."""
        return block_height(self.lines, cap * self.size, LEAD_LEADING * self.size)


def place_header(card: Card, kit: Kit, order: Iterator[int]) -> Header:
    """Place the head; its height follows from the code and the text, and is the same for most cards."""
    measures, theme = kit.measures, kit.theme
    marks = {role: Mark(role=role, order=next(order)) for role in (Role.EYEBROW, Role.TITLE, Role.LEAD, Role.LEGEND)}
    tile_ = _place_tile(card, kit, order)
    column = measures.text_width - (tile_.rect.width + TILE_GAP * measures.unit if tile_ else 0.0)
    room = tile_.rect.height if tile_ else 0.0
    eyebrow = _eyebrow(card, column, kit)
    fixed = eyebrow.height(kit.cap(Style.EYEBROW)) + EYEBROW_GAP * measures.unit if eyebrow else 0.0
    title, under = _fit(card, column, max(room, CONTENT * measures.unit) - fixed, kit)
    cap, text_cap = kit.cap(Style.DISPLAY), kit.cap(Style.TEXT)
    used = fixed + title.height(cap) + (under.gap + under.height(text_cap) if under else 0.0)
    content = max(room, used, CONTENT_LEAST * measures.unit)
    free = content - used
    inset = _inset(kit)
    y = inset + (0.0 if under else free / 2)
    height = content + 2 * inset
    items: list[Item] = [rectangle(Rect(x=0, y=0, width=measures.width, height=height), theme.band)]
    if eyebrow:
        setting = Setting(
            size=eyebrow.size,
            leading=EYEBROW_LEADING * eyebrow.size,
            cap=kit.cap(Style.EYEBROW),
            color=theme.accent,
            tracking=EYEBROW_TRACKING,
        )
        items += place_lines(eyebrow.text, eyebrow.lines, setting, Slot(measures.margin, y), marks[Role.EYEBROW])
    setting = Setting(size=title.size, leading=TITLE_LEADING * title.size, cap=cap, color=theme.paper)
    slot = Slot(measures.margin, y + fixed + (free * ABOVE_TITLE if under else 0.0))
    items += place_lines(title.text, title.lines, setting, slot, marks[Role.TITLE])
    if under:
        setting = Setting(size=under.size, leading=LEAD_LEADING * under.size, cap=text_cap, color=theme.on_band)
        slot = Slot(measures.margin, inset + content - under.height(text_cap), column)
        items += place_paragraph(under.text, setting, slot, marks[under.role])
    return Header(
        items=(*items, *(tile_.items if tile_ else ())),
        height=height,
        title_size=title.size,
        has_lead=under is not None and under.role is Role.LEAD,
    )


def _inset(kit: Kit) -> float:
    return max(INSET * kit.measures.unit, kit.measures.edge)


def _fit(card: Card, column: float, room: float, kit: Kit) -> tuple[Title, Under | None]:
    """Choose the largest title that leaves room for the text under it; the lead may go down to the floor for that."""
    cap, text_cap = kit.cap(Style.DISPLAY), kit.cap(Style.TEXT)
    under = _under(card, column, kit)
    most = TITLE_OVER_LEAD if under and under.role is Role.LEAD else TITLE_SIZES[1][0]
    titles = _titles(set_title(card.title, kit.case, language=card.language), column, most, kit)
    if under is None:
        return next((title for title in titles if title.height(cap) <= room), titles[-1]), None
    for title in titles:
        for found in _smaller(under, column, kit):
            if title.height(cap) + found.gap + found.height(text_cap) <= room:
                return title, found
    # Nothing fits beside the code: the band grows, under a title of middling size.
    return titles[len(titles) // 2], _smaller(under, column, kit)[-1]


def _smaller(under: Under, column: float, kit: Kit) -> list[Under]:
    """Return the sizes in which a lead may be set, largest first; the muscles have one."""
    if under.role is not Role.LEAD:
        return [under]
    steps = int((under.size - kit.measures.floor) / LEAD_STEP + 1e-9)
    sizes = [under.size - step * LEAD_STEP for step in range(steps)] + [kit.measures.floor]
    return [replace(under, size=size, lines=count_lines(under.text, column / size)) for size in sizes]


def _titles(text: Prepared, column: float, largest: float, kit: Kit) -> list[Title]:
    """Return the ways to set a title, best first."""
    scale = kit.measures.scale
    found = []
    for count, (most, least) in TITLE_SIZES.items():
        if count > 1 and count > len(text.units):
            continue
        lines = balance(text, count)
        size = min(most * scale, largest * scale, column / max(line_width(text, a, b) for a, b in lines))
        while size >= least * scale - 1e-9:
            found.append(Title(text=text, lines=lines, size=size))
            size -= scale
    if not found:
        lines = balance(text, max(TITLE_SIZES))
        size = min(column / max(line_width(text, a, b) for a, b in lines), TITLE_SIZES[max(TITLE_SIZES)][0] * scale)
        found.append(Title(text=text, lines=lines, size=size))
    return found


def _under(card: Card, column: float, kit: Kit) -> Under | None:
    measures = kit.measures
    if card.works:
        spans = (Span(text="Works ", emphasis=Emphasis.STRONG), Span(text=", ".join(card.works)))
        text, size, role, gap = (
            set_inline(spans, kit.case, language=card.language),
            LEGEND_SIZE,
            Role.LEGEND,
            LEGEND_GAP,
        )
    elif card.lead:
        text, size, role, gap = set_inline(card.lead, kit.case, language=card.language), LEAD_SIZE, Role.LEAD, LEAD_GAP
    else:
        return None
    size = max(size * measures.scale, measures.floor)
    return Under(text=text, size=size, lines=count_lines(text, column / size), role=role, gap=gap * measures.unit)


def _eyebrow(card: Card, column: float, kit: Kit) -> Eyebrow | None:
    if not card.eyebrow:
        return None
    words = " · ".join(part.upper() for part in card.eyebrow)
    text = set_text(words, kit.case, Style.EYEBROW, language=card.language)
    wide = whole_width(text) + EYEBROW_TRACKING * glyph_count(text)
    size, least = min(kit.measures.small(EYEBROW_SIZE), column / wide), kit.measures.small(EYEBROW_LEAST)
    if size >= least:
        return Eyebrow(text=text, lines=((0, len(text.units)),), size=size)
    return Eyebrow(text=text, lines=break_lines(text, column / least * whole_width(text) / wide), size=least)


def _place_tile(card: Card, kit: Kit, order: Iterator[int]) -> Tile | None:
    """Place the code's tile: white, with the quiet zone inside, its right edge on the margin."""
    if card.video is None:
        return None
    measures, unit = kit.measures, kit.measures.unit
    code = make_code(card.video.url)
    whole = code.modules + 2 * QUIET_ZONE
    module = max(measures.module, measures.code_side / code.modules, TILE * unit / whole)
    width = module * whole
    caption = set_verbatim(CAPTION.upper(), kit.case, Style.EYEBROW)
    size, cap, glyphs = measures.small(CAPTION_SIZE), kit.cap(Style.EYEBROW), glyph_count(caption)
    # As wide as the code above it, unless the code is a large one.
    tracking = (module * code.modules / size - whole_width(caption)) / glyphs
    tracking = max(0.0, min(tracking, CAPTION_TRACKING_LIMIT))
    drawn = (whole_width(caption) + tracking * glyphs) * size
    x, y = measures.width - measures.margin - width, _inset(kit)
    mark = Mark(
        role=Role.CODE, order=next(order), link=card.video.url, alternative=f"QR code: opens {card.video.label}"
    )
    rect = Rect(x=x, y=y, width=width, height=width + cap * size + CAPTION_FOOT * unit)
    setting = Setting(size=size, cap=cap, color=kit.theme.band, tracking=tracking)
    slot = Slot(x + (width - drawn) / 2, y + width)
    items: tuple[Item, ...] = (
        tile(rect, TILE_RADIUS * unit, kit.theme.paper),
        code_path(code, Rect(x=x, y=y, width=width, height=width), kit.theme.code, mark),
        LinkArea(rect=rect, mark=mark),
        *place_line(caption, setting, slot, Mark(role=Role.CAPTION, order=next(order))),
    )
    return Tile(items=items, rect=rect)
