"""A text in, its sentences as words and marks out, and the phrases found in them. Knows letters, not muscles."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

# English alone is read, so other letters may part words: ranges are found twice as fast as classes.
_TOKEN = re.compile(r"[a-zA-Z]+(?:['’][a-zA-Z]+)*|[.!?;:,()–—]| - ")
_ENDS = frozenset(".!?")
MARKS = frozenset([*".!?;:,()–—", " - "])
"""Everything in a sentence that is no word."""

SKIPPED = frozenset({"the", "your", "my", "its", "their", "his", "her", "a", "an", "each"})
"""Words that may stand within a phrase: "front of the thighs", "front of your thighs"."""

Longer = Mapping[str, Sequence[tuple[tuple[str, ...], T]]]
"""The rest of phrases by their second word: the words after it and what the phrase stands for, the longest first."""

Trie = Mapping[str, tuple[T | None, Longer[T]]]
"""Phrases by their first word: what it stands for alone, and the phrases that go on."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text."""

    text: str
    """All of the text it stands in."""
    words: list[str]
    """Its words in lower case, and its marks, without the one at its end."""
    first: int
    """The number of its first word among those of the text."""

    def excerpt(self, start: int, end: int) -> str:
        """Return the text from one of its words up to another, which is left out."""
        spans = _spans(self.text)
        return self.text[spans[self.first + start][0] : spans[self.first + end - 1][1]]

    def before(self, at: int) -> str:
        """Return the word before another, articles skipped; empty where there is none."""
        at -= 1
        while at >= 0 and self.words[at] in SKIPPED:
            at -= 1
        return self.words[at] if at >= 0 else ""

    def word(self, at: int) -> str:
        """Return a word, or an empty one past the end."""
        return self.words[at] if at < len(self.words) else ""


@functools.lru_cache(maxsize=4)
def _spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text begin and end: wanted for the few that are shown, several times for the same text."""
    return [match.span() for match in _TOKEN.finditer(text)]


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text."""
    words = _words(text)
    first = 0
    for at, word in enumerate(words):
        if word in _ENDS:
            if at > first:
                yield Sentence(text, words[first:at], first)
            first = at + 1
    if len(words) > first:
        yield Sentence(text, words[first:], first)


def _words(text: str) -> list[str]:
    if text.isascii():
        return _TOKEN.findall(text.lower())
    # A few letters turn into two, or into English ones, in lower case; word by word the count stays that of `_spans`.
    return [word.lower().replace("’", "'") for word in _TOKEN.findall(text)]


def grow(phrases: Mapping[str, T]) -> Trie[T]:
    """Make a trie of phrases."""
    alone: dict[str, T] = {}
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
    for phrase, meaning in phrases.items():
        first, *rest = (word for word in phrase.split() if word not in SKIPPED)
        going_on = longer.setdefault(first, {})
        if rest:
            going_on.setdefault(rest[0], []).append((tuple(rest[1:]), meaning))
        else:
            alone[first] = meaning
    for entries in (entries for going_on in longer.values() for entries in going_on.values()):
        entries.sort(key=lambda entry: -len(entry[0]))
    return {first: (alone.get(first), going_on) for first, going_on in longer.items()}


def find(trie: Trie[T], words: Sequence[str], at: int) -> tuple[T, int] | None:
    """Return what the longest phrase at a word stands for, and where it ends; None where none begins."""
    alone, longer = trie.get(words[at], (None, None))
    if longer:
        second = _past_articles(words, at + 1)
        for rest, meaning in longer.get(words[second], ()) if second < len(words) else ():
            if end := _end_of(rest, words, second + 1):
                return meaning, end
    return None if alone is None else (alone, at + 1)


def _past_articles(words: Sequence[str], at: int) -> int:
    while at < len(words) and words[at] in SKIPPED:
        at += 1
    return at


def _end_of(rest: tuple[str, ...], words: Sequence[str], at: int) -> int:
    """Return where a phrase ends whose other words are to stand from `at` on, or 0 where they do not."""
    for word in rest:
        at = _past_articles(words, at)
        if at == len(words) or words[at] != word:
            return 0
        at += 1
    return at
