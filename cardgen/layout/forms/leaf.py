"""What the pages around the cards share: head, foot, the field between them, type scaled to the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from math import sqrt

from cardgen.compose import Brand
from cardgen.display import Color, Item, Mark, Page, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.ground.box import Frame, Pen, art, pad, place, read, says, stack, words
from cardgen.layout.ground.cells import anchor
from cardgen.layout.ground.footer import (
    RULE_GAP,
    Folio,
    Hand,
    beside_folio,
    foot_baseline,
    hand_of,
    place_folio,
    rule_weight,
)
from cardgen.layout.ground.gauge import Gauge, gauge_of
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    balance,
    block_height,
    capitals,
    flush,
    glyph_count,
    line_width,
    place_line,
    place_lines,
    set_text,
    set_title,
    whole_width,
)
from cardgen.theme.type import EYEBROW, FOOT, INTRODUCTION, PAGE_TITLE, Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect, to_mm

BAR_Y, BAR_WIDTH, BAR_HEIGHT = 10.0, 16.0, 1.6
"""In sheet units, as are all lengths here."""
EYEBROW_GAP, TITLE_GAP, INTRODUCTION_GAP, FIELD_GAP = 3.6, 3.1, 4.0, 7.6
FIELD_FOOT = 3.2
"""From the last line to the rule above the foot."""
TITLE_LEAST = 0.62
"""A title that would be smaller than this part of its size takes a second line."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SLACK = 1e-6
"""Rounding, in em."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What a page of a booklet is set with."""

    kit: Kit
    booklet: str
    """Its title."""
    brand: Brand
    stretch: float = 1.0
    """How much larger than usual running text is: more in large print."""
    last: int = 0
    """The last number that these pages may bear; those behind it repeat it with a letter. 0 for any."""
    gauge: Gauge = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Measure the sheet."""
        object.__setattr__(self, "gauge", gauge_of(self.kit, self.stretch))

    @property
    def dense(self) -> Leaf:
        """The same for pages of tables: a sheet larger than A5 holds more, in type that is a little larger. Not in large print."""
        unit = self.kit.measures.unit
        scale = to_mm(unit)
        if scale <= 1 or self.stretch > 1:
            return self
        made = replace(self)
        object.__setattr__(made, "gauge", replace(self.gauge, unit=unit / sqrt(scale)))
        return made

    def folio(self, number: int) -> str:
        """Return what is printed on the page of a number."""
        beyond = number - self.last if self.last else 0
        return str(number) if beyond <= 0 else f"{self.last}{_lettered(beyond)}"

    def setting(self, size: float, style: Style, color: Color, *, leading: float = 1.36) -> Setting:
        """Return how text of a size, in points on the sheet, is set."""
        return Setting(size=size, leading=leading * size, cap=self.kit.cap(style), color=color)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands at the top of a page."""

    eyebrow: str
    title: str = ""
    """Empty on the pages that continue another."""
    introduction: str = ""
    strong: str = ""
    """The end of the introduction, in bold."""
    beside: float = 0.0
    """What stands at the right of it leaves so much less, in sheet units, as is the next."""
    gap: float = FIELD_GAP
    """From its last line to the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A page with its head, and the field that is left above its foot."""

    head: tuple[Item, ...]
    beside: tuple[Item, ...]
    """What stands at the right of the head."""
    field: Rect
    number: int
    leaf: Leaf
    order: Iterator[int]
    """Of what is read next."""

    def page(self, title: str, top: Frame, foot: Frame | None = None) -> Page:
        """Return the page with a frame at the top of its field, and another that ends with it."""
        items = place(top, self.field.x, self.field.y, self.order)
        if foot:
            items += place(foot, self.field.x, self.field.bottom - foot.height, self.order)
        foot_ = _foot(self.number, self.leaf, self.order)
        return finish((*self.head, *foot_, *self.beside, *items), self.number, title, self.leaf)


def frame(head: Head, number: int, leaf: Leaf, *beside: Frame) -> Framed:
    """Place the head, and frames at its right; the field ends where the last line's baseline may stand."""
    gauge, y, order = leaf.gauge, top_of(leaf), count(1)
    content = head_frame(head, leaf)
    items = place(content, gauge.left, y, order)
    right = [item for it in beside for item in place(it, gauge.right - it.width, y, order)]
    top = y + content.height + gauge.across(head.gap)
    field_ = Rect(x=gauge.left, y=top, width=gauge.width, height=_foot_line(leaf) - gauge.across(FIELD_FOOT) - top)
    return Framed(head=tuple(items), beside=tuple(right), field=field_, number=number, leaf=leaf, order=order)


def finish(items: tuple[Item, ...], number: int, title: str, leaf: Leaf) -> Page:
    """Return the page under its number."""
    measures = leaf.kit.measures
    return Page(
        width=measures.width,
        height=measures.height,
        items=items,
        title=title,
        language=leaf.kit.words.language,
        anchor="" if leaf.last and number > leaf.last else anchor(number),
        label=leaf.folio(number),
    )


def place_head(head: Head, leaf: Leaf, order: Iterator[int]) -> tuple[Item, ...]:
    """Place bar, eyebrow, title and introduction."""
    return tuple(place(head_frame(head, leaf), leaf.gauge.left, top_of(leaf), order))


