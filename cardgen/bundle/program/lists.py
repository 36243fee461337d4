"""A plan in, what the contents, the index and the outline list out."""

from __future__ import annotations

from cardgen.bundle import index
from cardgen.bundle import plan as booklet
from cardgen.bundle.program.parts import COVER, HOW_TO, Plan, groups
from cardgen.bundle.program.words import title_of, weekday_title
from cardgen.display import Bookmark
from cardgen.layout.forms.model import Contents, Entry, Group, Letter
from cardgen.layout.ground.cells import anchor


def contents_of(plan: Plan) -> Contents:
    """Return what the contents list: the plan, the exercises by position, the pages to write on.

    Not those for notes: whether any are left over depends on the length of the contents, which must not depend on them.
    """
    before = [Entry(name=plan.words("use.title"), page=HOW_TO)]
    before += [Entry(name=plan.words("week.title"), page=plan.week)] if plan.week else []
    before += [Entry(name=_day_name(day, plan), page=plan.days[day]) for day in plan.days]
    return Contents(
        before=tuple(before),
        cards=tuple(
            Group(heading=heading, entries=tuple(_entry(card) for card in cards))
            for heading, cards in groups(plan.cards, plan.words)
        ),
        after=tuple(Entry(name=name, page=page) for name, page in _after(plan)),
    )


def index_of(plan: Plan) -> tuple[Letter, ...]:
    """Return what the index lists."""
    return index.list_index(as_booklet(plan))


def as_booklet(plan: Plan) -> booklet.Plan:
    """Return the cards of a program as those of a booklet, for what both list alike."""
    chapters = tuple(booklet.Chapter(heading=heading, cards=cards) for heading, cards in groups(plan.cards, plan.words))
    return booklet.Plan(chapters=chapters, index=plan.index, credits=plan.credits, words=plan.words)


def bookmarks_of(plan: Plan) -> tuple[Bookmark, ...]:
    """Return the outline; logs alone have neither cover nor week before them."""
    words = plan.words
    front = (
        (words("part.cover"), COVER),
        (words("part.how-to"), HOW_TO),
        (words("part.contents"), plan.contents),
        (words("part.week"), plan.week),
    )
    marks = [Bookmark(title=name, anchor=anchor(page)) for name, page in front if page and plan.week]
    marks += [Bookmark(title=_day_name(day, plan), anchor=anchor(page)) for day, page in plan.days.items()]
    cards = tuple(Bookmark(title=card.name, anchor=anchor(card.page)) for card in plan.cards)
    marks += [Bookmark(title=words("part.exercises"), anchor=cards[0].anchor, children=cards)] if cards else []
    marks += [Bookmark(title=name, anchor=anchor(page)) for name, page in _after(plan)]
    marks += [Bookmark(title=words("part.notes"), anchor=anchor(plan.notes))] if plan.notes else []
    return tuple(marks)


def _after(plan: Plan) -> list[tuple[str, int]]:
    words = plan.words
    days = {day.number: day for day in plan.program.days}
    own = [(days[day], page) for day, page in plan.logs.items() if page != plan.days.get(day)]
    logs = [(words("part.log", day=title_of(day, words)), page) for day, page in own]
    parts = (
        (words("part.progress"), plan.progress),
        (words("part.index"), plan.index),
        (words("part.credits"), plan.credits),
    )
    return [*logs, *((name, page) for name, page in parts if page)]


def _day_name(number: int, plan: Plan) -> str:
    day = next(day for day in plan.program.days if day.number == number)
    return weekday_title(day, plan.words)


def _entry(card: booklet.Bound) -> Entry:
    return Entry(name=card.guide.title, note=card.note, page=card.page, language=card.guide.language)
