"""The text of a file in, the exercises of a library out: headings side by side, each over steps of its own. Knows no language.

A library holds many exercises; a guide holds one, in sections. What tells them apart is where the steps are: several headings
of one level that are no names of sections and each have a list of steps, or the same labels again and again.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cardgen.guide.findings import Findings
from cardgen.guide.outline import Part, outline

IsSectionName = Callable[[str], bool]

LEAST = 2
"""Exercises that make a library."""
LEAST_POINTS = 2
"""Points that make a list of steps."""
LEAST_LABELS = 2
"""Labels that exercises share where none has a list of steps."""
SHARE = 0.5
"""The part of the headings of a level that must be exercises; the others are introductions."""
DISTINCT = 0.8
"""The part of the names that must differ: a heading that comes again under each exercise is that of a section."""

NAMED = 3
"""Exercises that a message names."""

_HOWTO = re.compile(r"^[ \t]*<!--\s*how-?to\s*-->", re.IGNORECASE | re.MULTILINE)
_SERIES = re.compile(r"(?P<word>[^\W\d_]+)\s+(?:\d{1,3}|[ivx]{1,4})\b\s*(?:[.):–—-]+\s*(?P<name>.*))?", re.IGNORECASE)
_TIMES = frozenset(
    """
    step phase part stage day week month level round workout
    schritt teil stufe tag woche monat runde einheit
    paso fase parte nivel día dia semana mes ronda passo etapa nível
    étape partie niveau jour semaine mois
    passaggio giorno settimana livello
    stap deel dag maand ronde
    krok faza część etap dzień tydzień poziom
    шаг фаза часть этап день неделя уровень крок частина етап тиждень рівень
    adım aşama bölüm gün hafta seviye
    steg fas del vecka månad nivå trin uge måned
    fáze část den týden úroveň pas etapă zi ziua săptămâna nivel
    """.split()  # noqa: SIM905 - words read best as a text
)
"""What is counted though it is no exercise: steps of one, days and weeks of a program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An exercise of a library and the lines it takes; lines are counted from 0."""

    name: str
    group: str
    """The heading it stands under, such as "Legs"; empty for none or where that is the name of the whole."""
    level: int
    """Of its heading."""
    line: int
    """Of its heading."""
    body: int
    """The first line under the heading."""
    end: int
    """The line behind its last."""


def exercises_in(text: str, is_section_name: IsSectionName) -> tuple[Found, ...]:
    """Return the exercises of a library in order; none where the text is that of a single guide.

    `text` is without its front matter; `is_section_name` tells whether a heading is the usual name of a section.
    """
    if _HOWTO.search(text):
        return ()
    parts = outline(text.split("\n"))
    known = functools.cache(is_section_name)
    for level in sorted({part.level for part in parts if part.level}, reverse=True):
        if found := _library(_trees(parts, level, known)):
            return found
    return ()


def refuse_library(exercises: Sequence[Found], first_line: int, found: Findings) -> None:
    """Say that a file holds many exercises, and how it is parted; `first_line` is that of the text."""
    names = ", ".join(exercise.name for exercise in exercises[:NAMED])
    more = ", ..." if len(exercises) > NAMED else ""
    path = f'"{found.path}"' if " " in found.path else found.path
    found.error(
        "library",
        f"this file holds {len(exercises)} exercises ({names}{more})",
        line=first_line + exercises[0].line,
        hint=f"make a guide of each: cardgen split {path} -o guides",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """A heading of the level that is looked at, with all that stands under it, and what it stands under."""

    head: Part
    below: tuple[Part, ...]
    above: tuple[Part, ...]
    """From the outermost heading to the next."""
    name: str
    is_section: bool

    @property
    def parts(self) -> tuple[Part, ...]:
        """The heading's own part and those below it."""
        return (self.head, *self.below)

    @property
    def ordered(self) -> bool:
        """Whether a numbered list of steps stands under it."""
        return any(part.ordered >= LEAST_POINTS for part in self.parts)

    @property
    def labels(self) -> set[str]:
        """What its parts are called: headings below it, bold lead-ins, lines that end in a colon."""
        return {label for part in self.parts for label in part.labels} | {part.name.casefold() for part in self.below}


def _trees(parts: Sequence[Part], level: int, is_section_name: IsSectionName) -> tuple[_Tree, ...]:
    """Return what stands under each heading of a level."""
    found: list[_Tree] = []
    above: list[Part] = []
    for at, part in enumerate(parts):
        if not part.level:
            above.append(part)
            continue
        while above[1:] and above[-1].level >= part.level:
            above.pop()
        if part.level == level:
            end = next((to for to in range(at + 1, len(parts)) if parts[to].level <= level), len(parts))
            found.append(
                _Tree(
                    head=part,
                    below=tuple(parts[at + 1 : end]),
                    above=tuple(above),
                    name=_name(part),
                    is_section=is_section_name(part.name) or any(is_section_name(it.name) for it in above if it.name),
                )
            )
        above.append(part)
    return tuple(found)


def _name(part: Part) -> str:
    """Return the name of an exercise: "Übung 3: Kniebeuge" is "Kniebeuge"; nothing for what is counted but no exercise."""
    match = _SERIES.fullmatch(part.name) or _SERIES.fullmatch(part.written)
    if match is None:
        return part.name
    return "" if match["word"].casefold() in _TIMES else (match["name"] or part.name).strip()


def _library(trees: Sequence[_Tree]) -> tuple[Found, ...]:
    """Return the exercises among the headings of one level; none where they are not those of a library."""
    others = [tree for tree in trees if not tree.is_section]
    members = [tree for tree in others if tree.name and not any(part.ordered for part in tree.above if part.level)]
    shared = _shared(members)
    members = [tree for tree in members if _has_steps(tree, shared)]
    names = {tree.name.casefold() for tree in members}
    if len(members) < LEAST or len(members) < SHARE * len(others) or len(names) < DISTINCT * len(members):
        return ()
    sections = [tree for tree in trees if tree.is_section]
    if any(tree.ordered for tree in sections) or not _is_sure(members, shared, sections):
        return ()
    common = set.intersection(*({part.line for part in tree.above} for tree in members))
    return tuple(
        Found(
            name=tree.name,
            group=_group(tree, common),
            level=tree.head.level,
            line=tree.head.line,
            body=tree.head.body,
            end=tree.parts[-1].end,
        )
        for tree in members
    )


def _shared(members: Sequence[_Tree]) -> frozenset[str]:
    """Return the labels that come again under most of the headings."""
    counts = Counter(label for tree in members for label in tree.labels)
    return frozenset(label for label, number in counts.items() if number >= max(LEAST, SHARE * len(members)))


def _has_steps(tree: _Tree, shared: frozenset[str]) -> bool:
    return tree.ordered or len(tree.labels & shared) >= LEAST_LABELS


def _is_sure(members: Sequence[_Tree], shared: frozenset[str], sections: Sequence[_Tree]) -> bool:
    """Tell whether exercises are more than the parts of one: numbered lists each, or the same labels in each."""
    alike = sum(bool(tree.labels & shared) for tree in members) >= max(LEAST, SHARE * len(members))
    ordered = sum(tree.ordered for tree in members)
    if alike and (ordered >= LEAST or len(shared) >= LEAST_LABELS):
        return True
    listed = any(part.ordered or part.bullets for tree in sections for part in tree.parts)
    return ordered == len(members) and not listed


def _group(tree: _Tree, common: set[int]) -> str:
    """Return the heading that an exercise shares with some of the others, not with all; `common` are the lines of those."""
    return next((part.name for part in reversed(tree.above) if part.level and part.line not in common), "")
