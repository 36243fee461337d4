"""A page in, readable text out, an item a line: golden files that can be reviewed like code. Knows no PDF.

Lengths are in points with two decimals, y down: for a text, x and baseline; for shapes and links, left, top, right and bottom;
of several lines or boxes side by side also where each stands, of other shapes how far it is from point to point, all in all.
Of a drawing its lines and colours are told, not its outlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import dist
from typing import assert_never

from cardgen.display import (
    SKETCH_UNIT,
    SOFT_HYPHEN,
    WHOLE,
    Drawing,
    Image,
    Item,
    LinkArea,
    Mark,
    Negative,
    Op,
    Page,
    Path,
    Pixels,
    Stamp,
    Text,
    Turn,
)
from cardgen.paint.etching import Sketch, sketches
from cardgen.paint.notes import in_words

HYPHENATED = "¬"
"""What is written for a hyphen that parts a word at the end of a line."""
_DECIMALS = 2
_EXACT = 0.005
"""In points: what rounds to nothing."""
_POINTS = {Op.MOVE: 1, Op.LINE: 1, Op.CURVE: 3, Op.CLOSE: 0}


def trace(page: Page) -> str:
    """Return the page as text, in painting order."""
    lines = [f'page {_pt(page.width)} x {_pt(page.height)} "{page.title}" {page.language}']
    lines += [f"note: {in_words(note)}" for note in page.notes]
    lines += [_line(item) for item in page.items]
    whole = "\n".join(lines) + "\n"
    return whole + "".join(
        f"placed at {_pt(it.x)} {_pt(it.y)}  scale {it.scale:.4g}\n{trace(it.page)}" for it in page.placed
    )


def bounds(path: Path) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a path; of a curve, those of its control points."""
    xs: list[float] = []
    ys: list[float] = []
    for op, values in path.segments:
        if op is Op.RECT:
            x, y, width, height = values
            xs += (x, x + width)
            ys += (y, y + height)
        else:
            xs += values[0::2]
            ys += values[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _line(item: Item) -> str:
    match item:
        case Text():
            faces = "+".join(dict.fromkeys(run.face for run in item.runs))
            place = f"{_pt(item.x)} {_pt(item.y)}  {_pt(item.size)} pt  {faces}  {item.color.hex()}"
            spaced = f"  tracking {item.tracking:.2f}" if item.tracking else ""
            spaced += "" if item.turn is Turn.NONE else f"  {item.turn.name.lower()}"
            return f'{_mark(item.mark)}  {place}{spaced}  "{item.text.replace(SOFT_HYPHEN, HYPHENATED)}"{_extras(item.mark)}'
        case Path():
            fill = f"  fill {item.fill.hex()}" if item.fill else ""
            stroke = f"  stroke {item.stroke.hex()} {_pt(item.stroke_width)} pt" if item.stroke else ""
            dashes = f"  dashes {_all(item.dashes)}" if item.dashes else ""
            box = f"{_box(*bounds(item))}{_places(item)}"
            return f"{_mark(item.mark)}  {_kind(item)}  {box}{fill}{stroke}{dashes}{_extras(item.mark)}"
        case LinkArea(rect=rect):
            return f"{_mark(item.mark)}  link area  {_box(rect.x, rect.y, rect.right, rect.bottom)}{_extras(item.mark)}"
        case Image(rect=rect, pixels=pixels):
            size = f"{pixels.columns} x {pixels.rows} px  {_ink(item)}"
            box = _box(rect.x, rect.y, rect.right, rect.bottom)
            return f"{_mark(item.mark)}  image  {box}  {size}{_extras(item.mark)}"
        case Stamp(rect=rect, drawing=drawing):
            box = _box(rect.x, rect.y, rect.right, rect.bottom)
            return f"{_mark(item.mark)}  drawing  {box}  {_shapes(drawing, item.scale)}{_extras(item.mark)}"
        case _:
            assert_never(item)


def _ink(image: Image) -> str:
    match image.pixels:
        case Negative(file=file):
            crop = image.crop
            part = f"  crop {crop.x:.3f} {crop.y:.3f} {crop.right:.3f} {crop.bottom:.3f}" if crop != WHOLE else ""
            return f"negative {file}{part}"
        case Pixels() as pixels:
            return f"{pixels.space.value}  {pixels.digest[:8]}"
        case _:
            assert_never(image.pixels)


def _mark(mark: Mark) -> str:
    return f"{mark.order:>5} {mark.role.value}"


def _extras(mark: Mark) -> str:
    named = (
        ("language", mark.language),
        ("link", mark.link),
        ("target", mark.target),
        ("alternative", mark.alternative),
    )
    placed = (
        ("level", mark.level),
        ("of", mark.part_of),
        ("column", mark.column),
        ("span", mark.span - 1 and mark.span),
    )
    return "".join(f"  {name}={value}" for name, value in (*placed, *named) if value)


def _kind(path: Path) -> str:
    ops = [op for op, _ in path.segments]
    if all(op is Op.RECT for op in ops):
        return "rectangle" if len(ops) == 1 else f"{len(ops)} rectangles"
    if Op.CURVE in ops:
        return "curved shape"
    if Op.CLOSE in ops:
        return f"polygon of {sum(_POINTS.get(op, 0) for op in ops)}"
    return "line"


def _box(left: float, top: float, right: float, bottom: float) -> str:
    return _all((left, top, right, bottom))


def _places(path: Path) -> str:
    """Return what the bounds of a path do not say: where its upright and level lines or boxes stand, how far its points are apart."""
    corners = [values[:2] for op, values in path.segments if op in (Op.MOVE, Op.RECT)]
    ops = {op for op, _ in path.segments}
    is_square = ops == {Op.RECT} or (ops == {Op.MOVE, Op.LINE} and not _slopes(path))
    if not is_square:
        return f"  way {_pt(_way(path))}"
    if not path.stroke or len(corners) == 1:
        return ""
    xs, ys = (sorted({_at(corner[axis]) for corner in corners}) for axis in (0, 1))
    return f"  at {_all(xs)} by {_all(ys)}"


def _slopes(path: Path) -> bool:
    """Tell whether a path of straight lines has one that is neither upright nor level."""
    return any(
        op is Op.LINE and min(abs(x - other) for x, other in zip(values, before, strict=True)) > _EXACT
        for (_, before), (op, values) in pairwise(path.segments)
    )


def _way(path: Path) -> float:
    """Return the distance from point to point of a shape, control points and moves included: another shape has another."""
    points = [values[at : at + 2] for _, values in path.segments for at in range(0, len(values), 2)]
    return sum(dist(one, other) for one, other in pairwise(points))


def _shapes(drawing: Drawing, scale: float) -> str:
    """Return how many shapes a drawing has, their colours, and the lines it is drawn with."""
    unit = scale * SKETCH_UNIT if drawing.etching else scale
    parts: Sequence[Path | Sketch] = tuple(sketches(drawing.etching)) if drawing.etching else drawing.paths
    fills = dict.fromkeys(part.fill.hex() for part in parts if part.fill)
    lines = dict.fromkeys(f"{part.stroke.hex()} {_pt(part.stroke_width * unit)} pt" for part in parts if part.stroke)
    told = [f"{len(parts)} shapes"]
    told += [f"fill {' '.join(fills)}"] * bool(fills)
    told += [f"stroke {', '.join(lines)}"] * bool(lines)
    return "  ".join(told)


def _all(lengths: Iterable[float]) -> str:
    return " ".join(map(_pt, lengths))


def _pt(length: float) -> str:
    return f"{_at(length):.{_DECIMALS}f}"


def _at(length: float) -> float:
    """Round a length; nothing is never less than nothing."""
    return round(length, _DECIMALS) + 0.0
