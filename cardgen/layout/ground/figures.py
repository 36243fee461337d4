"""A movement and a place in, its key poses as a drawing out: row or stack, colours by what stands for what, words for speech.

The light lines between parts are painted in the colour of the ground, so a figure never stands on a photograph.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from cardgen.compose import Card
from cardgen.display import Color, Drawing, Item, Mark, Role, Sketch, Stamp
from cardgen.figure.drawn import DrawnPart, DrawnPose, drawn_overlay, write_poses
from cardgen.figure.repertoire import Posed
from cardgen.figure.scene import CARD, LARGE, Style, arrange
from cardgen.figure.shape import Tone
from cardgen.figure.store import stored
from cardgen.figure.wording import describe
from cardgen.layout.ground.musclemap import groups_of
from cardgen.theme import AA_LARGE, Ink, Theme, contrast, mix, nearest_passing
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import mm

LARGE_MM = 60.0
"""From this height on, light lines are as thin as they may be."""
ONE_INK_RIM = 1.5
"""Of the body round a white muscle, in one ink."""
ACCENTS_FROM_MM = 30.0
"""A lower figure shows no muscles in one ink: they would be holes."""
STATURE = 100.0
"""Height of a body, in units of a figure."""
TALLEST = 1.6
"""So many times the height of the room a body may be tall: one that lies is not to be a giant."""
FAR_SHARE, EQUIPMENT_SHARE, GROUND_SHARE, GHOST_SHARE = 0.66, 0.52, 0.22, 0.3
"""How much of the body's colour over that of the ground these have, before they are made to be seen."""
LANGUAGE = "en"
"""Of what stands for a figure in speech."""


class Ground(Enum):
    """What a figure stands on."""

    HEAD = "the head of a card"
    STAGE = "the stage of a card"
    PAPER = "white"


