"""Frames in, larger frames out: what tables and lists are built of. Knows no page.

A frame is measured once, where it is made, in a width that is known there, and placed once, by what it stands in. Lengths are
in points; heights of text run from the first cap line to the last baseline. What is given more height than it has stands in its
middle. What is placed first is read first: the order of a page is that of its frames.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from cardgen.display import DECORATION, Item, Mark, Role
from cardgen.layout.ground.blanks import OpenFigures
from cardgen.layout.ground.cells import CellRow, link_to
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.text import Slot, place_lines
from cardgen.values.geometry import Rect

SMALL = 1e-6
"""A length in points that no printer shows."""


@dataclass(slots=True)
class Pen:
    """What is placed so far, and how what comes next is read."""

    order: Iterator[int]
    items: list[Item] = field(default_factory=list)
    mark: Mark = DECORATION
    row: CellRow | None = None
    """The row of a table whose cells come next."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a page, measured: how large it is at the least, and what places it over a rectangle."""

    width: float
    height: float
    put: Callable[[Pen, Rect], None]
    is_tall: bool = False
    """Whether it takes all the height of its row: it does its own centring, or draws a ground."""


Reading = Callable[[Pen], Mark]
"""Says how a frame is read when its turn comes."""


class At(Enum):
    """Where a frame stands that is smaller than its room."""

    START = 0.0
    MIDDLE = 0.5
    END = 1.0


def words(phrase: Phrase | OpenFigures, width: float = 0.0) -> Frame:
    """Return words on as many lines as they take in a width; on one line where no width is given."""
    room, high = (width, phrase.height(width)) if width else (phrase.width, phrase.cap)

    def put(pen: Pen, rect: Rect) -> None:
        pen.items += phrase.within(Slot(rect.x, rect.y, room), pen.mark)

    return Frame(min(room, phrase.width), high, put)


def aligned(phrase: Phrase, width: float, at: At) -> Frame:
    """Return words on as many lines as they take, each at the start, in the middle or at the end of a width."""

    def put(pen: Pen, rect: Rect) -> None:
        for line, (wide, broken) in enumerate(phrase.broken(width)):
            slot = Slot(rect.x + at.value * (width - wide), rect.y + line * phrase.setting.leading)
            pen.items += place_lines(phrase.text, (broken,), phrase.setting, slot, pen.mark)

    return Frame(width, phrase.height(width), put)


def art(width: float, height: float, draw: Callable[[Rect, Mark], Sequence[Item]]) -> Frame:
    """Return shapes in a rectangle, and words that belong to them."""

    def put(pen: Pen, rect: Rect) -> None:
        pen.items += draw(Rect(x=rect.x, y=rect.y, width=width, height=height), pen.mark)

    return Frame(width, height, put)


def read(frame: Frame, reading: Reading) -> Frame:
    """Return a frame with its place in the reading order."""

    def put(pen: Pen, rect: Rect) -> None:
        pen.mark = reading(pen)
        frame.put(pen, rect)

    return Frame(frame.width, frame.height, put, frame.is_tall)


def link(frame: Frame, page: int, named: str, *, rise: float = 0.0, wider: float = 0.0) -> Frame:
    """Return a frame that leads to a page from what was read last in it; its area may stand higher up, or be wider."""

    def put(pen: Pen, rect: Rect) -> None:
        frame.put(pen, rect)
        area = Rect(x=rect.x - wider, y=rect.y - rise, width=rect.width + 2 * wider, height=rect.height)
        pen.items += link_to(page, area, pen.mark, named)

    return Frame(frame.width, frame.height, put, frame.is_tall)


def pad(frame: Frame, top: float = 0.0, bottom: float | None = None, left: float = 0.0) -> Frame:
    """Return a frame with white above and below it, the same where only one is given, and at its left."""
    bottom = top if bottom is None else bottom

    def put(pen: Pen, rect: Rect) -> None:
        inner = Rect(x=rect.x + left, y=rect.y + top, width=rect.width - left, height=rect.height - top - bottom)
        frame.put(pen, inner)

    return Frame(frame.width + left, frame.height + top + bottom, put, frame.is_tall)


def ground(frame: Frame, draw: Callable[[Rect], Sequence[Item]], *, over: bool = False) -> Frame:
    """Return a frame, and shapes as large as it is under it, or over it."""

    def put(pen: Pen, rect: Rect) -> None:
        pen.items += () if over else draw(rect)
        frame.put(pen, rect)
        pen.items += draw(rect) if over else ()

    return Frame(frame.width, frame.height, put, is_tall=True)


