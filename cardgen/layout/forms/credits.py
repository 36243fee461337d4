"""Sources and licences in, the credits pages out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cardgen.display import Page, Role
from cardgen.guide.model import Emphasis, Inline, Span
from cardgen.layout.forms.leaf import Head, Leaf
from cardgen.layout.forms.listing import Grid, Listing, Passage, lines
from cardgen.layout.forms.model import Credit
from cardgen.layout.ground.box import read, says
from cardgen.layout.ground.text import set_inline, set_text
from cardgen.theme.type import LIST, SMALL_SECTION
from cardgen.typeset.linebreak import break_lines

PITCH = 1.55
"""From line to line, in em."""
GAP = 0.9
"""Between two credits, in lines."""


def place_credits(credits_: Sequence[Credit], first: int, leaf: Leaf, *, introduction: str = "") -> tuple[Page, ...]:
    """Return the credits pages; the introduction says what the numbers behind the names are."""
    grid = Grid(leaf=leaf, columns=1, style=LIST.led(PITCH))
    words = leaf.kit.words
    title, introduction = words("part.credits"), introduction or words("credits.introduction")
    heads = (
        Head(eyebrow=words("credits.title"), title=title, introduction=introduction),
        Head(eyebrow=words("page.continued", title=title)),
    )
    listing = Listing(grid=grid, heads=heads, first=first, gap=GAP * grid.pitch)
    passages = [_passage(credit, grid) for credit in credits_]
    return tuple(listing.pages(passages, listing.pour([it.strip for it in passages])))


def _passage(credit: Credit, grid: Grid) -> Passage:
    """Return a credit; its heading is repeated where it goes on."""
    leaf, case, width = grid.leaf, grid.leaf.kit.case, grid.width
    text = set_inline(_heading(credit), case, language=leaf.kit.words.language, plain=SMALL_SECTION.face)
    setting = replace(leaf.gauge.setting(SMALL_SECTION), leading=grid.pitch)
    heading = read(lines(text, break_lines(text, width / setting.size), setting), says(Role.SECTION_HEADING))
    names = leaf.kit.words("list.comma").join(f"{entry.name}\u00a0({entry.page})" for entry in credit.entries)
    body, ink = set_text(names, case, LIST.face, language=leaf.kit.words.language), grid.setting(LIST)
    rows = tuple(lines(body, (line,), ink) for line in break_lines(body, width / grid.size))
    return Passage(rows=rows, heading=heading, again=heading, reading=says(Role.PARAGRAPH))


def _heading(credit: Credit) -> Inline:
    """Return source and licence; an address can be clicked."""
    given = [part for part in (credit.source, credit.license) if part]
    spans: list[Span] = []
    for at, part in enumerate(given):
        if at:
            spans.append(Span(text=" · ", emphasis=Emphasis.STRONG))
        spans.append(Span(text=part, emphasis=Emphasis.STRONG, link=part if part.startswith("https://") else None))
    return tuple(spans)
