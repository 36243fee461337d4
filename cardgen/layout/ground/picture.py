"""A card in, the card with what shows its exercise out: photographs, else the figure, else the map, or what is asked for."""

from __future__ import annotations

from dataclasses import replace

from cardgen.compose import Card, CardPhoto
from cardgen.values.use import Picture as Asked


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
