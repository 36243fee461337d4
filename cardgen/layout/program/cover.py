"""A program in words in, its cover out: the title large on white, for whom and why, a figure with the muscles it is for.

Trainer and gym stand in the band at its foot: dark, or white under a rule where ink is saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Mark, Page, Role, Text
from cardgen.figure import View, area, load_views, polygon
from cardgen.layout.forms.cover import SHARES, cover_page, facts_frames, place_top, title_frame
from cardgen.layout.forms.leaf import Leaf, finish
from cardgen.layout.ground.box import At, Frame, aligned, ground, pad, pinned, place, read, says, stack
from cardgen.layout.ground.figures import Ground, figure_inks, place_figure, plan_subject
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.musclemap import cover_look, place_view
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.model import ProgramCover
from cardgen.theme.type import BAND_LINE, BAND_NAME, CLIENT, DESCENT, LABEL, PURPOSE, STRONG_LINE, Floor, TypeStyle
from cardgen.values.geometry import Rect

TITLE_Y, TITLE_GAP, FACTS_GAP = 37.5, 11.0, 10.9
"""Where the title starts at the highest, the least white above it, and below it: in sheet units, as are all lengths here."""
COLUMN, COLUMN_ALONE = 72.0, 128.0
"""The width of what stands under the title, beside the figure and without one."""
FIELDS_FOOT, FIELD_GAP, FIELD_GAP_LEAST, LABEL_GAP = 11.5, 8.8, 4.0, 2.6
"""Below the last field, between two, and from a label to what it says."""
FIGURE, FIGURE_LEAST, FIGURE_X, FIGURE_GAP, FIGURE_FOOT = 106.0, 50.0, 73.0, 4.0, 7.8
"""Height of the figure, where its room starts behind the margin, what it keeps clear of the title and of the band."""
TITLE_DESCENT, DESCENT_GAP = 0.21, 2.0
"""How far letters of the title reach below their line, in em, and what the figure keeps clear of them."""
SMALLER = (1.0, 0.85, 0.7)
"""How large labelled lines are where they take the figure's room."""
CLIENT_LINES = 2
BAND, BAND_ALONE = 26.0, 16.0
"""Height of the band at the foot, and where nothing stands in it."""
LINE_GAP, COLUMN_GAP = 3.0, 6.0
"""Between two of its lines, and between what stands at its sides."""
CONTACTS_SHARE = 0.6
"""What contacts may take of the width beside a name."""
EASY = ((1, 12.0), (2, 10.0), (3, 9.0))
"""On how many lines a name may stand, and how small: a second line sooner than letters that nobody reads."""


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


def place_program_cover(cover: ProgramCover, leaf: Leaf) -> Page:
    """Return the cover of a program."""
    gauge, order = leaf.gauge, count(1)
    top, under = place_top(cover.eyebrow, gauge.width, gauge.across(FIGURE_GAP), leaf, order)
    band = _foot_band(cover, leaf)
    foot = leaf.kit.measures.height - band.height
    y = max(under + gauge.across(TITLE_GAP), gauge.across(TITLE_Y))
    found = _words(cover, y, foot, leaf)
    words = place(stack((found.title, *found.facts)), gauge.left, y, order)
    words += place(found.fields, gauge.left, found.fields_y, order)
    figure = _figure(cover, _under(words, gauge), foot, gauge, order) if found.has_figure else []
    items = (*top, *figure, *words, *place(band, 0.0, foot, order))
    return cover_page(items, cover.title, leaf)


def place_back_cover(cover: ProgramCover, number: int, leaf: Leaf) -> Page:
    """Return the last page: the band of the cover alone."""
    band = _foot_band(cover, leaf)
    items = place(band, 0.0, leaf.kit.measures.height - band.height, count(1))
    return finish(tuple(items), number, cover.title, leaf)


