"""What the pages around the cards share: head, foot, the field between them, type scaled to the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from cardgen.compose import Brand
from cardgen.display import Color, Item, Mark, Page, Role, Text
from cardgen.guide.model import Emphasis, Span
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
from cardgen.layout.ground.measures import Kit
from cardgen.layout.ground.shapes import rectangle, rule
from cardgen.layout.ground.text import (
    Setting,
    Slot,
    balance,
    capitals,
    flush,
    glyph_count,
    line_width,
    place_line,
    place_lines,
    place_paragraph,
    set_inline,
    set_text,
    set_title,
    whole_width,
)
from cardgen.theme import Ink, contrast, nearest_passing
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Prepared
from cardgen.values.geometry import Rect

FLOOR = 9.0
"""Text is never smaller, in points, except on sheets whose cards are."""
BAR_Y, BAR_WIDTH, BAR_HEIGHT = 10.0, 16.0, 1.6
"""In sheet units, as are all lengths here."""
EYEBROW_GAP, TITLE_GAP, INTRODUCTION_GAP, FIELD_GAP = 3.6, 3.1, 4.0, 7.6
FIELD_FOOT = 3.2
"""From the last line to the rule above the foot."""
EYEBROW, TITLE, BODY, FOOT, FOOT_LEAST = 11.5, 29.0, 10.0, 8.0, 7.0
"""Sizes in points on A5."""
EYEBROW_TRACKING = 0.09
TITLE_LEADING = 0.98
TITLE_LEAST = 0.62
"""A title that would be smaller than this part of its size takes a second line."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SLACK = 1e-6
"""Rounding, in em."""
BAR_CONTRAST = 1.5
"""Decoration need not be read, but it must be seen; the built-in accents have 1.6 and more."""
INK_CONTRAST = 5.5
"""Of small coloured text with the paper: more than the 4.5 of WCAG AA, for print is duller than a screen."""


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

    def folio(self, number: int) -> str:
        """Return what is printed on the page of a number."""
        beyond = number - self.last if self.last else 0
        return str(number) if beyond <= 0 else f"{self.last}{_lettered(beyond)}"

    def length(self, units: float) -> float:
        """Turn sheet units into points."""
        return units * self.kit.measures.unit

    def points(self, size: float) -> float:
        """Return a size given for A5, scaled to the sheet; what would be under a floor is set at it, however large the print."""
        measures = self.kit.measures
        return max(size * measures.scale * self.stretch, min(measures.floor, FLOOR), measures.least)

    def running(self, size: float) -> float:
        """Return a size of running text given for A5: never under that of large print."""
        return max(self.points(size), self.floor)

    def gap(self, units: float) -> float:
        """Turn sheet units into the distance of two texts, which grows with them."""
        return self.length(units) * self.stretch

    @property
    def floor(self) -> float:
        """The least size of running text: that of large print, or FLOOR unless the cards are smaller."""
        return self.kit.measures.floor if self.stretch > 1 else min(self.kit.measures.floor, FLOOR)

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
    """A page with head and foot, and the field that is left."""

    items: tuple[Item, ...]
    field: Rect


def frame(head: Head, number: int, leaf: Leaf, order: Iterator[int]) -> Framed:
    """Place head and foot; the field ends where the last line's baseline may stand."""
    measures = leaf.kit.measures
    items = place_head(head, leaf, order)
    top = max(item.y for item in items if isinstance(item, Text)) + leaf.length(head.gap)
    foot, line = _foot(number, leaf)
    bottom = line - leaf.length(FIELD_FOOT)
    field = Rect(x=measures.margin, y=top, width=measures.text_width, height=bottom - top)
    return Framed(items=(*items, *foot), field=field)


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
    kit, measures = leaf.kit, leaf.kit.measures
    y = max(leaf.length(BAR_Y), measures.top_edge)
    bar = Rect(x=measures.margin, y=y, width=leaf.length(BAR_WIDTH), height=leaf.length(BAR_HEIGHT))
    width = measures.text_width - leaf.length(head.beside)
    slot = Slot(measures.margin, bar.bottom + leaf.gap(EYEBROW_GAP), width)
    eyebrow = place_eyebrow(head.eyebrow, slot, leaf, order)
    items: list[Item] = [rectangle(bar, bar_color(leaf)), *eyebrow]
    y = eyebrow[-1].y
    if head.title:
        placed = place_title(head.title, replace(slot, y=y + leaf.gap(TITLE_GAP)), leaf, order)
        items += placed
        y = placed[-1].y
    if head.introduction:
        setting = replace(leaf.setting(leaf.points(BODY), Style.TEXT, kit.theme.lead), strong=kit.theme.lead)
        strong = (Span(text=head.strong, emphasis=Emphasis.STRONG),) if head.strong else ()
        text = set_inline((Span(text=head.introduction), *strong), kit.case, language=kit.words.language)
        slot = replace(slot, y=y + leaf.gap(INTRODUCTION_GAP))
        items += place_paragraph(text, setting, slot, Mark(role=Role.INTRODUCTION, order=next(order)))
    return tuple(items)


