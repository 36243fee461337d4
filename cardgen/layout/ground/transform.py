"""Finished items in, the same items elsewhere, larger or smaller out: pages as parts of other pages. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from cardgen.display import Image, Item, LinkArea, Mark, Op, Page, Path, Segment, Stamp, Text
from cardgen.values.geometry import Rect


def scaled(page: Page, factor: float, dx: float, dy: float) -> tuple[Item, ...]:
    """Return the items of a page at `factor` times their size, the page's top left corner at (dx, dy); marks and links stay."""
    return tuple(_placed(item, factor, dx, dy) for item in page.items)


def moved(items: Iterable[Item], dx: float, dy: float) -> tuple[Item, ...]:
    """Return items further to the right by dx and lower by dy."""
    return tuple(_placed(item, 1.0, dx, dy) for item in items)


def as_picture(items: Iterable[Item], mark: Mark) -> tuple[Item, ...]:
    """Return items as parts of one picture, which has one mark; what was a link in it is none any more."""
    return tuple(replace(item, mark=mark) for item in items if not isinstance(item, LinkArea))


def _placed(item: Item, factor: float, dx: float, dy: float) -> Item:
    match item:
        case Text():
            return replace(item, x=item.x * factor + dx, y=item.y * factor + dy, size=item.size * factor)
        case Path():
            return replace(
                item,
                segments=tuple(_segment(segment, factor, dx, dy) for segment in item.segments),
                stroke_width=item.stroke_width * factor,
                dashes=tuple(length * factor for length in item.dashes) if item.dashes else None,
            )
        case Stamp():
            return replace(item, x=item.x * factor + dx, y=item.y * factor + dy, scale=item.scale * factor)
        case LinkArea() | Image():
            return replace(item, rect=_rect(item.rect, factor, dx, dy))
        case _:
            assert_never(item)


def _segment(segment: Segment, factor: float, dx: float, dy: float) -> Segment:
    op, values = segment
    if op is Op.RECT:
        x, y, width, height = values
        return op, (x * factor + dx, y * factor + dy, width * factor, height * factor)
    return op, tuple(value * factor + (dy if at % 2 else dx) for at, value in enumerate(values))


def _rect(rect: Rect, factor: float, dx: float, dy: float) -> Rect:
    return Rect(x=rect.x * factor + dx, y=rect.y * factor + dy, width=rect.width * factor, height=rect.height * factor)
