"""A title in, the cover out: the title large on white, a figure over the band at the foot, or a fan of cards that stands in it.

The band keeps the look of the cards at a fifth of the ink of a full-bleed cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Image, Item, Mark, Page, Role, Stamp, Text
from cardgen.layout.forms.fan import LEAST, place_fan
from cardgen.layout.forms.leaf import (
    BAR_HEIGHT,
    BAR_WIDTH,
    BAR_Y,
    EYEBROW_GAP,
    FLOOR,
    LANGUAGE,
    Leaf,
    bar_color,
    is_tinted,
    place_eyebrow,
)
from cardgen.layout.forms.model import Cover
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.figures import Ground, figure_inks, place_figure, plan_subject
from cardgen.layout.ground.logo import fitted, placed
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    balance,
    block_height,
    flush,
    line_width,
    place_line,
    place_lines,
    place_paragraph,
    set_text,
    set_title,
    set_verbatim,
    whole_width,
)
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

LABEL = "Cover"
TITLE_SIZES = ((2, 62.0, 44.0), (3, 62.0, 40.0), (4, 48.0, 30.0), (5, 38.0, 24.0), (7, 30.0, 0.0))
"""Greatest number of lines, greatest and least size of a title in points on A5, the best first."""
TITLE_LEADING = 0.92
SHARES = (0.40, 0.30, 0.20)
"""The part of the sheet's height that the title may take; less where the subtitle is long."""
BALANCED = 12
"""Titles of so many words and more are broken like paragraphs: there are too many ways to weigh them all."""
TITLE_GAP, SUBTITLE_GAP, FACTS_GAP, FAN_GAP = 12.0, 7.5, 6.0, 6.0
"""Above title, subtitle, facts and cards, in sheet units, as are all lengths here."""
SUBTITLE, FACT, NAME, ADDRESS = 16.0, 12.0, 17.0, 10.0
"""In points on A5."""
BAND, BAND_ALONE, BAND_GAP = 26.0, 16.0, 3.2
"""Height of the band, the same where nothing stands in it, and between its lines."""
FIGURE, FIGURE_FOOT = 96.0, 6.0
"""Greatest height of a figure, and the white between it and the band."""
BAND_RULE = 0.5
"""Weight of the rule that stands for the band where ink is saved."""
LOGO = (32.0, 16.0)
ACROSS = 0.58
"""The part of the width that the text takes on a sheet that is wider than high; the cards stand beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title, broken and sized."""

    text: Prepared
    lines: Lines
    size: float


@dataclass(frozen=True, slots=True)
class BandLine:
    """A line in the band."""

    text: Prepared
    setting: Setting
    link: str = ""


def place_cover(cover: Cover, leaf: Leaf) -> Page:
    """Return the cover."""
    measures = leaf.kit.measures
    order = count(1)
    width = measures.text_width * (ACROSS if measures.width > measures.height else 1.0)
    y = max(leaf.length(BAR_Y), measures.top_edge)
    bar = Rect(x=measures.margin, y=y, width=leaf.length(BAR_WIDTH), height=leaf.length(BAR_HEIGHT))
    logo = place_logo(leaf, y, order)
    beside = measures.text_width - (logo.rect.width + leaf.length(FAN_GAP) if logo else 0.0)
    slot = Slot(measures.margin, bar.bottom + leaf.length(EYEBROW_GAP), min(width, beside))
    eyebrow = place_eyebrow(cover.eyebrow, slot, leaf, order)
    under = max(eyebrow[-1].y, logo.rect.bottom if logo else 0.0)
    band = _band(cover, leaf)
    words = _words(cover, Slot(measures.margin, under + leaf.length(TITLE_GAP), width), band.y, leaf, order)
    room = _room(words[-1].y, band, leaf)
    items: tuple[Item, ...] = (rectangle(bar, bar_color(leaf)), *eyebrow, *((logo,) if logo else ()), *words)
    return Page(
        width=measures.width,
        height=measures.height,
        items=(*_picture(cover, room, leaf, order), *items, *_placed_band(cover, band, leaf, count(10_000))),
        title=cover.title,
        language=LANGUAGE,
        anchor=anchor(1),
        label=LABEL,
    )


def _words(cover: Cover, slot: Slot, bottom: float, leaf: Leaf, order: Iterator[int]) -> list[Text]:
    """Place title, subtitle and facts under one another; what is too long is set smaller, then the facts give way."""
    limit = bottom - leaf.length(FAN_GAP)
    words: list[Text] = []
    first = next(order)
    for facts in (cover.facts, ()):
        for share in SHARES:
            words = _set_words(replace(cover, facts=facts), slot, share, leaf, count(first))
            if words[-1].y <= limit:
                return words
    return words


def _set_words(cover: Cover, slot: Slot, share: float, leaf: Leaf, order: Iterator[int]) -> list[Text]:
    kit, theme = leaf.kit, leaf.kit.theme
    title = fit_title(cover.title, slot.width, share, leaf)
    setting = leaf.setting(title.size, Style.DISPLAY, theme.heading, leading=TITLE_LEADING)
    placed = place_lines(title.text, title.lines, setting, slot, Mark(role=Role.TITLE, order=next(order)))
    words = [*flush(placed, kit.case)]
    if cover.subtitle:
        setting = leaf.setting(
            leaf.points(max(SUBTITLE * share / SHARES[0], FLOOR)), Style.TEXT, theme.lead, leading=1.3
        )
        text = set_text(cover.subtitle, kit.case, Style.TEXT, language=LANGUAGE)
        under = replace(slot, y=words[-1].y + leaf.gap(SUBTITLE_GAP))
        words += place_paragraph(text, setting, under, Mark(role=Role.SUBTITLE, order=next(order)))
    y = words[-1].y + leaf.gap(FACTS_GAP)
    setting = leaf.setting(leaf.points(FACT), Style.TEXT, theme.lead, leading=1.42)
    for fact in cover.facts:
        text = set_text(fact, kit.case, Style.TEXT, language=LANGUAGE)
        words += place_paragraph(text, setting, replace(slot, y=y), Mark(role=Role.PARAGRAPH, order=next(order)))
        y = words[-1].y + setting.leading - setting.cap * setting.size
    return words


