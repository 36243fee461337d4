"""What is held: bars, bells, plates, balls, ropes and straps; each kind draws itself with a pen."""

from __future__ import annotations

import math

from cardgen.display import Op
from cardgen.figure.curves import Disc, circle, hull, plus
from cardgen.figure.pen import AXES, Layer, Pen, along
from cardgen.figure.shape import Shape, Tone
from cardgen.figure.space import Vec, add, between, cross, less, unit

SHOULDER_MARKS = ("back", "rack")
"""A bar there turns with the trunk."""
LOADED = 11.0
"""A plate larger than this has a second one beside it."""


def barbell(pen: Pen) -> None:
    """Draw a bar with plates.

    From the side the far plate stands behind the figure and the near one is left away, so that the body stays whole. In other
    views the bar passes before or behind the trunk, the near plates over all.
    """
    x, y, z = pen.at("at", "hands")
    radius, half, out = pen.number("plate", 12.9), pen.number("half", 52), pen.number("z", 36)
    if pen.camera.along:
        if radius:
            pen.plate((x, y, -out), AXES["z"], (radius, 3), Layer.BACK)
        pen.end((x, y, 0.0))
        return
    on_shoulders = pen.prop.get("at") in SHOULDER_MARKS
    axis = pen.body.trunk.right if on_shoulders else AXES["z"]
    center = (x, y, z if on_shoulders else 0.0)
    main = pen.layer(_bar_layer(pen, x, y))
    pen.beam(add(center, axis, -half), add(center, axis, half), 0.95, main)
    near = 1 if pen.camera.cos >= 0 else -1
    for sign in (-1, 1):
        layer = main if abs(pen.camera.sin) > 0.9 else Layer.FRONT if sign == near else Layer.BACK  # noqa: PLR2004
        if radius:
            pen.plate(add(center, axis, sign * out), axis, (radius, 2.7), layer)
        if radius > LOADED:
            pen.plate(add(center, axis, sign * (out + 3.6)), axis, (radius * 0.72, 2.7), layer)


def _bar_layer(pen: Pen, x: float, y: float) -> Layer:
    """Return whether a bar at (x, y) passes before or behind the trunk."""
    hip, shoulder = pen.body["hip"], pen.body["sh"]
    share = max(0.0, min(1.3, (y - hip[1]) / ((shoulder[1] - hip[1]) or 1.0)))
    trunk = between(hip, shoulder, share)
    before = abs(pen.camera.sin) <= 0.5 or (x - trunk[0]) * pen.camera.view[0] > -1  # noqa: PLR2004 - thirty degrees
    return Layer.FRONT if before else Layer.BACK


def trapbar(pen: Pen) -> None:
    """Draw a hexagonal bar round the body: from the side a plate beyond the figure and the frame at the hands."""
    x, y, _ = pen.at("at", "hands")
    out, plate = pen.number("z", 32), pen.number("plate", 12.9)
    if pen.camera.along:
        pen.plate((x, y, -out), AXES["z"], (plate, 3), Layer.BACK)
        pen.beam((x - 15, y, 0.0), (x + 15, y, 0.0), 1.1, Layer.HELD)
        return
    for sign in (-1, 1):
        pen.beam((x - 9, y, sign * 12), (x + 9, y, sign * 12), 1.0, Layer.HELD)
        pen.beam((x, y, sign * 22), (x, y, sign * (out + 10)), 1.0, Layer.HELD)
        pen.plate((x, y, sign * out), AXES["z"], (plate, 2.7), Layer.HELD)


def dumbbell(pen: Pen) -> None:
    """Draw a dumbbell in each hand: end-on a hexagon, so that it is no ball."""
    for side in pen.prop.get("hands", "RL"):
        axis = _bell_axis(pen, side)
        center = pen.at("at", "hand" + side)
        if pen.end_on(axis):
            layer = pen.layer(Layer.FRONT if pen.is_near(side) else Layer.BACK)
            x, y = pen.camera.flat(center)
            corners = (at * math.pi / 3 for at in range(6))
            pen.put(hull([(x + 3.6 * math.cos(a), y + 3.6 * math.sin(a), 1.1) for a in corners]), layer)
            pen.hole(center, 1.2, layer)
            continue
        layer = pen.of_side(side)
        pen.beam(add(center, axis, -4), add(center, axis, 4), 1.1, layer)
        for sign in (-1, 1):
            pen.plate(add(center, axis, sign * 5.9), axis, (4.2, 4.6), layer)


