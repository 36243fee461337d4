"""What is to be said before the program in, its page out: three steps, the numbers, the effort, when to stop."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.display import Item, Op, Page, Path, Role, Segment, Text
from cardgen.layout.forms.blocks import advice_text, steps, stop_box
from cardgen.layout.forms.leaf import Head, Leaf, frame
from cardgen.layout.forms.words import advice_of, stop_text
from cardgen.layout.ground.box import Frame, Pen, art, pinned, stack
from cardgen.layout.ground.cells import link_to
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import surface
from cardgen.layout.ground.shapes import line, tile
from cardgen.layout.program.model import HowToUse
from cardgen.layout.program.numbers import effort_frame, numbers_frame
from cardgen.layout.program.words import how_to_steps
from cardgen.theme import Surface
from cardgen.values.geometry import Rect

SHRINK = (1.0, 0.95, 0.9, 0.85)
"""Of type and lengths, where the page would be too short; then it becomes two."""
GAP, GAP_MORE, ADVICE_GAP = 6.0, 3.0, 4.6
"""Between sections, how much more that may grow, and above the advice; in sheet units, as are all lengths here."""
FOOT = 3
WHOLE, PARTED = (0, 1, 2, FOOT), ((0, 1), (2, FOOT))
"""Steps, numbers, effort and foot, and which of them stand on each of two pages."""
BELOW = 0.3
"""How far a link reaches below the last line of its words, in em."""
PHONE, PHONE_GAP, PHONE_RIGHT, PHONE_AT = (14.6, 25.6), 8.0, 1.5, 0.62
"""Width and height of the phone beside the steps, the white at its sides, and where its middle is, as a part of their height."""
EDGE, RADIUS = 0.9, 1.8
NOTCH, HOME = (3.0, 1.9, 0.8), (7.6, 3.4, 1.6)
"""Width, distance to the edge and weight of the bars at head and foot."""
FRAME, FRAME_RISE, CORNER, CORNER_LINE = 8.2, 0.6, 2.4, 0.8
"""The frame that a camera lays round a code: its side, how far it is above the middle, its corners and their weight."""
CODE_INSET, FINDER, MODULE, DOT_SHARE = 1.3, 2.04, 0.75, 0.9
"""A code in its frame, the marks in three corners of it, a module, and how near to each other these are."""
DOTS = ((3.2, 0.4), (3.9, 2.2), (2.4, 3.4), (3.6, 4.6), (4.9, 3.5), (5.0, 5.0))


def place_howto(howto: HowToUse, number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the page in the largest type that fits, or several where none does: in large print each part may need its own."""
    if whole := _part(howto, WHOLE, number, leaf):
        return (whole,)
    pages: list[Page] = []
    for parts in PARTED:
        both = _part(howto, parts, number + len(pages), leaf)
        for part in () if both else parts:
            pages += [page for page in (_part(howto, (part,), number + len(pages), leaf),) if page]
        pages += [both] if both else []
    return tuple(pages)


def _part(howto: HowToUse, parts: Sequence[int], number: int, leaf: Leaf) -> Page | None:
    """Return a page of these sections in the largest type that fits; None where several fit in none."""
    words, title = leaf.kit.words, leaf.kit.words("use.title")
    first, again = Head(eyebrow=words("part.before"), title=title), Head(eyebrow=words("page.continued", title=title))
    framed = frame(first if 0 in parts else again, number, leaf)
    room = framed.field.height
    for factor in SHRINK:
        gauge = leaf.gauge.shrunk(factor)
        frames = _sections(howto, framed.field.width, gauge, has_phone=bool(howto.distance) and parts is WHOLE)
        top = [frames[at] for at in parts if at != FOOT]
        foot = stack(frames[FOOT:] if FOOT in parts else (), gauge.across(ADVICE_GAP))
        # Where nothing stands at the foot, the last section may run into its white.
        pinned_ = foot.height if FOOT in parts else -gauge.across(ADVICE_GAP)
        taken = sum(it.height for it in top) + gauge.across(GAP) * len(top) + pinned_
        if taken <= room:
            break
    else:
        if len(parts) > 1:
            return None
    gap = gauge.across(GAP) + min(max(room - taken, 0.0) / max(len(top), 1), gauge.across(GAP_MORE))
    return framed.page(title, stack(top, gap), foot)


