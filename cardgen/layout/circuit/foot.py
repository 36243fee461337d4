"""Times and the next exercises in, the feet of all posters out: work and rest, and an arrow to go by.

All posters of a circuit have the same foot, so that a person who goes round finds everything where it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardgen.display import Item, Mark, Op, Path, Role
from cardgen.layout.circuit.frame import Frame
from cardgen.layout.circuit.model import Arrow, Circuit, Station, span
from cardgen.layout.circuit.signpost import SIZE, Sign, place_sign, plan_signs
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.ground.text import Slot, place_line, set_verbatim, whole_width
from cardgen.theme.type import Style
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

FIGURE, WORD = 108.0, 42.0
"""Sizes of a time and of what it is for, in points on A4."""
SHRINK = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Of a time's figures, to make room for a long name."""
SHRINK_COST = 30.0
SMALL_COST = 60.0
"""What shrinking them to nothing would cost, and an arrow without a name, in poster units of height, as are the lengths below."""
GOOD = 0.75
"""A name of this part of its greatest size is taken before a lower arrow with a smaller one."""
WORD_GAP, TIMES_GAP, ARROW_GAP, ROW_GAP = 2.5, 5.0, 12.0, 5.0
"""From figure to word, beside the line between two times, from the times to the arrow, over an arrow below them."""
RULE, RULE_PAD, BETWEEN = 0.8, 4.0, 0.3
"""Weight of the rule over the foot, the white under it, and the weight of the line between two times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time, or a number of repetitions, and what it is for."""

    figure: Prepared
    word: Prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot of all posters, sized."""

    figure: float
    """Size of the figures, in points, as is the next."""
    word: float
    beside: bool
    """Whether the arrow stands beside the times, not below them."""
    signs: tuple[Sign | None, ...]
    """Of each station; None where the next exercise has too long a name."""
    sign_height: float
    height: float
    """Without the rule and the white under it."""


def plan_foot(circuit: Circuit, arrow: Arrow, frame: Frame) -> Foot | None:
    """Return the lowest foot at the frame's tightness; None where the times are too wide for the least size."""
    return min(
        _feet(circuit, arrow, frame), key=lambda foot: (foot.signs.count(None), _cost(foot, frame)), default=None
    )


def _cost(foot: Foot, frame: Frame) -> float:
    shrunk = 1 - foot.figure / frame.points(FIGURE)
    smallest = min((sign.size for sign in foot.signs if sign), default=0.0)
    small = 1 - smallest / frame.points(SIZE)
    return foot.height + shrunk * frame.length(SHRINK_COST) + small * frame.length(SMALL_COST)


def _feet(circuit: Circuit, arrow: Arrow, frame: Frame) -> Iterator[Foot]:
    word = frame.points(WORD)
    told = [times_of(circuit, station, frame) for station in circuit.stations]
    following = [circuit.after(station) for station in circuit.stations]
    for shrink in SHRINK:
        figure = max(frame.points(FIGURE) * shrink, word)
        wide = max(times_width(times, figure, word, frame) for times in told)
        high = frame.kit.cap(Style.DISPLAY) * figure if any(told) else 0.0
        if wide > frame.area.width:
            continue
        gap = frame.length(ARROW_GAP) if wide else 0.0
        for room, beside in ((frame.area.width - wide - gap, True), (frame.area.width, False)):
            tried = [_good(tuple(plan_signs(station, arrow, room, frame)), frame) for station in following]
            lowest = max((min(sign.height for sign in signs) for signs in tried if signs), default=0.0)
            lowest = max(lowest, high) if beside else lowest
            yield Foot(
                figure=figure,
                word=word,
                beside=beside,
                signs=tuple(_largest(signs, lowest) for signs in tried),
                sign_height=lowest,
                height=lowest if beside else lowest + high + (frame.length(ROW_GAP) if high else 0.0),
            )


def _good(signs: Sequence[Sign], frame: Frame) -> Sequence[Sign]:
    """Return the arrows whose names are large enough; where there are none, those with the largest."""
    most = max((sign.size for sign in signs), default=0.0)
    return [sign for sign in signs if sign.size >= min(GOOD * frame.points(SIZE), most) - 1e-9]


