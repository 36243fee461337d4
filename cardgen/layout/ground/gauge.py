"""A ruler and a kit in, words in a named style out, as large as they are on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.display import Color, Role
from cardgen.guide.model import Span
from cardgen.layout.ground.blanks import OpenFigures, fit_open
from cardgen.layout.ground.box import Frame, ground, read, says, words
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, Room, fit_phrase, set_figures, type_of
from cardgen.layout.ground.ruler import Ruler, floors_of
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Setting, Slot, set_inline
from cardgen.theme import Theme
from cardgen.theme.type import SECTION, TypeStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge(Ruler):
    """What a page is measured and set with."""

    kit: Kit

    @property
    def theme(self) -> Theme:
        """Its colours."""
        return self.kit.theme

    @property
    def left(self) -> float:
        """The x of the left margin."""
        return self.kit.measures.margin

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.kit.measures.text_width

    @property
    def right(self) -> float:
        """The x of the right margin."""
        return self.left + self.width

    def setting(self, style: TypeStyle, size: float = 0.0) -> Setting:
        """Return how words in a style are set; in a size in points where one is given, as in all that follow."""
        size = size or self.size(style)
        return Setting(
            size=size,
            leading=style.leading * size,
            cap=self.kit.cap(style.face),
            color=self.theme.color(style.tone),
            strong=self.theme.color(style.strong) if style.strong else None,
            tracking=style.tracking,
        )

    def phrase(self, said: str, style: TypeStyle, *, size: float = 0.0, language: str = "") -> Phrase:
        """Set words."""
        return self.spans((Span(text=said),), style, size=size, language=language)

    def spans(self, spans: Sequence[Span], style: TypeStyle, *, size: float = 0.0, language: str = "") -> Phrase:
        """Set running text, some of which may be bold."""
        text = set_inline(tuple(spans), self.kit.case, language=language or self.kit.words.language, plain=style.face)
        return Phrase(text=text, setting=self.setting(style, size))

    def figures(self, said: str, style: TypeStyle, *, size: float = 0.0) -> Phrase:
        """Set figures to the letter: hyphens of a tempo are no dashes."""
        return set_figures(said, type_of(style, self.kit), size or self.size(style), self.kit)

    def fit(
        self, said: str, style: TypeStyle, width: float, *, lines: int = 1, least: float = 0.0, language: str = ""
    ) -> Phrase:
        """Set words smaller where they are too long for so many lines, down to a least size in points or that of their style."""
        room = Room(width=width, lines=lines, least=least or self.least_of(style))
        return fit_phrase(said, type_of(style, self.kit), self.size(style), room, self.kit, language=language)

    def fit_open(self, said: str, style: TypeStyle, width: float) -> Phrase | OpenFigures:
        """Set words on one line, a box in place of each blank."""
        room = Room(width=width, least=self.least_of(style))
        return fit_open(said, type_of(style, self.kit), self.size(style), room, self.kit)

    def words(self, said: str, style: TypeStyle, width: float = 0.0) -> Frame:
        """Frame words, on one line where no width is given."""
        return words(self.phrase(said, style), width)

    def fitted(self, said: str, style: TypeStyle, width: float, *, lines: int = 1) -> Frame:
        """Frame words that are smaller where they are long."""
        return words(self.fit(said, style, width, lines=lines), width)

    def section(self, said: str) -> Frame:
        """Frame the heading of a section."""
        return read(self.words(said, SECTION), says(Role.SECTION_HEADING))

    def ruled(self, frame: Frame, weight: float, color: Color, *, indent: float = 0.0, width: float = 0.0) -> Frame:
        """Return a frame under a rule of a weight in units: as wide as the page, or so wide, or starting further right."""
        wide = width or self.width - indent
        path = self.across(weight), color
        return ground(frame, lambda rect: (rule(Slot(rect.x + indent, rect.y, wide), *path),))


def gauge_of(kit: Kit, stretch: float = 1.0) -> Gauge:
    """Return the gauge of a booklet's own pages; running text is so much larger than usual."""
    least, running, finest = floors_of(kit.measures, stretch)
    return Gauge(kit=kit, unit=kit.measures.unit, stretch=stretch, least=least, running=running, finest=finest)
