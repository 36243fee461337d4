"""Running text in, its sentences, words and reading grade out. Knows English a little, and no guides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*(?P<next>\w))")
_WORD = re.compile(r"[^\s—/]*[^\W_][^\s—/]*")
"""What stands between blanks, dashes and slashes and holds a letter or a digit: "shoulder-width" and "10-15" are one word."""
_DIGIT = re.compile(r"\d")

_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|(?<=[^\W\d_]{3})[.!?](?=[A-Z][a-z])|[。！？]+[」』）]*")  # noqa: RUF001
"""The last signs of a sentence; also where the blank after it was forgotten ("the torso.This will be")."""

_VISIBLE = re.compile(r"\S")

_NEVER = frozenset({"approx", "ca", "cf", "bzw", "dr", "fig", "incl", "mr", "mrs", "prof", "vs", "évtl", "evtl", "ggf"})
"""Abbreviations that something always follows; those with a stop inside (e.g., i.e., a.k.a., z.B.) are known by it."""
_SELDOM = frozenset({"cm", "deg", "etc", "ft", "kg", "lb", "lbs", "max", "min", "mm", "rep", "sec", "sek", "usw"})
"""Abbreviations that may end a sentence: they do where the next word has a capital."""
_SHORT = 3
"""A small letter after a longer word and a stop is a capital that was forgotten; after a shorter one, an abbreviation."""

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


def split_sentences(text: str) -> list[str]:
    """Part a paragraph into sentences; brackets stay whole, abbreviations and decimals end none."""
    sentences: list[str] = []
    start = 0
    inside = _bracketed(text)
    for match in _STOP.finditer(text):
        if inside[match.end() - 1] or not _ends(text[start : match.start()], text, match.end()):
            continue
        sentences.append(text[start : match.end()].strip())
        start = match.end()
    sentences.append(text[start:].strip())
    return [sentence for sentence in sentences if sentence]


def _bracketed(text: str) -> list[bool]:
    """Tell of every character whether a bracket is open after it; brackets that are never closed are none."""
    depth: list[int] = [0] * len(text)
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in "([":
            opened.append(at)
        elif char in ")]" and opened:
            depth[opened.pop()] += 1
            depth[at] -= 1
    level = 0
    inside = []
    for change in depth:
        level += change
        inside.append(level > 0)
    return inside


def _ends(before: str, text: str, end: int) -> bool:
    """Tell whether a sentence ends at its stop, by the word before and what follows the place `end` of the text."""
    follows = _VISIBLE.search(text, end)
    if follows is None:
        return True
    if not before.strip():
        return False
    start, _, last = before.rstrip().rpartition(" ")
    word = last.lstrip("([\"'“‘").casefold()
    if word in _NEVER or "." in word.strip("."):
        return False
    if not start.strip() and word.isdigit():  # "1. Stand tall": a number, no sentence
        return False
    if follows[0].islower():
        return word not in _SELDOM and len(word) > _SHORT and word.isalpha()
    return True
