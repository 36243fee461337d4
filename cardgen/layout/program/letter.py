"""What the trainer says at length in, pages of it out, with lines for the pen under the last paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from cardgen.display import Item, Mark, Page, Role, Text
from cardgen.layout.forms.leaf import Framed, Head, Leaf, finish, frame
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.notes import LINES_TO_WRITE, notes_height, place_notes_below
from cardgen.layout.program.spoken import said
from cardgen.values.language import other_language
from cardgen.values.prescription import Remark

SIZE = 11.0
"""In points on A5."""
GAP, NOTES_GAP = 3.2, 9.0
"""Between paragraphs, and above the notes; in sheet units."""


def place_letter(head: Head, remarks: Sequence[Remark], number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages; paragraphs are parted between two lines where they do not fit the rest of a page."""
    gauge = Gauge(leaf=leaf)
    order = count(1)
    framed = frame(head, number, leaf, order)
    items: list[Item] = [*framed.items]
    y = framed.field.y
    pages: list[Page] = []

    def turned() -> Framed:
        pages.append(finish(tuple(items), number + len(pages), head.title, leaf))
        return frame(Head(eyebrow=leaf.kit.words("page.continued", title=head.title)), number + len(pages), leaf, order)

    for at, remark in enumerate(remarks):
        y += gauge.down(GAP) if at and y > framed.field.y else 0.0
        place = next(order)
        for line, height in _lines(remark, gauge):
            if y + height > framed.field.bottom:
                order = count(1)
                framed = turned()
                items, y, place = [*framed.items], framed.field.y, next(order)
            items += (replace(text, y=text.y + y, mark=replace(text.mark, order=place)) for text in line)
            y += height
    y += gauge.down(NOTES_GAP)
    if y + notes_height(LINES_TO_WRITE, gauge) <= framed.field.bottom:
        items += place_notes_below(y, framed.field.bottom, gauge, order)
    return (*pages, finish(tuple(items), number + len(pages), head.title, leaf))


def _lines(remark: Remark, gauge: Gauge) -> Iterator[tuple[tuple[Text, ...], float]]:
    """Yield the lines of a paragraph, each placed as if at the top and first to be read, and its height."""
    phrase = said(remark, gauge, SIZE)
    mark = Mark(role=Role.PARAGRAPH, order=1, language=other_language(remark.language, gauge.kit.words.language))
    placed = phrase.within(Slot(gauge.left, 0.0, gauge.width), mark)
    for row, (_, texts) in enumerate(groupby(placed, key=lambda text: round(text.y, 3))):
        above = row * phrase.setting.leading
        yield tuple(replace(text, y=text.y - above) for text in texts), phrase.setting.leading
