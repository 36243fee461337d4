"""Steps and a room in, their names beside or under their discs out, all in one size, the largest that has room; none is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import ceil, inf, isinf

from cardgen.compose import CardStep
from cardgen.display import Item, Mark, Role, Text
from cardgen.guide.model import plain_text
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import numeral, on_disc
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.text import Slot, balance, line_width, place_lines
from cardgen.theme.type import STATION_NAME, WALL_NAME, WALL_TEXT, Style, TypeStyle
from cardgen.values.geometry import Rect

DISC_OVER = 0.34
"""Between a disc and the name under it, in em of the names."""
NUMBER, NUMBER_WIDTH = 0.67, 0.62
"""Size of a numeral as a part of its disc, never less than that of the names, and its greatest width."""
TEXT, TEXT_GAP = 0.56, 0.5
"""Size of a text under its name, and the white over it, in em of the name."""
COLUMN_GAP = 5.0
"""In units."""
SIZE_STEP = 0.25
LONG = 48
"""In letters: a name of more is a sentence."""
LINES, ENOUGH = (2, 3, 99), 0.8
"""Names take more lines than so many only where they would be smaller than this part of their usual size."""


class Disc(Enum):
    """Where the number of a step stands."""

    BESIDE = "left of the name"
    OVER = "over the name, in a narrow column"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """How names are set; lengths in em of them."""

    style: TypeStyle
    disc: float
    """Diameter of a disc."""
    gap: float
    """Between it and the name beside it."""
    row_gap: float
    """From a row to the next, at the least."""


POSTER = NameForm(style=WALL_NAME, disc=1.9, gap=0.43, row_gap=0.85)
POSTER_TIGHT = NameForm(style=WALL_NAME, disc=1.25, gap=0.46, row_gap=0.5)
"""Where there are many steps, or long ones."""
STATION = NameForm(style=STATION_NAME, disc=1.2, gap=0.32, row_gap=0.36)
STATION_TIGHT = NameForm(style=STATION_NAME, disc=0.95, gap=0.28, row_gap=0.24)
"""Where many steps are read from afar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Where the steps of a card go."""

    steps: tuple[CardStep, ...]
    language: str
    rect: Rect
    columns: int = 1
    disc: Disc = Disc.BESIDE
    form: NameForm = POSTER

    def column(self, gauge: Gauge) -> float:
        """Return how wide a column is."""
        return (self.rect.width - gauge.across(COLUMN_GAP) * (self.columns - 1)) / self.columns


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its texts in their size, and the width that they have."""

    name: Phrase
    texts: tuple[Phrase, ...]
    width: float
    disc: float
    over: float
    """What the disc and the white under it take, where it stands over the name."""

    @property
    def words(self) -> float:
        """Height of name and texts."""
        name = self.name.height(self.width)
        return name + sum(it.height(self.width) + TEXT_GAP * self.name.setting.size for it in self.texts)

    @property
    def height(self) -> float:
        """From the top of what is highest to the foot of what is lowest."""
        return self.over + self.words if self.over else max(self.disc, self.words)


def least_size(gauge: Gauge, form: NameForm = POSTER) -> float:
    """Return the size under which no name is set."""
    return max(gauge.least_of(form.style), gauge.kit.measures.least)


def too_long(steps: Sequence[CardStep], over: float) -> CardStep | None:
    """Return the step whose name is to blame that names do not fit by so much; None where there are too many of them."""
    longest = max(steps, key=lambda step: len(plain_text(step.name)))
    return longest if isinf(over) or len(plain_text(longest.name)) > LONG else None


def largest_size(field: Field, gauge: Gauge, most: float = inf) -> float:
    """Return the largest size in which the names have room, up to that of their style; 0 where none has."""
    least = least_size(gauge, field.form)
    most = max(min(gauge.size(field.form.style), most), least)
    best = 0.0
    for lines in LINES:
        low, high = -1, int((most - least) / SIZE_STEP) + 1
        while high - low > 1:
            middle = (low + high) // 2
            fits = height_at(field, least + middle * SIZE_STEP, gauge, lines) <= field.rect.height
            low, high = (middle, high) if fits else (low, middle)
        best = max(best, least + low * SIZE_STEP if low >= 0 else 0.0)
        if best >= ENOUGH * most:
            break
    return best


