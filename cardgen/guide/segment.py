"""The letters of a name in, words out: found in the text, cheapest whole cover by dynamic programming. Knows costs only."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from operator import itemgetter

from cardgen.guide.words import COMMON, STOP, Word, key_of


class Rank(IntEnum):
    """Where a word was found; the nearer to the name, the cheaper."""

    RUN = 0
    DESCRIPTION = 1
    BODY = 2
    COMMON = 3
    NOWHERE = 4


_COST = {Rank.RUN: 1.0, Rank.DESCRIPTION: 1.4, Rank.BODY: 1.9, Rank.COMMON: 2.6}
"""Above all the number of words counts: two words of the run cost more than one of the body."""

_VARIANT = 0.45
"""For a word that stands there as its plural or another form; it must not beat the same letters found as they are."""

_STOP_WORD = 1.3
"""So that "benchpress on" is not read out of letters that happen to fit."""

_SHORT = {1: 2.0, 2: 0.35}
"""Short words fit anywhere by chance."""

_NEIGHBOUR = -0.35
"""Words that follow each other in the description also as they do in the name."""

_ARTICLES = frozenset("ai")
"""Single letters that are words of English; others (V-Up, T-Bar) are names of shapes."""

_MIN_FORM = 3
_MIN_STEM = 2

LONGEST_NAME = 120
"""Letters; no exercise is called so, and the time to read them grows with their cube."""

_UNKNOWN = 4.5
_UNKNOWN_LETTER = 0.9
"""Letters no text explains: one odd word is likelier than several, and a known word inside it likelier than none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A way to read some letters."""

    key: str
    text: str
    """As the text writes it, with its capitals and hyphens."""
    rank: Rank
    cost: float
    places: tuple[int, ...] = ()
    """Where it stands in the description, counted in words."""
    span: int = 1
    """How many words of the description it covers."""


Lexicon = dict[str, Candidate]


def build_lexicon(letters: str, run: Sequence[Word], description: Sequence[Word], body: Iterable[str]) -> Lexicon:
    """Collect the words that `letters` may be made of, the cheapest reading of each."""
    maker = _Maker(letters)
    in_run = {id(word) for word in run}
    places: dict[str, list[int]] = {}
    for index, word in enumerate(description):
        places.setdefault(word.key, []).append(index)
    start = 0
    for index, word in enumerate(description):
        rank = Rank.RUN if id(word) in in_run else Rank.DESCRIPTION
        maker.offer(word.key, word.text, rank, tuple(places[word.key]))
        if not word.joined:
            start = index
            continue
        tied = description[start : index + 1]
        text = "-".join(part.text for part in tied)
        maker.offer(key_of(text), text, rank, (start,), len(tied))
    for text in body:
        maker.offer(key_of(text), text, Rank.BODY)
        if "-" in text:
            for part in text.split("-"):
                maker.offer(key_of(part), part, Rank.BODY)
    for pair in maker.pairs:
        for key in _common_words().get(pair, ()):
            maker.offer(key, key, Rank.COMMON)
    return maker.lexicon


@functools.cache
def _common_words() -> dict[str, tuple[str, ...]]:
    """Return the general words by their first two letters."""
    groups: dict[str, list[str]] = {}
    for key in sorted(COMMON):
        groups.setdefault(key[:2], []).append(key)
    return {pair: tuple(keys) for pair, keys in groups.items()}


class _Maker:
    """A lexicon in the making; it leaves out at once what the letters do not hold."""

    __slots__ = ("_letters", "lexicon", "pairs")

    def __init__(self, letters: str) -> None:
        self._letters = letters
        # Every form of a word keeps its first two letters.
        self.pairs = {letters[i : i + 2] for i in range(len(letters))}
        self.lexicon: Lexicon = {}

    def offer(self, key: str, text: str, rank: Rank, places: tuple[int, ...] = (), span: int = 1) -> None:
        """Take a word and its other forms in, where no cheaper reading of the same letters is there."""
        if key[:2] not in self.pairs and key not in self._letters:
            return
        if key in _ARTICLES:
            return
        cost = _COST[rank] + _SHORT.get(len(key), 0.0) * (rank is not Rank.RUN)
        if key in STOP and rank is not Rank.RUN:
            cost += _STOP_WORD
        word = Candidate(key=key, text=text, rank=rank, cost=cost, places=places, span=span)
        self._take(word)
        for form in _forms(key):
            if form in self._letters:
                self._take(replace(word, key=form, text=_in_form(text, form), cost=cost + _VARIANT))

    def _take(self, word: Candidate) -> None:
        if word.key in self._letters and ((old := self.lexicon.get(word.key)) is None or word.cost < old.cost):
            self.lexicon[word.key] = word


_PLURALS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("y", "ies"),
    ("ch", "ches"),
    ("sh", "shes"),
    ("ss", "sses"),
    ("x", "xes"),
)
_ENDINGS = (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("e", "ing"))


@functools.lru_cache(maxsize=8192)
def _forms(key: str) -> tuple[str, ...]:
    """Return the singular or plural of a word, and its forms in -ing and -ed."""
    if len(key) < _MIN_FORM or key.isdigit():
        return ()
    forms = {key[: -len(old)] + new for old, new in _PLURALS + _ENDINGS if key.endswith(old)}
    if not key.endswith("s"):
        forms |= {f"{key}s", f"{key}ing"}
    forms |= {stem[:-1] for stem in tuple(forms) if stem[-1:] == stem[-2:-1] and key.endswith(("ing", "ed"))}
    return tuple(sorted(form for form in forms if len(form) >= _MIN_STEM and form != key))


def _in_form(text: str, form: str) -> str:
    """Write a form with the capitals of the word it comes from; hyphens stay where the letters allow it."""
    out: list[str] = []
    letters = iter(form)
    count = 0
    for char in text:
        if count >= len(form):
            break
        if not char.isalnum():
            out.append(char)
            continue
        letter = next(letters)
        out.append(letter.upper() if char.isupper() else letter)
        count += 1
    return "".join(out).rstrip("-'’") + form[count:]


def cover(letters: str, lexicon: Lexicon) -> list[Candidate]:
    """Return the cheapest words that make up all the letters; of a name of many hundred, that it is one nobody knows."""
    if len(letters) > LONGEST_NAME:
        return [_unknown(letters)]
    words = _cheapest(letters, lexicon, gaps=False)
    if words and all(len(word.key) > _MIN_STEM or word.rank <= Rank.DESCRIPTION for word in words):
        return words  # letters that no text explains need not be thought of, and they cost the most time
    return _cheapest(letters, lexicon, gaps=True)


def _cheapest(letters: str, lexicon: Lexicon, *, gaps: bool) -> list[Candidate]:
    """Find the way through the letters that costs least; with `gaps`, unknown words may be on it."""
    longest = len(letters) if gaps else max(map(len, lexicon), default=0)
    # best[i] holds the covers of the first i letters by their last word: cost and words.
    best: list[dict[str, tuple[float, list[Candidate]]]] = [{} for _ in range(len(letters) + 1)]
    best[0][""] = (0.0, [])
    for start, ways in enumerate(best[:-1]):
        if not ways:
            continue
        for end in range(start + 1, min(start + longest, len(letters)) + 1):
            key = letters[start:end]
            word = lexicon.get(key) or (_unknown(key) if gaps else None)
            if word is None:
                continue
            cost, way = min(((cost + _transition(way, word), way) for cost, way in ways.values()), key=itemgetter(0))
            cost += word.cost
            if key not in best[end] or cost < best[end][key][0]:
                best[end][key] = (cost, [*way, word])
    return min(best[-1].values(), key=itemgetter(0), default=(0.0, []))[1]


def _unknown(key: str) -> Candidate:
    """Return letters as a word that stands nowhere."""
    return Candidate(key=key, text=key, rank=Rank.NOWHERE, cost=_UNKNOWN + _UNKNOWN_LETTER * len(key))


def _transition(way: Sequence[Candidate], word: Candidate) -> float:
    """Favour neighbours of the description."""
    if not way:
        return 0.0
    last = way[-1]
    if any(place + last.span in word.places for place in last.places):
        return _NEIGHBOUR
    return 0.0
