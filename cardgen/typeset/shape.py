"""Words in, kerned glyph runs out. One measurement serves every size: all widths are in em."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Any, cast

import uharfbuzz as hb

from cardgen.display import SOFT_HYPHEN, GlyphRun
from cardgen.theme.type import Style
from cardgen.typeset.fonts import Face, Fonts

FEATURES = {"kern": True, "mark": True, "mkmk": True, "ccmp": True, "liga": False, "clig": False, "calt": False}
"""Kerning only. Ligatures and contextual forms would make a word's look depend on its neighbours (Inter turns "2x4" into a
multiplication sign and "->" into an arrow) and break the one-to-one text layer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCase:
    """A set of fonts and every word measured with it so far: one measurement per word and font."""

    fonts: Fonts
    runs: dict[tuple[str, Style], GlyphRun] = field(default_factory=dict, repr=False)
    units: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    """What `prepare` made of a word."""
    paragraphs: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    """What was last set of running text: most of it is measured in many places before one is chosen."""

    def shape(self, text: str, style: Style) -> GlyphRun:
        """Return the glyphs of a word; a trailing blank belongs to it."""
        key = (text, style)
        run = self.runs.get(key)
        if run is None:
            run = self.runs[key] = shape_run(text, self.fonts.face_for(style, text))
        return run

    def hyphen(self, face: str) -> GlyphRun:
        """Return the hyphen of a face, as it is printed where a word is parted."""
        key = (SOFT_HYPHEN, face)
        run = self.units.get(key)
        if run is None:
            run = shape_run("-", self.fonts.faces[face])
            run = self.units[key] = replace(run, text=SOFT_HYPHEN, clusters=(SOFT_HYPHEN,))
        return cast("GlyphRun", run)

    def bearing(self, run: GlyphRun) -> float:
        """Return the white at the left of a run's first glyph, in em."""
        face = self.fonts.faces[run.face]
        extents = face.font.get_glyph_extents(run.glyphs[0]) if run.glyphs else None
        return float(extents.x_bearing) / face.units if extents else 0.0

    def descent(self, run: GlyphRun) -> float:
        """Return how far the lowest glyph of a run stands below the baseline, in em; 0 where none does."""
        face = self.fonts.faces[run.face]
        extents = (face.font.get_glyph_extents(glyph) for glyph in run.glyphs)
        return max((-(one.y_bearing + one.height) / face.units for one in extents if one), default=0.0)

    def cap_height(self, style: Style) -> float:
        """Return the height of capitals, in em."""
        return self.fonts.face(style).cap_height


def shape_run(text: str, face: Face) -> GlyphRun:
    """Shape `text` with HarfBuzz; a trailing blank is kerned with the letter before it, as in a whole line."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    advances = tuple(position.x_advance / face.units for position in positions)
    return GlyphRun(
        text=text,
        face=face.name,
        glyphs=tuple(info.codepoint for info in infos),
        advances=advances,
        clusters=_clusters(text, [info.cluster for info in infos]),
        width=sum(advances),
        blank=advances[-1] if text.endswith(" ") and advances else 0.0,
    )


def slice_run(run: GlyphRun, start: int, end: int, places: Sequence[int] = ()) -> GlyphRun:
    """Return the part of a run that stands for its characters from `start` to `end`, kerned as in the whole.

    A cluster of several characters belongs to the part in which it starts. Who cuts a long run many times hands over its
    `places`.
    """
    if start == 0 and end == len(run.text):
        return run
    places = places or glyph_places(run)
    first, last = (_first_from(run, edge, places) for edge in (start, end))
    clusters, advances = run.clusters[first:last], run.advances[first:last]
    return GlyphRun(
        text="".join(clusters),
        face=run.face,
        glyphs=run.glyphs[first:last],
        advances=advances,
        clusters=clusters,
        width=sum(advances),
        blank=run.blank if end == len(run.text) else 0.0,
    )


def glyph_places(run: GlyphRun) -> tuple[int, ...]:
    """Return at which character each glyph stands; one that stands for none, such as an accent, stands behind its letter."""
    return tuple(accumulate((len(cluster) for cluster in run.clusters[:-1]), initial=0))


def _first_from(run: GlyphRun, edge: int, places: Sequence[int]) -> int:
    """Return the first glyph of what stands from a character on; what stands for no character belongs to the glyph before it."""
    at = bisect_left(places, edge)
    while 0 < at < len(places) and not run.clusters[at]:
        at += 1
    return at


def _clusters(text: str, starts: list[int]) -> tuple[str, ...]:
    """Give each glyph the characters it stands for; of several glyphs for one cluster, the first has them all."""
    edges = [*sorted(set(starts)), len(text)]
    following = dict(pairwise(edges))
    return tuple(
        "" if at and starts[at - 1] == start else text[start : following[start]] for at, start in enumerate(starts)
    )
