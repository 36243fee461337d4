"""Lengths and rectangles: points, the origin at the top left, y down."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_INCH = 72.0
MM_PER_INCH = 25.4


def mm(length: float) -> float:
    """Turn millimetres into points."""
    return length * POINTS_PER_INCH / MM_PER_INCH


def to_mm(length: float) -> float:
    """Turn points into millimetres."""
    return length * MM_PER_INCH / POINTS_PER_INCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle in points; (x, y) is its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, dx: float, dy: float) -> Rect:
        """Return the rectangle made smaller by dx on both sides and dy at head and foot."""
        return Rect(x=self.x + dx, y=self.y + dy, width=self.width - 2 * dx, height=self.height - 2 * dy)

    def contains(self, other: Rect, *, tolerance: float = 0.01) -> bool:
        """Tell whether `other` lies wholly inside."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def overlaps(self, other: Rect, *, tolerance: float = 0.01) -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.x < other.right - tolerance
            and other.x < self.right - tolerance
            and self.y < other.bottom - tolerance
            and other.y < self.bottom - tolerance
        )
