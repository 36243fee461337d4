"""Photographs and a room in, a row of them out: one height, uncropped where they fit, cropped a little at their sides where not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.compose import Card, CardPhoto
from cardgen.display import Color, ColorSpace, Image, Item, Mark, Medium, Negative, Op, Path, Role
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, resized, setting_of, size_of, type_of
from cardgen.layout.ground.shapes import KAPPA
from cardgen.layout.ground.text import Slot, block_height
from cardgen.theme.type import PHOTO_LABEL
from cardgen.typeset.prepare import WIDEST, Piece, prepare
from cardgen.typeset.tidy import tidy
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

HAIR = 0.8
"""In points: viewers draw pictures to the next whole pixel, so what covers their corners reaches beyond their edges."""
GAP = 4.0
"""Between photographs, in sheet units, as are those below."""
RADIUS = 2.0
LEAST_MM = 30.0
"""No photograph is lower: a coach must tell the knee from the elbow."""
LEAST_SHOWN = 0.84
"""The part of its width that is shown of a photograph at least: the figure stands in the middle, but lies from edge to edge."""
LABEL_STEP = 0.25
"""Labels of a row are of one size, and are made smaller by this much at a time, in points."""
LABEL_MOST = 0.3
"""The part of a photograph's height that a label may take while it can be smaller: the feet stand behind it."""
LABEL_PAD, LABEL_SIDE = 1.5, 2.4
"""Of a label: above and below its capitals, and at their sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRow:
    """Photographs side by side; lengths in points."""

    photos: tuple[CardPhoto, ...]
    widths: tuple[float, ...]
    shown: tuple[float, ...]
    """The part of each one's width that is shown."""
    height: float
    gap: float

    @property
    def width(self) -> float:
        """From the first one's left edge to the last one's right."""
        return sum(self.widths) + self.gap * (len(self.widths) - 1)


def plan_photos(card: Card, room: float, height: float, kit: Kit) -> PhotoRow:
    """Return the photographs of a card in a row of at most this height, no wider than `room`."""
    gap = GAP * kit.measures.unit
    ratios = [photo.negative.columns / photo.negative.rows for photo in card.photos]
    across = room - gap * (len(ratios) - 1)
    drawn = any(photo.negative.medium is Medium.DRAWING for photo in card.photos)
    height = min(height, across / (sum(ratios) * (1.0 if drawn else LEAST_SHOWN)))
    part = min(1.0, across / (sum(ratios) * height))
    return PhotoRow(
        photos=card.photos,
        widths=tuple(ratio * height * part for ratio in ratios),
        shown=(part,) * len(ratios),
        height=height,
        gap=gap,
    )


def place_photos(row: PhotoRow, card: Card, x: float, y: float, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place a row with its top left corner at (x, y), each photograph with its label."""
    items: list[Item] = []
    labels = [
        _set_label(photo.caption, Rect(x=0, y=0, width=width, height=row.height), card, kit)
        for photo, width in zip(row.photos, row.widths, strict=True)
    ]
    size = min((label.setting.size for label in labels if label), default=0.0)
    for photo, width, shown, label in zip(row.photos, row.widths, row.shown, labels, strict=True):
        rect = Rect(x=x, y=y, width=width, height=row.height)
        mark = photo_mark(card, photo, next(order))
        crop = Rect(x=(1 - shown) / 2, y=0.0, width=shown, height=1.0)
        items.append(Image(rect=rect, pixels=printed_negative(photo, kit), mark=mark, crop=crop))
        items += corners(rect, RADIUS * kit.measures.unit, kit.theme.stage)
        if label:
            language = (
                _own_on(card) if photo.caption in (card.words("caption.start"), card.words("caption.finish")) else ""
            )
            mark = Mark(role=Role.CAPTION, order=next(order), language=language)
            items += _place_label(resized(label, size), rect, kit, mark)
        x += width + row.gap
    return items


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


def _set_label(caption: str, rect: Rect, card: Card, kit: Kit) -> Phrase | None:
    """Set a caption as large as it leaves enough of the picture; a photograph too narrow for its words has none."""
    if not caption:
        return None
    unit = kit.measures.unit
    room = rect.width - 2 * LABEL_SIDE * unit
    least = max(PHOTO_LABEL.least, kit.measures.least)
    piece = Piece(tidy(caption, language=card.language), PHOTO_LABEL.face)
    text = prepare([piece], kit.case, widest=min(room / least, WIDEST), language=card.language)
    label = Phrase(text=text, setting=setting_of(type_of(PHOTO_LABEL, kit), size_of(PHOTO_LABEL, kit), kit))
    while label.setting.size > least:
        high = label.height(room) + 2 * LABEL_PAD * unit
        if label.widest <= room and high <= LABEL_MOST * rect.height:
            break
        label = resized(label, max(label.setting.size - LABEL_STEP, least))
    return label if label.widest <= room else None


def _place_label(label: Phrase, rect: Rect, kit: Kit, mark: Mark) -> list[Item]:
    """Place a caption in the lower left corner, on the band's colour: what it is read on is never the picture."""
    side, white = LABEL_SIDE * kit.measures.unit, LABEL_PAD * kit.measures.unit
    room = rect.width - 2 * side
    lines = label.broken(room)
    width = max(wide for wide, _ in lines) + 2 * side
    height = block_height(len(lines), label.cap, label.setting.leading) + 2 * white
    tab = Rect(x=rect.x - HAIR, y=rect.bottom - height, width=width + HAIR, height=height + HAIR)
    placed = label.on_lines(lines, Slot(rect.x + side, tab.y + white), mark)
    return [_tab(tab, RADIUS * kit.measures.unit, kit.theme.stage), *placed]


def _tab(rect: Rect, radius: float, fill: Color) -> Path:
    """Return a rectangle with its upper right corner round: it stands in the lower left one of a photograph."""
    k = radius * (1 - KAPPA)
    segments = (
        (Op.MOVE, (rect.x, rect.y)),
        (Op.LINE, (rect.right - radius, rect.y)),
        (Op.CURVE, (rect.right - k, rect.y, rect.right, rect.y + k, rect.right, rect.y + radius)),
        (Op.LINE, (rect.right, rect.bottom)),
        (Op.LINE, (rect.x, rect.bottom)),
        (Op.CLOSE, ()),
    )
    return Path(segments=segments, fill=fill)


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
