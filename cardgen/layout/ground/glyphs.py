"""A card in, the characters that no font has out."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cardgen.compose import Card, texts
from cardgen.typeset.fonts import Fonts
from cardgen.typeset.tidy import NO_BREAK, tidy
from cardgen.values.errors import Location, Problem, Severity

SCRIPT = 3
"""So many letters that no font has are those of a script: one thing is wrong, not as many as there are letters."""
NAMED = 5
"""Of them so many are shown."""
_SCRIPTS = {"CJK": "Chinese", "IDEOGRAPHIC": "", "FULLWIDTH": "", "HALFWIDTH": "", "KATAKANA-HIRAGANA": "Katakana"}
"""What people call it, where the name of its letters begins with another word; signs of several scripts have none."""


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


def glyph_problems(card: Card, fonts: Fonts) -> tuple[Problem, ...]:
    """Return an error for each sign of the card that no font has, and one for all letters of a script without a font."""
    missing = missing_glyphs(card, fonts)
    letters = tuple(glyph for glyph in missing if unicodedata.category(glyph.char)[0] in "LMNP")
    if len(letters) < SCRIPT:
        return tuple(_alone(glyph) for glyph in missing)
    return (_of_a_script(letters), *(_alone(glyph) for glyph in missing if glyph not in letters))


def _alone(glyph: MissingGlyph) -> Problem:
    return _error(f"no font has the character {glyph.char} ({glyph.codepoint})", glyph, "delete or replace it")


def _of_a_script(letters: tuple[MissingGlyph, ...]) -> Problem:
    scripts = dict.fromkeys(script for glyph in letters if (script := _script(glyph.char)))
    shown = ", ".join(glyph.char for glyph in letters[:NAMED])
    more = f" and {len(letters) - NAMED} more" if len(letters) > NAMED else ""
    of_what = f" ({', '.join(scripts)})" if scripts else ""
    message = f"no font has {len(letters)} of its letters{of_what}: {shown}{more}"
    return _error(message, letters[0], "cards are set in Latin, Greek and Cyrillic letters")


def _script(char: str) -> str:
    name = unicodedata.name(char, "").partition(" ")[0]
    return _SCRIPTS.get(name, name.capitalize()) if unicodedata.category(char)[0] == "L" else ""


def _error(message: str, glyph: MissingGlyph, hint: str) -> Problem:
    return Problem(severity=Severity.ERROR, code="missing-glyph", message=message, location=glyph.location, hint=hint)


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