def _sections(howto: HowToUse, width: float, gauge: Gauge, *, has_phone: bool) -> tuple[Frame, ...]:
    """Return every section, the last two for the foot of the page."""
    return (
        _steps(howto, width, gauge, has_phone=has_phone),
        numbers_frame(howto, width, gauge),
        effort_frame(howto.effort, width, gauge),
        stop_box(stop_text(gauge.kit.words), width, gauge),
        advice_text(advice_of(gauge.kit.words), width, gauge),
    )


def _steps(howto: HowToUse, width: float, gauge: Gauge, *, has_phone: bool) -> Frame:
    """Return the steps; those that name a page lead there."""
    words = gauge.kit.words
    found = how_to_steps(words, week=howto.week, log=howto.log, distance=howto.distance)
    room = gauge.across(PHONE[0] + PHONE_GAP) if has_phone else 0.0
    inner = steps([step for step, _ in found], width - room, gauge)

    def put(pen: Pen, rect: Rect) -> None:
        start = len(pen.items)
        inner.put(pen, rect)
        texts: dict[int, list[Text]] = {}
        for item in pen.items[start:]:
            if isinstance(item, Text) and item.mark.role is Role.STEP:
                texts.setdefault(item.mark.order, []).append(item)
        for (step, page), lines in zip(found, texts.values(), strict=True):
            pen.items += link_to(page, _around(lines), lines[0].mark, words("link.page", name=step.name, page=page))

    linked = Frame(inner.width, inner.height, put)
    if not has_phone:
        return linked
    phone = art(gauge.across(PHONE[0]), gauge.across(PHONE[1]), lambda rect, _: _phone(rect, gauge))
    at = (width - phone.width - gauge.across(PHONE_RIGHT), linked.height * PHONE_AT - phone.height / 2)
    return pinned((linked, phone), ((0.0, 0.0), at), width, linked.height)


def _around(lines: list[Text]) -> Rect:
    """Return what the lines of a paragraph cover."""
    left, right = min(it.x for it in lines), max(it.x + it.width for it in lines)
    top, bottom = lines[0].y - lines[0].size, lines[-1].y + BELOW * lines[-1].size
    return Rect(x=left, y=top, width=right - left, height=bottom - top)


def _phone(rect: Rect, gauge: Gauge) -> list[Item]:
    """Return a phone that looks at a code: the picture beside the step that says how to scan."""
    ink, middle = gauge.theme.heading, rect.x + rect.width / 2
    body = surface(rect, Surface(fill=None, edge=ink, words=ink), gauge.across(EDGE), gauge.across(RADIUS))
    bars = []
    for (wide, inset, weight), edge, way in ((NOTCH, rect.y, 1), (HOME, rect.bottom, -1)):
        y = edge + way * gauge.across(inset) - gauge.across(weight) / 2
        bar = Rect(x=middle - gauge.across(wide) / 2, y=y, width=gauge.across(wide), height=gauge.across(weight))
        bars.append(tile(bar, bar.height / 2, ink))
    side = gauge.across(FRAME)
    top = rect.y + (rect.height - side) / 2 - gauge.across(FRAME_RISE)
    square = Rect(x=middle - side / 2, y=top, width=side, height=side)
    return [body, *bars, _corners(square, gauge), *_code(square, gauge)]


def _corners(square: Rect, gauge: Gauge) -> Path:
    """Return the frame round the code."""
    arm = gauge.across(CORNER)
    segments: list[Segment] = []
    for x, dx in ((square.x, arm), (square.right, -arm)):
        for y, dy in ((square.y, arm), (square.bottom, -arm)):
            segments += line(((x + dx, y), (x, y), (x, y + dy)), 0.0, gauge.theme.bar).segments
    return Path(segments=tuple(segments), stroke=gauge.theme.bar, stroke_width=gauge.across(CORNER_LINE))


def _code(square: Rect, gauge: Gauge) -> tuple[Path, ...]:
    """Return what looks like a code: no reader takes it for one."""
    ink, inner = gauge.theme.heading, square.inset(gauge.across(CODE_INSET), gauge.across(CODE_INSET))
    side, module, near = gauge.across(FINDER), gauge.across(MODULE), gauge.across(DOT_SHARE)
    edge = side - 2 * module / 3
    corners = ((inner.x, inner.y), (inner.right - side, inner.y), (inner.x, inner.bottom - side))
    finders = tuple((Op.RECT, (x + module / 3, y + module / 3, edge, edge)) for x, y in corners)
    dots = tuple((Op.RECT, (inner.x + x * near, inner.y + y * near, module, module)) for x, y in DOTS)
    return Path(segments=finders, stroke=ink, stroke_width=module * 2 / 3), Path(segments=dots, fill=ink)
