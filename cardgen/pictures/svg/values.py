"""Words of an SVG file in, numbers, lengths, colours and matrices out."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from cardgen.display import Color
from cardgen.pictures.svg.work import SvgError

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LENGTH = re.compile(rf"({NUMBER.pattern})\s*(px|pt|pc|mm|cm|in|q|%|em|ex|rem)?", re.IGNORECASE)
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 24 / 25.4}
"""Pixels of CSS a unit."""
_FUNCTION = re.compile(r"\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*,?\s*")
_BETWEEN = " \t\r\n\f,"
_LARGEST = 1e7
"""A greater number is a mistake, and no printer draws it."""
_RGB = re.compile(r"rgba?\(([^()]*)\)", re.IGNORECASE)
_PROFILE = re.compile(r"\s+(?:icc-color|device-\w+)\([^()]*\)\s*$", re.IGNORECASE)
_LIGHT = (0.299, 0.587, 0.114)
"""How light red, green and blue are (ITU-R BT.601), as grey photographs have it."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """An affine map: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, other: Matrix) -> Matrix:
        """Return the map that does the other one first."""
        return Matrix(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    def points(self, values: tuple[float, ...]) -> tuple[float, ...]:
        """Return points, x and y in turn, where the map takes them."""
        placed: list[float] = []
        for x, y in zip(values[0::2], values[1::2], strict=True):
            placed += (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
        return tuple(placed)

    @property
    def scale(self) -> float:
        """How much longer lines become, in the mean of all directions."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


IDENTITY = Matrix()


def number(text: str, line: int) -> float:
    """Read a number."""
    match = NUMBER.fullmatch(text.strip())
    if not match:
        raise SvgError(f'"{_short(text)}" is no number', line=line)
    return bounded(float(match[0]), line)


def numbers(text: str, line: int) -> tuple[float, ...]:
    """Read numbers with blanks or commas between them, or nothing."""
    if left := NUMBER.sub("", text).strip(_BETWEEN):
        raise SvgError(f'"{_short(left)}" stands among numbers', line=line)
    return tuple(bounded(float(found), line) for found in NUMBER.findall(text))


def bounded(value: float, line: int) -> float:
    """Return a number that is no mistake."""
    if not abs(value) <= _LARGEST:
        raise SvgError(f"the number {value:g} is too large", line=line)
    return value


def length(text: str, line: int, *, whole: float = 0.0, otherwise: float = 0.0) -> float:
    """Read a length in pixels; `whole` is what a percentage is of, `otherwise` is what an empty text means."""
    if not text or text == "auto":
        return otherwise
    match = _LENGTH.fullmatch(text.strip())
    unit = (match[2] or "").lower() if match else ""
    if not match or (unit not in _UNITS and unit != "%"):
        raise SvgError(f'"{_short(text)}" is no length', line=line, hint="lengths are numbers, px, mm, cm, in or pt")
    return bounded(float(match[1]) * (whole / 100 if unit == "%" else _UNITS[unit]), line)


def matrix(text: str, line: int) -> Matrix:
    """Read a list of transforms."""
    made = IDENTITY
    at = 0
    while at < len(text):
        match = _FUNCTION.match(text, at)
        if not match:
            if not text[at:].strip():
                break
            raise SvgError(f'the transform "{_short(text)}" cannot be read', line=line)
        made = made @ _one(match[1], numbers(match[2].replace("deg", "").replace("px", ""), line), text, line)
        at = match.end()
    return made


def _one(name: str, values: tuple[float, ...], text: str, line: int) -> Matrix:
    match name.lower(), values:
        case "matrix", (a, b, c, d, e, f):
            return Matrix(a, b, c, d, e, f)
        case (("translate" | "translatex"), (x,)):
            return Matrix(e=x)
        case "translate", (x, y):
            return Matrix(e=x, f=y)
        case "translatey", (y,):
            return Matrix(f=y)
        case "scale", (s,):
            return Matrix(a=s, d=s)
        case "scale", (x, y):
            return Matrix(a=x, d=y)
        case "rotate", (angle, *centre) if len(centre) in (0, 2):
            turn = math.radians(angle)
            turned = Matrix(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn))
            x, y = centre or (0.0, 0.0)
            return Matrix(e=x, f=y) @ turned @ Matrix(e=-x, f=-y)
        case "skewx", (angle,):
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewy", (angle,):
            return Matrix(b=math.tan(math.radians(angle)))
        case _:
            raise SvgError(f'the transform "{_short(text)}" cannot be read', line=line)


def color(text: str, line: int) -> tuple[Color, float]:
    """Read a colour and how much of it covers, from 0 to 1."""
    from PIL import ImageColor  # noqa: PLC0415 - knows the 148 names; only drawings pay for them

    text = _PROFILE.sub("", text)  # the colour before it is the same for those who do not know the profile
    if text.lower() == "transparent":
        return Color(0.0, 0.0, 0.0), 0.0
    if match := _RGB.fullmatch(text):
        parts = [part for part in re.split(r"[\s,/]+", match[1].strip()) if part]
        if len(parts) in (3, 4):
            red, green, blue = (_part(part, 255.0, line) for part in parts[:3])
            return Color(red, green, blue), _part(parts[3], 1.0, line) if parts[3:] else 1.0
    try:
        values = [value / 255 for value in ImageColor.getrgb(text)]
    except ValueError:
        raise SvgError(f'the colour "{_short(text)}" is not known', line=line) from None
    return Color(*(round(value, 4) for value in values[:3])), values[3] if values[3:] else 1.0


def _part(text: str, whole: float, line: int) -> float:
    value = number(text.removesuffix("%"), line) / (100 if text.endswith("%") else whole)
    return round(min(max(value, 0.0), 1.0), 4)


def as_gray(color: Color) -> Color:
    """Return the grey that is as light as a colour."""
    light = round(
        sum(weight * part for weight, part in zip(_LIGHT, (color.red, color.green, color.blue), strict=True)), 4
    )
    return Color(light, light, light)


def on_white(color: Color, cover: float) -> Color:
    """Return a colour as it looks where it covers white only in part."""
    return Color(*(round(1 - cover * (1 - part), 4) for part in (color.red, color.green, color.blue)))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"  # noqa: PLR2004 - as much as a message holds
