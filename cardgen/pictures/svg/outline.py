"""The words of a path in, lines and curves out: absolute, arcs and quadratic curves as cubic ones (SVG 2, 9.3)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cardgen.display import Op, Segment
from cardgen.pictures.svg.values import NUMBER, bounded, numbers
from cardgen.pictures.svg.work import MOST_SEGMENTS, SvgError, too_much

_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_ARC = re.compile(
    rf"[\s,]*({NUMBER.pattern})[\s,]*({NUMBER.pattern})[\s,]*({NUMBER.pattern})[\s,]*([01])[\s,]*([01])[\s,]*"
    rf"({NUMBER.pattern})[\s,]*({NUMBER.pattern})[\s,]*"
)
"""Flags need no blank behind them: `a1 1 0 01.5.5`."""
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_CUBIC, _QUADRATIC = "CS", "QT"

Point = tuple[float, float]


def read_outline(text: str, line: int) -> tuple[Segment, ...]:
    """Return the segments of a path's `d`."""
    pen = _Pen(line=line)
    at = len(text) - len(text.lstrip())
    if text.strip() and text.lstrip()[0] not in "Mm":
        raise _unread(text, line)
    for match in _COMMAND.finditer(text):
        if text[at : match.start()].strip():
            raise _unread(text[at:], line)
        at = match.end()
        for values in _groups(match[1], match[2], line):
            pen.draw(match[1] if not pen.moved else pen.repeated, values)
        pen.moved = False
    if text[at:].strip():
        raise _unread(text[at:], line)
    return tuple(pen.segments)


def _groups(command: str, words: str, line: int) -> Iterator[tuple[float, ...]]:
    """Yield the numbers of a command as often as it is given."""
    count = _TAKES[command.upper()]
    values = _of_arcs(words, line) if command in "Aa" else numbers(words, line)
    if count == 0:
        if values:
            raise _unread(f"{command}{words}", line)
        yield ()
        return
    if not values or len(values) % count:
        raise _unread(f"{command}{words}", line)
    for start in range(0, len(values), count):
        yield values[start : start + count]


def _of_arcs(words: str, line: int) -> tuple[float, ...]:
    values: list[float] = []
    at = 0
    while at < len(words):
        match = _ARC.match(words, at)
        if not match:
            raise _unread(words[at:], line)
        values += (bounded(float(value), line) for value in match.groups())
        at = match.end()
    return tuple(values)


@dataclass(slots=True, kw_only=True)
class _Pen:
    """Where drawing stands."""

    line: int
    segments: list[Segment] = field(default_factory=list)
    here: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    """Of the part that is open."""
    control: Point = (0.0, 0.0)
    """The last control point, which smooth curves mirror."""
    last: str = ""
    """The command before."""
    moved: bool = False
    """Whether this command has drawn already: further numbers of a move are lines."""
    repeated: str = ""

    def draw(self, command: str, values: tuple[float, ...]) -> None:
        """Draw one command."""
        kind = command.upper()
        if kind != "Z" and command.islower():
            values = self.placed(kind, values)
        if self.last == "Z" and kind not in "MZ":
            self.add(Op.MOVE, self.start)
        match kind:
            case "M":
                self.start = (values[0], values[1])
                self.add(Op.MOVE, self.start)
            case "L":
                self.add(Op.LINE, values)
            case "H":
                self.add(Op.LINE, (values[0], self.here[1]))
            case "V":
                self.add(Op.LINE, (self.here[0], values[0]))
            case "Z":
                self.add(Op.CLOSE, ())
                self.here = self.start
            case "A":
                self.arc(values)
            case _:
                self.curve(kind, values)
        self.last = kind
        self.moved = True
        self.repeated = {"M": "L", "m": "l"}.get(command, command)

    def placed(self, kind: str, values: tuple[float, ...]) -> tuple[float, ...]:
        """Return relative numbers as absolute ones."""
        x, y = self.here
        match kind:
            case "H":
                return (values[0] + x,)
            case "V":
                return (values[0] + y,)
            case "A":
                return (*values[:5], values[5] + x, values[6] + y)
            case _:
                return tuple(value + (y if at % 2 else x) for at, value in enumerate(values))

    def mirrored(self, kinds: str) -> Point:
        """Return the control point of a smooth curve."""
        x, y = self.here
        return (2 * x - self.control[0], 2 * y - self.control[1]) if self.last and self.last in kinds else self.here

    def curve(self, kind: str, values: tuple[float, ...]) -> None:
        """Draw a curve, quadratic ones as the cubic ones that they are."""
        match kind:
            case "C":
                whole = values
            case "S":
                whole = (*self.mirrored(_CUBIC), *values)
            case "Q":
                whole = values
            case _:
                whole = (*self.mirrored(_QUADRATIC), *values)
        self.control = (whole[-4], whole[-3])
        if kind in _CUBIC:
            self.add(Op.CURVE, whole)
            return
        (x, y), (cx, cy), (ex, ey) = self.here, (whole[0], whole[1]), (whole[2], whole[3])
        first = (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3)
        self.add(Op.CURVE, (*first, ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3, ex, ey))

    def arc(self, values: tuple[float, ...]) -> None:
        """Draw an arc of an ellipse."""
        rx, ry, turn, large, sweep, x, y = values
        if (x, y) == self.here:
            return
        if not rx or not ry:
            self.add(Op.LINE, (x, y))
            return
        for curve in arc_curves(self.here, (abs(rx), abs(ry)), math.radians(turn), (bool(large), bool(sweep)), (x, y)):
            self.add(Op.CURVE, curve)

    def add(self, op: Op, values: tuple[float, ...]) -> None:
        if len(self.segments) >= MOST_SEGMENTS:
            raise too_much(f"{MOST_SEGMENTS:,} lines and curves", self.line)
        for value in values:
            bounded(value, self.line)
        self.segments.append((op, values))
        if values:
            self.here = (values[-2], values[-1])


def arc_curves(
    start: Point, radii: Point, turn: float, flags: tuple[bool, bool], end: Point
) -> Iterator[tuple[float, ...]]:
    """Yield the curves of an arc, each of at most a quarter turn (SVG 2, B.2.4)."""
    cosine, sine = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = cosine * dx + sine * dy, -sine * dx + cosine * dy
    rx, ry = radii
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))  # radii that do not reach are made to
    rx, ry = rx * grow, ry * grow
    below = (rx * py) ** 2 + (ry * px) ** 2
    root = math.sqrt(max(0.0, (rx * ry) ** 2 / below - 1)) * (1 if flags[0] != flags[1] else -1)
    ux, uy = root * rx * py / ry, -root * ry * px / rx
    cx = cosine * ux - sine * uy + (start[0] + end[0]) / 2
    cy = sine * ux + cosine * uy + (start[1] + end[1]) / 2
    first = math.atan2((py - uy) / ry, (px - ux) / rx)
    swept = math.atan2((-py - uy) / ry, (-px - ux) / rx) - first
    if flags[1] and swept < 0:
        swept += 2 * math.pi
    elif not flags[1] and swept > 0:
        swept -= 2 * math.pi
    count = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / count
    reach = 4 / 3 * math.tan(step / 4)

    def at(x: float, y: float) -> Point:
        return cosine * rx * x - sine * ry * y + cx, sine * rx * x + cosine * ry * y + cy

    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        one = at(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = at(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield (*one, *two, *(end if number == count - 1 else at(math.cos(b), math.sin(b))))


def _unread(text: str, line: int) -> SvgError:
    words = " ".join(text.split())[:30]
    return SvgError(f'the path cannot be read at "{words}"', line=line, hint="save it again")
