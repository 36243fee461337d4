"""What is to be said before the first exercise in, one page out: how to scan, how to read a card, when to stop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cardgen.display import Op, Page, Path, Role
from cardgen.layout.forms.blocks import advice_text, signs, steps, stop_box
from cardgen.layout.forms.leaf import Head, Leaf, frame
from cardgen.layout.forms.words import Told, advice_of, stop_text, tell
from cardgen.layout.ground.box import Frame, pinned
from cardgen.layout.ground.gauge import Gauge
from cardgen.values.geometry import Rect, to_mm

TIMES = 10
"""A phone reads a code from about ten times its width."""
SHRINK = (1.0, 0.95, 0.9, 0.85)
"""Of type and lengths, where the page would be too short."""
SECTION_GAP, BOX_GAP, ADVICE_GAP, GUTTER = 7.0, 6.0, 5.2, 12.0
"""Above the signs, the stop box and the advice, and between two columns, in sheet units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What this page tells of the booklet."""

    contents: int
    """The page of the contents."""
    index: int
    """The page of the index."""
    distance: int
    """From camera to code, in centimetres; 0 where no card has a code."""
    has_safety: bool
    has_muscles: bool = True
    """Whether cards have muscle maps."""


def scan_distance(width: float) -> int:
    """Return from how far a code is read that is so many points wide, in centimetres."""
    return round(TIMES * to_mm(width) / 10)


def code_width(page: Page) -> float:
    """Return the width of a card's code without its quiet zone, in points; 0 without one."""
    for item in page.items:
        if isinstance(item, Path) and item.mark.role is Role.CODE:
            rects = [values for op, values in item.segments if op is Op.RECT]
            return max(x + width for x, _, width, _ in rects) - min(x for x, *_ in rects)
    return 0.0


def has_map(page: Page) -> bool:
    """Tell whether a card has a muscle map."""
    return any(item.mark.role is Role.MAP for item in page.items)


def place_before(guidance: Guidance, number: int, leaf: Leaf) -> Page:
    """Return the page in the largest type that fits; where none does, without the key to the signs."""
    words = leaf.kit.words
    full = tell(
        words,
        contents=guidance.contents,
        index=guidance.index,
        distance=guidance.distance,
        safety=guidance.has_safety,
        muscles=guidance.has_muscles,
    )
    framed = frame(Head(eyebrow=words("part.before"), title=words("before.title")), number, leaf)
    least = replace(full, signs=(), steps=full.steps[1:2])
    ladder = [(told, factor) for told in (full, replace(full, signs=())) for factor in SHRINK]
    for told, factor in (*ladder, (least, SHRINK[-1])):
        content, over = _set(told, framed.field, leaf.gauge.shrunk(factor))
        if over <= 0:
            break
    return framed.page(words("part.before"), content)


def _set(told: Told, field: Rect, gauge: Gauge) -> tuple[Frame, float]:
    """Return the page at one scale, and how much too long it is, in points."""
    measures = gauge.kit.measures
    if measures.width <= measures.height:
        return _upright(told, field, gauge)
    return _across(told, field, gauge)


def _upright(told: Told, field: Rect, gauge: Gauge) -> tuple[Frame, float]:
    """Return steps and signs from the top, the stop box and the advice at the foot."""
    frames = _frames(told, field.width, gauge)
    first, key, stop, advice = (it.height for it in frames)
    foot = field.height - (stop + gauge.across(ADVICE_GAP) + advice)
    gap = gauge.across(SECTION_GAP) if told.signs else 0.0
    slack = foot - first - key - gap - gauge.across(BOX_GAP)
    ys = (0.0, first + gap + slack / 2, foot, foot + stop + gauge.across(ADVICE_GAP))
    return pinned(frames, [(0.0, y) for y in ys], field.width, field.height), -slack


def _across(told: Told, field: Rect, gauge: Gauge) -> tuple[Frame, float]:
    """Return steps and advice at the left, signs and the stop box at the right."""
    width = (field.width - gauge.across(GUTTER)) / 2
    right = width + gauge.across(GUTTER)
    frames = _frames(told, width, gauge)
    first, key, stop, advice = (it.height for it in frames)
    places = ((0.0, 0.0), (right, 0.0), (right, field.height - stop), (0.0, field.height - advice))
    over = max(first + gauge.across(ADVICE_GAP) + advice, key + gauge.across(BOX_GAP) + stop) - field.height
    return pinned(frames, places, field.width, field.height), over


def _frames(told: Told, width: float, gauge: Gauge) -> tuple[Frame, Frame, Frame, Frame]:
    words = gauge.kit.words
    return (
        steps(told.steps, width, gauge),
        signs(words("before.read"), told.signs, width, gauge),
        stop_box(stop_text(words), width, gauge),
        advice_text(advice_of(words), width, gauge),
    )