def _bell_axis(pen: Pen, side: str) -> Vec:
    """Return the axis of a dumbbell: `thumb` lies across the forearm, thumb up (neutral grip), any other `thumb...` along it."""
    named = str(pen.prop.get("axis", "z"))
    if not named.startswith("thumb"):
        return pen.axis("z")
    x, y, _ = less(pen.body["hand" + side], pen.body["wr" + side])
    return unit((-y, x, 0.0) if named == "thumb" else (x, y, 0.0))


def kettlebell(pen: Pen) -> None:
    """Draw a kettlebell at `at`, or one in each of `hands`; it hangs at the angle `hang` from the fist."""
    angle = math.radians(pen.number("hang", 0))
    down = (math.sin(angle), -math.cos(angle), 0.0)
    for side in pen.prop.get("hands") or ("",):
        center = pen.at("at", "hand" + side if side else "hands")
        layer = pen.layer(pen.of_side(side) if side else Layer.HELD)
        aside = unit(cross(down, pen.camera.view))
        ball = add(center, down, 9.8)
        low, high = add(ball, down, -3), center
        points = (add(low, aside, -4.6), add(high, aside, -4.2), add(high, aside, 4.2), add(low, aside, 4.6))
        loop = [pen.camera.flat(p) for p in points]
        outline = tuple((Op.LINE if at else Op.MOVE, p) for at, p in enumerate(loop))
        pen.layers[layer].append(Shape(tone=Tone.GAP, outline=outline, width=2.0 + 2 * pen.gap))
        pen.ball(ball, 6.1, layer)
        pen.stroke(loop, 2.0, layer)


def medball(pen: Pen) -> None:
    """Draw a ball with a seam."""
    center, layer, radius = pen.at("at", "hands"), pen.layer(Layer.HELD), pen.number("r", 6.6)
    pen.ball(center, radius, layer)
    x, y = pen.camera.flat(center)
    seam = (
        x - radius * 0.3,
        y + radius * 0.25,
        x + radius * 0.3,
        y + radius * 0.25,
        x + radius * 0.93,
        y - radius * 0.2,
    )
    outline = ((Op.MOVE, (x - radius * 0.93, y - radius * 0.2)), (Op.CURVE, seam))
    pen.layers[layer].append(Shape(tone=Tone.GAP, outline=outline, width=0.8))


def weight(pen: Pen) -> None:
    """Draw a weight plate held by its rim or hugged; `axis` leads through its hole, `thumb` hugs it to the trunk."""
    if pen.prop.get("axis") == "thumb":
        x, y, _ = less(pen.body["sh"], pen.body["hip"])
        axis = unit((y, -x, 0.0))
    else:
        axis = pen.axis("z")
    layer = pen.layer(Layer.HELD)
    for side in pen.prop.get("hands") or ("",):
        center = pen.at("at", "hand" + side if side else "hands")
        pen.plate(center, axis, (pen.number("r", 8.6), 2.6), layer)
        if pen.end_on(axis):
            pen.hole(center, 1.6, layer)


def landmine(pen: Pen) -> None:
    """Draw a bar from its hinge on the floor through the hands, plates at its end."""
    hinge, hands = pen.at("from"), pen.at("at", "hands")
    way, layer = along(hinge, hands), pen.layer(Layer.HELD)
    pen.beam(hinge, add(hands, way, pen.number("beyond", 4)), 1.1, layer)
    plates = Layer(pen.prop["plate_layer"]) if "plate_layer" in pen.prop else layer
    center, radius = add(hands, way, pen.number("plate_at", -9)), pen.number("plate", 10)
    pen.plate(center, way, (radius, 3), plates)
    foot: list[Disc] = [pen.camera.disc(add(hinge, (sign * 3.0, -1.6, 0.0)), 1.4) for sign in (-1, 1)]
    pen.put(hull(foot), pen.layer(Layer.BACK))


