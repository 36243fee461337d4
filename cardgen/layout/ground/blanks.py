"""Figures of which some are left to the pen in, text and boxes to write in side by side out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardgen.display import Item, Mark
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.panel import write_box
from cardgen.layout.ground.phrase import STEP, Phrase, Room, Type, fit_phrase, set_phrase
from cardgen.layout.ground.ruler import BOX_MM
from cardgen.layout.ground.text import Slot
from cardgen.values.geometry import Rect, mm
from cardgen.values.prescription import BLANK

GAP = 0.7
"""From a box to the figures beside it, in sheet units."""
_BLANK = re.compile(f"({re.escape(BLANK)})")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFigures:
    """Figures and boxes on one line, with what a phrase has that is placed."""

    parts: tuple[Phrase | None, ...]
    """None for a box; at least one."""
    kit: Kit

    @property
    def width(self) -> float:
        """Of the line; lengths are in points."""
        return sum(self._width(part) for part in self.parts) + self._gap * (len(self.parts) - 1)

    @property
    def cap(self) -> float:
        """How high it is: as high as its boxes."""
        return mm(BOX_MM)

    def height(self, _width: float) -> float:
        """Return the same: it is never on more lines."""
        return self.cap

    def within(self, slot: Slot, mark: Mark) -> tuple[Item, ...]:
        """Place it at the left of the slot."""
        items: list[Item] = []
        x = slot.x
        for part in self.parts:
            if part is None:
                items.append(write_box(Rect(x=x, y=slot.y, width=self.cap, height=self.cap), self.kit))
            else:
                items += part.left(x, slot.y + (self.cap - part.cap) / 2, mark)
            x += self._width(part) + self._gap
        return tuple(items)

    @property
    def _gap(self) -> float:
        return GAP * self.kit.measures.unit

    def _width(self, part: Phrase | None) -> float:
        return self.cap if part is None else part.width


def set_open(words: str, type_: Type, size: float, kit: Kit) -> Phrase | OpenFigures:
    """Set words in a size, a box in place of each blank."""
    if BLANK not in words:
        return set_phrase(words, type_, size, kit)
    parts = [part.strip() for part in _BLANK.split(words)]
    set_parts = tuple(None if part == BLANK else set_phrase(part, type_, size, kit) for part in parts if part)
    return OpenFigures(parts=set_parts, kit=kit)


def fit_open(words: str, type_: Type, size: float, room: Room, kit: Kit) -> Phrase | OpenFigures:
    """Set words as large as they may be; where not even the smallest leave room for boxes, their blanks are lines."""
    if BLANK in words:
        tried = set_open(words, type_, size, kit)
        while tried.width > room.width and size > room.least:
            size = max(size - STEP, room.least)
            tried = set_open(words, type_, size, kit)
        if tried.width <= room.width + 1e-6:
            return tried
    return fit_phrase(words, type_, size, room, kit)
