"""Words and breaks in, lines out: those of HTML lists begin with a mark or are indented like their entry. Knows no tags."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardgen.guide.dialect.marks import HOLE

_STRUCTURE = re.compile(f"[> \t{HOLE}]*(?:(?:[-*+]|\\d{{1,9}}[.)])[ \t]+)?[{HOLE}]*")
"""What a line may begin with before its first words."""

_MOST_NESTED = 8
_BULLET, _NUMBER = "- ", "1. "


@dataclass(slots=True, kw_only=True)
class _List:
    """A list that is open."""

    marker: str
    count: int = 0


class Writer:
    """Lines as they are written."""

    __slots__ = ("_lists", "_marker", "_out", "_pending", "blank", "line")

    def __init__(self) -> None:
        self._out: list[str] = []
        self._lists: list[_List] = []
        self._pending = ""
        """The blanks that the line begins with."""
        self._marker = ""
        """The mark of an entry that has no words yet."""
        self.line = 0
        self.blank = True
        """Whether no words stand in the line so far."""

    def text(self) -> str:
        """Return all that was written."""
        return "".join((*self._out, self._marker.rstrip()))

    def write(self, piece: str) -> None:
        """Add text of any number of lines."""
        first, *others = piece.split("\n")
        self._add(first)
        for line in others:
            self._out.append(f"{self._marker.rstrip()}\n")
            self._marker = self._pending = ""
            self.line += 1
            self.blank = True
            self._add(line)

    def _add(self, words: str) -> None:
        """Add to a line; what it begins with is known when its first words come."""
        if not words:
            return
        if self.blank:
            start = len(words) - len(words.lstrip(" \t"))
            self._pending += words[:start]
            words = words[start:]
            if not words:
                return
            self._out.append(self._marker or (self._indent(self._lists) if self._lists else self._pending))
            self._marker = self._pending = ""
            self.blank = _STRUCTURE.fullmatch(words) is not None
        self._out.append(words)

    def shallow(self) -> None:
        """Indent a line that begins with a tag by less than Markdown asks of code."""
        if self.blank:
            self._pending = self._pending.expandtabs(4)[:3]

    def space(self) -> None:
        """Part words from those before them; where there are none, leave a hole."""
        if self.blank:
            self.write(HOLE)
        elif not self._out[-1].endswith((" ", "\n")):
            self.write(" ")

    def open_list(self, *, numbered: bool) -> None:
        """Begin a list within the entry that is open."""
        if len(self._lists) < _MOST_NESTED:
            self._lists.append(_List(marker=_NUMBER if numbered else _BULLET))

    def close_list(self) -> None:
        """End the innermost list."""
        if self._lists:
            self._lists.pop()

    def begin_entry(self) -> None:
        """Begin an entry of the innermost list; its mark is written with its first words."""
        marker = _BULLET
        if self._lists:
            current = self._lists[-1]
            current.count += 1
            marker = marker if current.marker == _BULLET else f"{current.count}. "
        self._marker = (self._marker or self._indent(self._lists[:-1])) + marker

    def begins_entry(self) -> bool:
        """Tell whether an entry has begun that has no words yet."""
        return bool(self._marker)

    def _indent(self, lists: list[_List]) -> str:
        return "".join(" " * len(one.marker) for one in lists)
