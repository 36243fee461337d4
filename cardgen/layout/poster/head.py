"""A card and a frame in, the head of a poster out: equipment, title and muscles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.header import has_map, head_top, legend_colors
from cardgen.layout.ground.legend import Legend, legends, place_legend
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.text import Slot, set_title
from cardgen.layout.ground.titling import Title, accent_of, broken, drop_of, eyebrow_for, place_eyebrow, place_title
from cardgen.layout.poster.frame import Frame, covers_side
from cardgen.theme.type import Style
from cardgen.values.geometry import to_mm

TITLE_MOST, TITLE_LINES = 170.0, 4
TITLE_GOOD = 66.0
"""A smaller title takes a higher head, where the sheet is low."""
LEGEND_SIZES = (25.0, 22.0, 19.0)
EYEBROW_SIZE = 18.0
"""In points on A5, greatest."""
EYEBROW_GAP, LEGEND_GAP, HEAD_FOOT = 8.0, 12.0, 14.0
ACCENT_ROOM = 0.6
"""The part of the gap under the eyebrow that accents may take."""
BELOW_TAIL = 4.0
"""From the tails of a title's letters to the muscles under them, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The placed head."""

    items: tuple[Item, ...]
    bottom: float
    title_size: float
    complete: bool
    """Whether every muscle is named."""


def place_poster_head(card: Card, frame: Frame, kit: Kit, order: Iterator[int]) -> Head:
    """Place equipment, title and muscles: beside a side that begins at the head of the sheet, or over the whole width."""
    measures = kit.measures
    marks = {role: Mark(role=role, order=next(order)) for role in (Role.EYEBROW, Role.TITLE, Role.LEGEND)}
    column = frame.left if covers_side(frame) else measures.text_width
    y = max(head_top(kit), measures.margin)
    items: list[Item] = []
    eyebrow = eyebrow_for(card, column, kit, EYEBROW_SIZE)
    if eyebrow:
        items += place_eyebrow(eyebrow, measures.margin, y, kit, marks[Role.EYEBROW])
        y += eyebrow.height(kit.cap(Style.EYEBROW)) + EYEBROW_GAP * frame.unit
    legend = _legend(card, column, frame, kit)
    foot = HEAD_FOOT * frame.unit
    under = LEGEND_GAP * frame.unit + legend.height(kit.cap(Style.TEXT)) if legend else 0.0
    taken = y + under + foot
    title = _title(card, column, frame.head - taken, frame, kit)
    if title.size < frame.points(TITLE_GOOD, kit) and frame.head_most > frame.head:
        title = _title(card, column, frame.head_most - taken, frame, kit)
    items += place_title(title, measures.margin, y, kit, marks[Role.TITLE])
    y += title.height(kit.cap(Style.DISPLAY))
    if legend:
        y += max(LEGEND_GAP * frame.unit, title.drop + BELOW_TAIL * frame.unit)
        items += place_legend(
            legend, Slot(measures.margin, y), legend_colors(kit), kit.cap(Style.TEXT), marks[Role.LEGEND]
        )
        y += legend.height(kit.cap(Style.TEXT))
    complete = legend.complete if legend else not (card.works or card.also)
    return Head(
        items=tuple(items),
        bottom=max(y + foot, frame.square),
        title_size=title.size,
        complete=complete,
    )


def _title(card: Card, column: float, room: float, frame: Frame, kit: Kit) -> Title:
    """Return the title as large as column and room allow, on as many lines as that takes."""
    text, cap = set_title(card.title, kit.case, language=card.language), kit.cap(Style.DISPLAY)
    least = frame.points(0.0, kit)
    most = max(TITLE_MOST * kit.theme.display.far * to_mm(frame.unit), least)
    # Accents of capitals may reach into the gap under the eyebrow, but no farther.
    accent, gap = accent_of(text), EYEBROW_GAP * frame.unit * ACCENT_ROOM if card.eyebrow else 0.0
    best = Title(text=text, lines=((0, len(text.units)),), size=0.0, rise=0.0)
    for rows in range(1, min(TITLE_LINES, len(text.units)) + 1):
        lines, widest = broken(text, rows)
        high = Title(text=text, lines=lines, size=1.0, rise=accent).height(cap)
        size = min(most, column / widest, max((room + gap) / high if accent else room / high, least))
        if size > best.size:
            rise, drop = max(0.0, accent * size - gap), drop_of(text, lines, kit) * size
            best = Title(text=text, lines=lines, size=size, rise=rise, drop=drop)
    return best


def _legend(card: Card, column: float, frame: Frame, kit: Kit) -> Legend | None:
    """Return the muscles, on one row where that has room; on two in the narrow column beside an upright sheet's number."""
    sizes = tuple(dict.fromkeys(frame.points(size, kit) for size in LEGEND_SIZES))
    swatches = has_map(card)
    forms = tuple(legends(card, column, sizes, kit, swatches=swatches))
    narrow = frame.square and not frame.across
    rows = [] if narrow else [form for form in forms if len(form.rows) == 1]
    whole = [form for form in (*rows, *forms) if form.complete]
    return next(iter((*whole, *forms)), None)
