"""The kinds of equipment, and what fields each has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cardgen.figure import loads, rigs
from cardgen.figure.pen import Layer, Pen
from cardgen.figure.pose import PoseError, Record
from cardgen.figure.shape import Camera, Shape
from cardgen.figure.skeleton import Skeleton

Kind = tuple[Callable[[Pen], None], frozenset[str]]


def _kind(draw: Callable[[Pen], None], fields: str) -> Kind:
    return draw, frozenset(fields.split()) | {"type", "layer", "free"}


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "barbell": _kind(loads.barbell, "at plate half z"),
        "trapbar": _kind(loads.trapbar, "at plate z"),
        "dumbbell": _kind(loads.dumbbell, "at axis hands"),
        "kettlebell": _kind(loads.kettlebell, "at hands hang"),
        "medball": _kind(loads.medball, "at r"),
        "weight": _kind(loads.weight, "at axis r hands"),
        "landmine": _kind(loads.landmine, "from at beyond plate plate_at plate_layer"),
        "strap": _kind(loads.strap, "from at hands ring z"),
        "rope": _kind(loads.rope, "from at"),
        "wave": _kind(loads.wave, "from to phase n amp"),
        "loop": _kind(loads.loop, "top"),
        "handle": _kind(loads.handle, "at axis half"),
        "wheel": _kind(loads.wheel, "at r hole hollow"),
        "cable": _kind(rigs.line, "from to pulley"),
        "band": _kind(rigs.line, "from to pulley"),
        "stack": _kind(rigs.stack, "x z top arm plates"),
        "bench": _kind(rigs.bench, "pads legs thick z"),
        "pad": _kind(rigs.pad, "from to r z"),
        "roller": _kind(rigs.roller, "at r"),
        "lever": _kind(rigs.lever, "points w"),
        "frame": _kind(rigs.frame, "segments r"),
        "rails": _kind(rigs.rails, "x at top"),
        "bar": _kind(rigs.fixed_bar, "at half posts"),
        "box": _kind(rigs.box, "x y w h z"),
        "ball": _kind(rigs.ball, "at r"),
        "mat": _kind(rigs.mat, "x1 x2"),
    }
)


def draw_prop(prop: Record, body: Skeleton, camera: Camera, gap: float) -> dict[Layer, list[Shape]]:
    """Return the shapes of one piece of equipment, by layer.

    Raises:
        PoseError: there is no such kind, or it has no such field.

    """
    kind = str(prop.get("type"))
    if kind not in KINDS:
        raise PoseError(f'there is no equipment "{kind}"; known: {", ".join(KINDS)}')
    draw, fields = KINDS[kind]
    if unknown := sorted(set(prop) - fields):
        raise PoseError(f'a {kind} has no field "{unknown[0]}"; it has {", ".join(sorted(fields - {"free"}))}')
    pen = Pen(prop=prop, body=body, camera=camera, gap=gap)
    draw(pen)
    return pen.layers