def least(frame: Frame, height: float) -> Frame:
    """Return a frame that is at least so high."""
    return Frame(frame.width, max(frame.height, height), frame.put, frame.is_tall)


def stack(frames: Sequence[Frame], gap: float = 0.0, side: At = At.START) -> Frame:
    """Return frames under one another: each as wide as all of them, or in the middle or at the end of that."""
    width = max((frame.width for frame in frames), default=0.0)
    height = sum(frame.height for frame in frames) + gap * max(len(frames) - 1, 0)

    def put(pen: Pen, rect: Rect) -> None:
        y = rect.y + (rect.height - height) / 2
        for frame in frames:
            wide = rect.width if side is At.START else frame.width
            x = rect.x + side.value * (rect.width - wide)
            frame.put(pen, Rect(x=x, y=y, width=wide, height=frame.height))
            y += frame.height + gap

    return Frame(width, height, put)


def row(frames: Sequence[Frame], xs: Sequence[float], width: float, at: At = At.MIDDLE) -> Frame:
    """Return frames side by side, each with its left edge so far from that of the row."""
    height = max(frame.height for frame in frames)

    def put(pen: Pen, rect: Rect) -> None:
        top = rect.y + (rect.height - height) / 2
        for frame, x in zip(frames, xs, strict=True):
            y, high = top + at.value * (height - frame.height), frame.height
            if frame.is_tall:
                y, high = rect.y, rect.height
            frame.put(pen, Rect(x=rect.x + x, y=y, width=frame.width, height=high))

    return Frame(width, height, put, is_tall=True)


def wrap(frames: Sequence[Frame], width: float, gap: float, line_gap: float) -> Frame:
    """Return frames on lines, as many side by side as there is room for; all lines are as high as the highest frame."""
    high = max(frame.height for frame in frames)
    places: list[tuple[float, float]] = []
    x = y = 0.0
    for frame in frames:
        if x and x + frame.width > width:
            x, y = 0.0, y + high + line_gap
        places.append((x, y + (high - frame.height) / 2))
        x += frame.width + gap

    return pinned(frames, places, width, y + high)


def pinned(frames: Sequence[Frame], places: Sequence[tuple[float, float]], width: float, height: float) -> Frame:
    """Return frames each with its top left corner at a place of its own."""

    def put(pen: Pen, rect: Rect) -> None:
        for frame, (x, y) in zip(frames, places, strict=True):
            frame.put(pen, Rect(x=rect.x + x, y=rect.y + y, width=frame.width, height=frame.height))

    return Frame(width, height, put)


def fit(frames: Iterable[Frame], width: float, height: float) -> Frame:
    """Return the first frame that is no larger than it may be; the last where none is."""
    for frame in frames:
        if frame.height <= height + SMALL and frame.width <= width + SMALL:
            break
    return frame


def table_row(frame: Frame) -> Frame:
    """Return a frame whose cells are a row of their table."""

    def put(pen: Pen, rect: Rect) -> None:
        pen.row = CellRow(pen.order)
        frame.put(pen, rect)

    return Frame(frame.width, frame.height, put, frame.is_tall)


def cell(column: int, kind: Role = Role.CELL, *, span: int = 1, language: str = "") -> Reading:
    """Return how a cell of a table is read."""

    def of_row(pen: Pen) -> Mark:
        made = pen.row or CellRow(pen.order)
        match kind:
            case Role.COLUMN_HEAD:
                return made.title(column, span=span)
            case Role.ROW_HEAD:
                return made.head(column, span=span, language=language)
            case _:
                return made.cell(column, span=span, language=language)

    return of_row


def says(role: Role, *, language: str = "", level: int = 0, link: str = "") -> Reading:
    """Return how a frame is read that stands by itself."""
    return lambda pen: Mark(role=role, order=next(pen.order), language=language, level=level, link=link)


def belongs(role: Role) -> Reading:
    """Return how a frame is read that is a part of the one before it."""
    return lambda pen: Mark(role=role, order=next(pen.order), part_of=pen.mark.part_of or pen.mark.order)


def place(frame: Frame, x: float, y: float, order: Iterator[int]) -> list[Item]:
    """Place a frame with its top left corner here."""
    pen = Pen(order=order)
    frame.put(pen, Rect(x=x, y=y, width=frame.width, height=frame.height))
    return pen.items
