"""A card that does not fit in, what would work instead out: every suggestion was tried before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cardgen.compose import Detail
from cardgen.errors import UsageError
from cardgen.settings import CardSettings
from cardgen.stock import NAMED_MM, Sheet, parse_sheet
from cardgen.use import NEAREST, Distance, Sides

STEP = 0.05
"""Distances are suggested to this many metres, or to half a foot."""
FOOT_STEP = 0.5 * 0.3048
LOWER = {Detail.FULL: (Detail.BRIEF, Detail.HEADLINE), Detail.BRIEF: (Detail.HEADLINE,), Detail.HEADLINE: ()}
"""What says less, the next first."""
SHEETS = ("a7", "a6", "a5", "a4", "a3", "a2")
"""Suggested to those who print on one of them; others are offered what is as large in inches."""
INCH_SHEETS = ("half-letter", "letter", "legal", "tabloid", "a2")

Fits = Callable[[CardSettings], bool]
"""Tells whether the card can be made so."""
Without = frozenset[Sides | Detail]
"""What a command does not offer, so that it is not to be suggested."""


def advise(settings: CardSettings, fits: Fits, without: Without = frozenset()) -> str:
    """Return what to change so that the card fits; empty where nothing that was tried does."""
    found = [*_larger(settings, fits), *_nearer(settings, fits)]
    found += [] if Sides.TWO in without else _second_side(settings, fits)
    return ", or ".join([*found, *_less(settings, fits, without)])


def _larger(settings: CardSettings, fits: Fits) -> Iterator[str]:
    """Name the smallest sheet that holds the card."""
    for sheet in _sheets_above(settings.sheet):
        if _can(fits, settings, sheet=sheet):
            yield f"{sheet.name} holds it{_from(settings)}: --size {sheet.name}"
            return


def _sheets_above(sheet: Sheet) -> Iterator[Sheet]:
    own = sheet.name.split()[0]
    across = sheet.width > sheet.height
    for name in INCH_SHEETS if own in INCH_SHEETS and own not in SHEETS else SHEETS:
        width, height = sorted(NAMED_MM[name])
        found = parse_sheet(name)
        larger = found.width * found.height > sheet.width * sheet.height * 1.01
        if larger:
            yield parse_sheet(f"{height:g}x{width:g}mm") if across else found


def _nearer(settings: CardSettings, fits: Fits) -> Iterator[str]:
    """Name the greatest distance from which this sheet can be read."""
    asked = settings.use.read_from
    if not asked.metres:
        return
    step = FOOT_STEP if asked.unit == "ft" else STEP
    low, high = 0, int(asked.metres / step)
    while low < high:
        middle = (low + high + 1) // 2
        if _can(fits, settings, read_from=asked.of(middle * step)):
            low = middle
        else:
            high = middle - 1
    if low * step >= NEAREST:
        yield f"this sheet serves up to {asked.of(low * step)}: --read-from {asked.of(low * step)}"


def _second_side(settings: CardSettings, fits: Fits) -> Iterator[str]:
    if settings.use.sides is Sides.ONE and settings.detail is not Detail.HEADLINE:
        two = replace(settings, use=replace(settings.use, sides=Sides.TWO))
        if _can(fits, two):
            yield "two sides hold it: --sides 2"


def _less(settings: CardSettings, fits: Fits, without: Without) -> Iterator[str]:
    for detail in LOWER[settings.detail]:
        if detail in without:
            continue
        if settings.use.sides is Sides.ONE and _can(fits, settings, detail=detail):
            yield f"less of it fits: --detail {detail.value}"
            return


def _can(
    fits: Fits,
    settings: CardSettings,
    *,
    sheet: Sheet | None = None,
    detail: Detail | None = None,
    read_from: Distance | None = None,
) -> bool:
    try:
        use = replace(settings.use, read_from=read_from or settings.use.read_from)
        return fits(replace(settings, sheet=sheet or settings.sheet, detail=detail or settings.detail, use=use))
    except UsageError:
        return False


def _from(settings: CardSettings) -> str:
    return f" from {settings.use.read_from}" if settings.use.read_from.metres else ""
