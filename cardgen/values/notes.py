"""What a layout tells of a page: what is not on it that was asked for. Values, put into words by those who speak to people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class LeftOut(Enum):
    """What a page does not show, and for what reason."""

    LOGO = "the logo, so that the card fits"
    FIGURE = "the figure, so that the card fits"
    PHOTOS = "the photographs, so that the card fits"
    PHOTOS_IN_LOW_INK = "the photographs, in low ink"
    MUSCLES = "names of muscles, for which there is no room"
    TEXTS_OF_HEADLINE = "the texts of the steps, on a headline card"
    NEXT_OF_POSTER = "the name of the next exercise, so that a poster can be read from afar"
    TEXTS_OF_POSTER = "the texts of the steps, likewise"
    EQUIPMENT_OF_PLAN = "the equipment, on a floor plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachPages:
    """The coach's sheet, which is to be one page, takes several."""

    pages: int
    stations: int


Note = LeftOut | CoachPages
