"""The names of muscles: everyday, anatomical and Latin ones, and the groups of the map they stand for. The names are `names.csv`."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cardgen.guide.anatomy import BROAD, GROUPS, is_english, plain_words
from cardgen.guide.languages import ENGLISH, fold_word, language, tags
from cardgen.values.nearest import nearest_few


class Kind(Enum):
    """What a name can mean in running text."""

    MUSCLE = "muscle"
    """Only the muscle: "triceps", "glutes"."""
    PLACE = "place"
    """The muscle, or where something is on the body: "chest" in "lower the bar to your chest"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a name stands for."""

    groups: tuple[str, ...]
    """Ids of the map; several for a broad word, those most often meant first."""
    kind: Kind
    whole: bool = True
    """Whether it names all of its groups; "soleus" is a part of the calves, so it may stand beside "calves"."""


_TABLE = Path(__file__).with_name("names.csv")
"""Groups, the most often meant first, what their names mean (a `muscle`, a `part` of one, or also a `place`), and the names."""

_BEYOND = re.compile(r"[\W_]+")
_SILENT = frozenset({"the", "your", "my", "of", "muscle", "muscles"})
"""Words that names of the front matter may have or not."""


_MISTYPED = 0.8
"""How like a name an unknown one must be to count as mistyped: at less "spine" is a "shin" and "upper body" an "upper ab"."""

LONGEST = 5
"""Words of the longest name."""


@functools.cache
def known_names() -> Mapping[str, Name]:
    """Return every name of the lexicon in lower case, singular and plural, with what it stands for."""
    names: dict[str, Name] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind = Kind.PLACE if row["means"] == Kind.PLACE.value else Kind.MUSCLE
            name = Name(groups=tuple(row["groups"].split()), kind=kind, whole=row["means"] != "part")
            for entry in row["names"].split("; "):
                for form in (entry, *_other_number(entry)):
                    names.setdefault(form, name)
    return names


def _other_number(name: str) -> Iterator[str]:
    """Yield the name with its last word in the other number, where only a letter tells them apart."""
    if name.endswith("s") and not name.endswith(("ss", "is", "us", "calves")):
        yield name[:-1]
    elif name[-1] in "dhlmprt" and not name.endswith(("calf", "erector spinae")):
        yield f"{name}s"


@functools.cache
def _keys(tag: str) -> Mapping[str, Name]:
    """Return the names a front matter may use: those of the lexicon, of its language, ids and plain names, by their keys."""
    keys = {_key(text): name for text, name in known_names().items()}
    for group, plain in GROUPS.items():
        keys |= dict.fromkeys((_key(group), _key(plain)), Name(groups=(group,), kind=Kind.MUSCLE))
    spoken = None if is_english(tag) else language(tag)
    broad = {word: groups for groups, word in BROAD.items()}
    for known, names in spoken.muscles.items() if spoken else ():
        groups = (known,) if known in GROUPS else broad.get(known)
        if groups:
            whole = Name(groups=groups, kind=Kind.MUSCLE)
            keys |= dict.fromkeys(map(_key, names), whole)
    return keys


def _key(text: str) -> str:
    words = _BEYOND.sub(" ", fold_word(text)).split()
    return " ".join([word for word in words if word not in _SILENT] or words)


def find_name(text: str, tag: str = ENGLISH) -> Name | None:
    """Return what a name given by hand stands for, however it is written; in English and Latin, and in the language of a tag."""
    key = _key(text)
    keys = _keys(tag)
    return keys.get(key) or keys.get(key.removesuffix("s")) or keys.get(f"{key}s")


def name_to_offer(text: str, tag: str = ENGLISH) -> str | None:
    """Return the name an unknown one most likely stands for: a muscle of another language, or one written almost so."""
    words = plain_words(tag) or {}
    meant = {name.groups for known in tags() if (name := find_name(text, known)) is not None}
    if meant:
        groups = meant.pop()
        word = BROAD[groups] if len(groups) > 1 else groups[0]
        return words.get(word, word) if not meant else None
    return next(iter(nearest_few(text, (*words.values(), *GROUPS, *known_names()), most=1, likeness=_MISTYPED)), None)
