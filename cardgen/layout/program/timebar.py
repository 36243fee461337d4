"""The blocks of a day and how long they take in, a bar out that shows where the time goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cardgen.display import Item, Mark, Role
from cardgen.layout.ground.phrase import Phrase, Type, set_phrase
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.gauge import Gauge
from cardgen.layout.program.model import Block, Part
from cardgen.layout.program.signs import write_in
from cardgen.theme import Ink
from cardgen.theme.type import Style
from cardgen.values.geometry import Rect

TOP, HEADING_GAP, BAR, CAPTION_GAP = 6.5, 2.1, 4.7, 1.8
"""Above the heading, from it to the bar, the bar, from it to its captions: in sheet units, as is the next."""
PART_GAP, CAPTION_BETWEEN = 0.8, 3.0
NARROWEST = 3.0
"""A part is no narrower, however short it is."""
HEADING, CAPTION = 14.0, 9.5
"""Sizes in points on A5."""


def bar_height(blocks: Sequence[Block], gauge: Gauge) -> float:
    """Return its height, the white above it included; 0 where there is nothing to compare."""
    timed = _timed(blocks)
    if not timed:
        return 0.0
    captions = _captions(timed, gauge)
    high = captions[0].cap if _in_a_row(captions, gauge) else _joined(timed, gauge).height(gauge.width)
    return _heading(gauge).cap + high + gauge.down(TOP + HEADING_GAP + BAR + CAPTION_GAP)


def place_bar(blocks: Sequence[Block], y: float, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place heading, bar and captions below `y`; nothing where there is nothing to compare."""
    timed = _timed(blocks)
    if not timed:
        return []
    heading = _heading(gauge)
    y += gauge.down(TOP)
    items: list[Item] = [*heading.left(gauge.left, y, Mark(role=Role.SECTION_HEADING, order=next(order)))]
    y += heading.cap + gauge.down(HEADING_GAP)
    parts = _parts(timed, y, gauge)
    for block, rect in zip(timed, parts, strict=True):
        path = write_in(rect, gauge.kit)
        if block.part is Part.MAIN:
            fill = gauge.theme.accent if gauge.theme.mode is Ink.FULL else gauge.theme.band
            path = replace(path, fill=fill, stroke=gauge.theme.heading)
        items.append(path)
    captions = _captions(timed, gauge)
    y += gauge.down(BAR + CAPTION_GAP)
    if not _in_a_row(captions, gauge):
        mark = Mark(role=Role.PARAGRAPH, order=next(order))
        return [*items, *_joined(timed, gauge).within(Slot(gauge.left, y, gauge.width), mark)]
    for caption, x in zip(captions, _places(captions, parts, gauge), strict=True):
        items += caption.left(x, y, Mark(role=Role.PARAGRAPH, order=next(order)))
    return items


def _timed(blocks: Sequence[Block]) -> list[Block]:
    timed = [block for block in blocks if block.share > 0]
    return timed if len(timed) > 1 else []


def _parts(blocks: Sequence[Block], y: float, gauge: Gauge) -> list[Rect]:
    """Return the parts of the bar: as long as their times, none too short to be seen."""
    gap = gauge.across(PART_GAP)
    least = gauge.across(NARROWEST)
    room = gauge.width - gap * (len(blocks) - 1)
    whole = sum(block.share for block in blocks)
    widths = [max(room * block.share / whole, least) for block in blocks]
    spare = sum(widths) - room
    longest = max(range(len(widths)), key=lambda at: widths[at])
    widths[longest] -= spare
    rects = []
    x = gauge.left
    for width in widths:
        rects.append(Rect(x=x, y=y, width=width, height=gauge.down(BAR)))
        x += width + gap
    return rects


def _places(captions: Sequence[Phrase], parts: Sequence[Rect], gauge: Gauge) -> list[float]:
    """Return where captions start: under their parts, moved apart where they would run into each other."""
    places = [part.x for part in parts]
    places[-1] = gauge.right - captions[-1].width
    for at, (caption, _) in enumerate(pairwise(captions)):
        places[at + 1] = max(places[at + 1], places[at] + caption.width + gauge.across(CAPTION_BETWEEN))
    end = gauge.right
    for at in range(len(captions) - 1, -1, -1):
        places[at] = min(places[at], end - captions[at].width)
        end = places[at] - gauge.across(CAPTION_BETWEEN)
    return places


def _in_a_row(captions: Sequence[Phrase], gauge: Gauge) -> bool:
    between = gauge.across(CAPTION_BETWEEN) * (len(captions) - 1)
    return sum(caption.width for caption in captions) + between <= gauge.width


def _captions(blocks: Sequence[Block], gauge: Gauge) -> list[Phrase]:
    return [_caption(f"{block.heading} {block.minutes}", gauge) for block in blocks]


def _joined(blocks: Sequence[Block], gauge: Gauge) -> Phrase:
    """Return all captions as one text."""
    return _caption(gauge.kit.words("list.comma").join(f"{block.heading} {block.minutes}" for block in blocks), gauge)


def _caption(words: str, gauge: Gauge) -> Phrase:
    type_ = Type(style=Style.TEXT, color=gauge.theme.lead)
    return set_phrase(words.strip(), type_, gauge.points(CAPTION), gauge.kit)


def _heading(gauge: Gauge) -> Phrase:
    return set_phrase(
        gauge.kit.words("day.time"),
        Type(style=Style.HEADING, color=gauge.theme.heading),
        gauge.points(HEADING),
        gauge.kit,
    )
