"""Words, a face and a size in, a phrase out that knows how wide and how high it is and can be placed: left, right, centred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardgen.display import Color, Mark, Text
from cardgen.guide.model import Span
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    block_height,
    glyph_count,
    line_width,
    place_line,
    place_lines,
    set_inline,
    whole_width,
)
from cardgen.theme.type import Style, TypeStyle
from cardgen.typeset.linebreak import break_lines, count_lines
from cardgen.typeset.prepare import WIDEST, Piece, Prepared, prepare
from cardgen.typeset.tidy import tidy

STEP = 0.25
"""Sizes are tried so far apart, in points."""
LEADING = 1.32
TOLERANCE = 1e-6
"""Rounding, in em."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How words are set, apart from their size."""

    style: Style
    color: Color
    leading: float = LEADING
    """Times the size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What words may take."""

    width: float
    """In points."""
    lines: int = 1
    least: float
    """The least size, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words in their size; lengths in points."""

    text: Prepared
    setting: Setting

    @property
    def width(self) -> float:
        """On one line."""
        tracking = self.setting.tracking
        tracked = tracking * (glyph_count(self.text) - 1) if tracking else 0.0
        return (whole_width(self.text) + tracked) * self.setting.size

    @property
    def widest(self) -> float:
        """Of the widest word."""
        return self.text.widest * self.setting.size

    @property
    def cap(self) -> float:
        """The height of its capitals."""
        return self.setting.cap * self.setting.size

    def inked(self, color: Color) -> Phrase:
        """Return it in another colour."""
        return replace(self, setting=replace(self.setting, color=color))

    def count(self, width: float) -> int:
        """Return how many lines it takes in a width."""
        return count_lines(self.text, width / self.setting.size + TOLERANCE)

    def height(self, width: float) -> float:
        """Return how high it is in a width, from the first cap line to the last baseline."""
        return block_height(self.count(width), self.cap, self.setting.leading)

    def left(self, x: float, y: float, mark: Mark) -> tuple[Text, ...]:
        """Place it on one line that starts at `x`, its cap line at `y`."""
        return place_line(self.text, self.setting, Slot(x, y), mark)

    def right(self, x: float, y: float, mark: Mark) -> tuple[Text, ...]:
        """Place it on one line that ends at `x`."""
        return self.left(x - self.width, y, mark)

    def centred(self, x: float, y: float, mark: Mark) -> tuple[Text, ...]:
        """Place it on one line with its middle at `x`."""
        return self.left(x - self.width / 2, y, mark)

    def within(self, slot: Slot, mark: Mark) -> tuple[Text, ...]:
        """Place it on as many lines as it takes in the slot's width."""
        lines = break_lines(self.text, slot.width / self.setting.size + TOLERANCE)
        return place_lines(self.text, lines, self.setting, slot, mark)

    def on_lines(self, broken: Sequence[tuple[float, tuple[int, int]]], slot: Slot, mark: Mark) -> tuple[Text, ...]:
        """Place it on the lines into which it was broken."""
        return place_lines(self.text, tuple(line for _, line in broken), self.setting, slot, mark)

    def broken(self, width: float) -> list[tuple[float, tuple[int, int]]]:
        """Return the lines that it takes in a width, each after its own width."""
        lines = break_lines(self.text, width / self.setting.size + TOLERANCE)
        return [(line_width(self.text, *line) * self.setting.size, line) for line in lines]


def set_phrase(words: str, type_: Type, size: float, kit: Kit, *, language: str = "") -> Phrase:
    """Set words, tidied, in one style."""
    return set_spans((Span(text=words),), type_, size, kit, language=language)


def set_spans(spans: Sequence[Span], type_: Type, size: float, kit: Kit, *, language: str = "") -> Phrase:
    """Set running text, some of which may be bold."""
    text = set_inline(tuple(spans), kit.case, language=language or kit.words.language, plain=type_.style)
    return Phrase(text=text, setting=setting_of(type_, size, kit))


def set_figures(words: str, type_: Type, size: float, kit: Kit) -> Phrase:
    """Set figures to the letter: hyphens of a tempo are no dashes."""
    return Phrase(text=prepare([Piece(words, type_.style)], kit.case), setting=setting_of(type_, size, kit))


def setting_of(type_: Type, size: float, kit: Kit) -> Setting:
    """Return how words are set in a size."""
    return Setting(size=size, leading=type_.leading * size, cap=kit.cap(type_.style), color=type_.color)


def fit_phrase(words: str, type_: Type, size: float, room: Room, kit: Kit, *, language: str = "") -> Phrase:
    """Set words as large as they may be to take no more lines than there is room for.

    At the least size they take as many lines as they need, and a word that is too wide is hyphenated.
    """
    phrase = set_phrase(words, type_, size, kit, language=language)
    while phrase.setting.size > room.least and phrase.count(room.width) > room.lines:
        phrase = resized(phrase, max(phrase.setting.size - STEP, room.least))
    if phrase.widest <= room.width:
        return phrase
    measure = min(WIDEST, room.width / phrase.setting.size)
    language = language or kit.words.language
    text = prepare([Piece(tidy(words, language=language), type_.style)], kit.case, widest=measure, language=language)
    return replace(phrase, text=text)


def type_of(style: TypeStyle, kit: Kit) -> Type:
    """Return how words in a style are set, apart from their size."""
    return Type(style=style.face, color=kit.theme.color(style.tone), leading=style.leading)


def size_of(style: TypeStyle, kit: Kit, size: float = 0.0) -> float:
    """Return the size of a style on a card; of another one for A5, where it is given."""
    return kit.measures.small(size or style.size, style.least)


def resized(phrase: Phrase, size: float) -> Phrase:
    """Return the phrase in another size."""
    setting = phrase.setting
    leading = setting.leading / setting.size * size
    return replace(phrase, setting=replace(setting, size=size, leading=leading))
