"""What to set up, and when to stop, in; the two boxes at the foot of the coach's sheet out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.display import Item, Mark, Role
from cardgen.layout.circuit.coachclock import HEAD, section_heading
from cardgen.layout.circuit.coachtable import Level, points
from cardgen.layout.circuit.sheet import box_path, millimetres
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.panel import box_ground
from cardgen.layout.ground.shapes import stop_sign
from cardgen.layout.ground.text import Slot, block_height, place_line, place_lines, set_text
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

WIDTH = 182.0
HALF = 90.0
"""Where the stop box begins, in millimetres on A4, as are all lengths here."""
LIST_WIDTH = 84.0
TICK, TICK_GAP, ITEM_GAP = 4.4, 2.6, 2.4
"""A box to tick, the white beside it, and from one entry to the next where sections stand so far apart as usual."""
USUAL_GAP = 9.0
HEAD_GAP = 3.6
LEADING = 1.36
OCTAGON, PAD, PAD_LEFT = 9.0, 4.6, 5.0
STOP_GAP = 4.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """Both boxes, broken to their widths."""

    kit: tuple[tuple[Prepared, Lines], ...]
    stop: tuple[Prepared, Lines]
    size: float
    item_gap: float
    list_height: float
    stop_height: float

    @property
    def height(self) -> float:
        """Of the higher one."""
        return max(self.list_height, self.stop_height)


def plan_foot(kit: tuple[str, ...], level: Level, leaf: Leaf) -> Foot:
    """Return the boxes for a list of what to set up, which may be empty."""
    mm = leaf.kit.measures.text_width / WIDTH
    size = points(level.text, leaf)
    item_gap = millimetres(ITEM_GAP * min(level.gap / USUAL_GAP, 1.0), leaf)
    case, cap = leaf.kit.case, leaf.kit.cap(Style.TEXT)
    head = leaf.kit.cap(Style.HEADING) * points(HEAD, leaf)
    width = (LIST_WIDTH - TICK - TICK_GAP) * mm / size
    entries = []
    for line in kit:
        text = set_text(line, case, Style.TEXT, language=leaf.kit.words.language)
        entries.append((text, break_lines(text, width)))
    heights = [
        max(millimetres(TICK, leaf), block_height(len(lines), cap * size, LEADING * size)) for _, lines in entries
    ]
    listed = head + millimetres(HEAD_GAP, leaf) + sum(heights) + item_gap * (len(heights) - 1)
    stop = set_text(leaf.kit.words("coach.stop-text"), case, Style.TEXT, language=leaf.kit.words.language)
    inner = (WIDTH - HALF - PAD_LEFT - PAD) * mm / size
    lines = break_lines(stop, inner)
    boxed = millimetres(2 * PAD + STOP_GAP, leaf) + head + block_height(len(lines), cap * size, LEADING * size)
    return Foot(
        kit=tuple(entries),
        stop=(stop, lines),
        size=size,
        item_gap=item_gap,
        list_height=listed if kit else 0.0,
        stop_height=boxed,
    )


def place_foot(foot: Foot, top: float, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place both boxes, their upper edges at the top."""
    items = _list(foot, top + millimetres(1.4, leaf), leaf, order) if foot.kit else []
    return [*items, *_stop(foot, top, leaf, order)]


def _list(foot: Foot, top: float, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    left, tick = leaf.kit.measures.margin, millimetres(TICK, leaf)
    setting = leaf.setting(foot.size, Style.TEXT, leaf.kit.theme.ink, leading=LEADING)
    items = section_heading(leaf.kit.words("coach.set-up"), top, leaf, order)
    y = top + leaf.kit.cap(Style.HEADING) * points(HEAD, leaf) + millimetres(HEAD_GAP, leaf)
    for text, lines in foot.kit:
        cap = setting.cap * setting.size
        items.append(box_path(Rect(x=left, y=y, width=tick, height=tick), leaf, radius=0.5))
        slot = Slot(left + tick + millimetres(TICK_GAP, leaf), y + (tick - cap) / 2)
        items += place_lines(text, lines, setting, slot, Mark(role=Role.POINT, order=next(order), level=1))
        y += max(tick, block_height(len(lines), cap, setting.leading)) + foot.item_gap
    return items


def _stop(foot: Foot, top: float, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the red box: told by its octagon and its words, not by its colour alone."""
    kit, colors = leaf.kit, leaf.kit.theme.mistakes
    mm = kit.measures.text_width / WIDTH
    x = kit.measures.margin + (HALF * mm if foot.kit else 0.0)
    right = kit.measures.margin + kit.measures.text_width
    box = Rect(x=x, y=top, width=min(right - x, (WIDTH - HALF) * mm), height=foot.stop_height)
    side, pad = millimetres(OCTAGON, leaf), millimetres(PAD, leaf)
    head = leaf.setting(points(HEAD, leaf), Style.HEADING, colors.heading)
    setting = leaf.setting(foot.size, Style.TEXT, kit.theme.ink, leading=LEADING)
    left = box.x + millimetres(PAD_LEFT, leaf)
    middle = box.y + pad + head.cap * head.size / 2
    square = Rect(x=left, y=middle - side / 2, width=side, height=side)
    title = set_text(kit.words("coach.stop"), kit.case, Style.HEADING, language=leaf.kit.words.language)
    at = Slot(square.right + millimetres(2.4, leaf), box.y + pad)
    text, lines = foot.stop
    below = Slot(left, box.y + pad + head.cap * head.size + millimetres(STOP_GAP, leaf))
    return [
        *box_ground(box, colors, kit),
        *stop_sign(square, colors.sign, colors.ground),
        *place_line(title, head, at, Mark(role=Role.SAFETY_HEADING, order=next(order))),
        *place_lines(text, lines, setting, below, Mark(role=Role.SAFETY, order=next(order))),
    ]
