"""A title in, the cover out: the title large on white, a figure over the band at the foot, or a fan of cards that stands in it.

The band keeps the look of the cards at a fifth of the ink of a full-bleed cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import inf

from cardgen.display import Image, Item, Mark, Page, Role, Stamp
from cardgen.layout.forms.fan import LEAST, place_fan
from cardgen.layout.forms.leaf import BAR_Y, EYEBROW_GAP, Leaf, display, eyebrow_frame, top_of
from cardgen.layout.forms.model import Cover
from cardgen.layout.ground.box import Frame, fit, ground, pad, pinned, place, read, says, stack, words
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.figures import Ground, figure_inks, place_figure, plan_subject
from cardgen.layout.ground.logo import fitted, placed
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.ruler import FLOOR
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot, balance, block_height, line_width, set_title, set_verbatim, whole_width
from cardgen.theme.type import BAND_LINE, BAND_NAME, COVER_TITLE, FACT, RULE, SUBTITLE, TypeStyle
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

TITLE_SIZES = ((2, 62.0, 44.0), (3, 62.0, 40.0), (4, 48.0, 30.0), (5, 38.0, 24.0), (7, 30.0, 0.0))
"""Greatest number of lines, greatest and least size of a title in points on A5, the best first."""
SHARES = (0.40, 0.30, 0.20)
"""The part of the sheet's height that the title may take; less where the subtitle is long."""
BALANCED, BALANCE_ROOM = 12, 1.1
"""Titles of so many words and more are broken like paragraphs, in lines so much longer than their mean: there are too many
ways to weigh them all."""
TITLE_GAP, SUBTITLE_GAP, FACTS_GAP, FAN_GAP = 12.0, 7.5, 6.0, 6.0
"""Above title, subtitle, facts and cards, in sheet units, as are all lengths here."""
BAND, BAND_ALONE, BAND_GAP = 26.0, 16.0, 3.2
"""Height of the band, the same where nothing stands in it, and between its lines."""
FIGURE, FIGURE_FOOT = 96.0, 6.0
"""Greatest height of a figure, and the white between it and the band."""
LOGO = (32.0, 16.0)
ACROSS = 0.58
"""The part of the width that the text takes on a sheet that is wider than high; the cards stand beside it."""


def place_cover(cover: Cover, leaf: Leaf) -> Page:
    """Return the cover."""
    gauge, measures, order = leaf.gauge, leaf.kit.measures, count(1)
    width = gauge.width * (ACROSS if measures.width > measures.height else 1.0)
    top, under = place_top(cover.eyebrow, width, gauge.across(FAN_GAP), leaf, order)
    band = _band(cover, leaf)
    y, foot = under + gauge.across(TITLE_GAP), measures.height - band.height
    said = _words(cover, width, foot - gauge.across(FAN_GAP) - y, leaf)
    items = (*top, *place(said, gauge.left, y, order))
    picture = _picture(cover, _room(y + said.height, foot, leaf), leaf, order)
    return cover_page((*picture, *items, *place(band, 0.0, foot, order)), cover.title, leaf)


def cover_page(items: tuple[Item, ...], title: str, leaf: Leaf) -> Page:
    """Return the first page, which has no number."""
    measures = leaf.kit.measures
    return Page(
        width=measures.width,
        height=measures.height,
        items=items,
        title=title,
        language=leaf.kit.words.language,
        anchor=anchor(1),
        label=leaf.kit.words("part.cover"),
    )


def place_top(said: str, width: float, gap: float, leaf: Leaf, order: Iterator[int]) -> tuple[tuple[Item, ...], float]:
    """Place bar and eyebrow, and the logo beside them with a gap; return them and the y at which they end."""
    gauge, y = leaf.gauge, top_of(leaf)
    logo = _logo(leaf, y, order)
    beside = gauge.width - (logo.rect.width + gap if logo else 0.0)
    eyebrow = eyebrow_frame(said, min(width, beside), gauge.across(EYEBROW_GAP), leaf)
    items = place(eyebrow, gauge.left, y, order)
    if not logo:
        return tuple(items), y + eyebrow.height
    return (*items, logo), max(y + eyebrow.height, logo.rect.bottom)


def _words(cover: Cover, width: float, room: float, leaf: Leaf) -> Frame:
    """Return title, subtitle and facts under one another; what is too long is set smaller, then the facts give way."""
    ways = ((replace(cover, facts=facts), share) for facts in (cover.facts, ()) for share in SHARES)
    return fit((_set_words(it, width, share, leaf) for it, share in ways), inf, room)


def _set_words(cover: Cover, width: float, share: float, leaf: Leaf) -> Frame:
    gauge = leaf.gauge
    parts = [title_frame(cover.title, width, share, leaf)]
    if cover.subtitle:
        style = SUBTITLE.sized(max(SUBTITLE.size * share / SHARES[0], FLOOR))
        parts.append(
            pad(read(gauge.words(cover.subtitle, style, width), says(Role.SUBTITLE)), gauge.gap(SUBTITLE_GAP), 0.0)
        )
    return stack((*parts, *facts_frames(cover.facts, width, gauge.gap(FACTS_GAP), leaf)))


