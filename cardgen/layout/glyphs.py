"""A card in, the characters that no font has out."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cardgen.compose import Card, texts
from cardgen.errors import Location
from cardgen.typeset.fonts import Fonts
from cardgen.typeset.tidy import NO_BREAK, tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGlyph:
    """A character that cannot be printed."""

    char: str
    codepoint: str
    """With its name: `U+6DF1 CJK UNIFIED IDEOGRAPH-6DF1`."""
    location: Location


def missing_glyphs(card: Card, fonts: Fonts) -> tuple[MissingGlyph, ...]:
    """Return every character of the card that no font has, once each, where it first stands."""
    found: dict[str, MissingGlyph] = {}
    for text, location in texts(card):
        for char in missing_characters(text, fonts, language=card.language):
            found.setdefault(char, MissingGlyph(char=char, codepoint=codepoint(char), location=location))
    return tuple(found.values())


def missing_characters(text: str, fonts: Fonts, *, language: str) -> tuple[str, ...]:
    """Return the characters of a text that no font has, once each."""
    if text.isascii():
        return ()
    tidied = tidy(text, language=language).replace(NO_BREAK, " ")
    # Private use: fonts have something there, but nobody knows what.
    private = (char for char in tidied if unicodedata.category(char) == "Co")
    return tuple(dict.fromkeys((*fonts.missing(tidied), *private)))


def codepoint(char: str) -> str:
    """Return what a character is called: `U+05D3 HEBREW LETTER DALET`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'no name')}"
