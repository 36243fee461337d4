"""Where a cell stands in its table in, the mark that says so out. Knows no geometry but the area of a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cardgen.display import LinkArea, Mark, Role
from cardgen.values.geometry import Rect


@dataclass(slots=True)
class CellRow:
    """A row of a table, filled from left to right: cells of one row are part of its first.

    The language of a cell is empty where it is that of its page.
    """

    order: Iterator[int]
    first: int = 0

    def head(self, column: int, *, span: int = 1, language: str = "") -> Mark:
        """Return the mark of the cell that names the row."""
        return self._mark(Role.ROW_HEAD, column, span, language)

    def title(self, column: int, *, span: int = 1) -> Mark:
        """Return the mark of a cell that names a column."""
        return self._mark(Role.COLUMN_HEAD, column, span, "")

    def cell(self, column: int, *, span: int = 1, language: str = "") -> Mark:
        """Return the mark of any other cell."""
        return self._mark(Role.CELL, column, span, language)

    def _mark(self, role: Role, column: int, span: int, language: str) -> Mark:
        order = next(self.order)
        self.first = self.first or order
        return Mark(role=role, order=order, part_of=self.first, column=column, span=span, language=language)


def anchor(page: int) -> str:
    """Return the anchor of a page: links lead to the very number that is printed."""
    return f"page-{page}"


def link_to(page: int, rect: Rect, mark: Mark, words: str) -> tuple[LinkArea, ...]:
    """Return the area that leads to a page from what has this mark; none where there is no page."""
    if not page:
        return ()
    return (LinkArea(rect=rect, mark=replace(mark, target=anchor(page), alternative=words)),)
