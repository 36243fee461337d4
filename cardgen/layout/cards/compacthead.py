"""The head of a compact card: a low band; the code is larger than the band and hangs out of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role, Text
from cardgen.layout.ground.box import place
from cardgen.layout.ground.figures import FigurePlan, Form, Ground, place_figure, plan_figure, recoloured
from cardgen.layout.ground.header import has_map, head_ground, legend_colors
from cardgen.layout.ground.legend import Legend, legends, named_in, place_legend
from cardgen.layout.ground.measures import SAFE_EDGE_MM, SMALLEST, Kit
from cardgen.layout.ground.musclemap import MapPlan, head_look, place_map, plan_map
from cardgen.layout.ground.text import (
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
    set_text,
    set_title,
    whole_width,
)
from cardgen.layout.ground.tile import code_tile
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import mm
from cardgen.values.notes import LeftOut, Note

LEAST_MM = 22.0
"""Height of the band on A6; this and the next grow with the sheet's width."""
LEAST_FIGURE_MM = 26.0
"""With a figure in it, which is not told apart where it is lower."""
FOOT_MM, EYEBROW_GAP_MM, LEGEND_GAP_MM, TILE_GAP_MM = 3.2, 2.2, 2.8, 3.0
BESIDE_MM = 3.0
"""From the tile to the text that runs round it."""
A6_WIDTH_MM = 105.0
MAP_MM, MAP_GAP_MM, MAP_EDGE_MM = 15.2, 3.0, 4.4
"""Height of the muscle map on A6, its distance to what stands beside it, and the white that office printers leave."""
LARGER = 1.3
"""Poses are laid over one another where they come out so much larger."""
FIGURE_MM, FIGURE_SHARE = 20.0, 0.5
"""Height of a figure on A6, and the part of the width beside the tile that it may take."""
EYEBROW_SIZE, LEGEND_SIZE = 8.6, 7.5
EYEBROW_LEAST = 6.5
"""A longer eyebrow takes a second line."""
EYEBROW_LEADING = 1.3
EYEBROW_TRACKING = 0.09
ACCENT = 0.3
"""How far an accent may stand above a capital, in em."""
TITLE_RISE = 0.06
"""How far letters such as h and l stand above capitals, in em."""
TITLE_SIZES: dict[int, tuple[float, float]] = {1: (26.0, 18.0), 2: (17.0, 13.0), 3: (13.0, 9.5)}
"""Greatest and least size in points on A6 by the number of lines."""
TITLE_LEADING = 0.96


@dataclass(frozen=True, slots=True, kw_only=True)
class CompactHeader:
    """The placed head."""

    items: tuple[Item, ...]
    height: float
    """Of the band."""
    title_size: float
    hangs_to: float
    """How far down text must keep clear of the tile; 0 without one."""
    beside: float
    """The right edge of text beside the tile."""
    notes: tuple[Note, ...] = ()


