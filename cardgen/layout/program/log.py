"""A training day in, the pages on which it is written down out, week for week and set for set."""

from __future__ import annotations

from dataclasses import replace

from cardgen.display import Color, Page, Role
from cardgen.layout.forms.leaf import Framed, Head, Leaf, frame
from cardgen.layout.ground.box import (
    SMALL,
    At,
    Frame,
    art,
    cell,
    ground,
    link,
    pad,
    read,
    row,
    says,
    stack,
    table_row,
    words,
)
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.program.loggrid import GAP, JOINED_GAP, Columns, columns_of
from cardgen.layout.program.model import Log, LogExercise, LogGroup
from cardgen.layout.program.notes import notes_frame
from cardgen.layout.program.signs import TILE, bracket, day_tile, order_disc
from cardgen.layout.program.words import weeks_named
from cardgen.theme.type import FINE_NOTE, NAME
from cardgen.values.language import other_language

BESIDE, FIELD_GAP = 26.0, 3.2
"""What the tile takes beside the title, and from the head to the grid; in sheet units, as are the lengths below."""
NOTES_GAP = 3.2
LINES_BETWEEN = 2
"""A page that another follows has notes only where there is room for so many lines."""
EASED = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""How full pages are made where that costs none."""
DISC, NAME_X, SHIFT, NAME_GAP, SET_ROOM = 6.4, 7.8, 2.2, 1.0, 5.8
"""A disc, where the name starts behind it, how much further right both stand in a bracket, white between label and set
numbers, what these take."""
LINE_GAP, FOOT = 1.45, 0.6
"""From the name to the first line under it, and the least white below the last."""
BRACKET_INSET = 0.3
LINES = 3
"""That the name of an exercise takes before it is set smaller."""
TICKED = NAME.led(1.15)


def place_logs(log: Log, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of a log; how many there are does not depend on their numbers."""
    gauge, told = leaf.gauge, leaf.kit.words
    ranges = columns_of(log, gauge)
    pages: list[Page] = []
    for columns in ranges:
        weeks = weeks_named(columns.weeks[0].number, columns.weeks[-1].number, told)
        eyebrow = told("log.weeks", weeks=weeks) if len(ranges) > 1 else told("log.title")
        head = columns.head()
        parts = _parts(log, columns, head.height, eyebrow, leaf)
        for at, part in enumerate(parts):
            framed = _frame(log, told("page.continued", title=eyebrow) if at else eyebrow, first + len(pages), leaf)
            whole, gap = stack((head, part)), gauge.down(NOTES_GAP)
            lines = 1 if at == len(parts) - 1 else LINES_BETWEEN
            notes = notes_frame(framed.field.height - whole.height - gap, lines, gauge)
            pages.append(framed.page(log.title, stack((whole, pad(notes, gap, 0.0)) if notes else (whole,))))
    return tuple(pages)


def _parts(log: Log, columns: Columns, head: float, eyebrow: str, leaf: Leaf) -> tuple[Frame, ...]:
    """Return what stands on each page: where there are several, all leave room for the longer eyebrow of those that go on."""
    again = leaf.kit.words("page.continued", title=eyebrow)
    rooms = [_frame(log, said, 1, leaf).field.height - head for said in (eyebrow, again)]
    parts = stack_up(log, columns, rooms[0])
    return parts if len(parts) == 1 else stack_up(log, columns, min(rooms))


def stack_up(log: Log, columns: Columns, room: float) -> tuple[Frame, ...]:
    """Return what stands on each page: groups whole where they fit one, ticks above the first and below the last.

    There are as few pages as there can be, about equally full.
    """
    gauge = columns.gauge
    gap, tint = gauge.down(GAP), gauge.theme.tint
    opening = [_tick_row(columns, said, tint) for said in log.before]
    left = room - stack(opening, gap).height - (gap if opening else 0.0)
    groups = [part for group in log.groups for part in _group_rows(group, columns, left)]
    closing = [_tick_row(columns, said, tint) for said in log.after]
    closing += [_tick_row(columns, log.effort)] if log.effort else []
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
    return frame(head, number, leaf, link(tile, log.page, leaf.kit.words("link.page", name=log.title, page=log.page)))


