"""Equipment, level and title in, broken and sized out: what stands first in every head."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cardgen.compose import Card
from cardgen.display import Mark, Text
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    balance,
    block_height,
    capitals,
    flush,
    glyph_count,
    has_accents,
    line_width,
    place_lines,
    set_text,
    whole_width,
)
from cardgen.theme.type import CARD_EYEBROW, CARD_TITLE_LEADING, Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared

ACCENT = 0.3
"""How far an accent may stand above a capital, in em: two of them in Vietnamese."""
ASCENT = 0.06
"""How far letters such as h and l stand above capitals, in em."""
EYEBROW_GAP = 3.1
"""From the eyebrow's baseline to the title, in sheet units."""
TITLE_SIZES: dict[int, tuple[float, float]] = {1: (54.0, 24.0), 2: (36.0, 24.0), 3: (27.0, 19.0), 4: (20.0, 13.0)}
"""Greatest and least size in points on A5 by the number of lines."""
LINE_WORTH = 0.86
"""What a title is worth with each line more: it is parted for letters that are larger by a sixth, not for a point or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title, broken and sized."""

    text: Prepared
    lines: Lines
    size: float
    rise: float
    """How far accents of its capitals may stand above the first cap line, beyond the gap over it."""
    drop: float = 0.0
    """How far its last line's descenders stand below the baseline."""

    @property
    def worth(self) -> float:
        """What it does for a reader across the room, in points."""
        return self.size * LINE_WORTH ** (len(self.lines) - 1)

    def height(self, cap: float) -> float:
        """From the top of its accents, or its first cap line, to the last baseline."""
        return self.rise + block_height(len(self.lines), cap * self.size, CARD_TITLE_LEADING * self.size)

    def resized(self, size: float) -> Title:
        """Return it in another size, on the same lines."""
        part = size / self.size
        return replace(self, size=size, rise=self.rise * part, drop=self.drop * part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyebrow:
    """Equipment and level, in capitals; on one line unless they are very long."""

    text: Prepared
    lines: Lines
    size: float

    def height(self, cap: float) -> float:
        """From the top of its accents, or its first cap line without any, to the last baseline."""
        return self.rise + block_height(len(self.lines), cap * self.size, CARD_EYEBROW.leading * self.size)

    @property
    def width(self) -> float:
        """Of one line, in points."""
        return (whole_width(self.text) + CARD_EYEBROW.tracking * glyph_count(self.text)) * self.size

    @property
    def rise(self) -> float:
        """How far accents stand above the cap line."""
        return ACCENT * self.size if has_accents("".join(unit.text for unit in self.text.units)) else 0.0


def broken(text: Prepared, count: int) -> tuple[Lines, float]:
    """Break a title evenly into at most so many lines; return them and the width of the widest, in em."""
    lines = balance(text, count)
    return lines, max(line_width(text, start, end) for start, end in lines)


def drop_of(text: Prepared, lines: Lines, kit: Kit) -> float:
    """Return how far the last line stands below its baseline, in em."""
    start, end = lines[-1]
    return max((kit.case.descent(run) for unit in text.units[start:end] for run in unit.runs), default=0.0)


def accent_of(text: Prepared) -> float:
    """Return how far accents stand above the capitals of a title, in em."""
    large = "".join(letter for unit in text.units for letter in unit.text if letter.isupper())
    return ACCENT if has_accents(large) else 0.0


def eyebrow_for(card: Card, column: float, kit: Kit, largest: float = CARD_EYEBROW.size) -> Eyebrow | None:
    """Return the eyebrow of a card, at most so large (in points on A5); None where there is nothing to say."""
    return fit_eyebrow(card, column, (kit.measures.small(largest), kit.measures.small(CARD_EYEBROW.least)), kit)


def fit_eyebrow(card: Card, column: float, sizes: tuple[float, float], kit: Kit) -> Eyebrow | None:
    """Return the eyebrow of a card between a greatest and a least size in points, at which it takes more lines."""
    if not card.eyebrow:
        return None
    words = " · ".join(capitals(part, card.language) for part in card.eyebrow)
    text = set_text(words, kit.case, Style.EYEBROW, language=card.language)
    wide = whole_width(text) + CARD_EYEBROW.tracking * glyph_count(text)
    size, least = min(sizes[0], column / wide), sizes[1]
    if size >= least:
        return Eyebrow(text=text, lines=((0, len(text.units)),), size=size)
    return Eyebrow(text=text, lines=break_lines(text, column / least * whole_width(text) / wide), size=least)


def place_eyebrow(eyebrow: Eyebrow, x: float, y: float, kit: Kit, mark: Mark) -> tuple[Text, ...]:
    """Place an eyebrow with the top of its accents, or its first cap line, at `y`."""
    setting = Setting(
        size=eyebrow.size,
        leading=CARD_EYEBROW.leading * eyebrow.size,
        cap=kit.cap(Style.EYEBROW),
        color=kit.theme.eyebrow,
        tracking=CARD_EYEBROW.tracking,
    )
    return flush(place_lines(eyebrow.text, eyebrow.lines, setting, Slot(x, y + eyebrow.rise), mark), kit.case)


def place_title(title: Title, x: float, y: float, kit: Kit, mark: Mark) -> tuple[Text, ...]:
    """Place a title with the top of its accents, or its first cap line, at `y`."""
    setting = Setting(
        size=title.size, leading=CARD_TITLE_LEADING * title.size, cap=kit.cap(Style.DISPLAY), color=kit.theme.title
    )
    return flush(place_lines(title.text, title.lines, setting, Slot(x, y + title.rise), mark), kit.case)
