"""Letters with their entries in, the pages of the index out: two columns, letters hanging at their left and kept whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.display import Page, Role
from cardgen.guide.model import Emphasis, Span
from cardgen.layout.forms.columns import Strip
from cardgen.layout.forms.leaf import Head, Leaf
from cardgen.layout.forms.listing import Grid, Listing, Passage, lines
from cardgen.layout.forms.model import Kind, Letter, Reference
from cardgen.layout.ground.box import At, Frame, belongs, link, pad, read, row, says, stack, words
from cardgen.layout.ground.phrase import resized
from cardgen.layout.ground.text import Setting, line_width, set_inline, whole_width
from cardgen.theme.type import LETTER, LIST
from cardgen.typeset.linebreak import Lines, break_lines
from cardgen.typeset.prepare import Piece, Prepared, prepare
from cardgen.values.language import other_language

HANG_EM = 0.95
"""From letter to entries, at the least, by the size of the letter."""
LETTER_MOST = 0.72
"""The part of the room before the entries that a letter may take: "0–9" stands as clear of them as a "W" does."""
PITCHES = (1.64, 1.58, 1.52, 1.46)
"""From line to line, in em: 5.5 mm at 9.5 pt; closer where that spares a page with a few lines on it."""
COLUMN_EM = 15.5
MOST_COLUMNS = 3
GUTTER, HANG, INDENT, NUMBER_GAP = 6.0, 7.0, 3.0, 2.4
"""In sheet units: between columns, from letter to entries, of lines turned over, before the numbers."""
LETTER_GAP = 0.5
"""Between two letters, in lines."""
PADDING = 0.6
"""What a click may miss a number by, in sheet units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry, set and broken to its column."""

    reference: Reference
    name: Prepared
    lines: Lines
    numbers: Prepared
    """Each unit is a page or a run of pages."""
    number_lines: Lines
    beside: bool
    """Whether the numbers stand on the name's last line."""

    @property
    def height(self) -> int:
        """In lines."""
        return len(self.lines) + len(self.number_lines) - (1 if self.beside else 0)


def place_index(letters: Sequence[Letter], introduction: str, first: int, leaf: Leaf) -> tuple[Page, ...]:
    """Return the pages of the index, in the widest of the pitches that make the fewest."""
    gauge, gutter = leaf.gauge, leaf.gauge.across(GUTTER)
    columns = int((gauge.width + gutter) / (COLUMN_EM * gauge.size(LIST) + gutter))
    columns = max(1, min(columns, MOST_COLUMNS))
    title = leaf.kit.words("part.index")
    heads = (
        Head(eyebrow=leaf.kit.words("index.letters"), title=title, introduction=introduction),
        Head(eyebrow=leaf.kit.words("page.continued", title=title)),
    )
    grids = [Grid(leaf=leaf, columns=columns, style=LIST.led(it), gutter=GUTTER) for it in PITCHES]
    entries = [[_entry(it, grids[0]) for it in letter.references] for letter in letters]
    ways = []
    for grid in grids:
        listing = Listing(grid=grid, heads=heads, first=first, gap=LETTER_GAP * grid.pitch)
        strips = [Strip(rows=tuple(it.height * grid.pitch for it in of_letter)) for of_letter in entries]
        ways.append((listing, listing.pour(strips)))
    listing, poured = min(ways, key=lambda way: len(way[1]))
    passages = [_passage(*it, listing.grid) for it in zip(letters, entries, strict=True)]
    return tuple(listing.pages(passages, poured))


def _hang(leaf: Leaf) -> float:
    """Return the distance from the letter to the entries."""
    return max(leaf.gauge.across(HANG), leaf.gauge.size(LETTER) * HANG_EM)


