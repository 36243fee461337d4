"""What the pages around the cards say, in words and page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cardgen.layout.ground.figures import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An exercise, or a part of the booklet, and the page where it starts."""

    name: str
    note: str = ""
    """What tells it from another of the same name, such as the equipment; usually empty."""
    page: int
    language: str = ""
    """Empty for that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries under a heading."""

    heading: str
    """Empty where the entries are not grouped."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The table of contents: what stands before the cards, the cards, what stands behind them."""

    before: tuple[Entry, ...]
    cards: tuple[Group, ...]
    after: tuple[Entry, ...]


class Kind(Enum):
    """What an entry of the index is."""

    EXERCISE = "exercise"
    TERM = "term"
    """Equipment, a muscle, a topic."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that follow one another."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An entry of the index."""

    name: str
    note: str = ""
    kind: Kind
    pages: tuple[Pages, ...]
    language: str = ""
    """Empty for that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The entries of the index under one letter."""

    letter: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A source or a licence, and the exercises that are under it."""

    source: str
    license: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands on the first page."""

    title: str
    subtitle: str
    eyebrow: str
    facts: tuple[str, ...]
    subject: Subject | None = None
    """Of the figure that stands on the band; without one there is a fan of cards."""
