"""Styles from the outside in, how a shape is painted out: what it inherits and what it says itself. Knows no shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cardgen.display import Cap, Color, FillRule, Join
from cardgen.pictures.svg.style import Style
from cardgen.pictures.svg.values import NUMBER, color, length, number, numbers
from cardgen.pictures.svg.work import SvgError, too_much

_CANNOT = {
    "clip-path": "is cut out by a clipping path",
    "mask": "is masked",
    "filter": "has an effect such as a shadow or a blur",
    "marker": "has markers such as heads of arrows",
    "marker-start": "has markers such as heads of arrows",
    "marker-mid": "has markers such as heads of arrows",
    "marker-end": "has markers such as heads of arrows",
}
"""What is refused where it is asked for: without it, another picture would be printed."""
_MOST_DASHES = 100
_AS_PNG = "save it without, or as PNG"
_NONE = frozenset({"", "none", "inherit", "normal", "auto", "initial", "unset"})
_REFERS = re.compile(r"url\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """A colour, and how much of it covers."""

    color: Color
    cover: float = 1.0


BLACK = Paint(color=Color(0.0, 0.0, 0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a shape is painted; each field starts as SVG has it."""

    fill: Paint | None = BLACK
    stroke: Paint | None = None
    current: Paint = BLACK
    """What `currentColor` means."""
    fill_cover: float = 1.0
    stroke_cover: float = 1.0
    cover: float = 1.0
    """Of all groups round it, multiplied."""
    rule: FillRule = FillRule.NONZERO
    width: float = 1.0
    cap: Cap = Cap.BUTT
    join: Join = Join.MITER
    miter: float = 4.0
    dashes: tuple[float, ...] | None = None
    is_seen: bool = True
    """Of `visibility`, which what stands inside may turn on again."""
    is_there: bool = True
    """Of `display`, which nothing inside undoes."""
    fixed: bool = False
    """Whether lines keep their width whatever maps the shape."""


def under(look: Look, style: Style, line: int) -> Look:
    """Return the look of an element that stands in one of this look."""
    if not style:
        return replace(look, fixed=False)
    if style.get("display", "").lower() == "none":
        return replace(look, is_there=False)
    _require_possible(style, line)
    look = replace(look, fixed=style.get("vector-effect") == "non-scaling-stroke")
    if (given := style.get("color", "")).lower() not in _NONE | {"currentcolor"}:
        shade, cover = color(given, line)
        look = replace(look, current=Paint(color=shade, cover=cover))
    return _lined(_filled(look, style, line), style, line)


def scaled(look: Look, scale: float) -> Look:
    """Return the look with lengths in units of the drawing."""
    dashes = tuple(round(it * scale, 3) for it in look.dashes) if look.dashes else None
    return replace(look, width=round(look.width * scale, 3), dashes=dashes if dashes and any(dashes) else None)


def _require_possible(style: Style, line: int) -> None:
    for name, what in _CANNOT.items():
        if style.get(name, "").lower() not in _NONE:
            raise SvgError(f"a part of the drawing {what}, which is not drawn", line=line, hint=_AS_PNG)
    if style.get("mix-blend-mode", "").lower() not in _NONE:
        raise SvgError("a part of the drawing is blended with what is under it", line=line, hint=_AS_PNG)


def _filled(look: Look, style: Style, line: int) -> Look:
    """Return the look with what concerns areas and all of the element."""
    visibility = style.get("visibility", "").lower()
    rule = style.get("fill-rule", "").lower()
    return replace(
        look,
        fill=_paint(style.get("fill", ""), look.fill, look.current, line),
        stroke=_paint(style.get("stroke", ""), look.stroke, look.current, line),
        fill_cover=_share(style.get("fill-opacity", ""), look.fill_cover, line),
        stroke_cover=_share(style.get("stroke-opacity", ""), look.stroke_cover, line),
        cover=look.cover * _share(style.get("opacity", ""), 1.0, line),
        rule=next((it for it in FillRule if it.value == rule), look.rule),
        is_seen=look.is_seen if visibility in _NONE else visibility == "visible",
    )


def _lined(look: Look, style: Style, line: int) -> Look:
    """Return the look with what concerns lines."""
    cap, join = style.get("stroke-linecap", "").lower(), style.get("stroke-linejoin", "").lower()
    join = {"arcs": "miter", "miter-clip": "miter"}.get(join, join)
    miter, dashes = style.get("stroke-miterlimit", ""), style.get("stroke-dasharray", "")
    return replace(
        look,
        width=length(_own(style.get("stroke-width", "")), line, otherwise=look.width),
        cap=next((it for it in Cap if it.name.lower() == cap), look.cap),
        join=next((it for it in Join if it.name.lower() == join), look.join),
        miter=max(number(miter, line), 1.0) if _own(miter) else look.miter,
        dashes=_dashes(dashes, line) if _own(dashes) or dashes == "none" else look.dashes,
    )


def _own(text: str) -> str:
    return "" if text.lower() in _NONE else text


def _dashes(text: str, line: int) -> tuple[float, ...] | None:
    if text == "none":
        return None
    lengths = numbers(re.sub(rf"({NUMBER.pattern})px", r"\1", text), line)
    if len(lengths) > _MOST_DASHES:
        raise too_much(f"{_MOST_DASHES} lengths of dashes in a line", line)
    if not any(lengths) or min(lengths) < 0:
        return None
    return lengths if len(lengths) % 2 == 0 else lengths * 2


def _paint(text: str, inherited: Paint | None, current: Paint, line: int) -> Paint | None:
    match text.lower():
        case "" | "inherit" | "unset":
            return inherited
        case "none":
            return None
        case "currentcolor":
            return current
        case "context-fill" | "context-stroke":
            raise SvgError(f'the colour "{text}" is not known', line=line)
        case _ if _REFERS.match(text):
            message = "a part of the drawing is filled with a gradient or a pattern, which is not drawn"
            raise SvgError(message, line=line, hint="give it a plain colour, or save it as PNG")
        case _:
            shade, cover = color(text, line)
            return Paint(color=shade, cover=cover)


def _share(text: str, otherwise: float, line: int) -> float:
    """Read how much covers, a number or a percentage."""
    if not _own(text):
        return otherwise
    value = number(text.removesuffix("%"), line) / (100 if text.endswith("%") else 1)
    return min(max(value, 0.0), 1.0)
