"""A title in, words that can be compared out: compounds joined, plurals cut, fillers dropped, implements told from the rest."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).with_name("data")

_BEYOND = re.compile(r"[^a-z0-9]+")
_SHORTEST_PLURAL = 4
_NO_PLURAL = ("ss", "us", "is")
_LONG_PLURAL = ("ches", "shes", "sses", "xes")
_LEAST_AFTER_PREFIX = 4
"""Letters of the noun behind a German prefix: `langhantelrudern`."""


def plain(text: str) -> str:
    """Return a text in small letters without accents, its words parted by single blanks."""
    letters = text.casefold().replace("'s ", "s ").replace("’s ", "s ").replace("w/", "with ")
    if not letters.isascii():
        parted = unicodedata.normalize("NFKD", letters)
        letters = "".join(char for char in parted if not unicodedata.combining(char))
    return _BEYOND.sub(" ", letters).strip()


NOT = "no"
"""What takes back the title that it begins."""

_BESIDE = frozenset({"plate", "machine"})
"""What is only an addition beside something else: plates for a barbell, a cable machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The table `words.csv`, by what its rows say."""

    implements: Mapping[str, str]
    """A word in a title to what is held."""
    equipment: Mapping[str, str]
    """A whole entry under `equipment` to the same."""
    joined: Mapping[str, Mapping[tuple[str, ...], str]]
    """Words that are one, by the first of them, the longest run first: "pull up"."""
    forms: Mapping[str, str]
    """A form of a word to the one that stands in the tables."""
    silent: frozenset[str]
    """Words that tell no movement from another."""
    modifiers: frozenset[str]
    """Words that tell variants of a movement apart, which work the same muscles as a rule."""
    muscles: frozenset[str]
    """Names of muscles, which say most of what is worked."""
    prefixes: tuple[str, ...]
    """Implements in front of a German noun, as one word with it."""
    instead: Mapping[str, str]
    """A movement and an implement ("ringdip bodyweight") to what is drawn in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A title, taken apart."""

    rest: frozenset[str]
    """The words that name the movement."""
    implements: frozenset[str]
    """What the others say is held."""


NO_WORDS = Words(rest=frozenset(), implements=frozenset())


@cache
def vocabulary() -> Vocabulary:
    """Read the table once a process."""
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    with (DATA / "words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["what"]][row["words"]] = row["means"]
    return Vocabulary(
        implements={plain(word): means for word, means in rows["implement"].items()},
        equipment={plain(word): means for word, means in rows["equipment"].items()},
        joined=_by_first({tuple(plain(words).split()): means for words, means in rows["joined"].items()}),
        forms=rows["form"],
        silent=frozenset(plain(word) for word in rows["silent"]),
        modifiers=frozenset(rows["modifier"]),
        muscles=frozenset(rows["muscle"]),
        prefixes=tuple(rows["prefix"]),
        instead=rows["instead"],
    )


def _by_first(runs: Mapping[tuple[str, ...], str]) -> Mapping[str, Mapping[tuple[str, ...], str]]:
    found: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for run in sorted(runs, key=len, reverse=True):
        found[run[0]][run] = runs[run]
    return found


@lru_cache(maxsize=1024)
def words_of(text: str) -> Words:
    """Return the words of a title or of a name."""
    known = vocabulary()
    parts = plain(text).split()
    words = _stemmed(_joined(_parted(parts, known), known), known)
    if parts[:1] == [NOT]:  # elsewhere "no" is Portuguese for "on the"
        words.insert(0, NOT)
    return Words(
        rest=frozenset(word for word in words if word not in known.implements),
        implements=frozenset(known.implements[word] for word in words if word in known.implements),
    )


def implement_of(equipment: str) -> str | None:
    """Return what an entry under `equipment` says is held; None where it says nothing, or several things."""
    known = vocabulary()
    field = plain(equipment)
    if field in known.equipment:
        return known.equipment[field] or None
    said = words_of(equipment).implements
    said = said - _BESIDE if len(said) > 1 else said
    return next(iter(said)) if len(said) == 1 else None


def _parted(words: list[str], known: Vocabulary) -> list[str]:
    """Return the words with German compounds cut behind their implement."""
    if not any(word.startswith(known.prefixes) for word in words):
        return words
    return [part for word in words for part in _cut(word, known)]


def _cut(word: str, known: Vocabulary) -> tuple[str, ...]:
    for prefix in known.prefixes if word not in known.implements else ():
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST_AFTER_PREFIX:
            return prefix, word.removeprefix(prefix).removeprefix("n")
    return (word,)


def _joined(words: list[str], known: Vocabulary) -> list[str]:
    """Return the words with those in one that belong together; the longest run wins."""
    found: list[str] = []
    at = 0
    while at < len(words):
        runs = known.joined.get(words[at], {})
        run = next((run for run in runs if tuple(words[at : at + len(run)]) == run), None)
        found.append(runs[run] if run else words[at])
        at += len(run) if run else 1
    return found


def _stemmed(words: list[str], known: Vocabulary) -> list[str]:
    stems = map(_stem, words)
    return [stem for stem in stems if stem and stem not in known.silent]


@cache
def _stem(word: str) -> str:
    """Return the singular of a noun, and the one form of a word that has several."""
    known = vocabulary()
    if word in known.forms:
        return known.forms[word]
    if word in known.implements or word in known.silent or len(word) < _SHORTEST_PLURAL:
        return word
    if word.endswith(_LONG_PLURAL):
        return known.forms.get(word[:-2], word[:-2])
    if word.endswith("s") and not word.endswith(_NO_PLURAL):
        return known.forms.get(word[:-1], word[:-1])
    return word
