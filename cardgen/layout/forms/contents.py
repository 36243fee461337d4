"""Names and page numbers in, the pages of the contents out: dotted leaders, one column or two, groups whole where possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardgen.display import Item, Mark, Page, Path, Role
from cardgen.layout.forms.leaf import BODY, Head, Leaf, accent_ink
from cardgen.layout.forms.listing import Grid, Listing, Passage, Poured, lines
from cardgen.layout.forms.model import Contents, Entry, Group
from cardgen.layout.ground.box import At, Frame, art, ground, least, link, pad, read, row, says, stack, words
from cardgen.layout.ground.phrase import Type, set_phrase
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot, line_width, set_text, set_verbatim, whole_width
from cardgen.theme.type import Style
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.values.geometry import Rect
from cardgen.values.language import other_language

PITCHES = (1.672, 1.474)
"""From line to line, in em: as a rule, and where that saves a page (5.9 and 5.2 mm at 10 pt)."""
COLUMN_EM = 15.5
"""A column is no narrower."""
MOST_COLUMNS = 3
GUTTER = 8.0
"""In sheet units, as are the lengths below."""
NUMBER_GAP, INDENT = 1.7, 4.0
FEWEST_DIGITS = 3
"""Numbers keep the room of so many digits, and of more in a booklet of hundreds of cards."""
RULE_WEIGHT, SECTION_HEAD, SECTION_GAP = 0.5, 5.6, 4.2
"""A section's rule; from it to the baseline of its heading; from the last line above to it."""
GROUP_GAP = 0.55
"""Between two groups, in lines."""
SECTION = 14.0
"""Size of a section's heading in points on A5."""
LEADER, DOT, DOT_GAP = 0.25, 0.25, 0.65
"""Weight, length and distance of a leader's dots."""


