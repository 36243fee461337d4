"""The steps of a station in, numbered rows in the largest type that fits out: names, and texts under them where asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from cardgen.compose import CardStep
from cardgen.display import Item, Mark, Role
from cardgen.guide.model import plain_text
from cardgen.layout.circuit.frame import Frame
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    balance,
    block_height,
    line_width,
    place_line,
    place_lines,
    set_inline,
    set_text,
    set_verbatim,
)
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import IMPOSSIBLE, Lines, break_lines, count_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

INDENT = 1.3
"""From the number to its step, in em, as are all lengths here."""
NUMERAL = 1.16
"""Size of a number: its figures are a little higher than capitals beside them."""
LEADING = {Style.LEAD_IN: 1.1, Style.TEXT: 1.34}
"""Of names and of texts."""
NAME_LINES = 3
TEXT_GAP = 0.56
"""From the name's baseline to the text under it."""
GAP, GAP_MOST = 0.56, 1.3
"""Between two names: from baseline to cap line."""
GAP_TEXTS = 0.95
"""The same at least under a step with a text: more than between its own lines."""
SIZE_STEP = 0.25
"""Sizes are found to a quarter of a point."""
SMALLEST = 6.5

Wording = tuple[tuple[Prepared, Style], ...]
"""The name of a step and its texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A name or a text on its lines."""

    text: Prepared
    lines: Lines
    style: Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """All steps at one size."""

    rows: tuple[tuple[Piece, ...], ...]
    size: float
    caps: tuple[float, ...]
    """Height of each row from its first cap line to its last baseline, in points."""

    @property
    def turned(self) -> float:
        """How many lines more than one a name takes, on average."""
        names = [len(piece.lines) - 1 for row in self.rows for piece in row if piece.style is Style.LEAD_IN]
        return sum(names) / max(len(names), 1)


def prepare_steps(steps: Sequence[CardStep], frame: Frame, *, language: str) -> tuple[Wording, ...]:
    """Return the words of each step, measured once for every size."""
    case = frame.kit.case
    wordings = []
    for step in steps:
        name = plain_text(step.name)
        texts = [(set_text(name, case, Style.LEAD_IN, language=language), Style.LEAD_IN)] if name else []
        texts += [(set_inline(entry.text, case, language=language), Style.TEXT) for entry in step.entries]
        wordings.append(tuple(texts))
    return tuple(wordings)


def largest_steps(words: Sequence[Wording], room: Rect, frame: Frame, most: float, *, rows: int) -> Steps | None:
    """Return the steps in the largest size up to `most` at which they fit the room, names on so many lines; None for none.

    Nothing is smaller than the frame's least size.
    """
    least = max(frame.least, SMALLEST)
    low, high = -1, max(int((most - least) / SIZE_STEP), 0)
    while low < high:
        middle = (low + high + 1) // 2
        if steps_height(words, room.width, least + middle * SIZE_STEP, frame, rows=rows) <= room.height:
            low = middle
        else:
            high = middle - 1
    return set_steps(words, room.width, least + low * SIZE_STEP, frame) if low >= 0 else None


def steps_height(words: Sequence[Wording], width: float, size: float, frame: Frame, *, rows: int = NAME_LINES) -> float:
    """Return how high the steps are with the least gaps; infinite where a word or a name is too long."""
    measure = width / size - INDENT
    height = _gap(words) * (len(words) - 1)
    for wording in words:
        for at, (text, style) in enumerate(wording):
            lines = count_lines(text, measure)
            if lines > (rows if style is Style.LEAD_IN else IMPOSSIBLE - 1):
                return inf
            height += (TEXT_GAP if at else 0.0) + block_height(lines, frame.kit.cap(style), LEADING[style])
    return height * size


def _gap(rows: Sequence[Sequence[object]]) -> float:
    return GAP_TEXTS if any(len(row) > 1 for row in rows) else GAP


def set_steps(words: Sequence[Wording], width: float, size: float, frame: Frame) -> Steps:
    """Return the steps at a size at which they are known to fit, each name evenly on its lines."""
    measure = width / size - INDENT
    rows = tuple(tuple(_piece(text, style, measure) for text, style in wording) for wording in words)
    return Steps(rows=rows, size=size, caps=tuple(sum(_heights(row, frame)) * size for row in rows))


def _piece(text: Prepared, style: Style, measure: float) -> Piece:
    if style is not Style.LEAD_IN:
        return Piece(text=text, lines=break_lines(text, measure), style=style)
    fewest = count_lines(text, measure)
    lines = next(
        it for rows in range(fewest, len(text.units) + 1) if _widest(text, it := balance(text, rows)) <= measure
    )
    return Piece(text=text, lines=lines, style=style)


def _widest(text: Prepared, lines: Lines) -> float:
    return max(line_width(text, start, end) for start, end in lines) - 1e-9


def _heights(row: Sequence[Piece], frame: Frame) -> Iterator[float]:
    """Yield the height of each piece with the gap above it, in em."""
    for at, piece in enumerate(row):
        yield (TEXT_GAP if at else 0.0) + block_height(
            len(piece.lines), frame.kit.cap(piece.style), LEADING[piece.style]
        )


def place_steps(steps: Steps, room: Rect, frame: Frame, order: Iterator[int]) -> list[Item]:
    """Place the rows evenly spaced in the middle of a room."""
    theme, size = frame.kit.theme, steps.size
    between = len(steps.rows) - 1
    slack = room.height - sum(steps.caps)
    gap = min(slack / (between + 1), GAP_MOST * size) if between else 0.0
    gap = max(gap, _gap(steps.rows) * size) if between else 0.0
    y = room.y + (slack - gap * between) / 2
    items: list[Item] = []
    colors = {Style.LEAD_IN: theme.ink, Style.TEXT: theme.ink}
    for number, (row, high) in enumerate(zip(steps.rows, steps.caps, strict=True), 1):
        first = next(order)
        cap = frame.kit.cap(row[0].style) * size
        items += _numeral(number, Slot(room.x, y), cap, frame, size, Mark(role=Role.STEP_NUMBER, order=first))
        at = y
        for place, (piece, height) in enumerate(zip(row, _heights(row, frame), strict=True)):
            role = Role.STEP_NAME if piece.style is Style.LEAD_IN else Role.STEP
            setting = frame.setting(size, piece.style, colors[piece.style], leading=LEADING[piece.style])
            slot = Slot(room.x + INDENT * size, at + (TEXT_GAP * size if place else 0.0))
            items += place_lines(
                piece.text, piece.lines, setting, slot, Mark(role=role, order=next(order), part_of=first)
            )
            at += height * size
        y += high + gap
    return items


def _numeral(number: int, slot: Slot, cap: float, frame: Frame, size: float, mark: Mark) -> tuple[Item, ...]:
    """Place a number on the baseline of its step's first line."""
    text = set_verbatim(str(number), frame.kit.case, Style.DISPLAY)
    setting = Setting(size=NUMERAL * size, cap=frame.kit.cap(Style.DISPLAY), color=frame.kit.theme.accent_ink)
    return place_line(text, setting, Slot(slot.x, slot.y + cap - setting.cap * setting.size), mark)
