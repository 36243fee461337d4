"""The blocks of a day and how long they take in, a bar out that shows where the time goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cardgen.display import Mark, Path, Role
from cardgen.layout.ground.box import Frame, art, pad, pinned, read, says, stack
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import write_box
from cardgen.layout.program.model import Block, Part
from cardgen.layout.program.words import TIME
from cardgen.theme.type import NOTE
from cardgen.values.geometry import Rect

TOP, HEADING_GAP, BAR, CAPTION_GAP = 6.5, 2.1, 4.7, 1.8
"""Above the heading, from it to the bar, the bar, from it to its captions: in sheet units, as is the next."""
PART_GAP, CAPTION_BETWEEN = 0.8, 3.0
NARROWEST = 3.0
"""A part is no narrower, however short it is."""


def time_bar(blocks: Sequence[Block], gauge: Gauge) -> Frame | None:
    """Return heading, bar and captions, and the white above them; None where there is nothing to compare."""
    timed = [block for block in blocks if block.share > 0]
    if len(timed) <= 1:
        return None
    parts = _parts(timed, gauge)

    def draw(rect: Rect, _: Mark) -> list[Path]:
        rects = (Rect(x=rect.x + x, y=rect.y, width=width, height=rect.height) for x, width in parts)
        paths = [write_box(it, gauge.kit) for it in rects]
        main = gauge.theme.main
        both = zip(timed, paths, strict=True)
        return [replace(it, fill=main.fill, stroke=main.edge) if block.part is Part.MAIN else it for block, it in both]

    bar = art(gauge.width, gauge.down(BAR), draw)
    captions = _captions([f"{it.heading} {it.minutes}".strip() for it in timed], [x for x, _ in parts], gauge)
    under = pad(captions, gauge.down(CAPTION_GAP), 0.0)
    return pad(stack((gauge.section(TIME), pad(bar, gauge.down(HEADING_GAP), 0.0), under)), gauge.down(TOP), 0.0)


def _parts(blocks: Sequence[Block], gauge: Gauge) -> list[tuple[float, float]]:
    """Return where the parts of the bar start and how long they are: as their times, none too short to be seen."""
    gap, least = gauge.across(PART_GAP), gauge.across(NARROWEST)
    room = gauge.width - gap * (len(blocks) - 1)
    whole = sum(block.share for block in blocks)
    widths = [max(room * block.share / whole, least) for block in blocks]
    widths[widths.index(max(widths))] -= sum(widths) - room
    return [(sum(widths[:at]) + at * gap, width) for at, width in enumerate(widths)]


def _captions(said: Sequence[str], starts: Sequence[float], gauge: Gauge) -> Frame:
    """Return the captions under their parts, moved apart where they would run into each other; as one text without room."""
    between = gauge.across(CAPTION_BETWEEN)
    captions = [gauge.words(it, NOTE) for it in said]
    if sum(it.width for it in captions) + between * (len(captions) - 1) > gauge.width:
        return read(gauge.words(", ".join(said), NOTE, gauge.width), says(Role.PARAGRAPH))
    places = [*starts[:-1], gauge.width - captions[-1].width]
    for at, (caption, _) in enumerate(pairwise(captions)):
        places[at + 1] = max(places[at + 1], places[at] + caption.width + between)
    end = gauge.width
    for at in range(len(captions) - 1, -1, -1):
        places[at] = min(places[at], end - captions[at].width)
        end = places[at] - between
    frames = [read(it, says(Role.PARAGRAPH)) for it in captions]
    return pinned(frames, [(x, 0.0) for x in places], gauge.width, captions[0].height)
