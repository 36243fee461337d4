"""A finished page, read back: its lines, its shapes, where the ink of a text really stands."""

from __future__ import annotations

from functools import cache

from cardgen.display import Image, LinkArea, Op, Path, Role, Stamp, Text
from cardgen.layout.ground.musclemap import FRAME
from cardgen.paint.trace import bounds
from cardgen.theme import PETROL
from cardgen.theme.stage import stage_colors
from cardgen.values.geometry import Rect
from tests.builders import type_case

BODY = {
    Role.LEAD, Role.STEP_NUMBER, Role.STEP_NAME, Role.STEP, Role.TIPS_HEADING, Role.TIP, Role.MISTAKES_HEADING, Role.MISTAKE,
    Role.SAFETY_HEADING, Role.SAFETY, Role.BOX_HEADING, Role.POINT, Role.SECTION_HEADING,
}  # fmt: skip
POINTS = {Role.TIP, Role.MISTAKE, Role.SAFETY, Role.POINT}
"""What stands in boxes."""
INSTRUCTIONS = {Role.STEP, *POINTS}
"""What a person reads while training: never under the floor."""
GROUNDS = {
    Role.TIPS_HEADING: PETROL.tips, Role.TIP: PETROL.tips, Role.MISTAKES_HEADING: PETROL.mistakes,
    Role.MISTAKE: PETROL.mistakes, Role.SAFETY_HEADING: PETROL.safety, Role.SAFETY: PETROL.safety,
    Role.BOX_HEADING: PETROL.breathing, Role.POINT: PETROL.breathing,
}  # fmt: skip


def texts(page, *roles):
    return [item for item in page.items if isinstance(item, Text) and (not roles or item.mark.role in roles)]


def paths(page, fill=None):
    return [item for item in page.items if isinstance(item, Path) and (fill is None or item.fill == fill)]


def links(page):
    return [item for item in page.items if isinstance(item, LinkArea)]


def rect_of(item):
    """What a path, a drawing or an image covers."""
    if not isinstance(item, Path):
        return item.rect
    left, top, right, bottom = bounds(item)
    return Rect(x=left, y=top, width=right - left, height=bottom - top)


def ground_under(items, box, paper):
    """The fill of the topmost of these that holds a box; the paper where none does."""
    found = paper
    for item in items:
        if isinstance(item, Path) and item.mark.role is not Role.CODE and item.fill is not None and covers(item, box):
            found = item.fill
    return found


def painted_in(page):
    """Every colour of a page's shapes, those of its drawings too, as pairs: what it is used for, and the colour."""
    shapes = [item for item in page.items if isinstance(item, Path)]
    shapes += [shape for item in page.items if isinstance(item, Stamp) for shape in item.drawing.paths]
    fills = {("fill", shape.fill) for shape in shapes if shape.fill is not None}
    return fills | {("stroke", shape.stroke) for shape in shapes if shape.stroke is not None}


def around(*rects):
    """The least rectangle that holds all of these."""
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(x=left, y=top, width=right - left, height=bottom - top)


def discs(page):
    """The squares round the numerals, from the top."""
    numerals = [ink(item) for item in texts(page, Role.STEP_NUMBER)]
    rounds = [rect_of(path) for path in paths(page, PETROL.accent) if path.mark.role is Role.DECORATION]
    return [it for it in rounds if any(it.contains(numeral) for numeral in numerals)]


def map_items(page):
    return [item for item in page.items if item.mark.role is Role.MAP]


def bodies(page):
    """The views of the muscle map at rest, from the left."""
    return [item for item in map_items(page) if isinstance(item, Stamp)]


def body_of(stamp):
    """What a body itself covers: its drawing has a little room round it."""
    room = FRAME * stamp.scale
    return stamp.rect.inset(room, room)


def photos(page):
    """The photographs, from the left."""
    return [item for item in page.items if isinstance(item, Image) and item.mark.role is Role.PHOTO]


def pictures(page):
    """What each view of the map and each photograph covers."""
    return [body_of(stamp) for stamp in bodies(page)] + [item.rect for item in photos(page)]


def swatches(page):
    """The squares before the words of the legend, in painting order."""
    rounds = discs(page)
    colors = {stage_colors(PETROL).worked, stage_colors(PETROL).helping}
    found = [rect_of(path) for path in paths(page) if path.fill in colors and path.mark.role is Role.DECORATION]
    return [it for it in found if it not in rounds and it.width < 20]


def panels(page, colors):
    return [rect_of(path) for path in paths(page, colors.ground) if rect_of(path).height > 12]


def all_panels(page):
    """The grounds of all boxes, in painting order."""
    grounds = {colors.ground for colors in GROUNDS.values()}
    return [rect_of(path) for path in paths(page) if path.fill in grounds and rect_of(path).height > 12]


def band(page):
    wide = [path for path in paths(page, PETROL.band) if rect_of(path).width >= page.width - 0.01]
    (path,) = [path for path in wide if path.segments[0][0] is Op.RECT]
    return rect_of(path)


def stage(page, theme=PETROL):
    """The ground of the stage; None on a card without one."""
    grounds = [rect_of(path) for path in paths(page, stage_colors(theme).ground)]
    return max(grounds, key=lambda rect: rect.width * rect.height, default=None)


def figures(page):
    """What the poses of the figure cover."""
    return [item.rect for item in page.items if isinstance(item, Stamp) and item.mark.role is Role.FIGURE]


def outline(path):
    """The corners of a path of straight lines."""
    return [at for op, at in path.segments if op in (Op.MOVE, Op.LINE)]


def covers(path, box):
    """Tell whether a filled path lies under a whole rectangle."""
    if not rect_of(path).contains(box):
        return False
    if {op for op, _ in path.segments} - {Op.MOVE, Op.LINE, Op.CLOSE}:
        return True
    return all(_inside(outline(path), x, y) for x in (box.x, box.right) for y in (box.y, box.bottom))


def _inside(corners, x, y):
    """Count the sides that a line from a point to the left crosses."""
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum((a[1] > y) != (b[1] > y) and a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) < x for a, b in sides) % 2


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
