"""Shelves of guides in, the page of every card and what the lists of a booklet say of them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from cardgen.bundle.order import Shelf, notes
from cardgen.guide.model import Guide
from cardgen.layout.forms.contents import COLUMN_EM, MOST_COLUMNS, PITCHES
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.forms.model import Credit, Entry, Group
from cardgen.layout.ground.cells import anchor
from cardgen.theme.type import BODY
from cardgen.values.bookmark import Bookmark

LISTED = 0.72
"""The part of a sheet's height that the lines of a list take."""
BESIDE = 10
"""Lines of contents that are no cards': other parts, headings and what is between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A guide and the page of its card."""

    guide: Guide
    note: str
    """What tells it from others of the same title."""
    page: int

    @property
    def bookmark(self) -> Bookmark:
        """Its entry in an outline."""
        title = f"{self.guide.title} ({self.note})" if self.note else self.guide.title
        return Bookmark(title=title, anchor=anchor(self.page))

    @property
    def entry(self) -> Entry:
        """Its entry in contents and credits."""
        return Entry(name=self.guide.title, note=self.note, page=self.page, language=self.guide.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The cards of a shelf."""

    heading: str
    cards: tuple[Bound, ...]


Chapters = tuple[Chapter, ...]


def cards_of(chapters: Chapters) -> tuple[Bound, ...]:
    """Return every card, in the order of the pages."""
    return tuple(card for chapter in chapters for card in chapter.cards)


def bind(shelves: Sequence[Shelf], first: int, numbers: Mapping[str, int]) -> Chapters:
    """Give every card its page, from the first on.

    An edition that keeps the numbers of another has them in `numbers`, by the path of the guide; a guide that is not among them
    has a number behind them all.
    """
    of_all = iter(notes([guide for shelf in shelves for guide in shelf.guides]))
    page = max(numbers.values()) + 1 if numbers else first
    chapters = []
    for shelf in shelves:
        cards = []
        for guide in shelf.guides:
            kept = numbers.get(guide.path)
            cards.append(Bound(guide=guide, note=next(of_all), page=page if kept is None else kept))
            page += kept is None
        chapters.append(Chapter(heading=shelf.heading, cards=tuple(cards)))
    return tuple(chapters)


def usual_contents(cards: int, leaf: Leaf) -> int:
    """Return on how many pages the contents of so many cards are likely to stand; laid out, they say how many they are."""
    measures, size = leaf.kit.measures, leaf.gauge.size(BODY)
    columns = int(measures.text_width / (COLUMN_EM * size)) or 1
    lines = measures.height * LISTED / (PITCHES[-1] * size)
    return max(ceil((cards + BESIDE) / (lines * min(columns, MOST_COLUMNS))), 1)


def list_groups(chapters: Chapters) -> tuple[Group, ...]:
    """Return what the contents list of the cards."""
    return tuple(Group(heading=it.heading, entries=tuple(card.entry for card in it.cards)) for it in chapters)


def list_credits(chapters: Chapters) -> tuple[Credit, ...]:
    """Return every source and licence, in the order of the pages."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for card in cards_of(chapters):
        if card.guide.source or card.guide.license:
            found.setdefault((card.guide.source, card.guide.license), []).append(card.entry)
    return tuple(
        Credit(source=source, license=license_, entries=tuple(entries)) for (source, license_), entries in found.items()
    )


def list_bookmarks(chapters: Chapters) -> tuple[Bookmark, ...]:
    """Return what the outline lists of the cards, those of a group under its heading."""
    found: list[Bookmark] = []
    for chapter in chapters:
        marks = tuple(card.bookmark for card in chapter.cards)
        if chapter.heading:
            found.append(Bookmark(title=chapter.heading, anchor=marks[0].anchor, children=marks))
        else:
            found += marks
    return tuple(found)
