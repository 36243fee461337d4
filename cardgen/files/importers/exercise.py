"""What the importers have in common: an exercise as a collection tells it, and what became of it. Knows no JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cardgen.values.errors import ExitCode, Problem


class Use(Enum):
    """Which part of a guide a sentence belongs to."""

    STEP = "step"
    TIP = "tip"
    MISTAKE = "mistake"
    SAFETY = "safety"
    VARIATION = "variation"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, or an entry of a list, of a collection's instructions."""

    text: str
    """On one line, plain: what looks like markup is text."""
    use: Use = Use.STEP
    lead_in: str = ""
    """The words that head it ("Starting position"), without a colon."""
    listed: bool = False
    """Whether it is an entry of a list: its author made it a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """An exercise, read and judged; every text is clean, and short enough for the front matter of a guide."""

    origin: str
    """The collection and the id there, such as `free-exercise-db: Plank`."""
    stems: tuple[str, ...]
    """The names its guide may have, the first that no other exercise has taken."""
    title: str
    equipment: str = ""
    """As printed; empty when unknown."""
    level: str = ""
    lead: str = ""
    """A sentence for under the title; empty for none."""
    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    photos: tuple[Path, ...] = ()
    """Photographs, or drawings."""
    video: str = ""
    """The address of one; empty for none."""
    license: str = ""
    source: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What an entry of a collection gave."""

    name: str
    """What the summary calls it."""
    exercise: Exercise | None
    """None where no guide can be made of it; `problems` say why."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record of a collection, found but not yet read."""

    shown: str
    """Where it stands, for messages."""
    read: Callable[[], Read]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What was found to import."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    """What concerns it as a whole."""


class Fate(Enum):
    """What became of an exercise."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT_ALONE = "left alone"
    """A person changed the guide, or it is another's."""
    LEFT_OUT = "left out"
    """It holds nothing to print."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The outcome of one entry."""

    name: str
    fate: Fate
    path: str = ""
    """Of the guide, where there is one."""
    photos: int = 0
    """How many photographs or drawings it has."""
    problems: tuple[Problem, ...] = ()
    exit_code: ExitCode = ExitCode.OK
