"""A key in, what is printed or spoken out, in a language: the catalogues of words. Knows neither page nor font.

Every word that the program itself puts on paper or says of a page stands in `LANGUAGE.po`, and nowhere in the code. What guides
and program files say is not the program's; what the command line says stays where it is raised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from cardgen.words.catalogue import compile_catalogue

FOLDER = Path(__file__).parent
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language; KeyError where they lack a key."""

    language: str
    """Its tag, as the file has it."""
    catalogue: bytes = field(repr=False)
    """As gettext reads it: a `.mo`."""

    def __call__(self, key: str, /, **named: object) -> str:
        """Return the words of a key, the places in braces filled in."""
        return _opened(self.catalogue).gettext(key).format_map(named)

    def count(self, key: str, number: int, /, **named: object) -> str:
        """Return the words of a key in the form that goes with a number, which stands at `{number}`."""
        return _opened(self.catalogue).ngettext(key, key, number).format_map({"number": number, **named})

    def lists(self, texts: Sequence[str]) -> str:
        """Return texts as a list in a sentence: `a, b and c`."""
        *first, last = texts or ("",)
        return self("list.and", first=self("list.comma").join(first), last=last) if first else last


@cache
def words_of(language: str) -> Words:
    """Return the words of a language that has a catalogue."""
    return read_words((FOLDER / f"{language}.po").read_text(encoding="utf-8"), language)


def english() -> Words:
    """Return the words in English."""
    return words_of(ENGLISH)


def read_words(text: str, language: str) -> Words:
    """Return the words of a `.po` file's text."""
    return Words(language, compile_catalogue(text))


class _Missing(NullTranslations):
    """Stands behind a catalogue: what it is asked for is missing there."""

    def gettext(self, message: str) -> str:
        raise KeyError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - the signature is gettext's
        raise KeyError(msgid1)


@lru_cache(maxsize=8)
def _opened(catalogue: bytes) -> GNUTranslations:
    found = GNUTranslations(BytesIO(catalogue))
    found.add_fallback(_Missing())
    return found
