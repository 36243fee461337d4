"""Outcomes in, `cardgen-manifest.json` out: what each card of a folder was made from. Knows no command line.

The same guides and settings give the same bytes: there is no date in it and no path beyond the folder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from cardgen import __version__
from cardgen.files.storage import write_file
from cardgen.layout.ground.measures import SetSize
from cardgen.pipeline.rendition import AS_PDF, Format, Rendition
from cardgen.values.errors import Location, OutputError, Problem, Severity

if TYPE_CHECKING:
    from cardgen.bundle.batch import Outcome
    from cardgen.pipeline.settings import CardSettings

FILE_NAME = "cardgen-manifest.json"
REVISION = 2
"""Of the format; a manifest of another one is not read."""
PROGRAM = "cardgen"
MOST_SIZE, MOST_STAGE = 1000.0, 10_000.0
"""In points: more is no size of a card."""
MOST_NAME = 255
"""Bytes of a file's name: more than that no system takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one card was made from; every digest is SHA-256 in hexadecimal."""

    stem: str
    """What its guide is called, behind the folder that the card lies in: `squat`, `en/squat`."""
    file: str
    """The card, in the folder of the manifest or below it."""
    guide_sha256: str
    photos_sha256: str
    """Of the photographs on the card, one after another; empty for none."""
    settings_sha256: str
    card_sha256: str
    version: str
    """Of the program that made the card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is known of the cards in a folder."""

    entries: Mapping[str, Entry]
    """By file: a guide may have cards of several formats."""
    sets: Mapping[str, SetSize] = field(default_factory=dict)
    """What cards made with the same settings share, by `set_key`."""
    problem: Problem | None = None
    """Why an older manifest is not read."""


def keep_manifest(
    folder: Path, outcomes: Iterable[Outcome], settings: CardSettings, rendition: Rendition = AS_PDF
) -> tuple[Problem, ...]:
    """Enter the cards that were made beside those entered before; return what there is to say about it.

    An error says that the manifest could not be written.
    """
    before = load_manifest(folder)
    present = {file: entry for file, entry in before.entries.items() if _is_there(folder / file)}
    sets = {**before.sets, **({set_key(settings): settings.shared} if settings.shared else {})}
    data = _written({**present, **_entries(folder, outcomes, settings, rendition)}, sets)
    told = (before.problem,) if before.problem else ()
    try:
        _write(folder / FILE_NAME, data)
    except OutputError as error:
        return (*told, _problem(Severity.ERROR, error.message, folder / FILE_NAME, hint=error.hint))
    return told


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have, in a manifest that somebody edited
        return False


def _write(path: Path, data: bytes) -> None:
    with suppress(OSError):
        if path.is_file() and path.read_bytes() == data:
            return  # nobody who watches the folder is to wake up for nothing
    write_file(path, data)


def load_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder, without entries where there is none that can be read."""
    path = folder / FILE_NAME
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            return _unread(path, "is no plain file")
        record = json.loads(path.read_bytes())
        entries, sets = _read(record), _sets(record)
    except FileNotFoundError:
        return Manifest(entries={})
    except OSError as error:
        return _unread(path, f"cannot be read: {error.strerror or error}")
    except (ValueError, RecursionError):
        return _unread(path, "is no JSON")
    except _ForeignError as error:
        return _unread(path, str(error))
    return Manifest(entries=entries, sets=sets)


def set_key(settings: CardSettings) -> str:
    """Return a digest of what decides which cards are of one set: sheet, detail, picture and use."""
    kind = (settings.sheet, settings.orientation, settings.detail, settings.picture, settings.use)
    return hashlib.sha256(json.dumps(_plain(kind), sort_keys=True).encode()).hexdigest()


def settings_digest(settings: CardSettings, rendition: Rendition = AS_PDF) -> str:
    """Return a digest of all that a card's file depends on besides its guide."""
    plain = _plain(settings) if rendition.format is Format.PDF else [_plain(settings), _plain(rendition)]
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _entries(
    folder: Path, outcomes: Iterable[Outcome], settings: CardSettings, rendition: Rendition
) -> dict[str, Entry]:
    @cache  # most cards have no number, and all of them one digest
    def digest_of(number: int) -> str:
        return settings_digest(replace(settings, number=number), rendition)

    return {
        (name := card.relative_to(folder).as_posix()): Entry(
            stem=outcome.file.card,
            file=name,
            guide_sha256=outcome.guide_digest,
            photos_sha256=outcome.photos_digest,
            settings_sha256=digest_of(outcome.file.number),
            card_sha256=digest,
            version=__version__,
        )
        for outcome in outcomes
        for card, digest in zip(outcome.cards, outcome.card_digests, strict=True)
    }


