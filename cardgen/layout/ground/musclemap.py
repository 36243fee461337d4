"""Muscles and a height in, the map out: the views that show them, at work and helping muscles told apart.

In colour, plates are filled; in one ink they are outlined, solid where they work and hatched where they help. Hatches and
outlines are measured on paper, so that they print alike at every size of the map.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cardgen.compose import Card
from cardgen.display import Color, Drawing, Item, Mark, Op, Path, Role, Segment, Stamp
from cardgen.figure import Outline, View, hatch, polygon, shifted, views_for
from cardgen.figure.movements import Action
from cardgen.guide.model import Muscle
from cardgen.theme import LineArt, Theme, mix
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import Rect, mm
from cardgen.values.language import other_language
from cardgen.values.use import Picture
from cardgen.words import Words

DOES: Mapping[Action, str] = {Action.WORK: "work", Action.STRETCH: "stretch", Action.ROLL: "release"}
"""The key of what the exercise does to its main muscles."""

GAP = 0.025
"""Between two views, as a part of their height: the hands may come close."""
DETAIL_WIDTH = 0.45
"""Of the strokes of knees and fingers, in units of the artwork."""
DETAILS_FROM_MM = 25.0
"""A lower map shows no such strokes: they would be dirt."""
OUTLINE_MM = 0.22
"""Of a body that is drawn in lines."""
PLATE_LINE_MM = 0.09
"""Round the plates of such a body: a hairline."""
HATCH_PITCH_MM, HATCH_PITCH_FAR_MM = 0.45, 0.8
"""On a card, and on what is read from afar."""
HATCH_SHARE = 0.44
"""The part of the pitch that is ink."""
FAR_FROM_MM = 120.0
"""A map this high stands on a poster."""
FRAME = 2.0
"""Room round a body for half the width of its outline, in units of the artwork: those of a map 12 mm high are 1.9 wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The colours of a map; None for what is not drawn."""

    body: Color | None
    plate: Color | None
    detail: Color
    main: Color
    helping: Color | None
    """None where helping muscles are hatched."""
    outline: Color | None = None
    """Of body, and of helping plates, where they are drawn in lines."""
    plate_line: Color | None = None


def on_band(theme: Theme) -> Look:
    """Return the look on the dark band."""
    return Look(body=theme.body, plate=theme.plate, detail=theme.plate, main=theme.accent, helping=theme.helping)


def head_look(theme: Theme) -> Look:
    """Return the look in the head of a card, whatever its ground."""
    if theme.drawn_on_top:
        return in_lines(theme.drawn_on_top)
    if theme.head is None or theme.on_head != theme.paper:
        return stage_look(theme)
    return on_band(theme) if theme.plated else _white_on_band(theme)


def _white_on_band(theme: Theme) -> Look:
    """Return the look on a band that is neither dark nor light: a white body, what works the darkest on it."""
    helping = mix(theme.paper, theme.near, 0.45)
    return Look(body=theme.paper, plate=None, detail=theme.paper, main=theme.near, helping=helping)


def stage_look(theme: Theme) -> Look:
    """Return the look on the stage: a silhouette in the colour of the figure's body, and no plates at rest."""
    stage = stage_colors(theme)
    if theme.drawn and not theme.one_ink:
        return Look(body=None, plate=None, detail=stage.near, main=stage.worked, helping=None, outline=stage.near)
    return Look(
        body=stage.near,
        plate=None,
        detail=stage.near,
        main=stage.worked,
        helping=stage.helping,
        outline=None if stage.helping else stage.near,
    )


