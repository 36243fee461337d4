"""What is to be said before the program in, its page out: three steps, the numbers, the effort, when to stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from cardgen.display import Item, Page, Role, Text
from cardgen.layout.forms.blocks import Placed, Scale, place_advice, place_steps, place_stop
from cardgen.layout.forms.leaf import Head, Leaf, finish, frame
from cardgen.layout.forms.words import advice_of, stop_box
from cardgen.layout.ground.cells import link_to
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.effort import place_effort
from cardgen.layout.program.model import HowToUse
from cardgen.layout.program.numbers import place_numbers
from cardgen.layout.program.phone import PHONE, place_phone
from cardgen.layout.program.words import how_to_steps
from cardgen.values.geometry import Rect

SHRINK = (1.0, 0.95, 0.9, 0.85)
"""Of type and lengths, where the page would be too short; then it becomes two."""
GAP, GAP_MORE, ADVICE_GAP = 6.0, 3.0, 4.6
"""Between sections, how much more that may grow, and above the advice; in sheet units, as is the next."""
PHONE_GAP = 8.0
FOOT = 3
PARTED = ((0, 1), (2, FOOT))
"""Steps and numbers, effort and foot: the sections of two pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sections:
    """The parts of the page, each placed from 0 down."""

    top: tuple[Placed, ...]
    foot: tuple[Placed, ...]
    """What is pinned to the foot."""
    scale: Scale

    @property
    def foot_height(self) -> float:
        """Of what is pinned to the foot."""
        gaps = self.scale.length(ADVICE_GAP) * (len(self.foot) - 1)
        return sum(part.bottom for part in self.foot) + gaps

    @property
    def height(self) -> float:
        """The least height of all of it."""
        gaps = self.scale.length(GAP) * len(self.top)
        return sum(part.bottom for part in self.top) + gaps + self.foot_height


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shrunk(Scale):
    """A scale that makes no letter smaller than the use of the page allows: large print stays large."""

    def points(self, size: float) -> float:
        """Return a size given for A5."""
        return max(Scale.points(self, size), self.leaf.kit.measures.least)


def place_howto(howto: HowToUse, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the page in the largest type that fits, or several where none does."""
    framed = frame(_head(leaf), number, leaf, count(1))
    for factor in SHRINK:
        sections = _sections(howto, _Shrunk(leaf=leaf, factor=factor), framed.field.width)
        if sections.height <= framed.field.height:
            return (
                finish((*framed.items, *_placed(sections, framed.field)), number, leaf.kit.words("use.title"), leaf),
            )
    return _parted(howto, number, leaf)


def _parted(howto: HowToUse, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return steps and numbers on a page, effort and when to stop on the next; in large print each may need one of its own."""
    pages: list[Page] = []
    for parts in PARTED:
        tried = [_part(howto, parts, number + len(pages), leaf)]
        if tried[0] is None:
            tried = []
            for part in parts:
                tried.append(_part(howto, (part,), number + len(pages) + len(tried), leaf))
        pages += [page for page in tried if page]
    return tuple(pages)


def _part(howto: HowToUse, parts: Sequence[int], number: int, leaf: Leaf) -> Page | None:
    """Return a page of these sections in the largest type that fits; None where several fit in none."""
    again = Head(eyebrow=leaf.kit.words("page.continued", title=leaf.kit.words("use.title")))
    framed = frame(_head(leaf) if PARTED[0][0] in parts else again, number, leaf, count(1))
    for factor in SHRINK:
        whole = _sections(howto, _Shrunk(leaf=leaf, factor=factor), framed.field.width, plain=True)
        top = tuple(whole.top[at] for at in parts if at != FOOT)
        part = replace(whole, top=top, foot=whole.foot if FOOT in parts else ())
        if part.height <= framed.field.height:
            break
    else:
        if len(parts) > 1:
            return None
    return finish((*framed.items, *_placed(part, framed.field)), number, leaf.kit.words("use.title"), leaf)


def _head(leaf: Leaf) -> Head:
    return Head(eyebrow=leaf.kit.words("part.before"), title=leaf.kit.words("use.title"))


def _sections(howto: HowToUse, scale: Scale, width: float, *, plain: bool = False) -> _Sections:
    """Place every section from 0 down, at the margin; plainly, without the picture of a phone."""
    order, words = count(100), scale.leaf.kit.words
    x = scale.leaf.kit.measures.margin
    slot = Slot(x, 0.0, width)
    steps = _steps(howto, slot, scale, order, has_phone=bool(howto.distance) and not plain)
    numbers = place_numbers(howto, slot, scale, order)
    effort = place_effort(howto.effort, slot, scale, order)
    return _Sections(
        top=(steps, numbers, effort),
        foot=(place_stop(stop_box(words), slot, scale, order), place_advice(advice_of(words), slot, scale, order)),
        scale=scale,
    )


def _steps(howto: HowToUse, slot: Slot, scale: Scale, order: Iterator[int], *, has_phone: bool) -> Placed:
    """Place the steps; those that name a page lead there."""
    words = scale.leaf.kit.words
    found = how_to_steps(words, week=howto.week, log=howto.log, distance=howto.distance)
    room = scale.length(PHONE[0] + PHONE_GAP) if has_phone else 0.0
    placed = place_steps([step for step, _ in found], replace(slot, width=slot.width - room), scale, order)
    items: list[Item] = [*placed.items]
    texts: dict[int, list[Text]] = {}
    for item in placed.items:
        if isinstance(item, Text) and item.mark.role is Role.STEP:
            texts.setdefault(item.mark.order, []).append(item)
    for (step, page), lines in zip(found, texts.values(), strict=True):
        items += link_to(page, _around(lines), lines[0].mark, words("link.page", name=step.name, page=page))
    if has_phone:
        x = slot.x + slot.width - scale.length(PHONE[0]) - scale.length(1.5)
        items += place_phone(x, placed.bottom * 0.62 - scale.length(PHONE[1]) / 2, scale)
    return Placed(tuple(items), placed.bottom)


def _around(lines: list[Text]) -> Rect:
    """Return what the lines of a paragraph cover."""
    left, right = min(line.x for line in lines), max(line.x + line.width for line in lines)
    top, bottom = lines[0].y - lines[0].size, lines[-1].y + 0.3 * lines[-1].size
    return Rect(x=left, y=top, width=right - left, height=bottom - top)


def _placed(sections: _Sections, field: Rect) -> list[Item]:
    """Place the sections from the top, the stop box and the advice at the foot; what is left is shared between them."""
    scale = sections.scale
    slack = max(field.height - sections.height, 0.0)
    gap = scale.length(GAP) + min(slack / max(len(sections.top), 1), scale.length(GAP_MORE))
    items: list[Item] = []
    y = field.y
    for part in sections.top:
        items += part.moved(y)
        y += part.bottom + gap
    y = field.bottom - sections.foot_height
    for part in sections.foot:
        items += part.moved(y)
        y += part.bottom + scale.length(ADVICE_GAP)
    return items
