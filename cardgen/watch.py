"""Two looks at the guides in, what is to be done between them out. Knows no events, no clock and no command line.

A look reads every guide, so it does not matter which events an editor causes, nor whether one was missed.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cardgen.batch import Depth, GuideFile, collect
from cardgen.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is looked at."""

    paths: tuple[Path, ...]
    depth: Depth = Depth.FLAT
    selection: Selection = ()
    settings: tuple[Path, ...] = ()
    """Files that every card depends on; they may be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A guide at the time of a look."""

    file: GuideFile
    digest: str
    """Of its bytes; empty where they cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """All that the cards depend on, at one time."""

    guides: tuple[Seen, ...]
    settings: tuple[str, ...]
    """A digest a file."""


class Cause(Enum):
    """Why a card is made again."""

    NEW = "new"
    RENAMED = "renamed"
    CHANGED = "changed"
    SETTINGS = "settings changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """A card to be made."""

    file: GuideFile
    cause: Cause
    earlier: GuideFile | None = None
    """What a renamed guide was called; the card of that name is left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What follows from a change."""

    renders: tuple[Render, ...] = ()
    deleted: tuple[GuideFile, ...] = ()
    """Their cards are left alone."""


def look(scope: Scope) -> Look:
    """Read what the cards depend on."""
    found = collect(scope.paths, depth=scope.depth, selection=scope.selection)
    return Look(
        guides=tuple(Seen(file=file, digest=_digest(file.path)) for file in found.files),
        settings=tuple(_digest(path) for path in scope.settings),
    )


def react(before: Look, after: Look) -> Reaction:
    """Return what is to be done, in the order of the guides: a card for each that is new or differs, or for all."""
    old = {seen.file.path: seen for seen in before.guides}
    present = {seen.file.path for seen in after.guides}
    gone = [seen for seen in before.guides if seen.file.path not in present]
    renders = []
    for seen in after.guides:
        earlier = old.get(seen.file.path)
        if earlier is None:
            source = next((it for it in gone if it.digest == seen.digest != ""), None)
            if source:
                gone.remove(source)
            cause = Cause.RENAMED if source else Cause.NEW
            renders.append(Render(file=seen.file, cause=cause, earlier=source.file if source else None))
        elif earlier != seen:  # a name taken by two guides is a change of both
            renders.append(Render(file=seen.file, cause=Cause.CHANGED))
        elif before.settings != after.settings:
            renders.append(Render(file=seen.file, cause=Cause.SETTINGS))
    return Reaction(renders=tuple(renders), deleted=tuple(seen.file for seen in gone))


def folders_of(scope: Scope) -> tuple[Path, ...]:
    """Return the folders whose entries matter, each once; a file is watched in its folder, where editors replace it."""
    folders: set[Path] = set()
    for path in scope.paths:
        if not path.is_dir():
            folders.add(path.parent)
        elif scope.depth is Depth.FLAT:
            folders.add(path)
        else:
            folders |= _folders_in(path)
    folders |= {path.parent for path in scope.settings}
    return tuple(sorted(folder for folder in folders if folder.is_dir()))


def _folders_in(folder: Path) -> set[Path]:
    found: set[Path] = set()
    for parent, names, _ in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".")]
        found.add(Path(parent))
    return found


def _digest(path: Path) -> str:
    try:
        if not path.is_file():  # a pipe would never end
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
