"""A program in words in, its cover out: the title large on white, for whom and why, a figure with the muscles it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Mark, Page, Path, Role, Text
from cardgen.figure import View, area, load_views, polygon
from cardgen.layout.forms.cover import SHARES, TITLE_LEADING, fit_title, place_logo
from cardgen.layout.forms.leaf import (
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
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.figures import Ground, figure_inks, place_figure, plan_subject
from cardgen.layout.ground.musclemap import cover_look, place_view
from cardgen.layout.ground.phrase import Phrase, Room, Type, fit_phrase, set_phrase
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot, flush, place_lines
from cardgen.layout.program.footband import place_foot_band
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.model import ProgramCover
from cardgen.layout.program.words import COVER, DATES, FOR, GOAL
from cardgen.typeset.fonts import Style
from cardgen.values.geometry import Rect

TITLE_Y, TITLE_GAP, FACTS_GAP = 37.5, 11.0, 10.9
"""Where the title starts at the highest, the least white above it, and below it: in sheet units, as are all lengths here."""
COLUMN, COLUMN_ALONE = 72.0, 128.0
"""The width of what stands under the title, beside the figure and without one."""
FIELDS_FOOT, FIELD_GAP, FIELD_GAP_LEAST, LABEL_GAP = 11.5, 8.8, 4.0, 2.6
"""Below the last field, between two, and from a label to what it says."""
FIGURE, FIGURE_LEAST, FIGURE_X, FIGURE_GAP, FIGURE_FOOT = 106.0, 50.0, 73.0, 4.0, 7.8
"""Height of the figure, where its room starts behind the margin, what it keeps clear of the title and of the band."""
DESCENT, DESCENT_GAP = 0.21, 2.0
"""How far letters of the title reach below their line, in em, and what the figure keeps clear of them."""
SMALLER = (1.0, 0.85, 0.7)
"""How large labelled lines are where they take the figure's room."""
FACT, LABEL, CLIENT, CLIENT_LEAST, VALUE = 12.0, 9.0, 22.0, 14.0, 11.0
"""Sizes in points on A5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label and what it says."""

    label: Phrase
    value: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the words are set."""

    facts: tuple[str, ...] = ()
    share: float
    """The part of the sheet's height that the title may take."""
    column: float
    """The width of what stands under the title, in points."""
    size: float = 1.0
    """How large labelled lines are, compared with usual."""
    has_figure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Title, facts and fields, placed."""

    texts: tuple[Text, ...]
    under_title: float
    """Where the figure may start."""
    look: Look


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
    words = _words(cover, max(top, gauge.across(TITLE_Y)), ground.y, gauge, order)
    figure = _figure(cover, words, ground.y, gauge, order)
    return Page(
        width=measures.width,
        height=measures.height,
        items=(rectangle(bar, bar_color(leaf)), *eyebrow, *((logo,) if logo else ()), *figure, *words.texts, *band),
        title=cover.title,
        language=LANGUAGE,
        anchor=anchor(1),
        label=COVER,
    )


def place_back_cover(cover: ProgramCover, number: int, leaf: Leaf) -> Page:
    """Return the last page: the band of the cover alone."""
    band, _ = place_foot_band(cover, leaf, count(1))
    return finish(tuple(band), number, cover.title, leaf)


def _words(cover: ProgramCover, y: float, bottom: float, gauge: Gauge, order: Iterator[int]) -> Words:
    """Place title, facts and fields in the first look that has room for them, else in the last."""
    first = next(order)
    found: Words | None = None
    for look in _looks(cover, gauge):
        numbers = count(first)
        title = _placed_title(cover.title, look.share, y, gauge, numbers)
        facts = _placed_facts(look, title[-1].y + gauge.down(FACTS_GAP), gauge, numbers)
        end = (facts or title)[-1].y
        fields = _fields(cover, look, gauge)
        room = bottom - gauge.down(FIELDS_FOOT) - end
        for gap in (gauge.down(FIELD_GAP), gauge.down(FIELD_GAP_LEAST)):
            high = _height(fields, gap, look, gauge)
            fits = not fields or high + gap <= room
            top = bottom - gauge.down(FIELDS_FOOT) - high if fits else end + gap
            placed = _placed_fields(fields, Slot(gauge.left, top, look.column), gap, gauge, numbers)
            found = Words(texts=(*title, *facts, *placed), under_title=_under(title, gauge), look=look)
            if fits:
                return found
    assert found is not None  # noqa: S101 - there is always a look
    return found


def _under(title: tuple[Text, ...], gauge: Gauge) -> float:
    """Return where the figure may start: clear of the last line of the title, and of the letters that reach below it."""
    last = title[-1]
    return last.y + max(gauge.across(FIGURE_GAP), DESCENT * last.size + gauge.across(DESCENT_GAP))


def _looks(cover: ProgramCover, gauge: Gauge) -> Iterator[Look]:
    """Yield how words may be set: the title smaller, then without facts, then small and across the page."""
    alone = min(gauge.across(COLUMN_ALONE), gauge.width)
    has_figure = bool(cover.subject or cover.primary)
    column = gauge.across(COLUMN) if has_figure else alone
    for facts in (cover.facts, ()):
        for share in SHARES:
            yield Look(facts=facts, share=share, column=column, has_figure=has_figure)
    for size in SMALLER:
        yield Look(share=SHARES[-1], column=alone, size=size)


def _placed_title(words: str, share: float, y: float, gauge: Gauge, order: Iterator[int]) -> tuple[Text, ...]:
    title = fit_title(words, gauge.width, share, gauge.leaf)
    setting = gauge.leaf.setting(title.size, Style.DISPLAY, gauge.theme.heading, leading=TITLE_LEADING)
    mark = Mark(role=Role.TITLE, order=next(order))
    return flush(place_lines(title.text, title.lines, setting, Slot(gauge.left, y), mark), gauge.kit.case)


def _placed_facts(look: Look, y: float, gauge: Gauge, order: Iterator[int]) -> tuple[Text, ...]:
    words: tuple[Text, ...] = ()
    type_ = Type(style=Style.TEXT, color=gauge.theme.lead, leading=1.42)
    for fact in look.facts:
        phrase = set_phrase(fact, type_, gauge.points(FACT), gauge.kit)
        mark = Mark(role=Role.PARAGRAPH, order=next(order))
        words += phrase.within(Slot(gauge.left, y, look.column), mark)
        y = words[-1].y + phrase.setting.leading - phrase.cap
    return words


def _fields(cover: ProgramCover, look: Look, gauge: Gauge) -> list[Field]:
    """Return the labelled lines that there are."""
    label = Type(style=Style.TEXT, color=gauge.theme.muted)
    plain = Type(style=Style.LEAD_IN, color=gauge.theme.ink, leading=1.42)
    strong = Type(style=Style.HEADING, color=gauge.theme.heading, leading=1.05)
    fields = []
    for words, said, type_, size, least in (
        (FOR, cover.client, strong, CLIENT, CLIENT_LEAST),
        (GOAL, cover.goal, plain, VALUE, VALUE),
        (DATES, cover.dates, plain, VALUE, VALUE),
    ):
        if said:
            lines = 2 if said is cover.client else 1
            room = Room(width=look.column, lines=lines, least=gauge.points(least * look.size))
            fields.append(
                Field(
                    label=set_phrase(words, label, gauge.points(LABEL), gauge.kit),
                    value=fit_phrase(said, type_, gauge.points(size * look.size), room, gauge.kit),
                )
            )
    return fields


def _height(fields: list[Field], gap: float, look: Look, gauge: Gauge) -> float:
    each = (field.label.cap + gauge.down(LABEL_GAP) + field.value.height(look.column) for field in fields)
    return sum(each) + gap * max(len(fields) - 1, 0)


def _placed_fields(fields: list[Field], slot: Slot, gap: float, gauge: Gauge, order: Iterator[int]) -> list[Text]:
    words: list[Text] = []
    y = slot.y
    for field in fields:
        words += field.label.left(slot.x, y, Mark(role=Role.PARAGRAPH, order=next(order)))
        y += field.label.cap + gauge.down(LABEL_GAP)
        words += field.value.within(replace(slot, y=y), Mark(role=Role.PARAGRAPH, order=next(order)))
        y = words[-1].y + gap
    return words


def _figure(cover: ProgramCover, words: Words, bottom: float, gauge: Gauge, order: Iterator[int]) -> list[Item | Path]:
    """Place a figure, else the side of the body that shows more of what the program is for, as high as title and band allow."""
    if not words.look.has_figure:
        return []
    foot = bottom - gauge.across(FIGURE_FOOT)
    high = min(gauge.across(FIGURE), foot - words.under_title)
    if cover.subject and high >= gauge.across(FIGURE_LEAST):
        size = gauge.width - gauge.across(FIGURE_X), high
        plan = plan_subject(cover.subject, size, figure_inks(gauge.theme, Ground.PAPER))
        return place_figure(plan, gauge.right - (size[0] + plan.width) / 2, foot - plan.height, next(order) + 500)
    view = max(load_views(), key=lambda it: _shown(it, cover.primary))
    room = gauge.width - gauge.across(FIGURE_X)
    high = min(high, room * view.ink.height / view.ink.width)
    if high < gauge.across(FIGURE_LEAST):
        return []
    wide = high * view.ink.width / view.ink.height
    x = gauge.left + gauge.across(FIGURE_X) + (room - wide) / 2
    rect = Rect(x=x, y=foot - high, width=wide, height=high)
    helping = tuple(group for group in cover.helping if group not in cover.primary)
    mark = Mark(role=Role.MAP, order=next(order) + 500, alternative=cover.figure)
    return place_view(view, rect, (cover.primary, helping), cover_look(gauge.theme), mark)


def _shown(view: View, groups: tuple[str, ...]) -> float:
    """Return the area that these muscles have on a side of the body."""
    return sum(area(polygon(plate)) for group in groups for plate in view.muscles.get(group, ()))
