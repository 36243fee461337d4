"""The colours of a card as one value, and those that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from cardgen.display import Color
from cardgen.theme.colour import contrast, mix, nearest_passing
from cardgen.theme.type import Tone
from cardgen.values.use import Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxColors:
    """The colours of one kind of box."""

    ground: Color
    sign: Color
    """Bar and icons."""
    heading: Color


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What sets something off from the paper: a ground, an outline or both, and the words on it."""

    fill: Color | None
    edge: Color | None
    words: Color


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How heavy lines and bars are that cost ink, in sheet units."""

    bar: float = 1.2
    """At the left of a box."""
    box: float = 0.0
    """Of its outline; 0 where its ground sets it off. In low ink it costs as much as the text of two steps."""
    foot: float = 0.25
    """Of the rule over the foot of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """How large titles are: one in low ink has more ink than all else on a white head."""

    share: float = 1.0
    """As a part of their usual size, on a card."""
    far: float = 1.0
    """The same on a poster."""
    over: float = 1.0
    """How many times the size of the body a title is at least, as a part of the usual."""
    most: float = inf
    """The ink that it may have: its letters times the square of their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineArt:
    """A body that is drawn in lines: what works is solid, what helps is hatched."""

    outline: Color
    main: Color
    plate: Color
    """The outline of a muscle at rest, a hairline."""


WEIGHTS = {Ink.FULL: Weights(), Ink.LOW: Weights(bar=0.4, box=0.13, foot=0.14), Ink.MONO: Weights(box=0.35)}
USUAL, SPARING = Display(), Display(share=0.56, far=0.8, over=0.8, most=8000.0)
PLATE_GRAY = Color.from_hex("#7d8a90")
"""Of plates in outline beside a black body."""
BLACK = Color.from_hex("#000000")
OUTLINE = Color.from_hex("#7b8b90")
"""3.5 to 1 on white; the least that WCAG 2.2, 1.4.11, asks of what is written in is 3."""
TINT, SPOKEN_TINT, SPOKEN_LINE = 0.07, 0.16, 0.55
"""How much of the band's colour the first of these grounds has, and of the accent's the second and the lines on it."""
INK_CONTRAST = 5.5
"""Of small coloured text with the paper: more than the 4.5 of WCAG AA, for print is duller than a screen."""
BAR_CONTRAST = 1.5
"""Decoration need not be read, but it must be seen; the built-in accents have 1.6 and more."""
BOXES = ("tips", "mistakes", "safety", "breathing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """All colours of a card."""

    name: str
    band: Color
    accent: Color
    tips: BoxColors
    mistakes: BoxColors
    safety: BoxColors
    breathing: BoxColors
    """Of breathing and of boxes of no special kind."""
    ink: Color = Color.from_hex("#1b1f24")
    lead: Color = Color.from_hex("#3d4650")
    muted: Color = Color.from_hex("#5b656f")
    hairline: Color = Color.from_hex("#cfd6da")
    paper: Color = Color.from_hex("#ffffff")
    code: Color = BLACK
    mode: Ink = Ink.FULL

    def inked(self, ink: Ink) -> Theme:
        """Return the theme for another amount of ink, from its colours in full."""
        match ink:
            case Ink.FULL:
                return self
            case Ink.LOW:
                boxes = {name: replace(getattr(self, name), ground=self.paper, heading=BLACK) for name in BOXES}
                band = self.band
            case Ink.MONO:
                boxes = dict.fromkeys(BOXES, BoxColors(ground=self.paper, sign=BLACK, heading=BLACK))
                band = BLACK
        return replace(
            self, mode=ink, band=band, ink=BLACK, lead=BLACK, muted=BLACK, hairline=BLACK, code=BLACK, **boxes
        )

    @property
    def head(self) -> Color | None:
        """The ground of the header; None for white over a rule in the band's colour."""
        return None if self.mode is Ink.LOW else self.band

    @property
    def title(self) -> Color:
        """The title, in the header."""
        return self.ink if self.mode is Ink.LOW else self.paper

    @property
    def eyebrow(self) -> Color:
        """What stands above the title."""
        return self.accent if self.mode is Ink.FULL else self.title

    @property
    def on_band(self) -> Color:
        """Text of the header that is not the title: the band with 84 % white."""
        return mix(self.band, self.paper, 0.84) if self.mode is Ink.FULL else self.title

    @property
    def heading(self) -> Color:
        """Names of steps, headings and bold words, on white."""
        return self.band if self.mode is Ink.FULL else self.ink

    @property
    def disc(self) -> Surface:
        """A step's number."""
        match self.mode:
            case Ink.FULL:
                return Surface(fill=self.accent, edge=None, words=self.band)
            case Ink.LOW:
                return Surface(fill=None, edge=self.band, words=self.ink)
            case Ink.MONO:
                return Surface(fill=self.band, edge=None, words=self.paper)

    @property
    def accent_ink(self) -> Color:
        """Small text in the accent, on white: as dark as it must be; black where ink is saved."""
        return _darkened(self.accent, self.paper) if self.mode is Ink.FULL else self.ink

    @property
    def bar(self) -> Color:
        """The bar over a heading: the accent, darker where it would vanish on white; black where ink is saved."""
        if self.mode is not Ink.FULL:
            return self.band
        return self.accent if contrast(self.accent, self.paper) >= BAR_CONTRAST else self.accent_ink

    def color(self, tone: Tone) -> Color:
        """Return the colour of words."""
        found: Color = getattr(self, tone.value)
        return found

    @property
    def numeral(self) -> Color:
        """The number of a step, on its disc."""
        return self.disc.words

    @property
    def tile(self) -> Surface:
        """What has the look of a card's head: the tile of a day, the foot of a program's cover."""
        if self.head is None:
            return Surface(fill=None, edge=self.ink, words=self.title)
        return Surface(fill=self.head, edge=None, words=self.title)

    @property
    def foot(self) -> Surface:
        """The band at the foot of a booklet's cover."""
        if self.mode is Ink.FULL:
            return Surface(fill=self.band, edge=None, words=self.paper)
        return Surface(fill=self.paper, edge=self.band, words=self.ink)

    @property
    def on_foot(self) -> Color:
        """Words of that band that are not a name."""
        return self.on_band if self.mode is Ink.FULL else self.ink

    @property
    def blank(self) -> Surface:
        """What is written in."""
        return Surface(fill=self.paper, edge=self.outline, words=self.ink)

    @property
    def chosen(self) -> Surface:
        """The part of a scale that holds; without a ground its outline is strong."""
        match self.mode:
            case Ink.FULL:
                return Surface(fill=self.accent, edge=self.band, words=self.band)
            case Ink.LOW:
                return Surface(fill=None, edge=self.ink, words=self.ink)
            case Ink.MONO:
                return Surface(fill=self.ink, edge=self.ink, words=self.paper)

    @property
    def main(self) -> Color:
        """The part of a bar that matters most."""
        return self.accent if self.mode is Ink.FULL else self.band

    @property
    def point(self) -> Color:
        """A point on a line that is drawn."""
        return self.accent if self.mode is Ink.FULL else self.paper

    @property
    def station(self) -> tuple[Color | None, Color]:
        """The ground of a station's number and the number; None for white."""
        match self.mode:
            case Ink.FULL:
                return self.accent, self.band
            case Ink.LOW:
                return None, self.ink
            case Ink.MONO:
                return self.paper, self.ink

    def tab(self, color: Color) -> Color:
        """Return the ground of a tab in a group's colour."""
        return color if self.mode is Ink.FULL else BLACK

    @property
    def tile_edge(self) -> Color | None:
        """The outline of the code's tile; None where its ground sets it off."""
        return self.ink if self.mode is Ink.LOW else None

    @property
    def tint(self) -> Color | None:
        """The ground of headings in tables; None for white between rules."""
        return mix(self.paper, self.band, TINT) if self.mode is Ink.FULL else None

    @property
    def spoken(self) -> Color:
        """The ground on which the trainer speaks."""
        return mix(self.paper, self.accent, SPOKEN_TINT) if self.mode is Ink.FULL else self.paper

    @property
    def outline(self) -> Color:
        """The edge of what is written in."""
        return self.ink if self.mode is Ink.MONO else OUTLINE

    @property
    def faint(self) -> tuple[Color, Color]:
        """LineArt and half lines to draw on; in one ink they differ by their weight alone."""
        if self.mode is Ink.MONO:
            return self.ink, self.ink
        return mix(self.paper, OUTLINE, 0.60), mix(self.paper, OUTLINE, 0.30)

    @property
    def strip_edge(self) -> Color:
        """The rule at the foot of such a ground that is as wide as the sheet."""
        return self.accent if self.mode is Ink.FULL else self.band

    @property
    def spoken_line(self) -> Color:
        """What parts lines on that ground."""
        return mix(self.spoken, self.accent, SPOKEN_LINE) if self.mode is Ink.FULL else self.ink

    @property
    def on_top(self) -> Surface:
        """The head of a card: a ground, or white over an edge at its foot."""
        return Surface(fill=self.head, edge=None if self.head else self.band, words=self.title)

    @property
    def stage(self) -> Color:
        """What pictures in the head stand on."""
        return self.head or self.paper

    @property
    def side(self) -> Color | None:
        """The side of a card across, which runs on from its head; None where its boxes stand on white."""
        return self.band if self.mode is Ink.FULL else None

    @property
    def framed(self) -> Surface:
        """What stands on white in a frame."""
        return Surface(fill=self.paper, edge=self.band, words=self.heading)

    @property
    def weights(self) -> Weights:
        """Of lines and bars."""
        return WEIGHTS[self.mode]

    @property
    def display(self) -> Display:
        """Of titles."""
        return SPARING if self.mode is Ink.LOW else USUAL

    @property
    def one_ink(self) -> bool:
        """Whether nothing is told apart by its colour, and nothing is grey."""
        return self.mode is Ink.MONO

    @property
    def has_photographs(self) -> bool:
        """Whether they are printed: in low ink they would take more than all else."""
        return self.mode is not Ink.LOW

    @property
    def drawn(self) -> LineArt | None:
        """A body in lines, on white; None where it is filled."""
        if self.mode is Ink.FULL:
            return None
        return LineArt(outline=self.ink, main=self.band, plate=self.ink if self.one_ink else PLATE_GRAY)

    @property
    def drawn_on_top(self) -> LineArt | None:
        """The same in the head of a card."""
        return LineArt(outline=self.paper, main=self.paper, plate=self.paper) if self.one_ink else self.drawn

    @property
    def body(self) -> Color:
        """The outline of the body on the band."""
        return mix(self.band, self.paper, 0.10)

    @property
    def plate(self) -> Color:
        """A muscle at rest; one at work has the accent."""
        return mix(self.band, self.paper, 0.24)

    @property
    def helping(self) -> Color:
        """A muscle that helps."""
        return mix(self.plate, self.accent, 0.52)


@lru_cache(maxsize=64)
def _darkened(color: Color, ground: Color) -> Color:
    return nearest_passing(color, lambda tried: contrast(tried, ground) >= INK_CONTRAST)
