"""The letters of a name in, words out: found in the text, cheapest whole cover by dynamic programming. Knows costs only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from cardgen.guide.words import COMMON, STOP, Word, key_of


class Rank(IntEnum):
    """Where a word was found; the nearer to the name, the cheaper."""

    RUN = 0
    DESCRIPTION = 1
    BODY = 2
    COMMON = 3
    NOWHERE = 4


_COST = {Rank.RUN: 1.0, Rank.DESCRIPTION: 1.4, Rank.BODY: 1.9, Rank.COMMON: 2.1}
"""Above all the number of words counts: two words of the run cost more than one of the body."""

_VARIANT = 0.45
"""For a word that stands there as its plural or another form; it must not beat the same letters found as they are."""

_STOP_WORD = 1.3
"""So that "benchpress on" is not read out of letters that happen to fit."""

_SHORT = {1: 2.0, 2: 0.35}
"""Short words fit anywhere by chance."""

_NEIGHBOUR = -0.35
"""Words that follow each other in the description also as they do in the name."""

_UNKNOWN = 4.0
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
    for key in COMMON:
        maker.offer(key, key, Rank.COMMON)
    return maker.lexicon


class _Maker:
    """A lexicon in the making; it leaves out at once what the letters do not hold."""

    __slots__ = ("_letters", "_pairs", "lexicon")

    def __init__(self, letters: str) -> None:
        self._letters = letters
        # Every form of a word keeps its first two letters.
        self._pairs = {letters[i : i + 2] for i in range(len(letters))}
        self.lexicon: Lexicon = {}

    def offer(self, key: str, text: str, rank: Rank, places: tuple[int, ...] = (), span: int = 1) -> None:
        """Take a word and its other forms in, where no cheaper reading of the same letters is there."""
        if key[:2] not in self._pairs:
            return
        if len(key) == 1 and not (text.isupper() and rank <= Rank.DESCRIPTION and key not in "ai") and not key.isdigit():
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


def _forms(key: str) -> Iterable[str]:
    """Return the singular or plural of a word, and the stem of a form in -ing or -ed."""
    if len(key) < 3 or key.isdigit():
        return
    if key.endswith("ies") and len(key) > 4:
        yield key[:-3] + "y"
    if key.endswith("es") and len(key) > 4:
        yield key[:-2]
    if key.endswith("s") and not key.endswith("ss"):
        yield key[:-1]
    else:
        yield f"{key}s"
        if key.endswith(("s", "x", "ch", "sh")):
            yield f"{key}es"
        if key.endswith("y") and len(key) > 3:
            yield f"{key[:-1]}ies"
    for ending in ("ing", "ed"):
        stem = key.removesuffix(ending)
        if stem != key and len(stem) > 2:
            yield stem
            yield f"{stem}e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
    if len(key) > 3 and not key.endswith("s"):
        yield f"{key.removesuffix('e')}ing"


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


def cover(letters: str, lexicon: Lexicon) -> tuple[list[Candidate], float]:
    """Return the cheapest words that make up all the letters, and their cost."""
    longest = max(map(len, lexicon), default=0)
    size = len(letters)
    # best[i] maps the last word of a cover of letters[:i] to its cost and the way there.
    best: list[dict[str, tuple[float, list[Candidate]]]] = [{} for _ in range(size + 1)]
    best[0][""] = (0.0, [])
    for start in range(size):
        if not best[start]:
            continue
        for word in _words_at(letters, start, longest, lexicon):
            end = start + len(word.key)
            cost, way = min(
                ((cost + _transition(way, word), way) for cost, way in best[start].values()), key=lambda pair: pair[0]
            )
            cost += word.cost
            old = best[end].get(word.key)
            if old is None or cost < old[0]:
                best[end][word.key] = (cost, [*way, word])
    cost, way = min(best[size].values(), key=lambda pair: pair[0])
    return way, cost


def _words_at(letters: str, start: int, longest: int, lexicon: Lexicon) -> Iterable[Candidate]:
    rest = len(letters) - start
    for length in range(1, rest + 1):
        key = letters[start : start + length]
        known = lexicon.get(key) if length <= longest else None
        if known:
            yield known
        elif length > 1 or rest == 1 or start == 0:
            yield Candidate(key=key, text=key, rank=Rank.NOWHERE, cost=_UNKNOWN + _UNKNOWN_LETTER * length)


def _transition(way: Sequence[Candidate], word: Candidate) -> float:
    """Favour neighbours of the description; two unknown words in a row are never better than one."""
    if not way:
        return 0.0
    last = way[-1]
    if any(place + last.span in word.places for place in last.places):
        return _NEIGHBOUR
    return 0.0
