"""What a program asks of an exercise in, the strip under the head of its card out: a line a day, then the trainer's remark.

The columns stand at the same places on every card of a booklet, as far as their words allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.display import Mark, Path, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.cards.stripcells import Cell, Columns, chip, choose_columns, load_box, pencil
from cardgen.layout.ground import box
from cardgen.layout.ground.box import At, Frame, Pen, cell, ground, pad, read, stack, table_row, words
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import set_spans, size_of, styled, type_of
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Slot
from cardgen.theme.type import BEFORE_OTHER_DAYS, OTHER_DAYS, STRIP_REMARK
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language
from cardgen.values.prescription import Other, Prescription, Remark, StripRow, fold_days
from cardgen.words import Words

HEAD, ROW, NOTE, ALSO = 6.4, 8.9, 7.4, 5.6
"""Heights of the heads of the columns, of a day, of a remark on one line, of the days that have no line; in sheet units, as are
all lengths here."""
LABEL_FOOT = 1.3
"""Below the heads of the columns."""
ROW_PAD = 0.9
"""Least white above and below what stands in a row."""
FOOT_RULE, ROW_RULE = 0.5, 0.25
NOTE_INDENT, PENCIL = 5.4, 3.8
REMARK_SMALL = 9.2
"""A remark is set in this size in points on A5 where that keeps it on a line."""
WORD_GAP, DAY_GAP = 0.3, 0.4
"""Behind the word before those days, and between them, in em."""


def strip(prescription: Prescription, kit: Kit) -> Frame:
    """Frame the strip, as wide as the sheet."""
    shown, others = fold_days(prescription.rows)
    columns = choose_columns(shown, kit)
    days = [_day(row, columns, kit) for row in shown]
    rows = [_heads(columns, kit), *days[:1], *(lined(day, kit) for day in days[1:])]
    if others:
        rows.append(other_days(others, len(columns.cells), kit))
    return on_ground(rows, prescription.note, kit.measures.text_width, kit)


def on_ground(rows: Sequence[Frame], note: Remark | None, room: float, kit: Kit) -> Frame:
    """Frame rows, and a remark in a room under them, on the ground of a strip with the rule at its foot."""
    measures, theme = kit.measures, kit.theme
    foot, edge = FOOT_RULE * measures.unit, theme.strip_edge

    def draw(rect: Rect) -> tuple[Path, ...]:
        return rectangle(rect, theme.spoken), rectangle(replace(rect, y=rect.bottom - foot, height=foot), edge)

    parts = [*rows, lined(_remark(note, room, kit), kit)] if note else rows
    return ground(box.row((stack(parts),), (measures.margin,), measures.width), draw)


def lined(frame: Frame, kit: Kit) -> Frame:
    """Return a frame under the line that parts two days."""
    weight, color = ROW_RULE * kit.measures.unit, kit.theme.spoken_line
    return ground(frame, lambda rect: (rule(Slot(rect.x, rect.y, frame.width), weight, color),))


def _heads(columns: Columns, kit: Kit) -> Frame:
    """Frame the heads of the columns."""
    cap, foot = columns.labels[0].cap, LABEL_FOOT * kit.measures.unit
    top = max(HEAD * kit.measures.unit - foot - cap, foot)
    labels = [read(words(label), cell(at, Role.COLUMN_HEAD)) for at, label in enumerate(columns.labels, 1)]
    xs = [*columns.x[:-1], columns.ends[-1] - labels[-1].width]
    return table_row(pad(box.row(labels, xs, kit.measures.text_width), top, foot))


def _day(row: StripRow, columns: Columns, kit: Kit) -> Frame:
    """Frame a day, higher where a text of it takes several lines or a box must be large enough: chip and page lead to it."""
    frames = [_cell(row, at, columns, kit) for at in range(len(columns.cells))]
    return table_row(box.least(box.row(frames, columns.x, kit.measures.text_width), ROW * kit.measures.unit))


def _cell(row: StripRow, at: int, columns: Columns, kit: Kit) -> Frame:
    what, width, white = columns.cells[at], columns.width(at), ROW_PAD * kit.measures.unit
    match what:
        case Cell.DAY:
            return leading(read(chip(row.day, columns.chip, kit), cell(1, Role.ROW_HEAD)), 0.0, width, row, kit.words)
        case Cell.LOAD if row.load is None:
            return read(load_box(row.unit, columns.box, kit), cell(at + 1))
        case Cell.PLAN:
            page = columns.phrase(at, row, kit)
            shown = read(pad(words(page, page.width), white), cell(at + 1))
            return leading(shown, width - page.width, width, row, kit.words)
        case _:
            return read(pad(words(columns.phrase(at, row, kit), width), white), cell(at + 1))


def leading(frame: Frame, x: float, width: float, row: StripRow, told: Words) -> Frame:
    """Return a frame in a width that leads, all of it, to the page of a day."""
    return box.link(box.row((frame,), (x,), width), row.page, told("link.page", name=row.day, page=row.page))


def other_days(others: Sequence[Other], columns: int, kit: Kit) -> Frame:
    """Frame the days that have no line, each leading to its page."""
    measures = kit.measures
    size, word = size_of(OTHER_DAYS, kit), styled(kit.words("strip.also"), BEFORE_OTHER_DAYS, kit)
    start = word.width + WORD_GAP * size
    days = [_other(other, "," if at < len(others) else "", kit) for at, other in enumerate(others, 1)]
    wrapped = box.wrap(days, measures.text_width - start, DAY_GAP * size, OTHER_DAYS.leading * size - word.cap)
    frames = (read(words(word), cell(1, span=columns)), wrapped)
    white = (ALSO * measures.unit - word.cap) / 2
    return table_row(pad(box.row(frames, (0.0, start), measures.text_width, At.START), white))


def _other(other: Other, comma: str, kit: Kit) -> Frame:
    row = other.row
    told = kit.words
    like = told("strip.like", day=other.like) if other.like else ""
    phrase = styled(f"{row.day}{like} {told('strip.page-short', page=row.page)}{comma}", OTHER_DAYS, kit)

    def target(pen: Pen) -> Mark:
        return replace(pen.mark, target=anchor(row.page) if row.page else "")

    return read(words(phrase), target)


def _remark(note: Remark, room: float, kit: Kit) -> Frame:
    """Frame the remark behind a pencil."""
    unit = kit.measures.unit
    lead = (Span(text=note.lead, emphasis=Emphasis.STRONG), Span(text=" ")) if note.lead else ()
    type_, said = type_of(STRIP_REMARK, kit), (*lead, Span(text=note.text))
    width = room - NOTE_INDENT * unit
    sizes = [size_of(STRIP_REMARK, kit, size) for size in (STRIP_REMARK.size, REMARK_SMALL)]
    tried = [set_spans(said, type_, size, kit, language=note.language) for size in sizes]
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
