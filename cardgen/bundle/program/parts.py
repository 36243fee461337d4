"""A program and its guides in, what its pages are made of out: every exercise that is asked for, the numbers that are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from cardgen.bundle.alphabet import sort_key
from cardgen.bundle.order import notes
from cardgen.bundle.plan import Bound
from cardgen.guide.model import Guide
from cardgen.guide.position import POSITIONS, position_of
from cardgen.layout.ground.figures import Subject
from cardgen.program.model import Block, BlockKind, Day, Prescribed, Program
from cardgen.program.resolve import Resolved
from cardgen.words import Words

SHORT = 8
"""A booklet of no more pages than this has neither contents nor index: it is leafed through at a glance."""
DRAFT_PAGE = 100
"""Page numbers of the draft have as many digits as any."""


class CardOrder(Enum):
    """In which order the cards of a program stand."""

    DAY = "day"
    """As the days need them."""
    POSITION = "position"
    """By the position of the body, as the guides' key `position` has it."""


class Records(Enum):
    """Whether a booklet has pages to write results in."""

    WITH = "with logs"
    WITHOUT = "without logs"
    ALONE = "logs alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One exercise of one day: what is prescribed, where it stands and which guide tells how it is done."""

    day: Day
    block: Block
    exercise: Prescribed
    guide: Guide
    label: str
    """On its disc, such as `4a`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What stands on which page, as far as other pages name it; 0 for a part that is not there."""

    program: Program
    words: Words
    asked: tuple[Asked, ...]
    """Every exercise of every day, in order."""
    cards: tuple[Bound, ...]
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    """Of the figures, by the paths of the guides that have one."""
    week: int = 0
    days: Mapping[int, int] = field(default_factory=dict)
    """By the number of the day."""
    logs: Mapping[int, int] = field(default_factory=dict)
    distance: int = 0
    """From camera to code, in centimetres; 0 where no card has a code."""

    def card_of(self, guide: Guide) -> int:
        """Return the page of a guide's card; 0 where the booklet has no cards."""
        return next((bound.page for bound in self.cards if bound.guide.path == guide.path), 0)

    def of_day(self, day: Day) -> tuple[Asked, ...]:
        """Return the exercises of a day."""
        return tuple(it for it in self.asked if it.day.number == day.number)

    def of_guide(self, guide: Guide) -> tuple[Asked, ...]:
        """Return every time that an exercise is asked for, day by day."""
        return tuple(it for it in self.asked if it.guide.path == guide.path)


def ask(program: Program, resolved: Resolved) -> tuple[Asked, ...]:
    """Return every exercise of every day with its guide and the label of its disc: those done in turn share a number."""
    found: list[Asked] = []
    for day in program.days:
        number = 0
        for block in day.blocks:
            in_turn = is_in_turn(block)
            for at, exercise in enumerate(block.exercises):
                number += not in_turn or at == 0
                label = f"{number}{chr(ord('a') + at)}" if in_turn else str(number)
                found.append(
                    Asked(day=day, block=block, exercise=exercise, guide=resolved.guide(exercise), label=label)
                )
    return tuple(found)


def is_in_turn(block: Block) -> bool:
    """Tell whether the exercises of a block are done in turn."""
    return block.kind in (BlockKind.SUPERSET, BlockKind.CIRCUIT) and len(block.exercises) > 1


def guides_of(asked: Sequence[Asked], order: CardOrder) -> tuple[Guide, ...]:
    """Return each guide once, in the order of its cards."""
    guides = tuple({it.guide.path: it.guide for it in asked}.values())
    if order is CardOrder.DAY:
        return guides
    return tuple(sorted(guides, key=lambda guide: (_rank(guide), sort_key(guide.title))))


def outline_of(
    program: Program, asked: tuple[Asked, ...], order: Sequence[Guide], records: Records, words: Words
) -> Plan:
    """Return a plan whose page numbers only have as many digits as those of the finished one."""
    numbers = {day.number: DRAFT_PAGE for day in program.days}
    alone = records is Records.ALONE
    return Plan(
        program=program,
        words=words,
        asked=asked,
        cards=bind(order, DRAFT_PAGE),
        week=0 if alone else DRAFT_PAGE,
        days={} if alone else numbers,
        logs={} if records is Records.WITHOUT else numbers,
    )


def bind(guides: Sequence[Guide], first: int) -> tuple[Bound, ...]:
    """Give each guide the page of its card."""
    pairs = zip(guides, notes(guides), strict=True)
    return tuple(Bound(guide=guide, note=note, page=first + at) for at, (guide, note) in enumerate(pairs))


def groups(cards: Sequence[Bound], words: Words) -> Iterator[tuple[str, tuple[Bound, ...]]]:
    """Yield the cards by position, from the floor up, those without one last; one group without heading where none has any."""
    found: dict[str, list[Bound]] = {}
    for card in sorted(cards, key=lambda card: (_rank(card.guide), sort_key(card.guide.title))):
        found.setdefault(position_of(card.guide.position) or "", []).append(card)
    for position, members in found.items():
        rest = words("position.other") if len(found) > 1 else ""
        yield words(f"position.{position}") if position else rest, tuple(members)


def _rank(guide: Guide) -> int:
    position = position_of(guide.position)
    return POSITIONS.index(position) if position else len(POSITIONS)