def _plain(value: object) -> Any:
    """Return a value as JSON has it, the same on every machine."""
    match value:
        case Enum():
            return value.name
        case None | bool() | int() | float() | str():
            return value
        case bytes():
            return hashlib.sha256(value).hexdigest()
        case tuple() | list():
            return [_plain(part) for part in value]
        case Mapping():
            return {str(_plain(key)): _plain(part) for key, part in value.items()}
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"no digest of a {type(value).__name__}")


# --- the file ---------------------------------------------------------------------------------------------------------


class _ForeignError(Exception):
    """A JSON file that is not a manifest of this format."""


def _written(entries: Mapping[str, Entry], sets: Mapping[str, SetSize]) -> bytes:
    cards = [asdict(entry) for entry in sorted(entries.values(), key=lambda entry: (entry.stem, entry.file))]
    shared = {key: asdict(size) for key, size in sorted(sets.items())}
    record = {"cards": cards, "program": PROGRAM, "revision": REVISION, "sets": shared, "version": __version__}
    # ASCII, so that a file name that is no Unicode can be told too
    return (json.dumps(record, indent=2, sort_keys=True) + "\n").encode("ascii")


def _read(record: object) -> dict[str, Entry]:
    match record:
        case {"program": str(program), "revision": int(revision)} if program == PROGRAM and revision != REVISION:
            raise _ForeignError(f"is of revision {revision}, not {REVISION}")
        case {"program": str(program), "cards": list(cards)} if program == PROGRAM:
            entries = [_entry(card) for card in cards]
            return {entry.file: entry for entry in entries}
        case _:
            raise _ForeignError(f"is not from {PROGRAM}")


def _sets(record: object) -> dict[str, SetSize]:
    """Return what sets of cards share; nothing of a part that is damaged, for it is only decided anew then."""
    found = record.get("sets") if isinstance(record, dict) else None
    sizes: dict[str, SetSize] = {}
    for key, size in found.items() if isinstance(found, dict) else ():
        match size:
            case {"body": int() | float() as body, "stage": int() | float() as stage} if (
                0 < body < MOST_SIZE and 0 <= stage < MOST_STAGE
            ):
                sizes[str(key)] = SetSize(body=float(body), stage=float(stage))
    return sizes


def _entry(card: object) -> Entry:
    names = {field.name for field in fields(Entry)}
    if not isinstance(card, dict) or set(card) != names or not all(isinstance(part, str) for part in card.values()):
        raise _ForeignError("has an entry that is damaged")
    entry = Entry(**card)
    too_long = any(len(name.encode("utf-8", "surrogatepass")) > MOST_NAME for name in entry.file.split("/"))
    if too_long or not _is_card_of(entry) or not _is_below(entry.file):
        raise _ForeignError("has an entry that is damaged")
    return entry


def _is_below(file: str) -> bool:
    """Tell whether a path leads no further than down from the folder of the manifest."""
    path = PurePosixPath(file)
    return path.as_posix() == file and not path.is_absolute() and ".." not in path.parts and "\\" not in file


def _is_card_of(entry: Entry) -> bool:
    """Tell whether a file is named after its guide: `plank.pdf`, `plank-02.png` for a side, `plank-A5.pdf` where that was asked."""
    card, guide = PurePosixPath(entry.file), PurePosixPath(entry.stem)
    return card.parent == guide.parent and guide.name in card.stem and card.suffix in {kind.suffix for kind in Format}


def _unread(path: Path, message: str) -> Manifest:
    hint = "it tells of the cards made now; render the others again to have them in it"
    message = f"the manifest {message}, and is replaced"
    return Manifest(entries={}, problem=_problem(Severity.WARNING, message, path, hint=hint))


def _problem(severity: Severity, message: str, path: Path, *, hint: str) -> Problem:
    location = Location(path=path.as_posix())
    return Problem(severity=severity, code="manifest", message=message, location=location, hint=hint)
