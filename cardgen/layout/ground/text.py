"""Paragraphs and a place in, lines of text at fixed positions out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf
from operator import itemgetter

from cardgen.display import Color, GlyphRun, Mark, Text
from cardgen.guide.model import Emphasis, Inline, Span
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines, count_lines, first_fit
from cardgen.typeset.prepare import Piece, Prepared, prepare
from cardgen.typeset.shape import TypeCase
from cardgen.typeset.tidy import tidy
from cardgen.values.language import main_language

_SEAM = "\ue000"
"""Stands between the spans of a line while it is tidied as a whole; private use, never in a guide that passed the check."""


KEPT_PARAGRAPHS = 4096
"""A program of many days has about a thousand; what a booklet of thousands of guides was set with is let go."""
BALANCE_STEP = 0.001
"""In em: finer than any letter."""
SEAM_ROOM = 1.2
"""How much wider than evenly broken lines may be, so that a compound is parted where its words meet."""
STRONG_FACES = frozenset({Style.LEAD_IN.value, Style.NAME.value})


def set_inline(
    inline: Inline, case: TypeCase, *, language: str, plain: Style = Style.TEXT, strong: Style = Style.LEAD_IN
) -> Prepared:
    """Tidy and shape running text; a colon behind bold words is bold with them, wherever the author put it."""
    key = (inline, language, plain, strong)
    known = case.paragraphs.get(key)
    if known is None:
        if len(case.paragraphs) >= KEPT_PARAGRAPHS:
            case.paragraphs.clear()
        known = case.paragraphs[key] = _set_inline(inline, case, language, (plain, strong))
    return known


def _set_inline(inline: Inline, case: TypeCase, language: str, styles: tuple[Style, Style]) -> Prepared:
    plain, strong = styles
    inline = _join_colons(inline)
    text = tidy(_SEAM.join(span.text.replace(_SEAM, "") for span in inline), language=language)
    pieces = [
        Piece(part, strong if span.emphasis is Emphasis.STRONG else plain, span.link or "")
        for part, span in zip(text.split(_SEAM), inline, strict=True)
    ]
    return prepare(pieces, case, language=language)


def set_text(text: str, case: TypeCase, style: Style, *, language: str) -> Prepared:
    """Tidy and shape plain text in one style."""
    return set_inline((Span(text=text),), case, language=language, plain=style)


def _join_colons(inline: Inline) -> Inline:
    spans = list(inline)
    for at in range(1, len(spans)):
        before, span = spans[at - 1], spans[at]
        if before.emphasis is Emphasis.STRONG is not span.emphasis and span.text.startswith(":"):
            spans[at - 1] = replace(before, text=f"{before.text}:")
            spans[at] = replace(span, text=span.text[1:])
    return tuple(spans)


def set_title(text: str, case: TypeCase, *, language: str) -> Prepared:
    """Tidy and shape a title; its words are never parted, they are set smaller."""
    return prepare([Piece(tidy(text, language=language), Style.DISPLAY)], case, widest=inf)


def set_verbatim(text: str, case: TypeCase, style: Style) -> Prepared:
    """Shape text to the letter, such as an address: no sign of it may change."""
    return prepare([Piece(text, style)], case)


def capitals(text: str, language: str) -> str:
    """Return text in capitals; Greek ones carry no accent."""
    if main_language(language) != "el":
        return text.upper()
    bare = unicodedata.normalize("NFD", text).replace("\u0301", "")
    return unicodedata.normalize("NFC", bare).upper()


def has_accents(text: str) -> bool:
    """Tell whether capitals of the text carry signs above them."""
    return not text.isascii() and any(unicodedata.decomposition(letter) for letter in text)


def block_height(lines: int, cap_height: float, leading: float) -> float:
    """Return the height from the first cap line to the last baseline."""
    return cap_height + (lines - 1) * leading


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a piece of text is set."""

    size: float
    """In points, as is the leading."""
    leading: float = 0.0
    cap: float
    """Cap height of its face, in em."""
    color: Color
    strong: Color | None = None
    """The colour of bold words; None for the same."""
    tracking: float = 0.0
    """Added behind each glyph, in em."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a piece of text goes: its left edge, its first cap line and its measure, in points."""

    x: float
    y: float
    width: float = 0.0


def place_paragraph(paragraph: Prepared, setting: Setting, slot: Slot, mark: Mark) -> tuple[Text, ...]:
    """Break a paragraph to the slot's measure and place it."""
    return place_lines(paragraph, break_lines(paragraph, slot.width / setting.size), setting, slot, mark)


def place_line(paragraph: Prepared, setting: Setting, slot: Slot, mark: Mark) -> tuple[Text, ...]:
    """Place a paragraph on one line."""
    return place_lines(paragraph, ((0, len(paragraph.units)),), setting, slot, mark)


def place_lines(paragraph: Prepared, lines: Lines, setting: Setting, slot: Slot, mark: Mark) -> tuple[Text, ...]:
    """Place lines that are already broken."""
    items: list[Text] = []
    baseline = slot.y + setting.cap * setting.size
    for row, (start, end) in enumerate(lines):
        at = slot.x
        for link, strong, runs in _alike(paragraph, start, end):
            items.append(
                Text(
                    x=at,
                    y=baseline + row * setting.leading,
                    size=setting.size,
                    color=setting.strong if strong and setting.strong else setting.color,
                    runs=runs,
                    mark=replace(mark, link=link) if link else mark,
                    tracking=setting.tracking,
                )
            )
            at += sum(run.width + setting.tracking * len(run.glyphs) for run in runs) * setting.size
    return tuple(items)


def flush(items: tuple[Text, ...], case: TypeCase) -> tuple[Text, ...]:
    """Move lines of display type so that their ink, not their white, starts on the margin."""
    return tuple(replace(item, x=item.x - case.bearing(item.runs[0]) * item.size) for item in items)


def line_width(paragraph: Prepared, start: int, end: int) -> float:
    """Return the width of a line without its trailing blank, in em."""
    return paragraph.ends[end - 1] - paragraph.starts[start]


def whole_width(paragraph: Prepared) -> float:
    """Return the width of the paragraph on one line, in em."""
    return paragraph.ends[-1] if paragraph.units else 0.0


def glyph_count(paragraph: Prepared) -> int:
    """Return how many glyphs stand on one line, without the trailing blank."""
    return sum(len(run.glyphs) for unit in paragraph.units for run in unit.runs) - 1


def balance(paragraph: Prepared, count: int) -> Lines:
    """Break a title into at most `count` lines so that the widest is as narrow as can be: bisection over the measure."""
    low, high = max(paragraph.widest, whole_width(paragraph) / count), whole_width(paragraph)
    while high - low > BALANCE_STEP:
        middle = (low + high) / 2
        if count_lines(paragraph, middle) <= count:
            high = middle
        else:
            low = middle
    if any(unit.hyphen for unit in paragraph.units):
        return break_lines(paragraph, min(high * SEAM_ROOM, whole_width(paragraph)))
    return first_fit(paragraph, high)


def _alike(paragraph: Prepared, start: int, end: int) -> Iterator[tuple[str, bool, tuple[GlyphRun, ...]]]:
    """Part a line where its link or its weight changes; a word that goes on in the next takes its hyphen."""
    units = paragraph.units[start:end]
    runs = [(unit.link, run.face in STRONG_FACES, run) for unit in units for run in unit.runs]
    if end < len(paragraph.units) and units[-1].hyphen:
        runs.append((*runs[-1][:2], units[-1].hyphen))
    for (link, strong), group in groupby(runs, key=itemgetter(0, 1)):
        yield link, strong, tuple(run for _, _, run in group)
