"""A training day in, the pages on which it is written down out, week for week and set for set."""

from __future__ import annotations

from dataclasses import replace

from cardgen.display import Color, Item, Mark, Page, Role
from cardgen.layout.forms.leaf import Framed, Head, Leaf, frame
from cardgen.layout.ground.box import (
    SMALL,
    At,
    Frame,
    Pen,
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
from cardgen.layout.ground.figures import Ground, Subject, figure_inks, place_figure, plan_subject
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.loggrid import GAP, JOINED_GAP, ROWS, Columns, columns_of
from cardgen.layout.program.model import Log, LogExercise, LogGroup
from cardgen.layout.program.notes import notes_frame
from cardgen.layout.program.signs import TILE, bracket, day_tile, grid, order_disc
from cardgen.layout.program.words import weeks_named
from cardgen.theme.type import FINE_NOTE, LABEL, NAME
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

BESIDE, FIELD_GAP = 26.0, 3.2
"""What the tile takes beside the title, and from the head to the grid; in sheet units, as are the lengths below."""
NOTES_GAP = 3.2
LINES_BETWEEN = 2
"""A page that another follows has notes only where there is room for so many lines."""
EASED = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""How full pages are made where that costs none."""
DISC, NAME_X, SHIFT, NAME_GAP, SET_ROOM = 6.4, 7.8, 2.2, 1.0, 7.2
"""A disc, where the name starts behind it, how much further right both stand in a bracket, white between label and set
numbers, what these take."""
LINE_GAP, FOOT = 1.45, 0.6
"""From the name to the first line under it, and the least white below the last."""
BRACKET_INSET = 0.3
FIGURE, FIGURE_LEAST, FIGURE_GAP = (21.0, 16.0), 7.0, 1.0
"""Greatest width and height of a figure under its name, the least height, and the white above and below it."""
SCALE, SCALE_TOP, MOST_PAIN = 5.6, 3.0, 10
"""Height of the numbers of a scale, and the white above them."""
LINES = 3
"""That the name of an exercise takes before it is set smaller."""
TICKED = NAME.led(1.15)


def place_logs(log: Log, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of a log in rows as high as the fewest pages allow; how many there are does not depend on their numbers."""
    leaf = leaf.dense
    ranges = columns_of(log, leaf.gauge)
    tried = [[_parts(log, replace(it, high=high), len(ranges), leaf) for it in ranges] for high in ROWS]
    chosen = min(tried, key=lambda parts: sum(len(it) for _, it in parts))
    pages: list[Page] = []
    for eyebrow, parts in chosen:
        for at, part in enumerate(parts):
            told = leaf.kit.words("page.continued", title=eyebrow) if at else eyebrow
            framed = _frame(log, told, first + len(pages), leaf)
            gap = leaf.gauge.down(NOTES_GAP)
            lines = 1 if at == len(parts) - 1 else LINES_BETWEEN
            notes = notes_frame(framed.field.height - part.height - gap, lines, leaf.gauge)
            pages.append(framed.page(log.title, stack((part, pad(notes, gap, 0.0)) if notes else (part,))))
    return tuple(pages)


def _parts(log: Log, columns: Columns, ranges: int, leaf: Leaf) -> tuple[str, tuple[Frame, ...]]:
    """Return the eyebrow of one of so many ranges of weeks and what stands on each page, heads and all.

    Where there are several pages, all leave room for the longer eyebrow of those that go on.
    """
    told, head = leaf.kit.words, columns.head()
    weeks = weeks_named(columns.weeks[0].number, columns.weeks[-1].number, told)
    eyebrow = told("program.log-of", weeks=weeks) if ranges > 1 else told("log.title")
    again = told("page.continued", title=eyebrow)
    rooms = [_frame(log, said, 1, leaf).field.height - head.height for said in (eyebrow, again)]
    parts = stack_up(log, columns, rooms[0])
    parts = parts if len(parts) == 1 else stack_up(log, columns, min(rooms))
    return eyebrow, tuple(stack((head, part)) for part in parts)


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
    closing += [_tick_row(columns, said) for said in log.marks]
    closing += [_scale(log.scale, gauge)] if log.scale else []
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
    exercises = [
        replace(it, planned=tuple(loads[start:end] for loads in it.planned), weights=it.weights[start:end])
        for it in group.exercises
    ]
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
    weighed = 1 if it.weights else 0
    label = whole.height - (len(it.planned) + weighed) * columns.row
    most = max(1, int((room - label) / columns.row) - weighed)
    parts = ((at, replace(it, planned=it.planned[at : at + most])) for at in range(0, len(it.planned), most))
    return [_exercise(replace(part, weights=()) if at else part, columns, shift, at) for at, part in parts]


def _exercise(it: LogExercise, columns: Columns, shift: float, first: int = 0) -> Frame:
    """Return the sets of an exercise from the `first` on, counted from 0, with its label, which leads to the card."""
    sets = [columns.set_row(str(first + at + 1), loads) for at, loads in enumerate(it.planned)]
    rows = [columns.set_row(it.unit, it.weights), *sets] if it.weights else sets
    rows = [*rows[:1], *(table_row(further) for further in rows[1:])]
    boxes = columns.boxes(rows)
    if it.weights:
        boxes = stack((columns.boxes(rows[:1], columns.gauge.theme.spoken), columns.boxes(rows[1:])))
    label = pad(_label(it, columns, shift), left=shift)
    if it.subject and not columns.above:
        label = _with_figure(label, it.subject, boxes.height, columns.gauge)
    return table_row(columns.labelled(label, boxes, At.START))


def _with_figure(label: Frame, subject: Subject, height: float, gauge: Gauge) -> Frame:
    """Return a label with a figure under it where what is left of a height has room for one."""
    gap = gauge.down(FIGURE_GAP)
    room = gauge.across(FIGURE[0]), min(gauge.across(FIGURE[1]), height - label.height - 2 * gap)
    if room[1] < gauge.across(FIGURE_LEAST):
        return label
    inks = figure_inks(gauge.theme, Ground.PAPER)
    plan = plan_subject(subject, room, inks)

    def put(pen: Pen, rect: Rect) -> None:
        x, y = rect.x + (room[0] - plan.width) / 2, rect.y + room[1] - plan.height
        first = pen.row.first if pen.row else 0
        pen.items += place_figure(plan, Slot(x, y), next(pen.order), gauge.kit.words, part_of=first)

    return stack((label, pad(Frame(room[0], room[1], put), gap, 0.0)))


def _scale(ends: tuple[str, str], gauge: Gauge) -> Frame:
    """Return the numbers from 0 to 10 over what the first and the last of them mean."""
    pitch, high = gauge.width / (MOST_PAIN + 1), gauge.down(SCALE)

    def draw(rect: Rect, mark: Mark) -> list[Item]:
        items: list[Item] = [grid((rect.x, rect.y), (pitch, high), (MOST_PAIN + 1, 1), gauge)]
        for at in range(MOST_PAIN + 1):
            figure = gauge.figures(str(at), LABEL)
            items += figure.centred(rect.x + (at + 0.5) * pitch, rect.y + (high - figure.cap) / 2, mark)
        return items

    first, last = (gauge.words(it, FINE_NOTE) for it in ends)
    told = row(
        (read(first, says(Role.PARAGRAPH)), read(last, says(Role.PARAGRAPH))),
        (0.0, gauge.width - last.width),
        gauge.width,
    )
    numbers = read(art(gauge.width, high, draw), says(Role.PARAGRAPH))
    return pad(stack((numbers, pad(told, gauge.down(LINE_GAP), 0.0))), gauge.down(SCALE_TOP), 0.0)


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
