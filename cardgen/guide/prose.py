"""Running text in, its sentences, words and reading grade out. Knows English a little, and no guides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*(?P<next>\w))")
_WORD = re.compile(r"[^\s—/]*[^\W_][^\s—/]*")
"""What stands between blanks, dashes and slashes and holds a letter or a digit: "shoulder-width" and "10-15" are one word."""
_DIGIT = re.compile(r"\d")

_ABBREVIATIONS = frozenset(
    {"approx.", "cf.", "dr.", "e.g.", "fig.", "i.e.", "incl.", "mr.", "mrs.", "resp.", "st.", "vs."}
)
"""A capital or a number after these begins no sentence."""

_PER_WORD_OF_A_SENTENCE = 0.39
_PER_SYLLABLE_OF_A_WORD = 11.8
_OFFSET = 15.59
"""Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability formulas for Navy enlisted personnel, 1975."""


def read_sentences(text: str) -> Iterator[str]:
    """Part a text where a mark ends a sentence and the next begins with a capital or a number."""
    start = 0
    for end in _END.finditer(text):
        before = text[start : end.end()].split()
        if not end["next"].islower() and before[-1].lstrip("(\"“'‘").casefold() not in _ABBREVIATIONS:
            yield text[start : end.end()].strip()
            start = end.end()
    if rest := text[start:].strip():
        yield rest


def words_of(text: str) -> list[str]:
    """Return the words of a text as a reader counts them."""
    return _WORD.findall(text)


def reading_grade(sentences: Sequence[str]) -> float:
    """Return the school year (US) that reads these English sentences with ease, after Flesch and Kincaid."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return 0.0
    length, weight = len(words) / len(sentences), sum(map(_syllables, words)) / len(words)
    return _PER_WORD_OF_A_SENTENCE * length + _PER_SYLLABLE_OF_A_WORD * weight - _OFFSET


def _syllables(word: str) -> int:
    import syllapy  # noqa: PLC0415 - 40 ms that only a strict check pays

    plain = word.replace("’", "'").strip("'\"“”‘.,:;!?…()[]")
    return 1 if _DIGIT.search(plain) else max(1, syllapy.count(plain))
