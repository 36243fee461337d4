"""Files and folders in, the guides among them out, not yet opened: each once, in order, with what could not be searched."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import count
from pathlib import Path
from types import MappingProxyType

from cardgen.album import images_beside
from cardgen.errors import Location, Problem, Severity
from cardgen.guide.languages import Kind
from cardgen.nearest import nearest
from cardgen.selection import Selection, selects

_UNREADABLE = {
    errno.EACCES: "no permission to look there",
    errno.EPERM: "no permission to look there",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
}


class Depth(Enum):
    """How far a folder is searched for guides."""

    FLAT = "flat"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFile:
    """A guide's file, not yet opened."""

    path: Path
    clash: str = ""
    """The path of an earlier guide whose card would have the same file name."""
    number: int = 0
    """Of the station that its card is for; 0 for none."""
    headings: Mapping[str, Kind] = field(default_factory=dict, compare=False, hash=False)
    """What `cardgen.toml` says of headings."""
    images: tuple[str, ...] = ()
    """The names of its images in the folder `images` beside it."""

    @property
    def shown(self) -> str:
        """The path as printed, alike on every system."""
        return self.path.as_posix()

    @property
    def stem(self) -> str:
        """The name that the card gets."""
        return self.path.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """The guides found, in order, and what could not be searched."""

    files: tuple[GuideFile, ...]
    problems: tuple[Problem, ...]


def collect(
    paths: Iterable[Path],
    *,
    depth: Depth = Depth.FLAT,
    selection: Selection = (),
    headings: Mapping[str, Kind] = MappingProxyType({}),
) -> Collection:
    """Return the guides among files and folders, each once, in the order given and sorted within a folder.

    Guides whose cards would have the same file name are marked, but for those that the selection does not mean.
    """
    found: dict[Path, GuideFile] = {}
    problems: list[Problem] = []
    for path in paths:
        files, lost = _search(path, depth)
        problems += lost
        for file in files:
            found.setdefault(_identity(file), GuideFile(path=file, headings=dict(headings)))
    images = images_beside(file.path for file in found.values())
    guides = tuple(replace(file, images=images.get(file.path, ())) for file in found.values())
    return Collection(files=_with_clashes(guides, selection), problems=tuple(problems))


def counted_from(first: int, files: Iterable[GuideFile], selection: Selection) -> tuple[GuideFile, ...]:
    """Return the files with a number each, counted over those that the selection means."""
    numbers = count(first)
    return tuple(replace(file, number=next(numbers)) if _may_be_meant(file, selection) else file for file in files)


def _search(path: Path, depth: Depth) -> tuple[list[Path], list[Problem]]:
    """Return the guides that a path means, and what could not be searched."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return [], [_not_found(path)]
    except OSError as error:
        return [], [_unreadable(path, error)]
    if not is_folder:
        return [path], []
    files, lost = _guides_in(path, depth)
    return files, lost if files or lost else [_no_guides(path, depth)]


def _identity(file: Path) -> Path:
    """Return what two ways to name one file have in common; a guide that is a link is not what it leads to."""
    try:
        return file.parent.resolve() / file.name
    except (OSError, RuntimeError):
        return file


def _guides_in(folder: Path, depth: Depth) -> tuple[list[Path], list[Problem]]:
    found: list[Path] = []
    lost: list[Problem] = []
    for parent, folders, names in os.walk(
        folder, onerror=lambda error: lost.append(_unreadable(Path(error.filename or folder), error))
    ):
        # hidden folders hold tools, hidden files are what macOS leaves on foreign disks ("._plank.md")
        folders[:] = [name for name in folders if not name.startswith(".")] if depth is Depth.DEEP else []
        found += [Path(parent, name) for name in names if name.lower().endswith(".md") and not name.startswith(".")]
    guides = [path for path in found if not _is_plain_readme(path)]
    return sorted(guides, key=_folder_first), lost


def _folder_first(path: Path) -> tuple[str, str, str]:
    """Sort a folder's own guides before those of the folders in it, without regard to case."""
    return path.parent.as_posix().casefold(), path.name.casefold(), path.as_posix()


def _is_plain_readme(path: Path) -> bool:
    if path.stem.casefold() != "readme":
        return False
    try:
        with path.open("rb") as file:
            return not file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"---")
    except OSError:
        return False  # reading it as a guide says what is wrong


def _with_clashes(files: tuple[GuideFile, ...], selection: Selection) -> tuple[GuideFile, ...]:
    rivals: dict[str, list[GuideFile]] = {}
    for file in files:
        # Windows and macOS take names that differ in case, or in how an accent is stored, for one
        rivals.setdefault(unicodedata.normalize("NFC", file.stem).casefold(), []).append(file)
    clashes: dict[GuideFile, str] = {}
    for group in rivals.values():
        if len(group) > 1:
            first, *others = [file for file in group if _may_be_meant(file, selection)] or group[:1]
            clashes |= dict.fromkeys(others, first.shown)
    return tuple(replace(file, clash=clashes.get(file, "")) for file in files)


def _may_be_meant(file: GuideFile, selection: Selection) -> bool:
    """Tell whether a guide is selected, as far as it can be read."""
    from cardgen.guide import read_guide

    if not selection:
        return True
    try:
        return selects(selection, read_guide(file.path, shown=file.shown, beside=file.images, declared=file.headings))
    except Exception:  # noqa: BLE001 - whatever is wrong with it is told when its turn comes
        return True


def _not_found(path: Path) -> Problem:
    with suppress(OSError):
        message = f'this is a link to "{path.readlink().as_posix()}", where there is nothing'
        return _error("not-found", message, path.as_posix(), hint="name the file itself, or mend the link")
    beside: dict[str, Path] = {}
    with suppress(OSError):
        beside = {entry.name.casefold(): entry for entry in path.parent.iterdir()}
    match = nearest(path.name, beside)
    hint = f'did you mean "{beside[match].as_posix()}"?' if match else ""
    return _error("not-found", "no such file or folder", path.as_posix(), hint=hint)


def _unreadable(path: Path, error: OSError) -> Problem:
    reason = _UNREADABLE.get(error.errno or 0) or error.strerror or type(error).__name__
    return _error("unreadable", f"cannot be opened: {reason}", path.as_posix(), hint="")


def _no_guides(folder: Path, depth: Depth) -> Problem:
    deeper = depth is Depth.FLAT and _guides_in(folder, Depth.DEEP)[0]
    hint = "they are in deeper folders: add -r" if deeper else "a guide is a file whose name ends in .md"
    return _error("no-guides", "no guides in this folder", folder.as_posix(), hint=hint)


def _error(code: str, message: str, path: str, *, hint: str) -> Problem:
    return Problem(severity=Severity.ERROR, code=code, message=message, location=Location(path=path), hint=hint)
