"""An arrangement of columns in, the largest type at which they all fit out. Knows no sheet and no composition by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from cardgen.compose import Card
from cardgen.display import Item
from cardgen.guide.model import Span
from cardgen.layout.cards.body import NORMAL, TIGHTER, TIGHTEST, ColumnKind, Density, Rhythm, Type, type_at
from cardgen.layout.cards.column import NOTHING, Column, measure_column
from cardgen.layout.ground.box import Frame
from cardgen.layout.ground.legend import legend_text
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.musclemap import plan_map
from cardgen.values.notes import LeftOut, Note

PHOTO_SHARES = (0.5, 0.0)
"""Heights of photographs that are tried when the type would be small, as `Kit.photo_share`."""
RANK_GAIN = 1.06
EVEN = 0.75
"""How full each column of a text must be that runs over both: gaps spread wider than that part what belongs together."""
SIDE_SHARE = 0.86
"""What the boxes of a side column may be smaller than the steps before the steps give way."""
SIZE_STEP = 0.05
"""Sizes are tried on a grid of this many points."""
TIGHT_GAIN = 0.25
"""How far above the floor a tight card may be set, in points."""
GOOD = 9.5 / 9.0
"""Photographs are made lower where the body would fall under this many times the floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Head, foot and columns of a card before the size of its text is known."""

    backdrop: tuple[Item, ...] = ()
    """Painted first."""
    frame: tuple[Item, ...]
    """The head, and a code that has the page to itself."""
    foot: Frame
    """At the left margin, at the sheet's foot."""
    picture: tuple[Item, ...] = ()
    """Under the side columns."""
    columns: tuple[Column, ...]
    """Set in one size."""
    side: tuple[Column, ...] = ()
    """Set in a size of their own, no larger than the columns'."""
    rhythm: Rhythm
    ceiling: float
    """The greatest body size."""
    title_size: float
    head: float
    """Height of the head, in points."""
    rank: int = 0
    """Arrangements of rank 1 are taken only where they make the type larger by their gain, and no column is left half empty."""
    gain: float = RANK_GAIN
    has_lead: bool
    """Tells whether the lead has a place in it."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """An arrangement and the sizes at which its columns fit."""

    arrangement: Arrangement
    type: Type
    side_type: Type
    notes: tuple[Note, ...] = ()


Arrange = Callable[[Card, Kit], tuple[Arrangement, ...]]
"""What a composition does: one arrangement, or several to choose from."""


def choose(card: Card, arrange: Arrange, kit: Kit) -> Fitted | None:
    """Find the largest type; what gives way where it would fall under its floor: the lead's place, the lead, then the gaps.

    Photographs are made lower before that, also for type of a good size.
    """
    tries: list[tuple[Card, tuple[Arrangement, ...]]] = []
    best: Fitted | None = None
    for version, arrangements in _versions(card, arrange, kit):
        if best and version != tries[-1][0]:
            break  # it fits with the lead
        tries.append((version, arrangements))
        fitted = _best(arrangements, kit, NORMAL)
        if fitted and (best is None or fitted.type.body > best.type.body + NOTHING):
            best = _noted(fitted, card, version)
        if best and best.type.body >= kit.measures.floor * GOOD:
            break
    if best:
        return best
    for density in TIGHTER:
        for version, arrangements in tries:
            if tight := _best(_at_floor(arrangements, kit), kit, density):
                return _noted(tight, card, version)
    return None


def _versions(card: Card, arrange: Arrange, kit: Kit) -> Iterator[tuple[Card, tuple[Arrangement, ...]]]:
    """Yield the card, then with lower photographs, then without the lead, each arranged when asked for.

    Where there is no muscle map, lead and muscles go together into the band before the lead goes.
    """
    arrangements = arrange(card, kit)
    yield card, arrangements
    yield from _lower(card, arrangements, arrange, kit)
    if card.lead and any(arrangement.has_lead for arrangement in arrangements):
        if (card.works or card.also) and not (card.photos or card.figure) and plan_map(card, 1.0) is None:
            joined = replace(card, lead=(*card.lead, Span(text=" "), *legend_text(card)), works=(), also=())
            yield joined, arrange(joined, kit)
        shorter = replace(card, lead=())
        arrangements = arrange(shorter, kit)
        yield shorter, arrangements
        yield from _lower(shorter, arrangements, arrange, kit)


def _lower(
    card: Card, arrangements: tuple[Arrangement, ...], arrange: Arrange, kit: Kit
) -> Iterator[tuple[Card, tuple[Arrangement, ...]]]:
    """Yield the card with lower photographs, where the head is lower with them."""
    for share in PHOTO_SHARES if card.photos or card.figure else ():
        found = arrange(card, replace(kit, photo_share=share))
        if found[0].head < arrangements[0].head - NOTHING:
            yield card, found


def _noted(fitted: Fitted, card: Card, version: Card) -> Fitted:
    return replace(fitted, notes=(LeftOut.LEAD,)) if card.lead and not version.lead else fitted


def snap(fitted: Fitted, sizes: tuple[float, ...], kit: Kit) -> Fitted:
    """Return the arrangement in the largest of `sizes` that is no larger than its own; unchanged where none is.

    Boxes in a column of their own keep their size, unless it would be larger than that of the steps.
    """
    size = max((size for size in sizes if size <= fitted.type.body + NOTHING), default=fitted.type.body)
    if fitted.type.body - size < NOTHING:
        return fitted
    arrangement, rhythm = fitted.arrangement, fitted.arrangement.rhythm
    side = fitted.side_type
    if side.body > size / rhythm.box_size:
        most = size / rhythm.box_size
        side = type_at(most, kit, rhythm=rhythm, density=side.density, column=ColumnKind.SIDE)
    # Boxes that go back to equal widths may be higher at a smaller size: then lines and gaps close up.
    for density in (fitted.type.density, *TIGHTER):
        type_ = type_at(size, kit, rhythm=rhythm, density=density)
        if all(_over(column, type_) <= NOTHING for column in arrangement.columns):
            return replace(fitted, type=type_, side_type=side if arrangement.side else type_)
    return fitted


def excess(arrangement: Arrangement, kit: Kit) -> float:
    """Return by how much the columns are too long at the floor, set tight: the worst of them, in points."""
    type_ = type_at(kit.measures.floor, kit, rhythm=arrangement.rhythm, density=TIGHTEST)
    least = kit.measures.box_floor / arrangement.rhythm.box_size
    side = type_at(least, kit, rhythm=arrangement.rhythm, density=TIGHTEST, column=ColumnKind.SIDE)
    over = [_over(column, type_) for column in arrangement.columns]
    return max(over + [_over(column, side) for column in arrangement.side])


def _at_floor(arrangements: tuple[Arrangement, ...], kit: Kit) -> tuple[Arrangement, ...]:
    """Return arrangements held near the floor, so that tight cards do not end up larger than others."""
    most = kit.measures.floor + TIGHT_GAIN
    return tuple(replace(arrangement, ceiling=min(arrangement.ceiling, most)) for arrangement in arrangements)


def _best(arrangements: tuple[Arrangement, ...], kit: Kit, density: Density) -> Fitted | None:
    if any(arrangement.side for arrangement in arrangements):
        tried = (_fit(arrangement, kit, density) for arrangement in arrangements)
        return max((fitted for fitted in tried if fitted), key=_balanced, default=None)
    found: Fitted | None = None
    for arrangement in sorted(arrangements, key=attrgetter("rank")):
        least = kit.measures.floor
        if found:
            before = found.arrangement.rank
            least = found.type.body * (arrangement.gain if arrangement.rank > before else 1.0) + SIZE_STEP
        if least > arrangement.ceiling + NOTHING:
            continue
        # One look at the size to beat saves most of the bisections.
        type_ = type_at(least, kit, rhythm=arrangement.rhythm, density=density)
        if found is None or all(_over(column, type_) <= NOTHING for column in arrangement.columns):
            fitted = _fit(arrangement, kit, density)
            if fitted and (found is None or (fitted.type.body >= least - NOTHING and _is_even(fitted))):
                found = fitted
    return found


def _is_even(fitted: Fitted) -> bool:
    """Tell whether a text that runs over several columns fills each of them well enough."""
    columns = fitted.arrangement.columns if fitted.arrangement.rank else ()
    return all(measure_column(column, fitted.type).height >= EVEN * (column.bottom - column.top) for column in columns)


def _balanced(fitted: Fitted) -> float:
    """Judge a card with a side column by the smaller of its two texts, as boxes are set a little smaller anyway.

    Of those alike, the one with the larger steps, then with the larger boxes; then the first.
    """
    steps, boxes = fitted.type.body, fitted.side_type.box
    return min(steps, boxes / SIDE_SHARE) + 0.01 * steps + 0.001 * boxes


def _fit(arrangement: Arrangement, kit: Kit, density: Density) -> Fitted | None:
    floor = kit.measures.floor
    type_ = _largest(arrangement.columns, (floor, arrangement.ceiling), arrangement.rhythm, kit, density)
    if type_ is None:
        return None
    if not arrangement.side:
        return Fitted(arrangement=arrangement, type=type_, side_type=type_)
    least = kit.measures.box_floor / arrangement.rhythm.box_size
    for tried in (NORMAL, *TIGHTER):
        most = type_.body / arrangement.rhythm.box_size  # boxes may be set as large as the steps
        side = _largest(arrangement.side, (min(least, most), most), arrangement.rhythm, kit, tried, ColumnKind.SIDE)
        if side:
            return Fitted(arrangement=arrangement, type=type_, side_type=side)
    return None


def _largest(
    columns: tuple[Column, ...],
    sizes: tuple[float, float],
    rhythm: Rhythm,
    kit: Kit,
    density: Density,
    kind: ColumnKind = ColumnKind.MAIN,
) -> Type | None:
    """Return the largest type between two sizes at which all columns fit, by bisection; None where the least is too large.

    Heights never fall when the size grows, except where boxes leave equal widths for a gain: a step or two may be missed.
    """
    floor, ceiling = sizes
    low, high = -1, int((ceiling - floor) / SIZE_STEP + NOTHING)
    found = None
    while low < high:
        middle = (low + high + 1) // 2
        type_ = type_at(floor + middle * SIZE_STEP, kit, rhythm=rhythm, density=density, column=kind)
        if all(_over(column, type_) <= NOTHING for column in columns):
            low, found = middle, type_
        else:
            high = middle - 1
    return found


def _over(column: Column, type_: Type) -> float:
    return measure_column(column, type_).height - (column.bottom - column.top)
