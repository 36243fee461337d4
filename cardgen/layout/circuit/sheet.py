"""What the floor plan and the coach's sheet share: head, foot, the boxes of the figures. Both are read in the hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.compose import Brand
from cardgen.display import Item, Mark, Page, Path, Role, Text
from cardgen.layout.circuit.inks import edge
from cardgen.layout.circuit.model import Circuit, clock, span
from cardgen.layout.forms.leaf import Head, Leaf, place_head
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import rounded, rule
from cardgen.layout.ground.text import Slot, place_line, set_text, whole_width
from cardgen.theme.type import Style
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect, mm, to_mm
from cardgen.values.notes import Note
from cardgen.words import Words

A5_MM = (148.0, 210.0)
"""The unit of a sheet of this size is 1 mm, whichever way it is held."""
A4 = 210.0 / 148.0
"""Units of A4 are so many millimetres; the measures of these pages are given for it."""
MARGIN, FOOT_BASELINE, FOOT_RULE = 14.0, 7.0, 4.6
"""In millimetres on A4, as are all lengths here; from the sheet's edge to the foot's baseline, from its capitals to the rule."""
RULE, EDGE, RADIUS = 0.25, 0.35, 2.0
LABEL, VALUE, FOOT = 7.0, 15.0, 6.6
"""Sizes of a figure's label, of its value and of the foot, in points on A5."""
FIGURE_GAP, BOX, BOX_LABEL, BOX_VALUE = 4.0, 16.8, 3.4, 8.0
"""Between two figures' boxes; height of one; from its upper edge to the capitals of label and value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """Head and foot, and what is left between them."""

    items: tuple[Item, ...]
    field: Rect


def leaf_of(kit: Kit, title: str, brand: Brand) -> Leaf:
    """Return what a page is set with whose unit goes by the sheet's shorter side, and that is read in the hand."""
    measures = kit.measures
    short, long = sorted((to_mm(measures.width), to_mm(measures.height)))
    unit = mm(min(short / A5_MM[0], long / A5_MM[1]))
    margin = max(MARGIN / A4 * unit, measures.edge)
    own = replace(measures, unit=unit, margin=margin, text_width=measures.width - 2 * margin, least=0.0)
    return Leaf(kit=replace(kit, measures=own), booklet=title, brand=brand)


def millimetres(length: float, leaf: Leaf) -> float:
    """Turn millimetres on A4 into points on this sheet."""
    return leaf.gauge.across(length / A4)


def frame_sheet(head: Head, right: str, leaf: Leaf, order: Iterator[int]) -> Framed:
    """Place head and foot: the gym's name at the left of the foot, a remark at the right."""
    measures = leaf.kit.measures
    items = place_head(head, leaf, order)
    foot, line = _foot(right, leaf)
    top = max(item.y for item in items if isinstance(item, Text))
    field = Rect(x=measures.margin, y=top, width=measures.text_width, height=line - top)
    return Framed(items=(*items, *foot), field=field)


def _foot(right: str, leaf: Leaf) -> tuple[list[Item], float]:
    kit, measures = leaf.kit, leaf.kit.measures
    size = leaf.gauge.points(FOOT)
    setting = leaf.setting(size, Style.TEXT, kit.theme.muted)
    high = setting.cap * size
    baseline = measures.height - max(millimetres(FOOT_BASELINE, leaf), measures.bottom_edge + 0.25 * size)
    line = baseline - high - millimetres(FOOT_RULE, leaf)
    weight = millimetres(RULE, leaf)
    items: list[Item] = [rule(Slot(measures.margin, line, measures.text_width), weight, kit.theme.hairline)]
    remark = set_text(right, kit.case, Style.TEXT, language=leaf.kit.words.language)
    room = measures.text_width - whole_width(remark) * size - millimetres(MARGIN, leaf)
    name = (
        set_text(leaf.brand.name, kit.case, Style.TEXT, language=leaf.kit.words.language) if leaf.brand.name else None
    )
    if name and whole_width(name) * size <= room:
        mark = Mark(role=Role.FOOTER, order=20_000)
        items += place_line(name, setting, Slot(measures.margin, baseline - high), mark)
    x = measures.margin + measures.text_width - whole_width(remark) * size
    items += place_line(remark, setting, Slot(x, baseline - high), Mark(role=Role.FOOTER, order=20_001))
    return items, line


def finish_sheet(items: Sequence[Item], title: str, leaf: Leaf, notes: tuple[Note, ...] = ()) -> Page:
    """Return the page."""
    measures = leaf.kit.measures
    return Page(
        width=measures.width,
        height=measures.height,
        items=tuple(items),
        title=title,
        language=leaf.kit.words.language,
        notes=notes,
    )


def box_path(rect: Rect, leaf: Leaf, *, radius: float = RADIUS, dashes: tuple[float, float] | None = None) -> Path:
    """Return the outline of a box."""
    weight, radius = millimetres(EDGE, leaf), millimetres(radius, leaf)
    outline = rounded(rect.inset(weight / 2, weight / 2), left=radius, right=radius)
    return Path(segments=outline, stroke=edge(leaf.kit.theme), stroke_width=weight, dashes=dashes)


def figures_of(circuit: Circuit, words: Words, *, exact: bool) -> tuple[tuple[str, str], ...]:
    """Return labels and values of what a coach has to know, those that there are; times to the second where they are `exact`."""
    told: list[tuple[str, str]] = []
    if circuit.work:
        told.append((words("figures.work"), " ".join(span(circuit.work))))
    told.append((words("figures.rest"), " ".join(span(circuit.rest)) if circuit.rest else words("figures.none")))
    if exact:
        told.append((words("figures.stations"), str(len(circuit.stations))))
    told.append((words("figures.rounds"), str(circuit.rounds)))
    if exact and circuit.rounds > 1:
        pause = clock(circuit.round_rest) if circuit.round_rest else words("figures.none")
        told.append((words("figures.round-rest"), pause))
    if circuit.whole:
        minutes = words("time.min", number=-(-circuit.whole // 60))  # as people say it: whole ones, rounded up
        told.append((words("figures.whole"), clock(circuit.whole) if exact else minutes))
    return tuple(told)


def place_figures(
    figures: Sequence[tuple[str, str]], rects: Sequence[Rect], leaf: Leaf, order: Iterator[int]
) -> list[Item]:
    """Place each figure in its box, under its label."""
    theme, case = leaf.kit.theme, leaf.kit.case
    label = leaf.setting(leaf.gauge.points(LABEL), Style.TEXT, theme.muted)
    value = leaf.setting(leaf.gauge.points(VALUE), Style.HEADING, theme.heading)
    items: list[Item] = []
    for (name, number), rect in zip(figures, rects, strict=True):
        mark = Mark(role=Role.PARAGRAPH, order=next(order))
        scale = millimetres(1.0, leaf) * rect.height / millimetres(BOX, leaf)
        words = set_text(name, case, Style.TEXT, language=leaf.kit.words.language)
        told = set_text(number, case, Style.HEADING, language=leaf.kit.words.language)
        size = min(value.size, (rect.width - 2 * millimetres(RADIUS, leaf)) / whole_width(told))
        items.append(box_path(rect, leaf))
        items += place_line(words, label, _centred(words, label.size, rect, rect.y + BOX_LABEL * scale), mark)
        at = _centred(told, size, rect, rect.y + BOX_VALUE * scale)
        items += place_line(told, replace(value, size=size), at, mark)
    return items


def _centred(text: Prepared, size: float, rect: Rect, y: float) -> Slot:
    return Slot(rect.x + (rect.width - whole_width(text) * size) / 2, y)
