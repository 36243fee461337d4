"""The numbers of a program explained: sets and repetitions, both sides, the four figures of a tempo, how hard sets should feel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.display import Item, Mark, Role
from cardgen.layout.forms.blocks import section
from cardgen.layout.ground.box import At, Frame, aligned, art, ground, pad, pinned, read, row, says, stack, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import write_box
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot
from cardgen.layout.program.model import HowToUse
from cardgen.layout.program.words import effort_named
from cardgen.theme.type import CAPTION, EFFORT_NUMBER, FIGURE, FINE_CAPTION, LIST, LIST_NAME, STRONG_CAPTION
from cardgen.values.geometry import Rect
from cardgen.words import Words

TOP, MEANING_GAP, COLUMN_GAP = 4.2, 3.6, 5.0
"""From the heading to the list, from a number to what it means, between list and tempo: in sheet units, as are all lengths."""
PITCH, CAPTION_PITCH = 1.5, 1.25
"""From line to line of the list, and of what stands under a figure, in em."""
BOX, BOX_RISE, BOX_GAP, CAPTION_GAP, LABEL_GAP, BELOW_GAP = (11.4, 7.2), 1.0, 1.5, 1.6, 4.0, 5.0
"""A figure's box, how far it stands above its line, between two, to what it is for, from the word to the boxes, and above
them where they stand below the list."""
BOX_EM = 0.95
"""A box is no lower than this part of its figure's size."""
MOST_ROWS = 5
"""A longer list stands in two columns where these have room."""
FIGURES = (3, 4)
"""Of a tempo, without and with the pause at the top."""
WIDEST = "0-0-0-0"
BARS = 10
EFFORTS = ((1, 4), (5, 6), (7, 8), (9, 9), (10, 10))
"""Ranges that feel alike."""
LOWEST, HIGHEST = 5.6, 11.5
"""Height of the first and the last bar of the efforts."""
BARS_TOP, BAR_GAP, BAR_FOOT = 3.0, 0.8, 1.5
"""Above the highest bar, between two, below their numbers."""
UNDERLINE_GAP, UNDERLINE, UNDER_GAP = 0.9, 0.6, 1.8
STRONG_EDGE = 0.6
CAPTION_LEAST = 0.95
"""A caption that is a little too wide for its bars is set so much smaller."""


def numbers_frame(howto: HowToUse, width: float, gauge: Gauge) -> Frame:
    """Return heading, list and tempo: side by side where there is room."""
    body, figures = _list(howto.notations, gauge), howto.tempo.split("-")
    between, has_tempo = gauge.across(COLUMN_GAP), len(figures) in FIGURES
    needed = _tempo_width(len(figures), gauge) if has_tempo else 0.0
    if has_tempo and body.width + between + needed <= width:
        parts = body, _tempo(howto.tempo, figures, needed, gauge)
        body = pinned(parts, ((0.0, 0.0), (width - needed, 0.0)), width, max(it.height for it in parts))
    else:
        body = _in_columns(howto.notations, width, gauge)
        below = [pad(_tempo(howto.tempo, figures, width, gauge), gauge.across(BELOW_GAP), 0.0)] if has_tempo else []
        body = stack((body, *below))
    return stack((section(gauge.kit.words("use.numbers"), "", width, gauge), pad(body, gauge.across(TOP), 0.0)))


