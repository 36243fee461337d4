"""A movement and a place in, its key poses as a drawing out: row or stack, colours by what stands for what, words for speech.

The light lines between parts are painted in the colour of the ground, so a figure never stands on a photograph.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from cardgen.compose import Card
from cardgen.display import Color, Drawing, Etching, Item, Mark, Role, Stamp
from cardgen.figure.drawn import DrawnPose, outlined, write_poses
from cardgen.figure.repertoire import Posed
from cardgen.figure.scene import CARD, LARGE, Style, arrange, overlaid
from cardgen.figure.shape import Tone
from cardgen.figure.store import stored
from cardgen.figure.wording import describe
from cardgen.layout.ground.musclemap import groups_of
from cardgen.layout.ground.text import Slot
from cardgen.theme import AA_LARGE, Theme, contrast, mix, nearest_passing
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import mm
from cardgen.values.language import other_language
from cardgen.words import Words, english

LARGE_MM = 60.0
"""From this height on, light lines are as thin as they may be."""
ONE_INK_RIM = 1.5
"""Of the body round a white muscle, in one ink."""
AS_WIDE = 0.95
"""A pose is as wide as another that is hardly wider."""
ACCENTS_FROM_MM = 30.0
"""A lower figure shows no muscles in one ink: they would be holes."""
STATURE = 100.0
"""Height of a body, in units of a figure."""
TALLEST = 1.6
"""So many times the height of the room a body may be tall: one that lies is not to be a giant."""
FAR_SHARE, EQUIPMENT_SHARE, GROUND_SHARE, GHOST_SHARE = 0.66, 0.52, 0.22, 0.3
"""How much of the body's colour over that of the ground these have, before they are made to be seen."""


LINE_MM, LINE_MOST = 0.35, 1.0
"""Of the line round a body that is not filled; the most of it in units of the figure, so that limbs stay apart."""


class Ground(Enum):
    """What a figure stands on."""

    HEAD = "the head of a card"
    STAGE = "the stage of a card"
    PAPER = "white"


class Form(Enum):
    """How the key poses stand together."""

    POSES = "each of them"
    OVERLAY = "the last over a ghost of the first"
    WORKING = "the one that tells most"


