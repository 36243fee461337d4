"""A passage in, the muscles out that it names outright as what is worked: "strengthens the triceps", a list under "Muscles worked".

What is only near, touched, held still or to be spared ("curl toward your thigh", "elbow on knee", "not your arms") is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cardgen.guide.model import Evidence, Verdict
from cardgen.guide.muscles.names import LONGEST, Kind, Name, known_names
from cardgen.guide.muscles.passages import Passage, Place

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.!?;:,()–—]")
_ENDS = frozenset(".!?;:()–—")

_REACH = 5
"""Words of no meaning here that may part a verb from the muscle it is about: "builds real size and strength in the chest"."""

_PURPOSES = """
target work strengthen build develop train isolate hit emphasize emphasise tone grow sculpt shape challenge stretch lengthen
loosen release increase improve boost maximize maximise add activate exercise recruit engage involve load focus
"""
_HELPS = frozenset(
    {"also", "secondary", "secondarily", "assist", "assists", "assisted", "assisting", "helped", "additionally"}
)
_ENDING_WORDS = """
to toward towards onto against behind over under underneath above below between across near at from around beside along until
like into off than not no without avoid avoiding never don't less while by reaches meets touches touch
"""
_ENDING = frozenset(_ENDING_WORDS.split())
"""Words after which a name tells a place, or what is to be spared: "lower the bar to the chest", "rather than the back"."""

_FOCUS = frozenset({"focus", "focuses", "focusing", "emphasis", "emphasizes", "stress", "stresses"})
_BESIDE_WORDS = """
width height level distance line blade blades joint joints up straight pad rest stability mobility extension flexion rotation
abduction adduction health control flexibility alignment hinge drive opening
"""
_BESIDE = frozenset(_BESIDE_WORDS.split())
"""Words right after a name that make it a place, a measure or a joint: "shoulder width", "hip mobility"."""

_GAINS = frozenset({"strength", "endurance", "power"})
"""Words after which a grip is no way to hold a bar."""

_LIMITING = frozenset({"and", "or", ",", "the", "your", "both", "as", "well", "plus", "muscle", "muscles", "of", "its"})
"""Words that part nothing."""


@dataclass(slots=True)
class _State:
    """What the words so far make of a muscle that comes next."""

    verdict: Verdict | None
    reach: int
    start: int = 0
    helps: bool = False

    def say(self, at: int) -> None:
        """Take a verb of purpose."""
        self.verdict, self.reach = Verdict.HELP if self.helps else Verdict.NAMED, _REACH
        self.start = self.start if self.helps else at


@dataclass(frozen=True, slots=True)
class _Text:
    words: Sequence[str]
    spans: Sequence[tuple[int, int]]
    text: str

    def excerpt(self, start: int, end: int) -> str:
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]


@cache
def _purposes() -> frozenset[str]:
    return frozenset(form for verb in _PURPOSES.split() for form in _forms(verb))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in known_names())


def _forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{verb}es", f"{stem}ing", f"{verb}{verb[-1]}ing", f"{stem}ed")


def told_in(passage: Passage) -> Iterator[Evidence]:
    """Yield the muscles that a passage names outright, in the order of its words."""
    if passage.listed is None and passage.place not in (Place.DESCRIPTION, Place.PURPOSE, Place.TITLE):
        return
    text = _taken_apart(passage.text)
    state = _fresh(passage)
    at = 0
    while at < len(text.words):
        name, end = _name_at(text.words, at)
        if name is None:
            _step(state, text.words, at, passage)
        elif state.verdict is not None and _is_meant(name, text.words, at, end, state.verdict):
            words = text.excerpt(min(state.start, at) if passage.listed is None else at, end)
            yield Evidence(groups=name.groups, words=words, verdict=state.verdict, location=passage.location)
        at = end


def _is_meant(name: Name, words: Sequence[str], at: int, end: int, verdict: Verdict) -> bool:
    """Tell whether a name means a muscle, by the word after it; a title must leave no doubt."""
    after = words[end] if end < len(words) else ""
    if words[end - 1] == "grip":
        return after in _GAINS
    if (words[at], after) == ("trap", "bar"):
        return False
    if verdict is Verdict.TITLE and (name.kind is Kind.PLACE or len(name.groups) > 1):
        return False
    return after not in _BESIDE


def names_in(text: str) -> Iterator[Name]:
    """Yield every name of a muscle in a text, whatever it says of it."""
    words = _taken_apart(text).words
    at = 0
    while at < len(words):
        name, at = _name_at(words, at)
        if name is not None:
            yield name


def _taken_apart(text: str) -> _Text:
    found = list(_WORD.finditer(text))
    return _Text([one[0].lower().replace("’", "'") for one in found], [one.span() for one in found], text)


def _fresh(passage: Passage) -> _State:
    """Return how a sentence begins: in a list of muscles, and in a title, names need no verb."""
    verdict = Verdict.TITLE if passage.place is Place.TITLE else passage.listed
    return _State(verdict, _REACH if verdict else 0)


def _step(state: _State, words: Sequence[str], at: int, passage: Passage) -> None:
    """Take a word that names no muscle."""
    word = words[at]
    if word in _ENDS:
        fresh = _fresh(passage)
        state.verdict, state.reach, state.start, state.helps = fresh.verdict, fresh.reach, at + 1, False
    elif word in _HELPS:
        state.helps, state.start = True, at
    elif word in _purposes():
        state.say(at)
    elif word in _ENDING or (word == "on" and (not at or words[at - 1] not in _FOCUS)):
        state.verdict = None
    elif word not in _LIMITING:
        state.reach -= 1
        state.verdict = state.verdict if state.reach > 0 else None


def _name_at(words: Sequence[str], at: int) -> tuple[Name | None, int]:
    """Return the longest name that begins at a word, and the word after it."""
    if words[at] not in _first_words():
        return None, at + 1
    names = known_names()
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        name = names.get(" ".join(words[at : at + size]))
        if name is not None:
            return name, at + size
    return None, at + 1
