"""Shapes in their places in, paths to be painted out: colours as they look on white paper. Knows no element."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cardgen.display import Color, ColorSpace, Path, Segment
from cardgen.pictures.svg.look import Look, Paint
from cardgen.pictures.svg.values import as_gray, bounded, on_white
from cardgen.pictures.svg.work import SvgError, Work

DECIMALS = 2
"""Of coordinates: a drawing has a thousand units, so this is finer than any printer."""
MOST_SEE_THROUGH = 500
"""Each is held against all that was drawn before it."""
WHITE = Color(1.0, 1.0, 1.0)

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """What a shape is filled and outlined with; None for nothing."""

    fill: Paint | None
    stroke: Paint | None

    @property
    def all(self) -> tuple[Paint, ...]:
        """Return what there is."""
        return tuple(paint for paint in (self.fill, self.stroke) if paint)

    @property
    def see_through(self) -> bool:
        """Tell whether it lets anything through."""
        return any(paint.cover < 1 for paint in self.all)


def covering(paint: Paint | None, share: float) -> Paint | None:
    """Return a paint that covers less, or None where nothing of it is left."""
    if paint is None or paint.cover * share <= 0:
        return None
    return replace(paint, cover=paint.cover * share)


@dataclass(slots=True, kw_only=True)
class Canvas:
    """What is drawn so far."""

    space: ColorSpace
    paths: list[Path] = field(default_factory=list)
    work: Work = field(default_factory=Work)
    covered: list[Box] = field(default_factory=list)
    """Where the ground is no longer white."""
    see_through: int = 0

    def keep(self, segments: tuple[Segment, ...], inks: Inks, look: Look, line: int) -> None:
        """Keep a shape; one that lets something through is painted as on white, so there must be white under it."""
        segments = tuple((op, tuple(round(bounded(it, line), DECIMALS) for it in values)) for op, values in segments)
        if not any(values for _, values in segments[1:]):
            return
        box = _box(segments, look.width / 2 if inks.stroke else 0.0)
        if inks.see_through:
            self.require_white(box, inks, line)
        if any(on_white(paint.color, paint.cover) != WHITE for paint in inks.all):
            self.covered.append(box)
        self.paths.append(
            Path(
                segments=segments,
                fill=self.inked(inks.fill),
                stroke=self.inked(inks.stroke),
                stroke_width=look.width if inks.stroke else 0.0,
                dashes=look.dashes if inks.stroke else None,
                rule=look.rule,
                cap=look.cap,
                join=look.join,
                miter=look.miter,
            )
        )

    def require_white(self, box: Box, inks: Inks, line: int) -> None:
        """Refuse a shape through which something else than white would be seen."""
        self.see_through += 1
        too_many = self.see_through > MOST_SEE_THROUGH
        if too_many or len(inks.all) > 1 or any(_meet(box, other) for other in self.covered):
            message = "a part of the drawing lets through what is under it, which is not drawn"
            raise SvgError(message, line=line, hint="give it a plain colour, or save it as PNG")

    def inked(self, paint: Paint | None) -> Color | None:
        """Return the colour that is printed."""
        if paint is None:
            return None
        shade = on_white(paint.color, paint.cover)
        return as_gray(shade) if self.space is ColorSpace.GRAY else shade


def _box(segments: tuple[Segment, ...], reach: float) -> Box:
    xs = [value for _, values in segments for value in values[0::2]]
    ys = [value for _, values in segments for value in values[1::2]]
    return min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
