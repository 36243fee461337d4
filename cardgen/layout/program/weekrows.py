"""The days of a week in, a row for each out: tall with the names of its exercises, or low where there are many days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf

from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.box import SMALL, At, Frame, Pen, cell, least, link, pad, read, row, stack, table_row, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.text import set_text
from cardgen.layout.program.model import Name, RestDay, TrainingDay
from cardgen.layout.program.signs import day_pill, day_tile
from cardgen.theme.type import DAY_NAMES, PAGE_NUMBER, REST_DAY, REST_WEEKDAY, ROW_FACT, ROW_TITLE, TABLE_HEAD
from cardgen.typeset.linebreak import count_lines
from cardgen.typeset.prepare import Piece, prepare
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values.geometry import Rect

TALL_DAYS = 4
"""Up to so many training days have tall rows."""
TALL, TALL_PAD, TILE = 28.0, 1.2, 22.0
"""Height of a tall row, least white above and below its tile, the tile; in sheet units, as are the lengths below."""
LOW, LOW_LEAST, PILL, PILL_HEIGHT, PILL_PAD = 12.6, 10.6, 20.0, 9.6, 1.0
REST = 8.0
TALL_TEXT, LOW_TEXT = 27.0, 25.0
"""From the margin to the text of a row."""
TITLE_TOP, NAMES_GAP, FOOT = 1.5, 2.9, 1.0
"""From the tile's head to the title's cap line, from the title to the names, below the last of them."""
WORKS_GAP, NAMES_SHARE = 2.9, 0.7
"""Between two exercises of a day that is shown whole, and what their names take of the width."""
COLUMN_GAP, FACTS_GAP = 3.4, 1.8
"""Between two columns, and from a title to what stands under it in a low row."""

DrawTile = Callable[[tuple[str, str], Rect, Gauge, Mark], Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a week, as high as they stand on the page."""

    frames: tuple[Frame, ...]
    are_tall: bool
    """Whether they name the exercises."""


def set_rows(
    days: Sequence[TrainingDay | RestDay], height: float, gauge: Gauge, *, squeeze: bool = False
) -> Rows | None:
    """Return the rows as high as they may be, tall ones if possible; None where they do not fit.

    Squeezed, they are then each as low as it can be, however high all of them are.
    """
    training = [day for day in days if isinstance(day, TrainingDay)]
    pages = max((_page(day, gauge).width for day in training), default=0.0)
    if len(training) <= TALL_DAYS:
        facts = [gauge.phrase(said, ROW_FACT).width for day in training for said in (day.count, day.minutes) if said]
        rests = [_rest_row(day, (TILE, TALL_TEXT), gauge) for day in days if isinstance(day, RestDay)]
        for tried in (training, [replace(day, works=()) for day in training]):
            tall = [_tall_row(day, max((pages, *facts)), gauge) for day in tried]
            most = max(gauge.down(TALL), *(it.height for it in tall)) if training else 0.0
            if heights := _heights(tall, rests, most, height):
                return Rows(_merged(days, tall, rests, heights), are_tall=True)
    low = [_low_row(day, pages, gauge) for day in training]
    rests = [_rest_row(day, (PILL, LOW_TEXT), gauge) for day in days if isinstance(day, RestDay)]
    heights = _heights(low, rests, gauge.down(LOW), height)
    if heights is None and not squeeze:
        return None
    return Rows(_merged(days, low, rests, heights or [0.0] * len(low)), are_tall=False)


def _heights(made: Sequence[Frame], rests: Sequence[Frame], most: float, height: float) -> list[float] | None:
    """Return how high the rows of training are, all alike; None where the highest of them leaves too little room."""
    each = min(most, (height - sum(row.height for row in rests)) / max(len(made), 1))
    highest = max((row.height for row in made), default=0.0)
    return [max(each, highest)] * len(made) if each >= highest - SMALL else None


def _merged(
    days: Sequence[TrainingDay | RestDay], made: Sequence[Frame], rests: Sequence[Frame], heights: Sequence[float]
) -> tuple[Frame, ...]:
    """Return all rows in the order of the week, those with training no lower than these heights."""
    training, resting = (least(*it) for it in zip(made, heights, strict=True)), iter(rests)
    return tuple(next(resting) if isinstance(day, RestDay) else next(training) for day in days)


def _rest_row(day: RestDay, across: tuple[float, float], gauge: Gauge) -> Frame:
    """Return a day without training: its weekday under the tiles' middle, and what it is for."""
    tile, indent = (gauge.across(it) for it in across)
    phrase = gauge.phrase(day.text, REST_DAY)
    text = words(phrase, gauge.width - indent)
    cells, xs = [read(text, cell(2))], [indent]
    if day.weekday:
        name = gauge.words(day.weekday, REST_WEEKDAY)
        cells.insert(0, read(name, cell(1, Role.ROW_HEAD)))
        xs.insert(0, (tile - name.width) / 2)
    return least(table_row(row(cells, xs, gauge.width)), gauge.down(REST) + text.height - phrase.cap)


