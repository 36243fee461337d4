"""Laid out pages in, the same pages out with their photographs developed to the size in which they stand on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cardgen.display import Color, ColorSpace, Drawing, Image, Item, Medium, Negative, Op, Page, Pixels, Stamp
from cardgen.display import Path as Shape
from cardgen.guide.model import Guide
from cardgen.pictures.drawn import open_drawing
from cardgen.pictures.opening import PictureError, quietly
from cardgen.pictures.photo import develop_photo
from cardgen.pictures.photos import problem_of
from cardgen.values.errors import Location, Problem
from cardgen.values.geometry import Rect

WHITE = Color(1.0, 1.0, 1.0)
"""What drawings are made for, whatever the ground is."""
FEW = 4
"""So many are done before threads have started; a card has no more."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a photograph."""

    file: str
    crop: Rect
    width: float
    height: float
    """In print, in points."""
    space: ColorSpace
    medium: Medium


@dataclass(slots=True, kw_only=True)
class Darkroom:
    """Photographs that were developed: one that comes again in the same size is not developed again."""

    hands: int = 1
    """How many are developed at once where there are many."""
    prints: dict[Order, Pixels | Drawing | PictureError] = field(default_factory=dict)
    """What came of each, whichever it was."""

    def develop(self, orders: Iterable[Order]) -> None:
        """Develop what has not been developed yet."""
        new = tuple(dict.fromkeys(order for order in orders if order not in self.prints))
        if not new:
            return
        with quietly():
            if self.hands == 1 or len(new) <= FEW:
                self.prints |= dict(zip(new, map(_develop, new), strict=True))
                return
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - 10 ms

            with ThreadPoolExecutor(self.hands) as pool:
                self.prints |= dict(zip(new, pool.map(_develop, new), strict=True))


def develop_page(page: Page, guide: Guide, darkroom: Darkroom) -> tuple[Page, tuple[Problem, ...]]:
    """Return the page of a guide's card ready to be painted, and an error for each photograph that turns out to be damaged."""
    return develop_pages([(page, guide)], darkroom)[0]


def develop_pages(
    cards: Sequence[tuple[Page, Guide]], darkroom: Darkroom
) -> tuple[tuple[Page, tuple[Problem, ...]], ...]:
    """Return what `develop_page` does for each page; where there are many, photographs are developed side by side."""
    darkroom.develop(order for page, _ in cards for item in page.items if (order := _order(item)))
    return tuple(_developed(page, guide, darkroom.prints) for page, guide in cards)


def _order(item: Item) -> Order | None:
    if isinstance(item, Image) and isinstance(item.pixels, Negative):
        # to a hundredth of a point, so that sums of lengths that differ in their last bit are one size
        width, height = round(item.rect.width, 2), round(item.rect.height, 2)
        return Order(item.pixels.file, item.crop, width, height, item.pixels.space, item.pixels.medium)
    return None


def _develop(order: Order) -> Pixels | Drawing | PictureError:
    try:
        if order.medium is Medium.DRAWING and (drawing := open_drawing(Path(order.file), order.space)):
            return drawing
        return develop_photo(Path(order.file), crop=order.crop, size=(order.width, order.height), space=order.space)
    except PictureError as error:
        return error


def _developed(
    page: Page, guide: Guide, prints: Mapping[Order, Pixels | Drawing | PictureError]
) -> tuple[Page, tuple[Problem, ...]]:
    if not any(map(_order, page.items)):
        return page, ()
    places = {photo.file: photo.location for photo in guide.photos}
    problems: list[Problem] = []
    items: list[Item] = []
    for item in page.items:
        order = _order(item)
        if not order or not isinstance(item, Image):
            items.append(item)
            continue
        found = prints[order]
        if isinstance(found, PictureError):
            problems.append(problem_of(found, places.get(order.file, Location(path=guide.path))))
        elif isinstance(found, Drawing):
            items += _on_white(found, item)
        else:
            items.append(replace(item, pixels=found))
    return replace(page, items=tuple(items)), tuple(dict.fromkeys(problems))


def _on_white(drawing: Drawing, image: Image) -> tuple[Item, ...]:
    """Return a drawing on white paper in the place of a picture: whole, in the middle, as large as it fits."""
    rect = image.rect
    scale = min(rect.width / drawing.width, rect.height / drawing.height)
    x, y = rect.x + (rect.width - drawing.width * scale) / 2, rect.y + (rect.height - drawing.height * scale) / 2
    ground = Shape(segments=((Op.RECT, (rect.x, rect.y, rect.width, rect.height)),), fill=WHITE)
    return ground, Stamp(x=x, y=y, scale=scale, drawing=drawing, mark=image.mark)
