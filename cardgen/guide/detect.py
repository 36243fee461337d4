"""A guide's text in, the tag of its language out: by the words that it is made of. Knows the languages that there are files of."""

from __future__ import annotations

import re

from cardgen.guide.headings import headings_for
from cardgen.guide.languages import ENGLISH, common_words, fold_word, tags

_WORD = re.compile(r"[^\W\d_]+")
_MOST_LETTERS = 12_000
"""Of a text that are read; its language does not change after them."""
_SURE = 0.16
"""The share of English function words from which no other language is thought of: English prose has 0.3 and more."""
_LEAST = 0.05
"""The share under which a text is of no language that is known: names and numbers alone."""
_FEWEST = 3
"""Words of another language that are not met by chance."""
_HEADING = re.compile(r"^(?:#{1,6}\s+|\*\*(?=[^*\n]+\*\*:?\s*$))(.+)$", re.MULTILINE)
_HEADING_WEIGHT = 3
"""A known heading says as much of the language as so many frequent words."""


def detect(text: str) -> str:
    """Return the tag of the language in which a text is written; English where it is too short to tell."""
    words = [fold_word(word) for word in _WORD.findall(text[:_MOST_LETTERS])]
    if not words or _hits(ENGLISH, words) >= _SURE * len(words):
        return ENGLISH
    headings = [name.replace("*", "") for name in _HEADING.findall(text[:_MOST_LETTERS])]
    hits = {tag: _hits(tag, words) for tag in tags()}
    likely = [tag for tag in hits if 2 * hits[tag] >= max(hits.values())]  # reading the headings of all is slow
    scores = {tag: hits[tag] + _of_headings(tag, headings) for tag in likely}
    best = max(scores, key=lambda tag: (scores[tag], tag == ENGLISH))
    return best if scores[best] >= max(_FEWEST, _LEAST * len(words)) else ENGLISH


def _hits(tag: str, words: list[str]) -> int:
    common = common_words(tag)
    return sum(word in common for word in words)


def _of_headings(tag: str, headings: list[str]) -> int:
    names = headings_for(tag)
    return sum(_HEADING_WEIGHT for heading in headings if names.is_spoken(heading))
