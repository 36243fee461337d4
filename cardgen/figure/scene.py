"""A movement's record in, its key poses as flat shapes out: bodies, equipment, arrows, ground. Knows neither colours nor paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cardgen.figure.arrows import path_arrows
from cardgen.figure.bellies import Bellies
from cardgen.figure.curves import polyline
from cardgen.figure.flesh import Flesh
from cardgen.figure.layers import body_layers
from cardgen.figure.pen import Layer
from cardgen.figure.pose import Layering, Pose, Record, read_pose
from cardgen.figure.props import draw_prop
from cardgen.figure.shape import GAP, Camera, Shape, Tone, arrow, bounds, moved
from cardgen.figure.skeleton import Skeleton, solve
from cardgen.geometry import Rect

GROUND_WIDTH, GROUND_AT, GROUND_MORE = 1.2, 0.8, 1.0
"""Of the line of the floor: its width, how far it lies under the soles, how far it goes beyond the shapes."""
LEAST_RIM, RIM_PER_GAP = 0.6, 0.75
"""Of the body's tone between a muscle and its outline."""
APART, STACKED_APART = 14.0, 7.0
"""Room between two poses in a row, and one over the other."""
MUCH_LARGER = 1.15
"""Poses are stacked where they come out so much larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How finely a figure is drawn."""

    gap: float = GAP
    """Of the light lines where parts overlap, in units of the figure: wider at small sizes."""
    rim: float | None = None
    """Of the body's tone left round a muscle; None follows the gap. In one ink it keeps white muscles off the outline."""

    @property
    def margin(self) -> float:
        """The rim that is drawn."""
        return max(LEAST_RIM, self.gap * RIM_PER_GAP) if self.rim is None else self.rim


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement with one implement, ready to be drawn."""

    title: str
    works: tuple[str, ...]
    """Ids of the muscle map."""
    yaw: float
    layering: Layering
    arrow: str | None
    neutral: bool
    """Whether the spine is to stay straight."""
    implement: str
    """Empty where the movement has but one form."""
    props: tuple[Record, ...]
    poses: tuple[Pose, ...]

    def camera(self, at: int) -> Camera:
        """Return the camera of a pose."""
        yaw = self.poses[at].yaw
        return Camera(self.yaw if yaw is None else yaw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Key poses side by side, or one over the other: shapes in painting order, and the box they cover; y down."""

    shapes: tuple[Shape, ...]
    box: Rect


def read_movement(record: Record, implement: str = "") -> Movement:
    """Return a movement, already laid out for one implement.

    Raises:
        PoseError: a field is unknown, missing or of the wrong kind.

    """
    return Movement(
        title=str(record.get("title", "")),
        works=tuple(record.get("works", ())),
        yaw=float(record.get("yaw", 0)),
        layering=Layering(record.get("arms", "front")),
        arrow=record.get("arrow"),
        neutral=bool(record.get("neutral")),
        implement=implement,
        props=tuple(record.get("props", ())),
        poses=tuple(read_pose(pose) for pose in record["poses"]),
    )


def draw_pose(movement: Movement, at: int, style: Style) -> list[Shape]:
    """Return the shapes of one key pose, the line of the floor included."""
    pose, camera = movement.poses[at], movement.camera(at)
    body = solve(pose)
    layers: dict[Layer, list[Shape]] = {layer: [] for layer in Layer}
    for prop in (*movement.props, *pose.props):
        for layer, found in draw_prop(prop, body, camera, style.gap).items():
            layers[layer] += found
    flesh = Flesh(body, camera)
    bellies = Bellies(flesh, movement.works, style.margin)
    parts = body_layers(flesh, bellies, style.gap, pose.layering or movement.layering)
    shapes = [
        *layers[Layer.BACK],
        *parts.behind,
        *layers[Layer.MID],
        *parts.body,
        *layers[Layer.HELD],
        *parts.over,
        *layers[Layer.FRONT],
    ]
    shapes += _arrows(movement, at, body, shapes)
    box = bounds(shapes)
    floor = polyline([(box.x - GROUND_MORE, GROUND_AT), (box.right + GROUND_MORE, GROUND_AT)])
    return [Shape(tone=Tone.GROUND, outline=floor, width=GROUND_WIDTH), *shapes]


def _arrows(movement: Movement, at: int, body: Skeleton, shapes: Sequence[Shape]) -> list[Shape]:
    """Return the arrows of a pose: those placed by hand, else those that are found, unless any pose has the former."""
    pose, camera = movement.poses[at], movement.camera(at)
    placed = [arrow(tuple(camera.flat(body.spot(spot)) for spot in one)) for one in pose.arrows or ()]
    found = [shape for shapes_ in placed for shape in shapes_]
    if at and all(other.arrows is None for other in movement.poses):
        mark = movement.arrow if pose.arrow is None else pose.arrow
        found += path_arrows(mark, (solve(movement.poses[at - 1]), body), camera, [*shapes, *found])
    return found


def draw(movement: Movement, style: Style, aspect: float | None = None) -> Figure:
    """Return all key poses on one ground; stacked where they come out larger so in a slot of an aspect, width / height."""
    return arranged([draw_pose(movement, at, style) for at in range(len(movement.poses))], aspect)


def arranged(poses: Sequence[Sequence[Shape]], aspect: float | None = None) -> Figure:
    """Return drawn poses side by side, or one over the other."""
    row = _row(poses)
    if aspect is None or len(poses) == 1:
        return _boxed(row)
    stack = _stack(poses)
    if _fit(stack, aspect) > MUCH_LARGER * _fit(row, aspect):
        return _boxed(stack)
    return _boxed(row)


def draw_overlay(poses: Sequence[Sequence[Shape]]) -> Figure:
    """Return the last drawn pose over a ghost of the first: one figure wide, for narrow places; not for one ink."""
    first = [
        shape if shape.tone in (Tone.GAP, Tone.GROUND) else replace(shape, tone=Tone.GHOST)
        for shape in poses[0]
        if shape.tone not in (Tone.ACCENT, Tone.ARROW)
    ]
    return _boxed([*first, *poses[-1]])


def _row(poses: Iterable[Sequence[Shape]]) -> list[Shape]:
    row: list[Shape] = []
    x = 0.0
    for shapes in poses:
        box = bounds(shapes)
        row += moved(shapes, x - box.x)
        x += box.width + APART
    return row


def _stack(poses: Sequence[Sequence[Shape]]) -> list[Shape]:
    """Return the poses one over the other, the last at the bottom."""
    boxes = [bounds(shapes) for shapes in poses]
    wide = max(box.width for box in boxes)
    stack: list[Shape] = []
    y = 0.0
    for shapes, box in zip(reversed(poses), reversed(boxes), strict=True):
        stack = moved(shapes, (wide - box.width) / 2 - box.x, y - box.bottom) + stack
        y -= box.height + STACKED_APART
    return stack


def _fit(shapes: Sequence[Shape], aspect: float) -> float:
    box = bounds(shapes)
    return min(aspect / box.width, 1 / box.height)


def _boxed(shapes: Sequence[Shape]) -> Figure:
    box = bounds(shapes)
    return Figure(
        shapes=tuple(shapes),
        box=Rect(x=box.x, y=box.y, width=box.width, height=math.fsum((box.height, GROUND_WIDTH / 2))),
    )
