"""Trainer, gym and contacts in, the band at the foot of a cover out: dark, or white under a rule where ink is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.display import Color, Item, Mark, Role, Text
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.phrase import TOLERANCE, Phrase, Room, Type, fit_phrase
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot, line_width, place_lines
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.model import ProgramCover
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.values.geometry import Rect

BAND, BAND_ALONE = 26.0, 16.0
"""Its height, and where nothing stands in it: in sheet units, as are all lengths here."""
LINE_GAP, COLUMN_GAP = 3.0, 6.0
RULE = 0.45
DESCENT = 0.25
"""How far letters reach below the last line, in em."""
CONTACTS_SHARE = 0.6
"""What contacts may take of the width beside a name."""
TRAINER, LINE, LEAST = 17.0, 10.0, 8.0
"""Sizes in points on A5."""
EASY = ((1, 12.0), (2, 10.0), (3, 9.0))
"""On how many lines a name may stand, and how small: a second line sooner than letters that nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words of the band and the address that they lead to."""

    phrase: Phrase
    link: str
    room: float
    """The width that they may take."""

    @property
    def width(self) -> float:
        """The width that they take: of the widest line."""
        size = self.phrase.setting.size
        return max(line_width(self.phrase.text, *line) * size for line in self._lines())

    @property
    def height(self) -> float:
        """From the first cap line to the last baseline."""
        return self.phrase.height(self.room)

    def place(self, x: float, y: float, mark: Mark, *, at_right: bool) -> Iterator[Text]:
        """Place every line so that it starts at `x`, or ends there."""
        setting = self.phrase.setting
        for row, line in enumerate(self._lines()):
            wide = line_width(self.phrase.text, *line) * setting.size if at_right else 0.0
            yield from place_lines(
                self.phrase.text,
                (line,),
                setting,
                Slot(x - wide, y + row * setting.leading),
                replace(mark, link=self.link),
            )

    def _lines(self) -> Lines:
        return break_lines(self.phrase.text, self.room / self.phrase.setting.size + TOLERANCE)


def place_foot_band(cover: ProgramCover, leaf: Leaf, order: Iterator[int]) -> tuple[list[Item], Rect]:
    """Place the band; return its items and what it covers."""
    gauge = Gauge(leaf=leaf)
    measures, theme = leaf.kit.measures, leaf.kit.theme
    right = _contacts(cover, gauge)
    taken = max((line.width for line in right), default=0.0)
    left = _names(cover, gauge, gauge.width - (taken + gauge.across(COLUMN_GAP) if right else 0.0))
    high = max(_height(side, gauge) for side in (left, right))
    height = max(gauge.across(BAND if left or right else BAND_ALONE), high + 2 * gauge.across(COLUMN_GAP))
    band = Rect(x=0.0, y=measures.height - height, width=measures.width, height=height)
    if theme.head is not None:
        items: list[Item] = [rectangle(band, theme.head)]
    else:
        items = [rectangle(replace(band, height=gauge.across(RULE)), theme.band)] if left or right else []
    foot = measures.height - measures.bottom_edge - DESCENT * gauge.points(LINE)
    middle = min(band.y + height / 2, foot - high / 2)
    for side, at_right in ((left, False), (right, True)):
        y = middle - _height(side, gauge) / 2
        for line in side:
            mark = Mark(role=Role.FOOTER, order=next(order))
            items += line.place(gauge.right if at_right else gauge.left, y, mark, at_right=at_right)
            y += line.height + gauge.down(LINE_GAP)
    return items, band


def _names(cover: ProgramCover, gauge: Gauge, width: float) -> list[Line]:
    """Return the trainer and the gym, each with its link; the first of them large."""
    theme, brand = gauge.theme, gauge.leaf.brand
    said = [it for it in ((cover.trainer, ""), (brand.name, brand.link)) if it[0]]
    return [
        _line(it, (Style.TEXT, theme.on_band), LINE, width, gauge) if at else _name(it, width, gauge)
        for at, it in enumerate(said)
    ]


def _name(said: tuple[str, str], width: float, gauge: Gauge) -> Line:
    """Return a name and its link, on more lines rather than very small."""
    type_ = Type(style=Style.HEADING, color=gauge.theme.title, leading=1.2)
    for lines, least in EASY:
        room = Room(width=width, lines=lines, least=gauge.points(least))
        phrase = fit_phrase(said[0], type_, gauge.points(TRAINER), room, gauge.kit)
        if phrase.count(width) <= lines:
            return Line(phrase=phrase, link=said[1], room=width)
    return _line(said, (Style.HEADING, gauge.theme.title), TRAINER, width, gauge)


def _contacts(cover: ProgramCover, gauge: Gauge) -> list[Line]:
    """Return the contacts, none wider than its part of the band."""
    face = (Style.TEXT, gauge.theme.on_band)
    width = gauge.width * (CONTACTS_SHARE if cover.trainer or gauge.leaf.brand.name else 1.0)
    return [_line((contact.text, contact.link), face, LINE, width, gauge) for contact in cover.contacts]


def _line(said: tuple[str, str], face: tuple[Style, Color], size: float, width: float, gauge: Gauge) -> Line:
    """Return words and their link on one line, smaller where they are long, then on more lines: never too small to read."""
    style, color = face
    type_ = Type(style=style, color=color, leading=1.2)
    room = Room(width=width, least=gauge.fine(LEAST))
    phrase = fit_phrase(said[0], type_, gauge.points(size), room, gauge.kit)
    return Line(phrase=phrase, link=said[1], room=width)


def _height(lines: Sequence[Line], gauge: Gauge) -> float:
    return sum(line.height for line in lines) + gauge.down(LINE_GAP) * max(len(lines) - 1, 0)
