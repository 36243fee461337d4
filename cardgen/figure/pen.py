"""One piece of equipment and a body before a camera in, its shapes by layer out; what it looks like, `loads` and `rigs` know."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from cardgen.figure.curves import Disc, circle, hull, polyline
from cardgen.figure.outline import Outline, Point
from cardgen.figure.pose import PoseError, Record, read_spot
from cardgen.figure.shape import Camera, Shape, Tone
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.space import Vec, add, cross, dot, scale, unit

AXES: dict[str, Vec] = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}
END_ON = 0.97
"""Cosine to the view from which a disc is seen as a circle and a bar as its end."""
GRIP_RADIUS = 1.2
"""Of a bar that is seen end-on."""
RIM_POINTS = 24


class Layer(Enum):
    """Where equipment lies."""

    BACK = "back"
    """Behind all."""
    MID = "mid"
    """Before the far limbs."""
    HELD = "held"
    """Under the near arm."""
    FRONT = "front"
    """Over all."""


@dataclass(slots=True, kw_only=True)
class Pen:
    """What of a piece is drawn so far."""

    prop: Record
    body: Skeleton
    camera: Camera
    gap: float
    layers: dict[Layer, list[Shape]] = field(default_factory=lambda: {layer: [] for layer in Layer})

    def number(self, name: str, default: float) -> float:
        """Return a length of the record."""
        value = self.prop.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise PoseError(f'"{name}" of a {self.prop["type"]} takes a number')
        return float(value)

    def spot(self, value: Any) -> Vec:
        """Return a place in the room."""
        return self.body.spot(read_spot(value, "at"))

    def at(self, name: str, default: str | None = None) -> Vec:
        """Return the place that a field of the record names."""
        value = self.prop.get(name, default)
        if value is None:
            raise PoseError(f'a {self.prop["type"]} needs "{name}"')
        return self.body.spot(read_spot(value, name))

    def layer(self, default: Layer) -> Layer:
        """Return the layer of the record, or that which is usual."""
        return Layer(self.prop["layer"]) if "layer" in self.prop else default

    def of_side(self, side: str) -> Layer:
        """Return where lies what the hand of a side holds."""
        return Layer.HELD if self.is_near(side) else Layer.BACK

    def is_near(self, side: str) -> bool:
        """Say whether a side of the body is on this side."""
        return side == self.camera.near or abs(self.camera.cos) < 0.5  # noqa: PLR2004 - seen from the front

    def put(self, outline: Outline, layer: Layer, tone: Tone = Tone.EQUIPMENT) -> None:
        """Fill an outline; a light line goes round it wherever it lies over something."""
        if layer is not Layer.BACK:
            self.layers[layer].append(Shape(tone=Tone.GAP, outline=outline, halo=self.gap))
        self.layers[layer].append(Shape(tone=tone, outline=outline))

    def ball(self, p: Vec, radius: float, layer: Layer) -> None:
        """Fill a circle."""
        self.put(circle(self.camera.flat(p), radius), layer)

    def beam(self, a: Vec, b: Vec, radius: float, layer: Layer = Layer.BACK) -> None:
        """Fill a round bar."""
        self.put(hull((self.camera.disc(a, radius), self.camera.disc(b, radius))), self.layer(layer))

    def plate(self, center: Vec, axis: Vec, sizes: tuple[float, float], layer: Layer) -> None:
        """Fill a plate of a radius and a thickness: a circle end-on, a rounded bar from the side, an ellipse between."""
        (radius, thick), axis, layer = sizes, unit(axis), self.layer(layer)
        if self.end_on(axis):
            self.ball(center, radius, layer)
            return
        across = unit(cross(axis, AXES["y"] if abs(axis[1]) < 0.9 else AXES["x"]))  # noqa: PLR2004 - not along it
        upright, edge = cross(axis, across), min(thick / 2, 1.1)
        ring: list[Disc] = []
        for at in range(RIM_POINTS):
            angle = math.tau * at / RIM_POINTS
            rim = add(
                add(center, across, (radius - edge) * math.cos(angle)), upright, (radius - edge) * math.sin(angle)
            )
            ring += [self.camera.disc(add(rim, axis, sign * (thick / 2 - edge)), edge) for sign in (-1, 1)]
        self.put(hull(ring), layer)

    def slab(self, a: Vec, b: Vec, radius: float, half: float, layer: Layer = Layer.MID) -> None:
        """Fill a pad between two points that is `half` wide to each side of the midline."""
        ring = [self.camera.disc(add(p, (0.0, 0.0, sign * half)), radius) for p in (a, b) for sign in (-1, 1)]
        self.put(hull(ring), self.layer(layer))

    def hole(self, center: Vec, radius: float, layer: Layer) -> None:
        """Let the ground show through."""
        self.layers[layer].append(Shape(tone=Tone.GAP, outline=circle(self.camera.flat(center), radius)))

    def stroke(self, points: list[Point], width: float, layer: Layer) -> None:
        """Draw a line, such as a cable."""
        self.layers[layer].append(Shape(tone=Tone.EQUIPMENT, outline=polyline(points), width=width))

    def lined(self, outline: Outline, width: float, layer: Layer) -> None:
        """Draw a line with a light line to each side."""
        self.layers[layer].append(Shape(tone=Tone.GAP, outline=outline, width=width + 2 * self.gap))
        self.layers[layer].append(Shape(tone=Tone.EQUIPMENT, outline=outline, width=width))

    def end(self, center: Vec) -> None:
        """Draw a bar seen end-on, in the fist or alone."""
        point = self.camera.flat(center)
        self.layers[Layer.FRONT] += [
            Shape(tone=Tone.GAP, outline=circle(point, GRIP_RADIUS + 0.8 * self.gap)),
            Shape(tone=Tone.EQUIPMENT, outline=circle(point, GRIP_RADIUS)),
        ]

    def end_on(self, axis: Vec) -> bool:
        """Say whether an axis points at the viewer."""
        return abs(dot(axis, self.camera.view)) > END_ON

    def axis(self, default: str) -> Vec:
        """Return the axis of the record: x, y, z or a vector."""
        value = self.prop.get("axis", default)
        if isinstance(value, str):
            if value not in AXES:
                raise PoseError(f'"axis" of a {self.prop["type"]} is x, y or z')
            return AXES[value]
        x, y, z = value
        return unit((float(x), float(y), float(z)))


def along(a: Vec, b: Vec) -> Vec:
    """Return the direction from `a` to `b`."""
    return unit(add(b, scale(a, -1.0)))
