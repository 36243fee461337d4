"""Running text in, a paragraph of shaped units out: what must not be parted, its width, what a break behind it costs.

A word that no column takes is hyphenated by the rules of its language; an address is parted behind its signs, with no hyphen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from cardgen.display import GlyphRun
from cardgen.theme.type import Style
from cardgen.typeset.hyphenation import Break, breaks_in
from cardgen.typeset.shape import TypeCase, glyph_places, slice_run
from cardgen.typeset.tidy import NO_BREAK


@dataclass(frozen=True, slots=True)
class Piece:
    """Tidied text in one style, with at most one link."""

    text: str
    style: Style
    link: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands on one line whatever happens: a word with its punctuation, or a part of one before a hyphen."""

    runs: tuple[GlyphRun, ...]
    """The last run ends in a blank unless the next unit follows without one."""
    width: float
    """In em, without the trailing blank."""
    blank: float
    """The trailing blank, in em; 0 behind a hyphen."""
    break_cost: float
    """What ending a line behind this unit costs."""
    link: str = ""
    hyphen: GlyphRun | None = None
    """What is printed behind it where a line ends there; None for nothing."""

    @property
    def text(self) -> str:
        """The characters, the trailing blank included, a hyphen at a line's end not."""
        return "".join(run.text for run in self.runs)

    @property
    def ink(self) -> float:
        """The width at the end of a line, in em."""
        return self.width + (self.hyphen.width if self.hyphen else 0.0)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph, measured once for every size and every measure."""

    units: tuple[Unit, ...]
    starts: tuple[float, ...]
    """Where each unit starts if all stood on one line, in em; one more than units."""
    ends: tuple[float, ...]
    """Where the ink of each unit ends if the line ends there."""
    widest: float
    """The width of the widest unit at the end of a line, in em."""

    def fits_until(self, start: int, measure: float) -> int:
        """Return the first unit that no longer fits on a line which starts with unit `start`."""
        return bisect_right(self.ends, self.starts[start] + measure + 1e-9, start)


WEAK_END_COST = 0.02
SENTENCE_START_COST = 0.02
PARENTHESIS_COST = 0.12
LEAD_IN_COST = 0.2
"""Between bold words that lead in."""
HYPHEN_COST = 0.4
"""Above all others: a compound parted at its own hyphen is read twice."""
SEAM_COST = 0.3
"""Of a hyphen where two words of a compound meet."""
SYLLABLE_COST = 0.9
"""Of any other hyphen of ours: a ragged line is better than "Oberschenkelmus-kulatur"."""
SCRAP_COST = 0.3
"""More where fewer than `WORTHY` letters are parted from the rest."""
WORTHY = 5
EMERGENCY_COST = 0.5
"""Of a place within an address, or in what can be parted by no rule."""

_WEAK = """
a an the of in on at to for with by from into onto over under as and or but nor so if than that your its their his her our my
is are be not no until while when before after through between during above below toward towards against
"""
WEAK_ENDS = frozenset(_WEAK.split())
"""Articles, prepositions, conjunctions and small words that lean on the word after them."""

WIDEST = 11.0
"""No unit is wider, in em, so that the narrowest column takes it."""

_HYPHEN = re.compile(r"(?<=[^\W\d_][^\W\d_])-(?=[^\W\d_]{3})|—(?=\w)|(?<=\w\w)/(?=\w\w)")
_SCRAP = re.compile(r"[^/\-.?&=_# ]{1,10}[/\-.?&=_# ]*|[/\-.?&=_# ]{1,10}")
"""At most ten letters and the signs behind them."""
_ADDRESS = re.compile(r"@|//|\bwww\.|\w\.[a-z]{2,}(?:/|$)|[_=&#\\]\w")
_SIGN = re.compile(r"(?<=\w)[^\w\s'’-]+(?=\w)")
_LETTERS = re.compile(r"[^\W\d_]{6,}")
"""Fewer letters are not hyphenated: no part of them would be worth its line."""


def prepare(pieces: Sequence[Piece], case: TypeCase, *, widest: float = WIDEST, language: str = "") -> Prepared:
    """Shape the words of `pieces` and say where lines may end; a word of more than `widest` em is parted.

    `language` is a BCP 47 tag; without one text is set to the letter, as an address, and takes no hyphen.
    """
    rules = _Rules(case, widest, language)
    units: list[Unit] = []
    depth = 0
    opens = True
    for word in _words(pieces):
        text = "".join(piece.text for piece in word)
        depth = max(0, depth + text.count("(") - text.count(")"))
        cost = _break_cost(text, opens_sentence=opens, depth=depth)
        cost += LEAD_IN_COST if word[-1].style is Style.LEAD_IN and not text.endswith((":", ".")) else 0.0
        units.extend(_units(tuple(word), cost, rules))
        opens = text.rstrip("”’)").endswith((".", "!", "?", ":"))
    widths = [unit.width + unit.blank for unit in units]
    starts = (0.0, *accumulate(widths))
    # No unit ends before the one in front of it would with its hyphen, so that a bisection finds the last that fits.
    ends = tuple(accumulate((at + unit.ink for at, unit in zip(starts, units, strict=False)), max))
    return Prepared(units=tuple(units), starts=starts, ends=ends, widest=max((unit.ink for unit in units), default=0.0))


def _words(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Part text at blanks; a word may run over several pieces ("**Grip**:")."""
    words: list[list[Piece]] = []
    joined = False
    for piece in pieces:
        parts = piece.text.split(" ")
        for at, part in enumerate(parts):
            if part:
                bit = Piece(part, piece.style, piece.link)
                if joined and at == 0 and words:
                    words[-1].append(bit)
                else:
                    words.append([bit])
        joined = bool(parts[-1])
    return words


