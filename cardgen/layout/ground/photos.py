"""A photograph in, how it is read, printed and cornered out."""

from __future__ import annotations

from dataclasses import replace

from cardgen.compose import Card, CardPhoto
from cardgen.display import Color, ColorSpace, Item, Mark, Negative, Op, Path, Role
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import KAPPA
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

HAIR = 0.8
"""In points: viewers draw pictures to the next whole pixel, so what covers their corners reaches beyond their edges."""
RADIUS = 2.0
"""Of a photograph's corners, in sheet units."""


def photo_mark(card: Card, photo: CardPhoto, order: int) -> Mark:
    """Return how a photograph is read."""
    language = "" if card.image_alt else _own_on(card)
    return Mark(role=Role.PHOTO, order=order, language=language, alternative=_alternative(card, photo))


def printed_negative(photo: CardPhoto, kit: Kit) -> Negative:
    """Return a photograph as it is printed: grey where there is one ink."""
    space = ColorSpace.GRAY if kit.theme.one_ink else photo.negative.space
    return replace(photo.negative, space=space)


def _alternative(card: Card, photo: CardPhoto) -> str:
    words = card.words
    what = card.image_alt or words(f"picture.{photo.negative.medium.value}", title=card.title)
    return words("photo.caption", photo=what, caption=photo.caption.lower()) if photo.caption else what


def _own_on(card: Card) -> str:
    """Return what marks words of the program's own on a card: its language where the card has another."""
    return other_language(card.words.language, card.language)


def corners(rect: Rect, radius: float, ground: Color) -> list[Item]:
    """Return the four pieces of ground that round a photograph's corners; they reach a hair beyond its edge."""
    found: list[Item] = []
    for x, y, dx, dy in (
        (rect.x - HAIR, rect.y - HAIR, 1, 1),
        (rect.right + HAIR, rect.y - HAIR, -1, 1),
        (rect.right + HAIR, rect.bottom + HAIR, -1, -1),
        (rect.x - HAIR, rect.bottom + HAIR, 1, -1),
    ):
        r = radius + HAIR
        k = r * (1 - KAPPA)
        segments = (
            (Op.MOVE, (x, y)),
            (Op.LINE, (x + r * dx, y)),
            (Op.CURVE, (x + k * dx, y, x, y + k * dy, x, y + r * dy)),
            (Op.CLOSE, ()),
        )
        found.append(Path(segments=segments, fill=ground))
    return found
