"""A training day in, the pages on which it is written down out, week for week and set for set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from cardgen.display import Item, Mark, Page, Role
from cardgen.layout.forms.leaf import BAR_Y, Framed, Head, Leaf, finish, frame
from cardgen.layout.ground.box import SMALL, Frame, place, stack
from cardgen.layout.ground.cells import link_to
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.loggrid import GAP, Columns, columns_of
from cardgen.layout.program.logrow import group_rows, tick_row
from cardgen.layout.program.model import Log
from cardgen.layout.program.notes import notes_height, place_notes_below
from cardgen.layout.program.signs import TILE, day_tile
from cardgen.layout.program.words import weeks_named
from cardgen.values.geometry import Rect

BESIDE, FIELD_GAP = 26.0, 3.2
"""What the tile takes beside the title, and from the head to the grid; in sheet units, as are the lengths below."""
NOTES_GAP = 3.2
LINES_BETWEEN = 2
"""A page that another follows has notes only where there is room for so many lines."""
EASED = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""How full pages are made where that costs none."""


def place_logs(log: Log, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of a log; how many there are does not depend on their numbers."""
    gauge, words = Gauge(leaf=leaf), leaf.kit.words
    ranges = columns_of(log, gauge)
    pages: list[Page] = []
    for columns in ranges:
        weeks = weeks_named(columns.weeks[0].number, columns.weeks[-1].number, words)
        eyebrow = words("log.weeks", weeks=weeks) if len(ranges) > 1 else words("log.title")
        head = columns.head()
        parts = _parts(log, columns, head.height, eyebrow, leaf)
        for at, part in enumerate(parts):
            order = count(1)
            framed = _frame(
                log, words("page.continued", title=eyebrow) if at else eyebrow, first + len(pages), leaf, order
            )
            whole = stack((head, part))
            items = [*framed.items, *place(whole, gauge.left, framed.field.y, order)]
            y = framed.field.y + whole.height + gauge.down(NOTES_GAP)
            lines = 1 if at == len(parts) - 1 else LINES_BETWEEN
            if y + notes_height(lines, gauge) <= framed.field.bottom + SMALL:
                items += place_notes_below(y, framed.field.bottom, gauge, order)
            pages.append(finish(tuple(items), first + len(pages), log.title, leaf))
    return tuple(pages)


def _parts(log: Log, columns: Columns, head: float, eyebrow: str, leaf: Leaf) -> tuple[Frame, ...]:
    """Return what stands on each page: where there are several, all leave room for the longer eyebrow of those that go on."""
    again = leaf.kit.words("page.continued", title=eyebrow)
    rooms = [_frame(log, said, 1, leaf, count(1)).field.height - head for said in (eyebrow, again)]
    parts = stack_up(log, columns, rooms[0])
    return parts if len(parts) == 1 else stack_up(log, columns, min(rooms))


def stack_up(log: Log, columns: Columns, room: float) -> tuple[Frame, ...]:
    """Return what stands on each page: groups whole where they fit one, ticks above the first and below the last.

    There are as few pages as there can be, about equally full.
    """
    gauge = columns.gauge
    gap, tint = gauge.down(GAP), gauge.theme.tint
    opening = [tick_row(columns, said, tint) for said in log.before]
    left = room - stack(opening, gap).height - (gap if opening else 0.0)
    groups = [part for group in log.groups for part in group_rows(group, columns, left)]
    closing = [tick_row(columns, said, tint) for said in log.after]
    closing += [tick_row(columns, log.effort)] if log.effort else []
    # Rows at the foot have a gap only where their names stand above them.
    foot = [stack(closing, gap if columns.above else 0.0)] if closing else []

    def filled(share: float) -> tuple[Frame, ...]:
        pages = _filled(opening, groups, room * share, gap)
        closed = stack((*pages[-1], *foot), gap)
        whole = tuple(stack(page, gap) for page in pages)
        return (*whole[:-1], closed) if not foot or closed.height <= room + SMALL else (*whole, *foot)

    parts = filled(1.0)
    for share in EASED if len(parts) > 1 else ():
        eased = filled(share)
        if len(eased) == len(parts):
            return eased
    return parts


def _filled(opening: list[Frame], groups: list[Frame], limit: float, gap: float) -> list[list[Frame]]:
    """Return what stands on each page where none is filled beyond a limit, but for what would fit no page then."""
    pages = [opening]
    for group in groups:
        tried = [*pages[-1], group]
        if stack(tried, gap).height <= limit + SMALL or pages[-1] is opening:
            pages[-1] = tried
        else:
            pages.append([group])
    return pages


def _frame(log: Log, eyebrow: str, number: int, leaf: Leaf, order: Iterator[int]) -> Framed:
    """Return head, foot and the day's tile, which leads to the day."""
    head = Head(eyebrow=eyebrow, title=log.title, introduction=log.introduction, beside=BESIDE, gap=FIELD_GAP)
    framed = frame(head, number, leaf, order)
    tile = place_tile((log.weekday, log.number), leaf, next(order))
    mark = tile[-1].mark
    link = link_to(log.page, tile_rect(leaf), mark, leaf.kit.words("link.page", name=log.title, page=log.page))
    return replace(framed, items=(*framed.items, *tile, *link))


def place_tile(day: tuple[str, str], leaf: Leaf, order: int) -> tuple[Item, ...]:
    """Place the tile of a day at the top right."""
    return day_tile(day, tile_rect(leaf), leaf.kit, Mark(role=Role.DAY, order=order))


def tile_rect(leaf: Leaf) -> Rect:
    """Return where the tile of a day stands."""
    measures, side = leaf.kit.measures, leaf.length(TILE)
    y = max(leaf.length(BAR_Y), measures.top_edge)
    return Rect(x=measures.margin + measures.text_width - side, y=y, width=side, height=side)
