"""What the trainer says in, the box in which it stands out, or, at length, pages of it with lines for the pen under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cardgen.display import Item, Page, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.forms.leaf import Head, Leaf, frame
from cardgen.layout.forms.listing import lines
from cardgen.layout.ground.box import Frame, ground, pad, read, says, stack, words
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.panel import box_ground
from cardgen.layout.ground.phrase import TOLERANCE, Phrase
from cardgen.layout.program.notes import LINES_TO_WRITE, notes_frame
from cardgen.theme import BoxColors
from cardgen.theme.type import SPOKEN, SPOKEN_AT_LENGTH, TypeStyle
from cardgen.typeset.linebreak import break_lines
from cardgen.typeset.tidy import NO_BREAK
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language
from cardgen.values.prescription import Remark

PAD, LEFT, RIGHT, BETWEEN = 4.0, 5.0, 4.0, 2.4
"""From the box's edges to the text, and between two remarks; in sheet units, as is the next."""
GAP, NOTES_GAP = 3.2, 9.0
"""Between paragraphs of a page, and above the notes."""
_TOGETHER = re.compile(r"(\d) to (?=\d)")
"""A range in words stays on one line."""


def remarks_box(remarks: Sequence[Remark], gauge: Gauge) -> Frame | None:
    """Return the box of remarks; None where nothing is said."""
    if not remarks:
        return None
    theme, width = gauge.theme, gauge.width - gauge.across(LEFT + RIGHT)
    colors = BoxColors(ground=theme.spoken, sign=theme.bar, heading=theme.heading)
    said = [_read(words(_said(it, SPOKEN, gauge), width), it, gauge) for it in remarks]

    def draw(rect: Rect) -> list[Item]:
        return box_ground(Rect(x=rect.x, y=rect.y, width=gauge.width, height=rect.height), colors, gauge.kit)

    return ground(pad(stack(said, gauge.down(BETWEEN)), gauge.down(PAD), left=gauge.across(LEFT)), draw)


def remarks_height(remarks: Sequence[Remark], gauge: Gauge) -> float:
    """Return the height of the box; 0 where nothing is said."""
    box = remarks_box(remarks, gauge)
    return box.height if box else 0.0


def place_letter(head: Head, remarks: Sequence[Remark], number: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages; paragraphs are parted between two lines where they do not fit the rest of a page."""
    gauge, framed = leaf.gauge, frame(head, number, leaf)
    pages: list[Page] = []
    parts: list[Frame] = []
    y = 0.0
    for remark in remarks:
        gap = gauge.down(GAP) if y else 0.0
        y += gap
        run: list[Frame] = []
        for line in _lines(remark, gauge):
            if y + line.height > framed.field.height:
                pages.append(framed.page(head.title, stack((*parts, pad(_read(stack(run), remark, gauge), gap, 0.0)))))
                framed = frame(
                    Head(eyebrow=leaf.kit.words("page.continued", title=head.title)), number + len(pages), leaf
                )
                parts, run, y, gap = [], [], 0.0, 0.0
            run.append(line)
            y += line.height
        parts.append(pad(_read(stack(run), remark, gauge), gap, 0.0))
    notes = notes_frame(framed.field.height - y - gauge.down(NOTES_GAP), LINES_TO_WRITE, gauge)
    parts += [pad(notes, gauge.down(NOTES_GAP), 0.0)] if notes else []
    return (*pages, framed.page(head.title, stack(parts)))


def _read(frame_: Frame, remark: Remark, gauge: Gauge) -> Frame:
    return read(frame_, says(Role.PARAGRAPH, language=other_language(remark.language, gauge.kit.words.language)))


def _said(remark: Remark, style: TypeStyle, gauge: Gauge) -> Phrase:
    """Set a remark, its beginning in bold."""
    text = _TOGETHER.sub(f"\\1{NO_BREAK}to{NO_BREAK}", remark.text)
    lead = (Span(text=remark.lead, emphasis=Emphasis.STRONG), Span(text=" ")) if remark.lead else ()
    return gauge.spans((*lead, Span(text=text)), style, language=remark.language)


def _lines(remark: Remark, gauge: Gauge) -> Iterator[Frame]:
    """Yield the lines of a paragraph."""
    phrase = _said(remark, SPOKEN_AT_LENGTH, gauge)
    measure = gauge.width / phrase.setting.size + TOLERANCE
    return (lines(phrase.text, (line,), phrase.setting) for line in break_lines(phrase.text, measure))
