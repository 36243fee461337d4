"""Running text in, a paragraph of shaped units out: what must not be parted, its width, what a break behind it costs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from cardgen.display import GlyphRun
from cardgen.typeset.fonts import Style
from cardgen.typeset.shape import TypeCase, slice_run
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

    @property
    def text(self) -> str:
        """The characters, the trailing blank included."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph, measured once for every size and every measure."""

    units: tuple[Unit, ...]
    starts: tuple[float, ...]
    """Where each unit starts if all stood on one line, in em; one more than units."""
    ends: tuple[float, ...]
    """Where the ink of each unit ends on that line."""
    widest: float
    """The width of the widest unit, in em."""

    def fits_until(self, start: int, measure: float) -> int:
        """Return the first unit that no longer fits on a line which starts with unit `start`."""
        return bisect_right(self.ends, self.starts[start] + measure + 1e-9, start)


WEAK_END_COST = 0.02
SENTENCE_START_COST = 0.02
PARENTHESIS_COST = 0.03
HYPHEN_COST = 0.4
"""Above all others: a compound parted at its own hyphen is read twice."""
EMERGENCY_COST = 0.5
"""A word that no column takes is parted anywhere, with no hyphen: it is an address."""

_WEAK = """
a an the of in on at to for with by from into onto over under as and or but nor so if than that your its their his her our my
is are be not no until while when before after through between during above below toward towards against
"""
WEAK_ENDS = frozenset(_WEAK.split())
"""Articles, prepositions, conjunctions and small words that lean on the word after them."""

WIDEST = 11.0
"""No unit is wider, in em, so that the narrowest column takes it; only addresses are, and they part behind their signs."""

_HYPHEN = re.compile(r"(?<=[^\W\d_][^\W\d_])-(?=[^\W\d_]{3})|—(?=\w)|(?<=\w\w)/(?=\w\w)")
_SCRAP = re.compile(r"[^/\-.?&=_# ]{1,10}[/\-.?&=_# ]*|[/\-.?&=_# ]{1,10}")
"""At most ten letters and the signs behind them."""


def prepare(pieces: Sequence[Piece], case: TypeCase, *, widest: float = WIDEST) -> Prepared:
    """Shape the words of `pieces` and say where lines may end; a word of more than `widest` em may part anywhere."""
    units: list[Unit] = []
    depth = 0
    opens = True
    for word in _words(pieces):
        text = "".join(piece.text for piece in word)
        depth = max(0, depth + text.count("(") - text.count(")"))
        cost = _break_cost(text, opens_sentence=opens, depth=depth)
        units.extend(_units(word, cost, case, widest))
        opens = text.rstrip("”’)").endswith((".", "!", "?", ":"))
    widths = [unit.width + unit.blank for unit in units]
    starts = (0.0, *accumulate(widths))
    ends = tuple(at + unit.width for at, unit in zip(starts, units, strict=False))
    return Prepared(
        units=tuple(units), starts=starts, ends=ends, widest=max((unit.width for unit in units), default=0.0)
    )


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


def _units(word: list[Piece], cost: float, case: TypeCase, widest: float) -> list[Unit]:
    """Part a word behind the hyphens its author wrote; one that no column takes parts elsewhere too."""
    if len(word) > 1:
        runs = [*(_shape(piece, "", case) for piece in word[:-1]), _shape(word[-1], " ", case)]
        whole = _unit(tuple(runs), cost, next((piece.link for piece in word if piece.link), ""))
        if whole.width <= widest:
            return [whole]
        return [
            unit
            for piece, run in zip(word, runs, strict=True)
            for unit in _cut(run, _scraps(run, widest), EMERGENCY_COST, cost, piece.link)
        ]
    key = (word[0], cost, widest)
    known = case.units.get(key)
    if known is None:
        known = case.units[key] = _parts(word[0], cost, case, widest)
    return known  # a list is made once a word and only read


def _parts(piece: Piece, cost: float, case: TypeCase, widest: float) -> list[Unit]:
    run = _shape(piece, " ", case)
    units = _cut(run, [match.end() for match in _HYPHEN.finditer(piece.text)], HYPHEN_COST, cost, piece.link)
    if all(unit.width <= widest for unit in units):
        return units
    return _cut(run, _scraps(run, widest), EMERGENCY_COST, cost, piece.link)


def _cut(run: GlyphRun, places: list[int], inner: float, last: float, link: str) -> list[Unit]:
    """Cut a run into units; it was shaped whole, so that letters are kerned over a cut when both sides share a line."""
    edges = [0, *places, len(run.text)]
    parts = [slice_run(run, a, b) for a, b in pairwise(edges)]
    return [_unit((part,), inner if at < len(parts) - 1 else last, link) for at, part in enumerate(parts)]


def _scraps(run: GlyphRun, widest: float) -> list[int]:
    """Return where to cut an over-wide run: behind its signs, and wherever a part would still be too wide."""
    places: list[int] = []
    for match in _SCRAP.finditer(run.text):
        end = match.start()
        for part in _narrow(match.group(), run, match.start(), widest):
            end += part
            places.append(end)
    return [place for place in places if place < len(run.text)]


def _narrow(text: str, run: GlyphRun, start: int, widest: float) -> list[int]:
    """Return the lengths of the parts of `text`, halved until each is no wider than `widest`."""
    if len(text) <= 1 or slice_run(run, start, start + len(text)).width <= widest:
        return [len(text)]
    half = len(text) // 2
    return [*_narrow(text[:half], run, start, widest), *_narrow(text[half:], run, start + half, widest)]


def _shape(piece: Piece, blank: str, case: TypeCase) -> GlyphRun:
    return case.shape(piece.text.replace(NO_BREAK, " ") + blank, piece.style)


def _unit(runs: tuple[GlyphRun, ...], cost: float, link: str) -> Unit:
    blank = runs[-1].blank
    return Unit(runs=runs, width=sum(run.width for run in runs) - blank, blank=blank, break_cost=cost, link=link)
