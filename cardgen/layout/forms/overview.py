"""Finished cards in, the pages of a contact sheet out: the cards themselves, small, each over its title and file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import ceil

from cardgen.display import Item, Mark, Page, Path, Role
from cardgen.layout.ground.box import Frame, Pen, art, ground, pad, pinned, place, read, says, stack, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Slot, set_verbatim, whole_width
from cardgen.layout.ground.transform import as_picture, scaled
from cardgen.theme.type import SHEET_COUNT, SHEET_NAME, SHEET_NOTE, SHEET_STEM, SHEET_TITLE, TypeStyle
from cardgen.typeset.linebreak import break_lines, count_lines
from cardgen.typeset.prepare import WIDEST, Piece, Prepared, prepare
from cardgen.typeset.shape import TypeCase
from cardgen.typeset.tidy import tidy
from cardgen.values.geometry import Rect, mm
from cardgen.values.language import other_language

MARGIN, GUTTER, ROW_GAP = mm(10.0), mm(6.0), mm(5.0)
HEAD, HEAD_RULE, HEAD_GAP, FOOT = mm(7.0), mm(3.0), mm(5.0), mm(7.0)
"""The title's capitals at most, from its baseline to the rule, from the rule to the cards; below the cards."""
FULL_SIZE, LEAST_SIZE = mm(30.0), 0.65
"""A caption is smaller under a narrower card, but not smaller than this part of its size."""
CAPTION_GAP, STEM_GAP = mm(2.0), mm(1.3)
"""From a card to the capitals under it, from its title to its file."""
NAME_LINES = 2
BORDER = 0.4
"""Of a card, and of the rule, in points: white cards would end nowhere on white paper."""
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
    grid, gauge = choose_grid(cards, kit, columns), plain_gauge(kit)
    on_page = grid.columns * grid.rows
    total = ceil(len(cards) / on_page)
    pages = []
    for at in range(total):
        some = cards[at * on_page : (at + 1) * on_page]
        slots = [grid.slot(place_) for place_ in range(len(some))]
        frames = [_head(title, len(cards), gauge, is_first=at == 0)]
        frames += [_cell(card, grid, gauge) for card in some]
        places = [(MARGIN, MARGIN), *((slot.x, slot.y) for slot in slots)]
        if total > 1:
            foot = read(gauge.words(kit.words("page.of", number=at + 1, total=total), SHEET_NOTE), says(Role.FOLIO))
            frames.append(foot)
            places.append((kit.measures.width - MARGIN - foot.width, kit.measures.height - MARGIN - foot.height))
        items = place(pinned(frames, places, kit.measures.width, kit.measures.height), 0.0, 0.0, count(1))
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
    name, stem = type_ * SHEET_NAME.size, type_ * SHEET_STEM.size
    measure = narrow / name
    lines = max(len(break_lines(_name(card, measure, kit.case), measure)) for card in cards)
    caption = (
        (lines - 1) * SHEET_NAME.leading * name + kit.cap(SHEET_NAME.face) * name + kit.cap(SHEET_STEM.face) * stem
    )
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


def plain_gauge(kit: Kit) -> Gauge:
    """Return the gauge of a sheet that is read at arm's length whatever its size: a unit is a millimetre on all of them."""
    return Gauge(kit=kit, unit=mm(1.0), least=0.0, running=0.0, finest=0.0)


def _cell(card: Thumbnail, grid: Grid, gauge: Gauge) -> Frame:
    """Return a card, one picture whatever it is made of, over its title and its file."""
    width, language = grid.cell.width, other_language(card.language, gauge.kit.words.language)

    def draw(rect: Rect, mark: Mark) -> list[Item]:
        factor = _factor(card.page, rect.width, rect.height)
        high = card.page.height * factor
        box = Rect(x=rect.x, y=rect.bottom - high, width=card.page.width * factor, height=high)
        paper = rectangle(box, gauge.theme.paper)
        return [
            replace(paper, mark=mark),
            *as_picture(scaled(card.page, factor, box.x, box.y), mark),
            replace(paper, fill=None, stroke=gauge.theme.hairline, stroke_width=BORDER, mark=mark),
        ]

    def shown(pen: Pen) -> Mark:
        return Mark(role=Role.THUMBNAIL, order=next(pen.order), language=language, alternative=card.title)

    name = gauge.setting(SHEET_NAME, grid.type * SHEET_NAME.size)
    title = words(Phrase(text=_name(card, width / name.size, gauge.kit.case), setting=name), width)
    stem = _cut(card.stem, width, SHEET_STEM, gauge, grid.type * SHEET_STEM.size)
    return stack(
        (
            read(art(width, grid.cell.height, draw), shown),
            pad(read(title, says(Role.CAPTION, language=language)), CAPTION_GAP, 0.0),
            pad(read(stem, says(Role.CAPTION)), STEM_GAP, 0.0),
        )
    )


def _factor(page: Page, width: float, height: float) -> float:
    return min(width / page.width, height / page.height)


def _head(title: str, cards: int, gauge: Gauge, *, is_first: bool) -> Frame:
    """Return title and number of the cards over a rule; read on the first page, repeated on the others."""
    width = gauge.kit.measures.width - 2 * MARGIN
    number = gauge.words(gauge.kit.words.count("count.cards", cards), SHEET_COUNT)
    named = _cut(title, width - number.width - GUTTER, SHEET_TITLE, gauge)
    roles = (Role.PAGE_HEADING, Role.INTRODUCTION) if is_first else (Role.FOLIO, Role.FOLIO)
    frames = [read(it, says(role)) for it, role in zip((named, number), roles, strict=True)]
    places = ((0.0, HEAD - named.height), (width - number.width, HEAD - number.height))

    def draw(rect: Rect) -> tuple[Path]:
        return (rule(Slot(rect.x, rect.bottom, width), BORDER, gauge.theme.hairline),)

    return ground(pinned(frames, places, width, HEAD + HEAD_RULE), draw, over=True)


def _name(card: Thumbnail, measure: float, case: TypeCase) -> Prepared:
    """Return a card's title, cut where it would take more lines of so many em than a caption has."""
    title = tidy(card.title, language=card.language)

    def broken(text: str) -> Prepared:
        return prepare([Piece(text, SHEET_NAME.face)], case, widest=min(WIDEST, measure), language=card.language)

    return _longest(title, broken, lambda text: count_lines(text, measure) <= NAME_LINES)


def _cut(text: str, width: float, style: TypeStyle, gauge: Gauge, size: float = 0.0) -> Frame:
    """Return text for one line, cut where it is longer; what no font has is told as unknown."""
    for letter in gauge.kit.case.fonts.missing(text):
        text = text.replace(letter, UNKNOWN)
    setting = gauge.setting(style, size)
    line = _longest(
        " ".join(text.split()),
        lambda part: set_verbatim(part, gauge.kit.case, style.face),
        lambda tried: whole_width(tried) <= width / setting.size,
    )
    return words(Phrase(text=line, setting=setting))


def _longest(text: str, made: Callable[[str], Prepared], fits: Callable[[Prepared], bool]) -> Prepared:
    """Return as much of a text as fits, with an ellipsis where that is not all."""
    whole = made(text)
    if fits(whole):
        return whole
    lengths = range(len(text))
    at = bisect_left(lengths, x=True, key=lambda length: not fits(made(text[:length].rstrip() + ELLIPSIS)))
    return made(text[: max(at - 1, 0)].rstrip() + ELLIPSIS)