def _tall_row(day: TrainingDay, aside: float, gauge: Gauge) -> Frame:
    """Return a training day with the names of its exercises; `aside` is the width of what stands at the right."""
    start = gauge.across(TALL_TEXT)
    width = gauge.width - start - gauge.across(COLUMN_GAP) - aside
    title, names = gauge.fit(day.title, ROW_TITLE, width), _names(day.exercises, width, gauge)
    titled, page = words(title, width), words(_page(day, gauge))
    gap = gauge.down(NAMES_GAP)
    listed = _works(day, width, gauge) if day.works else words(names, width)
    left = stack((read(titled, cell(2)), pad(read(listed, cell(3)), gap, 0.0)))
    said = [(column, gauge.phrase(it, ROW_FACT)) for column, it in enumerate((day.count, day.minutes), 5) if it]
    facts = stack(
        [pad(read(words(it), cell(column)), 0.0, names.setting.leading - it.cap) for column, it in said], side=At.END
    )
    above = pad(read(page, cell(4)), title.cap - page.height, titled.height + gap - title.cap)
    right = stack((above, _unlinked(facts)), side=At.END)
    both = row((left, right), (0.0, gauge.width - start - right.width), gauge.width - start, At.START)
    text = _beside_tile(both, left.height, gauge)
    tile = _tile(day, day_tile, (gauge.across(TILE), gauge.across(TILE)), gauge.down(TALL_PAD), gauge)
    return _linked(row((tile, text), (0.0, start), gauge.width), day, gauge)


def _works(day: TrainingDay, width: float, gauge: Gauge) -> Frame:
    """Return the exercises of a day, one a line, with what is asked of each."""
    names = [gauge.fit(it.text, DAY_NAMES, width * NAMES_SHARE, language=it.language) for it in day.exercises]
    works = [gauge.fit_open(it, TABLE_HEAD, width * (1 - NAMES_SHARE)) for it in day.works]
    both = zip(names, works, strict=True)
    lines = [row((words(name), words(work)), (0.0, width * NAMES_SHARE), width) for name, work in both]
    return stack(lines, gauge.down(WORKS_GAP))


def _beside_tile(text: Frame, height: float, gauge: Gauge) -> Frame:
    """Return text that is so high in the middle of its row, but no higher up than its tile."""
    white = gauge.down(TALL_PAD)
    whole = height + gauge.down(2 * TALL_PAD + TITLE_TOP + FOOT)

    def put(pen: Pen, rect: Rect) -> None:
        top = max(white, (rect.height - max(whole, gauge.across(TILE))) / 2) + gauge.down(TITLE_TOP)
        text.put(pen, replace(rect, y=rect.y + top, height=text.height))

    return Frame(text.width, whole, put, is_tall=True)


def _low_row(day: TrainingDay, page_width: float, gauge: Gauge) -> Frame:
    """Return a training day on a line: the facts stand beside its title, or under it where it is long."""
    start, end = gauge.across(LOW_TEXT), gauge.width - page_width - gauge.across(COLUMN_GAP)
    comma = gauge.kit.words("list.comma")
    phrase, page = (
        gauge.phrase(comma.join(part for part in (day.count, day.minutes) if part), ROW_FACT),
        words(_page(day, gauge)),
    )
    beside = end - start - gauge.across(COLUMN_GAP) - phrase.width
    tile = _tile(day, day_pill, (gauge.across(PILL), gauge.down(PILL_HEIGHT)), gauge.down(PILL_PAD), gauge)
    white = gauge.down(PILL_PAD + FOOT / 2)
    if beside > 0 and (title := gauge.fit(day.title, ROW_TITLE, beside)).count(beside) == 1:
        texts = [pad(read(words(title, beside), cell(2)), white), read(words(phrase), cell(3))]
        xs = [start, end - phrase.width]
    else:
        width = end - start
        named, facts = words(gauge.fit(day.title, ROW_TITLE, width), width), words(phrase, width)
        both = stack((read(named, cell(2)), pad(read(facts, cell(3)), gauge.down(FACTS_GAP), 0.0)))
        texts, xs = [pad(both, white)], [start]
    frames = (tile, *texts, read(page, cell(4)))
    return _linked(
        least(row(frames, (0.0, *xs, gauge.width - page.width), gauge.width), gauge.down(LOW_LEAST)), day, gauge
    )


def _tile(day: TrainingDay, draw: DrawTile, size: tuple[float, float], white: float, gauge: Gauge) -> Frame:
    """Return the tile of a day, as high as its row has room for between so much white."""
    width, most = size

    def put(pen: Pen, rect: Rect) -> None:
        high = min(most, rect.height - 2 * white)
        square = Rect(x=rect.x, y=rect.y + (rect.height - high) / 2, width=width, height=high)
        pen.items += draw((day.weekday, day.number), square, gauge, pen.mark)

    return read(Frame(width, 0.0, put, is_tall=True), cell(1, Role.ROW_HEAD))


def _unlinked(frame: Frame) -> Frame:
    """Return a frame that is read, but not what the link around it is said in."""

    def put(pen: Pen, rect: Rect) -> None:
        before = pen.mark
        frame.put(pen, rect)
        pen.mark = before

    return Frame(frame.width, frame.height, put, frame.is_tall)


def _linked(frame: Frame, day: TrainingDay, gauge: Gauge) -> Frame:
    return table_row(link(frame, day.page, gauge.kit.words("link.page", name=day.title, page=day.page)))


def _names(exercises: Sequence[Name], width: float, gauge: Gauge) -> Phrase:
    """Return the names of the exercises, each kept on its line where that costs none."""
    setting, face = gauge.setting(DAY_NAMES), DAY_NAMES.face
    comma = gauge.kit.words("list.comma")
    said = comma.join(name.text for name in exercises)
    plain = set_text(said, gauge.kit.case, face, language=gauge.kit.words.language)
    glued = (tidy(name.text, language=name.language).replace(" ", NO_BREAK) for name in exercises)
    whole = prepare([Piece(comma.join(glued), face)], gauge.kit.case, widest=inf)
    measure = width / setting.size
    better = count_lines(whole, measure) <= count_lines(plain, measure)
    return Phrase(text=whole if better else plain, setting=setting)


def _page(day: TrainingDay, gauge: Gauge) -> Phrase:
    return gauge.phrase(gauge.kit.words("week.page", page=day.page), PAGE_NUMBER)
