"""Muscles in, the views that show them out: front, back, or both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cardgen.figure.outline import Outline, area, polygon, read_outline
from cardgen.values.geometry import Rect

FRONT, BACK = "front", "back"
_DATA = Path(__file__).with_name("muscle-map.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One side of the body; lengths in units of the artwork, y down."""

    name: str
    silhouette: tuple[Outline, ...]
    muscles: Mapping[str, tuple[Outline, ...]]
    """By the ids of `guide.anatomy.GROUPS`: the plates of each muscle on this side."""
    details: tuple[Outline, ...]
    """Strokes within the silhouette, such as knees and fingers."""
    ink: Rect
    """What the silhouette covers."""

    def __hash__(self) -> int:
        """Hash the name: there are two views."""
        return hash(self.name)


@cache
def load_views() -> tuple[View, View]:
    """Read the artwork once a process; front, then back."""
    record = json.loads(_DATA.read_text(encoding="utf-8"))["views"]
    front, back = (_view(name, record[name]) for name in (FRONT, BACK))
    return front, back


def views_for(primary: Iterable[str], secondary: Iterable[str]) -> tuple[View, ...]:
    """Return the one view that shows all of these muscles, or both; none where there is no muscle.

    Of two views that both show all, the one that shows more of what the exercise is for.
    """
    primary, secondary = tuple(primary), tuple(secondary)
    wanted = {*primary, *secondary}
    if not wanted:
        return ()
    views = load_views()
    whole = [view for view in views if wanted <= set(view.muscles)]
    if not whole:
        return views
    return (max(whole, key=lambda view: _shown(view, primary or secondary)),)


def _view(name: str, record: Mapping[str, object]) -> View:
    def outlines(found: object) -> tuple[Outline, ...]:
        return tuple(read_outline(data) for data in found)  # type: ignore[attr-defined]

    muscles = record["muscles"]
    assert isinstance(muscles, dict)  # noqa: S101 - the artwork is a part of the package
    silhouette = outlines(record["silhouette"])
    points = [point for outline in silhouette for point in polygon(outline)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return View(
        name=name,
        silhouette=silhouette,
        muscles={group: outlines(found) for group, found in muscles.items()},
        details=outlines(record["details"]),
        ink=Rect(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys)),
    )


def _shown(view: View, groups: Iterable[str]) -> float:
    """Return the area of these muscles' plates."""
    return sum(area(polygon(plate)) for group in groups for plate in view.muscles[group])