def place_contents(contents: Contents, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of the contents; how many there are does not depend on the page numbers in it."""
    digits = digits_of(sum(len(group.entries) for group in contents.cards))
    best: tuple[Listing, Sequence[Passage], Poured] | None = None
    for grid in _grids(leaf):
        numbers = _number_room(digits, grid)
        listing = _listing(contents, first, numbers, grid)
        passages = [_passage(group, numbers, grid) for group in contents.cards]
        poured = listing.pour([it.strip for it in passages])
        if best is None or len(poured) < len(best[2]):
            best = listing, passages, poured
        if len(best[2]) == 1:
            break
    return tuple(best[0].pages(*best[1:])) if best else ()


def digits_of(cards: int) -> int:
    """Return how many digits page numbers may have where there are so many: contents and index take less than a page for four."""
    return max(len(str(cards + cards // 4)), FEWEST_DIGITS)


def _grids(leaf: Leaf) -> Iterator[Grid]:
    """Yield the ways to set the contents, the most comfortable first."""
    size = leaf.points(BODY)
    room = leaf.kit.measures.text_width + leaf.length(GUTTER)
    most = max(1, min(int(room / (COLUMN_EM * size + leaf.length(GUTTER))), MOST_COLUMNS))
    wide, close = PITCHES
    for columns, pitch in ((1 if most < MOST_COLUMNS else 2, wide), (most, wide), (most, close)):
        yield Grid(leaf=leaf, columns=columns, size=size, pitch=pitch * size, gutter=GUTTER)


def _listing(contents: Contents, first: int, numbers: float, grid: Grid) -> Listing:
    leaf, gap = grid.leaf, grid.leaf.gap(SECTION_GAP)
    title = leaf.kit.words("part.contents")
    before = [pad(_ruled(contents.before, numbers, grid), 0.0, gap)] if contents.before else []
    return Listing(
        grid=grid,
        heads=(Head(eyebrow=leaf.booklet, title=title), Head(eyebrow=leaf.kit.words("page.continued", title=title))),
        first=first,
        gap=GROUP_GAP * grid.pitch,
        above=stack((*before, _heading(grid))),
        below=pad(_ruled(contents.after, numbers, grid), gap - grid.lead, 0.0) if contents.after else None,
    )


def _ruled(entries: Sequence[Entry], numbers: float, grid: Grid) -> Frame:
    """Return a section of full lines under its rule: from that to its last baseline."""
    rows = stack([_entry(it, grid.width_of(1), numbers, grid) for it in entries])
    return ground(pad(rows, grid.lead, -grid.lead), lambda rect: (_rule(rect, grid),))


def _heading(grid: Grid) -> Frame:
    """Return the heading over the cards, under its rule."""
    leaf, kit = grid.leaf, grid.leaf.kit
    type_ = Type(style=Style.HEADING, color=kit.theme.heading)
    heading = read(
        words(set_phrase(kit.words("part.exercises"), type_, leaf.points(SECTION), kit)), says(Role.SECTION_HEADING)
    )
    whole = pad(heading, leaf.gap(SECTION_HEAD) - heading.height, grid.lead)
    return ground(whole, lambda rect: (_rule(rect, grid),))


def _rule(rect: Rect, grid: Grid) -> Path:
    leaf = grid.leaf
    slot = Slot(rect.x, rect.y, leaf.kit.measures.text_width)
    return rule(slot, leaf.length(RULE_WEIGHT), leaf.kit.theme.band)


def _passage(group: Group, numbers: float, grid: Grid) -> Passage:
    """Return a group; its shorter first heading takes the room of the one that is repeated."""
    rows = tuple(_entry(it, grid.width, numbers, grid) for it in group.entries)
    if not group.heading:
        return Passage(rows=rows)
    again = _group_heading(grid.leaf.kit.words("page.continued", title=group.heading), grid)
    return Passage(rows=rows, heading=least(_group_heading(group.heading, grid), again.height), again=again)


def _group_heading(said: str, grid: Grid) -> Frame:
    text = set_text(said, grid.leaf.kit.case, Style.LEAD_IN, language=grid.leaf.kit.words.language)
    setting = grid.setting(Style.LEAD_IN, accent_ink(grid.leaf))
    return read(lines(text, break_lines(text, grid.width / grid.size), setting), says(Role.CONTENTS_HEADING))


def _entry(entry: Entry, width: float, numbers: float, grid: Grid) -> Frame:
    """Return an entry: its name, its leader, its number; a long name turns over, and all of it can be clicked."""
    leaf, kit, size = grid.leaf, grid.leaf.kit, grid.size
    said = f"{entry.name}, {entry.note}" if entry.note else entry.name
    text = set_text(said, kit.case, Style.TEXT, language=entry.language or kit.words.language)
    indent, room = leaf.length(INDENT), (width - numbers) / size
    broken: Lines = ((0, len(text.units)),)
    if whole_width(text) > room:
        broken = break_lines(text, max(room - indent / size, text.widest))
    setting = grid.setting(Style.TEXT, kit.theme.ink)
    name = lines(text, broken, setting, indent)
    figures = set_verbatim(str(entry.page), kit.case, Style.LEAD_IN)
    number = lines(figures, ((0, len(figures.units)),), setting)
    start = line_width(text, *broken[-1]) * size + (indent if len(broken) > 1 else 0.0)
    leader = _leader(start, width - numbers + leaf.length(NUMBER_GAP), leaf)
    last, cap = name.height - grid.pitch, setting.cap * size
    parts = (name, pad(leader, last + cap, 0.0), pad(number, last, 0.0))
    whole = row(parts, (0.0, 0.0, width - number.width), width, At.START)
    reading = says(Role.CONTENTS_ENTRY, language=other_language(entry.language, kit.words.language))
    named = kit.words("link.page", name=entry.name, page=entry.page)
    return link(read(whole, reading), entry.page, named, rise=grid.lead / 2)


def _number_room(digits: int, grid: Grid) -> float:
    """Return the width that all numbers keep, also those of fewer digits: the contents are set before they are known."""
    widest = set_verbatim("0" * digits, grid.leaf.kit.case, Style.LEAD_IN)
    return whole_width(widest) * grid.size + grid.leaf.length(2 * NUMBER_GAP)


def _leader(start: float, end: float, leaf: Leaf) -> Frame:
    """Return the dots from a name to the edge that all leaders end on; they stand under one another."""
    dot, period = leaf.length(DOT), leaf.length(DOT + DOT_GAP)
    dots = int((end - start - leaf.length(NUMBER_GAP) - dot) / period)

    def draw(rect: Rect, _: Mark) -> tuple[Item, ...]:
        x = rect.right - dots * period - dot
        path = rule(
            Slot(x, rect.y - leaf.length(LEADER) / 2, rect.right - x), leaf.length(LEADER), leaf.kit.theme.muted
        )
        return (replace(path, dashes=(dot, leaf.length(DOT_GAP))),) if dots >= 1 else ()

    return art(end, 0.0, draw)
