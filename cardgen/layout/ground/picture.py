"""A card in, what shows its exercise out: photographs, else the figure, else the muscle map, or what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cardgen.compose import Card, CardPhoto
from cardgen.display import Item
from cardgen.layout.ground.figures import FigurePlan, place_figure, plan_figure, recoloured
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.photos import LEAST_MM, PhotoRow, place_photos, plan_photos
from cardgen.layout.ground.text import Slot
from cardgen.values.geometry import mm
from cardgen.values.use import Picture as Asked

FIGURE_LEAST_MM = 22.0
"""No figure in a row is lower, where it can be higher, and no body in a head, if it stood: a coach must tell the knee from the elbow."""

Picture = PhotoRow | FigurePlan


def plan_picture(card: Card, room: float, height: float, kit: Kit) -> Picture | None:
    """Return the picture of a card, no wider and no higher; None where it has neither photographs nor a figure."""
    if card.photos:
        return plan_photos(card, room, height, kit)
    return plan_figure(card, (room, height), kit.theme)


def place_picture(picture: Picture, card: Card, x: float, y: float, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place a picture with its top left corner at (x, y); of the muscles, those that the card names are in colour."""
    match picture:
        case PhotoRow():
            return place_photos(picture, card, x, y, kit, order)
        case FigurePlan():
            return place_figure(recoloured(picture, card), Slot(x, y), next(order), card.words, card.language)


def least_height(card: Card, full: float) -> float:
    """Return how low a picture may be that could be `full` high."""
    return min(full, mm(LEAST_MM if card.photos else FIGURE_LEAST_MM))


def pictured(card: Card, photos: tuple[CardPhoto, ...], asked: Asked) -> Card:
    """Return a card with what is to show the exercise: photographs before the figure, unless something else is asked."""
    shows_figure = card.figure is not None and (asked is Asked.FIGURE or (asked is Asked.BEST and not photos))
    shows_photos = not shows_figure and asked not in (Asked.MUSCLES, Asked.NONE)
    return replace(
        card,
        photos=photos if shows_photos else (),
        figure=card.figure if shows_figure else None,
        picture=asked,
    )
