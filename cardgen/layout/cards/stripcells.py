"""The days of a prescription in, the columns of its strip out: which there are, how wide they are, what is in them.

A column is as wide as what stands in it. Weights have a cell a week, beside the other columns or, where weeks are many, under
them: planned ones are printed, open ones are written in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from cardgen.display import Item, Mark, Op, Path
from cardgen.layout.ground.blanks import OpenFigures, set_open
from cardgen.layout.ground.box import Frame, Pen, art, cell, pad, read, stack, words
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.panel import write_box
from cardgen.layout.ground.phrase import Phrase, Room, Type, fit_phrase, set_figures, set_phrase
from cardgen.layout.ground.ruler import BOX_MM
from cardgen.layout.ground.shapes import line, rounded
from cardgen.theme import Ink
from cardgen.theme.type import LINE, Style
from cardgen.values.geometry import Rect, mm
from cardgen.values.prescription import StripRow

CHIP = (13.0, 6.3)
"""A chip with a day: width and height, in sheet units, as are all lengths here."""
CHIP_RADIUS, CHIP_INSET, CHIP_CAP, CHIP_EDGE = 1.0, 1.8, 0.40, 0.45
"""Its corners, the white beside its word, the height of that as a part of its own, its outline."""
GAP, GAP_MOST = 4.0, 9.0
"""Between two columns, at least and at most."""
BOX_INSET, BOX_PAD = 1.2, 0.45
"""The white in a box behind a unit, and that above and below it."""
WEEK, WEEK_MOST, WEEK_HEIGHT, WEEK_INSET, WEEK_NUMBER = 6.6, 11.0, 6.8, 0.6, 1.0
"""A cell for the weight of a week: its least and greatest width, its height, the white beside a weight, and that beside and above
the number of a week in its corner."""
WEEKS, LINE_GAP, UNIT_GAP = 12, 1.2, 1.6
"""So many cells stand on a line, under the day; between two lines; from the unit to the first."""
MOST_LINES = 4
"""More lines of cells would leave a card no picture: the span of the loads stands in a column then, the log has them week for
week."""
LABEL = (9.0, 7.0)
"""Size of the heads in points on A5, and the least on any sheet."""
DAY, PAGE, PAGE_GAP = 12.5, 7.5, 1.5
"""Sizes of a day and of the page under it, and the white between them."""
FIGURES = (15.5, 14.5, 13.5, 12.5, 11.5, 10.5)
"""Sizes of what stands in the columns, in points on A5, best first."""
FIGURES_LEAST, WEIGHTS = 8.5, (12.5, 7.0)


class Cell(Enum):
    """A column; the value is the key of its head."""

    DAY = "day"
    WORK = "work"
    LOAD = "load"
    TEMPO = "tempo"
    REST = "rest"
    SIDE = "side"


class Weeks(Enum):
    """Where the weights of the weeks stand."""

    NONE = "nowhere"
    BESIDE = "at the right of the columns"
    UNDER = "on lines of their own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a strip; lengths in points."""

    cells: tuple[Cell, ...]
    x: tuple[float, ...]
    """From the left margin."""
    widths: tuple[float, ...]
    size: float
    """Of what stands in them."""
    weeks: Weeks
    pitch: float
    """The width of the cell of a week."""

    def frame(self, at: int, row: StripRow, kit: Kit) -> Frame | None:
        """Return what stands in a column of a row; None for nothing."""
        return _frame(self.cells[at], row, self.size, self.widths[at], self.weeks, kit)


