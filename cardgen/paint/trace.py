"""A page in, readable text out, an item a line: golden files that can be reviewed like code. Knows no PDF.

Lengths are in points with one decimal, y down: for a text, x and baseline; for shapes and links, left, top, right and bottom.
"""

from __future__ import annotations

from typing import assert_never

from cardgen.display import (
    SOFT_HYPHEN,
    WHOLE,
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
)

HYPHENATED = "¬"
"""What is written for a hyphen that parts a word at the end of a line."""
_POINTS = {Op.MOVE: 1, Op.LINE: 1, Op.CURVE: 3, Op.CLOSE: 0}


def trace(page: Page) -> str:
    """Return the page as text, in painting order."""
    lines = [f'page {page.width:.1f} x {page.height:.1f} "{page.title}" {page.language}']
    lines += [f"note: {note}" for note in page.notes]
    lines += [_line(item) for item in page.items]
    return "\n".join(lines) + "\n"


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
            place = f"{item.x:.1f} {item.y:.1f}  {item.size:.1f} pt  {faces}  {item.color.hex()}"
            spaced = f"  tracking {item.tracking:.2f}" if item.tracking else ""
            return f'{_mark(item.mark)}  {place}{spaced}  "{item.text.replace(SOFT_HYPHEN, HYPHENATED)}"{_extras(item.mark)}'
        case Path():
            fill = f"  fill {item.fill.hex()}" if item.fill else ""
            stroke = f"  stroke {item.stroke.hex()} {item.stroke_width:.1f} pt" if item.stroke else ""
            return f"{_mark(item.mark)}  {_kind(item)}  {_box(*bounds(item))}{fill}{stroke}{_extras(item.mark)}"
        case LinkArea(rect=rect):
            return f"{_mark(item.mark)}  link area  {_box(rect.x, rect.y, rect.right, rect.bottom)}{_extras(item.mark)}"
        case Image(rect=rect, pixels=pixels):
            size = f"{pixels.columns} x {pixels.rows} px  {_ink(item)}"
            box = _box(rect.x, rect.y, rect.right, rect.bottom)
            return f"{_mark(item.mark)}  image  {box}  {size}{_extras(item.mark)}"
        case Stamp(rect=rect, drawing=drawing):
            box = _box(rect.x, rect.y, rect.right, rect.bottom)
            return f"{_mark(item.mark)}  drawing  {box}  {drawing.name}{_extras(item.mark)}"
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
    return "".join(f"  {name}={value}" for name, value in named if value)


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
    return f"{left:.1f} {top:.1f} {right:.1f} {bottom:.1f}"
