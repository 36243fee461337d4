"""What a program asks of an exercise in, the strip under the head of its card out: a line a day, then the trainer's remark.

Columns are as wide as what stands in them; weights have a cell a week.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.display import Mark, Path, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.cards.stripcells import (
    LABEL,
    WEEK_HEIGHT,
    Cell,
    Columns,
    Weeks,
    choose_columns,
    labels,
    pencil,
    week_heads,
    weeks_frame,
)
from cardgen.layout.ground import box
from cardgen.layout.ground.box import At, Frame, Pen, cell, ground, pad, read, stack, table_row, words
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Type, set_phrase, set_spans
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Slot
from cardgen.theme import Ink, mix
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language
from cardgen.values.prescription import Other, Prescription, Remark, StripRow, fold_days
from cardgen.words import Words

HEAD, ROW, NOTE, ALSO = 6.4, 9.2, 7.4, 5.6
"""Heights of the heads of the columns, of a day, of a remark on one line, of the days that have no line; in sheet units, as are
all lengths here."""
LABEL_FOOT = 1.3
"""Below the heads of the columns."""
ROW_PAD, ROW_FOOT = 0.9, 1.6
"""Least white above and below what stands in a row, and below the weeks under it."""
FOOT_RULE, ROW_RULE = 0.5, 0.25
NOTE_INDENT, PENCIL = 5.4, 3.8
REMARK, REMARK_SMALL, OTHERS = 10.0, 9.2, 9.5
"""Sizes in points on A5; a remark is set in the smaller one where that keeps it on a line."""
REMARK_LEADING, OTHERS_LEADING = 1.34, 1.4
WORD_GAP, DAY_GAP = 0.3, 0.4
"""Behind the word before those days, and between them, in em."""
LINE_SHARE = 0.55
"""How much of the accent's colour the line between two days has."""


def strip(prescription: Prescription, kit: Kit) -> Frame:
    """Frame the strip, as wide as the sheet."""
    shown, others = fold_days(prescription.rows)
    columns = choose_columns(shown, kit)
    days = [_day(row, shown, columns, kit) for row in shown]
    rows = [_heads(shown, columns, kit), *days[:1], *(lined(day, kit) for day in days[1:])]
    if others:
        rows.append(other_days(others, len(columns.cells), kit))
    return on_ground(rows, prescription.note, kit.measures.text_width, kit)


def on_ground(rows: Sequence[Frame], note: Remark | None, room: float, kit: Kit) -> Frame:
    """Frame rows, and a remark in a room under them, on the ground of a strip with the rule at its foot."""
    measures, theme = kit.measures, kit.theme
    foot = FOOT_RULE * measures.unit
    color = theme.accent if theme.mode is Ink.FULL else theme.band

    def draw(rect: Rect) -> tuple[Path, ...]:
        return rectangle(rect, theme.spoken), rectangle(replace(rect, y=rect.bottom - foot, height=foot), color)

    parts = [*rows, lined(_remark(note, room, kit), kit)] if note else rows
    return ground(box.row((stack(parts),), (measures.margin,), measures.width), draw)


def lined(frame: Frame, kit: Kit) -> Frame:
    """Return a frame under the line that parts two days."""
    theme, weight = kit.theme, ROW_RULE * kit.measures.unit
    color = mix(theme.spoken, theme.accent, LINE_SHARE) if theme.mode is Ink.FULL else theme.ink
    return ground(frame, lambda rect: (rule(Slot(rect.x, rect.y, frame.width), weight, color),))


def _heads(rows: Sequence[StripRow], columns: Columns, kit: Kit) -> Frame:
    """Frame the heads of the columns."""
    said = labels(columns, kit)
    foot = LABEL_FOOT * kit.measures.unit
    top = max(HEAD * kit.measures.unit - foot - said[0].cap, foot)
    heads = [
        (read(words(it), cell(at, Role.COLUMN_HEAD)), x)
        for at, (it, x) in enumerate(zip(said, columns.x, strict=True), 1)
    ]
    if columns.weeks is Weeks.BESIDE:
        start = _weeks_at(rows, columns, kit)
        heads += [(frame, start + x) for frame, x in week_heads(rows, columns, len(heads) + 1, kit)]
    return table_row(pad(box.row([it for it, _ in heads], [x for _, x in heads], kit.measures.text_width), top, foot))


def _weeks_at(rows: Sequence[StripRow], columns: Columns, kit: Kit) -> float:
    """Return where the cells of the weeks start with their unit: so that they end with the text."""
    found = max((weeks_frame(rows, row, columns, 0, kit).width for row in rows if row.weeks), default=0.0)
    return kit.measures.text_width - found