def _break_cost(text: str, *, opens_sentence: bool, depth: int) -> float:
    cost = WEAK_END_COST if text.strip("“”‘’(),").lower() in WEAK_ENDS else 0.0
    if opens_sentence:
        cost += SENTENCE_START_COST
    return cost + (PARENTHESIS_COST if depth else 0.0)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What all words of a paragraph are set by."""

    case: TypeCase
    widest: float
    language: str


@dataclass(frozen=True, slots=True, order=True)
class _Joint:
    """A place within a word where a line may end."""

    place: int
    cost: float
    hyphen: bool = False
    """Whether one is printed there."""


def _units(word: tuple[Piece, ...], cost: float, rules: _Rules) -> list[Unit]:
    """Return the units of a word, made once and only read."""
    key = (word, cost, rules.widest, rules.language)
    known = rules.case.units.get(key)
    if known is None:
        known = rules.case.units[key] = _parted(word, cost, rules)
    return known


def _parted(word: tuple[Piece, ...], cost: float, rules: _Rules) -> list[Unit]:
    """Part a word behind the hyphens its author wrote; one that no column takes parts elsewhere too."""
    last = len(word) - 1
    runs = tuple(_shape(piece, " " if at == last else "", rules.case) for at, piece in enumerate(word))
    cutter = _cutter(word, runs, cost, rules.case)
    text = "".join(piece.text for piece in word)
    authors = [_Joint(match.end(), HYPHEN_COST) for match in _HYPHEN.finditer(text)]
    units = cutter.cut(authors if len(word) == 1 else [])
    if all(unit.width <= rules.widest for unit in units):
        return units
    if not rules.language or _ADDRESS.search(text):
        return cutter.cut(_scraps(cutter, rules.widest))
    joints = authors
    for find in (_signs, _hyphens, _anywhere):
        joints = [*joints, *(it for span in cutter.too_wide(joints, rules.widest) for it in find(cutter, span, rules))]
    return cutter.cut(joints)


def _signs(cutter: _Cutter, span: slice, _: _Rules) -> list[_Joint]:
    """Return the places behind signs between letters, where a blank was forgotten."""
    return [_Joint(match.end() + span.start, HYPHEN_COST) for match in _SIGN.finditer(cutter.text[span])]


def _hyphens(cutter: _Cutter, span: slice, rules: _Rules) -> list[_Joint]:
    return [
        _Joint(span.start + match.start() + it.place, _hyphen_cost(it, len(match.group())), hyphen=True)
        for match in _LETTERS.finditer(cutter.text[span])
        for it in breaks_in(match.group(), rules.language)
    ]


def _hyphen_cost(it: Break, letters: int) -> float:
    if it.is_seam:
        return SEAM_COST
    return SYLLABLE_COST + (SCRAP_COST if min(it.place, letters - it.place) < WORTHY else 0.0)


def _anywhere(cutter: _Cutter, span: slice, rules: _Rules) -> list[_Joint]:
    """Halve what no rule parts, such as a letter that was held down."""
    places = accumulate(_narrow(cutter, span.start, span.stop, rules.widest), initial=span.start)
    return [
        _Joint(place, EMERGENCY_COST, hyphen=cutter.text[place - 1 : place + 1].isalpha())
        for place in places
        if span.start < place < span.stop
    ]


def _scraps(cutter: _Cutter, widest: float) -> list[_Joint]:
    """Return where to cut an over-wide address: behind its signs, and wherever a part would still be too wide."""
    places: list[int] = []
    for match in _SCRAP.finditer(cutter.text):
        lengths = _narrow(cutter, match.start(), match.end(), widest)
        places += [match.start() + length for length in accumulate(lengths)]
    return [_Joint(place, EMERGENCY_COST) for place in places if place < len(cutter.text)]


def _narrow(cutter: _Cutter, start: int, end: int, widest: float) -> list[int]:
    """Return the lengths of the parts of a stretch, halved until each is no wider than `widest`."""
    if end - start <= 1 or cutter.width(start, end) <= widest:
        return [end - start]
    middle = (start + end) // 2
    return [*_narrow(cutter, start, middle, widest), *_narrow(cutter, middle, end, widest)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cutter:
    """A word, shaped whole, so that letters are kerned over a cut when both sides share a line."""

    word: tuple[Piece, ...]
    runs: tuple[GlyphRun, ...]
    """One a piece; the last ends in a blank."""
    cost: float
    """Of a break behind the word."""
    case: TypeCase
    text: str
    """The characters of the word and the blank behind it."""
    starts: tuple[int, ...]
    """Of each run in the text."""
    places: tuple[tuple[int, ...], ...]
    """Of the glyphs of each run in it."""

    def cut(self, joints: Sequence[_Joint]) -> list[Unit]:
        """Return the word in units."""
        joints = sorted(joints)
        edges = (0, *(joint.place for joint in joints), len(self.text))
        units = [self._unit(*edge) for edge in pairwise(edges)]
        units[-1] = replace(units[-1], break_cost=self.cost)
        for at, joint in enumerate(joints):
            hyphen = self.case.hyphen(units[at].runs[-1].face) if joint.hyphen else None
            units[at] = replace(units[at], break_cost=joint.cost, hyphen=hyphen)
        return units

    def too_wide(self, joints: Sequence[_Joint], widest: float) -> list[slice]:
        """Return the stretches between joints that are wider than they may be."""
        joints = [_Joint(0, 0.0), *sorted(joints), _Joint(len(self.text.rstrip(" ")), 0.0)]
        return [
            slice(before.place, after.place)
            for before, after in pairwise(joints)
            if self.width(before.place, after.place) + self._hyphen_width(after) > widest
        ]

    def width(self, start: int, end: int) -> float:
        """Return how wide a stretch is, in em."""
        return sum(run.width for run, _ in self._slices(start, end))

    def _hyphen_width(self, joint: _Joint) -> float:
        return self.case.hyphen(self.runs[-1].face).width if joint.hyphen else 0.0

    def _slices(self, start: int, end: int) -> Iterator[tuple[GlyphRun, Piece]]:
        for number in range(bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)):
            run, at = self.runs[number], self.starts[number]
            part = slice_run(run, max(start - at, 0), min(end - at, len(run.text)), self.places[number])
            yield part, self.word[number]

    def _unit(self, start: int, end: int) -> Unit:
        runs, pieces = zip(*self._slices(start, end), strict=True)
        blank = runs[-1].blank
        link = next((piece.link for piece in pieces if piece.link), "")
        return Unit(runs=runs, width=sum(run.width for run in runs) - blank, blank=blank, break_cost=0.0, link=link)


def _cutter(word: tuple[Piece, ...], runs: tuple[GlyphRun, ...], cost: float, case: TypeCase) -> _Cutter:
    """Return what cuts a word; where its runs and glyphs stand is reckoned once, however long it is and often it is cut."""
    return _Cutter(
        word=word,
        runs=runs,
        cost=cost,
        case=case,
        text="".join(run.text for run in runs),
        starts=tuple(accumulate((len(run.text) for run in runs[:-1]), initial=0)),
        places=tuple(glyph_places(run) for run in runs),
    )


def _shape(piece: Piece, blank: str, case: TypeCase) -> GlyphRun:
    return case.shape(piece.text.replace(NO_BREAK, " ") + blank, piece.style)
