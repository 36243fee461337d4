"""An entry of what a document offers to turn to. Knows no pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of a document's outline, and the anchor of the page that it leads to."""

    title: str
    anchor: str
    children: tuple[Bookmark, ...] = ()
