"""A station in, the ways to show its muscles and its code beside the steps out, and one of them placed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cardgen.compose import Card
from cardgen.display import Item, Path
from cardgen.layout.circuit.frame import Frame
from cardgen.layout.ground.box import Frame as Box
from cardgen.layout.ground.box import place
from cardgen.layout.ground.figures import FigurePlan, Ground, place_figure, plan_figure
from cardgen.layout.ground.musclemap import MapPlan, groups_of, map_look, one_view, place_map, plan_map
from cardgen.layout.ground.panel import surface
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.text import Slot, set_text
from cardgen.layout.ground.tile import Caption, tile_of
from cardgen.pictures.qr import QUIET_ZONE, make_code
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

CAPTION_SIZE = 42.0
"""In points on A4."""
CAPTION_HEAD, CAPTION_FOOT, RADIUS, EDGE = 0.8, 4.4, 2.0, 0.5
"""In poster units, as are the lengths below."""
GAP = 8.0
"""Between map and code."""
MAP_MOST, MAP_LEAST = 74.0, 30.0
"""Height of the map; a lower one cannot be told from afar."""
FIGURE_WIDEST, FIGURE_LEAST = 110.0, 26.0
"""The greatest width of a figure, and the least height of a body in it, if it stood."""
MAP_SHARES = (1.0, 0.88, 0.76, 0.64, 0.52)
"""Heights that are tried, as parts of what room there is."""


class Shown(Enum):
    """How much of the muscles the map shows; one view of two may lack some."""

    ALL = "all"
    MAIN = "all that are at work, not all that help"
    SOME = "not all that are at work"


class Side(Enum):
    """How map and code stand at the right of the steps."""

    BESIDE = "the map at the left of the code"
    STACKED = "the map over the code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """What stands at the right of the steps."""

    map: MapPlan | FigurePlan | None
    tile: Box | None
    shown: Shown = Shown.ALL
    side: Side = Side.BESIDE
    gap: float

    @property
    def stacked(self) -> bool:
        """Whether one stands over the other."""
        return self.side is Side.STACKED

    @property
    def _sizes(self) -> list[tuple[float, float]]:
        return [(it.width, it.height) for it in (self.map, self.tile) if it]

    @property
    def width(self) -> float:
        """Of all."""
        widths = [width for width, _ in self._sizes]
        return max(widths, default=0.0) if self.stacked else sum(widths) + self.gap * max(len(widths) - 1, 0)

    @property
    def height(self) -> float:
        """Of all."""
        heights = [height for _, height in self._sizes]
        return sum(heights) + self.gap * max(len(heights) - 1, 0) if self.stacked else max(heights, default=0.0)


def arrangements(card: Card, frame: Frame, height: float, side: Side = Side.BESIDE) -> Iterator[Pictures]:
    """Yield what can stand beside the steps in a room of this height: with the map, from the largest, then without it."""
    tile, gap = _tile(card, frame), frame.length(GAP)
    taken = tile.height + gap if tile and side is Side.STACKED else 0.0
    room = min(height - taken, frame.length(MAP_MOST))
    for figure in _figures(card, frame, room):
        yield Pictures(map=figure, tile=tile, side=side, gap=gap)
    for plan, shown in _maps(card, frame, room):
        yield Pictures(map=plan, shown=shown, tile=tile, side=side, gap=gap)
    yield Pictures(map=None, tile=tile, gap=gap)


def _figures(card: Card, frame: Frame, height: float) -> list[FigurePlan]:
    """Return the figure from the largest to the least that can be told from afar."""
    widest = frame.length(FIGURE_WIDEST)
    sizes = ((widest * share, height * share) for share in MAP_SHARES)
    found = [plan_figure(card, size, frame.kit.theme, Ground.PAPER) for size in sizes]
    return [plan for plan in found if plan and plan.stature >= frame.length(FIGURE_LEAST)]


def _maps(card: Card, frame: Frame, height: float) -> Iterator[tuple[MapPlan, Shown]]:
    """Yield the map from the largest on, and of two views the one that shows most of what the exercise is for."""
    for share in MAP_SHARES:
        plan = plan_map(card, height * share) if height * share >= frame.length(MAP_LEAST) else None
        if plan is None:
            continue
        yield plan, Shown.ALL
        if len(plan.views) > 1:
            main, helping = map(set, groups_of(card))
            best = max(plan.views, key=lambda view: (len(main & set(view.muscles)), len(helping & set(view.muscles))))
            alone = one_view(best, height * share)
            yield alone, Shown.MAIN if main <= set(best.muscles) else Shown.SOME


def _tile(card: Card, frame: Frame) -> Box | None:
    """Return the tile of a card's code, as large as it has to be; None without a video."""
    if card.video is None:
        return None
    measures = frame.kit.measures
    code = make_code(card.video.url)
    side = max(measures.code_side, measures.module * code.modules)
    whole = side * (code.modules + 2 * QUIET_ZONE) / code.modules
    text = set_text(frame.kit.words("code.video"), frame.kit.case, Style.HEADING, language=frame.kit.words.language)
    theme = frame.kit.theme
    words = Phrase(text=text, setting=frame.setting(frame.points(CAPTION_SIZE), Style.HEADING, theme.heading))

    def ground(rect: Rect) -> Path:
        return surface(rect, theme.framed, frame.length(EDGE), frame.length(RADIUS))

    caption = Caption(words=words, head=frame.length(CAPTION_HEAD), foot=frame.length(CAPTION_FOOT))
    return tile_of(card.video, (whole, words.width + whole - side), caption, ground, theme.code, card)


def place_pictures(found: Pictures, card: Card, room: Rect, frame: Frame, order: Iterator[int]) -> list[Item]:
    """Place map and code at the right of a room, in its middle."""
    order_map, order_code = next(order), (next(order), next(order))
    items: list[Item] = []
    look = map_look(frame.kit.theme)
    top = room.y + (room.height - found.height) / 2
    left = room.right - found.width
    if found.map:
        wide = found.width if found.stacked else found.map.width
        x = left + (wide - found.map.width) / 2
        y = top if found.stacked else room.y + (room.height - found.map.height) / 2
        match found.map:
            case FigurePlan():
                items += place_figure(found.map, Slot(x, y), order_map, card.words, card.language)
            case MapPlan():
                items += place_map(card, found.map, x, y, look, order_map)
    if found.tile:
        y = top + found.height - found.tile.height if found.stacked else room.y + (room.height - found.tile.height) / 2
        wide = found.width if found.stacked else found.tile.width
        x = room.right - wide + (wide - found.tile.width) / 2
        items += place(found.tile, x, y, iter(order_code))
    return items
