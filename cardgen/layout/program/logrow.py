"""What is written down about an exercise in, its label and its boxes out; likewise rows to tick and to say how hard it was."""

from __future__ import annotations

from dataclasses import replace

from cardgen.display import Color, Role
from cardgen.layout.ground.box import At, Frame, art, cell, ground, link, pad, read, row, stack, table_row, words
from cardgen.layout.program.loggrid import JOINED_GAP, Columns
from cardgen.layout.program.model import LogExercise, LogGroup
from cardgen.layout.program.signs import bracket, order_disc
from cardgen.layout.program.words import card_named
from cardgen.theme.type import FINE_NOTE, NAME

DISC, NAME_X, SHIFT, NAME_GAP, SET_ROOM = 6.4, 7.8, 2.2, 1.0, 5.8
"""A disc, where the name starts behind it, how much further right both stand in a bracket, white between label and set
numbers, what these take; in sheet units, as are all lengths here."""
LINE_GAP, FOOT = 1.45, 0.6
"""From the name to the first line under it, and the least white below the last."""
BRACKET_INSET = 0.3
LINES = 3
"""That the name of an exercise takes before it is set smaller."""
TICKED = NAME.led(1.15)


def tick_row(columns: Columns, said: str, tint: Color | None = None) -> Frame:
    """Return a row to tick, or to write one figure a week in."""
    gauge = columns.gauge
    width = gauge.width if columns.above else columns.label - gauge.across(NAME_GAP)
    label = gauge.fitted(said, TICKED, width)
    boxes = columns.boxes((stack(()),), tint)
    return table_row(columns.labelled(read(label, cell(1, Role.ROW_HEAD)), boxes, At.MIDDLE))


def group_rows(group: LogGroup, columns: Columns, room: float) -> list[Frame]:
    """Return an exercise, or several in a bracket; in parts no higher than a page, between exercises, then between sets."""
    gauge, joined = columns.gauge, len(group.exercises) > 1
    shift = gauge.across(SHIFT) if joined else 0.0
    start, end = columns.start, columns.start + len(columns.weeks)
    exercises = [replace(it, planned=tuple(loads[start:end] for loads in it.planned)) for it in group.exercises]
    frames = [_exercise(it, columns, shift) for it in exercises]
    parts = [stack(frames, gauge.down(JOINED_GAP))]
    if parts[0].height > room:
        both = zip(exercises, frames, strict=True)
        parts = [part for it, frame in both for part in _parted(it, frame, columns, shift, room)]
    return (
        [ground(part, lambda rect: (bracket(rect, BRACKET_INSET, gauge),), over=True) for part in parts]
        if joined
        else parts
    )


def _parted(it: LogExercise, whole: Frame, columns: Columns, shift: float, room: float) -> list[Frame]:
    """Return an exercise in parts of as many sets as a page has room for."""
    label = whole.height - len(it.planned) * columns.row
    most = max(1, int((room - label) / columns.row))
    starts = range(0, len(it.planned), most)
    return [_exercise(replace(it, planned=it.planned[at : at + most]), columns, shift, at) for at in starts]


def _exercise(it: LogExercise, columns: Columns, shift: float, first: int = 0) -> Frame:
    """Return the sets of an exercise from the `first` on, counted from 0, with its label, which leads to the card."""
    sets = [columns.set_row(first + at + 1, loads) for at, loads in enumerate(it.planned)]
    boxes = columns.boxes((*sets[:1], *(table_row(further) for further in sets[1:])))
    return table_row(columns.labelled(pad(_label(it, columns, shift), left=shift), boxes, At.START))


def _label(it: LogExercise, columns: Columns, shift: float) -> Frame:
    """Return disc, name and what is said under it."""
    gauge = columns.gauge
    side, start = gauge.across(DISC), gauge.across(NAME_X)
    right = gauge.width if columns.above else columns.label - gauge.across(SET_ROOM - NAME_GAP)
    width = right - shift - start
    name = words(gauge.fit(it.name.text, NAME, width, lines=LINES, language=it.name.language), width)
    lines = (pad(gauge.fitted(said, FINE_NOTE, width), gauge.down(LINE_GAP), 0.0) for said in it.lines)
    texts = pad(stack((name, *lines)), max((side - name.height) / 2, 0.0), gauge.down(FOOT))
    disc = art(side, side, lambda rect, mark: order_disc(it.order, rect, gauge, mark))
    label = row((disc, texts), (0.0, start), start + width, At.START)
    reading = cell(1, Role.ROW_HEAD, language=it.name.language)
    return link(read(label, reading), it.page, card_named(it.name.text, it.page))
