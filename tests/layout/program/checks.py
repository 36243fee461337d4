"""What holds for every page of a program, and ways to read one."""

from __future__ import annotations

from cardgen.display import LinkArea, Op, Path, Role, Text
from cardgen.layout.program.loggrid import ROW_LEAST_MM
from cardgen.theme import AA_TEXT, Ink, contrast
from cardgen.theme.type import PEN_LINE
from cardgen.values.geometry import Rect, mm
from tests.layout.reading import ink, rect_of

LEAST_BOX = mm(8.0)
PENCIL = 0.05
"""Rounding, in points."""


def texts(page, *roles):
    return [it for it in page.items if isinstance(it, Text) and (not roles or it.mark.role in roles)]


def read(page, *roles):
    """The words of a page, as a person reads them."""
    found = sorted(texts(page, *roles), key=lambda it: it.mark.order)
    return " ".join("".join(it.text for it in found).split())


def groups(page):
    """The words of each place in the reading order."""
    found = {}
    for it in sorted(texts(page), key=lambda it: it.mark.order):
        found.setdefault(it.mark.order, []).append(it)
    return {order: " ".join("".join(it.text for it in some).split()) for order, some in found.items()}


def targets(page):
    areas = [it.mark.target for it in page.items if isinstance(it, LinkArea)]
    return areas + [it.mark.target for it in texts(page) if it.mark.target]


def cells(page, outline):
    """The boxes of all grids to write in."""
    found = []
    for path in page.items:
        if isinstance(path, Path) and path.stroke == outline and path.segments[0][0] is Op.RECT:
            found += [Rect(x=x, y=y, width=w, height=h) for _, (x, y, w, h) in path.segments]
    return found


def boxes(page, outline):
    """Single boxes with round corners, their lines included."""
    round_ = [
        it
        for it in page.items
        if isinstance(it, Path) and it.stroke == outline and any(op is Op.CURVE for op, _ in it.segments)
    ]
    return [rect_of(it).inset(-it.stroke_width / 2, -it.stroke_width / 2) for it in round_]


def to_write(page, leaf):
    """All boxes of a page that are written or ticked in: grids, and single ones."""
    theme, line = leaf.kit.theme, leaf.gauge.across(PEN_LINE)
    found = cells(page, theme.outline)
    for path in page.items:
        if isinstance(path, Path) and (path.stroke, path.fill, path.stroke_width) == (theme.outline, theme.paper, line):
            rect = rect_of(path).inset(-path.stroke_width / 2, -path.stroke_width / 2)
            if {Op.LINE, Op.CURVE} <= {op for op, _ in path.segments}:
                found.append(rect)
    return found


def check_boxes(page, leaf):
    """Fail where a box is too small for the pen, hangs over an edge or the foot, or has another or half a text on it."""
    margin = leaf.kit.measures.margin
    foot = min((it.y - it.size for it in texts(page, Role.FOOTER, Role.FOLIO)), default=page.height)
    found = sorted(to_write(page, leaf), key=lambda box: box.y)
    for at, box in enumerate(found):
        assert box.width >= LEAST_BOX - 0.01, (page.title, box)
        assert box.height >= mm(ROW_LEAST_MM) - 0.01, (page.title, box)
        assert margin - 0.5 <= box.x, (page.title, box)
        assert box.right <= page.width - margin + 0.5, (page.title, box)
        assert box.bottom <= foot, (page.title, box)
        for other in found[at + 1 :]:
            if other.y > box.bottom:
                break
            assert not box.overlaps(other, tolerance=PENCIL), (page.title, box, other)
    for it, rect in inks(page):
        for box in found:
            assert box.contains(rect) or not box.overlaps(rect, tolerance=PENCIL), (page.title, it.text, box)
    return found


def inks(page, *roles):
    return [(it, ink(it)) for it in texts(page, *roles) if it.text.strip()]


def check(page, leaf, *, least=6.49):
    """Fail where anything of a page is out of place."""
    measures = leaf.kit.measures
    safe = Rect(x=0, y=0, width=page.width, height=page.height).inset(measures.edge, measures.edge)
    found = inks(page)
    foot = min((it.y - it.size for it in texts(page, Role.FOOTER, Role.FOLIO)), default=page.height)
    for it, box in found:
        assert safe.contains(box, tolerance=0.03 * it.size), (page.title, it.text)
        assert box.x >= measures.margin - 0.06 * it.size, (page.title, it.text)
        assert box.right <= page.width - measures.margin + 0.06 * it.size, (page.title, it.text)
        assert it.size >= max(least, measures.least) - 0.01, (page.title, it.text, it.size)
        if it.mark.role not in {Role.FOOTER, Role.FOLIO}:
            assert box.bottom <= foot, (page.title, it.text)
    found.sort(key=lambda pair: pair[1].y)
    for at, (it, box) in enumerate(found):
        for other, beside in found[at + 1 :]:
            if beside.y > box.bottom:
                break
            assert not box.overlaps(beside, tolerance=0.25), (page.title, it.text, other.text)
    for it in page.items:
        assert (it.mark.order > 0) is (it.mark.role is not Role.DECORATION), it
        if isinstance(it, Path):
            rect = rect_of(it)
            assert rect.x >= -0.01, page.title
            assert rect.right <= page.width + 0.01, page.title
            assert rect.bottom <= page.height + 0.01, page.title
            assert rect.y >= -0.01, page.title
    orders = [it.mark.order for it in texts(page)]
    assert len(set(orders)) > 1
    for order in set(orders):
        assert len({it.mark.role for it in texts(page) if it.mark.order == order}) == 1


def ground_of(it, page):
    """The colour that a text stands on: that of the last filled shape under its middle that was painted before it."""
    box = ink(it)
    x, y = box.x + box.width / 2, box.y + box.height / 2
    found = None
    for path in page.items:
        if path is it:
            break
        if isinstance(path, Path) and path.fill is not None:
            for rect in _rects(path):
                if rect.x <= x <= rect.right and rect.y <= y <= rect.bottom:
                    found = path.fill
    return found


def _rects(path):
    if all(op is Op.RECT for op, _ in path.segments):
        return [Rect(x=x, y=y, width=w, height=h) for _, (x, y, w, h) in path.segments]
    return [rect_of(path)]


def check_colours(page, theme):
    """Fail where a text cannot be told from its ground, or where ink is not saved that should be."""
    for it in texts(page):
        if it.text.strip():
            ground = ground_of(it, page) or theme.paper
            assert contrast(it.color, ground) >= AA_TEXT, (page.title, it.text, it.color.hex(), ground.hex())
    if theme.mode is Ink.FULL:
        return
    for it in texts(page):
        headings = {theme.mistakes.heading, theme.safety.heading}  # of boxes, which keep their colours in low ink
        assert it.color in {theme.ink, theme.paper, *headings}, (it.text, it.color.hex())
    if theme.mode is Ink.MONO:
        for path in page.items:
            if isinstance(path, Path):
                assert {path.fill, path.stroke} <= {None, theme.ink, theme.paper}, (page.title, path)
