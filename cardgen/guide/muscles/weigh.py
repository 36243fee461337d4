"""What was read of muscles in, what the exercise is for and what helps out. Knows neither words nor grammar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cardgen.guide.model import Verdict
from cardgen.guide.muscles.mechanics import Motion
from cardgen.guide.muscles.mentions import Mention
from cardgen.guide.muscles.movements import Movement
from cardgen.guide.muscles.passages import Place

MOST_PRIMARY = 3
MOST_SECONDARY = 4
"""More names than these tell nobody where to feel it."""

_MOST_UNCONFIRMED = 2
"""As many where no movement confirms what is named: the third of a list is wrong more often than not."""

_NAMED = {
    (Verdict.TITLE, Place.TITLE): 8.0,
    (Verdict.EMPHASIS, Place.DESCRIPTION): 10.0,
    (Verdict.EMPHASIS, Place.PURPOSE): 7.0,
    (Verdict.EMPHASIS, Place.ACTION): 4.0,
    (Verdict.EMPHASIS, Place.ADVICE): 4.0,
    (Verdict.MENTION, Place.DESCRIPTION): 5.0,
}
"""What makes a muscle one that the exercise is for. A description has one sentence: it names no muscle by the way."""

_NEXT, _LAST_RANK = 0.7, 4
"""What each muscle of a list weighs less than the one before it: people name the most important first."""

_REPEATED = 0.15
"""The part that a muscle gains when it is named again: a text that repeats itself is not twice as sure."""

_CUED = {Verdict.CUE: 3.0, Verdict.MENTION: 1.5, Verdict.EMPHASIS: 3.0}
_AMONG_MISTAKES = 0.5
"""What is left of a cue that only says what was not done."""

_HELP = 4.0
_MOVED, _MOVED_IN_LEAD = 2.0, 3.0
_AGAIN = (1.0, 0.5, 0.25)
"""What the same movement weighs when it is told again: the steps repeat the execution."""
_HELPER = 0.4
"""The part of a movement that its helpers do."""
_POSTURE = 0.3
"""What is left of a posture in a guide that does not move out of it."""

_MOST_CUED = _MOST_MOVED = 4.0
"""However often a muscle is cued or moves, it weighs less than one that the description names."""
_MOVED_PART = 0.5

_LEAST_NAMED = 3.5
_LEAST_OF_BEST = 0.5
_LEAST_MOVED = 1.0
_LEAST_OF_MOST_MOVED = 0.3
_LEAST_OF_OPPOSITE = 0.6
_LEAST_FALLBACK, _FALLBACK_OF_BEST, _MOST_FALLBACK = 1.5, 0.75, 2
_LEAST_NAMED_HELP, _LEAST_CUED_HELP, _HELP_OF_MOST_MOVED = 2.0, 3.0, 0.25

_PAIRS = {"quads": "hamstrings", "biceps": "triceps", "abs": "lower_back", "adductors": "abductors"}
_OPPOSITES = _PAIRS | {two: one for one, two in _PAIRS.items()}
"""What does the contrary at the same joint: where one moves the weight the other rests, though texts like to list both."""

_KIN = {"glutes": "abductors"}
"""A part that people call by the whole: the gluteus medius is a glute, but what it does is lift the leg sideways."""

_CHAIN = ("glutes", "hamstrings", "lower_back")
_SHARES_OF_CHAIN = dict(zip(_CHAIN, (1.0, 0.8, 0.25), strict=True))
"""The posterior chain: a list in two words, not one of several."""

_SHARE_OF_PRESENT = 0.4
_SHARE_OF_NAMED = 0.5
_FIRST_GUESS, _LATER_GUESS, _SECOND_GUESS = 0.7, 0.35, 0.3
"""What a broad word is worth to the muscles it mostly means, where nothing else tells which it means here."""


@dataclass(slots=True)
class _Tally:
    """What speaks for a muscle."""

    named: float = 0.0
    cued: float = 0.0
    helped: float = 0.0
    moved: float = 0.0

    @property
    def weight(self) -> float:
        return self.named + min(self.cued, _MOST_CUED) + min(self.moved * _MOVED_PART, _MOST_MOVED)


def weigh(mentions: Sequence[Mention], movements: Sequence[Movement]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of what the exercise is for, and of what helps, the most important first."""
    tallies = _tally(mentions, movements)
    primary = _primary(tallies)
    most_moved = max((tally.moved for tally in tallies.values()), default=0.0)
    helping = [group for group, tally in tallies.items() if group not in primary and _helps(tally, most_moved)]
    helping.sort(key=lambda group: -(tallies[group].weight + tallies[group].helped))
    return primary, tuple(helping[:MOST_SECONDARY])