def in_lines(lines: LineArt) -> Look:
    """Return a look in lines."""
    return Look(
        body=None,
        plate=None,
        detail=lines.plate,
        main=lines.main,
        helping=None,
        outline=lines.outline,
        plate_line=lines.plate,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlan:
    """The views that are shown, and how wide they are together; lengths in points."""

    views: tuple[View, ...]
    height: float
    width: float


def plan_map(card: Card, height: float) -> MapPlan | None:
    """Return the map of a card at a height; None where nothing of its muscles is known, or no picture is wanted."""
    if card.picture is Picture.NONE:
        return None
    views = views_for(*groups_of(card))
    if not views:
        return None
    width = sum(_scale(view, height) * view.ink.width for view in views) + GAP * height * (len(views) - 1)
    return MapPlan(views=views, height=height, width=width)


def place_map(card: Card, plan: MapPlan, x: float, y: float, look: Look, order: int) -> list[Item]:
    """Place a map with its top left corner at (x, y)."""
    main, helping = groups_of(card)
    language = other_language(card.words.language, card.language)
    mark = Mark(role=Role.MAP, order=order, language=language, alternative=describe_map(card))
    items: list[Item] = []
    for view in plan.views:
        scale = _scale(view, plan.height)
        items += place_view(
            view, Rect(x=x, y=y, width=view.ink.width * scale, height=plan.height), (main, helping), look, mark
        )
        x += view.ink.width * scale + GAP * plan.height
    return items


def describe_map(card: Card) -> str:
    """Return what stands for the map in speech."""
    parts = [
        card.words("map.muscles", word=word.lower(), muscles=names_of(muscles, card.words))
        for word, muscles in told_of(card)
        if muscles
    ]
    return card.words("map.spoken", muscles=card.words("map.parts").join(parts))


def told_of(card: Card) -> tuple[tuple[str, tuple[Muscle, ...]], tuple[str, tuple[Muscle, ...]]]:
    """Return the word before what works, and those muscles; then the same of what helps."""
    return (card.words(f"does.{DOES[card.action]}"), card.works), (card.words("does.also"), card.also)


def names_of(muscles: Sequence[Muscle], words: Words) -> str:
    """Return muscles as a list."""
    return words("list.comma").join(muscle.name for muscle in muscles)


def groups_of(card: Card) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids in the map of what works and of what helps, those that are known."""
    main = tuple(dict.fromkeys(group for muscle in card.works for group in muscle.groups))
    helping = tuple(dict.fromkeys(group for muscle in card.also for group in muscle.groups))
    return main, tuple(group for group in helping if group not in main)


def _scale(view: View, height: float) -> float:
    return height / view.ink.height


def place_view(view: View, rect: Rect, groups: Sequence[Sequence[str]], look: Look, mark: Mark) -> list[Item]:
    """Place one view over a rectangle, the muscles at work and those that help in it told apart."""
    scale = rect.height / view.ink.height
    left, top = rect.x - view.ink.x * scale, rect.y - view.ink.y * scale
    main, helping = groups
    lines = Lines(scale=round(scale, 3) if look.outline else 0.0, details=rect.height >= mm(DETAILS_FROM_MM))
    resting = _resting(view, look, lines)
    items: list[Item] = [
        Stamp(x=rect.x - FRAME * scale, y=rect.y - FRAME * scale, scale=scale, drawing=resting, mark=mark)
    ]
    for group in helping:
        for plate in view.muscles.get(group, ()):
            items += _helping(shifted(plate, left, top, scale), look, hatch_pitch(rect.height), mark)
    for group in main:
        plates = tuple(segment for plate in view.muscles.get(group, ()) for segment in shifted(plate, left, top, scale))
        if plates:
            items.append(Path(segments=plates, fill=look.main, mark=mark))
    return items


def hatch_pitch(height: float) -> float:
    """Return the distance of hatching strokes on paper, in points, in a map of this height."""
    return mm(HATCH_PITCH_FAR_MM if height >= mm(FAR_FROM_MM) else HATCH_PITCH_MM)


def hatched(outline: Outline, color: Color, pitch: float, mark: Mark) -> Path | None:
    """Return the strokes that hatch one closed curve; None where it is too small for any."""
    segments: list[Segment] = []
    for start, end in hatch(polygon(outline), pitch):
        segments += [(Op.MOVE, start), (Op.LINE, end)]
    if not segments:
        return None
    return Path(segments=tuple(segments), stroke=color, stroke_width=pitch * HATCH_SHARE, mark=mark)


def _helping(plate: Outline, look: Look, pitch: float, mark: Mark) -> list[Item]:
    if look.helping is not None:
        return [Path(segments=plate, fill=look.helping, mark=mark)]
    strokes = hatched(plate, look.main, pitch, mark)
    edge = Path(segments=plate, stroke=look.outline or look.main, stroke_width=mm(PLATE_LINE_MM), mark=mark)
    return [strokes, edge] if strokes else [edge]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What of a resting body depends on its size."""

    scale: float
    """Points a unit of the artwork, for lines that are measured on paper; 0 where there are none."""
    details: bool


@lru_cache(maxsize=64)
def _resting(view: View, look: Look, lines: Lines) -> Drawing:
    """Return the body with all muscles at rest; its ink stands FRAME inside the frame."""
    x, y = FRAME - view.ink.x, FRAME - view.ink.y

    def drawn(outlines: Sequence[Outline]) -> tuple[Segment, ...]:
        return tuple(segment for outline in outlines for segment in shifted(outline, x, y, 1.0))

    paths: list[Path] = []
    body = drawn(view.silhouette)
    if look.body is not None:
        paths.append(Path(segments=body, fill=look.body))
    if look.outline is not None:
        paths.append(Path(segments=body, stroke=look.outline, stroke_width=mm(OUTLINE_MM) / lines.scale))
    if lines.details:
        paths.append(Path(segments=drawn(view.details), stroke=look.detail, stroke_width=DETAIL_WIDTH))
    plates = drawn([plate for plates in view.muscles.values() for plate in plates])
    if look.plate is not None:
        paths.append(Path(segments=plates, fill=look.plate))
    if look.plate_line is not None:
        paths.append(Path(segments=plates, stroke=look.plate_line, stroke_width=mm(PLATE_LINE_MM) / lines.scale))
    digest = hashlib.sha256(f"{view.name} {look} {lines}".encode()).hexdigest()[:16]
    return Drawing(
        name=f"Fm{digest}", width=view.ink.width + 2 * FRAME, height=view.ink.height + 2 * FRAME, paths=tuple(paths)
    )