def head_frame(head: Head, leaf: Leaf) -> Frame:
    """Return bar, eyebrow, title and introduction under one another."""
    gauge = leaf.gauge
    width = gauge.width - gauge.across(head.beside)
    parts = [eyebrow_frame(head.eyebrow, width, gauge.gap(EYEBROW_GAP), leaf)]
    if head.title:
        parts.append(pad(_title(head.title, width, leaf), gauge.gap(TITLE_GAP), 0.0))
    if head.introduction:
        strong = (Span(text=head.strong, emphasis=Emphasis.STRONG),) if head.strong else ()
        said = words(gauge.spans((Span(text=head.introduction), *strong), INTRODUCTION), width)
        parts.append(pad(read(said, says(Role.INTRODUCTION)), gauge.gap(INTRODUCTION_GAP), 0.0))
    return stack(parts)


def eyebrow_frame(said: str, width: float, gap: float, leaf: Leaf) -> Frame:
    """Return a line in capitals under a bar; smaller where it would be too long, on several lines where it still is."""
    kit, gauge = leaf.kit, leaf.gauge
    text = set_text(capitals(said, kit.words.language), kit.case, EYEBROW.face, language=leaf.kit.words.language)
    wide = whole_width(text) + EYEBROW.tracking * glyph_count(text)
    setting = gauge.setting(EYEBROW, max(min(gauge.size(EYEBROW), width / wide), gauge.least_of(EYEBROW)))
    # Tracking makes every line wider by about as much as the whole.
    lines = break_lines(text, max(width / setting.size * whole_width(text) / wide + SLACK, text.widest))
    side = (gauge.across(BAR_WIDTH), gauge.across(BAR_HEIGHT))
    bar = art(*side, lambda rect, _: (rectangle(rect, kit.theme.bar),))
    line = read(display(text, lines, setting, leaf), says(Role.EYEBROW))
    return stack((bar, pad(line, gap, 0.0)))


def display(text: Prepared, lines: Lines, setting: Setting, leaf: Leaf) -> Frame:
    """Return lines of display type whose ink starts on the margin."""

    def put(pen: Pen, rect: Rect) -> None:
        pen.items += flush(place_lines(text, lines, setting, Slot(rect.x, rect.y), pen.mark), leaf.kit.case)

    wide = max(line_width(text, *line) for line in lines) * setting.size
    return Frame(wide, block_height(len(lines), setting.cap * setting.size, setting.leading), put)


def _title(said: str, width: float, leaf: Leaf) -> Frame:
    """Return the heading of a page on one line, smaller where it is long, and on two where it would be small."""
    text, largest = set_title(said, leaf.kit.case, language=leaf.kit.words.language), leaf.gauge.size(PAGE_TITLE)
    lines: Lines = ((0, len(text.units)),)
    if width / whole_width(text) < largest * TITLE_LEAST and len(text.units) > 1:
        lines = balance(text, 2)
    size = min(largest, width / max(line_width(text, start, end) for start, end in lines))
    return read(display(text, lines, leaf.gauge.setting(PAGE_TITLE, size), leaf), says(Role.PAGE_HEADING))


def top_of(leaf: Leaf) -> float:
    """Return the y at which a page starts."""
    return max(leaf.gauge.across(BAR_Y), leaf.kit.measures.top_edge)


def _lettered(beyond: int) -> str:
    """Return the letters of a page behind the last number, whose own would be a: b, c ... z, aa, ab."""
    more, letter = divmod(beyond, len(LETTERS))
    return (_lettered(more - 1) if more else "") + LETTERS[letter]


def _foot_line(leaf: Leaf) -> float:
    """Return the y of the rule over the foot."""
    kit = leaf.kit
    cap = kit.cap(FOOT.face) * kit.measures.small(FOOT.size, FOOT.least)
    return foot_baseline(kit) - cap - leaf.gauge.across(RULE_GAP)


def _foot(number: int, leaf: Leaf, order: Iterator[int]) -> list[Item]:
    """Return the foot: the folio outside, the booklet's name inside."""
    kit, gauge, line = leaf.kit, leaf.gauge, _foot_line(leaf)
    folio = Folio(leaf.folio(number), hand_of(str(number)))
    size = kit.measures.small(FOOT.size, FOOT.least)
    inner = beside_folio(folio.text, folio.hand, kit)
    items: list[Item] = [rule(Slot(gauge.left, line, gauge.width), rule_weight(kit), kit.theme.hairline)]
    if name := _name(inner.width / size, leaf):
        width = line_width(name, 0, len(name.units)) * size
        x = inner.x if folio.hand is Hand.RECTO else inner.x + inner.width - width
        mark = Mark(role=Role.FOOTER, order=next(order))
        items += place_line(name, gauge.setting(FOOT, size), Slot(x, line + gauge.across(RULE_GAP)), mark)
    return [*items, *place_folio(folio, kit, order)]


def _name(measure: float, leaf: Leaf) -> Prepared | None:
    """Return title and gym's name, or what of them fits on one line."""
    both = " · ".join(dict.fromkeys(part for part in (leaf.booklet, leaf.brand.name) if part))
    for said in (both, leaf.booklet, leaf.brand.name):
        text = set_text(said, leaf.kit.case, FOOT.face, language=leaf.kit.words.language) if said else None
        if text and whole_width(text) <= measure:
            return text
    return None
