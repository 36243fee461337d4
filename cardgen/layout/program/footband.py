"""Trainer, gym and contacts in, the band at the foot of a cover out: dark, or white under a rule where ink is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.display import Item, Role
from cardgen.layout.forms.leaf import Leaf
from cardgen.layout.ground.box import At, Frame, aligned, ground, pinned, read, says, stack
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import rectangle
from cardgen.layout.program.model import ProgramCover
from cardgen.theme.type import BAND_LINE, BAND_NAME, DESCENT, STRONG_LINE, Floor, TypeStyle
from cardgen.values.geometry import Rect

BAND, BAND_ALONE = 26.0, 16.0
"""Its height, and where nothing stands in it: in sheet units, as are all lengths here."""
LINE_GAP, COLUMN_GAP = 3.0, 6.0
CONTACTS_SHARE = 0.6
"""What contacts may take of the width beside a name."""
EASY = ((1, 12.0), (2, 10.0), (3, 9.0))
"""On how many lines a name may stand, and how small: a second line sooner than letters that nobody reads."""
Words = tuple[str, str]
"""What is said, and the address that it leads to."""


def foot_band(cover: ProgramCover, leaf: Leaf) -> Frame:
    """Return the band, as wide as the sheet."""
    gauge, measures, theme, brand = leaf.gauge, leaf.kit.measures, leaf.kit.theme, leaf.brand
    names = [it for it in ((cover.trainer, ""), (brand.name, brand.link)) if it[0]]
    share = gauge.width * (CONTACTS_SHARE if names else 1.0)
    contacts = [(_line(it.text, BAND_LINE, share, gauge), it.link) for it in cover.contacts]
    taken = max((wide for it, _ in contacts for wide, _ in it.broken(share)), default=0.0)
    width = gauge.width - (taken + gauge.across(COLUMN_GAP) if contacts else 0.0)
    named = [
        (_line(it, BAND_LINE, width, gauge) if at else _name(it, width, gauge), to) for at, (it, to) in enumerate(names)
    ]
    left, right = _column(named, width, At.START, gauge), _column(contacts, share, At.END, gauge)
    high = max(left.height, right.height)
    has_lines = bool(named or contacts)
    height = max(gauge.across(BAND if has_lines else BAND_ALONE), high + 2 * gauge.across(COLUMN_GAP))
    foot = height - measures.bottom_edge - DESCENT * gauge.size(BAND_LINE)
    middle = min(height / 2, foot - high / 2)
    places = ((gauge.left, middle - left.height / 2), (gauge.right - share, middle - right.height / 2))

    def draw(rect: Rect) -> list[Item]:
        if theme.tile.fill:
            return [rectangle(rect, theme.tile.fill)]
        return [rectangle(replace(rect, height=gauge.across(STRONG_LINE)), theme.line)] if has_lines else []

    return ground(pinned((left, right), places, measures.width, height), draw)


def _column(lines: Sequence[tuple[Phrase, str]], width: float, at: At, gauge: Gauge) -> Frame:
    """Return lines under one another, each with its link."""
    frames = [read(aligned(it, width, at), says(Role.FOOTER, link=link)) for it, link in lines]
    return stack(frames, gauge.down(LINE_GAP))


def _name(said: str, width: float, gauge: Gauge) -> Phrase:
    """Set a name on more lines rather than very small."""
    for lines, least in EASY:
        phrase = gauge.fit(said, BAND_NAME, width, lines=lines, least=gauge.points(least))
        if phrase.count(width) <= lines:
            return phrase
    return _line(said, BAND_NAME, width, gauge)


def _line(said: str, style: TypeStyle, width: float, gauge: Gauge) -> Phrase:
    """Set words on one line, smaller where they are long, then on more lines: never too small to read."""
    return gauge.fit(said, style, width, least=gauge.points(BAND_LINE.least, Floor.FINE))
