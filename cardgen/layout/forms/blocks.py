"""The blocks of the page before the exercises: steps, the key to the signs, the stop box, the advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.display import Color, Item, Mark, Op, Path, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.words import Advice, Sign, StopBox
from cardgen.layout.ground.header import legend_colors
from cardgen.layout.ground.legend import draw_swatch
from cardgen.layout.ground.panel import box_ground, numeral_disc
from cardgen.layout.ground.shapes import cross, rectangle, rounded, rule, tick, warning
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    place_line,
    place_paragraph,
    set_inline,
    set_text,
    set_verbatim,
    whole_width,
)
from cardgen.layout.ground.transform import moved
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

NAME, TEXT, HEADING, NUMERAL = 10.5, 10.0, 14.0, 15.0
"""In points on A5."""
DISC, INDENT, STEP_GAP, NAME_GAP, OVERSHOOT = 8.0, 12.0, 5.2, 2.3, 0.3
"""In sheet units, as are all lengths here."""
RULE_WEIGHT, SECTION_HEAD, SECTION_LIST = 0.5, 5.6, 4.4
SIGN, SIGN_INDENT, SIGN_ROW = 5.0, 8.0, 7.2
BOX_PAD, BOX_LEFT, BOX_RIGHT, BOX_LIST = 4.6, 17.0, 4.0, 3.6
OCTAGON, OCTAGON_LEFT = 8.6, 4.8
POINT_ICON, POINT_INDENT, POINT_GAP = 2.4, 4.6, 2.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How large the page is set."""

    leaf: Leaf
    factor: float

    def length(self, units: float) -> float:
        """Turn sheet units into points."""
        return self.leaf.length(units) * self.factor

    def points(self, size: float) -> float:
        """Return a size given for A5."""
        return max(self.leaf.points(size) * self.factor, self.leaf.floor)

    def setting(self, size: float, style: Style, color: Color, *, leading: float = 1.36) -> Setting:
        """Return how text of a size given for A5 is set."""
        return self.leaf.setting(self.points(size), style, color, leading=leading)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it ends: its last baseline, or its lower edge."""

    items: tuple[Item, ...]
    bottom: float

    def moved(self, dy: float) -> tuple[Item, ...]:
        """Return the items, lower by so much."""
        return moved(self.items, 0.0, dy)


def place_steps(steps: Sequence[Advice], slot: Slot, scale: Scale, order: Iterator[int]) -> Placed:
    """Place the numbered steps, as on a card."""
    kit, theme = scale.leaf.kit, scale.leaf.kit.theme
    name, text = scale.setting(NAME, Style.NAME, theme.heading), scale.setting(TEXT, Style.TEXT, theme.ink)
    inner = Slot(slot.x + scale.length(INDENT), slot.y, slot.width - scale.length(INDENT))
    items: list[Item] = []
    y = slot.y
    for number, step in enumerate(steps, 1):
        first = next(order)
        items += _number(number, Slot(slot.x, y - scale.length(OVERSHOOT)), scale, first)
        heading = set_text(step.name, kit.case, Style.NAME, language=kit.words.language)
        mark = Mark(role=Role.STEP_NAME, order=next(order), part_of=first)
        placed = place_paragraph(heading, name, replace(inner, y=y), mark)
        words = set_text(step.text, kit.case, Style.TEXT, language=kit.words.language)
        under = replace(inner, y=placed[-1].y + scale.length(NAME_GAP))
        body = place_paragraph(words, text, under, Mark(role=Role.STEP, order=next(order), part_of=first))
        items += (*placed, *body)
        y = max(body[-1].y, y + scale.length(DISC)) + scale.length(STEP_GAP)
    return Placed(tuple(items), y - scale.length(STEP_GAP))


def place_signs(
    heading: str, signs: Sequence[tuple[Sign, str]], slot: Slot, scale: Scale, order: Iterator[int]
) -> Placed:
    """Place the key to the signs, two beside each other where there is room."""
    if not signs:
        return Placed((), slot.y)
    kit, theme = scale.leaf.kit, scale.leaf.kit.theme
    head = scale.setting(HEADING, Style.HEADING, theme.heading)
    title = set_text(heading, kit.case, Style.HEADING, language=kit.words.language)
    top = slot.y + scale.length(SECTION_HEAD) - head.cap * head.size
    items: list[Item] = [
        rule(slot, scale.length(RULE_WEIGHT), theme.band),
        *place_line(title, head, replace(slot, y=top), Mark(role=Role.SECTION_HEADING, order=next(order))),
    ]
    y = slot.y + scale.length(SECTION_HEAD + SECTION_LIST)
    setting = scale.setting(TEXT, Style.TEXT, theme.ink)
    height = setting.cap * setting.size
    texts = [set_text(words, kit.case, Style.TEXT, language=kit.words.language) for _, words in signs]
    widest = scale.length(SIGN_INDENT) + max(whole_width(text) for text in texts) * setting.size
    columns = 2 if widest <= slot.width / 2 else 1
    for at, ((sign, _), text) in enumerate(zip(signs, texts, strict=True)):
        x = slot.x + at % columns * slot.width / columns
        row = y + at // columns * scale.length(SIGN_ROW)
        square = Rect(
            x=x, y=row + (height - scale.length(SIGN)) / 2, width=scale.length(SIGN), height=scale.length(SIGN)
        )
        items += _sign(sign, square, scale)
        mark = Mark(role=Role.POINT, order=next(order), level=1)
        items += place_line(text, setting, Slot(x + scale.length(SIGN_INDENT), row), mark)
    rows = (len(signs) + columns - 1) // columns
    return Placed(tuple(items), y + (rows - 1) * scale.length(SIGN_ROW) + height)


def place_stop(stop: StopBox, slot: Slot, scale: Scale, order: Iterator[int]) -> Placed:
    """Place the red box: told by its octagon and its words, not by its colour alone."""
    kit, colors = scale.leaf.kit, scale.leaf.kit.theme.mistakes
    head = scale.setting(HEADING, Style.HEADING, colors.heading)
    setting = scale.setting(TEXT, Style.TEXT, kit.theme.ink)
    inner = Slot(slot.x + scale.length(BOX_LEFT), slot.y, slot.width - scale.length(BOX_LEFT + BOX_RIGHT))
    y = slot.y + scale.length(BOX_PAD)
    title = set_text(stop.heading, kit.case, Style.HEADING, language=kit.words.language)
    placed: list[Item] = [
        *place_line(title, head, replace(inner, y=y), Mark(role=Role.SAFETY_HEADING, order=next(order)))
    ]
    y += head.cap * head.size + scale.length(BOX_LIST)
    icon, indent = scale.length(POINT_ICON), scale.length(POINT_INDENT)
    for point in stop.points:
        text = set_text(point, kit.case, Style.TEXT, language=kit.words.language)
        middle = y + setting.cap * setting.size / 2
        placed += cross(Rect(x=inner.x, y=middle - icon / 2, width=icon, height=icon), colors.sign)
        line = place_paragraph(
            text,
            setting,
            Slot(inner.x + indent, y, inner.width - indent),
            Mark(role=Role.SAFETY, order=next(order), level=1),
        )
        placed += line
        y = line[-1].y + scale.length(POINT_GAP)
    words = set_text(stop.text, kit.case, Style.TEXT, language=kit.words.language)
    slot_ = replace(inner, y=y + scale.length(POINT_GAP / 2))
    last = place_paragraph(words, setting, slot_, Mark(role=Role.SAFETY, order=next(order)))
    bottom = last[-1].y + scale.length(BOX_PAD)
    box = Rect(x=slot.x, y=slot.y, width=slot.width, height=bottom - slot.y)
    octagon = Rect(
        x=slot.x + scale.length(OCTAGON_LEFT),
        y=slot.y + scale.length(BOX_PAD) - scale.length(0.4),
        width=scale.length(OCTAGON),
        height=scale.length(OCTAGON),
    )
    ground = (
        *box_ground(box, colors, kit),
        _octagon(octagon, colors.sign),
        *cross(octagon.inset(octagon.width * 0.24, octagon.height * 0.24), colors.ground),
    )
    return Placed((*ground, *placed, *last), bottom)


def place_advice(advice: tuple[str, str], slot: Slot, scale: Scale, order: Iterator[int]) -> Placed:
    """Place what this booklet is not, in bold, and whom to ask."""
    theme = scale.leaf.kit.theme
    setting = replace(scale.setting(TEXT, Style.TEXT, theme.lead), strong=theme.ink)
    spans = (Span(text=advice[0], emphasis=Emphasis.STRONG), Span(text=advice[1]))
    text = set_inline(spans, scale.leaf.kit.case, language=scale.leaf.kit.words.language)
    items = place_paragraph(text, setting, slot, Mark(role=Role.PARAGRAPH, order=next(order)))
    return Placed(items, items[-1].y)


def _number(number: int, slot: Slot, scale: Scale, order: int) -> list[Item]:
    kit, side = scale.leaf.kit, scale.length(DISC)
    text = set_verbatim(str(number), kit.case, Style.DISPLAY)
    size = max(min(scale.points(NUMERAL), side * 0.66), kit.measures.least)
    cap = kit.cap(Style.DISPLAY)
    at = Slot(slot.x + (side - whole_width(text) * size) / 2, slot.y + (side - cap * size) / 2)
    setting = Setting(size=size, cap=cap, color=kit.theme.disc.numeral)
    mark = Mark(role=Role.STEP_NUMBER, order=order)
    return [numeral_disc(slot.x, slot.y, side, kit), *place_line(text, setting, at, mark)]


def _sign(sign: Sign, square: Rect, scale: Scale) -> tuple[Path, ...]:
    theme = scale.leaf.kit.theme
    small = square.inset(square.width * 0.14, square.height * 0.14)
    match sign:
        case Sign.NUMBER:
            return (numeral_disc(square.x, square.y, square.width, scale.leaf.kit), _one(square, theme.disc.numeral))
        case Sign.CODE:
            return _finder(square.inset(square.width * 0.06, square.height * 0.06), theme.band, theme.paper)
        case Sign.TIP:
            return tick(small, theme.tips.sign)
        case Sign.MISTAKE:
            return cross(small, theme.mistakes.sign)
        case Sign.SAFETY:
            return warning(square, theme.safety.sign, theme.paper)
        case Sign.WORKS | Sign.ALSO:
            return _muscles(small, scale, helping=sign is Sign.ALSO)


def _muscles(square: Rect, scale: Scale, *, helping: bool) -> tuple[Path, ...]:
    """Return a swatch of the key to the map, on the ground that it has on the cards."""
    kit = scale.leaf.kit
    radius = square.width * TILE_RADIUS
    tile = Path(segments=rounded(square, left=radius, right=radius), fill=kit.theme.head or kit.theme.paper)
    inner = square.inset(square.width * TILE_EDGE, square.width * TILE_EDGE) if kit.theme.head else square
    return (tile, *draw_swatch(inner, legend_colors(kit), helping=helping))


TILE_EDGE, TILE_RADIUS = 0.2, 0.16
"""Of the ground round a swatch, as parts of its side."""
_FIGURE_ONE = ((0.40, 0.34), (0.53, 0.24), (0.60, 0.24), (0.60, 0.76), (0.48, 0.76), (0.48, 0.40), (0.40, 0.45))
_OCTAGON = ((0.293, 0), (0.707, 0), (1, 0.293), (1, 0.707), (0.707, 1), (0.293, 1), (0, 0.707), (0, 0.293))


def _finder(square: Rect, ink: Color, ground: Color) -> tuple[Path, ...]:
    """Return the mark in the corners of every QR code: a square of three modules in a ring of one, white between."""
    module = square.width / 7
    return (
        rectangle(square, ink),
        rectangle(square.inset(module, module), ground),
        rectangle(square.inset(2 * module, 2 * module), ink),
    )


def _one(square: Rect, fill: Color) -> Path:
    return _polygon(square, _FIGURE_ONE, fill)


def _octagon(square: Rect, fill: Color) -> Path:
    return _polygon(square, _OCTAGON, fill)


def _polygon(square: Rect, points: Sequence[tuple[float, float]], fill: Color) -> Path:
    placed = [(square.x + x * square.width, square.y + y * square.height) for x, y in points]
    return Path(segments=((Op.MOVE, placed[0]), *((Op.LINE, point) for point in placed[1:]), (Op.CLOSE, ())), fill=fill)
