"""A block of a day in, its heading out: its name, on lines where it is long, and how long it takes at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardgen.display import Item
from cardgen.geometry import Rect
from cardgen.layout.cells import CellRow
from cardgen.layout.pages.program.dayrow import GUTTER, Form
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase
from cardgen.layout.shapes import rectangle, rule
from cardgen.layout.text import Slot
from cardgen.typeset.fonts import Style

HEIGHT, INSET, PAD = 6.6, 2.0, 1.6
"""Least height, what its words stand in, least white above and below them, in sheet units."""
STRONG_LINE, LINE = 0.45, 0.25
SIZE, LEAST = 12.0, 9.0
"""Sizes in points on A5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a block."""

    form: Form
    name: Phrase
    minutes: Phrase | None

    @property
    def height(self) -> float:
        """Of its ground."""
        gauge = self.form.gauge
        return max(gauge.down(HEIGHT), self.name.height(self._width) + gauge.down(2 * PAD))

    @property
    def _width(self) -> float:
        return name_width(self.form, self.minutes)

    def place(self, y: float, order: Iterator[int]) -> list[Item]:
        """Place it: on a tint, or, where ink is saved, under a rule."""
        gauge, theme = self.form.gauge, self.form.gauge.theme
        rect = Rect(x=gauge.left, y=y, width=gauge.width, height=self.height)
        items: list[Item] = []
        if theme.tint:
            items.append(rectangle(rect, theme.tint))
        else:
            items.append(rule(Slot(rect.x, y, rect.width), gauge.across(STRONG_LINE), theme.band))
            items.append(rule(Slot(rect.x, rect.bottom, rect.width), gauge.across(LINE), theme.hairline))
        cells = CellRow(order)
        last = 7 if self.form.has_tempo else 6
        inset = _inset(self.form)
        slot = Slot(rect.x + inset, y + (rect.height - self.name.height(self._width)) / 2, self._width)
        items += self.name.within(slot, cells.head(1, span=last - 1))
        if self.minutes:
            top = y + (rect.height - self.minutes.cap) / 2
            items += self.minutes.right(rect.right - inset, top, cells.cell(last))
        return items


def set_heading(words: str, form: Form, *, minutes: str = "") -> Heading:
    """Return a heading: long words are set smaller, then on as many lines as they take beside the time."""
    gauge = form.gauge
    time = form.label(minutes) if minutes else None
    type_ = Type(style=Style.HEADING, color=gauge.theme.heading, leading=1.15)
    room = Room(width=name_width(form, time), least=gauge.points(LEAST))
    return Heading(form=form, name=fit_phrase(words, type_, gauge.points(SIZE), room, gauge.kit), minutes=time)


def name_width(form: Form, minutes: Phrase | None) -> float:
    """Return the width that the name of a block may take beside its time."""
    gauge = form.gauge
    return gauge.width - 2 * _inset(form) - (minutes.width + gauge.across(GUTTER) if minutes else 0.0)


def _inset(form: Form) -> float:
    """Return what words stand in: nothing where they have no ground."""
    return form.gauge.across(INSET) if form.gauge.theme.tint else 0.0