def facts_frames(facts: Sequence[str], width: float, gap: float, leaf: Leaf) -> tuple[Frame, ...]:
    """Return facts under one another, below a gap; nothing without any."""
    phrases = [leaf.gauge.phrase(it, FACT) for it in facts]
    if not phrases:
        return ()
    lead = phrases[0].setting.leading - phrases[0].cap
    return (pad(stack([read(words(it, width), says(Role.PARAGRAPH)) for it in phrases], lead), gap, 0.0),)


def title_frame(said: str, width: float, share: float, leaf: Leaf) -> Frame:
    """Return the title as large as it may be in a share of the height, on more lines only where it would otherwise be small."""
    text, gauge = set_title(said, leaf.kit.case, language=leaf.kit.words.language), leaf.gauge
    room, cap = leaf.kit.measures.height * share, leaf.kit.cap(COVER_TITLE.face)
    best: Lines = ((0, len(text.units)),)
    size = 0.0
    for most, largest, least in TITLE_SIZES:
        for rows in range(1, min(most, len(text.units)) + 1):
            lines = _broken(text, rows)
            wide = max(line_width(text, start, end) for start, end in lines)
            tried = min(width / wide, largest * gauge.scale, room / block_height(len(lines), cap, COVER_TITLE.leading))
            if tried > size + 1e-6:
                best, size = lines, tried
        if size >= least * gauge.scale:
            break
    return read(display(text, best, gauge.setting(COVER_TITLE, size), leaf), says(Role.TITLE))


def _broken(text: Prepared, rows: int) -> Lines:
    if len(text.units) < BALANCED:
        return balance(text, rows)
    return break_lines(text, max(text.widest, whole_width(text) / rows * BALANCE_ROOM))


def _band(cover: Cover, leaf: Leaf) -> Frame:
    """Return the band at the foot: in it the gym's name, unless it is the title, and its address."""
    gauge, brand, measures, colors = leaf.gauge, leaf.brand, leaf.kit.measures, leaf.kit.theme.foot
    lines = []
    if brand.name and brand.name != cover.title:
        name = _on_one_line(gauge.phrase(brand.name, BAND_NAME).text, BAND_NAME, leaf)
        lines.append(read(words(name.inked(colors.words)), says(Role.FOOTER)))
    if brand.address:
        address = _on_one_line(set_verbatim(brand.address, leaf.kit.case, BAND_LINE.face), BAND_LINE, leaf)
        lines.append(read(words(address.inked(leaf.kit.theme.on_foot)), says(Role.FOOTER, link=brand.link)))
    inner, height = stack(lines, gauge.across(BAND_GAP)), gauge.across(BAND if lines else BAND_ALONE)
    y = min((height - inner.height) / 2, height - measures.bottom_edge - inner.height)

    def draw(rect: Rect) -> list[Item]:
        edge = [rectangle(replace(rect, height=gauge.across(RULE)), colors.edge)] if colors.edge else []
        return [rectangle(rect, colors.fill or leaf.kit.theme.paper), *edge]

    return ground(pinned((inner,), ((gauge.left, y),), measures.width, height), draw)


def _on_one_line(text: Prepared, style: TypeStyle, leaf: Leaf) -> Phrase:
    size = min(leaf.gauge.size(style), leaf.gauge.width / whole_width(text))
    return Phrase(text=text, setting=leaf.gauge.setting(style, size))


def _logo(leaf: Leaf, y: float, order: Iterator[int]) -> Image | Stamp | None:
    """Place the logo at the top right: as large as its room allows, never stretched."""
    logo, gauge = leaf.brand.logo, leaf.gauge
    if logo is None:
        return None
    size = fitted(logo, gauge.across(LOGO[0]), gauge.across(LOGO[1]))
    mark = Mark(
        role=Role.LOGO,
        order=next(order),
        link=leaf.brand.link,
        alternative=leaf.brand.name or leaf.kit.words("brand.logo"),
    )
    return placed(logo, replace(size, x=gauge.right - size.width, y=y), mark)


def _picture(cover: Cover, room: Rect, leaf: Leaf, order: Iterator[int]) -> Sequence[Item]:
    """Place a figure that stands over the band, else a fan of cards."""
    if cover.subject is None:
        return place_fan(room, leaf)
    foot = room.bottom - leaf.gauge.across(FIGURE_FOOT)
    size = room.width, min(foot - room.y, leaf.gauge.across(FIGURE))
    if size[1] < leaf.gauge.across(LEAST):
        return ()
    plan = plan_subject(cover.subject, size, figure_inks(leaf.kit.theme, Ground.PAPER))
    x = room.x + (room.width - plan.width) / 2
    return place_figure(plan, Slot(x, foot - plan.height), next(order), leaf.kit.words)


def _room(text_end: float, foot: float, leaf: Leaf) -> Rect:
    """Return where the cards may stand: between the words and the band, or beside the words."""
    measures, gauge = leaf.kit.measures, leaf.gauge
    gap = gauge.across(FAN_GAP)
    if measures.width > measures.height:
        x = gauge.left + gauge.width * ACROSS + gap
        top = gauge.across(BAR_Y) + (gauge.across(LOGO[1] + FAN_GAP) if leaf.brand.logo else 0.0)
        return Rect(x=x, y=top, width=gauge.right - x, height=foot - top)
    top = text_end + gap
    return Rect(x=gauge.left, y=top, width=gauge.width, height=max(foot - top, 0.0))
