"""A copy of free-exercise-db in, its exercises out, one by one; one bad record never stops the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

from cardgen.files.importers.exercise import Collection, Entry, Exercise, Passage, Read
from cardgen.files.importers.names import equipment_of, stem_of
from cardgen.files.importers.records import Fields, clean, file_names_of, kind_of, load_json, require_few
from cardgen.files.storage import unsafe_name
from cardgen.guide.findings import Findings
from cardgen.values.errors import Location, Problem, Severity, UsageError

NAME = "free-exercise-db"
LICENSE = "Public domain (Unlicense)"
SOURCE = "github.com/yuhonas/free-exercise-db"
NOBODY_KNOWS = "nobody knows whose the photographs are, as the collection's keeper says"
LEFT_OUT = "photos-left-out"
EXPECTED = (
    "name the folder of the collection, the exercises folder in it (ID.json beside ID/0.jpg), or dist/exercises.json"
)

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ID = re.compile(r"[0-9A-Za-z_-]+")
"""As the collection's own schema has it; anything else might lead out of its folder."""
_MOST_RECORD = 256 * 1024
_MOST_PHOTOS = 2

_REMNANTS = (
    (re.compile(r"\s*\b(?:li|ul|ol|p|br)>$"), ""),  # of a tag, at the end of a paragraph
    (re.compile(r"(?<=[.!?])\s*[a-z0-9]$"), ""),  # a single sign after the last sentence: "starting position.v"
    (re.compile(r"(?<!\.)\.\.(?!\.)"), "."),
    (re.compile(r" (?=[.,;](?:\s|$))"), ""),
)
"""What typing and conversion left in the collection, and what stands in its place; no word is lost."""

_MOVES = frozenset({"compound", "isolation"})
_KINDS = {
    "strength": "{} exercise for strength",
    "stretching": "{} stretch",
    "plyometrics": "{} plyometric exercise",
    "powerlifting": "{} exercise from powerlifting",
    "olympic weightlifting": "{} exercise from Olympic weightlifting",
    "strongman": "{} exercise from strongman training",
    "cardio": "{} exercise for endurance",
}
"""A plain sentence about an exercise, by its category: the collection has no descriptions of its own."""


