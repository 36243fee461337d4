"""The names in a front matter in, muscles out: one vocabulary, whatever names the author uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cardgen.guide.anatomy import BROAD, GROUPS, plain_words
from cardgen.guide.findings import Findings
from cardgen.guide.frontvalues import PARTS_OF_MUSCLES, Entry
from cardgen.guide.model import Muscle, Muscles, Origin
from cardgen.guide.muscles.names import Name, find_name, name_to_offer


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What is known while the names of a guide are read."""

    found: Findings
    language: str
    words: Mapping[str, str] | None
    """What each group is called; None where the language of the guide has no words for them."""
    texts: dict[str, Entry] = field(default_factory=dict)
    wholes: dict[tuple[str, ...], Entry] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    unknown: int = 0


def given_muscles(given: Mapping[str, tuple[Entry, ...]], found: Findings, *, language: str) -> Muscles:
    """Return the muscles that are named by hand, each once; what is unknown or said twice goes to `found`.

    Where half of the names are unknown no muscle keeps its place in the map: half a map is a wrong one.
    """
    reading = _Reading(found=found, language=language, words=plain_words(language))
    primary, secondary = (tuple(_read(given.get(part, ()), reading)) for part in PARTS_OF_MUSCLES)
    if reading.unknown * 2 >= len(primary) + len(secondary):
        primary, secondary = _unplaced(primary), _unplaced(secondary)
    origin = Origin.GIVEN if primary or secondary else Origin.NONE
    return Muscles(primary=primary, secondary=secondary, origin=origin)


def _read(entries: Iterable[Entry], reading: _Reading) -> Iterator[Muscle]:
    for entry in entries:
        name = find_name(entry.text, reading.language)
        first = reading.texts.get(entry.text.casefold())
        if name is not None and name.whole:
            first = first or reading.wholes.get(name.groups)
        if first is not None:
            _report_twice(entry, first, reading.found)
            continue
        reading.texts[entry.text.casefold()] = entry
        if name is None:
            reading.unknown += 1
            _report_unknown(entry, reading)
            yield Muscle(name=entry.text)
            continue
        if name.whole:
            reading.wholes[name.groups] = entry
        yield from _named(entry, name, reading)


def _named(entry: Entry, name: Name, reading: _Reading) -> Iterator[Muscle]:
    """Yield what a name means by its plain word, unless it stands there already: soleus and gastrocnemius are calves."""
    word = BROAD[name.groups] if len(name.groups) > 1 else name.groups[0]
    words = reading.words.get(word, entry.text) if reading.words else entry.text
    if words not in reading.printed:
        reading.printed.add(words)
        yield Muscle(name=words, groups=name.groups)


def _unplaced(muscles: Iterable[Muscle]) -> tuple[Muscle, ...]:
    return tuple(Muscle(name=muscle.name) for muscle in muscles)


def _report_twice(entry: Entry, first: Entry, found: Findings) -> None:
    same = entry.text.casefold() == first.text.casefold()
    message = f'the muscle "{entry.text}" is given twice'
    if not same:
        message = f'"{entry.text}" names the same muscle as "{first.text}"'
    found.warn("repeated-muscle", message, line=entry.line, hint=f'"{first.text}" in line {first.line} is kept')


def _report_unknown(entry: Entry, reading: _Reading) -> None:
    if reading.words is None:
        hint = 'it is printed as it stands; ids such as "chest" and Latin names have a place there'
        message = f'the picture of the muscles has no "{entry.text}"'
        reading.found.note("unknown-muscle", message, line=entry.line, hint=hint)
        return
    close = name_to_offer(entry.text, reading.language)
    known = ", ".join(reading.words[group] for group in GROUPS)
    hint = f'did you mean "{close}"?' if close else f"the names are {known}, or names like them"
    reading.found.warn("unknown-muscle", f'unknown muscle "{entry.text}"', line=entry.line, hint=hint)
