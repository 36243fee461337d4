"""Text in, text out with white space folded and without what has no form on paper. Knows no Markdown and no YAML."""

from __future__ import annotations

import re
import unicodedata

# White space that may break; a no-break space stays, so that a number keeps its unit.
_BLANKS = re.compile(r"[ \t\n\f\v\x1c-\x1f\x85\u2028\u2029]+")

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, joiners, direction marks, variation selectors: typeset/tidy drops the same, so text of nothing else is none."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""What no text may hold."""


def fold(text: str) -> str:
    """Return text whose white space is single blanks; those at its ends stay."""
    return _BLANKS.sub(" ", text if text.isascii() else _INVISIBLE.sub("", text))


def has_form(text: str) -> bool:
    """Tell whether any character of a text can be seen by itself: marks alone have no letter to stand on."""
    return any(unicodedata.category(char)[0] not in "MZC" for char in text)


def name_of_control(char: str) -> str:
    """Return what to call a character that no text may hold."""
    kind = "control character" if char < "\xa0" else "character"
    return f"the {kind} U+{ord(char):04X}"