class Photos(Enum):
    """What becomes of the photographs."""

    LEFT = "left where they are"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which form of the collection is imported: translated copies have its shape, but words and rights of their own."""

    photos: Photos = Photos.LEFT
    language: str = "en"
    source: str = ""
    """Where another copy is from; empty for the collection itself."""
    license: str = ""
    """Of another copy."""

    @property
    def credit(self) -> tuple[str, str]:
        """Return licence and source as the guides name them."""
        return (self.license, self.source) if self.source else (self.license or LICENSE, SOURCE)


THE_COLLECTION = Edition()


def find_entries(path: Path, edition: Edition = THE_COLLECTION) -> Collection:
    """Return the records of a collection: of its folder, of the folder of its exercises, or of a JSON file."""
    if not _TAG.fullmatch(edition.language):
        raise UsageError(f'"{edition.language}" is no language tag', hint='write a tag such as "de" or "pt-BR"')
    if not path.exists():
        raise UsageError(f"{path.as_posix()}: there is nothing of that name", hint=EXPECTED)
    if not path.is_dir():
        return _in_file(path, edition)
    folder = path / "exercises" if (path / "exercises").is_dir() else path
    names = [name for name in file_names_of(folder) if name.lower().endswith(".json")]
    if names and names != ["exercises.json"]:
        return _in_folder(folder, names, edition)
    for combined in (folder / "exercises.json", path / "dist" / "exercises.json"):
        if combined.is_file():
            return _in_file(combined, edition)
    message = f"{path.as_posix()}: no exercises/*.json, no *.json and no dist/exercises.json is here"
    raise UsageError(message, hint=EXPECTED)


def _in_folder(folder: Path, names: Sequence[str], edition: Edition) -> Collection:
    require_few(names, folder)
    if not any(_is_exercise(folder / name) for name in names):
        message = f"{folder.as_posix()}: of {len(names)} JSON files none is an exercise with instructions"
        raise UsageError(message, hint=EXPECTED)
    photos, told = _look_for_photos(edition, folder, (folder,))
    files = tuple(folder / name for name in names)
    entries = tuple(Entry(shown=file.as_posix(), read=partial(_read_file, file, edition, photos)) for file in files)
    return Collection(entries=entries, problems=told)


def _is_exercise(path: Path) -> bool:
    try:
        record = load_json(path, most=_MOST_RECORD)
    except UsageError:
        return False  # said once it is read
    return isinstance(record, dict) and "instructions" in record


def _in_file(path: Path, edition: Edition) -> Collection:
    values = load_json(path)
    records = [values] if isinstance(values, dict) and "instructions" in values else values
    if not isinstance(records, list) or not any(isinstance(it, dict) and "instructions" in it for it in records):
        message = f"{path.as_posix()}: no list of exercises with instructions, but {kind_of(values)}"
        raise UsageError(message, hint=EXPECTED)
    require_few(records, path)
    folders = (path.parent / "exercises", path.parent.parent / "exercises", path.parent)
    photos, told = _look_for_photos(edition, path, folders)
    entries = tuple(
        Entry(shown=_place(path, number), read=partial(_read, record, _place(path, number), edition, photos))
        for number, record in enumerate(records, start=1)
    )
    return Collection(entries=entries, problems=told)


def _place(path: Path, number: int) -> str:
    return f"{path.as_posix()}: record {number}"


def _look_for_photos(edition: Edition, path: Path, folders: Sequence[Path]) -> tuple[Path | None, tuple[Problem, ...]]:
    """Return the folder of the photographs where they are asked for, and what is to be said of them: once, not of each.

    It is the first that has folders in it, as there is one for each exercise.
    """
    photos = next((it for it in folders if it.is_dir() and any(inner.is_dir() for inner in it.iterdir())), None)
    location = Location(path=path.as_posix())
    severity, code = Severity.WARNING, "photo"
    if edition.photos is Photos.LEFT:
        if photos is None:
            return None, ()
        severity, code = Severity.NOTE, LEFT_OUT
        message, hint = f"the photographs are left out: {NOBODY_KNOWS}", "to take them all the same: --photos"
    elif photos is None:
        message = "there are no photographs: the guides are made without"
        hint = "they are in folders named after the ids, in exercises/ of the collection"
    else:
        message, hint = NOBODY_KNOWS, "print them for yourself; before you hand them out, ask or take others"
    told = Problem(severity=severity, code=code, message=message, location=location, hint=hint)
    return photos if edition.photos is Photos.TAKEN else None, (told,)


def _read_file(path: Path, edition: Edition, photos: Path | None) -> Read:
    try:
        record = load_json(path, most=_MOST_RECORD)
    except UsageError as error:
        message = error.message.removeprefix(f"{path.as_posix()}:").strip()
        return _refused(path.stem, message, path.as_posix(), hint=error.hint)
    return _read(record, path.as_posix(), edition, photos, stem=path.stem)


def _read(record: Any, shown: str, edition: Edition, photos: Path | None, *, stem: str = "") -> Read:
    """Read one record; what cannot be used of it is said. One without an id is called after its file, or by its name."""
    if not isinstance(record, dict):
        return _refused(shown, f"an exercise is an object, not {kind_of(record)}", shown)
    found = Findings(shown)
    fields = Fields(record, found)
    name = fields.text("name")
    key = _key(fields, stem or stem_of(name))
    label = name or key or shown
    _require(name, key, fields, found)
    passages = tuple(Passage(text=mended) for line in fields.paragraphs("instructions") if (mended := _mended(line)))
    if not passages and not found.has_errors():
        found.warn("no-instructions", f"{label} has no instructions: no guide is made", hint="write one: cardgen new")
    if not passages or found.has_errors():
        return Read(name=label, exercise=None, problems=found.problems())
    equipment = equipment_of(fields.text("equipment"))
    primary = fields.texts("primaryMuscles")
    license_, source = edition.credit
    is_english = edition.language == "en"
    exercise = Exercise(
        origin=f"{NAME}: {key}" + ("" if is_english else f" ({edition.language})"),
        stems=(key.lower(),) if is_english else (key.lower(), f"{key.lower()}_{edition.language}"),
        title=name,
        equipment=equipment,
        level=fields.text("level", most=60),
        lead=_lead(fields, equipment) if is_english else "",
        primary=primary,
        secondary=tuple(muscle for muscle in fields.texts("secondaryMuscles") if muscle not in primary),
        tags=tuple(filter(None, (fields.text(tag, most=60) for tag in ("category", "force", "mechanic")))),
        passages=passages,
        photos=_photos(fields, photos, found) if photos else (),
        license=license_,
        source=source,
        language=edition.language,
    )
    return Read(name=label, exercise=exercise, problems=found.problems())


def _key(fields: Fields, otherwise: str) -> str:
    """Return the id of a record; some copies of the collection number them, others have none."""
    given = fields.raw("id")
    if given is None:
        return otherwise
    return str(given) if type(given) is int and given >= 0 else fields.text("id")


def _require(name: str, key: str, fields: Fields, found: Findings) -> None:
    """Add the errors that keep a record from becoming a guide."""
    if not name:
        found.error("no-name", "the exercise has no name", hint='"name" is a text of at most 200 characters')
    if not key:
        given = fields.raw("id")
        found.error("no-id", "the exercise has no id" if given is None else '"id" cannot be used')
    elif fields.raw("id") is not None and not _ID.fullmatch(key):
        hint = "an id is made of letters, digits, _ and -"
        found.error("unsafe-id", f"no file can be named after the id {key[:60]!a}", hint=hint)
    elif reason := unsafe_name(key):
        found.error("unsafe-id", f"no file can be named after the id {key}: {reason}", hint="give it another id")


def _mended(text: str) -> str:
    for pattern, instead in _REMNANTS:
        text = pattern.sub(instead, text)
    return text.strip()


def _lead(fields: Fields, equipment: str) -> str:
    """Return what kind of exercise it is, in a sentence."""
    kind = fields.text("category", most=60).casefold()
    if kind not in _KINDS:
        return ""
    words = equipment.lower().replace("ez bar", "EZ bar")
    words = {"resistance bands": "resistance band", "cable": "cable machine"}.get(words, words)
    move = fields.text("mechanic", most=60).casefold()
    if move not in _MOVES or kind in ("stretching", "cardio"):
        move = ""
    sentence = _KINDS[kind].format(f"{move} {words}".strip()).strip()
    return f"{sentence[0].upper()}{sentence[1:]}."


def _photos(fields: Fields, folder: Path, found: Findings) -> tuple[Path, ...]:
    """Return the photographs that are there; none outside of the collection is opened."""
    photos: list[Path] = []
    for name in _few(fields.texts("images", most=500), found):
        try:
            path = (folder / name).resolve()
            inside = path.is_relative_to(folder.resolve())
            there = inside and path.is_file()
        except (OSError, ValueError):  # links in a circle; a name that no system takes
            inside, there = True, False
        if not inside:
            found.warn("photo", f"the photograph {clean(name)[:80]!a} is not in the collection: it is left out")
        elif not there:
            hint = f"it was looked for in {folder.as_posix()}/"
            found.warn("photo", f"the photograph {clean(name)[:80]} is missing", hint=hint)
        else:
            photos.append(folder / name)
    return tuple(photos)


def _few(names: tuple[str, ...], found: Findings) -> tuple[str, ...]:
    if len(names) > _MOST_PHOTOS:
        found.note("photo", f"of {len(names)} photographs the first {_MOST_PHOTOS} are taken: a card has room for two")
    return names[:_MOST_PHOTOS]


def _refused(name: str, message: str, shown: str, *, hint: str = "") -> Read:
    location = Location(path=shown)
    problem = Problem(severity=Severity.ERROR, code="record", message=message, location=location, hint=hint)
    return Read(name=name, exercise=None, problems=(problem,))