def place_compact_header(card: Card, kit: Kit, order: Iterator[int]) -> CompactHeader:
    """Place the head: eyebrow and title at the left, the tile at the right; the muscles under a title of one line."""
    measures, theme = kit.measures, kit.theme
    scale = max(min(measures.width, measures.height / math.sqrt(2)) / mm(A6_WIDTH_MM), 0.8)
    marks = {role: Mark(role=role, order=next(order)) for role in (Role.EYEBROW, Role.TITLE, Role.LEGEND, Role.MAP)}
    tile = code_tile(card, kit, theme.band)
    edge = measures.width - measures.margin - (tile.width if tile else 0.0)
    coded = place(tile, edge, measures.top_edge, order) if tile else []
    right = edge - (mm(TILE_GAP_MM) * scale if tile else 0.0)
    plan = _plan_figure(card, (right - measures.margin) * FIGURE_SHARE, scale, kit) or plan_map(
        card, mm(MAP_MM) * scale
    )
    map_x = right - (plan.width if plan else 0.0)
    column = map_x - (mm(MAP_GAP_MM) * scale if plan else 0.0) - measures.margin
    y = measures.top_edge
    if not card.eyebrow:
        y += TITLE_RISE * TITLE_SIZES[1][0] * scale * (ACCENT / TITLE_RISE if has_accents(card.title) else 1.0)
    items: list[Item] = []
    if card.eyebrow:
        placed = _eyebrow(card, Slot(measures.margin, y, column), scale, kit, marks[Role.EYEBROW])
        items += placed
        y = placed[-1].y + mm(EYEBROW_GAP_MM) * scale
    text, lines, size = _title(set_title(card.title, kit.case, language=card.language), column, scale)
    setting = Setting(size=size, leading=TITLE_LEADING * size, cap=kit.cap(Style.DISPLAY), color=theme.title)
    placed = place_lines(text, lines, setting, Slot(measures.margin, y), marks[Role.TITLE])
    items += flush(placed, kit.case)
    y += block_height(len(lines), setting.cap * size, setting.leading)
    legend = _legend(card, column, scale, kit) if len(lines) == 1 else None
    if legend:
        below = Slot(measures.margin, y + mm(LEGEND_GAP_MM) * scale, column)
        items += place_legend(legend, below, legend_colors(kit), kit.cap(Style.TEXT), marks[Role.LEGEND])
        y = below.y + legend.height(kit.cap(Style.TEXT))
    least = LEAST_FIGURE_MM if isinstance(plan, FigurePlan) else LEAST_MM
    height = max(mm(least) * scale + measures.top_edge - mm(SAFE_EDGE_MM), y + mm(FOOT_MM) * scale)
    band = head_ground(height, kit)
    if plan:
        # A picture may stand a little nearer to the edge than text, but not where holes are or more is to be kept clear.
        asked = measures.top_edge if measures.top_edge > mm(SAFE_EDGE_MM) else 0.0
        top = max(mm(MAP_EDGE_MM), asked, (height - plan.height) / 2)
        x, at, named = right - plan.width, marks[Role.MAP].order, named_in(card, legend)
        match plan:
            case FigurePlan():
                items += place_figure(recoloured(plan, named), Slot(x, top), at, card.words, card.language)
            case MapPlan():
                items += place_map(named, plan, x, top, head_look(theme), at)
    return CompactHeader(
        items=(band, *items, *coded),
        height=height,
        title_size=size,
        hangs_to=measures.top_edge + tile.height + mm(BESIDE_MM) if tile else 0.0,
        beside=edge - mm(BESIDE_MM) if tile else right,
        notes=(LeftOut.MUSCLES,) if (card.works or card.also) and not (legend and legend.complete) else (),
    )


def _plan_figure(card: Card, width: float, scale: float, kit: Kit) -> FigurePlan | None:
    """Return the figure: its poses side by side or, where they would be small so, the last over a ghost of the first."""
    room = (width, mm(FIGURE_MM) * scale)
    poses = plan_figure(card, room, kit.theme)
    if poses is None or kit.theme.mode is Ink.MONO:
        return poses
    overlay = plan_figure(card, room, kit.theme, Ground.HEAD, Form.OVERLAY)
    return overlay if overlay and overlay.scale > LARGER * poses.scale else poses


def _eyebrow(card: Card, slot: Slot, scale: float, kit: Kit, mark: Mark) -> tuple[Text, ...]:
    words = " · ".join(capitals(part, card.language) for part in card.eyebrow)
    text = set_text(words, kit.case, Style.EYEBROW, language=card.language)
    wide = whole_width(text) + EYEBROW_TRACKING * glyph_count(text)
    least = max(EYEBROW_LEAST, kit.measures.least)
    size = max(min(EYEBROW_SIZE * scale, slot.width / wide), least)
    rise = ACCENT * size if has_accents(words) else 0.0
    setting = Setting(
        size=size,
        leading=EYEBROW_LEADING * size,
        cap=kit.cap(Style.EYEBROW),
        color=kit.theme.eyebrow,
        tracking=EYEBROW_TRACKING,
    )
    lines = break_lines(text, slot.width / size * whole_width(text) / wide)
    return flush(place_lines(text, lines, setting, replace(slot, y=slot.y + rise), mark), kit.case)


def _title(text: Prepared, column: float, scale: float) -> tuple[Prepared, Lines, float]:
    """Return a title on as few lines as its sizes allow."""
    lines: Lines = ()
    size = 0.0
    for count, (most, least) in TITLE_SIZES.items():
        lines = balance(text, count)
        size = min(most * scale, column / max(line_width(text, a, b) for a, b in lines))
        if size >= least * scale:
            break
    return text, lines, size


def _legend(card: Card, column: float, scale: float, kit: Kit) -> Legend | None:
    """Return the muscles on one line; names fall off its end until it fits."""
    size = max(LEGEND_SIZE * scale, SMALLEST, kit.measures.least)
    forms = legends(card, column, (size,), kit, swatches=has_map(card))
    return next((form for form in forms if len(form.rows) == 1), None)
