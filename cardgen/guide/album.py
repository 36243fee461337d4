"""A folder of guides in, the images that lie beside each of them out: `images/<stem>*.jpg`. Opens none.

A folder is listed once for all its guides: for each anew, 300 guides with two images would cost 300 listings of 600 files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

FOLDER = "images"
ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif", ".svg")
"""Which of several files of one name is taken: the first."""

_FIRST = ("start", "begin")
_LAST = ("finish", "end")
_FOLLOWS = re.compile(rf"({'|'.join((*_FIRST, *_LAST))})(?![^\W\d_])|[\W\d_]|$")
"""What may stand behind a stem: `plank-1` and `plankstart` are of plank, `planksides` is not."""
_PIECES = re.compile(r"\d+|[^\W\d_]+")


BUNDLES = frozenset({"index", "readme"})
"""What the only guide of a folder is called where all that belongs to it lies there too: `squat/index.md`."""


def own_name(guide: Path) -> str:
    """Return what a guide's file calls it: its stem, or the folder's name for `squat/index.md` and `squat/README.md`."""
    if guide.stem.casefold() not in BUNDLES or guide.suffix.lower() != ".md":
        return guide.stem
    folder = guide.parent
    if folder.name in ("", ".."):  # such as "index.md" alone
        with suppress(OSError, RuntimeError):
            folder = folder.resolve()
    return folder.name or guide.stem


def images_beside(guides: Iterable[Path]) -> Mapping[Path, tuple[str, ...]]:
    """Return the names of the images of each guide that has any, in the order in which they are shown."""
    folders: dict[Path, list[Path]] = {}
    for guide in guides:
        folders.setdefault(guide.parent, []).append(guide)
    found: dict[Path, tuple[str, ...]] = {}
    for folder, members in folders.items():
        if album := _album(folder):
            found |= {guide: album[key] for guide in members if (key := _alike(own_name(guide))) in album}
    return found


def _album(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the images in a folder of guides by stem; an image is of the longest stem that it starts with."""
    images = [name for name in _names_in(folder / FOLDER) if name.lower().endswith(ENDINGS)]
    if not images:
        return {}
    stems = {_alike(own_name(folder / name)) for name in _names_in(folder) if name.lower().endswith(".md")}
    owned: dict[str, list[tuple[str, str]]] = {}
    for image in images:
        name = _alike(PurePosixPath(image).stem)
        ends = (end for end in range(len(name), 0, -1) if name[:end] in stems and _may_follow(name, end))
        if end := next(ends, 0):
            owned.setdefault(name[:end], []).append((name[end:], image))
    return {stem: tuple(image for _, image in sorted(pairs, key=_rank)) for stem, pairs in owned.items()}


def _names_in(folder: Path) -> list[str]:
    try:
        # hidden files are what macOS leaves on foreign disks ("._plank.jpg")
        return [entry.name for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return []


def _alike(name: str) -> str:
    """Return what two names have in common that differ in case, or in how an accent is stored."""
    return unicodedata.normalize("NFC", name).casefold()


def _may_follow(name: str, end: int) -> bool:
    if name[end - 1].isdigit() and name[end : end + 1].isdigit():
        return False  # `squat12` is not of squat1
    return bool(_FOLLOWS.match(name, end))


def _rank(pair: tuple[str, str]) -> tuple[int, list[tuple[int, int, str]], int, str]:
    """Sort the start before the end, and what says neither between them: by numbers, then by words."""
    rest, image = pair
    pieces = _PIECES.findall(rest)
    place = 0 if not {*pieces}.isdisjoint(_FIRST) else 2 if not {*pieces}.isdisjoint(_LAST) else 1
    keys = [(0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces]
    return place, keys, ENDINGS.index(PurePosixPath(image).suffix.lower()), image
