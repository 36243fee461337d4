"""The head of a card: a band with equipment, title and either the muscles or the lead at the left, the code's tile at the right.

The approved card names the muscles under the title. Few guides do so themselves; for the others the lead stands there, so
that the band has no hole and the steps gain the room that the lead would take.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role
from cardgen.geometry import Rect
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.measures import Kit
from cardgen.layout.shapes import rectangle
from cardgen.layout.text import (
    Setting,
    Slot,
    balance,
    block_height,
    capitals,
    flush,
    glyph_count,
    has_accents,
    line_width,
    place_lines,
    place_paragraph,
    set_inline,
    set_text,
    set_title,
    whole_width,
)
from cardgen.layout.tile import place_tile
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines, count_lines
from cardgen.typeset.prepare import Prepared

INSET = 5.0
"""Band to its content at head and foot, but never less than the safe edge; this and the next in sheet units."""
CONTENT = 31.35
"""Height of what stands in the band, where it fits."""
CONTENT_LEAST = 22.0
"""Without a code, so that the band is no mere line behind the title."""
TILE_GAP = 6.0
EYEBROW_GAP, LEAD_GAP, LEGEND_GAP = 3.1, 4.8, 4.4
EYEBROW_SIZE, LEGEND_SIZE = 11.5, 9.6
"""In points on A5."""
ACCENT = 0.3
"""How far an accent may stand above a capital, in em: two of them in Vietnamese."""
EYEBROW_LEAST = 8.0
"""A longer eyebrow takes a second line."""
EYEBROW_LEADING = 1.3
EYEBROW_TRACKING = 0.09
TITLE_LEADING = 0.96
LEAD_LEADING = 1.36
TITLE_SIZES: dict[int, tuple[float, float]] = {1: (54.0, 31.0), 2: (36.0, 25.0), 3: (27.0, 19.0), 4: (20.0, 13.0)}
"""Greatest and least size in points on A5 by the number of lines."""
WIDE = 120.0
"""A column of this many sheet units is that of a card across, or of one without a code."""
TITLE_OVER_LEAD = 40.0
"""Greatest size over a lead, which otherwise would have to be set at its least."""
LEAD_SIZE, LEAD_SIZE_WIDE, LEAD_GOOD, LEAD_LEAST = 10.5, 13.0, 9.6, 9.0
"""In points on A5: what a lead starts from, also in a wide column, what is worth a smaller title, and what it may go down to."""
LEAD_STEP = 0.25
ABOVE_TITLE = 0.3
"""The part of the free height that goes above the title; the rest goes below: a title belongs to its eyebrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The placed head."""

    items: tuple[Item, ...]
    height: float
    title_size: float
    title_lines: int
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
        """From the top of its accents, or its first cap line without any, to the last baseline."""
        return self.rise + block_height(len(self.lines), cap * self.size, EYEBROW_LEADING * self.size)

    @property
    def rise(self) -> float:
        """How far accents stand above the cap line."""
        return ACCENT * self.size if has_accents("".join(unit.text for unit in self.text.units)) else 0.0


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
    inset = _inset(kit)
    tile_ = place_tile(card, kit, inset, order)
    column = measures.text_width - (tile_.rect.width + TILE_GAP * measures.unit if tile_ else 0.0)
    room = tile_.rect.height if tile_ else 0.0
    eyebrow = _eyebrow(card, column, kit)
    if eyebrow:
        fixed = eyebrow.height(kit.cap(Style.EYEBROW)) + EYEBROW_GAP * measures.unit
    else:
        fixed = ACCENT * measures.small(TITLE_SIZES[2][1]) if has_accents(card.title) else 0.0
    title, under = _fit(card, column, max(room, CONTENT * measures.unit) - fixed, kit)
    cap, text_cap = kit.cap(Style.DISPLAY), kit.cap(Style.TEXT)
    used = fixed + title.height(cap) + (under.gap + under.height(text_cap) if under else 0.0)
    content = max(room, used, (CONTENT if under else CONTENT_LEAST) * measures.unit)
    free = content - used
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
        placed = place_lines(
            eyebrow.text, eyebrow.lines, setting, Slot(measures.margin, y + eyebrow.rise), marks[Role.EYEBROW]
        )
        items += flush(placed, kit.case)
    setting = Setting(size=title.size, leading=TITLE_LEADING * title.size, cap=cap, color=theme.paper)
    slot = Slot(measures.margin, y + fixed + (free * ABOVE_TITLE if under else 0.0))
    items += flush(place_lines(title.text, title.lines, setting, slot, marks[Role.TITLE]), kit.case)
    if under:
        setting = Setting(
            size=under.size, leading=LEAD_LEADING * under.size, cap=text_cap, color=theme.on_band, strong=theme.paper
        )
        slot = Slot(measures.margin, inset + content - under.height(text_cap), column)
        items += place_paragraph(under.text, setting, slot, marks[under.role])
    return Header(
        items=(*items, *(tile_.items if tile_ else ())),
        height=height,
        title_size=title.size,
        title_lines=len(title.lines),
        has_lead=under is not None and under.role is Role.LEAD,
    )


def _inset(kit: Kit) -> float:
    return max(INSET * kit.measures.unit, kit.measures.edge)


def _fit(card: Card, column: float, room: float, kit: Kit) -> tuple[Title, Under | None]:
    """Choose the largest title that leaves room for the text under it, a lead that is good to read before a larger title.

    Where both do not fit beside the code, the title stands alone and the lead goes below the band.
    """
    cap, text_cap = kit.cap(Style.DISPLAY), kit.cap(Style.TEXT)
    under = _under(card, column, kit)
    is_lead = under is not None and under.role is Role.LEAD
    wide = column > WIDE * kit.measures.unit
    most = TITLE_OVER_LEAD if is_lead and not wide else TITLE_SIZES[1][0]
    text = set_title(card.title, kit.case, language=card.language)
    titles = _titles(text, column, most, kit)
    if under:
        for least in (LEAD_GOOD, LEAD_LEAST) if is_lead else (0.0,):
            for title in titles:
                for found in _smaller(under, column, least, kit):
                    if title.height(cap) + found.gap + found.height(text_cap) <= room:
                        return title, found
        if not is_lead:
            # Many muscles: the band grows under the lowest title.
            return min(titles, key=lambda title: title.height(cap)), under
    alone = _titles(text, column, TITLE_SIZES[2][0] if is_lead else most, kit)
    return next((title for title in alone if title.height(cap) <= room), alone[-1]), None


def _smaller(under: Under, column: float, least: float, kit: Kit) -> list[Under]:
    """Return the sizes in which a lead may be set, largest first; the muscles have one."""
    if under.role is not Role.LEAD:
        return [under]
    floor = max(kit.measures.floor, least * kit.measures.scale)
    steps = max(0, int((under.size - floor) / LEAD_STEP + 1e-9))
    sizes = [under.size - step * LEAD_STEP for step in range(steps)] + [floor]
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
        spans = (
            Span(text="Works ", emphasis=Emphasis.STRONG),
            Span(text=", ".join(muscle.name for muscle in card.works)),
        )
        text, size, role, gap = (
            set_inline(spans, kit.case, language=card.language),
            LEGEND_SIZE,
            Role.LEGEND,
            LEGEND_GAP,
        )
    elif card.lead:
        text, role, gap = set_inline(card.lead, kit.case, language=card.language), Role.LEAD, LEAD_GAP
        size = LEAD_SIZE if column <= WIDE * measures.unit else LEAD_SIZE_WIDE
    else:
        return None
    size = max(size * measures.scale, measures.floor)
    return Under(text=text, size=size, lines=count_lines(text, column / size), role=role, gap=gap * measures.unit)


def _eyebrow(card: Card, column: float, kit: Kit) -> Eyebrow | None:
    if not card.eyebrow:
        return None
    words = " · ".join(capitals(part, card.language) for part in card.eyebrow)
    text = set_text(words, kit.case, Style.EYEBROW, language=card.language)
    wide = whole_width(text) + EYEBROW_TRACKING * glyph_count(text)
    size, least = min(kit.measures.small(EYEBROW_SIZE), column / wide), kit.measures.small(EYEBROW_LEAST)
    if size >= least:
        return Eyebrow(text=text, lines=((0, len(text.units)),), size=size)
    return Eyebrow(text=text, lines=break_lines(text, column / least * whole_width(text) / wide), size=least)
