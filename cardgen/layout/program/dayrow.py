"""An exercise of a day in, its row out: in columns, or, where letters are large for the sheet, its numbers under its name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.blanks import OpenFigures
from cardgen.layout.ground.box import (
    At,
    Frame,
    Pen,
    art,
    cell,
    fit,
    least,
    link,
    pad,
    pinned,
    read,
    row,
    stack,
    table_row,
    words,
    wrap,
)
from cardgen.layout.ground.figures import Form as Poses
from cardgen.layout.ground.figures import Ground, Subject, figure_inks, place_figure, plan_subject
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import write_box
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.model import DayRow
from cardgen.layout.program.signs import order_disc
from cardgen.layout.program.words import (
    DASH,
    rest_named,
    work_named,
)
from cardgen.theme.type import (
    COLUMN_HEAD,
    DAY_CELL,
    DAY_NAME,
    LABEL,
    PAGE_NUMBER,
    WORK_BESIDES,
    WORK_FIGURES,
    TypeStyle,
)
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language
from cardgen.values.prescription import BLANK

DISC, NAME_X, SHIFT = 7.8, 11.0, 2.1
"""A disc, where names start behind the margin, and how much further right both stand in a bracket; in sheet units, as are all lengths here."""
WORK_X, LOAD_X, REST_X, REST_ALONE_X, TEMPO_X, PAGE_X = 52.0, 73.0, 96.0, 104.0, 107.6, 121.0
"""Where columns start behind the margin; that of the rest also where no exercise of the day has a tempo."""
GUTTER, PLAIN_GUTTER, LINE_GAP = 1.6, 5.0, 2.2
"""Between two columns; where there are none, between two numbers side by side, and between two lines of them."""
BOX_WIDTH, BOX_HEIGHT, BOX_INSET, BOX_CLEAR = 17.0, 8.0, 1.0, 0.6
"""A box for a load; the white between its edge and its unit, and above and below it."""
PAD, PLAIN_PAD, DISC_PAD, SIDE_GAP = 1.1, 1.7, 0.4, 1.55
"""Least white above and below a row, in columns and without, and above a disc; from the figures to what stands under them."""
FIGURE, FIGURE_GAP, FIGURE_PAD = 13.0, 0.9, 0.6
"""Width of a figure in a column, the white at both sides of it, and above and below it."""
PLAIN_FIGURE, PLAIN_LEAST = 26.0, 11.0
"""Its width and least height where there are no columns."""
THREE_PAD = 0.6
"""More white above and below three lines beside a figure: a hint may stand close under them."""
PAIR = 0.8
"""Both key poses are shown where bodies are no smaller than this part of what one pose alone would be."""
DISC_REACH = 0.05
"""The part of a disc that may stand in the white above a row, and below it."""
PLAIN_FROM = 1.12
"""Where letters are this many times as large for their sheet as usual, rows have no columns."""
NAME_LINES = 2
UNDER = 1.5
"""From the last line of a name to the equipment, in em of the equipment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How all rows of a day are set."""

    gauge: Gauge
    has_tempo: bool
    works: tuple[str, ...] = ()
    """Sets and repetitions of all rows."""
    has_figures: bool = False

    @property
    def xs(self) -> tuple[float, ...]:
        """Where the columns behind the name start, in points behind the margin."""
        rest = (REST_X, TEMPO_X) if self.has_tempo else (REST_ALONE_X,)
        return tuple(self.gauge.across(x) for x in (WORK_X, LOAD_X, *rest, PAGE_X))

    def room(self, column: int) -> float:
        """Return the width of a column."""
        return self.xs[column - 2] - self.xs[column - 3] - self.gauge.across(GUTTER)

    @property
    def heads(self) -> tuple[str, ...]:
        """What is said over them."""
        told = self.gauge.kit.words
        tempo = (told("table.tempo"),) if self.has_tempo else ()
        return (told("table.work"), told("table.load"), told("table.rest"), *tempo, told("table.page"))

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.heads) + 2

    @property
    def in_columns(self) -> bool:
        """Whether the heads of the columns stand clear of each other, and boxes to write in have room in theirs."""
        gap, width = self.gauge.across(GUTTER), self.gauge.across(LOAD_X - WORK_X - GUTTER)
        if self.gauge.growth > PLAIN_FROM:
            return False
        if any(
            BLANK in work and not isinstance(self.gauge.fit_open(work, WORK_FIGURES, width), OpenFigures)
            for work in self.works
        ):
            return False
        starts = (*self.xs[:-1], self.gauge.width - self.head(self.heads[-1]))
        ends = (start + self.head(head) + gap for start, head in zip(starts, self.heads, strict=True))
        return all(end <= start for end, start in zip(ends, starts[1:], strict=False))

    def head(self, said: str) -> float:
        """Return the width of the head of a column: it may be smaller than what stands under it."""
        return self.gauge.phrase(said, COLUMN_HEAD).width

    def cell(self, said: str, width: float, style: TypeStyle = DAY_CELL) -> Frame:
        """Return a text of a column, on more lines where it is long."""
        return self.gauge.fitted(said or DASH, style, width)

    def figures(self, said: str, width: float) -> Frame:
        """Return sets and repetitions, boxes in place of those that are left to the pen."""
        return words(self.gauge.fit_open(said or DASH, WORK_FIGURES, width), width)

    def exact(self, said: str, style: TypeStyle) -> Frame:
        """Return a tempo or a page: its hyphens stay what they are."""
        return words(self.gauge.figures(said or DASH, style))

    def name(self, row: DayRow, width: float) -> Phrase:
        """Set the name of an exercise: on two lines where it is long, then smaller, never shortened."""
        return self.gauge.fit(row.name.text, DAY_NAME, width, lines=NAME_LINES, language=row.name.language)


def column_row(it: DayRow, form: Form, shift: float) -> Frame:
    """Return an exercise in columns; its page leads to the card, its disc to the log."""
    gauge = form.gauge
    start = gauge.across(NAME_X + shift)
    page, room = form.exact(str(it.page), PAGE_NUMBER), form.room(3)
    besides = [form.cell(it.side, room, WORK_BESIDES)] if it.side else []
    texts = [
        _name(it, form, form.xs[0] - start - gauge.across(GUTTER)),
        stack([form.figures(it.work, room), *besides], gauge.down(SIDE_GAP)),
        form.cell(it.load or "", form.room(4)),
        form.cell(it.rest, form.room(5)),
        *([form.exact(it.tempo, DAY_CELL)] if form.has_tempo else []),
        page,
    ]
    texts = [pad(frame, gauge.down(PAD)) for frame in texts]
    if it.load is None:
        texts[2] = pad(_load_box(it.unit, form), gauge.down(BOX_CLEAR))
    cells = [_named(texts[0], it, form), *(read(frame, cell(at)) for at, frame in enumerate(texts[1:], 3))]
    xs = (0.0, *(x - start for x in form.xs[:-1]), gauge.width - start - page.width)
    leading = link(row(cells, xs, gauge.width - start), it.page, _card(it, form))
    disc = pad(_disc(it, form), gauge.down(PAD) - gauge.across(DISC) * DISC_REACH)
    return table_row(row((disc, leading), (gauge.across(shift), start), gauge.width))


def plain_row(it: DayRow, form: Form, shift: float) -> Frame:
    """Return an exercise with name, equipment and page, and its numbers under them, as many on a line as there is room for."""
    gauge = form.gauge
    start = gauge.across(NAME_X + shift)
    width = gauge.width - start
    page, figure = form.exact(str(it.page), PAGE_NUMBER), gauge.across(PLAIN_FIGURE)
    subject = it.subject if form.has_figures else None
    wide = width - (figure + gauge.across(PLAIN_GUTTER) if subject else 0.0)
    room = min(wide, width - page.width - gauge.across(PLAIN_GUTTER))
    name = form.name(it, room)
    named = _named(stack((words(name, room), *_equipment(it, form, wide))), it, form)
    lines = pad(
        wrap(_numbers(it, form, wide), wide, gauge.across(PLAIN_GUTTER), gauge.across(LINE_GAP)),
        gauge.across(LINE_GAP),
        0.0,
    )
    if subject:
        below = page.height + gauge.across(LINE_GAP)
        high = max(named.height + lines.height - below, gauge.across(PLAIN_LEAST))
        lines = least(lines, below + high - named.height)
        drawn = least(_figure(subject, figure, 0.0, form), high)
        named = pinned((named, drawn), ((0.0, 0.0), (width - figure, below)), named.width, named.height)
    inner = row((stack((named, lines)), read(page, cell(form.last))), (0.0, width - page.width), width, At.START)
    white = gauge.down(PLAIN_PAD)
    leading = link(pad(inner, white), it.page, _card(it, form))
    disc = _hung(_disc(it, form), white + name.cap / 2, leading.height, gauge.across(DISC_PAD))
    return table_row(row((disc, leading), (gauge.across(shift), start), gauge.width))


def _numbers(it: DayRow, form: Form, width: float) -> list[Frame]:
    """Return the numbers of a row without columns: those that are not given have no dash."""
    numbers = [read(form.figures(work_named(it.work, it.side, form.gauge.kit.words), width), cell(3))]
    if it.load is None:
        numbers.append(read(_load_box(it.unit, form), cell(4)))
    elif it.load:
        numbers.append(read(form.cell(it.load, width), cell(4)))
    if it.rest:
        numbers.append(read(form.cell(rest_named(it.rest, form.gauge.kit.words), width), cell(5)))
    if it.tempo:
        numbers.append(read(form.exact(form.gauge.kit.words("program.tempo", tempo=it.tempo), DAY_CELL), cell(6)))
    return numbers


def _name(it: DayRow, form: Form, room: float) -> Frame:
    """Return name and equipment; the equipment gives way to a second line of the name, the figure beside them to letters."""
    phrase, gauge = form.name(it, room), form.gauge
    name = words(phrase, room)
    under = phrase.cap + UNDER * gauge.size(LABEL)
    alone = fit((stack((name, *_equipment(it, form))), name), room, under)
    narrow = room - gauge.across(FIGURE + 2 * FIGURE_GAP)
    beside = form.name(it, narrow)
    if it.subject is None or not form.has_figures or beside.setting != phrase.setting:
        return alone
    name = words(beside, narrow)
    three = under + beside.setting.leading
    named = fit((stack((name, *_equipment(it, form, narrow))), name), narrow, three)
    if named.width > narrow + 1e-6:
        return alone
    named = pad(named, gauge.down(THREE_PAD) if named.height > under else 0.0)
    figure = _figure(it.subject, gauge.across(FIGURE), gauge.down(PAD - FIGURE_PAD), form)
    return row((named, figure), (0.0, narrow + gauge.across(FIGURE_GAP)), room)


def _figure(subject: Subject, width: float, rise: float, form: Form) -> Frame:
    """Return a figure as high as its row, and so much higher at both edges, in the middle of its width."""
    inks = figure_inks(form.gauge.theme, Ground.PAPER)

    def put(pen: Pen, rect: Rect) -> None:
        room = width, rect.height + 2 * rise
        both, one = (plan_subject(subject, room, inks, poses) for poses in (Poses.POSES, Poses.WORKING))
        plan = both if both.stature >= PAIR * one.stature else one
        x, y = rect.x + (width - plan.width) / 2, rect.y + (rect.height - plan.height) / 2
        first = pen.row.first if pen.row else 0
        pen.items += place_figure(plan, Slot(x, y), next(pen.order), form.gauge.kit.words, part_of=first)

    return Frame(width, 0.0, put, is_tall=True)


def _card(it: DayRow, form: Form) -> str:
    return form.gauge.kit.words("link.page", name=it.name.text, page=it.page)


def _named(frame: Frame, it: DayRow, form: Form) -> Frame:
    language = other_language(it.name.language, form.gauge.kit.words.language)
    return read(frame, cell(2, Role.ROW_HEAD, language=language))


def _equipment(it: DayRow, form: Form, width: float = 0.0) -> tuple[Frame, ...]:
    if not it.equipment:
        return ()
    label = form.gauge.phrase(it.equipment, LABEL)
    return (pad(words(label, width), UNDER * label.setting.size - label.cap, 0.0),)


def _hung(disc: Frame, middle: float, height: float, above: float) -> Frame:
    """Return a disc with its middle so far down what is so high and stands beside it, but clear of the row's upper edge."""

    def put(pen: Pen, rect: Rect) -> None:
        top = (rect.height - height) / 2 + middle - disc.height / 2
        disc.put(pen, replace(rect, y=rect.y + max(top, above), height=disc.height))

    return Frame(disc.width, disc.height, put, is_tall=True)


def _disc(it: DayRow, form: Form) -> Frame:
    gauge = form.gauge
    side = gauge.across(DISC)
    disc = art(side, side, lambda rect, mark: order_disc(it.order, rect, gauge, mark))
    return link(read(disc, cell(1)), it.log, gauge.kit.words("link.log", name=it.name.text, page=it.log))


def _load_box(unit: str, form: Form) -> Frame:
    """Return a box to write a load in, its unit small at the lower right."""
    gauge = form.gauge

    def draw(rect: Rect, mark: Mark) -> list[Item]:
        if not unit:
            return [write_box(rect, gauge.kit)]
        label = gauge.phrase(unit, LABEL)
        # Letters reach below their line, far in large print.
        top = rect.bottom - gauge.down(BOX_INSET) - label.cap
        return [write_box(rect, gauge.kit), *label.right(rect.right - gauge.across(BOX_INSET), top, mark)]

    return art(max(gauge.box, gauge.across(BOX_WIDTH)), max(gauge.box, gauge.down(BOX_HEIGHT)), draw)
