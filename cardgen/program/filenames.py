"""A pattern such as `{row:03}-{client}` in, file names out that every system takes, each once. Writes nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter

from cardgen.values.errors import UsageError

USUAL_PATTERN = "{row:03}-{client}"
"""In the order of the rows, however the names are sorted."""

_FIELDS = ("client", "row", "title")
_WIDTH = re.compile(r"0?[1-9]?")
_MOST_BYTES = 100
"""Of a client's name or a title: the whole name has to stay under the 255 of common file systems."""
_HINT = "such as {row:03}-{client}; the fields are {client}, {row} and {title}"

Judge = Callable[[str], str | None]
"""Says why no file should be named so, or None: `storage.unsafe_name`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What file names are made from."""

    text: str
    judge: Judge

    def stem(self, *, client: str, row: int, title: str, taken: set[str]) -> str:
        """Return a file name without its ending that is not taken yet, and take it."""
        stem = self.text.format(client=plain(client), row=row, title=plain(title)).strip(" .")
        if self.judge(stem):
            stem = f"client-{row:03}"
        number, chosen = 1, stem
        # Windows and macOS take names that differ in case, or in how an accent is stored, for one
        while (key := unicodedata.normalize("NFC", chosen).casefold()) in taken:
            number += 1
            chosen = f"{stem}-{number}"
        taken.add(key)
        return chosen


def read_pattern(text: str, judge: Judge) -> Pattern:
    """Return a pattern; raise UsageError where it names what there is not, or makes names that no file can have."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise UsageError(f'the file names "{text}" have an open brace', hint=_HINT) from None
    for _, field, width, conversion in parts:
        if field is None:
            continue
        if field not in _FIELDS or conversion:
            raise UsageError(f'"{{{field}}}" is no field of file names', hint=_HINT)
        if width and (field != "row" or not _WIDTH.fullmatch(width)):
            raise UsageError(f'"{{{field}:{width}}}": only the row has a width', hint=_HINT)
    example = text.format(client="client", row=1, title="title").strip(" .")
    if reason := judge(example):
        raise UsageError(f'no file can be named "{example}": {reason}', hint=_HINT)
    return Pattern(text=text, judge=judge)


def plain(text: str) -> str:
    """Return letters, digits and dots of any script, joined by hyphens, short enough for a file name."""
    text = unicodedata.normalize("NFC", text)
    # marks are no word characters of their own, but belong to the letter before (Thai, Devanagari)
    kept = "".join(
        char if char.isalnum() or char in "._" or unicodedata.category(char)[0] == "M" else "-" for char in text
    )
    joined = re.sub(r"-{2,}", "-", kept).strip("-._")
    return joined.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-._") or "client"
