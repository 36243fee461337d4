"""A tag in, what that language calls the parts of a guide out: a data file a language, read when it is first asked for.

`README.md` beside the files says how to add one. Knows no guide.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from cardgen.guide.model import Role

_FOLDER = Path(__file__).parent
ENGLISH = "en"
_PART = re.compile(r"[^\W_]+\*?")
_CONTRACTED = re.compile(r"(?<=\w)['’](?=[ts]\b)")
"""In "don't" and "do's", which are one word; that of "l'exécution" parts two."""
_UNMARKED = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that are not a letter and a mark to Unicode, and so keep theirs in its decomposition."""
_SHORT = 2
"""Letters of words such as "no", which mean much else within a sentence."""
_OPENING = 2
"""Words within which a text begins."""
_STEM = 2
"""Letters by which names are looked up; a shorter word with an ending left open would stand for anything."""


class Kind(Enum):
    """What a section is, more finely than its role; the values are the keys of a language's file."""

    STEPS = "steps"
    PHASE = "phases"
    FORM = "form"
    SETUP = "setup"
    BREATHING = "breathing"
    TIPS = "tips"
    MISTAKES = "mistakes"
    BOTH = "both"
    SAFETY = "safety"
    NOT_FOR = "not_for"
    FEEL = "feel"
    DOSE = "dose"
    EASIER = "easier"
    HARDER = "harder"
    VARIATIONS = "variations"
    EQUIPMENT = "equipment"
    MUSCLES = "muscles"
    BENEFITS = "benefits"
    OVERVIEW = "overview"
    OTHER = "other"
    CONCLUSION = "conclusion"


ROLES: Mapping[Kind, Role] = {
    Kind.STEPS: Role.EXECUTION,
    Kind.PHASE: Role.EXECUTION,
    Kind.FORM: Role.TIPS,
    Kind.SETUP: Role.SETUP,
    Kind.BREATHING: Role.BREATHING,
    Kind.TIPS: Role.TIPS,
    Kind.MISTAKES: Role.MISTAKES,
    Kind.BOTH: Role.TIPS,
    Kind.SAFETY: Role.SAFETY,
    Kind.NOT_FOR: Role.NOT_FOR,
    Kind.FEEL: Role.FEEL,
    Kind.DOSE: Role.DOSE,
    Kind.EASIER: Role.EASIER,
    Kind.HARDER: Role.HARDER,
    Kind.VARIATIONS: Role.VARIATIONS,
    Kind.EQUIPMENT: Role.EQUIPMENT,
    Kind.MUSCLES: Role.BENEFITS,
    Kind.BENEFITS: Role.BENEFITS,
    Kind.OVERVIEW: Role.OVERVIEW,
    Kind.OTHER: Role.NOTES,
    Kind.CONCLUSION: Role.CONCLUSION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that a section may have."""

    words: tuple[str, ...]
    """As `words_of` has them; one that ends in * stands for any word that starts so."""
    kind: Kind
    shown: str

    def covers(self, words: tuple[str, ...], at: int) -> bool:
        """Tell whether the name stands in a heading's words from one of them on."""
        return _stand_in(self.words, words, at)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """What a language calls the parts of a guide."""

    tag: str
    name: str
    names: Mapping[str, tuple[Name, ...]]
    """Names of sections by the first letters of their first word, the longest first."""
    shown: Mapping[Kind, tuple[str, ...]]
    """The names as they are written."""
    plain: tuple[str, ...]
    """Words that change nothing beside the name of the steps."""
    subjects: frozenset[str]
    """Words for what a guide is about: "exercise", "movement"."""
    forbidding: tuple[tuple[str, ...], ...]
    """Words and phrases of what is not to be done."""
    equipment: Mapping[str, tuple[str, ...]]
    muscles: Mapping[str, tuple[str, ...]]
    """Names in this language by the id of the muscle map."""

    def names_at(self, words: tuple[str, ...], at: int) -> Iterator[Name]:
        """Yield the names that stand in a heading's words from one of them on, the longest first."""
        for name in self.names.get(words[at][:_STEM], ()):
            if name.covers(words, at):
                yield name

    def is_plain(self, word: str) -> bool:
        """Tell whether a folded word changes nothing beside the name of the steps."""
        return any(_matches(known, word) for known in self.plain)

    def forbids(self, text: str) -> bool:
        """Tell whether a text says what not to do: "nicht", "avoid"; short words such as "no" must open it."""
        words = words_of(text)
        whole = " ".join(words)
        return any(
            _stand_in(phrase, words, at)
            for phrase in self.forbidding
            if phrase[0].rstrip("*") in whole
            for at in (range(len(words)) if len("".join(phrase)) > _SHORT else range(1))
        )

    def opens_forbidding(self, text: str) -> bool:
        """Tell whether a text begins with what says not to do it."""
        words = words_of(text)
        return any(_stand_in(phrase, words, at) for phrase in self.forbidding for at in range(_OPENING))


def _stand_in(phrase: tuple[str, ...], words: tuple[str, ...], at: int) -> bool:
    part = words[at : at + len(phrase)]
    return len(part) == len(phrase) and all(map(_matches, phrase, part))


def _matches(name: str, word: str) -> bool:
    return word.startswith(name[:-1]) if name.endswith("*") else word == name


def fold_word(text: str) -> str:
    """Return a text in lower case and without accents, which people leave out in headings."""
    text = text.casefold().translate(_UNMARKED)
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    return tuple(_PART.findall(_CONTRACTED.sub("", fold_word(text))))


@functools.cache
def tags() -> tuple[str, ...]:
    """Return the tags of all languages there are files of."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@functools.cache
def language(tag: str) -> Language | None:
    """Return the language of a BCP 47 tag, region and script aside; None where there is no file of it."""
    tag = tag.partition("-")[0].casefold()
    return _read(tag) if tag in tags() else None


@functools.cache
def common_words(tag: str) -> frozenset[str]:
    """Return the most frequent words of a language, folded; of the files of all, only the first lines are read for it."""
    head = (_FOLDER / f"{tag}.toml").read_text(encoding="utf-8").partition("\n[")[0]
    return frozenset(map(fold_word, tomllib.loads(head)["common"]))


def _read(tag: str) -> Language:
    data = tomllib.loads((_FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))
    headings: dict[str, Any] = data["headings"]
    names: dict[str, list[Name]] = {}
    for kind in Kind:
        for shown in headings.get(kind.value, ()):
            if words := words_of(shown):
                name = Name(words=words, kind=kind, shown=shown.rstrip("*"))
                names.setdefault(words[0].rstrip("*")[:_STEM], []).append(name)
    return Language(
        tag=tag,
        name=data["name"],
        names={key: tuple(sorted(found, key=_rank)) for key, found in names.items()},
        shown={kind: tuple(headings.get(kind.value, ())) for kind in Kind},
        plain=tuple(word for text in data["words"]["plain"] for word in words_of(text)),
        subjects=frozenset(map(fold_word, data["words"]["exercise"])),
        forbidding=tuple(words for text in data["words"]["not"] if (words := words_of(text))),
        equipment=_table(data, "equipment"),
        muscles=_table(data, "muscles"),
    )


def _rank(name: Name) -> tuple[int, int, int]:
    """Return where a name is tried: the longest first, and "uwaga" before "uwag*"."""
    starred = sum(word.endswith("*") for word in name.words)
    return (-len(name.words), starred, -sum(map(len, name.words)))


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(texts) for name, texts in data.get(key, {}).items()}
