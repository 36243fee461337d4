"""Sources and licences in, the credits pages out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Mark, Page, Role
from cardgen.guide.model import Emphasis, Inline, Span
from cardgen.layout.pages.columns import Part, Strip, pour
from cardgen.layout.pages.leaf import LANGUAGE, Head, Leaf, finish, frame
from cardgen.layout.pages.model import Credit
from cardgen.layout.text import Slot, place_lines, set_inline, set_text
from cardgen.typeset.fonts import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared

TITLE = "Credits"
EYEBROW = "Sources and licences"
INTRODUCTION = "Where the exercises come from, with the pages on which they stand."
CONTINUED = "continued"
HEADING, SIZE = 10.5, 9.5
"""In points on A5."""
PITCH = 1.55
"""From line to line, in em."""
GAP = 0.9
"""Between two credits, in lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A credit, set and broken to the page's width."""

    heading: Prepared
    heading_lines: Lines
    text: Prepared
    lines: Lines


def place_credits(
    credits_: Sequence[Credit], first: int, leaf: Leaf, *, introduction: str = INTRODUCTION
) -> tuple[Page, ...]:
    """Return the credits pages; the introduction says what the numbers behind the names are."""
    pitch = PITCH * leaf.running(SIZE)
    blocks = [_block(credit, leaf) for credit in credits_]
    strips = [
        Strip(heading=len(block.heading_lines) * pitch, rows=tuple(pitch for _ in block.lines)) for block in blocks
    ]
    heads = [
        Head(eyebrow=EYEBROW, title=TITLE, introduction=introduction),
        Head(eyebrow=f"{TITLE}, {CONTINUED}"),
    ]
    spare = pitch - leaf.kit.cap(Style.TEXT) * leaf.running(SIZE)
    rooms = [frame(head, first, leaf, count(1)).field.height + spare for head in heads]
    poured = pour(strips, GAP * pitch, 1, lambda page: rooms[min(page, 1)], tail=0.0)
    pages = []
    for at, columns in enumerate(poured):
        order = count(1)
        framed = frame(heads[min(at, 1)], first + at, leaf, order)
        items = [*framed.items]
        for part in columns[0]:
            slot = Slot(framed.field.x, framed.field.y + part.y, framed.field.width)
            items += _placed(blocks[part.strip], part, slot, leaf, order)
        pages.append(finish(tuple(items), first + at, TITLE, leaf))
    return tuple(pages)


def _block(credit: Credit, leaf: Leaf) -> Block:
    case, width = leaf.kit.case, leaf.kit.measures.text_width
    heading = set_inline(_heading(credit), case, language=LANGUAGE, plain=Style.LEAD_IN)
    names = ", ".join(f"{entry.name}\u00a0({entry.page})" for entry in credit.entries)
    text = set_text(names, case, Style.TEXT, language=LANGUAGE)
    return Block(
        heading=heading,
        heading_lines=break_lines(heading, width / leaf.points(HEADING)),
        text=text,
        lines=break_lines(text, width / leaf.running(SIZE)),
    )


def _heading(credit: Credit) -> Inline:
    """Return source and licence; an address can be clicked."""
    given = [part for part in (credit.source, credit.license) if part]
    spans: list[Span] = []
    for at, part in enumerate(given):
        if at:
            spans.append(Span(text=" · ", emphasis=Emphasis.STRONG))
        spans.append(Span(text=part, emphasis=Emphasis.STRONG, link=part if part.startswith("https://") else None))
    return tuple(spans)


def _placed(block: Block, part: Part, slot: Slot, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Place a credit, or what of it goes on here; its heading is repeated."""
    theme, pitch = leaf.kit.theme, PITCH * leaf.running(SIZE)
    heading = replace(leaf.setting(leaf.points(HEADING), Style.LEAD_IN, theme.heading), leading=pitch)
    setting = replace(leaf.setting(leaf.running(SIZE), Style.TEXT, theme.ink), leading=pitch)
    mark = Mark(role=Role.SECTION_HEADING, order=next(order))
    y = slot.y + len(block.heading_lines) * pitch
    return [
        *place_lines(block.heading, block.heading_lines, heading, slot, mark),
        *place_lines(
            block.text,
            block.lines[part.start : part.end],
            setting,
            replace(slot, y=y),
            Mark(role=Role.PARAGRAPH, order=next(order)),
        ),
    ]
