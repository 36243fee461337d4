"""A program in words in, its cover out: the title large on white, for whom and why, a figure with the muscles it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from cardgen.display import Item, Mark, Page, Path, Role, Text
from cardgen.figure import View, area, load_views, polygon
from cardgen.geometry import Rect
from cardgen.layout.musclemap import cover_look, place_view
from cardgen.layout.pages.cover import SHARES, TITLE_LEADING, fit_title, place_logo
from cardgen.layout.pages.leaf import (
    BAR_HEIGHT,
    BAR_WIDTH,
    BAR_Y,
    EYEBROW_GAP,
    LANGUAGE,
    Leaf,
    bar_color,
    finish,
    place_eyebrow,
)
from cardgen.layout.pages.model import anchor
from cardgen.layout.pages.program.footband import place_foot_band
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.model import ProgramCover
from cardgen.layout.pages.program.words import COVER, DATES, FOR, GOAL
from cardgen.layout.phrase import Phrase, Room, Type, fit_phrase, set_phrase
from cardgen.layout.shapes import rectangle
from cardgen.layout.text import Slot, flush, place_lines
from cardgen.typeset.fonts import Style

TITLE_Y, TITLE_GAP, FACTS_GAP = 37.5, 11.0, 10.9
"""Where the title starts at the highest, the least white above it, and below it: in sheet units, as are all lengths here."""
COLUMN, COLUMN_ALONE = 72.0, 128.0
"""The width of what stands under the title, beside the figure and without one."""
FIELDS_FOOT, FIELD_GAP, FIELD_GAP_LEAST, LABEL_GAP = 11.5, 8.8, 4.0, 2.6
"""Below the last field, between two, and from a label to what it says."""
FIGURE, FIGURE_LEAST, FIGURE_X, FIGURE_GAP, FIGURE_FOOT = 106.0, 50.0, 73.0, 4.0, 7.8
"""Height of the figure, where its room starts behind the margin, what it keeps clear of the title and of the band."""
FACT, LABEL, CLIENT, CLIENT_LEAST, VALUE = 12.0, 9.0, 22.0, 14.0, 11.0
"""Sizes in points on A5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label and what it says."""

    label: Phrase
    value: Phrase


def place_program_cover(cover: ProgramCover, leaf: Leaf) -> Page:
    """Return the cover of a program."""
    gauge = Gauge(leaf=leaf)
    measures = leaf.kit.measures
    order = count(1)
    y = max(leaf.length(BAR_Y), measures.top_edge)
    bar = Rect(x=measures.margin, y=y, width=leaf.length(BAR_WIDTH), height=leaf.length(BAR_HEIGHT))
    logo = place_logo(leaf, y, order)
    beside = measures.text_width - (logo.rect.width + leaf.length(FIGURE_GAP) if logo else 0.0)
    slot = Slot(measures.margin, bar.bottom + leaf.length(EYEBROW_GAP), beside)
    eyebrow = place_eyebrow(cover.eyebrow, slot, leaf, order)
    band, ground = place_foot_band(cover, leaf, count(10_000))
    top = max(eyebrow[-1].y, logo.rect.bottom if logo else 0.0) + gauge.across(TITLE_GAP)
    words, under_title = _words(cover, max(top, gauge.across(TITLE_Y)), ground.y, gauge, order)
    figure = _figure(cover, under_title, ground.y, gauge, order)
    return Page(
        width=measures.width,
        height=measures.height,
        items=(rectangle(bar, bar_color(leaf)), *eyebrow, *((logo,) if logo else ()), *figure, *words, *band),
        title=cover.title,
        language=LANGUAGE,
        anchor=anchor(1),
        label=COVER,
    )


def place_back_cover(cover: ProgramCover, number: int, leaf: Leaf) -> Page:
    """Return the last page: the band of the cover alone."""
    band, _ = place_foot_band(cover, leaf, count(1))
    return finish(tuple(band), number, cover.title, leaf)


def _words(
    cover: ProgramCover, y: float, bottom: float, gauge: Gauge, order: Iterator[int]
) -> tuple[list[Text], float]:
    """Place title, facts and fields; what is too long is set closer, then the title smaller, then the facts give way."""
    first = next(order)
    fields = _fields(cover, gauge)
    words: list[Text] = []
    under = y
    for facts in (cover.facts, ()):
        for share in SHARES:
            numbers = count(first)
            title = fit_title(cover.title, gauge.width, share, gauge.leaf)
            setting = gauge.leaf.setting(title.size, Style.DISPLAY, gauge.theme.heading, leading=TITLE_LEADING)
            mark = Mark(role=Role.TITLE, order=next(numbers))
            words = [*flush(place_lines(title.text, title.lines, setting, Slot(gauge.left, y), mark), gauge.kit.case)]
            under = words[-1].y
            end = under
            if facts:
                placed = _placed_facts(facts, under + gauge.down(FACTS_GAP), gauge, numbers)
                words += placed
                end = placed[-1].y
            room = bottom - gauge.down(FIELDS_FOOT) - end
            for gap in (FIELD_GAP, FIELD_GAP_LEAST):
                high = _height(fields, gauge.down(gap), gauge)
                if not fields or high + gauge.down(gap) <= room:
                    top = bottom - gauge.down(FIELDS_FOOT) - high
                    return [*words, *_placed_fields(fields, top, gauge.down(gap), gauge, numbers)], under
    top = under + gauge.down(FIELD_GAP_LEAST)
    return [*words, *_placed_fields(fields, top, gauge.down(FIELD_GAP_LEAST), gauge, count(first + 50))], under


def _placed_facts(facts: tuple[str, ...], y: float, gauge: Gauge, order: Iterator[int]) -> list[Text]:
    words: list[Text] = []
    type_ = Type(style=Style.TEXT, color=gauge.theme.lead, leading=1.42)
    for fact in facts:
        phrase = set_phrase(fact, type_, gauge.points(FACT), gauge.kit)
        mark = Mark(role=Role.PARAGRAPH, order=next(order))
        words += phrase.within(Slot(gauge.left, y, gauge.across(COLUMN)), mark)
        y = words[-1].y + phrase.setting.leading - phrase.cap
    return words


def _fields(cover: ProgramCover, gauge: Gauge) -> list[Field]:
    """Return the labelled lines that there are."""
    label = Type(style=Style.TEXT, color=gauge.theme.muted)
    plain = Type(style=Style.LEAD_IN, color=gauge.theme.ink, leading=1.42)
    strong = Type(style=Style.HEADING, color=gauge.theme.heading, leading=1.05)
    column = gauge.across(COLUMN if cover.primary else COLUMN_ALONE)
    fields = []
    for words, said, type_, size, least in (
        (FOR, cover.client, strong, CLIENT, CLIENT_LEAST),
        (GOAL, cover.goal, plain, VALUE, VALUE),
        (DATES, cover.dates, plain, VALUE, VALUE),
    ):
        if said:
            lines = 2 if said is cover.client else 1
            room = Room(width=column, lines=lines, least=gauge.points(least))
            fields.append(
                Field(
                    label=set_phrase(words, label, gauge.points(LABEL), gauge.kit),
                    value=fit_phrase(said, type_, gauge.points(size), room, gauge.kit),
                )
            )
    return fields


def _height(fields: list[Field], gap: float, gauge: Gauge) -> float:
    width = gauge.across(COLUMN)
    each = (field.label.cap + gauge.down(LABEL_GAP) + field.value.height(width) for field in fields)
    return sum(each) + gap * max(len(fields) - 1, 0)


def _placed_fields(fields: list[Field], y: float, gap: float, gauge: Gauge, order: Iterator[int]) -> list[Text]:
    words: list[Text] = []
    for field in fields:
        words += field.label.left(gauge.left, y, Mark(role=Role.PARAGRAPH, order=next(order)))
        y += field.label.cap + gauge.down(LABEL_GAP)
        slot = Slot(gauge.left, y, gauge.across(COLUMN))
        words += field.value.within(slot, Mark(role=Role.PARAGRAPH, order=next(order)))
        y = words[-1].y + gap
    return words


def _figure(cover: ProgramCover, top: float, bottom: float, gauge: Gauge, order: Iterator[int]) -> list[Item | Path]:
    """Place the side of the body that shows more of what the program is for, as high as title and band allow."""
    if not cover.primary:
        return []
    high = min(gauge.across(FIGURE), bottom - gauge.across(FIGURE_FOOT) - top - gauge.across(FIGURE_GAP))
    view = max(load_views(), key=lambda it: _shown(it, cover.primary))
    room = gauge.width - gauge.across(FIGURE_X)
    high = min(high, room * view.ink.height / view.ink.width)
    if high < gauge.across(FIGURE_LEAST):
        return []
    wide = high * view.ink.width / view.ink.height
    x = gauge.left + gauge.across(FIGURE_X) + (room - wide) / 2
    rect = Rect(x=x, y=bottom - gauge.across(FIGURE_FOOT) - high, width=wide, height=high)
    helping = tuple(group for group in cover.helping if group not in cover.primary)
    mark = Mark(role=Role.MAP, order=next(order) + 500, alternative=cover.figure)
    return place_view(view, rect, (cover.primary, helping), cover_look(gauge.theme), mark)


def _shown(view: View, groups: tuple[str, ...]) -> float:
    """Return the area that these muscles have on a side of the body."""
    return sum(area(polygon(plate)) for group in groups for plate in view.muscles.get(group, ()))
