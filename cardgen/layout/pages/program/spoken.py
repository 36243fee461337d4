"""A remark of the trainer's in, the box in which it stands out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cardgen.display import Item, Mark, Role
from cardgen.geometry import Rect
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.cells import other_language
from cardgen.layout.pages.leaf import bar_color
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.phrase import Phrase, Type, set_spans
from cardgen.layout.place import box_ground
from cardgen.layout.text import Slot
from cardgen.prescription import Remark
from cardgen.theme import BoxColors
from cardgen.typeset.fonts import Style
from cardgen.typeset.tidy import NO_BREAK

PAD, LEFT, RIGHT = 4.0, 5.0, 4.0
"""From the box's edges to the text, in sheet units."""
SIZE = 10.0
"""In points on A5."""
_TOGETHER = re.compile(r"(\d) to (?=\d)")
"""A range in words stays on one line."""


def remark_height(remark: Remark | None, gauge: Gauge) -> float:
    """Return the height of its box; 0 without one."""
    if remark is None:
        return 0.0
    return _phrase(remark, gauge).height(_width(gauge)) + 2 * gauge.down(PAD)


def place_remark(remark: Remark, bottom: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place the box so that it ends at `bottom`."""
    theme = gauge.theme
    high = remark_height(remark, gauge)
    rect = Rect(x=gauge.left, y=bottom - high, width=gauge.width, height=high)
    colors = BoxColors(ground=theme.spoken, sign=bar_color(gauge.leaf), heading=theme.heading)
    mark = Mark(role=Role.PARAGRAPH, order=next(order), language=other_language(remark.language))
    slot = Slot(rect.x + gauge.across(LEFT), rect.y + gauge.down(PAD), _width(gauge))
    return [*box_ground(rect, colors, gauge.kit), *_phrase(remark, gauge).within(slot, mark)]


def spans_of(remark: Remark) -> tuple[Span, ...]:
    """Return a remark as running text, its beginning in bold."""
    text = _TOGETHER.sub(f"\\1{NO_BREAK}to{NO_BREAK}", remark.text)
    lead = (Span(text=remark.lead, emphasis=Emphasis.STRONG), Span(text=" ")) if remark.lead else ()
    return (*lead, Span(text=text))


def _phrase(remark: Remark, gauge: Gauge) -> Phrase:
    type_ = Type(style=Style.TEXT, color=gauge.theme.ink, leading=1.36)
    phrase = set_spans(spans_of(remark), type_, gauge.points(SIZE), gauge.kit, language=remark.language)
    return replace(phrase, setting=replace(phrase.setting, strong=gauge.theme.ink))


def _width(gauge: Gauge) -> float:
    return gauge.width - gauge.across(LEFT + RIGHT)
