"""A card that does not fit in, what would work instead out: every suggestion was tried before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from cardgen.compose import Detail
from cardgen.pipeline.settings import CardSettings
from cardgen.values.errors import UsageError
from cardgen.values.stock import NAMED_MM, Sheet, parse_sheet
from cardgen.values.use import NEAREST, Distance, Sides, parse_distance

STEP = 0.05
"""Distances are suggested to this many metres, or to half a foot."""
FOOT_STEP = 0.5 * 0.3048
NOTHING = 1e-9
SHEETS = ("a7", "a6", "a5", "a4", "a3", "a2")
"""Suggested to those who print on one of them; others are offered what is as large in inches."""
INCH_SHEETS = ("half-letter", "letter", "legal", "tabloid", "a2")

Fits = Callable[[CardSettings], bool]
"""Tells whether the card can be made so."""
Without = frozenset[Sides | Detail]
"""What a command does not offer, so that it is not to be suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Other settings, in words and as what to write."""

    settings: CardSettings
    words: str
    flags: str

    def __str__(self) -> str:
        return f"{self.words}: {self.flags}"


def advise(settings: CardSettings, fits: Fits, without: Without = frozenset()) -> str:
    """Return what to change so that the card fits: one thing, or several at once where there is no choice; empty for nothing."""
    works = _offered(settings, fits, without)
    found = [
        change for search in (_larger, _nearer, _scanned, _second_side, _less) for change in search(settings, works)
    ]
    if not found:
        firsts = (*_lower(settings), *_smaller_codes(settings), *_both(settings), *_largest(settings))
        found = _several(firsts, works)
    elif len(found) == 1:
        found += _several(_lower(settings), works)
    return ", or ".join(map(str, found))


def shared_flags(hints: Sequence[str]) -> tuple[str, ...]:
    """Return what serves all of several cards, of what `advise` says of each: the same flags, the nearest distance, the largest sheet."""
    offered = [[part.rpartition(": ")[2] for part in hint.split(", or ")] for hint in hints]
    found = [flags for flags in offered[0] if all(flags in others for others in offered[1:])]
    for option, size in (("--read-from ", _metres), ("--size ", _area)):
        values = [
            next((it.removeprefix(option) for it in each if it.startswith(option) and it.count("--") == 1), "")
            for each in offered
        ]
        if all(values) and not any(flags.startswith(option) for flags in found):
            found.append(option + (min if size is _metres else max)(values, key=size))
    return tuple(found)


def _metres(text: str) -> float:
    return parse_distance(text).metres


def _area(text: str) -> float:
    sheet = parse_sheet(text)
    return sheet.width * sheet.height


def _offered(settings: CardSettings, fits: Fits, without: Without) -> Fits:
    """Return what tells whether changed settings fit, and have nothing that the command does not offer."""

    def works(changed: CardSettings) -> bool:
        new = {changed.detail, changed.use.sides} - {settings.detail, settings.use.sides}
        return not new & without and fits(changed)

    return works


def _several(firsts: Iterable[Change], fits: Fits) -> list[Change]:
    """Return the first of these changes that works together with another sheet, another distance or less on the card."""
    for first in firsts:
        for search in (_larger, _nearer, _less):
            for second in search(first.settings, fits):
                return [_joined(first, second)]
    return []


def _both(settings: CardSettings) -> Iterator[Change]:
    """Say less, and make the code smaller."""
    for one in _lower(settings):
        yield from (_joined(one, other) for other in _smaller_codes(one.settings))


def _largest(settings: CardSettings) -> Iterator[Change]:
    """Take the largest sheet, then make the code smaller on it too: what is asked for from far away fits on none."""
    for sheet in tuple(_sheets_above(settings.sheet))[-1:]:
        if changed := _changed(settings, sheet=sheet):
            first = Change(settings=changed, words="the sheet is larger", flags=f"--size {sheet.name}")
            yield first
            yield from (_joined(first, other) for other in _smaller_codes(changed))


def _joined(first: Change, second: Change) -> Change:
    words = f"{first.words} and {second.words}"
    return replace(second, words=words, flags=f"{first.flags} {second.flags}")


def _larger(settings: CardSettings, fits: Fits) -> Iterator[Change]:
    """Find the smallest sheet that holds the card."""
    for sheet in _sheets_above(settings.sheet):
        if changed := _working(fits, settings, sheet=sheet):
            words = f"{sheet.name} holds it{_from(settings)}"
            yield Change(settings=changed, words=words, flags=f"--size {sheet.name}")
            return


def _sheets_above(sheet: Sheet) -> Iterator[Sheet]:
    own = sheet.name.split()[0]
    in_inches = own in INCH_SHEETS[:-1] or own.endswith("in")
    across = sheet.width > sheet.height
    for name in INCH_SHEETS if in_inches else SHEETS:
        width, height = sorted(NAMED_MM[name])
        found = parse_sheet(name)
        if found.width * found.height > sheet.width * sheet.height * 1.01:
            yield parse_sheet(f"{height:g}x{width:g}mm") if across else found


def _nearer(settings: CardSettings, fits: Fits) -> Iterator[Change]:
    """Find the greatest distance from which this sheet can be read."""
    asked = settings.use.read_from
    found = _greatest(asked, lambda tried: _working(fits, settings, read_from=tried))
    if found:
        changed, distance = found
        words = f"{settings.sheet.name.split()[0]} serves up to {distance}"
        yield Change(settings=changed, words=words, flags=f"--read-from {distance}")


def _scanned(settings: CardSettings, fits: Fits) -> Iterator[Change]:
    """Find the greatest distance from which a code that this sheet has room for is scanned."""
    found = _greatest(settings.use.scanned_from, lambda tried: _working(fits, settings, scan_from=tried))
    if found:
        changed, distance = found
        yield Change(
            settings=changed, words=f"its code is scanned from up to {distance}", flags=f"--scan-from {distance}"
        )


def _greatest(
    asked: Distance, tried: Callable[[Distance], CardSettings | None]
) -> tuple[CardSettings, Distance] | None:
    """Return the greatest distance under the one asked that works, by bisection."""
    step = _step(asked)
    low, high = ceil(NEAREST / step) - 1, int(asked.metres / step - NOTHING)
    found = None
    while low < high:
        middle = (low + high + 1) // 2
        distance = asked.of(middle * step)
        if changed := tried(distance):
            low, found = middle, (changed, distance)
        else:
            high = middle - 1
    return found


def _second_side(settings: CardSettings, fits: Fits) -> Iterator[Change]:
    if settings.use.sides is Sides.ONE and not settings.detail.is_poster:
        two = replace(settings, use=replace(settings.use, sides=Sides.TWO))
        if fits(two):
            yield Change(settings=two, words="two sides hold it", flags="--sides 2")


def _less(settings: CardSettings, fits: Fits) -> Iterator[Change]:
    """Find the detail that says as much as fits."""
    for change in _lower(settings):
        if fits(change.settings):
            yield change
            return


def _lower(settings: CardSettings) -> Iterator[Change]:
    for detail in settings.detail.less:
        flags = f"--detail {detail.value}"
        if detail.is_poster and settings.use.sides is Sides.TWO:
            settings, flags = replace(settings, use=replace(settings.use, sides=Sides.ONE)), f"{flags} --sides 1"
        if changed := _changed(settings, detail=detail):
            yield Change(settings=changed, words="less of it fits", flags=flags)


def _smaller_codes(settings: CardSettings) -> Iterator[Change]:
    """Give codes for a part of the distance asked a try, where that is not near already."""
    asked = settings.use.scanned_from
    step = _step(asked)
    for part in (2, 5):
        distance = asked.of(round(asked.metres / part / step) * step)
        if distance.metres >= NEAREST - NOTHING and (changed := _changed(settings, scan_from=distance)):
            yield Change(
                settings=changed, words=f"its code is scanned from {distance}", flags=f"--scan-from {distance}"
            )


def _step(asked: Distance) -> float:
    """Return what suggested distances are multiples of, in metres: one that is written rounded may be longer than was tried."""
    return FOOT_STEP if asked.unit == "ft" else STEP


def _working(fits: Fits, settings: CardSettings, **changes: Sheet | Distance) -> CardSettings | None:
    changed = _changed(settings, **changes)
    return changed if changed and fits(changed) else None


def _changed(settings: CardSettings, **changes: Sheet | Detail | Distance) -> CardSettings | None:
    """Return other settings; None where no card can be made so."""
    ways = {key: changes.pop(key) for key in ("read_from", "scan_from") if key in changes}
    try:
        return replace(settings, **changes, use=replace(settings.use, **ways))  # type: ignore[arg-type]
    except UsageError:
        return None


def _from(settings: CardSettings) -> str:
    return f" from {settings.use.read_from}" if settings.use.read_from.metres else ""
