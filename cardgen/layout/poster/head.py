"""A card in, the head of what hangs on a wall out: gym and equipment over the title, the station's square exactly as high."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cardgen.compose import Card
from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.band import band_ground, title_of
from cardgen.layout.ground.box import At, Frame, Pen, art, place, read, says, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.logo import fitted, placed
from cardgen.layout.ground.square import place_square
from cardgen.layout.ground.titling import Eyebrow, eyebrow_for, place_eyebrow, place_title
from cardgen.theme.type import WALL_GYM, Style
from cardgen.typeset.linebreak import TooWideError
from cardgen.values.geometry import Rect

GAP = 6.0
"""From the square to the text, between gym and equipment, and under them at the least a quarter of it; in units."""
GYM_WIDTH = 36.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadForm:
    """How a head is set: lengths in units, sizes in points on A5."""

    height: float
    gym: float
    """Height of the logo."""
    middle: float
    """Of logo and equipment."""
    equipment: float
    foot: float
    """From the title's baseline to the head's foot."""
    titles: Mapping[int, tuple[float, float]]
    """Greatest and least size by the number of lines."""
    square: At
    """At which end the number stands; equipment is next to it."""


POSTER = HeadForm(
    height=48.0, gym=8.5, middle=10.8, equipment=13.0, foot=6.75, square=At.END,
    titles={1: (59.0, 36.0), 2: (40.0, 21.0), 3: (27.0, 15.0)},
)  # fmt: skip
STATION = HeadForm(
    height=36.0, gym=8.0, middle=7.7, equipment=12.8, foot=5.2, square=At.START,
    titles={1: (63.0, 31.0), 2: (31.0, 18.0), 3: (20.0, 14.0)},
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The placed head."""

    items: tuple[Item, ...]
    height: float
    title_size: float


def place_head(card: Card, form: HeadForm, gauge: Gauge, order: Iterator[int], *, scale: float = 1.0) -> Head | None:
    """Place the head over the whole width; None where the title would be smaller than it may be."""
    kit, unit, first = gauge.kit, gauge.unit * scale, form.square is At.START
    height = form.height * unit
    whole = kit.measures.width
    square = Rect(x=0.0 if first else whole - height, y=0.0, width=height, height=height)
    items: list[Item] = [band_ground(height, kit)]
    if card.number and first:
        items += place_square(card.number, square, kit, order)
    marks = [Mark(role=role, order=next(order)) for role in (Role.EYEBROW, Role.TITLE)]
    taken = height + GAP * unit if card.number else gauge.left
    left, right = (taken, whole - gauge.left) if first else (gauge.left, whole - taken)
    gym = gym_frame(card, form.gym * unit, gauge)
    rooms = [(gym, right - left - gym.width - GAP * unit)] if gym else []
    for found, room in (*rooms, (None, right - left)):
        gym, eyebrow = found, _equipment(card, room, form, gauge)
        if not card.eyebrow or (eyebrow and len(eyebrow.lines) == 1):
            break
    top = kit.measures.top_edge
    middle, under = form.middle * unit, 0.0
    if gym:
        y = max(middle - gym.height / 2, top)
        items += place(gym, right - gym.width if first else left, y, order)
        under = y + gym.height
    if eyebrow:
        high = eyebrow.height(kit.cap(Style.EYEBROW))
        y = max(middle - high / 2, top)
        flush = first or len(eyebrow.lines) > 1
        items += place_eyebrow(eyebrow, left if flush else right - eyebrow.width, y, kit, marks[0])
        under = max(under, y + high)
    title = title_of(card.title, right - left, kit, form.titles)
    cap, base = kit.cap(Style.DISPLAY), height - form.foot * unit
    most = (base - max(under + GAP * unit / 4, top)) / title.height(cap) * title.size
    title = title.resized(min(title.size, most))
    if title.size < max(kit.measures.small(0.0), min(least for _, least in form.titles.values()) * kit.measures.scale):
        return None
    items += place_title(title, left, base - title.height(cap), kit, marks[1])
    if card.number and not first:
        items += place_square(card.number, square, kit, order)
    return Head(items=tuple(items), height=height, title_size=title.size)


def _equipment(card: Card, room: float, form: HeadForm, gauge: Gauge) -> Eyebrow | None:
    """Return the equipment, on two lines where it is long; None where a word of it is too wide."""
    try:
        return eyebrow_for(card, room, gauge.kit, form.equipment) if room > 0 else None
    except TooWideError:
        return None


def gym_frame(card: Card, height: float, gauge: Gauge) -> Frame | None:
    """Return the logo, or the gym's name where there is none."""
    brand, wide = card.brand, GYM_WIDTH * gauge.unit
    if logo := brand.logo:
        size = fitted(logo, wide, height)

        def reading(pen: Pen) -> Mark:
            return Mark(role=Role.LOGO, order=next(pen.order), link=brand.link, alternative=brand.name or "logo")

        return read(art(size.width, size.height, lambda rect, mark: (placed(logo, rect, mark),)), reading)
    if not brand.name:
        return None
    name = gauge.fit(brand.name, WALL_GYM, wide * 1.6)
    return read(words(name), says(Role.FOOTER, link=brand.link)) if name.width <= wide * 1.6 else None
