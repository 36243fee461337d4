"""An element that is a shape in, its lines and curves out (SVG 2, 10)."""

from __future__ import annotations

from cardgen.display import Op, Segment
from cardgen.pictures.svg.outline import read_outline
from cardgen.pictures.svg.tree import Element
from cardgen.pictures.svg.values import length, numbers
from cardgen.values.geometry import Rect

KAPPA = 0.5522847498
"""Length of the control lines of a quarter circle, in radii."""
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})


def outline_of(element: Element, frame: Rect) -> tuple[Segment, ...]:
    """Return the segments of a shape, none for one without size; percentages are of the frame."""
    match element.name:
        case "path":
            return read_outline(element.get("d"), element.line)
        case "rect":
            return _rect(element, frame)
        case "circle" | "ellipse":
            return _ellipse(element, frame)
        case "line":
            ends = [(_along(element, f"x{end}", frame), _down(element, f"y{end}", frame)) for end in "12"]
            return (Op.MOVE, ends[0]), (Op.LINE, ends[1])
        case _:
            return _polygon(element)


def _rect(element: Element, frame: Rect) -> tuple[Segment, ...]:
    x, y = _along(element, "x", frame), _down(element, "y", frame)
    width, height = _along(element, "width", frame), _down(element, "height", frame)
    if width <= 0 or height <= 0:
        return ()
    across, down = element.get("rx"), element.get("ry")
    rx = length(across or down, element.line, whole=frame.width)
    ry = length(down or across, element.line, whole=frame.height)
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        corners = ((x, y), (right, y), (right, bottom), (x, bottom))
        return ((Op.MOVE, corners[0]), *((Op.LINE, corner) for corner in corners[1:]), (Op.CLOSE, ()))
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        (Op.MOVE, (x + rx, y)),
        (Op.LINE, (right - rx, y)),
        (Op.CURVE, (right - kx, y, right, y + ky, right, y + ry)),
        (Op.LINE, (right, bottom - ry)),
        (Op.CURVE, (right, bottom - ky, right - kx, bottom, right - rx, bottom)),
        (Op.LINE, (x + rx, bottom)),
        (Op.CURVE, (x + kx, bottom, x, bottom - ky, x, bottom - ry)),
        (Op.LINE, (x, y + ry)),
        (Op.CURVE, (x, y + ky, x + kx, y, x + rx, y)),
        (Op.CLOSE, ()),
    )


def _ellipse(element: Element, frame: Rect) -> tuple[Segment, ...]:
    x, y = _along(element, "cx", frame), _down(element, "cy", frame)
    if element.name == "circle":
        # of a percentage, the mean of both sides (SVG 2, 8.9)
        whole = ((frame.width**2 + frame.height**2) / 2) ** 0.5
        rx = ry = length(element.get("r"), element.line, whole=whole)
    else:
        across, down = element.get("rx"), element.get("ry")
        rx = length(across or down, element.line, whole=frame.width)
        ry = length(down or across, element.line, whole=frame.height)
    if rx <= 0 or ry <= 0:
        return ()
    kx, ky = rx * KAPPA, ry * KAPPA
    return (
        (Op.MOVE, (x + rx, y)),
        (Op.CURVE, (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        (Op.CURVE, (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        (Op.CURVE, (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        (Op.CURVE, (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        (Op.CLOSE, ()),
    )


def _polygon(element: Element) -> tuple[Segment, ...]:
    values = numbers(element.get("points"), element.line)
    points = [(x, y) for x, y in zip(values[0::2], values[1::2], strict=False)]
    if not points:
        return ()
    closed = [(Op.CLOSE, ())] if element.name == "polygon" else []
    return ((Op.MOVE, points[0]), *((Op.LINE, point) for point in points[1:]), *closed)


def _along(element: Element, name: str, frame: Rect) -> float:
    return length(element.get(name), element.line, whole=frame.width)


def _down(element: Element, name: str, frame: Rect) -> float:
    return length(element.get(name), element.line, whole=frame.height)
