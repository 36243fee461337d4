"""What of a drawing is seen, and where a drawing within it goes (SVG 2, 8.2 and 8.6)."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.display import Op, Segment
from cardgen.pictures.svg.tree import PLAIN, Element
from cardgen.pictures.svg.values import Matrix, length, numbers
from cardgen.pictures.svg.work import SvgError
from cardgen.values.geometry import Rect

_SLACK = 0.5
"""Of a thousand units: what is cut there is not seen."""
_FLATTEST = 50.0
"""The longer side by the shorter: a longer band is a mistake."""


def frame_of(root: Element) -> Rect:
    """Return what of a drawing is seen, in its own units."""
    if box := root.get("viewBox"):
        values = numbers(box, root.line)
        if len(values) != 4:  # noqa: PLR2004 - left, top, width and height
            raise SvgError(f'the viewBox "{box[:40]}" is not four numbers', line=root.line, hint=PLAIN)
        frame = Rect(x=values[0], y=values[1], width=values[2], height=values[3])
    else:
        width, height = (length(root.get(name).rstrip("%"), root.line) for name in ("width", "height"))
        if "%" in root.get("width") + root.get("height"):
            width = height = 0.0
        frame = Rect(x=0.0, y=0.0, width=width, height=height)
    if min(frame.width, frame.height) <= 0:
        raise SvgError("the drawing does not say how large it is", line=root.line, hint="give it a viewBox")
    if max(frame.width, frame.height) > _FLATTEST * min(frame.width, frame.height):
        raise SvgError("the drawing is a band, much longer than wide", line=root.line, hint="cut it to what is drawn")
    return frame


def window(element: Element, user: Element, whole: Rect) -> Matrix:
    """Return where an inner drawing, or a symbol that `user` shows, puts what is in it: in the middle, as large as it fits."""
    shift = Matrix()
    if element is user:
        x = length(user.get("x"), user.line, whole=whole.width)
        y = length(user.get("y"), user.line, whole=whole.height)
        shift = Matrix(e=x, f=y)
    values = numbers(element.get("viewBox"), element.line)
    if not values:
        return shift
    if len(values) != 4 or min(values[2:]) <= 0:  # noqa: PLR2004 - left, top, width and height
        raise SvgError(
            f'the viewBox "{element.get("viewBox")[:40]}" is not four numbers', line=element.line, hint=PLAIN
        )
    left, top, wide, high = values
    width = length(user.get("width") or element.get("width"), user.line, whole=whole.width, otherwise=whole.width)
    height = length(user.get("height") or element.get("height"), user.line, whole=whole.height, otherwise=whole.height)
    if user.get("preserveAspectRatio").split()[:1] == ["none"]:
        return shift @ Matrix(a=width / wide, d=height / high) @ Matrix(e=-left, f=-top)
    scale = min(width / wide, height / high)
    middle = Matrix(e=(width - wide * scale) / 2, f=(height - high * scale) / 2)
    return shift @ middle @ Matrix(a=scale, d=scale) @ Matrix(e=-left, f=-top)


def covers_all(outline: Sequence[Segment], placed: Matrix, frame: Rect, scale: float) -> bool:
    """Tell whether a shape is an upright rectangle that holds the whole frame, which `scale` makes as large as it is drawn."""
    if any(op is Op.CURVE for op, _ in outline):
        return False
    points = {(round(x, 2), round(y, 2)) for x, y in (placed.points(values) for _, values in outline if values)}
    xs, ys = {x for x, _ in points}, {y for _, y in points}
    if len(points) != 4 or len(xs) != 2 or len(ys) != 2:  # noqa: PLR2004 - the corners of a rectangle
        return False
    within = min(xs) <= _SLACK and min(ys) <= _SLACK
    return within and max(xs) >= frame.width * scale - _SLACK and max(ys) >= frame.height * scale - _SLACK
