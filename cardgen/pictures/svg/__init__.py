"""An SVG file in, a drawing out: plain shapes, every colour decided. Runs no script, opens no other file, knows no pixels."""

from __future__ import annotations

from cardgen.pictures.svg.read import measure_drawing, read_drawing
from cardgen.pictures.svg.work import SvgError

__all__ = ["SvgError", "measure_drawing", "read_drawing"]
