"""An exercise and a folder in, its guide and photographs there out, unless a person changed what was there.

A guide bears in comments of its front matter what it was made from, and a digest of itself: so it can travel, and one that
was edited is known by itself. Nothing that was edited is written over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from cardgen.files.importers.arrange import Room, arrange
from cardgen.files.importers.exercise import Entry, Exercise, Fate, Imported, Read
from cardgen.files.importers.guide_text import guide_text
from cardgen.files.storage import prepare_folder, reason_of, write_file
from cardgen.values.errors import ExitCode, Location, OutputError, Problem, Severity

IMAGES = "images"
"""The folder of photographs, beside the guides."""

_OPENING = "---\n"
_ORIGIN = "# Imported from "
_KEEP = "# A guide that was edited is not written over: to have it imported anew, delete it."
_PHOTOS = "# Photographs: "
_DIGEST = "# SHA-256 without this line: "
_MARKS = re.compile(
    rf"\A---\n{re.escape(_ORIGIN)}(?P<origin>[^\n]+)\n(?:{re.escape(_KEEP)}\n)?"
    rf"(?:{re.escape(_PHOTOS)}(?P<photos>[0-9a-f ]+)\n)?{re.escape(_DIGEST)}(?P<digest>[0-9a-f]{{64}})\n"
)
_OF_PHOTO = 16
"""Hexadecimal digits that tell one photograph from another: nobody makes two alike on purpose."""
_MOST_GUIDE = 256 * 1024
_MOST_PHOTO = 32 * 1024 * 1024

_SUFFIXES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"RIFF", ".webp"),
    (b"<svg", ".svg"),
    (b"<?xml", ".svg"),
)
"""The first bytes of the pictures that a card may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Photo:
    """A photograph, read."""

    name: str
    """Relative to the folder of the guide."""
    data: bytes

    @property
    def digest(self) -> str:
        return _digest_of_photo(self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Old:
    """A guide that is there already."""

    text: str
    origin: str = ""
    """Empty for a guide that no importer wrote."""
    photos: frozenset[str] = frozenset()
    intact: bool = False
    """Whether it is as it was written."""


@dataclass(slots=True, kw_only=True)
class Keeper:
    """A folder that exercises go into, each under a name of its own."""

    folder: Path
    taken: dict[str, str] = field(default_factory=dict)
    """The names given in this run, small letters only, and to whom: some systems do not tell A from a."""

    def keep(self, exercise: Exercise, problems: Sequence[Problem], shown: str) -> Imported:
        """Write the guide and photographs of an exercise where they are new or changed; `shown`: where it comes from."""
        name = exercise.title
        for stem in exercise.stems:
            if stem.casefold() in self.taken:
                continue
            path = self.folder / f"{stem}.md"
            old = _read_old(path)
            if old is not None and old.origin not in ("", exercise.origin) and stem != exercise.stems[-1]:
                continue  # the guide of another exercise, whose name is the same
            self.taken[stem.casefold()] = exercise.origin
            if old is not None and (told := _why_not(old, exercise, path)):
                return Imported(name=name, fate=Fate.LEFT_ALONE, path=path.as_posix(), problems=(*problems, told))
            return _write(exercise, path, old, tuple(problems))
        return Imported(
            name=name,
            fate=Fate.FAILED,
            problems=(*problems, self._clash(exercise, shown)),
            exit_code=ExitCode.SOME_FAILED,
        )

    def _clash(self, exercise: Exercise, shown: str) -> Problem:
        earlier = self.taken[exercise.stems[-1].casefold()]
        if earlier == exercise.origin:
            message, hint = "an exercise with this id came before", "the first one is kept: give this one another id"
        else:
            message = f"its guide would have the same file name as that of {earlier}"
            hint = "give one of them another id; some systems do not tell A from a"
        location = Location(path=shown)
        return Problem(severity=Severity.ERROR, code="same-stem", message=message, location=location, hint=hint)


def _why_not(old: _Old, exercise: Exercise, path: Path) -> Problem | None:
    """Return why a guide is left as it is, or None where it may be written over."""
    hint = "to have it imported, move or delete it"
    if not old.origin:
        message = "left alone: it is here already, and was not imported"
    elif old.origin != exercise.origin:
        message = f"left alone: it was imported from {old.origin}"
    elif not old.intact:
        message, hint = "left alone: it was edited", "to have it imported anew, move or delete it"
    else:
        return None
    return _note("left-alone", message, path, hint)


def _write(exercise: Exercise, path: Path, old: _Old | None, problems: tuple[Problem, ...]) -> Imported:
    photos, lost = _read_photos(exercise, path.stem)
    body = arrange(exercise.passages)
    text = _signed(guide_text(exercise, body, [photo.name for photo in photos]), exercise.origin, photos)
    if photos and not (images := path.parent / IMAGES).is_dir():
        prepare_folder(images)
    written = False
    for photo in photos:
        target = path.parent / photo.name
        there = _bytes_of(target, _MOST_PHOTO)
        if there == photo.data:
            continue
        if there is not None and (old is None or _digest_of_photo(there) not in old.photos):
            hint = "to have it imported anew, delete it"
            lost += (_note("left-alone", "left alone: it is another picture than the collection's", target, hint),)
            continue
        write_file(target, photo.data)
        written = True
    if old is None or old.text != text:
        write_file(path, text.encode())
        written = True
    if old is not None and old.photos and not photos and (left := _left_behind(path)):
        message = f"{left} of an earlier import is still there, and is printed"
        lost += (_note("photos-kept", message, path, "delete it, if it is not to be"),)
    lost += _cut(body.room, path)
    fate = Fate.NEW if old is None else Fate.UPDATED if written else Fate.UNCHANGED
    return Imported(
        name=exercise.title, fate=fate, path=path.as_posix(), photos=len(photos), problems=(*problems, *lost)
    )


def _left_behind(path: Path) -> str:
    """Return the first picture that an import with pictures has left beside a guide."""
    names = (f"{IMAGES}/{path.stem}-1{suffix}" for _, suffix in _SUFFIXES)
    return next((name for name in names if (path.parent / name).is_file()), "")


def _cut(room: Room, path: Path) -> tuple[Problem, ...]:
    """Return what a card leaves out of a guide that is too long for it."""
    hint = "shorten it, or print it with --detail full"
    match room:
        case Room.ALL:
            return ()
        case Room.NO_TIPS:
            return (
                _note(
                    "long", "too long for a card: its tips stand under Notes, which a brief card leaves out", path, hint
                ),
            )
        case Room.FIRST_SENTENCES:
            message = "too long for a card: a brief one prints the first sentences of each step, the guide has all"
            return (_warning("long", message, path, hint),)


# --- the marks of an imported guide -----------------------------------------------------------------------------------


def _signed(text: str, origin: str, photos: Sequence[_Photo]) -> str:
    marks = [f"{_ORIGIN}{origin}", _KEEP]
    marks += [_PHOTOS + " ".join(photo.digest for photo in photos)] * bool(photos)
    body = text.removeprefix(_OPENING)
    head = _OPENING + "".join(f"{mark}\n" for mark in marks)
    return f"{head}{_DIGEST}{_digest(head + body)}\n{body}"


def _read_old(path: Path) -> _Old | None:
    """Return the guide that is there; a folder, or what is no text, counts as one that no importer wrote."""
    data = _bytes_of(path, _MOST_GUIDE)
    if data is None:
        return _Old(text="") if path.is_symlink() else None
    # An editor, or git on Windows, may have changed the ends of lines; nobody edited the guide by that.
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    match = _MARKS.match(text)
    if match is None:
        return _Old(text=text)
    rest = text[match.end() :]
    head = match[0][: match.start("digest") - len(_DIGEST)]
    return _Old(
        text=text,
        origin=match["origin"],
        photos=frozenset((match["photos"] or "").split()),
        intact=_digest(head + rest) == match["digest"],
    )


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _digest_of_photo(data: bytes) -> str:
    return sha256(data).hexdigest()[:_OF_PHOTO]


def _bytes_of(path: Path, most: int) -> bytes | None:
    """Return what a file holds, nothing of one that is too large to be ours, or None where there is none."""
    try:
        if path.exists() and not path.is_file():  # a folder; a pipe, which would be waited for
            return b""
        with path.open("rb") as file:
            data = file.read(most + 1)
        return data if len(data) <= most else b""
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(f"cannot read {path.as_posix()}, which is in the way: {reason_of(error)}") from error


# --- photographs ------------------------------------------------------------------------------------------------------


def _read_photos(exercise: Exercise, stem: str) -> tuple[tuple[_Photo, ...], tuple[Problem, ...]]:
    photos: list[_Photo] = []
    lost: list[Problem] = []
    for path in exercise.photos:
        try:
            data = path.read_bytes() if path.stat().st_size <= _MOST_PHOTO else b""
        except OSError as error:
            lost.append(_warning("photo", f"the photograph cannot be read: {reason_of(error)}", path))
            continue
        suffix = next((suffix for start, suffix in _SUFFIXES if data.startswith(start)), None)
        if suffix is None:
            lost.append(
                _warning("photo", "this is no JPEG, PNG, WebP or SVG picture of at most 32 MB: it is left out", path)
            )
            continue
        photos.append(_Photo(name=f"{IMAGES}/{stem}-{len(photos) + 1}{suffix}", data=data))
    return tuple(photos), tuple(lost)


def _note(code: str, message: str, path: Path, hint: str) -> Problem:
    location = Location(path=path.as_posix())
    return Problem(severity=Severity.NOTE, code=code, message=message, location=location, hint=hint)


def _warning(code: str, message: str, path: Path, hint: str = "") -> Problem:
    location = Location(path=path.as_posix())
    return Problem(severity=Severity.WARNING, code=code, message=message, location=location, hint=hint)


def import_entries(entries: Iterable[Entry], folder: Path) -> Iterator[Imported]:
    """Yield what became of each entry; the folder must be there."""
    keeper = Keeper(folder=folder)
    for entry in entries:
        try:
            read = entry.read()
            yield _unmade(read) if read.exercise is None else keeper.keep(read.exercise, read.problems, entry.shown)
        except OutputError as error:
            yield _failed(entry, "output", error.message, error.hint, error.exit_code)
        except Exception as error:  # noqa: BLE001 - whatever one record sets off, the others are still made
            message = f"unexpected {type(error).__name__}: {error}".splitlines()[0]
            yield _failed(entry, "internal", message, "this is a fault of cardgen, not of the record")


def _unmade(read: Read) -> Imported:
    """Return the outcome of an entry that no guide can be made of."""
    failed = any(problem.severity is Severity.ERROR for problem in read.problems)
    fate, code = (Fate.FAILED, ExitCode.SOME_FAILED) if failed else (Fate.LEFT_OUT, ExitCode.OK)
    return Imported(name=read.name, fate=fate, problems=read.problems, exit_code=code)


def _failed(entry: Entry, code: str, message: str, hint: str, exit_code: ExitCode = ExitCode.SOME_FAILED) -> Imported:
    location = Location(path=entry.shown)
    problem = Problem(severity=Severity.ERROR, code=code, message=message, location=location, hint=hint)
    name = entry.shown.rsplit("/", 1)[-1]
    return Imported(name=name, fate=Fate.FAILED, problems=(problem,), exit_code=exit_code)