def place_eyebrow(words: str, slot: Slot, leaf: Leaf, order: Iterator[int]) -> tuple[Text, ...]:
    """Place a line in capitals; smaller where it would be too long, on several lines where it still is."""
    kit = leaf.kit
    text = set_text(capitals(words, kit.words.language), kit.case, Style.EYEBROW, language=kit.words.language)
    wide = whole_width(text) + EYEBROW_TRACKING * glyph_count(text)
    least = leaf.points(FLOOR)
    size = max(min(leaf.points(EYEBROW), slot.width / wide), least)
    setting = Setting(
        size=size,
        leading=1.3 * size,
        cap=kit.cap(Style.EYEBROW),
        color=accent_ink(leaf),
        tracking=EYEBROW_TRACKING,
    )
    # Tracking makes every line wider by about as much as the whole.
    lines = break_lines(text, max(slot.width / size * whole_width(text) / wide + SLACK, text.widest))
    return flush(place_lines(text, lines, setting, slot, Mark(role=Role.EYEBROW, order=next(order))), kit.case)


def place_title(words: str, slot: Slot, leaf: Leaf, order: Iterator[int]) -> tuple[Text, ...]:
    """Place the heading of a page on one line, smaller where it is long, and on two where it would be small."""
    kit = leaf.kit
    text = set_title(words, kit.case, language=kit.words.language)
    largest = leaf.points(TITLE)
    lines: Lines = ((0, len(text.units)),)
    if slot.width / whole_width(text) < largest * TITLE_LEAST and len(text.units) > 1:
        lines = balance(text, 2)
    size = min(largest, slot.width / max(line_width(text, start, end) for start, end in lines))
    setting = leaf.setting(size, Style.DISPLAY, kit.theme.heading, leading=TITLE_LEADING)
    return flush(place_lines(text, lines, setting, slot, Mark(role=Role.PAGE_HEADING, order=next(order))), kit.case)


def is_tinted(leaf: Leaf) -> bool:
    """Tell whether pages have grounds and text in colour, not lines and black text alone."""
    return leaf.kit.theme.mode is Ink.FULL


def bar_color(leaf: Leaf) -> Color:
    """Return the colour of the bar over a heading: the accent, darker where it would vanish on white; black where ink is saved."""
    theme = leaf.kit.theme
    if not is_tinted(leaf):
        return theme.band
    return theme.accent if contrast(theme.accent, theme.paper) >= BAR_CONTRAST else accent_ink(leaf)


def accent_ink(leaf: Leaf) -> Color:
    """Return the colour of small text on white: the accent, as dark as it must be; black where ink is saved."""
    if not is_tinted(leaf):
        return leaf.kit.theme.ink
    return _darkened(leaf.kit.theme.accent, leaf.kit.theme.paper)


@lru_cache(maxsize=64)
def _darkened(color: Color, ground: Color) -> Color:
    return nearest_passing(color, lambda tried: contrast(tried, ground) >= INK_CONTRAST)


def _lettered(beyond: int) -> str:
    """Return the letters of a page behind the last number, whose own would be a: b, c ... z, aa, ab."""
    more, letter = divmod(beyond, len(LETTERS))
    return (_lettered(more - 1) if more else "") + LETTERS[letter]


def _foot(number: int, leaf: Leaf) -> tuple[tuple[Item, ...], float]:
    """Return the foot and its rule's y: the folio outside, the booklet's name inside."""
    kit, measures = leaf.kit, leaf.kit.measures
    folio, hand = leaf.folio(number), hand_of(str(number))
    baseline = foot_baseline(leaf.brand, kit)
    size = measures.small(FOOT, FOOT_LEAST)
    setting = leaf.setting(size, Style.TEXT, kit.theme.muted)
    inner = beside_folio(folio, hand, kit)
    line = baseline - setting.cap * size - leaf.length(RULE_GAP)
    items: list[Item] = [rule(Slot(measures.margin, line, measures.text_width), rule_weight(kit), kit.theme.hairline)]
    if name := _name(inner.width / size, leaf):
        width = line_width(name, 0, len(name.units)) * size
        x = inner.x if hand is Hand.RECTO else inner.x + inner.width - width
        mark = Mark(role=Role.FOOTER, order=20_000)
        items += place_line(name, setting, Slot(x, baseline - setting.cap * size), mark)
    items += place_folio(Folio(folio, hand), leaf.brand, kit, iter((20_001,)))
    return tuple(items), line


def _name(measure: float, leaf: Leaf) -> Prepared | None:
    """Return title and gym's name, or what of them fits on one line."""
    both = " · ".join(dict.fromkeys(part for part in (leaf.booklet, leaf.brand.name) if part))
    for words in (both, leaf.booklet, leaf.brand.name):
        text = set_text(words, leaf.kit.case, Style.TEXT, language=leaf.kit.words.language) if words else None
        if text and whole_width(text) <= measure:
            return text
    return None
