"""Two looks at the guides in, what is to be done between them out. Knows no events, no clock and no command line.

A look reads every guide, so it does not matter which events an editor causes, nor whether one was missed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from cardgen.files.collection import Depth, GuideFile, collect, is_meant
from cardgen.files.selection import Selection
from cardgen.guide.album import FOLDER as IMAGES
from cardgen.guide.languages import Kind
from cardgen.pipeline.own_movements import FOLDER as MOVEMENTS
from cardgen.values.errors import GuideError

_KEY = b"image"
"""A guide without this word names no photographs."""
_FRONT = 128 * 1024
"""Bytes in which the front matter has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is looked at."""

    paths: tuple[Path, ...]
    depth: Depth = Depth.FLAT
    selection: Selection = ()
    headings: Mapping[str, Kind] = field(default_factory=dict)
    """What `cardgen.toml` says of headings."""
    settings: tuple[Path, ...] = ()
    """Files that every card depends on; they may be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A photograph of a guide at the time of a look; some megabytes each, they are not read again and again."""

    path: Path
    size: int = 0
    changed: int = 0
    """When, in nanoseconds; both are 0 where there is no such file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A guide at the time of a look."""

    file: GuideFile
    digest: str
    """Of its bytes; empty where they cannot be read."""
    photos: tuple[Print, ...] = ()


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
    PHOTOGRAPH = "photograph changed"
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


def look(scope: Scope, before: Look | None = None) -> Look:
    """Read what the cards depend on; what an earlier look found out about guides that are the same is not found out again."""
    found = collect(scope.paths, depth=scope.depth, selection=scope.selection, headings=scope.headings)
    known = {seen.file.path: seen for seen in before.guides} if before else {}
    return Look(
        guides=tuple(_see(file, known.get(file.path)) for file in found.files),
        settings=tuple(_digest(path) for path in (*scope.settings, *_movements(found.files))),
    )


def _movements(files: Iterable[GuideFile]) -> tuple[Path, ...]:
    """Return the files of movements beside the guides: any card may show one."""
    folders = sorted({file.path.parent / MOVEMENTS for file in files})
    return tuple(path for folder in folders for path in sorted(folder.glob("*.y*ml")))


def _see(file: GuideFile, before: Seen | None) -> Seen:
    digest = _digest(file.path)
    if before and before.photos and (before.digest, before.file.images) == (digest, file.images):
        photos = tuple(photo.path for photo in before.photos)
    else:
        photos = _photos(file) if digest else ()
    return Seen(file=file, digest=digest, photos=tuple(_print(path) for path in photos))


def _photos(file: GuideFile) -> tuple[Path, ...]:
    """Return the photographs of a guide; none where it cannot be read, or one of them leads out of its folder."""
    from cardgen.guide import read_guide  # noqa: PLC0415 - 30 ms, where a guide has photographs

    with file.path.open("rb") as text:
        if not file.images and _KEY not in text.read(_FRONT):
            return ()
    try:
        guide = read_guide(file.path, shown=file.shown, beside=file.images, declared=file.headings)
    except GuideError:
        return ()
    return tuple(Path(photo.file) for photo in guide.photos)


def _print(path: Path) -> Print:
    try:
        found = path.stat()
    except OSError:
        return Print(path=path)
    return Print(path=path, size=found.st_size, changed=found.st_mtime_ns)


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
        elif (earlier.digest, earlier.file.clash) != (seen.digest, seen.file.clash):
            renders.append(Render(file=seen.file, cause=Cause.CHANGED))  # a name taken by two guides changes both
        elif earlier != seen:
            renders.append(Render(file=seen.file, cause=Cause.PHOTOGRAPH))
        elif before.settings != after.settings:
            renders.append(Render(file=seen.file, cause=Cause.SETTINGS))
    return Reaction(renders=tuple(renders), deleted=tuple(seen.file for seen in gone))


def folders_of(scope: Scope, seen: Look) -> tuple[Path, ...]:
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
    folders |= {guide.file.path.parent / name for guide in seen.guides for name in (IMAGES, MOVEMENTS)}
    folders |= {photo.path.parent for guide in seen.guides for photo in guide.photos}
    return tuple(sorted(folder for folder in folders if folder.is_dir()))


def _folders_in(folder: Path) -> set[Path]:
    found: set[Path] = set()
    for parent, names, _ in os.walk(folder):
        names[:] = [name for name in names if is_meant(name)]
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