def choose_columns(rows: Sequence[StripRow], kit: Kit) -> Columns:
    """Return the columns that the rows need, in the largest size at which they fit side by side: with the weeks, else above them."""
    many = max(len(row.weeks) for row in rows)
    lines = sum(-(-len(row.weeks) // WEEKS) for row in rows)
    ways = [Weeks.BESIDE] if 0 < many <= WEEKS else []
    ways.append(Weeks.UNDER if 0 < lines <= MOST_LINES else Weeks.NONE)
    room, unit = kit.measures.text_width, kit.measures.unit
    for weeks in ways:
        cells = tuple(
            it for it in Cell if any(_told(it, row, weeks) or (it is Cell.LOAD and _is_box(row, weeks)) for row in rows)
        )
        taken = many * WEEK * unit + _unit_width(rows, kit) if weeks is Weeks.BESIDE else -GAP * unit
        for size in FIGURES[:4] if weeks is Weeks.BESIDE else FIGURES:
            widths = [_width(it, rows, size, weeks, kit) for it in cells]
            spare = room - taken - sum(widths) - len(widths) * GAP * unit
            if spare >= 0:
                return _spread(_columns(cells, widths, size, weeks), spare, many, kit)
    squeezed = _columns(cells, _squeezed(widths, room - GAP * unit * (len(cells) - 1)), FIGURES[-1], weeks)
    return _spread(squeezed, 0.0, many, kit)


def _columns(cells: tuple[Cell, ...], widths: Sequence[float], size: float, weeks: Weeks) -> Columns:
    return Columns(cells=cells, x=(), widths=tuple(widths), size=size, weeks=weeks, pitch=0.0)


def _spread(columns: Columns, spare: float, many: int, kit: Kit) -> Columns:
    """Return the columns side by side: what is left of the width widens the cells of so many weeks, then the gaps."""
    unit, widths, pitch = kit.measures.unit, columns.widths, 0.0
    if columns.weeks is Weeks.BESIDE:
        pitch = min(WEEK * unit + spare / many, WEEK_MOST * unit)
        spare -= many * (pitch - WEEK * unit)
    gaps = len(widths) - (columns.weeks is not Weeks.BESIDE)
    gap = min(GAP * unit + spare / max(gaps, 1), GAP_MOST * unit)
    return replace(columns, x=tuple(sum(widths[:at]) + at * gap for at in range(len(widths))), pitch=pitch)


def _squeezed(widths: Sequence[float], room: float) -> list[float]:
    """Return widths that fit: the widest column gives way, that of the day does not."""
    found = list(widths)
    while sum(found) > room + 1e-6:
        at = max(range(1, len(found)), key=lambda at: found[at])
        found[at] -= min(sum(found) - room, 1.0)
    return found


def weeks_frame(rows: Sequence[StripRow], row: StripRow, columns: Columns, first: int, kit: Kit) -> Frame:
    """Return the unit and the cells of the weeks, planned weights in them; on lines of their own each cell has its number."""
    measures, theme, pitch = kit.measures, kit.theme, columns.pitch
    muted, high = Type(style=Style.TEXT, color=theme.muted), WEEK_HEIGHT * measures.unit
    unit = set_phrase(row.unit, muted, measures.small(*LABEL), kit)
    numbered, x = columns.weeks is Weeks.UNDER, _unit_width(rows, kit)
    per_line = WEEKS if numbered else len(row.weeks)
    pitch = (measures.text_width - x) / min(per_line, len(row.weeks)) if numbered else pitch
    size = _weight_size(rows, pitch - (_small("12", kit).width if numbered else 0.0), kit)
    inset = WEEK_NUMBER * measures.unit

    def one_line(start: int) -> Frame:
        shown = row.weeks[start : start + per_line]

        def put(pen: Pen, rect: Rect) -> None:
            box = Rect(x=rect.x + x, y=rect.y, width=pitch * len(shown), height=high)
            pen.items += unit.left(rect.x, rect.y + (high - unit.cap) / 2, cell(first)(pen)) if not start else ()
            pen.items.append(write_box(box, kit))
            for at, weight in enumerate(shown):
                left = box.x + at * pitch
                if at:
                    pen.items.append(line(((left, box.y), (left, box.bottom)), LINE * measures.unit, theme.outline))
                mark = cell(first + 1 + start + at)(pen)
                if numbered:
                    week = set_figures(str(start + at + 1), muted, measures.small(LABEL[1]), kit)
                    pen.items += week.left(left + inset, box.y + inset, mark)
                figures = set_figures(weight, _type(kit), size, kit)
                free = pitch - figures.width
                x_ = left + (free - WEEK_INSET * measures.unit if numbered else free / 2)
                pen.items += figures.left(x_, box.y + (high - figures.cap) / 2, mark) if weight else ()

        return Frame(x + pitch * len(shown), high, put)

    return stack([one_line(start) for start in range(0, len(row.weeks), per_line)], LINE_GAP * measures.unit)


def week_heads(rows: Sequence[StripRow], columns: Columns, first: int, kit: Kit) -> list[tuple[Frame, float]]:
    """Return the numbers of the weeks over their cells, each with the middle of it."""
    many = max(len(row.weeks) for row in rows)
    said = [kit.words("strip.week", week=1), *(str(week) for week in range(2, many + 1))]
    frames = [read(words(_small(it, kit)), cell(first + 1 + at)) for at, it in enumerate(said)]
    left = _unit_width(rows, kit)
    return [(frame, left + (at + 0.5) * columns.pitch - frame.width / 2) for at, frame in enumerate(frames)]


def _unit_width(rows: Sequence[StripRow], kit: Kit) -> float:
    return max(_small(row.unit, kit).width for row in rows) + UNIT_GAP * kit.measures.unit


def _weight_size(rows: Sequence[StripRow], pitch: float, kit: Kit) -> float:
    """Return the size in which every weight has room in its cell."""
    size, room = kit.measures.small(WEIGHTS[0]), pitch - 2 * WEEK_INSET * kit.measures.unit
    widest = max((set_figures(it, _type(kit), size, kit).width for row in rows for it in row.weeks if it), default=0.0)
    return max(size * min(1.0, room / widest), kit.measures.small(0.0, WEIGHTS[1])) if widest else size


def chip(day: str, width: float, kit: Kit) -> Frame:
    """Frame the chip of a day, dark or in outline."""
    theme, unit = kit.theme, kit.measures.unit
    word, radius, weight = _chip_word(day, kit), CHIP_RADIUS * unit, CHIP_EDGE * unit

    def draw(rect: Rect, mark: Mark) -> tuple[Item, ...]:
        if theme.head is None:
            inner = rect.inset(weight / 2, weight / 2)
            ground = Path(segments=rounded(inner, left=radius, right=radius), stroke=theme.ink, stroke_width=weight)
        else:
            ground = Path(segments=rounded(rect, left=radius, right=radius), fill=theme.head)
        return (ground, *word.centred(rect.x + width / 2, rect.y + (rect.height - word.cap) / 2, mark))

    return art(width, max(CHIP[1] * unit, word.cap + 2 * CHIP_INSET * 0.6 * unit), draw)


def load_box(unit_word: str, width: float, kit: Kit) -> Frame:
    """Frame a box to write a load in, as high as its row allows, its unit small at the lower right."""
    white, inset = BOX_PAD * kit.measures.unit, BOX_INSET * kit.measures.unit
    type_ = Type(style=Style.TEXT, color=kit.theme.muted)
    word = set_phrase(unit_word, type_, kit.measures.small(*LABEL), kit) if unit_word else None

    def put(pen: Pen, rect: Rect) -> None:
        box = rect.inset(0.0, white)
        pen.items.append(write_box(box, kit))
        pen.items += word.right(box.right - inset, box.bottom - inset - word.cap, pen.mark) if word else ()

    return Frame(width, mm(BOX_MM) + 2 * white, put, is_tall=True)


_PENCIL = ((0.06, 0.94), (0.14, 0.64), (0.72, 0.06), (0.94, 0.28), (0.36, 0.86))
_PENCIL_BAND = ((0.58, 0.20), (0.80, 0.42))
PENCIL_LINE = 0.1
"""As a part of its side."""


def pencil(side: float, cap: float, kit: Kit) -> Frame:
    """Frame a pencil in outline, on the middle of capitals."""
    color = kit.theme.mistakes.heading if kit.theme.mode is Ink.FULL else kit.theme.ink

    def draw(rect: Rect, _mark: Mark) -> tuple[Path, ...]:
        square = Rect(x=rect.x, y=rect.y + (cap - side) / 2, width=side, height=side)
        line = Path(segments=(), stroke=color, stroke_width=PENCIL_LINE * side)
        body, band = (
            [(square.x + x * side, square.y + y * side) for x, y in points] for points in (_PENCIL, _PENCIL_BAND)
        )
        outline = ((Op.MOVE, body[0]), *((Op.LINE, point) for point in body[1:]), (Op.CLOSE, ()))
        return replace(line, segments=outline), replace(line, segments=((Op.MOVE, band[0]), (Op.LINE, band[1])))

    return art(side, cap, draw)


def _is_box(row: StripRow, weeks: Weeks) -> bool:
    """Tell whether a row has a box for its load: one that is open, where weeks have no cells."""
    return row.load is None and (weeks is Weeks.NONE or not row.weeks)


def _told(what: Cell, row: StripRow, weeks: Weeks) -> str:
    """Return what a row has in a column: no load that the cells of the weeks have."""
    match what:
        case Cell.DAY:
            return row.day
        case Cell.WORK:
            return row.work
        case Cell.LOAD:
            return row.load or "" if weeks is Weeks.NONE or not any(row.weeks) else ""
        case Cell.REST:
            return row.rest
        case Cell.TEMPO:
            return row.tempo
        case Cell.SIDE:
            return row.side


def _frame(what: Cell, row: StripRow, size: float, width: float, weeks: Weeks, kit: Kit) -> Frame | None:
    if what is Cell.DAY:
        return _day(row, kit)
    if what is Cell.LOAD and _is_box(row, weeks):
        return load_box(row.unit, mm(BOX_MM) * 1.5, kit)
    if not (told := _told(what, row, weeks)):
        return None
    phrase = _phrase(what, told, size, kit)
    if width and phrase.width > width + 1e-6:
        points = kit.measures.small(size, FIGURES_LEAST)
        least = min(max(FIGURES_LEAST, kit.measures.least), points)
        phrase = fit_phrase(told, _type(kit), points, Room(width=width, least=least, lines=2), kit)
    return words(phrase, width or phrase.width)


def _day(row: StripRow, kit: Kit) -> Frame:
    """Return a day over the number of its page."""
    measures = kit.measures
    day = words(set_phrase(row.day, Type(style=Style.HEADING, color=kit.theme.heading), measures.small(DAY), kit))
    if not row.page:
        return day
    page = set_phrase(
        kit.words("strip.page-short", page=row.page),
        Type(style=Style.TEXT, color=kit.theme.muted),
        measures.small(PAGE, LABEL[1]),
        kit,
    )
    return stack((day, pad(words(page), PAGE_GAP * measures.unit, 0.0)))


def _width(what: Cell, rows: Sequence[StripRow], size: float, weeks: Weeks, kit: Kit) -> float:
    """Return how wide a column must be to hold everything on one line."""
    found = (_frame(what, row, size, 0.0, weeks, kit) for row in rows)
    return max(_label(what, kit).width, *(it.width for it in found if it))


def _phrase(what: Cell, told: str, size: float, kit: Kit) -> Phrase | OpenFigures:
    points = kit.measures.small(size, FIGURES_LEAST)
    return set_figures(told, _type(kit), points, kit) if what is Cell.TEMPO else set_open(told, _type(kit), points, kit)


def _type(kit: Kit) -> Type:
    return Type(style=Style.HEADING, color=kit.theme.heading, leading=1.05)


def _small(said: str, kit: Kit) -> Phrase:
    return set_phrase(said, Type(style=Style.TEXT, color=kit.theme.muted), kit.measures.small(*LABEL), kit)


def _label(what: Cell, kit: Kit) -> Phrase:
    return _small(kit.words(f"table.{what.value}"), kit)


def labels(columns: Columns, kit: Kit) -> list[Phrase]:
    """Return the heads of the columns."""
    return [_label(it, kit) for it in columns.cells]


def _chip_word(day: str, kit: Kit) -> Phrase:
    size = max(CHIP[1] * kit.measures.unit * CHIP_CAP / kit.cap(Style.HEADING), kit.measures.least, LABEL[1])
    return set_phrase(day, Type(style=Style.HEADING, color=kit.theme.title), size, kit)


def chip_width(day: str, kit: Kit) -> float:
    """Return the width of a chip for a day's name."""
    return max(CHIP[0] * kit.measures.unit, _chip_word(day, kit).width + 2 * CHIP_INSET * kit.measures.unit)
