"""The full card: what to do at the left, section by section; what to know in boxes at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from cardgen.compose import Box, BoxKind, Card, CardSection, CardStep, Marker
from cardgen.layout.cards.arrange import Arrangement
from cardgen.layout.cards.body import FULL, SetBox, shape_entries, shape_step
from cardgen.layout.cards.brief import FOOT_GAP, box_column, box_rows, framed, main_column
from cardgen.layout.cards.column import Block, Boxes, Column, Foot, Heading, Lead, Numbered, Point
from cardgen.layout.cards.head import place_head, under_head
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.text import set_inline, set_text
from cardgen.theme.type import Style

SHARES = (0.60, 0.56, 0.64, 0.52)
"""Widths of the left column, as parts of both, tried in this order."""
EVEN_SHARES = (0.52, 0.48, 0.56, 0.44)
"""The same where the sections run over both columns."""
GUTTER = 5.6
"""Between the columns, in sheet units."""
ORDER = (
    BoxKind.EQUIPMENT,
    BoxKind.BREATHING,
    BoxKind.TIPS,
    BoxKind.MISTAKES,
    BoxKind.OTHER,
    BoxKind.SAFETY,
)
"""From the head of the right column down; safety last and lowest, where the eye leaves."""


def arrange_full(card: Card, kit: Kit) -> tuple[Arrangement, ...]:
    """Return the ways to part the text between the columns: several widths, and the extras in the one or the other."""
    header = place_head(card, kit, count(1))
    numbers = count(1)
    main = tuple(block for section in card.sections for block in _section(section, card, kit, numbers))
    if card.closing:
        main = (*main, Lead(set_inline(card.closing, kit.case, language=card.language)))
    if under_head(card, header).lead:
        main = (Lead(set_inline(card.lead, kit.case, language=card.language)), *main)
    aside = tuple(block for box in card.extras for block in _section(_as_section(box), card, kit, count(1)))
    boxes = tuple(_set_box(box, card, kit) for box in card.boxes)
    extras = tuple(_set_box(box, card, kit) for box in card.extras)
    with_extras = tuple(sorted((*boxes, *extras), key=lambda box: ORDER.index(box.kind)))
    choices: list[tuple[tuple[Block, ...], tuple[Block, ...], int]] = [(main, box_column(with_extras), 0)]
    if len(with_extras) == 1:
        # One box alone would leave most of its column white: it stands at the foot, over the whole width.
        choices.insert(0, ((*main, *box_rows(with_extras)), (), 0))
    if extras:
        choices.append(((*main, *aside), box_column(boxes), 0))
    # A guide of many short sections and few boxes runs over both columns where that makes it markedly larger.
    for at, block in enumerate(main):
        if at and isinstance(block, Heading):
            choices.append((main[:at], (*main[at:], *box_column(with_extras)), 1))
    shell = framed(card, header, kit.measures.text_width, FULL, kit)
    return tuple(
        replace(shell, columns=_columns(main_column(shell, left, FOOT_GAP, kit), right, share, kit), rank=rank)
        for left, right, rank in choices
        for share in (EVEN_SHARES if rank else SHARES if right else (1.0,))
    )


def _columns(whole: Column, right: tuple[Block, ...], share: float, kit: Kit) -> tuple[Column, ...]:
    """Part a column as wide as the text in two, its blocks in the left one; where the right one is empty it stays alone."""
    if not right:
        return (whole if isinstance(whole.blocks[-1], Boxes) else replace(whole, foot=Foot.OPEN),)
    gutter = GUTTER * kit.measures.unit
    first = replace(whole, width=(whole.width - gutter) * share, foot=Foot.OPEN)
    x = first.x + first.width + gutter
    second = replace(
        first,
        x=x,
        width=whole.x + whole.width - x,
        blocks=right,
        foot=Foot.BOXES if isinstance(right[0], Heading) and isinstance(right[-1], Boxes) else Foot.OPEN,
    )
    return (first, second)


def _section(section: CardSection, card: Card, kit: Kit, numbers: Iterator[int]) -> tuple[Block, ...]:
    """Return the blocks of a section: its heading, then its points; the numbers run on through the page."""
    blocks: list[Block] = []
    if section.heading:
        blocks.append(Heading(set_text(section.heading, kit.case, Style.HEADING, language=card.language)))
    for part in section.parts:
        if isinstance(part, CardStep):
            number = next(numbers)
            blocks.append(Numbered(number, shape_step(number, part, kit.case, card.language)))
        else:
            blocks += [Point(entry) for entry in shape_entries((part,), kit.case, card.language)]
    return tuple(blocks)


def _as_section(box: Box) -> CardSection:
    """Return an extra as a section of the left column."""
    parts = tuple(replace(entry, marker=Marker.DASH) if entry.marker is Marker.ICON else entry for entry in box.entries)
    return CardSection(heading=box.heading, parts=parts)


def _set_box(box: Box, card: Card, kit: Kit) -> SetBox:
    return SetBox(
        kind=box.kind,
        heading=set_text(box.heading, kit.case, Style.HEADING, language=card.language),
        entries=shape_entries(box.entries, kit.case, card.language),
    )
