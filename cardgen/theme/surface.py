"""What a theme is made of: grounds, outlines, the weight of lines and the size of titles."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from cardgen.display import Color
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


WEIGHTS = {Ink.FULL: Weights(), Ink.LOW: Weights(box=0.21, foot=0.14), Ink.MONO: Weights(box=0.35)}
USUAL, SPARING = Display(), Display(share=0.56, far=0.8, over=0.8, most=8000.0)
