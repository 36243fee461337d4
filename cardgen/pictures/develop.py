"""A laid out page in, the same page out with its photographs developed to the size in which they stand on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cardgen.display import Image, Item, Negative, Page, Pixels
from cardgen.errors import Location, Problem
from cardgen.geometry import Rect
from cardgen.guide.model import Guide
from cardgen.pictures.opening import PictureError
from cardgen.pictures.photo import develop_photo
from cardgen.pictures.photos import problem_of

_Order = tuple[str, Rect, float, float]
"""A file, the part of it that is shown, and the width and height in print."""


@dataclass(slots=True, kw_only=True)
class Darkroom:
    """Photographs that were developed: a photograph that comes again in the same size is not developed again."""

    prints: dict[_Order, Pixels] = field(default_factory=dict)

    def develop(self, image: Image, negative: Negative) -> Pixels:
        """Return the pixels of a photograph for its place, or raise PictureError."""
        size = (round(image.rect.width, 2), round(image.rect.height, 2))
        order = (negative.file, image.crop, *size)
        if order not in self.prints:
            self.prints[order] = develop_photo(Path(negative.file), crop=image.crop, size=size)
        return self.prints[order]


def develop_page(page: Page, guide: Guide, darkroom: Darkroom) -> tuple[Page, tuple[Problem, ...]]:
    """Return the page of a guide's card ready to be painted, and an error for each photograph that turns out to be damaged."""
    if not any(isinstance(item, Image) and isinstance(item.pixels, Negative) for item in page.items):
        return page, ()
    places = {photo.file: photo.location for photo in guide.photos}
    problems: list[Problem] = []
    items: list[Item] = []
    for item in page.items:
        if isinstance(item, Image) and isinstance(item.pixels, Negative):
            items += _developed(item, item.pixels, darkroom, places, problems)
        else:
            items.append(item)
    return replace(page, items=tuple(items)), tuple(dict.fromkeys(problems))


def _developed(
    image: Image, negative: Negative, darkroom: Darkroom, places: Mapping[str, Location], problems: list[Problem]
) -> list[Item]:
    try:
        return [replace(image, pixels=darkroom.develop(image, negative))]
    except PictureError as error:
        problems.append(problem_of(error, places.get(negative.file, Location(path=negative.file))))
        return []
