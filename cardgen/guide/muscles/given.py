"""The names in a front matter in, muscles out. Prints what the author wrote, and finds its place in the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cardgen.guide.anatomy import GROUPS
from cardgen.guide.findings import Findings
from cardgen.guide.frontvalues import PARTS_OF_MUSCLES, Entry
from cardgen.guide.model import Muscle, Muscles, Origin
from cardgen.guide.muscles.names import Name, find_name, names_to_offer
from cardgen.nearest import nearest

Known = str | tuple[str, ...]
"""By what two names are the same: their groups where they name all of them, else their letters."""


def given_muscles(given: Mapping[str, tuple[Entry, ...]], found: Findings, *, english: bool) -> Muscles:
    """Return the muscles that are named by hand, each once; what is unknown or said twice goes to `found`."""
    seen: dict[Known, Entry] = {}
    primary, secondary = (tuple(_read(given.get(part, ()), seen, found, english=english)) for part in PARTS_OF_MUSCLES)
    origin = Origin.GIVEN if primary or secondary else Origin.NONE
    return Muscles(primary=primary, secondary=secondary, origin=origin)


def _read(entries: Iterable[Entry], seen: dict[Known, Entry], found: Findings, *, english: bool) -> Iterable[Muscle]:
    for entry in entries:
        name = find_name(entry.text)
        key: Known = name.groups if name and name.whole else entry.text.casefold()
        if key in seen:
            _report_twice(entry, seen[key], found)
            continue
        seen[key] = entry
        if name is None:
            _report_unknown(entry, found, english=english)
        yield Muscle(name=entry.text, groups=_groups(name))


def _groups(name: Name | None) -> tuple[str, ...]:
    return name.groups if name else ()


def _report_twice(entry: Entry, first: Entry, found: Findings) -> None:
    same = entry.text.casefold() == first.text.casefold()
    message = f'the muscle "{entry.text}" is given twice'
    if not same:
        message = f'"{entry.text}" names the same muscle as "{first.text}"'
    found.warn("repeated-muscle", message, line=entry.line, hint=f'"{first.text}" in line {first.line} is kept')


def _report_unknown(entry: Entry, found: Findings, *, english: bool) -> None:
    if not english:
        hint = 'it is printed as it stands; ids such as "chest" and Latin names have a place there'
        found.note("unknown-muscle", f'the picture of the muscles has no "{entry.text}"', line=entry.line, hint=hint)
        return
    close = nearest(entry.text, names_to_offer())
    hint = f'did you mean "{close}"?' if close else f"the names are {', '.join(GROUPS.values())}, or names like them"
    found.warn("unknown-muscle", f'unknown muscle "{entry.text}"', line=entry.line, hint=hint)