def _in_columns(rows: Sequence[tuple[str, str]], width: float, gauge: Gauge) -> Frame:
    """Return a list in two columns where it is long and these have room."""
    half, between = -(-len(rows) // 2), gauge.across(COLUMN_GAP)
    both = [_list(it, gauge) for it in (rows[:half], rows[half:])]
    if len(rows) <= MOST_ROWS or sum(it.width for it in both) + between > width:
        return _list(rows, gauge)
    x = max(both[0].width + between, min(width / 2, width - both[1].width))
    return row(both, (0.0, x), width, At.START)


def _list(rows: Sequence[tuple[str, str]], gauge: Gauge) -> Frame:
    """Return numbers and what they mean; nothing where there are none."""
    if not rows:
        return stack(())
    names, meanings = ([gauge.words(it[at], style) for it in rows] for at, style in ((0, LIST_NAME), (1, LIST)))
    indent = max(it.width for it in names) + gauge.across(MEANING_GAP)
    wide, pitch = indent + max(it.width for it in meanings), PITCH * gauge.size(LIST)
    both = [
        read(pinned(it, ((0.0, 0.0), (indent, 0.0)), wide, it[0].height), says(Role.POINT, level=1))
        for it in zip(names, meanings, strict=True)
    ]
    return stack(both, pitch - names[0].height)


def _tempo(tempo: str, figures: Sequence[str], width: float, gauge: Gauge) -> Frame:
    """Return a tempo and its figures in boxes, under each what it is for."""
    word, shown = gauge.words(gauge.kit.words("table.tempo"), LIST_NAME), words(gauge.figures(tempo, LIST))
    named = pinned((word, shown), ((0.0, 0.0), (0.0, PITCH * gauge.size(LIST))), 0.0, 0.0)
    x, gap = max(word.width, shown.width) + gauge.across(LABEL_GAP), gauge.across(BOX_GAP)
    wide = min(_box_width(gauge), (width - x - (len(figures) - 1) * gap) / len(figures))
    frames = [_figure(*it, wide, gauge) for it in zip(figures, _captions(figures, gauge.kit.words), strict=True)]
    rise = gauge.across(BOX_RISE)
    places = [(x + at * (wide + gap) - gap / 2, -rise) for at in range(len(frames))]
    height = max(frame.height for frame in frames) - rise
    return pinned((read(named, says(Role.PARAGRAPH)), *frames), ((0.0, 0.0), *places), width, height)


def _figure(figure: str, captions: tuple[str, str], wide: float, gauge: Gauge) -> Frame:
    """Return a figure in its box, over how it is counted and for what; these may be wider by half a gap at either side."""
    gap, number = gauge.across(BOX_GAP), gauge.figures(figure, FIGURE)
    high = max(gauge.across(BOX[1]), gauge.size(FIGURE) * BOX_EM)

    def draw(rect: Rect, mark: Mark) -> list[Item]:
        box = Rect(x=rect.x + gap / 2, y=rect.y, width=wide, height=high)
        return [write_box(box, gauge.kit), *number.centred(box.x + wide / 2, box.y + (high - number.cap) / 2, mark)]

    phrases = [gauge.phrase(it, FINE_CAPTION) for it in captions]
    lead = CAPTION_PITCH * phrases[0].setting.size - phrases[0].cap
    under = [aligned(it, max(wide + gap, it.widest), At.MIDDLE) for it in phrases]
    told = pad(stack(under, lead), gauge.across(CAPTION_GAP), 0.0)
    return read(stack((art(wide + gap, high, draw), told)), says(Role.PARAGRAPH))


def _captions(figures: Sequence[str], words: Words) -> list[tuple[str, str]]:
    """Return what stands under each figure: how it is counted, and for what."""
    counted = [words("use.fast") if figure == "X" else words.count("use.second", int(figure)) for figure in figures]
    moves = _moves(words)
    if len(figures) == len(moves):
        counted[-1] = words("use.pause")
    return list(zip(counted, moves, strict=False))


def _moves(words: Words) -> tuple[str, ...]:
    """Return what each figure of a tempo is for."""
    return words("use.down"), words("use.hold"), words("use.up"), words("use.top")


def _tempo_width(figures: int, gauge: Gauge) -> float:
    label = max(gauge.phrase(gauge.kit.words("table.tempo"), LIST_NAME).width, gauge.figures(WIDEST, LIST).width)
    return label + gauge.across(LABEL_GAP) + figures * _box_width(gauge) + (figures - 1) * gauge.across(BOX_GAP)


def _box_width(gauge: Gauge) -> float:
    """Return the width of a box: its captions stand under it alone."""
    words = gauge.kit.words
    captions = (words.count("use.second", 1), words.count("use.second", 2), words("use.fast"), *_moves(words))
    return max(gauge.across(BOX[0]), *(gauge.phrase(it, FINE_CAPTION).width for it in captions))


def effort_frame(right: tuple[int, int], width: float, gauge: Gauge) -> Frame:
    """Return heading, a scale of ten bars of which the right ones are filled, and what they feel like."""
    pitch, gap = width / BARS, gauge.across(BAR_GAP)
    frames, places = [], []
    for first, last in EFFORTS:
        wide = (last - first + 1) * pitch - gap
        frames.append(
            _feeling(
                gauge.kit.words(f"use.effort-{first}"), wide, gauge, is_right=right[0] <= first and last <= right[1]
            )
        )
        places.append(((first - 1) * pitch + gap / 2, gauge.across(UNDERLINE_GAP)))
    feelings = pinned(frames, places, width, max(y + it.height for (_, y), it in zip(places, frames, strict=True)))
    bars = read(
        art(width, gauge.across(HIGHEST), lambda rect, mark: _bars(rect, mark, right, gauge)), says(Role.PARAGRAPH)
    )
    head = section(gauge.kit.words("use.effort"), effort_named(right, gauge.kit.words), width, gauge)
    return stack((head, pad(bars, gauge.across(BARS_TOP), 0.0), feelings))


def _bars(area: Rect, mark: Mark, right: tuple[int, int], gauge: Gauge) -> list[Item]:
    """Place the bars and their numbers; where ink is saved, the right ones have a strong edge."""
    items: list[Item] = []
    pitch, gap, chosen = area.width / BARS, gauge.across(BAR_GAP), gauge.theme.chosen
    for at in range(BARS):
        high = gauge.across(LOWEST + (HIGHEST - LOWEST) * at / (BARS - 1))
        rect = Rect(x=area.x + at * pitch + gap / 2, y=area.bottom - high, width=pitch - gap, height=high)
        bar, figure = write_box(rect, gauge.kit), gauge.figures(str(at + 1), EFFORT_NUMBER)
        if right[0] <= at + 1 <= right[1]:
            weight = bar.stroke_width if chosen.fill else gauge.across(STRONG_EDGE)
            bar = replace(bar, fill=chosen.fill or bar.fill, stroke=chosen.edge, stroke_width=weight)
            figure = figure.inked(chosen.words)
        y = area.bottom - gauge.across(BAR_FOOT) - figure.cap
        items += (bar, *figure.centred(rect.x + rect.width / 2, y, mark))
    return items


def _feeling(said: str, width: float, gauge: Gauge, *, is_right: bool) -> Frame:
    """Return what some bars feel like, under a line as wide as they are."""
    style = STRONG_CAPTION if is_right else CAPTION
    size = gauge.size(style)
    least = min(size, max(size * CAPTION_LEAST, gauge.finest))
    caption = read(aligned(gauge.fit(said, style, width, least=least), width, At.MIDDLE), says(Role.PARAGRAPH))
    color = gauge.theme.heading if is_right else gauge.theme.outline
    weight = gauge.across(UNDERLINE)
    return ground(
        pad(caption, gauge.across(UNDER_GAP), 0.0), lambda rect: (rule(Slot(rect.x, rect.y, width), weight, color),)
    )
