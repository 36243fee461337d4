"""The parts of a document in their order in, the number of each page and all pages out. Knows no guide and no program.

A page names the numbers of others, and numbers follow from how many pages each part takes, which only shows when it is laid
out. So a part is taken to have its usual number of pages until it is laid out, under the numbers that follow from that: where
all have as many as they were taken for, which is the rule, each is laid out once. A part that turns out longer moves those
behind it, and of the parts that are laid out only those are laid out again that name one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from cardgen.display import Page
from cardgen.layout.forms.model import Entry
from cardgen.values.bookmark import Bookmark

Numbers = Mapping[str, range]
"""The pages of each part by its name; none of a part that is not there."""
Lengths = Mapping[str, int]
"""How many pages the parts have that are laid out."""
Placing = partial[tuple[Page, ...]]
"""A part that is still to be laid out: what does it, with all that it takes. Those that take the same place the same."""
USUAL = 1
"""Pages of most parts."""
TRIES = 6
"""Contents list the parts behind them, and their length moves those; it is settled after two, in all that was seen."""


def as_needed(at: int, lengths: Lengths) -> int | None:  # noqa: ARG001 - as any other
    """Let a part take as many pages as it turns out to have."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What stands together in a document."""

    name: str
    """What other parts find its pages by."""
    place: Callable[[Numbers], Placing]
    """Under the numbers of all parts, its own among them."""
    takes: Callable[[int, Lengths], int | None] = as_needed
    """How many page numbers from one on; None for as many as it turns out to have."""
    usual: int = USUAL
    """How many pages it is taken to have before it is laid out."""
    turn: int = 0
    """What names others that are often longer than usual is laid out in a later turn than they are."""
    outlined: str = ""
    """What the outline calls it; empty where it has no entry."""
    listed: str = ""
    """What the contents call it, likewise."""
    inside: Callable[[Numbers], tuple[Bookmark, ...]] = lambda _: ()
    """The entries under its own in the outline, or in the place of it."""


def one_page(at: int, lengths: Lengths) -> int:  # noqa: ARG001 - as any other
    """Let a part take a page."""
    return 1


def only(place: Callable[..., Page], *given: object) -> tuple[Page, ...]:
    """Place a part that has one page."""
    return (place(*given),)


def first_of(name: str, numbers: Numbers) -> int:
    """Return the page on which a part starts; 0 where it is not there."""
    pages = numbers.get(name, range(0))
    return pages.start if pages else 0


def number_parts(parts: Sequence[Part], lengths: Lengths) -> Numbers:
    """Return the pages of each part; they follow one another."""
    found: dict[str, range] = {}
    at = 1
    for part in parts:
        taken = part.takes(at, lengths)
        pages = lengths.get(part.name, part.usual) if taken is None else taken
        found[part.name] = range(at, at + pages)
        at += pages
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Parts whose page numbers are known."""

    numbers: Numbers
    placed: Mapping[str, tuple[Page, ...]]
    """The pages of those that had to be laid out to know how many they are."""


def settle(parts: Sequence[Part]) -> Settled:
    """Lay out the parts that take as many pages as they need, until all stand under the numbers that follow from that."""
    lengths: dict[str, int] = {}
    placed: dict[str, tuple[Placing, tuple[Page, ...]]] = {}
    seen: dict[str, Numbers] = {}
    in_turn = sorted(parts, key=attrgetter("turn"))
    for _ in range(TRIES):
        for part in in_turn:
            numbers = number_parts(parts, lengths)
            at = numbers[part.name].start
            if part.takes(at, lengths) is not None or seen.get(part.name) == numbers:
                continue
            placing = part.place(numbers)
            if part.name not in placed or not _is_same(placed[part.name][0], placing):
                placed[part.name] = placing, placing()
            lengths[part.name] = len(placed[part.name][1])
            seen[part.name] = numbers
        numbers = number_parts(parts, lengths)
        if all(seen[name] == numbers for name in placed if numbers[name]):
            return Settled(numbers=numbers, placed={name: pages for name, (_, pages) in placed.items()})
    raise AssertionError("the parts of the document have no settled lengths")


def gather(parts: Sequence[Part], settled: Settled) -> dict[str, tuple[Page, ...]]:
    """Return the pages of every part that is there, in their order: those that are not yet laid out are now."""
    there = (part for part in parts if settled.numbers[part.name])
    return {part.name: settled.placed.get(part.name) or part.place(settled.numbers)() for part in there}


def outline(parts: Sequence[Part], found: Mapping[str, Sequence[Page]], numbers: Numbers) -> tuple[Bookmark, ...]:
    """Return an entry for each part that has one, those inside it under it or, where it has none, in its place."""
    marks: list[Bookmark] = []
    for part in parts:
        if pages := found.get(part.name):
            inside = part.inside(numbers)
            own = (Bookmark(title=part.outlined, anchor=pages[0].anchor, children=inside),)
            marks += own if part.outlined else inside
    return tuple(marks)


def entries(parts: Sequence[Part], numbers: Numbers) -> tuple[Entry, ...]:
    """Return what the contents list of these parts."""
    there = (part for part in parts if part.listed and numbers[part.name])
    return tuple(Entry(name=part.listed, page=numbers[part.name].start) for part in there)


def _is_same(one: Placing, other: Placing) -> bool:
    return (one.func, one.args, one.keywords) == (other.func, other.args, other.keywords)
