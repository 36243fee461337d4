"""A logo and a room in, the logo placed out: as large as the room allows, never stretched."""

from __future__ import annotations

from cardgen.display import Drawing, Image, Mark, Pixels, Stamp
from cardgen.values.geometry import Rect


def fitted(logo: Pixels | Drawing, width: float, height: float) -> Rect:
    """Return how large a logo is in a room, at its top left corner."""
    across, down = (logo.width, logo.height) if isinstance(logo, Drawing) else (logo.columns, logo.rows)
    factor = min(width / across, height / down)
    return Rect(x=0, y=0, width=across * factor, height=down * factor)


def placed(logo: Pixels | Drawing, rect: Rect, mark: Mark) -> Image | Stamp:
    """Return a logo in its place."""
    if isinstance(logo, Drawing):
        return Stamp(x=rect.x, y=rect.y, scale=rect.width / logo.width, drawing=logo, mark=mark)
    return Image(rect=rect, pixels=logo, mark=mark)
