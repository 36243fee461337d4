"""Files and folders in, the guides among them out, not yet opened: each once, in order, with what could not be searched."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import count
from pathlib import Path
from types import MappingProxyType

from cardgen.files.selection import Selection, selects
from cardgen.guide.album import BUNDLES, ENDINGS, images_beside, own_name
from cardgen.guide.album import FOLDER as IMAGES
from cardgen.guide.languages import Kind
from cardgen.pipeline.rendition import page_paths
from cardgen.values.errors import Location, Problem, Severity
from cardgen.values.nearest import nearest
from cardgen.values.use import Sides

_UNREADABLE = {
    errno.EACCES: "no permission to look there",
    errno.EPERM: "no permission to look there",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
}
_PICTURES = (".gif", ".svg", ".avif", ".heic", ".bmp", ".tif", ".tiff")
"""Pictures besides those that cards take: they belong to guides."""
_ENDINGS_SHOWN = 3


class Depth(Enum):
    """How far a folder is searched for guides."""

    FLAT = "flat"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFile:
    """A guide's file, not yet opened."""

    path: Path
    place: str = ""
    """The folder of its card below that of all cards, such as `en`: where the guide lies below the folder that was searched."""
    clash: str = ""
    """The path of an earlier guide whose card would have the same file name."""
    side_clash: str = ""
    """The path of a guide whose card would have the name of one side of this one's, where each side is a file."""
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
        return own_name(self.path)

    @property
    def card(self) -> str:
        """Its card's file below the folder of all cards, without what the name ends in: `squat`, `en/squat`."""
        return f"{self.place}/{self.stem}" if self.place else self.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """The guides found, in order, and what could not be searched."""

    files: tuple[GuideFile, ...]
    problems: tuple[Problem, ...]
    passed: tuple[Path, ...] = ()
    """Files of the folders that were searched that are neither guides nor pictures."""


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
    passed: list[Path] = []
    for path in paths:
        searched = _search(path, depth)
        problems += searched.problems
        passed += searched.passed
        for file in searched.files:
            found.setdefault(_identity(file), GuideFile(path=file, place=_place(file, path), headings=dict(headings)))
    images = images_beside(file.path for file in found.values())
    guides = tuple(replace(file, images=images.get(file.path, ())) for file in found.values())
    files = _with_clashes(guides, selection)
    return Collection(files=files, problems=tuple(problems), passed=tuple(dict.fromkeys(passed)))


def counted_from(first: int, files: Iterable[GuideFile], selection: Selection) -> tuple[GuideFile, ...]:
    """Return the files with a number each, counted over those that the selection means."""
    numbers = count(first)
    return tuple(replace(file, number=next(numbers)) if _may_be_meant(file, selection) else file for file in files)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Searched:
    """What one path led to."""

    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed: list[Path] = field(default_factory=list)


def _search(path: Path, depth: Depth) -> _Searched:
    """Return the guides that a path means, and what could not be searched."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return _Searched(problems=[_not_found(path)])
    except OSError as error:
        return _Searched(problems=[_unreadable(path, error)])
    if not is_folder:
        return _Searched(files=[path])
    found = _guides_in(path, depth)
    return found if found.files or found.problems else replace(found, problems=[_no_guides(path, depth, found.passed)])


def _place(file: Path, searched: Path) -> str:
    """Return where a guide lies below the folder that was searched; a guide in a folder of its own lies where that does."""
    if file == searched:
        return ""
    folders = file.relative_to(searched).parent.parts
    return "/".join(folders[:-1] if file.stem.casefold() in BUNDLES else folders)


def _identity(file: Path) -> Path:
    """Return what two ways to name one file have in common; a guide that is a link is not what it leads to."""
    try:
        return file.parent.resolve() / file.name
    except (OSError, RuntimeError):
        return file


def _guides_in(folder: Path, depth: Depth) -> _Searched:
    found = _Searched()
    for parent, folders, names in os.walk(
        folder, onerror=lambda error: found.problems.append(_unreadable(Path(error.filename or folder), error))
    ):
        seen = [Path(parent, name) for name in names if is_meant(name)]
        guides = [path for path in seen if path.suffix.lower() == ".md"]
        within = [name for name in folders if is_meant(name) and name != IMAGES]
        alone = len(guides) == 1 and not within
        found.files.extend(path for path in guides if alone or not _is_plain_readme(path))
        found.passed.extend(path for path in seen if path.suffix.lower() not in (".md", *ENDINGS, *_PICTURES))
        folders[:] = [name for name in folders if is_meant(name)] if depth is Depth.DEEP else []
    found.files.sort(key=_folder_first)
    found.passed.sort(key=_folder_first)
    return found


def is_meant(name: str) -> bool:
    """Tell whether a file or folder may hold guides: drafts begin with "_"; hidden are tools, and "._plank.md" of macOS."""
    return not name.startswith((".", "_"))


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
        rivals.setdefault(_alike(file.card), []).append(file)
    clashes: dict[GuideFile, str] = {}
    for group in rivals.values():
        if len(group) > 1:
            first, *others = [file for file in group if _may_be_meant(file, selection)] or group[:1]
            clashes |= dict.fromkeys(others, first.shown)
    return tuple(
        replace(file, clash=clashes.get(file, ""), side_clash=_side_clash(file, rivals, selection)) for file in files
    )


def _alike(card: str) -> str:
    """Return what names have in common that Windows or macOS takes for one: they differ in case, or in how an accent is stored."""
    return unicodedata.normalize("NFC", card).casefold()


def _side_clash(file: GuideFile, others: Mapping[str, list[GuideFile]], selection: Selection) -> str:
    """Return the path of a guide whose card is called as a side of this one's would be."""
    sides = (_alike(path.as_posix()) for path in page_paths(Path(file.card), len(Sides)))
    rivals = (other for side in sides for other in others.get(side, ()) if _may_be_meant(other, selection))
    return next((other.shown for other in rivals), "")


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


def _no_guides(folder: Path, depth: Depth, passed: Sequence[Path]) -> Problem:
    from cardgen.guide.source import GUIDE

    deeper = depth is Depth.FLAT and _guides_in(folder, Depth.DEEP).files
    hint = "they are in deeper folders: add -r" if deeper else "a guide is a file whose name ends in .md"
    others = [path for path in passed if path.suffix.casefold() in GUIDE.others]
    if others and not deeper:
        what, how = GUIDE.others[others[0].suffix.casefold()]
        hint = f"{others[0].name} is {what}: {how.replace('{}', others[0].as_posix())}"
    return _error("no-guides", f"no guides in this folder{_counted(passed)}", folder.as_posix(), hint=hint)


def _counted(passed: Sequence[Path]) -> str:
    """Return how many other files a folder holds, by the endings of their names."""
    endings = Counter(path.suffix.casefold() or "no ending" for path in passed)
    told = ", ".join(f"{count} of {ending}" for ending, count in endings.most_common(_ENDINGS_SHOWN))
    return f", but other files: {told}" if told else ""


def _error(code: str, message: str, path: str, *, hint: str) -> Problem:
    return Problem(severity=Severity.ERROR, code=code, message=message, location=Location(path=path), hint=hint)
