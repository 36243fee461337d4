"""A finished page, read back: its lines, its shapes, where the ink of a text really stands."""

from __future__ import annotations

from functools import cache

from cardgen.display import LinkArea, Path, Role, Text
from cardgen.geometry import Rect
from cardgen.paint.trace import bounds
from cardgen.theme import PETROL
from tests.builders import type_case

BODY = {
    Role.LEAD, Role.STEP_NUMBER, Role.STEP_NAME, Role.STEP, Role.TIPS_HEADING, Role.TIP, Role.MISTAKES_HEADING, Role.MISTAKE,
    Role.SAFETY_HEADING, Role.SAFETY,
}  # fmt: skip
INSTRUCTIONS = {Role.STEP, Role.TIP, Role.MISTAKE, Role.SAFETY}
"""What a person reads while training: never under the floor."""
GROUNDS = {
    Role.TIPS_HEADING: PETROL.tips, Role.TIP: PETROL.tips, Role.MISTAKES_HEADING: PETROL.mistakes,
    Role.MISTAKE: PETROL.mistakes, Role.SAFETY_HEADING: PETROL.safety, Role.SAFETY: PETROL.safety,
}  # fmt: skip


def texts(page, *roles):
    return [item for item in page.items if isinstance(item, Text) and (not roles or item.mark.role in roles)]


def paths(page, fill=None):
    return [item for item in page.items if isinstance(item, Path) and (fill is None or item.fill == fill)]


def links(page):
    return [item for item in page.items if isinstance(item, LinkArea)]


def rect_of(path):
    left, top, right, bottom = bounds(path)
    return Rect(x=left, y=top, width=right - left, height=bottom - top)


def discs(page):
    """The squares round the numerals, from the top."""
    return [rect_of(path) for path in paths(page, PETROL.accent)]


def panels(page, colors):
    return [rect_of(path) for path in paths(page, colors.ground) if rect_of(path).height > 25]


def band(page):
    (path,) = [path for path in paths(page, PETROL.band) if rect_of(path).width >= page.width - 0.01]
    return rect_of(path)


def tiles(page):
    return [rect_of(path) for path in paths(page, PETROL.paper)]


def codes(page):
    return [rect_of(item) for item in page.items if isinstance(item, Path) and item.mark.role is Role.CODE]


def footer_rule(page):
    """The y of the hairline; the page's height without one."""
    return next((rect_of(path).y for path in paths(page) if path.stroke == PETROL.hairline), page.height)


def words(items):
    """The words of texts in reading order; lines of a paragraph share their order and stand in the page's."""
    return "".join(item.text for item in sorted(items, key=lambda item: item.mark.order)).split()


@cache
def _extents(face, glyph):
    """Left, top, right and bottom of a glyph's outline in em, y down; None for a blank."""
    found = type_case().fonts.faces[face]
    box = found.font.get_glyph_extents(glyph)
    if not box or not box.width:
        return None
    sides = (box.x_bearing, -box.y_bearing, box.x_bearing + box.width, -box.y_bearing - box.height)
    return tuple(side / found.units for side in sides)


def ink(item):
    """The rectangle that the glyphs of a text blacken."""
    x, boxes = item.x, []
    for run in item.runs:
        for glyph, advance in zip(run.glyphs, run.advances, strict=True):
            if box := _extents(run.face, glyph):
                left, top, right, bottom = (side * item.size for side in box)
                boxes.append((x + left, item.y + top, x + right, item.y + bottom))
            x += (advance + item.tracking) * item.size
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    return Rect(x=left, y=top, width=max(rights) - left, height=max(bottoms) - top)
