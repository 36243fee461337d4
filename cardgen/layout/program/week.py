"""The days of a week in, the week at a glance out: a row a day, then boxes to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from cardgen.display import Page
from cardgen.layout.forms.leaf import Head, Leaf, frame
from cardgen.layout.ground.box import SMALL, Frame, pad, stack
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.text import capitals
from cardgen.layout.program.letter import place_letter, remarks_box, remarks_height
from cardgen.layout.program.model import TrainingDay, Week, WeekPage
from cardgen.layout.program.ticks import most_weeks, tick_grid
from cardgen.layout.program.weekrows import Rows, set_rows
from cardgen.layout.program.weeks import split_weeks
from cardgen.layout.program.words import weeks_named
from cardgen.theme.type import LINE, RULE
from cardgen.words import Words

SECTION_GAP, SECTION_LIST = 3.4, 3.4
"""From the rule to the heading under it, and from the heading to the dates; in sheet units, as are the lengths below."""
GRID_GAP, GRID_HEAD = 8.0, 3.4
"""Between two grids, and under the heading of each."""
REMARK_GAP = 5.0
"""From the boxes to what the trainer says."""


def place_week(week: WeekPage, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the week's page, and more for the boxes where these do not fit on it."""
    leaf = leaf.dense
    gauge, told, title = leaf.gauge, leaf.kit.words, leaf.kit.words("week.title")
    framed = frame(Head(eyebrow=week.eyebrow, title=title), number, leaf)
    grids = _grids(week, gauge)
    below = _section(grids[0], gauge) if len(grids) == 1 else None
    room = framed.field.height - (below.height if below else 0.0)
    rows = set_rows(week.days, room, gauge) if below else None
    lower = _above_remarks(week, rows, room, gauge) if rows else None
    if below and rows:
        whole = stack((_ruled((lower or rows).frames, gauge), below))
        pages = [framed.page(title, whole, remarks_box(week.remarks, gauge) if lower else None)]
    else:
        head = Head(eyebrow=week.eyebrow, title=title)
        squeezed = set_rows(week.days, framed.field.height, gauge, squeeze=True)
        heads = head, Head(eyebrow=told("page.continued", title=title))
        pages = _paged(squeezed.frames if squeezed else (), heads, number, leaf, lambda it: _ruled(it, gauge))
        gap, head = gauge.down(GRID_GAP), Head(eyebrow=week.eyebrow, title=told("week.tick"))
        if grids:
            pages += _paged(grids, (head, head), number + len(pages), leaf, lambda it: stack(it, gap), gap)
    if week.remarks and not lower:
        pages += place_letter(
            Head(eyebrow=week.eyebrow, title=told("week.letter")), week.remarks, number + len(pages), leaf
        )
    return tuple(pages)


def _paged(
    frames: Sequence[Frame],
    heads: tuple[Head, Head],
    number: int,
    leaf: Leaf,
    made: Callable[[Sequence[Frame]], Frame],
    gap: float = 0.0,
) -> list[Page]:
    """Return frames under one another on as many pages as they take; the second head is that of the pages that go on."""
    pages: list[Page] = []
    while frames or not pages:
        framed = frame(heads[min(len(pages), 1)], number + len(pages), leaf)
        feet = accumulate(it.height + gap for it in frames)
        fitting = max(1, sum(foot - gap <= framed.field.height + SMALL for foot in feet))
        pages.append(framed.page(heads[0].title, made(frames[:fitting])))
        frames = frames[fitting:]
    return pages


def _above_remarks(week: WeekPage, rows: Rows, room: float, gauge: Gauge) -> Rows | None:
    """Return rows that leave room for what the trainer says; None where they would tell less for it."""
    if not week.remarks:
        return None
    said = remarks_height(week.remarks, gauge) + gauge.down(REMARK_GAP)
    lower = set_rows(week.days, room - said, gauge)
    return lower if lower and lower.are_tall == rows.are_tall else None


def _grids(week: WeekPage, gauge: Gauge) -> tuple[Frame, ...]:
    """Return the boxes of a program: in one grid, or in several, each under its range of weeks."""
    training = (day for day in week.days if isinstance(day, TrainingDay))
    days = tuple(
        day.weekday or gauge.kit.words("day.number", number=day.number) for day in training for _ in range(day.times)
    )
    if not days or not week.weeks:
        return ()
    ranges = split_weeks(week.weeks, most_weeks(days, gauge))
    grids = tuple(tick_grid(days, weeks, gauge) for weeks in ranges)
    if len(grids) == 1:
        return grids
    heads = (pad(gauge.section(_range(weeks, gauge.kit.words)), 0.0, gauge.down(GRID_HEAD)) for weeks in ranges)
    return tuple(stack(it) for it in zip(heads, grids, strict=True))


def _ruled(rows: Sequence[Frame], gauge: Gauge) -> Frame:
    """Return rows between lines, the last of which is heavier."""
    parted = (gauge.ruled(it, LINE, gauge.theme.outline) for it in rows)
    return stack((*parted, gauge.ruled(stack(()), RULE, gauge.theme.line)))


def _section(grid: Frame, gauge: Gauge) -> Frame:
    """Return boxes that stand under the week, with their heading."""
    return stack(
        (pad(gauge.section(gauge.kit.words("week.tick")), gauge.down(SECTION_GAP), gauge.down(SECTION_LIST)), grid)
    )


def _range(weeks: Sequence[Week], words: Words) -> str:
    said = weeks_named(weeks[0].number, weeks[-1].number, words)
    return capitals(said[0], words.language) + said[1:]
