"""A training day in, the pages on which it is written down out, week for week and set for set."""

from __future__ import annotations

from cardgen.display import Page, Role
from cardgen.layout.forms.leaf import Framed, Head, Leaf, frame
from cardgen.layout.ground.box import SMALL, Frame, art, link, pad, read, says, stack
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.program.loggrid import GAP, Columns, columns_of
from cardgen.layout.program.logrow import group_rows, tick_row
from cardgen.layout.program.model import Log
from cardgen.layout.program.notes import notes_frame
from cardgen.layout.program.signs import TILE, day_tile
from cardgen.layout.program.words import LOG, card_named, goes_on, weeks_named

BESIDE, FIELD_GAP = 26.0, 3.2
"""What the tile takes beside the title, and from the head to the grid; in sheet units, as are the lengths below."""
NOTES_GAP = 3.2
LINES_BETWEEN = 2
"""A page that another follows has notes only where there is room for so many lines."""
EASED = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""How full pages are made where that costs none."""


def place_logs(log: Log, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of a log; how many there are does not depend on their numbers."""
    gauge = leaf.gauge
    ranges = columns_of(log, gauge)
    pages: list[Page] = []
    for columns in ranges:
        eyebrow = f"{LOG}, {weeks_named(columns.weeks[0].number, columns.weeks[-1].number)}" if len(ranges) > 1 else LOG
        head = columns.head()
        parts = _parts(log, columns, head.height, eyebrow, leaf)
        for at, part in enumerate(parts):
            framed = _frame(log, goes_on(eyebrow) if at else eyebrow, first + len(pages), leaf)
            whole, gap = stack((head, part)), gauge.down(NOTES_GAP)
            lines = 1 if at == len(parts) - 1 else LINES_BETWEEN
            notes = notes_frame(framed.field.height - whole.height - gap, lines, gauge)
            pages.append(framed.page(log.title, stack((whole, pad(notes, gap, 0.0)) if notes else (whole,))))
    return tuple(pages)


def _parts(log: Log, columns: Columns, head: float, eyebrow: str, leaf: Leaf) -> tuple[Frame, ...]:
    """Return what stands on each page: where there are several, all leave room for the longer eyebrow of those that go on."""
    rooms = [_frame(log, said, 1, leaf).field.height - head for said in (eyebrow, goes_on(eyebrow))]
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


def _frame(log: Log, eyebrow: str, number: int, leaf: Leaf) -> Framed:
    """Return head, foot and the day's tile, which leads to the day."""
    head = Head(eyebrow=eyebrow, title=log.title, introduction=log.introduction, beside=BESIDE, gap=FIELD_GAP)
    tile = day_frame((log.weekday, log.number), leaf.gauge)
    return frame(head, number, leaf, link(tile, log.page, card_named(log.title, log.page)))


def day_frame(day: tuple[str, str], gauge: Gauge) -> Frame:
    """Return the tile of a day, which stands beside the head of its pages."""
    side = gauge.across(TILE)
    return read(art(side, side, lambda rect, mark: day_tile(day, rect, gauge, mark)), says(Role.DAY))
