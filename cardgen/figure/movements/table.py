"""The table `movements.csv` in, movements by their ids out."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cardgen.figure.movements.families import Family, families
from cardgen.figure.movements.words import DATA, plain

LANGUAGES = ("en", "de", "es", "fr", "pt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement that has a name of its own."""

    id: str
    title: str
    family: Family
    """What it works."""
    position: str
    """How the body is held: `lying`, `kneeling`, `sitting`, `standing` or `hanging`."""
    implements: tuple[str, ...]
    """What it may be done with, the usual one first; empty where nothing is held."""
    fits: frozenset[str]
    """The equipment that a guide may name where nothing is held; empty for the body alone."""
    names: Mapping[str, tuple[str, ...]]
    """By language; words in parentheses may be missing, "cable,band: ..." holds with these implements only."""


@cache
def movements() -> Mapping[str, Movement]:
    """Read the table once a process."""
    with (DATA / "movements.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: _movement(row) for row in csv.DictReader(file)}


def _movement(row: Mapping[str, str]) -> Movement:
    return Movement(
        id=row["id"],
        title=row["title"],
        family=families()[row["family"]],
        position=row["position"],
        implements=tuple(row["implements"].split()),
        fits=frozenset(row["fits"].split()),
        names={language: tuple(filter(None, row[language].split("; "))) for language in LANGUAGES},
    )


@cache
def _ids() -> Mapping[str, str]:
    return {_letters(known): known for known in movements()}


def find_id(text: str) -> str | None:
    """Return the id that a person means, however it is written: "Romanian-Deadlift" for `romaniandeadlift`."""
    return _ids().get(_letters(text))


def _letters(text: str) -> str:
    return plain(text).replace(" ", "")
