"""What a program asks of an exercise in, the strip under the head of its card out: a line a day, then the trainer's remark.

The columns stand at the same places on every card of a booklet, as far as their words allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.display import Item, Mark, Path, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.cards.stripcells import (
    LABEL,
    Cell,
    Columns,
    choose_columns,
    load_box,
    pencil,
    place_chip,
)
from cardgen.layout.ground.cells import CellRow, anchor, link_to
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase, set_spans
from cardgen.layout.ground.ruler import BOX_MM
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import Slot
from cardgen.theme import Ink, mix
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect, mm
from cardgen.values.language import other_language
from cardgen.values.prescription import Other, Prescription, Remark, StripRow, fold_days

HEAD, ROW, NOTE, ALSO = 6.4, 8.9, 7.4, 5.6
"""Heights of the heads of the columns, of a day, of a remark on one line, of the days that have no line; in sheet units, as are
all lengths here."""
LABEL_FOOT = 1.3
"""Below the heads of the columns."""
ROW_PAD, BOX_PAD = 0.9, 0.45
"""Least white above and below what stands in a row, and above and below a box."""
FOOT_RULE, ROW_RULE = 0.5, 0.25
NOTE_INDENT, PENCIL = 5.4, 3.8
REMARK, REMARK_SMALL, OTHERS = 10.0, 9.2, 9.5
"""Sizes in points on A5; a remark is set in the smaller one where that keeps it on a line."""
REMARK_LEADING, OTHERS_LEADING = 1.34, 1.4
LINE_SHARE = 0.55
"""How much of the accent's colour the line between two days has."""
PLAN, ALSO_WORD = "page", "also"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The placed strip."""

    items: tuple[Item, ...]
    height: float


def place_strip(prescription: Prescription, top: float, kit: Kit, order: Iterator[int]) -> Strip:
    """Place the strip over the whole width, its upper edge at `top`."""
    measures, unit = kit.measures, kit.measures.unit
    shown, others = fold_days(prescription.rows)
    columns = choose_columns(shown, kit)
    items: list[Item] = []
    y = top + max(HEAD * unit, columns.labels[0].cap + 2 * LABEL_FOOT * unit)
    titles = CellRow(order)
    for at, (cell, label) in enumerate(zip(columns.cells, columns.labels, strict=True), 1):
        baseline = y - LABEL_FOOT * unit - label.cap
        items += _aligned(label, columns.x[at - 1], columns.ends[at - 1], baseline, titles.title(at), cell)
    for at, row in enumerate(shown):
        if at:
            items.append(strip_line(y, measures.text_width, kit))
        height = row_height(row, columns, kit)
        items += _row(row, columns, Rect(x=measures.margin, y=y, width=measures.text_width, height=height), kit, order)
        y += height
    if others:
        placed, high = place_others(others, y, len(columns.cells), kit, order)
        items += placed
        y += high
    if prescription.note:
        items.append(strip_line(y, measures.text_width, kit))
        placed, high = place_remark(prescription.note, y, measures.text_width, kit, order)
        items += placed
        y += high
    return Strip(items=(*strip_ground(top, y, kit), *items), height=y - top)


def strip_ground(top: float, bottom: float, kit: Kit) -> tuple[Path, ...]:
    """Return the ground of a strip and the rule at its foot."""
    measures, theme = kit.measures, kit.theme
    ground = rectangle(Rect(x=0.0, y=top, width=measures.width, height=bottom - top), theme.spoken)
    foot = FOOT_RULE * measures.unit
    color = theme.bar
    return ground, rectangle(Rect(x=0.0, y=bottom - foot, width=measures.width, height=foot), color)


def row_height(row: StripRow, columns: Columns, kit: Kit) -> float:
    """Return the height of a day: more where a text of it takes several lines, or where a box must be large enough."""
    unit = kit.measures.unit
    cells = columns.phrases(row, kit)
    high = max((phrase.height(columns.width(at)) for at, phrase in cells.items()), default=0.0)
    box = max(mm(BOX_MM), ROW * unit - 2 * BOX_PAD * unit) + 2 * BOX_PAD * unit if row.load is None else 0.0
    return max(ROW * unit, high + 2 * ROW_PAD * unit, box)


def _row(row: StripRow, columns: Columns, rect: Rect, kit: Kit, order: Iterator[int]) -> list[Item]:
    """Place a day: its chip and its page lead to it."""
    cells = CellRow(order)
    items: list[Item] = []
    middle = rect.y + rect.height / 2
    phrases = columns.phrases(row, kit)
    for at, cell in enumerate(columns.cells):
        x, end = columns.x[at], columns.ends[at]
        area = Rect(x=x, y=rect.y, width=end - x, height=rect.height)
        if cell is Cell.DAY:
            mark = cells.head(at + 1)
            items += place_chip(row.day, x, middle, columns.chip, kit, mark)
            items += link_to(row.page, area, mark, f"{row.day}, {PLAN} {row.page}")
            continue
        mark = cells.cell(at + 1)
        if cell is Cell.LOAD and row.load is None:
            items += load_box(row.unit, Rect(x=x, y=rect.y, width=columns.box, height=rect.height), kit, mark)
            continue
        phrase = phrases[at]
        y = middle - phrase.height(columns.width(at)) / 2
        if cell is Cell.PLAN:
            items += phrase.within(Slot(end - phrase.width, y, phrase.width), mark)
            items += link_to(row.page, area, mark, f"{row.day}, {PLAN} {row.page}")
        else:
            items += phrase.within(Slot(x, y, columns.width(at)), mark)
    return items


def _aligned(phrase: Phrase, x: float, end: float, y: float, mark: Mark, cell: Cell) -> tuple[Item, ...]:
    return phrase.right(end, y, mark) if cell is Cell.PLAN else phrase.left(x, y, mark)


def place_others(
    others: Sequence[Other], y: float, columns: int, kit: Kit, order: Iterator[int]
) -> tuple[list[Item], float]:
    """Place the days that have no line, each leading to its page; return them and their height."""
    measures, unit = kit.measures, kit.measures.unit
    size = measures.small(OTHERS, LABEL[1])
    mark = CellRow(order).cell(1, span=columns)
    word = set_phrase(ALSO_WORD, Type(style=Style.TEXT, color=kit.theme.muted), size, kit)
    type_ = Type(style=Style.LEAD_IN, color=kit.theme.ink)
    baseline = y + (ALSO * unit - word.cap) / 2
    items: list[Item] = [*word.left(measures.margin, baseline, mark)]
    start = x = measures.margin + word.width + 0.3 * size
    lines = 0
    for at, other in enumerate(others):
        like = f" as\u00a0{other.like}" if other.like else ""
        comma = "," if at < len(others) - 1 else ""
        row = other.row
        phrase = set_phrase(f"{row.day}{like} p.\u00a0{row.page}{comma}", type_, size, kit)
        if x > start and x + phrase.width > measures.margin + measures.text_width:
            x, lines = start, lines + 1
        top = baseline + lines * OTHERS_LEADING * size
        items += phrase.left(x, top, replace(mark, target=anchor(row.page) if row.page else ""))
        x += phrase.width + 0.4 * size
    return items, ALSO * unit + lines * OTHERS_LEADING * size


def place_remark(note: Remark, y: float, room: float, kit: Kit, order: Iterator[int]) -> tuple[list[Item], float]:
    """Place the remark behind a pencil; return it and its height."""
    measures, unit = kit.measures, kit.measures.unit
    lead = (Span(text=note.lead, emphasis=Emphasis.STRONG), Span(text=" ")) if note.lead else ()
    type_ = Type(style=Style.TEXT, color=kit.theme.ink, leading=REMARK_LEADING)
    width = room - NOTE_INDENT * unit
    sizes = [measures.small(size, LABEL[1]) for size in (REMARK, REMARK_SMALL)]
    tried = [set_spans((*lead, Span(text=note.text)), type_, size, kit, language=note.language) for size in sizes]
    phrase = next((it for it in tried if it.width <= width), tried[0])
    phrase = replace(phrase, setting=replace(phrase.setting, strong=kit.theme.ink))
    text = phrase.height(width)
    height = NOTE * unit + text - phrase.cap
    top = y + (height - text) / 2
    mark = Mark(role=Role.PARAGRAPH, order=next(order), language=other_language(note.language))
    side = PENCIL * unit
    square = Rect(x=measures.margin, y=top + phrase.cap / 2 - side / 2, width=side, height=side)
    placed = phrase.within(Slot(measures.margin + NOTE_INDENT * unit, top, width), mark)
    return [*pencil(square, kit), *placed], height


def strip_line(y: float, width: float, kit: Kit) -> Path:
    """Return the line between two days."""
    theme = kit.theme
    color = mix(theme.spoken, theme.bar, LINE_SHARE) if theme.mode is Ink.FULL else theme.ink
    return rule(Slot(kit.measures.margin, y, width), ROW_RULE * kit.measures.unit, color)
