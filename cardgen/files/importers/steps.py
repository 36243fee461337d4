"""Sentences in, the steps of a card out: few, of a length to read at a glance, each sentence whole. Knows no Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.files.importers.exercise import Use
from cardgen.files.importers.sentences import Sentence, joined

MOST_STEPS = 8
_FEWEST, _ENOUGH = 3, 6
_SHORT, _LONG = 12, 45
"""Words. Under twelve a number costs more room than it orders; over forty-five the place is lost while one lifts."""
_MOST_SENTENCES = 3

_TOO_SHORT, _TOO_LONG, _TOO_MANY = 0.9, 0.5, 2.0
"""Cost of each word under or over, and of each sentence over."""
_CUT = 6.0
"""Cost of a step that starts within a paragraph: the author thought it one."""
_JOINED = 4.0
"""Cost of each paragraph that is joined to the one before."""
_TOO_FEW = 4.0
"""Cost of each step fewer than three: a long text without numbers is what steps are against."""
_SINGLE = 10.0
"""Cost of one step alone, besides."""
_BEYOND = 5.0
"""Cost of each step more than six: on a small card numbers and gaps cost room that type needs."""
_FAR = 1e6
"""Cost of what is done only where there is no other way."""

_MOST_UNITS = 80
"""Sentences that are thought about one by one; more are joined in pairs first, so that time stays bounded."""
_REFERS = re.compile(r"\bsteps? (?:\d|one|two|three|four|five|six)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A numbered step: sentences that say what to do, the first of them, and tips."""

    sentences: tuple[Sentence, ...]

    @property
    def lead_in(self) -> str:
        """What heads it; empty for nothing."""
        return self.sentences[0].lead_in

    @property
    def text(self) -> str:
        """What is to be done; a later sentence keeps its own heading, as "Breathing: ..."."""
        first, *others = (it for it in self.sentences if it.use is Use.STEP)
        return joined([first.text, *(f"{it.lead_in}: {it.text}" if it.lead_in else it.text for it in others)])

    @property
    def tips(self) -> tuple[str, ...]:
        """What was said beside it."""
        tips: list[str] = []
        for number, sentence in enumerate(self.sentences):
            if sentence.use is Use.STEP:
                continue
            if sentence.opens or self.sentences[number - 1].use is Use.STEP:
                tips.append(sentence.text)
            else:
                tips[-1] = joined((tips[-1], sentence.text))
        return tuple(tips)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(sentence.words for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """Sentences that stay together."""

    sentences: tuple[Sentence, ...]
    words: int
    said: int
    """How many of them say what to do; words and these count for the length, tips stand on lines of their own."""
    starts: bool
    """Whether a paragraph starts with it."""


def are_counted(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a text refers to its steps ("repeat steps 3-6"), so that their numbers must hold."""
    return any(_REFERS.search(sentence.text) for sentence in sentences)


def _are_steps(sentences: Sequence[Sentence]) -> bool:
    """Tell whether the passages are the steps already: they are counted, or entries of a list that is no longer than a card's."""
    few = len({sentence.passage for sentence in sentences if sentence.use is Use.STEP}) <= MOST_STEPS
    return are_counted(sentences) or (few and any(sentence.listed for sentence in sentences))


def make_steps(sentences: Sequence[Sentence]) -> tuple[Step, ...]:
    """Group sentences into steps, tips with what they are about; the first sentence is no tip."""
    if not sentences:
        return ()
    if _are_steps(sentences):
        numbers = dict.fromkeys(sentence.passage for sentence in sentences)
        return tuple(_step([it for it in sentences if it.passage == number]) for number in numbers)
    units = _units(sentences)
    return tuple(_step([it for unit in group for it in unit.sentences]) for group in _cheapest(units))


def _step(sentences: Sequence[Sentence]) -> Step:
    return Step(sentences=tuple(sentences))


def shortened(steps: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    """Return steps of at most so many words in all: the longest lose sentences; each keeps its first, the last also how it ends."""
    kept = [list(step.sentences) for step in steps]
    words = [step.words for step in steps]
    while sum(words) > most:
        number = max((at for at, one in enumerate(kept) if len(one) > 1), key=words.__getitem__, default=None)
        if number is None:
            break
        is_last = number == len(kept) - 1 and len(kept[number]) > 2  # noqa: PLR2004 - what is between first and last
        words[number] -= kept[number].pop(-2 if is_last else -1).words
    return tuple(_step(sentences) for sentences in kept)


def _units(sentences: Sequence[Sentence]) -> list[_Unit]:
    """Join what must stand together, and more where there is very much of it."""
    units: list[_Unit] = []
    for number, sentence in enumerate(sentences):
        starts = number == 0 or sentence.passage != sentences[number - 1].passage
        said = sentence.use is Use.STEP
        unit = _Unit(sentences=(sentence,), words=sentence.words if said else 0, said=int(said), starts=starts)
        if units and (sentence.leans or sentence.use is not Use.STEP) and not sentence.lead_in:
            unit = _join(units.pop(), unit)
        units.append(unit)
    while len(units) > _MOST_UNITS:
        pairs = [units[at : at + 2] for at in range(0, len(units), 2)]
        units = [_join(*pair) if len(pair) == 2 else pair[0] for pair in pairs]  # noqa: PLR2004 - a pair
    return units


def _join(one: _Unit, other: _Unit) -> _Unit:
    sentences = one.sentences + other.sentences
    return _Unit(sentences=sentences, words=one.words + other.words, said=one.said + other.said, starts=one.starts)


def _cheapest(units: Sequence[_Unit]) -> list[Sequence[_Unit]]:
    """Find the grouping that costs least, by dynamic programming over how many steps the first units make."""
    most = min(MOST_STEPS, len(units))
    # best[k][i]: the least cost of the first i units in k steps, and where the last of these starts.
    best: list[list[tuple[float, int]]] = [[(_FAR * _FAR, 0)] * (len(units) + 1) for _ in range(most + 1)]
    best[0][0] = (0.0, 0)
    costs = [[_cost(units[start:end]) for end in range(start + 1, len(units) + 1)] for start in range(len(units))]
    for count in range(1, most + 1):
        for end in range(count, len(units) + 1):
            best[count][end] = min(
                (best[count - 1][start][0] + costs[start][end - start - 1], start) for start in range(count - 1, end)
            )
    count = min(range(1, most + 1), key=lambda k: best[k][-1][0] + _cost_of_count(k))
    groups: list[Sequence[_Unit]] = []
    end = len(units)
    while count:
        start = best[count][end][1]
        groups.append(units[start:end])
        count, end = count - 1, start
    return groups[::-1]


def _cost_of_count(count: int) -> float:
    alone = _SINGLE if count == 1 else 0.0
    return alone + _TOO_FEW * max(0, _FEWEST - count) + _BEYOND * max(0, count - _ENOUGH)


def _cost(group: Sequence[_Unit]) -> float:
    """Return what is against this step."""
    words = sum(unit.words for unit in group)
    sentences = sum(unit.said for unit in group)
    cost = _TOO_SHORT * max(0, _SHORT - words) + _TOO_LONG * max(0, words - _LONG)
    cost += _TOO_MANY * max(0, sentences - _MOST_SENTENCES)
    cost += _JOINED * sum(unit.starts for unit in group[1:])
    cost += 0.0 if group[0].starts else _CUT
    return cost + _FAR * sum(bool(unit.sentences[0].lead_in) for unit in group[1:])
