"""Movements in, pages with their figures out: many on a sheet over their names, or one on a page of its own size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from cardgen.display import Item, Mark, Page, Role
from cardgen.figure.repertoire import Posed, works
from cardgen.figure.wording import describe
from cardgen.layout.ground.figures import Ground, figure_inks, place_figure, plan_poses
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Setting, Slot, place_line, set_verbatim, whole_width
from cardgen.theme import Theme
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm
from cardgen.words import Words

MARGIN, HEAD, GAP, CAPTION = mm(10.0), mm(11.0), mm(4.0), mm(8.5)
"""Of a sheet; from its edge to the first row; between figures; below a figure for its name and id."""
CELL_WIDTH, CELL_HEIGHT = mm(42.0), mm(24.0)
"""Room for a figure, at least so wide."""
TITLE, NAME, ID, ID_GAP = 14.0, 8.0, 6.5, mm(1.2)
"""Sizes in points; from a name to its id."""
ALONE_WIDTH, ALONE_HEIGHT, ALONE_MARGIN = mm(160.0), mm(80.0), mm(4.0)
"""The most that a figure on a page of its own takes, and what is left round it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A movement with an implement on a chart."""

    what: Posed
    title: str
    name: str
    """Its id, and the implement where that is not the usual one."""


def place_chart(entries: Sequence[Entry], kit: Kit) -> tuple[Page, ...]:
    """Return the sheets of a chart."""
    measures, title, language = kit.measures, kit.words("movements.title"), kit.words.language
    columns = max(1, int((measures.width - 2 * MARGIN + GAP) / (CELL_WIDTH + GAP)))
    step = (measures.width - 2 * MARGIN + GAP) / columns
    rows = max(1, int((measures.height - 2 * MARGIN - HEAD) / (CELL_HEIGHT + CAPTION + GAP)))
    on_page = columns * rows
    sheets = [entries[at : at + on_page] for at in range(0, len(entries), on_page)]
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        order = count(1)
        items = _head(title, f"{number} / {len(sheets)}", kit, order)
        for place, entry in enumerate(sheet):
            row, column = divmod(place, columns)
            y = MARGIN + HEAD + row * (CELL_HEIGHT + CAPTION + GAP)
            items += _cell(entry, Rect(x=MARGIN + column * step, y=y, width=step - GAP, height=CELL_HEIGHT), kit, order)
        pages.append(
            Page(width=measures.width, height=measures.height, items=tuple(items), title=title, language=language)
        )
    return tuple(pages)


def place_alone(entry: Entry, theme: Theme, words: Words) -> Page:
    """Return a page that is as large as one figure."""
    inks = figure_inks(theme, Ground.PAPER)
    plan = plan_poses(entry.what, works(entry.what), (ALONE_WIDTH, ALONE_HEIGHT), inks)
    width, height = plan.width + 2 * ALONE_MARGIN, plan.height + 2 * ALONE_MARGIN
    ground = rectangle(Rect(x=0, y=0, width=width, height=height), theme.paper)
    items = (ground, *place_figure(plan, Slot(ALONE_MARGIN, ALONE_MARGIN), 1, words))
    return Page(width=width, height=height, items=items, title=describe(entry.what, words), language=words.language)


def _head(title: str, folio: str, kit: Kit, order: Iterator[int]) -> list[Item]:
    setting = _setting(TITLE, Style.DISPLAY, kit)
    number = set_verbatim(folio, kit.case, Style.TEXT)
    small = _setting(NAME, Style.TEXT, kit)
    x = kit.measures.width - MARGIN - whole_width(number) * NAME
    heading, foot = Mark(role=Role.PAGE_HEADING, order=next(order)), Mark(role=Role.FOLIO, order=next(order))
    return [
        *place_line(set_verbatim(title, kit.case, Style.DISPLAY), setting, Slot(MARGIN, MARGIN), heading),
        *place_line(number, small, Slot(x, MARGIN), foot),
    ]


def _cell(entry: Entry, cell: Rect, kit: Kit, order: Iterator[int]) -> list[Item]:
    plan = plan_poses(entry.what, works(entry.what), (cell.width, cell.height), figure_inks(kit.theme, Ground.PAPER))
    x, y = cell.x + (cell.width - plan.width) / 2, cell.bottom - plan.height
    items = place_figure(plan, Slot(x, y), next(order), kit.words)
    below = cell.bottom + mm(2.0)
    for text, size, style in ((entry.title, NAME, Style.LEAD_IN), (entry.name, ID, Style.TEXT)):
        words = set_verbatim(text, kit.case, style)
        size_ = min(size, cell.width / whole_width(words))
        setting = _setting(size_, style, kit)
        left = cell.x + (cell.width - whole_width(words) * size_) / 2
        items += place_line(words, setting, Slot(left, below), Mark(role=Role.CAPTION, order=next(order)))
        below += setting.cap * size_ + ID_GAP
    return items


def _setting(size: float, style: Style, kit: Kit) -> Setting:
    color = kit.theme.heading if style is Style.DISPLAY else kit.theme.ink
    return Setting(size=size, leading=size, cap=kit.cap(style), color=color)
