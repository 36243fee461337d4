"""Stations in, the rows of the coach's table out: who is where, what to say, what to watch for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardgen.display import Color, Op, Path, Role
from cardgen.guide.model import Emphasis, Inline, Span, plain_text
from cardgen.layout.circuit.floortiles import numbered
from cardgen.layout.circuit.inks import edge, tint
from cardgen.layout.circuit.model import Station
from cardgen.layout.circuit.sheet import A4, BOX, millimetres
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.box import Frame, Pen, art, cell, ground, least, pad, read, row, stack, table_row, words
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Setting, Slot, set_inline
from cardgen.theme.type import Style
from cardgen.typeset.tidy import NO_BREAK
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

DISC_X, NAME_X, SAY_X, WATCH_X, WIDTH = 1.0, 12.0, 54.0, 119.0, 182.0
"""From the table's left edge, in millimetres on A4, as are all lengths here."""
COLUMN_GAP = 4.0
LABEL = 9.6
"""Size of the columns' heads in points on A4, as are the sizes of a level."""
HEAD_HEIGHT, RULE, LINE = 6.0, 0.5, 0.3
NAME_LEADING = 1.2
DESCENT = 0.2
"""How far letters hang below the last line, in em: room that a row keeps for them."""
NAME_GAP = 0.6
"""From the name to the equipment, in em, beyond its cap height."""
SAY_WIDTHS, WATCH_WIDTHS = (WATCH_X - COLUMN_GAP - SAY_X,) * 2, (WIDTH - 1.0 - WATCH_X, WIDTH - 2.0 - WATCH_X)
"""Of the texts of a column, and of a line in place of one."""
DISC_LINE, DISC_CLEAR = 0.5, 0.8
"""The outline of a disc, and how much lower than its row it is."""
WRITE = 0.72
"""How far down a row a line to write on stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How closely the sheet is set: sizes in points on A4, heights in millimetres on it."""

    name: float
    text: float
    leading: float
    """Of texts, in em."""
    row: float
    pad: float
    disc: float
    clock: float
    gap: float
    """Between sections."""
    figures: float = BOX
    """Of the boxes of the figures."""
    has_equipment: bool = True
    """Whether it stands in the rows; it is in the list of what to set up anyway."""


LEVELS = (
    Level(name=11.0, text=10.0, leading=1.36, row=14.4, pad=2.0, disc=9.6, clock=9.0, gap=9.0),
    Level(name=11.0, text=10.0, leading=1.36, row=12.4, pad=1.6, disc=9.0, clock=8.0, gap=7.0),
    Level(name=10.5, text=10.0, leading=1.34, row=11.0, pad=1.3, disc=8.4, clock=7.0, gap=6.0),
    Level(name=10.5, text=9.5, leading=1.32, row=9.8, pad=1.0, disc=7.6, clock=6.4, gap=5.0, figures=14.6),
    Level(
        name=10.0,
        text=9.0,
        leading=1.28,
        row=9.0,
        pad=0.8,
        disc=7.2,
        clock=6.0,
        gap=4.5,
        figures=14.6,
        has_equipment=False,
    ),
    Level(
        name=9.5,
        text=9.0,
        leading=1.24,
        row=8.0,
        pad=0.5,
        disc=6.6,
        clock=5.4,
        gap=3.4,
        figures=13.6,
        has_equipment=False,
    ),
)
"""The first that fits on a page is taken."""


def points(size: float, leaf: Leaf) -> float:
    """Return a size given for A4."""
    return leaf.gauge.points(size / A4)


