"""A title, its equipment and the passages of a guide in, the muscles it works out, and what tells so.

A movement that is known by its name takes its muscles from the table; the text may add what it names outright. For others the text
alone speaks, and where it names none, nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from cardgen.figure.movements import Action, Family, Told
from cardgen.guide.anatomy import is_english, plain_words
from cardgen.guide.model import Evidence, Muscle, Muscles, Origin, Verdict
from cardgen.guide.muscles.names import Kind
from cardgen.guide.muscles.passages import Passage, Place
from cardgen.guide.muscles.told import names_in, told_in

MOST_MAIN, MOST_HELPING = 3, 6
"""More names than these that a text alone tells nobody could feel."""

_PAIRS = {
    "quads": "hamstrings",
    "biceps": "triceps",
    "abs": "lower_back",
    "adductors": "abductors",
    "chest": "mid_back",
}
_OPPOSITES = _PAIRS | {two: one for one, two in _PAIRS.items()}
"""What does the contrary at the same joint: where one moves the weight the other rests, though texts like to list both."""

_MOST_MEANT = 2
"""How many groups of a broad word are taken where a text has nothing better: of "back" the lats and the mid back."""


def counted(passages: Sequence[Passage]) -> Told:
    """Return how often a text names each muscle, places aside; nothing is counted before it is asked for."""

    @cache
    def counts() -> Counter[str]:
        names = (name for passage in passages for name in names_in(passage.text))
        return Counter(name.groups[0] for name in names if name.kind is Kind.MUSCLE and len(name.groups) == 1)

    return lambda muscle: counts()[muscle]


def read_muscles(family: Family | None, passages: Iterable[Passage], language: str) -> Muscles:
    """Return the muscles of a movement's family, and those that an English text adds or tells alone."""
    words = plain_words(language)
    if words is None:
        return Muscles(action=family.action) if family else Muscles()
    passages = tuple(passages)
    evidence = tuple(one for passage in passages for one in told_in(passage)) if is_english(language) else ()
    if family is None or _contradicts(family, evidence):
        return _from_text(passages, evidence, words)
    known = {*family.main, *family.helping}
    added = tuple(one for one in _narrow(evidence) if _may_add(one, family) and one.groups[0] not in known)
    helping = dict.fromkeys([*family.helping, *(one.groups[0] for one in added)])
    return Muscles(
        primary=_plain(family.main, words),
        secondary=_plain(helping, words),
        origin=Origin.MOVEMENT,
        action=family.action,
        evidence=added,
    )


def _contradicts(family: Family, evidence: Sequence[Evidence]) -> bool:
    """Tell whether a text names muscles, twice at least, and none that the family works: then the title means another movement."""
    named = [one.groups[0] for one in _narrow(evidence) if one.verdict is Verdict.NAMED]
    return len(named) > 1 and {*named}.isdisjoint((*family.main, *family.helping))


def _named_in_lead(passages: Sequence[Passage], evidence: Sequence[Evidence]) -> list[Evidence]:
    lead = {passage.location for passage in passages if passage.place is Place.DESCRIPTION}
    return [one for one in evidence if one.verdict is Verdict.NAMED and one.location in lead]


def _may_add(one: Evidence, family: Family) -> bool:
    """Tell whether words add a muscle to those of the table: a list of muscles may, and "also works the triceps".

    A description that strings names together is no anatomist; and what rests while the main muscles work is not added.
    """
    opposite = one.groups[0] in {_OPPOSITES.get(muscle) for muscle in family.main}
    return one.verdict is Verdict.LISTED or (one.verdict is Verdict.HELP and not opposite)


def _from_text(passages: Sequence[Passage], evidence: Sequence[Evidence], words: Mapping[str, str]) -> Muscles:
    """Return what a text alone tells: what its title, its lists and its description name is what the exercise is for."""
    title = " ".join(passage.text for passage in passages if passage.place is Place.TITLE)
    first = [one for one in evidence if one.verdict in (Verdict.TITLE, Verdict.LISTED)]
    first += _named_in_lead(passages, evidence)
    main = first or [one for one in evidence if one.verdict is Verdict.NAMED]
    primary = list(dict.fromkeys(one.groups[0] for one in _narrow(main)))[:MOST_MAIN]
    if not primary and main:
        primary = list(main[0].groups[:_MOST_MEANT])
    others = dict.fromkeys(one.groups[0] for one in _narrow(evidence) if one.groups[0] not in primary)
    secondary = list(others)[:MOST_HELPING] if primary else []
    told = {*primary, *secondary}
    return Muscles(
        primary=_plain(primary, words),
        secondary=_plain(secondary, words),
        origin=Origin.TEXT if primary else Origin.NONE,
        action=Action.STRETCH if "stretch" in title.casefold() else Action.WORK,
        evidence=tuple(one for one in evidence if told & set(one.groups)),
    )


def _narrow(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return what names one muscle, and no broad word."""
    return [one for one in evidence if len(one.groups) == 1]


def _plain(groups: Iterable[str], words: Mapping[str, str]) -> tuple[Muscle, ...]:
    return tuple(Muscle(name=words[group], groups=(group,)) for group in groups)
