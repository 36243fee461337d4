"""The names of the steps and a room in, one size for all of them out, and each placed beside its number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role, Text
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.panel import numeral, on_disc
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    balance,
    block_height,
    line_width,
    place_lines,
    set_text,
)
from cardgen.layout.poster.frame import Frame
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect, to_mm

NAME_MOST = 96.0
LEADING = 0.98
DISCS = {1: 1.42, 2: 1.86, 3: 1.86}
"""Diameter of a disc by the most lines of a name, in em of the names, as are the three below."""
GAIN = {1: 1.0, 2: 1.0, 3: 1.2}
"""Names take more lines only where that makes all of them larger, three only for so many times."""
DISC_GAP = 0.44
ROW_GAP, ROW_GAP_MOST = 0.55, 1.5
NUMERAL, NUMERAL_WIDTH = 0.94, 0.62
"""Size of a numeral as a part of its disc, and its greatest width."""
SIZE_STEP = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of the steps at one size, each on its lines."""

    rows: tuple[tuple[Prepared, Lines], ...]
    size: float
    cap: float
    disc: float
    """Diameter of a disc, in em."""

    @property
    def heights(self) -> tuple[float, ...]:
        """Of each row: its name's or its disc's, whichever is higher."""
        return tuple(
            max(self.disc * self.size, block_height(len(lines), self.cap * self.size, LEADING * self.size))
            for _, lines in self.rows
        )

    @property
    def height(self) -> float:
        """Of all rows with the least gaps."""
        return sum(self.heights) + ROW_GAP * self.size * (len(self.rows) - 1)


def largest_names(card: Card, frame: Frame, room: float, most: float, kit: Kit) -> Names | None:
    """Return the names in the largest size up to `most` at which all rows have their place; None where none is."""
    best: Names | None = None
    for lines, gain in GAIN.items():
        found = _largest_on(card, lines, frame, room, most, kit)
        if found and (best is None or found.size > best.size * gain):
            best = found
    return best


def most_names(title_size: float, frame: Frame) -> float:
    """Return the greatest size of names: never larger than the title, for the exercise is what is looked for first."""
    return max(min(NAME_MOST * to_mm(frame.unit), title_size), frame.least)


def _largest_on(card: Card, lines: int, frame: Frame, room: float, most: float, kit: Kit) -> Names | None:
    """Return the largest names on at most so many lines each, by bisection."""
    low, high, found = -1, int((most - frame.least) / SIZE_STEP), None
    while low < high:
        middle = (low + high + 1) // 2
        names = set_names(card, frame.least + middle * SIZE_STEP, lines, frame, kit)
        if names and names.height <= room:
            low, found = middle, names
        else:
            high = middle - 1
    return found


def set_names(card: Card, size: float, most: int, frame: Frame, kit: Kit) -> Names | None:
    """Break the names at a size, each on as few lines as it takes, evenly; None where one takes more than `most`."""
    measure = frame.names / size - DISCS[most] - DISC_GAP
    rows: list[tuple[Prepared, Lines]] = []
    for step in card.steps:
        text = set_text("".join(span.text for span in step.name), kit.case, Style.HEADING, language=card.language)
        for lines in (balance(text, number) for number in range(1, most + 1)):
            if max(line_width(text, start, end) for start, end in lines) <= measure:
                rows.append((text, lines))
                break
        else:
            return None
    return Names(rows=tuple(rows), size=size, cap=kit.cap(Style.HEADING), disc=DISCS[most])


def place_names(names: Names, top: float, bottom: float, kit: Kit) -> list[Item]:
    """Place the rows evenly spaced; disc and name are centred on each other."""
    order = count(100)
    between = len(names.rows) - 1
    slack = bottom - top - sum(names.heights)
    gap = min(slack / between, ROW_GAP_MOST * names.size) if between else 0.0
    y = top + (slack - gap * between) / 2
    items: list[Item] = []
    for number, ((text, lines), height) in enumerate(zip(names.rows, names.heights, strict=True), 1):
        first = next(order)
        items += _number(number, y + height / 2, names, kit, Mark(role=Role.STEP_NUMBER, order=first))
        setting = Setting(size=names.size, leading=LEADING * names.size, cap=names.cap, color=kit.theme.heading)
        high = block_height(len(lines), names.cap * names.size, setting.leading)
        slot = Slot(kit.measures.margin + (names.disc + DISC_GAP) * names.size, y + (height - high) / 2)
        mark = Mark(role=Role.STEP_NAME, order=next(order), part_of=first)
        items += place_lines(text, lines, setting, slot, mark)
        y += height + gap
    return items


def _number(number: int, middle: float, names: Names, kit: Kit, mark: Mark) -> list[Item]:
    side = names.disc * names.size
    square = Rect(x=kit.measures.margin, y=middle - side / 2, width=side, height=side)
    disc, *figures = on_disc(numeral(number, NUMERAL * side, NUMERAL_WIDTH * side, kit), square, kit, mark)
    # Without the blank behind it, which would be as wide as a name's gap: read by machine, numeral and name are two lines.
    alone = (kit.case.shape(str(number), Style.DISPLAY),)
    return [disc, *(replace(item, runs=alone) for item in figures if isinstance(item, Text))]
