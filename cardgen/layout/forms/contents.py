"""Names and page numbers in, the pages of the contents out: dotted leaders, one column or two, groups whole where possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardgen.display import Item, Mark, Page, Role
from cardgen.layout.forms.blocks import ruled
from cardgen.layout.forms.leaf import Head, Leaf
from cardgen.layout.forms.listing import Grid, Listing, Passage, Poured, lines
from cardgen.layout.forms.model import Contents, Entry, Group
from cardgen.layout.ground.box import At, Frame, art, least, link, pad, read, row, says, stack
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.shapes import rule
from cardgen.layout.ground.text import Slot, line_width, set_text, set_verbatim, whole_width
from cardgen.theme.type import BODY, CONTENTS_GROUP, PAGE_NUMBER, SECTION_HEAD
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
SECTION_GAP = 4.2
"""From the last line above a section to its rule."""
GROUP_GAP = 0.55
"""Between two groups, in lines."""
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
    gutter = leaf.gauge.across(GUTTER)
    room = leaf.gauge.width + gutter
    most = max(1, min(int(room / (COLUMN_EM * leaf.gauge.size(BODY) + gutter)), MOST_COLUMNS))
    wide, close = PITCHES
    for columns, pitch in ((1 if most < MOST_COLUMNS else 2, wide), (most, wide), (most, close)):
        yield Grid(leaf=leaf, columns=columns, style=BODY.led(pitch), gutter=GUTTER)


def _listing(contents: Contents, first: int, numbers: float, grid: Grid) -> Listing:
    leaf, gap, title = grid.leaf, grid.leaf.gauge.gap(SECTION_GAP), grid.leaf.kit.words("part.contents")
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
    return ruled(pad(rows, 0.0, -grid.lead), rows.height, grid.leaf.gauge.width, grid.leaf.gauge)


def _heading(grid: Grid) -> Frame:
    """Return the heading over the cards, under its rule."""
    gauge = grid.leaf.gauge
    return pad(
        ruled(gauge.section(gauge.kit.words("part.exercises")), gauge.gap(SECTION_HEAD), gauge.width, gauge),
        0.0,
        grid.lead,
    )


def _passage(group: Group, numbers: float, grid: Grid) -> Passage:
    """Return a group; its shorter first heading takes the room of the one that is repeated."""
    rows = tuple(_entry(it, grid.width, numbers, grid) for it in group.entries)
    if not group.heading:
        return Passage(rows=rows)
    again = _group_heading(grid.leaf.kit.words("page.continued", title=group.heading), grid)
    return Passage(rows=rows, heading=least(_group_heading(group.heading, grid), again.height), again=again)


def _group_heading(said: str, grid: Grid) -> Frame:
    text = set_text(said, grid.leaf.kit.case, CONTENTS_GROUP.face, language=grid.leaf.kit.words.language)
    setting = grid.setting(CONTENTS_GROUP)
    return read(lines(text, break_lines(text, grid.width / grid.size), setting), says(Role.CONTENTS_HEADING))


def _entry(entry: Entry, width: float, numbers: float, grid: Grid) -> Frame:
    """Return an entry: its name, its leader, its number; a long name turns over, and all of it can be clicked."""
    gauge, kit, size = grid.leaf.gauge, grid.leaf.kit, grid.size
    said = f"{entry.name}, {entry.note}" if entry.note else entry.name
    text = set_text(said, kit.case, BODY.face, language=entry.language or kit.words.language)
    indent, room = gauge.across(INDENT), (width - numbers) / size
    broken: Lines = ((0, len(text.units)),)
    if whole_width(text) > room:
        broken = break_lines(text, max(room - indent / size, text.widest))
    setting = grid.setting(BODY)
    name = lines(text, broken, setting, indent)
    figures = set_verbatim(str(entry.page), kit.case, PAGE_NUMBER.face)
    number = lines(figures, ((0, len(figures.units)),), setting)
    start = line_width(text, *broken[-1]) * size + (indent if len(broken) > 1 else 0.0)
    leader = _leader(start, width - numbers + gauge.across(NUMBER_GAP), gauge)
    last, cap = name.height - grid.pitch, setting.cap * size
    parts = (name, pad(leader, last + cap, 0.0), pad(number, last, 0.0))
    whole = row(parts, (0.0, 0.0, width - number.width), width, At.START)
    reading = says(Role.CONTENTS_ENTRY, language=other_language(entry.language, kit.words.language))
    named = kit.words("link.page", name=entry.name, page=entry.page)
    return link(read(whole, reading), entry.page, named, rise=grid.lead / 2)


def _number_room(digits: int, grid: Grid) -> float:
    """Return the width that all numbers keep, also those of fewer digits: the contents are set before they are known."""
    widest = set_verbatim("0" * digits, grid.leaf.kit.case, PAGE_NUMBER.face)
    return whole_width(widest) * grid.size + grid.leaf.gauge.across(2 * NUMBER_GAP)


def _leader(start: float, end: float, gauge: Gauge) -> Frame:
    """Return the dots from a name to the edge that all leaders end on; they stand under one another."""
    dot, period, weight = gauge.across(DOT), gauge.across(DOT + DOT_GAP), gauge.across(LEADER)
    dots = int((end - start - gauge.across(NUMBER_GAP) - dot) / period)

    def draw(rect: Rect, _: Mark) -> tuple[Item, ...]:
        x = rect.right - dots * period - dot
        path = rule(Slot(x, rect.y - weight / 2, rect.right - x), weight, gauge.theme.muted)
        return (replace(path, dashes=(dot, gauge.across(DOT_GAP))),) if dots >= 1 else ()

    return art(end, 0.0, draw)
