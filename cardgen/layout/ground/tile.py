"""The code's tile: white, with the quiet zone inside and a caption as wide as the code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from cardgen.compose import Card
from cardgen.display import Color, Item, LinkArea, Mark, Path, Role
from cardgen.layout.ground.box import Frame, Pen, place
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import code_path, rounded
from cardgen.layout.ground.text import Setting, Slot, glyph_count, place_line, set_verbatim, whole_width
from cardgen.pictures.qr import QUIET_ZONE, make_code
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from cardgen.values.language import LANGUAGE, other_language

TILE = 27.0
"""Least width of the tile, in sheet units."""
TILE_RADIUS = 2.0
CAPTION = "Watch video"
CAPTION_SIZE = 9.8
"""Greatest size, in points on A5."""
CAPTION_TRACKING = 0.12
CAPTION_HEAD = 0.3
"""Between the quiet zone and the caption: round letters rise above the cap line."""
CAPTION_FOOT = 1.63
CAPTION_TRACKING_LIMIT = 0.3
OUTLINE, OUTLINE_LOW = 0.3, 0.2
"""Weight of the outline of a tile that hangs out of its band, in sheet units, and on white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """The code's tile, placed."""

    items: tuple[Item, ...]
    rect: Rect


def place_tile(card: Card, kit: Kit, top: float, order: Iterator[int], *, width: float = 0.0) -> Tile | None:
    """Place the tile with its upper edge at `top` and its right edge on the margin; None without a video."""
    tile = code_tile(card, kit, width)
    if tile is None:
        return None
    x = kit.measures.width - kit.measures.margin - tile.width
    rect = Rect(x=x, y=top, width=tile.width, height=tile.height)
    return Tile(items=tuple(place(tile, x, top, order)), rect=rect)


def code_tile(card: Card, kit: Kit, width: float = 0.0, outline: Color | None = None) -> Frame | None:
    """Return the tile, at least `width` wide; None without a video."""
    if card.video is None:
        return None
    measures, unit = kit.measures, kit.measures.unit
    code = make_code(card.video.url)
    whole = code.modules + 2 * QUIET_ZONE
    caption = set_verbatim(CAPTION.upper(), kit.case, Style.EYEBROW)
    side = max(measures.code_side, whole_width(caption) * measures.least)  # the caption is read from as far as the rest
    module = max(measures.module, side / code.modules, TILE * unit / whole if not width else 0.0, width / whole)
    asked, width = width, module * whole
    cap, gaps = kit.cap(Style.EYEBROW), glyph_count(caption) - 1
    # As wide as the code above it, unless the code is a large one.
    side = module * code.modules
    widest = side / (whole_width(caption) + CAPTION_TRACKING * gaps)
    largest = inf if asked else CAPTION_SIZE * max(measures.scale, 1.0)
    size = max(min(widest, largest), measures.least)
    tracking = min((side / size - whole_width(caption)) / gaps, CAPTION_TRACKING_LIMIT)
    drawn = (whole_width(caption) + tracking * gaps) * size
    setting = Setting(size=size, cap=cap, color=kit.theme.heading, tracking=tracking)

    def put(pen: Pen, rect: Rect) -> None:
        mark = _mark(card, next(pen.order))
        square = Rect(x=rect.x, y=rect.y, width=width, height=width)
        slot = Slot(rect.x + (width - drawn) / 2, rect.y + width + CAPTION_HEAD * unit)
        told = Mark(role=Role.CAPTION, order=next(pen.order), language=mark.language)
        pen.items += (
            _ground(rect, outline, kit),
            code_path(code, square, kit.theme.code, mark),
            LinkArea(rect=rect, mark=mark),
            *place_line(caption, setting, slot, told),
        )

    return Frame(width, width + cap * size + (CAPTION_HEAD + CAPTION_FOOT) * unit, put)


def _mark(card: Card, order: int) -> Mark:
    assert card.video is not None  # noqa: S101 - asked before there is a tile
    return Mark(
        role=Role.CODE,
        order=order,
        language=other_language(LANGUAGE, card.language),
        link=card.video.url,
        alternative=f"QR code: opens {card.video.label}",
    )


def _ground(rect: Rect, outline: Color | None, kit: Kit) -> Path:
    unit = kit.measures.unit
    radius = TILE_RADIUS * unit
    edge = outline or kit.theme.tile_edge
    return Path(
        segments=rounded(rect, left=radius, right=radius),
        fill=kit.theme.paper,
        stroke=edge,
        stroke_width=(OUTLINE if outline else OUTLINE_LOW) * unit if edge else 0.0,
    )