def _passage(letter: Letter, entries: Sequence[Entry], grid: Grid) -> Passage:
    """Return the entries of a letter, which stands on the baseline of the first of them."""
    leaf, kit, hang = grid.leaf, grid.leaf.kit, _hang(grid.leaf)
    phrase = leaf.gauge.phrase(letter.letter, LETTER)
    size = min(phrase.setting.size, LETTER_MOST * hang / whole_width(phrase.text))
    name = words(resized(phrase, size))
    beside = read(pad(name, kit.cap(LIST.face) * grid.size - name.height, 0.0), says(Role.INDEX_LETTER))
    rows = tuple(pad(_row(it, grid.width - hang, grid), left=hang) for it in entries)
    return Passage(rows=rows, beside=beside)


def _entry(reference: Reference, grid: Grid) -> Entry:
    """Set an entry; where name and numbers do not fit on one line, the numbers go right on the next."""
    leaf, case, size = grid.leaf, grid.leaf.kit.case, grid.size
    room, indent, gap = (
        length / size for length in (grid.width - _hang(leaf), leaf.gauge.across(INDENT), leaf.gauge.across(NUMBER_GAP))
    )
    bold = reference.kind is Kind.EXERCISE
    note = (Span(text=f", {reference.note}"),) if reference.note else ()
    spans = (Span(text=reference.name, emphasis=Emphasis.STRONG if bold else Emphasis.PLAIN), *note)
    name = set_inline(spans, case, language=reference.language or leaf.kit.words.language)
    numbers = prepare([Piece(", ".join(map(str, reference.pages)), LIST.face)], case)
    number_lines = break_lines(numbers, max(room - indent, numbers.widest))
    taken = gap + whole_width(numbers) if len(number_lines) == 1 else 0.0
    kept = taken if bold else 0.0
    broken: Lines = ((0, len(name.units)),)
    if whole_width(name) + kept > room:
        broken = break_lines(name, max(room - indent - kept, name.widest))
    last = line_width(name, *broken[-1]) + (indent if len(broken) > 1 else 0.0)
    beside = len(number_lines) == 1 and last + taken <= room + 1e-6
    return Entry(
        reference=reference, name=name, lines=broken, numbers=numbers, number_lines=number_lines, beside=beside
    )


def _row(entry: Entry, width: float, grid: Grid) -> Frame:
    """Return an entry with its numbers at the right; one with a single page can be clicked as a whole."""
    reference = entry.reference
    setting = grid.setting(LIST)
    figures = stack([_numbers(entry, line, width, setting, grid) for line in entry.number_lines])
    name = lines(entry.name, entry.lines, setting, grid.leaf.gauge.across(INDENT))
    below = pad(figures, (len(entry.lines) - entry.beside) * grid.pitch, 0.0)
    both = row((name, below), (0.0, 0.0), width, At.START)
    whole = read(
        both, says(Role.INDEX_ENTRY, language=other_language(reference.language, grid.leaf.kit.words.language))
    )
    return whole if len(reference.pages) > 1 else _linked(whole, reference, 0, grid)


def _numbers(entry: Entry, line: tuple[int, int], width: float, setting: Setting, grid: Grid) -> Frame:
    """Return a line of page numbers that ends at the right."""
    start, numbers = line[0], entry.numbers
    left = width - line_width(numbers, *line) * grid.size
    xs = [left + (numbers.starts[at] - numbers.starts[start]) * grid.size for at in range(*line)]
    return row([_number(at, entry, setting, grid) for at in range(*line)], xs, width)


def _number(at: int, entry: Entry, setting: Setting, grid: Grid) -> Frame:
    """Return a page number; of several each is read by itself, and has its link."""
    number = lines(entry.numbers, ((at, at + 1),), setting)
    if len(entry.reference.pages) == 1:
        return number
    return _linked(
        read(number, belongs(Role.INDEX_ENTRY)), entry.reference, at, grid, wider=grid.leaf.gauge.across(PADDING)
    )


def _linked(frame: Frame, reference: Reference, at: int, grid: Grid, wider: float = 0.0) -> Frame:
    run = reference.pages[at]
    named = grid.leaf.kit.words(
        "index.page" if run.first == run.last else "index.pages", name=reference.name, pages=run
    )
    return link(frame, run.first, named, rise=grid.lead / 2, wider=wider)
