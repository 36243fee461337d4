"""Shelves of guides and the number of pages before them in, the page of every part out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cardgen.bundle.order import Shelf, notes
from cardgen.display import Bookmark
from cardgen.guide.model import Guide
from cardgen.layout.forms.model import Contents, Credit, Entry, Group
from cardgen.layout.ground.cells import anchor

COVER, BEFORE, CONTENTS = 1, 2, 3
"""The pages on which these parts start, in every booklet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A guide and the page of its card."""

    guide: Guide
    note: str
    """What tells it from others of the same title."""
    page: int

    @property
    def name(self) -> str:
        """The title as an outline shows it."""
        return f"{self.guide.title} ({self.note})" if self.note else self.guide.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The cards of a shelf."""

    heading: str
    cards: tuple[Bound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What stands on which page."""

    chapters: tuple[Chapter, ...]
    index: int
    credits: int
    """0 where no guide names a source or a licence."""

    @property
    def cards(self) -> tuple[Bound, ...]:
        """Every card, in the order of the pages."""
        return tuple(card for chapter in self.chapters for card in chapter.cards)


def plan_pages(
    shelves: Sequence[Shelf], *, contents: int, index: int, numbers: Mapping[str, int] | None = None
) -> Plan:
    """Give every part its page: cover, the page before the start, so many pages of contents, a page a card, index, credits.

    An edition that keeps the numbers of another has them in `numbers`, by the path of the guide; a guide that is not among them
    has a number behind them all.
    """
    of_all = iter(notes([guide for shelf in shelves for guide in shelf.guides]))
    page = max(numbers.values()) + 1 if numbers else CONTENTS + contents
    chapters = []
    for shelf in shelves:
        cards = []
        for guide in shelf.guides:
            kept = numbers.get(guide.path) if numbers else page
            cards.append(Bound(guide=guide, note=next(of_all), page=page if kept is None else kept))
            page += kept is None or not numbers
        chapters.append(Chapter(heading=shelf.heading, cards=tuple(cards)))
    credited = any(guide.source or guide.license for shelf in shelves for guide in shelf.guides)
    return Plan(chapters=tuple(chapters), index=page, credits=page + index if credited else 0)


def list_contents(plan: Plan) -> Contents:
    """Return what the contents list."""
    after = [Entry(name="Index", page=plan.index)]
    if plan.credits:
        after.append(Entry(name="Credits", page=plan.credits))
    return Contents(
        before=(Entry(name="Before you start", page=BEFORE),),
        cards=tuple(
            Group(heading=chapter.heading, entries=tuple(_entry(card) for card in chapter.cards))
            for chapter in plan.chapters
        ),
        after=tuple(after),
    )


def list_credits(plan: Plan) -> tuple[Credit, ...]:
    """Return every source and licence, in the order of the pages."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for card in plan.cards:
        if card.guide.source or card.guide.license:
            found.setdefault((card.guide.source, card.guide.license), []).append(_entry(card))
    return tuple(
        Credit(source=source, license=license_, entries=tuple(entries)) for (source, license_), entries in found.items()
    )


def list_bookmarks(plan: Plan) -> tuple[Bookmark, ...]:
    """Return the outline: every part and every card, the cards of a group under its heading."""
    cards: list[Bookmark] = []
    for chapter in plan.chapters:
        marks = tuple(Bookmark(title=card.name, anchor=anchor(card.page)) for card in chapter.cards)
        if chapter.heading:
            cards.append(Bookmark(title=chapter.heading, anchor=marks[0].anchor, children=marks))
        else:
            cards += marks
    ends = [Bookmark(title="Index", anchor=anchor(plan.index))]
    if plan.credits:
        ends.append(Bookmark(title="Credits", anchor=anchor(plan.credits)))
    return (
        Bookmark(title="Cover", anchor=anchor(COVER)),
        Bookmark(title="Before you start", anchor=anchor(BEFORE)),
        Bookmark(title="Contents", anchor=anchor(CONTENTS)),
        *cards,
        *ends,
    )


def _entry(card: Bound) -> Entry:
    return Entry(name=card.guide.title, note=card.note, page=card.page, language=card.guide.language)