def strap(pen: Pen) -> None:
    """Draw a suspension strap, or a ring on its strap, from `from` to each hand."""
    start, out = pen.at("from"), pen.prop.get("z")
    for side in pen.prop.get("hands", "LR"):
        hand = pen.at("at", "hand" + side)
        z = hand[2] if out is None else float(out) if side == "R" else -float(out)
        layer = pen.layer(pen.of_side(side))
        pen.stroke([pen.camera.flat((start[0], start[1], z)), pen.camera.flat(hand)], 1.0, layer)
        if pen.prop.get("ring"):
            pen.lined(circle(pen.camera.flat(hand), 4.6), 1.6, Layer.FRONT if layer is Layer.HELD else layer)
        elif side == pen.camera.near:
            pen.end(hand)


def rope(pen: Pen) -> None:
    """Draw the two short strands of a rope handle, from the cable's end to the fists."""
    knot = pen.at("from")
    for side in "LR":
        hand = pen.at("at", "hand" + side)
        pen.stroke([pen.camera.flat(knot), pen.camera.flat(hand)], 1.5, pen.layer(Layer.MID))
        pen.ball(add(hand, along(knot, hand), 3), 1.7, pen.layer(Layer.HELD))


def wave(pen: Pen) -> None:
    """Draw a battle rope: a wavy line along the floor to the fist; `phase` is 0 or 1."""
    start, end = pen.at("from"), pen.at("to")
    count, phase, most = pen.number("n", 5), pen.number("phase", 0), pen.number("amp", 4)
    points = []
    for at in range(41):
        share = at / 40
        calm = math.sin(math.pi * min(1.0, share * 1.6)) ** 0.5 if share < 0.62 else max(0.0, 1 - (share - 0.62) / 0.38)  # noqa: PLR2004
        height = most * calm
        x, y, z = between(start, end, share)
        lift = height * 0.6 if share < 0.8 else 0.0  # noqa: PLR2004 - the last fifth is in the hand
        points.append(pen.camera.flat((x, y + height * math.sin(math.pi * (count * share + phase)) + lift, z)))
    outline = tuple((Op.LINE if at else Op.MOVE, point) for at, point in enumerate(points))
    pen.lined(outline, 2.0, pen.layer(Layer.HELD))


def loop(pen: Pen) -> None:
    """Draw a skipping rope through both hands, over the head or under the feet at the height `top`; seen from the front."""
    right, left = (pen.camera.flat(pen.body["hand" + side]) for side in "RL")
    drop = (-pen.number("top", 0) - right[1]) * 4 / 3
    wide = 26.0 if right[0] > left[0] else -26.0
    curve = (*plus(right, (wide, drop)), *plus(left, (-wide, drop)), *left)
    outline = ((Op.MOVE, right), (Op.CURVE, curve))
    layer = pen.layer(Layer.BACK)
    if layer is not Layer.BACK:
        pen.layers[layer].append(Shape(tone=Tone.GAP, outline=outline, width=1.5 + 2 * pen.gap))
    pen.layers[layer].append(Shape(tone=Tone.EQUIPMENT, outline=outline, width=1.5))


def handle(pen: Pen) -> None:
    """Draw a grip along an axis."""
    center, axis, half = pen.at("at", "hands"), pen.axis("z"), pen.number("half", 6)
    if pen.end_on(axis):
        pen.end(center)
        return
    pen.beam(add(center, axis, -half), add(center, axis, half), 1.2, Layer.HELD)


def wheel(pen: Pen) -> None:
    """Draw a wheel, `hollow` by so much within its rim."""
    center, radius, layer = pen.at("at"), pen.number("r", 8), pen.layer(Layer.BACK)
    pen.ball(center, radius, layer)
    pen.hole(center, pen.number("hole", 1.6), layer)
    if pen.prop.get("hollow"):
        pen.hole(center, radius - pen.number("hollow", 0), layer)
        pen.layers[layer].append(Shape(tone=Tone.EQUIPMENT, outline=circle(pen.camera.flat(center), 1.6)))
