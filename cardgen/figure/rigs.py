"""What stands in the room: benches, cable columns, rails, boxes, mats; each kind draws itself with a pen."""

from __future__ import annotations

from cardgen.figure.curves import Disc, circle, direction, hull
from cardgen.figure.pen import Layer, Pen
from cardgen.figure.shape import Shape, Tone

PLATES = 5
"""Of a weight stack."""
MAT_FAR, MAT_NEAR, MAT_TAPER, MAT_EDGE = 3.4, 3.6, 4.0, 0.5
"""How far the edges of a mat lie over and under the floor's line, how much shorter the far one is at each end, how round it is."""


def line(pen: Pen) -> None:
    """Draw a cable from its pulley, or a band from its anchor."""
    start, end, layer = pen.at("from"), pen.at("to"), pen.layer(Layer.MID)
    cable = pen.prop["type"] == "cable"
    pen.stroke([pen.camera.flat(start), pen.camera.flat(end)], 0.9 if cable else 1.7, layer)
    if pen.prop.get("pulley", True):
        pen.ball(start, 3.2 if cable else 2.2, layer)
        if cable:
            pen.hole(start, 1.1, layer)


def stack(pen: Pen) -> None:
    """Draw a cable column: post, arm out to the pulley, weight plates, foot."""
    x, z, top = pen.number("x", 0), pen.number("z", 0), pen.number("top", 122)
    pitch = pen.number("plates", 34) / PLATES
    pen.beam((x, 2, z), (x, top, z), 1.6)
    if arm := pen.prop.get("arm"):
        pen.beam((x, arm[1], z), (arm[0], arm[1], z), 1.6)
    middle = pen.camera.flat((x, 0.0, z))[0]
    for at in range(PLATES):
        ring: list[Disc] = [
            (middle + sign * 5.2, -(5 + at * pitch) - row * (pitch - 2.6), 0.8) for sign in (-1, 1) for row in (0, 1)
        ]
        pen.layers[Layer.BACK] += [
            Shape(tone=Tone.GAP, outline=hull(ring), halo=0.8),
            Shape(tone=Tone.EQUIPMENT, outline=hull(ring)),
        ]
    foot = hull((middle + sign * 7, -1.2, 1.2) for sign in (-1, 1))
    pen.layers[Layer.BACK].append(Shape(tone=Tone.EQUIPMENT, outline=foot))


def bench(pen: Pen) -> None:
    """Draw pads [x, y, x2, y2] along their upper face, the head end first; legs as plain lines."""
    radius = pen.number("thick", 4.4) / 2
    for x1, y1, x2, y2 in pen.prop.get("legs", ()):
        pen.beam((x1, y1, 0.0), (x2, y2, 0.0), 1.3)
    for x1, y1, x2, y2 in pen.prop["pads"]:
        way = direction((x1, y1), (x2, y2))
        down = (way[1], -way[0])
        head = (x1 + (down[0] + way[0]) * radius, y1 + (down[1] + way[1]) * radius, 0.0)
        foot = (x2 + (down[0] - way[0]) * radius, y2 + (down[1] - way[1]) * radius, 0.0)
        pen.slab(head, foot, radius, pen.number("z", 7))


def pad(pen: Pen) -> None:
    """Draw a pad between two places."""
    pen.slab(pen.at("from"), pen.at("to"), pen.number("r", 2.4), pen.number("z", 7))


def roller(pen: Pen) -> None:
    """Draw a round pad end-on."""
    center, layer = pen.at("at"), pen.layer(Layer.FRONT)
    pen.ball(center, pen.number("r", 3.4), layer)
    pen.hole(center, 0.9, layer)


def lever(pen: Pen) -> None:
    """Draw a machine arm through points, round the pivot at the first."""
    points = [pen.spot(point) for point in pen.prop["points"]]
    layer = pen.layer(Layer.BACK)
    pen.stroke([pen.camera.flat(point) for point in points], pen.number("w", 2.6), layer)
    pivot = pen.camera.flat(points[0])
    pen.layers[layer] += [
        Shape(tone=Tone.GAP, outline=circle(pivot, 3.9)),
        Shape(tone=Tone.EQUIPMENT, outline=circle(pivot, 3.0)),
        Shape(tone=Tone.GAP, outline=circle(pivot, 1.0)),
    ]


def frame(pen: Pen) -> None:
    """Draw round bars between pairs of places."""
    for start, end in pen.prop["segments"]:
        pen.beam(pen.spot(start), pen.spot(end), pen.number("r", 1.5))


def rails(pen: Pen) -> None:
    """Draw a Smith machine: twin guides and a foot, at `x` or through the bar `at`."""
    top = pen.number("top", 118)
    x = pen.at("at", "hands")[0] if pen.prop.get("x") is None else pen.number("x", 0)
    if abs(pen.camera.sin) > 0.8:  # noqa: PLR2004 - from the front
        for sign in (-1, 1):
            pen.beam((x, 2, sign * 44), (x, top, sign * 44), 1.2)
            pen.beam((x, 1.3, sign * 38), (x, 1.3, sign * 50), 1.3)
        pen.beam((x, top, -44), (x, top, 44), 1.2)
        return
    for aside in (-2.1, 2.1):
        pen.beam((x + aside, 2, 0), (x + aside, top, 0), 0.8)
    pen.beam((x - 14, 1.3, 0), (x + 14, 1.3, 0), 1.3)
    pen.beam((x - 5, top, 0), (x + 5, top, 0), 1.3)


def fixed_bar(pen: Pen) -> None:
    """Draw a bar that is fixed in the room, on posts where it has any."""
    (x, y), half = pen.prop["at"][:2], pen.number("half", 40)
    if pen.camera.along:
        pen.end((x, y, 0.0))
        return
    pen.beam((x, y, -half), (x, y, half), 1.3)
    for sign in (-1, 1) if pen.prop.get("posts") else ():
        pen.beam((x, 0, sign * half), (x, y, sign * half), 1.5)


def box(pen: Pen) -> None:
    """Draw a box that stands on the floor, or at the height `y`."""
    x, y, width, height, half, edge = (
        pen.number("x", 0),
        pen.number("y", 0),
        pen.number("w", 0),
        pen.number("h", 0),
        pen.number("z", 14),
        1.2,
    )
    corners = [
        (x + sign * (width / 2 - edge), y + level, side * (half - edge))
        for sign in (-1, 1)
        for level in (edge, height - edge)
        for side in (-1, 1)
    ]
    pen.put(hull([pen.camera.disc(corner, edge) for corner in corners]), pen.layer(Layer.BACK))


def ball(pen: Pen) -> None:
    """Draw an exercise ball."""
    pen.ball(pen.at("at"), pen.number("r", 17), pen.layer(Layer.BACK))


def mat(pen: Pen) -> None:
    """Draw a mat under the figure as it is seen from a little above: the body lies in its middle, its far edge is shorter."""
    start, end = pen.number("x1", 0) + MAT_EDGE, pen.number("x2", 0) - MAT_EDGE
    far, near = MAT_EDGE - MAT_FAR, MAT_NEAR - MAT_EDGE
    corners = ((start, near), (end, near), (start + MAT_TAPER, far), (end - MAT_TAPER, far))
    pen.put(hull((x, y, MAT_EDGE) for x, y in corners), pen.layer(Layer.BACK), Tone.GROUND)