def day_frame(day: tuple[str, str], gauge: Gauge) -> Frame:
    """Return the tile of a day, which stands beside the head of its pages."""
    side = gauge.across(TILE)
    return read(art(side, side, lambda rect, mark: day_tile(day, rect, gauge, mark)), says(Role.DAY))


def _tick_row(columns: Columns, said: str, tint: Color | None = None) -> Frame:
    """Return a row to tick, or to write one figure a week in."""
    gauge = columns.gauge
    width = gauge.width if columns.above else columns.label - gauge.across(NAME_GAP)
    label = gauge.fitted(said, TICKED, width)
    boxes = columns.boxes((stack(()),), tint)
    return table_row(columns.labelled(read(label, cell(1, Role.ROW_HEAD)), boxes, At.MIDDLE))


def _group_rows(group: LogGroup, columns: Columns, room: float) -> list[Frame]:
    """Return an exercise, or several in a bracket; in parts no higher than a page, between exercises, then between sets."""
    gauge, joined = columns.gauge, len(group.exercises) > 1
    shift = gauge.across(SHIFT) if joined else 0.0
    start, end = columns.start, columns.start + len(columns.weeks)
    exercises = [replace(it, planned=tuple(loads[start:end] for loads in it.planned)) for it in group.exercises]
    frames = [_exercise(it, columns, shift) for it in exercises]
    parts = [stack(frames, gauge.down(JOINED_GAP))]
    if parts[0].height > room:
        both = zip(exercises, frames, strict=True)
        parts = [part for it, frame in both for part in _parted(it, frame, columns, shift, room)]
    return (
        [ground(part, lambda rect: (bracket(rect, BRACKET_INSET, gauge),), over=True) for part in parts]
        if joined
        else parts
    )


def _parted(it: LogExercise, whole: Frame, columns: Columns, shift: float, room: float) -> list[Frame]:
    """Return an exercise in parts of as many sets as a page has room for."""
    label = whole.height - len(it.planned) * columns.row
    most = max(1, int((room - label) / columns.row))
    starts = range(0, len(it.planned), most)
    return [_exercise(replace(it, planned=it.planned[at : at + most]), columns, shift, at) for at in starts]


def _exercise(it: LogExercise, columns: Columns, shift: float, first: int = 0) -> Frame:
    """Return the sets of an exercise from the `first` on, counted from 0, with its label, which leads to the card."""
    sets = [columns.set_row(first + at + 1, loads) for at, loads in enumerate(it.planned)]
    boxes = columns.boxes((*sets[:1], *(table_row(further) for further in sets[1:])))
    return table_row(columns.labelled(pad(_label(it, columns, shift), left=shift), boxes, At.START))


def _label(it: LogExercise, columns: Columns, shift: float) -> Frame:
    """Return disc, name and what is said under it."""
    gauge = columns.gauge
    side, start = gauge.across(DISC), gauge.across(NAME_X)
    right = gauge.width if columns.above else columns.label - gauge.across(SET_ROOM - NAME_GAP)
    width = right - shift - start
    name = words(gauge.fit(it.name.text, NAME, width, lines=LINES, language=it.name.language), width)
    lines = (pad(gauge.fitted(said, FINE_NOTE, width), gauge.down(LINE_GAP), 0.0) for said in it.lines)
    texts = pad(stack((name, *lines)), max((side - name.height) / 2, 0.0), gauge.down(FOOT))
    disc = art(side, side, lambda rect, mark: order_disc(it.order, rect, gauge, mark))
    label = row((disc, texts), (0.0, start), start + width, At.START)
    reading = cell(1, Role.ROW_HEAD, language=other_language(it.name.language, gauge.kit.words.language))
    return link(read(label, reading), it.page, gauge.kit.words("link.page", name=it.name.text, page=it.page))