def height_at(field: Field, size: float, gauge: Gauge, lines: int = LINES[-1]) -> float:
    """Return how high the names are in a size, with the least gaps; infinite where one is wider than its column, or longer."""
    rows = _rows(field, size, gauge)
    if any(row.name.widest > row.width + 1e-6 or row.name.count(row.width) > lines for row in rows):
        return inf
    heights = _heights(rows, field)
    return sum(heights) + field.form.row_gap * size * (len(heights) - 1)


def place_names(field: Field, size: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place the names in a size, the rows evenly over the height, discs under one another."""
    rows = _rows(field, size, gauge)
    heights = _heights(rows, field)
    gap = (field.rect.height - sum(heights)) / len(heights)
    tops = [field.rect.y + gap / 2 + sum(heights[:at]) + gap * at for at in range(len(heights))]
    items: list[Item] = []
    for at, row in enumerate(rows):
        column, line = divmod(at, len(heights))
        x = field.rect.x + column * (field.column(gauge) + gauge.across(COLUMN_GAP))
        y, high = tops[line], heights[line]
        first = next(order)
        top = y if row.over else y + (high - row.disc) / 2
        items += _number(at + 1, Rect(x=x, y=top, width=row.disc, height=row.disc), size, gauge, first)
        words = Slot(x if row.over else x + row.disc + field.form.gap * size, y + row.over, row.width)
        items += _words(row, replace(words, y=words.y if row.over else y + (high - row.words) / 2), first, order)
    return items


def _rows(field: Field, size: float, gauge: Gauge) -> list[Row]:
    disc = field.form.disc * size
    over = disc + DISC_OVER * size if field.disc is Disc.OVER else 0.0
    width = field.column(gauge) - (0.0 if over else disc + field.form.gap * size)
    small = max(TEXT * size, gauge.least_of(WALL_TEXT))
    return [
        Row(
            gauge.phrase(plain_text(step.name), field.form.style, size=size, language=field.language),
            tuple(gauge.spans(it.text, WALL_TEXT, size=small, language=field.language) for it in step.entries),
            width,
            disc,
            over,
        )
        for step in field.steps
    ]


def _heights(rows: list[Row], field: Field) -> list[float]:
    """Return the heights of the lines of a grid, which is filled column by column."""
    lines = ceil(len(rows) / field.columns)
    return [max(row.height for row in rows[at::lines]) for at in range(lines)]


def _words(row: Row, slot: Slot, first: int, order: Iterator[int]) -> list[Item]:
    name, y = row.name, slot.y
    lines = balance(name.text, name.count(row.width))
    if max(line_width(name.text, *line) for line in lines) * name.setting.size > row.width:
        lines = tuple(line for _, line in name.broken(row.width))
    mark = Mark(role=Role.STEP_NAME, order=next(order), part_of=first)
    items: list[Item] = [*place_lines(name.text, lines, name.setting, slot, mark)]
    y += name.height(row.width)
    for text in row.texts:
        y += TEXT_GAP * name.setting.size
        items += text.within(replace(slot, y=y), Mark(role=Role.STEP, order=next(order), part_of=first))
        y += text.height(row.width)
    return items


def _number(number: int, square: Rect, size: float, gauge: Gauge, order: int) -> list[Item]:
    """Place a number on its disc, without the blank behind it: read by machine, numeral and name are two lines."""
    figures = numeral(number, max(NUMBER * square.width, size), NUMBER_WIDTH * square.width, gauge.kit)
    alone = (gauge.kit.case.shape(str(number), Style.DISPLAY),)
    mark = Mark(role=Role.STEP_NUMBER, order=order)
    disc, *placed = on_disc(figures, square, gauge.kit, mark)
    return [disc, *(replace(item, runs=alone) for item in placed if isinstance(item, Text))]