def set_row(station: Station, level: Level, leaf: Leaf) -> Frame:
    """Return the row of a station; a line to write on stands where there is nothing to say."""
    theme, width = leaf.kit.theme, leaf.kit.measures.text_width
    mm, language = width / WIDTH, station.language
    spoken = other_language(language, leaf.kit.words.language)
    bold = leaf.setting(points(level.name, leaf), Style.TEXT, theme.ink, leading=NAME_LEADING)
    plain = leaf.setting(points(level.text, leaf), Style.TEXT, theme.ink, leading=level.leading)
    descent = DESCENT * plain.size

    def text(said: Inline, setting: Setting, wide: float) -> Frame:
        phrase = Phrase(text=set_inline(said, leaf.kit.case, language=language), setting=setting)
        return words(phrase, wide * mm)

    times = f"{NO_BREAK}×{NO_BREAK}{station.places}" if station.places > 1 else ""
    named = [text((Span(text=station.title + times, emphasis=Emphasis.STRONG),), bold, SAY_X - COLUMN_GAP - NAME_X)]
    if station.equipment and level.has_equipment:
        muted = replace(plain, color=theme.muted)
        named.append(text((Span(text=station.equipment),), muted, SAY_X - COLUMN_GAP - NAME_X))
    name = pad(stack(named, NAME_GAP * bold.size), 0.0, descent)
    frames = [
        read(_disc(station.number, level, leaf), cell(1, Role.ROW_HEAD)),
        read(name, cell(2, language=spoken)),
    ]
    for said, wide, line in (station.say, *SAY_WIDTHS), (station.watch_for, *WATCH_WIDTHS):
        told = pad(text(said, plain, wide), 0.0, descent) if plain_text(said) else None
        frames.append(read(told, cell(len(frames) + 1, language=spoken)) if told else _line(line * mm, leaf))
    whole = row(frames, [x * mm for x in (DISC_X, NAME_X, SAY_X, WATCH_X)], width)
    high = whole.height + 2 * millimetres(level.pad, leaf)
    return table_row(least(whole, max(millimetres(level.row, leaf), high)))


def _disc(number: int, level: Level, leaf: Leaf) -> Frame:
    """Return the number of a station, as large as its row allows."""
    most, white = millimetres(level.disc, leaf), millimetres(DISC_CLEAR, leaf)

    def put(pen: Pen, rect: Rect) -> None:
        side = min(most, rect.height - white)
        square = Rect(x=rect.x, y=rect.y + (rect.height - side) / 2, width=side, height=side)
        pen.items += numbered(number, square, leaf, pen.mark, millimetres(DISC_LINE, leaf))

    return Frame(most, 0.0, put, is_tall=True)


def _line(width: float, leaf: Leaf) -> Frame:
    """Return a line to write on."""

    def put(pen: Pen, rect: Rect) -> None:
        y = rect.y + WRITE * rect.height
        ends = ((Op.MOVE, (rect.x, y)), (Op.LINE, (rect.x + width, y)))
        pen.items.append(Path(segments=ends, stroke=edge(leaf.kit.theme), stroke_width=millimetres(LINE, leaf)))

    return Frame(width, 0.0, put, is_tall=True)


def head_height(leaf: Leaf) -> float:
    """Return how high the heads of the columns are, with the rule under them."""
    return millimetres(HEAD_HEIGHT, leaf)


def table(rows: Sequence[Frame], leaf: Leaf) -> Frame:
    """Return rows under the heads of the columns, between rules; every second one has a ground, or all are parted by lines."""
    theme, width = leaf.kit.theme, leaf.kit.measures.text_width

    def line(rect: Rect, weight: float, color: Color) -> tuple[Path]:
        return (rule(Slot(rect.x, rect.y, rect.width), millimetres(weight, leaf), color),)

    bound = art(width, 0.0, lambda rect, _: line(rect, RULE, theme.heading))
    shade = tint(theme)
    parts = [_heads(leaf), bound]
    for number, it in enumerate(rows):
        if shade is None:
            parts.append(ground(it, lambda rect: line(rect, LINE, theme.hairline)) if number else it)
        else:
            parts.append(ground(it, lambda rect: (rectangle(rect, shade),)) if number % 2 else it)
    return stack((*parts, bound))


def _heads(leaf: Leaf) -> Frame:
    """Return the heads of the columns; the first is that of number and name."""
    width = leaf.kit.measures.text_width
    type_ = Type(style=Style.TEXT, color=leaf.kit.theme.muted)
    told = (leaf.kit.words("coach.station"), leaf.kit.words("coach.say"), leaf.kit.words("coach.watch"))
    heads = [words(set_phrase(said, type_, points(LABEL, leaf), leaf.kit)) for said in told]
    places = ((1, 2), (3, 1), (4, 1))
    cells = [read(it, cell(at, Role.COLUMN_HEAD, span=span)) for it, (at, span) in zip(heads, places, strict=True)]
    whole = row(cells, [x * width / WIDTH for x in (NAME_X, SAY_X, WATCH_X)], width)
    return pad(table_row(whole), 0.0, head_height(leaf) - whole.height)
