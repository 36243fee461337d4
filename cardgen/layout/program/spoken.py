"""Remarks of the trainer's in, the box in which they stand out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardgen.display import Item, Mark, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.forms.leaf import bar_color
from cardgen.layout.ground.panel import box_ground
from cardgen.layout.ground.phrase import Phrase, Type, set_spans
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.gauge import Gauge
from cardgen.theme import BoxColors
from cardgen.theme.type import Style
from cardgen.typeset.tidy import NO_BREAK
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language
from cardgen.values.prescription import Remark

PAD, LEFT, RIGHT, BETWEEN = 4.0, 5.0, 4.0, 2.4
"""From the box's edges to the text, and between two remarks; in sheet units."""
SIZE = 10.0
"""In points on A5."""
_TOGETHER = re.compile(r"(\d) to (?=\d)")
"""A range in words stays on one line."""


def remarks_height(remarks: Sequence[Remark], gauge: Gauge) -> float:
    """Return the height of the box; 0 where nothing is said."""
    if not remarks:
        return 0.0
    lines = sum(said(remark, gauge).height(_width(gauge)) for remark in remarks)
    return lines + gauge.down(BETWEEN) * (len(remarks) - 1) + 2 * gauge.down(PAD)


def place_remarks(remarks: Sequence[Remark], bottom: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place a box so that it ends at `bottom`; none where nothing is said."""
    if not remarks:
        return []
    theme = gauge.theme
    high = remarks_height(remarks, gauge)
    rect = Rect(x=gauge.left, y=bottom - high, width=gauge.width, height=high)
    colors = BoxColors(ground=theme.spoken, sign=bar_color(gauge.leaf), heading=theme.heading)
    items: list[Item] = [*box_ground(rect, colors, gauge.kit)]
    y = rect.y + gauge.down(PAD)
    for remark in remarks:
        phrase = said(remark, gauge)
        mark = Mark(
            role=Role.PARAGRAPH, order=next(order), language=other_language(remark.language, gauge.kit.words.language)
        )
        items += phrase.within(Slot(rect.x + gauge.across(LEFT), y, _width(gauge)), mark)
        y += phrase.height(_width(gauge)) + gauge.down(BETWEEN)
    return items


def spans_of(remark: Remark) -> tuple[Span, ...]:
    """Return a remark as running text, its beginning in bold."""
    text = _TOGETHER.sub(f"\\1{NO_BREAK}to{NO_BREAK}", remark.text)
    lead = (Span(text=remark.lead, emphasis=Emphasis.STRONG), Span(text=" ")) if remark.lead else ()
    return (*lead, Span(text=text))


def said(remark: Remark, gauge: Gauge, size: float = SIZE) -> Phrase:
    """Return a remark in a size in points on A5."""
    type_ = Type(style=Style.TEXT, color=gauge.theme.ink, leading=1.36)
    phrase = set_spans(spans_of(remark), type_, gauge.points(size), gauge.kit, language=remark.language)
    return replace(phrase, setting=replace(phrase.setting, strong=gauge.theme.ink))


def _width(gauge: Gauge) -> float:
    return gauge.width - gauge.across(LEFT + RIGHT)
