"""A page of lines to write on, and the last page. Knows no program."""

from __future__ import annotations

from itertools import count

from cardgen.display import Item, Page
from cardgen.layout.pages.leaf import Head, Leaf, finish, frame
from cardgen.layout.shapes import rule
from cardgen.layout.text import Slot

TITLE = "Notes"
PITCH = 8.0
"""From line to line, in sheet units: room for a hand that writes large."""
WEIGHT = 0.2


def place_notes(number: int, leaf: Leaf) -> Page:
    """Return a page of lines."""
    framed = frame(Head(eyebrow=leaf.booklet, title=TITLE), number, leaf, count(1))
    field, pitch = framed.field, leaf.length(PITCH)
    rows = max(1, int(field.height / pitch))
    lines: list[Item] = [
        rule(Slot(field.x, field.y + at * pitch, field.width), leaf.length(WEIGHT), leaf.kit.theme.muted)
        for at in range(1, rows + 1)
    ]
    return finish((*framed.items, *lines), number, TITLE, leaf)


def place_blank(number: int, leaf: Leaf) -> Page:
    """Return an empty page, so that sheets of four pages come out even."""
    return finish((), number, "", leaf)