def _day(row: StripRow, rows: Sequence[StripRow], columns: Columns, kit: Kit) -> Frame:
    """Frame a day, higher where a text of it takes several lines: the day leads to its page."""
    unit, width = kit.measures.unit, kit.measures.text_width
    found = [(columns.frame(at, row, kit), x, at) for at, x in enumerate(columns.x)]
    frames = [(_cell(frame, row, at, columns, kit), x) for frame, x, at in found if frame]
    number = len(columns.cells) + 1
    if row.weeks and columns.weeks is Weeks.BESIDE:
        white = (ROW - WEEK_HEIGHT) / 2 * unit
        weeks = pad(weeks_frame(rows, row, columns, number, kit), white)
        frames.append((weeks, _weeks_at(rows, columns, kit)))
    line = box.least(box.row([it for it, _ in frames], [x for _, x in frames], width), ROW * unit)
    if row.weeks and columns.weeks is Weeks.UNDER:
        line = stack((line, pad(weeks_frame(rows, row, columns, number, kit), 0.0, ROW_FOOT * unit)))
    return table_row(line)


def _cell(frame: Frame, row: StripRow, at: int, columns: Columns, kit: Kit) -> Frame:
    shown = pad(frame, ROW_PAD * kit.measures.unit)
    if columns.cells[at] is Cell.DAY:
        return leading(read(shown, cell(1, Role.ROW_HEAD)), 0.0, columns.widths[at], row, kit.words)
    return read(shown, cell(at + 1))


def leading(frame: Frame, x: float, width: float, row: StripRow, told: Words) -> Frame:
    """Return a frame in a width that leads, all of it, to the page of a day."""
    return box.link(box.row((frame,), (x,), width), row.page, told("link.page", name=row.day, page=row.page))


def other_days(others: Sequence[Other], columns: int, kit: Kit) -> Frame:
    """Frame the days that have no line, each leading to its page."""
    measures = kit.measures
    size = measures.small(OTHERS, LABEL[1])
    word = set_phrase(kit.words("strip.also"), Type(style=Style.TEXT, color=kit.theme.muted), size, kit)
    start = word.width + WORD_GAP * size
    days = [_other(other, "," if at < len(others) else "", size, kit) for at, other in enumerate(others, 1)]
    wrapped = box.wrap(days, measures.text_width - start, DAY_GAP * size, OTHERS_LEADING * size - word.cap)
    frames = (read(words(word), cell(1, span=columns)), wrapped)
    white = (ALSO * measures.unit - word.cap) / 2
    return table_row(pad(box.row(frames, (0.0, start), measures.text_width, At.START), white))


def _other(other: Other, comma: str, size: float, kit: Kit) -> Frame:
    row = other.row
    told = kit.words
    like = told("strip.like", day=other.like) if other.like else ""
    said = f"{row.day}{like} {told('strip.page-short', page=row.page)}{comma}"
    phrase = set_phrase(said, Type(style=Style.LEAD_IN, color=kit.theme.ink), size, kit)

    def target(pen: Pen) -> Mark:
        return replace(pen.mark, target=anchor(row.page) if row.page else "")

    return read(words(phrase), target)


def _remark(note: Remark, room: float, kit: Kit) -> Frame:
    """Frame the remark behind a pencil."""
    measures, unit = kit.measures, kit.measures.unit
    lead = (Span(text=note.lead, emphasis=Emphasis.STRONG), Span(text=" ")) if note.lead else ()
    type_ = Type(style=Style.TEXT, color=kit.theme.ink, leading=REMARK_LEADING)
    width = room - NOTE_INDENT * unit
    sizes = [measures.small(size, LABEL[1]) for size in (REMARK, REMARK_SMALL)]
    tried = [set_spans((*lead, Span(text=note.text)), type_, size, kit, language=note.language) for size in sizes]
    phrase = next((it for it in tried if it.width <= width), tried[0])
    phrase = replace(phrase, setting=replace(phrase.setting, strong=kit.theme.ink))
    frames = (
        pencil(PENCIL * unit, phrase.cap, kit),
        read(
            words(phrase, width), box.says(Role.PARAGRAPH, language=other_language(note.language, kit.words.language))
        ),
    )
    white = (NOTE * unit - phrase.cap) / 2
    return pad(box.row(frames, (0.0, NOTE_INDENT * unit), room, At.START), white)
