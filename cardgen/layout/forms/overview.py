"""Finished cards in, the pages of a contact sheet out: the cards themselves, small, each over its title and file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import ceil

from cardgen.display import Color, Item, Mark, Op, Page, Path, Role, Text
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Setting, Slot, place_line, place_lines, set_verbatim, whole_width
from cardgen.layout.ground.transform import as_picture, scaled
from cardgen.theme.type import Style
from cardgen.typeset.fonts import Fonts
from cardgen.typeset.linebreak import break_lines, count_lines
from cardgen.typeset.prepare import WIDEST, Piece, Prepared, prepare
from cardgen.typeset.shape import TypeCase
from cardgen.typeset.tidy import tidy
from cardgen.values.geometry import Rect, mm
from cardgen.values.language import other_language

MARGIN, GUTTER, ROW_GAP = mm(10.0), mm(6.0), mm(5.0)
HEAD, HEAD_RULE, HEAD_GAP, FOOT = mm(7.0), mm(3.0), mm(5.0), mm(7.0)
"""The title's capitals at most, from its baseline to the rule, from the rule to the cards; below the cards."""
TITLE, COUNT, NAME, STEM = 24.0, 10.0, 8.0, 6.5
"""Sizes in points: the same on every sheet, for a sheet is read at arm's length whatever its size."""
FULL_SIZE, LEAST_SIZE = mm(30.0), 0.65
"""A caption is smaller under a narrower card, but not smaller than this part of its size."""
LEADING = 1.2
CAPTION_GAP, STEM_GAP = mm(2.0), mm(1.3)
"""From a card to the capitals under it, from its title to its file."""
NAME_LINES = 2
BORDER = 0.4
"""Of a card, in points: white cards would end nowhere on white paper."""
LONGER_SIDE = mm(62.0)
"""Of a thumbnail as a rule: steps can be told apart, and four A4 cards stand across A4."""
SHRINK = 0.84
"""Thumbnails are set so much smaller at most, where one row more then fits and a page is saved."""
LEAST_COLUMNS = 2
"""A few cards are not set larger than that."""
LEAST_WIDTH = mm(12.0)
"""A thumbnail in which nothing can be told apart is none."""
ELLIPSIS = "…"
UNKNOWN = "?"
"""For a character of a file name that no font has: the file is still found by the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A card that is to be seen."""

    page: Page
    title: str
    stem: str
    """Of its guide's file."""
    language: str = ""
    """Of the title; empty for that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """How thumbnails stand on each page; lengths in points."""

    columns: int
    rows: int
    cell: Rect
    """The first cell: room for a thumbnail, without its caption."""
    step: float
    """From column to column."""
    pitch: float
    """From row to row."""
    type: float
    """The size of captions, as a part of the usual one."""

    def slot(self, place: int) -> Rect:
        """Return the cell of a place, from 0."""
        row, column = divmod(place, self.columns)
        return replace(self.cell, x=self.cell.x + column * self.step, y=self.cell.y + row * self.pitch)


def place_overview(cards: Sequence[Thumbnail], title: str, kit: Kit, *, columns: int = 0) -> tuple[Page, ...]:
    """Return the pages; `columns` cards stand across, or as many as can be told apart."""
    grid = choose_grid(cards, kit, columns)
    on_page = grid.columns * grid.rows
    total = ceil(len(cards) / on_page)
    pages = []
    for at in range(total):
        order = count(1)
        items = _head(title, len(cards), kit, order, first=at == 0)
        for place, card in enumerate(cards[at * on_page : (at + 1) * on_page]):
            items += _thumbnail(card, grid.slot(place), kit, next(order))
            items += _caption(card, grid.slot(place), grid, kit, order)
        if total > 1:
            items += _foot(kit.words("page.of", number=at + 1, total=total), kit, next(order))
        pages.append(
            Page(
                width=kit.measures.width,
                height=kit.measures.height,
                items=tuple(items),
                title=title,
                language=kit.words.language,
                label=str(at + 1),
            )
        )
    return tuple(pages)


def most_columns(width: float) -> int:
    """Return how many cards can stand across a sheet of this width."""
    return max(1, int((width - 2 * MARGIN + GUTTER) / (LEAST_WIDTH + GUTTER)))


def choose_grid(cards: Sequence[Thumbnail], kit: Kit, columns: int = 0) -> Grid:
    """Return the grid: of a few cards the largest that fits one page, else the usual size of a thumbnail."""
    if columns:
        return _grid(cards, kit, columns)
    longer = max(max(card.page.width, card.page.height) / card.page.width for card in cards)
    width = kit.measures.width - 2 * MARGIN
    usual = max(1, round((width + GUTTER) / (LONGER_SIDE / longer + GUTTER)))
    for fewer in range(min(LEAST_COLUMNS, usual), usual):
        grid = _grid(cards, kit, fewer)
        if grid.columns * grid.rows >= len(cards):
            return grid
    return _grid(cards, kit, usual)


def _grid(cards: Sequence[Thumbnail], kit: Kit, columns: int) -> Grid:
    top = MARGIN + HEAD + HEAD_RULE + HEAD_GAP
    width = (kit.measures.width - 2 * MARGIN - (columns - 1) * GUTTER) / columns
    narrow = width * SHRINK
    type_ = max(min(narrow / FULL_SIZE, 1.0), LEAST_SIZE)
    measure = narrow / (type_ * NAME)
    lines = max(len(break_lines(_name(card, measure, kit.case), measure)) for card in cards)
    caption = type_ * ((lines - 1) * LEADING * NAME + kit.cap(Style.LEAD_IN) * NAME + kit.cap(Style.TEXT) * STEM)
    caption += CAPTION_GAP + STEM_GAP
    height = width * max(card.page.height / card.page.width for card in cards)
    room = kit.measures.height - top - MARGIN - FOOT + ROW_GAP
    rows = max(1, int(room / (height + caption + ROW_GAP)))
    closer = room / (rows + 1) - caption - ROW_GAP
    saves = ceil(len(cards) / (columns * (rows + 1))) < ceil(len(cards) / (columns * rows))
    if saves and closer >= SHRINK * height:
        rows, height = rows + 1, closer
    height = min(height, max(room / rows - caption - ROW_GAP, 1.0))
    taken = max(narrow, *(_factor(card.page, width, height) * card.page.width for card in cards))
    return Grid(
        columns=columns,
        rows=rows,
        cell=Rect(x=MARGIN, y=top, width=taken, height=height),
        step=width + GUTTER + (width - taken) / max(columns - 1, 1),  # from margin to margin
        pitch=height + caption + ROW_GAP,
        type=type_,
    )


def _thumbnail(card: Thumbnail, cell: Rect, kit: Kit, order: int) -> list[Item]:
    """Place a card in its cell, above its caption: one picture, whatever it is made of."""
    factor = _factor(card.page, cell.width, cell.height)
    width, height = card.page.width * factor, card.page.height * factor
    box = Rect(x=cell.x, y=cell.bottom - height, width=width, height=height)
    mark = Mark(
        role=Role.THUMBNAIL,
        order=order,
        language=other_language(card.language, kit.words.language),
        alternative=card.title,
    )
    edge = ((Op.RECT, (box.x, box.y, box.width, box.height)),)
    return [
        replace(rectangle(box, kit.theme.paper), mark=mark),
        *as_picture(scaled(card.page, factor, box.x, box.y), mark),
        Path(segments=edge, stroke=kit.theme.hairline, stroke_width=BORDER, mark=mark),
    ]


def _factor(page: Page, width: float, height: float) -> float:
    return min(width / page.width, height / page.height)


def _caption(card: Thumbnail, cell: Rect, grid: Grid, kit: Kit, order: Iterator[int]) -> list[Item]:
    setting = _setting(grid.type * NAME, Style.LEAD_IN, kit.theme.ink, kit)
    small = _setting(grid.type * STEM, Style.TEXT, kit.theme.muted, kit)
    measure = cell.width / setting.size
    name = _name(card, measure, kit.case)
    slot = Slot(cell.x, cell.bottom + CAPTION_GAP, cell.width)
    mark = Mark(role=Role.CAPTION, order=next(order), language=other_language(card.language, kit.words.language))
    placed = place_lines(name, break_lines(name, measure), setting, slot, mark)
    stem = _cut(_printable(card.stem, kit.case.fonts), cell.width / small.size, Style.TEXT, kit.case)
    below = replace(slot, y=placed[-1].y + STEM_GAP)
    return [*placed, *place_line(stem, small, below, Mark(role=Role.CAPTION, order=next(order)))]


def _head(title: str, cards: int, kit: Kit, order: Iterator[int], *, first: bool) -> list[Item]:
    """Place title and number of the cards over a rule; read on the first page, repeated on the others."""
    width = kit.measures.width - 2 * MARGIN
    number = set_verbatim(kit.words.count("count.cards", cards), kit.case, Style.TEXT)
    taken = whole_width(number) * COUNT
    room = (width - taken - GUTTER) / TITLE
    text = _cut(_printable(title, kit.case.fonts), room, Style.DISPLAY, kit.case)
    y = MARGIN + HEAD
    setting, small = (
        _setting(TITLE, Style.DISPLAY, kit.theme.heading, kit),
        _setting(COUNT, Style.TEXT, kit.theme.muted, kit),
    )
    roles = (Role.PAGE_HEADING, Role.INTRODUCTION) if first else (Role.FOLIO, Role.FOLIO)
    marks = [Mark(role=role, order=next(order)) for role in roles]
    return [
        *place_line(text, setting, Slot(MARGIN, y - setting.cap * TITLE), marks[0]),
        *place_line(number, small, Slot(MARGIN + width - taken, y - small.cap * COUNT), marks[1]),
        rule(Slot(MARGIN, y + HEAD_RULE, width), BORDER, kit.theme.hairline),
    ]


def _foot(words: str, kit: Kit, order: int) -> tuple[Text, ...]:
    setting = _setting(NAME, Style.TEXT, kit.theme.muted, kit)
    text = set_verbatim(words, kit.case, Style.TEXT)
    x = kit.measures.width - MARGIN - whole_width(text) * NAME
    y = kit.measures.height - MARGIN - setting.cap * NAME
    return place_line(text, setting, Slot(x, y), Mark(role=Role.FOLIO, order=order))


def _name(card: Thumbnail, measure: float, case: TypeCase) -> Prepared:
    """Return a card's title, cut where it would take more lines of so many em than a caption has."""
    title = tidy(card.title, language=card.language)

    def broken(text: str) -> Prepared:
        return prepare([Piece(text, Style.LEAD_IN)], case, widest=min(WIDEST, measure), language=card.language)

    return _longest(title, broken, lambda text: count_lines(text, measure) <= NAME_LINES)


def _cut(text: str, measure: float, style: Style, case: TypeCase) -> Prepared:
    """Return text for one line of so many em, cut where it is longer."""
    return _longest(text, lambda part: set_verbatim(part, case, style), lambda line: whole_width(line) <= measure)


def _longest(text: str, made: Callable[[str], Prepared], fits: Callable[[Prepared], bool]) -> Prepared:
    """Return as much of a text as fits, with an ellipsis where that is not all."""
    whole = made(text)
    if fits(whole):
        return whole
    lengths = range(len(text))
    at = bisect_left(lengths, x=True, key=lambda length: not fits(made(text[:length].rstrip() + ELLIPSIS)))
    return made(text[: max(at - 1, 0)].rstrip() + ELLIPSIS)


def _printable(text: str, fonts: Fonts) -> str:
    for letter in fonts.missing(text):
        text = text.replace(letter, UNKNOWN)
    return " ".join(text.split())


def _setting(size: float, style: Style, color: Color, kit: Kit) -> Setting:
    return Setting(size=size, leading=LEADING * size, cap=kit.cap(style), color=color)
