"""What a program asks of one exercise, as its card prints it: a line a day, in words ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

LINES = 3
"""So many days have a line each, whatever they ask."""

BLANK = "__"
"""In place of a figure that the program leaves to the pen: a box to write in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence of the trainer's, its first words in bold."""

    lead: str = ""
    """Such as "Your trainer:"; empty for none."""
    text: str
    language: str = ""
    """Empty for that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """What one day asks of the exercise. An empty text stands for what does not apply."""

    day: str
    """On the chip, such as "Mon"."""
    work: str
    """Such as "3 × 8–12"."""
    load: str | None = ""
    """Such as "20 → 27.5 kg"; None for a box to write it in."""
    unit: str = "kg"
    """What stands small in that box."""
    weeks: tuple[str, ...] = ()
    """Where the load is a weight: that of each week, empty where it is left open; else none."""
    rest: str = ""
    tempo: str = ""
    side: str = ""
    """Such as "each"; empty for both at once."""
    page: int
    """Of the day: chip and number lead there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """All that a program asks of an exercise: a line a day, then a remark."""

    rows: tuple[StripRow, ...]
    """At least one."""
    note: Remark | None = None


def words_of(prescription: Prescription) -> Iterator[str]:
    """Yield every text of a prescription."""
    for row in prescription.rows:
        yield from (row.day, row.work, row.load or "", row.unit, *row.weeks, row.rest, row.tempo, row.side)
    if prescription.note:
        yield from (prescription.note.lead, prescription.note.text)


@dataclass(frozen=True, slots=True)
class Other:
    """A day without a line of its own: it asks what another day asks, which has one."""

    row: StripRow
    like: str
    """That day; empty where all days ask the same."""


def fold_days(rows: Sequence[StripRow]) -> tuple[tuple[StripRow, ...], tuple[Other, ...]]:
    """Return the days that have a line, and the others: after LINES days, those that ask for nothing new.

    A day that asks twice has two lines, and no other day is likened to it.
    """
    often = Counter(row.day for row in rows)
    first: dict[StripRow, str] = {}
    shown: list[StripRow] = []
    others: list[Other] = []
    for row in rows:
        asked = replace(row, day="", page=0)
        if len(shown) < LINES or asked not in first or often[row.day] > 1:
            shown.append(row)
            if often[row.day] == 1:
                first.setdefault(asked, row.day)
        else:
            others.append(Other(row, first[asked]))
    if len({replace(row, day="", page=0) for row in shown}) == 1:
        others = [replace(other, like="") for other in others]
    return tuple(shown), tuple(others)
