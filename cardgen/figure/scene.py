"""A movement's record in, its key poses as flat shapes out: bodies, equipment, arrows, ground. Knows neither colours nor paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cardgen.figure.arrows import path_arrows
from cardgen.figure.bellies import Bellies
from cardgen.figure.curves import polyline
from cardgen.figure.flesh import Flesh
from cardgen.figure.layers import body_layers
from cardgen.figure.pen import Layer
from cardgen.figure.pose import Layering, Pose, Record, read_pose
from cardgen.figure.props import draw_prop
from cardgen.figure.shape import ARROW_WIDTH, GAP, Camera, Shape, Tone, arrow, bounds
from cardgen.figure.skeleton import Skeleton, solve
from cardgen.values.geometry import Rect

GROUND_WIDTH, GROUND_AT, GROUND_MORE = 1.2, 0.8, 1.0
"""Of the line of the floor: its width, how far it lies under the soles, how far it goes beyond the shapes."""
LEAST_RIM, RIM_PER_GAP = 0.6, 0.75
"""Of the body's tone between a muscle and its outline."""
APART, STACKED_APART = 14.0, 7.0
"""Room between two poses in a row, and one over the other."""
MUCH_LARGER = 1.04
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


CARD = Style(gap=1.2)
"""On cards and whatever else is seen from near, small."""
LARGE = Style(gap=0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement with one implement, ready to be drawn."""

    title: str
    works: tuple[str, ...]
    """Ids of the muscle map."""
    yaw: float
    pitch: float
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
        return Camera(self.yaw if yaw is None else yaw, self.pitch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Where key poses stand in their figure; y down."""

    places: tuple[tuple[float, float], ...]
    """Of the origin of each: the floor under the figure."""
    width: float
    height: float

    def fit(self, aspect: float) -> float:
        """Return how large the figure is in a slot of this width by height."""
        return min(aspect / self.width, 1 / self.height)


def read_movement(record: Record, implement: str = "") -> Movement:
    """Return a movement, already laid out for one implement.

    Raises:
        PoseError: a field is unknown, missing or of the wrong kind.

    """
    return Movement(
        title=str(record.get("title", "")),
        works=tuple(record.get("works", ())),
        yaw=float(record.get("yaw", 0)),
        pitch=float(record.get("pitch", 0)),
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
    lowest = [box.bottom] if camera.pitch else [bounds([shape]).bottom for shape in shapes if shape.tone is Tone.GROUND]
    level = max((0.0, *lowest)) + GROUND_AT  # under a mat, and under what stands nearer
    floor = polyline([(box.x - GROUND_MORE, level), (box.right + GROUND_MORE, level)])
    return [Shape(tone=Tone.GROUND, outline=floor, width=GROUND_WIDTH), *shapes]


def _arrows(movement: Movement, at: int, body: Skeleton, shapes: Sequence[Shape]) -> list[Shape]:
    """Return the arrows of a pose: those placed by hand, else those that are found, unless any pose has the former."""
    pose, camera = movement.poses[at], movement.camera(at)
    placed = [arrow(tuple(camera.flat(body.spot(spot)) for spot in one.way), one.heads) for one in pose.arrows or ()]
    found = [shape for shapes_ in placed for shape in shapes_]
    if at and all(other.arrows is None for other in movement.poses):
        mark = movement.arrow if pose.arrow is None else pose.arrow
        found += path_arrows(mark, (solve(movement.poses[at - 1]), body), camera, [*shapes, *found])
    return found


def frame_of(shapes: Iterable[Shape]) -> Rect:
    """Return the frame of drawn shapes: what they cover, and round it half of the widest stroke that may end there."""
    box, round_ = bounds(shapes), ARROW_WIDTH / 2
    height = box.height + round_ + GROUND_WIDTH / 2
    return Rect(x=box.x - round_, y=box.y - round_, width=box.width + 2 * round_, height=height)


def arrange(frames: Sequence[Rect], aspect: float | None = None) -> Arrangement:
    """Return the places of key poses: side by side on one floor, or one over the other where they come out much larger so.

    `aspect` is the width of their slot by its height; None sets them side by side.
    """
    row = _row(frames)
    if aspect is None or len(frames) == 1:
        return row
    stack = _stack(frames)
    return stack if stack.fit(aspect) > MUCH_LARGER * row.fit(aspect) else row


def overlaid(frames: Sequence[Rect]) -> Arrangement:
    """Return the places of key poses that stand on one another."""
    left, top = min(frame.x for frame in frames), min(frame.y for frame in frames)
    width, height = max(frame.right for frame in frames) - left, max(frame.bottom for frame in frames) - top
    return Arrangement(places=((-left, -top),) * len(frames), width=width, height=height)


def _row(frames: Sequence[Rect]) -> Arrangement:
    height = max(-frame.y for frame in frames)
    floor = max(frame.bottom for frame in frames)
    places, x = [], 0.0
    for frame in frames:
        places.append((x - frame.x, height))
        x += frame.width + APART
    return Arrangement(places=tuple(places), width=x - APART, height=height + floor)


def _stack(frames: Sequence[Rect]) -> Arrangement:
    """Return the poses one over the other, each in the middle."""
    width = max(frame.width for frame in frames)
    places, y = [], 0.0
    for frame in frames:
        places.append(((width - frame.width) / 2 - frame.x, y - frame.y))
        y += frame.height + STACKED_APART
    return Arrangement(places=tuple(places), width=width, height=y - STACKED_APART)
