"""What is written down about an exercise in, its label and its boxes out; likewise rows to tick and to say how hard it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.display import Item
from cardgen.geometry import Rect
from cardgen.layout.cells import CellRow, link_to
from cardgen.layout.pages.program.loggrid import ABOVE_GAP, JOINED_GAP, Columns
from cardgen.layout.pages.program.model import LogExercise, LogGroup
from cardgen.layout.pages.program.signs import bracket, order_disc
from cardgen.layout.pages.program.words import card_named
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase
from cardgen.layout.text import Slot
from cardgen.typeset.fonts import Style

DISC, NAME_X, SHIFT, NAME_GAP, SET_ROOM = 6.4, 7.8, 2.2, 1.0, 5.8
"""A disc, where the name starts behind it, how much further right both stand in a bracket, white between label and set
numbers, what these take; in sheet units, as are all lengths here."""
LINE_GAP = 1.45
"""From the name to the first line under it."""
BRACKET_X, BRACKET_INSET = 0.3, 0.3
NAME, NAME_LEAST, SIDE_NOTE, ROW_NAME = 10.0, 9.0, 8.5, 10.0
"""Sizes in points on A5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickRow:
    """A row to tick, or to write one figure a week in."""

    columns: Columns
    words: str
    tinted: bool

    @property
    def height(self) -> float:
        """Of the row, its label included where that stands above."""
        return self._above() + self.columns.row

    def place(self, y: float, order: Iterator[int]) -> list[Item]:
        """Place label and boxes."""
        columns = self.columns
        gauge = columns.gauge
        label, width = self._label(), self._width()
        mark = CellRow(order).head(1)
        high = label.height(width)
        top = y if columns.above else y + (columns.row - high) / 2
        items: list[Item] = [*label.within(Slot(gauge.left, top, width), mark)]
        tint = gauge.theme.tint if self.tinted else None
        return [*items, columns.boxes(y + self._above(), 1, tint)]

    def _above(self) -> float:
        if not self.columns.above:
            return 0.0
        return self._label().height(self._width()) + self.columns.gauge.down(ABOVE_GAP)

    def _width(self) -> float:
        columns = self.columns
        return columns.gauge.width if columns.above else columns.left - columns.gauge.left - columns.gauge.across(1.0)

    def _label(self) -> Phrase:
        gauge = self.columns.gauge
        type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink, leading=1.15)
        room = Room(width=self._width(), least=gauge.points(NAME_LEAST))
        return fit_phrase(self.words, type_, gauge.points(ROW_NAME), room, gauge.kit)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseRows:
    """The sets of an exercise, or some of them where it is parted."""

    columns: Columns
    exercise: LogExercise
    shift: float = 0.0
    first: int = 0
    """The first set, from 0."""

    @property
    def sets(self) -> int:
        """How many there are."""
        return len(self.exercise.planned)

    @property
    def height(self) -> float:
        """Of label and boxes, the greater."""
        boxes = self.sets * self.columns.row
        label = self._label_height()
        if self.columns.above:
            return label + self.columns.gauge.down(ABOVE_GAP) + boxes
        return max(boxes, label)

    def place(self, y: float, order: Iterator[int]) -> list[Item]:
        """Place label, set numbers and boxes; the label leads to the card."""
        columns, exercise = self.columns, self.exercise
        gauge = columns.gauge
        cells = CellRow(order)
        mark = cells.head(1, language=exercise.name.language)
        side = self._disc()
        x = gauge.left + gauge.across(self.shift)
        square = Rect(x=x, y=y, width=side, height=side)
        items: list[Item] = [*order_disc(exercise.order, square, gauge.kit, mark)]
        name, width = self._name(), self._width()
        top = y + self._name_top()
        slot = Slot(x + self._name_x(), top, width)
        items += name.within(slot, mark)
        under = top + name.height(width)
        for words in exercise.lines:
            line = self._line(words)
            under += gauge.down(LINE_GAP)
            items += line.within(replace(slot, y=under), mark)
            under += line.height(width)
        area = Rect(x=x, y=y, width=self._name_x() + width, height=self._label_height())
        items += link_to(exercise.page, area, mark, card_named(exercise.name.text, exercise.page))
        top = y + (self._label_height() + gauge.down(ABOVE_GAP) if columns.above else 0.0)
        items.append(columns.boxes(top, self.sets))
        for at, loads in enumerate(exercise.planned):
            row = cells if at == 0 else CellRow(order)
            items += columns.place_set(self.first + at + 1, top + at * columns.row, row)
            items += columns.place_planned(loads, top + at * columns.row, row)
        return items

    def _disc(self) -> float:
        return self.columns.gauge.across(DISC)

    def _name_x(self) -> float:
        return self.columns.gauge.across(NAME_X)

    def _width(self) -> float:
        columns = self.columns
        gauge = columns.gauge
        x = gauge.across(self.shift) + self._name_x()
        if columns.above:
            return gauge.width - x
        return columns.left - gauge.left - x - gauge.across(SET_ROOM - NAME_GAP)

    def _name(self) -> Phrase:
        gauge = self.columns.gauge
        name = self.exercise.name
        type_ = Type(style=Style.LEAD_IN, color=gauge.theme.ink, leading=1.18)
        room = Room(width=self._width(), lines=3, least=gauge.points(NAME_LEAST))
        return fit_phrase(name.text, type_, gauge.points(NAME), room, gauge.kit, language=name.language)

    def _line(self, words: str) -> Phrase:
        gauge = self.columns.gauge
        type_ = Type(style=Style.TEXT, color=gauge.theme.muted, leading=1.3)
        room = Room(width=self._width(), least=gauge.fine(SIDE_NOTE))
        return fit_phrase(words, type_, gauge.fine(SIDE_NOTE), room, gauge.kit)

    def _label_height(self) -> float:
        gauge, width = self.columns.gauge, self._width()
        lines = (self._line(words).height(width) + gauge.down(LINE_GAP) for words in self.exercise.lines)
        return max(self._name_top() + self._name().height(width) + sum(lines) + gauge.down(0.6), self._disc())

    def _name_top(self) -> float:
        """Return where the name starts: in the middle of its disc, or beside its head where it is longer."""
        return max((self._disc() - self._name().height(self._width())) / 2, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRows:
    """An exercise, or several in a bracket."""

    columns: Columns
    exercises: tuple[ExerciseRows, ...]
    joined: bool

    @property
    def height(self) -> float:
        """Of all of them."""
        gap = self.columns.gauge.down(JOINED_GAP) * (len(self.exercises) - 1)
        return sum(exercise.height for exercise in self.exercises) + gap

    def place(self, y: float, order: Iterator[int]) -> list[Item]:
        """Place them under one another, and their bracket."""
        gauge = self.columns.gauge
        items: list[Item] = []
        top = y
        for exercise in self.exercises:
            items += exercise.place(y, order)
            y += exercise.height + gauge.down(JOINED_GAP)
        if self.joined:
            inset = gauge.down(BRACKET_INSET)
            bottom = top + self.height - inset
            items.append(bracket(gauge.left + gauge.across(BRACKET_X), top + inset, bottom, gauge.kit))
        return items

    def parted(self, room: float) -> list[GroupRows]:
        """Return the group in parts no higher than a page: between its exercises, then between sets."""
        if self.height <= room:
            return [self]
        pieces: list[ExerciseRows] = []
        for rows in self.exercises:
            most = max(1, int((room - (rows.height - rows.sets * self.columns.row)) / self.columns.row))
            planned = rows.exercise.planned
            for at in range(0, len(planned), most):
                part = replace(rows.exercise, planned=planned[at : at + most])
                pieces.append(replace(rows, exercise=part, first=at))
        return [replace(self, exercises=(piece,)) for piece in pieces]


def group_rows(group: LogGroup, columns: Columns) -> GroupRows:
    """Return the rows of a group in the weeks of its columns."""
    joined = len(group.exercises) > 1
    start, end = columns.start, columns.start + len(columns.weeks)
    rows = tuple(
        ExerciseRows(
            columns=columns,
            exercise=replace(exercise, planned=tuple(loads[start:end] for loads in exercise.planned)),
            shift=SHIFT if joined else 0.0,
        )
        for exercise in group.exercises
    )
    return GroupRows(columns=columns, exercises=rows, joined=joined)
