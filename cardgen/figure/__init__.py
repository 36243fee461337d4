"""The muscle map: two views of a body as outlines. Knows neither colours nor paper.

The artwork in `muscle-map.json` was drawn for this project and is under its licence.
"""

from __future__ import annotations

from cardgen.figure.hatch import hatch
from cardgen.figure.outline import Outline, area, polygon, shifted
from cardgen.figure.views import BACK, FRONT, View, load_views, views_for

__all__ = ["BACK", "FRONT", "Outline", "View", "area", "hatch", "load_views", "polygon", "shifted", "views_for"]
