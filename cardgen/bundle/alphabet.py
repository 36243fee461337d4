"""Words in, their place in the alphabet out."""

from __future__ import annotations

import unicodedata

DIGITS = "0–9"
"""Stands for all names that open with a figure."""


def sort_key(text: str) -> tuple[str, str]:
    """Return what a name is sorted by: letters and figures alone, without case and accents; then the name itself."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in _bare(text)).split()), text


def initial(text: str) -> str:
    """Return the letter that a name stands under."""
    first = next((letter for letter in _bare(text) if letter.isalnum()), "")
    return first.upper() if first and not first.isdigit() else DIGITS


def capitalized(text: str) -> str:
    """Return a word as it opens a line; what is written in capitals stays so."""
    return text[:1].upper() + text[1:]


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.replace("ß", "ss").casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
