"""A word in, the places out where its syllables part, by the rules that school books give. Knows no dictionary, no fonts.

Serves the languages whose dictionaries are not to be had freely, and any other: a rule only parts where it is sure. Between
vowels one consonant opens the next syllable and two are parted; of three or more only those are whose rule says how.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

_VOWELS = frozenset("aeiouyıæœøаэыуеоияюёіїєαεηιουω")
_HALF_VOWELS = frozenset("йў")
"""Written as a vowel with a sign, spoken as a consonant."""
_SIGNS = frozenset("ьъ")
"""Belong to the consonant before them."""
_OPENINGS = frozenset(stop + liquid for stop in "bcdfgkptvбвгдкптфх" for liquid in "lrлр") - {"dl", "tl", "дл", "тл"}
"""Two consonants that open a syllable together."""


class Clusters(Enum):
    """How consonants between two vowels are parted."""

    SINGLE = "one alone, or two that are alike"
    PAIRS = "one, or two"
    ANY = "however many, before the last"


@dataclass(frozen=True, slots=True, kw_only=True)
class SyllableRule:
    """How a language parts its words."""

    clusters: Clusters = Clusters.PAIRS
    openings: frozenset[str] = _OPENINGS
    digraphs: tuple[str, ...] = ()
    """Two letters for one consonant."""


RULES = {
    "cs": SyllableRule(digraphs=("ch",)),
    "ro": SyllableRule(digraphs=("ch", "gh")),
    "ru": SyllableRule(),
    "tr": SyllableRule(clusters=Clusters.ANY, openings=frozenset()),
    "uk": SyllableRule(digraphs=("дж", "дз")),
}
"""By the first part of a language's tag."""
CAREFUL = SyllableRule(clusters=Clusters.SINGLE)
"""Of any other language."""


def syllable_places(word: str, language: str) -> tuple[int, ...]:
    """Return where the syllables of a word begin, but for the first."""
    rule = RULES.get(language, CAREFUL)
    letters = word.lower()
    if len(letters) != len(word):  # a capital that is two small letters would move the places
        letters = word
    vowels = [at for at, letter in enumerate(letters) if _is_vowel(letter)]
    places = (_opening(letters, before + 1, after, rule) for before, after in pairwise(vowels))
    return tuple(place for place in places if place)


def has_vowel(text: str) -> bool:
    """Tell whether a text can be spoken as a syllable."""
    return any(_is_vowel(letter) for letter in text.lower())


def _is_vowel(letter: str) -> bool:
    return letter not in _HALF_VOWELS and unicodedata.normalize("NFD", letter)[0] in _VOWELS


def _opening(letters: str, start: int, end: int, rule: SyllableRule) -> int:
    """Return where the second of two syllables begins whose vowels stand around letters `start` to `end`; 0 for nowhere."""
    cluster = _consonants(letters, start, end, rule)
    match cluster:
        case []:
            return 0
        case [only]:
            return only if letters[only] != "x" else 0
        case [*_, last] if rule.clusters is Clusters.ANY:
            return last
        case [first, second] if rule.clusters is Clusters.SINGLE:
            return second if letters[first] == letters[second] and second == first + 1 else 0
        case [*_, first, second] if letters[first:end] in rule.openings:
            return first
        case [_, second]:
            return second
        case _:
            return 0


def _consonants(letters: str, start: int, end: int, rule: SyllableRule) -> list[int]:
    """Return where each consonant begins."""
    found: list[int] = []
    at = start
    while at < end:
        found.append(at)
        at += 2 if letters[at : at + 2] in rule.digraphs and at + 2 <= end else 1
        while at < end and letters[at] in _SIGNS:
            at += 1
    return found