def _under(words: list[Item], gauge: Gauge) -> float:
    """Return where the figure may start: clear of the last line of the title, and of the letters that reach below it."""
    last = [it for it in words if isinstance(it, Text) and it.mark.role is Role.TITLE][-1]
    return last.y + max(gauge.across(FIGURE_GAP), TITLE_DESCENT * last.size + gauge.across(DESCENT_GAP))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Title, facts and fields in the look that has room for them."""

    title: Frame
    facts: tuple[Frame, ...]
    fields: Frame
    fields_y: float
    has_figure: bool


def _words(cover: ProgramCover, y: float, bottom: float, leaf: Leaf) -> Words:
    """Return title, facts and fields in the first look that has room for them, else in the last."""
    gauge = leaf.gauge
    end_of_fields = bottom - gauge.down(FIELDS_FOOT)
    for look in _looks(cover, gauge):
        title = title_frame(cover.title, gauge.width, look.share, leaf)
        facts = facts_frames(look.facts, look.column, gauge.down(FACTS_GAP), leaf)
        end = y + title.height + sum(it.height for it in facts)
        for gap in (gauge.down(FIELD_GAP), gauge.down(FIELD_GAP_LEAST)):
            fields = _fields(cover, look, gap, gauge)
            fits = not fields.height or fields.height + gap <= end_of_fields - end
            top = end_of_fields - fields.height if fits else end + gap
            found = Words(title=title, facts=facts, fields=fields, fields_y=top, has_figure=look.has_figure)
            if fits:
                return found
    return found


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


def _fields(cover: ProgramCover, look: Look, gap: float, gauge: Gauge) -> Frame:
    """Return the labelled lines that there are."""
    fields, words = [], gauge.kit.words
    for label, said, style, lines in (
        (words("cover.for"), cover.client, CLIENT, CLIENT_LINES),
        (words("cover.goal"), cover.goal, PURPOSE, 1),
        (words("cover.dates"), cover.dates, PURPOSE, 1),
    ):
        if said:
            sized = style.sized(style.size * look.size, style.least * look.size)
            value = read(gauge.fitted(said, sized, look.column, lines=lines), says(Role.PARAGRAPH))
            named = read(gauge.words(label, LABEL), says(Role.PARAGRAPH))
            fields.append(stack((named, pad(value, gauge.down(LABEL_GAP), 0.0))))
    return stack(fields, gap)


def _figure(cover: ProgramCover, top: float, bottom: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place a figure, else the side of the body that shows more of what the program is for, as high as title and band allow."""
    foot = bottom - gauge.across(FIGURE_FOOT)
    high, room = min(gauge.across(FIGURE), foot - top), gauge.width - gauge.across(FIGURE_X)
    if cover.subject and high >= gauge.across(FIGURE_LEAST):
        plan = plan_subject(cover.subject, (room, high), figure_inks(gauge.theme, Ground.PAPER))
        x = gauge.right - (room + plan.width) / 2
        return place_figure(plan, Slot(x, foot - plan.height), next(order), gauge.kit.words)
    view = max(load_views(), key=lambda it: _shown(it, cover.primary))
    high = min(high, room * view.ink.height / view.ink.width)
    if high < gauge.across(FIGURE_LEAST):
        return []
    wide = high * view.ink.width / view.ink.height
    x = gauge.left + gauge.across(FIGURE_X) + (room - wide) / 2
    rect = Rect(x=x, y=foot - high, width=wide, height=high)
    helping = tuple(group for group in cover.helping if group not in cover.primary)
    mark = Mark(role=Role.MAP, order=next(order), alternative=cover.figure)
    return place_view(view, rect, (cover.primary, helping), cover_look(gauge.theme), mark)


def _shown(view: View, groups: tuple[str, ...]) -> float:
    """Return the area that these muscles have on a side of the body."""
    return sum(area(polygon(plate)) for group in groups for plate in view.muscles.get(group, ()))


def _foot_band(cover: ProgramCover, leaf: Leaf) -> Frame:
    """Return the band with trainer, gym and contacts, as wide as the sheet."""
    gauge, measures, theme, brand = leaf.gauge, leaf.kit.measures, leaf.kit.theme, leaf.brand
    names = [it for it in ((cover.trainer, ""), (brand.name, brand.link)) if it[0]]
    share = gauge.width * (CONTACTS_SHARE if names else 1.0)
    contacts = [(_line(it.text, BAND_LINE, share, gauge), it.link) for it in cover.contacts]
    taken = max((wide for it, _ in contacts for wide, _ in it.broken(share)), default=0.0)
    width = gauge.width - (taken + gauge.across(COLUMN_GAP) if contacts else 0.0)
    named = [
        (_line(it, BAND_LINE, width, gauge) if at else _name(it, width, gauge), to) for at, (it, to) in enumerate(names)
    ]
    left, right = _column(named, width, At.START, gauge), _column(contacts, share, At.END, gauge)
    high = max(left.height, right.height)
    has_lines = bool(named or contacts)
    height = max(gauge.across(BAND if has_lines else BAND_ALONE), high + 2 * gauge.across(COLUMN_GAP))
    foot = height - measures.bottom_edge - DESCENT * gauge.size(BAND_LINE)
    middle = min(height / 2, foot - high / 2)
    places = ((gauge.left, middle - left.height / 2), (gauge.right - share, middle - right.height / 2))

    def draw(rect: Rect) -> list[Item]:
        if theme.tile.fill:
            return [rectangle(rect, theme.tile.fill)]
        return [rectangle(replace(rect, height=gauge.across(STRONG_LINE)), theme.line)] if has_lines else []

    return ground(pinned((left, right), places, measures.width, height), draw)


def _column(lines: Sequence[tuple[Phrase, str]], width: float, at: At, gauge: Gauge) -> Frame:
    """Return lines under one another, each with its link."""
    frames = [read(aligned(it, width, at), says(Role.FOOTER, link=link)) for it, link in lines]
    return stack(frames, gauge.down(LINE_GAP))


def _name(said: str, width: float, gauge: Gauge) -> Phrase:
    """Set a name on more lines rather than very small."""
    for lines, least in EASY:
        phrase = gauge.fit(said, BAND_NAME, width, lines=lines, least=gauge.points(least))
        if phrase.count(width) <= lines:
            return phrase
    return _line(said, BAND_NAME, width, gauge)


def _line(said: str, style: TypeStyle, width: float, gauge: Gauge) -> Phrase:
    """Set words on one line, smaller where they are long, then on more lines: never too small to read."""
    return gauge.fit(said, style, width, least=gauge.points(BAND_LINE.least, Floor.FINE))
