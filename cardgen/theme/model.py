"""The colours of a card as one value, and those that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from cardgen.display import Color
from cardgen.theme.colour import apart, contrast, hue, mix, nearest_passing, saturation
from cardgen.theme.surface import SPARING, USUAL, WEIGHTS, BoxColors, Display, LineArt, Surface, Weights
from cardgen.theme.type import Tone
from cardgen.values.use import Head, Ink

PLATE_GRAY = Color.from_hex("#7d8a90")
"""Of plates in outline beside a black body."""
BLACK = Color.from_hex("#000000")
PALE_TITLE = Color.from_hex("#666666")
"""5.7 to 1 on white at three fifths of the toner."""
NEUTRAL, DARK_BAND = Color.from_hex("#22262a"), Color.from_hex("#1d1f21")
"""Of bodies where the band is too light for them, and of a dark head where the band is light."""
NEAR_CONTRAST = 12.5
"""White on a colour that bodies may have."""
TEXT_CONTRAST, SIGN_CONTRAST = 4.5, 3.0
"""Least contrast of text, WCAG 2.2, 1.4.3, and of large text and signs, 1.4.11."""
WORKED_CONTRAST = 4.0
"""A muscle at work on its body: lighter, and the strongest of the three."""
SET_OFF = 1.5
"""A station's square with less contrast to the band beside it is not seen as one."""
HARDLY = 1.05
"""A band with less contrast to the paper is none."""
SIGNALS, SIGNAL_REACH, GREY = (4.0, 153.0), 25.0, 0.12
"""Hues of mistakes and tips, in degrees; a brand so near is taken for one, unless it is less saturated than this."""
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
    brand: Color | None = None
    """The colour that the theme is made of: the only one that may be a light band."""
    head_style: Head = Head.BRAND

    def headed(self, head: Head) -> Theme:
        """Return the theme with another head, from its colours in full."""
        light = contrast(self.paper, self.band) < TEXT_CONTRAST
        return replace(self, head_style=head, band=DARK_BAND if light and head is Head.DARK else self.band)

    def inked(self, ink: Ink) -> Theme:
        """Return the theme for another amount of ink, from its colours in full."""
        match ink:
            case Ink.FULL:
                return self
            case Ink.LOW:
                boxes = {name: replace(getattr(self, name), ground=self.paper) for name in BOXES}
                band, brand = self.band, self.brand
            case Ink.MONO:
                boxes = dict.fromkeys(BOXES, BoxColors(ground=self.paper, sign=BLACK, heading=BLACK))
                band, brand = BLACK, None
        return replace(
            self, mode=ink, band=band, brand=brand, ink=BLACK, lead=BLACK, muted=BLACK, hairline=BLACK,
            code=BLACK, **boxes,
        )  # fmt: skip

    @property
    def near(self) -> Color:
        """The dark colour of bodies, and of what is dark where the band is light."""
        return self.band if contrast(self.paper, self.band) >= NEAR_CONTRAST else NEUTRAL

    @property
    def clashes(self) -> bool:
        """Whether the brand would be taken for the red of mistakes or the green of tips."""
        if self.brand is None or self.brand == self.near or saturation(self.brand) < GREY:
            return False
        return any(apart(hue(self.brand), signal) <= SIGNAL_REACH for signal in SIGNALS)

    @property
    def head(self) -> Color | None:
        """The ground of the header; None for white over a rule in the band's colour."""
        if self.mode is Ink.LOW or self.head_style is Head.WHITE or contrast(self.band, self.paper) < HARDLY:
            return None
        return self.band

    @property
    def on_head(self) -> Color:
        """White on a band, or black on a light one."""
        return self.paper if contrast(self.paper, self.band) >= TEXT_CONTRAST else BLACK

    @property
    def title(self) -> Color:
        """The title, in the header."""
        if self.head is None and self.mode is Ink.FULL:
            return self.band if contrast(self.band, self.paper) >= TEXT_CONTRAST else self.near
        return self.on_head if self.head else self.ink

    @property
    def eyebrow(self) -> Color:
        """What stands above the title: the accent where it can be read there."""
        if self.mode is not Ink.FULL:
            return self.on_head if self.head else self.ink
        if self.head is None:
            return self.muted
        return self.accent if contrast(self.accent, self.band) >= TEXT_CONTRAST else self.on_head

    @property
    def on_band(self) -> Color:
        """Text of the header that is not the title."""
        if self.mode is not Ink.FULL or self.head is None:
            return self.on_head if self.head else self.heading
        return self.beside_title

    @property
    def beside_title(self) -> Color:
        """The band with 84 % of the title's colour, where that can be read on it."""
        mixed = mix(self.band, self.on_head, 0.84)
        return mixed if contrast(mixed, self.band) >= TEXT_CONTRAST else self.on_head

    @property
    def heading(self) -> Color:
        """Names of steps, headings and bold words, on white: the band, where it can be read and means no more."""
        if self.mode is not Ink.FULL:
            return self.ink
        return self.near if self.clashes or contrast(self.band, self.paper) < TEXT_CONTRAST else self.band

    @property
    def line(self) -> Color:
        """Rules and outlines on white: the band, where it is seen."""
        return self.near if self.clashes or contrast(self.band, self.paper) < SIGN_CONTRAST else self.band

    @property
    def head_rule(self) -> Color:
        """The rule under a white head: the band, unless it is as light as the paper."""
        return self.band if contrast(self.band, self.paper) >= HARDLY else self.near

    @property
    def card_title(self) -> Color:
        """The title of a card, which is as large in low ink as in full."""
        return PALE_TITLE if self.mode is Ink.LOW else self.title

    @property
    def disc(self) -> Surface:
        """A step's number."""
        match self.mode:
            case Ink.FULL:
                return self._marked
            case Ink.LOW:
                return Surface(fill=None, edge=self.line, words=self.ink)
            case Ink.MONO:
                return Surface(fill=self.band, edge=None, words=self.paper)

    @property
    def _accented(self) -> Color:
        """A ground in the accent; a neutral one where that would be taken for a sign."""
        return self.near if self.clashes else self.accent

    @property
    def _marked(self) -> Surface:
        """The same, with the words on it."""
        dark = self.near if contrast(self.accent, self.near) >= TEXT_CONTRAST else BLACK
        return Surface(fill=self._accented, edge=None, words=self.paper if self.clashes else dark)

    @property
    def accent_ink(self) -> Color:
        """Small text in the accent, on white, as dark as it must be; that of headings in a brand, and where ink is saved."""
        if self.mode is not Ink.FULL or self.brand is not None:
            return self.heading
        return _darkened(self.accent, self.paper)

    @property
    def bar(self) -> Color:
        """The bar over a heading: the accent, darker where it would vanish on white; black where ink is saved."""
        if self.mode is not Ink.FULL:
            return self.line
        if self.clashes:
            return self.near
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
            return Surface(fill=None, edge=self.ink, words=self.heading)
        return Surface(fill=self.head, edge=None, words=self.title)

    @property
    def foot(self) -> Surface:
        """The band at the foot of a booklet's cover."""
        if self.mode is Ink.FULL and self.head:
            return Surface(fill=self.band, edge=None, words=self.on_head)
        return Surface(fill=self.paper, edge=self.line, words=self.heading)

    @property
    def on_foot(self) -> Color:
        """Words of that band that are not a name."""
        return self.on_band if self.mode is Ink.FULL and self.head else self.ink

    @property
    def blank(self) -> Surface:
        """What is written in."""
        return Surface(fill=self.paper, edge=self.outline, words=self.ink)

    @property
    def chosen(self) -> Surface:
        """The part of a scale that holds; without a ground its outline is strong."""
        match self.mode:
            case Ink.FULL:
                return replace(self._marked, edge=self.heading)
            case Ink.LOW:
                return Surface(fill=None, edge=self.ink, words=self.ink)
            case Ink.MONO:
                return Surface(fill=self.ink, edge=self.ink, words=self.paper)

    @property
    def main(self) -> Color:
        """The part of a bar that matters most."""
        return self._accented if self.mode is Ink.FULL else self.line

    @property
    def point(self) -> Color:
        """A point on a line that is drawn."""
        return self._accented if self.mode is Ink.FULL else self.paper

    @property
    def station(self) -> tuple[Color | None, Color]:
        """The ground of a station's number and the number; None for white."""
        match self.mode:
            case Ink.FULL:
                found = ((self._accented, self._marked.words), (self.near, self.paper), (self.paper, self.near))
                return next(pair for pair in found if self.head is None or contrast(pair[0], self.head) >= SET_OFF)
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
        return mix(self.paper, self.near, TINT) if self.mode is Ink.FULL else None

    @property
    def spoken(self) -> Color:
        """The ground on which the trainer speaks."""
        if self.mode is not Ink.FULL:
            return self.paper
        return mix(self.paper, self.near, TINT) if self.clashes else mix(self.paper, self.accent, SPOKEN_TINT)

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
        return self.bar

    @property
    def spoken_line(self) -> Color:
        """What parts lines on that ground."""
        return mix(self.spoken, self.bar, SPOKEN_LINE) if self.mode is Ink.FULL else self.ink

    @property
    def on_top(self) -> Surface:
        """The head of a card: a ground, or white over an edge at its foot."""
        return Surface(fill=self.head, edge=None if self.head else self.head_rule, words=self.title)

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
        return Surface(fill=self.paper, edge=self.line, words=self.heading)

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
        return LineArt(outline=self.ink, main=self.line, plate=self.ink if self.one_ink else PLATE_GRAY)

    @property
    def drawn_on_top(self) -> LineArt | None:
        """The same in the head of a card."""
        return LineArt(outline=self.paper, main=self.paper, plate=self.paper) if self.one_ink else self.drawn

    @property
    def plated(self) -> bool:
        """Whether a map on the band is made of plates a little lighter than it: a band that is dark enough for that."""
        return self.band == self.near and contrast(self.accent, self.plate) >= SIGN_CONTRAST

    @property
    def body(self) -> Color:
        """The outline of the body on a dark band."""
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