def _largest(signs: Sequence[Sign], height: float) -> Sign | None:
    """Return the arrow with the largest type among those that are no higher; of equals the number over the name."""
    fitting = (sign for sign in signs if sign.height <= height + 1e-6)
    return max(fitting, key=lambda sign: (round(sign.size, 1), sign.label is not None, -len(sign.lines)), default=None)


def times_of(circuit: Circuit, station: Station, frame: Frame) -> tuple[Time, ...]:
    """Return what is to be done at a station, and its rest."""
    told: list[tuple[str, str]] = []
    if station.task:
        told.append(station.task)
    elif circuit.work:
        figure, unit = span(circuit.work)
        told.append((figure, frame.kit.words("poster.work", unit=unit)))
    if circuit.rest:
        figure, unit = span(circuit.rest)
        told.append((figure, frame.kit.words("poster.rest", unit=unit)))
    case = frame.kit.case
    return tuple(
        Time(figure=set_verbatim(figure, case, Style.DISPLAY), word=set_verbatim(word, case, Style.HEADING))
        for figure, word in told
    )


def times_width(times: Sequence[Time], figure: float, word: float, frame: Frame) -> float:
    """Return how wide the times are."""
    gaps = len(times) * frame.length(WORD_GAP) + max(len(times) - 1, 0) * 2 * frame.length(TIMES_GAP)
    return sum(whole_width(time.figure) * figure + whole_width(time.word) * word for time in times) + gaps


def rule_height(frame: Frame) -> float:
    """Return how high the rule and the white under it are."""
    return frame.length(RULE + RULE_PAD)


def place_foot(foot: Foot, circuit: Circuit, station: Station, frame: Frame, order: Iterator[int]) -> list[Item]:
    """Place the foot of a station's poster at the lower edge of the area, its rule above it."""
    area = frame.area
    sign = foot.signs[station.number - 1]
    if sign is None:
        raise AssertionError("a poster without its arrow was not planned")
    top = area.bottom - foot.height
    line = Rect(x=area.x, y=top - rule_height(frame), width=area.width, height=frame.length(RULE))
    times = times_of(circuit, station, frame)
    at_left = foot.beside and sign.arrow is Arrow.LEFT
    x = area.right - times_width(times, foot.figure, foot.word, frame) if at_left else area.x
    cap = frame.kit.cap(Style.DISPLAY) * foot.figure
    y = top + (foot.height - cap) / 2 if foot.beside else top
    box = Rect(
        x=area.x if at_left else area.right - sign.width,
        y=area.bottom - foot.sign_height,
        width=sign.width,
        height=foot.sign_height,
    )
    return [
        rectangle(line, frame.kit.theme.line),
        *_place_times(foot, times, Slot(x, y), frame, order, station.language),
        *place_sign(sign, box, frame, order, station.language),
    ]


def _place_times(
    foot: Foot, times: Sequence[Time], slot: Slot, frame: Frame, order: Iterator[int], language: str
) -> list[Item]:
    theme = frame.kit.theme
    figure = frame.setting(foot.figure, Style.DISPLAY, theme.heading)
    word = frame.setting(foot.word, Style.HEADING, theme.heading)
    baseline = slot.y + figure.cap * figure.size
    other = other_language(frame.kit.words.language, language)
    items: list[Item] = []
    x = slot.x
    for at, time in enumerate(times):
        if at:
            x += frame.length(TIMES_GAP)
            items.append(_line(x, slot.y, baseline, frame))
            x += frame.length(TIMES_GAP)
        mark = Mark(role=Role.PARAGRAPH, order=next(order), language=other)
        items += place_line(time.figure, figure, Slot(x, slot.y), mark)
        x += whole_width(time.figure) * figure.size + frame.length(WORD_GAP)
        items += place_line(time.word, word, Slot(x, baseline - word.cap * word.size), mark)
        x += whole_width(time.word) * word.size
    return items


def _line(x: float, top: float, bottom: float, frame: Frame) -> Path:
    ends = ((Op.MOVE, (x, top)), (Op.LINE, (x, bottom)))
    return Path(segments=ends, stroke=frame.kit.theme.muted, stroke_width=frame.length(BETWEEN))
