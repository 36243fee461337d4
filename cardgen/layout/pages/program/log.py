"""A training day in, the pages on which it is written down out, week for week and set for set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Mark, Page, Role
from cardgen.geometry import Rect
from cardgen.layout.cells import link_to
from cardgen.layout.pages.leaf import BAR_Y, Framed, Head, Leaf, finish, frame
from cardgen.layout.pages.program.gauge import Gauge
from cardgen.layout.pages.program.loggrid import GAP, Columns, columns_of
from cardgen.layout.pages.program.logrow import GroupRows, TickRow, group_rows
from cardgen.layout.pages.program.model import Log
from cardgen.layout.pages.program.notes import notes_height, place_notes_below
from cardgen.layout.pages.program.signs import TILE, day_tile
from cardgen.layout.pages.program.words import LOG, card_named, goes_on, weeks_named

BESIDE, FIELD_GAP = 26.0, 3.2
"""What the tile takes beside the title, and from the head to the grid; in sheet units, as are the lengths below."""
NOTES_GAP = 3.2
LINES_BETWEEN = 2
"""A page that another follows has notes only where there is room for so many lines."""
EASED = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""How full pages are made where that costs none."""
Element = TickRow | GroupRows


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Elements under one another, those at the foot without a gap."""

    gauge: Gauge
    elements: tuple[Element, ...]
    closing: tuple[TickRow, ...] = ()

    @property
    def height(self) -> float:
        """Of all of them."""
        parts = [element.height for element in self.elements]
        if self.closing:
            parts.append(sum(row.height for row in self.closing) + self.closing_gap * (len(self.closing) - 1))
        return sum(parts) + self.gauge.down(GAP) * max(len(parts) - 1, 0)

    def place(self, y: float, order: Iterator[int]) -> list[Item]:
        """Place them from `y` down."""
        items: list[Item] = []
        for element in self.elements:
            items += element.place(y, order)
            y += element.height + self.gauge.down(GAP)
        for row in self.closing:
            items += row.place(y, order)
            y += row.height + self.closing_gap
        return items

    @property
    def closing_gap(self) -> float:
        """Between the rows at the foot: none where their names stand beside them."""
        return self.gauge.down(GAP) if self.closing[0].columns.above else 0.0


def place_logs(log: Log, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of a log; how many there are does not depend on their numbers."""
    gauge = Gauge(leaf=leaf)
    ranges = columns_of(log, gauge)
    pages: list[Page] = []
    for columns in ranges:
        eyebrow = f"{LOG}, {weeks_named(columns.weeks[0].number, columns.weeks[-1].number)}" if len(ranges) > 1 else LOG
        stacks = _stacks(log, columns, eyebrow, leaf)
        for at, stack in enumerate(stacks):
            order = count(1)
            framed = _frame(log, goes_on(eyebrow) if at else eyebrow, first + len(pages), leaf, order)
            y = framed.field.y
            items = [*framed.items, *columns.place_head(y, order), *stack.place(y + columns.head, order)]
            y += columns.head + stack.height + gauge.down(NOTES_GAP)
            lines = 1 if at == len(stacks) - 1 else LINES_BETWEEN
            if y + notes_height(lines, gauge) <= framed.field.bottom + 1e-6:
                items += place_notes_below(y, framed.field.bottom, gauge, order)
            pages.append(finish(tuple(items), first + len(pages), log.title, leaf))
    return tuple(pages)


def _stacks(log: Log, columns: Columns, eyebrow: str, leaf: Leaf) -> tuple[Stack, ...]:
    """Return what stands on each page: where there are several, all leave room for the longer eyebrow of those that go on."""
    rooms = [_frame(log, words, 1, leaf, count(1)).field.height - columns.head for words in (eyebrow, goes_on(eyebrow))]
    stacks = stack_up(log, columns, rooms[0])
    return stacks if len(stacks) == 1 else stack_up(log, columns, min(rooms))


def stack_up(log: Log, columns: Columns, room: float) -> tuple[Stack, ...]:
    """Return what stands on each page: groups whole where they fit one, ticks above the first and below the last.

    There are as few pages as there can be, about equally full.
    """
    stacks = _filled(log, columns, room, room)
    for share in EASED if len(stacks) > 1 else ():
        eased = _filled(log, columns, room, room * share)
        if len(eased) == len(stacks):
            return eased
    return stacks


def _filled(log: Log, columns: Columns, room: float, limit: float) -> tuple[Stack, ...]:
    """Return what stands on each page where none is filled beyond a limit, but for what would fit no page then."""
    gauge = columns.gauge
    closing = tuple(TickRow(columns=columns, words=words, tinted=True) for words in log.after)
    if log.effort:
        closing += (TickRow(columns=columns, words=log.effort, tinted=False),)
    opening = tuple(TickRow(columns=columns, words=words, tinted=True) for words in log.before)
    empty = Stack(gauge=gauge, elements=())
    stacks = [replace(empty, elements=opening)]
    first = room - stacks[0].height - (gauge.down(GAP) if opening else 0.0)
    for group in log.groups:
        for element in group_rows(group, columns).parted(first):
            tried = replace(stacks[-1], elements=(*stacks[-1].elements, element))
            if tried.height <= limit + 1e-6 or stacks[-1].elements == opening:
                stacks[-1] = tried
            else:
                stacks.append(replace(empty, elements=(element,)))
    closed = replace(stacks[-1], closing=closing)
    if closed.height <= room + 1e-6 or not closing:
        return (*stacks[:-1], closed)
    return (*stacks, replace(empty, closing=closing))


def _frame(log: Log, eyebrow: str, number: int, leaf: Leaf, order: Iterator[int]) -> Framed:
    """Return head, foot and the day's tile, which leads to the day."""
    head = Head(eyebrow=eyebrow, title=log.title, introduction=log.introduction, beside=BESIDE, gap=FIELD_GAP)
    framed = frame(head, number, leaf, order)
    tile = place_tile((log.weekday, log.number), leaf, next(order))
    mark = tile[-1].mark
    link = link_to(log.page, tile_rect(leaf), mark, card_named(log.title, log.page))
    return replace(framed, items=(*framed.items, *tile, *link))


def place_tile(day: tuple[str, str], leaf: Leaf, order: int) -> tuple[Item, ...]:
    """Place the tile of a day at the top right."""
    return day_tile(day, tile_rect(leaf), leaf.kit, Mark(role=Role.DAY, order=order))


def tile_rect(leaf: Leaf) -> Rect:
    """Return where the tile of a day stands."""
    measures, side = leaf.kit.measures, leaf.length(TILE)
    y = max(leaf.length(BAR_Y), measures.top_edge)
    return Rect(x=measures.margin + measures.text_width - side, y=y, width=side, height=side)