def _primary(tallies: Mapping[str, _Tally]) -> tuple[str, ...]:
    """Return the muscles that are named as the purpose, as far as they move; where none is named, those that move."""
    named = [group for group, tally in tallies.items() if tally.named >= _LEAST_NAMED]
    if not named:
        return _fallback(tallies)
    named.sort(key=lambda group: -tallies[group].weight)
    near = [group for group in named if tallies[group].weight >= _LEAST_OF_BEST * tallies[named[0]].weight]
    floor = max(_LEAST_MOVED, _LEAST_OF_MOST_MOVED * max(tallies[group].moved for group in near))
    moving = [group for group in near if _is_moved(group, tallies, floor)]
    by_name = sorted(named, key=lambda group: -tallies[group].named)
    # The one named loudest stays: that a movement is not understood is likelier than that the author is wrong.
    kept = {group for group in near if group in moving or group == by_name[0]}
    best = [group for group in near if group in kept][:MOST_PRIMARY] if moving else near[:_MOST_UNCONFIRMED]
    return tuple(group for group in by_name if group in best)


def _is_moved(group: str, tallies: Mapping[str, _Tally], floor: float) -> bool:
    opposite = tallies.get(_OPPOSITES.get(group, ""), _Tally())
    return tallies[group].moved >= max(floor, _LEAST_OF_OPPOSITE * opposite.moved)


def _fallback(tallies: Mapping[str, _Tally]) -> tuple[str, ...]:
    scores = {group: min(tally.cued, _MOST_CUED) / 2 + tally.moved for group, tally in tallies.items()}
    floor = max(_LEAST_FALLBACK, _FALLBACK_OF_BEST * max(scores.values(), default=0.0))
    best = sorted((group for group in scores if scores[group] >= floor), key=lambda group: -scores[group])
    return tuple(best[:_MOST_FALLBACK])


def _helps(tally: _Tally, most_moved: float) -> bool:
    if tally.helped or tally.named >= _LEAST_NAMED_HELP:
        return True
    if tally.moved >= max(_LEAST_MOVED, _HELP_OF_MOST_MOVED * most_moved):
        return True
    # Squeezed and not moved, it only makes the body stiff.
    return tally.cued >= _LEAST_CUED_HELP and tally.moved > 0


def _tally(mentions: Sequence[Mention], movements: Sequence[Movement]) -> dict[str, _Tally]:
    moved = _weigh_movements(movements)
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for group, weight in moved.items():
        tallies[group].moved = weight
    meant = {
        one.evidence.groups[0] for one in mentions if len(one.evidence.groups) == 1 and one.evidence.verdict in _CUED
    }
    for one in mentions:
        for group, share in _shares(one, moved, meant).items():
            _count(tallies[group], one, share)
    return tallies


def _count(tally: _Tally, one: Mention, share: float) -> None:
    verdict = one.evidence.verdict
    vague = verdict is Verdict.MENTION and len(one.evidence.groups) > 1
    if verdict is Verdict.HELP:
        tally.helped = max(tally.helped, _HELP * share)
    elif (named := _NAMED.get((verdict, one.place))) and not vague:
        weight = (named - _NEXT * min(one.rank, _LAST_RANK)) * share
        tally.named = max(tally.named, weight) + _REPEATED * min(tally.named, weight)
    elif cued := _CUED.get(verdict):
        tally.cued += cued * (_AMONG_MISTAKES if one.place is Place.MISTAKES else 1.0) * share


def _weigh_movements(movements: Sequence[Movement]) -> Mapping[str, float]:
    """Return how much each muscle moves."""
    sure = {group for one in movements if not one.motion.posture for group in one.motion.movers}
    weights: dict[str, float] = defaultdict(float)
    told: Counter[Motion] = Counter()
    for one in movements:
        again = told[one.motion]
        told[one.motion] += 1
        if again >= len(_AGAIN):
            continue
        weight = (_MOVED if one.place is Place.ACTION else _MOVED_IN_LEAD) * _AGAIN[again]
        if one.motion.posture and sure and sure.isdisjoint(one.motion.movers):
            weight *= _POSTURE
        for group in one.motion.movers:
            weights[group] += weight
        for group in one.motion.helpers:
            weights[group] += weight * _HELPER
    return weights


def _shares(one: Mention, moved: Mapping[str, float], meant: set[str]) -> Mapping[str, float]:
    """Return which muscles a name means, and how surely: of a broad word those that move, else those that are named too."""
    groups = one.evidence.groups
    if len(groups) == 1:
        kin = _KIN.get(groups[0])
        if kin and moved.get(kin, 0.0) > 2 * moved.get(groups[0], 0.0):
            return {kin: 1.0, groups[0]: _SHARE_OF_NAMED}
        return {groups[0]: 1.0}
    if groups == _CHAIN:
        return _SHARES_OF_CHAIN
    most = max(moved.get(group, 0.0) for group in groups)
    if most >= _LEAST_MOVED:
        present = {group: moved.get(group, 0.0) / most for group in groups}
        return {group: share for group, share in present.items() if share >= _SHARE_OF_PRESENT}
    if named := [group for group in groups if group in meant]:
        return dict.fromkeys(named, _SHARE_OF_NAMED)
    return {groups[0]: _LATER_GUESS if one.rank else _FIRST_GUESS, groups[1]: _SECOND_GUESS}
