"""An exercise of a day in, its row out: in columns, or, where letters are large for the sheet, its numbers under its name."""

from __future__ import annotations

from dataclasses import replace

from cardgen.display import Role
from cardgen.layout.ground.box import (
    At,
    Frame,
    Pen,
    art,
    cell,
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
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.dayform import FIGURE, GAP, NAME_INDENT, Column, Figures, Form, load_box
from cardgen.layout.program.model import DayRow
from cardgen.layout.program.signs import order_disc
from cardgen.layout.program.words import rest_named, work_named
from cardgen.theme.type import DAY_CELL, LABEL, PAGE_NUMBER
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

DISC = 7.0
"""In sheet units, as are all lengths here."""
PLAIN_GUTTER, LINE_GAP = 5.0, 2.2
"""Where there are no columns, between two numbers side by side, and between two lines of them."""
PAD, PLAIN_PAD, DISC_PAD, BOX_CLEAR = 1.1, 1.7, 0.4, 0.6
"""Least white above and below a row, in columns and without, above a disc, and above and below a box."""
FIGURE_PAD = 0.7
"""Above and below a figure in a row of columns."""
PLAIN_LEAST = 11.0
"""Least height of a figure where there are no columns."""
UNDER = 1.5
"""From the last line of a name to what stands under it, in em of that."""
PAIR = 0.8
"""Both key poses are shown where bodies are no smaller than this part of what one pose alone would be."""
DISC_REACH = 0.05
"""The part of a disc that may stand in the white above a row, and below it."""


def column_row(it: DayRow, form: Form, shift: float) -> Frame:
    """Return an exercise in columns; its page leads to the card, its disc to the log."""
    gauge, start, white = form.gauge, form.name, form.gauge.down(PAD)
    moved = 0.0 if form.figures is Figures.SHOWN else gauge.across(shift)
    frames, xs = [_name(it, form, form.xs[0] - start - moved - gauge.across(GAP))], [moved]
    for column, x in zip(form.columns, form.xs, strict=True):
        if frame := form.frame(column, it):
            is_box = column is Column.LOAD and it.load is None
            shown = pad(frame, gauge.down(BOX_CLEAR) if is_box else white)
            frames.append(read(shown, cell(form.number(column))))
            xs.append((gauge.width - frame.width if column is Column.PAGE else x) - start)
    leading = link(row(frames, xs, gauge.width - start), it.page, _card(it, form))
    disc = pad(_disc(it, form), white - gauge.across(DISC) * DISC_REACH)
    parts = [(disc, form.disc + moved), (leading, start)]
    if it.subject and form.figures is Figures.SHOWN:
        wide = gauge.across(form.figure - shift)
        parts.append((_figure(it.subject, wide, -gauge.across(FIGURE_PAD), form), gauge.across(shift)))
    return table_row(row([part for part, _ in parts], [x for _, x in parts], gauge.width))


def _name(it: DayRow, form: Form, room: float) -> Frame:
    """Return a name, under it its tempo where that has no column."""
    phrase, gauge = form.titled(it, room), form.gauge
    told = gauge.kit.words("program.tempo", tempo=it.tempo) if it.tempo and Column.TEMPO not in form.columns else ""
    name = words(phrase, room)
    if told:
        phrase = gauge.figures(told, LABEL)
        name = stack((name, pad(words(phrase, room), UNDER * gauge.size(LABEL) - phrase.cap, 0.0)))
    elif it.equipment and Column.TEMPO in form.columns:
        equipment = gauge.phrase(it.equipment, LABEL)
        if equipment.width <= room:
            name = stack((name, pad(words(equipment), UNDER * gauge.size(LABEL) - equipment.cap, 0.0)))
    return _named(pad(name, gauge.down(PAD)), it, form)


def plain_row(it: DayRow, form: Form, shift: float) -> Frame:
    """Return an exercise with name, equipment and page, and its numbers under them, as many on a line as there is room for."""
    gauge = form.gauge
    start = gauge.across(NAME_INDENT + shift)
    width = gauge.width - start
    page, figure = words(gauge.figures(str(it.page), PAGE_NUMBER)), gauge.across(FIGURE)
    subject = it.subject if form.figures is Figures.SHOWN else None
    wide = width - (figure + gauge.across(PLAIN_GUTTER) if subject else 0.0)
    room = min(wide, width - page.width - gauge.across(PLAIN_GUTTER))
    name = form.titled(it, room)
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
    """Return the numbers of a row without columns."""
    told = form.gauge.kit.words
    numbers = [read(form.work(work_named(it.work, it.side, told), width), cell(form.number(Column.WORK)))]
    if it.load is None:
        numbers.append(read(load_box(it.unit, form.gauge), cell(form.number(Column.LOAD))))
    elif it.load:
        numbers.append(read(form.cell(it.load, width), cell(form.number(Column.LOAD))))
    if it.rest:
        numbers.append(read(form.cell(rest_named(it.rest, told), width), cell(form.number(Column.REST))))
    if it.tempo:
        tempo = words(form.gauge.figures(told("program.tempo", tempo=it.tempo), DAY_CELL))
        numbers.append(read(tempo, cell(form.number(Column.TEMPO))))
    return numbers


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
