"""A theme in, every pair of text and ground, and of sign and ground, that a card puts together out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from cardgen.display import Color
from cardgen.theme.colour import contrast
from cardgen.theme.model import BOXES, SIGN_CONTRAST, TEXT_CONTRAST, WORKED_CONTRAST, Theme
from cardgen.theme.stage import HELPING_CONTRAST, stage_colors
from cardgen.theme.surface import BoxColors

AA_TEXT, AA_LARGE = TEXT_CONTRAST, SIGN_CONTRAST
NEAR_ON_STAGE = 10.5
"""Of bodies, which are seen from three metres."""

PARTS = ("ground", "heading", "sign")
"""Of a box, in the order in which they are judged: the first is the ground of the others."""
KEYS = ("band", "accent", *(f"{box}.{part}" for box in BOXES for part in PARTS))
"""The colours that a theme file may give, each judged against those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two colours that meet on a card."""

    over: str
    """What is read, in words."""
    ground: str
    colors: tuple[Color, Color]
    least: float

    @property
    def ratio(self) -> float:
        """The contrast of the two."""
        return contrast(*self.colors)

    @property
    def passes(self) -> bool:
        """Whether the contrast suffices."""
        return self.ratio >= self.least


def pairs(theme: Theme) -> tuple[Pair, ...]:
    """Return every pair of a theme."""
    return (*_of_paper(theme), *_of_stage(theme), *(pair for key in KEYS for pair in pairs_of(theme, key)))


def pairs_of(theme: Theme, key: str) -> tuple[Pair, ...]:
    """Return the pairs that one colour makes with those judged before it."""
    match key:
        case "band":
            return tuple(_of_band(theme))
        case "accent":
            return tuple(_of_accent(theme))
    name, _, part = key.partition(".")
    return tuple(_of_box(theme, name, part))


def color_at(theme: Theme, key: str) -> Color:
    """Return the colour that a key names."""
    name, _, part = key.partition(".")
    found = getattr(theme, name)
    color: Color = getattr(found, part) if part else found
    return color


def with_color(theme: Theme, key: str, color: Color) -> Theme:
    """Return the theme with another colour at a key."""
    name, _, part = key.partition(".")
    changed: Any = replace(getattr(theme, name), **{part: color}) if part else color
    changes = {name: changed}
    return replace(theme, **changes)


def passing_at(theme: Theme, key: str) -> Callable[[Color], bool]:
    """Return the judge of colours for a key."""
    return lambda color: all(pair.passes for pair in pairs_of(with_color(theme, key, color), key))


def _of_paper(theme: Theme) -> Iterator[Pair]:
    for over, color in (
        ("text", theme.ink),
        ("the lead", theme.lead),
        ("the foot", theme.muted),
        ("a code", theme.code),
    ):
        yield Pair(over=over, ground="paper", colors=(color, theme.paper), least=AA_TEXT)


def _of_band(theme: Theme) -> Iterator[Pair]:
    if theme.band == theme.brand:  # its words are black where it is light
        yield Pair(over="the title", ground="it", colors=(theme.on_head, theme.band), least=AA_TEXT)
    else:
        yield Pair(over="the white title", ground="it", colors=(theme.paper, theme.band), least=AA_TEXT)
    yield Pair(over="the text of the header", ground="it", colors=(theme.beside_title, theme.band), least=AA_TEXT)
    yield Pair(
        over="what stands above the title",
        ground="it",
        colors=(theme.eyebrow, theme.head or theme.paper),
        least=AA_TEXT,
    )
    yield Pair(over="a step's name", ground="white", colors=(theme.heading, theme.paper), least=AA_TEXT)
    if theme.band == theme.near:
        # White is the lightest of all accents: where it cannot be told from a plate, none can.
        yield Pair(
            over="the lightest accent", ground="a muscle at rest", colors=(theme.paper, theme.plate), least=AA_LARGE
        )


def _of_accent(theme: Theme) -> Iterator[Pair]:
    disc, accent, (square, numeral) = theme.disc, theme.accent, theme.station
    if theme.brand is None:
        ground = f"the band {theme.band.hex()}" if theme.band == theme.near else f"bodies {theme.near.hex()}"
        yield Pair(over="the accent", ground=ground, colors=(accent, theme.near), least=AA_TEXT)
    yield Pair(over="a number", ground="its disc", colors=(disc.words, disc.fill or theme.paper), least=AA_TEXT)
    yield Pair(over="a number", ground="its square", colors=(numeral, square or theme.paper), least=AA_TEXT)
    if theme.plated or (theme.brand is None and theme.band == theme.near):
        yield Pair(
            over="a working muscle in it",
            ground=f"one at rest {theme.plate.hex()}",
            colors=(accent, theme.plate),
            least=AA_LARGE,
        )
        yield Pair(over="a helping muscle", ground="the band", colors=(theme.helping, theme.band), least=AA_LARGE)


def _of_stage(theme: Theme) -> Iterator[Pair]:
    stage = stage_colors(theme)
    muscles = (
        ("a working muscle", stage.worked, WORKED_CONTRAST),
        ("a helping muscle", stage.helping, HELPING_CONTRAST),
    )
    for over, found, least in muscles:
        if found:
            yield Pair(over=over, ground=f"a body {stage.near.hex()}", colors=(found, stage.near), least=least)
    for over, color, least in (
        ("a body", stage.near, NEAR_ON_STAGE),
        ("text", theme.ink, AA_TEXT),
        ("the lead", theme.lead, AA_TEXT),
        ("a label", stage.label, AA_TEXT),
        ("a limb behind", stage.far, AA_LARGE),
        ("equipment", stage.equipment, AA_LARGE),
        ("an arrow", stage.arrow, AA_LARGE),
    ):
        yield Pair(over=over, ground=f"the stage {stage.ground.hex()}", colors=(color, stage.ground), least=least)
    yield Pair(over="text", ground="a program's strip", colors=(theme.ink, theme.spoken), least=AA_TEXT)


def _of_box(theme: Theme, name: str, part: str) -> Iterator[Pair]:
    box: BoxColors = getattr(theme, name)
    ground = f"the ground {box.ground.hex()}"
    match part:
        case "ground":
            yield Pair(over="text", ground="it", colors=(theme.ink, box.ground), least=AA_TEXT)
        case "heading":
            yield Pair(over="the heading", ground=ground, colors=(box.heading, box.ground), least=AA_TEXT)
        case "sign":
            yield Pair(over="the sign", ground=ground, colors=(box.sign, box.ground), least=AA_LARGE)
            yield Pair(over="the mark in it", ground="it", colors=(box.ground, box.sign), least=AA_LARGE)
