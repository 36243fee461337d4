"""Trainer, gym and contacts in, the band at the foot of a cover out: dark, or white under a rule where ink is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardgen.display import Color, Item, Mark, Role
from cardgen.geometry import Rect
from cardgen.layout.pages.leaf import Leaf
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import ProgramCover
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase
from cardgen.layout.shapes import rectangle
from cardgen.typeset.fonts import Style

BAND, BAND_ALONE = 26.0, 16.0
"""Its height, and where nothing stands in it: in sheet units, as are all lengths here."""
LINE_GAP, COLUMN_GAP = 3.0, 6.0
RULE = 0.45
DESCENT = 0.25
"""How far letters reach below the last line, in em."""
TRAINER, LINE, LEAST = 17.0, 10.0, 9.0
"""Sizes in points on A5."""


def place_foot_band(cover: ProgramCover, leaf: Leaf, order: Iterator[int]) -> tuple[list[Item], Rect]:
    """Place the band; return its items and what it covers."""
    gauge = Gauge(leaf=leaf)
    measures, theme = leaf.kit.measures, leaf.kit.theme
    right = _contacts(cover, gauge)
    taken = max((phrase.width for phrase, _ in right), default=0.0)
    left = _names(cover, gauge, gauge.width - (taken + gauge.across(COLUMN_GAP) if right else 0.0))
    high = max(_height([phrase for phrase, _ in side], gauge) for side in (left, right))
    height = max(gauge.across(BAND if left or right else BAND_ALONE), high + 2 * gauge.across(COLUMN_GAP))
    band = Rect(x=0.0, y=measures.height - height, width=measures.width, height=height)
    if theme.head is not None:
        items: list[Item] = [rectangle(band, theme.head)]
    else:
        items = [rectangle(replace(band, height=gauge.across(RULE)), theme.band)] if left or right else []
    foot = measures.height - measures.bottom_edge - DESCENT * gauge.points(LINE)
    middle = min(band.y + height / 2, foot - high / 2)
    for side, at_right in ((left, False), (right, True)):
        y = middle - _height([phrase for phrase, _ in side], gauge) / 2
        for phrase, link in side:
            mark = Mark(role=Role.FOOTER, order=next(order), link=link)
            items += phrase.right(gauge.right, y, mark) if at_right else phrase.left(gauge.left, y, mark)
            y += phrase.cap + gauge.down(LINE_GAP)
    return items, band


def _names(cover: ProgramCover, gauge: Gauge, width: float) -> list[tuple[Phrase, str]]:
    """Return the trainer and the gym, each with its link."""
    theme, brand = gauge.theme, gauge.leaf.brand
    found: list[tuple[Phrase, str]] = []
    if cover.trainer:
        found.append((_line(cover.trainer, (Style.HEADING, theme.title), TRAINER, width, gauge), ""))
    if brand.name:
        first = not found
        style, color = (Style.HEADING, theme.title) if first else (Style.TEXT, theme.on_band)
        found.append((_line(brand.name, (style, color), TRAINER if first else LINE, width, gauge), brand.link))
    return found


def _contacts(cover: ProgramCover, gauge: Gauge) -> list[tuple[Phrase, str]]:
    """Return the contacts, none wider than its half of the band."""
    face = (Style.TEXT, gauge.theme.on_band)
    width = gauge.width * (0.6 if cover.trainer or gauge.leaf.brand.name else 1.0)
    return [(_line(contact.text, face, LINE, width, gauge), contact.link) for contact in cover.contacts]


def _line(words: str, face: tuple[Style, Color], size: float, width: float, gauge: Gauge) -> Phrase:
    style, color = face
    type_ = Type(style=style, color=color)
    phrase = fit_phrase(words, type_, gauge.points(size), Room(width=width, least=gauge.points(LEAST)), gauge.kit)
    if phrase.width <= width:
        return phrase
    shorter = phrase.setting.size * width / phrase.width
    return replace(phrase, setting=replace(phrase.setting, size=shorter))


def _height(phrases: Sequence[Phrase], gauge: Gauge) -> float:
    return sum(phrase.cap for phrase in phrases) + gauge.down(LINE_GAP) * max(len(phrases) - 1, 0)
