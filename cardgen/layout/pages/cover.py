"""A title in, the cover out: the title large on white, a fan of cards that stands in the band at the foot.

The band keeps the look of the cards at a fifth of the ink of a full-bleed cover.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Image, Item, Mark, Page, Path, Role, Text
from cardgen.geometry import Rect
from cardgen.layout.pages.fan import place_fan
from cardgen.layout.pages.leaf import BAR_HEIGHT, BAR_WIDTH, BAR_Y, EYEBROW_GAP, LANGUAGE, Leaf, place_eyebrow
from cardgen.layout.pages.model import Cover, anchor
from cardgen.layout.shapes import rectangle
from cardgen.layout.text import (
    Setting,
    Slot,
    balance,
    block_height,
    flush,
    line_width,
    place_line,
    place_lines,
    set_text,
    set_title,
    set_verbatim,
    whole_width,
)
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared

LABEL = "Cover"
TITLE_SIZES = ((2, 62.0, 44.0), (3, 62.0, 40.0), (4, 48.0, 30.0), (5, 38.0, 24.0), (7, 30.0, 9.0))
"""Greatest number of lines, greatest and least size of a title in points on A5, the best first."""
TITLE_LEADING = 0.92
TITLE_GAP, SUBTITLE_GAP, FACTS_GAP = 12.0, 7.5, 6.0
"""Above title, subtitle and facts, in sheet units, as are all lengths here."""
SUBTITLE, FACT, NAME, ADDRESS = 16.0, 12.0, 17.0, 10.0
"""In points on A5."""
TITLE_SHARE = 0.40
"""The part of the sheet's height that the title may take."""
BAND = 26.0
BAND_LEAST = 16.0
"""Without a gym's name."""
LOGO = (32.0, 16.0)
ACROSS = 0.58
"""The part of the width that the text takes on a sheet that is wider than high; the cards stand beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title, broken and sized."""

    text: Prepared
    lines: Lines
    size: float


def place_cover(cover: Cover, leaf: Leaf) -> Page:
    """Return the cover."""
    kit, measures = leaf.kit, leaf.kit.measures
    order = count(1)
    across = measures.width > measures.height
    width = measures.text_width * (ACROSS if across else 1.0)
    y = max(leaf.length(BAR_Y), measures.edge)
    bar = Rect(x=measures.margin, y=y, width=leaf.length(BAR_WIDTH), height=leaf.length(BAR_HEIGHT))
    logo = _logo(leaf, y, order)
    narrow = replace(
        leaf, kit=replace(kit, measures=replace(measures, text_width=width - (logo.rect.width if logo else 0.0)))
    )
    slot = Slot(measures.margin, bar.bottom + leaf.length(EYEBROW_GAP))
    eyebrow = place_eyebrow(cover.eyebrow, slot, narrow, order)
    items: list[Item] = [rectangle(bar, kit.theme.accent), *eyebrow, *((logo,) if logo else ())]
    under = max(eyebrow[-1].y, logo.rect.bottom if logo else 0.0)
    words = _words(cover, Slot(measures.margin, under + leaf.length(TITLE_GAP), width), leaf, order)
    foot = _band(cover, leaf, order)
    text_end = max(item.y for item in words)
    room = _room(text_end, foot[0], leaf, across=across)
    return Page(
        width=measures.width,
        height=measures.height,
        items=(*items, *place_fan(room, leaf), *words, *foot),
        title=cover.title,
        language=LANGUAGE,
        anchor=anchor(1),
        label=LABEL,
    )


def _words(cover: Cover, slot: Slot, leaf: Leaf, order: Iterator[int]) -> list[Text]:
    """Place title, subtitle and facts under one another."""
    kit, theme = leaf.kit, leaf.kit.theme
    title = _title(cover.title, slot.width, leaf)
    setting = leaf.setting(title.size, Style.DISPLAY, theme.band, leading=TITLE_LEADING)
    placed = place_lines(title.text, title.lines, setting, slot, Mark(role=Role.TITLE, order=next(order)))
    words = [*flush(placed, kit.case)]
    y = placed[-1].y
    if cover.subtitle:
        setting = leaf.setting(leaf.points(SUBTITLE), Style.TEXT, theme.lead, leading=1.3)
        text = set_text(cover.subtitle, kit.case, Style.TEXT, language=LANGUAGE)
        lines = break_lines(text, max(slot.width / setting.size, text.widest))
        at = replace(slot, y=y + leaf.length(SUBTITLE_GAP))
        words += place_lines(text, lines, setting, at, Mark(role=Role.SUBTITLE, order=next(order)))
        y = words[-1].y
    y += leaf.length(FACTS_GAP)
    for fact in cover.facts:
        setting = leaf.setting(leaf.points(FACT), Style.TEXT, theme.lead, leading=1.42)
        text = set_text(fact, kit.case, Style.TEXT, language=LANGUAGE)
        lines = break_lines(text, max(slot.width / setting.size, text.widest))
        words += place_lines(text, lines, setting, replace(slot, y=y), Mark(role=Role.PARAGRAPH, order=next(order)))
        y = words[-1].y + setting.leading - setting.cap * setting.size
    return words


