"""The code's tile: white, with the quiet zone inside and a caption as wide as the code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf

from cardgen.compose import Card
from cardgen.display import Color, LinkArea, Mark, Path, Role
from cardgen.guide.model import Video
from cardgen.layout.ground.box import Frame, Pen
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, setting_of, type_of
from cardgen.layout.ground.shapes import code_path, rounded
from cardgen.layout.ground.text import glyph_count, set_verbatim, whole_width
from cardgen.pictures.qr import QUIET_ZONE, make_code
from cardgen.theme.type import VIDEO
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

TILE = 27.0
"""Least width of the tile, in sheet units."""
TILE_RADIUS = 2.0
CAPTION_TRACKING = 0.12
CAPTION_HEAD = 0.3
"""Between the quiet zone and the caption: round letters rise above the cap line."""
CAPTION_FOOT = 1.63
CAPTION_TRACKING_LIMIT = 0.3
OUTLINE, OUTLINE_LOW = 0.3, 0.2
"""Weight of the outline of a tile that hangs out of its band, in sheet units, and on white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands under a code."""

    words: Phrase
    head: float
    """From the quiet zone to its cap line, in points."""
    foot: float
    """And from its baseline to the tile's edge."""


def code_tile(card: Card, kit: Kit, outline: Color | None = None, *, width: float = 0.0) -> Frame | None:
    """Return the tile, at least `width` wide; None without a video."""
    if card.video is None:
        return None
    measures, unit, theme = kit.measures, kit.measures.unit, kit.theme
    code = make_code(card.video.url)
    whole = code.modules + 2 * QUIET_ZONE
    text = set_verbatim(kit.words("code.watch").upper(), kit.case, VIDEO.face)
    side = max(measures.code_side, whole_width(text) * measures.least)  # the caption is read from as far as the rest
    module = max(measures.module, side / code.modules, width / whole or TILE * unit / whole)
    gaps = glyph_count(text) - 1
    # As wide as the code above it, unless the code is a large one.
    side = module * code.modules
    widest = side / (whole_width(text) + CAPTION_TRACKING * gaps)
    largest = inf if width else VIDEO.size * max(measures.scale, 1.0)
    size = max(min(widest, largest), measures.least)
    tracking = min((side / size - whole_width(text)) / gaps, CAPTION_TRACKING_LIMIT)
    setting = replace(setting_of(type_of(VIDEO, kit), size, kit), tracking=tracking)
    edge, weight = outline or theme.tile_edge, (OUTLINE if outline else OUTLINE_LOW) * unit

    def ground(rect: Rect) -> Path:
        outline = rounded(rect, left=TILE_RADIUS * unit, right=TILE_RADIUS * unit)
        return Path(segments=outline, fill=theme.paper, stroke=edge, stroke_width=weight if edge else 0.0)

    words = Phrase(text=text, setting=setting)
    caption = Caption(words=words, head=CAPTION_HEAD * unit, foot=CAPTION_FOOT * unit)
    return tile_of(card.video, (module * whole, 0.0), caption, ground, theme.code, card)


def tile_of(
    video: Video,
    widths: tuple[float, float],
    caption: Caption,
    ground: Callable[[Rect], Path],
    ink: Color,
    card: Card,
) -> Frame:
    """Return a tile on its ground, on the page of a card: the code with its quiet zone so wide, itself at least so wide."""
    whole, words = widths[0], caption.words
    other = other_language(card.words.language, card.language)
    told = card.words("code.spoken", address=video.label)

    def put(pen: Pen, rect: Rect) -> None:
        mark = Mark(role=Role.CODE, order=next(pen.order), language=other, link=video.url, alternative=told)
        below = Mark(role=Role.CAPTION, order=next(pen.order), language=other)
        square = Rect(x=rect.x + (rect.width - whole) / 2, y=rect.y, width=whole, height=whole)
        pen.items += (ground(rect), code_path(make_code(video.url), square, ink, mark), LinkArea(rect=rect, mark=mark))
        pen.items += words.centred(rect.x + rect.width / 2, square.bottom + caption.head, below)

    return Frame(max(widths), whole + caption.head + words.cap + caption.foot, put)
