"""The numbers of a program explained: sets and repetitions, both sides, the four figures of a tempo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.display import Item, Mark, Role
from cardgen.layout.forms.blocks import Placed, Scale
from cardgen.layout.ground.measures import SMALLEST
from cardgen.layout.ground.phrase import Phrase, Type, set_figures, set_phrase
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.model import HowToUse
from cardgen.layout.program.section import place_section
from cardgen.layout.program.signs import write_in
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect
from cardgen.words import Words

TOP, MEANING_GAP, COLUMN_GAP = 4.2, 3.6, 8.0
"""From the heading to the list, from a number to what it means, between list and tempo: in sheet units, as are all lengths."""
PITCH = 1.5
"""From line to line of the list, in em."""
BOX, BOX_GAP, CAPTION_GAP, LABEL_GAP, BELOW_GAP = (11.4, 7.2), 1.5, 1.6, 4.0, 5.0
"""A figure's box, between two, to what it is for, from the word to the boxes, and above them where they stand below the list."""
TEXT, FIGURE, CAPTION = 9.5, 15.0, 8.5
"""Sizes in points on A5."""
FIGURES = (3, 4)
"""Of a tempo, without and with the pause at the top."""


def place_numbers(howto: HowToUse, slot: Slot, scale: Scale, order: Iterator[int]) -> Placed:
    """Place heading, list and tempo: side by side where there is room."""
    words = scale.leaf.kit.words
    head = place_section(words("use.numbers"), "", slot, scale, order)
    each = ((words("side-short.each"), words("use.each")),) if howto.each_side else ()
    rows = (("3 × 10", words("use.sets")), ("8–12", words("use.range")), *howto.notations, *each)
    y = head.bottom + scale.length(TOP)
    numbers, wide, bottom = _list(rows, Slot(slot.x, y, slot.width), scale, order)
    figures = howto.tempo.split("-")
    if len(figures) not in FIGURES:
        return Placed((*head.items, *numbers), bottom)
    needed = _tempo_width(len(figures), scale)
    if wide + scale.length(COLUMN_GAP) + needed <= slot.width:
        tempo, end = _tempo(howto.tempo, figures, Slot(slot.x + slot.width - needed, y, needed), scale, order)
    else:
        below = bottom + scale.length(BELOW_GAP)
        tempo, end = _tempo(howto.tempo, figures, Slot(slot.x, below, slot.width), scale, order)
    return Placed((*head.items, *numbers, *tempo), max(bottom, end))


def _list(
    rows: Sequence[tuple[str, str]], slot: Slot, scale: Scale, order: Iterator[int]
) -> tuple[list[Item], float, float]:
    """Place numbers and what they mean; return them, their width and their last baseline."""
    pairs = [(_bold(number, scale), _plain(meaning, scale)) for number, meaning in rows]
    indent = max(number.width for number, _ in pairs) + scale.length(MEANING_GAP)
    items: list[Item] = []
    y = slot.y
    for at, (number, meaning) in enumerate(pairs):
        y = slot.y + at * PITCH * number.setting.size
        mark = Mark(role=Role.POINT, order=next(order), level=1)
        items += (*number.left(slot.x, y, mark), *meaning.left(slot.x + indent, y, mark))
    wide = indent + max(meaning.width for _, meaning in pairs)
    return items, wide, y + pairs[-1][0].cap


def _tempo(
    tempo: str, figures: Sequence[str], slot: Slot, scale: Scale, order: Iterator[int]
) -> tuple[list[Item], float]:
    """Place a tempo and its figures in boxes, under each what it is for; return them and their last baseline."""
    kit, theme = scale.leaf.kit, scale.leaf.kit.theme
    word, shown = _bold(kit.words("table.tempo"), scale), set_figures(tempo, _text(scale), scale.points(TEXT), kit)
    mark = Mark(role=Role.PARAGRAPH, order=next(order))
    items: list[Item] = [*word.left(slot.x, slot.y, mark)]
    items += shown.left(slot.x, slot.y + PITCH * word.setting.size, mark)
    x = slot.x + max(word.width, shown.width) + scale.length(LABEL_GAP)
    gap = scale.length(BOX_GAP)
    room = (slot.x + slot.width - x - (len(figures) - 1) * gap) / len(figures)
    wide = min(_box_width(scale), room)
    high = max(scale.length(BOX[1]), scale.points(FIGURE) * 0.95)
    bottom = slot.y
    top = slot.y - scale.length(1.0)
    for figure, captions in zip(figures, _captions(figures, kit.words), strict=True):
        rect = Rect(x=x, y=top, width=wide, height=high)
        mark = Mark(role=Role.PARAGRAPH, order=next(order))
        number = set_figures(figure, Type(style=Style.HEADING, color=theme.heading), scale.points(FIGURE), kit)
        items.append(write_in(rect, kit))
        items += number.centred(x + wide / 2, top + (high - number.cap) / 2, mark)
        y = rect.bottom + scale.length(CAPTION_GAP)
        for said in captions:
            caption = _caption(said, scale)
            placed = caption.centred_within(Slot(x - gap / 2, y, max(wide + gap, caption.widest)), mark)
            items += placed
            bottom = max(bottom, placed[-1].y)
            y = placed[-1].y - caption.cap + 1.25 * caption.setting.size
        x += wide + gap
    return items, bottom


def _captions(figures: Sequence[str], words: Words) -> list[tuple[str, str]]:
    """Return what stands under each figure: how it is counted, and for what."""
    counted = [words("use.fast") if figure == "X" else words.count("use.second", int(figure)) for figure in figures]
    moves = _moves(words)
    if len(figures) == len(moves):
        counted[-1] = words("use.pause")
    return list(zip(counted, moves, strict=False))


def _moves(words: Words) -> tuple[str, ...]:
    """Return what each figure of a tempo is for."""
    return words("use.down"), words("use.hold"), words("use.up"), words("use.top")


def _tempo_width(figures: int, scale: Scale) -> float:
    kit = scale.leaf.kit
    label = max(
        _bold(kit.words("table.tempo"), scale).width,
        set_figures("0-0-0-0", _text(scale), scale.points(TEXT), kit).width,
    )
    return label + scale.length(LABEL_GAP) + figures * _box_width(scale) + (figures - 1) * scale.length(BOX_GAP)


def _box_width(scale: Scale) -> float:
    """Return the width of a box: its captions stand under it alone."""
    words = scale.leaf.kit.words
    captions = (words.count("use.second", 1), words.count("use.second", 2), words("use.fast"), *_moves(words))
    return max(scale.length(BOX[0]), *(_caption(said, scale).width for said in captions))


def _caption(words: str, scale: Scale) -> Phrase:
    kit = scale.leaf.kit
    size = max(CAPTION * kit.measures.scale * scale.leaf.stretch * scale.factor, SMALLEST, kit.measures.least)
    return set_phrase(words, Type(style=Style.TEXT, color=kit.theme.lead), size, kit)


def _bold(words: str, scale: Scale) -> Phrase:
    kit = scale.leaf.kit
    return set_phrase(words, Type(style=Style.LEAD_IN, color=kit.theme.ink), scale.points(TEXT), kit)


def _plain(words: str, scale: Scale) -> Phrase:
    return set_phrase(words, _text(scale), scale.points(TEXT), scale.leaf.kit)


def _text(scale: Scale) -> Type:
    return Type(style=Style.TEXT, color=scale.leaf.kit.theme.ink)
