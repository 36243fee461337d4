"""How much one drawing may ask for, and what is said where it asks for more, or for what is not drawn."""

from __future__ import annotations

from dataclasses import dataclass

MOST_BYTES = 4 * 1024 * 1024
"""Of a file; drawings of people on paper have a hundredth of it."""
MOST_ELEMENTS = 20_000
MOST_DEPTH = 100
"""How deep elements may stand in one another, those that `use` brings along included."""
MOST_SHAPES = 20_000
"""Drawn: a few elements that use one another can ask for millions."""
MOST_SEGMENTS = 300_000
MOST_VISITS = 60_000
"""Elements gone into, each as often as it is used: those that draw nothing cost time, too."""


class SvgError(Exception):
    """A drawing that cannot be printed as it is; `line` is that of the file, 0 where there is none."""

    def __init__(self, reason: str, *, line: int = 0, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.hint = hint


@dataclass(slots=True, kw_only=True)
class Work:
    """What of a drawing is drawn so far."""

    visits: int = 0
    shapes: int = 0
    segments: int = 0

    def visit(self, line: int) -> None:
        """Count one more element, or refuse it."""
        self.visits += 1
        if self.visits > MOST_VISITS:
            raise too_much(f"{MOST_VISITS:,} elements, each as often as it is used", line)

    def add(self, segments: int, line: int) -> None:
        """Count one more shape, or refuse it."""
        self.shapes += 1
        self.segments += segments
        if self.shapes > MOST_SHAPES:
            raise too_much(f"{MOST_SHAPES:,} shapes", line)
        if self.segments > MOST_SEGMENTS:
            raise too_much(f"{MOST_SEGMENTS:,} lines and curves", line)


def too_much(what: str, line: int = 0) -> SvgError:
    """Return that a drawing is larger than any that is meant to be printed small."""
    return SvgError(f"the drawing has more than {what}", line=line, hint="simplify it, or save it as PNG")