class Form(Enum):
    """How the key poses stand together."""

    POSES = "each of them"
    OVERLAY = "the last over a ghost of the first"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLook:
    """The colours of a figure, by what they stand for."""

    near: Color
    far: Color
    accent: Color | None
    """None where muscles are not shown."""
    equipment: Color
    ground: Color
    arrow: Color
    gap: Color
    """That of what the figure stands on."""
    ghost: Color

    def color(self, tone: Tone) -> Color | None:
        """Return the colour of a shape; None where it is not painted."""
        return {
            Tone.NEAR: self.near,
            Tone.FAR: self.far,
            Tone.ACCENT: self.accent,
            Tone.EQUIPMENT: self.equipment,
            Tone.GROUND: self.ground,
            Tone.ARROW: self.arrow,
            Tone.GAP: self.gap,
            Tone.GHOST: self.ghost,
        }[tone]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlan:
    """A figure at its size; lengths in points."""

    what: Posed
    style: Style
    form: Form
    look: FigureLook
    drawings: tuple[Drawing, ...]
    """One a key pose."""
    places: tuple[tuple[float, float], ...]
    """Of their top left corners, in units of the figure."""
    floors: tuple[float, ...]
    """On which they stand, the same way."""
    scale: float
    """Points a unit."""
    width: float
    height: float

    @property
    def stature(self) -> float:
        """How high a body in it is that stands upright."""
        return STATURE * self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The colours of a figure, and whether they are of one ink."""

    look: FigureLook
    one: bool


def figure_inks(theme: Theme, ground: Ground) -> Inks:
    """Return what a figure is painted with."""
    return Inks(look=figure_look(theme, ground), one=theme.mode is Ink.MONO)


@lru_cache(maxsize=64)
def figure_look(theme: Theme, ground: Ground) -> FigureLook:
    """Return the colours of a figure; what means something is seen on its ground, a muscle on its body."""
    if ground is Ground.STAGE:
        stage = stage_colors(theme)
        return FigureLook(
            near=stage.near,
            far=stage.far,
            accent=stage.worked,
            equipment=stage.equipment,
            ground=stage.floor,
            arrow=stage.arrow,
            gap=stage.ground,
            ghost=mix(stage.ground, stage.near, GHOST_SHARE),
        )
    paper = theme.paper if ground is Ground.PAPER else theme.head or theme.paper
    dark = paper != theme.paper
    body = theme.paper if dark else theme.band
    if theme.mode is Ink.MONO:
        return FigureLook(
            near=body, far=body, accent=paper, equipment=body, ground=body, arrow=body, gap=paper, ghost=paper
        )
    return FigureLook(
        near=body,
        far=_seen(mix(paper, body, FAR_SHARE), paper),
        accent=_seen(theme.accent, body),
        equipment=_seen(mix(paper, body, EQUIPMENT_SHARE), paper),
        ground=mix(paper, body, GROUND_SHARE),
        arrow=_seen(theme.accent, paper),
        gap=paper,
        ghost=mix(paper, body, GHOST_SHARE),
    )


def _seen(color: Color, on: Color) -> Color:
    """Return the colour, made as light or dark as it must be to be seen on another."""
    return nearest_passing(color, lambda tried: contrast(tried, on) >= AA_LARGE)


def plan_figure(
    card: Card, room: tuple[float, float], theme: Theme, ground: Ground = Ground.HEAD, form: Form = Form.POSES
) -> FigurePlan | None:
    """Return the figure of a card as large as it fits a width and a height; None where the card has none."""
    if card.figure is None or min(room) <= 0:
        return None
    main, _ = groups_of(card)
    return plan_poses(card.figure, main, room, figure_inks(theme, ground), form)


def recoloured(plan: FigurePlan, card: Card) -> FigurePlan:
    """Return a figure with the muscles in colour that a card, as it is told by its legend, names."""
    main, _ = groups_of(card)
    poses = _poses(plan.what, main, plan.style, plan.form)
    return replace(plan, drawings=tuple(_drawing(pose, plan.look, frozenset(main)) for pose in poses))


def plan_poses(
    what: Posed, muscles: tuple[str, ...], room: tuple[float, float], inks: Inks, form: Form = Form.POSES
) -> FigurePlan:
    """Return a movement as large as it fits a width and a height, these muscles in colour."""
    width, height = room
    style = LARGE if height >= mm(LARGE_MM) else CARD
    if inks.one:
        style = replace(style, rim=ONE_INK_RIM)
    poses = _poses(what, muscles, style, form)
    frames = tuple(pose.frame for pose in poses)
    arrangement = arrange(frames, width / height)
    scale = min(width / arrangement.width, height / arrangement.height, height * TALLEST / STATURE)
    look = inks.look
    if inks.one and arrangement.height * scale < mm(ACCENTS_FROM_MM):
        look = replace(look, accent=None)
    return FigurePlan(
        what=what,
        style=style,
        form=form,
        look=look,
        drawings=tuple(_drawing(pose, look, frozenset(muscles)) for pose in poses),
        places=tuple((x + frame.x, y + frame.y) for (x, y), frame in zip(arrangement.places, frames, strict=True)),
        floors=tuple(y for _, y in arrangement.places),
        scale=scale,
        width=arrangement.width * scale,
        height=arrangement.height * scale,
    )


def place_figure(plan: FigurePlan, x: float, y: float, order: int, language: str = LANGUAGE) -> list[Item]:
    """Place a figure with its top left corner at (x, y), on a page in a language."""
    other = "" if language.lower().partition("-")[0] == LANGUAGE else LANGUAGE
    mark = Mark(role=Role.FIGURE, order=order, language=other, alternative=describe(plan.what))
    scale = plan.scale
    return [
        Stamp(x=x + dx * scale, y=y + dy * scale, scale=scale, drawing=drawing, mark=mark)
        for drawing, (dx, dy) in zip(plan.drawings, plan.places, strict=True)
    ]


@lru_cache(maxsize=512)
def _poses(what: Posed, muscles: tuple[str, ...], style: Style, form: Form) -> tuple[DrawnPose, ...]:
    """Return the key poses with at least these muscles."""
    if form is Form.OVERLAY:
        return drawn_overlay(what, muscles, style)
    return stored(what, muscles, style) or write_poses(what, muscles, style)


@lru_cache(maxsize=1024)
def _drawing(pose: DrawnPose, look: FigureLook, muscles: frozenset[str]) -> Drawing:
    shown = (part for part in pose.parts if part.tone is not Tone.ACCENT or part.muscle in muscles)
    colors = {tone: look.color(tone) for tone in Tone}
    paths = tuple(_painted(part, color) for part in shown if (color := colors[part.tone]))
    digest = hashlib.sha256(repr((pose.digest, look, sorted(muscles))).encode()).hexdigest()[:16]
    return Drawing(name=f"Fg{digest}", width=pose.frame.width, height=pose.frame.height, paths=paths)


def _painted(part: DrawnPart, color: Color) -> Sketch:
    if not part.filled:
        return Sketch(outline=part.outline, stroke=color, stroke_width=part.width)
    return Sketch(outline=part.outline, fill=color, stroke=color if part.width else None, stroke_width=part.width)