def _title(words: str, width: float, leaf: Leaf) -> Title:
    """Return the title as large as it may be, on more lines only where it would otherwise be small."""
    text = set_title(words, leaf.kit.case, language=LANGUAGE)
    cap, room = leaf.kit.cap(Style.DISPLAY), leaf.kit.measures.height * TITLE_SHARE
    found: Title | None = None
    for most, largest, least in TITLE_SIZES:
        for rows in range(1, min(most, len(text.units)) + 1):
            lines = (
                balance(text, rows)
                if len(text.units) < 24
                else break_lines(text, max(text.widest, whole_width(text) / rows * 1.15))
            )
            size = min(width / max(line_width(text, a, b) for a, b in lines), largest * leaf.kit.measures.scale)
            if block_height(len(lines), cap * size, TITLE_LEADING * size) > room:
                size = room / block_height(len(lines), cap, TITLE_LEADING)
            if found is None or size > found.size + 1e-6:
                found = Title(text=text, lines=lines, size=size)
        if found and found.size >= least * leaf.kit.measures.scale:
            break
    assert found is not None
    return found


def _band(cover: Cover, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place the band at the foot with the gym's name and address."""
    kit, measures, theme = leaf.kit, leaf.kit.measures, leaf.kit.theme
    brand = leaf.brand
    height = leaf.length(BAND if brand.name or brand.address else BAND_LEAST)
    rect = Rect(x=0, y=measures.height - height, width=measures.width, height=height)
    items: list[Item] = [rectangle(rect, theme.band)]
    rows: list[tuple[Prepared, Setting, str]] = []
    if brand.name and brand.name != cover.title:
        text = set_text(brand.name, kit.case, Style.HEADING, language=LANGUAGE)
        size = min(leaf.points(NAME), measures.text_width / whole_width(text))
        rows.append((text, leaf.setting(size, Style.HEADING, theme.paper), ""))
    if brand.address:
        text = set_verbatim(brand.address, kit.case, Style.TEXT)
        size = min(leaf.points(ADDRESS), measures.text_width / whole_width(text))
        rows.append((text, leaf.setting(size, Style.TEXT, theme.on_band), brand.link))
    gap = leaf.length(3.2)
    total = sum(setting.cap * setting.size for _, setting, _ in rows) + gap * (len(rows) - 1)
    y = rect.y + (height - total) / 2
    for text, setting, link in rows:
        mark = Mark(role=Role.FOOTER, order=next(order), link=link)
        items += place_line(text, setting, Slot(measures.margin, y), mark)
        y += setting.cap * setting.size + gap
    return items


def _logo(leaf: Leaf, y: float, order: Iterator[int]) -> Image | None:
    """Place the logo at the top right: as large as its room allows, never stretched."""
    pixels = leaf.brand.logo
    if pixels is None:
        return None
    factor = min(leaf.length(LOGO[0]) / pixels.columns, leaf.length(LOGO[1]) / pixels.rows)
    width, height = pixels.columns * factor, pixels.rows * factor
    measures = leaf.kit.measures
    mark = Mark(role=Role.LOGO, order=next(order), link=leaf.brand.link, alternative=leaf.brand.name or "logo")
    rect = Rect(x=measures.width - measures.margin - width, y=y, width=width, height=height)
    return Image(rect=rect, pixels=pixels, mark=mark)


def _room(text_end: float, band: Item, leaf: Leaf, *, across: bool) -> Rect:
    """Return where the cards may stand: between the words and the band, or beside the words."""
    measures = leaf.kit.measures
    assert isinstance(band, Path)
    foot = band.segments[0][1][1]
    gap = leaf.length(6.0)
    if across:
        x = measures.margin + measures.text_width * ACROSS + gap
        top = leaf.length(BAR_Y)
        return Rect(x=x, y=top, width=measures.width - measures.margin - x, height=foot - top)
    top = text_end + gap
    return Rect(x=measures.margin, y=top, width=measures.text_width, height=max(foot - top, 0.0))