class Body(Enum):
    """How a body is drawn."""

    FILLED = "in its colour"
    OUTLINED = "white within a line of its colour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a figure is to show where there is no card."""

    what: Posed
    muscles: tuple[str, ...]
    """Ids of those in colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLook:
    """The colours of a figure, by what they stand for."""

    near: Color
    far: Color
    accent: Color
    equipment: Color
    ground: Color
    arrow: Color | None
    """None where the way is not shown."""
    gap: Color
    """That of what the figure stands on."""
    ghost: Color
    body: Body = Body.FILLED

    @property
    def ghosted(self) -> FigureLook:
        """The colours of where the body was before."""
        ghost = self.ghost
        return replace(self, near=ghost, far=ghost, equipment=ghost, accent=ghost, arrow=None)

    @property
    def inks(self) -> dict[str, Color | None]:
        """Colours by the tones' names; each muscle has an ink of its own besides."""
        return {
            Tone.NEAR.value: self.near,
            Tone.FAR.value: self.far,
            Tone.EQUIPMENT.value: self.equipment,
            Tone.GROUND.value: self.ground,
            Tone.ARROW.value: self.arrow,
            Tone.GAP.value: self.gap,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlan:
    """A figure at its size; lengths in points."""

    what: Posed
    style: Style
    form: Form
    look: FigureLook
    poses: tuple[DrawnPose, ...]
    muscles: frozenset[str]
    """Those in colour."""
    places: tuple[tuple[float, float], ...]
    """Of their top left corners, in units of the figure."""
    floors: tuple[float, ...]
    """On which they stand, the same way."""
    scale: float
    """Points a unit."""
    width: float
    height: float

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """One a key pose, in their colours; under the last of an overlay lies a ghost."""
        below = self.look.ghosted if self.form is Form.OVERLAY else self.look
        *others, last = self.poses
        line = round(min(mm(LINE_MM) / self.scale, LINE_MOST), 1)
        return (
            *(_drawing(pose, below, self.muscles, line) for pose in others),
            _drawing(last, self.look, self.muscles, line),
        )

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
    return Inks(look=figure_look(theme, ground), one=theme.one_ink)


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
            body=Body.OUTLINED if theme.drawn and not theme.one_ink else Body.FILLED,
        )
    paper = theme.paper if ground is Ground.PAPER else theme.stage
    dark = paper != theme.paper
    body = theme.paper if dark and theme.on_head == theme.paper else theme.near
    if theme.one_ink:
        return FigureLook(
            near=body, far=body, accent=paper, equipment=body, ground=body, arrow=body, gap=paper, ghost=paper
        )
    return FigureLook(
        near=body,
        far=_seen(mix(paper, body, FAR_SHARE), paper),
        accent=theme.near if body != theme.near and not theme.plated else _seen(theme.accent, body),
        equipment=_seen(mix(paper, body, EQUIPMENT_SHARE), paper),
        ground=mix(paper, body, GROUND_SHARE),
        arrow=_seen(stage_colors(theme).arrow if theme.brand else theme.accent, paper),
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


@lru_cache(maxsize=64)
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
    arrangement = overlaid(frames) if form is Form.OVERLAY else arrange(frames, width / height)
    scale = min(width / arrangement.width, height / arrangement.height, height * TALLEST / STATURE)
    look = inks.look
    if inks.one and arrangement.height * scale < mm(ACCENTS_FROM_MM):
        look = replace(look, accent=look.near)
    return FigurePlan(
        what=what,
        style=style,
        form=form,
        look=look,
        poses=poses,
        muscles=frozenset(muscles),
        places=tuple((x + frame.x, y + frame.y) for (x, y), frame in zip(arrangement.places, frames, strict=True)),
        floors=tuple(y for _, y in arrangement.places),
        scale=scale,
        width=arrangement.width * scale,
        height=arrangement.height * scale,
    )


def plan_subject(subject: Subject, room: tuple[float, float], inks: Inks, form: Form = Form.POSES) -> FigurePlan:
    """Return the figure of a movement without a card as large as it fits a width and a height."""
    return plan_poses(subject.what, subject.muscles, room, inks, form)


def place_figure(
    plan: FigurePlan, slot: Slot, order: int, words: Words, language: str = "", *, part_of: int = 0
) -> list[Item]:
    """Place a figure with its top left corner in a slot, on a page in a language, or in a row of a table."""
    other = other_language(words.language, language or words.language)
    known = stored(plan.what)
    told = known.told if known and words == english() else describe(plan.what, words)
    mark = Mark(role=Role.FIGURE, order=order, part_of=part_of, language=other, alternative=told)
    scale = plan.scale
    return [
        Stamp(x=slot.x + dx * scale, y=slot.y + dy * scale, scale=scale, drawing=drawing, mark=mark)
        for drawing, (dx, dy) in zip(plan.drawings, plan.places, strict=True)
    ]


def _poses(what: Posed, muscles: tuple[str, ...], style: Style, form: Form) -> tuple[DrawnPose, ...]:
    """Return the key poses that are shown, with at least these muscles."""
    known = stored(what) if style == CARD else None
    poses = known.poses if known and known.muscles.issuperset(muscles) else _drawn(what, muscles, style)
    if form is Form.WORKING:
        return (_working(poses),)
    return (poses[0], poses[-1]) if form is Form.OVERLAY and len(poses) > 1 else poses


@lru_cache(maxsize=512)
def _drawn(what: Posed, muscles: tuple[str, ...], style: Style) -> tuple[DrawnPose, ...]:
    return write_poses(what, muscles, style)


def _working(poses: tuple[DrawnPose, ...]) -> DrawnPose:
    """Return the last of the widest poses: who bends, reaches or steps is wider than who stands."""
    widest = max(pose.frame.width for pose in poses)
    return next(pose for pose in reversed(poses) if pose.frame.width >= AS_WIDE * widest)


@lru_cache(maxsize=1024)
def _drawing(pose: DrawnPose, look: FigureLook, muscles: frozenset[str], line: float) -> Drawing:
    """Return a key pose in its colours; muscles that are not shown have that of the body, so that its stream stays as it is."""
    if look.body is Body.OUTLINED:
        pose = outlined(pose, line)
    tones = look.inks
    inks = {ink: tones.get(ink, look.accent if ink in muscles else look.near) for ink in pose.inks}
    shown = " ".join(sorted(muscles.intersection(pose.inks)))
    digest = hashlib.sha256(f"{pose.digest} {_told(look)} {shown}".encode()).hexdigest()[:16]
    etching = Etching(stream=pose.stream, inks=inks)
    return Drawing(name=f"Fg{digest}", width=pose.frame.width, height=pose.frame.height, etching=etching)


@lru_cache(maxsize=64)
def _told(look: FigureLook) -> str:
    return repr(look)