def fit_title(words: str, width: float, share: float, leaf: Leaf) -> Title:
    """Return the title as large as it may be, on more lines only where it would otherwise be small."""
    text = set_title(words, leaf.kit.case, language=LANGUAGE)
    room, scale, cap = leaf.kit.measures.height * share, leaf.kit.measures.scale, leaf.kit.cap(Style.DISPLAY)
    best = Title(text=text, lines=((0, len(text.units)),), size=0.0)
    for most, largest, least in TITLE_SIZES:
        for rows in range(1, min(most, len(text.units)) + 1):
            lines = _broken(text, rows)
            wide = max(line_width(text, start, end) for start, end in lines)
            high = block_height(len(lines), cap, TITLE_LEADING)
            size = min(width / wide, largest * scale, room / high)
            if size > best.size + 1e-6:
                best = Title(text=text, lines=lines, size=size)
        if best.size >= least * scale:
            break
    return best


def _broken(text: Prepared, rows: int) -> Lines:
    if len(text.units) < BALANCED:
        return balance(text, rows)
    return break_lines(text, max(text.widest, whole_width(text) / rows * 1.1))


def _band(cover: Cover, leaf: Leaf) -> Rect:
    """Return the band at the foot."""
    measures = leaf.kit.measures
    height = leaf.length(BAND if _band_lines(cover, leaf) else BAND_ALONE)
    return Rect(x=0, y=measures.height - height, width=measures.width, height=height)


def _band_lines(cover: Cover, leaf: Leaf) -> list[BandLine]:
    """Return the gym's name, unless it is the title, and its address."""
    kit, brand, width = leaf.kit, leaf.brand, leaf.kit.measures.text_width
    lines = []
    if brand.name and brand.name != cover.title:
        text = set_text(brand.name, kit.case, Style.HEADING, language=LANGUAGE)
        size = min(leaf.points(NAME), width / whole_width(text))
        lines.append(
            BandLine(text, leaf.setting(size, Style.HEADING, kit.theme.paper if is_tinted(leaf) else kit.theme.ink))
        )
    if brand.address:
        text = set_verbatim(brand.address, kit.case, Style.TEXT)
        size = min(leaf.points(ADDRESS), width / whole_width(text))
        lines.append(
            BandLine(
                text,
                leaf.setting(size, Style.TEXT, kit.theme.on_band if is_tinted(leaf) else kit.theme.ink),
                brand.link,
            )
        )
    return lines


def _placed_band(cover: Cover, band: Rect, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    lines, gap = _band_lines(cover, leaf), leaf.length(BAND_GAP)
    total = sum(line.setting.cap * line.setting.size for line in lines) + gap * (len(lines) - 1)
    y = min(band.y + (band.height - total) / 2, leaf.kit.measures.height - leaf.kit.measures.bottom_edge - total)
    theme = leaf.kit.theme
    items: list[Item] = [rectangle(band, theme.band if is_tinted(leaf) else theme.paper)]
    if not is_tinted(leaf):
        items.append(rectangle(replace(band, height=leaf.length(BAND_RULE)), theme.band))
    for line in lines:
        mark = Mark(role=Role.FOOTER, order=next(order), link=line.link)
        items += place_line(line.text, line.setting, Slot(leaf.kit.measures.margin, y), mark)
        y += line.setting.cap * line.setting.size + gap
    return items


def place_logo(leaf: Leaf, y: float, order: Iterator[int]) -> Image | Stamp | None:
    """Place the logo at the top right: as large as its room allows, never stretched."""
    logo = leaf.brand.logo
    if logo is None:
        return None
    size = fitted(logo, leaf.length(LOGO[0]), leaf.length(LOGO[1]))
    measures = leaf.kit.measures
    mark = Mark(role=Role.LOGO, order=next(order), link=leaf.brand.link, alternative=leaf.brand.name or "logo")
    return placed(logo, replace(size, x=measures.width - measures.margin - size.width, y=y), mark)


def _picture(cover: Cover, room: Rect, leaf: Leaf, order: Iterator[int]) -> Sequence[Item]:
    """Place a figure that stands over the band, else a fan of cards."""
    if cover.subject is None:
        return place_fan(room, leaf)
    foot = room.bottom - leaf.length(FIGURE_FOOT)
    size = room.width, min(foot - room.y, leaf.length(FIGURE))
    if size[1] < leaf.length(LEAST):
        return ()
    plan = plan_subject(cover.subject, size, figure_inks(leaf.kit.theme, Ground.PAPER))
    return place_figure(plan, room.x + (room.width - plan.width) / 2, foot - plan.height, next(order))


def _room(text_end: float, band: Rect, leaf: Leaf) -> Rect:
    """Return where the cards may stand: between the words and the band, or beside the words."""
    measures, gap = leaf.kit.measures, leaf.length(FAN_GAP)
    if measures.width > measures.height:
        x = measures.margin + measures.text_width * ACROSS + gap
        top = leaf.length(BAR_Y) + (leaf.length(LOGO[1] + FAN_GAP) if leaf.brand.logo else 0.0)
        return Rect(x=x, y=top, width=measures.width - measures.margin - x, height=band.y - top)
    top = text_end + gap
    return Rect(x=measures.margin, y=top, width=measures.text_width, height=max(band.y - top, 0.0))
